"""The day of a record: of its meeting or of the paper, and the year that a record without one
speaks of."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from corpus.days import FoundDate, find_dates
from corpus.document import Document, Span
from corpus.letters import sent_on
from corpus.periods import find_periods
from corpus.record import Period

_HELD = re.compile(
    r"(?:thời gian|tại hội nghị|tại phiên|tổ chức|khai mạc|họp|diễn ra|hội nghị|kỳ họp|phiên họp|"
    r"đại hội|sáng|chiều|(?<!\w)tối|bắt đầu|^ngày|hôm nay|vào hồi|vào lúc|đã thông qua ngày)",
    re.I,
)


# "Nghị quyết số 31/NQ-HĐND ngày 17/7/2026" on a line at the top, "(Kèm theo Báo cáo số ... ngày"
_OWN_PAPER = re.compile(
    r"\W*(?:kèm(?: theo)?\s|(?:nghị quyết|báo cáo|thông báo|kế hoạch|kết luận) số)[^.;]*$", re.I
)
# "(BTT) Ngày 17/12, Ban Chấp hành ... tổ chức hội nghị"
_MEETS = re.compile(
    r"[,\s][^.\n]{5,140}?\s(?:tổ chức|khai mạc|họp|tiến hành|diễn ra"
    r"|(?:đã |về )?dự (?:hội nghị|đại hội|kỳ họp))\s",
    re.I,
)
# "Thứ Tư, 03/07/2024 - 14:20": the page's own day and hour
_PAGE_DAY = re.compile(r"\W*(?:thứ \w+|chủ nhật)?,?\s*$", re.I)
_CLOCK = re.compile(r"\W*(?:lúc\s+)?\d{1,2}[:h]\d{2}", re.I)


def record_date(document: Document, source: str) -> tuple[date | None, str]:
    """The day of the meeting or of the paper: near the top, else the page's, else the file's."""
    top = document.text[:2500]
    if (sent := sent_on(document.text)) is not None:
        return sent, "text"
    published = _stamp(top) or document.published
    default = published.year if published else 0
    numbered = year_of_number(top)
    held: date | None = None
    stamped: date | None = None  # on a line of its own: of the page, where the text names another
    for found in find_dates(top):
        before = top[max(0, found.span.start - 160) : found.span.start]
        line = before.rsplit("\n", 1)[-1]
        own = top[found.span.start : found.span.end]
        year = (
            found.year
            or default
            or _year_of(top, found)
            or numbered
            or _year_near(document, source, found.month)
        )
        day = found.as_date(year)
        if published and not found.year and day and (day - published).days > _DATED_APART:
            day = found.as_date(year - 1)  # "Ngày 30/12", told in January
        if day is not None and found.year and found.span.start < _LEAD and _OWN_PAPER.match(line):
            held = day
            break
        begins = _YEARLY.match(top, found.span.end) or _BEGINS_SPAN.match(top, found.span.end)
        if day is not None and _MINUTES_OF.search(line):
            stamped = stamped or day  # of the meeting whose resolution it is
        if day is None or _CITED.search(line) or begins:
            continue
        if published and abs((published - day).days) > 45:
            continue
        if stamped and not 0 <= (stamped - day).days <= _DATED_APART:
            continue
        behind = top[found.span.end :].split("\n", 1)[0]
        alone = not (line.strip(" \t(") or behind.strip(" \t.)|-–:"))
        if not stamped and (alone or _is_stamp(top, found)) and not _is_cell(document, found.span):
            stamped = day
            continue
        if (
            re.search(r",\s*(?:ngày\s+)?$|^\s*\*?\w[\w\s]{2,30},\s*$", line)
            or _HELD.search(line + own)
            or _MEETS.match(top, found.span.end)
            or (not line.strip() and not _is_cell(document, found.span))
        ):
            held = day
            break
    if held or stamped:
        return held or stamped, "text"
    if published:
        return published, "dateline"
    for found in find_dates(top[:_DATELINES]):
        line = top[: found.span.start].rsplit("\n", 1)[-1]
        begins = _BEGINS_SPAN.match(top, found.span.end)
        if found.year and (day := found.as_date()) and not (begins or _CITED.search(line)):
            return day, "dateline"
    for found in find_dates(source.replace("_", " ")):
        if day := found.as_date():
            return day, "file name"
    if (run := _COMPACT.search(source)) and (day := _day_of(run)):
        return day, "file name"
    return None, "unknown"


def _stamp(top: str) -> date | None:
    """The day and hour that an article bears itself: what else its page shows may be today's."""
    stamps = (found for found in find_dates(top[:_DATELINES]) if _is_stamp(top, found))
    return next((found.as_date() for found in stamps), None)


def _is_stamp(top: str, found: FoundDate) -> bool:
    """Whether a full day opens its line, and the hour follows."""
    line = top[: found.span.start].rsplit("\n", 1)[-1]
    behind = top[found.span.end :].split("\n", 1)[0]
    return bool(found.year and _PAGE_DAY.match(line) and _CLOCK.match(behind))


_COMPACT = re.compile(r"(?<!\d)(20[0-3]\d)([01]\d)([0-3]\d)(?!\d)")  # "20251229-hoi-nghi.md"


def _day_of(run: re.Match[str]) -> date | None:
    try:
        return date(int(run[1]), int(run[2]), int(run[3]))
    except ValueError:
        return None


def _is_cell(document: Document, span: Span) -> bool:
    """Whether a date stands in a table: a column's head or a deadline."""
    return any(b.kind == "row" and b.start <= span.start < b.end for b in document.blocks)


