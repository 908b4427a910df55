"""Documents written in short, for the tests of what reads them."""

from __future__ import annotations

from corpus.document import Document, DocumentBuilder, TableCell


def document_of(*parts: str) -> Document:
    """Paragraphs; a part that begins with # is a heading, one with | a table, a row a line."""
    builder = DocumentBuilder()
    for part in parts:
        if part.startswith("#"):
            builder.heading(part.lstrip("# "), level=part.count("#"))
        elif part.startswith("|"):
            builder.table(
                TableCell(text, row, column)
                for row, line in enumerate(part.strip("|").split("\n"))
                for column, text in enumerate(line.split("|"))
            )
        else:
            builder.paragraph(part)
    return builder.build()
