"""The figures of a record's tables, put into their context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.clause_place import is_called_after
from corpus.document import Document, Span
from corpus.figure_context import (
    TARGETS,
    TOLD_SO_FAR,
    is_ahead,
    is_over,
    last_month,
    named_place,
    period_of,
    school_year,
)
from corpus.givers import head_giver
from corpus.labels import FACET, of_caption, period_of_caption
from corpus.measures import measured_form
from corpus.metadata import Metadata
from corpus.normalize import fold
from corpus.outline import Statement
from corpus.periods import find_periods
from corpus.places import LEVEL_RANK, find_places
from corpus.record import Figure, FigureKind, Period, Quantity
from corpus.segment import clauses, sentences
from corpus.setting import Setting, setting_of_clause
from corpus.table_columns import Column, column_texts, is_numeric, numbers_rows
from corpus.table_heads import WHOLE_ROW, column_kind, head_period
from corpus.table_layout import Table, column_head, tables
from corpus.tables import TableReading, read_table
from corpus.vocabulary import Vocabulary


def figures_of_tables(
    document: Document, rows: dict[int, Statement], metadata: Metadata, vocabulary: Vocabulary
) -> Iterator[Figure]:
    by_span = {(document.blocks[i].start, document.blocks[i].end): s for i, s in rows.items()}
    for table in tables(document):
        captioned, of = period_of_caption(table), of_caption(table.caption)
        told = metadata.date is None and _of_years(document, table)
        told = told or _STATE.search(table.caption) is not None
        sections = _places_of_sections(document, table)
        planned_alone = _plans_alone(document, table)
        for reading in read_table(document, table):
            statement = by_span.get((reading.row.start, reading.row.end))
            setting = statement.setting if statement else Setting()
            kind: FigureKind = reading.kind or ("target" if setting.mood == "target" else "result")
            said = reading.period
            if said is not None and captioned is not None and not said.first:
                said = replace(said, first=captioned.first, last=captioned.first)
            period = _table_period(said or captioned, setting, kind, metadata, planned_alone)
            if period is not None and _SO_FAR.search(reading.indicator):
                period = replace(period, part=_TO_END.get(period.part, period.part))
            of_before = any(_YEAR_BEFORE.fullmatch(document.quote(h).strip()) for h in reading.head)
            if of_before and said is None and kind == "result" and period is not None:
                period = replace(period, first=period.first - 1, last=period.last - 1)
            if kind == "result" and is_ahead(period, metadata):
                kind = "target"  # "Số trường đạt chuẩn lũy kế 2025", said in 2021
            if reading.kind is None and kind == "target" and (told or is_over(period, metadata)):
                kind = "result"  # a column of a year that is over, among the plans
            if (
                reading.kind is None
                and kind == "target"
                and (
                    _is_told(reading, metadata) or (table.head and _closes(table.caption, metadata))
                )
            ):
                kind = "result"
            if reading.kind is None and reading.quantity.qualifier == "at_least":
                kind = "target"  # "từ 99,0" is asked for, not counted
            span = Span(reading.row.start, reading.row.end)
            indicator = reading.indicator
            heads = [document.quote(head).strip() for head in reading.head]
            headed = any(named_place(h) or reading.place.endswith(f" {h}") for h in heads)
            row_place = fold(reading.row_name) in fold(reading.place)
            row_place = row_place or fold(reading.place) in fold(reading.row_name)
            of_place = bool(reading.place) and row_place and not headed
            bare = of_place and indicator == reading.row_name  # the heads name no indicator
            if bare or _AVERAGE_ROW.match(indicator) or WHOLE_ROW.fullmatch(indicator.strip()):
                indicator = of or indicator
            if total := _TOTAL_OF.match(indicator):  # "Tổng thu" under "THU NGÂN SÁCH NHÀ NƯỚC"
                indicator = of if of.startswith(f"{total[1].lower()} ") else indicator
            if of and FACET.fullmatch(indicator):
                indicator = of if re.match(r"tỷ lệ", of, re.I) else f"{indicator} {of}"
                if re.match(r"số", reading.indicator, re.I):
                    indicator = (
                        f"{reading.indicator} {re.sub(r'^tỷ lệ (?:hộ )?', '', of, flags=re.I)}"
                    )
            if reading.quantity.ratio and kind == "result" and _TARGETS_MET.match(indicator):
                kind = "fulfilled"
            form = measured_form(indicator, _measured(reading), vocabulary, reading.growth)
            if not form.families and (named := _in_caption(indicator, table.caption)):
                known = measured_form(named, _measured(reading), vocabulary, reading.growth)
                if known.families and not known.rest:
                    indicator, form = named, known
            place = (
                reading.place
                or named_place(reading.row_name)
                or next((whose for at, whose in sections if at < reading.row.start), "")
                or _place_above(document, table, statement, metadata.place)
                or metadata.place
            )
            if place == metadata.place and _FORMER.search(reading.row_name):
                place = ""  # "Khe Dứa (cũ)": of a part of the commune that took its name
            yield Figure(
                record_id="",
                ordinal=0,
                indicator=indicator,
                key=form.key,
                kind=kind,
                value=reading.quantity,
                period=period,
                place=place,
                statement=span,
                topic=reading.topic,
                giver=next(
                    filter(None, map(head_giver, (*heads, *_BRACKETED.findall(indicator)))), ""
                ),
                growth=reading.growth,
                base=reading.base,
                average=reading.average,
                sources=(*reading.head, *setting.sources),
            )


# "Số chỉ tiêu đạt và vượt/tổng số | 30/31"
_TARGETS_MET = re.compile(r"(?:số )?(?:các )?chỉ tiêu\b.{0,30}?(?:đạt|hoàn thành|vượt)", re.I)
_BRACKETED = re.compile(r"\(([^()]+)\)")  # "Thu ngân sách (tỉnh giao)"
# A row that counts on from January, or says how things stood, in a table of quarters
_SO_FAR = re.compile(r"lũy kế|luỹ kế|cộng dồn|từ đầu năm|\((?:đến )?cuối (?:quý|kỳ)\)", re.I)
_TO_END = {"q2": "h1", "q3": "to9", "q4": ""}
# A caption that says how things stood: "HỘ NGHÈO CÁC XÃ CUỐI NĂM 2024".
_STATE = re.compile(
    r"(?<!\w)(?:cuối|hết) năm|31\s?[/.-]\s?12|tính đến|thời điểm|hiện (?:trạng|có)|thực trạng", re.I
)
# A column of what came before, without its year: "Cùng kỳ", "Năm học trước (%)"
_YEAR_BEFORE = re.compile(
    r"(?:(?:thực hiện|TH|kết quả|số liệu)\s+)?"
    r"(?:(?:cùng kỳ|CK)(?:\s+năm\s+(?:trước|ngoái))?|năm\s+(?:học\s+)?(?:trước|ngoái))"
    r"\s*(?:\([^()]*\))?",
    re.I,
)


_LATE = 10  # the month from which a plan for the next year looks back on the one that ends


def _is_told(reading: TableReading, metadata: Metadata) -> bool:
    """Whether an unmarked column beside one of a later year tells of the year that ends.

    "Hộ nghèo cuối 2024 (hộ) | Giảm trong năm 2025 (hộ)" under the plan that a December settles.
    """
    day, year = metadata.date, reading.period.first if reading.period else 0
    part = reading.period.part if reading.period else ""
    if day is not None and year == day.year and re.fullmatch(r"m\d+|to\d+|q\d|h1", part):
        return last_month(part) < day.month  # "Lũy kế 8 tháng", said in September
    if day is None or not 0 < year < reading.last_year:
        return False
    return year < day.year or (year == day.year and day.month >= _LATE)


def _closes(caption: str, metadata: Metadata) -> bool:
    """Whether a caption names the year that ends and no plan: "Tiêm chủng theo xã năm 2023"."""
    day = metadata.date
    years = {f.period.first for f in find_periods(caption) if not f.base}
    ends = day is not None and day.month >= _LATE and years == {day.year}
    return ends and not _PLANS.search(caption)


_PLANS = re.compile(r"chỉ tiêu|kế hoạch|mục tiêu|nhiệm vụ|giao|phấn đấu|dự toán|đăng ký", re.I)


def _in_caption(indicator: str, caption: str) -> str:
    """The whole of a name that a head cuts short: "Quá hạn" under "Nợ quá hạn theo xã"."""
    if " " not in indicator or indicator.lower() not in caption.lower():
        return ""
    found = re.search(rf"(?<!\w)[^\W\d_]+\s+{re.escape(indicator)}(?!\w)", caption, re.I)
    return found[0] if found else ""


def _measured(reading: TableReading) -> Quantity:
    """A row's quantity in the row's own unit: a share of the plan is of the same indicator."""
    shares = reading.kind in ("plan_share", "plan_excess", "plan_shortfall", "change")
    return replace(reading.quantity, unit=reading.row_unit) if shares else reading.quantity


_TOTAL_OF = re.compile(r"tổng (?:số )?(thu|chi)$", re.I)
_AVERAGE_ROW = re.compile(r"(?:bình quân|trung bình)\s*(?:chung|/\s*\w+)?$", re.I)


# A paragraph that ends with a table's lead: its sentences before that tell of other things.
_TOLD_BEFORE = re.compile(r"^(?:\S+\s+){8,}\S+\.\s+(?=\w)")
# "(thị trấn A một phần, B, C)": remarked, not whose table it is.
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def _places_of_sections(document: Document, table: Table) -> list[tuple[int, str]]:
    """Where rows that only name a place begin, and that place; the last one first.

    "II | PHƯỜNG BẾN VANG" says whose the rows below it are; "III | CHỈ TIÊU CHUNG" ends that.
    """
    found: list[tuple[int, str]] = []
    for row in table.body:
        texts = [t for c in row.cells if (t := document.text[c.start : c.end].strip())]
        if not texts or len(set(texts)) > 2 or any(map(str.isdigit, texts[-1])):
            continue
        name = _SECTION_NUMBER.sub("", texts[-1]).strip(" .:-")
        places = find_places(name)
        whole = len(places) == 1 and len(str(places[0][1]).split()) >= len(name.split())
        if whole or found:
            found.append((row.start, str(places[0][1]) if whole else ""))
    return found[::-1]


# "Khe Dứa (cũ)", but "(2020: chuẩn cũ)"
_FORMER = re.compile(r"\w(?<!chuẩn)(?<!chí)(?<!giá)(?<!mức)\W+cũ\W*$", re.I)
_SECTION_NUMBER = re.compile(r"^\W*(?:[IVX]+|[A-ZĐ]|\d+)\s*[.)/-]\s*")


def _place_above(document: Document, table: Table, statement: Statement | None, whose: str) -> str:
    """The one place that a table's caption or the nearest heading above it names.

    "BỆNH VIỆN ĐA KHOA HUYỆN A" over the hospital's own table names nobody else.
    """
    above = [document.quote(s) for s in reversed(statement.section)] if statement else []
    prose = _PROSE.fullmatch(table.caption) is not None  # "...; xã cuối cùng là xã A đạt chuẩn."
    lead = "" if prose else _TOLD_BEFORE.sub("", table.caption)
    said = (_IN_BRACKETS.sub("", text) for text in (lead, *above))
    named = next((place for text in said if (place := _named_below(text, whose))), "")
    return "" if is_called_after(whose, named) else named


_PROSE = re.compile(r".{30,}[;,].*\.", re.S)


def _named_below(text: str, whose: str) -> str:
    """The one place that a caption names besides the record's own and what that one is in."""
    named = {place for _, place in find_places(text)}
    depth = LEVEL_RANK.get(next((p.level for _, p in find_places(whose)), ""), 0)
    below = {p for p in named if LEVEL_RANK.get(p.level, depth + 1) > depth}
    told = below if len(named) > 1 else named
    return str(told.pop()) if len(told) == 1 else ""


