"""Papers told apart by their numbers."""

from __future__ import annotations

import pytest

from assistant.papers import bears_number, paper_number


@pytest.mark.parametrize(
    "asked, number",
    [
        ("nghi quyet 33", "33"),
        ("thong bao so 412", "412"),
        ("bao cao 087", "87"),
        ("lan thu 16", ""),
        ("bao cao 6 thang", ""),  # of the first six months
        ("nghi quyet 2024", ""),  # a year
    ],
)
def test_the_number_that_is_asked_for(asked: str, number: str) -> None:
    assert paper_number(asked) == number


@pytest.mark.parametrize(
    "opening, bears",
    [
        ("so: 33/nq-hdnd", True),
        ("33-tb-ubnd_ket-luan.md", True),
        ("nghi quyet so 33 cua hdnd huyen", True),
        ("nq_033 dieu chinh.docx", True),
        ("so: 133/nq-hdnd", False),
        ("ngay 33", False),
    ],
)
def test_a_records_first_lines_bear_it(opening: str, bears: bool) -> None:
    assert bears_number("33", opening) is bears
