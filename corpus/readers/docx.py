"""Word files (.docx): text, headings, tables, notes; legacy fonts converted run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document import Document, DocumentBuilder, TableCell, clean
from corpus.headings import TITLE, heading_level, is_marker
from corpus.readers import docx_text
from corpus.readers.docx_text import Fonts, paragraph_text, tag, text_boxes

_LEVEL = re.compile(r"^(?:heading|tiêu đề|đề mục)\s*(\d)", re.I)
_LONGEST_BOLD = 120  # characters; longer bold paragraphs are emphasised text
_LETTERHEAD = re.compile(
    r"cộng h[oò][aà]\s+xã hội|đảng cộng sản việt nam|nơi nhận|độc lập|thư ký|chủ tr?ì|chủ tọa", re.I
)


class DocxReader:
    """Reads .docx. Headers, footers, deleted text and tables of contents are left out."""

    suffixes = (".docx", ".docm", ".dotx")

    def read(self, path: Path) -> Document:
        import docx

        source: Any = docx.Document(str(path))
        builder = DocumentBuilder()
        _Layout(builder, source).body(source.element.body)
        return builder.build()


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph as met: its text and what its formatting says."""

    text: str
    style: str
    outline: int | None
    bold: bool
    centred: bool
    listed: bool


class _Layout:
    def __init__(self, builder: DocumentBuilder, source: Any) -> None:
        self._builder = builder
        self._source = source
        self._fonts = Fonts(source)
        self._waiting: list[_Item] = []
        self._title_open = False
        self._shift = 0

    def body(self, element: Any) -> None:
        # "Heading 1" used for parts of the paper leaves level 1 to its title
        tops = [e for e in element.iter() if tag(e) == "p" and self._named_level(e) == 1]
        self._shift = 1 if len(tops) > 1 else 0
        self._walk(element)
        self._flush()
        for note in self._notes():
            self._builder.paragraph(note)

    def _named_level(self, element: Any) -> int | None:
        """The level that a paragraph's style names ("heading 2")."""
        named = _LEVEL.match(self._fonts.style_name(element))
        return int(named[1]) if named else None

    def _walk(self, element: Any) -> None:
        for child in element.iterchildren():
            name = tag(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._flush()
                self._table(child)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                self._walk(child)

    def _paragraph(self, element: Any) -> None:
        run = paragraph_text(element, self._fonts)
        if run.legacy:
            self._builder.marks.add("legacy")
        style = self._fonts.style_name(element)
        if style.lower().startswith("toc"):
            return
        text = clean(run.text)
        if text:
            outline = self._fonts.outline(element)
            listed = (
                style.startswith("List") or docx_text.child(element, "pPr", "numPr") is not None
            )
            self._waiting.append(_Item(text, style, outline, run.bold, run.centred, listed))
        for box in text_boxes(element):
            self._walk(box)

    def _flush(self) -> None:
        """Lay out the paragraphs met so far; headings need the paragraph below them."""
        items, self._waiting = self._waiting, []
        for number, item in enumerate(items):
            below = items[number + 1].text if number + 1 < len(items) else None
            level = _level(item, below, self._title_open, self._shift)
            self._title_open = level == TITLE
            if level is None:
                self._builder.paragraph(item.text, item=item.listed)
            else:
                self._builder.heading(item.text, level)

    def _table(self, element: Any) -> None:
        cells = list(_grid(element))
        texts = {id(cell): self._cell(cell.element) for cell in cells}
        count = 1 + max((cell.row for cell in cells), default=0)
        if len(cells) == 1:
            self._walk(cells[0].element)  # a box round ordinary text
            self._flush()
        elif count == 1 or _is_letterhead(count, cells, list(texts.values())):
            for cell in cells:
                self._builder.paragraph(texts[id(cell)])
        else:
            self._builder.table(
                TableCell(texts[id(c)], c.row, c.column, c.rows, c.columns) for c in cells
            )

    def _cell(self, element: Any) -> str:
        """Text of a table cell; rows of a table inside it follow as lines."""
        parts: list[str] = []
        for child in element.iterchildren():
            name = tag(child)
            if name == "p":
                run = paragraph_text(child, self._fonts)
                if run.legacy:
                    self._builder.marks.add("legacy")
                parts.append(run.text)
                parts.extend(self._cell(box) for box in text_boxes(child))
            elif name == "tbl":
                inner = list(_grid(child))
                for row in sorted({cell.row for cell in inner}):
                    texts = [self._cell(cell.element) for cell in inner if cell.row == row]
                    parts.append(", ".join(" ".join(t.split()) for t in texts if t.strip()))
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                parts.append(self._cell(child))
        return "\n".join(part for part in parts if part.strip())

    def _notes(self) -> Iterator[str]:
        """Footnotes and endnotes, which stand after the text."""
        from lxml import etree

        for relation in self._source.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
                continue
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(relation.target_part.blob, parser)
            for note in root:
                if note.get(next((k for k in note.attrib if k.endswith("}type")), "")) is None:
                    yield self._cell(note)


@dataclass(frozen=True, slots=True, eq=False)
class _GridCell:
    element: Any
    row: int
    column: int
    rows: int
    columns: int


def _grid(table: Any) -> Iterator[_GridCell]:
    """The cells of a Word table with the grid area each covers (gridSpan, vMerge)."""
    rows = [_row_cells(row) for row in _rows(table)]
    for number, row in enumerate(rows):
        for element, column, columns, merge in row:
            if merge == "continue" and number and _above(rows[number - 1], column) is not None:
                continue
            height = 1
            while merge and number + height < len(rows):
                if _above(rows[number + height], column) != "continue":
                    break
                height += 1
            yield _GridCell(element, number, column, height, columns)


def _above(row: Sequence[tuple[Any, int, int, str | None]], column: int) -> str | None:
    """How the cell of a row at a column merges; None where there is no merged cell."""
    return next((merge for _, at, _, merge in row if at == column), None)


def _rows(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        name = tag(child)
        if name == "tr":
            deleted = any(tag(p) == "del" for pr in child if tag(pr) == "trPr" for p in pr)
            if not deleted:
                yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _row_cells(row: Any) -> list[tuple[Any, int, int, str | None]]:
    out: list[tuple[Any, int, int, str | None]] = []
    column = 0
    for child in row.iter():
        name = tag(child)
        if name == "gridBefore" and child.getparent().getparent() is row:
            column += int(child.get(_attribute(child, "val")) or 0)
        if name != "tc" or next(a for a in child.iterancestors() if tag(a) == "tr") is not row:
            continue
        span, merge = 1, None
        for pr in (p for p in child if tag(p) == "tcPr"):
            for setting in pr:
                value = setting.get(_attribute(setting, "val"))
                if tag(setting) == "gridSpan":
                    span = int(value or 1)
                elif tag(setting) == "vMerge":
                    merge = value or "continue"
        out.append((child, column, span, merge))
        column += span
    return out


def _attribute(element: Any, name: str) -> str:
    return f"{{{element.nsmap.get(element.prefix)}}}{name}"


def _is_letterhead(rows: int, cells: Sequence[_GridCell], texts: Sequence[str]) -> bool:
    """Whether a small table only sets a letterhead or signatures side by side."""
    columns = 1 + max(cell.column for cell in cells)
    return rows <= 3 and columns <= 3 and any(_LETTERHEAD.search(text) for text in texts)


def _level(item: _Item, below: str | None, title_open: bool, shift: int) -> int | None:
    """Heading level by style, then outline, then wording, then formatting."""
    style = item.style.lower()
    if style == "title":
        return TITLE
    named = _LEVEL.match(style)
    if named:
        return int(named[1]) + shift
    if item.outline is not None and len(item.text) <= 2 * _LONGEST_BOLD:
        return item.outline + shift
    level = heading_level(item.text, below) if "\n" not in item.text else None
    bold_line = item.bold and len(item.text) <= 2 * _LONGEST_BOLD and item.text[-1] not in ".;,"
    if title_open and bold_line and item.centred and not is_marker(item.text):
        return TITLE  # the lines under "BÁO CÁO" that finish the title
    if level is not None:
        return level
    if not bold_line or len(item.text) > _LONGEST_BOLD or _LETTERHEAD.search(item.text):
        return None
    return 4 if is_marker(item.text) or not item.centred else 3
