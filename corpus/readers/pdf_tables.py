"""Ruled tables of a PDF page: where they stand and which cells they have."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document import TableCell
from corpus.readers.pdf_text import Box, Glyph, inside, other_line

_SAME_EDGE = 3.0  # points; rules of neighbouring cells rarely meet exactly


@dataclass(frozen=True, slots=True)
class PdfTable:
    box: Box
    columns: tuple[float, ...]  # left edges of the grid's columns
    cells: tuple[TableCell, ...]

    @property
    def rows(self) -> int:
        return 1 + max(cell.row for cell in self.cells)


class TableFinder:
    """Opens pdfplumber only when a page with rules asks for it: it is slow."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf: Any = None

    def tables(self, number: int, found: Sequence[Glyph]) -> list[PdfTable]:
        """Tables of a page (0-based), top down; boxes with fewer than two columns are not."""
        import pdfplumber

        if self._pdf is None:
            self._pdf = pdfplumber.open(self._path)
        page = self._pdf.pages[number]
        shift = page.bbox[1]
        out: list[PdfTable] = []
        for table in page.find_tables():
            cells = [_shifted(cell, page.bbox[0], shift) for cell in table.cells if cell]
            built = _table(_shifted(table.bbox, page.bbox[0], shift), cells, found)
            if built is not None:
                out.append(built)
        page.close()
        return sorted(out, key=lambda table: table.box[1])

    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()


def _shifted(box: Sequence[float], x: float, y: float) -> Box:
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _table(box: Box, cells: Sequence[Box], found: Sequence[Glyph]) -> PdfTable | None:
    lefts = _edges([cell[0] for cell in cells])
    tops = _edges([cell[1] for cell in cells])
    if len(lefts) < 2:
        return None
    within = [glyph for glyph in found if inside(glyph, box)]
    laid: list[TableCell] = []
    for cell in sorted(cells, key=lambda c: (c[1], c[0])):
        row, column = _nearest(tops, cell[1]), _nearest(lefts, cell[0])
        rows = sum(cell[1] - _SAME_EDGE < top < cell[3] - _SAME_EDGE for top in tops)
        columns = sum(cell[0] - _SAME_EDGE < left < cell[2] - _SAME_EDGE for left in lefts)
        parts = _set_in_columns(cell, lefts[column : column + columns], within)
        for offset, part in enumerate(parts):
            laid.append(TableCell(_text(part, within), row, column + offset, max(1, rows)))
        if not parts:
            text = _text(cell, within)
            laid.append(TableCell(text, row, column, max(1, rows), max(1, columns)))
    if not any(cell.text for cell in laid):
        return None
    return PdfTable(box, tuple(lefts), tuple(laid))


def _set_in_columns(cell: Box, lefts: Sequence[float], found: Sequence[Glyph]) -> list[Box]:
    """The columns of a cell without inner rules, where white stands between them all.

    Heads on a coloured ground are often drawn so; a title over the whole width is not.
    """
    if len(lefts) < _UNRULED:
        return []
    edges = [*lefts, cell[2]]
    parts = [(a, cell[1], b, cell[3]) for a, b in itertools.pairwise(edges)]
    reached: list[Box] = []
    for part in parts:
        boxes = [g.box for g in found if inside(g, part) and g.box]
        if not boxes:
            return []
        reached.append((min(b[0] for b in boxes), part[1], max(b[2] for b in boxes), part[3]))
    apart = all(b[0] - a[2] > _SAME_EDGE for a, b in itertools.pairwise(reached))
    return parts if apart else []


_UNRULED = 3  # columns from which words that keep to them are no chance


def _edges(values: Sequence[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _SAME_EDGE:
            out.append(value)
    return out


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))


def _text(cell: Box, found: Sequence[Glyph]) -> str:
    """Text of a cell, its lines joined by a blank."""
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in found:
        if not inside(glyph, cell):
            continue
        # pdfium reports a blank as a character of its own between the two
        if last is not None and (other_line(last, glyph) or glyph.index - last.index > 1):
            parts.append(" ")
        parts.append(glyph.text)
        last = glyph
    return "".join(parts).strip()


def continues(above: PdfTable, below: PdfTable) -> bool:
    """Whether a table at the top of a page goes on from the one that ended the page before."""
    return len(above.columns) == len(below.columns) and all(
        abs(a - b) <= 2 * _SAME_EDGE for a, b in zip(above.columns, below.columns, strict=True)
    )


def joined(above: Sequence[TableCell], below: PdfTable, page: int) -> list[TableCell]:
    """Cells of a table and of its continuation, whose repeated head is dropped."""
    first = 1 + max(cell.row for cell in above)
    repeated = _repeated_head(above, below.cells)
    return [
        *above,
        *(
            TableCell(c.text, c.row - repeated + first, c.column, c.rows, c.columns, page)
            for c in below.cells
            if c.row >= repeated
        ),
    ]


def _repeated_head(above: Sequence[TableCell], below: Sequence[TableCell]) -> int:
    """How many rows at the top of the continuation repeat the table's own."""
    count = 0
    while count < 4:
        mine = [(c.column, c.text) for c in above if c.row == count]
        theirs = [(c.column, c.text) for c in below if c.row == count]
        if not mine or mine != theirs:
            return count
        count += 1
    return count
