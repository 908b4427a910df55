"""Reads the figures of one clause: which number is the indicator's value, which is a share of
plan, an excess, a change, a target in brackets.

The clause is cut at its quantities; each one's role is read from the words around it. The
grammar's parts are small tables of cues, so that a new way of saying a role is one more cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.document import Span
from corpus.names import NOT_NAME, PLAN, name_before, name_behind, names_something, verb_before
from corpus.quantities import find_quantities
from corpus.periods import find_periods
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
    whole_year: bool = False  # a plan for the year in a part of it: "chỉ tiêu năm là 7"


_PLAN_AFTER = re.compile(
    rf"^\s*(?:\)?\s*)(?:so\s+)?(?:với\s+)?(?:của\s+)?(?:mức\s+)?{PLAN}(?![\w])(?!\s*:)", re.I
)
_SO_VOI_PLAN = re.compile(
    rf"^[^,;()]{{0,25}}?(?:so với|so)\s+(?:với\s+)?(?:các\s+|mức\s+|chỉ\s+)*{PLAN}(?!\w)", re.I
)
_GIVER = re.compile(
    rf"{PLAN}\s+(?:năm\s+(?:\d{{4}}\s+)?)?(?:do\s+)?((?:HĐND|UBND|Bộ|Trung ương|TW|tỉnh|huyện|"
    rf"thành phố|thị xã|cấp trên|Sở|Huyện ủy|Thị ủy|Đại hội)[^,;()\d]{{0,30}}?(?:giao|đề ra)|"
    rf"(?:tỉnh|huyện|thành phố|thị xã|Trung ương|cấp trên|xã) giao)",
    re.I,
)
_PERIOD_AFTER = re.compile(
    r"^[^,;()]{0,40}?(?:so\s+(?:với\s+)?|cùng kỳ|bằng mức)"
    r"((?:cùng kỳ|năm|đầu năm|cuối năm|tháng|quý|đầu nhiệm kỳ|CK|bình quân|giai đoạn|nhiệm kỳ|"
    r"trước|mức)?[^,;()]{0,40})",
    re.I,
)
_END = (
    r"\s*(?:thêm|lên|khoảng|trên|hơn|gần|ước|ít nhất|tối thiểu|không quá|dưới|từ|bình quân|"
    r"trung bình|đạt|được|ở mức|mức|là|:|hằng năm|hàng năm|mỗi năm|xấp xỉ|chừng|và|\s)*$"
)
_EXCESS = re.compile(
    rf"(?:vượt(?:\s+(?:mức|kế hoạch|chỉ tiêu|dự toán|so với kế hoạch|KH|mục tiêu))*){_END}", re.I
)
_SHORT = re.compile(rf"(?:thiếu|hụt|còn thiếu){_END}", re.I)
_SIGNED = re.compile(r"[,(]\s*([+-])\s*$")
_UP = re.compile(rf"(?:tăng(?:\s+(?:gấp|trưởng))?|cao hơn|nhiều hơn|nhích|gấp){_END}", re.I)
_DOWN = re.compile(rf"(?:giảm(?:\s+sâu|\s+mạnh)?|sụt(?:\s+giảm)?|(?<!không )thấp hơn|(?<!không )ít hơn|kém|tụt){_END}", re.I)
_LEVEL = re.compile(
    rf"(?:(?:giảm|tăng|kéo|hạ|nâng|đưa|rút|chỉ|vẫn|hiện)?\s*(?:xuống\s+)?còn|xuống|"
    rf"lên(?:\s+(?:tới|thành))?|thành){_END}",
    re.I,
)
# "nâng dự toán thu ngân sách từ 135 lên 142 tỷ đồng": the target itself is moved.
_AMENDS = re.compile(
    r"điều chỉnh(?:\s+(?:tăng|giảm))?(?:\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu))?|"
    r"(?:và\s+)?(?:nâng|hạ|tăng|giảm)\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)",
    re.I,
)
_FROM = re.compile(r"(?:^|\s)từ\s*(?:mức\s*)?$", re.I)
_TO_AFTER = re.compile(r"^[^,;]{0,25}(?<!trở )(?:xuống|lên|thành|còn)\b", re.I)
_BRACKET_PLAN = re.compile(
    rf"(?:kế hoạch|KH|chỉ tiêu|nghị quyết|NQ|mục tiêu|dự toán|yêu cầu|giao|kế hoạch giao|"
    rf"được giao)(?:\s+(?:là|giao|năm|nhiệm kỳ|cả nhiệm kỳ|cả năm|giai đoạn|bình quân|đề ra|"
    rf"được giao|\d{{4}}|HĐND huyện giao|tỉnh giao|huyện giao))*\s*[:=]?{_END}",
    re.I,
)
_BRACKET_LEVEL = re.compile(
    r"^(?:\s*(?:kết quả|rà soát|cuối|đầu|năm|nay|trước|qua|hiện|tại|ước|theo|số liệu|thời điểm|"
    r"đến|của|chuẩn|mới|cũ|\d{4}))+\s*(?:là|còn|đạt|ở mức|:)\s*$",
    re.I,
)
_BRACKET_DONE = re.compile(rf"(?:thực hiện|TH|đạt|kết quả|thực tế)\s*[:=]?{_END}", re.I)
_MORE_THAN = re.compile(
    r"(?:cao|thấp|nhiều|ít|tăng|giảm|kém)?\s*(?:hơn|so với|so)\s+(?:với\s+)?(?:mức(?:\s+(?:tăng|"
    r"giảm))?\s+(?:của\s+)?)?(?:cùng kỳ|năm trước|năm ngoái|năm \d{4}|kỳ trước|quý trước|"
    r"tháng trước|đầu năm|CK)(?:\s+(?:năm\s+)?(?:trước|\d{4}|ngoái))?\s*(?:là|khoảng|trên|gần|:|"
    r"\s|[+=])*\+?$",
    re.I,
)
_LIMIT = re.compile(rf"(?:cao|thấp|nhiều|ít) hơn\s+(?:so với\s+)?mức\s+\S+(?:\s+\S+)?{_END}", re.I)
_APART = re.compile(
    r"(?:cao|thấp|nhiều|ít) hơn\s+(?:so với\s+)?(?:kịch bản|kế hoạch|mục tiêu|chỉ tiêu|"
    r"dự toán)\s*$",
    re.I,
)
_AGAIN = re.compile(
    r"(?:^|[,(]|\s)\s*(?:tương đương|tương ứng|chiếm|tức|ứng với|bằng|đạt|đạt tỷ lệ|chiếm tỷ lệ|"
    r"tỷ lệ|hay|với|gồm|hoàn thành)"
    r"(?:\s+(?:tỷ lệ|với|khoảng|trên|hơn|gần))*\s*$",
    re.I,
)
_PART = re.compile(r"(?:trong đó|riêng|bao gồm|gồm có|gồm|cụ thể|trong số này)\b", re.I)
_AVERAGE = re.compile(
    r"bình quân (?:hằng|hàng|mỗi|một|các) năm|trung bình mỗi năm|mỗi năm|hằng năm|hàng năm|"
    r"bình quân(?=\s+[\d,]+\s?%\s?/\s?năm)",
    re.I,
)
_PLAN_IN_BRACKETS = re.compile(
    r"%\s(?:so với\s+)?(?:kế hoạch|KH|dự toán|chỉ tiêu|mục tiêu|nghị quyết|NQ)[^,;()\d%]{0,40}\(\s*\Z",
    re.I,
)
_PLAN_OF = re.compile(
    r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)\s+(?=\S+\s+\S)(?!sử dụng|hành động|năm|quý|tháng|giao|đề ra|"
    r"tỉnh|huyện|xã|HĐND|và|được|cả)",
    re.I,
)
_OF_PERIOD = re.compile(
    r"\s*(?:so với\s+|của\s+)?(?:mức\s+)?(?:thực hiện|kết quả)\s+(?:của\s+)?"
    r"(?:cùng kỳ|năm (?:trước|ngoái|\d{4}))[^,;.()]{0,20}",
    re.I,
)
_ONLY_PLAN = re.compile(
    rf"(?:trong khi\s+|còn\s+)?(?:{PLAN}|yêu cầu)(?:\s+(?:của|năm|giao|đề ra|yêu cầu|phải|cần|cả năm|đầu năm|là|"
    rf"nhiệm kỳ|\d{{4}}|tỉnh|huyện|xã|HĐND|được|đặt ra))*",
    re.I,
)
_SHARES = re.compile(rf"(?:đạt|bằng|chiếm)(?:\s+(?:tỷ lệ|tỷ trọng))?{_END}", re.I)
_CHIEM = re.compile(rf"chiếm(?:\s+(?:tỷ lệ|tỷ trọng))?{_END}", re.I)
_LAST_YEAR = re.compile(
    r"\(\s*(?:cùng kỳ|năm trước|năm ngoái|CK)(?:\s+(?:năm\s+)?(?:trước|ngoái|\d{4}))?"
    r"(?:\s+(?:là|có|đạt|xảy ra))?\s*:?\s*$",
    re.I,
)
_RATE_NAME = re.compile(r"tốc độ|mức (?:tăng|giảm)|tỷ lệ (?:tăng|giảm)|tăng trưởng", re.I)


def read_clause(text: str, clause: Span, subject: str = "") -> list[Reading]:
    """The figures of a clause, in order.

    `subject` is the indicator that the clause before spoke of: "Tính chung cả năm bằng 105% dự
    toán" says no indicator of its own.
    """
    quantities = find_quantities(text, clause.start, clause.end)
    paired = _pairs(text, clause, quantities)
    if paired:
        return paired
    readings: list[Reading] = []
    verb = carried = ""
    amended = False
    settled = clause.start  # up to here everything belongs to earlier values
    for position, quantity in enumerate(quantities):
        before = text[_begin(text, quantities, position, clause) : quantity.start]
        after = text[quantity.end : _stop(text, quantities, position, clause)]
        last = _counted_before(readings, quantity, before) or _subject(readings)
        if last is None and subject and not names_something(name_before(before)):
            last = Reading(quantity, subject, None)
        inside = _open_bracket(text[clause.start : quantity.start])
        if _FROM.search(before) and _TO_AFTER.match(text[quantity.end : clause.end]):
            carried = before[: before.rfind("từ")]
            amended = bool(_AMENDS.search(text[clause.start : quantity.start]))
            if amended:
                carried = _AMENDS.sub(" ", carried)
                readings.append(Reading(quantity, name_before(carried), "former_target"))
            elif then := _period_behind(text, quantity, clause):
                readings.append(
                    Reading(quantity, name_before(carried), None, words=Span(0, 0), period=then[0])
                )
                settled = then[1]
            continue
        if amended and carried:
            readings.append(Reading(quantity, name_before(carried), "amended_target"))
            carried, amended = "", False
            continue
        before, carried, amended = carried + before, "", False
        if inside and _LAST_YEAR.search(before):
            continue  # "6 cặp (cùng kỳ 11 cặp)": the other period's value
        plan = _PLAN_IN_BRACKETS.search(text, clause.start, quantity.start)
        if plan and last is not None:  # "bằng 93% dự toán tỉnh giao (104 tỷ đồng)"
            giver = _GIVER.search(plan[0])
            readings.append(
                Reading(
                    quantity,
                    last.indicator,
                    "target",
                    giver=giver[1].strip() if giver else "",
                    secondary=True,
                )
            )
            continue
        previous = readings[-1] if readings else None
        reading = _secondary(quantity, before, after, last, previous, inside)
        if reading is None:
            stop = quantities[position + 1].start if position + 1 < len(quantities) else clause.end
            reading = _primary(quantity, before, after, text[quantity.end : stop], last, verb)
            if position == 0 or reading.quantity.unit:
                verb = verb_before(before) or verb
        if reading is not None and reading.indicator:
            begin = min(max(quantity.start - len(before), settled), quantity.start)
            words = Span(begin, quantity.end + len(after))
            readings.append(replace(reading, words=words))
    return _fulfilled(text, clause, readings)


_ALL_TARGETS = re.compile(r"(?:trong|trên|/)\s+(?:tổng\s+(?:số\s+)?)?$", re.I)
_MET = re.compile(r"[\s,]*(?:(?:đã|được)\s+)*(?:đạt|vượt|hoàn thành|về đích|cán đích)", re.I)


def _fulfilled(text: str, clause: Span, readings: list[Reading]) -> list[Reading]:
    """ "Trong 21 chỉ tiêu được giao, có 13 chỉ tiêu đạt và vượt": met, and of how many."""
    targets = [r for r in readings if r.quantity.unit == "chỉ tiêu" and not r.quantity.ratio]
    whole = next(
        (r for r in targets if _ALL_TARGETS.search(text[clause.start : r.quantity.start])), None
    )
    if whole is None:
        return readings
    met = next(
        (
            r for r in targets
            if r is not whole and _MET.match(text, r.quantity.end, clause.end)
        ), None,
    )  # fmt: skip
    if met is None:
        return readings
    numbers = (met.quantity.numbers[0], whole.quantity.numbers[0])
    both = replace(
        met,
        quantity=replace(met.quantity, numbers=numbers, ratio=True),
        kind="fulfilled",
        indicator="chỉ tiêu đạt và vượt kế hoạch",
    )
    return [both if r is met else r for r in readings]


def _period_behind(text: str, quantity: Quantity, clause: Span) -> tuple[Period, int] | None:
    """The year right behind a value, and where it ends: "28,1% cuối năm 2022 xuống còn 22,9%"."""
    match = re.match(
        r"\s*(?:\(?(?:cuối|đầu|của|vào)\s+)?năm\s+(?:19|20)\d\d\)?", text[quantity.end : clause.end]
    )
    if match is None:
        return None
    return find_periods(match[0])[0].period, quantity.end + match.end()


def _gap(text: str, quantities: list[Quantity], position: int) -> int:
    """Where, between two quantities, the words of the first end and those of the next begin."""
    start, stop = quantities[position].end, quantities[position + 1].start
    mark = re.search(r"[,()]", text[start:stop]) or re.search(
        r"\s(?:và|nhưng|song|còn|mà)\s", text[start:stop]
    )
    return start + mark.start() if mark else start


def _begin(text: str, quantities: list[Quantity], position: int, clause: Span) -> int:
    return _gap(text, quantities, position - 1) if position else clause.start


def _stop(text: str, quantities: list[Quantity], position: int, clause: Span) -> int:
    if position + 1 == len(quantities):
        return clause.end
    if re.match(r"\s(?:nhưng|song|mà)\s", text[quantities[position].end : clause.end]):
        return quantities[position].end  # what follows is about the next value
    gap = _gap(text, quantities, position)
    return gap if gap > quantities[position].end else quantities[position + 1].start


def _is_level_of(quantity: Quantity, last: Reading) -> bool:
    """Whether a value beside the plan is the plan itself: "14,8%, cao hơn mục tiêu 14,5%"."""
    return (
        quantity.unit == last.quantity.unit
        and last.kind is None
        and 2 * abs(quantity.numbers[0]) >= abs(last.quantity.numbers[0])
    )


def _counted_before(readings: list[Reading], quantity: Quantity, before: str) -> Reading | None:
    """The value that a change counts on: "tai nạn 9 vụ, 3 người chết, giảm 2 vụ"."""
    if not _is_counted(quantity) or not (_UP.search(before) or _DOWN.search(before)):
        return None
    same = (r for r in reversed(readings) if r.kind is None and r.quantity.unit == quantity.unit)
    return next(same, None)


def _subject(readings: list[Reading]) -> Reading | None:
    """The last plain value: what the figures behind it are about."""
    plain = (r for r in reversed(readings) if not r.secondary and r.kind in _PLAIN)
    return next(plain, readings[-1] if readings else None)


_PLAIN = (None, "fulfilled")


def _open_bracket(before: str) -> bool:
    return before.count("(") > before.count(")")


def _secondary(
    quantity: Quantity,
    before: str,
    after: str,
    last: Reading | None,
    previous: Reading | None,
    inside: bool,
) -> Reading | None:
    """The roles that a quantity can have beside an indicator's plain value."""
    percent = quantity.unit.startswith("%") or quantity.unit.startswith("phần trăm")
    own = name_before(before)
    name = last.indicator if last and not names_something(own) else own
    average = bool(_AVERAGE.search(before))

    def made(kind: FigureKind, growth: int = 0, base: str = "") -> Reading:
        giver = _GIVER.search(after)
        sign = growth if kind == "change" else 0  # the plan kinds say their direction themselves
        return Reading(
            quantity, name, kind, sign, giver[1].strip() if giver else "", base, average=average
        )

    if percent and last is not None and before.strip() == "(" and _is_done_of_plan(last.quantity):
        return made("plan_share")  # "388,6/340 tỷ đồng (114,3%)"
    if percent and last is not None and (of := _OF_PERIOD.match(after)):
        return made("change", 0, " ".join(of[0].split()))  # "bằng 133% thực hiện năm 2023"
    if last is not None and (
        _ONLY_PLAN.fullmatch(own) or _ONLY_PLAN.fullmatch(before.strip(" ,;:("))
    ):
        if not quantity.unit:
            quantity = replace(quantity, unit=last.quantity.unit)
        whole = re.search(r"(?<!đầu )năm", own) is not None
        return Reading(
            quantity, last.indicator, "target", secondary=True, average=average, whole_year=whole
        )
    if percent and last is not None and not names_something(own) and _SHARES.search(before):
        if previous is not None and previous.kind == "target" and not _CHIEM.search(before):
            return made("plan_share")  # "kế hoạch 172 tỷ đồng, chỉ đạt 97,8%"
        if _CHIEM.search(before):  # "nợ xấu 1,2 tỷ đồng, chiếm 0,7% tổng dư nợ"
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    if percent and (_PLAN_AFTER.match(after) or _SO_VOI_PLAN.match(after)):
        if _EXCESS.search(before) or _UP.search(before):
            return made("plan_excess", 1)
        if _SHORT.search(before) or _DOWN.search(before):
            return made("plan_shortfall", -1)
        return made("plan_share")
    if _EXCESS.search(before):
        return made("plan_excess", 1)
    other = last is not None and _is_counted(quantity) and quantity.unit != last.quantity.unit
    if _SHORT.search(before) and (last and not other or _SO_VOI_PLAN.match(after)):
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
        return Reading(quantity, named, "target", secondary=last is not None, average=each)
    if inside and last is not None and _BRACKET_LEVEL.search(before[before.rfind("(") + 1 :]):
        return Reading(quantity, last.indicator, None)
    if (
        last is not None
        and (more := _MORE_THAN.search(before))
        and not names_something(_MORE_THAN.sub("", own))
    ):
        fall = re.search(r"thấp|ít|giảm|kém|-\s*$", more[0], re.I) or quantity.numbers[0] < 0
        return made("change", -1 if fall else 1, " ".join(more[0].split()))
    if last is not None and _LIMIT.search(before):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if last is not None and _APART.search(before) and _is_level_of(quantity, last):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if last is not None and _APART.search(before):
        rise = "thấp" not in before.lower()
        return made("plan_excess" if rise else "plan_shortfall", 1 if rise else -1)
    if last is not None and re.search(
        rf"[(,]\s*{PLAN}(?:\s+\S+){{0,3}}?\s*(?:là|:)?\s*{_END}", before, re.I
    ):
        return Reading(quantity, last.indicator, "target", secondary=True)
    if _SO_VOI_PLAN.match(after) and (_UP.search(before) or _DOWN.search(before)):
        rise = bool(_UP.search(before))
        return made("plan_excess" if rise else "plan_shortfall", 1 if rise else -1)
    if _LEVEL.search(before):
        return None
    up, down = bool(_UP.search(before)), bool(_DOWN.search(before))
    compared = _PERIOD_AFTER.match(after)
    if last is not None and compared and (sign := _SIGNED.search(before)):
        return made("change", 1 if sign[1] == "+" else -1, compared[1].strip())
    if (up or down) and not _RATE_NAME.search(before):
        yardstick = re.search(r"(?:kịch bản|kế hoạch|mục tiêu|chỉ tiêu)", after[:40])
        # "kéo giảm ít nhất 5% số vụ phạm pháp": the name stands behind the value
        named_behind = names_something(name_behind(quantity, after, ""))
        if last is not None and not names_something(own) and not named_behind:
            if yardstick:
                return made("plan_excess" if up else "plan_shortfall", 1 if up else -1)
            return made("change", 1 if up else -1, compared[1].strip() if compared else "")
        if compared and not percent:
            return made("change", 1 if up else -1, compared[1].strip())
    if (
        percent
        and compared
        and re.search(r"(?:bằng|đạt)\s*(?:khoảng|trên|gần|hơn)?\s*$", before, re.I)
    ):
        return made("change", 0, compared[1].strip())
    if last is not None and not names_something(own):
        if inside and _BRACKET_DONE.search(before[before.rfind("(") + 1 :]):
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
        different = quantity.unit != last.quantity.unit
        if different and (_AGAIN.search(before) or before.strip() == "(") and NOT_NAME.match(after):
            return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    return None


