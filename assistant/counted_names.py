"""Names that stand behind their number: "thêm 3 xã nông thôn mới (A, B, C)"."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.matching import Match, match_figures
from assistant.question import Question
from assistant.quoting import quote_unit
from corpus.document import Span

_NAMES = re.compile(
    r"[^.;:()\d]{0,80}?(?:\((?:gồm|là)?:?\s*(?P<aside>[^()]+)\)"
    r"|(?:\s(?:gồm|là)|:)(?:\s+(?:có|các))?:?\s+(?P<behind>[^.;()]+))"
)
_BETWEEN = re.compile(r"[,;]\s+|\s+và\s+")
_FEWEST, _MOST = 2, 20


def answer_counted_names(question: Question, shelf: Shelf) -> Answer | None:
    """The clause that counts what is asked for and names just as many; None where none does."""
    for match in match_figures(question, shelf.knowledge()):
        if match.fails:
            return None  # the fitting ones stand first
        unit = _named(match, shelf)
        if unit is not None:
            return quote_unit(question, unit)
    return None


def _named(match: Match, shelf: Shelf) -> Unit | None:
    """The clause of a count with the names behind it, where they are as many."""
    figure = match.known.figure
    read = shelf.read(figure.record_id)
    if read is None or figure.value.ratio or len(figure.value.numbers) != 1:
        return None
    count, whole = figure.value.numbers[0], read.document.text
    statement = next(
        (s for s in read.statements if s.span.start <= figure.value.start < s.span.end), None
    )
    if statement is None or count % 1 or not _FEWEST <= count <= _MOST:
        return None
    names = _NAMES.match(whole, figure.value.end, statement.sentence.end)
    if names is None:
        return None
    listed = _BETWEEN.split((names["aside"] or names["behind"]).strip())
    if len(listed) != count:
        return None
    start = min(figure.statement.start, figure.value.start)
    span = Span(start, max(figure.statement.end, names.end()))
    return Unit(read, span, statement, score=1.0, own=1.0)
