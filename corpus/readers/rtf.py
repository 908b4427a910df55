"""Rich text (.rtf)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import legacy
from corpus.document import Document, DocumentBuilder, TableCell, clean
from corpus.readers.lines import Paragraph, lay_out


class RtfReader:
    """Reads .rtf; cells come from striprtf as texts ended by bars."""

    suffixes = (".rtf",)

    def read(self, path: Path) -> Document:
        from striprtf import striprtf

        to_text: Callable[..., str] = striprtf.rtf_to_text
        source = path.read_bytes().decode("cp1252", errors="replace")
        text, converted = legacy.convert_text(to_text(source, errors="replace"))
        builder = DocumentBuilder()
        if converted:
            builder.marks.add("legacy")
        waiting: list[Paragraph] = []
        table: list[str] = []
        for line in text.split("\n"):
            if line.rstrip().endswith("|"):
                lay_out(builder, waiting)
                waiting = []
                table.append(line)
                continue
            builder.table(_cells(table))
            table = []
            if clean(line):
                waiting.append(Paragraph(clean(line), None, False))
        builder.table(_cells(table))
        lay_out(builder, waiting)
        return builder.build()


def _cells(lines: Sequence[str]) -> list[TableCell]:
    return [
        TableCell(text, row, column)
        for row, line in enumerate(lines)
        for column, text in enumerate(line.rstrip().removesuffix("|").split("|"))
    ]
