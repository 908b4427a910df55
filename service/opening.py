"""Open the library that the settings name, with the embedding model that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library
    from index.settings import LibrarySettings


def open_library(
    settings: LibrarySettings, command: str = "", *, rebuilding: bool = False
) -> Library:
    """`command` is what other processes are told holds the library.

    Raises `LibraryError` (busy, other model...) or `EmbeddingError`.
    """
    from index.embedding import load_embedder
    from index.library import Library

    embedder = load_embedder(settings.embedding, settings.weights, settings.cache)
    return Library.open(settings, embedder=embedder, command=command, rebuilding=rebuilding)
