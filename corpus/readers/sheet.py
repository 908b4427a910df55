"""Workbooks (.xlsx, .xls, .ods) and delimited text (.csv, .tsv): tables with their titles."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus import legacy
from corpus.document import Document, DocumentBuilder, TableCell
from corpus.headings import heading_level
from corpus.readers.base import ReadLimits, locked, not_text, too_large
from corpus.readers.sheet_formats import NumberFormat, number_formats
from corpus.readers.sheet_values import Value, looks_like_year, printed

_PLAIN_COLUMN = re.compile(
    r"^(?:(?:năm|year|tt|stt)\W*$|năm (?:được )?(?:công nhận|đạt|thành lập|xây dựng|khởi công|sinh"
    r"|hoàn thành|bắt đầu|kết thúc|ban hành|về đích|cấp)\b"
    r"|(?:mã|số hiệu|điện thoại|sđt|số điện thoại|cccd|cmnd|số quyết định)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int  # 0-based in the sheet
    values: tuple[tuple[int, Value], ...]  # (column, value), blank cells left out

    @property
    def is_text(self) -> bool:
        """One filled cell of words: a title, a note or a group head."""
        return len(self.values) == 1 and isinstance(self.values[0][1], str)

    @property
    def counts_years(self) -> bool:
        """Years side by side, as below a merged "Năm"."""
        numbers = [value for _, value in self.values if not isinstance(value, str)]
        years = [value for value in numbers if isinstance(value, (int, float))]
        consecutive = all(later == year + 1 for year, later in pairwise(years))
        return len(numbers) == len(years) > 1 and consecutive and all(map(looks_like_year, years))

    @property
    def has_numbers(self) -> bool:
        return any(
            not isinstance(value, str) and not looks_like_year(value) for _, value in self.values
        )


class SheetReader:
    """Reads .xlsx, .xlsm, .xlsb, .xls and .ods; hidden sheets are left out, as on the screen."""

    suffixes = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits

    def read(self, path: Path) -> Document:
        from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

        # before the workbook: it would lay out the whole used area in memory
        formats = number_formats(path, self._limits.sheet_cells)
        try:
            book = CalamineWorkbook.from_path(str(path))
        except PasswordError as error:
            raise locked(path) from error
        builder = DocumentBuilder()
        cells = 0
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet or meta.visible != SheetVisibleEnum.Visible:
                continue
            sheet: Any = book.get_sheet_by_name(meta.name)
            cells += sheet.height * sheet.width
            if cells > self._limits.sheet_cells:
                raise too_large(path, f"{cells} ô", f"{self._limits.sheet_cells} ô")
            rows = _rows(sheet)
            if rows:
                builder.heading(meta.name, 2)
                _Layout(builder, _merged(sheet), formats.get(meta.name, {})).read(rows)
        return builder.build()


class DelimitedReader:
    """Reads .csv and .tsv; cells stay as typed."""

    suffixes = (".csv", ".tsv")

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits

    def read(self, path: Path) -> Document:
        try:
            text, converted = legacy.decode(path.read_bytes())
        except ValueError as error:
            raise not_text(path) from error
        lines = text.splitlines()
        rows = list(csv.reader(lines, delimiter=_delimiter(lines)))
        cells = sum(map(len, rows))
        if cells > self._limits.sheet_cells:
            raise too_large(path, f"{cells} ô", f"{self._limits.sheet_cells} ô")
        builder = DocumentBuilder()
        if converted:
            builder.marks.add("legacy")
        filled = [
            _Row(n, tuple((c, v.strip()) for c, v in enumerate(row) if v.strip()))
            for n, row in enumerate(rows)
        ]
        _Layout(builder, {}, {}).read([row for row in filled if row.values])
        return builder.build()


def _delimiter(lines: Sequence[str]) -> str:
    """The mark that splits most lines into equally many cells.

    A comma is also the Vietnamese decimal mark, so it is the last choice.
    """
    best, best_score = ",", 0
    for mark in "\t;|,":
        counts = [line.count(mark) for line in lines[:200] if line.strip()]
        common = max(set(counts), key=counts.count, default=0)
        score = counts.count(common) if common else 0
        if score > best_score:
            best, best_score = mark, score
    return best


def _rows(sheet: Any) -> list[_Row]:
    start = sheet.start
    if start is None:
        return []
    top, left = start
    out: list[_Row] = []
    for number, values in enumerate(sheet.iter_rows()):
        # iter_rows counts from the sheet's first row on, but from the used area's left
        filled = tuple((column, value) for column, value in enumerate(values) if str(value).strip())
        if filled:
            out.append(_Row(number, filled))
    offset_rows = top if out and sheet.height == number + 1 else 0
    offset_columns = left if sheet.width == len(values) else 0
    if not offset_rows and not offset_columns:
        return out
    return [
        _Row(r.number + offset_rows, tuple((c + offset_columns, v) for c, v in r.values))
        for r in out
    ]


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Top left corner of each merged area -> rows and columns that it covers."""
    try:
        ranges = sheet.merged_cell_ranges or []
    except Exception:  # .ods and .xlsb do not tell
        return {}
    return {
        (top, left): (bottom - top + 1, right - left + 1) for (top, left), (bottom, right) in ranges
    }


