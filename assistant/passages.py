"""Answers that are one sentence or clause of a record, for all other questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from assistant.answer import Answer
from assistant.evidence import Unit, enough, find_units
from assistant.knowledge import Shelf
from assistant.matching import period_fit
from assistant.parts import askings
from assistant.question import Question
from assistant.quoting import Accept, narrowed, quote_unit
from corpus.normalize import TOKEN, canonical_tones, fold, syllables
from corpus.quantities import find_quantities
from corpus.record import Figure


def answer_passage(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that holds what is asked, quoted."""
    counting = bool(re.search(r"\b(?:bao nhieu|may|how many|how much)\b", question.folded))
    accept: Accept | None = partial(_counts, question) if counting else None
    several = askings(question.folded) > 1
    # of a list of counts only the clause that is meant answers
    units = find_units(question, shelf, query, accept=accept, clause=counting and not several)
    if not units or not enough(units[0]) or (units[0].own < 0.45 and not question.focus):
        return None
    records = {u.read.record.id for u in units} if question.periods else ()
    figures = {r: shelf.library.figures(record_ids=[r]) for r in records}
    units = [
        u
        for u in units
        if _is_meant(question, u)
        and _of_its_time(question, u, figures.get(u.read.record.id, ()))
        and (question.intent != "value" or _holds_measured(question, shelf, u))
    ]
    if not question.kind and units:  # what is, before what is to be
        told = [u for u in units if u.statement.setting.mood != "target"]
        units = told if told and enough(told[0]) else units
    if not units or not enough(units[0]):
        return None
    best = units[0]
    if counting and not several:
        best = narrowed(question, shelf, query, best, question.terms, accept)
        if len(best.text) > 450:
            return None  # an enumeration: which of its values is meant would be a guess
    return quote_unit(question, best)


def _is_meant(question: Question, unit: Unit) -> bool:
    """Whether a sentence tells of plans where plans are asked for, of results where those are."""
    mood = unit.statement.setting.mood
    if question.intent not in ("value", "plan_share", "change", "yes_no"):
        return True
    if question.kind == "result":
        return mood != "target"
    return not (question.kind and mood == "result")


_MEASURED = re.compile(
    r"\b(?:san luong|dien tich|nang suat|tong dan|so luong|gia) (?:\w+ )??(\w{2,})"
)


def _holds_measured(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a sentence or its heading names, as spelt, what a measure is asked of.

    "Sản lượng muối" is not answered by the output of something else.
    """
    match = _MEASURED.search(question.folded)
    if match is None or match[1] not in question.terms:
        return True
    read, spelling = unit.read, dict(question.spelling)
    spans = [unit.span, *unit.statement.section]
    if ";" not in read.document.quote(unit.statement.sentence):  # else of each clause another
        spans.append(unit.statement.sentence)
    spans += [unit.statement.opener] if unit.statement.opener else []
    text = " ".join(read.document.quote(s) for s in spans)
    if match[1] in spelling:
        return spelling[match[1]] in TOKEN.findall(canonical_tones(text))
    return match[1] in syllables(text)


def _of_its_time(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a sentence's figures, as read, are of a period that is asked for."""
    if not question.periods:
        return True
    read = [
        f.period
        for f in figures
        if f.statement.start < unit.span.end
        and unit.span.start < f.statement.end
        and f.period is not None
    ]
    last = max(p.last for p in question.periods)
    # what is told of a later time was planned then
    return not read or any(period_fit(question.periods, p) or p.first > last for p in read)


_MONEY = re.compile(
    r"\btien\b(?! do)|kinh phi"
    r"|(?<!san )(?<!so )(?<!chat )(?<!luc )(?<!khoi )(?<!^)(?<!\w)luong\b(?! thuc)"
    r"|^luong\b(?! thuc)"
)


_WORD_NUMBER = re.compile(
    r"(?<!\w)(?:một(?! (?:số|phần|trong|cách|bộ|vài|lần))|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"\s+[a-zà-ỹ]",
    re.I,
)


def _counts(question: Question, text: str) -> bool:
    """Whether a text holds a quantity, of the unit asked for where the question names one."""
    quantities = find_quantities(text)
    if question.unit == "tien" or (not question.unit and _MONEY.search(question.folded)):
        return any(re.search(r"đồng|tỷ|triệu|USD", q.unit) for q in quantities)
    if not quantities:
        return bool(_WORD_NUMBER.search(text)) and not question.unit
    if question.unit in ("%", "phan tram"):
        return any(q.unit.startswith("%") or q.ratio for q in quantities)
    if question.unit and question.unit not in ("nguoi", "to"):
        unit = re.compile(rf"(?<!\w){re.escape(question.unit)}(?!\w)")
        near = 0 if question.unit in ("ty", "trieu", "nghin", "ha", "tan", "km") else 25
        return any(unit.search(fold(f"{q.unit} {text[q.end : q.end + near]}")) for q in quantities)
    return True
