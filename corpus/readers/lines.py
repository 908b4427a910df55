"""Join printed lines into paragraphs: plain text, PDF pages and recognised scans share this.

Positions are in any one unit (points, pixels, characters); only their ratios count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import DocumentBuilder
from corpus.headings import PART, TITLE, heading_level, is_capitals, is_marker
from corpus.normalize import CAPITAL
from corpus.segment import hangs

_SUBTITLE = re.compile(
    r"(về|v/v|tổng kết|sơ kết|tình hình|phương hướng|kết quả|kết luận|hội nghị|kỳ họp|phiên họp"
    r"|đại hội|của)\b",
    re.I,
)
_NEXT_SENTENCE = re.compile(rf"[a-zà-ỹ]{{3,}}\.\s{CAPITAL}")
_SENTENCE_END = re.compile(r"[.;:!?…]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and its box; `top` grows down the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int | None = None
    bold: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    page: int | None
    bold: bool


def paragraphs(lines: Sequence[Line], gap: float = 1.0) -> list[Paragraph]:
    """Join lines given in reading order.

    A line continues the one above when that one is printed up to the right margin of its run
    and ends no sentence, or when it starts in lower case below a long line. `gap` is the white
    space between two lines, in line heights, from which on a new paragraph begins.
    """
    margins = _right_margins(lines, gap)
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        if number and _continues(lines[number - 1], line, margins[number - 1], gap):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph(" ".join(x.text for x in group), group[0].page, all(x.bold for x in group))
        for group in groups
    ]


def lay_out(builder: DocumentBuilder, found: Sequence[Paragraph]) -> None:
    """Hand paragraphs to the builder, telling headings from text."""
    opening = _letterhead(found) if builder.is_empty else 0
    title_open = False
    for number, paragraph in enumerate(found):
        if not any(c.isalnum() for c in paragraph.text):
            continue
        below = found[number + 1].text if number + 1 < len(found) else None
        builder.page = paragraph.page
        level = None if number < opening else _level(paragraph, below)
        if number == 0 == opening and builder.is_empty and level == PART:
            level = TITLE if len(paragraph.text.split()) > 4 else level
        elif title_open and level != TITLE and _is_subtitle(paragraph, level):
            level = TITLE
        title_open = level == TITLE
        if level is not None:
            builder.heading(paragraph.text, level)
        else:
            builder.paragraph(paragraph.text)


def _letterhead(found: Sequence[Paragraph]) -> int:
    """How many paragraphs stand above the paper's title ("BÁO CÁO", "BIÊN BẢN"): the letterhead."""
    for number, paragraph in enumerate(found[:12]):
        if heading_level(paragraph.text) == TITLE:
            return number
    return 0


def _level(paragraph: Paragraph, below: str | None) -> int | None:
    text = paragraph.text
    if "\n" in text:
        return None
    level = heading_level(text, below)
    if level is not None or not paragraph.bold or len(text) > 120 or text[-1] in ".;,":
        return level
    words = [word for word in text.split() if word[0].isalpha()]
    named = all(word[0].isupper() for word in words)  # a signature, a place and date
    return None if named or len(words) < 3 or not below else 4


# "A- PHƯƠNG HƯỚNG, MỤC TIÊU", "CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ": what stands below is planned
_OPENS_SECTION = re.compile(
    r"(?:[A-EĐGH]|[IVX]{1,5})\s?[-–]\s|(?:các|những|một số|hệ thống)\s+(?:chỉ tiêu|mục tiêu)", re.I
)


def _is_subtitle(paragraph: Paragraph, level: int | None) -> bool:
    """The line under "BÁO CÁO" that says what the report is about."""
    text = paragraph.text
    if is_marker(text) or _OPENS_SECTION.match(text) or len(text) > 250 or text.endswith("."):
        return False
    if _NEXT_SENTENCE.search(text):
        return False  # "Hội nghị do đồng chí A chủ trì. Sau khi nghe ..."
    if level is not None:
        return True
    return paragraph.bold or _SUBTITLE.match(text) is not None


def _right_margins(lines: Sequence[Line], gap: float) -> list[float]:
    """For each line the right margin of the run of neighbouring lines that it stands in."""
    margins: list[float] = []
    run: list[Line] = []

    def close() -> None:
        margins.extend([max(x.right for x in run)] * len(run))

    for line in lines:
        if run and not _adjacent(run[-1], line, max(gap, 1.6)):
            close()
            run = []
        run.append(line)
    if run:
        close()
    return margins


def _adjacent(above: Line, below: Line, gap: float) -> bool:
    """Whether two lines stand under each other on one page (or column)."""
    if above.page != below.page:
        return False
    height = max(above.height, below.height)
    if not -0.6 * height < below.top - above.bottom < gap * height:
        return False
    return min(above.right, below.right) > max(above.left, below.left)


def _continues(above: Line, line: Line, margin: float, gap: float) -> bool:
    moved = above.page != line.page or line.top < above.top  # next page or column
    if not moved and not _adjacent(above, line, gap):
        return False
    letter = (line.right - line.left) / max(1, len(line.text))
    first_word = len(line.text.split()[0]) * letter
    full = moved or above.right + first_word + letter > margin - 0.5 * letter
    if _starts_anew(above, line, full):
        return False
    ended = _SENTENCE_END.search(above.text) is not None
    lower = line.text[0].islower()
    if moved:
        return not ended and (lower or line.text[0].isdigit()) and len(above.text) > 40
    if hangs(above.text, line.text):
        return True
    if lower and not ended:
        return full or len(above.text) > 40 or above.text.endswith(",")
    indented = line.left > above.left + 2.5 * letter
    return full and not ended and not indented and len(above.text) > 25


def _starts_anew(above: Line, line: Line, full: bool) -> bool:
    if is_marker(line.text):
        # a wrapped term ("2020" / "- 2025, ...") looks like a list item
        return not (above.text[-1:].isdigit() and re.match(r"[-–]\s*\d{4}\b", line.text))
    if is_capitals(line.text) != is_capitals(above.text) and len(line.text) > 3:
        both = is_marker(above.text) and not is_capitals(line.text)
        if is_capitals(line.text) or both or heading_level(above.text) is not None:
            return True
    if above.bold != line.bold and not line.text[0].islower():
        return True
    # a numbered line that fills its width runs on; a heading seldom does
    short = not full or line.text[0].isdigit()
    return short and not line.text[0].islower() and heading_level(above.text, line.text) is not None
