"""Sentences and clauses with exact offsets.

Vietnamese records put whole paragraphs of indicators into one sentence, split by semicolons: a
*clause* (between semicolons) is the unit that states one thing. Splitters made for prose
ignore newlines and "…", so this is a small grammar of its own.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.headings import is_marker
from corpus.normalize import CAPITAL

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|TX|Tx|TT|Tt|H|P|X|Q|Th|ThS|TS|PGS|GS|BS|BSCKI{1,2}|BSCK[12]|CKI{1,2}|KS|DS|CN|đ/c|Đ/c|ĐC|St|Mr|Mrs|CT|PCT|BT|PBT|tr|Tr|No|Bs|Ths|v\.v)\.$"
    r"|^\s*(?:[IVX]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\.$"
    r"|\)\s+\d{1,2}\.$"  # "I. Về kinh tế (11 chỉ tiêu) 1. Tốc độ ..."
)
_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"”’)\]]*|\./\.)(?=\s|$)")
_OPENER = re.compile(rf"[\"“‘(\[]*(?:{CAPITAL}|[0-9*+•-]|[a-zđ]\))")
_OPEN, _CLOSE = "([“", ")]”"


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences of `text[start:end]`: at newlines but behind a word that hangs, and at . ! ? …
    before a new beginning.
    """
    spans: list[Span] = []
    for line in _lines(text, start, end):
        position = line.start
        for match in _SENTENCE_END.finditer(text, line.start, line.end):
            stop = match.end()
            rest = text[stop : line.end].lstrip()
            if rest and not _OPENER.match(rest):
                continue
            if match.group() == "." and _ABBREVIATION.search(text[position:stop]):
                continue
            spans.append(Span(position, stop))
            position = stop
        spans.append(Span(position, line.end))
    return [s for s in (trim(text, span) for span in spans) if s.start < s.end]


def clauses(text: str, span: Span) -> list[Span]:
    """The semicolon-separated parts of a sentence; semicolons in brackets do not count.

    Nor do those between values that are told by position: "lần lượt là 341,7; 425,0; 548,6 tỷ".

    The list's last mark (";" or ".") belongs to no clause.
    """
    found: list[Span] = []
    depth, begin = 0, span.start
    for index in range(span.start, span.end):
        character = text[index]
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif character == ";" and (depth == 0 or not _closes(text, index, span.end)):
            if "lần lượt" in text[begin:index] and _NEXT_VALUE.match(text, index + 1, span.end):
                continue
            found.append(Span(begin, index))
            begin = index + 1
    found.append(Span(begin, span.end))
    return [s for s in (trim(text, part) for part in found) if s.start < s.end]


_NEXT_VALUE = re.compile(
    r"\s*(?:và\s+)?\d[\d.,]*\d?\s?(?:%|[^\W\d_]+(?:\s+đồng)?)?\s*(?=[;.,]|và\s|\Z)"
)


def _closes(text: str, index: int, end: int) -> bool:
    """Whether a bracket opened before `index` is closed after it (an unclosed one is a slip)."""
    return any(character in _CLOSE for character in text[index:end])


def trim(text: str, span: Span) -> Span:
    """`span` without surrounding white space."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


# Words that a line never ends its sentence with: a value or the rest of a phrase stands below.
_HANGING = re.compile(
    r"(?<!\w)(?:tăng|giảm|(?<!không )(?<!chưa )đạt|còn|bằng|vượt|chiếm|ước|gần|hơn|trên|dưới"
    r"|khoảng|từ|đến|tới|lên|xuống|là|của|với|so|và|cho|tại|trong)$",
    re.I,
)
_SHORTEST_HANGING = 25  # characters; shorter lines are labels of a form or of a drawing


def hangs(above: str, below: str) -> bool:
    """Whether a line leans on the one below it, however short it was broken."""
    if len(above) <= _SHORTEST_HANGING or is_marker(below):
        return False
    runs_on = below[:1].islower() or below[:1].isdigit()
    return runs_on and _HANGING.search(above) is not None


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    begin = start
    for match in re.finditer(r"\n", text[start:end]):
        below = text[start + match.end() : end].lstrip()
        if hangs(text[begin : start + match.start()].strip(), below):
            continue
        lines.append(Span(begin, start + match.start()))
        begin = start + match.end()
    lines.append(Span(begin, end))
    return lines
