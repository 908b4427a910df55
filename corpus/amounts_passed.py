"""Amounts that only say what was passed: "vượt mốc 400 tỷ đồng, đạt 412,5 tỷ đồng"."""

from __future__ import annotations

import re

from corpus.record import Figure

_PASSED = re.compile(r"(?:vượt|qua|cán|chạm|quá|đạt)(?: qua)? (?:mốc|ngưỡng|con số)\s+$", re.I)
_BEFORE = 25  # characters
_REACHED = ("result", "estimate")


def is_mark_of(text: str, mark: Figure, reached: Figure) -> bool:
    """Whether a figure is the mark that the next one of its sentence has passed."""
    start = mark.value.span.start
    return (
        mark.kind in _REACHED
        and reached.kind in _REACHED
        and mark.statement == reached.statement
        and (mark.key, mark.value.unit) == (reached.key, reached.value.unit)
        and mark.value.numbers[:1] <= reached.value.numbers[:1]
        and _PASSED.search(text[max(0, start - _BEFORE) : start]) is not None
    )
