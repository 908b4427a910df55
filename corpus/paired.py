"""Readings that mean something only together: targets met of how many, an old plan and the new,
names and values by position."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.names import name_before, name_behind, names_something
from corpus.quantities import find_quantities
from corpus.record import FigureKind, Period, Quantity
from corpus.role_words import PERIOD_AFTER, PLAN_AFTER
from corpus.roles import Reading

_AT_GRADE = re.compile(
    r"\s+(?:(?:đã|hiện)\s+)?(?:đạt|hoàn thành|cơ bản đạt)\s+(?:(?:từ|dưới|trên|đủ|được|cả)\s+)*",
    re.I,
)
_GRADED = re.compile(
    r"(?:xã|phường|đặc khu|thôn|bản|ấp|buôn|làng|khu phố|tổ dân phố|hợp tác xã|trường)$"
)
# "5 dự án giải ngân dưới 30%"
_AT_SHARE = re.compile(
    r"(?:\s+(?:có\s+)?(?:tỷ lệ\s+)?(?:giải ngân|đạt|thu|thực hiện)(?:\s+(?:đạt|tỷ lệ|được))*)?"
    r"\s+(?:dưới|trên|hơn|từ|chưa đến|chưa tới)\s+",
    re.I,
)
_SHARED = re.compile(
    r"(?:xã|phường|đặc khu|thôn|bản|ấp|dự án|công trình|đơn vị|chủ đầu tư|doanh nghiệp"
    r"|trường|ngành)$"
)


_NOUN = re.compile(r"\s+(?:đơn vị|chủ đầu tư|công trình|dự án|địa phương|ngành)(?!\w)")


def graded(text: str, counted: Quantity, grade: Quantity, end: int) -> Reading | None:
    """ "6 xã đạt 19/19 tiêu chí": how many there are at a grade; the grade is part of the name."""
    of_criteria = _GRADED.match(counted.unit) and grade.unit == "tiêu chí"
    noun = None if counted.unit else _NOUN.match(text, counted.end)  # "4 đơn vị", which is no unit
    begin = noun.end() if noun else counted.end
    of_share = (noun or _SHARED.match(counted.unit)) and grade.unit == "%"
    between = _AT_GRADE if of_criteria else _AT_SHARE if of_share else None
    if between is None or not between.fullmatch(text, begin, grade.start):
        return None
    behind = name_behind(grade, text[grade.end : end], "")
    name = f"{counted.unit}{text[counted.end : grade.end]} {behind}"
    return Reading(counted, " ".join(name.split()), None)


_GIVEN_FIRST = re.compile(
    r"(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)\s+(?:được\s+)?(?:giao\s+)?(?:đầu năm|ban đầu)"
    r"(?:\s+(?:giao|đề ra|là|:))*\s*$",
    re.I,
)
_MOVED = re.compile(
    r"\b(?:hạ|nâng|điều chỉnh|giảm|tăng)(?:\s+(?:giảm|tăng|lại|xuống|lên|còn|thành|là))+\s*$", re.I
)


def restated(text: str, readings: list[Reading]) -> list[Reading]:
    """ "Chỉ tiêu đầu năm là 178 tỷ đồng, HĐND đã hạ xuống còn 165": the old plan and the new."""
    for first, second in zip(readings, readings[1:], strict=False):
        given, moved = first.quantity, second.quantity
        if (
            given.unit == moved.unit
            and _GIVEN_FIRST.search(text, max(0, given.start - 60), given.start)
            and _MOVED.search(text, max(given.end, moved.start - 40), moved.start)
        ):
            changed = {
                id(first): replace(first, kind="former_target"),
                id(second): replace(
                    second, kind="amended_target", indicator=first.indicator, growth=0
                ),
            }
            return [changed.get(id(r), r) for r in readings]
    return readings


# "thu hồi 265 ha trong 1.320 ha đất bị lấn chiếm", "420 m trên tổng số 1.150 m đường"
_OUT_OF = re.compile(r"\s+(?:trong|trên)(?:\s+tổng)?(?:\s+số)?\s+", re.I)
_OUT_OF_NAME = re.compile(r"(?:trong|trên)(?:\s+tổng)?(?:\s+số)?\s+", re.I)


def out_of(text: str, readings: list[Reading]) -> list[Reading]:
    """A part told before its whole is of what stands behind the whole."""
    told = list(readings)
    for index, (first, second) in enumerate(zip(readings, readings[1:], strict=False)):
        part, whole = first.quantity, second.quantity
        of = _OUT_OF_NAME.match(second.indicator)
        if of and part.unit == whole.unit and _OUT_OF.fullmatch(text, part.end, whole.start):
            name = second.indicator[of.end() :]
            told[index] = replace(first, indicator=f"{first.indicator} {name}")
            told[index + 1] = replace(second, indicator=f"tổng số {name}")
    return told


_ALL_TARGETS = re.compile(r"(?:trong|trên|/)\s+(?:tổng\s+)?(?:số\s+)?$", re.I)
# "giao 21 chỉ tiêu: 19 chỉ tiêu đạt và vượt"
_OF_THEM = re.compile(
    r"(?!.*(?:đạt|vượt|hoàn thành|hụt|không|đích))[^,;:.\d]{0,30}[:,]\s*(?:(?:đã|có|trong đó)\s+)*",
    re.I,
)
_THEN = re.compile(r"[^,;.()\d]{0,40}(?:\([^()]*\)\s*)?,?\s*thì\s", re.I)
_MET_BEFORE = re.compile(
    r"chỉ tiêu\b[^.;]*(?:đạt(?: và vượt)?|hoàn thành|vượt)\s+(?:được\s+)?$", re.I
)
_MET_RIGHT_BEFORE = re.compile(
    r"(?<!không )(?<!chưa )(?:đạt(?: và vượt)?|hoàn thành|vượt|xong)\s+(?:được\s+)?\Z", re.I
)
_MET = re.compile(r"[\s,]*(?:(?:đã|được)\s+)*(?:đạt|vượt|hoàn thành|về đích|cán đích)", re.I)


def fulfilled(text: str, clause: Span, readings: list[Reading]) -> list[Reading]:
    """ "Trong 21 chỉ tiêu được giao, có 13 chỉ tiêu đạt và vượt": met, and of how many."""
    targets = [
        r
        for r in readings
        if not r.quantity.ratio
        and (
            r.quantity.unit == "chỉ tiêu"
            # "trong 25 chỉ tiêu, huyện đạt và vượt 20"
            or (not r.quantity.unit and _MET_BEFORE.search(text[clause.start : r.quantity.start]))
        )
    ]
    whole = next(
        (
            r
            for r in targets
            if _ALL_TARGETS.search(text[clause.start : r.quantity.start])
            or _THEN.match(text, r.quantity.end, clause.end)
            or any(
                _OF_THEM.fullmatch(text, r.quantity.end, o.quantity.start)
                for o in targets
                if o is not r and o.quantity.numbers[0] <= r.quantity.numbers[0]
            )
        ),
        None,
    )
    if whole is None:
        return readings
    met = next(
        (
            r for r in targets
            if r is not whole
            and (
                not r.quantity.unit
                or _MET.match(text, r.quantity.end, clause.end)
                or _MET_RIGHT_BEFORE.search(text, clause.start, r.quantity.start)
            )
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


_MEASURE = (
    r"(?:tổng )?(?:diện tích|năng suất|sản lượng|doanh thu|lợi nhuận|số lượng|giá trị|dư nợ"
    r"|giải ngân|tỷ lệ|tỷ trọng|kim ngạch)"
)
_BRANCH = re.compile(r"(.*(?:các ngành|ngành|các lĩnh vực|lĩnh vực|khu vực))\s+\S", re.I)
_OPENS_MEASURED = re.compile(rf"\s*({_MEASURE})\s+\S", re.I)
_ENDS_MEASURED = re.compile(rf".*\S\s+({_MEASURE})\s*$", re.I)


def _shared(names: list[str]) -> list[str]:
    """Names said in part: "diện tích và sản lượng chè", "GTSX ngành nông nghiệp, công nghiệp"."""
    object_of = re.match(rf"\s*{_MEASURE}\s+(\S.*)", names[-1], re.I)
    if object_of:
        bare = re.compile(rf"\s*{_MEASURE}\s*", re.I)
        return [f"{n.strip()} {object_of[1]}" if bare.fullmatch(n) else n for n in names]
    if branch := _BRANCH.match(names[0]):
        same = [names[0]]
        for name in names[1:]:
            whole = re.match(rf"\s*(?:{_MEASURE}|tỷ|tốc độ|tổng|thu)", name, re.I)
            same.append(name if whole else f"{branch[1]} {name.strip()}")
        return same
    if behind := _ENDS_MEASURED.match(names[-1]):  # "Hội A, Hội B dư nợ lần lượt"
        return [*(f"{n.strip()} {behind[1]}" for n in names[:-1]), names[-1]]
    opens = _OPENS_MEASURED.match(names[0])
    if opens and not any(re.match(rf"\s*{_MEASURE}", n, re.I) for n in names[1:]):
        return [names[0], *(f"{opens[1]} {n.strip()}" for n in names[1:])]
    return names


_BY_POSITION = re.compile(r"lần lượt|tương ứng(?= (?:là|đạt))", re.I)
_NEXT_VALUE = re.compile(
    r"\s*(?:,|;|và)\s*(?:và\s+)?(?:(?:là|đạt|trên|dưới|gần|hơn|khoảng)\s+)*", re.I
)
_VERB_BEHIND = re.compile(r"\s+(?:đạt|là|tăng|giảm|ước|còn|được)\s*$", re.I)
_RISES = re.compile(r"(tăng|giảm)\s*$", re.I)


def pairs(text: str, clause: Span, quantities: list[Quantity]) -> list[Reading]:
    """ "doanh thu và lợi nhuận tăng lần lượt 13% và 22%": names and values by position.

    The names stand before the mark or behind it: "lần lượt vốn tỉnh, vốn huyện giải ngân 98%, 96%".
    Only the values that are so told are read.
    """
    mark = _BY_POSITION.search(text, clause.start, clause.end)
    if mark is None:
        return []
    values: list[Quantity] = []
    for quantity in quantities:
        follows = values and _NEXT_VALUE.fullmatch(text, values[-1].end, quantity.start)
        if quantity.start > mark.start() and (not values or follows):
            values.append(quantity)
        elif values:
            break
    if len(values) < 2:
        return []
    told = [q.end for q in quantities if q.end <= mark.start()]
    begin = max([clause.start, *told])
    before = text[begin : mark.start()].rstrip(" ,:")
    if years := _years(before, len(values)):
        return [
            Reading(q if q.unit else replace(q, unit=values[-1].unit), years[0], None, period=y)
            for q, y in zip(values, years[1], strict=True)
        ]
    between = text[mark.end() : values[0].start]
    behind = names_something(name_before(between))
    named = between if behind else before
    rise = _RISES.search(named.rstrip(" ,:"))
    names = _names(_VERB_BEHIND.sub("", named.rstrip(" ,:")), len(values), bool(told) or behind)
    if not names or not all(map(name_before, names)):
        return []
    growth = 0 if not rise else (1 if rise[1].lower() == "tăng" else -1)
    unit = values[-1].unit
    told_of = [name_before(n) for n in _shared(names)]
    return [
        Reading(q if q.unit else replace(q, unit=unit), n, None, growth)
        for n, q in zip(told_of, values, strict=True)
    ] + _again(text, clause, told_of, [q for q in quantities if q.start >= values[-1].end])


# "lần lượt đạt 12.400 tấn và 8.650 tấn, tương ứng 98,4% và 103,2% kế hoạch"
_SAID_AGAIN = re.compile(
    r"\s*[,(]?\s*(?:(?:tương ứng|tương đương|lần lượt|đều|và|mới|chỉ)\s+)*"
    r"(?P<way>bằng|đạt|tăng|giảm)?(?:\s+(?:lần lượt|tương ứng|là|ở mức))*\s*",
    re.I,
)


def _again(text: str, clause: Span, names: list[str], rest: list[Quantity]) -> list[Reading]:
    """The shares or changes of what was told by position, told in the same order behind it."""
    values = rest[: len(names)]
    if len(values) < len(names) or any(q.unit not in ("%", "") for q in values):
        return []
    last = values[-1]
    begin = max((q.end for q in find_quantities(text, clause.start, values[0].start)), default=0)
    said = _SAID_AGAIN.fullmatch(text, begin, values[0].start)
    joined = (
        _NEXT_VALUE.fullmatch(text, a.end, b.start)
        for a, b in zip(values, values[1:], strict=False)
    )
    if last.unit != "%" or said is None or not all(joined):
        return []
    after = text[last.end : clause.end]
    way = (said["way"] or "").lower()
    kind: FigureKind
    if PLAN_AFTER.match(after):
        kind = "plan_share"
    elif way in ("tăng", "giảm"):
        kind = "change"
    else:
        return []
    growth = (1 if way == "tăng" else -1) if kind == "change" else 0
    since = PERIOD_AFTER.match(after)
    base = since[1].strip() if since and kind == "change" else ""
    return [
        Reading(replace(q, unit="%"), n, kind, growth, base=base)
        for n, q in zip(names, values, strict=True)
    ]


_YEARS = re.compile(
    r"(?:qua\s+|trong\s+)?(?:các\s+)?năm\s+"
    r"(20\d\d(?:(?:,\s*|\s+và\s+)(?:năm\s+)?20\d\d)+|20\d\d\s*[-–]\s*20\d\d)",
    re.I,
)


def _years(before: str, count: int) -> tuple[str, list[Period]] | None:
    """The name and a year for each value: "Thu ngân sách các năm 2021, 2022 và 2023 lần lượt"."""
    match = _YEARS.search(before)
    if match is None:
        return None
    years = [int(y) for y in re.findall(r"20\d\d", match[1])]
    if re.search(r"[-–]", match[1]):
        years = list(range(years[0], years[1] + 1))
    name = name_before(_VERB_BEHIND.sub("", f"{before[: match.start()]}{before[match.end() :]} "))
    if len(years) != count or not name:
        return None
    return name, [Period(year, year) for year in years]


def _names(listed: str, count: int, opened: bool) -> list[str]:
    """As many names as there are values; the last ones, where another value stands before."""
    splits = (
        re.split(r",\s*|\s+và\s+", listed), re.split(r"\s+và\s+", listed), listed.split(","),
    )  # fmt: skip
    fitting = ([n for n in names if n.strip()] for names in splits)
    for names in fitting:
        if len(names) == count or (opened and len(names) > count):
            return names[-count:]
    return []
