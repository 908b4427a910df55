"""Values as printed and as comparable amounts."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from corpus.document import Document
from corpus.figures import printed
from corpus.normalize import fold
from corpus.record import Figure, Quantity

_HEDGE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:từ|trên|hơn|dưới|gần|khoảng|ước|ít nhất|tối thiểu|không quá|không vượt quá"
    r"|không dưới|không thấp hơn|tối đa|xấp xỉ|chưa đến|trên mức|≥|≤|>=|<=|<|>)\s*)+$",
    re.I,
)
_HEDGE_AFTER = re.compile(r"^\s*(?:[^\W\d_]+\s+){0,3}?trở (?:lên|xuống)", re.I)
_SCALES = {"nghin": 3, "ngan": 3, "van": 4, "trieu": 6, "ty": 9, "ti": 9}


def value_text(document: Document, figure: Figure) -> str:
    """The value as printed with its unit and qualifier: "từ 145 đảng viên trở lên"."""
    quantity = figure.value
    value = printed(document.text, quantity)
    start = max(figure.statement.start, quantity.start - 24)
    before = _HEDGE_BEFORE.search(document.text[start : quantity.start])
    after = _HEDGE_AFTER.match(document.text[quantity.end : quantity.end + 40])
    hedge = " ".join(before[0].split()) if before else ""
    if hedge.lower() == "từ" and not after:
        hedge = ""
    tail = after[0].rstrip() if after else ""
    if quantity.unit and quantity.unit not in document.text[quantity.start : quantity.end] and tail:
        tail = f" {tail.strip()}"
    return f"{hedge} {value}{tail}".strip()


def joined_unit(document: Document, figure: Figure) -> str:
    """The printed value where its percent sign stands in another cell, else ""."""
    quantity = figure.value
    shown = document.text[quantity.start : quantity.end].strip()
    return f"{shown}%" if quantity.unit.startswith("%") and "%" not in shown else ""


def amount(quantity: Quantity) -> tuple[tuple[Decimal, ...], str]:
    """Numbers scaled by words such as "triệu", and the unit's class ("%", "dong", "tan", "")."""
    unit = re.sub(r"^tr(?:\.?\s?d(?:ong)?)?\b", "trieu dong", fold(quantity.unit))
    unit = re.sub(r"\bcay so\b", "km", re.sub(r"\bhec.?ta\b", "ha", unit))
    power = 0
    words = re.split(r"[\s/]+", unit)
    for word in words:
        if word in _SCALES:
            power += _SCALES[word]
        else:
            break
    rest = " ".join(w for w in words if w not in _SCALES)
    if re.match(r"%|phan tram|diem", unit):
        kind = "%"
    elif _MONEY.search(rest) or (power and not rest) or "usd" in rest:
        kind = "usd" if "usd" in rest else "dong"
    else:
        kind = "nguoi" if rest in _PEOPLE else rest.split(" ")[0] if rest else ""
    return tuple(n.scaleb(power) for n in quantity.numbers), kind


_MONEY = re.compile(r"\b(?<!lao )(?<!hop )(?<!hoi )(?<!cong )dong\b(?! chi\b)")
# "174 đảng viên" and, in a table, "176 người" count the same.
_PEOPLE = {
    "dong chi",
    "dang vien",
    "lao dong",
    "hoc sinh",
    "cong dan",
    "quan chung",
    "hoi vien",
    "dai bieu",
}


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Equal numbers of one unit: 82 and 82,0 are, "hơn 9.000" and "9.112,5" are not."""
    (first, unit), (second, other) = amount(a), amount(b)
    if unit != other and unit and other:
        return False
    return first == second


def same_unit(a: Quantity, b: Quantity) -> bool:
    return amount(a)[1] == amount(b)[1]


def rounds_to(exact: Quantity, rounded: Quantity) -> bool:
    """Whether one number is another one in full: 91,4 for "hơn 91", 9.112 for "hơn 9.000"."""
    (full, unit), (short, other) = amount(exact), amount(rounded)
    if unit != other or len(full) != 1 or len(short) != 1 or full == short:
        return False
    places = short[0].normalize().as_tuple().exponent
    return isinstance(places, int) and abs(full[0] - short[0]) < Decimal(1).scaleb(places)


def may_be_one_unit(a: Quantity, b: Quantity) -> bool:
    """The same unit, or one of them unsaid: "Doanh nghiệp mới: 96" beside 91 doanh nghiệp."""
    units = {amount(a)[1], amount(b)[1]}
    return len(units) == 1 or "" in units


def difference(new: Quantity, old: Quantity) -> tuple[Decimal, str] | None:
    """How far `new` is from `old`, with its unit; None unless both are one number in one unit."""
    if new.unit != old.unit or len(new.numbers) != 1 or len(old.numbers) != 1:
        return None
    unit = "điểm phần trăm" if new.unit.startswith("%") else new.unit
    return new.numbers[0] - old.numbers[0], unit


def share(part: Quantity, whole: Quantity) -> Decimal | None:
    """`part` in percent of `whole`, to a tenth; None for unlike units and for rates themselves."""
    alike = part.unit == whole.unit and len(part.numbers) == len(whole.numbers) == 1
    if not alike or part.unit.startswith("%") or not whole.numbers[0]:
        return None
    return (100 * part.numbers[0] / whole.numbers[0]).quantize(Decimal("0.1"), ROUND_HALF_UP)


def vietnamese(number: Decimal) -> str:
    """1234.5 -> "1.234,5"."""
    number = number.normalize()
    sign, digits = ("-" if number < 0 else ""), f"{abs(number):f}"
    whole, _, rest = digits.partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return f"{sign}{grouped}" + (f",{rest}" if rest else "")
