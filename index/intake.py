"""What goes into the truth: files read, understood, stored, and followed by the indexes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from corpus.document import Document
from corpus.errors import CorpusError
from index.derived import DerivedIndexes
from index.errors import LibraryError, UnknownRecord
from index.ingest import FileResult, Reader, Understand, entry_of, new_record_id
from index.sources import SourceFolder, sha256_of
from index.store import Entry, RecordStore

_log = logging.getLogger(__name__)


class Intake:
    """Writes records one at a time; its owner makes sure that nobody else writes meanwhile.

    `changed` is told the id of each record whose stored form is about to be another.
    """

    def __init__(
        self,
        store: RecordStore,
        sources: SourceFolder,
        reader: Reader,
        understand: Understand,
        changed: Callable[[str], None],
    ) -> None:
        self._store = store
        self._sources = sources
        self._reader = reader
        self._understand = understand
        self._changed = changed

    def add(
        self, file: Path, indexes: DerivedIndexes, *, name: str | None, sample: bool
    ) -> FileResult:
        """Add one file; whatever is wrong with it becomes its result's sentence."""
        shown = name or str(file)
        try:
            return self._add(file, indexes, name, sample)
        except CorpusError as error:
            return FileResult(shown, "failed", str(error))
        except (FileNotFoundError, NotADirectoryError):
            sentence = f"Không có tệp hay thư mục {shown}; hãy kiểm tra lại đường dẫn."
        except PermissionError:
            sentence = f"Không có quyền đọc tệp {shown}; hãy xin quyền hoặc chép tệp ra chỗ khác."
        except OSError as error:
            sentence = f"Không đọc được tệp {shown} ({error.strerror}); hãy thử lại."
        return FileResult(shown, "failed", sentence)

    def put(
        self,
        entry: Entry,
        texts: Sequence[str],
        indexes: DerivedIndexes,
        change: Callable[[], None],
    ) -> None:
        """Embed, `change` the truth, let the indexes follow: in this order nothing is half there.

        `texts` is what the entry's passages are indexed as.
        """
        record_id = entry.record.id
        vectors = indexes.prepare(entry.digests, texts)
        former = self._store.digests([record_id])
        change()
        self._changed(record_id)
        current = {p.id: d for p, d in zip(entry.passages, entry.digests, strict=True)}
        indexes.replace(former, current, texts, vectors)

    def again(self, record_id: str, document: Document | None = None) -> tuple[Entry, list[str]]:
        """The record's entry understood anew, from `document` or the stored one."""
        record = self._store.record(record_id)
        if record is None:
            raise UnknownRecord(f"Không có hồ sơ {record_id}; hãy xem lại danh sách.")
        document = document or record.document
        return entry_of(
            record_id,
            record.source,
            record.origin,
            record.sha256,
            document,
            self._understand(document, record.source),
            self._store.corrections(record_id),
            record.sample,
        )

    def renew(self, record_id: str, *, reread: bool) -> None:
        """Understand a record anew in the truth alone; the indexes are made afterwards."""
        info = self._store.info(record_id)
        kept = self._sources.path(info.sha256) if info and reread else None
        document = None
        if info is not None and kept is not None:
            try:
                document = self._reader(kept)
            except CorpusError as error:
                _log.warning("%s: %s", info.source, error)  # what was read before stays
        entry, _ = self.again(record_id, document)
        self._store.put(entry, former_to_trash=False)
        self._changed(record_id)

    def _add(
        self, file: Path, indexes: DerivedIndexes, name: str | None, sample: bool
    ) -> FileResult:
        shown = name or str(file)
        origin = f"upload:{name}" if name is not None else str(file.resolve())
        source = name if name is not None else file.name
        sha256 = sha256_of(file)
        former = self._store.with_origin(origin)
        if former is None or former.sha256 == sha256:
            same = former or self._store.with_content(sha256)
            if same is not None:
                if not self._sources.is_sound(sha256):
                    self._sources.keep(file)
                if name is None and same.origin != origin and _is_gone(same.origin):
                    self._store.move_origin(same.id, origin, source)
                    self._changed(same.id)
                sentence = f"Tệp {shown} đã có trong kho hồ sơ ({same.source}), không thêm nữa."
                return FileResult(shown, "unchanged", sentence, same.id)
        record_id = former.id if former else new_record_id(origin, self._is_taken)
        entry, texts = self._read(file, shown, record_id, source, origin, sha256, sample)
        if self._sources.keep(file) != sha256:
            sentence = f"Tệp {shown} đang được ghi trong lúc đọc; hãy thêm lại khi đã ghi xong."
            return FileResult(shown, "failed", sentence)
        self.put(entry, texts, indexes, lambda: self._store.put(entry))
        if former is not None:
            return FileResult(shown, "replaced", f"Đã thay bản cũ của {source}.", record_id)
        return FileResult(shown, "added", f"Đã thêm {source}.", record_id)

    def _read(
        self,
        file: Path,
        shown: str,
        record_id: str,
        source: str,
        origin: str,
        sha256: str,
        sample: bool,
    ) -> tuple[Entry, list[str]]:
        corrections: Mapping[str, str] = self._store.corrections(record_id)
        try:
            document = self._reader(file)
            understood = self._understand(document, source)
            return entry_of(
                record_id, source, origin, sha256, document, understood, corrections, sample
            )
        except (CorpusError, LibraryError, OSError):
            raise
        except Exception as error:
            # The others go on whatever one strange file does to a reader; the log has the trace.
            _log.exception("reading %s", shown)
            raise CorpusError(
                f"Không đọc được tệp {shown}; tệp có thể bị hỏng, hãy mở thử và lưu lại."
            ) from error

    def _is_taken(self, record_id: str) -> bool:
        return self._store.info(record_id) is not None


def _is_gone(origin: str) -> bool:
    return not origin.startswith("upload:") and not Path(origin).exists()
