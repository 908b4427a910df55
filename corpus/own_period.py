"""The period that a sentence, a clause or the words behind a value state themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from corpus.cues import Mood
from corpus.days import find_dates
from corpus.document import Span
from corpus.periods import find_periods
from corpus.quantities import find_quantities
from corpus.record import Period, Quantity
from corpus.table_heads import DAY, head_period

_WHOLE_YEAR = re.compile(
    r"(?<!chỉ tiêu )(?<!kế hoạch )(?<!kh )(?<!dự toán )(?<!mục tiêu )(?<!giao )"
    r"(?<!để )\bcả năm\b(?! (?:học|nay))"
    r"|(?<!\w)(?:đến|tới)\s(?:cuối|hết) năm(?! (?:\d|học|nay|trước|ngoái))"
    # "tỷ lệ hộ nghèo cuối năm 1,65%", but "nhiệm vụ 6 tháng cuối năm"
    r"|(?<!\w)(?:tỷ lệ|dư nợ|nợ|tổng|số|hộ)\s[^,;:.\d]{2,40}?\scuối năm"
    r"(?!\s(?:19|20)\d\d)(?=\s(?:còn|đạt|là|xuống|lên|dưới|trên|không quá|khoảng)?\s?\d)"
    r"|(?<!\w)(?:vào|đến|tới)\s(?:ngày\s)?31\s?/\s?12(?!\s?/\d)"
)
_YEARS_END = re.compile(r"(?:cả|cuối|hết) năm|31\s?/\s?12")  # in every match of `_WHOLE_YEAR`
_OF_THE_YEARS = re.compile(r"\d\s?%\s[^,;.\d]{0,30}?cả năm")  # "47,5% chặng đường cả năm"


@lru_cache(maxsize=4096)
def says_whole_year(text: str) -> bool:
    """Whether a text tells of the whole year, and not of a share of what the year is to bring.

    Kept: a sentence is asked once for each of its figures.
    """
    lowered = text.lower()
    if not _YEARS_END.search(lowered):
        return False
    return _WHOLE_YEAR.search(_OF_THE_YEARS.sub(" ", lowered)) is not None


_PARTS = ("h1", "h2", "q1", "q2", "q3", "q4")


# "Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030": a name, where no plan is told.
_NAMED_BY_TERM = re.compile(
    r"(?:lần thứ \w+|khóa \w+|(?:ban chấp hành|bch|hđnd|hội đồng nhân dân|bí thư|chủ tịch"
    r"|đại hội (?:đại biểu |toàn thể )?(?:đảng|đoàn|hội|công đoàn|mặt trận|nông dân|phụ nữ|chi))"
    r"(?:(?!kết quả|đánh giá|trong|thực hiện|tổng kết|kiểm điểm|nhìn lại| qua)[^,.;:\d]){0,45}?)"
    r"\s*,?\s*\(?nhiệm kỳ \d{4}\s*[-–]\s*\d{4}"
    r"|đại hội(?: đại biểu| toàn thể)?,? \(?nhiệm kỳ \d{4}\s*[-–]\s*\d{4}"
    r"|(?:đại hội|hội nghị)[^,.;:\d]{0,30} thường niên (?:năm )?\d{4}",
    re.I,
)


# "Dư nợ các năm: 31/12/2022: 358 tỷ đồng; 31/12/2023: 407 tỷ đồng": the state on that day
_DATED_LABEL = re.compile(rf"\W*(?:(?:đến|tính đến|ngày)\s+)*(?:{DAY.pattern})\s*:(?=\s+\S)", re.I)


def own_period(text: str, mood: Mood, before: Period | None) -> Period | None:
    """The period that a text states itself; what it leaves out of it comes from `before`."""
    if label := _DATED_LABEL.match(text):
        return head_period(label[0])
    if mood != "target":
        text = _NAMED_BY_TERM.sub(lambda name: re.sub(r"\d{4}", "....", name[0]), text)
    period = _main_period(_outer_periods(text), mood)
    if before is None:
        return period
    if period is None:
        part = before.part
        whole = (part in _PARTS or part[:2] == "to") and says_whole_year(text)
        return replace(before, part="") if whole else None
    if not period.first and before.first and not before.is_term:
        return replace(period, first=before.first, last=before.first)
    return period


_OPENS_TERM = re.compile(r"\W*(?:nhìn lại|trong|qua|5 năm)?\s*(?:nhiệm kỳ|giai đoạn)\s\d{4}", re.I)


def _outer_periods(text: str) -> list[Period]:
    """Periods before the first value or behind the last: one between two is the later value's."""
    quantities = find_quantities(text)
    if not quantities:
        found = _periods(text)
        opens = bool(found) and found[0].is_term and _OPENS_TERM.match(text)
        return found[:1] if opens else found  # "Nhiệm kỳ 2015-2020 gặp hạn mặn năm 2016 ..."
    # looked for in the whole text: "bằng 133% thực hiện năm 2023" is a base by its value
    return _periods(text, (quantities[0].start, quantities[-1].end))


