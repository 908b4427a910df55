"""The truth: records, passages, figures and what users corrected or deleted.

Everything else under the library's folder (vectors, lexical index, cached embeddings) is
derived from a `RecordStore` and can be made again from it. SQLite is the first store
(`index.sqlite_store`); PostgreSQL can come as a second behind the same protocol.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from corpus.record import Figure, FigureKind, Passage, Record, RecordKind

CORRECTABLE = ("title", "date", "body", "place", "kind")
TrashReason = Literal["removed", "replaced"]


Day = date  # under a name that no field has


@dataclass(frozen=True, slots=True)
class RecordInfo:
    """A record without its text: what lists and search results show."""

    id: str
    source: str
    origin: str
    sha256: str
    title: str
    date: date | None
    body: str
    place: str
    kind: RecordKind
    provenance: Mapping[str, str]
    sample: bool
    added: str  # UTC, ISO 8601 to the second
    passages: int
    figures: int

    @property
    def day(self) -> Day:
        """The date to order by; a record without one stands before all others."""
        return self.date or date.min


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with all that was understood from it: written and removed as one.

    `digests[i]` identifies what `passages[i]` is indexed as (`index.indexed_text.digest`).
    """

    record: Record
    passages: tuple[Passage, ...]
    digests: tuple[str, ...]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class TrashItem:
    """A deleted record, or the version that a changed file replaced; restorable until purged."""

    id: int
    record_id: str
    reason: TrashReason
    deleted: str  # UTC, ISO 8601 to the second
    source: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class IndexedRecord:
    """What the derived indexes need of a record."""

    info: RecordInfo
    text: str
    passages: tuple[Passage, ...] = field(repr=False)
    digests: tuple[str, ...] = field(repr=False)


class RecordStore(Protocol):
    """Each method is atomic; a change that returned survives a crash of process or machine."""

    def put(self, entry: Entry, *, former_to_trash: bool = True) -> None:
        """Add the entry, or put it in the place of the record with its id."""
        ...

    def remove(self, record_id: str) -> TrashItem:
        """Move a record to the trash; raises `UnknownRecord`."""
        ...

    def record(self, record_id: str) -> Record | None: ...

    def infos(self) -> list[RecordInfo]:
        """All records, first added first."""
        ...

    def info(self, record_id: str) -> RecordInfo | None: ...

    def with_origin(self, origin: str) -> RecordInfo | None: ...

    def with_content(self, sha256: str) -> RecordInfo | None: ...

    def move_origin(self, record_id: str, origin: str, source: str) -> None:
        """The file lives elsewhere now; the record stays the same."""
        ...

    def passages(self, record_id: str) -> tuple[Passage, ...]: ...

    def passages_at(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids; unknown ids are left out."""
        ...

    def digests(self, record_ids: Collection[str] | None = None) -> dict[str, str]:
        """Passage id -> digest, for all records or the given ones."""
        ...

    def indexed(self, record_ids: Collection[str] | None = None) -> Iterator[IndexedRecord]:
        """What the indexes need of all records, or of the given ones, first added first."""
        ...

    def figures(
        self,
        *,
        keys: Collection[str] | None = None,
        record_ids: Collection[str] | None = None,
        kinds: Collection[FigureKind] | None = None,
        places: Collection[str] | None = None,
        year: int | None = None,
    ) -> list[Figure]:
        """Figures matching every given condition; `year` lies in the figure's period."""
        ...

    def correct(self, record_id: str, field: str, value: str | None) -> None:
        """Keep a user's value for a metadata field over re-reading; None forgets it."""
        ...

    def corrections(self, record_id: str) -> dict[str, str]: ...

    def trash(self) -> list[TrashItem]:
        """Deleted records, last deleted first."""
        ...

    def trashed(self, item_id: int) -> Entry:
        """What a trash item holds; raises `UnknownRecord`."""
        ...

    def restore(self, item_id: int, entry: Entry) -> None:
        """Put `entry` back and drop the trash item; a record in its place goes to the trash."""
        ...

    def purge(self, item_id: int | None = None) -> None:
        """Drop one trash item, or all, for good."""
        ...

    def meta(self, key: str) -> str | None: ...

    def set_meta(self, key: str, value: str) -> None: ...

    def generation(self) -> int:
        """Grows with each change of records, passages or figures."""
        ...

    def check(self) -> list[str]:
        """Damage found in the storage itself, as sentences; empty when sound."""
        ...

    def close(self) -> None: ...
