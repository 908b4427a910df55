"""Stand-ins for what the library is given: a reader, an understanding, an embedder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document, DocumentBuilder, Span
from corpus.errors import UnreadableFile
from corpus.normalize import syllables
from corpus.record import Figure, Passage, Period, Quantity, RecordKind
from index.library import Library
from index.settings import LibrarySettings

Vectors = NDArray[np.float32]


class WordEmbedder:
    """Each accented word is a fixed random direction; a text is the sum of its words.

    Accents matter to it, as they do to a real model. Counts the texts that it embedded.
    """

    query_prefix = "query: "
    document_prefix = "passage: "

    def __init__(self, name: str = "words", revision: str = "1", dimension: int = 48) -> None:
        self.name = name
        self.revision = revision
        self.dimension = dimension
        self.embedded = 0

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        return self._embed(texts)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0] = 0.1
            for word in re.findall(r"\w+", text.lower()):
                seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "little")
                row += np.random.default_rng(seed).standard_normal(self.dimension)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def read_text(path: Path) -> Document:
    """A text file: `# ` lines are headings, others paragraphs."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"Tệp {path.name} không phải văn bản; hãy lưu lại.") from error
    if not text.strip():
        raise UnreadableFile(f"Tệp {path.name} trống; hãy chọn tệp khác.")
    builder = DocumentBuilder()
    for line in text.splitlines():
        if line.startswith("# "):
            builder.heading(line[2:], 1)
        else:
            builder.paragraph(line)
    return builder.build()


@dataclass(frozen=True)
class SimpleUnderstanding:
    title: str
    date: date | None
    body: str
    place: str
    kind: RecordKind
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    provenance: Mapping[str, str] = field(default_factory=dict)


def understand(document: Document, source: str) -> SimpleUnderstanding:
    """Title: the first heading; a passage a sentence; a result for each "N%"."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    title = document.quote(Span(headings[0].start, headings[0].end)) if headings else source
    year = re.search(r"20\d\d", title)
    place = re.search(r"(?:huyện|xã) [^\W\d_]\w* \w+", title)
    passages: list[Passage] = []
    figures: list[Figure] = []
    for block in document.blocks:
        if block.kind != "paragraph":
            continue
        for sentence in re.finditer(r"[^;]+", document.text[block.start : block.end]):
            start, end = block.start + sentence.start(), block.start + sentence.end()
            context = tuple(Span(h.start, h.end) for h in headings[:1])
            passages.append(Passage("", len(passages), start, end, context, (title,)))
            for number in re.finditer(r"(\d+(?:,\d+)?)%", document.text[start:end]):
                value = Quantity(
                    start + number.start(),
                    start + number.end(),
                    (Decimal(number.group(1).replace(",", ".")),),
                    "%",
                )
                indicator = document.text[start : start + number.start()].strip()
                period = Period(int(year.group()), int(year.group())) if year else None
                figures.append(
                    Figure(
                        "",
                        len(figures),
                        indicator,
                        " ".join(syllables(indicator)),
                        "result",
                        value,
                        period,
                        place.group() if place else "",
                        Span(start, end),
                    )
                )
    return SimpleUnderstanding(
        title,
        date(int(year.group()), 12, 31) if year else None,
        "",
        place.group() if place else "",
        "report",
        tuple(passages),
        tuple(figures),
        {"title": "title"},
    )


def settings_at(folder: Path) -> LibrarySettings:
    return LibrarySettings(home=folder / "home", cache=folder / "cache")


def open_library(
    folder: Path,
    embedder: WordEmbedder | None = None,
    *,
    version: int = 1,
    rebuilding: bool = False,
) -> Library:
    return Library.open(
        settings_at(folder),
        embedder=embedder or WordEmbedder(),
        reader=read_text,
        understand=understand,
        version=version,
        command="pytest",
        rebuilding=rebuilding,
    )