def _is_done_of_plan(quantity: Quantity) -> bool:
    """Whether "a/b" is a result and its plan: what is measured has no whole to be a part of."""
    return quantity.ratio and bool(
        re.match(r"(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|usd|lượt|tấn|tạ|ha\b|kg|m3|km)", quantity.unit, re.I)
    )


def _primary(
    quantity: Quantity, before: str, after: str, rest: str, last: Reading | None, verb: str
) -> Reading:
    """A plain value with its indicator, named before or behind it."""
    part = bool(_PART.search(before)) and last is not None
    kind: FigureKind | None = None
    rise = _UP.search(before) or _DOWN.search(before)
    level = _LEVEL.search(before)
    growth = 0
    name = name_before(before)
    if rise and not level:
        growth = 1 if _UP.search(before) else -1
    elif re.match(r"(?:mức\s+)?giảm\b", name, re.I) and not level:
        growth = -1
    elif re.match(r"(?:tốc độ|mức|tỷ lệ)\s+tăng|tăng", name, re.I) and not level:
        growth = 1
    if planned := _PLAN_OF.match(name):  # "kế hoạch thu tiền sử dụng đất 26 tỷ đồng"
        name, kind = name[planned.end() :], "target"
    if level:
        name = re.sub(r"^(?:kéo giảm|giảm|hạ|tăng|nâng)\s+(?:mức\s+)?", "", name, flags=re.I)
    behind = name_behind(quantity, after, rest if not name else "")
    counted = _SCALE_WORD.sub("", quantity.unit).strip() if _is_counted(quantity) else ""
    if counted.lower() in name.lower() or (_MEASURE_WORD.match(counted) and len(name.split()) > 2):
        counted = ""
    if last is not None and re.fullmatch(
        r"(?:nâng|đưa)?\s*(?:tổng số|tổng|tổng cộng|lũy kế|luỹ kế|cộng dồn)(?: đến nay)?",
        name,
        re.I,
    ):
        return Reading(quantity, f"tổng số {_ADDED.sub('', _WITHOUT_VERB.sub('', last.indicator))}", None)
    if last is not None and re.match(r"(?:ở|tại)\s", name) and quantity.unit == last.quantity.unit:
        name = f"{re.sub(r' (?:ở|tại) .*', '', last.indicator)} {name}"
    pieces = [name, counted, behind]
    if not name and counted and verb and not behind:
        pieces = [verb, counted]
    indicator = " ".join(" ".join(p for p in pieces if p).split())
    counts_targets = re.match(r"chỉ tiêu", f"{quantity.unit}{after}".strip(), re.I)
    if quantity.ratio and counts_targets and not _SETS_TARGETS.search(before):
        return Reading(quantity, "chỉ tiêu đạt và vượt kế hoạch", "fulfilled")
    if not indicator and last is not None:
        if level:  # "giảm 5,3%, còn 26,15%": the level after the change
            return Reading(quantity, _MOVE.sub("", last.indicator) or last.indicator, None)
        if re.search(r"cả năm|chung cả|tính chung|bình quân chung", before, re.I):
            # "lúa mùa 47 tạ/ha, cả năm 119 tạ/ha": the whole of what came in seasons
            return Reading(quantity, _SEASON.sub("", last.indicator) or last.indicator, None)
        return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    if part and last is not None and not name and not behind and last.indicator not in indicator:
        indicator = f"{indicator} {last.indicator}".strip()
    base = _PERIOD_AFTER.match(after) if growth else None
    return Reading(
        quantity,
        indicator,
        kind,
        growth,
        base=base[1].strip() if base else "",
        part=part,
        average=bool(
            _AVERAGE.search(before)
            or re.match(r"\s*(?:[^\W\d_]+\s+){0,2}(?:mỗi|hằng|hàng) năm", after)
            or "/năm" in quantity.unit
            and quantity.unit.startswith("%")
        ),
    )


