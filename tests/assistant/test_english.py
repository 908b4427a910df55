"""English questions: office words, dates, names of places and organisations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import english
from assistant.question import Question, read_question
from corpus.places import Place
from corpus.vocabulary import Vocabulary, translated

VOCABULARY = Vocabulary.load()
KNOWN = [
    Place("huyện", "Sơn Ca"),
    Place("công ty", "Chè Sơn Ca"),
    Place("xã", "Hoa Gạo"),
]


def read(text: str) -> Question:
    return read_question(text, VOCABULARY, KNOWN, 2025)


@pytest.mark.parametrize(
    "words, vietnamese",
    [
        (["dengue", "fever", "cases"], ["sốt xuất huyết", "vụ"]),  # the longest run
        (["companies"], ["doanh nghiệp"]),  # a plural by its singular
        (["durian"], ["sầu riêng"]),
        (["qwerty"], ["qwerty"]),  # an unknown word stays
    ],
)
def test_office_words_are_put_into_vietnamese(words: list[str], vietnamese: list[str]) -> None:
    assert translated(words, VOCABULARY) == vietnamese


def test_a_function_word_counts_only_within_a_longer_name() -> None:
    skipped = frozenset(["new"])
    assert translated(["new", "rural"], VOCABULARY, skipped) == ["nông thôn mới"]
    assert translated(["new", "coffee"], VOCABULARY, skipped) == ["cà phê"]


@given(st.lists(st.sampled_from(["rice", "output", "of", "new", "zzz", "heads", "tea"])))
def test_translating_neither_fails_nor_invents(words: list[str]) -> None:
    put = translated(words, VOCABULARY, english.STOP)
    assert len(put) <= len(words) and all(put)


@pytest.mark.parametrize(
    "asked, written",
    [
        ("by 30 September 2026?", "by 30/9/2026?"),
        ("on September 3rd, 2024", "on 3/9/2024"),
        ("in September 2024", "in tháng 9/2024"),
        ("in May", "in tháng 5"),
        ("What may happen in 2024?", "What may happen in 2024?"),
    ],
)
def test_days_and_months_are_written_in_figures(asked: str, written: str) -> None:
    assert english.with_dates(asked) == written


def test_an_indicator_is_known_by_its_words_in_either_order() -> None:
    assert read("What was the loan balance of Son Ca district in 2024?").form.families == {
        "loan_balance"
    }
    assert read("How many tonnes of fishery products did Son Ca make in 2023?").form.families == {
        "fishery_output"
    }


def test_a_fall_that_is_planned_is_no_level() -> None:
    asked = read("By how many percentage points did Son Ca plan to cut its poverty rate in 2024?")
    assert asked.form.growth == -1
    assert read("What poverty rate did Son Ca plan for 2024?").form.growth == 0


def test_an_organisation_is_named_by_its_place_and_its_trade() -> None:
    assert [str(p) for p in read("How much profit did Son Ca Tea make in 2024?").places] == [
        "công ty Chè Sơn Ca"
    ]
    assert [str(p) for p in read("How much tea did Son Ca harvest in 2024?").places] == [
        "huyện Sơn Ca"
    ]


def test_a_place_that_no_record_knows_is_not_passed_over() -> None:
    assert [str(p) for p in read("What was the poverty rate of Buon Hop town in 2022?").places] == [
        "thị xã Buon Hop"
    ]
    assert [str(p) for p in read("Which district had the higher rate, Son Ca?").places] == [
        "huyện Sơn Ca"
    ]


@pytest.mark.parametrize(
    "question, post",
    [
        (
            "Who is the chairman of the People's Committee of Son Ca district?",
            "chu tich ubnd huyen",
        ),
        ("Who chairs the People's Committee of Son Ca?", "chu tich ubnd"),
        ("Who is the general director of Son Ca Tea?", "tong giam doc"),
    ],
)
def test_a_post_is_named_with_its_body_and_level(question: str, post: str) -> None:
    assert read(question).post.startswith(post)


def test_a_syllable_of_a_name_is_no_function_word() -> None:
    assert {"go", "say"} <= set(read("Who chaired the meeting on the Go Say cluster?").terms)


def test_what_tells_a_thing_from_others_of_its_kind_is_asked_for() -> None:
    asked = read_question(
        "How many pigs were culled because of African swine fever in 2023?",
        Vocabulary.load(), (), newest_year=2024,
    )  # fmt: skip
    assert asked.form.families == {"pigs"}
    assert {"tieu", "huy"} <= set(asked.form.rest)


def test_years_after_over_are_asked_for() -> None:
    asked = read_question(
        "How did coverage develop over 2022, 2023 and 2024?",
        Vocabulary.load(),
        (),
        newest_year=2024,
    )
    assert [p.first for p in asked.periods] == [2022, 2023, 2024]
