"""Printed lines of a PDF page, from the positions that pdfium reports for each character."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus import legacy
from corpus.readers.lines import Line

Box = tuple[float, float, float, float]  # left, top, right, bottom; points, top grows down

_BOLD_WEIGHT = 600
_COLUMN_GAP = 3.0  # letter heights of white inside a line: two columns, not one sentence


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its box; generated blanks have none."""

    text: str
    box: Box | None
    index: int
    base: float = 0.0  # the base line's distance from the page's top
    word: Box | None = None  # box of the first character of its word

    @property
    def middle(self) -> tuple[float, float]:
        """Where the word begins that it belongs to: a long one may run over its cell's edge."""
        box = self.word or self.box
        assert box is not None
        return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def glyphs(textpage: Any, height: float) -> list[Glyph]:
    """The page's characters in the order of its content; `height` of the page in points."""
    import pypdfium2.raw as raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found: list[Glyph] = []
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        # pdfium writes U+FFFE for a hyphen that it takes for a word break
        text = "-" if code in (2, 0xFFFE) else chr(code) if 0 < code < 0x110000 else ""
        box: Box | None = None
        base = 0.0
        if text.strip() and raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
            box = (left.value, height - top.value, right.value, height - bottom.value)
            raw.FPDFText_GetCharOrigin(textpage, index, left, bottom)
            base = height - bottom.value
        if text:
            glyph = Glyph(text, box, index, base)
            found.append(replace(glyph, word=_word_of(found[-1], glyph)) if found else glyph)
    return found


_TOUCHING = 0.3  # letter heights between the characters of one word, at most


def _word_of(last: Glyph, glyph: Glyph) -> Box | None:
    """The box at which the word of the character before goes on; None where one begins."""
    if last.box is None or glyph.box is None or other_line(last, glyph):
        return None
    touches = abs(glyph.box[0] - last.box[2]) <= _TOUCHING * letter_height(last, glyph)
    return (last.word or last.box) if touches else None


def printed_lines(found: Sequence[Glyph], textpage: Any, page: int) -> tuple[list[Line], bool]:
    """Lines in content order, and whether any was converted from a legacy font."""
    lines: list[Line] = []
    changed = False
    for group in _groups(found):
        text, was = _converted(group, textpage)
        changed = changed or was
        boxes = [glyph.box for glyph in group if glyph.box]
        if text.strip() and boxes:
            bold = _is_bold(textpage, group[0].index) and _is_bold(textpage, group[-1].index)
            lines.append(
                Line(
                    " ".join(text.split()),
                    min(b[0] for b in boxes),
                    max(b[2] for b in boxes),
                    min(b[1] for b in boxes),
                    max(b[3] for b in boxes),
                    page,
                    bold,
                )
            )
    return lines, changed


def inside(glyph: Glyph, box: Box) -> bool:
    if glyph.box is None:
        return False
    x, y = glyph.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _groups(found: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters of one printed line each, without white space at the ends."""
    groups: list[list[Glyph]] = []
    current: list[Glyph] = []
    last: Glyph | None = None  # the last one with a box

    def close() -> None:
        nonlocal current
        while current and current[-1].box is None:
            current.pop()
        if current:
            groups.append(current)
        current = []

    for glyph in found:
        if glyph.text in "\r\n":
            close()
            last = None
            continue
        if glyph.box is None:
            if current:
                current.append(glyph)
            continue
        if last is not None and _breaks(last, glyph):
            close()
        current.append(glyph)
        last = glyph
    close()
    return groups


def _breaks(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on another line or in another column than the last one."""
    assert last.box is not None
    assert glyph.box is not None
    height = letter_height(last, glyph)
    back = glyph.box[2] < last.box[0] - 2 * height
    gap = glyph.box[0] - last.box[2] > _COLUMN_GAP * max(height, 8.0)
    return other_line(last, glyph) or back or gap


def letter_height(first: Glyph, second: Glyph) -> float:
    """Height of the taller of two characters in points, at least 4: commas are small."""
    return max(4.0, *(g.box[3] - g.box[1] for g in (first, second) if g.box))


def other_line(last: Glyph, glyph: Glyph) -> bool:
    """Whether two characters stand on different base lines; indices (m², CO₂) do not."""
    return abs(glyph.base - last.base) > 0.7 * letter_height(last, glyph)


def _converted(group: Sequence[Glyph], textpage: Any) -> tuple[str, bool]:
    text = "".join(glyph.text for glyph in group)
    if text.isascii():
        return text, False
    return legacy.convert_font(text, _font(textpage, group[0].index))


def _font(textpage: Any, index: int) -> str:
    import pypdfium2.raw as raw

    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(textpage, index, buffer, 200, flags)
    return buffer.value.decode("utf-8", "replace")


def _is_bold(textpage: Any, index: int) -> bool:
    import pypdfium2.raw as raw

    weight = raw.FPDFText_GetFontWeight(textpage, index)
    return weight >= _BOLD_WEIGHT or "bold" in _font(textpage, index).lower()
