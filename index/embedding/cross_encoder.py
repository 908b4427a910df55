"""How likely a passage answers a question, read together by a network trained for that.

A cross-encoder (Nogueira and Cho 2019, arXiv:1901.04085): where an embedding model has to lay a
passage down before anybody asks, this one sees both, and so whether it is told what is asked. It
tells subjects apart; plans from results and years from one another only a little, which is left
to `assistant`'s own tests. It is the embedded model with low-rank additions (Hu et al. 2021,
arXiv:2106.09685) to its upper layers, kept in `cross_encoder.npz` and fitted by
`benchmarks/cross_encoder.py`; tokenizer and word table are the embedded model's own.
"""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.embedding.base import Vectors
from index.embedding.graph_cache import cached_graph, opened
from index.embedding.processor import best_arithmetic
from index.embedding.tokenizer import Tokenizer
from index.embedding.weights import Weights
from index.embedding.words import WordTable

if TYPE_CHECKING:
    import onnxruntime

ADDITIONS = Path(__file__).with_name("cross_encoder.npz")

# Tokens: a question that fills more is cut, so that a passage always has room.
_MOST_ASKED = 48
MOST_TOGETHER = 128


class AdaptedWeights(Weights):
    """The embedded model's weights, each matrix with what was learned for it.

    The archive holds `<tensor>.a`, shape (rank, inputs), and `<tensor>.b`, shape (outputs, rank),
    for each matrix that has an addition, and `head.w`, shape (hidden,), and `head.b`, shape (1,).
    """

    def __init__(self, path: Path, additions: Path = ADDITIONS) -> None:
        super().__init__(path)
        content = additions.read_bytes()
        self._digest = hashlib.sha256(content).hexdigest()
        with np.load(io.BytesIO(content)) as archive:
            self.fitted_to = str(archive["fitted_to"])
            self._additions = {
                name: archive[name].astype(np.float32)
                for name in archive.files
                if name != "fitted_to"
            }

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the additions, which name the weights that they go with, in hexadecimal."""
        return self._digest

    def matrix(self, name: str, rows: int) -> Vectors:
        plain = super().matrix(name, rows)
        stem = name.removesuffix(".w")
        if f"{stem}.a" not in self._additions:
            return plain
        learned: Vectors = self._additions[f"{stem}.b"] @ self._additions[f"{stem}.a"]
        return plain + learned

    @property
    def head(self) -> tuple[Vectors, float]:
        """What turns a mean vector into log-odds: shape (hidden,), and the bias."""
        return self._additions["head.w"], float(self._additions["head.b"][0])


def together(tokenizer: Tokenizer, question: str, passages: Sequence[str]) -> list[list[int]]:
    """The token ids of the question and each passage as one text."""
    asked = tokenizer.encode(f"query: {question}", _MOST_ASKED)
    room = MOST_TOGETHER - len(asked) + 1  # the start mark of the passage falls away
    return [asked + tokenizer.encode(passage, room)[1:] for passage in passages]


@dataclass(frozen=True, slots=True)
class _Engine:
    session: onnxruntime.InferenceSession | None  # None: fitted to other weights than these
    head: tuple[Vectors, float]


class CrossEncoder:
    """Starts with the first question; safe to call from several threads at once."""

    def __init__(self, weights: Weights, cache: Path, threads: int) -> None:
        """`cache` is the folder for the built graph."""
        self._weights = weights
        self._cache = cache
        self._threads = threads
        self._engine: _Engine | None = None
        self._starting = threading.Lock()

    def log_odds(
        self, question: str, passages: Sequence[str], tokenizer: Tokenizer, words: WordTable
    ) -> Vectors:
        """For each passage the log-odds that it answers, shape (len(passages),).

        Empty where it was fitted to other weights than these: its numbers would mean nothing. All
        passages go through in one call: they are few. Raises GraphUnavailable.
        """
        texts = together(tokenizer, question, passages)
        engine = self._started()
        if not texts or engine.session is None:
            return np.empty(0, np.float32)
        embeddings, mask = words.look_up(texts)
        sums = engine.session.run(None, {"embeddings": embeddings, "mask": mask})[0]
        head, bias = engine.head
        return np.asarray(sums / mask.sum(1, keepdims=True) @ head + bias, np.float32)

    def _started(self) -> _Engine:
        with self._starting:
            if self._engine is None:
                adapted = AdaptedWeights(self._weights.path)
                session = None
                if adapted.fitted_to == self._weights.digest:
                    graph = cached_graph(adapted, best_arithmetic(), self._cache)
                    session = opened(graph, self._threads)
                self._engine = _Engine(session, adapted.head)
        return self._engine
