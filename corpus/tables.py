"""Reads the figures of tables: heads that merge cells, units in a column of their own or in the
head, one column a year, plan beside result, rows that are places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Block, Cell, Document, Span
from corpus.periods import find_periods
from corpus.places import find_places
from corpus.quantities import find_quantities, parse_number
from corpus.record import FigureKind, Period, Quantity

_ORDINAL_HEAD = re.compile(r"^(?:tt|stt|số tt|số thứ tự|no\.?)$", re.I)
_UNIT_HEAD = re.compile(r"^(?:đơn vị(?: tính)?|đvt|đ/v tính|đơn vị đo)$", re.I)
_NAME_HEAD = re.compile(
    r"chỉ tiêu|nội dung|danh mục|tên|tiêu chí|xã, thị trấn|đơn vị(?! (?:chủ trì|phối hợp|"
    r"thực hiện))|khoản mục|^(?:công )?việc|nhiệm vụ",
    re.I,
)
_TEXT_HEAD = re.compile(
    r"ghi chú|chênh lệch|chủ trì|phối hợp|hạn|thời gian|người|trách nhiệm|địa điểm|lý do", re.I
)
_VOTE_HEAD = re.compile(r"tán thành|đồng ý|không ý kiến|ý kiến khác|phiếu", re.I)
_SHARE_HEAD = re.compile(
    r"(?:so (?:với )?|%\s*|tỷ lệ (?:thực hiện|hoàn thành)|th\s*/\s*)(?:%\s*)?(?:.{0,12})(?:kh\b|"
    r"kế hoạch|dự toán|nq|nghị quyết|mục tiêu|chỉ tiêu)|th/kh|"
    r"(?:đạt|thực hiện|hoàn thành)\s*(?:\(?%\)?)\s*(?:so|kh|kế hoạch)|mức độ hoàn thành|"
    r"(?:đạt|hoàn thành)\s*\(?%\)?\s*$|%\s*(?:đạt|hoàn thành|thực hiện)\s*$|"
    r"tỷ lệ hoàn thành|tỷ lệ thực hiện",
    re.I,
)
_COMPARED_HEAD = re.compile(
    r"so (?:với|sánh)|so\s+(?:ck|cùng|th\b|thực hiện|năm|(?:19|20)\d\d)|\bth\s*/\s*(?:ck|th)\b",
    re.I,
)
_CHANGE_HEAD = re.compile(
    r"\bth\s*/\s*(?:ck|th)\b|so (?:với )?.{0,12}(?:cùng kỳ|ck\b|năm trước|\d{4})|tăng|tốc độ",
    re.I,
)
_AMENDED_HEAD = re.compile(
    r"(?:nay|sau(?: khi)?|đã|được|mới)\s+(?:điều chỉnh|sửa|đổi)|điều chỉnh\s+(?:thành|lại|còn|mới)|"
    r"điều chỉnh\W*$|(?:chỉ tiêu|kế hoạch) mới",
    re.I,
)
_FORMER_HEAD = re.compile(
    r"đã giao|trước (?:khi )?điều chỉnh|chỉ tiêu cũ|giao (?:đầu năm|tại)|được giao", re.I
)
_TARGET_HEAD = re.compile(
    r"kế hoạch|\bkh\b|mục tiêu|chỉ tiêu(?! (?:chủ|chính))|dự toán|nghị quyết|\bnq\b|phấn đấu|"
    r"dự kiến|giao|phương án",
    re.I,
)
_ESTIMATE_HEAD = re.compile(r"ước", re.I)
_RESULT_HEAD = re.compile(r"thực hiện|\bth\b|kết quả|đạt|thực tế|làm được", re.I)
_UNIT_IN_BRACKETS = re.compile(
    r"\(\s*((?:%|‰|tỷ|triệu|nghìn|ngàn|đồng|ha|tấn|hộ|người|lượt|km|m3|USD|xã|con|ĐVT|đvt|"
    r"tạ)[^()]{0,25})\)",
    re.I,
)
_PART_ROW = re.compile(r"^\s*(?:[-+*•]|trong đó|riêng)\s*:?\s*", re.I)
_ROW_ORDINAL = re.compile(r"^\s*(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)/]?\s+(?=\S)")
_NUMERIC = re.compile(
    r"^[<>≤≥=+\-~]?\s*(?:trên|dưới|từ|khoảng|ít nhất|không quá|ước)?\s*\d[\d.,/]*\s*(?:%|"
    r"[-–]\s*\d[\d.,]*\s*%?)?\s*(?:trở lên|trở xuống)?$",
    re.I,
)
_MOVE_IN_CELL = re.compile(r"(tăng|giảm)\b(?! còn| xuống| lên)", re.I)
_YEAR_CELL = re.compile(r"^(?:năm\s+)?((?:19|20)\d\d)$", re.I)


@dataclass(frozen=True, slots=True)
class TableReading:
    """A cell's figure before the record's context is known."""

    quantity: Quantity
    indicator: str
    kind: FigureKind | None
    period: Period | None
    row: Block
    head: tuple[Span, ...]  # the cells that name the column
    row_name: str
    growth: int = 0
    base: str = ""
    part: bool = False
    average: bool = False
    place: str = ""  # that the row or the column names, "" for the record's own
    topic: str = ""  # what the indicator's name leans on: the row above, the table's caption


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one table, split into head and body; `caption` is what stands above it."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    caption: str = ""


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


# What stands between a caption and its table.
_BELOW_CAPTION = re.compile(r"\W*(?:nguồn|đơn vị|đvt|kèm theo|ban hành)\b.{0,80}$", re.I)
_LONGEST_CAPTION = 200  # characters; what is longer is prose that happens to stand there


def split_head(document: Document, rows: Sequence[Block]) -> Table | None:
    """Head rows run up to the first row with a number that is neither a year nor an ordinal."""
    width = max(c.column + c.columns for row in rows for c in row.cells)
    begin = next((i for i, row in enumerate(rows) if not _is_banner(row, width)), 0)
    for index, row in enumerate(rows[begin:], begin):
        if index > begin and (
            _is_banner(row, width) or _is_section(document, row, width) or _is_body(document, row)
        ):
            return Table(tuple(rows[begin:index]), tuple(rows[index:]))
    return Table((rows[begin],), tuple(rows[begin + 1 :])) if len(rows) > begin + 1 else None


def _is_banner(row: Block, width: int) -> bool:
    """One cell for the whole row: a table's title or a section ("A. Kinh tế")."""
    return width > 2 and (len(row.cells) == 1 or row.cells[0].columns * 2 > width)