# "khởi công quý III/2026, hoàn thành quý IV/2027": when work is due, no span of a figure.
_DEADLINE = re.compile(
    r"(?:khởi công|hoàn thành|xong|chậm nhất|thời hạn|khánh thành)\s+(?:(?:trong|vào|trước|"
    r"là)\s+)*$|(?<!\w)(?:từ|bước sang|bước vào)\s+$"  # "trở lại nhịp bình thường từ quý II"
    r"|(?<!\w)để\s(?!xảy|lại|mất)[^,;:]*$",  # "đủ 19 tiêu chí để được công nhận trong quý III"
    re.I,
)
# "chỉ bằng 96% vì bạn hàng ngừng nhận quý IV", "... đóng cửa trong bốn tháng": of the cause alone
_CAUSE = re.compile(r"\d[^;]*(?<!\w)(?:vì|do|bởi)\s[^;]*$", re.I)
# "kho lạnh chậm nghiệm thu tới tháng 10": how late, no span of a figure
_LATE = re.compile(r"(?:chậm|lùi|hoãn|dời|kéo dài|gia hạn)(?: [^\W\d_]+){0,3}\s+$", re.I)
# "đã lên 61,2%, vượt mốc 60% mà Nghị quyết đặt cho năm 2025": for when it was aimed at
_AIMED = re.compile(
    r"\d[^;:]*\smà\s[^,;:]{0,40}(?:đặt|đề|giao|định)(?: ra)? (?:cho |đến |vào )$", re.I
)
_OPENS = 40  # characters: "tăng tốc rõ rệt vào nửa cuối năm" dates nothing that follows


def _periods(text: str, without: tuple[int, int] = (0, 0)) -> list[Period]:
    """Periods that a text counts for, but for a stretch; a month only where it opens the text."""
    return [
        f.period
        for f in find_periods(text)
        if not f.base
        and not without[0] <= f.span.start < without[1]
        and not (f.period.part == "h2" and not f.period.first and f.span.start > _OPENS)
        and not _AIMED.search(text[: f.span.start])
        and not (f.period.part[:1] in ("q", "m") and _DEADLINE.search(text[: f.span.start]))
        and not (f.period.part[:2] == "to" and _LATE.search(text[: f.span.start]))
        and not (f.period.part[:1] in ("q", "m", "t") and _CAUSE.search(text[: f.span.start]))
        and (not re.fullmatch(r"m\d+", f.period.part) or f.span.start < 12)
    ]


def _main_period(found: list[Period], mood: Mood) -> Period | None:
    """Of several years in one head a target looks to the last, a result to the first."""
    years = [p for p in found if not p.is_term] or found
    if not years:
        return None
    dated = [p for p in years if p.first] or years
    return max(dated, key=lambda p: p.last) if mood == "target" else dated[0]


def period_behind(text: str, quantity: Quantity, clause: Span) -> tuple[Period, int] | None:
    """The year right behind a value, and where it ends: "28,1% cuối năm 2022 xuống còn 22,9%"."""
    match = re.match(
        r"\s*\(?(?:(?:cuối|đầu|của|vào|ở|hồi)\s+)?(?:năm\s+(?:19|20)\d\d"
        r"|(?:quý\s+(?:[IV]+|\d)|tháng\s+\d{1,2})(?:/\d{4})?)(?!\w)\)?",
        text[quantity.end : clause.end],
    )
    if match is None:
        return year_in_brackets(text, quantity, clause)
    return find_periods(match[0])[0].period, quantity.end + match.end()


_YEAR_IN_BRACKETS = re.compile(
    r"\s*\((?:năm\s+)?(?P<school>học\s+)?((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?\)"
)


# "94,1% dân số tham gia bảo hiểm y tế (số liệu năm 2024)", "(tính đến 31/12/2024)"
_DATA_OF = re.compile(
    r"[^,;:.()\d]{0,60}\((?:(?:theo )?số liệu|tính)\s(?:(?:đến|hết|cuối|của|tại|thời điểm|ngày)\s)*"
    r"(?:31\s?/\s?12\s?/\s?|năm )?((?:19|20)\d\d)\)",
    re.I,
)


def year_in_brackets(text: str, quantity: Quantity, clause: Span) -> tuple[Period, int] | None:
    """The year that brackets behind a value hold, and where they end: "31 tỷ (2021), 36 (2022)"."""
    match = _YEAR_IN_BRACKETS.match(text, quantity.end, clause.end)
    if match is None:
        dated = _DATA_OF.match(text, quantity.end, clause.end)
        return (Period(int(dated[1]), int(dated[1])), dated.end()) if dated else None
    period = Period(int(match[2]), int(match[3] or match[2]))
    school = match["school"] or re.search(r"năm học", text[clause.start : quantity.start], re.I)
    return period.as_school_year() if school else period, match.end()


# "Đại hội họp ngày 26/4/2024, có 52 cổ đông": who came, came that day
_MET = re.compile(
    r"^[^;:,.\d]{0,60}(?<!\w)(?:họp|diễn ra|được tổ chức|tổ chức|khai mạc|tiến hành)"
    rf" (?:vào |trong )?ngày (?={DAY.pattern})",
    re.I,
)


# "Ủy quyền cho Hội đồng quản trị ...": decided by members who otherwise hear of the year before
_DECIDES = re.compile(
    r"\W*(?:\w{1,2}[.)]\s*)?(?:thống nhất |đồng ý |thông qua (?:việc |chủ trương )?)?"
    r"(?:đầu tư|ủy quyền|uỷ quyền|phê duyệt|chấp thuận)\s(?!.{0,80}(?:đã|đạt|bằng)\s)",
    re.I,
)


def year_met(clause: str, told: Period | None, day: date | None) -> Period | None:
    """The year of the meeting whose decision a clause is, or that it opens with.

    None where its paper, of that `day`, tells of that year.
    """
    if day and told and told.last < day.year and _DECIDES.match(clause):
        return Period(day.year, day.year)
    met = _MET.match(clause)
    held = next((d for d in find_dates(clause[met.end() :])), None) if met else None
    if held is None or not held.year or (told and told.first <= held.year <= told.last):
        return None
    return Period(held.year, held.year)
