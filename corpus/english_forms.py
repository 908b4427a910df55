"""English words in the one form that the glossary gives them: spelling, number, verb endings.

Words are folded as `corpus.normalize.syllables` gives them, with i for y.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_AMERICAN = (
    (re.compile(r"(?<=[cmt])(?:re)$"), "er"),  # centre, kilometre, theatre
    (re.compile(r"(?<=al|or|er|ar|im|an|en|in|um)is(?=e$|ed$|es$|ing$|ation$)"), "iz"),  # penalised
    (re.compile(r"(?<=lab|vor|olo|arb|hav)our(?=$|s$|ed$|ing$)"), "or"),
    (re.compile(r"^labour(?=s?$)"), "labor"),
    (re.compile(r"^programme(?=s?$)"), "program"),
)
_SHORTEST = 3  # letters of a stem


def one_spelling(word: str) -> str:
    """A word as Americans spell it: "centre" and "center" are one."""
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word


def base_forms(word: str) -> Iterator[str]:
    """A word and what it may be a form of, the likeliest first: "relocating", "relocate"."""
    yield word
    for ending, others in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST:
            continue
        yield from (stem + other for other in others)
        if ending in ("ing", "ed") and stem[-1] == stem[-2]:
            yield stem[:-1]  # "shipped"


_ENDINGS = (
    ("ies", ("i",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("i",)), ("ing", ("", "e")),
    ("ed", ("", "e")),
)  # fmt: skip


def is_manner(word: str) -> bool:
    """Whether a word says how something was done: "newly", "finally"."""
    return len(word) >= len("newly") and word.endswith("li")
