"""The role of a quantity in its clause, by the words around it: a share of the plan, an excess, a
change, a plan in brackets, the same value once more. Each way of saying a role is one cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.document import Span
from corpus.givers import giver_of
from corpus.names import NOT_NAME, PLAN, name_before, name_behind, names_something
from corpus.record import FigureKind, Period, Quantity
from corpus.role_words import (
    AGAIN,
    APART,
    AVERAGE,
    BRACKET_DONE,
    BRACKET_LEVEL,
    BRACKET_PLAN,
    CHIEM,
    DOWN,
    END,
    EXCESS,
    HEDGE_BEFORE,
    IS_NOW,
    LEVEL,
    LIMIT,
    MORE_THAN,
    OF_PERIOD,
    OF_TIME,
    OF_WHOLE,
    OF_YEAR,
    ONLY_PLAN,
    PERIOD_AFTER,
    PLAN_AFTER,
    PLAN_BEFORE,
    RATE_NAME,
    SET_BEHIND,
    SHARE_BEFORE,
    SHARES,
    SHORT,
    SIGNED,
    SIGNED_ALONE,
    SINCE,
    SO_VOI_PLAN,
    UP,
    VERSION_AFTER,
    WHOLE_AFTER,
    WITH_VALUE,
)


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


def _is_level_of(quantity: Quantity, last: Reading) -> bool:
    """Whether a value beside the plan is the plan itself: "14,8%, cao hơn mục tiêu 14,5%"."""
    return (
        quantity.unit.split("/")[0] == last.quantity.unit.split("/")[0]  # "nghìn đồng/người"
        and last.kind is None
        and 2 * abs(quantity.numbers[0]) >= abs(last.quantity.numbers[0])
    )


def _of_its_plan(quantity: Quantity, before: str, last: Reading) -> bool:
    """Whether a bare share behind an amount is that of its plan.

    "đạt 70,25%" behind money, "bằng 80,3%" behind what is counted; "đạt 82%" may be a part of
    anything that is counted, but nothing is more than all of it.
    """
    if re.search(r"giải ngân|tỷ lệ", last.indicator, re.I):
        return False
    if re.search(r"(?<!\w)(?:bằng|tương đương)\s*$", before, re.I):
        return True
    reached = re.search(r"(?<!\w)đạt(?:\s+(?:gần|hơn|trên|khoảng))?\s*$", before, re.I)
    amount = _IN_AMOUNTS.match(last.quantity.unit) or max(quantity.numbers) > _ALL
    return bool(reached and amount)


_ALL = 100  # percent


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
    beside = own  # without "vượt yêu cầu của tỉnh", "phình thêm", which name nothing
    for said in (EXCESS, SHORT, UP, DOWN):
        beside = said.sub("", beside)
    name = last.indicator if last and not names_something(beside) else own
    average = bool(AVERAGE.search(before))
    bracket = before[before.rfind("(") + 1 :]

    def made(kind: FigureKind, growth: int = 0, base: str = "") -> Reading:
        version = VERSION_AFTER.match(after)
        giver = giver_of(after) or (version[1] if version else "")
        sign = growth if kind == "change" else 0  # the plan kinds say their direction themselves
        return Reading(quantity, name, kind, sign, giver, base, average=average)

    if percent and previous is not None and previous.kind == "change" and before.strip() == "(":
        # "giảm 9 vụ (13,4%)": the same once more
        return replace(previous, quantity=quantity, secondary=True)
    if last is not None and quantity.unit == "lần" and re.search(r"gấp\s*$", before):
        of = OF_TIME.match(after)
        base = of[1] if of else ""
        return made("plan_share" if PLAN_AFTER.match(after) else "change", 1, base)
    if percent and last is not None and (signed := SIGNED_ALONE.search(before)):
        return made("change", 1 if signed[1] == "+" else -1)
    if last is not None and before.strip() == "/" and _same_measure(quantity, last.quantity):
        # "19 tỷ đồng/31 tỷ đồng"
        return Reading(quantity, last.indicator, "target", secondary=True)
    shared = before.strip() == "(" or (SHARES.search(before) and not names_something(own))
    if percent and shared and last is not None and _is_done_of_plan(last.quantity):
        return made("plan_share")  # "388,6/340 tỷ đồng (114,3%)", "..., mới bằng 85,8%"
    planned = previous is not None and previous.kind == "target" and previous.secondary
    if percent and last is not None and planned and _AFTER_PLAN.fullmatch(before):
        return made("plan_share")  # "1,27 tỷ đồng / KH 1,40 tỷ (= 90,7%)"
    if percent and last is not None and (version := PLAN_BEFORE.search(before)):
        giver = " ".join((version[1] or "").split())
        return Reading(quantity, last.indicator, "plan_share", giver=giver, average=average)
    if percent and last is not None and (of := OF_PERIOD.match(after)):
        return made("change", 0, " ".join(of[0].split()))  # "bằng 133% thực hiện năm 2023"
    of_year = OF_YEAR.match(after) if percent and re.search(r"bằng\s*$", before) else None
    if last is not None and of_year is not None:  # "23,7 triệu USD, bằng 82,9% năm 2022"
        return made("change", 0, of_year[1])
    if last is not None and WITH_VALUE.fullmatch(before.strip()):
        return Reading(quantity, last.indicator, None, secondary=True)
    if last is not None and (
        ONLY_PLAN.fullmatch(own)
        or ONLY_PLAN.fullmatch(before.strip(" ,;:("))
        or ONLY_PLAN.fullmatch(HEDGE_BEFORE.sub("", before.rsplit(",", 1)[-1]).strip(" ,;:("))
        or (before.strip() in OF_WHOLE and SET_BEHIND.match(after))
    ):
        if not quantity.unit:
            quantity = replace(quantity, unit=last.quantity.unit)
        whole = re.search(r"(?<!đầu )năm", own) is not None
        return Reading(
            quantity, last.indicator, "target", giver=giver_of(own),
            secondary=True, average=average, whole_year=whole,
        )  # fmt: skip
    if percent and last is not None and not names_something(own) and SHARES.search(before):
        if previous is not None and previous.kind == "target" and not CHIEM.search(before):
            return made("plan_share")  # "kế hoạch 172 tỷ đồng, chỉ đạt 97,8%"
        of_plan = _of_its_plan(quantity, before, last) and not PERIOD_AFTER.match(after)
        if of_plan and NOT_NAME.match(after) and not last.quantity.unit.startswith("%"):
            return made("plan_share")  # "doanh thu 73,46 tỷ đồng, đạt 70,25%"
        # "nợ xấu 1,2 tỷ đồng, chiếm 0,7% tổng dư nợ"
        if CHIEM.search(before) and not PLAN_AFTER.match(after):
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
        and (_beside_share(previous) or re.search(r"(?:đạt|bằng)\s*$", before, re.I))
        and NOT_NAME.match(after)
        and not PERIOD_AFTER.match(after)
    ):  # "thu ngân sách đạt 145%": money is no percentage, its plan is reached by one;
        # "ước đạt 68% dự toán, trong đó thuế đất 101%, lệ phí trước bạ 44%"
        return Reading(quantity, own, "plan_share", giver=giver_of(after), average=average)
    if percent and (PLAN_AFTER.match(after) or SO_VOI_PLAN.match(after)):
        if not names_something(beside) and (of := _OF_ITS_OWN.match(after)):
            name = of[1]  # for `made`: "hoàn thành 100% chỉ tiêu giao quân"
        if EXCESS.search(before) or UP.search(before):
            return made("plan_excess", 1)
        if SHORT.search(before) or DOWN.search(before):
            return made("plan_shortfall", -1)
        return made("plan_share")
    reaches = quantity.qualifier == "at_least" and not percent  # "đạt và vượt 10.012 tấn"
    if EXCESS.search(before) and not reaches:
        return made("plan_excess", 1)
    # "Thiếu 93 giáo viên" after a sentence about pupils: no shortfall of those
    other = (
        last is not None
        and is_counted(quantity)
        and (quantity.unit != last.quantity.unit or last.quantity is quantity)
    )
    short = SHORT.search(before)
    if short and last and not other and SINCE.match(after):
        return made("change", -1, after.strip().split(",")[0])
    if short and last is None and re.search(r"hụt", before, re.I) and names_something(own):
        return made("plan_shortfall", -1)  # "Kết nạp đảng viên hụt 4 người"
    if short and (last and not other or SO_VOI_PLAN.match(after)):
        name = quantity.unit if other else name  # for `made`
        return made("plan_shortfall", -1)
    if inside and BRACKET_PLAN.search(bracket):
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
    if inside and last is not None and BRACKET_LEVEL.search(bracket):
        return Reading(quantity, last.indicator, "result" if IS_NOW.search(bracket) else None)
    if (
        last is not None
        and (more := MORE_THAN.search(before))
        and not names_something(name_before(MORE_THAN.sub("", before)))
    ):
        name = last.indicator  # for `made`: the words of the comparison name nothing
        fall = (
            re.search(r"thấp|ít|giảm|kém|bớt|chậm|thua|-\s*$", more[0], re.I)
            or quantity.numbers[0] < 0
        )
        return made("change", -1 if fall else 1, " ".join(more[0].split()))
    if last is not None and LIMIT.search(before):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if last is not None and APART.search(before) and _is_level_of(quantity, last):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if last is not None and (apart := APART.search(before)):
        name = last.indicator  # for `made`, as above
        rise = re.search(r"thấp|ít|nhỏ|kém|thua|cách", apart[0], re.I) is None
        return made("plan_excess" if rise else "plan_shortfall", 1 if rise else -1)
    if last is not None and re.search(
        rf"[(,]\s*{PLAN}(?:\s+\S+){{0,3}}?\s*(?:là|:)?\s*{END}", before, re.I
    ):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if SO_VOI_PLAN.match(after) and (UP.search(before) or DOWN.search(before)):
        rise = bool(UP.search(before))
        return made("plan_excess" if rise else "plan_shortfall", 1 if rise else -1)
    if LEVEL.search(before):
        return None
    up, down = bool(UP.search(before)), bool(DOWN.search(before))
    compared = PERIOD_AFTER.match(after)
    if (last is not None or names_something(own)) and compared and (sign := SIGNED.search(before)):
        return made("change", 1 if sign[1] == "+" else -1, compared[1].strip())
    if (up or down) and not (RATE_NAME.search(before) and names_something(own)):
        yardstick = re.search(r"(?:kịch bản|kế hoạch|mục tiêu|chỉ tiêu)", after[:40])
        # "kéo giảm ít nhất 5% số vụ phạm pháp": the name stands behind the value
        named_behind = names_something(name_behind(quantity, after, ""))
        if last is not None and not names_something(beside) and not named_behind:
            if yardstick:
                return made("plan_excess" if up else "plan_shortfall", 1 if up else -1)
            return made("change", 1 if up else -1, compared[1].strip() if compared else "")
        if compared and not percent:
            return made("change", 1 if up else -1, compared[1].strip())
    level = re.search(r"(?:bằng|đạt)\s*(?:khoảng|trên|gần|hơn)?\s*$", before, re.I)
    if percent and compared and level:
        return made("change", 0, compared[1].strip())
    if last is not None and not names_something(own):
        if inside and BRACKET_DONE.search(bracket):
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
        different = quantity.unit != last.quantity.unit
        if different and is_counted(quantity):  # "7 chi hội với 504 hội viên", "98 tỷ, với 240 hộ"
            different = not re.search(r"(?<!\w)(?:với|gồm)\s*$", before)
        again = (AGAIN.search(before) or before.strip() == "(") and NOT_NAME.match(after)
        share = percent and SHARE_BEFORE.search(before) and WHOLE_AFTER.match(after)
        if different and (again or share):
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    return None


# "kế hoạch xóa nhà tạm": what the plan is of, and not who set it or for when
_OF_ITS_OWN = re.compile(
    r"\s*(?:kế hoạch|chỉ tiêu|mục tiêu)\s+(?!(?:năm|cả|quý|tháng|vốn|giao(?! quân)|được|đề|đặt|đã"
    r"|tỉnh|huyện|thị|thành|xã|phường|đặc khu|HĐND|UBND|nghị|cấp|trên|của|so|và|nhiệm|đại"
    r"|đầu|cuối|phấn"
    r"|điều|sau|trước|ban|tăng|giảm|thu|chi|sản|phát|kinh|trong|theo|mà|do|này|ấy)(?!\w))"
    r"(?![^,.;]*\s(?:giao(?! quân)|đề ra|đặt ra|phân bổ)(?!\w))"
    r"([^\W\d_]+(?: [^\W\d_]+){1,5})\s*(?:$|[.;,])",
    re.I,
)


def _same_measure(one: Quantity, other: Quantity) -> bool:
    return one.unit.removesuffix(" đồng") == other.unit.removesuffix(" đồng")


def _beside_share(previous: Reading | None) -> bool:
    return previous is not None and previous.kind == "plan_share"


_AFTER_PLAN = re.compile(r"\s*[(,;]\s*(?:=|≈|đạt|bằng|tức|tương đương)?\s*")
# What is measured in money or goods: a percentage that it reaches is one of its plan.
_AMOUNT_NAME = re.compile(
    r"(?<!\w)(?:thu|chi|doanh thu|lợi nhuận|lãi|sản lượng|giá trị|kim ngạch|diện tích|đàn|tổng)"
    r"(?!\w)(?!.*(?:tỷ lệ|tỷ trọng|tỷ suất))",
    re.I,
)


_REVENUE_NAME = re.compile(
    r"(?:tổng\s+|ước\s+)*(?:thu (?:ngân sách|nội địa|NSNN|thuế|phí|tiền)|chi ngân sách|"
    r"thuế|lệ phí|tiền (?:sử dụng|thuê) đất|doanh thu|lợi nhuận|sản lượng|kim ngạch"
    r"|giá trị sản xuất)(?!\w)"
    r"(?!.*(?:tỷ lệ|tỷ trọng|tỷ suất|tăng|giảm|cơ cấu|chất lượng|qua|không))",
    re.I,
)


_IN_AMOUNTS = re.compile(
    r"(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s*)?(?:đồng|usd|tấn|lượt|ha\b)|tỷ$|triệu$", re.I
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


SCALE_WORD = re.compile(r"^(?:(?:tỷ|tỉ|triệu|tr(?!\w)|nghìn|ngàn|vạn)\s*)+", re.I)


_MEASURE = re.compile(
    r"[%‰/]|phần trăm|điểm|đồng|tr\.?đ|USD|đô la|ha\b|h[eé]c.?ta|km|m2|m3|m²|m\b"
    r"|tấn|tạ|kg|lít|đ\b",
    re.I,
)


def is_counted(quantity: Quantity) -> bool:
    """Whether the unit is a noun that is counted, and so a part of the indicator's name."""
    return _is_counted(quantity.unit)


@lru_cache(maxsize=4096)
def _is_counted(unit: str) -> bool:
    unit = SCALE_WORD.sub("", unit)
    return bool(unit) and not _MEASURE.match(unit)