def _plans_alone(document: Document, table: Table) -> bool:
    """Whether a table has plans and nothing that they were compared with: of the year ahead."""
    kinds: set[FigureKind | None] = set()
    for number in table.columns:
        head = column_head(document, table, number)[0]
        column = Column(head, column_texts(document, table.body, number))
        if any(map(is_numeric, column.texts)) and not numbers_rows(column):
            kinds.add(column_kind(head)[0])
    return kinds == {"target"}


def _table_period(
    period: Period | None,
    setting: Setting,
    kind: FigureKind,
    metadata: Metadata,
    planned_alone: bool,
) -> Period | None:
    if period is not None and period.first:
        return school_year(period, metadata)
    if period is not None:
        year = (metadata.period.first if metadata.period else 0) or 0
        return Period(year, year, period.part) if year else None
    mooded = replace(setting, mood="target" if kind in TARGETS else setting.mood)
    beside = kind == "target" and not planned_alone
    if setting.period is None and beside and setting.mood != "target":
        mooded = setting  # plan beside result: the plan of the same year
    told = period_of(mooded, kind, metadata)
    if mooded is setting and kind == "target" and told is not None and told.part in TOLD_SO_FAR:
        return replace(told, part="")  # "Dự toán | Ước TH 6 tháng": what is set for the year
    return told


_YEARS_TOLD = 3  # columns of years from which on a table without plans is one of statistics


def _of_years(document: Document, table: Table) -> bool:
    """Whether a table gives year after year and no plan: "2020 | 2021 | 2022"."""
    heads = [column_head(document, table, c)[0] for c in table.columns]
    dated = [(p, h) for h in heads if (p := head_period(h)) is not None and not p.part]
    years = {p.first for p, _ in dated}
    return len(years) >= _YEARS_TOLD and all(column_kind(h)[0] is None for _, h in dated)


_SHORTEST_PROSE = 25  # characters of a cell that can state something


def worded_cells(document: Document, row: Statement) -> list[Statement]:
    """A row's first cell, then the clauses of its cells that are prose."""
    cells = document.blocks[row.block].cells
    first = Span(cells[0].start, cells[0].end)
    found = [replace(row, span=first, sentence=first)]
    for cell in cells[1:]:
        if cell.end - cell.start < _SHORTEST_PROSE:
            continue
        for sentence in sentences(document.text, cell.start, cell.end):
            for clause in clauses(document.text, sentence):
                setting = setting_of_clause(document.quote(clause), row.setting)
                found.append(replace(row, span=clause, sentence=sentence, setting=setting))
    return found
