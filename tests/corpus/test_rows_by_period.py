"""Tables whose rows are months and quarters: the row says when, the column's head what."""

from __future__ import annotations

import pytest

from corpus.figures import printed
from corpus.record import Figure, Period
from corpus.table_rows import row_period
from corpus.understanding import understand
from tests.corpus.documents import document_of

TABLE = (
    "|Kỳ|Hồ sơ tiếp nhận năm 2025 (hồ sơ)|Thu phí năm 2025 (triệu đồng)\n"
    "Tháng 7|612|41\n"
    "Tháng 8|655|44\n"
    "Cộng quý III|1.931|130\n"
    "Cả năm|7.204|498"
)


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    document = document_of("# BÁO CÁO kết quả năm 2025 của xã Sơn Ca", "Ngày 20/12/2025", TABLE)
    found = understand(document, "bc.txt").figures
    return {printed(document.text, f.value).split()[0]: f for f in found}


@pytest.mark.parametrize(
    "value, period",
    [
        ("612", Period(2025, 2025, "m7")),
        ("44", Period(2025, 2025, "m8")),
        ("1.931", Period(2025, 2025, "q3")),
        ("7.204", Period(2025, 2025)),
    ],
)
def test_the_row_says_when(figures: dict[str, Figure], value: str, period: Period) -> None:
    assert figures[value].period == period


def test_the_head_says_what(figures: dict[str, Figure]) -> None:
    assert figures["655"].indicator == "Hồ sơ tiếp nhận"
    assert figures["130"].indicator == "Thu phí"


@pytest.mark.parametrize(
    "name, period",
    [
        ("Tháng 7/2025", Period(2025, 2025, "m7")),
        ("9/2025", Period(2025, 2025, "m9")),
        ("Cộng Quý III/2025", Period(2025, 2025, "q3")),
        ("Lũy kế tháng 9", Period(0, 0, "to9")),
        ("Cả năm", Period(0, 0)),
        ("Đảng viên kết nạp tháng 7", None),
        ("Tổng cộng", None),
    ],
)
def test_only_a_row_called_by_nothing_else(name: str, period: Period | None) -> None:
    assert row_period(name) == period
