"""A follow-up answered near what the last answer cited: "Ai làm trưởng ban đó?".

People ask on about the sentence that they have just read, in words that it alone explains. Tried
only where nothing else answers; the cross-encoder chooses among the sentences around.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from assistant import alike
from assistant.amount_beside import has_its_amount
from assistant.answer import Answer
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.question import Question
from assistant.quoting import quote_unit
from assistant.read_together import log_odds
from assistant.sentence_tests import (
    is_meant,
    names_whom,
    on_other_side,
    tells_other_place,
)
from assistant.sentence_times import names_its_time, of_its_time, tells_other_time
from corpus.document import Span
from corpus.record import Figure

_BEFORE, _BEHIND = 400, 700  # characters around a citation
_LOOKED_AT = 8  # sentences
# Log-odds, chosen on invented conversations: from the first on a sentence is told whatever its
# words, from the second on only where it holds the kind of thing asked for and words of its own.
_SURE, _LEAST = 0.4, -1.0


def answer_near(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence near `question.focus` that holds what is asked; None where none is likely."""
    records = list(dict.fromkeys(record for record, _ in question.focus))
    figures = {record: shelf.library.figures(record_ids=[record]) for record in records}
    units = _around(question, shelf)
    units = [u for u in units if _may_be(question, u, figures[u.read.record.id])]
    units.sort(key=lambda u: -_shared(question, shelf, u))
    units = units[:_LOOKED_AT]
    weighed = zip(log_odds(question, shelf, query, units), units, strict=False)
    for odds, unit in sorted(weighed, key=itemgetter(0), reverse=True):
        if odds >= _SURE or (odds >= _LEAST and _may_tell(question, shelf, unit)):
            return quote_unit(question, unit)
    return None


def _around(question: Question, shelf: Shelf) -> list[Unit]:
    units: dict[tuple[str, Span], Unit] = {}
    for record_id, start in question.focus:
        read = shelf.read(record_id)
        if read is None:
            continue
        for statement in read.statements:
            span = statement.span if read.is_row(statement) else statement.sentence
            near = span.start < start + _BEHIND and start - _BEFORE < span.end
            if near and read.document.blocks[statement.block].kind != "heading":
                units[record_id, span] = Unit(read, span, statement, 1.0, 1.0, near=True)
    return list(units.values())


def _may_be(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a sentence tells of whom, when and where it is asked; `figures` are its record's."""
    return (
        names_whom(question, unit)
        and names_its_time(question, unit)
        and of_its_time(question, unit, figures)
        and not tells_other_place(question, unit, figures)
        and not tells_other_time(question, unit, figures)
    )


def _may_tell(question: Question, shelf: Shelf, unit: Unit) -> bool:
    holds = alike.holds_asked(question)
    return (
        (holds is None or holds(unit.text))
        and _shared(question, shelf, unit) > 0
        and is_meant(question, unit)
        and has_its_amount(question, unit.text)
        and not on_other_side(question, shelf, unit)
    )


def _shared(question: Question, shelf: Shelf, unit: Unit) -> float:
    """The weight of the follow-up's own words that a sentence says; 1 where it has none."""
    knowledge = shelf.knowledge()
    own = [w for w in question.terms if w not in question.background and knowledge.weights.get(w)]
    if not own:
        return 1.0
    said = shelf.words(unit.text)
    return sum(knowledge.weight(w) for w in own if w in said)
