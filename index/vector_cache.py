"""Embeddings by (model, digest of the indexed text), so that nothing is embedded twice.

Derived: a repair or a rebuild of the vector index reads from here, and exact search over a few
records does too. Losing the file costs only time.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

_BATCH = 500


class VectorCache:
    """float32 rows of one model's dimension, kept in SQLite."""

    def __init__(self, path: Path, identity: Mapping[str, str | int], dimension: int) -> None:
        self.dimension = dimension
        self._model = hashlib.sha256(
            json.dumps(dict(identity), sort_keys=True).encode()
        ).hexdigest()[:16]
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._database = _open(path)
        except sqlite3.DatabaseError:
            _discard(path)  # derived: a damaged cache is simply a new one
            self._database = _open(path)

    def get(self, digests: Sequence[str]) -> dict[str, Vectors]:
        """The vectors that are there."""
        found: dict[str, Vectors] = {}
        for start in range(0, len(digests), _BATCH):
            batch = digests[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            with self._lock:
                rows = self._database.execute(
                    f"SELECT digest, vector FROM vectors WHERE model = ? AND digest IN ({marks})",
                    (self._model, *batch),
                ).fetchall()
            for name, blob in rows:
                if len(blob) == self.dimension * 4:
                    found[name] = np.frombuffer(blob, dtype="<f4")
        return found

    def digests(self) -> set[str]:
        """Which texts have a vector."""
        with self._lock:
            rows = self._database.execute(
                "SELECT digest FROM vectors WHERE model = ?", (self._model,)
            ).fetchall()
        return {row[0] for row in rows}

    def put(self, digests: Sequence[str], vectors: Vectors) -> None:
        rows = [
            (self._model, name, np.ascontiguousarray(vector, dtype="<f4").tobytes())
            for name, vector in zip(digests, vectors, strict=True)
        ]
        with self._lock, self._database:
            self._database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def fill(
        self,
        digests: Sequence[str],
        texts: Sequence[str],
        embed: Callable[[Sequence[str]], Vectors],
    ) -> Vectors:
        """Vectors of `texts` in order, (n, dimension); embeds and keeps only what is missing."""
        known = self.get(digests)
        missing = {d: t for d, t in zip(digests, texts, strict=True) if d not in known}
        if missing:
            fresh = np.asarray(embed(list(missing.values())), dtype=np.float32)
            self.put(list(missing), fresh)
            known.update(zip(missing, fresh, strict=True))
        if not digests:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.stack([known[name] for name in digests])

    def keep_only(self, digests: Iterable[str]) -> None:
        """Drop other models' vectors and those of texts that are no longer there."""
        with self._lock, self._database:
            run = self._database.execute
            run("CREATE TEMP TABLE kept (digest TEXT PRIMARY KEY)")
            self._database.executemany(
                "INSERT OR IGNORE INTO kept VALUES (?)", [(name,) for name in digests]
            )
            run(
                "DELETE FROM vectors WHERE model != ? OR digest NOT IN (SELECT digest FROM kept)",
                (self._model,),
            )
            run("DROP TABLE kept")

    def close(self) -> None:
        with self._lock:
            self._database.close()


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, check_same_thread=False, timeout=10)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(
            "CREATE TABLE IF NOT EXISTS vectors (model TEXT NOT NULL, digest TEXT NOT NULL,"
            " vector BLOB NOT NULL, PRIMARY KEY (model, digest))"
        )
        database.commit()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _discard(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
