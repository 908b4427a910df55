"""How stretches of time are written: one pattern for each way, of text in lower case."""

from __future__ import annotations

import re

from corpus.quantities import OF_AMOUNT

_YEAR = r"((?:19|20)\d\d)"
_DASH = (
    r"\s*(?:-|–|—|→|đến|tới|den|toi|->|to)\s*(?:cuối\s+|cuoi\s+|hết\s+|het\s+)?(?:năm\s+|nam\s+)?"
)

# A name, what a text must hold for the pattern to match (of `SAID`), and the pattern.
PERIODS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "days",
        "day",
        re.compile(
            rf"(?:(?:từ|tu)\s+|\()(?:ngày\s+|ngay\s+)?0?1\s?[/.-]\s?(0?[147]|10)"
            rf"(?:\s?[/.-]\s?{_YEAR})?\s+(?:đến|den|[-–])\s+"
            rf"(?:hết\s+)?(?:ngày\s+|ngay\s+)?3[01]\s?[/.-]\s?(0?[369]|12)"
            rf"(?:\s?[/.-]\s?{_YEAR})?(?!\d)"
        ),
    ),
    (
        "days",
        "month",
        re.compile(
            rf"(?:từ|tu)\s+(?:tháng|thang)\s+(0?[147]|10)\s+(?:đến|den|-)\s+(?:hết\s+|het\s+)?"
            rf"(?:tháng|thang)\s+(0?[369]|12)(?!\d)(?:\s*(?:/|(?:năm|nam))\s*{_YEAR})?"
        ),
    ),
    (
        "as_of",
        "day",
        re.compile(
            rf"(?:đến|den|tới|toi|hết|het|vào|tính đến|tinh den|thời điểm|thoi diem)\s+"
            rf"(?:hết\s+|het\s+)?(?:ngày\s+|ngay\s+)?"
            rf"(3[01]|2[89])\s?[/.-]\s?(0?[2-9]|1[0-2])(?:\s?[/.-]\s?{_YEAR})?(?![\d/])"
        ),
    ),
    (
        "months_en",
        "english",
        re.compile(
            rf"first (two|three|four|five|six|seven|eight|nine|ten|eleven|\d{{1,2}}) months"
            rf"(?: (?:of )?(?:the year )?{_YEAR})?"
        ),
    ),
    (
        "months",
        "year",
        re.compile(
            rf"(?<![\w/,.])(\d{{1,2}})\s?th?\s*(?:[/-]|(?:đầu|dau)?\s*(?:(?:năm|nam)\s)?)\s*{_YEAR}"
        ),
    ),
    (
        "quarter_end",
        "quarter",
        re.compile(rf"(?:quý|quy) (đầu|cuối|dau|cuoi) (?:năm|nam)(?:\s+{_YEAR})?"),
    ),
    (
        "last_two",
        "month",
        re.compile(
            rf"(?:0?2|hai)\s+(?:tháng|thang)\s+(?:cuối|cuoi|còn lại|con lai)"
            rf"(?:\s+(?:của\s+)?(?:năm|nam))?(?:\s+{_YEAR})?"
        ),
    ),
    (
        "last_months",
        "month",
        re.compile(
            rf"(?:3|ba|03)\s+(?:tháng|thang)\s+(?:cuối|cuoi)\s+(?:của\s+)?(?:năm|nam)(?:\s+{_YEAR})?"
        ),
    ),
    (
        "date",
        "month",
        re.compile(
            rf"(?:ngày|ngay)\s+\d{{1,2}}\s+(?:tháng|thang)\s+\d{{1,2}}(?:\s+(?:năm|nam)\s+{_YEAR})?"
        ),
    ),
    (
        "date",
        "year",
        re.compile(rf"(?<![\d/])\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}(?!\d)"),
    ),
    ("school", "year", re.compile(rf"(?:năm học|nam hoc)\s+{_YEAR}{_DASH}{_YEAR}")),
    ("school_en", "year", re.compile(rf"{_YEAR}\s*[-–/]\s*{_YEAR} school year")),
    (
        "half",
        "half",
        re.compile(
            rf"(?:6|sáu|sau)\s*(?:tháng|thang|th?)\s+(đầu|cuối|dau|cuoi)\s+(?:của\s+)?(?:(?:năm|"
            rf"nam)(?:\s+{_YEAR})?|{_YEAR})"
        ),
    ),
    (
        "middle",
        "half",
        re.compile(
            rf"(?:đến|tới|den|toi|vào|vao)\s+(?:giữa|giua)\s+(?:năm|nam)(?:\s+{_YEAR})?"
            rf"|(?<!chỉnh )(?<!chinh )(?<!sửa )(?<!sua )(?:giữa|giua)\s+(?:năm|nam)\s+{_YEAR}"
        ),
    ),
    (
        "school_short",
        "school",
        re.compile(r"(?:năm học|nam hoc|\bnh)\s+(\d{2})\s?-\s?(\d{2})(?!\d)"),
    ),
    (
        "half",
        "half",
        re.compile(
            rf"n[ửữ]a\s+(đầu|cuối)\s+(?:{_YEAR}|(?:năm)(?:\s+{_YEAR})?)|nua\s+(dau|cuoi)\s+nam(?:\s+{_YEAR})?"
        ),
    ),
    ("middle", "half", re.compile(rf"(?:nửa|nua)\s+(?:năm|nam)\s+{_YEAR}")),
    ("middle", "half", re.compile(r"(?:báo cáo|sơ kết|kết quả)\s+nửa\s+năm(?!\s+\d)")),
    ("middle", "english", re.compile(rf"mid-?\s?{_YEAR}|by (?:the )?mid-?\s?year")),
    (
        "half_en",
        "english",
        re.compile(rf"(first|second) (?:half|six months)(?: (?:of )?(?:the year )?{_YEAR})?"),
    ),
    (
        "months",
        "month",
        re.compile(
            rf"(?=[\dbstcm])"  # what it begins with: first what most places fail at
            rf"(?<!\d)(?<!sớm )(?<!trước )(?<!giao )(?<!hạn )(?<!vòng )(?<!dài )(?<!thêm )"
            rf"(?<!gần )(?<!hơn )(?<!suốt )(?<!chậm )(?<!làm trong )(?<!làm sau )(?<!nghiệp )"
            rf"(\d{{1,2}}|ba|bốn|sáu|bảy|tám|chín|mười)\s+(?:tháng|thang)"
            r"(?!\s+đầu tiên)(?:\s+(?:đầu|dau))?"
            rf"(?:\s+(?:năm|nam))?(?:\s*(?:/\s*)?{_YEAR})?"
            rf"(?!\s*(?:cuối|cuoi|tuổi|tới|liền|vận hành|hoạt động|nhiệm kỳ|ra trường|tốt nghiệp))"
        ),
    ),
    (
        "to_quarter",
        "quarter",
        re.compile(
            rf"(?:đến|den|hết|het|cuối|cuoi|lũy kế|luy ke)\s+(?:hết\s+|het\s+|cuối\s+|cuoi\s+|"
            rf"đến\s+)?(?:quý|quy)\s+(iv|iii|ii|[2-4])(?![\wà-ỹ])(?:\s*(?:[/.,-]|(?:năm|"
            rf"nam))?\s*{_YEAR})?"
        ),
    ),
    (
        "quarter",
        "quarter",
        re.compile(
            rf"(?:quý|quy)\s+(iv|iii|ii|i|[1-4])(?![\wà-ỹ])(?:\s*(?:[/.,-]|(?:năm|"
            rf"nam))?\s*{_YEAR})?"
        ),
    ),
    (
        "quarter_en",
        "english",
        re.compile(
            rf"(first|second|third|fourth) quarter(?: (?:of )?(?:the year )?{_YEAR})?"
            rf"|q([1-4]) {_YEAR}"
        ),
    ),
    (
        "to_month",
        "month",
        re.compile(
            rf"(?:(?:từ|tu)\s+(?:tháng|thang)\s+0?1\s+)?(?:(?:đến|tới|den|toi)\s+|(?=h[ếe]t\s))"
            rf"(?:hết\s+|het\s+|cuối\s+|cuoi\s+)?(?:tháng|thang)\s+(\d{{1,2}})(?:\s*(?:[/.-]|\s*(?:năm|nam)\s*)\s*{_YEAR})?(?!\d)"
        ),
    ),
    (
        "to_month",
        "year",
        re.compile(
            rf"(?:đến|tới|hết|den|toi|het)\s+(?:hết\s+|het\s+)?(0?[1-9]|1[0-2])/{_YEAR}(?!\d)"
        ),
    ),
    (
        "month",
        "month",
        re.compile(
            rf"(?:tháng|thang)\s+(\d{{1,2}})(?:\s*(?:[/.-]|\s*(?:năm|"
            rf"nam)\s*)\s*{_YEAR})?(?![\d]|,\d)(?!\s*[/.-]\s*\d)"
            rf"(?!{OF_AMOUNT})"
        ),
    ),
    (
        "terms_last",
        "year",
        re.compile(
            rf"(?:năm|nam)\s+(?:cuối|cuoi)\s+(?:(?:của|cua)\s+)?(?:nhiệm kỳ|nhiem ky|giai đoạn"
            rf"|giai doan)\s+{_YEAR}{_DASH}{_YEAR}"
        ),
    ),
    (
        "term",
        "year",
        re.compile(
            rf"(?:giai đoạn|thời kỳ|nhiệm kỳ|giai doan|thoi ky|nhiem ky|từ năm|từ cuối(?: năm)?|"
            rf"tu nam|tu cuoi(?: nam)?|các năm|5 năm|từ|tu|năm|nam|between|"
            rf"from)\s+{_YEAR}{_DASH}(?:cuối\s+|cuoi\s+)?{_YEAR}"
            rf"|(?:nhiệm kỳ|nhiem ky|giai đoạn|giai doan)\s+{_YEAR}\s+{_YEAR}"
        ),
    ),
    (
        "term",
        "year",
        re.compile(rf"(?<![\d/.-]){_YEAR}\s*(?:[-–—→]|tới|toi|đến|den|to)\s*{_YEAR}(?![\d/])"),
    ),
    (
        "by",
        "year",
        re.compile(
            rf"(?:đến|tới|den|vào|by)\s{{1,2}}(?:hết\s+|cuối\s+|het\s+|cuoi\s+|the end of\s+)?"
            rf"(?:năm|nam)?\s*{_YEAR}(?!\s*[-–]\s*\d)(?![.,]?\d)"
        ),
    ),
    (
        "year",
        "year",
        re.compile(
            rf"(?:(?:năm|nam|năm:|year|in|end of|of|for)\s+|end-of-){_YEAR}(?![.,]?\d)"
            rf"(?!\s*(?:tỷ(?! lệ| trọng)|triệu|hộ|người))"
        ),
    ),
    (
        "bare",
        "year",
        re.compile(
            rf"(?<![\d.,/\w-]){_YEAR}(?![\d/\w-]|[.,]\d|\s*(?:tỷ(?! lệ| trọng)|triệu"
            rf"|hộ(?! nghèo)|người|ha\b|tấn|%|"
            rf"lao động))"
        ),
    ),
)
SAID = {
    "year": re.compile(_YEAR),
    "month": re.compile("tháng|thang|/(?:19|20)"),
    "quarter": re.compile("qu[ýy]"),
    "day": re.compile(r"\d\s?[/.-]\s?\d"),
    "half": re.compile(r"n[ửữu]a|gi[ữu]a|(?:6|s[áa]u)\s*t"),
    "school": re.compile(r"h(?:ọc|oc)?\s+\d"),
    "english": re.compile("month|quarter|half|mid|q[1-4]"),
}
