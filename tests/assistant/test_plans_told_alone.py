"""What is answered where a record plans, and what where it tells: over a commune's two papers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

PLAN = """\
Hoa Gạo, ngày 20 tháng 12 năm 2022

NGHỊ QUYẾT

Về nhiệm vụ năm 2023 của xã Hoa Gạo

QUYẾT NGHỊ:

Giải ngân vốn đầu tư công từ 95% trở lên; hộ nghèo còn không quá 2,2%.

Ngoài các chỉ tiêu trên, phấn đấu 100% hộ cận nghèo, hộ khó khăn được hỗ trợ xây nhà.
"""

REPORT = """\
Hoa Gạo, ngày 18 tháng 12 năm 2024

BÁO CÁO

Kết quả kinh tế - xã hội năm 2024 của xã Hoa Gạo

Thu ngân sách 7,1 tỷ đồng, bằng 96% dự toán. Phần hụt chủ yếu do thủy điện thiếu nước.

Cống Rạch Mây, tổng vốn 68,5 tỷ đồng, ngăn mặn cho 3 ấp.

Phòng Nông nghiệp: lập phương án di dời 58 hộ vùng sạt lở ấp Cồn, trình trước ngày 15/4/2025.

Kỳ họp tán thành 23/23 đại biểu về nhiệm vụ năm 2025; riêng việc xây chợ có 17 đại biểu tán thành.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"nq-2023.txt": PLAN, "bc-2024.txt": REPORT}
    with knowing(tmp_path_factory.mktemp("hoa-gao"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        ("Theo kế hoạch 2023, hộ nghèo xã Hoa Gạo chỉ còn tối đa bao nhiêu phần trăm?", "2,2%"),
        ("Chỉ tiêu giải ngân vốn đầu tư công năm 2023 của xã Hoa Gạo là bao nhiêu?", "95%"),
        ("Tại sao xã Hoa Gạo hụt thu ngân sách năm 2024?", "thủy điện thiếu nước"),
        (
            "Theo báo cáo cuối năm 2024, phương án di dời 58 hộ sạt lở ấp Cồn giao phòng nào, "
            "trình trước ngày nào?",
            "15/4/2025",
        ),
        ("Việc xây chợ xã Hoa Gạo được bao nhiêu đại biểu tán thành?", "17 đại biểu"),
    ],
)
def test_says(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found and says in answer.text, answer.text


def test_a_vote_is_told_without_the_others(assistant: Assistant) -> None:
    answer = assistant.ask("Việc xây chợ xã Hoa Gạo được bao nhiêu đại biểu tán thành?")
    assert "23/23" not in answer.text


def test_of_a_year_that_is_over_a_plan_is_only_the_nearest(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ giải ngân vốn đầu tư công năm 2023 của xã Hoa Gạo là bao nhiêu?")
    assert not answer.found
    assert "chỉ tiêu" in answer.text and "95%" in answer.text


def test_money_is_no_salinity(assistant: Assistant) -> None:
    answer = assistant.ask("Độ mặn cao nhất ở cống Rạch Mây năm 2024 là bao nhiêu?")
    assert not answer.found


def test_what_is_done_for_households_is_not_how_many_they_are(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ tiêu hộ cận nghèo năm 2023 của xã Hoa Gạo là bao nhiêu?")
    assert not answer.found
    helped = assistant.ask("Chỉ tiêu hộ cận nghèo được hỗ trợ xây nhà năm 2023 của xã Hoa Gạo?")
    assert helped.found and "100%" in helped.text
