"""One form for one indicator, whatever its wording; different forms for different ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.indicators import Form, read_asked, read_form
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()


@pytest.mark.parametrize(
    "one, other",
    [
        ("tỷ lệ dân số tham gia BHYT", "tỷ lệ bao phủ bảo hiểm y tế"),
        ("thu nhập bình quân đầu người", "bình quân thu nhập đầu người"),
        ("kết nạp đảng viên mới", "phát triển đảng viên"),
        ("tỷ lệ che phủ rừng", "độ che phủ rừng"),
        ("tỉ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        ("thu ngân sách nhà nước", "thu NSNN"),
        ("lợi nhuận sau thuế", "sau thuế"),
        ("phát triển hội viên", "phát triển mới hội viên"),
        ("tỷ lệ học sinh bỏ học", "tỷ lệ học sinh thôi học"),
    ],
)
def test_wordings_of_one_indicator_meet(one: str, other: str) -> None:
    first, second = read_form(one, VOCABULARY), read_form(other, VOCABULARY)
    assert first.families and first.families == second.families
    assert first.rest == second.rest


@pytest.mark.parametrize(
    "one, other",
    [
        ("thu ngân sách", "chi ngân sách"),
        ("tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo"),
        ("mức giảm tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        ("số trường đạt chuẩn quốc gia", "số xã đạt chuẩn nông thôn mới"),
        ("đàn trâu", "đàn bò"),
        ("tỷ lệ dân số tham gia BHYT", "tỷ lệ lao động qua đào tạo"),
    ],
)
def test_different_indicators_stay_apart(one: str, other: str) -> None:
    assert read_form(one, VOCABULARY).key != read_form(other, VOCABULARY).key


def test_words_put_together_are_no_name_that_is_spelt_otherwise() -> None:
    assert read_asked("xây hồ treo giao cơ quan nào", VOCABULARY).families == frozenset()
    assert read_asked("giao quân bao nhiêu", VOCABULARY).families == {"conscripts"}


def test_question_words_are_passed_over() -> None:
    asked = read_asked("tỷ lệ hộ nghèo là bao nhiêu", VOCABULARY)
    assert asked.families == read_form("tỷ lệ hộ nghèo", VOCABULARY).families
    assert asked.rest == ()


def test_known_growth_is_kept_where_the_name_does_not_say_it() -> None:
    assert read_form("giá trị sản xuất", VOCABULARY, 1).growth == 1
    assert read_form("giảm tỷ lệ hộ nghèo", VOCABULARY).growth == -1


@given(
    st.one_of(
        st.text(max_size=50),
        st.lists(st.sampled_from(["tỷ", "lệ", "hộ", "nghèo", "giảm", "tăng", "thu", "ngân",
         "sách", "đàn", "trâu", "số", "xã"]))
        .map(" ".join),
    )
)  # fmt: skip
def test_a_key_is_read_back_as_its_form(text: str) -> None:
    form = read_form(text, VOCABULARY)
    assert Form.of(form.key) == form


@given(st.text(max_size=40))
def test_case_is_no_difference(text: str) -> None:
    if text.upper().lower() == text.lower():
        assert read_form(text.lower(), VOCABULARY) == read_form(text, VOCABULARY)


@pytest.mark.parametrize(
    "text, family",
    [
        ("Du lịch mang về doanh thu", "tourism_revenue"),
        ("năng suất gieo cấy lúa mùa", "rice_yield"),
        ("nuôi trồng thủy sản đạt sản lượng", "aquaculture_output"),
        ("doanh thu", "revenue"),
    ],
)
def test_a_measure_may_stand_apart_from_what_it_measures(text: str, family: str) -> None:
    assert read_form(text, VOCABULARY).families == ({family} if family else set())
