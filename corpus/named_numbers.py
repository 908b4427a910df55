"""Numbers that stand in an indicator's name and are no values."""

from __future__ import annotations

import re
from itertools import zip_longest

from corpus.record import Quantity
from corpus.roles import is_counted

# "vốn của 2 ngân hàng do Hội quản lý đạt 448 tỷ đồng": a number of the name, no value
_IN_NAME = re.compile(r"(?<!\w)(?:của|tại|ở|thuộc) (?:cả )?$", re.I)
_LARGEST_IN_NAME = 20
_NEAR = 12  # characters
_SAYS_VALUE = re.compile(r"[^,;:()\d]*\s(?:đạt|là|ước|có|gồm)\s[^,;:()\d]{0,12}", re.I)


def without_named(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of a clause, without those that stand in the name of the next one."""
    return [
        q
        for q, following in zip_longest(quantities, quantities[1:])
        if following is None or not _is_named(text, q, following)
    ]


def _is_named(text: str, quantity: Quantity, following: Quantity) -> bool:
    counts = not quantity.unit or is_counted(quantity)
    small = not quantity.ratio and quantity.numbers[0] <= _LARGEST_IN_NAME
    before = max(0, quantity.start - _NEAR)
    return (
        counts
        and small
        and _IN_NAME.search(text, before, quantity.start) is not None
        and _SAYS_VALUE.fullmatch(text, quantity.end, following.start) is not None
    )
