"""The setting that a text gives to the figures in and below it: mood, period, relative year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.cues import Mood, mood_of_clause, mood_of_heading, mood_of_sentence, relative_year
from corpus.document import Span
from corpus.own_period import own_period
from corpus.periods import find_periods
from corpus.record import Period


@dataclass(frozen=True, slots=True)
class Setting:
    """What a place in the text gives to the figures below it, and where that was read."""

    mood: Mood = ""
    period: Period | None = None
    relative: int | None = None  # year relative to the record's own: "năm tới" is 1
    sources: tuple[Span, ...] = ()


_OPENS_WITH = re.compile(r"\W*(?:trong|đến|hết|năm|quý|tháng|\d+ tháng)\s[^,;:]{2,50},", re.I)


def opened_setting(text: str, span: Span, before: Setting) -> Setting:
    """The setting of what stands behind "... nhấn mạnh:", where it opens with a period."""
    opens = _OPENS_WITH.match(text)
    period = own_period(opens[0], "", before.period) if opens else None
    if period is None or before.mood == "target":
        return before
    return replace(before, period=period, relative=None, sources=(*before.sources[-1:], span))


_AMOUNT = re.compile(r"\d\s?(?:%|tỷ|triệu|nghìn|ha\b|tấn|hộ\b|chỉ tiêu)", re.I)
_AGENDA = re.compile(
    r"(?:(?:họp|hội nghị|kỳ họp|phiên)\b[^;]*(?:kiểm điểm|đánh giá|nhìn lại)|tổng kết|sơ kết)[^;]*"
    r"(?:phương hướng|nhiệm vụ|giải pháp|kế hoạch|chỉ tiêu|chương trình|mục tiêu)\b",
    re.I,
)


# A meeting that is called to order: what it is about, not what follows.
_CONVENES = re.compile(
    r"(?:tổ chức|khai mạc|tiến hành|triệu tập|họp|mở|diễn ra)\b[^;]{0,60}"
    r"(?:hội nghị|kỳ họp|phiên|đại hội)[^;]*(?:nhìn lại|bàn|nhằm|để|xem xét|đánh giá|kiểm điểm)",
    re.I,
)


# "Số liệu dưới đây gộp cả ba xã cũ cho nửa đầu năm": the year's figures follow.
_COMPILED = re.compile(r"(?:số liệu|con số)[^.;]{0,40}(?:gộp|cộng)", re.I)


# "* Chỉ tiêu đến hết năm 2025", a line of its own above a list
_CAPTION = re.compile(
    r"(?:\d{1,2}[.)])?\W*(?:các )?(?:chỉ tiêu|mục tiêu|nhiệm vụ)"
    r"(?: (?:chủ yếu|cụ thể|chính|cơ bản|đến|cho|của|trong|hết|cuối|cả|trọng tâm))*"
    r" (?:năm \d{4}|(?:tháng|quý) (?:\d{1,2}|[IV]+)(?:/\d{4})?)\W*",
    re.I,
)
# "Thu nhập 70,3 triệu đồng/người, chi bộ đề ra 70 triệu.": a plan beside what was reached
_PLAN_BESIDE = re.compile(
    r"\d[^;,]*, (?:[^\W\d]+ ){1,4}(?:đề ra|đặt ra|giao|(?<=nghị quyết )là)(?: là)? \d", re.I
)


# "Bí thư Đảng ủy nhấn mạnh: Trong tháng 8, ...": who says it dates nothing.
_SPEAKS = re.compile(
    r"^[^:]{5,140}?(?:nhấn mạnh|cho biết|nêu rõ|khẳng định|báo cáo|cho thấy)[^:.]{0,20}:\s+(?=\S)",
    re.I,
)
# "Thực hiện đề án ... giai đoạn 2021-2025, huyện đã": a programme's years date no other sentence
_PROGRAMME = re.compile(
    r"(?:thực hiện|triển khai)\s+(?:(?:các|tốt|hiệu quả|có)\s+)*"
    r"(?:đề án|chương trình|dự án|kế hoạch|nghị quyết)[^;:.\d]{0,90}?"
    r"(?:giai đoạn|nhiệm kỳ) \d{4}\s*[-–]\s*\d{4}(?=,)",
    re.I,
)
# "đến nay đạt 19/19 tiêu chí, phấn đấu đến năm 2025 ...": aimed at behind what is told
_AIMS_BEHIND = re.compile(
    r"(?:(?<=\w),\s+phấn đấu|(\d [^\W\d]+) (?:còn lại )?(?:phấn đấu|đăng ký|dự kiến))\s[^;]*$",
    re.I,
)


# "trình bày báo cáo 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024": what is about to be told
_ANNOUNCES = re.compile(
    r"(?:trình bày|thông qua|nghe|công bố|đọc)(?:\s+(?:tóm tắt|dự thảo))?\s+(?:các )?báo cáo"
    r"[^.:;]{0,120}?"
    r"(?:,|;|\svà)\s(?:\S+ ){0,3}?(?:phương hướng|nhiệm vụ|kế hoạch|phương án"
    r"|giải pháp|mục tiêu|chỉ tiêu)[^.:;]{0,60}?(?:năm|quý|tháng)",
    re.I,
)


# "Dù giá dầu leo cao trong quý II, kinh tế vẫn tăng: ...": of no quarter
_CONCEDES = re.compile(r"(?<!\w)(?:mặc dù|dù|tuy|dẫu|do|vì|bởi)(?!\w)[^,:;.]*,", re.I)
_A_PART = re.compile(r"(?:quý|tháng)\s+[IVX\d]", re.I)


def _undated(aside: re.Match[str]) -> str:
    return " " if _A_PART.search(aside[0]) else aside[0]


def read_setting(text: str, span: Span, before: Setting) -> Setting:
    """The setting from a sentence's head on, given the setting before it."""
    announced = any(p.search(text) for p in (_AGENDA, _CONVENES, _ANNOUNCES))
    if announced and not _AMOUNT.search(text):
        return before  # what a meeting is for: the year looked back on and the one ahead
    if _COMPILED.search(text) and not _AMOUNT.search(text):
        return before  # how the figures were put together
    mood = mood_of_heading(text) if _CAPTION.fullmatch(text) else mood_of_sentence(text)
    if mood == "target" and (beside := _PLAN_BESIDE.search(text)):
        mood = mood_of_sentence(text[: beside.start()])
    told = _CONCEDES.sub(_undated, _SPEAKS.sub("", text))
    if before.period is None or not before.period.is_term:
        told = _PROGRAMME.sub(" ", told)
    if mood != "target":
        told = _AIMS_BEHIND.sub(r"\1", told)
    # "Tháng 11 vừa qua", behind the aims for next year: of no month to come
    over = mood == "result" and before.mood == "target"
    period = own_period(told, mood, None if over else before.period)
    relative = None if period else relative_year(text)
    if not mood and period is None and relative is None:
        return before
    if period is None and relative is None:
        so_far = before.period and re.fullmatch(r"h1|to\d+", before.period.part)  # no aim is
        unsaid = not before.mood and not (so_far and mood == "target")
        keep = before.mood == mood or unsaid or mood == "result"
        inherited = before.period if keep else None
        year = before.relative if keep else None  # "năm qua: ...", and then the aims
        return Setting(mood, inherited, year, (*before.sources[-2:], span))
    return Setting(mood or before.mood, period, relative, (*before.sources[-1:], span))


