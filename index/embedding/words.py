"""What goes into the encoder: word rows taken from the mapped weights file, plus positions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Vectors
from index.embedding.weights import Weights, dequantize


class WordTable:
    """The embedding layer before its normalisation."""

    def __init__(self, weights: Weights, pad: int) -> None:
        shape = weights.shape
        self._pad = pad
        self._rows = weights.blocks("emb.word", shape.vocabulary)
        # Every token of a plain text has type 0, so that type's row can join the positions.
        self._positions = weights.vector("emb.pos").reshape(shape.positions, shape.hidden)
        self._positions += weights.vector("emb.type")[: shape.hidden]

    def look_up(self, texts: Sequence[Sequence[int]]) -> tuple[Vectors, NDArray[np.int32]]:
        """Padded embeddings (texts, tokens, hidden) and their mask (texts, tokens) of token ids.

        The longest text must not have more tokens than the model has positions.
        """
        tokens = max(map(len, texts))
        ids = np.full((len(texts), tokens), self._pad, np.int64)
        mask = np.zeros((len(texts), tokens), np.int32)
        for row, text in enumerate(texts):
            ids[row, : len(text)] = text
            mask[row, : len(text)] = 1
        known, place = np.unique(ids, return_inverse=True)
        embeddings = dequantize(self._rows[known])[place.reshape(ids.shape)]
        embeddings += self._positions[:tokens]
        return embeddings, mask