def _is_section(document: Document, row: Block, width: int) -> bool:
    """An ordinal and a name alone ("I | KINH TẾ") inside a wider table."""
    texts = [_text(document, cell) for cell in row.cells]
    return (
        width > 3
        and len(texts) == 2
        and bool(re.fullmatch(r"[IVX]+|[A-Z]|\d+", texts[0].strip(".")))
    )


def _is_body(document: Document, row: Block) -> bool:
    texts = [_text(document, cell) for cell in row.cells]
    numbers = [t for t in texts[1:] if _NUMERIC.match(t) and not _YEAR_CELL.match(t)]
    if re.fullmatch(r"\(?\d+\)?|[A-Z]", texts[0]) and all(
        re.fullmatch(r"\(?\d+\)?(?:\s*=.*)?|[A-Z]", t) for t in texts
    ):
        return False  # the line that numbers the columns
    if numbers:
        return True
    return bool(re.fullmatch(r"\d+\.?", texts[0])) and len(texts) > 2


def column_head(document: Document, table: Table, column: int) -> tuple[str, tuple[Span, ...]]:
    """A column's head read from top to bottom, and its cells."""
    names: list[str] = []
    spans: list[Span] = []
    for row in table.head:
        for cell in row.cells:
            if cell.column <= column < cell.column + cell.columns:
                span = Span(cell.start, cell.end)
                text = _text(document, cell)
                if span not in spans and not re.fullmatch(r"\(?\d\)?|[A-Z]", text):
                    names.append(text)
                    spans.append(span)
    return " ".join(names), tuple(spans)