def setting_of_clause(text: str, before: Setting) -> Setting:
    """The setting of one clause: its own mood and period over its surroundings'."""
    mood = mood_of_clause(text)
    period = own_period(text, mood or before.mood, before.period)
    relative = None if period else relative_year(text)
    if not mood and period is None and relative is None:
        return before
    changed = mood and before.mood and mood != before.mood
    inherited = None if changed and mood == "target" else before.period
    return Setting(
        mood or before.mood,
        period or (inherited if relative is None else None),
        relative if relative is not None else (None if period else before.relative),
        before.sources,
    )


def heading_setting(text: str, span: Span, above: Setting, level: int) -> Setting:
    """What a heading gives to the lines below it, given what stands above it."""
    if level == 1:
        return above  # the title's year is the record's (see `corpus.metadata`)
    text = _COMPARES.sub(" ", text)
    mood = mood_of_heading(text)
    period = _only(text) or _only(BRACKETS.sub(" ", text))
    if mood == "target" and period is None and _AND_PLANS.search(text):
        return above  # "Công tác thuế năm 2024 và kế hoạch năm 2025": back and ahead
    if mood == "result" and period is None and _AND_PLANS.search(text):
        period = own_period(text, mood, above.period)  # "Kết quả năm 2025 và kế hoạch năm 2026"
    relative = None if period else relative_year(text)
    ahead = relative is not None and relative > 0  # "Chương trình hành động năm sau"
    if not (mood or period or ahead):
        return above
    inherited = None if relative else above.period  # not of "Kết quả năm 2025" above it
    mood = mood or ("target" if ahead else above.mood)
    return Setting(mood, period or inherited, relative, (*above.sources, span))


# "I. THU: 930 tỷ đồng, cao hơn ước thực hiện năm 2024 là 6,6%": what a heading only compares with
_COMPARES = re.compile(
    r",?\s(?:cao|thấp|nhiều|ít|tăng|giảm|hơn|kém)[^,;.:]{0,12}?\s(?:hơn|so)\s[^,;:]*", re.I
)
_AND_PLANS = re.compile(
    r"năm (?:học )?(?:20)\d\d\b.{0,30}?(?:,|;|và)\s+(?:\S+ ){0,3}?"
    r"(?:kế hoạch|phương hướng|nhiệm vụ|chỉ tiêu|mục tiêu|giải pháp|dự toán)\b.*20\d\d",
    re.I | re.S,
)


def _only(text: str) -> Period | None:
    """The one period that a text names; None where it names none or several years."""
    periods = [f.period for f in find_periods(text) if not f.base]
    years = {p.first for p in periods if p.first}
    if len(periods) > 1 and periods[0].part and not periods[0].first:
        return periods[0]  # "MỤC TIÊU QUÝ IV VÀ DỰ KIẾN 2027": lines of the year to come say so
    named = [p for p in periods if p.first] or periods
    return named[0] if named and len(years) <= 1 else None


# What stands in brackets sets nothing, but for a list's own label ("(thực hiện/nghị quyết)") and a
# year alone: "đến cuối nhiệm kỳ (năm 2025)".
BRACKETS = re.compile(r"\((?!thực hiện\s*/|(?:(?:đến )?(?:cuối )?năm )?20\d\d\))[^()]*\)")
