"""The role of a quantity in its clause, by the words around it: a share of the plan, an excess, a
change, a plan in brackets, the same value once more. Each way of saying a role is one cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.document import Span
from corpus.givers import giver_of
from corpus.names import NOT_NAME, PLAN, SAME_TIME, name_before, name_behind, names_something
from corpus.record import FigureKind, Period, Quantity


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity with its role, before the record's context is known.

    `kind` "" means a plain value: target or result, as the context says. `growth` tells that
    the value is a rise (+1) or a fall (-1) of the indicator.
    """

    quantity: Quantity
    indicator: str
    kind: FigureKind | None
    growth: int = 0
    giver: str = ""
    base: str = ""
    words: Span = Span(0, 0)  # the stretch of the clause that this figure was read from
    part: bool = False  # of the value before it (trong đó, riêng)
    secondary: bool = False  # says the indicator's value once more in another unit
    average: bool = False
    period: Period | None = None  # named right behind the value: "từ 28% năm 2022 xuống 23%"
    back: bool = False  # of the year before, or the same part of it: "(cùng kỳ 11 cặp)"
    whole_year: bool = False  # a plan for the year in a part of it: "chỉ tiêu năm là 7"


_PLAN_AFTER = re.compile(
    rf"^\s*(?:\)?\s*)(?:so\s+)?(?:với\s+)?(?:của\s+)?(?:mức\s+)?{PLAN}(?![\w])(?!\s*:)", re.I
)
_SO_VOI_PLAN = re.compile(
    rf"^[^,;()]{{0,25}}?(?:so với|so)\s+(?:với\s+)?(?:các\s+|mức\s+|chỉ\s+)*{PLAN}(?!\w)", re.I
)
# Which version of a plan a share is of: "103,4% dự toán điều chỉnh", "94,5% nghị quyết ban đầu".
_VERSION = (
    rf"(?:{PLAN}|số giao)(?:\s+(?:giao|đã|được|sau|năm|\d{{4}}|hồi|từ|đề ra|huyện|tỉnh))*"
    rf"\s+(?:điều chỉnh|ban đầu|đầu năm)"
)
_VERSION_AFTER = re.compile(rf"\s*(?:so với\s+|so\s+)?({_VERSION})", re.I)
_PLAN_BEFORE = re.compile(
    rf"so với\s+(?:con\s+)?(?:({_VERSION})|{PLAN})(?:\s+(?:thì|là))?(?:\s+(?:chỉ|mới|đã|còn))*"
    rf"\s+(?:bằng|đạt|được)\s*$",
    re.I,
)
PERIOD_AFTER = re.compile(
    r"^[^,;()]{0,40}?(?:so\s+(?:với\s+(?!tổng số|toàn)|(?!với))"
    rf"|{SAME_TIME}|bằng mức|CK(?!\w))"
    rf"((?:{SAME_TIME}|năm|đầu năm|cuối năm|tháng|quý|đầu nhiệm kỳ|CK|bình quân|giai đoạn|nhiệm kỳ|"
    r"trước|mức)?[^,;()]{0,40})",
    re.I,
)
_END = (
    r"\s*(?:thêm|lên|khoảng|trên|hơn|gần|ước|ít nhất|tối thiểu|không quá|dưới|từ|bình quân|"
    r"trung bình|đạt|được|ở mức|mức|là|:|hằng năm|hàng năm|mỗi năm|xấp xỉ|chừng|và|\s)*$"
)
_EXCESS = re.compile(
    rf"(?:(?<!không )vượt|dôi)(?:\s+(?:ra|dư|mức|so với kế hoạch|{PLAN}))*{_END}", re.I
)
_SHORT = re.compile(rf"(?:thiếu|hụt|còn thiếu){_END}", re.I)
_SINCE = re.compile(  # "hụt 8,7% so với năm trước": a fall, no shortfall
    rf"\s*so\s+(?:với\s+)?(?:{SAME_TIME}|CK\b"
    r"|(?:năm|quý|tháng|vụ|kỳ)\s+(?:trước|ngoái|\d{4})|đầu năm|cuối năm)",
    re.I,
)
_SIGNED = re.compile(r"(?:[,(:]|^)\s*([+-])\s*$")
UP = re.compile(
    rf"(?:tăng(?:\s+(?:gấp|trưởng))?|cao hơn|nhiều hơn|nhỉnh hơn|nhích|gấp|(?<=, )thêm){_END}", re.I
)
DOWN = re.compile(
    rf"(?:giảm(?:\s+sâu|\s+mạnh)?|sụt(?:\s+giảm)?|(?<!không )(?:thấp|ít) hơn|kém|tụt|thụt lùi"
    rf"|rớt|(?<=, )(?:hạ|bớt)){_END}",
    re.I,
)
LEVEL = re.compile(
    rf"(?:(?:giảm|tăng|kéo|hạ|nâng|đưa|rút|chỉ|vẫn|hiện)?\s*(?:xuống\s+)?còn|xuống|"
    rf"lên(?:\s+(?:tới|thành))?|thành|(?:giảm|tăng|duy trì)\s+ở mức){_END}",
    re.I,
)
# "nâng dự toán thu ngân sách từ 135 lên 142 tỷ đồng": the target itself is moved.
AMENDS = re.compile(
    r"điều chỉnh(?:\s+(?:tăng|giảm))?(?:\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu))?|"
    r"(?:và\s+)?(?:nâng|hạ|tăng|giảm)\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)",
    re.I,
)
FROM = re.compile(r"(?:^|\s)từ\s*(?:mức\s*)?$", re.I)
TO_AFTER = re.compile(r"^[^,;]{0,25}(?<!trở )(?:xuống|lên|thành|còn)\b", re.I)
_BRACKET_PLAN = re.compile(
    rf"(?:kế hoạch|KH|chỉ tiêu|nghị quyết|NQ|mục tiêu|dự toán|phương án|yêu cầu|giao|"
    rf"kế hoạch giao|được giao)(?:\s+(?:là|giao|năm|nhiệm kỳ|cả nhiệm kỳ|cả năm|giai đoạn|"
    rf"bình quân|đề ra|được giao|\d{{4}}|HĐND huyện giao|tỉnh giao|huyện giao))*\s*[:=]?{_END}",
    re.I,
)
_BRACKET_LEVEL = re.compile(
    r"^(?:\s*(?:kết quả|rà soát|cuối|đầu|năm|nay|trước|qua|hiện|tại|ước|theo|số liệu|thời điểm|"
    r"đến|của|chuẩn|mới|cũ|\d{4}))+\s*(?:là|còn|đạt|ở mức|:)\s*$",
    re.I,
)
_BRACKET_DONE = re.compile(rf"(?:thực hiện|TH|đạt|kết quả|thực tế)\s*[:=]?{_END}", re.I)
_MORE_THAN = re.compile(
    r"(?:(?:cao|thấp|nhiều|ít|tăng|giảm|kém)?\s*(?:hơn|so với|so)|kém|bớt)\s+(?:với\s+)?"
    r"(?:mức(?:\s+(?:tăng|giảm))?\s+(?:của\s+)?)?"
    rf"(?:{SAME_TIME}|năm ngoái|"
    r"năm \d{4}|(?:năm|kỳ|quý|vụ|tháng|năm học|khóa|đợt)(?: \w+)? trước|"
    r"đầu năm|CK)(?:\s+(?:năm\s+)?(?:trước|\d{4}|ngoái))?\s*(?:là|khoảng|trên|gần|:|"
    r"thêm|bớt|\s|[+=])*\+?$",
    re.I,
)
_LIMIT = re.compile(rf"(?:cao|thấp|nhiều|ít) hơn\s+(?:so với\s+)?mức\s+\S+(?:\s+\S+)?{_END}", re.I)
_APART = re.compile(
    rf"(?:(?:(?:cao|lớn|nhiều|nhỉnh|trội|thấp|ít|nhỏ) )?hơn|kém|thua|cách)\s+(?:so với\s+)?"
    rf"(?:mức\s+|con số\s+)?(?:{PLAN}|yêu cầu|đích)"
    rf"(?:\s+(?:đề ra|đặt ra|giao|được|đầu|cả|năm|\d{{4}}|là|tới))*\s*$",
    re.I,
)
_AGAIN = re.compile(
    r"(?:^|[,(]|\s)\s*(?:tương đương|tương ứng|chiếm|tức|ứng với|bằng|đạt|đạt tỷ lệ|chiếm tỷ lệ|"
    r"tỷ lệ|hay|với|gồm|hoàn thành)"
    r"(?:\s+(?:tỷ lệ|với|khoảng|trên|hơn|gần))*\s*$",
    re.I,
)
PART = re.compile(r"(?:trong đó|riêng|bao gồm|gồm có|gồm|cụ thể|trong số (?:này|đó|ấy))\b", re.I)
AVERAGE = re.compile(
    r"bình quân (?:hằng|hàng|mỗi|một|các) năm|trung bình mỗi năm|mỗi năm|hằng năm|hàng năm|"
    r"bình quân(?=\s+[\d,]+\s?%\s?/\s?năm)",
    re.I,
)
PLAN_IN_BRACKETS = re.compile(
    rf"(?:%\s(?:so với\s+)?|\bso (?:với\s+)?){PLAN}[^,;()\d%]{{0,40}}\(\s*\Z",
    re.I,
)
PLAN_OF = re.compile(
    r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)\s+(?=\S+\s+\S)(?!sử dụng|hành động|năm|quý|tháng"
    r"|giao|đề ra|"
    r"tỉnh|huyện|xã|HĐND|và|được|cả)",
    re.I,
)
_OF_PERIOD = re.compile(
    r"\s*(?:so với\s+|của\s+)?(?:mức\s+)?(?:thực hiện|kết quả)\s+(?:của\s+)?"
    rf"(?:{SAME_TIME}|"
    r"năm (?:trước|ngoái|\d{4}))[^,;.()]{0,20}",
    re.I,
)
ONLY_PLAN = re.compile(
    rf"(?:trong khi\s+|còn\s+|mà\s+|(?:chưa|không)\s+đạt\s+|so với\s+|chưa tới\s+"
    rf"|trên\s+(?:tổng\s+(?:số\s+)?(?:vốn\s+)?)?)*"
    rf"(?:cả năm\s+(?:được\s+)?)?(?:{PLAN}|yêu cầu|mức (?:đặt|định|đề) ra)"
    rf"(?:\s+(?:của|năm|giao|đề ra|yêu cầu|phải|cần|nay|cả năm|đầu năm|là|"
    rf"nhiệm kỳ|\d{{4}}|tỉnh|huyện|xã|HĐND|được|đặt ra|định ra))*",
    re.I,
)
_SET_BEHIND = re.compile(rf"\s*(?:(?:được |như )?(?:đặt ra|đề ra|giao)|{PLAN})(?!\w)", re.I)
# "vượt 12,4% kế hoạch với 163 người": the value itself
_WITH_VALUE = re.compile(rf"{PLAN}(?: năm)? với", re.I)
_SHARES = re.compile(rf"(?:đạt|bằng|chiếm)(?:\s+(?:tỷ lệ|tỷ trọng))?{_END}", re.I)
_CHIEM = re.compile(rf"chiếm(?:\s+(?:tỷ lệ|tỷ trọng))?{_END}", re.I)
_RATE_NAME = re.compile(r"tốc độ|mức (?:tăng|giảm)|tỷ lệ (?:tăng|giảm)|tăng trưởng", re.I)