_SEASON = re.compile(
    r"\s+(?:vụ\s+)?(?:chiêm xuân|chiêm|đông xuân|hè thu|thu đông|xuân|mùa|hè|đông)(?!\w).*$", re.I
)
# How an indicator moved, in its name: "hộ nghèo mỗi năm giảm bình quân".
_MOVE = re.compile(
    r"^(?:(?:mức|tốc độ|tỷ lệ)\s+)?(?:giảm|tăng)\s+|"
    r"\s+(?:(?:mỗi|hằng|hàng) năm\s+|bình quân\s+)*(?:giảm|tăng)(?:\s+bình quân)?$",
    re.I,
)
# "điều chỉnh 04/18 chỉ tiêu": how many are set or changed, not met.
_SETS_TARGETS = re.compile(r"(?:điều chỉnh|giao|đề ra|bổ sung|sửa đổi|tăng|giảm)\s+$", re.I)
# What was done to reach a number: "kết nạp 121 đảng viên, nâng tổng số lên 5.846".
_WITHOUT_VERB = re.compile(
    r"^(?:thêm|kết nạp|công nhận(?: thêm)?|thành lập(?: mới)?|cấp(?: mới)?|phát triển|trồng(?: mới)?|"
    r"xây dựng(?: mới)?|có thêm)\s+",
    re.I,
)
_ADDED = re.compile(r"\s+(?:thêm|mới)(?=\s)", re.I)
_SCALE_WORD = re.compile(r"^(?:(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn)\s*)+", re.I)


