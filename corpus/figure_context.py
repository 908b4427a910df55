"""What a record's context gives a figure: the period it counts for, the place it is about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from corpus.bases import LAST_YEAR
from corpus.clause_place import own_bracket
from corpus.criteria import is_of_a_set
from corpus.days import find_dates
from corpus.document import Span
from corpus.metadata import Metadata
from corpus.names import name_before, names_something
from corpus.outline import Statement
from corpus.own_period import says_whole_year
from corpus.periods import find_periods, first_months
from corpus.places import find_places
from corpus.record import FigureKind, Period
from corpus.roles import Reading
from corpus.setting import Setting, setting_of_clause
from corpus.undated import lies_before_told, lies_behind_title

TARGETS: tuple[FigureKind, ...] = ("target", "amended_target", "former_target")


def period_of(setting: Setting, kind: FigureKind, metadata: Metadata | None) -> Period | None:
    """The period of a figure: what its setting says, else the record's default."""
    period, default = setting.period, metadata.period if metadata else None
    # what is amended is of the year that runs; so is a plan named beside the result of a part of it
    beside = kind == "target" and setting.mood == "result"
    amends = beside or kind in ("amended_target", "former_target")
    told_so_far = period is not None and period.part in TOLD_SO_FAR
    if period is not None and period.first:
        period = school_year(period, metadata) if metadata else period
        return replace(period, part="") if amends and told_so_far else period
    ahead = kind in TARGETS and setting.mood == "target" and not amends
    if ahead and period is None and setting.relative is None and metadata and metadata.planned:
        return metadata.planned
    year = default.first if default else 0
    if setting.relative is not None and year and not amends:
        year += setting.relative
        if not setting.relative and ahead and metadata and metadata.date:
            year = max(year, metadata.date.year)  # "phương án năm nay", said in March
    elif ahead and (period is None or (metadata and metadata.date)):
        year = (metadata.target_year if metadata else None) or year
    day = metadata.date if metadata else None
    if period is not None and ahead and day is not None and setting.relative is None:
        # "chỉ tiêu tháng 11": the next one after the record
        year = day.year + (1 if last_month(period.part) < day.month else 0)
    if period is not None:  # a part of a year, named without the year
        part = "" if amends and told_so_far else period.part
        return Period(year, year, part) if year else None
    if not year:
        return None
    if default and default.part == "school" and setting.relative == -1:  # "năm học trước"
        return replace(default, first=default.first - 1, last=default.last - 1)
    if default and not ahead and (amends or setting.relative is None):
        if amends and default.part != "school":
            return replace(default, part="")  # amended in July: the whole year's
        return default
    if default and default.part == "school" and ahead:
        behind = metadata is not None and (metadata.target_year or 0) > default.last
        return replace(default, first=default.first + behind, last=default.last + behind)
    return Period(year, year)


def school_year(period: Period, metadata: Metadata) -> Period:
    """Two years on end are a school year in a school's record: "Chỉ tiêu 2024 - 2025"."""
    return period.as_school_year() if metadata.place.startswith("trường ") else period


_TO_MONTH = [f"to{month}" for month in range(2, 12)]
TOLD_SO_FAR = ("h1", "q1", "q2", "q3", *_TO_MONTH)


def so_far(setting: Setting, kind: FigureKind, metadata: Metadata, sentence: str) -> Period | None:
    """The period of a figure; in a report of a part of a year no result is the whole year's.

    Unless its sentence says so itself.
    """
    period, part = period_of(setting, kind, metadata), metadata.period
    named = any(f.period.part == part.part for f in find_periods(sentence)) if part else False
    whole = says_whole_year(sentence) and (kind == "estimate" or not named)  # "9 tháng: 11 tỷ"
    if period is not None and period == part and period.part and whole:
        return replace(period, part="")  # "Năng suất lúa cả năm ước đạt ...", said in October
    unsaid = kind == "target" and not setting.mood
    if unsaid and period is not None and period.part in TOLD_SO_FAR:
        own = any(f.period.part for f in find_periods(sentence))  # "đến hết 30/9 đạt từ 60%"
        return period if own else replace(period, part="")
    if kind in (*TARGETS, "estimate") or period is None or part is None:
        return period
    if period.part or period.first != part.first or part.part not in ("q1", "h1", *_TO_MONTH):
        return period
    own = any(f.period.first or not f.period.part for f in find_periods(sentence))
    return period if own or re.search(r"cả năm", sentence, re.I) else part


