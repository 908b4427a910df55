"""Every sentence that the assistant says, in Vietnamese and in English.

The not-found sentence is one constant per language: tests and pages reuse it.
"""

from __future__ import annotations

import re

from assistant.answer import Language
from corpus.record import Period

NOT_FOUND: dict[Language, str] = {
    "vi": "Không tìm thấy trong hồ sơ",
    "en": "The records do not say",
}
NEAREST: dict[Language, str] = {
    "vi": "Nội dung gần nhất trong hồ sơ",
    "en": "The nearest thing in the records",
}
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_WORDS = {
    2: "hai",
    3: "ba",
    4: "bốn",
    5: "năm",
    7: "bảy",
    8: "tám",
    9: "chín",
    10: "mười",
    11: "mười một",
}
_MONTHS = {
    1: "một",
    2: "hai",
    3: "ba",
    4: "tư",
    5: "năm",
    6: "sáu",
    7: "bảy",
    8: "tám",
    9: "chín",
    10: "mười",
    11: "mười một",
    12: "mười hai",
}


def period_phrase(period: Period | None, language: Language = "vi") -> str:
    """ "năm 2024", "nửa đầu năm 2025", "giai đoạn 2021 - 2025"; no digits but years."""
    if period is None or not period.first:
        return ""
    year, part = period.first, period.part
    if language == "en":
        return _english_period(period)
    if part == "school":
        return f"năm học {period.first} - {period.last}"
    if period.is_term:
        return f"giai đoạn {period.first} - {period.last}"
    if part == "by":
        return f"đến năm {year}"
    if part in ("h1", "h2"):
        return f"nửa {'đầu' if part == 'h1' else 'cuối'} năm {year}"
    if part == "l2":
        return f"hai tháng cuối năm {year}"
    if part.startswith("q"):
        return f"quý {_ROMAN[part[1]]} năm {year}"
    if part.startswith("to"):
        return f"{_WORDS.get(int(part[2:]), '')} tháng đầu năm {year}".strip()
    if part.startswith("m"):
        return f"tháng {_MONTHS[int(part[1:])]} năm {year}"
    return f"năm {year}"


def _english_period(period: Period) -> str:
    year, part = period.first, period.part
    if part == "school":
        return f"the {period.first}-{period.last} school year"
    if period.is_term:
        return f"{period.first}-{period.last}"
    if part in ("h1", "h2"):
        return f"the {'first' if part == 'h1' else 'second'} half of {year}"
    if part == "l2":
        return f"the last two months of {year}"
    if part.startswith("q"):
        return f"the {_ORDINALS[int(part[1])]} quarter of {year}"
    return str(year)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


_SAYS_DIRECTION = re.compile(
    r"tốc độ|mức (?:tăng|giảm)|tỷ lệ (?:tăng|giảm)|tăng trưởng|^(?:tăng|giảm)", re.I
)


def direction(name: str, growth: int, language: Language) -> str:
    """What goes before a value that is a rise or a fall, where its name does not say so."""
    if not growth or _SAYS_DIRECTION.search(name):
        return ""
    words = ("tăng ", "giảm ") if language == "vi" else ("up ", "down ")
    return words[growth < 0]