def _is_counted(quantity: Quantity) -> bool:
    """Whether the unit is a noun that is counted, and so a part of the indicator's name."""
    unit = _SCALE_WORD.sub("", quantity.unit)
    return bool(unit) and not re.match(
        r"[%‰]|phần trăm|điểm|đồng|USD|đô la|ha\b|km|m2|m3|m²|m\b|tấn|tạ|kg|lít|đ\b", unit, re.I
    )


# Nouns that measure rather than name: "tai nạn giao thông 5 vụ".
_MEASURE_WORD = re.compile(r"(?:lượt|người|vụ|cuộc|con|cặp|hộ|phiếu|lần|điểm|bậc)$", re.I)


def _pairs(text: str, clause: Span, quantities: list[Quantity]) -> list[Reading]:
    """ "doanh thu và lợi nhuận tăng lần lượt 13% và 22%": names and values by position."""
    body = text[clause.start : clause.end]
    mark = re.search(r"lần lượt|tương ứng(?= (?:là|đạt))", body, re.I)
    if not mark:
        return []
    at = clause.start + mark.start()
    values = [q for q in quantities if q.start > at]
    if len(values) < 2 or any(q.start < at for q in quantities):
        return []
    head = re.sub(r"\s+(?:đạt|là|tăng|giảm|ước|còn)\s*$", "", body[: mark.start()].rstrip(" ,:"))
    rise = re.search(r"(tăng|giảm)\s*$", body[: mark.start()].rstrip(" ,:"), re.I)
    names = [n for n in re.split(r",\s*|\s+và\s+", head) if n.strip()]
    if len(names) != len(values):
        return []
    growth = 0 if not rise else (1 if rise[1].lower() == "tăng" else -1)
    unit = values[-1].unit
    return [
        Reading(
            q if q.unit else Quantity(q.start, q.end, q.numbers, unit, q.qualifier, q.ratio),
            name_before(n),
            None,
            growth,
        )
        for n, q in zip(names, values, strict=True)
    ]
