"""Tables of the SQLite store, and opening a database with them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from index.errors import LibraryError, NewerLibrary

SCHEMA_VERSION = 1

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', '0');
CREATE TABLE records (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    origin TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    body TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    provenance TEXT NOT NULL,
    sample INTEGER NOT NULL,
    added TEXT NOT NULL,
    text TEXT NOT NULL,
    layout TEXT NOT NULL
);
CREATE INDEX records_sha256 ON records (sha256);
CREATE TABLE passages (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER,
    context TEXT NOT NULL,
    section TEXT NOT NULL,
    about TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (record_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE figures (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    first INTEGER,
    last INTEGER,
    part TEXT,
    value TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (record_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX figures_key ON figures (key);
CREATE TABLE corrections (
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (record_id, field)
) WITHOUT ROWID;
CREATE TABLE trash (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    record_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    deleted TEXT NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    data TEXT NOT NULL
);
"""


def open_database(path: Path) -> sqlite3.Connection:
    """The library's database, made when missing.

    Raises `NewerLibrary` for a schema of a later version and `LibraryError` for a file that is
    no database.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
    try:
        # FULL: a record reported as added outlives a power cut, not only a crash.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            connection.executescript(
                f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
    except sqlite3.DatabaseError as error:
        connection.close()
        raise LibraryError(
            f"Không mở được tệp dữ liệu {path} ({error}); hãy chép lại tệp này từ bản sao lưu."
        ) from error
    if version > SCHEMA_VERSION:
        connection.close()
        raise NewerLibrary(
            f"Kho hồ sơ {path.parent} do phiên bản BiênBản mới hơn tạo ra; "
            "hãy cập nhật chương trình rồi mở lại."
        )
    return connection
