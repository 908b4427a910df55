"""OpenDocument text (.odt): headings, paragraphs, lists, tables and notes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.document import Document, DocumentBuilder, TableCell, clean
from corpus.headings import heading_level
from corpus.readers.base import damaged
from corpus.readers.docx_text import tag, value

_MOST = (
    1000  # a repeat count is bounded: sheets pasted into a text repeat blank cells a million times
)


class OdtReader:
    """Reads .odt; tracked deletions, headers and footers are left out."""

    suffixes = (".odt", ".ott")

    def read(self, path: Path) -> Document:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            with zipfile.ZipFile(path) as archive:
                root = etree.fromstring(archive.read("content.xml"), parser)
        except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
            raise damaged(path) from error
        layout = _Layout(DocumentBuilder())
        for body in root.iter("{*}text"):
            if tag(body.getparent()) == "body":
                layout.walk(body)
        return layout.build()


class _Layout:
    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._waiting: list[tuple[str, bool]] = []  # and whether it is an item of a list

    def build(self) -> Document:
        self._flush()
        return self._builder.build()

    def walk(self, element: Any) -> None:
        for node in element:
            name = tag(node)
            if name == "h":
                self._flush()
                self._builder.heading(_text(node), int(value(node, "outline-level") or 1))
            elif name == "p":
                listed = tag(element) in ("list-item", "list-header")
                self._waiting.append((clean(_text(node)), listed))
                for box in node.iter("{*}text-box"):
                    self.walk(box)
            elif name == "table":
                self._flush()
                self._builder.table(_cells(node))
            elif name in (
                "list",
                "list-item",
                "list-header",
                "section",
                "frame",
                "text-box",
                "index-body",
                "numbered-paragraph",
            ):
                self.walk(node)

    def _flush(self) -> None:
        waiting = [(text, listed) for text, listed in self._waiting if text]
        self._waiting = []
        for number, (text, listed) in enumerate(waiting):
            below = waiting[number + 1][0] if number + 1 < len(waiting) else None
            level = heading_level(text, below) if "\n" not in text else None
            if level is None:
                self._builder.paragraph(text, item=listed)
            else:
                self._builder.heading(text, level)


def _text(element: Any) -> str:
    parts: list[str] = [element.text or ""]
    for node in element:
        name = tag(node)
        if name == "s":
            parts.append(" ")
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name == "note":
            body = next((n for n in node if tag(n) == "note-body"), None)
            parts.append(f" ({' '.join(_text(body).split())})" if body is not None else "")
        elif name not in ("text-box", "frame", "annotation", "annotation-end", ""):
            parts.append(_text(node))
            if name in ("p", "h"):
                parts.append("\n")
        parts.append(node.tail or "")
    return "".join(parts)


def _rows(table: Any) -> Iterator[Any]:
    for node in table:
        name = tag(node)
        if name == "table-row":
            yield node
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(node)


def _cells(table: Any) -> Iterator[TableCell]:
    for row, element in enumerate(_rows(table)):
        column = 0
        for node in element:
            name = tag(node)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            repeated = min(int(value(node, "number-columns-repeated") or 1), _MOST)
            if name == "table-cell":
                text = _text(node)
                rows = int(value(node, "number-rows-spanned") or 1)
                columns = int(value(node, "number-columns-spanned") or 1)
                for n in range(repeated if text.strip() else 1):
                    yield TableCell(text, row, column + n, rows, columns)
            column += repeated