def not_ahead(
    period: Period | None, kind: FigureKind, metadata: Metadata, sentence: str
) -> Period | None:
    """The record's own time instead of a year to come that only the text above has named.

    Nothing is reached in a year that the record's day lies before.
    """
    day = metadata.date
    if kind in (*TARGETS, "estimate") or day is None or period is None or period.is_term:
        return period
    if period.first <= day.year or any(
        f.period.last >= period.first for f in find_periods(sentence)
    ):
        return period
    own = metadata.period
    return own if own is not None and 0 < own.first <= day.year else Period(day.year, day.year)


_YEAR_END = re.compile(
    r"(?<!tháng )(?<!nửa )cuối năm (?:\w+ )?(?:còn|xuống|là|đạt|dưới)(?!\w)", re.I
)


def years_end(text: str, reading: Reading, period: Period | None) -> Period | None:
    """The year, where a plan for its second half says what shall be at its end."""
    if period is None or period.part != "h2":
        return period
    end = _YEAR_END.search(text, reading.words.start, reading.quantity.start)
    return replace(period, part="") if end else period


def year_before(setting: Setting, metadata: Metadata) -> Period | None:
    """The period one year before the one that a clause speaks of."""
    period = period_of(setting, "target" if setting.mood == "target" else "result", metadata)
    if period is None or not period.first:
        return None
    return replace(period, first=period.first - 1, last=period.last - 1)


# "tính từ đầu năm kết nạp 51 đảng viên", "16 doanh nghiệp đăng ký mới trong quý", said in March.
_SINCE_JANUARY = re.compile(r"(?:tính|lũy kế|luỹ kế|cộng dồn|kể) từ đầu năm", re.I)
_IN_THE_QUARTER = re.compile(r"\btrong quý(?! [IV\d])", re.I)


def month_widened(text: str, told: Period | None) -> Period | None:
    """The longer period that a clause of a monthly report tells of; None where it names none."""
    if told is None or not re.fullmatch(r"m\d+", told.part) or told.part == "m1":
        return None
    month = last_month(told.part)
    if _SINCE_JANUARY.search(text):
        return first_months(told.first, month) or replace(told, part="")  # twelve: the year
    if _IN_THE_QUARTER.search(text) and month % 3 == 0:
        return replace(told, part=f"q{month // 3}")
    return None


def last_month(part: str) -> int:
    """The month in which a part of a year ends."""
    if re.fullmatch(r"(?:m|to)\d+", part):
        return int(part.lstrip("mto"))
    return {"q1": 3, "h1": 6, "q2": 6, "q3": 9}.get(part, 12)


def is_ahead(period: Period | None, metadata: Metadata) -> bool:
    """Whether a period lies after the record's own year: nothing of it can be a result yet."""
    if period is None or period.part == "school":
        return False
    if (day := metadata.date) is None:
        return lies_behind_title(period, metadata)
    if period.is_term and period.first >= day.year and period.last > day.year + 1:
        return True  # the term that a congress opens
    if period.first == day.year or not period.first:
        # a part of this year that is still to come: "giải ngân đến 30/9 đạt 70%", said in July
        told = metadata.period.last if metadata.period is not None else 0
        if period.part in ("", "by") and told == day.year - 1 and day.month <= _EARLY:
            return True  # a year's meeting tells of the year before and plans its own
        if period.part == "by" and metadata.period is not None:
            # "cuối năm nay còn 3%", in a record of the year's first half
            return metadata.period.part in ("q1", "h1", "to9") and day.month < LATE
        return period.part not in ("", "by") and last_month(period.part) > day.month
    return period.first > day.year


# "đến 30/9/2025 giải ngân ...": the day by which, before the value
_BY_DAY_AHEAD = re.compile(r"(?<!\w)(?:đến|tới|trước|hạn)\s+(?:hết\s+)?(?:ngày\s+)?$", re.I)


