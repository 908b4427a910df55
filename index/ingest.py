"""From files to entries: which files there are, and what becomes of one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, Protocol, cast

from corpus.document import Document
from corpus.record import Figure, Passage, Record, RecordKind
from index.indexed_text import digest, index_texts, joined
from index.store import Entry

Status = Literal["added", "unchanged", "replaced", "failed"]


class Understood(Protocol):
    """What understanding a document gives; `record_id` of its parts is filled in here."""

    @property
    def title(self) -> str: ...
    @property
    def date(self) -> date | None: ...
    @property
    def body(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def kind(self) -> RecordKind: ...
    @property
    def provenance(self) -> Mapping[str, str]: ...
    @property
    def passages(self) -> tuple[Passage, ...]: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...


Reader = Callable[[Path], Document]
Understand = Callable[[Document, str], Understood]


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; `sentence` is for the user."""

    path: str
    status: Status
    sentence: str
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """After each file: `done` of `total`, and the last one's result (None at the start)."""

    done: int
    total: int
    name: str  # of the file that is next, "" at the end
    result: FileResult | None = None


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of every file, in order; `cancelled` when the user stopped in between."""

    results: tuple[FileResult, ...]
    cancelled: bool = False

    def of(self, status: Status) -> tuple[FileResult, ...]:
        return tuple(result for result in self.results if result.status == status)

    @property
    def added(self) -> tuple[FileResult, ...]:
        return self.of("added")

    @property
    def replaced(self) -> tuple[FileResult, ...]:
        return self.of("replaced")

    @property
    def failed(self) -> tuple[FileResult, ...]:
        return self.of("failed")


def files_in(paths: Iterable[Path], excluded: Path) -> Iterator[Path]:
    """The files themselves, and those in folders, sorted; each once.

    In folders hidden files, Office's lock files ("~$x.docx"), system files and everything under
    `excluded` (the library's own folder) are left out. A path that doesn't exist is given as it
    is: its failure is reported like any other.
    """
    seen: set[Path] = set()
    for path in paths:
        found = _walk(path, excluded.resolve()) if path.is_dir() else [path]
        for file in found:
            resolved = file.resolve()
            if resolved not in seen:
                seen.add(resolved)
                yield file


def new_record_id(origin: str, taken: Callable[[str], bool]) -> str:
    """12 hex digits, the same for the same origin unless another record has them already."""
    salt = 0
    while True:
        text = origin if salt == 0 else f"{origin}#{salt}"
        found = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        if not taken(found):
            return found
        salt += 1


def entry_of(
    record_id: str,
    source: str,
    origin: str,
    sha256: str,
    document: Document,
    understood: Understood,
    corrections: Mapping[str, str],
    sample: bool,
) -> tuple[Entry, list[str]]:
    """The entry to store, and what each of its passages is indexed as."""
    record = corrected(
        Record(
            id=record_id,
            source=source,
            origin=origin,
            sha256=sha256,
            title=understood.title,
            date=understood.date,
            body=understood.body,
            place=understood.place,
            kind=understood.kind,
            document=document,
            provenance=dict(understood.provenance),
            sample=sample,
        ),
        corrections,
    )
    passages = tuple(replace(p, record_id=record_id) for p in understood.passages)
    figures = tuple(replace(f, record_id=record_id) for f in understood.figures)
    return indexed_entry(record, passages, figures)


def indexed_entry(
    record: Record, passages: tuple[Passage, ...], figures: tuple[Figure, ...]
) -> tuple[Entry, list[str]]:
    """The entry with the digests of its passages, and the texts that they stand for."""
    _require_within(record.document.text, passages)
    contexts, own = index_texts(passages, record, record.document.text)
    texts = [joined(context, words) for context, words in zip(contexts, own, strict=True)]
    return Entry(record, passages, tuple(map(digest, texts)), figures), texts


def corrected(record: Record, corrections: Mapping[str, str]) -> Record:
    """The record with the user's values in place of what was read."""
    if not corrections:
        return record
    day = corrections.get("date")
    return replace(
        record,
        title=corrections.get("title", record.title),
        date=(date.fromisoformat(day) if day else None) if day is not None else record.date,
        body=corrections.get("body", record.body),
        place=corrections.get("place", record.place),
        kind=cast(RecordKind, corrections.get("kind", record.kind)),
        provenance={**record.provenance, **dict.fromkeys(corrections, "user")},
    )


def _require_within(text: str, passages: Sequence[Passage]) -> None:
    for ordinal, passage in enumerate(passages):
        if passage.ordinal != ordinal or not 0 <= passage.start < passage.end <= len(text):
            raise ValueError(f"passage {ordinal} does not lie in the record's text: {passage}")


_SYSTEM_FILES: Collection[str] = frozenset({"thumbs.db", "desktop.ini"})


def _walk(folder: Path, excluded: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (here / name).resolve() != excluded
        )
        if here.resolve() == excluded:
            return
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _SYSTEM_FILES:
                yield here / name