# Before a date: a paper that the record only refers to.
_CITED = re.compile(
    r"căn cứ|nghị quyết số|chỉ thị|kết luận số|công văn|nghị định|hướng dẫn số|tờ trình"
    r"|quyết định số|luật|thông tư|báo cáo số"
    r"|(?:trước|hạn|chậm nhất)\s+(?:ngày\s+|tháng\s+)?$|hôm nay,?\s+thứ"
    r"|(?:nhiệm vụ|công tác|hiệu lực|(?<!\w)kể)\s+(?:kể\s+)?từ(?: ngày)?\s*$"
    r"|(?:tình hình|số liệu|kết quả)[^.;]*\stừ(?: ngày)?\s*$",  # "... từ 01/7/2025 đến 30/9/2026"
    re.I,
)
# "Căn cứ Biên bản họp Đại hội đồng cổ đông ngày 26/4/2024", in the resolution of that meeting
_MINUTES_OF = re.compile(
    r"căn cứ (?:vào )?biên bản (?:cuộc |phiên )?(?:họp|kỳ họp|hội nghị|đại hội)[^.;]{0,80}$", re.I
)
_NUMBER = re.compile(r"^\W*số\W*\d{1,4}\s?/\s?(20[0-3]\d)\s?[-/]\s?\w", re.I | re.M)


def year_of_number(text: str) -> int:
    """The year that a paper's number holds: "Số: 102/2024/BC-BTV"; 0 where it holds none."""
    numbered = _NUMBER.search(text[:_LEAD])
    return int(numbered[1]) if numbered else 0


_YEARLY = re.compile(r"\s*(?:hằng|hàng|mỗi|các) năm", re.I)  # "đến 31/12 hằng năm": of no year
# "(01/7/2025 - 30/6/2026)", "Từ ngày 01/7/2025 đến hết ngày 30/9/2025"
_BEGINS_SPAN = re.compile(
    r"\s*(?:[-–]|đến(?: hết)?(?: ngày)?)\s*\d{1,2}\s?(?:[/.]|tháng)\s?\d", re.I
)
_DATED_APART = 15  # days between a meeting and the day on the page that tells of it, at most


def _year_of(top: str, day: FoundDate) -> int:
    """The year of a day named without one, from a full date close to it near the top; else 0."""
    for found in find_dates(top[:_DATELINES]):
        if not found.year or re.search(
            r"căn cứ|số[: ]|nghị quyết|quyết định",
            top[max(0, found.span.start - 60) : found.span.start],
            re.I,
        ):
            continue
        full, held = found.as_date(), day.as_date(found.year)
        if full and held and abs((full - held).days) <= _DATED_APART:
            return found.year
    return 0


_PARTS = ("h1", "h2", "q1", "q2", "q3", "to9")
_LEAD = 800  # characters at the top in which a record says which meeting it tells of
_DATELINES = 700  # characters at the top in which a page's own date stands


_CONGRESS = re.compile(r"(?<!nghị quyết )(?<!nhiệm kỳ )đại hội", re.I)
_SUMMED_UP = re.compile(r"tổng kết[^.\n]{0,80}?\bnăm ((?:19|20)\d\d)(?! ?[-–])", re.I)
_SUMMING_UP = 4  # month up to which the year before is summed up
_HALF_WAY = re.compile(r"giữa nhiệm kỳ|sơ kết|tổng kết năm", re.I)


def _year_near(document: Document, source: str, month: int) -> int:
    """The year of a record that gives only day and month: named most often near the top."""
    in_name = source.replace("_", " ")
    dated = [d.year for d in find_dates(in_name) if d.year]
    in_words = re.sub(r"(?<=[a-z])(?=\d)", " ", re.sub(r"[\W_]+", " ", in_name.lower()))
    named = [f.period.first for f in find_periods(in_words) if f.period.first]
    lead = document.text[:_LEAD]
    summed = _SUMMED_UP.search(lead)
    if summed and not dated and month <= _SUMMING_UP:
        return int(summed[1]) + 1  # "tổng kết năm 2023", held in March
    if dated or named:
        return (dated or named)[0]
    terms = [f.period.first for f in find_periods(lead) if f.period.is_term]
    if terms and _CONGRESS.search(lead) and not _HALF_WAY.search(lead):
        return max(terms)  # a congress opens the newest of the terms that it speaks of
    told = [f for f in find_periods(document.text[:4000]) if f.period.part != "by" and not f.base]
    told = [f for f in told if not f.period.is_term] or told
    if 3 <= month < 10:  # "quyết toán năm 2009, ... 6 tháng cuối năm 2010", held in July
        parts = [f.period.first for f in told if f.period.part in _PARTS and f.period.first]
        if parts:
            return parts[0]
    years = Counter(f.period.first for f in told if f.period.first)
    top = {f.period.first for f in told if f.period.first and f.span.start < 1500}
    pair = next((y for y in sorted(top) if y + 1 in top), 0)
    if pair and month >= 10:
        return pair  # "tổng kết năm 2024, nhiệm vụ năm 2025", held in December
    if pair and month and month <= 2:
        return pair + 1
    most = max(years.values(), default=0)
    return next((y for y, n in years.items() if n == most), 0)  # of several the one named first


def told_period(text: str) -> Period | None:
    """The one year, or the first of two on end, that a record without a date speaks of."""
    text = text[: _LEAD * 3]
    found = [f.period for f in find_periods(text) if not f.base and f.period.first]
    found = [p for p in found if not p.is_term and p.part != "by"]
    years = sorted({p.first for p in found})
    if not years or years[-1] > years[0] + 1:
        return None
    parts = {p.part for p in found if p.first == years[0]}
    part = parts.pop() if len(parts) == 1 else ""
    return Period(years[0], years[0], part if part in ("h1", "to9", "q1", "q2", "q3") else "")
