"""The value that an indicator had in the period it is compared with."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.names import SAME_TIME
from corpus.record import Period, Quantity
from corpus.roles import Reading

LAST_YEAR = re.compile(
    rf"\(\s*(?:đầu năm(?=\s*(?:là|có|còn|:))|{SAME_TIME}|năm (?:học )?trước"
    r"|(?:niên )?vụ trước|năm ngoái|CK)(?:\s+(?:năm\s+)?(?:trước|ngoái|\d{4}))?"
    r"(?:\s+(?:là|có|còn|đạt|xảy ra))?\s*:?\s*$",
    re.I,
)
# "17 ý kiến (kỳ trước: 22)": of a time that the record does not name
OTHER_TIME = re.compile(
    r"\(\s*(?:kỳ|lần|phiên|tháng|quý|tuần|đợt)\s+trước(?:\s+(?:là|có|còn|đạt))?\s*:?\s*$", re.I
)
# "tăng 9% so với năm 2022 (318 tỷ đồng)", "gấp đôi con số 31.200 lượt của năm 2021": the value
# that is compared with.
_BASE_BEFORE = re.compile(
    rf"(?:so với|so|bằng mức|(?<!\w)thực hiện|bằng [\d.,]+\s?%)"
    rf"\s+(?:với\s+)?(?:mức\s+)?(?P<same>{SAME_TIME}\s*)?"
    r"(?:(?:cuối\s+)?năm\s+(?:(?P<year>(?:19|20)\d\d)|trước|ngoái))?\s*\(\s*(?:là\s+|đạt\s+)?$",
    re.I,
)
_BASE_NUMBER = re.compile(
    r"(?:con số|(?:so với|hơn|kém|bỏ xa)(?: (?:hẳn|nhiều|xa|rõ rệt|đáng kể))?(?: mức)?)\s*$", re.I
)
_BASE_AFTER = re.compile(
    r"\s*(?:đồng\s+)?(?:(?:của|vào|hồi)\s+)?"
    r"(?:(?:cuối|nửa đầu|\d+ tháng(?: đầu)?|quý [IVX\d]+)\s+)?"
    rf"(?:năm\s+(?:(?P<year>(?:19|20)\d\d)|trước|ngoái)|(?P<same>{SAME_TIME}))",
    re.I,
)
# "xấp xỉ năm ngoái (93,5%)", "hơn hai lần cùng kỳ (1,5 km)"
_BASE_BRACKET = re.compile(rf"(?:{SAME_TIME}|năm (?:trước|ngoái))\s*\(\s*$", re.I)
# "thu nội địa 498 tỷ đồng, trong khi cùng kỳ năm 2020 chỉ 287 tỷ đồng"
_BASE_CLAUSE = re.compile(
    rf"(?:(?:(?:trong khi|còn)\s+|[,;]\s*)(?:{SAME_TIME}|năm (?:trước|ngoái))"
    r"|trong khi\s+năm (?P<year>(?:19|20)\d\d)(?!\s?[-–]))"
    r"(?:\s+(?:năm\s+)?(?:trước|ngoái|\d{4}))?(?:\s+(?:chỉ|mới|là|đạt|còn|có|được|ở mức))*\s*$",
    re.I,
)


def base_value(text: str, clause: Span, quantity: Quantity, last: Reading | None) -> Reading | None:
    """The indicator's value in the period that it is compared with; None for other quantities."""
    if last is None or _measure(quantity) != _measure(last.quantity):
        return None
    before = text[clause.start : quantity.start]
    found = _BASE_BEFORE.search(before)
    if found is None and _BASE_NUMBER.search(before):
        found = _BASE_AFTER.match(text, quantity.end, clause.end)
    if found is not None:
        year = found["year"]
        same = found.groupdict().get("same")
        period = Period(int(year), int(year)) if year and not same else None
        return replace(_as_before(quantity, last), period=period, back=period is None)
    if (told := _BASE_CLAUSE.search(before)) and told["year"]:
        period = Period(int(told["year"]), int(told["year"]))
        return replace(_as_before(quantity, last), period=period, back=False)
    told = told or LAST_YEAR.search(before) or _BASE_BRACKET.search(before)
    return _as_before(quantity, last) if told else None


