"""Offices by their initials."""

from __future__ import annotations

import pytest

from corpus.initials import are_initials, looks_short, words_named

SCHOOLS = ["truong", "phong", "giao", "duc", "va", "dao", "tao"]


@pytest.mark.parametrize("short", ["gddt", "gdvdt"])
def test_initials_name_the_words_they_stand_for(short: str) -> None:
    assert words_named(SCHOOLS, ["truong", "phong", short]) == len(SCHOOLS)


def test_words_behind_those_named_are_left_over() -> None:
    post = ["giam", "doc", "ban", "quan", "ly", "du", "an", "dau", "tu"]
    assert words_named(post, ["giam", "doc", "ban", "qlda"]) == len(post) - 2


@pytest.mark.parametrize("asked", [["truong", "phong", "tnmt"], ["pho", "phong"], ["gddtx"]])
def test_other_words_name_nothing(asked: list[str]) -> None:
    assert words_named(SCHOOLS, asked) is None


def test_initials_may_stand_anywhere_in_a_name() -> None:
    assert are_initials("gddt", SCHOOLS)
    assert not are_initials("gdtx", SCHOOLS)


@pytest.mark.parametrize(
    "word, short", [("qlda", True), ("nv", True), ("nghieng", False), ("ta", False)]
)
def test_a_syllable_is_no_short_form(word: str, short: bool) -> None:
    assert looks_short(word) is short
