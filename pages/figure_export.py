"""The filtered figures as CSV or XLSX, each row with its source."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from pages.figure_table import FigureRow
from pages.text import Texts

_WIDTHS = (34, 20, 18, 16, 18, 16, 16, 14, 12, 40, 28, 60)  # characters
# A cell that begins so is run as a formula by spreadsheet programs: documents are not trusted.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(row: FigureRow, t: Texts) -> list[str]:
    target = row.value if "target" in row.kind else row.other if row.verdict else ""
    result = row.other if "target" in row.kind else row.value
    verdict = t.verdicts[row.verdict] if row.verdict else ""
    return [
        row.indicator,
        row.place,
        row.period,
        t.figure_kinds[row.kind],
        row.value,
        target,
        result,
        row.difference,
        verdict,
        row.record,
        row.source,
        row.statement,
    ]


def as_csv(rows: Sequence[FigureRow], t: Texts) -> bytes:
    """UTF-8 with a mark and semicolons, as Excel in Vietnam opens it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(t.export_heads)
    writer.writerows([_harmless(cell) for cell in cells(row, t)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[FigureRow], t: Texts) -> bytes:
    import openpyxl
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = t.figures_head
    sheet.append(list(t.export_heads))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append(cells(row, t))
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"  # never a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in zip("ABCDEFGHIJKL", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
