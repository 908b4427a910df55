"""Answers that are one sentence or clause of a record, for all other questions."""

from __future__ import annotations

import re
from functools import partial

from assistant.alike import names_indicator
from assistant.answer import Answer
from assistant.evidence import Unit, enough, find_units
from assistant.fulfilled import counts_targets
from assistant.knowledge import Shelf
from assistant.lists import heads_table
from assistant.parts import askings
from assistant.question import Question
from assistant.quoting import Accept, narrowed, quote_unit
from assistant.sentence_tests import (
    counts,
    fits,
    lies_ahead,
    of_asked_kind,
    said_with_heading,
    sets_task,
    tells_change,
    tells_rarest,
)
from corpus.normalize import syllables
from corpus.quantities import find_quantities


def answer_passage(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that holds what is asked, quoted."""
    counting = bool(re.search(r"\b(?:bao nhieu|may|how many|how much)\b", question.folded))
    plain = question.intent == "value" and not question.form.families
    counting = counting or (plain and not re.search(r"\b(?:nao|gi|ai)\b", question.folded))
    accept: Accept | None = partial(counts, question) if counting else None
    if _ASKS_RANK.search(question.folded):  # "đứng thứ mấy": no amount
        counting, accept = False, _ranks
    several = askings(question.folded) > 1
    # of a list of counts only the clause that is meant answers
    if question.intent == "change":
        accept = partial(tells_change, accept)
    units = find_units(question, shelf, query, accept=accept, clause=counting and not several)
    # translated words stand side by side by chance: more of them must be there
    least = 0.55 if question.language == "en" else 0.45
    if not units or not enough(units[0]) or (units[0].own < least and not question.focus):
        return None
    if counting and _on_no_record(question, shelf):
        return None
    records = {u.read.record.id for u in units} if question.periods else ()
    figures = {r: shelf.library.figures(record_ids=[r]) for r in records}
    units = [
        u
        for u in units
        if fits(question, shelf, u, figures.get(u.read.record.id, ()))
        and (several or not counting or tells_rarest(question, shelf, u))
    ]
    units = [u for u in units if _says_head(question, shelf, u) and not sets_task(u)]
    units = [u for u in units if not heads_table(u)]
    units = [u for u in units if counts_targets(question, u.text)]
    units = of_asked_kind(question, units, figures)
    if question.intent == "change":  # what moved lies behind
        units = [u for u in units if u.statement.setting.mood != "target"]
    if question.leaning and question.form.families and not question.form.rest:
        # "thế dự toán giao là bao nhiêu?": of what was spoken of
        units = [u for u in units if names_indicator(question, shelf, u)]
    if not question.kind and units:  # what is, before what is to be
        told = [u for u in units if u.statement.setting.mood != "target" and not lies_ahead(u)]
        units = told if told and enough(told[0]) else units
    if not units or not enough(units[0]):
        return None
    best = units[0]
    if counting and not several:
        best = narrowed(question, shelf, query, best, question.terms, accept)
        if len(best.text) > 450:
            return None  # an enumeration: which of its values is meant would be a guess
    elif several and ";" in best.text:  # both amounts stand in one clause, or the whole tells
        short = narrowed(question, shelf, query, best, question.terms, accept, 1.0)
        amounts = [q for q in find_quantities(short.text) if not q.unit.startswith("%")]
        best = short if len(amounts) >= askings(question.folded) else best
    return quote_unit(question, best)


def _says_head(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a sentence or its heading says the noun that a question without a verb opens with.

    "Điểm chuẩn vào lớp 10?" is not answered by the schoolbooks of class 10.
    """
    head = question.terms[0] if question.terms and question.language == "vi" else ""
    named = head and not question.leaning and question.folded.startswith(f"{head} ")
    if not named or re.search(r"\b(?:bao nhieu|may|nao|gi|ai|sao|co|khong)\b", question.folded):
        return True
    said = said_with_heading(unit)
    return head in syllables(said) or head in shelf.respelled(said)


_FEW_WORDS = 3  # that say what is counted: without one of them another thing is


def _on_no_record(question: Question, shelf: Shelf) -> bool:
    """Whether what is counted bears a word of which no record tells: "ca sốt rét"."""
    weights, asked = shelf.knowledge().weights, question.form.rest
    few = question.language == "vi" and len(asked) <= _FEW_WORDS
    return few and any(w not in weights and not w.isdigit() for w in asked)


_ASKS_RANK = re.compile(
    r"\b(?:(?<!sap )xep|dung)(?: \w+){0,2} (?:may|bao nhieu)\b|\bhang (?:may|bao nhieu)\b"
    r"|\bthu hang\b"
)
_RANKS = re.compile(
    r"(?:xếp|đứng|hạng|thứ hạng|vị trí)(?:\s(?:thứ|hạng|vị trí))*\s(?:\d|nhất|nhì|ba|tư)"
)


def _ranks(text: str) -> bool:
    return _RANKS.search(text.lower()) is not None
