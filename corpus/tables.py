"""Reads the figures of tables: heads that merge cells, units in a column of their own or in the
head, one column a year, plan beside result, rows that are places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.document import Block, Cell, Document, Span
from corpus.labels import of_caption
from corpus.places import find_places
from corpus.record import FigureKind, Period, Quantity
from corpus.table_captions import (
    caption_topic,
    caption_unit,
    listed_measures,
    unheaded_measure,
    unit_above,
)
from corpus.table_cells import cell_quantity
from corpus.table_columns import (
    Column,
    column_texts,
    holds_units,
    is_numeric,
    name_and_place,
    numbers_rows,
)
from corpus.table_heads import (
    COUNT_HEAD,
    COUNTED_NAME,
    SINCE,
    TEXT_HEAD,
    UNIT_HEAD,
    UNIT_IN_BRACKETS,
    VOTE_HEAD,
    WHOLE_ROW,
    bare_place,
    column_kind,
    head_period,
    levels_of_rows,
    of_school_years,
    place_level,
    places_of_heads,
    reached_in,
    version_of,
)
from corpus.table_layout import Table, cell_text, column_head
from corpus.table_names import (
    ColumnHead,
    after_plan,
    beside_result,
    column_subjects,
    head_subject,
    is_change,
    is_share_alone,
    measured_beside,
    measured_by_all,
    only_compares,
    result_before,
    shared_period,
    shares_plan,
)
from corpus.table_rows import (
    PART_ROW,
    ROW_ORDINAL,
    Section,
    opens_section,
    row_names,
    row_period,
    sums_twelve_months,
)

_YEAR_ROW = re.compile(
    r"(?:(kế hoạch|KH|mục tiêu|dự kiến|phấn đấu|ước(?: thực hiện| TH)?|thực hiện|TH|đến)\s+)?"
    r"(?:năm\s+)?((?:19|20)\d\d)(?:\s*\((ước|KH|kế hoạch)[^()]*\))?$",
    re.I,
)
_RATE = re.compile(r"so sánh|tỷ lệ|%", re.I)
_COMPARES = re.compile(r"\W*so sánh\W*(?:%|tỷ lệ|tương đối)", re.I)
_MOVE_IN_CELL = re.compile(r"(tăng|giảm)\b(?! còn| xuống| lên)", re.I)


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
    row_unit: str = ""  # in which the row is measured, whatever this column gives
    last_year: int = 0  # the latest that a head of the table names


def read_table(document: Document, table: Table) -> Iterator[TableReading]:
    """All figures of a table."""
    heads = {c: column_head(document, table, c) for c in table.columns}
    unit_column = next(
        (
            c
            for c, (h, _) in heads.items()
            if UNIT_HEAD.match(h.strip()) and holds_units(column_texts(document, table.body, c))
        ),
        None,
    )
    named = {
        c: Column(h, column_texts(document, table.body, c))
        for c, (h, _) in heads.items()
        if c != unit_column
    }
    numbering = {c for c, column in named.items() if numbers_rows(column)}
    name_column, place_column = name_and_place(named)
    school = of_school_years(heads, f"{table.caption} {document.text[:_OPENING]}")
    planned = any(column_kind(h)[0] == "target" for h, _ in heads.values())
    name_head = heads.get(name_column, ("", ()))[0]  # "Nguồn thu (tỷ đồng)": of all columns
    shared = shared_period(heads, planned) or head_period(name_head)
    where = name_column if place_column is None else place_column
    where_head = heads[where][0] if where in heads else ""
    level = place_level(where_head, table.caption)
    names = column_texts(document, table.body, where)
    levels = levels_of_rows(where_head, table.caption, names, document.text)
    start = (table.head or table.body)[0].start
    title_unit = caption_unit(table.caption) or caption_unit(name_head)
    title_unit = title_unit or unit_above(document, start)
    head_cells = [cell_text(document, c) for row in table.head for c in row.cells]
    over = document.text[max(0, start - _ABOVE) : start]
    beside = places_of_heads(head_cells, over, document.text)
    naming = {c for c in (name_column, unit_column, place_column) if c is not None} | numbering
    measured = column_subjects(heads, naming)
    subjects = {
        s
        for c, (h, _) in heads.items()
        if c not in naming and not is_share_alone(h) and (s := head_subject(h))
        if any(is_numeric(text) for text in named[c].texts)  # "Đánh giá", "Ghi chú"
    }
    listed = listed_measures(table.caption)
    common = unheaded_measure(listed, subjects)
    if len(subjects) == 1 and not common:
        common = measured_by_all(next(iter(subjects)), table.caption)
    if not subjects and planned:  # "Dự toán | Thực hiện | Tỷ lệ (%)"
        common = of_caption(table.caption)
    columns = {
        c: ColumnHead(
            head,
            spans,
            measured.get(c, ""),
            "" if after_plan(heads, c) else common or measured_beside(heads, c),
            shares_plan(heads, c),
        )
        for c, (head, spans) in heads.items()
    }
    of_projects = _PROJECTS.match(name_head.strip()) is not None
    ahead = result_before([h for h, _ in heads.values()])
    dated = (head_period(h) for c, (h, _) in heads.items() if c not in naming)
    years = [period.first for period in dated if period is not None]
    since = any(SINCE.search(head) for head, _ in heads.values())
    compared = not planned or len(set(years)) > 1 or since
    last_year = max(years, default=0)
    rows = row_names(document, table, name_column, numbering, unit_column)
    section: Section | None = None
    for row in table.body:
        cells = {cell.column: cell for cell in row.cells}
        if row.start not in rows:
            continue
        raw_name, whole = rows[row.start]
        unit = cell_text(document, cells[unit_column]) if unit_column in cells else ""
        of_place = place_column is not None and cells.get(where)
        place_name = cell_text(document, of_place) if of_place else raw_name
        place = bare_place(place_name, levels.get(place_name, level))
        named_so = not of_place and bool(place or (level and WHOLE_ROW.match(raw_name)))
        within = None
        if not (subjects or of_place):
            section = opens_section(document, row, cells, naming, raw_name, unit) or section
            within = section if place or find_places(raw_name) or named_so else None
        for column in sorted(cells):
            if column in (name_column, unit_column, place_column) or cells[column].columns > 1:
                continue
            head, spans = columns[column].text, columns[column].spans
            if column in numbering or TEXT_HEAD.search(head) or VOTE_HEAD.search(head):
                continue
            reading = _read_cell(
                document,
                row,
                cells[column],
                raw_name,
                unit or (within.unit if within else ""),
                title_unit,
                columns[column]._replace(common=within.measure) if within else columns[column],
                planned,
                named_so or within is not None,
                of_projects,
            )
            if reading is None:
                continue
            if is_change(head):
                if not compared:
                    continue  # against the plan: a difference, no figure of its own
                reading = replace(reading, kind="change", base=head)
            if reading.kind in ("target", "former_target", "amended_target", None):
                reading = replace(reading, kind=version_of(reading.kind, heads, column))
            if reading.kind == "plan_share" and ahead and not _OF_PLAN.search(head):
                reading = replace(reading, kind="change", base=ahead)
            if reading.kind == "change" and only_compares(head):
                reading = replace(reading, period=None)  # "So với năm 2017": not of that year
            dateless = reading.period is None or SINCE.search(head)
            if reading.kind == "plan_share" or (reading.kind == "change" and dateless):
                reading = replace(  # of the result beside it
                    reading, period=reached_in(heads, column, reading.period or shared)
                )
            if named_so and reading.kind is None and beside_result(reading.period, heads):
                reading = replace(reading, kind="result")
            if reading.period is None and reading.kind in _OF_ONE_YEAR:
                reading = replace(reading, period=shared)
            if reading.period is None and reading.kind is None:
                reading = replace(reading, period=head_period(name_head))
            if school and reading.period is not None:
                reading = replace(reading, period=reading.period.as_school_year())
            headed = [str(p) for s in spans for _, p in find_places(document.quote(s))]
            bare = [p for s in spans if (p := beside.get(document.quote(s).strip()))]
            measure = "" if bare else columns[column].subject
            caption = caption_topic(table.caption, named_so)
            if not (named_so or _NAMES_NOTHING.match(name_head)):  # "Xếp loại học tập": "Tốt"
                sort = UNIT_IN_BRACKETS.sub("", name_head).strip()
                caption = " - ".join(t for t in (sort, caption) if t)
            if within:
                whole, reading = "", replace(reading, head=(*reading.head, within.named))
            yield replace(
                reading,
                indicator=listed.get(reading.indicator.lower(), reading.indicator),
                place=place or (headed[0] if len(headed) == 1 else next(iter(bare), "")),
                part=reading.part or bool(whole),
                topic=_topic(reading, whole, caption, None if named_so else measure),
                last_year=last_year,
            )


# Rows of works: "Trụ sở UBND xã A" is no place.
_PROJECTS = re.compile(r"(?:tên |danh mục )?(?:các )?(?:công trình|dự án|hạng mục|nhiệm vụ)", re.I)
_OF_PLAN = re.compile(r"kế hoạch|\bKH\b|dự toán|hoàn thành|\bHT\b|nghị quyết", re.I)


_OPENING = 900  # characters in which a paper says that it tells of a school year
_ABOVE = 300  # characters above a table in which its title stands
_OF_ONE_YEAR = ("target", "result", "estimate", "plan_share", "amended_target", "former_target")


def _topic(reading: TableReading, whole: str, caption: str, measure: str | None) -> str:
    """What the row is a part of, else the column's measure (None where it names the indicator)
    and the caption.
    """
    if whole:
        return whole
    if measure == reading.indicator:
        measure = ""
    short = measure is None or len(re.findall(r"\w+", reading.indicator)) < _SHORT_NAME
    return " - ".join(t for t in (measure, caption if short else "") if t)


# The head of a name column that says nothing of what the rows' names are.
_NAMES_NOTHING = re.compile(
    r"\W*(?:các\s+|một số\s+|tên\s+)*(?:chỉ tiêu|nội dung|danh mục|hạng mục|tiêu chí|mục|tên|stt|tt"
    r"|chỉ số|diễn giải|thông tin|lĩnh vực|nhiệm vụ|đơn vị|địa phương|địa bàn|xã|phường"
    r"|đặc khu|thôn|huyện"
    r"|năm|tháng|quý|thời|kỳ)(?!\w)|\W*$",
    re.I,
)
_SHORT_NAME = 5  # words, below which a row's name may lean on its table's caption


def _read_cell(
    document: Document,
    row: Block,
    cell: Cell,
    raw_name: str,
    unit: str,
    title_unit: str,
    column: ColumnHead,
    planned: bool,
    place_row: bool,
    of_projects: bool,
) -> TableReading | None:
    head, spans, subject, common = column[:4]
    text = cell_text(document, cell)
    quantity = cell_quantity(document, cell, text)
    if quantity is None or sums_twelve_months(raw_name):
        return None
    part = bool(PART_ROW.match(raw_name))
    name = PART_ROW.sub("", ROW_ORDINAL.sub("", raw_name))
    bracket = None if place_row else UNIT_IN_BRACKETS.search(name)
    bracket = bracket or UNIT_IN_BRACKETS.search(head)
    kind, growth, base = column_kind(head)
    alone = is_share_alone(head)
    if kind in (None, "result") and planned and (kind is None or alone):
        # "Vốn giao | Giải ngân | Tỷ lệ"
        of_plan = not place_row or (alone and (common or column.shares_plan))
        if of_plan and _RATE.search(head) and (alone or not head_subject(head)):
            kind = "plan_share"
    if kind is None and not planned and _COMPARES.match(head):
        kind, base = "change", head
    indicator, period = name, head_period(head)
    own_unit = quantity.unit
    if kind in ("plan_share",):
        own_unit = own_unit or "%"
    elif kind == "change" and not own_unit:
        own_unit = "%" if "%" in head else ""
    elif not own_unit:
        own_unit = unit or (bracket[1].strip() if bracket else ("%" if "%" in head else ""))
        # "Số dự án" in a table of money
        counted = None if own_unit else COUNT_HEAD.search(head) or COUNTED_NAME.match(head.strip())
        own_unit = own_unit or (counted[1].lower() if counted else title_unit)
    own_unit = _MONEY.sub(lambda short: f"{_SCALES[short[1].lower()]} đồng", own_unit)
    year_row = _YEAR_ROW.match(name)
    placed = not of_projects and bool((subject or common) and find_places(name))
    names_place = place_row or placed
    if names_place and common and (not subject or is_share_alone(head)) and kind in _BESIDE:
        subject = common
    if place_row and not subject:
        counted = COUNT_HEAD.search(head)
        if counted:
            subject, own_unit = f"Số {counted[1].lower()}", own_unit or counted[1].lower()
        elif not re.search(r"\b(?:số|tỷ lệ|giá trị)\b", head, re.I):
            subject = common
    if place_row and not own_unit and (counted := COUNTED_NAME.match(subject)):
        own_unit = counted[1].lower()  # "Hộ nghèo" over "Số hộ"
    if place_row and not own_unit and "," not in text and (of := _COUNTED_FIRST.match(subject)):
        own_unit = of[0].lower()
    if year_row:  # "2019", "Kế hoạch 2020", "2018 (ước)"
        period, indicator = Period(int(year_row[2]), int(year_row[2])), subject
        kind = kind or column_kind(f"{year_row[1] or ''} {year_row[3] or ''}")[0]
    elif subject and not names_place and (when := row_period(name)) is not None:
        indicator, period = subject, _of_head_year(when, period)
    elif subject and (names_place or WHOLE_ROW.match(name)):
        indicator = subject
    if kind not in ("plan_share", "change") and (move := _MOVE_IN_CELL.match(text)):
        growth = 1 if move[1].lower() == "tăng" else -1  # "giảm bình quân 4 - 5%/năm"
    indicator = UNIT_IN_BRACKETS.sub("", indicator).strip(" :-")
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
        row_unit=unit or title_unit,
    )


def _of_head_year(row: Period, head: Period | None) -> Period:
    """A row's month or quarter in the year that the column's head names."""
    dated = head is not None and head.first and not head.part and not row.first
    return replace(row, first=head.first, last=head.first) if head and dated else row


# "Tr.đ", "tỷ đ", "ng.đ"
_MONEY = re.compile(r"^(tr|tỷ|ng)\.?\s?đ(?:ồng)?$", re.I)
_SCALES = {"tr": "triệu", "tỷ": "tỷ", "ng": "nghìn"}
# "Hộ nghèo cuối năm", "Người có thẻ BHYT", without a unit
_COUNTED_FIRST = re.compile(r"(?:hộ|người)(?= [^\W\d])", re.I)
_BESIDE = ("target", "plan_share")  # columns that name nothing, of what the next one does