class _Layout:
    """Lays out one sheet: titles, then tables, then notes."""

    def __init__(
        self,
        builder: DocumentBuilder,
        merged: dict[tuple[int, int], tuple[int, int]],
        formats: dict[tuple[int, int], NumberFormat],
    ) -> None:
        self._builder = builder
        self._merged = merged
        self._formats = formats

    def read(self, rows: Sequence[_Row]) -> None:
        table: list[_Row] = []
        for number, row in enumerate(rows):
            after_gap = number > 0 and row.number > rows[number - 1].number + 1
            below = rows[number + 1] if number + 1 < len(rows) else None
            if table and after_gap and self._begins_anew(row, below):
                self._table(table)
                table = []
            if not table and row.is_text and (below is None or self._is_title(row, below)):
                self._text(row)
            else:
                table.append(row)
        notes: list[_Row] = []
        while table and table[-1].is_text and len(str(table[-1].values[0][1])) > 20:
            notes.insert(0, table.pop())
        self._table(table)
        for row in notes:
            self._text(row)

    def _is_title(self, row: _Row, below: _Row) -> bool:
        """A lone text above the head, unless it is a group head merged over several columns."""
        rows, _ = self._merged.get((row.number, row.values[0][0]), (1, 1))
        return rows == 1 or below.number >= row.number + rows

    def _begins_anew(self, row: _Row, below: _Row | None) -> bool:
        """After blank rows: a title or a head without numbers opens another table."""
        if row.is_text:
            return below is None or not below.has_numbers
        return not row.has_numbers

    def _text(self, row: _Row) -> None:
        text = str(row.values[0][1])
        level = heading_level(" ".join(text.split()))
        if level is not None:
            self._builder.heading(text, 3)
        else:
            self._builder.paragraph(text)

    def _table(self, rows: Sequence[_Row]) -> None:
        plain: set[int] = set()  # columns of years and codes: no dots in their numbers
        cells: list[TableCell] = []
        head = True
        for number, row in enumerate(rows):
            in_plain = any(c in plain and not isinstance(v, str) for c, v in row.values)
            head = head and not row.has_numbers and (row.counts_years or not in_plain)
            for column, value in row.values:
                titles = head or number == 0
                height, width = self._merged.get((row.number, column), (1, 1))
                named = isinstance(value, str) and _PLAIN_COLUMN.match(value.strip())
                if titles and named and width == 1:  # no "Năm" over several years
                    plain.add(column)
                form = self._formats.get((row.number, column))
                text = printed(value, form, ungrouped=titles or column in plain)
                cells.append(TableCell(text, row.number, column, height, width))
        self._builder.table(cells)
