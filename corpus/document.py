"""The canonical text of a file and its layout: what every reader produces.

A `Document` is one Unicode (NFC) text. Everything else in the program is a `Span` into it, so a
citation is always `document.text[start:end]`, verbatim. Readers never concatenate strings
themselves: they call a `DocumentBuilder`, which normalises characters and keeps the offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "row"]

CELL_SEPARATOR = " | "


class Span(NamedTuple):
    """Half-open range of characters `[start, end)` in a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row.

    `start`/`end` may lie in an earlier row: a cell merged downwards is printed once, where it
    begins, and the rows below point back at it. `columns` counts the grid columns it covers.
    """

    start: int
    end: int
    column: int
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a table row, in reading order."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading: 1 is the document's title
    page: int | None = None  # 1-based, where the source has pages
    table: int | None = None  # of a row: the table's ordinal in the document
    cells: tuple[Cell, ...] = ()  # of a row
    item: bool = False  # a paragraph that is one of a list, whose mark is no part of the text


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text and layout.

    `title` and `published` are what the file itself declares (an article's headline, its
    dateline); they are hints, `corpus.metadata` decides. `marks` says how far the text can be
    trusted: "ocr" (recognised from an image), "legacy" (converted from TCVN3, VNI...).
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: date | None = None
    site: str | None = None  # the publishing site's name, where a page declares one
    marks: frozenset[str] = frozenset()

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A table cell as a reader meets it: text and the grid area that it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    page: int | None = None  # where a table runs over several pages


_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# lone surrogates too: no store can encode them
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean(text: str) -> str:
    """NFC, no invisible or control characters, single blanks; spelling and lines stay."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most table cells: spares them five passes
    text = _BREAK.sub("\n", text)
    # composed last: an invisible character between a letter and its mark keeps them apart
    text = unicodedata.normalize("NFC", _CONTROL.sub("", _INVISIBLE.sub("", text)))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


@dataclass(slots=True)
class DocumentBuilder:
    """Collects blocks in reading order and lays them out into one text."""

    title: str | None = None
    published: date | None = None
    site: str | None = None
    marks: set[str] = field(default_factory=set)
    page: int | None = None  # set by readers of paged formats before a page's blocks
    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0
    _tables: int = 0

    @property
    def is_empty(self) -> bool:
        return not self._blocks

    def heading(self, text: str, level: int = 2) -> None:
        """A heading; level 1 is the document's title."""
        self._block("heading", " ".join(clean(text).split("\n")), level)

    def paragraph(self, text: str, *, item: bool = False) -> None:
        """A paragraph, or an item of a list; line breaks inside it are kept as they are."""
        self._block("paragraph", clean(text), 0, item)

    def table(self, cells: Iterable[TableCell]) -> None:
        """A table, given as its cells in any order; rows without text are left out."""
        rows: dict[int, list[TableCell]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
        if not any(cell.text.strip() for row in rows.values() for cell in row):
            return
        merged: dict[int, tuple[int, Cell]] = {}  # column -> (last row covered, cell)
        for number in sorted(rows):
            self._row(number, sorted(rows[number], key=lambda c: c.column), merged)
        self._tables += 1

    def build(self) -> Document:
        title = " ".join(clean(self.title).split()) if self.title else None
        return Document(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            title=title or None,
            published=self.published,
            site=clean(self.site) if self.site else None,
            marks=frozenset(self.marks),
        )

    def _block(self, kind: BlockKind, text: str, level: int, item: bool = False) -> None:
        if text:
            start = self._append(text, "\n\n")
            end = start + len(text)
            self._blocks.append(Block(kind, start, end, level, self.page, item=item))

    def _row(self, number: int, row: list[TableCell], merged: dict[int, tuple[int, Cell]]) -> None:
        texts = [(cell, " ".join(clean(cell.text).split("\n"))) for cell in row]
        printed = [(cell, text) for cell, text in texts if text]
        if not printed:
            return
        line = CELL_SEPARATOR.join(text for _, text in printed)
        inside = bool(self._blocks) and self._blocks[-1].table == self._tables
        start = self._append(line, "\n" if inside else "\n\n")
        cells = [c for last, c in merged.values() if last >= number]
        offset = start
        for cell, text in printed:
            laid = Cell(offset, offset + len(text), cell.column, cell.columns)
            cells.append(laid)
            if cell.rows > 1:
                merged[cell.column] = (number + cell.rows - 1, laid)
            offset += len(text) + len(CELL_SEPARATOR)
        cells.sort(key=lambda c: c.column)
        page = printed[0][0].page or self.page
        self._blocks.append(
            Block("row", start, start + len(line), 0, page, self._tables, tuple(cells))
        )

    def _append(self, text: str, separator: str) -> int:
        if self._parts:
            self._parts.append(separator)
            self._length += len(separator)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start
