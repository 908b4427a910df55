"""Which of a table's columns name its rows, and which say where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.document import Block, Document
from corpus.normalize import CAPITAL
from corpus.places import find_places
from corpus.table_heads import NAME_HEAD, ORDINAL_HEAD, TEXT_HEAD, place_level

_NUMERIC = re.compile(
    r"^[<>≤≥=+\-~]?\s*(?:trên|dưới|từ|khoảng|ít nhất|không quá|ước)?\s*\d[\d.,/]*\s*(?:%|"
    r"[-–]\s*\d[\d.,]*\s*%?)?\s*(?:trở lên|trở xuống)?$",
    re.I,
)


class Column(NamedTuple):
    """A column's head, read from top to bottom, and its cells below it."""

    head: str
    texts: tuple[str, ...]


def column_texts(document: Document, body: Sequence[Block], column: int) -> tuple[str, ...]:
    """The texts of a column's cells."""
    return tuple(
        document.text[c.start : c.end].strip()
        for row in body
        for c in row.cells
        if c.column == column
    )


def is_numeric(text: str) -> bool:
    """Whether a cell holds a number, its bounds and its percent sign, and nothing else."""
    return _NUMERIC.match(text) is not None


def numbers_rows(column: Column) -> bool:
    """Whether a column only numbers the rows: by its head, or because it counts them."""
    if ORDINAL_HEAD.match(column.head.strip()):
        return True
    numbers = [int(n) for t in column.texts if re.fullmatch(r"\d{1,3}", n := t.strip("(). "))]
    told = len(numbers) == sum(1 for t in column.texts if re.search(r"\d", t))
    return told and len(numbers) >= _COUNTED and numbers == list(range(1, len(numbers) + 1))


_COUNTED = 3  # rows from which 1, 2, 3... is no chance


def holds_units(texts: Sequence[str]) -> bool:
    """Whether the cells below "Đơn vị" are units, and not offices or places."""
    if any(find_places(t) for t in texts) or any(len(t) >= _LONGEST_UNIT for t in texts):
        return False
    return 2 * sum(1 for t in texts if _PROPER_NAME.fullmatch(t)) <= len(texts)


_LONGEST_UNIT = 40  # characters
_PROPER_NAME = re.compile(rf"{CAPITAL}[\w'’]*(?:\s{CAPITAL}[\w'’]*)+")


def name_and_place(columns: Mapping[int, Column]) -> tuple[int, int | None]:
    """The column that names the rows, and the one that says where, if that is another one.

    Places that are named again and again stand beside what the rows are about: "Xã | Công trình",
    "Huyện | Chỉ tiêu" with one cell over several rows.
    """
    texty = [
        c
        for c, column in sorted(columns.items())
        if not numbers_rows(column) and _mostly_text(column.texts)
    ]
    told = [c for c in texty if not TEXT_HEAD.search(columns[c].head)]
    named = [c for c in told if _names_rows(columns[c].head) or place_level(columns[c].head, "")]
    if not named:
        return (texty[0] if texty else min(columns, default=0)), None
    first = named[0]
    texts = columns[first].texts
    if place_level(columns[first].head, "") and len(set(texts)) < len(texts):
        others = [c for c in told if not place_level(columns[c].head, "")]
        others.sort(key=lambda c: not _names_rows(columns[c].head))
        if others:
            return others[0], first
    return first, None


def _names_rows(head: str) -> bool:
    return NAME_HEAD.search(head) is not None


def _mostly_text(texts: Sequence[str]) -> bool:
    worded = sum(1 for t in texts if not is_numeric(t))
    return bool(texts) and worded * 2 > len(texts)
