"""Which places missed a plan or lie beyond a bound: all of one record, in its order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

TABLE = """\
# UBND huyện Diêm Vân: báo cáo năm 2024

Diêm Vân, ngày 20 tháng 12 năm 2024

THU NGÂN SÁCH XÃ NĂM 2024 VÀ DỰ TOÁN 2025

| STT | Xã | Dự toán 2024 (triệu đồng) | Thực hiện 2024 (triệu đồng) | % TH/DT | Dự toán 2025 |
|---|---|---|---|---|---|
| 1 | Xã Hải Vân | 2.900 | 2.552 | 88,0 | 2.800 |
| 2 | Xã Diêm Trung | 3.100 | 3.224 | 104,0 | 3.300 |
| 3 | Xã Bãi Đông | 2.400 | 2.136 | 89,0 | 2.300 |
| 4 | Xã Giao Khê | 1.800 | 1.800 | 100,0 | 1.900 |

Tỷ lệ hộ nghèo các xã năm 2024:

| Xã | Tỷ lệ hộ nghèo (%) |
|---|---|
| Xã Hải Vân | 2,1 |
| Xã Diêm Trung | 1,4 |
| Xã Bãi Đông | 3,6 |
| Xã Giao Khê | 0,9 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("diem-van"), {"bao-cao.md": TABLE}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, named",
    [
        ("Những xã nào hụt thu ngân sách so với dự toán 2024?", ["Hải Vân", "Bãi Đông"]),
        ("nhung xa nao khong dat du toan thu ngan sach 2024", ["Hải Vân", "Bãi Đông"]),
        ("Xã nào vượt dự toán thu ngân sách năm 2024?", ["Diêm Trung"]),
        ("Năm 2024 những xã nào đạt dự toán thu ngân sách?", ["Diêm Trung", "Giao Khê"]),
        ("Xã nào thu ngân sách 2024 đạt dưới 89% dự toán?", ["Hải Vân"]),
        ("Bao nhiêu xã có tỷ lệ hộ nghèo năm 2024 trên 2%?", ["Hải Vân", "Bãi Đông"]),
        ("Mấy xã có tỷ lệ hộ nghèo năm 2024 từ 1,4% trở lên?", ["Hải Vân", "Diêm Trung", "Bãi"]),
        ("Which communes missed the 2024 budget revenue plan?", ["Hải Vân", "Bãi Đông"]),
    ],
)
def test_all_places_that_fulfil_it_are_named(
    assistant: Assistant, question: str, named: list[str]
) -> None:
    answer = assistant.ask(question)
    assert answer.found
    others = {"Hải Vân", "Diêm Trung", "Bãi Đông", "Giao Khê"}
    for name in named:
        assert name in answer.text
    for other in others - {o for o in others if any(o.startswith(n) for n in named)}:
        assert other not in answer.text


def test_none_is_said_to_be_none(assistant: Assistant) -> None:
    answer = assistant.ask("Xã nào có tỷ lệ hộ nghèo năm 2024 trên 9%?")
    assert "không nơi nào" in answer.text


def test_one_places_share_is_read_in_the_table(assistant: Assistant) -> None:
    answer = assistant.ask("Xã Hải Vân thu ngân sách 2024 đạt mấy phần trăm dự toán?")
    assert "88,0%" in answer.text


def test_the_highest_is_another_question(assistant: Assistant) -> None:
    answer = assistant.ask("Xã nào có tỷ lệ hộ nghèo năm 2024 cao nhất?")
    assert "Bãi Đông" in answer.text and "nơi có số liệu" not in answer.text
