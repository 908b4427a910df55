"""The truth in one SQLite file (WAL, synchronous=FULL): `RecordStore` for a single office.

One connection behind a lock: statements take well under a millisecond, writers one transaction
a record.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from corpus.document import Document, Span
from corpus.record import Figure, FigureKind, Passage, Record
from index.codec import decode, encode
from index.errors import UnknownRecord
from index.sqlite_schema import open_database
from index.store import (
    CORRECTABLE,
    Entry,
    IndexedRecord,
    RecordInfo,
    RecordStore,
    TrashItem,
    TrashReason,
)

_INFO = """SELECT id, source, origin, sha256, title, date, body, place, kind, provenance, sample,
    added, (SELECT count(*) FROM passages p WHERE p.record_id = r.id),
    (SELECT count(*) FROM figures f WHERE f.record_id = r.id) FROM records r"""
_PASSAGE = (
    'SELECT record_id, ordinal, start, "end", context, section, page, digest, about FROM passages'
)
_TRASH = "SELECT id, record_id, reason, deleted, source, title, sha256 FROM trash"
_BATCH = 500  # ids a statement: SQLite's old limit on parameters is 999


class SqliteStore:
    """See `RecordStore`. Safe to call from several threads of the one owner process."""

    def __init__(self, path: Path) -> None:
        self._database = open_database(path)
        self._lock = threading.RLock()

    def put(self, entry: Entry, *, former_to_trash: bool = True) -> None:
        with self._change():
            self._put(entry, former_to_trash)

    def remove(self, record_id: str) -> TrashItem:
        with self._change():
            item = self._to_trash(record_id, "removed")
            self._database.execute("DELETE FROM records WHERE id = ?", (record_id,))
        return item

    def record(self, record_id: str) -> Record | None:
        rows = self._rows(
            "SELECT id, source, origin, sha256, title, date, body, place, kind, text, layout,"
            " provenance, sample FROM records WHERE id = ?",
            (record_id,),
        )
        return _record(rows[0]) if rows else None

    def infos(self) -> list[RecordInfo]:
        return [_info(row) for row in self._rows(f"{_INFO} ORDER BY number")]

    def info(self, record_id: str) -> RecordInfo | None:
        return self._one_info("id = ?", record_id)

    def with_origin(self, origin: str) -> RecordInfo | None:
        return self._one_info("origin = ?", origin)

    def with_content(self, sha256: str) -> RecordInfo | None:
        return self._one_info("sha256 = ? ORDER BY number", sha256)

    def move_origin(self, record_id: str, origin: str, source: str) -> None:
        with self._change():
            self._database.execute(
                "UPDATE records SET origin = ?, source = ? WHERE id = ?",
                (origin, source, record_id),
            )

    def passages(self, record_id: str) -> tuple[Passage, ...]:
        rows = self._rows(f"{_PASSAGE} WHERE record_id = ? ORDER BY ordinal", (record_id,))
        return tuple(_passage(row) for row in rows)

    def passages_at(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        keys = [(record, int(number)) for record, _, number in _split(passage_ids)]
        found: dict[str, Passage] = {}
        for batch in _batches(keys, _BATCH // 2):
            values = ",".join(["(?,?)"] * len(batch))
            rows = self._rows(
                f"{_PASSAGE} WHERE (record_id, ordinal) IN (VALUES {values})",
                [part for key in batch for part in key],
            )
            found.update((p.id, p) for p in map(_passage, rows))
        return found

    def digests(self, record_ids: Collection[str] | None = None) -> dict[str, str]:
        query = "SELECT record_id, ordinal, digest FROM passages"
        if record_ids is None:
            rows = self._rows(query)
        else:
            rows = []
            for batch in _batches(sorted(record_ids), _BATCH):
                rows += self._rows(f"{query} WHERE {_among('record_id', batch)}", batch)
        return {f"{record}:{ordinal}": digest for record, ordinal, digest in rows}

    def indexed(self, record_ids: Collection[str] | None = None) -> Iterator[IndexedRecord]:
        for info in self.infos():
            if record_ids is not None and info.id not in record_ids:
                continue
            rows = self._rows("SELECT text FROM records WHERE id = ?", (info.id,))
            found = self._rows(f"{_PASSAGE} WHERE record_id = ? ORDER BY ordinal", (info.id,))
            if rows:
                passages = tuple(_passage(row) for row in found)
                yield IndexedRecord(info, rows[0][0], passages, tuple(row[7] for row in found))

    def figures(
        self,
        *,
        keys: Collection[str] | None = None,
        record_ids: Collection[str] | None = None,
        kinds: Collection[FigureKind] | None = None,
        places: Collection[str] | None = None,
        year: int | None = None,
    ) -> list[Figure]:
        conditions, parameters = ["1"], []
        wanted = (("key", keys), ("record_id", record_ids), ("kind", kinds), ("place", places))
        for column, values in wanted:
            if values is not None:
                # One JSON parameter, so that the number of values has no limit.
                conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
                parameters.append(json.dumps(sorted(values)))
        if year is not None:
            conditions.append("first <= ? AND last >= ?")
            parameters += [str(year), str(year)]
        rows = self._rows(
            f"SELECT data FROM figures WHERE {' AND '.join(conditions)}"
            " ORDER BY record_id, ordinal",
            parameters,
        )
        return [decode(Figure, row[0]) for row in rows]

    def correct(self, record_id: str, field: str, value: str | None) -> None:
        if field not in CORRECTABLE:
            raise ValueError(f"{field} is not one of {', '.join(CORRECTABLE)}")
        with self._change():
            if value is None:
                self._database.execute(
                    "DELETE FROM corrections WHERE record_id = ? AND field = ?", (record_id, field)
                )
            else:
                self._database.execute(
                    "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)",
                    (record_id, field, value),
                )

    def corrections(self, record_id: str) -> dict[str, str]:
        return dict(
            self._rows("SELECT field, value FROM corrections WHERE record_id = ?", (record_id,))
        )

    def trash(self) -> list[TrashItem]:
        return [TrashItem(*row) for row in self._rows(f"{_TRASH} ORDER BY id DESC")]

    def trashed(self, item_id: int) -> Entry:
        rows = self._rows("SELECT data FROM trash WHERE id = ?", (item_id,))
        if not rows:
            raise UnknownRecord(f"Không có hồ sơ đã xóa số {item_id}; hãy xem lại danh sách.")
        return decode(Entry, rows[0][0])

    def restore(self, item_id: int, entry: Entry) -> None:
        with self._change():
            self._put(entry, former_to_trash=True)
            self._database.execute("DELETE FROM trash WHERE id = ?", (item_id,))

    def purge(self, item_id: int | None = None) -> None:
        with self._change():
            if item_id is None:
                self._database.execute("DELETE FROM trash")
            else:
                self._database.execute("DELETE FROM trash WHERE id = ?", (item_id,))
            self._database.execute(
                "DELETE FROM corrections WHERE record_id NOT IN"
                " (SELECT id FROM records UNION SELECT record_id FROM trash)"
            )

    def meta(self, key: str) -> str | None:
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def set_meta(self, key: str, value: str) -> None:
        with self._lock:
            self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def generation(self) -> int:
        return int(self.meta("generation") or 0)

    def check(self) -> list[str]:
        try:
            found = [row[0] for row in self._rows("PRAGMA integrity_check")]
            broken = self._rows("PRAGMA foreign_key_check")
        except sqlite3.DatabaseError as error:
            found, broken = [str(error)], []
        problems = [f"Tệp dữ liệu bị hỏng: {line}." for line in found if line != "ok"]
        if broken:
            problems.append(f"Có {len(broken)} dòng dữ liệu không thuộc hồ sơ nào.")
        return problems

    def close(self) -> None:
        with self._lock:
            self._database.close()

    @contextmanager
    def _change(self) -> Iterator[None]:
        """One transaction; it counts as one generation."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute(
                    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
                )
                self._database.execute("COMMIT")
            except BaseException:
                self._database.execute("ROLLBACK")
                raise

    def _rows(self, query: str, parameters: Sequence[object] = ()) -> list[Any]:
        with self._lock:
            return self._database.execute(query, tuple(parameters)).fetchall()

    def _one_info(self, condition: str, value: str) -> RecordInfo | None:
        rows = self._rows(f"{_INFO} WHERE {condition} LIMIT 1", (value,))
        return _info(rows[0]) if rows else None

    def _put(self, entry: Entry, former_to_trash: bool) -> None:
        record, run = entry.record, self._database.execute
        if len(entry.digests) != len(entry.passages):
            raise ValueError("one digest a passage")
        former = self._rows("SELECT number, added FROM records WHERE id = ?", (record.id,))
        number, added = former[0] if former else (None, _now())
        if former:
            if former_to_trash:
                self._to_trash(record.id, "replaced")
            run("DELETE FROM records WHERE id = ?", (record.id,))
        document = record.document
        row: tuple[object, ...] = (
            number,
            record.id,
            record.source,
            record.origin,
            record.sha256,
            record.title,
            record.date.isoformat() if record.date else None,
            record.body,
            record.place,
            record.kind,
            encode(dict(record.provenance)),
            int(record.sample),
            added,
            document.text,
            _layout(document),
        )
        run(f"INSERT INTO records VALUES ({','.join('?' * len(row))})", row)
        self._database.executemany(
            "INSERT INTO passages VALUES (?,?,?,?,?,?,?,?,?)",
            [
                (record.id, p.ordinal, p.start, p.end, p.page, encode(p.context), encode(p.section))
                + (p.about, digest)
                for p, digest in zip(entry.passages, entry.digests, strict=True)
            ],
        )
        self._database.executemany(
            "INSERT INTO figures VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            [_figure_row(figure, document) for figure in entry.figures],
        )

    def _to_trash(self, record_id: str, reason: TrashReason) -> TrashItem:
        record = self.record(record_id)
        if record is None:
            raise UnknownRecord(
                f"Không có hồ sơ {record_id}; hãy xem lại danh sách bằng lệnh bienban list."
            )
        rows = self._rows(f"{_PASSAGE} WHERE record_id = ? ORDER BY ordinal", (record_id,))
        figures = tuple(self.figures(record_ids=[record_id]))
        entry = Entry(record, tuple(map(_passage, rows)), tuple(row[7] for row in rows), figures)
        values = (record_id, reason, _now(), record.source, record.title, record.sha256)
        cursor = self._database.execute(
            "INSERT INTO trash (record_id, reason, deleted, source, title, sha256, data)"
            " VALUES (?,?,?,?,?,?,?)",
            (*values, encode(entry)),
        )
        return TrashItem(int(cursor.lastrowid or 0), *values)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _layout(document: Document) -> str:
    """The document without its text, which has a column of its own."""
    kept = {f.name: getattr(document, f.name) for f in fields(document) if f.name != "text"}
    return encode(Document(text="", **kept))