def read_table(document: Document, table: Table) -> Iterator[TableReading]:
    """All figures of a table."""
    columns = {c for row in table.body for cell in row.cells for c in [cell.column]}
    heads = {c: column_head(document, table, c) for c in columns}
    unit_column = next(
        (
            c
            for c, (h, _) in heads.items()
            if _UNIT_HEAD.match(h.strip()) and _holds_units(document, table, c)
        ),
        None,
    )
    name_column = _name_column(document, table, heads, unit_column)
    planned = any(_column_kind(h)[0] == "target" for h, _ in heads.values())
    amended = any(_column_kind(h)[0] == "amended_target" for h, _ in heads.values())
    shared = _shared_period(heads, planned)
    level = place_level(heads[name_column][0] if name_column in heads else "", table.caption)
    title_unit, above = _caption_unit(table.caption), ""
    subjects = {s for c, (h, _) in heads.items() if c != name_column and (s := _head_subject(h))}
    common = subjects.pop() if len(subjects) == 1 else ""
    for row in table.body:
        cells = {cell.column: cell for cell in row.cells}
        name_cell = cells.get(name_column)
        if name_cell is None:
            continue
        raw_name = _text(document, name_cell)
        unit = _text(document, cells[unit_column]) if unit_column in cells else title_unit
        above = above if _PART_ROW.match(raw_name) else raw_name
        place = bare_place(raw_name, level)
        for column in sorted(cells):
            if column in (name_column, unit_column) or cells[column].columns > 1:
                continue
            head, spans = heads.get(column, ("", ()))
            if (
                _ORDINAL_HEAD.match(head.strip())
                or _TEXT_HEAD.search(head)
                or _VOTE_HEAD.search(head)
            ):
                continue
            reading = _read_cell(
                document, row, cells[column], raw_name, unit, head, spans, planned, bool(place), common
            )
            if reading is None:
                continue
            if amended and reading.kind == "target" and _stands_before(heads, column):
                reading = replace(reading, kind="former_target")
            if reading.period is None and reading.kind in _OF_ONE_YEAR:
                reading = replace(reading, period=shared)
            named = [str(p) for s in spans for _, p in find_places(document.quote(s))]
            yield replace(
                reading,
                place=place or (named[0] if len(named) == 1 else ""),
                topic=_topic(
                    reading, raw_name, above, _caption_topic(table.caption, bool(place)),
                    "" if place else _head_subject(head),
                ),
            )


_OF_ONE_YEAR = ("target", "result", "estimate", "plan_share")


def _shared_period(
    heads: dict[int, tuple[str, tuple[Span, ...]]], planned: bool
) -> Period | None:
    """The one year that a table's plan, result and share are of, where one head alone names it."""
    named = {p for h, _ in heads.values() if (p := _head_period(h)) is not None}
    shares = any(
        _column_kind(h)[0] == "plan_share" or (planned and re.fullmatch(r"\W*tỷ lệ\W*(?:%\W*)?", h, re.I))
        for h, _ in heads.values()
    )
    return named.pop() if len(named) == 1 and shares else None


def _stands_before(heads: dict[int, tuple[str, tuple[Span, ...]]], column: int) -> bool:
    """Whether a plan's column is followed by the one that amends it, for the same year."""
    after = heads.get(column + 1)
    if after is None or _column_kind(after[0])[0] != "amended_target":
        return False
    return _head_period(after[0]) in (None, _head_period(heads[column][0]))


def _topic(
    reading: TableReading, raw_name: str, above: str, caption: str, measure: str
) -> str:
    """What a row's name leans on: the row above, the column's measure, the table's caption."""
    if reading.part and above != raw_name:
        return _ROW_ORDINAL.sub("", above)
    if measure == reading.indicator:
        measure = ""
    short = len(reading.indicator.split()) < _SHORT_NAME
    return " - ".join(t for t in (measure, caption if short else "") if t)


_SHORT_NAME = 5  # words, below which a row's name may lean on its table's caption
_UNIT_OF_ALL = re.compile(r"(?:đơn vị(?: tính)?(?: giá trị)?|đvt)\s*:\s*([^();,.]+)", re.I)


def _caption_unit(caption: str) -> str:
    """The unit that a caption gives to the whole table: "(Đơn vị: tỷ đồng)"."""
    match = _UNIT_OF_ALL.search(caption)
    return match[1].strip() if match else ""


def _caption_topic(caption: str, places: bool) -> str:
    """A caption that says what is measured, not only that indicators follow."""
    if not places and re.search(r"chỉ tiêu|tổng hợp|kết quả thực hiện", caption, re.I):
        return ""
    return re.sub(r"\s*\([^()]*\)", "", caption)


_PLACE_HEAD = re.compile(
    r"^(?:tên\s+)?(huyện|xã|phường|thị trấn|thôn|làng|bản|buôn|ấp|khóm|khu phố|tổ dân phố|"
    r"đơn vị|địa phương|địa bàn)(?:,\s*[\w ]+)?$",
    re.I,
)
_LEVEL_WORD = re.compile(
    r"(?:theo|các|từng|của)\s+(huyện|xã|phường|thôn|làng|bản|buôn|ấp|khóm|khu phố|tổ dân phố)", re.I
)
_NAME = re.compile(r"[^\W\d_a-zà-ỹ][\w'’]*(?:\s[^\W\d_a-zà-ỹ][\w'’]*){0,4}")


