"""The embedded model: multilingual-e5-small over numpy and ONNX Runtime, nothing else.

Wang et al. 2024, "Multilingual E5 Text Embeddings" (arXiv:2402.05672). Questions and passages
carry the prefixes that the model was trained with.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.embedding.base import Vectors
from index.embedding.cross_encoder import CrossEncoder
from index.embedding.graph import Arithmetic
from index.embedding.graph_cache import cached_graph, opened
from index.embedding.processor import best_arithmetic, usable_cores
from index.embedding.tokenizer import Tokenizer
from index.embedding.weights import Weights
from index.embedding.words import WordTable

if TYPE_CHECKING:
    import onnxruntime

# Tokens of one call, padding included. Larger calls gain nothing and take more memory; smaller
# ones pay for each call (512: 8% slower on two cores). Rerun benchmarks/embedding.py.
_BATCH_TOKENS = 1024


@dataclass(frozen=True, slots=True)
class _Engine:
    tokenizer: Tokenizer
    words: WordTable
    session: onnxruntime.InferenceSession


class E5Embedder:
    """multilingual-e5-small from its 4-bit weights file.

    Opening checks the weights file (milliseconds); the engine itself starts with the first text.
    A text is cut after 512 tokens, some 1,800 characters of Vietnamese. With the "int8" and
    "uint8" arithmetics a text's vector depends a little on its neighbours in a call (cosine
    above 0.99): one scale serves all of them.
    """

    name = "multilingual-e5-small"
    query_prefix = "query: "
    document_prefix = "passage: "

    def __init__(
        self,
        weights: Path,
        cache: Path,
        arithmetic: Arithmetic | None = None,
        threads: int | None = None,
    ) -> None:
        """`cache` is the folder for the built graph; by default the machine decides the rest.

        Raises WeightsMissing or WeightsDamaged.
        """
        self._weights = Weights(weights)
        self._cache = cache
        self._arithmetic = arithmetic
        self._threads = threads or usable_cores()
        self._engine: _Engine | None = None
        self._pairs = CrossEncoder(self._weights, cache, self._threads)
        self._starting = threading.Lock()

    @property
    def revision(self) -> str:
        """Names the weights file's content; vectors of all arithmetics may be mixed."""
        return f"q4-{self._weights.digest[:16]}"

    @property
    def dimension(self) -> int:
        return self._weights.shape.hidden

    @property
    def max_tokens(self) -> int:
        return self._weights.shape.positions

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed([self.query_prefix + text for text in texts])

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        return self.embed([self.document_prefix + text for text in texts])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts as they are, without a prefix, shape (len(texts), dimension)."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        if not texts:
            return vectors
        engine = self._started()
        encoded = [engine.tokenizer.encode(text, self.max_tokens) for text in texts]
        for batch in _batches([len(ids) for ids in encoded]):
            embeddings, mask = engine.words.look_up([encoded[place] for place in batch])
            inputs = {"embeddings": embeddings, "mask": mask}
            vectors[batch] = engine.session.run(None, inputs)[0]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def answering(self, question: str, passages: Sequence[str]) -> Vectors:
        """For each passage the log-odds that it answers the question, shape (len(passages),)."""
        engine = self._started()
        return self._pairs.log_odds(question, passages, engine.tokenizer, engine.words)

    def count_tokens(self, text: str) -> int:
        """Tokens of a whole text, start and end marks included, prefix not."""
        return self._started().tokenizer.count(text)

    def _started(self) -> _Engine:
        if self._engine is None:
            with self._starting:
                if self._engine is None:
                    self._engine = self._start()
        return self._engine

    def _start(self) -> _Engine:
        tokenizer = Tokenizer(self._weights.vocabulary())
        words = WordTable(self._weights, tokenizer.pad)
        arithmetic = self._arithmetic or best_arithmetic()
        graph = cached_graph(self._weights, arithmetic, self._cache)
        return _Engine(tokenizer, words, opened(graph, self._threads))


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts to run together: neighbours in length, within the token budget."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[place] > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    yield batch
