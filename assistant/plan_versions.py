"""Which version of a plan is in force: amended, set anew, as the council settled it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.amounts import same_amount
from assistant.fitting import TARGETS
from assistant.knowledge import Shelf
from assistant.matching import Match
from assistant.question import Question

_BESIDE = 0.8  # of score: a resolution that amends words its targets more fully


def amended_beside(matches: Sequence[Match]) -> list[Match]:
    """Amended targets a little less close in words than the best target: they replace it."""
    fitting = [m for m in matches if not m.fails]
    return [
        m
        for m in fitting
        if m.known.figure.kind == "amended_target" and m.score >= fitting[0].score - _BESIDE
    ]


# "theo Nghị quyết Đại hội": a term's plan for its last year, however old
_OF_TERM = re.compile(r"\b(?:dai hoi|nhiem ky|giai doan)\b")


def _of_the_year(question: Question, matches: list[Match]) -> list[Match]:
    """Without plans that a term's paper set years before the one that the year's meeting set."""
    plans = [m for m in matches if m.known.figure.kind == "target"]
    if not plans or _OF_TERM.search(question.folded):
        return matches
    newest = max(m.known.info.day.year for m in plans)
    due = {m.known.figure.period.first for m in plans if m.known.figure.period}
    if len(due) != 1 or newest < due.pop() - 1:
        return matches
    return [m for m in matches if m not in plans or newest - m.known.info.day.year < 2]


_COUNCIL_ASKED = re.compile(r"\b(?:hdnd|hoi dong nhan dan|chot)\b")
_COUNCIL = re.compile(r"(?:HĐND|Hội đồng nhân dân)(?!\w)", re.I)


def _as_settled(question: Question, matches: list[Match]) -> list[Match]:
    """What the council's own record says it set, before what was put to it."""
    if not _COUNCIL_ASKED.search(question.folded):
        return matches

    def put_to_it(match: Match) -> bool:
        set_by_it = _COUNCIL.match(match.known.info.body) is not None
        return not (match.known.figure.kind == "target" and set_by_it)

    return sorted(matches, key=put_to_it)


def in_force(question: Question, matches: list[Match]) -> list[Match]:
    """An amended target stands before the one that it replaced, the year's before a term's."""
    matches = _as_settled(question, _of_the_year(question, matches))
    matches = _restated(question, matches)
    kinds = {m.known.figure.kind for m in matches}
    if question.kind == "former_target":
        former = [m for m in matches if m.known.figure.kind == "former_target"]
        return former or matches
    if "amended_target" in kinds:
        amended = [m for m in matches if m.known.figure.kind == "amended_target"]
        others = [m for m in matches if m.known.figure.kind != "amended_target"]
        amended_on = max(m.known.info.day for m in amended)
        if anew := [m for m in others if _set_anew(m, amended_on)]:
            return anew  # the year's own plan, after the term's was amended
        unequal = [
            o
            for o in others
            if not any(same_amount(o.known.figure.value, a.known.figure.value) for a in amended)
        ]
        return amended + unequal
    return matches


_MID_YEAR = re.compile(
    r"\b(?:giua|nua) nam\b|\bso ket\b|\b(?:6|sau|9|chin) thang\b"
    r"|\b(?:hop|phien|hoi nghi|bao cao)(?: \w+){0,3}? thang \d"
)
_ANEW = re.compile(r"\bca nam\b|\b(?:nang|tang|ha|giam)\b.*\b(?:len|xuong|con)\b")
_SUMMER, _AUTUMN = 5, 11  # months in which a running year's plan is said anew


def _restated(question: Question, matches: list[Match]) -> list[Match]:
    """What a half-year's paper says the year shall reach, where such a paper is asked about."""
    if not (_MID_YEAR.search(question.folded) and _ANEW.search(question.folded)):
        return matches

    def of_its_year(match: Match) -> bool:
        period, day = match.known.figure.period, match.known.info.day
        return period is not None and period.first == day.year and _SUMMER <= day.month <= _AUTUMN

    restated = [m for m in matches if of_its_year(m)]
    # "KH 19,5 tỷ" in the brackets of what was reached stands before the tasks that restate it.
    last: dict[str, int] = {}
    for found in (m.known.figure for m in restated):
        last[found.record_id] = max(last.get(found.record_id, 0), found.statement.start)
    return [
        m for m in restated if m.known.figure.statement.start == last[m.known.figure.record_id]
    ] or matches


def _set_anew(match: Match, since: date) -> bool:
    """Whether a plan was set for a year to come after another one for it had been amended."""
    figure, day = match.known.figure, match.known.info.day
    ahead = figure.period is not None and day.year < figure.period.first
    return figure.kind == "target" and ahead and day > since


# A plan as it may be called: "dự toán" is the council's estimate, no other aim for the year.
_CALLED = re.compile(r"\b(dự toán|du toan)\b", re.I)


def as_called(question: Question, shelf: Shelf, matches: list[Match]) -> list[Match]:
    """Of several plans the ones that their record calls so, too: "dự toán thu năm 2025"."""
    if question.kind not in TARGETS or not _CALLED.search(question.folded) or len(matches) < 2:
        return matches

    def called_so(match: Match) -> bool:
        read = shelf.read(match.known.figure.record_id)
        said = (match.known.figure.statement, *match.known.figure.sources)
        return read is not None and any(_CALLED.search(read.document.quote(s)) for s in said)

    return [m for m in matches if called_so(m)] or matches
