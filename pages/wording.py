"""How dates, periods, kinds and numbers are written for the reader."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from corpus.record import Period
from pages.text import Texts

_PART = re.compile(r"(to|m|q)(\d+)")
_ROMAN = ("", "I", "II", "III", "IV")


def day(value: date | None, t: Texts) -> str:
    """31/12/2024, as offices write it; a dash's words where it isn't known."""
    return f"{value.day:02d}/{value.month:02d}/{value.year}" if value else t.unknown_date


def read_day(text: str) -> date | None:
    """A day typed as 31/12/2024, 31-12-2024 or 2024-12-31; raises ValueError on another form."""
    text = text.strip()
    if not text:
        return None
    if found := re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(text)


def period(value: Period | None, t: Texts) -> str:
    """ "6 tháng đầu năm 2024", "2021–2025", "2024"; "" where unknown."""
    if value is None:
        return ""
    years = f"{value.first}–{value.last}" if value.is_term else str(value.first)
    if value.part in t.period_parts:
        return t.period_parts[value.part].format(years=years)
    if found := _PART.fullmatch(value.part):
        number = int(found[2])
        shown = _ROMAN[number] if found[1] == "q" and number < len(_ROMAN) else number
        return t.period_parts[found[1]].format(number=shown, years=years)
    return years


def whole(value: int, t: Texts) -> str:
    """20.000 in Vietnamese, 20,000 in English."""
    return f"{value:,}".replace(",", t.thousands)


def signed(value: Decimal, t: Texts) -> str:
    """A difference with its sign: +1,5."""
    text = format(value.normalize(), "+,f") if value else "0"
    swap = {",": t.thousands, ".": t.decimal}
    return "".join(swap.get(c, c) for c in text).replace("-", "−")
