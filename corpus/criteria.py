"""Criteria of the new-style rural standard that are told as a fraction alone: "Tân Rạch 16/19"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.roles import Reading

# How many criteria the national sets have: for a commune, for a district.
_IN_SETS = (19, 9)
_RURAL = re.compile(r"tiêu chí|nông thôn mới|(?<!\w)NTM(?!\w)", re.I)


def as_criteria(reading: Reading, said: str) -> Reading:
    """The reading with "tiêu chí" for its unit, where what was `said` before speaks of them."""
    quantity = reading.quantity
    if not quantity.ratio or quantity.unit or quantity.numbers[1] not in _IN_SETS:
        return reading
    if quantity.numbers[0] > quantity.numbers[1] or not _RURAL.search(said):
        return reading
    unit = replace(quantity, unit="tiêu chí")
    name = reading.indicator if "tiêu chí" in reading.indicator.lower() else ""
    return replace(
        reading, quantity=unit, indicator=name or f"{reading.indicator} tiêu chí".strip()
    )
