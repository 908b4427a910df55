"""What an embedding model is to the rest of the program, and what can go wrong with one.

EmbeddingError
├── WeightsMissing     the embedded model's weights file is not on this machine
├── WeightsDamaged     the weights file is there but is not what it should be
├── GraphUnavailable   the inference graph can be neither read nor built
└── ModelUnavailable   a model named by the user cannot be loaded
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class EmbeddingError(Exception):
    """An embedding model cannot serve; the message is one Vietnamese sentence for the user."""


class WeightsMissing(EmbeddingError):
    """Neither the given path nor the installed package has the weights file."""


class WeightsDamaged(EmbeddingError):
    """The weights file is truncated, altered or of another format."""


class GraphUnavailable(EmbeddingError):
    """The inference graph cannot be built, kept or opened on this machine."""


class ModelUnavailable(EmbeddingError):
    """The model named by the user is missing, damaged or needs a network that is not there."""


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """What vectors must agree on before they may be compared."""

    name: str
    revision: str
    dimension: int
    query_prefix: str
    document_prefix: str

    def as_metadata(self) -> dict[str, str | int]:
        """Flat values to store beside the vectors; no value is None."""
        return {
            "embedding_name": self.name,
            "embedding_revision": self.revision,
            "embedding_dimension": self.dimension,
            "embedding_query_prefix": self.query_prefix,
            "embedding_document_prefix": self.document_prefix,
        }


class Embedder(Protocol):
    """Turns texts into unit vectors; safe to call from several threads at once."""

    @property
    def name(self) -> str: ...

    @property
    def revision(self) -> str:
        """Changes whenever vectors made before and after must not be mixed."""
        ...

    @property
    def dimension(self) -> int: ...

    @property
    def query_prefix(self) -> str: ...

    @property
    def document_prefix(self) -> str: ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, shape (len(texts), dimension), in the given order.

        Raises EmbeddingError when the model cannot serve.
        """
        ...

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of passages, shape (len(texts), dimension), in the given order.

        Raises EmbeddingError when the model cannot serve.
        """
        ...


@runtime_checkable
class Answering(Protocol):
    """Reads a question and passages together."""

    def answering(self, question: str, passages: Sequence[str]) -> Vectors:
        """For each passage the log-odds that it answers the question, shape (len(passages),).

        Empty where the model was not fitted to that. Raises EmbeddingError.
        """
        ...


def identity(embedder: Embedder) -> ModelIdentity:
    """The identity to store with an embedder's vectors and to check when they are read."""
    return ModelIdentity(
        name=embedder.name,
        revision=embedder.revision,
        dimension=embedder.dimension,
        query_prefix=embedder.query_prefix,
        document_prefix=embedder.document_prefix,
    )
