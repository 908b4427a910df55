"""Where a quotation stands: its surroundings, its page, its row in a table. No HTML here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.document import Block, Document, Span

# Characters of surroundings on each side: a long sentence before and after, so that a reader sees
# which year and whose figure it is without opening the record.
AROUND = 400
# How far an edge may move to meet a line break rather than the next word.
_SNAP = 90


class Note(NamedTuple):
    """A span with a line about it, shown when pointed at."""

    span: Span
    title: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotation within its record: `text[start:end]` holds `quote`; the edges are snapped."""

    start: int
    end: int
    quote: Span
    cut_before: bool  # the record goes on before
    cut_after: bool


def excerpt(text: str, quote: Span, around: int = AROUND) -> Excerpt:
    """Surroundings of `quote`, at most `around` characters a side, cut between words or lines.

    A quotation that doesn't lie in the text (the record changed since) is clipped to it.
    """
    left = min(max(quote.start, 0), len(text))
    right = min(max(quote.end, left), len(text))
    start, end = max(0, left - around), min(len(text), right + around)
    if start > 0:
        start = _snap_forward(text, start, left)
    if end < len(text):
        end = _snap_back(text, right, end)
    return Excerpt(start, end, Span(left, right), start > 0, end < len(text))


def _snap_forward(text: str, start: int, limit: int) -> int:
    line = text.find("\n", start, min(limit, start + _SNAP))
    if line >= 0:
        return line + 1
    if text[start - 1].isspace():
        return start
    blank = next((i for i in range(start, limit) if text[i].isspace()), None)
    return limit if blank is None else blank + 1


def _snap_back(text: str, limit: int, end: int) -> int:
    line = text.rfind("\n", max(limit, end - _SNAP), end)
    if line >= 0:
        return line
    if text[end].isspace():
        return end
    blank = next((i for i in range(end - 1, limit - 1, -1) if text[i].isspace()), None)
    return limit if blank is None else blank


@dataclass(frozen=True, slots=True)
class Location:
    """Where a span stands in its source file; None where the format has no such thing."""

    page: int | None = None
    table: int | None = None  # 1-based
    row: int | None = None  # 1-based, the head included


def locate(document: Document, span: Span) -> Location:
    """Page and table row of a span's beginning."""
    block = _block_at(document.blocks, span.start)
    if block is None:
        return Location()
    if block.kind != "row" or block.table is None:
        return Location(page=block.page)
    rows = [b for b in document.blocks if b.table == block.table and b.kind == "row"]
    return Location(block.page, block.table + 1, rows.index(block) + 1)


def rows_around(document: Document, span: Span, near: int = 2) -> list[Block]:
    """For a span in a table: its head row and the rows up to `near` before and after."""
    block = _block_at(document.blocks, span.start)
    if block is None or block.kind != "row":
        return []
    rows = [b for b in document.blocks if b.table == block.table and b.kind == "row"]
    first = rows.index(block)
    last = max((i for i, b in enumerate(rows) if b.start < span.end), default=first)
    kept = range(max(0, first - near), min(len(rows), last + near + 1))
    return [row for i, row in enumerate(rows) if i == 0 or i in kept]


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    return next((b for b in blocks if b.start <= offset < b.end), None)
