"""Whether the amount in a sentence is of what is asked, not of what only stands beside it.

"Thu đạt thấp: tiền sử dụng đất 14,2 tỷ đồng, thuế bảo vệ môi trường" tells no amount of the tax.
"""

from __future__ import annotations

import re

from assistant.figure_words import HOW_MEASURED
from assistant.question import Question
from corpus.normalize import fold, syllables
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary

_ASKS_AMOUNT = re.compile(r"\b(?:bao nhieu|may|how (?:many|much)|ty le|phan tram)\b|%")
_PARTS = re.compile(r"[,;](?!\d)")
# What goes on with the part before it: "..., đạt 12 tỷ đồng".
_GOES_ON = re.compile(
    r"\s*(?:(?:ước|chỉ|mới|đã|hiện|cả năm)\s+)*(?:đạt|là|còn|bằng|tăng|giảm|ước|chiếm|với|được|gồm"
    r"|trong đó|tổng|nâng|đưa|lên|xuống|khoảng|hơn|trên|gần|dưới|vượt|thực hiện|có|\d|\()",
    re.I,
)
_LEAST = 0.6  # of the asked words that a part must hold to be the one that names it
_MONEY_NAME = re.compile(
    r"(?:tổng )?(?:doanh thu|thu ngân sách|thu nội địa|chi |lợi nhuận|dư nợ|kim ngạch|tổng mức)",
    re.I,
)
_OTHER_UNIT = re.compile(r"(?:nghìn |triệu )?(?:lượt|người|hộ|ha|tấn|con|km|căn|vụ|cơ sở)\W*", re.I)


def has_its_amount(question: Question, text: str) -> bool:
    """Whether a number stands in the part of a sentence that names what is asked, or right behind.

    True as well where no part can be told to name it.
    """
    if question.intent != "value" or not _ASKS_AMOUNT.search(question.folded):
        return True
    if " | " in text:
        return not _counts_no_money(question, text)
    asked = {w for w in question.terms if w not in HOW_MEASURED and not w.isdigit()}
    parts = [part for clause in text.split(";") for part in _measured(clause)]
    least = 1 if question.unit in _OF_FIELDS else 2  # "sản lượng bưởi": in the tonnes beside it
    if len(asked) < least or len(parts) < 2:
        return True
    held = [len(asked & set(syllables(part))) for part in parts]
    most = max(held)
    if most < _LEAST * len(asked):
        return True
    return any(
        _tells_amount(question, part)
        or (behind and _GOES_ON.match(behind) and _may_tell(question, behind))
        or part.rstrip().endswith(":")
        for part, behind, n in zip(parts, [*parts[1:], ""], held, strict=True)
        if n == most
    )


# Measures of what a clause names first: "lúa xuân 428 ha, năng suất 57,2 tạ/ha, sản lượng ..."
_OF_FIRST = re.compile(r"\s*(?:sản lượng|năng suất|diện tích|giá trị|tỷ lệ)(?= (?:bình quân )?\d)")


# "Tại Cụm công nghiệp A, tỷ lệ lấp đầy đã lên 58%": where, or of what, the next part tells
_SCENE = re.compile(r"\W*(?:tại|ở|với|về|đối với|riêng)\s\D*$", re.I)


def _measured(clause: str) -> list[str]:
    """The parts of a clause; measures without a name of their own belong to the part before.

    So does what follows the words that set the scene.
    """
    parts: list[str] = []
    for part in _PARTS.split(clause):
        if parts and (_OF_FIRST.match(part) or (len(parts) == 1 and _SCENE.match(parts[0]))):
            parts[-1] = f"{parts[-1]},{part}"
        else:
            parts.append(part)
    return parts


_OF_FIELDS = frozenset(("ha", "tan", "km"))
_MEASURES = _OF_FIELDS | {"ty", "trieu", "nghin"}


def _tells_amount(question: Question, part: str) -> bool:
    """Whether a part holds a number, and in a measure that is asked for: "hồ tiêu 1.940 ha" tells
    no tonnes."""
    units = [fold(q.unit) for q in find_quantities(part) if q.unit]
    if question.unit in _MEASURES and units:
        return any(re.search(rf"(?<!\w){question.unit}(?!\w)", unit) for unit in units)
    return re.search(r"\d", part) is not None


def _may_tell(question: Question, part: str) -> bool:
    """Whether a part that goes on may hold the amount: not in another measure than asked for."""
    return question.unit not in _OF_FIELDS or _tells_amount(question, part)


def _counts_no_money(question: Question, row: str) -> bool:
    """Whether a row gives a number of things where a sum of money is asked for."""
    labels = Vocabulary.load().labels
    money = any(_MONEY_NAME.match(labels.get(f, "")) for f in question.form.families)
    cells = (cell.strip() for cell in row.split(" | "))
    return money and any(_OTHER_UNIT.fullmatch(cell) for cell in cells)


_NOUN = re.compile(r"\b(?:bao nhieu|may) (\w+)\b")


def counted_in_words(question: Question, text: str) -> bool:
    """Whether a number in words is one of what is counted: "một phòng mổ" tells no cases."""
    noun = _NOUN.search(question.folded)
    if noun is None or noun[1] not in question.terms:
        return True
    words = r"(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
    return re.search(rf"(?<!\w){words} (?:\w+ )?{re.escape(noun[1])}(?!\w)", fold(text)) is not None
