"""Stretches of time, as records and questions write them."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from corpus.document import Span
from corpus.names import SAME_TIME
from corpus.quantities import OF_AMOUNT
from corpus.record import Period

_YEAR = r"((?:19|20)\d\d)"
_DASH = (
    r"\s*(?:-|–|—|→|đến|tới|den|toi|->|to)\s*(?:cuối\s+|cuoi\s+|hết\s+|het\s+)?(?:năm\s+|nam\s+)?"
)
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
    r"(?:\s+(?!th[iì]\b)(?:[^\s,;.()\d]+|\d{1,2}(?= (?:xã|phường|huyện|thôn|bản|đơn vị|trường)\b)))"
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

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "days",
        re.compile(
            rf"(?:(?:từ|tu)\s+|\()(?:ngày\s+|ngay\s+)?0?1\s?[/.-]\s?(0?[147]|10)"
            rf"(?:\s?[/.-]\s?{_YEAR})?\s+(?:đến|den|[-–])\s+"
            rf"(?:hết\s+)?(?:ngày\s+|ngay\s+)?3[01]\s?[/.-]\s?(0?[369]|12)"
            rf"(?:\s?[/.-]\s?{_YEAR})?(?!\d)"
        ),
    ),
    (
        "days",
        re.compile(
            rf"(?:từ|tu)\s+(?:tháng|thang)\s+(0?[147]|10)\s+(?:đến|den|-)\s+(?:hết\s+|het\s+)?"
            rf"(?:tháng|thang)\s+(0?[369]|12)(?!\d)(?:\s*(?:/|(?:năm|nam))\s*{_YEAR})?"
        ),
    ),
    (
        "as_of",
        re.compile(
            rf"(?:đến|den|tới|toi|hết|het|vào|tính đến|tinh den|thời điểm|thoi diem)\s+"
            rf"(?:hết\s+|het\s+)?(?:ngày\s+|ngay\s+)?"
            rf"(3[01]|2[89])\s?[/.-]\s?(0?[2-9]|1[0-2])(?:\s?[/.-]\s?{_YEAR})?(?![\d/])"
        ),
    ),
    (
        "months_en",
        re.compile(
            rf"first (two|three|four|five|six|seven|eight|nine|ten|eleven|\d{{1,2}}) months"
            rf"(?: (?:of )?(?:the year )?{_YEAR})?"
        ),
    ),
    (
        "months",
        re.compile(
            rf"(?<![\w/,.])(\d{{1,2}})\s?th?\s*(?:[/-]|(?:đầu|dau)?\s*(?:(?:năm|nam)\s)?)\s*{_YEAR}"
        ),
    ),
    ("quarter_end", re.compile(rf"(?:quý|quy) (đầu|cuối|dau|cuoi) (?:năm|nam)(?:\s+{_YEAR})?")),
    (
        "last_two",
        re.compile(
            rf"(?:0?2|hai)\s+(?:tháng|thang)\s+(?:cuối|cuoi|còn lại|con lai)"
            rf"(?:\s+(?:của\s+)?(?:năm|nam))?(?:\s+{_YEAR})?"
        ),
    ),
    (
        "last_months",
        re.compile(
            rf"(?:3|ba|03)\s+(?:tháng|thang)\s+(?:cuối|cuoi)\s+(?:của\s+)?(?:năm|nam)(?:\s+{_YEAR})?"
        ),
    ),
    (
        "date",
        re.compile(
            rf"(?:ngày|ngay)\s+\d{{1,2}}\s+(?:tháng|thang)\s+\d{{1,2}}(?:\s+(?:năm|nam)\s+{_YEAR})?"
        ),
    ),
    ("date", re.compile(rf"(?<![\d/])\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}(?!\d)")),
    ("school", re.compile(rf"(?:năm học|nam hoc)\s+{_YEAR}{_DASH}{_YEAR}")),
    ("school_en", re.compile(rf"{_YEAR}\s*[-–/]\s*{_YEAR} school year")),
    (
        "half",
        re.compile(
            rf"(?:6|sáu|sau)\s*(?:tháng|thang|th?)\s+(đầu|cuối|dau|cuoi)\s+(?:của\s+)?(?:(?:năm|"
            rf"nam)(?:\s+{_YEAR})?|{_YEAR})"
        ),
    ),
    (
        "middle",
        re.compile(
            rf"(?:đến|tới|den|toi|vào|vao)\s+(?:giữa|giua)\s+(?:năm|nam)(?:\s+{_YEAR})?"
            rf"|(?<!chỉnh )(?<!chinh )(?<!sửa )(?<!sua )(?:giữa|giua)\s+(?:năm|nam)\s+{_YEAR}"
        ),
    ),
    ("school_short", re.compile(r"(?:năm học|nam hoc|\bnh)\s+(\d{2})\s?-\s?(\d{2})(?!\d)")),
    (
        "half",
        re.compile(
            rf"n[ửữ]a\s+(đầu|cuối)\s+(?:{_YEAR}|(?:năm)(?:\s+{_YEAR})?)|nua\s+(dau|cuoi)\s+nam(?:\s+{_YEAR})?"
        ),
    ),
    ("middle", re.compile(rf"(?:nửa|nua)\s+(?:năm|nam)\s+{_YEAR}")),
    ("middle", re.compile(r"(?:báo cáo|sơ kết|kết quả)\s+nửa\s+năm(?!\s+\d)")),
    ("middle", re.compile(rf"mid-?\s?{_YEAR}|by (?:the )?mid-?\s?year")),
    (
        "half_en",
        re.compile(rf"(first|second) (?:half|six months)(?: (?:of )?(?:the year )?{_YEAR})?"),
    ),
    (
        "months",
        re.compile(
            rf"(?<!\d)(?<!sớm )(?<!trước )(?<!giao )(?<!hạn )(?<!vòng )(?<!dài )(?<!thêm )"
            rf"(?<!gần )(?<!hơn )(?<!suốt )(?<!chậm )(?<!làm trong )(?<!làm sau )(?<!nghiệp )"
            rf"(\d{{1,2}}|ba|bốn|sáu|bảy|tám|chín|mười)\s+(?:tháng|thang)(?:\s+(?:đầu|dau))?"
            rf"(?:\s+(?:năm|nam))?(?:\s*(?:/\s*)?{_YEAR})?"
            rf"(?!\s*(?:cuối|cuoi|tuổi|tới|liền|vận hành|hoạt động|nhiệm kỳ|ra trường|tốt nghiệp))"
        ),
    ),
    (
        "to_quarter",
        re.compile(
            rf"(?:đến|den|hết|het|cuối|cuoi|lũy kế|luy ke)\s+(?:hết\s+|het\s+|cuối\s+|cuoi\s+|"
            rf"đến\s+)?(?:quý|quy)\s+(iv|iii|ii|[2-4])(?![\wà-ỹ])(?:\s*(?:[/.,-]|(?:năm|"
            rf"nam))?\s*{_YEAR})?"
        ),
    ),
    (
        "quarter",
        re.compile(
            rf"(?:quý|quy)\s+(iv|iii|ii|i|[1-4])(?![\wà-ỹ])(?:\s*(?:[/.,-]|(?:năm|"
            rf"nam))?\s*{_YEAR})?"
        ),
    ),
    (
        "quarter_en",
        re.compile(
            rf"(first|second|third|fourth) quarter(?: (?:of )?(?:the year )?{_YEAR})?"
            rf"|q([1-4]) {_YEAR}"
        ),
    ),
    (
        "to_month",
        re.compile(
            rf"(?:(?:từ|tu)\s+(?:tháng|thang)\s+0?1\s+)?(?:(?:đến|tới|den|toi)\s+|(?=h[ếe]t\s))"
            rf"(?:hết\s+|het\s+|cuối\s+|cuoi\s+)?(?:tháng|thang)\s+(\d{{1,2}})(?:\s*(?:[/.-]|\s*(?:năm|nam)\s*)\s*{_YEAR})?(?!\d)"
        ),
    ),
    (
        "to_month",
        re.compile(
            rf"(?:đến|tới|hết|den|toi|het)\s+(?:hết\s+|het\s+)?(0?[1-9]|1[0-2])/{_YEAR}(?!\d)"
        ),
    ),
    (
        "month",
        re.compile(
            rf"(?:tháng|thang)\s+(\d{{1,2}})(?:\s*(?:[/.-]|\s*(?:năm|"
            rf"nam)\s*)\s*{_YEAR})?(?![\d]|,\d)(?!\s*[/.-]\s*\d)"
            rf"(?!{OF_AMOUNT})"
        ),
    ),
    (
        "terms_last",
        re.compile(
            rf"(?:năm|nam)\s+(?:cuối|cuoi)\s+(?:(?:của|cua)\s+)?(?:nhiệm kỳ|nhiem ky|giai đoạn"
            rf"|giai doan)\s+{_YEAR}{_DASH}{_YEAR}"
        ),
    ),
    (
        "term",
        re.compile(
            rf"(?:giai đoạn|thời kỳ|nhiệm kỳ|giai doan|thoi ky|nhiem ky|từ năm|từ cuối(?: năm)?|"
            rf"tu nam|tu cuoi(?: nam)?|các năm|5 năm|từ|tu|năm|nam|between|"
            rf"from)\s+{_YEAR}{_DASH}(?:cuối\s+|cuoi\s+)?{_YEAR}"
            rf"|(?:nhiệm kỳ|nhiem ky|giai đoạn|giai doan)\s+{_YEAR}\s+{_YEAR}"
        ),
    ),
    (
        "term",
        re.compile(rf"(?<![\d/.-]){_YEAR}\s*(?:[-–—→]|tới|toi|đến|den|to)\s*{_YEAR}(?![\d/])"),
    ),
    (
        "by",
        re.compile(
            rf"(?:đến|tới|den|vào|by)\s{{1,2}}(?:hết\s+|cuối\s+|het\s+|cuoi\s+|the end of\s+)?"
            rf"(?:năm|nam)?\s*{_YEAR}(?!\s*[-–]\s*\d)(?![.,]?\d)"
        ),
    ),
    (
        "year",
        re.compile(
            rf"(?:(?:năm|nam|năm:|year|in|end of|of|for)\s+|end-of-){_YEAR}(?![.,]?\d)"
            rf"(?!\s*(?:tỷ(?! lệ| trọng)|triệu|hộ|người))"
        ),
    ),
    (
        "bare",
        re.compile(
            rf"(?<![\d.,/\w-]){_YEAR}(?![\d/\w-]|[.,]\d|\s*(?:tỷ(?! lệ| trọng)|triệu"
            rf"|hộ(?! nghèo)|người|ha\b|tấn|%|"
            rf"lao động))"
        ),
    ),
)
_SAID = {
    "year": re.compile(_YEAR),
    "month": re.compile("tháng|thang|/(?:19|20)"),
    "quarter": re.compile("qu[ýy]"),
}
# What a pattern of each name can't match without.
_NEEDS = {
    **dict.fromkeys(("school", "school_en"), "year"),
    **dict.fromkeys(("terms_last", "term", "by", "year", "bare"), "year"),
    **dict.fromkeys(("last_two", "last_months", "to_month", "month"), "month"),
    **dict.fromkeys(("quarter_end", "to_quarter", "quarter"), "quarter"),
}
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
    return list(_found_periods(text.lower()))


@lru_cache(maxsize=4096)
def _found_periods(lowered: str) -> tuple[FoundPeriod, ...]:
    """Kept: the same heading, sentence and clause are read again for each figure in them."""
    found: list[FoundPeriod] = []
    taken: list[tuple[int, int]] = []
    without = tuple(need for need, said in _SAID.items() if not said.search(lowered))
    for name, pattern in _PATTERNS:
        if _NEEDS.get(name) in without:
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