def place_level(head: str, caption: str) -> str:
    """The level of the places that a column lists ("Xã, thị trấn"), "" where it lists others."""
    match = _PLACE_HEAD.match(head.strip())
    if match is None:
        return ""
    level = match[1].lower()
    if level in ("đơn vị", "địa phương", "địa bàn"):
        said = _LEVEL_WORD.search(caption)
        return said[1].lower() if said else "xã"
    return level


def bare_place(name: str, level: str) -> str:
    """The place that a row's name is, with its level where only the column's head says it."""
    if not level:
        return ""
    named = find_places(name)
    if named:
        return str(named[0][1])
    name = re.sub(r"\s*\([^()]*\)", "", name).strip()
    if not _NAME.fullmatch(name) or name.isupper() or re.match(r"(?:toàn|tổng|cộng)\b", name, re.I):
        return ""
    return f"{level} {name}"


def _holds_units(document: Document, table: Table, column: int) -> bool:
    texts = [_text(document, c) for row in table.body for c in row.cells if c.column == column]
    return not any(find_places(t) for t in texts) and all(len(t) < 40 for t in texts)


def _name_column(
    document: Document,
    table: Table,
    heads: dict[int, tuple[str, tuple[Span, ...]]],
    unit_column: int | None,
) -> int:
    heads = {c: h for c, h in heads.items() if c != unit_column}
    named = [
        c
        for c, (h, _) in sorted(heads.items())
        if _NAME_HEAD.search(h) and _mostly_text(document, table, c)
    ]
    if named:
        return named[0]
    texty = [
        c
        for c, (h, _) in sorted(heads.items())
        if not _ORDINAL_HEAD.match(h.strip()) and _mostly_text(document, table, c)
    ]
    return texty[0] if texty else min(heads, default=0)


def _mostly_text(document: Document, table: Table, column: int) -> bool:
    texts = [_text(document, c) for row in table.body for c in row.cells if c.column == column]
    worded = sum(1 for t in texts if not _NUMERIC.match(t))
    return bool(texts) and worded * 2 > len(texts)


def _read_cell(
    document: Document,
    row: Block,
    cell: Cell,
    raw_name: str,
    unit: str,
    head: str,
    spans: tuple[Span, ...],
    planned: bool,
    place_row: bool,
    common: str,
) -> TableReading | None:
    """`common` is the indicator that the table's heads name where they name only one."""
    text = _text(document, cell)
    quantity = _quantity(document, cell, text)
    if quantity is None:
        return None
    part = bool(_PART_ROW.match(raw_name))
    name = _PART_ROW.sub("", _ROW_ORDINAL.sub("", raw_name))
    bracket = None if place_row else _UNIT_IN_BRACKETS.search(name)
    bracket = bracket or _UNIT_IN_BRACKETS.search(head)
    kind, growth, base = _column_kind(head)
    if (
        kind is None
        and planned
        and re.search(r"so sánh|tỷ lệ|%", head, re.I)
        and not _head_subject(head)
    ):
        kind = "plan_share"
    indicator, period = name, _head_period(head)
    own_unit = quantity.unit
    if kind in ("plan_share",):
        own_unit = own_unit or "%"
    elif kind == "change" and not own_unit:
        own_unit = "%" if "%" in head else ""
    elif not own_unit:
        own_unit = unit or (bracket[1].strip() if bracket else ("%" if "%" in head else ""))
    year_row = _YEAR_CELL.match(name)
    subject = _head_subject(head)
    if place_row and not subject:
        counted = _COUNT_HEAD.search(head)
        if counted:
            subject, own_unit = f"Số {counted[1].lower()}", own_unit or counted[1].lower()
        elif not re.search(r"\b(?:số|tỷ lệ|giá trị)\b", head, re.I):
            subject = common
    if year_row:
        period, indicator = Period(int(year_row[1]), int(year_row[1])), subject
    elif subject and (
        place_row or find_places(name) or _WHOLE_ROW.match(name)
    ):
        indicator = subject
    if kind not in ("plan_share", "change") and (move := _MOVE_IN_CELL.match(text)):
        growth = 1 if move[1].lower() == "tăng" else -1  # "giảm bình quân 4 - 5%/năm"
    indicator = _UNIT_IN_BRACKETS.sub("", indicator).strip(" :-")
    if not indicator:
        return None
    quantity = Quantity(
        quantity.start, quantity.end, quantity.numbers, own_unit, quantity.qualifier, quantity.ratio
    )
    return TableReading(
        quantity,
        indicator,
        kind,
        period,
        row,
        spans,
        name,
        growth,
        base,
        part,
        bool(re.search(r"bình quân|trung bình", f"{head} {text}", re.I)),
    )


