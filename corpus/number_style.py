"""Papers that group thousands by commas, as spreadsheets print them: "14,862 triệu đồng".

A comma is a decimal point in Vietnamese, so one number alone can't tell; a whole paper does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.record import Figure

_BY_COMMA = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])(?!\.\d{3})")
_BY_DOT = re.compile(r"(?<![\d.,/])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.]|,\d{3})")
_TELLING = 4  # numbers from which on a paper's commas are no chance


def groups_by_comma(text: str) -> bool:
    """Whether a text groups thousands by commas, and none by dots."""
    return len(_BY_COMMA.findall(text)) >= _TELLING and _BY_DOT.search(text) is None


def regrouped(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of such a paper with the numbers that it means."""
    return tuple(_regrouped(text, figure) for figure in figures)


def _regrouped(text: str, figure: Figure) -> Figure:
    value = figure.value
    grouped = [Decimal(n.replace(",", "")) for n in _BY_COMMA.findall(text, value.start, value.end)]
    if not grouped or len(grouped) != len(value.numbers):
        return figure
    return replace(figure, value=replace(value, numbers=tuple(grouped)))
