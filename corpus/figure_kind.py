"""Whether a value is a target, a result or another kind of figure, by its words and its setting."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.givers import given_right_before
from corpus.record import FigureKind, Period
from corpus.roles import Reading, is_counted
from corpus.setting import Setting


def kind_of(reading: Reading, setting: Setting, text: str) -> FigureKind:
    """Whether a value is a target, a result or another kind, by its words and their setting."""
    if reading.kind == "plan_share" and setting.mood == "target":
        return "target"  # "giao quân đạt 100% chỉ tiêu" among the plans
    if reading.kind is not None:
        return reading.kind
    if reading.quantity.unit == "phiếu":
        return "result"  # a vote taken among the plans
    value = reading.quantity.start
    near = max(0, value - 30)
    if reading.quantity.unit == "nghị quyết" and _PASSED.search(text, near, value):
        return "result"  # "kỳ họp thông qua 9 nghị quyết", told behind the plans that it set
    if setting.mood == "target" and any(p.search(text, near, value) for p in (_REACHED, _NOW)):
        return "result"  # "dựa trên độ che phủ rừng năm 2020 (đạt hơn 59,4%)" in a plan
    if setting.mood == "target":
        return "target"
    if given_right_before(text, value) and not reading.quantity.ratio:
        return "target"  # "thu NSNN theo dự toán tỉnh giao 135 tỷ đồng"
    if _AIMED.search(text[max(reading.words.start, value - 60) : value].rpartition(",")[2]):
        return "target"  # "đạt 90,7%, dự kiến hết năm đạt 97%"
    # searched in place, so that "trước" cut in two is no "ước"
    return "estimate" if _ESTIMATED.search(text, max(0, value - 30), value) else "result"


_PASSED = re.compile(r"(?:thông qua|ban hành)\s(?:\S+\s){0,2}?\Z", re.I)
_AIMED = re.compile(r"(?<!\w)(?:dự kiến|phấn đấu)(?!\w)", re.I)
_REACHED = re.compile(r"\((?:thực tế |đã )?đạt (?:trên |hơn |gần |khoảng )?\Z")
# "hộ nghèo hiện còn 32 hộ, năm tới phấn đấu xóa hết"
_NOW = re.compile(
    r"(?<!\w)(?:hiện|đến nay)(?: nay)?(?: chỉ| mới| đã)? (?:còn|có|mới|là|đạt|được)\s*\Z", re.I
)
_ESTIMATED = re.compile(r"\bước\b", re.I)

# "còn 10 xã phấn đấu đạt chuẩn vào năm 2025"
_AIM_BEHIND = re.compile(r"\s+(?:còn lại )?(?:phấn đấu|đăng ký|dự kiến|sẽ)\s[^,;.()\d]*", re.I)
_DUE_YEAR = re.compile(r"(?:vào|trong|đến|hết|cuối|năm)\s+(?:\S+\s+)?(20\d\d)", re.I)


def aimed_behind(text: str, readings: list[Reading]) -> list[Reading]:
    """Readings with the target year of what is counted, where it is said behind the value."""
    told: list[Reading] = []
    for reading in readings:
        words = _AIM_BEHIND.match(text, reading.quantity.end, reading.words.end)
        due = _DUE_YEAR.search(text, words.start(), reading.words.end) if words else None
        if due and reading.kind is None and is_counted(reading.quantity):
            period = Period(int(due[1]), int(due[1]))
            reading = replace(reading, kind="target", period=period)
        told.append(reading)
    return told


# "(chỉ tiêu cuối năm: nhẹ cân ≤ 11,5%; thấp còi ≤ 18%)": all up to the next label of its own
_PLANNED_BRACKET = re.compile(
    r"\((?:chỉ tiêu|kế hoạch|KH|CT|mục tiêu|dự toán|yêu cầu)(?: (?:cả |cuối )?năm(?: 20\d\d)?"
    r"| (?:được )?giao| đề ra){0,2}\s*:[^():]*$",
    re.I,
)
_LONGEST_BRACKET = 160  # characters


def planned_in_brackets(text: str, readings: list[Reading]) -> list[Reading]:
    """Readings with what a bracket lists as planned told as targets of the year."""

    def is_planned(reading: Reading) -> bool:
        at = reading.quantity.start
        before = text[max(0, at - _LONGEST_BRACKET) : at]
        return reading.kind is None and _PLANNED_BRACKET.search(before) is not None

    return [replace(r, kind="target", whole_year=True) if is_planned(r) else r for r in readings]