# A row that sums up the rows of places.
_WHOLE_ROW = re.compile(
    r"toàn\b|chung\b|(?:tổng|cộng)(?:\s+(?:cộng|số|chung|toàn \w+))*\W*$", re.I
)


def _column_kind(head: str) -> tuple[FigureKind | None, int, str]:
    if re.search(r"(?:kh|kế hoạch)\s*(?:năm\s*)?\d*\s*/\s*(?:th|thực hiện)", head, re.I):
        return "change", 0, head  # next year's plan against this year's result
    if _AMENDED_HEAD.search(head) and not _FORMER_HEAD.search(head):
        return "amended_target", 0, ""
    if _FORMER_HEAD.search(head):
        return "former_target", 0, ""
    if _SHARE_HEAD.search(head):
        return "plan_share", 0, ""
    if _COMPARED_HEAD.search(head) and _CHANGE_HEAD.search(head):
        return "change", 0, head
    if _ESTIMATE_HEAD.search(head):
        return "estimate", 0, ""
    if _RESULT_HEAD.search(head) and not re.search(
        r"kế hoạch|mục tiêu|phấn đấu|\bkh\b", head, re.I
    ):
        return "result", 0, ""
    if _TARGET_HEAD.search(head):
        return "target", 0, ""
    return None, 0, ""


def _head_period(head: str) -> Period | None:
    """The last period that a head names, bases of comparison ("so năm 2019") left out."""
    found = find_periods(head)
    own = [f.period for f in found if not f.base]
    if re.search(r"cả năm", head, re.I):
        return Period(own[-1].first, own[-1].first) if own else Period(0, 0)
    return own[-1] if own else (found[-1].period if found else None)


_HEAD_WORDS = re.compile(
    r"\b(?:kế hoạch|kh|thực hiện|th|kết quả|mục tiêu|chỉ tiêu|dự toán|nghị quyết|ước|năm|quý|"
    r"tháng|giai đoạn|nhiệm kỳ|cả|đạt|"
    r"giao|đã giao|hđnd|ubnd|tỉnh|huyện|xã|so với|so sánh|so|với|cùng kỳ|ck|tăng|giảm|điều chỉnh|"
    r"thành|tại|số|đơn vị|tính|đầu|cuối|tỷ lệ hoàn thành|"
    r"ghi chú|giá trị|trung bình|bình quân|tổng hợp|các|của|và|theo|đến|hết|phấn đấu|dự kiến|"
    r"trình|được|do|đại hội|sánh|lũy kế|kỳ)\b|[\d/().,%:–-]+|\b[IVX]+\b",
    re.I,
)


def _head_subject(head: str) -> str:
    """The indicator that a column head names ("Số hộ nghèo"), "" for "Thực hiện 2023"."""
    rest = " ".join(_HEAD_WORDS.sub(" ", _UNIT_IN_BRACKETS.sub(" ", head)).split())
    if len(rest) < 3 or not re.search(r"[^\W\d_]{2}", rest):
        return ""
    periods = find_periods(head)
    kept = head
    for f in reversed(periods):
        kept = kept[: f.span.start] + " " + kept[f.span.end :]
    kept = " ".join(_UNIT_IN_BRACKETS.sub(" ", kept).split()).strip(" :-–()")
    return re.sub(r"^(?:cuối|đầu|đến|hết|tính đến)\s+(?=\S)", "", kept, flags=re.I)


_COUNT_HEAD = re.compile(
    r"(?:tổng\s+)?số\s+(hộ|xã|thôn|người|học sinh|trường|lớp|con|lượt|vụ|doanh nghiệp|đảng viên|chi bộ|tổ)\W*$",
    re.I,
)


def _quantity(document: Document, cell: Cell, text: str) -> Quantity | None:
    if not re.search(r"\d", text) or len(text) > 60 or re.search(r"\d\d?[/.]\d\d?[/.]\d{4}", text):
        return None
    if _NUMERIC.match(text):
        found = find_quantities(document.text, cell.start, cell.end)
        if found:
            return found[0]
        match = re.search(r"\d[\d.,]*", text)
        if match is None:
            return None
        try:
            number = parse_number(match[0].rstrip(".,"))
        except ArithmeticError:
            return None
        return Quantity(cell.start + match.start(), cell.start + match.end(), (number,), "")
    found = find_quantities(document.text, cell.start, cell.end)
    return found[0] if len(found) == 1 and found[0].start - cell.start < 20 else None


def _text(document: Document, cell: Cell) -> str:
    return document.text[cell.start : cell.end].strip()
