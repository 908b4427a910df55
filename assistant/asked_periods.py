"""The periods that a question names; what names them is masked out of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.meeting_years import of_meeting
from assistant.page import Page
from corpus.days import find_dates
from corpus.normalize import fold
from corpus.periods import FoundPeriod, find_periods
from corpus.record import Period

_MEETS_BEFORE = re.compile(
    r"(?:hop|hoi nghi|giao ban|phien)(?: (?:chuyen de|thuong (?:ky|le)|bat thuong|mo rong))?\s*$"
)
_BARE_YEAR = re.compile(r"\s*(?:và|va|,|rồi|roi|với|voi|and)\s*\d{4}")


def _between(page: Page, last: FoundPeriod, found: FoundPeriod) -> str:
    """What stands from the end of one period to the end of the next."""
    return page.plain[last.span.end : found.span.end]


# Of the term of the Party's bodies: five years up to one that five divides.
_TERM = re.compile(
    r"\b(?:trong )?(?:nhiem ky|(?:5|nam) nam) (?P<past>vua qua|qua|truoc)\b"
    r"|\b(?:den )?(?:(?P<end>cuoi|het)|ca|toan|trong)(?: toan)? (?:nhiem ky|khoa)(?: nay)?\b"
    r"(?! *(?:[ivx]+|\d+)\b| (?:toi|sau|moi)\b)"
    r"|\b(?:(?P<until>cuoi|het) )?nhiem ky (?:nay|hien nay|(?P<next>toi|sau|moi))\b"
)
_TERM_YEARS = 5


# "hội nghị cuối 2023 giao năm 2024 kết nạp bao nhiêu": the year of the meeting, then the plan's.
_SET_BY_MEETING = re.compile(
    r"(?:cuối|đầu|hồi|giữa)(?: năm)? \d{4}[^?]{0,50}\b(?:đặt|đề ra|chốt) (?:mục|chỉ) tiêu\b[^?]*$|"
    r"(?:hội nghị|kỳ họp|phiên họp|đại hội|cuộc họp|nghị quyết)\b[^,?]*\d{4}[^,?]*"
    r"\b(?:giao|đề ra|yêu cầu|đặt|quyết|ấn định|dự kiến|chốt|thông qua|phấn đấu|xác định)\b[^,?]*$"
    r"|(?:hoi nghi|ky hop|phien hop|dai hoi|cuoc hop|nghi quyet)\b[^,?]*\d{4}[^,?]*"
    r"\b(?:giao|de ra|yeu cau|dat|quyet|an dinh|du kien|chot|thong qua|phan dau|xac dinh)\b[^,?]*$"
)


# "cuộc họp ngày 5/9/2024 chốt ...": when they met.
_DAY_OF_MEETING = re.compile(
    r"(?:họp|hội nghị|phiên|kỳ họp|hop|hoi nghi|phien|ky hop)(?: \w+){0,4}? ?$"
)


# "bên nào trồng nhiều hơn năm 2023?": of the places, in that year
_RANKED = re.compile(
    r"\b(?:ben|noi|xa|huyen|phuong|dac khu|don vi|dia phuong) nao\b.*\b(?:nhieu|it|cao|thap"
    r"|nhanh|lon) hon$"
    r"|\bhay .*\b(?:nhieu|it|cao|thap|nhanh|lon)(?: \w+)? hon$"
)
# "qua 4 quý năm 2024", "từng quý": each of them
_BY_QUARTERS = (
    r"\b(?:(?:4|bon|tung|cac|moi) quy|theo quy)\b"
    r"(?! (?:i|ii|iii|iv|[1-4]|chuan|dinh|hoach|che|mo|trinh|uoc|pham|luat)\b)"
)


_SINCE = re.compile(r"(?<!\w)(?:từ|tu)\s*$")
_QUARTERS = {"h1": 2, "to9": 3, "": 4}  # "đến quý II" is read as the half-year


def one_by_one(ends: Sequence[Period]) -> list[Period]:
    """The quarters from one to another ("từ quý III/2025 đến quý II/2026"); else none."""
    if len(ends) != 2 or not re.fullmatch(r"q[1-4]", ends[0].part) or not ends[1].first:
        return []
    part = ends[1].part
    last = _QUARTERS.get(part) or (int(part[1]) if re.fullmatch(r"q[1-4]", part) else 0)
    begin = ends[0].first * 4 + int(ends[0].part[1]) - 1
    end = ends[1].first * 4 + last - 1
    if not last or not 0 < end - begin < _MOST_QUARTERS:
        return []
    return [Period(n // 4, n // 4, f"q{n % 4 + 1}") for n in range(begin, end + 1)]


_MOST_QUARTERS = 12


def find_asked_periods(page: Page, newest_year: int) -> list[Period]:
    """Periods asked for (masked out); "năm nay" counts from the newest record."""
    periods: list[Period] = []
    asked = page.rest()
    if not (named := find_periods(asked)):
        asked = page.left()
        named = find_periods(asked)
    only_bases = all(found.base for found in named)
    last: FoundPeriod | None = None
    if len(named) > 1 and _SET_BY_MEETING.search(page.plain[: named[1].span.start]):
        page.cover(named[0].span.start, named[0].span.end)  # when it was decided, not for when
        newest_year = named[0].period.first or newest_year
        named = named[1:]
    for found in named:
        period = found.period
        if not period.first and newest_year:  # "tháng 8 và tháng 9 năm 2025": of the same year
            later = [f.period.first for f in named if f.span.start > found.span.start]
            years = {f.period.first for f in named if f.period.first}
            only = years.pop() if len(years) == 1 else 0  # "năm 2024 ... (số 9 tháng)"
            year = next(filter(None, later), only) or newest_year
            period = replace(period, first=year, last=year)
        page.cover(found.span.start, found.span.end)
        # also where only a masked place stands between: "hoa hồi <Tràng Khê> 2022"
        before = asked[: found.span.start].rstrip()
        compared = re.search(r"so (?:với|voi) (?:đầu|cuối|hồi|dau|cuoi|hoi)$", before)
        recalled = only_bases and not compared and before.endswith(("hồi", "đầu", "cuối"))
        if last is not None and _BARE_YEAR.fullmatch(_between(page, last, found)):
            period = replace(period, part=last.period.part)  # "6 tháng 2023 và 2024"
        if re.fullmatch(r"m\d+", period.part) and _MEETS_BEFORE.search(
            fold(page.plain[: found.span.start])
        ):
            newest_year = period.first or newest_year
            period = replace(period, part="")  # "họp tháng 7/2024": when it was said
            if any(f is not found and not f.base for f in named):
                continue  # and what it was said of
        ranked = only_bases and _RANKED.search(fold(before)) is not None
        if not found.base or recalled or ranked:
            periods.append(period)
        last = found
    if named and _SINCE.search(page.plain[: named[0].span.start]):
        periods = one_by_one(periods) or periods
    periods = of_meeting(page, periods)
    if any(p.part == "school" for p in periods):  # "từ năm học 2020 - 2021 đến 2024 - 2025"
        periods = [p.as_school_year() for p in periods]
    days = list(find_dates(page.left()))
    met = [d for d in days if _DAY_OF_MEETING.search(page.plain[: d.span.start])]
    asked_days = [d for d in days if d not in met] or days
    for day in days:
        page.cover(day.span.start, day.span.end)
        year = day.year or next((d.year for d in days if d.year), 0)
        if day in asked_days and year and not periods:
            part = {3: "q1", 6: "h1", 9: "to9", 12: ""}.get(day.month) if day.day >= 28 else None
            periods.append(Period(year, year, f"m{day.month}" if part is None else part))
    if len(periods) == 1 and not periods[0].part and re.search(_BY_QUARTERS, page.left()):
        periods = [replace(periods[0], part=f"q{n}") for n in range(1, 5)]
        page.mask(_BY_QUARTERS)
    left = page.left()
    page.mask(r"\bnua (?:dau|cuoi|sau) (?:cua )?nhiem ky\b")
    left = page.left()
    if not periods and newest_year and (term := _TERM.search(left)):
        ends = -(-newest_year // _TERM_YEARS) * _TERM_YEARS + (_TERM_YEARS if term["next"] else 0)
        if term["past"] and ends > newest_year:  # a congress's own year still is its last one
            ends -= _TERM_YEARS
        periods.append(
            Period(ends, ends, "by")
            if term["end"] or term["until"]
            else Period(ends - _TERM_YEARS, ends)
        )
        page.mask(_TERM.pattern)
    if not periods and newest_year:
        for pattern, shift in (
            (r"(?<!may )(?<!cac )(?<!nhung )\bnam nay\b", 0),
            (r"\bnam ngoai\b", -1),
            (r"(?<!\d )\b(?:nam (?:toi|sau)|sang nam)\b", 1),
        ):
            if re.search(pattern, left) and not re.search(r"so (?:voi )?nam (?:truoc|ngoai)", left):
                periods.append(Period(newest_year + shift, newest_year + shift))
                page.mask(pattern)
                break
    return periods