def _is_level_of(quantity: Quantity, last: Reading) -> bool:
    """Whether a value beside the plan is the plan itself: "14,8%, cao hơn mục tiêu 14,5%"."""
    return (
        quantity.unit.split("/")[0] == last.quantity.unit.split("/")[0]  # "nghìn đồng/người"
        and last.kind is None
        and 2 * abs(quantity.numbers[0]) >= abs(last.quantity.numbers[0])
    )


def secondary(
    quantity: Quantity,
    before: str,
    after: str,
    last: Reading | None,
    previous: Reading | None,
    inside: bool,
) -> Reading | None:
    """The roles that a quantity can have beside an indicator's plain value."""
    if quantity.ratio and quantity.unit == "chỉ tiêu":
        return None  # "đạt và vượt 19/22 chỉ tiêu": how many were met, no excess
    percent = quantity.unit.startswith("%") or quantity.unit.startswith("phần trăm")
    own = name_before(before)
    name = last.indicator if last and not names_something(own) else own
    average = bool(AVERAGE.search(before))

    def made(kind: FigureKind, growth: int = 0, base: str = "") -> Reading:
        version = _VERSION_AFTER.match(after)
        giver = giver_of(after) or (version[1] if version else "")
        sign = growth if kind == "change" else 0  # the plan kinds say their direction themselves
        return Reading(quantity, name, kind, sign, giver, base, average=average)

    if percent and previous is not None and previous.kind == "change" and before.strip() == "(":
        # "giảm 9 vụ (13,4%)": the same once more
        return replace(previous, quantity=quantity, secondary=True)
    if last is not None and quantity.unit == "lần" and re.search(r"gấp\s*$", before):
        return made("change", 1)
    if last is not None and before.strip() == "/" and quantity.unit == last.quantity.unit:
        # "19 tỷ đồng/31 tỷ đồng"
        return Reading(quantity, last.indicator, "target", secondary=True)
    shared = before.strip() == "(" or (_SHARES.search(before) and not names_something(own))
    if percent and shared and last is not None and _is_done_of_plan(last.quantity):
        return made("plan_share")  # "388,6/340 tỷ đồng (114,3%)", "..., mới bằng 85,8%"
    if percent and last is not None and (version := _PLAN_BEFORE.search(before)):
        giver = " ".join((version[1] or "").split())
        return Reading(quantity, last.indicator, "plan_share", giver=giver, average=average)
    if percent and last is not None and (of := _OF_PERIOD.match(after)):
        return made("change", 0, " ".join(of[0].split()))  # "bằng 133% thực hiện năm 2023"
    if last is not None and _WITH_VALUE.fullmatch(before.strip()):
        return Reading(quantity, last.indicator, None, secondary=True)
    if last is not None and (
        ONLY_PLAN.fullmatch(own)
        or ONLY_PLAN.fullmatch(before.strip(" ,;:("))
        or (before.strip() in ("so với", "trên") and _SET_BEHIND.match(after))
    ):
        if not quantity.unit:
            quantity = replace(quantity, unit=last.quantity.unit)
        whole = re.search(r"(?<!đầu )năm", own) is not None
        return Reading(
            quantity, last.indicator, "target", giver=giver_of(own),
            secondary=True, average=average, whole_year=whole,
        )  # fmt: skip
    if percent and last is not None and not names_something(own) and _SHARES.search(before):
        if previous is not None and previous.kind == "target" and not _CHIEM.search(before):
            return made("plan_share")  # "kế hoạch 172 tỷ đồng, chỉ đạt 97,8%"
        reached = re.search(r"(?<!\w)đạt(?:\s+(?:gần|hơn|trên|khoảng))?\s*$", before, re.I)
        own_rate = re.search(r"giải ngân|tỷ lệ", last.indicator, re.I)
        if (
            reached
            and not own_rate
            and _IN_AMOUNTS.match(last.quantity.unit)
            and NOT_NAME.match(after)
        ):
            return made("plan_share")  # "doanh thu 73,46 tỷ đồng, đạt 70,25%"
        if _CHIEM.search(before):  # "nợ xấu 1,2 tỷ đồng, chiếm 0,7% tổng dư nợ"
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    if (
        percent
        and previous is not None
        and previous.kind in ("plan_share", "plan_excess", "plan_shortfall")
        and _AMOUNT_NAME.search(own)
        and re.search(r"(?:đạt|bằng)\s*$", before, re.I)
        and not PERIOD_AFTER.match(after)
    ):  # "doanh thu vượt 10% kế hoạch, lợi nhuận chỉ đạt 94,1%"
        return Reading(quantity, own, "plan_share", average=average)
    if (
        percent
        and _REVENUE_NAME.match(own)
        and re.search(r"(?:đạt|bằng)\s*$", before, re.I)
        and NOT_NAME.match(after)
        and not PERIOD_AFTER.match(after)
    ):  # "thu ngân sách đạt 145%": money is no percentage, its plan is reached by one
        return Reading(quantity, own, "plan_share", giver=giver_of(after), average=average)
    if percent and (_PLAN_AFTER.match(after) or _SO_VOI_PLAN.match(after)):
        if _EXCESS.search(before) or UP.search(before):
            return made("plan_excess", 1)
        if _SHORT.search(before) or DOWN.search(before):
            return made("plan_shortfall", -1)
        return made("plan_share")
    reaches = quantity.qualifier == "at_least" and not percent  # "đạt và vượt 10.012 tấn"
    if _EXCESS.search(before) and not reaches:
        return made("plan_excess", 1)
    # "Thiếu 93 giáo viên" after a sentence about pupils: no shortfall of those
    other = (
        last is not None
        and is_counted(quantity)
        and (quantity.unit != last.quantity.unit or last.quantity is quantity)
    )
    short = _SHORT.search(before)
    if short and last and not other and _SINCE.match(after):
        return made("change", -1, after.strip().split(",")[0])
    if short and (last and not other or _SO_VOI_PLAN.match(after)):
        name = quantity.unit if other else name  # for `made`
        return made("plan_shortfall", -1)
    if inside and _BRACKET_PLAN.search(before[before.rfind("(") + 1 :]):
        headed = name_before(before[: before.rfind("(")])
        if names_something(headed):  # "..., kết nạp đảng viên (mục tiêu 110 đảng viên)"
            last = None
        named = last.indicator if last else headed
        if not quantity.unit and last is not None:  # "kết nạp 7 đảng viên (nghị quyết giao 8)"
            quantity = replace(quantity, unit=last.quantity.unit)
        each = bool(re.search(r"bình quân|trung bình", before)) or bool(
            re.match(r"\s*(?:[^\W\d_]+\s+)?mỗi năm", after)
        )
        return Reading(
            quantity, named, "target", giver=giver_of(before[before.rfind("(") :]),
            secondary=last is not None, average=each,
        )  # fmt: skip
    if inside and last is not None and _BRACKET_LEVEL.search(before[before.rfind("(") + 1 :]):
        return Reading(quantity, last.indicator, None)
    if (
        last is not None
        and (more := _MORE_THAN.search(before))
        and not names_something(_MORE_THAN.sub("", own))
    ):
        name = last.indicator  # for `made`: the words of the comparison name nothing
        fall = re.search(r"thấp|ít|giảm|kém|bớt|-\s*$", more[0], re.I) or quantity.numbers[0] < 0
        return made("change", -1 if fall else 1, " ".join(more[0].split()))
    if last is not None and _LIMIT.search(before):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if last is not None and _APART.search(before) and _is_level_of(quantity, last):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if last is not None and (apart := _APART.search(before)):
        name = last.indicator  # for `made`, as above
        rise = re.search(r"thấp|ít|nhỏ|kém|thua|cách", apart[0], re.I) is None
        return made("plan_excess" if rise else "plan_shortfall", 1 if rise else -1)
    if last is not None and re.search(
        rf"[(,]\s*{PLAN}(?:\s+\S+){{0,3}}?\s*(?:là|:)?\s*{_END}", before, re.I
    ):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if _SO_VOI_PLAN.match(after) and (UP.search(before) or DOWN.search(before)):
        rise = bool(UP.search(before))
        return made("plan_excess" if rise else "plan_shortfall", 1 if rise else -1)
    if LEVEL.search(before):
        return None
    up, down = bool(UP.search(before)), bool(DOWN.search(before))
    compared = PERIOD_AFTER.match(after)
    if (last is not None or names_something(own)) and compared and (sign := _SIGNED.search(before)):
        return made("change", 1 if sign[1] == "+" else -1, compared[1].strip())
    if (up or down) and not (_RATE_NAME.search(before) and names_something(own)):
        yardstick = re.search(r"(?:kịch bản|kế hoạch|mục tiêu|chỉ tiêu)", after[:40])
        # "kéo giảm ít nhất 5% số vụ phạm pháp": the name stands behind the value
        named_behind = names_something(name_behind(quantity, after, ""))
        if last is not None and not names_something(own) and not named_behind:
            if yardstick:
                return made("plan_excess" if up else "plan_shortfall", 1 if up else -1)
            return made("change", 1 if up else -1, compared[1].strip() if compared else "")
        if compared and not percent:
            return made("change", 1 if up else -1, compared[1].strip())
    level = re.search(r"(?:bằng|đạt)\s*(?:khoảng|trên|gần|hơn)?\s*$", before, re.I)
    if percent and compared and level:
        return made("change", 0, compared[1].strip())
    if last is not None and not names_something(own):
        if inside and _BRACKET_DONE.search(before[before.rfind("(") + 1 :]):
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
        different = quantity.unit != last.quantity.unit
        if different and is_counted(quantity) and is_counted(last.quantity):
            different = not re.search(
                r"(?<!\w)(?:với|gồm)\s*$", before
            )  # "7 chi hội với 504 hội viên"
        if different and (_AGAIN.search(before) or before.strip() == "(") and NOT_NAME.match(after):
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    return None


