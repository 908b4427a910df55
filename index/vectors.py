"""The dense index: Chroma on disk. The only file that imports chromadb.

Only vectors and ids go in; what they stand for is in the store. One process at a time may have
a folder open (`index.lock`): Chroma has no lock of its own and two writers damage it silently.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedIndex, ModelMismatch

Vectors = NDArray[np.float32]

_NAME = "passages"

# A lost graph folder leaves the count whole but few vectors reachable (501 of 3500 in a trial):
# asking for more than those shows it at opening, at the price of one query (about 10 ms).
_PROBE = 1000
# The graph returns garbage or raises when asked for more than it holds; more is never needed.
_MAX_RESULTS = 2000
# Graph settings, measured on 5,000 clustered vectors: recall@50 against exact search 0.998 (0.995
# with ef_search 100). Written out every 200 vectors instead of 1,000, opening takes 0.03 s instead
# of 0.2 to 0.8 s, since what was not written out is put into the graph again.
_GRAPH = {"space": "cosine", "ef_construction": 100, "ef_search": 200, "sync_threshold": 200}


class VectorIndex:
    """Unit vectors by id, searched by cosine."""

    def __init__(self, folder: Path, client: Any, collection: Any) -> None:
        self._folder = folder
        self._client = client
        self._collection = collection
        self._size: int | None = None  # counting takes Chroma as long as searching

    @classmethod
    def open(cls, folder: Path, identity: Mapping[str, str | int]) -> VectorIndex:
        """The index in `folder`, made when missing.

        Raises `ModelMismatch` when it was made by another model than `identity` says (vectors of
        two models can't be compared), and `DamagedIndex` when Chroma can't open it.
        """
        client = _client(folder)
        try:
            if _NAME in {found.name for found in client.list_collections()}:
                opened = client.get_collection(_NAME, embedding_function=None)
                _require_same(dict(opened.metadata or {}), identity)
            else:
                opened = client.create_collection(
                    _NAME,
                    metadata=dict(identity),
                    configuration={"hnsw": dict(_GRAPH)},
                    embedding_function=None,
                )
        except ModelMismatch:
            client.close()
            raise
        except Exception as error:  # Chroma's own errors have no common base class
            client.close()
            raise _damaged(folder, error) from error
        return cls(folder, client, opened)

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add or overwrite; `vectors` is (len(ids), dimension), unit length."""
        if not ids:
            return
        from chromadb.utils.batch_utils import create_batches

        batches = create_batches(self._client, list(ids), embeddings=list(vectors))
        for batch_ids, batch_vectors, _, _ in batches:
            self._collection.upsert(ids=batch_ids, embeddings=batch_vectors)
        self._size = None

    def remove(self, ids: Sequence[str]) -> None:
        """Remove; ids that aren't there are ignored."""
        size = self._client.get_max_batch_size()
        for start in range(0, len(ids), size):
            self._collection.delete(ids=list(ids[start : start + size]))
        self._size = None

    def search(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The `k` nearest (id, cosine similarity), nearest first; fewer when there are fewer.

        Raises `DamagedIndex` when the graph can't be searched.
        """
        if self._size is None:
            self._size = self.count()
        k = min(k, self._size, _MAX_RESULTS)
        if k < 1:
            return []
        try:
            found = self._collection.query(
                query_embeddings=vector.reshape(1, -1), n_results=k, include=["distances"]
            )
        except Exception as error:  # see `open`: no common base class
            raise _damaged(self._folder, error) from error
        return [
            (name, 1.0 - float(distance))
            for name, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def count(self) -> int:
        return int(self._collection.count())

    def ids(self) -> set[str]:
        return set(self._collection.get(include=[])["ids"])

    def get(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """The stored vectors of those ids that are there."""
        found = self._collection.get(ids=list(ids), include=["embeddings"])
        rows = np.asarray(found["embeddings"], dtype=np.float32)
        return dict(zip(found["ids"], rows, strict=True))

    def reachable(self, dimension: int, limit: int = _PROBE) -> bool:
        """Whether search gets at the vectors that the index says it has (up to `limit`)."""
        wanted = min(self.count(), limit)
        if wanted == 0:
            return True
        probe = np.full(dimension, dimension**-0.5, dtype=np.float32)
        try:
            found = self._collection.query(
                query_embeddings=probe.reshape(1, -1), n_results=wanted, include=[]
            )
        except Exception:  # see `open`: no common base class
            return False
        return len(found["ids"][0]) == wanted

    def close(self) -> None:
        self._client.close()


def _client(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import chromadb
        from chromadb.config import Settings

    folder.mkdir(parents=True, exist_ok=True)
    try:
        return chromadb.PersistentClient(
            path=str(folder), settings=Settings(anonymized_telemetry=False)
        )
    except Exception as error:  # see `open`: no common base class
        raise _damaged(folder, error) from error


def _damaged(folder: Path, error: Exception) -> DamagedIndex:
    return DamagedIndex(
        f"Chỉ mục tìm kiếm {folder} bị hỏng ({type(error).__name__}: {error}); "
        "hãy chạy bienban rebuild để dựng lại, hồ sơ vẫn còn nguyên."
    )


def _require_same(stored: Mapping[str, object], identity: Mapping[str, str | int]) -> None:
    for key, value in identity.items():
        if stored.get(key) != value:
            raise ModelMismatch(
                f"Chỉ mục được dựng bằng mô hình {stored.get('embedding_name', 'khác')} "
                f"({key}: {stored.get(key)}), không phải {identity.get('embedding_name')} "
                f"({key}: {value}); hãy chạy bienban rebuild để dựng lại chỉ mục."
            )
