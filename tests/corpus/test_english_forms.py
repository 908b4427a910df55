"""English words in the one form that the glossary gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.english_forms import base_forms, is_manner, one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("centre", "center"),
        ("centralised", "centralized"),
        ("labour", "labor"),
        ("programmes", "programs"),
        ("four", "four"),
        ("rise", "rise"),
        ("promise", "promise"),
    ],
)
def test_words_are_spelt_one_way(british: str, american: str) -> None:
    assert one_spelling(british) == american


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("relocating", "relocate"),
        ("shipped", "ship"),
        ("admitting", "admit"),
        ("opened", "open"),
        ("companies", "compani"),  # "company" as it is folded
        ("branches", "branch"),
    ],
)
def test_a_word_is_found_by_its_plain_form(word: str, base: str) -> None:
    assert base in list(base_forms(word))


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_word_is_first_of_all_itself(word: str) -> None:
    assert next(base_forms(word)) == word
    assert one_spelling(one_spelling(word)) == one_spelling(word)


def test_how_something_was_done_says_not_what() -> None:
    assert is_manner("finalli") and not is_manner("juli") and not is_manner("school")
