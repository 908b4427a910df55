"""PDF: running text joined into paragraphs, ruled tables in place, scanned pages recognised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import legacy
from corpus.document import Document, DocumentBuilder, TableCell
from corpus.readers.base import ReadLimits, damaged, locked, too_large
from corpus.readers.image import OCR_GAP
from corpus.readers.lines import Line, lay_out, paragraphs
from corpus.readers.ocr import DPI, recognise
from corpus.readers.pdf_tables import PdfTable, TableFinder, continues, joined
from corpus.readers.pdf_text import glyphs, inside, printed_lines

_FEWEST_RULES = 4  # path objects; a line under a letterhead is one or two
_SCAN_SHARE = 0.5  # of the page that a picture covers
_GAP = 1.1  # line heights between paragraphs
_PAGE_NUMBER = re.compile(r"^(trang\s*)?[-–—]?\s*\d{1,4}\s*([/-]\s*\d{1,4})?\s*[-–—]?$", re.I)


@dataclass(slots=True)
class _Page:
    number: int  # 1-based
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[PdfTable] = field(default_factory=list)
    scanned: bool = False


class PdfReader:
    """Reads .pdf."""

    suffixes = (".pdf",)

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits

    def read(self, path: Path) -> Document:
        import pypdfium2 as pdfium
        import pypdfium2.raw as raw

        try:
            source = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
                raise locked(path) from error
            raise damaged(path) from error
        builder = DocumentBuilder()
        finder = TableFinder(path)
        try:
            if len(source) > self._limits.pdf_pages:
                limit = f"{self._limits.pdf_pages} trang"
                raise too_large(path, f"{len(source)} trang", limit)
            pages = [_page(source[n], n, finder, builder) for n in range(len(source))]
            _recognise(path, source, pages, builder)
        finally:
            finder.close()
            source.close()
        _drop_running_lines(pages)
        _lay_out(builder, pages)
        return builder.build()


def _page(source: Any, number: int, finder: TableFinder, builder: DocumentBuilder) -> _Page:
    import pypdfium2.raw as raw

    width, height = source.get_size()
    page = _Page(number + 1, height)
    textpage = source.get_textpage()
    found = glyphs(textpage, height)
    letters = sum(glyph.text.isalnum() for glyph in found)
    pictured = _pictured(source, raw, width * height)
    if letters < 10 and pictured >= _SCAN_SHARE:
        page.scanned = True
    else:
        if pictured > 0.8:
            builder.marks.add("ocr")  # text laid under a scan was recognised by the scanner
        rules = sum(1 for _ in source.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3))
        if rules >= _FEWEST_RULES and letters:
            page.tables = finder.tables(number, found)
        boxes = [table.box for table in page.tables]
        outside = [g for g in found if not any(inside(g, box) for box in boxes)]
        page.lines, changed = printed_lines(outside, textpage, page.number)
        if changed:
            builder.marks.add("legacy")
        _convert(page, builder)
    textpage.close()
    source.close()
    return page


def _pictured(source: Any, raw: Any, area: float) -> float:
    """Share of the page under its largest picture, or all where only shapes are drawn."""
    largest = 0.0
    for picture in source.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        largest = max(largest, abs(right - left) * abs(top - bottom) / area)
    return largest


def _convert(page: _Page, builder: DocumentBuilder) -> None:
    """Lines whose fonts have no telling name: judged by their spelling, the page together."""
    text, changed = legacy.convert_text("\n".join(line.text for line in page.lines))
    if changed:
        builder.marks.add("legacy")
        page.lines = [
            Line(new, x.left, x.right, x.top, x.bottom, x.page, x.bold)
            for x, new in zip(page.lines, text.split("\n"), strict=True)
        ]


def _recognise(path: Path, source: Any, pages: Sequence[_Page], builder: DocumentBuilder) -> None:
    scans = [page for page in pages if page.scanned]
    for at in range(0, len(scans), 4):  # few at a time: a rendered page takes 12 MB
        batch = scans[at : at + 4]
        images = [
            (page.number, source[page.number - 1].render(scale=DPI / 72, grayscale=True).to_pil())
            for page in batch
        ]
        builder.marks.add("ocr")
        for page, lines in zip(batch, recognise(path, images), strict=True):
            page.lines = lines
            page.height *= DPI / 72


def _drop_running_lines(pages: Sequence[_Page]) -> None:
    """Take away page numbers, and lines that stand at the same edge of most pages."""
    seen: Counter[tuple[bool, str]] = Counter()
    for page in pages:
        seen.update({key for line in page.lines if (key := _edge_key(page, line))})
    needed = max(2, len(pages) * 0.6)
    for page in pages:
        page.lines = [
            line
            for line in page.lines
            if (key := _edge_key(page, line)) is None
            or not (_PAGE_NUMBER.match(line.text) or seen[key] >= needed)
        ]


def _edge_key(page: _Page, line: Line) -> tuple[bool, str] | None:
    """A line near the top or bottom edge, digits levelled; None in the page's middle."""
    top, bottom = line.bottom < 0.1 * page.height, line.top > 0.9 * page.height
    if not (top or bottom):
        return None
    return top, re.sub(r"\d+", "#", line.text.lower())


def _lay_out(builder: DocumentBuilder, pages: Sequence[_Page]) -> None:
    run: list[Line] = []
    waiting: list[TableCell] = []
    last: PdfTable | None = None
    gap = OCR_GAP if any(page.scanned for page in pages) else _GAP

    def flush_text() -> None:
        lay_out(builder, paragraphs(run, gap))
        run.clear()

    def flush_table() -> None:
        nonlocal last
        if all(cell.row == 0 for cell in waiting):
            for cell in waiting:  # one ruled row is a letterhead or a box, not a table
                builder.page = cell.page
                builder.paragraph(cell.text)
        else:
            builder.table(waiting)
        waiting.clear()
        last = None

    for page in pages:
        for item in _in_order(page):
            if isinstance(item, Line):
                if last is not None:
                    flush_table()
                run.append(item)
            elif last is not None and continues(last, item):
                waiting[:] = joined(waiting, item, page.number)
            else:
                flush_text()
                if last is not None:
                    flush_table()
                waiting.extend(
                    TableCell(c.text, c.row, c.column, c.rows, c.columns, page.number)
                    for c in item.cells
                )
                last = item
    flush_text()
    flush_table()


def _in_order(page: _Page) -> list[Line | PdfTable]:
    """Lines in content order, each table before the first line that stands below it."""
    items: list[Line | PdfTable] = []
    tables = list(page.tables)
    for number, line in enumerate(page.lines):
        while tables and all(x.top >= tables[0].box[1] for x in page.lines[number:]):
            items.append(tables.pop(0))
        items.append(line)
    return [*items, *tables]
