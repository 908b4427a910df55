"""Amounts that only say what was passed: "vượt mốc 400 tỷ đồng, đạt 412,5 tỷ đồng"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.record import Figure

_PASSED = re.compile(r"(?:vượt|qua|cán|chạm|quá|đạt)(?: qua)? (?:mốc|ngưỡng|con số)\s+$", re.I)
_BEFORE = 25  # characters
_REACHED = ("result", "estimate")


def with_reached(text: str, told: Sequence[Figure], figure: Figure, first: int) -> list[Figure]:
    """The figures of a clause with one more, without marks of it; numbered from `first` on."""
    kept = [f for f in told if not is_mark_of(text, f, figure)]
    if not any(is_mark_of(text, figure, f) for f in kept):
        kept.append(figure)  # else "..., lần đầu vượt mốc 300 tỷ", behind what was reached
    return [replace(f, ordinal=first + number) for number, f in enumerate(kept)]


def is_mark_of(text: str, mark: Figure, reached: Figure) -> bool:
    """Whether a figure is the mark that another one of its sentence has passed."""
    start = mark.value.span.start
    return (
        mark.kind in _REACHED
        and reached.kind in _REACHED
        and mark.statement == reached.statement
        and (mark.key, _unit(mark)) == (reached.key, _unit(reached))
        and mark.value.numbers[:1] <= reached.value.numbers[:1]
        and _PASSED.search(text[max(0, start - _BEFORE) : start]) is not None
    )


def _unit(figure: Figure) -> str:
    return figure.value.unit.removesuffix(" đồng")  # "vượt mốc 150 tỷ, ước 156,2 tỷ đồng"
