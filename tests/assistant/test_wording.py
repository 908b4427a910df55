"""Periods in words: no digits but years, so that no answer needs to cite them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wording import capitalised, direction, period_phrase
from corpus.record import Period

PARTS = ["", "by", "h1", "h2", "q1", "q2", "q3", "q4", "to3", "to9", "m1", "m6", "m12"]


@pytest.mark.parametrize(
    "period, vietnamese, english",
    [
        (Period(2024, 2024), "năm 2024", "2024"),
        (Period(2025, 2025, "h1"), "nửa đầu năm 2025", "the first half of 2025"),
        (Period(2025, 2025, "h2"), "nửa cuối năm 2025", "the second half of 2025"),
        (Period(2024, 2024, "q3"), "quý III năm 2024", "the third quarter of 2024"),
        (Period(2024, 2024, "to9"), "chín tháng đầu năm 2024", "2024"),
        (Period(2024, 2024, "m6"), "tháng sáu năm 2024", "2024"),
        (Period(2025, 2025, "by"), "đến năm 2025", "2025"),
        (Period(2021, 2025), "giai đoạn 2021 - 2025", "2021-2025"),
        (Period(2024, 2025, "school"), "năm học 2024 - 2025", "the 2024-2025 school year"),
        (None, "", ""),
    ],
)
def test_period_in_words(period: Period | None, vietnamese: str, english: str) -> None:
    assert period_phrase(period) == vietnamese
    assert period_phrase(period, "en") == english


@given(st.integers(1990, 2050), st.sampled_from(PARTS), st.sampled_from(["vi", "en"]))
def test_period_holds_no_digits_but_its_year(year: int, part: str, language: str) -> None:
    said = period_phrase(Period(year, year, part), "vi" if language == "vi" else "en")
    assert re.findall(r"\d+", said) == [str(year)]


def test_capitalised_leaves_the_rest() -> None:
    assert capitalised("đàn bò UBND") == "Đàn bò UBND"
    assert capitalised("") == ""


@pytest.mark.parametrize(
    "name, growth, said",
    [
        ("tỷ lệ hộ nghèo", -1, "giảm "),
        ("giá trị sản xuất", 1, "tăng "),
        ("mức giảm tỷ lệ hộ nghèo", -1, ""),
        ("tốc độ tăng giá trị sản xuất", 1, ""),
        ("tỷ lệ hộ nghèo", 0, ""),
    ],
)
def test_a_rise_or_a_fall_is_said_once(name: str, growth: int, said: str) -> None:
    assert direction(name, growth, "vi") == said
