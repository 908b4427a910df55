"""Changes told one by one behind what they are compared with: "So với cùng kỳ: trâu tăng 3%"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.names import SAME_TIME
from corpus.record import Quantity
from corpus.role_words import LEVEL
from corpus.roles import Reading, is_counted

_BASE = (
    rf"(?P<base>(?:{SAME_TIME}"
    r"|năm (?:học )?(?:trước|ngoái|\d{4}(?:\s*[-–]\s*\d{4})?)"
    r"|(?:tháng|quý|kỳ|vụ) trước)(?: năm (?:trước|ngoái|\d{4}))?)"
)
# "So với cùng kỳ, tăng 1 vụ, giảm 1 người chết": the words before the first change
_SINCE = re.compile(rf"\W*so với\s+{_BASE}\s*,?\s*(?=tăng|giảm)", re.I)
_MOVES = re.compile(r"(?:[\s,;]|và)*(?P<way>tăng|giảm)?\s*(?:thêm\s*)?", re.I)


def moved_since(text: str, clause: Span, quantities: list[Quantity]) -> list[Reading]:
    """ "So với năm học trước tăng 1 lớp, 37 học sinh": changes of what is counted, one by one."""
    since = _SINCE.match(text, clause.start, clause.end)
    if since is None:
        return []
    readings: list[Reading] = []
    at, growth = since.end(), 0
    for position, quantity in enumerate(quantities):
        move = _MOVES.fullmatch(text, at, quantity.start)
        if move is None or not is_counted(quantity):
            break
        growth = (1 if move["way"].lower() == "tăng" else -1) if move["way"] else growth
        stop = quantities[position + 1].start if position + 1 < len(quantities) else clause.end
        behind = re.match(
            r"[^,;.()]*?(?=\s*(?:[,;.()]|\s(?:và|tăng|giảm)\s|$))", text[quantity.end : stop]
        )
        named = f"{quantity.unit}{behind[0] if behind else ''}"
        readings.append(
            Reading(quantity, " ".join(named.split()), "change", growth, base=since["base"])
        )
        at = quantity.end + (behind.end() if behind else 0)
    return readings


# "So với cùng kỳ năm trước: đàn trâu tăng 3,8%; đàn bò 10,6%": what a sentence opens with
_LABEL = re.compile(rf"\W*(?:nếu )?so với\s+{_BASE}\s*[:,]\s", re.I)
_STANDS = re.compile(r"(?:đạt|là|còn|chiếm|bằng|ở mức|có)\s*$", re.I)
_WAY = re.compile(r"(?<!\w)(?:(tăng)|giảm)(?!\w)", re.I)


def compared_one_by_one(text: str, sentence: Span, readings: list[Reading]) -> list[Reading]:
    """Shares that a sentence tells of as changes since the time that it opens with.

    One told without a verb moved the way that the one before it did.
    """
    label = _LABEL.match(text, sentence.start, sentence.end)
    if label is None:
        return readings
    told: list[Reading] = []
    for reading in readings:
        before = text[max(reading.words.start, label.end()) : reading.quantity.start]
        ways = _WAY.findall(text, label.end(), reading.quantity.start)
        plain = reading.kind is None and reading.quantity.unit == "%"
        if plain and ways and not (LEVEL.search(before) or _STANDS.search(before)):
            way = 1 if ways[-1] else -1
            reading = replace(reading, kind="change", growth=way, base=label["base"])
        told.append(reading)
    return told
