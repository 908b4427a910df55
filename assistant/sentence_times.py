"""Whether a sentence tells of the time that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.evidence import Unit
from assistant.fitting import RESULTS, TARGETS, period_fit, sums_up_years
from assistant.question import Question
from corpus.indicators import Form
from corpus.periods import find_periods
from corpus.record import Figure, Period


def told_in(unit: Unit, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that stand in a unit."""
    return [
        f
        for f in figures
        if f.statement.start < unit.span.end and unit.span.start < f.statement.end
    ]


def of_its_time(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a sentence's figures, as read, are of a period that is asked for."""
    day = unit.read.record.date
    if not question.periods or (
        _MEETING_OF.search(question.folded)
        and day
        and any(_in_year(p, day) for p in question.periods)
    ):
        return True
    own = [f for f in told_in(unit, figures) if f.period is not None]
    if question.kind != "target":  # the plan of the year beside what was reached in a part of it
        own = [f for f in own if f.kind in (*RESULTS, "plan_share")] or own
    read = [f.period for f in own if f.period is not None]
    if any(names_month(unit, p) for p in question.periods):
        return True
    last = max(p.last for p in question.periods)
    planned = day is None or day.year <= last  # what was told then of a later time was planned
    return not read or any(
        period_fit(question.periods, p) or (planned and p.first > last) or _in_month(question, p)
        for p in read
    )


def row_of_its_time(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a table's row, where a result of a part of a year is asked for, tells of that part.

    A row says little but its figures: the plan of the year is nothing of the first quarter.
    """
    if question.kind in TARGETS or not unit.read.is_row(unit.statement):
        return True
    return not _of_other_parts(question, told_in(unit, figures))


def tells_other_time(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether all that a sentence is read to say of the indicator is of another time.

    Of another year; or of another part of the year where one is asked for, or all of the year: a
    season is told now as of the year, now as of some months.
    """
    families = question.form.families
    own = [f for f in told_in(unit, figures) if families <= Form.of(f.key).families]
    of_terms = all(f.period is None or f.period.is_term for f in own)
    if families and of_terms and any(sums_up_years(question, f) for f in own):
        return True
    day = unit.read.record.date
    if not families:  # of what else the sentence's figures may be, they are none of that year's
        asked = question.intent == "value" and not _MEETING_OF.search(question.folded)
        return asked and bool(own) and _of_other_years(question, own, day)
    return _of_other_parts(question, own) or _of_other_years(question, own, day)


def _of_other_years(question: Question, figures: Sequence[Figure], day: date | None) -> bool:
    """Whether figures that have a period have none of the years, or of the whole year, asked.

    Where none has one, nobody tells of all of a year in June: `day` is the record's.
    """
    read, asked = [f.period for f in figures if f.period is not None], _years(question.periods)
    if question.kind in TARGETS or not _ALL_YEAR.search(question.folded):
        return bool(asked) and bool(read) and asked.isdisjoint(_years(read))
    if not read:
        return day is not None and asked == {day.year} and day.month <= _TOO_EARLY
    return bool(question.periods) and not any(period_fit(question.periods, p) for p in read)


_TOO_EARLY = 9  # the month up to which nobody tells what a whole year brought
_ALL_YEAR = re.compile(r"\bca nam\b|full year|whole year")


def _years(periods: Sequence[Period]) -> set[int]:
    return {y for p in periods for y in range(p.first, p.last + 1) if y}


def _of_other_parts(question: Question, figures: Sequence[Figure]) -> bool:
    """Whether parts of years are asked for, and figures that have a period have none of them."""
    asked = question.periods
    read = [f.period for f in figures if f.period is not None]
    parts = bool(asked) and all(p.part for p in asked)
    return parts and bool(read) and not any(period_fit(asked, p) for p in read)


_SPELT_MONTHS = ("", "giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín")


def names_month(unit: Unit, period: Period) -> bool:
    """Whether a unit's sentence names the month asked for: "mưa tuyết cuối tháng Hai"."""
    if not re.fullmatch(r"m\d+", period.part):
        return False
    month, text = int(period.part[1:]), unit.read.document.quote(unit.statement.sentence).lower()
    spelt = f"|{_SPELT_MONTHS[month]}" if month < len(_SPELT_MONTHS) else ""
    named = rf"tháng (?:0?{month}{spelt})(?![\w/])|\d/0?{month}(?:/{period.first})?(?!\d)"
    return re.search(named, text) is not None


def _in_month(question: Question, period: Period) -> bool:
    """Whether a stretch from January on ends in the month asked for: how it stood then."""
    ends = [(p.first, p.part.replace("m", "to", 1)) for p in question.periods if p.part[:1] == "m"]
    return (period.first, period.part) in ends


# "đại hội cổ đông 2024 có mấy cổ đông dự?": the year is the meeting's own.
_MEETING_OF = re.compile(r"\b(?:dai hoi|hoi nghi|ky hop|phien|cuoc hop|buoi)\b.{0,45}(?:19|20)\d\d")


def _in_year(period: Period, day: date) -> bool:
    return period.first <= day.year <= period.last


_DATED = re.compile(r"(?<!\w)(?:đến|từ|năm|tới)\s+((?:19|20)\d\d)(?![\d.,/])", re.I)


def names_its_time(question: Question, unit: Unit) -> bool:
    """Whether a sentence that names years or months itself names one that is asked for."""
    named = find_periods(unit.text)
    told = [f.period for f in named if not f.base]
    years = _years(told)
    if not named:
        years = {int(year) for year in _DATED.findall(unit.text)}
    asked = _years(question.periods)
    if years and asked and years.isdisjoint(asked):
        return False
    months = {p.part for p in told if p.part[:1] == "m"}
    wanted = {p.part for p in question.periods if p.part[:1] == "m"}
    if wanted and not months and question.intent == "value":
        return _of_its_month(question, unit)
    return not (months and wanted) or not months.isdisjoint(wanted)


def _of_its_month(question: Question, unit: Unit) -> bool:
    """Whether a sentence that names no month stands where one asked for is told of."""
    day, metadata = unit.read.record.date, unit.read.metadata
    around = (unit.statement.setting.period, metadata.period)
    met = {Period(day.year, day.year, f"m{day.month}")} if day else set()
    ends = {Period(p.first, p.last, p.part.replace("m", "to", 1)) for p in question.periods}
    told = {p for p in around if p is not None} | met
    return any(names_month(unit, p) for p in question.periods) or not told.isdisjoint(
        ends | set(question.periods)
    )
