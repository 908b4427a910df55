"""Does search find the proof? The evidence must lie whole within one of the first passages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evaluation.questions import FOLLOWUP, Question
from index.library import Library

DEPTH = 5  # passages looked at

_MARKUP = re.compile(r"\*\*|[|\s]+")


@dataclass(frozen=True, slots=True)
class Looked:
    """What search gave for a question; `lengths` are characters of the passages."""

    hit: bool
    lengths: tuple[int, ...]


def counts(question: Question) -> bool:
    """Follow-ups make no sense to search alone; others count when they name their evidence."""
    follows = question.type == FOLLOWUP or bool(question.history)
    return question.answerable and bool(question.evidence) and not follows


def look(library: Library, question: Question) -> Looked:
    passages = []
    for hit in library.search(question.text, DEPTH):
        record = library.record(hit.passage.record_id)
        if record is not None:
            passages.append(record.document.quote(hit.passage.span))
    wanted = plain(question.evidence or "")
    return Looked(any(wanted in plain(text) for text in passages), tuple(map(len, passages)))


def plain(text: str) -> str:
    """White space, cell borders and bold marks folded away: they differ between formats."""
    return _MARKUP.sub(lambda match: "" if match.group() == "**" else " ", text).strip()
