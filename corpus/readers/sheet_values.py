"""Cell values the way a Vietnamese Excel prints them: dots group thousands, a comma is decimal."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

from corpus.readers.sheet_formats import NumberFormat

Value = (
    str
    | int
    | float
    | bool
    | datetime.date
    | datetime.time
    | datetime.datetime
    | datetime.timedelta
)

_DECIMALS = 6  # 26.150000000000002 is noise of binary fractions beyond here
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def printed(value: Value, form: NumberFormat | None = None, ungrouped: bool = False) -> str:
    """A cell's value as printed.

    `ungrouped` marks cells where a whole number is a year, a code or an ordinal: 2021, not
    2.021. A format with a thousands mark outranks it.
    """
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.strftime("%d/%m/%Y" if midnight else "%d/%m/%Y %H:%M")
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    if isinstance(value, datetime.timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return _number(value, form, ungrouped)


def looks_like_year(value: Value) -> bool:
    """Whether a number can only be told from a year by where it stands."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return value == int(value) and _FIRST_YEAR <= value <= _LAST_YEAR


def _number(value: int | float, form: NumberFormat | None, ungrouped: bool) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    number = Decimal(repr(value))
    grouped = not (ungrouped and number == int(number) and not (form and form.grouped))
    if form is not None and form.percent:
        number *= 100
    if form is not None and form.decimals is not None:
        text = f"{number.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP):,f}"
    else:
        number = number.quantize(Decimal(1).scaleb(-_DECIMALS), ROUND_HALF_UP)
        text = f"{number:,f}".rstrip("0").rstrip(".")
    text = text.replace(",", "\0" if grouped else "").replace(".", ",").replace("\0", ".")
    text = "0" if text in ("", "-0") else text
    return text + ("%" if form is not None and form.percent else "")
