"""Which targets were missed: however a record lists them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assistant.records import knowing

_TOP = "# UBND xã Đồng Lau: Báo cáo kết quả năm 2024\n\nĐồng Lau, ngày 12 tháng 12 năm 2024\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "3 chỉ tiêu lỡ hẹn là trồng chè, thu phí và số trường đạt chuẩn.",
        "Các mặt chưa được: trồng chè, thu phí và số trường đạt chuẩn đều hụt.",
        "Báo cáo nêu 03 chỉ tiêu chưa về đích. Thứ nhất, trồng chè chỉ được 12 ha. Thứ hai, thu "
        "phí mới có 40 triệu đồng. Thứ ba, số trường đạt chuẩn vẫn là 2/4.",
        "## 4. Ba chỉ tiêu không hoàn thành\n\n1. Trồng chè: 12 ha.\n\n2. Thu phí: 40 triệu đồng."
        "\n\n3. Số trường đạt chuẩn: 2/4 trường.",
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "Những chỉ tiêu nào của xã Đồng Lau không đạt trong năm 2024?",
        "Kể giúp 3 chỉ tiêu năm 2024 xã Đồng Lau không làm được",
        "Năm 2024 xã Đồng Lau để lỡ những chỉ tiêu nào?",
    ],
)
def test_missed_targets_are_all_told(tmp_path: Path, text: str, question: str) -> None:
    record = f"{_TOP}{text}\n\nXã có 21 chỉ tiêu đạt và vượt, trong đó thu thuế vượt 8%."
    with knowing(tmp_path, {"bao-cao.md": record}) as assistant:
        said = assistant.ask(question).text.lower()
    for name in ("trồng chè", "thu phí", "số trường đạt chuẩn"):
        assert name in said
