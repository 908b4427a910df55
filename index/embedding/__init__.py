"""Embedding models: the embedded multilingual-e5-small, or any other by name."""

from __future__ import annotations

from pathlib import Path

from index.embedding.base import (
    Answering,
    Embedder,
    EmbeddingError,
    GraphUnavailable,
    ModelIdentity,
    ModelUnavailable,
    Vectors,
    WeightsDamaged,
    WeightsMissing,
    identity,
)

__all__ = [
    "Answering",
    "Embedder",
    "EmbeddingError",
    "GraphUnavailable",
    "ModelIdentity",
    "ModelUnavailable",
    "Vectors",
    "WeightsDamaged",
    "WeightsMissing",
    "identity",
    "load_embedder",
]


def load_embedder(model: str | None, weights: Path | None, cache: Path) -> Embedder:
    """The embedding model that the settings ask for.

    `model` is a folder or hub name for sentence-transformers; without it the embedded model
    serves, from the `weights` file or the installed package's. `cache` is a folder for what can
    be built again. Raises EmbeddingError.
    """
    if model:
        from index.embedding.sentence_transformer import SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(model)
    from index.embedding.e5 import E5Embedder
    from index.embedding.weights import find_weights

    return E5Embedder(find_weights(weights), cache)
