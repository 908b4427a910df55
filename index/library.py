"""The library: records in, passages and figures out, nothing lost.

The store is the truth and changes first, one transaction a record; the derived indexes follow
and are brought level again at the next opening if a crash came between.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from corpus.record import Figure, FigureKind, Passage, Record
from index.accents import AccentRestorer, may_be_misspelt
from index.derived import DerivedIndexes
from index.doctor import DoctorReport, examine
from index.embedding.base import Answering, Embedder
from index.errors import ModelMismatch, UnknownRecord
from index.ingest import (
    AddReport,
    FileResult,
    Progress,
    Reader,
    Understand,
    files_in,
    indexed_entry,
)
from index.intake import Intake
from index.lock import LibraryLock
from index.search import Hit, Search
from index.settings import LibrarySettings
from index.sources import SourceFolder
from index.sqlite_store import SqliteStore
from index.store import RecordInfo, RecordStore, TrashItem

Told = Callable[[Progress], None]

_RECORDS_AT_HAND = 256  # records kept decoded in memory
_ACCENT_CHARACTERS = 1_000_000  # text that accents are learnt from, in about 0.4 s


# Least cosine of a question and a sentence that answers it in other words, by the model's name.
# Of 143 sentences that came nearest to unanswered questions over invented records, those that no
# neighbouring words link to the question but lie above it were right in seven cases of eight.
ALIKE = {"multilingual-e5-small": 0.87}


class Library:
    """One office's records. Safe to use from several threads; one process at a time."""

    def __init__(
        self,
        settings: LibrarySettings,
        lock: LibraryLock,
        store: RecordStore,
        indexes: DerivedIndexes | None,
        embedder: Embedder,
        reader: Reader,
        understand: Understand,
        version: int,
    ) -> None:
        self.settings = settings
        self.store = store
        self.sources = SourceFolder(settings.home / "sources")
        self._lock = lock
        self._embedder = embedder
        self._intake = Intake(store, self.sources, reader, understand, self._forget)
        self._version = version
        self._writing = threading.RLock()
        self._records: dict[str, Record] = {}
        self._restorer: AccentRestorer | None = None
        self._indexes = indexes
        self._search = self._searching(indexes)

    @classmethod
    def open(
        cls,
        settings: LibrarySettings,
        *,
        embedder: Embedder,
        reader: Reader | None = None,
        understand: Understand | None = None,
        version: int | None = None,
        command: str = "",
        rebuilding: bool = False,
    ) -> Library:
        """Own and open the library in `settings.home`, made when missing.

        With `rebuilding` the derived indexes stay closed until `rebuild` has made new ones: the
        way out of `ModelMismatch`. `reader`, `understand` and its `version` default to
        `corpus.reading` and `corpus.understanding`.

        Raises `LibraryBusy`, `ModelMismatch`, `NewerLibrary` or another `LibraryError`.
        """
        if reader is None:
            from corpus.reading import read_document

            reader = read_document
        if understand is None:
            from corpus import understanding

            # An office's own words, where its library holds any.
            words = settings.home / "vocabulary.toml"
            understand = partial(understanding.understand, vocabulary=words)
            version = understanding.UNDERSTANDING_VERSION
        lock = LibraryLock.hold(settings.home, command)
        try:
            store = SqliteStore(settings.home / "library.sqlite3")
            try:
                folder = settings.home / "index"
                indexes = None if rebuilding else DerivedIndexes.open(folder, embedder, store)
            except BaseException:
                store.close()
                raise
        except BaseException:
            lock.release()
            raise
        if store.meta("understanding") is None:
            store.set_meta("understanding", str(version or 0))
        return cls(settings, lock, store, indexes, embedder, reader, understand, version or 0)

    # Adding and removing

    def add(
        self,
        paths: Iterable[Path],
        progress: Told | None = None,
        *,
        names: Mapping[Path, str] | None = None,
        sample: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Add files and the files in folders; a failed one doesn't stop the others.

        `names` gives uploaded files the name that the user knows them by, which then stands for
        where they come from. After an interruption simply add the same paths again.
        """
        files = list(files_in(paths, self.settings.home))
        results: list[FileResult] = []
        stopped = False
        with self._writing:
            try:
                for number, file in enumerate(files):
                    if cancelled is not None and cancelled():
                        stopped = True
                        break
                    last = results[-1] if results else None
                    if progress is not None:
                        progress(Progress(number, len(files), file.name, last))
                    name = (names or {}).get(file)
                    results.append(self._intake.add(file, self._live, name=name, sample=sample))
                if progress is not None and not stopped:
                    last = results[-1] if results else None
                    progress(Progress(len(files), len(files), "", last))
            finally:
                if any(result.status in ("added", "replaced") for result in results):
                    self._settle()
        return AddReport(tuple(results), stopped)

    def remove(self, record_id: str) -> TrashItem:
        """Take a record out, restorable with `restore`; raises `UnknownRecord`."""
        with self._writing:
            former = self.store.digests([record_id])
            item = self.store.remove(record_id)
            self._forget(record_id)
            self._live.replace(former, {})
            self._settle()
        return item

    def restore(self, item_id: int) -> RecordInfo:
        """Put a trash item back; a record now in its place goes to the trash."""
        with self._writing:
            kept = self.store.trashed(item_id)
            holder = self.store.with_origin(kept.record.origin)
            record = kept.record
            if holder is not None and holder.id != record.id:
                record = replace(record, origin=f"{record.origin}#{item_id}")
            entry, texts = indexed_entry(record, kept.passages, kept.figures)
            self._intake.put(entry, texts, self._live, lambda: self.store.restore(item_id, entry))
            self._settle()
        return self._info(entry.record.id)

    def trash(self) -> list[TrashItem]:
        """What can be restored, last deleted first."""
        return self.store.trash()

    def purge(self, item_id: int | None = None) -> None:
        """Delete one trash item, or all, for good, with source files that nothing needs."""
        with self._writing:
            self.store.purge(item_id)
            self.sources.clean(self._needed_sources())

    def correct(self, record_id: str, field: str, value: str | None) -> RecordInfo:
        """Set a metadata field by hand ("title", "date" as ISO, "body", "place", "kind").

        The value is kept when the file is read again; None goes back to what was read.
        """
        with self._writing:
            self._info(record_id)
            self.store.correct(record_id, field, value)
            entry, texts = self._intake.again(record_id)
            self._intake.put(
                entry, texts, self._live, lambda: self.store.put(entry, former_to_trash=False)
            )
            self._settle()
        return self._info(record_id)

    # Reading

    def records(self) -> list[RecordInfo]:
        """All records without their text, first added first."""
        return self.store.infos()

    def record(self, record_id: str) -> Record | None:
        found = self._records.get(record_id)
        if found is None:
            found = self.store.record(record_id)
            if found is not None:
                while len(self._records) >= _RECORDS_AT_HAND:
                    self._records.pop(next(iter(self._records)), None)
                self._records[record_id] = found
        return found

    def passages(self, record_id: str) -> tuple[Passage, ...]:
        """A record's passages in reading order."""
        return self.store.passages(record_id)

    def passage(self, passage_id: str) -> Passage | None:
        return self.store.passages_at([passage_id]).get(passage_id)

    def figures(
        self,
        *,
        keys: Collection[str] | None = None,
        record_ids: Collection[str] | None = None,
        kinds: Collection[FigureKind] | None = None,
        places: Collection[str] | None = None,
        year: int | None = None,
    ) -> list[Figure]:
        """See `RecordStore.figures`."""
        return self.store.figures(
            keys=keys, record_ids=record_ids, kinds=kinds, places=places, year=year
        )

    def search(
        self, query: str, k: int = 8, *, record_ids: Collection[str] | None = None
    ) -> list[Hit]:
        """See `Search.search`."""
        if self._search is None:
            raise _not_built()
        return self._search.search(query, k, record_ids=record_ids)

    def likeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """How far each text lies above what the model gives to texts that answer a question.

        Empty for a model of which that is not known.
        """
        least = ALIKE.get(self._embedder.name)
        if least is None:
            return []
        asked = self._embedder.embed_queries([question])[0]
        told = self._embedder.embed_documents(texts)
        return [float(cosine) - least for cosine in told @ asked]

    def answering(self, question: str, passages: Sequence[str]) -> list[float]:
        """The log-odds that each passage answers the question, by a network fitted to that.

        Empty for a model that has none.
        """
        if not isinstance(self._embedder, Answering):
            return []
        return [float(odds) for odds in self._embedder.answering(question, passages)]

    def restored(self, text: str) -> str:
        """`text` with Vietnamese accents put back (see `index.accents`)."""
        return self._accents().restore(text)

    def respelled(self, text: str) -> str:
        """`text` without the slips of the finger that make no word."""
        return self._accents().respell(text) if may_be_misspelt(text) else text

    # Care

    def rebuild(
        self, progress: Callable[[str, int, int], None] | None = None, *, reread: bool = False
    ) -> DoctorReport:
        """Understand every record again and make new indexes, then swap them in.

        `progress(stage, done, total)`: "understand" counts records, "embed" passages. `reread`
        also reads the kept source files again. Searching goes on with the old indexes meanwhile.
        """
        tell = progress or (lambda stage, done, total: None)
        with self._writing:
            infos = self.store.infos()
            for number, info in enumerate(infos):
                tell("understand", number, len(infos))
                self._intake.renew(info.id, reread=reread)
            tell("understand", len(infos), len(infos))
            self.store.set_meta("understanding", str(self._version))
            folder = self.settings.home / "index"
            fresh = DerivedIndexes.fresh(
                folder, self._embedder, self.store, lambda done, total: tell("embed", done, total)
            )
            former, self._indexes = self._indexes, fresh
            self._search = self._searching(fresh)
            if former is not None:
                former.close()
            self._settle()
            fresh.make_current()
            fresh.cache.keep_only(self.store.digests().values())
            self.sources.clean(self._needed_sources())
            self._records.clear()
        return self.doctor()

    def doctor(self) -> DoctorReport:
        """Whether truth, sources and indexes agree."""
        with self._writing:
            return examine(self.store, self.sources, self._live, self._version)

    def announce(self, url: str) -> None:
        """Say in the lock file where this library is served."""
        self._lock.announce(url)

    def close(self) -> None:
        with self._writing:
            if self._indexes is not None:
                self._indexes.close()
            self.store.close()
            self._lock.release()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _live(self) -> DerivedIndexes:
        if self._indexes is None:
            raise _not_built()
        return self._indexes

    def _searching(self, indexes: DerivedIndexes | None) -> Search | None:
        if indexes is None:
            return None
        return Search(self.store, indexes, self._embedder, self._accents)

    def _accents(self) -> AccentRestorer:
        if self._restorer is None:
            texts: list[str] = []
            room = _ACCENT_CHARACTERS
            for indexed in self.store.indexed():
                texts.append(indexed.text[:room])
                room -= len(indexed.text)
                if room <= 0:
                    break
            self._restorer = AccentRestorer(texts)
        return self._restorer

    def _settle(self) -> None:
        """After a change of records: keep the lexical index, learn accents again when asked."""
        self._live.save()
        self._restorer = None

    def _forget(self, record_id: str) -> None:
        self._records.pop(record_id, None)

    def _info(self, record_id: str) -> RecordInfo:
        info = self.store.info(record_id)
        if info is None:
            raise UnknownRecord(
                f"Không có hồ sơ {record_id}; hãy xem lại danh sách bằng lệnh bienban list."
            )
        return info

    def _needed_sources(self) -> set[str]:
        live = {info.sha256 for info in self.store.infos()}
        return live | {item.sha256 for item in self.store.trash()}


def _not_built() -> ModelMismatch:
    return ModelMismatch("Chỉ mục chưa được dựng lại; hãy chạy bienban rebuild.")