# What is measured in money or goods: a percentage that it reaches is one of its plan.
_AMOUNT_NAME = re.compile(
    r"(?<!\w)(?:thu|chi|doanh thu|lợi nhuận|lãi|sản lượng|giá trị|kim ngạch|diện tích|đàn|tổng)"
    r"(?!\w)(?!.*(?:tỷ lệ|tỷ trọng|tỷ suất))",
    re.I,
)


_REVENUE_NAME = re.compile(
    r"(?:tổng\s+|ước\s+)*(?:thu (?:ngân sách|nội địa|NSNN|thuế|phí|tiền)|chi ngân sách|"
    r"doanh thu|lợi nhuận|sản lượng|kim ngạch|giá trị sản xuất)(?!\w)"
    r"(?!.*(?:tỷ lệ|tỷ trọng|tỷ suất|tăng|giảm|cơ cấu|chất lượng|qua|không))",
    re.I,
)


_IN_AMOUNTS = re.compile(
    r"(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s*)?(?:đồng|usd|tấn|lượt)|tỷ$|triệu$", re.I
)


def _is_done_of_plan(quantity: Quantity) -> bool:
    """Whether "a/b" is a result and its plan: what is measured has no whole to be a part of."""
    return quantity.ratio and bool(
        re.match(
            r"(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|usd|lượt|tấn|tạ|ha\b|kg|m3|km)",
            quantity.unit,
            re.I,
        )
    )


SCALE_WORD = re.compile(r"^(?:(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn)\s*)+", re.I)


def is_counted(quantity: Quantity) -> bool:
    """Whether the unit is a noun that is counted, and so a part of the indicator's name."""
    unit = SCALE_WORD.sub("", quantity.unit)
    return bool(unit) and not re.match(
        r"[%‰]|phần trăm|điểm|đồng|USD|đô la|ha\b|h[eé]c.?ta|km|m2|m3|m²|m\b|tấn|tạ|kg|lít|đ\b",
        unit,
        re.I,
    )
