"""Answers over several figures: a course over years, places compared, targets fulfilled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.amounts import amount
from assistant.answer import Answer, SeriesPoint
from assistant.choosing import assumed, differing, exact_first, good, indicator_name, record_of
from assistant.draft import Draft
from assistant.fitting import RESULTS, TARGETS
from assistant.knowledge import Shelf, of_association_alone
from assistant.matching import Match, match_figures
from assistant.question import Question
from assistant.wording import capitalised, direction, period_phrase
from corpus.figure_context import last_month
from corpus.record import FigureKind, Period, Record


def answer_trend(question: Question, shelf: Shelf) -> Answer | None:
    """The values of an indicator year by year, each with its source."""
    if (times := _asked_parts(question)) is not None:
        return _by_part(question, shelf, times)
    years = asked_years(question)
    mixed = re.search(r"ket qua|thuc hien|tu \d{4}|tang giam|thay doi|dien bien", question.folded)
    # "năm 2023, 2024 và kế hoạch 2025": results, and the plan of the last year alone
    mixed = mixed or re.search(
        r"(?:va|con|roi|,)\s+(?:ke hoach|chi tieu|muc tieu|kh)\s*(?:nam )?\d{4}(?!.*\d{4})",
        question.folded,
    )
    kinds: tuple[FigureKind, ...] = TARGETS if question.kind == "target" and not mixed else RESULTS
    open_question = replace(question, periods=())
    matches = [
        m
        for m in match_figures(open_question, shelf.knowledge(), kinds, any_period=True)
        if not m.fails
    ]
    # a union's paper tells of its own members where the district itself is asked about
    own = [m for m in matches if not of_association_alone(m.known.info, question.folded)]
    matches = own or matches
    school = in_school_years(question)
    parts = [m for m in matches if not _is_whole_year(m.known.figure.period, school)]
    matches = [m for m in matches if _is_whole_year(m.known.figure.period, school)]
    if not matches and not parts:
        return None
    top = max(m.score for m in matches or parts)
    matches = [m for m in matches if m.score >= top - 1.6]
    if not question.places:
        place = (matches or parts)[0].known.figure.place
        matches = [m for m in matches if m.known.figure.place == place]
        parts = [m for m in parts if m.known.figure.place == place]
    by_year: dict[int, list[Match]] = {}
    for match in matches:
        period = match.known.figure.period
        if period is not None and (not years or period.first in years):
            by_year.setdefault(period.first, []).append(match)
    if (
        kinds is RESULTS
        and any(y not in by_year for y in years)
        and re.search(r"ke hoach|chi tieu|muc tieu|plan|target", question.folded)
    ):
        planned = match_figures(
            open_question, shelf.knowledge(), ("target", "amended_target"), any_period=True
        )
        for match in planned:
            period = match.known.figure.period
            if (
                not match.fails
                and period is not None
                and _is_whole_year(period, school)
                and period.first in years
                and period.first not in by_year
            ):
                by_year[period.first] = [match]
    for year in years:
        if (part := _part_of_year(question, year, parts)) and (
            year not in by_year or _asked_part(question, year)
        ):
            by_year[year] = [part]
    if len(by_year) < 2:
        return None
    return _course(question, shelf, by_year, years)


def _asked_parts(question: Question) -> tuple[Period, ...] | None:
    """Several times asked for, of which some are parts of a year: "tháng 8 và tháng 9"."""
    asked = tuple(dict.fromkeys(p for p in question.periods if p.first))
    in_parts = any(p.part not in ("", "by", "school") for p in asked)
    same = len({p.part for p in asked}) == 1 and len({p.first for p in asked}) > 1
    return asked if len(asked) > 1 and in_parts and not same else None


def _by_part(question: Question, shelf: Shelf, asked: Sequence[Period]) -> Answer | None:
    """The values of an indicator at the times asked for, each with its source."""
    draft = Draft(question.language)
    pieces: list[str] = []
    points: list[SeriesPoint] = []
    told: list[Match] = []
    between: tuple[Period, ...] = ()
    if len(asked) == 2 and re.search(r"\b(?:tu|from)\b.+\b(?:den|toi|to)\b", question.folded):
        # "từ 2022 đến giữa năm 2024": the years between, where they are told
        between = tuple(Period(y, y) for y in range(asked[0].first + 1, asked[1].first))
        between += _parts_between(question, shelf, asked[0], asked[1])
    found_of: set[Period] = set()
    for period in (asked[0], *between, *asked[1:]):
        of_then = replace(question, periods=(period,))
        found = good(match_figures(of_then, shelf.knowledge(), RESULTS))
        if not found and period in between:
            found = _told_within(of_then, shelf)
        record = record_of(shelf, found[0]) if found else None
        if record is None or found[0].known.figure.period is None:
            continue
        if period in between:
            period = found[0].known.figure.period
        told.append(found[0])
        when = period_phrase(period, question.language)
        shown, point = point_of(shelf, draft, found[0], record, found, when)
        pieces.append(f"{when}: {shown}")
        points.append(point)
        found_of.add(period)
    if not told or not found_of.issuperset(asked):
        return None
    # by the plainest of its names: "tiêu chí NTM", not "đăng ký ra mắt trong năm"
    figure = min(told, key=lambda m: len(m.known.form.rest)).known.figure
    name, place = capitalised(indicator_name(figure)), figure.place
    of = (f" in {place}" if question.language == "en" else f" của {place}") if place else ""
    return draft.finish(f"{name}{of}: {'; '.join(pieces)}.", found=True, series=points)


def _parts_between(
    question: Question, shelf: Shelf, begin: Period, end: Period
) -> tuple[Period, ...]:
    """What is told of the first and the last year between two times: "cuối 2025 đến tháng 9/2026".

    Of the half-year, where the records tell it, and of the whole of a year begun with a part of it.
    """
    anytime = match_figures(question, shelf.knowledge(), RESULTS, any_period=True)
    told = {m.known.figure.period for m in good(anytime) if m.known.figure.period}
    first, last = _ends(begin), _ends(end)
    return tuple(
        sorted(
            (
                p
                for p in told
                if not p.is_term
                and p.first in (begin.first, end.first)
                and (p.part in ("", "by") or p.part in _MONTHS_TOLD)
                and first < _ends(p) < last
            ),
            key=_ends,
        )
    )


def _ends(period: Period) -> tuple[int, int]:
    """The year and the month in which a period ends."""
    return period.last, 12 if period.part in ("", "by", "school") else last_month(period.part)


def _told_within(question: Question, shelf: Shelf) -> list[Match]:
    """What is told of parts of the year asked for, the last of them first."""
    year = question.periods[0].first
    anytime = match_figures(question, shelf.knowledge(), RESULTS, any_period=True)
    told = [m for m in good(anytime) if (p := m.known.figure.period) and p.first == p.last == year]
    return sorted(told, key=lambda m: -m.known.info.day.toordinal())


def _part_of_year(question: Question, year: int, parts: Sequence[Match]) -> Match | None:
    """The part of a year that is asked for, else as much of the year as the records tell."""
    asked = _asked_part(question, year)
    known = [
        m
        for m in parts
        if (p := m.known.figure.period) is not None
        and p.first == p.last == year
        and (p.part == asked if asked else p.part in _MONTHS_TOLD)
    ]
    return max(
        known,
        key=lambda m: (
            _MONTHS_TOLD.get(m.known.figure.period.part if m.known.figure.period else "", 0),
            m.score,
        ),
        default=None,
    )


_MONTHS_TOLD = {"q1": 3, "h1": 6, **{f"to{n}": n for n in range(2, 12)}}


def _asked_part(question: Question, year: int) -> str:
    parts = (p.part for p in question.periods if p.first == p.last == year)
    return next((part for part in parts if part not in ("", "by")), "")


def asked_years(question: Question) -> list[int]:
    """The years of "2021 - 2024" or of an enumeration; empty for "qua các năm"."""
    years: set[int] = set()
    if in_school_years(question):  # each by the year in which it begins
        begun = [p.first for p in question.periods]
        through = re.search(r"\b(?:tu|from|between)\b", question.folded)
        return list(range(min(begun), max(begun) + 1)) if through else sorted({*begun})
    for period in question.periods:
        if period.first:
            years |= set(range(period.first, period.last + 1))
    single = [p.first for p in question.periods if not p.is_term]
    if len(single) == 2 and re.search(r"\b(?:tu|from|between)\b", question.folded):
        years |= set(range(min(single), max(single) + 1))
    return sorted(years) if len(years) > 1 else []


def in_school_years(question: Question) -> bool:
    return bool(question.periods) and all(p.part == "school" for p in question.periods)


def _is_whole_year(period: Period | None, school: bool = False) -> bool:
    if period is None or school:
        return period is not None and period.part == "school"
    return not period.is_term and period.part in ("", "by")


def _course(
    question: Question, shelf: Shelf, by_year: dict[int, list[Match]], years: Sequence[int]
) -> Answer | None:
    draft = Draft(question.language)
    pieces: list[str] = []
    points: list[SeriesPoint] = []
    numbers: list[Decimal] = []
    first: Match | None = None
    unit_of = _common_unit(by_year)
    told = _years_told(by_year)
    # "9/14 xã" a year and "11 xã" the next: the same count, the more so where others have it
    counted = sum(m[0].known.figure.value.ratio for m in by_year.values()) * 2 > len(by_year)
    for year in sorted(by_year):
        matches = sorted(
            _in_force(by_year[year]),
            key=lambda m: (
                amount(m.known.figure.value)[1] != unit_of,
                m.known.figure.value.ratio != counted,
                -m.score - sum(min(_MOST, _OF_ONE * (told[s] - 1)) for s in _sources(m)),
            ),
        )
        best = exact_first(matches)[0]
        record = record_of(shelf, best)
        if record is None:
            continue
        figure = best.known.figure
        first = first or best
        same = [m for m in matches if amount(m.known.figure.value)[1] == unit_of]
        shown, point = point_of(shelf, draft, best, record, same, str(year))
        plan = (
            ("kế hoạch " if question.language == "vi" else "plan ")
            if figure.kind in TARGETS and question.kind != "target"
            else ""
        )
        when = f"năm {year}" if question.language == "vi" else str(year)
        if figure.period and not _is_whole_year(figure.period):
            when = period_phrase(figure.period, question.language)
        pieces.append(f"{when}: {plan}{shown}")
        numbers.append(amount(figure.value)[0][0])
        points.append(point)
    if first is None or len(pieces) < 2:
        return None
    place = first.known.figure.place
    name = capitalised(indicator_name(first.known.figure))
    missing = [y for y in years if y not in by_year]
    course = _shape(numbers, question.language)
    if question.language == "en":
        gap = f" No figure found for {', '.join(map(str, missing))}." if missing else ""
        text = f"“{name}”{f' in {place}' if place else ''}: {'; '.join(pieces)}{course}.{gap}"
    else:
        gap = f" Hồ sơ không có số liệu năm {', '.join(map(str, missing))}." if missing else ""
        text = f"{name}{f' của {place}' if place else ''}: {'; '.join(pieces)}{course}.{gap}"
    return draft.finish(
        text,
        found=True,
        understood=assumed(replace(question, periods=(Period(1, 1),)), first),
        series=points,
    )


# What a record or a name of its gains that tells several of the years: they are of one thing.
_OF_ONE, _MOST = 0.5, 1.0


def _sources(match: Match) -> tuple[tuple[str, str], ...]:
    """The record of a figure, and the name that it has there."""
    record = match.known.info.id
    return (record, ""), (record, match.known.figure.key)


def _years_told(by_year: Mapping[int, Sequence[Match]]) -> Counter[tuple[str, str]]:
    """How many of the years each source tells."""
    return Counter(s for ms in by_year.values() for s in {s for m in ms for s in _sources(m)})


def _in_force(matches: Sequence[Match]) -> Sequence[Match]:
    """Without targets that were replaced."""
    amended = [m for m in matches if m.known.figure.kind == "amended_target"]
    kept = [m for m in matches if m.known.figure.kind != "former_target"]
    return amended or kept or matches


def point_of(
    shelf: Shelf, draft: Draft, match: Match, record: Record, rivals: Sequence[Match], label: str
) -> tuple[str, SeriesPoint]:
    """A value with its citation, and what other records have instead; its point of the chart."""
    figure = match.known.figure
    value = draft.value(record, figure)
    number = draft.number(record, figure.statement)
    also = differing(shelf, draft, match, rivals)
    height, citation = float(figure.value.numbers[0]), number - 1
    if figure.kind in TARGETS:
        point = SeriesPoint(label, target=value, target_value=height, target_citation=citation)
    else:
        point = SeriesPoint(label, result=value, result_value=height, result_citation=citation)
    moved = direction(figure.indicator, figure.growth, draft.language)
    return f"{moved}{value} [{number}]{also}", point


def _common_unit(by_year: dict[int, list[Match]]) -> str:
    """The unit that most years have, so that a course does not mix % with counts."""
    units = [{amount(m.known.figure.value)[1] for m in matches} for matches in by_year.values()]
    names = sorted(set().union(*units))
    best = [m[0].known.figure.value for m in by_year.values()]
    return max(
        names, key=lambda u: (sum(u in s for s in units), sum(amount(v)[1] == u for v in best))
    )


def _shape(numbers: Sequence[Decimal], language: str) -> str:
    if len(numbers) < 3:
        return ""
    steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
    if all(s > 0 for s in steps):
        return " (tăng liên tục)" if language == "vi" else " (rising throughout)"
    if all(s < 0 for s in steps):
        return " (giảm liên tục)" if language == "vi" else " (falling throughout)"
    return ""
