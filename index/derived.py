"""The derived indexes together: they follow the truth and are made from it again when they lag.

Each indexed passage is named `<passage id>@<digest of its indexed text>`, so comparing sets of
names shows every difference between the truth and an index, after a kill at any moment.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Embedder, ModelIdentity, identity
from index.errors import DamagedIndex, ModelMismatch
from index.indexed_text import index_id, index_texts, joined
from index.lexical import LexicalIndex
from index.store import RecordStore
from index.vector_cache import VectorCache
from index.vectors import VectorIndex

Vectors = NDArray[np.float32]
Told = Callable[[int, int], None]  # (passages done, passages in all)

_BATCH = 512  # passages embedded between two reports of progress

_log = logging.getLogger(__name__)


class DerivedIndexes:
    """Vectors, lexical index and embedding cache of one library."""

    def __init__(
        self,
        folder: Path,
        build: int,
        vectors: VectorIndex,
        cache: VectorCache,
        embedder: Embedder,
        store: RecordStore,
    ) -> None:
        self.folder = folder
        self.build = build
        self.vectors = vectors
        self.cache = cache
        self.lexical = LexicalIndex()
        self.digests: Mapping[str, str] = {}  # passage id -> digest; replaced, never changed
        self._embedder = embedder
        self._store = store

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, store: RecordStore) -> DerivedIndexes:
        """The indexes as they are, brought level with the truth.

        Raises `ModelMismatch` when they were made by another model. Damage is repaired: vectors
        come from the cache, only what is missing there is embedded.
        """
        model = identity(embedder)
        _require_model(store, model)
        build = int(store.meta("index_build") or 1)
        try:
            indexes = cls._at(folder, build, model, embedder, store)
            whole = indexes.vectors.reachable(embedder.dimension)
        except DamagedIndex as error:
            _log.warning("%s", error)
            whole = False
        else:
            if not whole:
                _log.warning("Chỉ mục %s thiếu véc-tơ; đang dựng lại.", folder)
                indexes.close()
        if not whole:
            build += 1
            indexes = cls._at(folder, build, model, embedder, store)
        indexes.sync()
        indexes.make_current()
        return indexes

    @classmethod
    def fresh(
        cls, folder: Path, embedder: Embedder, store: RecordStore, told: Told
    ) -> DerivedIndexes:
        """New indexes beside the old ones, every passage embedded anew; not yet current."""
        build = int(store.meta("index_build") or 1) + 1
        _drop(folder / f"vectors-{build}")
        indexes = cls._at(folder, build, identity(embedder), embedder, store)
        indexes._fill(anew=True, told=told)
        return indexes

    @classmethod
    def _at(
        cls,
        folder: Path,
        build: int,
        model: ModelIdentity,
        embedder: Embedder,
        store: RecordStore,
    ) -> DerivedIndexes:
        metadata = model.as_metadata()
        vectors = VectorIndex.open(folder / f"vectors-{build}", metadata)
        cache = VectorCache(folder / "embeddings.sqlite3", metadata, model.dimension)
        return cls(folder, build, vectors, cache, embedder, store)

    def make_current(self) -> None:
        """Record that these are the library's indexes; other builds are dropped."""
        model = json.dumps(identity(self._embedder).as_metadata(), sort_keys=True)
        for key, value in (("embedding", model), ("index_build", str(self.build))):
            if self._store.meta(key) != value:
                self._store.set_meta(key, value)
        for other in self.folder.glob("vectors-*"):
            if other.name != f"vectors-{self.build}":
                _drop(other)

    def prepare(self, digests: Sequence[str], texts: Sequence[str]) -> Vectors:
        """Vectors of indexed texts, embedding only new ones; before the truth changes."""
        return self.cache.fill(digests, texts, self._embedder.embed_documents)

    def replace(
        self,
        former: Mapping[str, str],
        current: Mapping[str, str],
        texts: Sequence[str] = (),
        vectors: Vectors | None = None,
    ) -> None:
        """Follow a change of the truth: passages (id -> digest) that were and that are.

        `texts` and `vectors` go with `current`, in order.
        """
        names = [index_id(*item) for item in current.items()]
        gone = {index_id(*item) for item in former.items()} - set(names)
        if names and vectors is not None:
            self.vectors.add(names, vectors)
            self.lexical.add(names, texts)
        kept = {name: digest for name, digest in self.digests.items() if name not in former}
        self.digests = kept | dict(current)
        self.lexical.remove(gone)
        self.vectors.remove(sorted(gone))

    def sync(self) -> int:
        """Bring the indexes level with the truth; returns the number of passages repaired."""
        self.digests = self._store.digests()
        names = {index_id(*item) for item in self.digests.items()}
        present = self.vectors.ids()
        self.vectors.remove(sorted(present - names))
        self._fill_cache(sorted(names & present))
        repaired = self._fill(anew=False, wanted=names - present)
        stamp = str(self._store.generation())
        if not self.lexical.load(self._lexical_path, stamp) or self.lexical.ids() != names:
            self._build_lexical()
        return repaired + len(present - names)

    def save(self) -> None:
        """Keep the lexical index on disk, so that the next opening need not build it."""
        self.lexical.save(self._lexical_path, str(self._store.generation()))

    def texts(self, wanted: Iterable[str] | None = None) -> Iterable[tuple[str, str, str]]:
        """(index id, digest, indexed text) of the library's passages, or the wanted ones."""
        chosen = None if wanted is None else set(wanted)
        records = None if chosen is None else {name.partition(":")[0] for name in chosen}
        for indexed in self._store.indexed(records):
            contexts, own = index_texts(indexed.passages, indexed.info, indexed.text)
            for i, passage in enumerate(indexed.passages):
                name = index_id(passage.id, indexed.digests[i])
                if chosen is None or name in chosen:
                    yield name, indexed.digests[i], joined(contexts[i], own[i])

    def close(self) -> None:
        self.vectors.close()
        self.cache.close()

    @property
    def _lexical_path(self) -> Path:
        return self.folder / "lexical.npz"

    def _build_lexical(self) -> None:
        rows = [(name, text) for name, _, text in self.texts()]
        lexical = LexicalIndex()
        lexical.add([name for name, _ in rows], [text for _, text in rows])
        self.lexical = lexical
        self.save()

    def _fill(self, *, anew: bool, wanted: set[str] | None = None, told: Told | None = None) -> int:
        """Put passages into the vector index (and all into the lexical one when `anew`)."""
        if wanted is not None and not wanted:
            return 0
        if anew:
            self.digests = self._store.digests()
        total = len(self.digests) if wanted is None else len(wanted)
        done = 0
        rows = iter(self.texts(wanted))
        while batch := list(islice(rows, _BATCH)):
            names, digests, texts = (list(column) for column in zip(*batch, strict=True))
            if anew:
                fresh = self._embedder.embed_documents(texts)
                self.cache.put(digests, fresh)
            else:
                fresh = self.prepare(digests, texts)
            self.vectors.add(names, fresh)
            if anew:
                self.lexical.add(names, texts)
            done += len(names)
            if told is not None:
                told(done, total)
        return done

    def _fill_cache(self, names: Sequence[str]) -> None:
        """A lost cache is read back from the vector index."""
        digest_of = {name: name.partition("@")[2] for name in names}
        known = self.cache.digests()
        lost = [name for name in names if digest_of[name] not in known]
        for start in range(0, len(lost), _BATCH):
            found = self.vectors.get(lost[start : start + _BATCH])
            if found:
                self.cache.put([digest_of[n] for n in found], np.stack(list(found.values())))


def _require_model(store: RecordStore, model: ModelIdentity) -> None:
    """The truth remembers the model too, for when the vector index is lost."""
    kept = store.meta("embedding")
    if kept is None:
        return
    former = json.loads(kept)
    if former != model.as_metadata():
        raise ModelMismatch(
            f"Chỉ mục được dựng bằng mô hình {former.get('embedding_name')}, không phải "
            f"{model.name} (hoặc khác phiên bản); hãy chạy bienban rebuild để dựng lại chỉ mục."
        )


def _drop(folder: Path) -> None:
    # Windows keeps files of a just closed index open for a while: the next opening tries again.
    shutil.rmtree(folder, ignore_errors=True)
