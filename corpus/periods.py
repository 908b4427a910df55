"""Stretches of time, as records and questions write them."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from corpus.document import Span
from corpus.names import SAME_TIME
from corpus.normalize import lower_case
from corpus.period_patterns import PERIODS, SAID
from corpus.record import Period

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {
    "ba": 3,
    "bốn": 4,
    "sáu": 6,
    "sau": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "chin": 9,
    "mười": 10,
}
# Words before a year that make it a base of comparison, not the figure's own period.
_LABEL_BEFORE = re.compile(
    r"(?:chuẩn|tiêu chí|giá so sánh|giá cố định|giá hiện hành|theo giá)"
    r"(?:\s+(?:nghèo|đa chiều|mới|cũ|quốc gia|của|áp dụng|cho|theo|"
    r"ntm|nông thôn mới|bộ|năm|từ|giai đoạn|\s))*\s*\(?$"
    r"|(?:đề ra|đặt ra|giao|thông qua|ban hành|thành lập)\s+(?:hồi|từ|vào)\s+(?:cuối|đầu|giữa)?\s*$"
    r"|(?<!\w)hồi\s+(?:cuối|đầu|giữa)?\s*$"
    r"|(?:^|[.,;]\s*)từ (?:chỗ |mức )?(?:có )?\d[\d.,]*\s?[^\s\d,;.]*(?:\s[^\s\d,;.]+)?\s*"
    r"(?:năm )?$"
    r"|(?<!\w)sau (?:một |cái )?(?:năm )?$"  # "Sau một năm 2023 hụt thu, ngân sách bật lên ..."
    r"|(?:lắp(?: đặt)?|xây(?: dựng)?|đưa vào sử dụng|đo)\s+(?:từ\s+|vào\s+)?$"
)
# A standard that is reached rather than applied: the year behind it is when.
_REACHED = re.compile(
    r"(?:đạt|được công nhận|công nhận)(?:\s+\w+){0,2}\s+(?:chuẩn|tiêu chí)|chuẩn quốc gia"
)
# "Lúa Đông Xuân 2021 - 2022": a season over the turn of the year, no span of years.
_SEASON_BEFORE = re.compile(
    r"(?:đông xuân|đông - xuân|dong xuan|hè thu|hè - thu|thu đông|vụ mùa"
    r"|\bvụ(?: (?:đông|xuân|chiêm|hè|mùa))?|\bvu|niên vụ|vụ ép)"
    r"\s*\(?$"
)
# "so với tổng sản lượng ba xã cũ năm 2024"
_COMPARED_BEFORE = re.compile(
    r"(?:so với|con số|(?:hơn|kém|từ|trên|dưới)\s+mức)\s+(?:(?:con số|mức)\s+)?"
    r"(?!(?:19|20)\d\d(?:\s|,\s))\d[\d.,]*\s?(?:%|[^\s\d,;.]+)"
    r"(?:\s[^\s\d,;.]+){0,3}?\s*(?:của|hồi|vào)?\s*(?:cuối\s*|đầu\s*)?$"
    # a base of its own ends it: "so với năm trước của thu ngân sách 6 tháng đầu 2023"
    r"|(?:so với|so voi)(?!\s+(?:cùng kỳ\s+|cung ky\s+)?(?:năm|nam) (?:trước|ngoái|truoc|ngoai)\b)"
    r"(?:\s+(?!th[iì]\b)(?:[^\s,;.()\d]+|\d{1,2}(?= (?:xã|phường|đặc khu|huyện|thôn|bản"
    r"|đơn vị|trường)\b)))"
    r"{1,7}\s*$"
)
# "HĐND huyện khóa XXI, nhiệm kỳ 2021 - 2026": a body's name.
_BODY_BEFORE = re.compile(r"kh[oó][aá]\s+(?:[ivx]+|\d+|thứ \w+),?\s*\(?$")
_BASE_BEFORE = re.compile(
    rf"(?<!\w)(?<!dan )(?:so(?: với)?|so voi|{SAME_TIME}|cung (?:ky|thoi diem)|hơn|kém"
    r"|(?<!mặt )(?<!đồng )(?<!công )bằng|versus"
    r"|compared (?:with|to)"
    r"|(?:gấp|gap)(?:\s+[^\W\d]+){0,2}\s+(?:[\d,]+|mấy|may|bao nhiêu|bao nhieu)\s+(?:lần|lan)|"
    r"(?:gấp|gap)\s+(?:đôi|doi|ba|bốn|rưỡi|hai)|"
    r"(?:bằng|đạt)\s+[\d.,]+\s?%|(?:thấp|cao|ít|nhiều|lớn|tốt)\s+nhất\s+(?:kể\s+)?từ)"
    rf"(?:\s+(?:với|{SAME_TIME}|ước|thực hiện|kết quả|kế hoạch|mức|cuối|đầu|cả|của))*\s*$"
)

# First and last month -> part of the year.
_SPANS = {
    (1, 3): "q1", (4, 6): "q2", (7, 9): "q3", (10, 12): "q4", (1, 6): "h1", (7, 12): "h2",
    (1, 9): "to9", (1, 12): "",
}  # fmt: skip
_ENGLISH_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11,
}  # fmt: skip
_LAST = {"last_two": "l2", "last_months": "q4", "middle": "h1"}
_ENGLISH_COUNT = {"first": 1, "second": 2, "third": 3, "fourth": 4}


class FoundPeriod(NamedTuple):
    """A period with where it stands.

    `base` marks one that the figure does not count for: a base of comparison ("so với năm 2022")
    or the label of a standard, of prices or of a season ("chuẩn giai đoạn 2022 - 2025").

    `period.first` is 0 where the text names a part of a year without its year ("6 tháng đầu
    năm"): the reader of the context fills it in.
    """

    span: Span
    period: Period
    base: bool


def find_periods(text: str) -> list[FoundPeriod]:
    """All periods in `text` in order of place; overlapping shorter readings are dropped."""
    return list(_found_periods(lower_case(text)))


@lru_cache(maxsize=4096)
def _found_periods(lowered: str) -> tuple[FoundPeriod, ...]:
    """Kept: the same heading, sentence and clause are read again for each figure in them."""
    found: list[FoundPeriod] = []
    taken: list[tuple[int, int]] = []
    said = {need for need, mark in SAID.items() if mark.search(lowered)}
    for name, need, pattern in PERIODS:
        if need not in said:
            continue  # most clauses name no year, no month and no quarter: looked for at once
        for match in pattern.finditer(lowered):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            period = _period(name, match)
            if period is None:
                continue
            taken.append(match.span())
            if name == "date":
                continue  # a day is no period, but hides its year from the other patterns
            before = lowered[max(0, match.start() - 45) : match.start()]
            base = bool(
                _BASE_BEFORE.search(before)
                or (
                    _LABEL_BEFORE.search(before)
                    and (name == "term" or not _REACHED.search(before))
                    and not match[0].startswith(("từ ", "tu "))  # "từ cuối 2021 đến cuối 2023"
                )
                or (name != "term" and before.rstrip().endswith(" over"))
                or _COMPARED_BEFORE.search(before)
                or (name == "term" and _BODY_BEFORE.search(before))
            )
            if name == "term" and _SEASON_BEFORE.search(before):
                if period.last != period.first + 1:
                    base = True
                period = Period(period.last, period.last)  # the year in which it is brought in
            found.append(FoundPeriod(Span(*match.span()), period, base))
    return tuple(sorted(found, key=lambda f: f.span.start))


def _period(name: str, match: re.Match[str]) -> Period | None:
    groups = [g for g in match.groups() if g]
    years = [int(g) for g in groups if re.fullmatch(r"(?:19|20)\d\d", g)]
    first = years[0] if years else 0
    if name in ("school", "school_en"):
        return Period(years[0], years[1], "school") if years[1] == years[0] + 1 else None
    if name == "term":
        return Period(years[0], years[1]) if years[0] < years[1] else None
    if name == "terms_last":
        return Period(years[1], years[1])
    if name == "as_of":
        day, month = int(groups[0]), int(groups[1])
        if day < min(30, monthrange(first or 2000, month)[1] - (month == 2)):
            return None  # not a month's end
        return Period(first, first) if month == 12 else first_months(first, month)
    if name == "days":
        begins, ends = (int(g) for g in groups if len(g) <= 2)
        span = _SPANS.get((begins, ends))
        return Period(first, first, span) if span is not None else None
    if name == "school_short":
        begin, end = int(groups[0]), int(groups[1])
        return Period(2000 + begin, 2000 + end, "school") if end == begin + 1 else None
    if name in _LAST:
        return Period(first, first, _LAST[name])
    if name == "months_en":
        return first_months(first, _ENGLISH_NUMBERS.get(groups[0]) or int(groups[0]))
    if name == "quarter_end":
        return Period(first, first, "q1" if groups[0] in ("đầu", "dau") else "q4")
    if name == "half":
        return Period(first, first, "h1" if groups[0] in ("đầu", "dau") else "h2")
    if name == "half_en":
        return Period(first, first, "h1" if groups[0] == "first" else "h2")
    if name == "months":
        count = _COUNTS.get(groups[0]) or (int(groups[0]) if groups[0].isdigit() else 0)
        return first_months(first, count)
    if name == "to_quarter":
        return Period(first, first, {2: "h1", 3: "to9", 4: ""}[_ROMAN[groups[0]]])
    if name == "quarter":
        return Period(first, first, f"q{_ROMAN[groups[0]]}")
    if name == "quarter_en":
        number = _ENGLISH_COUNT.get(groups[0]) or int(groups[0])
        return Period(first, first, f"q{number}")
    if name == "to_month":
        month = int(groups[0])
        return Period(first, first, {3: "q1", 6: "h1", 12: ""}.get(month, f"to{month}"))
    if name == "month":
        return Period(first, first, f"m{groups[0].lstrip('0')}") if int(groups[0]) <= 12 else None
    if name == "by":
        return Period(first, first, "by")
    return Period(first, first)


def first_months(year: int, months: int) -> Period | None:
    """The first months of a year: three are its first quarter, six its first half."""
    if not 2 <= months <= 11:
        return None
    return Period(year, year, {3: "q1", 6: "h1"}.get(months, f"to{months}"))
