"""Is an answer right? Rules that take no opinion, so that two runs can be compared.

In this order an answer is

- *false_answer*: the question can't be answered from the records, yet something was found;
- *correct*: unanswerable and not found; or found, with every wanted string in the answer, no
  forbidden one, and from each group of records at least one cited;
- *missed*: answerable, and not found;
- *wrong*: anything else, a confident answer that is not right.

Strings are compared folded: NFC, case, the place of the tone mark (uỷ = ủy), dashes, white
space, the blank before a percent sign. A figure never matches inside a longer one ("35" is not
in "35,7"). A wanted entry that is a list is satisfied by any of its members.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import Literal

from evaluation.questions import Question

Verdict = Literal["correct", "wrong", "false_answer", "missed"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWEL = "[aeiouy\u0302\u0306\u031b]*"
_TONE_INSIDE = re.compile(f"({_VOWEL}?)([{_TONES}])({_VOWEL})")
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*\s?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARK = re.compile(r"\[\d+\]")  # of a citation


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as far as judging goes; `record` is the file's name."""

    record: str
    quote: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as far as judging goes. `computed`: figures derived by arithmetic it shows."""

    answer: str
    found: bool
    citations: tuple[Cited, ...] = ()
    computed: tuple[str, ...] = ()


def judge(question: Question, given: Given) -> Verdict:
    if not question.answerable:
        return "false_answer" if given.found else "correct"
    if not given.found:
        return "missed"
    wanted = all(
        any(stands_in(choice, given.answer) for choice in choices)
        for choices in question.must_include
    )
    forbidden = any(stands_in(text, given.answer) for text in question.must_not_include)
    cited = {_bare_name(citation.record) for citation in given.citations}
    grounded = all(cited & {_bare_name(r) for r in group} for group in question.cite_groups)
    return "correct" if wanted and not forbidden and grounded else "wrong"


def unsupported_figures(given: Given) -> tuple[str, ...]:
    """Figures of a found answer that stand in no quote or title of its citations.

    Years standing alone may come from a heading and are left out, as are computed figures.
    """
    if not given.found:
        return ()
    evidence = " ".join(f"{citation.quote} {citation.title}" for citation in given.citations)
    computed = {folded(figure) for figure in given.computed}
    stated = (match.strip() for match in _FIGURE.findall(_MARK.sub(" ", given.answer)))
    return tuple(
        figure
        for figure in stated
        if not _YEAR.fullmatch(figure)
        and folded(figure) not in computed
        and not stands_in(figure, evidence)
    )


def stands_in(needle: str, text: str) -> bool:
    """Whether the folded `needle` stands in the folded `text`, figures whole."""
    wanted, hay = folded(needle), folded(text)
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, hay) is not None


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The form that is compared; keeps accents and figures."""
    apart = unicodedata.normalize("NFD", text).casefold()
    # a tone mark goes to the end of its group of vowels: both placements read the same
    moved = unicodedata.normalize("NFC", _TONE_INSIDE.sub(r"\1\3\2", apart))
    dashes = moved.replace("–", "-").replace("—", "-")
    return re.sub(r"(?<=\d) %", "%", re.sub(r"\s+", " ", dashes)).strip()


def _bare_name(record: str) -> str:
    """A file name without folder and ending."""
    return unicodedata.normalize("NFC", PurePath(record).name.rsplit(".", 1)[0])
