"""Offices by their initials: "Phòng GDĐT" is the "Phòng Giáo dục và Đào tạo". All words folded."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SYLLABLE = re.compile(r"(?:ngh|[cgknpt]h|ng|tr|[bcdghklmnpqrstvx])?[aeiouy]+(?:[cmnpt]|ch|ng|nh)?")
_AND = ("va", "&")


def words_named(post: Sequence[str], asked: Sequence[str]) -> int | None:
    """How many of the words of `post` are named by those of `asked`, one by one or by initials.

    None where a word of `asked` names none.
    """
    at = 0
    for word in asked:
        if at < len(post) and post[at] == word:
            at += 1
        elif (after := _after_initials(post, at, word)) is not None:
            at = after
        else:
            return None
    return at


def are_initials(letters: str, words: Sequence[str]) -> bool:
    """Whether folded `letters` are the initials of some of the words, in a row."""
    return any(_after_initials(words, at, letters) is not None for at in range(len(words)))


def looks_short(word: str) -> bool:
    """Whether a folded word can be initials: it is no Vietnamese syllable."""
    return len(word) > 1 and word.isalpha() and not _SYLLABLE.fullmatch(word)


def _after_initials(post: Sequence[str], at: int, letters: str) -> int | None:
    """Where the words of `post` end whose first letters these are; an "and" may have none."""
    if not looks_short(letters):
        return None
    for letter in letters:
        if at < len(post) and post[at] in _AND and letter != post[at][0]:
            at += 1
        if at >= len(post) or post[at][0] != letter:
            return None
        at += 1
    return at
