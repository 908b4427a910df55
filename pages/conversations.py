"""Everyone's conversations, kept beside the library: whose they are, and nothing of the records.

A person signed in owns theirs by name, on any machine. Where nobody signs in, the owner is a
random name that only the visitor's browser knows; the file holds its digest, so that a copy of
the file opens nothing.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import secrets
import sqlite3
import textwrap
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from pages.access import user_of
from pages.conversation import Conversation, filters_from_stored, from_stored, to_stored

_log = logging.getLogger(__name__)

T = TypeVar("T")

FILE = "conversations.sqlite3"
MOST = 200  # conversations of one owner; the oldest make room
_TITLE = 76  # characters
_VERSION = 1
_VISITOR = re.compile(r"[\w-]{32,64}", re.ASCII)
_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)

_TABLE = """
CREATE TABLE IF NOT EXISTS conversations (
    owner TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,  -- '' as long as nothing was asked
    turns INTEGER NOT NULL,
    at REAL NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,  -- 1: can be taken back until the page is opened again
    data TEXT NOT NULL,
    PRIMARY KEY (owner, id)
);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A conversation in the list."""

    id: str
    title: str
    turns: int
    at: datetime  # of the last question, local time


def new_visitor() -> str:
    """A name that nobody guesses."""
    return secrets.token_urlsafe(32)


def owner_of(request: Any, visitor: object) -> str:
    """Whose conversations a request may see; "" for nobody's. `visitor` is the browser's name."""
    user = user_of(request)
    if user is not None:
        return f"user:{user.name}"
    known = isinstance(visitor, str) and _VISITOR.fullmatch(visitor) is not None
    return f"visitor:{visitor}" if known else ""


class Conversations:
    """The conversations of all owners in one folder. Safe to use from several threads.

    Nothing here raises: without the file a person can still ask, and the log says what is wrong.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._file = folder / FILE
        self._clock = clock
        self._using = threading.Lock()
        # Opened when first needed, then kept: opening and closing takes as long as an answer.
        self._open_file: sqlite3.Connection | None = None

    def listed(self, owner: str) -> list[Entry]:
        """An owner's conversations, the last used first."""
        nothing: list[tuple[str, str, int, float]] = []
        rows = self._do(
            lambda db: db.execute(
                "SELECT id, title, turns, at FROM conversations WHERE owner = ? AND NOT deleted"
                " AND turns > 0 AND CASE WHEN json_valid(data)"
                " THEN json_type(data, '$.turns') = 'array' END ORDER BY at DESC, rowid DESC",
                (_digest(owner),),
            ).fetchall(),
            nothing,
        )
        return [Entry(i, title, turns, datetime.fromtimestamp(at)) for i, title, turns, at in rows]

    def open(self, owner: str, id: str) -> Conversation | None:
        """None where the owner has no such conversation, or one that can't be read."""
        row = self._do(
            lambda db: db.execute(
                "SELECT data FROM conversations WHERE owner = ? AND id = ? AND NOT deleted",
                (_digest(owner), id),
            ).fetchone(),
            None,
        )
        return _read(id, row[0]) if row is not None else None

    def keep(self, owner: str, conversation: Conversation) -> Conversation:
        """Write it down as the owner's last one; it comes back with its id."""
        if not owner:
            return conversation
        kept = replace(conversation, id=conversation.id or secrets.token_hex(8))
        turns = to_stored(kept)
        data = json.dumps(
            {"filters": asdict(kept.filters), "turns": turns}, ensure_ascii=False, allow_nan=False
        )
        title = ""
        if kept.turns:
            title = _whole(textwrap.shorten(kept.turns[0].question, _TITLE, placeholder=" …"))
        who = _digest(owner)

        def write(db: sqlite3.Connection) -> None:
            # The first question stays the title when it is no longer among the turns kept.
            db.execute(
                "INSERT INTO conversations (owner, id, title, turns, at, data)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (owner, id) DO UPDATE SET"
                " title = CASE title WHEN '' THEN excluded.title ELSE title END,"
                " turns = excluded.turns, at = excluded.at, deleted = 0, data = excluded.data",
                (who, kept.id, title, len(turns), self._clock(), _whole(data)),
            )
            db.execute(
                "DELETE FROM conversations WHERE owner = ?1 AND id <> ?2 AND (turns = 0 OR id IN"
                " (SELECT id FROM conversations WHERE owner = ?1 AND NOT deleted AND turns > 0"
                " ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ?3))",
                (who, kept.id, MOST),
            )

        self._do(write, None)
        return kept

    def delete(self, owner: str, id: str) -> str:
        """Take one out of the list, until `sweep` for good; its title, "" where there is none.

        Only the last one deleted can be taken back.
        """

        def mark(db: sqlite3.Connection) -> str:
            who = _digest(owner)
            found = db.execute(
                "SELECT title FROM conversations WHERE owner = ? AND id = ?", (who, id)
            ).fetchone()
            db.execute("DELETE FROM conversations WHERE owner = ? AND deleted", (who,))
            db.execute("UPDATE conversations SET deleted = 1 WHERE owner = ? AND id = ?", (who, id))
            return str(found[0]) if found else ""

        return self._do(mark, "")

    def take_back(self, owner: str, id: str) -> None:
        """Undo `delete`."""
        self._do(
            lambda db: db.execute(
                "UPDATE conversations SET deleted = 0 WHERE owner = ? AND id = ?",
                (_digest(owner), id),
            ),
            None,
        )

    def sweep(self, owner: str) -> None:
        """Delete for good what can no longer be taken back."""
        self._do(
            lambda db: db.execute(
                "DELETE FROM conversations WHERE owner = ? AND deleted", (_digest(owner),)
            ),
            None,
        )

    def _do(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What `work` gives, in one transaction; `otherwise` where the file can't be used."""
        with self._using:
            try:
                if self._open_file is None:
                    self._open_file = self._opened()
                if self._open_file is None:
                    return otherwise
                with self._open_file:
                    return work(self._open_file)
            except sqlite3.Error as error:
                _log.warning("%s: %s", self._file, error)
                if self._open_file is not None:
                    self._open_file.close()
                    self._open_file = None
                if getattr(error, "sqlite_errorcode", None) in _DAMAGED:
                    self._set_aside()
                return otherwise

    def _opened(self) -> sqlite3.Connection | None:
        """None where a newer version wrote it."""
        db = sqlite3.connect(self._file, timeout=10, check_same_thread=False)
        try:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                _log.warning("%s was written by a newer version", self._file)
                db.close()
                return None
            if version < _VERSION:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute(_TABLE)
                db.execute(f"PRAGMA user_version = {_VERSION}")
            db.execute("PRAGMA synchronous = NORMAL")  # a power cut may take the last question
            db.execute("PRAGMA secure_delete = ON")  # deleted is gone from the file too
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _set_aside(self) -> None:
        """Begin a new file; the damaged one stays for whoever can mend it."""
        try:
            self._file.replace(self._file.with_suffix(".damaged"))
            for left in ("-wal", "-shm"):
                self._file.with_name(f"{FILE}{left}").unlink(missing_ok=True)
        except OSError as error:
            _log.warning("%s: %s", self._file, error)


def _digest(owner: str) -> str:
    return hashlib.sha256(owner.encode()).hexdigest()


def _whole(text: str) -> str:
    """Without the halves of characters that a browser may send and no file takes."""
    return text.encode(errors="replace").decode()


def _read(id: str, data: str) -> Conversation | None:
    try:
        stored = json.loads(data)
    except ValueError:
        return None
    if not isinstance(stored, dict):
        return None
    turns = from_stored(stored.get("turns"))
    filters = filters_from_stored(stored.get("filters"))
    if not turns.turns and stored.get("turns") != []:
        return None  # another version's
    return replace(turns, id=id, filters=filters)
