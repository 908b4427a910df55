"""Where a place stands among others: "đứng thứ mấy trong tỉnh?"."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit, enough, find_units
from assistant.knowledge import Shelf
from assistant.matching import match_figures
from assistant.question import Question
from assistant.quoting import quote_unit

_ASKED = re.compile(
    r"\b(?:dung|xep|o)(?: o)? (?:hang |vi tri |vi )?(?:thu )?(?:may|bao nhieu)\b"
    r"(?=.*\b(?:tinh|huyen|nuoc|nganh|cum|khoi|bang|vung|trong)\b)"
    r"|\b(?:xep|dung) (?:hang|thu) (?:thu )?(?:may|bao nhieu)\b"
    r"|\b(?:thu hang|xep hang) (?:may|nao)\b"
    r"|\b(?:hang|vi tri) thu may\b|\bwhat rank\b|\bhow (?:high|low)? ?(?:did|was|does) .*\brank"
)
_TOLD = re.compile(
    r"(?:xếp|đứng|vị trí|vươn lên|tụt xuống)\s(?:[^\W\d]+\s){0,3}?(?:thứ\s)?"
    r"(?:\d|nhất|nhì|ba|tư|đầu|cuối)"
    r"|(?:hạng|thứ)\s\d+\s?/\s?\d|thứ hạng",
    re.I,
)


def asks_rank(question: Question) -> bool:
    """Whether a question asks where something stands among others, and not how much it is."""
    return _ASKED.search(question.folded) is not None


def answer_rank(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The clause that tells the rank of the indicator asked about; None where none does."""
    for match in match_figures(question, shelf.knowledge()):
        read = shelf.read(match.known.info.id)
        if match.fails or read is None:
            continue
        span = match.known.figure.statement
        statement = next((s for s in read.statements if s.span == span), None)
        if statement is not None and _TOLD.search(read.document.quote(span)):
            return quote_unit(question, Unit(read, span, statement, score=1.0, own=1.0))
    told = find_units(
        question, shelf, query, accept=lambda text: _TOLD.search(text) is not None, clause=True
    )
    return quote_unit(question, told[0]) if told and enough(told[0]) else None
