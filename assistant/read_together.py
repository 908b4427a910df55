"""What the cross-encoder reads of a question and a sentence (see `index.embedding`).

A sentence alone says neither whose figure it tells nor of which year: its record's title, place
and year and its heading go before it, each cut short, since reading is paid for by the word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.draft import Draft
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.question import Question
from assistant.quoting import said
from assistant.sentence_tests import heading_over
from assistant.wording import capitalised

_TITLE = 9  # words
_HEADING = 14  # words
_YEAR = re.compile(r"\d{4}")


def log_odds(question: Question, shelf: Shelf, query: str, units: Sequence[Unit]) -> list[float]:
    """For each unit how likely it answers; empty where the library has no model for that."""
    texts = [passage_text(question, unit) for unit in units]
    return shelf.library.answering(question_text(question, query), texts)


def question_text(question: Question, query: str) -> str:
    """The question with the years that it means, where it says "năm nay" or follows another."""
    years = sorted({year for p in question.periods for year in (p.first, p.last)})
    return query if _YEAR.search(query) else " ".join((query, *map(str, years)))


def passage_text(question: Question, unit: Unit) -> str:
    record = unit.read.record
    year = record.date.year if record.date else ""
    title, over = _short(record.title, _TITLE), _short(heading_over(unit), _HEADING)
    text = capitalised(said(question, unit, Draft(question.language)))
    return f"{title} {record.place} {year}. {over}: {text}."


def _short(text: str, words: int) -> str:
    return " ".join(text.split()[:words])