def _record(row: Sequence[Any]) -> Record:
    layout = decode(Document, row[10])
    kept = {f.name: getattr(layout, f.name) for f in fields(layout) if f.name != "text"}
    return Record(
        id=row[0],
        source=row[1],
        origin=row[2],
        sha256=row[3],
        title=row[4],
        date=date.fromisoformat(row[5]) if row[5] else None,
        body=row[6],
        place=row[7],
        kind=row[8],
        document=Document(text=row[9], **kept),
        provenance=json.loads(row[11]),
        sample=bool(row[12]),
    )


def _info(row: Sequence[Any]) -> RecordInfo:
    (name, source, origin, sha256, title, day, body, place, kind) = row[:9]
    provenance, sample, added, passages, figures = row[9:]
    return RecordInfo(
        id=name,
        source=source,
        origin=origin,
        sha256=sha256,
        title=title,
        date=date.fromisoformat(day) if day else None,
        body=body,
        place=place,
        kind=kind,
        provenance=json.loads(provenance),
        sample=bool(sample),
        added=added,
        passages=passages,
        figures=figures,
    )


def _passage(row: Sequence[Any]) -> Passage:
    record_id, ordinal, start, end, context, section, page, _, about = row
    spans = tuple(Span(*pair) for pair in json.loads(context)) if context != "[]" else ()
    heads = tuple(json.loads(section)) if section != "[]" else ()
    return Passage(record_id, ordinal, start, end, spans, heads, page, about)


def _figure_row(figure: Figure, document: Document) -> tuple[object, ...]:
    period = figure.period
    when = (period.first, period.last, period.part) if period else (None, None, None)
    said = (figure.indicator, figure.key, figure.kind, figure.place, *when)
    value = document.quote(figure.value.span)
    return (figure.record_id, figure.ordinal, *said, value, encode(figure))


def _split(passage_ids: Sequence[str]) -> list[tuple[str, str, str]]:
    parts = (passage_id.rpartition(":") for passage_id in passage_ids)
    return [part for part in parts if part[2].isdigit()]


def _batches(values: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _among(column: str, values: Sequence[object]) -> str:
    return f"{column} IN ({','.join('?' * len(values))})"


def _conforms(store: SqliteStore) -> RecordStore:
    """Lets the type checker prove that this is a `RecordStore`."""
    return store
