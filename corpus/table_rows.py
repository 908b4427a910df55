"""What a table's rows are called, and which row each is a part of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from corpus.document import Block, Cell, Document, Span
from corpus.periods import find_periods, first_months
from corpus.record import Period
from corpus.table_heads import UNIT_IN_BRACKETS, WHOLE_ROW
from corpus.table_layout import Table, cell_text

PART_ROW = re.compile(r"^\s*(?:[-+*•]|trong đó|riêng)\s*:?\s*", re.I)
ROW_ORDINAL = re.compile(r"^\s*(?:[IVX]+|\d{1,3}(?:\.\d+)*|[a-zđ])[.)/]?\s+(?=\S)")


class RowName(NamedTuple):
    """A row's name as printed and what it is a part of, "" for rows that stand for themselves."""

    printed: str
    whole: str = ""


class Section(NamedTuple):
    """A row that only names what the places below it are measured by: "I | Thu ngân sách"."""

    measure: str
    unit: str
    named: Span


def opens_section(
    document: Document,
    row: Block,
    cells: Mapping[int, Cell],
    naming: Collection[int],
    name: str,
    unit: str,
) -> Section | None:
    """The measure that a row without a value gives to the rows of places below it.

    `cells` are the row's by column, `naming` the columns of ordinals, names and units. None where
    the row holds a value or names no measure.
    """
    if any(re.search(r"\d", cell_text(document, c)) for at, c in cells.items() if at not in naming):
        return None
    measure = PART_ROW.sub("", ROW_ORDINAL.sub("", name))
    bracket = UNIT_IN_BRACKETS.search(measure)
    unit = unit or (bracket[1].strip() if bracket else "")
    measure = UNIT_IN_BRACKETS.sub("", measure).strip(" :-")
    if not measure or not (unit or _measures(measure)):
        return None
    return Section(measure, unit, Span(row.start, row.end))


_SUMS = re.compile(r"\W*(?:(tổng cộng|tổng|cộng)|((?:lũy|luỹ) kế(?: đến(?: hết)?)?))\s*:?\s+", re.I)
_MONTH = re.compile(r"(?:tháng |T)?0?([1-9]|1[0-2])\s?[/.-]\s?(20\d\d)|T0?([1-9]|1[0-2])", re.I)


def row_period(name: str) -> Period | None:
    """The period that is all a row is called: "Tháng 7/2025", "9/2025", "Cộng quý III".

    Its year is 0 where the row does not say it; None where the row is called otherwise.
    """
    sums = _SUMS.match(name)
    said = name[sums.end() if sums else 0 :].strip(" .:*")
    if month := _MONTH.fullmatch(said):
        year = int(month[2] or 0)
        period = Period(year, year, f"m{month[1] or month[3]}")
    elif re.fullmatch(r"cả năm", said, re.I):
        return Period(0, 0)
    else:
        found = find_periods(said)
        whole = len(found) == 1 and found[0].span.end - found[0].span.start == len(said)
        if not whole or found[0].base:
            return None
        period = found[0].period
    if sums and sums[2] and period.part[:1] == "m":  # "Lũy kế tháng 9"
        return first_months(period.first, int(period.part[1:])) or period
    return period


def sums_twelve_months(name: str) -> bool:
    """Whether a row adds up twelve months, of which years its own name does not say."""
    return (
        re.fullmatch(r"\W*(?:tổng|cộng|lũy kế|luỹ kế)(?: số| cộng)? 12 tháng\W*", name, re.I)
        is not None
    )


def row_names(
    document: Document,
    table: Table,
    name_column: int,
    numbering: Collection[int],
    unit_column: int | None,
) -> dict[int, RowName]:
    """The names of a table's rows by where the rows begin; rows without a name are left out."""
    found: dict[int, RowName] = {}
    above: list[tuple[int, str]] = []  # depth and name of the rows that this one stands below
    for row in table.body:
        texts = {cell.column: cell_text(document, cell) for cell in row.cells}
        ordinal = next((texts[c] for c in sorted(numbering) if c in texts), "")
        name = texts.get(name_column, "")
        if not name:
            name = _total(texts) or _goes_on(found, texts, unit_column)
            if name:
                found[row.start] = RowName(name)
            continue
        depth = _depth(ordinal, name)
        if depth is None:  # "Trong đó: Mầm non", and below it "Tiểu học" without a mark
            child = bool(above) and above[-1][0] >= _PART and bool(numbering)
            depth = above[-1][0] if child and not WHOLE_ROW.match(name) else _ALONE
        while above and above[-1][0] >= depth:
            above.pop()
        own = PART_ROW.sub("", ROW_ORDINAL.sub("", name)).strip(" :")
        wholes = [named for _, named in above if _measures(named)] or [n for _, n in above[-1:]]
        part = depth >= _PART and bool(above)
        counted = depth > _SECTION and _measures(wholes[-1] if wholes else "") and _is_short(own)
        found[row.start] = RowName(name, " - ".join(wholes[-2:]) if part or counted else "")
        above.append((depth, own))
    return found


_SECTION, _ALONE, _PART, _DASHED = 0, 1, 4, 5  # I; 1 or no mark; a, from which on parts; -
_ROMAN = re.compile(r"[IVX]+|[A-HK-Z]")
_MEASURED = re.compile(
    r"(?:tổng\s+)?(?:số|tỷ lệ|diện tích|giá trị|sản lượng|năng suất|cơ cấu|đàn|xếp loại|học lực"
    r"|hạnh kiểm|kết quả xếp|thu|chi)(?!\w)",
    re.I,
)
_SHORT = 4  # words of a name that says what is counted only with the row above it


def _measures(name: str) -> bool:
    return _MEASURED.match(name) is not None


def _is_short(name: str) -> bool:
    return len(name.split()) <= _SHORT and not _measures(name)


def _depth(ordinal: str, name: str) -> int | None:
    """How deep a row stands by its mark: I, 1, 1.1, a, -; None where it bears none."""
    mark = ordinal.strip(" .)")
    if not mark:
        leads = ROW_ORDINAL.match(name)
        mark = leads[0].strip(" .)/") if leads else ""
    if PART_ROW.match(name) or mark in ("-", "+", "*", "•", "–"):
        return _DASHED
    if not mark:
        return None
    if _ROMAN.fullmatch(mark):
        return _SECTION
    if re.fullmatch(r"\d+(?:\.\d+)*", mark):
        return min(1 + mark.count("."), _PART - 1)
    return _PART if re.fullmatch(r"[a-zđ]", mark) else _ALONE


def _total(texts: dict[int, str]) -> str:
    """The label of a total that fills the ordinals' column: "Cộng | 5 | 202"."""
    return next((t for t in list(texts.values())[:2] if t and WHOLE_ROW.match(t)), "")


def _goes_on(found: dict[int, RowName], texts: dict[int, str], unit_column: int | None) -> str:
    """The name of the row above, which goes on with another unit: "Lớp | 8", then "Người | 240"."""
    measured = unit_column is not None and texts.get(unit_column)
    return next(reversed(found.values())).printed if measured and found else ""
