"""The part of a sentence that tells what is asked: its neighbours' figures are left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.parts import askings
from assistant.question import Question
from corpus.document import Span
from corpus.periods import find_periods
from corpus.quantities import find_quantities

_LEAST = 0.999  # of the weight of the question's words in the whole sentence: all of them
_APART = 0.8  # of the best part's weight: where the next one comes closer, neither is sure
_INTENTS = ("value", "plan_share", "change", "vote")
_BREAK = re.compile(r"[,;]\s+")


def told_part(
    question: Question, shelf: Shelf, unit: Unit, holds: Callable[[str], bool] | None
) -> Unit:
    """A unit cut to the part, between commas, that holds all that is asked; else as it is.

    Parts without a number in front of it belong to it: they say of what. `holds` tells whether a
    text can answer at all.
    """
    if question.intent not in _INTENTS or holds is None or askings(question.folded) > 1:
        return unit
    text = unit.text
    parts = parts_of_sentence(text)
    if question.language != "vi" or " | " in text or len(parts) < 2:
        return unit
    if len({f.period for f in find_periods(text)}) > 1:
        return unit  # "quý II 11,7%, quý III 12,8%": the time may stand in any of them
    knowledge, spelling = shelf.knowledge(), dict(question.spelling)

    def weight(part: Span) -> float:
        said = shelf.words(text[part.start : part.end])
        known = (w for w in dict.fromkeys(question.terms) if w in said)
        return sum(knowledge.weight(w, spelling.get(w, "")) for w in known)

    whole = weight(Span(0, len(text)))
    weighed = sorted(((weight(p), -p.start, p) for p in parts), reverse=True)
    fitting = [w for w in weighed if holds(text[w[2].start : w[2].end])]
    if not fitting or not whole or fitting[0][0] < _LEAST * whole:
        return unit
    if len(fitting) > 1 and fitting[1][0] > _APART * fitting[0][0]:
        return unit
    part = fitting[0][2]
    goes_on = any(_NUMBER.match(text, p.start) for *_, p in fitting[1:])
    if goes_on and not _tells_of_what(question, shelf, text[part.start : part.end]):
        return unit
    start = unit.span.start + part.start
    return replace(unit, span=Span(start, start + part.end - part.start))


_NUMBER = re.compile(r"(?:và |cùng )?\d")


def _tells_of_what(question: Question, shelf: Shelf, part: str) -> bool:
    """Whether what stands behind a part's number is asked: of "nuôi 120 con dúi, 64 con nhím" the
    first alone does not tell how many are kept.
    """
    behind = part[find_quantities(part)[-1].end :]
    return not shelf.words(behind).isdisjoint(question.terms)


def parts_of_sentence(text: str) -> list[Span]:
    """The stretches between commas and semicolons outside brackets that hold a number each.

    One without a number goes with the next that has one, the last with the one before.
    """
    breaks = [
        m
        for m in _BREAK.finditer(text)
        if text.count("(", 0, m.start()) == text.count(")", 0, m.start())
    ]
    starts = [0, *(m.end() for m in breaks)]
    ends = [*(m.start() for m in breaks), len(text)]
    parts: list[Span] = []
    opened: int | None = None
    for start, end in zip(starts, ends, strict=True):
        opened = start if opened is None else opened
        if find_quantities(text, start, end):
            parts.append(Span(opened, end))
            opened = None
    if opened is not None and parts:
        parts[-1] = Span(parts[-1].start, len(text))
    return parts
