"""Resolutions that a question asks about as papers: which one it is, how it was voted on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import Answer
from assistant.evidence import Unit, of_place
from assistant.knowledge import ReadRecord, Shelf
from assistant.papers import bears_number
from assistant.question import Question
from assistant.quoting import quote_unit
from corpus.document import Span
from corpus.normalize import fold, syllables

_AMENDS = re.compile(r"dieu chinh|sua doi|bo sung")
_NOISE = frozenset(syllables("nghi quyet thong qua ban hanh ky resolution so ve dieu chinh"))
_HELD = 0.5  # least share of the question's words that the paper's opening must hold
_OPENING = 1200  # characters


def resolution_asked(
    question: Question, shelf: Shelf, terms: Sequence[str], least: float = _HELD
) -> tuple[date, ReadRecord] | None:
    """The resolution that a question names by its number or by what it is about, with its day."""
    number = re.search(r"(?:nghi quyet|resolution)(?: so| no)?\.? (\d+)", question.folded)
    asked = [w for w in terms if w not in _NOISE and not w.isdigit()]
    ranked: list[tuple[float, date, ReadRecord]] = []
    for info in shelf.knowledge().infos.values():
        if info.kind != "resolution" or info.date is None or not of_place(question, info.place):
            continue
        read = shelf.read(info.id)
        if read is None:
            continue
        top = fold(f"{info.title} {info.source} {read.document.text[:_OPENING]}")
        if number and not bears_number(number[1].lstrip("0"), top):
            continue
        if question.years and not number and not any(str(y) in top for y in question.years):
            continue
        if question.kind == "amended_target" and not _AMENDS.search(top):
            continue
        words = set(syllables(top))
        share = sum(w in words for w in asked) / len(asked) if asked else 1.0
        if share >= least:
            ranked.append((share, info.date, read))
    return max(ranked, key=lambda r: r[:2])[1:] if ranked else None


# "Nghị quyết được thông qua với 32/34 đại biểu tán thành", "Kết quả biểu quyết: 29 tán thành"
_ON_THE_WHOLE = re.compile(
    r"\W*(?:(?:toàn văn |dự thảo )?nghị quyết(?: này)? (?:đã |vừa )?được[^;:.]{0,80}?"
    r"(?:thông qua|tán thành|biểu quyết)|kết quả biểu quyết(?: thông qua)?(?: nghị quyết)?\s*:)"
    r"(?:[^;.]*?;)?[^;.]*?(?:(?<![\d/])\d{1,3}\s?/\s?\d{1,3}(?![\d/])|100\s?%"
    r"|\d{1,3} (?:đại biểu|phiếu|ý kiến|tán thành|đồng ý))",
    re.I,
)


def answer_vote_on_paper(question: Question, shelf: Shelf, terms: Sequence[str]) -> Answer | None:
    """The vote on a whole resolution, as it tells itself, where no part of it is asked about."""
    said = re.search(r"\bnghi quyet(?: so)? (\d)?|\bresolution (?:no\.? )?(\d)?", question.folded)
    if said is None or not (terms or any(said.groups()) or question.kind == "amended_target"):
        return None  # which of them it is, nothing tells
    found = resolution_asked(question, shelf, terms, least=1.0)
    if found is None:
        return None
    read = found[1]
    told = {  # also in the clause behind it: "... thông qua ngày 14/7; 24/29 đại biểu tán thành"
        span: s
        for s in read.statements
        for span in (s.span, s.sentence)
        if _ON_THE_WHOLE.match(read.document.quote(span))
    }
    shortest = min(told, key=lambda span: span.end - span.start, default=None)
    if shortest is None or len({s.sentence for s in told.values()}) != 1:
        return None
    return quote_unit(question, Unit(read, shortest, told[shortest], 1.0, 1.0))


_ARTICLE = re.compile(r"\W*Điều (\d{1,2})\b")
_COUNTED = r"[^;.]{0,60}?\d{1,3}\s?/\s?\d{1,3}"


def vote_on_article(unit: Unit) -> Span | None:
    """Where the paper tells how the article that holds a unit was voted on: "Điều 4 ... 26/30"."""
    document = unit.read.document
    heads = (document.quote(span) for span in unit.statement.section)
    article = next((m[1] for head in heads if (m := _ARTICLE.match(head))), None)
    if article is None:
        return None
    told = re.compile(rf"(?<!\w)Điều {article}\b{_COUNTED}")
    spans = (s.span for s in unit.read.statements if told.search(document.quote(s.span)))
    return next(spans, None)


_ASKS_HOW_MANY = re.compile(
    r"(?=.*\b(?:ky hop|phien|hop|hoi nghi|dai hoi|session|meeting)\b)"
    r".*\b(?:(?:bao nhieu|may) (?:ban )?(?:nghi quyet|nq)|how many resolutions)\b"
)
_SOME = (
    r"(?<!số )(?:\d{1,2}|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: \w+)?) (?:bản )?"
    r"(?:nghị quyết|NQ)(?!\w)"
)
_PASSED = re.compile(
    rf"(?<!\w)(?:thông qua|ban hành|quyết nghị|ra)(?!\w)[^.;:\d]{{0,60}}?{_SOME}"
    rf"|{_SOME}[^.;:]{{0,40}}?(?:được|đã) (?:HĐND \w+ )?(?:thông qua|ban hành)",
    re.I,
)
_SEASONS = (
    (re.compile(r"\bgiua nam\b|mid.?year"), range(5, 9)),
    (re.compile(r"\bcuoi nam\b|year.?end"), range(11, 13)),
)


def asks_how_many_passed(question: Question) -> bool:
    """Whether it is asked how many resolutions a session passed."""
    return question.intent == "value" and _ASKS_HOW_MANY.match(question.folded) is not None


def counts_resolutions(question: Question, text: str) -> bool:
    """Whether a text counts resolutions, where it is asked how many were passed."""
    return not asks_how_many_passed(question) or re.search(_SOME, text, re.I) is not None


def answer_how_many_passed(question: Question, sessions: Sequence[ReadRecord]) -> Answer | None:
    """The clause that says it, of the session asked about; `sessions` fit, the best first."""
    months = next((m for said, m in _SEASONS if said.search(question.folded)), range(1, 13))
    for read in sessions:
        day = read.record.date
        if day is None or day.month not in months:
            continue
        for statement in read.statements:
            if _PASSED.search(read.document.quote(statement.span)):
                return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
        return None
    return None
