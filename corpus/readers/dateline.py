"""The date a page says it was published on, read from the lines next to its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_CUE = re.compile(
    r"\b(đăng(?! (?:nhập|ký|xuất))|cập nhật|xuất bản|thứ\s+(hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật"
    r"|lượt xem|gmt|nguồn|người viết|tác giả|bình luận)\b",
    re.I,
)
# Says that the date is the article's own: a page's head may bear another one.
_POSTED = re.compile(
    r"\b(đăng(?! (?:nhập|ký|xuất))|xuất bản|lượt xem|lượt đọc|người viết|tác giả)\b", re.I
)
_CHANGED = re.compile(r"\bcập nhật\b", re.I)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}\s?(?::|h|giờ)\s?\d{2}(?!\d)", re.I)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.I)

_TODAY = re.compile(r"\W*(?:hôm nay|bây giờ|today)\b", re.I)  # the reader's day, not the page's
_SPAN = re.compile(r"\d{4}\s*[-–]\s*(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d")  # an anniversary's two days
_LONGEST = 160  # a dateline is short; a lead sentence with a date in it is not one


def published_on(lines: Iterable[str]) -> date | None:
    """The first dateline's date: "Thứ Năm, 03/11/2022 | 08:15", "Cập nhật: ...", "Đăng ngày ...".

    A line that says when the article was posted goes before one that says when it was last
    changed, that before one with a time of day, and that before others: a page's head may show the
    reader's day. Lines that merely mention a date are passed over, unless nothing but date and
    time stands there.
    """
    stated: date | None = None
    timed: date | None = None
    changed: date | None = None
    for line in lines:
        if len(line) > _LONGEST or _TODAY.match(line) or _SPAN.search(line):
            continue
        found = any_date(line)
        if found and _POSTED.search(line):
            return found
        if found and _CHANGED.search(line):
            changed = changed or found
        if found and (_CUE.search(line) or not re.search(r"[^\W\d_]{3,}", _without_date(line))):
            stated = stated or found
            timed = timed or (found if _CLOCK.search(line) else None)
    return changed or timed or stated


def any_date(text: str) -> date | None:
    """The first full date in a text, day before month; ISO dates as they are."""
    for pattern, order in ((_ISO, (1, 2, 3)), (_NUMERIC, (3, 2, 1)), (_WORDS, (3, 2, 1))):
        for match in pattern.finditer(text):
            try:
                return date(*(int(match.group(group)) for group in order))
            except ValueError:
                continue
    return None


def _without_date(line: str) -> str:
    for pattern in (_ISO, _NUMERIC, _WORDS):
        line = pattern.sub(" ", line)
    return re.sub(r"\b(ngày|lúc|giờ|gmt)\b", " ", line, flags=re.I)
