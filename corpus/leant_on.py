"""The value before that a value leans on: what it counts on, what it is about."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.record import Quantity
from corpus.role_words import DOWN, UP
from corpus.roles import Reading, is_counted

_PLAIN = (None, "fulfilled")


def counted_before(readings: list[Reading], quantity: Quantity, before: str) -> Reading | None:
    """The value that a change counts on: "tai nạn 9 vụ, 3 người chết, giảm 2 vụ"."""
    if not is_counted(quantity) or not (UP.search(before) or DOWN.search(before)):
        return None
    same = (r for r in reversed(readings) if r.kind is None and r.quantity.unit == quantity.unit)
    return next(same, None)


def outside_brackets(
    text: str, clause: Span, readings: list[Reading], quantity: Quantity
) -> list[Reading]:
    """Without what stands in brackets closed since: "34 giải (8 Nhì, 11 Ba), thấp hơn 2 giải"."""

    def depth(at: int) -> int:
        said = text[clause.start : at]
        return said.count("(") - said.count(")")

    if depth(quantity.start) > 0:
        return readings
    return [r for r in readings if depth(r.quantity.start) <= 0] or readings


def of_unit(readings: list[Reading], quantity: Quantity) -> Reading | None:
    """The last value in the same unit: "70 hộ, chiếm 4,71% (đầu năm: 6,12%)"."""
    unit = quantity.unit
    plain = (r for r in reversed(readings) if r.kind is None and r.quantity.unit == unit)
    return next(plain, None) if unit else None


def subject_of(readings: list[Reading], before: str) -> Reading | None:
    """The last plain value: what the figures behind it, told after `before`, are about."""
    plain = (r for r in reversed(readings) if not r.secondary and r.kind in _PLAIN)
    found = next(plain, readings[-1] if readings else None)
    if found is None or not _LATER.search(before):
        return found
    return replace(found, indicator=_AT_START.sub("", found.indicator))


# "Hộ nghèo đầu năm 2,31%, cuối năm còn 1,86%": no longer as the year began
_LATER = re.compile(r"(?<!\w)(?:nay|hiện|cuối|còn|đến|hết|giảm|tăng|xuống|lên)(?!\w)", re.I)
_AT_START = re.compile(r"(?<=\w)\s+(?:hồi |lúc )?đầu (?:năm|kỳ|vụ|nhiệm kỳ)$", re.I)


_BEGAN = re.compile(r"^(?:\W|\s|\d+\.)*đầu năm(?! \d)(?!\w)[^()]*$", re.I)
_SINCE_THEN = re.compile(r"(?<!\w)(?:đến nay|(?<!năm )nay|hiện|cuối năm|đến 31/12)(?!\w)", re.I)


def as_it_began(reading: Reading, before: str, rest: str) -> Reading:
    """ "Đầu năm xã có 120 hộ nghèo, nay còn 88 hộ": the first value is of the year's start."""
    if reading.kind or "đầu năm" in reading.indicator.lower():
        return reading
    if not (_BEGAN.search(before) and _SINCE_THEN.search(rest)):
        return reading
    return replace(reading, indicator=f"{reading.indicator} đầu năm")
