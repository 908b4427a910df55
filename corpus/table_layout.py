"""Tables of a document: which of their rows are head and body, and what heads a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document import Block, Cell, Document, Span
from corpus.normalize import CAPITAL
from corpus.table_columns import is_numeric
from corpus.table_heads import DAY

YEAR_CELL = re.compile(r"^(?:(?:ước|đến)\s+)?(?:năm\s+)?((?:19|20)\d\d)$", re.I)
_YEARS_CELL = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one table, split into head and body; `caption` is what stands above it."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    caption: str = ""

    @property
    def columns(self) -> list[int]:
        """The columns that hold a cell of the body, from the left."""
        return sorted({cell.column for row in self.body for cell in row.cells})


def tables(document: Document) -> list[Table]:
    """The document's tables with at least a head row and a body row."""
    groups: dict[int, list[Block]] = {}
    captions: dict[int, str] = {}
    above = ""
    for block in document.blocks:
        if block.table is not None:
            groups.setdefault(block.table, []).append(block)
            captions.setdefault(block.table, above)
        else:
            line = " ".join(document.text[block.start : block.end].split())
            above = f"{above} ({line})" if above and _BELOW_CAPTION.match(line) else line
    found: list[Table] = []
    for number, rows in groups.items():
        table = split_head(document, rows)
        if table is not None:
            above = captions[number] if len(captions[number]) <= _LONGEST_CAPTION else ""
            banners = [b for b in rows if b.start < table.head[0].start]
            inside = " ".join(document.text[b.start : b.end] for b in banners)
            found.append(replace(table, caption=inside or above))
    return found


def table_of(document: Document, row: Block) -> Table | None:
    """The table that a row gives values to; None for a head row or a paragraph."""
    return next((table for table in tables(document) if row in table.body), None)


# What stands between a caption and its table.
_BELOW_CAPTION = re.compile(
    r"(?i:\W*(?:nguồn|đơn vị|đvt|kèm theo|ban hành)\b.{0,80}$|\((?!\d+\))[^()]{2,100}\)\W*$)"
    # "Huyện Sơn Ca", under "NĂNG SUẤT LÚA CHIA THEO XÃ"
    r"|(?i:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|đặc khu|thị trấn)"
    rf"(?: {CAPITAL}[\w'’]*){{1,5}}\W*$"
)
_LONGEST_CAPTION = 200  # characters; what is longer is prose that happens to stand there


def split_head(document: Document, rows: Sequence[Block]) -> Table | None:
    """Head rows run up to the first row with a number that is neither a year nor an ordinal."""
    width = max(c.column + c.columns for row in rows for c in row.cells)
    begin = next((i for i, row in enumerate(rows) if not _is_banner(document, row, width)), 0)
    if width > 2 and _is_body(document, rows[begin]):
        return None  # no head says what the columns give
    for index, row in enumerate(rows[begin:], begin):
        if index > begin and (
            _is_banner(document, row, width)
            or _is_section(document, row, width)
            or _is_body(document, row)
        ):
            return Table(tuple(rows[begin:index]), tuple(rows[index:]))
    return Table((rows[begin],), tuple(rows[begin + 1 :])) if len(rows) > begin + 1 else None


def _is_banner(document: Document, row: Block, width: int) -> bool:
    """One text for the whole row: a table's title or a section ("A. Kinh tế").

    Programs that know no merged cells repeat the text in each.
    """
    if width <= 2:
        return False
    if len(row.cells) == 1 or row.cells[0].columns * 2 > width:
        return True
    return len(row.cells) > 2 and len({cell_text(document, cell) for cell in row.cells}) == 1


def _is_section(document: Document, row: Block, width: int) -> bool:
    """An ordinal and a name alone ("I | KINH TẾ") inside a wider table, or with a unit."""
    texts = [cell_text(document, cell) for cell in row.cells]
    numbered = bool(re.fullmatch(r"[IVX]+|[A-Z]|\d+", texts[0].strip(".")))
    measured = len(texts) == 3 and len(texts[1]) > 2 and not any(map(is_numeric, texts[1:]))
    return width > 3 and numbered and (len(texts) == 2 or measured)