def _measure(quantity: Quantity) -> str:
    """The first word of a unit; a rate and points of it are of one measure."""
    first = quantity.unit.split(" ")[0]
    return "%" if first in ("điểm", "phần") else first


def _as_before(quantity: Quantity, last: Reading) -> Reading:
    return Reading(quantity, last.indicator, "result", secondary=True, back=True)


# What was done to reach a number: "kết nạp 121 đảng viên, nâng tổng số lên 5.846".
_WITHOUT_VERB = re.compile(
    r"^(?:thêm|kết nạp|công nhận(?: thêm)?|thành lập(?: mới)?|cấp(?: mới)?|phát triển"
    r"|trồng(?: mới)?|"
    r"xây dựng(?: mới)?|có thêm)\s+",
    re.I,
)
_ADDED = re.compile(r"(?<!nông thôn)(?:\s+(?:trồng|xây|lập))?\s+(?:thêm|mới)(?=\s|$)", re.I)


def summed(name: str, indicator: str) -> str:
    """What a sum behind a value is of: "tổng số" of the things, "lũy kế" of what was done."""
    if re.match(r"(?:lũy|luỹ) kế|cộng dồn", name, re.I):
        return f"tổng số {_ADDED.sub('', re.sub(r' trong (?:tháng|quý|kỳ)$', '', indicator))}"
    return f"tổng số {_ADDED.sub('', _WITHOUT_VERB.sub('', indicator))}"


# "có thêm Cồn Ve và Diêm Thủy đạt chuẩn nâng cao, đưa tổng số lên 6/8 xã"
_REACHED = re.compile(
    r"(?<!\w)(?:đạt(?: chuẩn)?|được công nhận(?: đạt)?(?: chuẩn)?|về đích|cán đích|lên)"
    r"\s+[^,;.\d]{3,50}?(?=,\s*(?:nâng|đưa)\s)",
    re.I,
)
_SUM = re.compile(
    r"(?:nâng|đưa)?\s*(?:tổng )?số(?: (?:xã|phường|đặc khu|thôn|bản|đơn vị|sản phẩm))?"
    r"(?: (?:về đích|đạt chuẩn|đạt|được công nhận))*",
    re.I,
)


def sum_of_reached(name: str, before: str, unit: str) -> str:
    """What a sum is of that only a standard reached before it says; "" where nothing does."""
    reached = list(_REACHED.finditer(before)) if _SUM.fullmatch(name) else []
    noun = unit or next(iter(re.findall(r"(?:tổng )?số (xã|phường|đặc khu|thôn|bản)", name)), "")
    return " ".join(filter(None, ("số", noun, reached[-1][0]))) if reached else ""


_WHOLE_AREA = re.compile(r"(?:nâng|đưa)?\s*tổng (?:diện tích|số diện tích|đàn)(?: hiện có)?", re.I)
_PLANTED = re.compile(r"\s*(?:được\s+)?(?:trồng|thả|nuôi)(?:\s+(?:mới|thêm))?(?!\w)\s*", re.I)


def planted_area(name: str, indicator: str) -> str:
    """ "Trồng mới chè 118 ha, nâng tổng diện tích lên 1.604 ha": the area of what was planted."""
    whole = _WHOLE_AREA.fullmatch(name)
    planted = _PLANTED.search(indicator)
    if whole is None or planted is None:
        return ""
    crop = _PLANTED.sub(" ", indicator).strip()
    area = re.sub(r"^(?:nâng|đưa)\s+", "", name, flags=re.I)
    return f"{area} {crop[:1].lower()}{crop[1:]}" if crop else ""
