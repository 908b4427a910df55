"""Target beside result: the difference, and whether the target was met where that is certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from corpus.normalize import fold
from corpus.record import Figure, Period

Verdict = Literal["met", "not_met", "unknown"]

_TARGETS = ("target", "amended_target")
_RESULTS = ("result", "estimate")
# Indicators of which less is better. Only these and the words of the target itself ("không quá",
# "dưới") turn the comparison; a level whose direction is not known gets no verdict.
_LESS = (
    *("ho ngheo", "can ngheo", "that nghiep", "suy dinh duong", "no xau", "tu vong", "tai nan"),
    *("toi pham", "pham phap", "thu ba", "thu 3", "bo hoc", "chay rung", "ty le sinh"),
    *("tang dan so", "tang tu nhien", "chua dat", "ton dong", "qua han", "that thoat"),
)
_NOT_A_LEVEL = ("giam", "thoat", "xoa")  # "giảm hộ nghèo": the more the better
_MORE = (
    *("thu nhap", "thu ngan sach", "san luong", "gia tri", "tang truong", "kim ngach", "doanh thu"),
    *("ty le dan so tham gia", "bao hiem", "dat chuan", "nuoc sach", "che phu", "dien tich"),
    *("viec lam", "dao tao", "ket nap", "dang vien", "giai ngan", "thu hut", "loi nhuan"),
    *("nong thon moi", "van hoa", "kha gia", "tot nghiep", "hop ve sinh", "thu gom", "trong moi"),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figure on the other side; `difference` is result minus target, in their unit."""

    other: Figure
    difference: Decimal
    verdict: Verdict


def compared(figures: Iterable[Figure]) -> dict[tuple[str, int], Comparison]:
    """(record id, ordinal) -> what the figure is to be read beside.

    Two figures meet when indicator, place, period, unit and way of counting are the same and
    each side has one value only: records that contradict each other are left for a person.
    """
    targets: dict[tuple[object, ...], list[Figure]] = {}
    results: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        key = _meeting(figure)
        if key is None:
            continue
        if figure.kind in _TARGETS:
            targets.setdefault(key, []).append(figure)
        elif figure.kind in _RESULTS:
            results.setdefault(key, []).append(figure)
    found: dict[tuple[str, int], Comparison] = {}
    for key in targets.keys() & results.keys():
        target, result = _one(targets[key]), _one(results[key])
        if target is None or result is None:
            continue
        difference = result.value.numbers[0] - target.value.numbers[0]
        verdict = _verdict(target, difference)
        for figure in targets[key]:
            found[figure.record_id, figure.ordinal] = Comparison(result, difference, verdict)
        for figure in results[key]:
            found[figure.record_id, figure.ordinal] = Comparison(target, difference, verdict)
    return found


def _meeting(figure: Figure) -> tuple[object, ...] | None:
    value = figure.value
    if len(value.numbers) != 1 or figure.period is None or not figure.key or not figure.place:
        return None
    if value.qualifier in ("over", "under", "about", "nearly") and figure.kind in _RESULTS:
        return None
    period = figure.period
    if period.part == "by":  # "đến năm 2025" is said of a target; its result is the year's
        period = Period(period.first, period.last)
    return (figure.key, fold(figure.place), period, fold(value.unit), figure.growth, figure.average)


def _one(figures: list[Figure]) -> Figure | None:
    """The figure if all agree; an amended target stands for the one that it replaced."""
    amended = [f for f in figures if f.kind == "amended_target"]
    figures = amended or figures
    values = {(f.value.numbers, f.value.qualifier) for f in figures}
    return figures[0] if len(values) == 1 else None


def _verdict(target: Figure, difference: Decimal) -> Verdict:
    qualifier = target.value.qualifier
    if qualifier in ("about", "nearly"):
        return "unknown"
    if difference == 0:
        return "unknown" if qualifier in ("over", "under") else "met"
    less = _less_is_better(target)
    if qualifier in ("at_most", "under"):
        less = True
    elif qualifier in ("at_least", "over"):
        less = False
    if less is None:
        return "unknown"
    return "met" if (difference < 0) == less else "not_met"


def _less_is_better(figure: Figure) -> bool | None:
    name = fold(figure.indicator)
    if figure.growth < 0 or any(word in name.split() for word in _NOT_A_LEVEL):
        return False  # a fall that was aimed at: more of it is better
    if any(words in name for words in _LESS):
        return True
    if figure.growth > 0 or any(words in name for words in _MORE):
        return False
    return None
