"""A month's own value and that of the months up to it, told apart in a monthly report."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.figure_context import last_month
from corpus.periods import first_months
from corpus.record import Period
from corpus.roles import Reading

_IN_THE_MONTH = re.compile(  # also "trong tháng 12 tỷ đồng": an amount, no month's number
    r"(?<!\w)trong tháng(?! \d(?![\d.,]*\s(?:tỷ|tỉ|triệu|nghìn)(?!\w)))", re.I
)


def in_the_month(text: str, reading: Reading, told: Period | None) -> Period | None:
    """The month alone, of a value in a monthly report: "trồng 148 ha trong tháng, lũy kế 512"."""
    month = re.fullmatch(r"to(\d+)", told.part) if told is not None else None
    if told is None or month is None or not reading.words.end:
        return None
    said = _IN_THE_MONTH.search(text, reading.words.start, reading.words.end)
    return replace(told, part=f"m{month[1]}") if said else None


def before_month_alone(
    text: str, sentence: Span, reading: Reading, told: Period | None
) -> Period | None:
    """The months so far, where the month's paper tells it apart behind the value.

    "Giải ngân 12,58 tỷ đồng, đạt 26,6%; riêng tháng 5 giải ngân 3,41 tỷ đồng"
    """
    month = re.fullmatch(r"m(\d+)", told.part) if told is not None else None
    if told is None or month is None or reading.kind == "target":
        return told
    named = re.compile(rf"(?<!\w)tháng 0?{month[1]}(?!\d)", re.I)
    if named.search(text, sentence.start, reading.quantity.start):
        return told
    behind = named.search(text, reading.quantity.end, sentence.end)
    alone = behind and text[: behind.start()].rstrip().lower().endswith("riêng")
    return (first_months(told.first, int(month[1])) or told) if alone else told


_CUMULATED = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn)(?!\w)", re.I)


def cumulated(text: str, reading: Reading, told: Period | None) -> Period | None:
    """The months up to the one told of: "Thu tháng 8 đạt 1,4 tỷ đồng, lũy kế đạt 35,3 tỷ đồng".

    Or the month alone, where a monthly record says so.
    """
    if (alone := in_the_month(text, reading, told)) is not None:
        return alone
    month = told is not None and re.fullmatch(r"m\d+|q[234]", told.part)
    if told is None or not month or not reading.words.end:
        return None
    if not _CUMULATED.search(text, reading.words.start, reading.quantity.start):
        return None
    return first_months(told.first, last_month(told.part)) or replace(told, part="")
