"""Which lines of a Vietnamese office paper are headings.

Needed wherever the file itself does not say so: plain text, PDF, recognised scans and Word files
typed without styles. Pure functions of one line and the line after it.
"""

from __future__ import annotations

import re

TITLE, PART, SECTION, ITEM, SUBITEM = 1, 2, 3, 4, 5

_LONGEST = 150
_LONGEST_ITEM = 100  # "1. ..." is as often a list item as a heading: be strict

_PAPER = re.compile(
    r"^(báo cáo|nghị quyết|biên bản|thông báo|quyết định|tờ trình|công văn|chỉ thị)\b", re.I
)
_MOTTO = re.compile(
    r"^(cộng ho[àa]̀? ?x|cộng hòa xã hội|cộng hoà xã hội|đảng cộng sản việt nam|độc lập\b)", re.I
)
_SIGNED_FOR = re.compile(r"^(t/m|tm\.|kt\.|k/t|t/l|tl\.|tuq\.|q\.)", re.I)
# signatures: the office of who signs stands above the name
_OFFICE = re.compile(
    r"^(q\.\s*)?(phó\s+)?(bí thư|chủ tịch|thư ký|chủ tọa|chủ toạ|chủ trì|chánh văn phòng"
    r"|giám đốc|tổng giám đốc|trưởng (ban|phòng|đoàn)|hiệu trưởng|người (ghi|lập|báo cáo)"
    r"|đại diện|xác nhận)\b",
    re.I,
)
_NUMBER_LINE = re.compile(r"^số\s*[:\d/]", re.I)

_PART = re.compile(
    r"^(phần\s+(thứ\s+\S+|[IVX]+|\d+)|chương\s+([IVX]+|\d+)|phụ lục(\s+(số\s+)?([IVX]+|\d+))?)"
    r"\s*([.:–-]|$)|^phần\s+thứ\s+(nhất|hai|ba|tư|bốn|năm|sáu)\b",
    re.I,
)
_ARTICLE = re.compile(r"^(điều\s+\d+[a-z]?\s*[.:]|mục\s+([IVX]+|\d+)\s*([.:–-]|$))", re.I)
_LETTER = re.compile(r"^[A-EĐGH]\s*[.)/]\s+\S")
_ROMAN = re.compile(r"^[IVX]{1,5}\s*[.)/–-]\s*\D")
_ARABIC = re.compile(r"^\d{1,2}(?P<sub>\.\d{1,2})*\s*[.)/]?\s+\S")
_ARABIC_MARK = re.compile(r"^\d{1,2}([.)/]|(\.\d{1,2})+[.)]?)\s+\S")
_MARKER = re.compile(
    r"^([-–—+•*▪●○]\s|[a-zđ]\)\s|\d{1,2}(\.\d{1,2})*[.)]\s|\d{1,2}(\.\d{1,2})+\s"
    r"|[IVX]{1,5}[.)]\s|[A-EĐGH][.)]\s"
    r"|(điều|chương|mục)\s+([IVX]+|\d+)\b|phần thứ\b)",
    re.I,
)

# digits that headings carry without stating a figure: years, terms, months, ordinals, dates
_HARMLESS = re.compile(
    r"(ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(\s+năm\s+\d{4})?"
    r"|\b\d{1,2}/\d{4}\b|(năm\s+(học\s+)?)?\b(19|20)\d{2}(\s*[-–]\s*(19|20)\d{2})?\b"
    r"|\b\d{1,2}\s+tháng\b|\btháng\s+\d{1,2}\b|\bquý\s+\d\b|\b(lần|thứ|khóa|khoá|số)\s+\d{1,3}\b"
    r"|\b\d+\s+năm\b|\b\d{1,2}\s+(chỉ tiêu|nội dung|nhiệm vụ|nhóm|giải pháp|khâu|vấn đề|ý kiến)\b",
    re.I,
)


def is_marker(line: str) -> bool:
    """Whether the line opens a list item, an article or a numbered section."""
    return _MARKER.match(line) is not None


def is_capitals(line: str) -> bool:
    """Whether a line is typed in capitals.

    Texts converted from TCVN3 have no capitals with tone marks ("KếT QUả NăM 2020"), so the
    plain Latin letters decide.
    """
    if re.search("[a-z]", line):
        return False
    plain = re.findall("[A-Z]", line)
    if plain:
        return len(plain) > 1
    marked = [c for c in line if c.isalpha()]
    return len(marked) > 1 and all(c.isupper() for c in marked)


def states_figure(line: str) -> bool:
    """Whether digits remain once years, dates, months and ordinals are taken away."""
    return re.search(r"\d", _HARMLESS.sub(" ", line)) is not None


def heading_level(line: str, next_line: str | None = None) -> int | None:
    """Level of a heading (1 the paper's title, 2 parts, 3 Roman and articles, 4-5 Arabic).

    `next_line` is the paragraph below, None at the end. None for everything that is not a
    heading: sentences, list items, the national motto, signatures, numbers of papers.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST or line[-1] in ";," or not any(c.isalpha() for c in line):
        return None
    if _MOTTO.match(line) or _SIGNED_FOR.match(line) or _NUMBER_LINE.match(line):
        return None
    if _PART.match(line):
        return None if line.endswith(".") and states_figure(_body(line)) else PART
    if _ARTICLE.match(line):
        return SECTION if _short_statement(line) else None
    capitals = is_capitals(_body(line))
    if _ROMAN.match(line):
        return SECTION if capitals or not line.endswith((".", "!")) else None
    if _LETTER.match(line):
        return PART if capitals or _short_statement(line) else None
    if _ARABIC_MARK.match(line) or (capitals and _ARABIC.match(line)):
        return _arabic(line, next_line, capitals)
    if not capitals or "%" in line or line.startswith(("(", "-", "+", "*", "|")):
        return None
    if _OFFICE.match(line) and len(line) <= 40:
        return None
    if len(line.split()) < 2 or sum(c.isalpha() for c in line) < 5:
        return None
    return TITLE if _PAPER.match(line) else PART


def _body(line: str) -> str:
    """The line without its number."""
    return re.sub(
        r"^([IVX]{1,5}|[A-EĐGH]|\d{1,2}(\.\d{1,2})*|(phần|điều|chương|mục)\s+\S+(\s+\S+)?)"
        r"\s*[.)/:–-]\s*",
        "",
        line,
        flags=re.I,
    )


def _short_statement(line: str) -> bool:
    if len(line) > _LONGEST_ITEM or states_figure(_body(line)):
        return False
    return not line.endswith(".") or len(line) <= 60


def _arabic(line: str, next_line: str | None, capitals: bool) -> int | None:
    number = re.match(r"\d{1,2}(\.\d{1,2})*", line)
    level = SUBITEM if number and "." in number.group() else ITEM
    if len(line) > _LONGEST_ITEM or line[-1] in ".!?" or states_figure(_body(line)):
        return None
    if capitals:
        return level
    if next_line is None:
        return None
    below = next_line.strip()
    if _ARABIC_MARK.match(below):
        # a sibling right below makes this a list item; a child ("1." then "1.1.") a heading
        inner = re.match(r"\d{1,2}(\.\d{1,2})*", below)
        deeper = (
            number is not None
            and inner is not None
            and inner.group().startswith(number.group() + ".")
        )
        return level if deeper else None
    if re.match(r"[-–+•*]\s|[a-zđ]\)\s", below):
        return level
    return level if len(below) > len(line) else None