# "Tháng | 7 | 8 | 9": what each column counts for
_TIMES = re.compile(r"tháng|quý", re.I)


def _heads_times(document: Document, row: Block) -> str:
    """The word of a row that numbers months or quarters, "" for other rows."""
    texts = [cell_text(document, cell) for cell in row.cells]
    numbered = all(re.fullmatch(r"0?[1-9]|1[0-2]|IV|I{1,3}", text) for text in texts[1:])
    return texts[0].lower() if numbered and len(texts) > 2 and _TIMES.fullmatch(texts[0]) else ""


# "520 triệu đồng", "từ 12 căn", "13,5%/năm": a value with its unit, but no "6 tháng đầu năm"
_AMOUNT_CELL = re.compile(
    r"(?:(?:từ|trên|dưới|khoảng|ít nhất|tối thiểu|không quá|[≥≤<>]=?)\s*)?\d[\d.,]*"
    r"(?:\s?%[^\d]{0,12}|\s(?!(?:tháng|năm|quý|ngày|tuần)(?!\w))[^\d|]{1,30})",
    re.I,
)


def _is_body(document: Document, row: Block) -> bool:
    if _heads_times(document, row):
        return False
    texts = [cell_text(document, cell) for cell in row.cells]
    numbers = [
        t
        for t in texts[1:]
        if is_numeric(t)
        and not (YEAR_CELL.match(t) or _YEARS_CELL.fullmatch(t) or DAY.fullmatch(t))
    ]
    if re.fullmatch(r"\(?\d{1,2}\)?|[A-Z]", texts[0]) and all(
        re.fullmatch(r"\(?\d{1,2}\)?(?:\s*=.*)?|[A-Z]", t) for t in texts
    ):
        return False  # the line that numbers the columns
    named_alone = len(texts) == 2 and _AMOUNT_CELL.fullmatch(texts[1])
    if numbers or named_alone:
        return True
    ordinal = re.fullmatch(r"\d+\.?", texts[0]) and not YEAR_CELL.match(texts[0])
    return bool(ordinal) and len(texts) > 2


def column_head(document: Document, table: Table, column: int) -> tuple[str, tuple[Span, ...]]:
    """A column's head read from top to bottom, and its cells."""
    names: list[str] = []
    spans: list[Span] = []
    for row in table.head:
        times = _heads_times(document, row)
        over = _group_over(table, row, column)
        for cell in row.cells:
            if cell is over or cell.column <= column < cell.column + cell.columns:
                span = Span(cell.start, cell.end)
                text = cell_text(document, cell)
                if times and cell is not row.cells[0]:
                    text = f"{times} {text}"
                if span not in spans and not re.fullmatch(r"\(?\d\)?|[A-Z]", text):
                    if text not in names[-1:]:  # merged downwards, or said in both rows
                        names.append(text)
                    spans.append(span)
    return " ".join(names), tuple(spans)


def _group_over(table: Table, row: Block, column: int) -> Cell | None:
    """The cell left of a column that heads it too, in tables that know no merged cells.

    "Diện tích (ha) | | | Sản lượng (tấn) | |" over "KH | TH | KH 2024 | KH | TH | KH 2024".
    """
    if row is table.head[-1] or any(cell.columns > 1 for r in table.head for cell in r.cells):
        return None
    left = [cell for cell in row.cells if cell.column <= column]
    below = {cell.column for cell in table.head[-1].cells}
    if not left or left[-1].column == column or not {left[-1].column, column} <= below:
        return None
    return left[-1]


def cell_text(document: Document, cell: Cell) -> str:
    return document.text[cell.start : cell.end].strip()
