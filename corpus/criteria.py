"""Criteria of the new-style rural standard that are told as a fraction alone: "Tân Rạch 16/19"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.record import Quantity
from corpus.roles import Reading

# How many criteria the national sets have: for a commune, for a district.
_IN_SETS = (19, 9)
_RURAL = re.compile(r"tiêu chí|nông thôn mới|(?<!\w)NTM(?!\w)", re.I)


def as_criteria(readings: list[Reading], text: str, before: Span, heading: str) -> list[Reading]:
    """Readings with "tiêu chí" for their unit, where `before` or the heading speaks of them.

    `before` is the stretch of the paragraph up to the clause's end.
    """
    return [
        _of_criteria(reading)
        if not reading.quantity.unit
        and is_of_a_set(reading.quantity)
        and (_RURAL.search(text, before.start, before.end) or _RURAL.search(heading))
        else reading
        for reading in readings
    ]


def is_of_a_set(quantity: Quantity, in_part: bool = False) -> bool:
    """Whether a fraction counts out of one of the national sets: "16/19"; in part: not all yet."""
    if not quantity.ratio:
        return False
    met, whole = quantity.numbers
    return whole in _IN_SETS and (met < whole if in_part else met <= whole)


def _of_criteria(reading: Reading) -> Reading:
    quantity = replace(reading.quantity, unit="tiêu chí")
    named = "tiêu chí" in reading.indicator.lower()
    name = reading.indicator if named else f"{reading.indicator} tiêu chí".strip()
    return replace(reading, quantity=quantity, indicator=name)