# "cấp cho ít nhất 75% dân số trước 31/12/2023": the day by which, behind the value
_BY_DAY_BEHIND = re.compile(
    r"^[^,;.()\d]{0,60}?(?<!\w)(?:trước|chậm nhất|đến hết|xong trong)\s+(?:ngày\s+)?$", re.I
)


def due_later(text: str, reading: Reading, metadata: Metadata) -> date | None:
    """The day after the record's own for which a value is told: "đến 31/12/2025 đạt 98%"."""
    if metadata.date is None or not reading.words.end:
        return None
    before = text[reading.words.start : reading.quantity.start]
    behind = text[reading.quantity.end : max(reading.words.end, reading.quantity.end)]
    due = [f for f in find_dates(before) if _BY_DAY_AHEAD.search(before[: f.span.start])]
    due += [f for f in find_dates(behind) if _BY_DAY_BEHIND.search(behind[: f.span.start])]
    days = (f.as_date() for f in due)
    return next((day for day in days if day is not None and day > metadata.date), None)


def is_over(period: Period | None, metadata: Metadata) -> bool:
    """Whether a period ended before the record's own year: all of it is a result."""
    if metadata.date is None:
        return lies_before_told(period, metadata)
    return period is not None and 0 < period.last < metadata.date.year


def has_ended(reading: Reading, period: Period | None, text: str, metadata: Metadata) -> bool:
    """Whether a period is over, or a bracket in a plan for the next year tells of its end.

    "tỷ lệ hộ nghèo còn 18,6% (cuối năm 2021 là 23,9%)", settled in December 2021.
    """
    day = metadata.date
    if is_over(period, metadata):
        return True
    if day is None or period is None or period.first != day.year or day.month < LATE - 1:
        return False
    line = text[text.rfind("\n", 0, reading.quantity.start) + 1 : reading.quantity.start]
    labelled = _YEAR_LABEL.match(line)  # "1. Năm 2025: thu ...", over "2. Năm 2026: thu ..."
    ends = labelled is not None and int(labelled[1]) == day.year and day.month > LATE
    return ends or bool(own_bracket(text, reading))


_YEAR_LABEL = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?:trong )?năm (\d{4})\s*:", re.I)


_EARLY = 6  # the month up to which a year's meetings look back on the one before
LATE = 11  # the month from which on a year's end may be told as a result


def named_place(text: str) -> str:
    """The one place that a clause itself is about, "" where it names none or several."""
    named = {str(p) for _, p in find_places(text)}
    return named.pop() if len(named) == 1 else ""


# "Phấn đấu giải ngân 70% vào 30/9", "... vào hết tháng Chín": by then, not in the year
_BY_DAY = re.compile(
    r"[^,;.()\d]{0,25}?\b(?:vào|đến|tới) (?:hết |cuối )?(?:ngày )?(?:3[01]\s?/\s?(?P<day>\d{1,2})"
    r"(?!\s?/?\d)|tháng (?P<month>\d{1,2}(?!\d)|chín|sáu|tám|mười))",
    re.I,
)
_MONTHS = {"sáu": 6, "tám": 8, "chín": 9, "mười": 10}


def due_by(after: str, period: Period | None) -> Period | None:
    """The part of a year by whose last day a share is due, as said right behind its value."""
    said = _BY_DAY.match(after)
    if said is None or period is None or period.is_term:
        return None
    named = said["day"] or said["month"].lower()
    month = _MONTHS.get(named) or int(named)
    return first_months(period.first, month)


_YEAR_BEHIND = re.compile(
    r"\s+(?:(?:(?:vào|trong)\s+)?(?:cuối\s+)?năm\s+(?P<year>20\d\d)(?=[,;.)]|\s+(?:và|rồi)\s|\s*$)"
    r"|vào cuối năm(?! \d| học))"
)
_UP_TO_NOW = re.compile(
    r"(?:(?<!\w)(?:đến nay|hiện nay|hiện|(?:thì|còn|năm) nay)|[,;] nay)\s+(?:[^\W\d]+\s+){0,3}?"
    r"(?:(?:đã|giảm|tăng|lên|thành|có|đạt|được|tới|còn|là|chỉ còn)\s+)+$"
    r"|\(\s*hiện(?: nay| tại)?\s*$",
    re.I,
)


