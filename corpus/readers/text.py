"""Plain text: paragraphs, hard-wrapped or not, headings, two-column letterheads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from corpus import legacy
from corpus.document import Document, DocumentBuilder, TableCell, clean
from corpus.headings import heading_level, is_marker
from corpus.readers.base import not_text
from corpus.readers.dateline import published_on
from corpus.readers.lines import Line, Paragraph, lay_out, paragraphs
from corpus.readers.text_tables import GAP, blocks
from corpus.segment import hangs

_WIDEST_WRAP = 120  # characters; longer lines were never wrapped by hand


class TextReader:
    """Reads .txt in any Vietnamese encoding."""

    suffixes = (".txt", ".text")

    def read(self, path: Path) -> Document:
        try:
            text, converted = legacy.decode(path.read_bytes())
        except ValueError as error:
            raise not_text(path) from error
        builder = DocumentBuilder()
        if converted:
            builder.marks.add("legacy")
        lay_out_text(builder, text)
        return builder.build()


def lay_out_text(builder: DocumentBuilder, text: str) -> None:
    """Hand a plain text to the builder; `published` is set from a dateline near the top."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = unicodedata.normalize("NFC", text)  # a width is counted in letters, accents and all
    lines = [line.rstrip() for line in text.split("\n")]
    wrapped = _is_wrapped([line.expandtabs(8) for line in lines])
    pending: list[Paragraph] = []
    for part in blocks(lines):
        if isinstance(part[0], TableCell):
            lay_out(builder, pending)
            pending = []
            builder.table(part)
            continue
        block = [line.expandtabs(8) for line in part]
        if any(GAP.search(line.strip()) for line in block):
            pending.extend(Paragraph(part, None, False) for part in _columns(block))
        else:
            pending.extend(paragraphs(_measured(block), gap=1.0) if wrapped else _plain(block))
    lay_out(builder, pending)
    builder.published = builder.published or published_on(p.text for p in pending[:4])


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the text was broken at a fixed width: most lines within paragraphs end near it."""
    inner = [len(a) for a, b in zip(lines, lines[1:], strict=False) if len(a) > 40 and b.strip()]
    if len(inner) < 4 or max(map(len, lines)) > _WIDEST_WRAP:
        return False
    margin = max(inner) - 15
    return sum(length > margin for length in inner) > 0.5 * len(inner)


def _measured(block: Sequence[str]) -> list[Line]:
    out: list[Line] = []
    for number, line in enumerate(block):
        text = clean(line)
        indent = len(line) - len(line.lstrip())
        out.append(Line(text, indent, indent + len(text), number, number + 1))
    return out


def _plain(block: Sequence[str]) -> list[Paragraph]:
    """Each line its own paragraph, but for one that hangs, or is long, and runs on below."""
    out: list[str] = []
    for line in block:
        text = clean(line)
        above = out[-1] if out else ""
        if hangs(above, text) or _runs_on(above, text):
            out[-1] = f"{above} {text}"
        else:
            out.append(text)
    return [Paragraph(text, None, False) for text in out]


def _runs_on(above: str, text: str) -> bool:
    """Whether a long line that is no heading goes on in lower case."""
    long = len(above) > 60 and above[-1] not in ".;:!?" and text[0].islower()
    return long and not is_marker(text) and heading_level(above, "x" * 200) is None


def _columns(block: Sequence[str]) -> list[str]:
    """A block set in columns (letterhead, signatures): one paragraph a column, lines kept."""
    starts = [m.end() for line in block for m in GAP.finditer(line.lstrip() and line)]
    border = min(start for start in starts if start > 0) - 2
    columns: dict[int, list[str]] = {}
    for line in block:
        offset = len(line) - len(line.lstrip())
        for number, part in enumerate(GAP.split(line.strip())):
            at = line.find(part, offset)
            offset = at + len(part)
            columns.setdefault(0 if at < border else max(1, number), []).append(part)
    return ["\n".join(columns[number]) for number in sorted(columns)]
