"""Calendar days, as records and questions write them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from corpus.document import Span
from corpus.normalize import lower_case

# Of text in lower case, each behind what it begins with: there most places in a text fail.
_DATES = (
    re.compile(
        r"(?=[n\d])(?:ngày\s+)?(?<!\d)(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})"
        r"\s+năm\s+(?P<y>\d{4})"
    ),
    re.compile(
        r"(?=\d)(?<![\d/])(?P<d>\d{1,2})\s?(?P<s>[/.-])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<y>(?:19|"
        r"20)\d\d)(?!\d)"
    ),
    re.compile(r"(?=\d)(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
)
_DAY_MONTH = re.compile(
    r"(?:(?:ngày|sáng|chiều|tối|trưa|hôm (?:qua|nay))(?:\s+ngày)?,?|trước|hạn|đến|xong)\s+"
    r"(?:cuối\s+)?"
    r"(?P<d>\d{1,2})(?:\s?(?:,|và|-|–)\s?\d{1,2})*\s?[/-]\s?(?P<m>\d{1,2})(?![\d/])"
    r"|(?:ngày|sáng|chiều|tối)\s+(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})(?![\d/.]|\s*(?:tỷ|triệu|%|ha))"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?!\s+năm\s+\d)"
)


class FoundDate(NamedTuple):
    """A calendar day; `year` 0 where the text names only day and month."""

    span: Span
    day: int
    month: int
    year: int

    def as_date(self, default_year: int = 0) -> date | None:
        try:
            return date(self.year or default_year, self.month, self.day)
        except ValueError:
            return None


# In every match of the patterns above; most clauses hold none, which is seen at once.
_MARK = re.compile(r"\d\s?[/-]\s?\d|\d\s?\.\s?\d{1,2}(?!\d)|\d\s+tháng\s")


def find_dates(text: str) -> list[FoundDate]:
    """All calendar days in `text`, in order; impossible ones ("32/13/2024") are left out."""
    found: list[FoundDate] = []
    text = lower_case(text)
    if not _MARK.search(text):
        return found
    for pattern in _DATES:
        for m in pattern.finditer(text):
            found.append(FoundDate(Span(*m.span()), int(m["d"]), int(m["m"]), int(m["y"])))
    for m in _DAY_MONTH.finditer(text):
        day, month = int(m["d"] or m["d2"] or m["d3"]), int(m["m"] or m["m2"] or m["m3"])
        if not any(f.span.start < m.end() and m.start() < f.span.end for f in found):
            found.append(FoundDate(Span(*m.span()), day, month, 0))
    found = [f for f in found if 1 <= f.month <= 12 and 1 <= f.day <= 31]
    return sorted(found, key=lambda f: f.span.start)
