"""Whose the figures of a clause are: an organisation, a place named beside a value, a count of
places."""

from __future__ import annotations

import re

from corpus.document import Block, Document, Span
from corpus.organisations import OFFICES
from corpus.outline import Statement
from corpus.places import LEVEL_RANK, find_places
from corpus.record import Quantity
from corpus.roles import Reading
from corpus.segment import sentences


def place_of_clause(document: Document, statement: Statement, whose: str, below: str = "") -> str:
    """The organisation or place that a clause speaks of, "" where it is the record's own.

    `below` is the place that a line above it names.
    """
    return (
        called_by_kind(document, statement)
        or opens_with_place(document.quote(statement.span))
        or said_before(document, statement)
        or acting_place(document, statement, whose)
        or below
        or section_place(document, statement, whose)
    )


_KIND_ALONE = re.compile(r"\W*(HTX|Hợp tác xã|Công ty|Quỹ)(?= (?:có|đã|hiện|đạt|năm|cũng|còn)\b)")


def called_by_kind(document: Document, statement: Statement) -> str:
    """The organisation that a clause calls by its kind alone, named before: "HTX có 62 hộ"."""
    kind = _KIND_ALONE.match(document.quote(statement.span))
    if kind is None:
        return ""
    above = document.text[document.blocks[statement.block].start : statement.span.start]
    level = {"htx": "hợp tác xã"}.get(kind[1].lower(), kind[1].lower())
    named = [str(p) for _, p in find_places(above) if p.level.startswith(level)]
    return named[-1] if named else ""


_LEAD = re.compile(r"\W*(?:riêng|tại|ở|đối với|còn)\s+", re.I)
_OPENING = 80  # characters in which a clause says where


def opens_with_place(clause: str) -> str:
    """The place that a clause opens with: "Riêng xã A, nơi khó khăn nhất, thu nhập 54 triệu"."""
    lead = _LEAD.match(clause)
    named = find_places(clause[:_OPENING]) if lead else []
    if lead is None or not named or named[0][0].start != lead.end():
        return ""
    span, place = named[0]
    return str(place) if clause[span.end : span.end + 1] == "," else ""


_ACTS = re.compile(
    r"\W*(?:[^,.;:\n]{0,40},\s*)?(?=(?:đảng bộ|đảng ủy|đảng uỷ|ubnd|hđnd"
    r"|(?:huyện|thị|thành) (?:ủy|uỷ))\s)",
    re.I,
)


def acting_place(document: Document, statement: Statement, whose: str) -> str:
    """The place whose body a paragraph opens with, "" where it opens otherwise.

    Only one of the record's own level: of two communes whose congresses an article tells of.
    """
    block = document.blocks[statement.block]
    acts = _ACTS.match(document.text, block.start, block.end)
    if acts is None:
        return ""
    named = find_places(document.text[acts.end() : acts.end() + _OPENING].split(",", 1)[0])
    rank = LEVEL_RANK.get(_level(whose), -1)
    other = named[0][1] if named else None
    alike = other is not None and LEVEL_RANK.get(other.level) == rank and str(other) != whose
    return str(other) if alike else ""


_LINE = re.compile(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-zđ])[.)/]\s*)?(?:(?:tại|ở|về|đối với)\s+)?", re.I
)
_LONGEST_LINE = 60  # characters


def headed_place(text: str, whose: str, *, beside: bool = False) -> str:
    """The place that is all a line or label says: "3. Xã Kim Sơn", below the record's own.

    Or `beside` it, and where it labels what follows: "- Huyện A: thu 462 tỷ đồng" of several.
    """
    line, labels, _ = text.partition(":")
    line = line.rstrip(" .–-*")
    lead, rank = _LINE.match(line), LEVEL_RANK.get(_level(whose), -1 if not whose else None)
    if lead is None or rank is None or len(line) > _LONGEST_LINE:
        return ""
    named = find_places(line)
    if len(named) != 1 or named[0][0].start != lead.end():
        return ""
    span, place = named[0]
    alone = not line[span.end :].strip(" :.–-*")
    least = rank if labels or beside else rank + 1
    return str(place) if alone and LEVEL_RANK.get(place.level, -1) >= least else ""


def section_place(document: Document, statement: Statement, whose: str) -> str:
    """The place that the heading right above names alone: "B. Xã Kim Sơn", "" for others."""
    if not statement.section:
        return ""
    return headed_place(document.quote(statement.section[-1]), whose, beside=True)


_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[IVX]+)[.)]\s")


def place_below(document: Document, block: Block, whose: str, before: str) -> str:
    """The place that a line of its own gives to what follows; a new number or heading ends it."""
    text = document.text[block.start : block.end].strip()
    if ":" not in text.rstrip(": ") and (named := headed_place(text, whose)):
        return named
    return "" if block.kind == "heading" or _NUMBERED.match(text) else before


