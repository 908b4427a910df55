"""Markdown: headings, paragraphs, lists and pipe tables, without their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from corpus import legacy
from corpus.document import Document, DocumentBuilder, TableCell
from corpus.headings import heading_level
from corpus.readers.base import not_text
from corpus.readers.dateline import any_date, published_on
from corpus.readers.teasers import TEASERS
from corpus.segment import hangs

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*[-*+•]\s+(\[[ xX]\]\s+)?")
_ORDINAL = re.compile(r"^\s*(\d{1,3}(\.\d{1,3})*[.)]|[a-zđ]\))\s")
_RULE = re.compile(r"^\s*([-*_=]\s*){3,}$")
_DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()]|\([^)]*\))*\)")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")


class MarkdownReader:
    """Reads .md."""

    suffixes = (".md", ".markdown")

    def read(self, path: Path) -> Document:
        try:
            text, converted = legacy.decode(path.read_bytes())
        except ValueError as error:
            raise not_text(path) from error
        builder = DocumentBuilder()
        if converted:
            builder.marks.add("legacy")
        _Layout(builder).read(re.sub(r"\r\n?", "\n", text).split("\n"))
        return builder.build()


def plain(text: str) -> str:
    """A line's text without emphasis, code marks, links and images."""
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    text = re.sub(r"</?(b|i|u|em|strong|sup|sub|br|span|center)\b[^>]*>", " ", text, flags=re.I)
    text = re.sub(r"`+([^`]*)`+", r"\1", text)
    for _ in range(3):  # emphasis nests: ***a***
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text).strip()


class _Layout:
    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._open: list[str] = []
        self._item = False  # whether the open lines are an item of a list
        self._top: list[str] = []
        self._titled = False
        self._letterhead = False  # above the first "#": bold capitals name offices

    def read(self, lines: Sequence[str]) -> None:
        self._letterhead = any(_HEADING.match(line) for line in lines)
        at = self._front_matter(lines)
        while at < len(lines):
            at = self._take(lines, at)
        self._close()
        self._builder.published = self._builder.published or published_on(self._top)

    def _take(self, lines: Sequence[str], at: int) -> int:
        """Lay out the element that begins at line `at`; the line after it."""
        line = re.sub(r"^\s*(>\s?)+", "", lines[at])
        heading = _HEADING.match(line)
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if "|" in line and _DELIMITER.match(below) and "|" in below:
            return self._table(lines, at)
        if heading:
            self._close()
            self._heading(plain(heading[2]), len(heading[1]))
        elif self._open and re.match(r"^\s*(=+|-{2,})\s*$", line):
            title = " ".join(self._open)
            self._item, self._open = False, []
            self._heading(plain(title), 1 if "=" in line else 2)
        elif not line.strip() or _RULE.match(line) or _FENCE.match(line):
            self._close()
        elif _BULLET.match(line):
            self._close()
            self._open.append(_BULLET.sub("", line))
            self._item = True
        elif _ORDINAL.match(line):
            self._close()
            self._open.append(line)
        else:
            self._text(line)
        return at + 1

    def _heading(self, text: str, level: int) -> None:
        """A paper has one title; a second "#" opens a part of it."""
        self._builder.heading(text, max(level, 2) if self._titled else level)
        self._titled = self._titled or level == 1
        self._letterhead = False

    def _text(self, line: str) -> None:
        """A line of a paragraph: emphasised lines and two trailing blanks end it."""
        above = self._open[-1] if self._open else ""
        whole = re.match(r"^\s*(\*\*|\*|__|_).+\1\s*$", above) or line.lstrip().startswith("**")
        if above and (above.endswith(("  ", "\\")) or whole or not _runs_on(above, line)):
            self._close()
        self._open.append(line)

    def _close(self) -> None:
        if not self._open:
            return
        text = plain(" ".join(line.rstrip("\\").strip() for line in self._open))
        bold = re.match(r"^\s*(\*\*|__).+\1\s*$", self._open[0]) is not None
        item, self._item, self._open = self._item, False, []
        level = heading_level(text) if bold and not self._letterhead else None
        if level is not None:
            self._builder.heading(text, level)
        elif not TEASERS.match(text):
            self._builder.paragraph(text, item=item)
        if len(self._top) < 3:
            self._top.append(text)

    def _table(self, lines: Sequence[str], at: int) -> int:
        self._close()
        cells: list[TableCell] = []
        row = 0
        while at < len(lines) and "|" in lines[at]:
            if not _DELIMITER.match(lines[at]):
                line = re.sub(r"^\s*(>\s?)*\|?|\|?\s*$", "", lines[at])
                for column, text in enumerate(re.split(r"(?<!\\)\|", line)):
                    cells.append(TableCell(plain(text), row, column))
                row += 1
            at += 1
        self._builder.table(cells)
        return at

    def _front_matter(self, lines: Sequence[str]) -> int:
        """Title and date of a YAML head; the line after it."""
        if not lines or lines[0].strip() != "---":
            return 0
        end = next((n for n, line in enumerate(lines[1:40], 1) if line.strip() == "---"), 0)
        for line in lines[1:end]:
            key, _, value = line.partition(":")
            if key.strip().lower() in ("title", "tiêu đề"):
                self._builder.title = value.strip().strip("\"'")
            elif key.strip().lower() in ("date", "ngày", "published"):
                self._builder.published = any_date(value)
        return end + 1 if end else 0


def _runs_on(above: str, line: str) -> bool:
    """Whether a line wraps the one above, as Markdown has it, or was meant as a new one."""
    if hangs(above.rstrip(), line.lstrip()):
        return True
    if len(above) < 60:
        return line.lstrip()[:1].islower()
    return not above.rstrip().endswith((".", ";", ":", "!", "?")) or line.lstrip()[:1].islower()
