"""Reads the figures of one clause: which number is the indicator's value, which is a share of
plan, an excess, a change, a target in brackets.

The clause is cut at its quantities; each one's role is read from the words around it. The
grammar's parts are small tables of cues, so that a new way of saying a role is one more cue.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.amendments import AS_AMENDED, amended_in_words, amended_name, amended_to
from corpus.bases import (
    LAST_YEAR,
    OTHER_TIME,
    base_value,
    planted_area,
    sum_of_reached,
    summed,
)
from corpus.document import Span
from corpus.figure_kind import aimed_behind, planned_in_brackets
from corpus.givers import GIVER
from corpus.leant_on import as_it_began, counted_before, of_unit, outside_brackets, subject_of
from corpus.measures import counts_other
from corpus.named_numbers import without_named
from corpus.names import STARS, name_before, name_behind, names_something, verb_before
from corpus.own_period import period_behind, year_in_brackets
from corpus.paired import fulfilled, graded, out_of, pairs, restated
from corpus.quantities import find_quantities
from corpus.record import FigureKind, Quantity
from corpus.role_words import (
    AMENDS,
    AVERAGE,
    DOWN,
    FROM,
    LEVEL,
    ONLY_PLAN,
    PART,
    PERIOD_AFTER,
    PLAN_AFTER,
    PLAN_IN_BRACKETS,
    PLAN_OF,
    TO_AFTER,
    UP,
)
from corpus.roles import SCALE_WORD, Reading, is_counted, secondary
from corpus.since import moved_since


def read_clause(
    text: str, clause: Span, subject: str = "", *, amending: bool = False
) -> list[Reading]:
    """The figures of a clause, in order.

    `subject` is the indicator that the clause before spoke of: "Tính chung cả năm bằng 105% dự
    toán" says no indicator of its own. `amending` tells that the clause stands in a list of
    amended targets: "a) Sản lượng: từ 20 tấn xuống 18 tấn".
    """
    quantities = without_named(text, find_quantities(text, clause.start, clause.end))
    told = pairs(text, clause, quantities) or moved_since(text, clause, quantities)
    paired = {r.quantity.start: r for r in told}
    readings: list[Reading] = []
    verb = carried = ""
    amended = dated = False
    settled = clause.start  # up to here everything belongs to earlier values
    graded_by: Quantity | None = None
    for position, quantity in enumerate(quantities):
        if quantity is graded_by:
            continue
        if quantity.start in paired:
            readings.append(paired[quantity.start])
            continue
        if position + 1 < len(quantities):
            grade = quantities[position + 1]
            stop = _stop(text, quantities, position + 1, clause)
            if at_grade := graded(text, quantity, grade, stop):
                readings.append(at_grade)
                graded_by = grade
                continue
        before = text[_begin(text, quantities, position, clause) : quantity.start]
        after = text[quantity.end : _stop(text, quantities, position, clause)]
        last = counted_before(readings, quantity, before) or subject_of(
            outside_brackets(text, clause, readings, quantity), before
        )
        if _NOT_REACHED.search(before) and PLAN_AFTER.match(after):
            continue  # "chưa đạt 50% kế hoạch": how much is not said
        said = name_before(before)
        opens = position == 0 and subject and not before.strip()
        own = opens and counts_other(quantity, subject)
        nameless = not (names_something(said) or own) or ONLY_PLAN.fullmatch(said)
        if last is None and subject and nameless:
            last = Reading(quantity, subject, None)
        inside = _open_bracket(text[clause.start : quantity.start])
        if FROM.search(before) and TO_AFTER.match(text[quantity.end : clause.end]):
            carried = _MOVED.sub("", before[: before.rfind("từ")]).rstrip(" :")
            amended = amending or bool(AMENDS.search(text[clause.start : quantity.start]))
            if amended:
                carried = amended_name(carried) or (last.indicator if last else subject)
                readings.append(Reading(quantity, name_before(carried), "former_target"))
            elif then := period_behind(text, quantity, clause):
                name = _MOVE_BEFORE.sub("", name_before(carried))
                readings.append(Reading(quantity, name, None, words=Span(0, 0), period=then[0]))
                settled, dated = then[1], True
            continue
        if amended and (carried or subject):
            readings.append(Reading(quantity, name_before(carried or subject), "amended_target"))
            carried, amended = "", False
            continue
        before, carried, amended = carried + before, "", False
        if amending and (version := amended_in_words(before, last)):
            name, kind = version
            if kind == "former_target" and readings and readings[-1].kind is None:
                readings[-1] = replace(readings[-1], kind="amended_target")
            readings.append(Reading(quantity, name, kind))
            continue
        alone = last is not None and last.quantity.unit == quantity.unit
        of = subject or (last.indicator if last is not None and alone else "")
        if of and amended_to(before):
            if readings and readings[-1].kind == "target":
                readings[-1] = replace(readings[-1], kind="former_target")
            readings.append(Reading(quantity, of, "amended_target"))
            continue
        alike = of_unit(readings, quantity) or last
        if (base := base_value(text, clause, quantity, alike)) is not None:
            readings.append(base)
            continue
        if inside and (LAST_YEAR.search(before) or OTHER_TIME.search(before)):
            continue  # "(cùng kỳ 11 cặp)", of another thing
        plan = PLAN_IN_BRACKETS.search(text, clause.start, quantity.start)
        if plan and last is not None and (plan[0][0] == "%" or quantity.unit != "%"):
            # "bằng 93% dự toán tỉnh giao (104 tỷ đồng)"
            giver = GIVER.search(plan[0])
            readings.append(
                Reading(
                    quantity,
                    last.indicator,
                    "former_target" if re.search(r"ban đầu|cũ(?!\w)", plan[0]) else "target",
                    giver=giver[1].strip() if giver else "",
                    secondary=True,
                )
            )
            continue
        previous = readings[-1] if readings else None
        reading = secondary(quantity, before, after, last, previous, inside)
        if reading is None:
            rest = text[quantity.end : clause.end]
            if position + 1 < len(quantities):  # behind the last comma the next value is named
                rest = text[quantity.end : quantities[position + 1].start].rpartition(",")[0]
            reading = _primary(quantity, before, after, rest, last, verb)
            reading = as_it_began(reading, before, text[quantity.end : clause.end])
            if position == 0 or reading.quantity.unit:
                verb = verb_before(before) or verb
        if reading is not None and reading.indicator:
            begin = min(max(quantity.start - len(before), settled), quantity.start)
            words = Span(begin, quantity.end + len(after))
            # "từ 9.500 lượt năm 2020 lên 61.300 lượt năm 2024"
            listed = year_in_brackets(text, quantity, clause)
            behind = period_behind(text, quantity, clause) if dated else listed
            dated = False
            settled = behind[1] if behind else settled
            if listed and readings and readings[-1].period and not names_something(before):
                reading = replace(reading, indicator=readings[-1].indicator)
            period = behind[0] if behind else reading.period
            readings.append(replace(reading, words=words, period=period))
    readings = [r for r in readings if not _COMPARES.fullmatch(r.indicator)]
    readings = aimed_behind(text, fulfilled(text, clause, readings))
    readings = planned_in_brackets(text, readings)
    return out_of(text, restated(text, readings))


_NOT_REACHED = re.compile(
    r"(?:chưa|không)(?: (?:đạt|hoàn thành|bằng|được|tới|đến|nổi|quá))+\s*$", re.I
)


def _gap(text: str, quantities: list[Quantity], position: int) -> int:
    """Where, between two quantities, the words of the first end and those of the next begin."""
    start, stop = quantities[position].end, quantities[position + 1].start
    if is_counted(quantities[position]) and (more := _MORE_NOUNS.match(text, start, stop)):
        return more.end(1)
    mark = re.search(r"[,()]|:(?=\s[^:]*\()", text[start:stop]) or re.search(
        rf"\s(?:và|nhưng|song|còn|mà)\s|\svới\s(?={_COST})|\s(?=(?:nâng|đưa)\stổng)",
        text[start:stop],
    )
    return start + mark.start() if mark else start


# "1.145 học sinh, sinh viên, đạt 95,4% kế hoạch": all of them are counted
_MORE_NOUNS = re.compile(
    r"((?:\s[^\W\d]+){0,2}(?:\s*,\s(?!(?:đạt|bằng|vượt|tăng|giảm|trong|chiếm|riêng|gồm|năm|đến"
    r"|còn|trồng|thu|chi|xây|làm|cấp|khám|có|mới|và|với|tổng|số|tỷ)\b)[^\W\d]+(?:\s[^\W\d]+){0,2})"
    r"{1,2})\s*,\s(?=(?:đạt|bằng|vượt)\s)",
    re.I,
)
# What something cost: "xóa 96 nhà tạm với tổng kinh phí 4 tỷ đồng".
_COST = r"(?:tổng\s+|số\s+)*(?:kinh phí|tiền|trị giá|giá trị|vốn|mức đầu tư)(?!\w)"


def _begin(text: str, quantities: list[Quantity], position: int, clause: Span) -> int:
    return _gap(text, quantities, position - 1) if position else clause.start


def _stop(text: str, quantities: list[Quantity], position: int, clause: Span) -> int:
    if position + 1 == len(quantities):
        return clause.end
    if re.match(r"\s(?:nhưng|song|mà)\s", text[quantities[position].end : clause.end]):
        return quantities[position].end  # what follows is about the next value
    between = text[quantities[position].end : quantities[position + 1].start]
    if re.match(r"\svà\s", between) and names_something(name_before(between)):
        return quantities[position].end  # "công nghiệp 40% và nông nghiệp 18%"
    gap = _gap(text, quantities, position)
    return gap if gap > quantities[position].end else quantities[position + 1].start


_GRADED = re.compile(r"(?:\s(?:đạt|xếp|hạng))*\s[1-5] sao.*$", re.I)


def _open_bracket(before: str) -> bool:
    return before.count("(") > before.count(")")


_GIVEN = re.compile(
    r"\sđược\s+(?:\S+\s+)?(?:giao|bố trí|phân bổ)(?:\s+(?:vốn|kinh phí|tổng|số|là))*\s+$", re.I
)


def _primary(
    quantity: Quantity, before: str, after: str, rest: str, last: Reading | None, verb: str
) -> Reading:
    """A plain value with its indicator, named before or behind it."""
    counts_targets = re.match(r"(?:chỉ|mục) tiêu", f"{quantity.unit}{after}".strip(), re.I)
    if quantity.ratio and counts_targets and not _SETS_TARGETS.search(before):
        return Reading(quantity, "chỉ tiêu đạt và vượt kế hoạch", "fulfilled")
    part = bool(PART.search(before)) and last is not None
    # "thiếu 96 giáo viên, gồm mầm non 41, tiểu học 33"
    listed = last is not None and last.part and not quantity.unit and before[:1] == ","
    if (part or listed) and last is not None and not quantity.unit and is_counted(last.quantity):
        # "kết nạp 145 đảng viên, trong đó khối doanh nghiệp ít nhất 30"
        part, quantity = True, replace(quantity, unit=last.quantity.unit)
    kind: FigureKind | None = None
    rise = UP.search(before) or DOWN.search(before)
    level = LEVEL.search(before)
    growth = 0
    name = name_before(before)
    if rise and not level:
        growth = 1 if UP.search(before) else -1
    elif re.match(r"(?:mức\s+)?giảm\b", name, re.I) and not level:
        growth = -1
    elif re.match(r"(?:tốc độ|mức|tỷ lệ)\s+tăng|tăng", name, re.I) and not level:
        growth = 1
    if _TIME_ALONE.fullmatch(name):
        label = name_before(before.rpartition(":")[0])
        name = label if names_something(label) else ""  # "Mục tiêu giải ngân: đến 30/9 đạt 55%"
    if _BODY_ALONE.fullmatch(name):
        name = ""  # "Xã phấn đấu giảm 40 hộ nghèo": who, not what
    if last is not None and name.lower() in _BARE_VERBS & set(last.indicator.lower().split()):
        name = ""  # "thu ngân sách 437 tỷ đồng; năm 2022 thu 398 tỷ đồng"
    money = "đồng" in quantity.unit or SCALE_WORD.match(quantity.unit)
    given = _GIVEN.search(before) if money else None
    if given and names_something(whose := name_before(before[: given.start()])):
        name, kind = whose, "target"  # "được giao 18,5 tỷ đồng nhưng chỉ chi được 6,1"
    if planned := PLAN_OF.match(name):  # "kế hoạch thu tiền sử dụng đất 26 tỷ đồng"
        name, kind = name[planned.end() :], "target"
    elif AS_AMENDED.search(before):
        kind = "amended_target"
    if level:
        name = _MOVE_BEFORE.sub("", name)
    behind = name_behind(quantity, after, rest if not name else "")
    counted = SCALE_WORD.sub("", quantity.unit).strip() if is_counted(quantity) else ""
    if (
        counted.lower() in name.lower()
        or _COUNTS_PEOPLE.match(name)
        or (_MEASURE_WORD.match(counted) and len(name.split()) > 2)
    ):
        counted = ""
    if counted == "con" and name:
        counted = ""  # "đàn heo: 1.220 con": no piglets
    alone = level and last is not None and not (name or behind)
    if alone and last is not None and counted.lower() in last.indicator.lower():
        counted = ""  # "hộ nghèo giảm 6,5%, còn 2.618 hộ"
    # "vốn đăng ký 36,3 tỷ đồng. Lũy kế đến nay, toàn huyện có 356 doanh nghiệp": of their own
    measured = last is not None and last.quantity.unit and not is_counted(last.quantity)
    own_noun = bool(counted and measured)
    if last is not None and last.quantity is quantity:  # the subject of the clause before
        own_noun = bool(counted) and counted.lower() not in last.indicator.lower()
    if (
        last is not None
        and not own_noun
        and re.fullmatch(
            r"(?:nâng|đưa)?\s*(?:tổng số|tổng|tổng cộng|lũy kế|luỹ kế|cộng dồn)(?: đến nay)?",
            name,
            re.I,
        )
    ):
        return Reading(quantity, summed(name, last.indicator), None)
    if last is None and (reached := sum_of_reached(name, before, quantity.unit)):
        return Reading(quantity, reached, None)
    if last is not None and (whole := planted_area(name, last.indicator)):
        return Reading(quantity, whole, None)
    if last is not None and re.match(r"(?:ở|tại)\s", name) and quantity.unit == last.quantity.unit:
        name = f"{re.sub(r' (?:ở|tại) .*', '', last.indicator)} {name}"
    if last is not None and not (name or before.strip(" :+–-")):
        if not behind:  # "Khách du lịch: 468.200 lượt": a label alone names it
            return Reading(quantity, last.indicator, None)
        if _MEASURES.match(last.indicator) and _ONE_NOUN.fullmatch(behind):
            # "Sản lượng thu mua: 4,85 triệu trái"
            return Reading(quantity, last.indicator, None)
    if last is not None and quantity.unit == last.quantity.unit and _LEVEL_ALONE.fullmatch(name):
        # "của tỉnh 52 triệu, của huyện 34,5 triệu"
        whole = f"{OF_LEVEL.sub('', last.indicator)} {name}"
        return Reading(quantity, whole, None, last.growth)
    if last is not None and _SEASON_ALONE.fullmatch(name):
        # "Lúa cả năm 61,8 tạ/ha (vụ xuân 66,3 tạ/ha; vụ mùa 57,1 tạ/ha)"
        whole = re.sub(r"\s*(?:cả năm|bình quân|chung)\b", "", last.indicator)
        name = f"{_SEASON.sub('', whole)} {name}"
    if last is not None and re.fullmatch(rf"(?:với\s+)?{_COST}", name, re.I):
        name = f"{re.sub(r'^với ', '', name)} {last.indicator[:1].lower()}{last.indicator[1:]}"
    if STARS.fullmatch(behind) and last is not None and quantity.unit == last.quantity.unit:
        name, counted = name or _GRADED.sub("", last.indicator), ""  # of the products before it
    pieces = [name, counted, behind]
    if not name and counted and verb and not behind:
        pieces = [verb, counted]
    indicator = " ".join(" ".join(p for p in pieces if p).split())
    if not indicator and last is not None:
        if level:  # "giảm 5,3%, còn 26,15%": the level after the change
            return Reading(quantity, _MOVE.sub("", last.indicator) or last.indicator, None)
        if re.search(r"cả năm|chung cả|tính chung|bình quân chung", before, re.I):
            # "lúa mùa 47 tạ/ha, cả năm 119 tạ/ha": the whole of what came in seasons
            return Reading(quantity, _SEASON.sub("", last.indicator) or last.indicator, None)
        return Reading(quantity, last.indicator, None, last.growth, secondary=True)
    if part and last is not None and not name and not behind and last.indicator not in indicator:
        indicator = f"{indicator} {last.indicator}".strip()
    base = PERIOD_AFTER.match(after) if growth else None
    return Reading(
        quantity,
        indicator,
        kind,
        growth,
        base=base[1].strip() if base else "",
        part=part,
        average=bool(
            AVERAGE.search(before)
            or re.match(r"\s*(?:[^\W\d_]+\s+){0,2}(?:mỗi|hằng|hàng) năm", after)
            or "/năm" in quantity.unit
            and quantity.unit.startswith("%")
        ),
    )


# "giảm số vụ từ 43 vụ (2022) xuống 31 vụ": how it moved is no name of the level
_MOVE_BEFORE = re.compile(r"^(?:kéo giảm|giảm|hạ|tăng|nâng)\s+(?:mức\s+)?", re.I)
# "giảm so với 71% năm trước" names nothing; "" does not, either.
_COMPARES = re.compile(r"(?:(?:tăng|giảm|so|với|bằng|hơn|kém|cao|thấp)\s*)*", re.I)
_COUNTS_PEOPLE = re.compile(r"(?:tổng\s+)?dân số(?!\w)", re.I)
# A label that says itself what is measured; the noun behind the value is its unit.
_MEASURES = re.compile(
    r"(?:tổng\s+)?(?:sản lượng|số|diện tích|đàn|quy mô|công suất|khối lượng|chiều dài|mức|giá)\s",
    re.I,
)
_BARE_VERBS = {"thu", "chi", "đón", "trồng", "nuôi", "xóa", "tạo", "khai thác", "kết nạp"}
_ONE_NOUN = re.compile(r"[^\W\d_]+")
_BODY_ALONE = re.compile(
    r"(?:toàn\s+)?(?:xã|huyện|phường|đặc khu|thị trấn|thị xã|thành phố|đảng bộ|địa phương"
    r"|đơn vị|chi bộ)",
    re.I,
)
# "Diện tích chè đến năm 2025: nâng từ 700 ha lên 950 ha": how it was moved is no name.
_MOVED = re.compile(r"\s*:?\s*(?:nâng|hạ|rút|tăng|giảm|đưa|kéo|sửa)\s*$", re.I)
_TIME_ALONE = re.compile(
    r"(?:(?:đến|tới|hết|trong(?= (?:tháng|quý|năm|kỳ))|cuối|trước|sau|ngày|tháng|quý|năm|niên độ"
    r"|kỳ|đầu|[IVX]+|[\d/.-]+)\s*)+",
    re.I,
)
_LEVEL_ALONE = re.compile(
    r"(?:của|toàn|cả|riêng)\s+(?:tỉnh|huyện|thị xã|thành phố|xã|phường|đặc khu|nước)", re.I
)
OF_LEVEL = re.compile(
    r"\s+(?:của|toàn|cả)\s+(?:tỉnh|huyện|thị xã|thành phố|xã|phường|đặc khu|nước)$", re.I
)
_SEASON_ALONE = re.compile(
    r"vụ\s+(?:chiêm xuân|chiêm|đông xuân|hè thu|thu đông|xuân|mùa|hè|đông)", re.I
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


# Nouns that measure rather than name: "tai nạn giao thông 5 vụ".
_MEASURE_WORD = re.compile(r"(?:lượt|người|vụ|cuộc|con|cặp|hộ|phiếu|lần|điểm|bậc)$", re.I)