# "của tỉnh", "toàn tỉnh" in a district's record: not its own.
_ABOVE = re.compile(r"(?:của|toàn|cả|bình quân(?: chung)?)\s+(tỉnh|nước)(?!\s+giao)(?!\w)", re.I)
_ABOVE_BESIDE = re.compile(
    r"(?:của|toàn|cả|bình quân(?: chung)?(?: của| toàn)?)\s+"
    r"(tỉnh|nước|huyện|thị xã|thành phố|xã|phường|đặc khu)(?!\s+giao)"
    r"(?:\s+(?:là|còn|đạt|ước|khoảng|chỉ|mới|có))*\s*[:(]?\s*$",
    re.I,
)


def beside_level_above(before: str, place: str) -> bool:
    """Whether a value is told of what lies above a place: "(bình quân toàn huyện 4,5%)".

    `before` is the text left of the value, `place` the record's own.
    """
    told = _ABOVE_BESIDE.search(before)
    return told is not None and _lies_above(told[1].lower(), place)


def of_level_above(name: str, place: str) -> bool:
    """Whether a name is of the province or the country, in the record of a place below it.

    Not "đô thị du lịch của tỉnh, đón lượt khách", where only what stands before is the province's.
    """
    told = _ABOVE.search(name.rpartition(", ")[2])
    return told is not None and _lies_above(told[1].lower(), place)


def _lies_above(level: str, place: str) -> bool:
    """Whether a level ("nước" is above all) lies above a place; an office lies in a commune."""
    own = LEVEL_RANK.get(_level(place), _OF_OFFICES if place else -1)
    return LEVEL_RANK.get(level, -1) < own


_OF_OFFICES = 2  # the rank of a commune: what is told of "toàn xã" may be the office's own


_HERE = re.compile(
    r"\W*(?:nơi đây|tại đây|ở đây|nơi (?:này|ấy|đó)|(?:địa phương|xã|huyện|phường"
    r"|đặc khu) (?:này|ấy))"
    r"(?!\w)",
    re.I,
)


def said_before(document: Document, statement: Statement) -> str:
    """The place that the sentence before speaks of, where one goes on: "Nơi đây thu nhập ..."."""
    sentence, start = statement.sentence, document.blocks[statement.block].start
    if not _HERE.match(document.text, sentence.start, sentence.end):
        return ""
    above = sentences(document.text, start, sentence.start)
    named = find_places(document.quote(above[-1])) if above else []
    return str(named[-1][1]) if named else ""


def _level(place: str) -> str:
    return next((level for level in LEVEL_RANK if place.startswith(f"{level} ")), "")


_OF_ALL = re.compile(r"\btoàn (tỉnh|huyện|thị xã|thành phố|xã|phường|đặc khu|thị trấn)(?!\w)", re.I)


def whole_place(words: str, whose: str) -> str:
    """The place that an office called after it speaks of: "toàn huyện" in its health centre's."""
    office = next((kind for kind in OFFICES if whose.startswith(f"{kind} ")), "")
    said = _OF_ALL.search(words) if office else None
    return f"{said[1].lower()} {whose.removeprefix(f'{office} ')}" if said else ""


def counts_places(quantity: Quantity, place: str, indicator: str) -> bool:
    """Whether "11/14 xã", "số xã lên 11/14" is said beside the name of one such place."""
    level = place.split(" ", 1)[0]
    counted = quantity.unit.split(",")[0].strip() == level or f"số {level} " in indicator
    return quantity.ratio and bool(level) and counted


def is_organisation(place: str) -> bool:
    """Whether a place, as printed with its level, is an organisation; "" is none."""
    return bool(place) and not place.startswith(tuple(f"{level} " for level in LEVEL_RANK))


def is_called_after(organisation: str, place: str) -> bool:
    """Whether an organisation bears the name of a place: "bệnh viện Sơn Ca" of "huyện Sơn Ca"."""
    name = place.removeprefix(f"{_level(place)} ")
    return name != place and is_organisation(organisation) and organisation.endswith(f" {name}")


def own_bracket(text: str, reading: Reading) -> str:
    """What the bracket that a value stands in says before it; empty outside brackets."""
    before = text[reading.words.start : reading.quantity.start]
    at = before.rfind("(")
    return before[at + 1 :] if at > before.rfind(")") else ""


def own_words(text: str, reading: Reading, statement: Span) -> str:
    """The words right around a value, without brackets and what stands before the last comma."""
    start = max(reading.words.start, statement.start)
    before = text[start : reading.quantity.start].rpartition(",")[2]
    after = re.split(r"[,:]", text[reading.quantity.end : reading.words.end], maxsplit=1)[0]
    return re.sub(r"\([^()]*\)?", " ", f"{before} # {after}")
