"""One slip in an indicator's name is mended, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.spelling import mended, with_levels, with_months, with_targets, with_years
from corpus.normalize import fold
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("thu ngâ sách năm 2024", "thu ngan sach nam 2024"),  # a letter dropped
        ("thu ngâan sách", "thu ngan sach"),  # added
        ("thu ngâm sách", "thu ngan sach"),  # changed
        ("thu nagn sách", "thu ngan sach"),  # swapped
    ],
)
def test_one_wrong_letter_is_mended(typed: str, meant: str) -> None:
    assert fold(mended(typed, VOCABULARY)) == meant


@pytest.mark.parametrize("text", ["", "phà qua sông", "ai chủ trì phiên họp?", "hộ", "12 345"])
def test_text_without_a_name_in_reach_is_left(text: str) -> None:
    assert mended(text, VOCABULARY) == text


@given(st.text(max_size=40))
def test_at_most_one_word_changes(text: str) -> None:
    before, after = text.split(), mended(text, VOCABULARY).split()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) <= 1


def test_a_word_of_the_records_typed_with_its_accents_is_no_slip() -> None:
    text = "tiền dịch vụ môi trường rừng"
    assert mended(text, VOCABULARY, {"truong"}, {"trường"}) == text


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("Những mục tiêu nào bị hụt?", "Những chỉ tiêu nào bị hụt?"),
        ("hoàn thành được mấy mục tiêu?", "hoàn thành được mấy chỉ tiêu?"),
        ("mục tiêu thu ngân sách đạt chưa?", "mục tiêu thu ngân sách đạt chưa?"),
        ("các mục tiêu đột phá là gì?", "các mục tiêu đột phá là gì?"),
    ],
)
def test_aims_that_were_met_or_missed_are_targets(typed: str, meant: str) -> None:
    assert with_targets(typed) == meant


@pytest.mark.parametrize(
    "typed, read",
    [
        ("TDP 4 còn mấy hộ nghèo?", "tổ dân phố 4 còn mấy hộ nghèo?"),
        ("KP số 2 có bao nhiêu hộ?", "khu phố số 2 có bao nhiêu hộ?"),
        ("tdp 4 con may ho ngheo", "to dan pho 4 con may ho ngheo"),
        ("Có mấy TDP?", "Có mấy TDP?"),
    ],
)
def test_a_numbered_place_is_called_by_its_level(typed: str, read: str) -> None:
    assert with_levels(typed) == read


def test_a_question_typed_plainly_stays_plain() -> None:
    assert with_months("thu ngan sach 5/2024") == "thu ngan sach thang 5/2024"
    assert with_months("thu ngân sách 5/2024") == "thu ngân sách tháng 5/2024"


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("năm 22 đạt mấy chỉ tiêu", "năm 2022 đạt mấy chỉ tiêu"),
        ("thu ngan sach nam 23", "thu ngan sach nam 2023"),
        ("cuối 24 còn bao nhiêu hộ nghèo", "cuối 2024 còn bao nhiêu hộ nghèo"),
        ("trong năm 22 hộ thoát nghèo", "trong năm 22 hộ thoát nghèo"),  # how many
        ("năm 20%", "năm 20%"),
        ("nam 25 tuoi", "nam 25 tuoi"),  # how old
    ],
)
def test_a_year_by_its_last_digits_is_written_out(typed: str, meant: str) -> None:
    assert with_years(typed) == meant