def named_period(
    text: str, reading: Reading, setting: Setting, metadata: Metadata
) -> Period | None:
    """The year right before a value: "cuối năm 2023 là 7%, đến cuối năm 2024 còn 5%".

    Or right behind it: "doanh thu 64 tỷ đồng năm 2024, nuôi sống 900 lao động".
    """
    if not reading.words.end:
        return None
    if not reading.base and (behind := _YEAR_BEHIND.match(text, reading.quantity.end)):
        year = int(behind["year"] or 0) or (metadata.period.first if metadata.period else 0)
        return Period(year, year) if year else None
    if _UP_TO_NOW.search(text, reading.words.start, reading.quantity.start):
        return metadata.period  # "cuối năm 2023 là 15%, đến nay còn 12%"
    before = text[reading.words.start : reading.quantity.start]

    def ends_with(month: Span) -> bool:  # "Thu ngân sách tháng 8 đạt": no month that only opens
        behind = before[month.end :]
        adjoins = month.start > 0 and not re.search(r"[,;:()]", behind)
        return adjoins and not names_something(name_before(behind))

    own = setting.period
    listed = own.part[:1] if own and own.part[:1] in ("q", "m") else None

    def is_next(part: str, span: Span) -> bool:  # "quý I thu 3 tỷ đồng, quý II thu 4 tỷ đồng"
        return part[:1] == listed and not before[: span.start].strip(" ,;")

    found = [
        f.period
        for f in find_periods(before)
        if not f.base
        and (
            f.period.part in ("", "by", "h1")
            or f.period.part[:2] == "to"
            or ends_with(f.span)
            or is_next(f.period.part, f.span)
        )
    ]
    if not found:
        told = own or metadata.period
        ahead = _YEAR_TO_COME.search(before)
        return replace(told, part="") if ahead and told and told.part in TOLD_SO_FAR else None
    if own and own.part == "school" and (own.first, own.last) == (found[-1].first, found[-1].last):
        return own
    if not found[-1].first:
        known = setting.period if setting.period and setting.period.first else metadata.period
        return replace(found[-1], first=known.first, last=known.first) if known else None
    return replace(found[-1], part="") if found[-1].part == "by" else found[-1]


# "10 tháng thu 38 tỷ đồng, ước cả năm 47 tỷ đồng"
_YEAR_TO_COME = re.compile(
    r"(?<!\w)(?:(?:ước|dự kiến|dự báo)(?: tính| thực hiện| đạt)? (?:cả|hết|đến hết) năm(?! học)"
    r"|cả năm(?: \S+)? (?:ước|dự kiến|không dưới|không thấp hơn|ít nhất|phải đạt))(?!\w)",
    re.I,
)


# "85% (năm nay mới 76%)": how it stands, beside what is aimed at
_REACHED = re.compile(r"kết quả|thực hiện|hiện|năm nay (?:mới|chỉ|đã|đạt|được)", re.I)


def inside_brackets(text: str, statement: Statement, reading: Reading) -> Setting:
    """What stands in brackets has a mood and a period of its own: "(cuối năm nay là 6,8%)"."""
    before = text[statement.span.start : reading.quantity.start]
    if before.count("(") <= before.count(")") or LAST_YEAR.search(before):
        return statement.setting  # "(năm học trước 25,4%)" is counted from what it stands beside
    opened = statement.span.start + before.rfind("(") + 1
    closed = text.find(")", reading.quantity.end, statement.span.end)
    inner = text[opened : closed if closed > 0 else statement.span.end]
    setting = setting_of_clause(inner, statement.setting)
    if statement.setting.mood == "target" and is_of_a_set(reading.quantity, in_part=True):
        return replace(setting, mood="result", period=None)  # "xã A (16/19 tiêu chí)": so far
    if setting is not statement.setting and _REACHED.search(inner):
        return replace(setting, mood="result")
    return setting
