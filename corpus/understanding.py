"""From a document to what the library keeps of it: metadata, passages, figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.document import Document
from corpus.figures import read_figures
from corpus.foreign import is_english
from corpus.metadata import Metadata, read_metadata
from corpus.number_style import groups_by_comma, regrouped
from corpus.outline import Statement, outline
from corpus.passages import cut_passages
from corpus.record import Figure, Passage, RecordKind
from corpus.resolved import with_plans, without_stray_parts
from corpus.vocabulary import Vocabulary

# Raised whenever the same document would be understood otherwise: `rebuild` then reads again.
UNDERSTANDING_VERSION = 35


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a document says; ids are still empty, the library fills them in."""

    title: str
    date: date | None
    body: str
    place: str
    kind: RecordKind
    provenance: Mapping[str, str]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]


def understand(document: Document, source: str, vocabulary: Path | None = None) -> Understanding:
    """Reads a document; `source` is its file's name, `vocabulary` an office's own word list."""
    words = Vocabulary.load(vocabulary)
    metadata = read_metadata(document, source)
    statements = read_statements(document, metadata)
    foreign = is_english(document.text)  # read as Vietnamese its figures would be wrong
    figures = () if foreign else read_figures(document, statements, metadata, words)
    if groups_by_comma(document.text):
        figures = regrouped(document.text, figures)
    return Understanding(
        title=metadata.title,
        date=metadata.date,
        body=metadata.body,
        place=metadata.place,
        kind=metadata.kind,
        provenance=metadata.provenance,
        passages=cut_passages(document, statements, metadata),
        figures=figures,
    )


def read_statements(document: Document, metadata: Metadata) -> list[Statement]:
    """The document's statements, each with what its surroundings say of period and mood."""
    statements = without_stray_parts(document, outline(document), metadata)
    return with_plans(document, statements, metadata)
