"""Find passages: dense and lexical scores, calibrated and added.

Both scores become z-scores over the whole library (how far above the average passage), which is
what makes them comparable; weighted sums beat rank fusion in every published comparison on
Vietnamese.
"""

from __future__ import annotations

import heapq
import logging
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.record import Passage
from index.accents import AccentRestorer, needs_accents
from index.embedding.base import Embedder
from index.errors import DamagedIndex
from index.indexed_text import index_id
from index.lexical import LexicalIndex, LexicalScores
from index.store import RecordStore
from index.vector_cache import VectorCache
from index.vectors import VectorIndex

Vectors = NDArray[np.float32]

# Weight of the lexical z-score beside the dense one, with family terms in the lexical index.
# Chosen among 0.45, 0.5 and 0.6: evidence in the top 5 of 246 questions over 18 invented records
# .927 / .931 / .915, and on average over 14 other sets of records .893 / .892 / .891. Rerun them,
# and benchmarks/xquad_search.py, before changing it.
LEXICAL_WEIGHT = 0.5

_OVERFETCH = 100  # candidates from each side at least; 50 gave the same ten on 300 questions
_EXACT = 2000  # passages of the filtered records that are scored one by one: 777 took 28 ms (busy)
_SAMPLE = 2048  # passages that the mean and deviation of dense scores are taken over

_log = logging.getLogger(__name__)


# What a passage of the one year asked about gains, in deviations: enough to decide a near tie.
# Evidence in the top 5 of 246 questions over 18 invented records: .919 at 0, .935 at 0.1, .939 at
# 0.15 and 0.25, .943 at 0.4; the answers to 2,200 questions are the same.
YEAR_BONUS = 0.15
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_bonus(years: frozenset[str], passage: Passage) -> float:
    """More for a passage whose inherited year is the only one that the question names."""
    told = _YEAR.findall(passage.about)
    return YEAR_BONUS if len(years) == 1 and told and set(told) == years else 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage. `score` is in deviations above the library's average passage."""

    passage: Passage
    score: float
    dense: float  # cosine similarity to the question
    lexical: float  # BM25


class Indexes(Protocol):
    """What search reads of the derived indexes (`index.derived.DerivedIndexes`)."""

    @property
    def vectors(self) -> VectorIndex: ...
    @property
    def lexical(self) -> LexicalIndex: ...
    @property
    def cache(self) -> VectorCache: ...
    @property
    def digests(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class _Sample:
    digests: Mapping[str, str]  # the mapping that it was drawn from: replaced on each change
    vectors: Vectors


class Search:
    """Searches one state of the indexes; cheap to make again after a change."""

    def __init__(
        self,
        store: RecordStore,
        indexes: Indexes,
        embedder: Embedder,
        restorer: Callable[[], AccentRestorer],
    ) -> None:
        self._store = store
        self._indexes = indexes
        self._embedder = embedder
        self._restorer = restorer
        self._sample: _Sample | None = None

    def search(
        self, query: str, k: int = 8, *, record_ids: Collection[str] | None = None
    ) -> list[Hit]:
        """The `k` best passages, best first, of all records or the given ones."""
        digests = self._indexes.digests
        if k < 1 or not query.strip() or not digests:
            return []
        # Without its accents a question means nothing to the dense model (see index.accents).
        asked = self._restorer().restore(query) if needs_accents(query) else query
        vector = self._embedder.embed_queries([asked])[0]
        lexical = self._indexes.lexical.scores(query)
        dense = self._candidates(vector, lexical, k, record_ids, digests)
        mean, deviation = self._dense_calibration(vector, digests)
        scored = []
        for name, similarity in dense.items():
            words = lexical.of(name)
            score = (similarity - mean) / deviation
            score += LEXICAL_WEIGHT * (words - lexical.mean) / lexical.deviation
            scored.append((-score, name, similarity, words))
        best = heapq.nsmallest(2 * k, scored)
        passages = self._store.passages_at([_passage_id(name) for _, name, _, _ in best])
        years = frozenset(_YEAR.findall(query))
        hits = [
            Hit(passage, -negative + year_bonus(years, passage), similarity, words)
            for negative, name, similarity, words in best
            if (passage := passages.get(_passage_id(name))) is not None
        ]
        return sorted(hits, key=lambda hit: -hit.score)[:k]

    def _candidates(
        self,
        vector: Vectors,
        lexical: LexicalScores,
        k: int,
        record_ids: Collection[str] | None,
        digests: Mapping[str, str],
    ) -> dict[str, float]:
        """Index ids worth scoring -> cosine similarity."""
        if record_ids is not None:
            wanted = set(record_ids)
            names = [index_id(p, d) for p, d in digests.items() if _record_id(p) in wanted]
            if len(names) <= max(_EXACT, k):
                return self._similarities(vector, names)
            allowed: Collection[str] | None = set(names)
        else:
            allowed = None
        many = max(_OVERFETCH, 4 * k) * (1 if allowed is None else 5)
        try:
            found = self._indexes.vectors.search(vector, many)
        except DamagedIndex as error:
            _log.warning("%s", error)
            found = []
        if len(found) < min(many, len(digests)) // 2:
            # The graph lost vectors (see index.vectors): slow but right until it is repaired.
            return self._similarities(
                vector, list(allowed or (index_id(p, d) for p, d in digests.items()))
            )
        dense = {n: s for n, s in found if digests.get(_passage_id(n)) == _digest(n)}
        words = [n for n, _ in lexical.top(many) if digests.get(_passage_id(n)) == _digest(n)]
        if allowed is not None:
            dense = {name: score for name, score in dense.items() if name in allowed}
            words = [name for name in words if name in allowed]
            if len(dense) + len(words) < 2 * k:
                return self._similarities(vector, list(allowed))
        dense.update(self._similarities(vector, [name for name in words if name not in dense]))
        return dense

    def _similarities(self, vector: Vectors, names: Sequence[str]) -> dict[str, float]:
        """Exact cosine similarities, from the cached vectors."""
        known = self._indexes.cache.get([_digest(name) for name in names])
        found = [name for name in names if _digest(name) in known]
        if not found:
            return {}
        scores = np.stack([known[_digest(name)] for name in found]) @ vector
        return dict(zip(found, scores.tolist(), strict=True))

    def _dense_calibration(
        self, vector: Vectors, digests: Mapping[str, str]
    ) -> tuple[float, float]:
        """Mean and deviation of the question's similarity over the library.

        Over a sample drawn by digest, so it is the same however the library came about; exact
        up to `_SAMPLE` passages.
        """
        if self._sample is None or self._sample.digests is not digests:
            drawn = heapq.nsmallest(_SAMPLE, set(digests.values()))
            known = self._indexes.cache.get(drawn)
            rows = [known[name] for name in drawn if name in known]
            width = self._indexes.cache.dimension
            matrix = np.stack(rows) if rows else np.zeros((0, width), dtype=np.float32)
            self._sample = _Sample(digests, matrix)
        scores = self._sample.vectors @ vector
        if len(scores) < 2:
            return 0.0, 1.0
        return float(scores.mean()), float(scores.std()) or 1.0


def _passage_id(name: str) -> str:
    return name.partition("@")[0]


def _digest(name: str) -> str:
    return name.partition("@")[2]


def _record_id(passage_id: str) -> str:
    return passage_id.partition(":")[0]
