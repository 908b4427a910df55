"""The embedded model's tokenizer: a SentencePiece unigram model in plain Python.

Method: Kudo 2018, "Subword Regularization" (arXiv:1804.10959): the most probable segmentation of
a text into pieces, found by Viterbi. No piece spans a word boundary, so each word is segmented
by itself and remembered: running text repeats its words, and the memory makes it fast.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from index.embedding.weights import Vocabulary

_MARK = "\u2581"  # stands for the blank in front of a word
_BLANKS = re.compile("  +")
_CONTROL_PIECES = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
_WORDS = re.compile(f"{_MARK}[^{_MARK}]*")

# How much less probable than the rarest piece a character outside the vocabulary is; the value
# that the model was trained with (SentencePiece's kUnkPenalty).
_UNKNOWN_PENALTY = 10.0

# Words remembered before the memory is emptied: some 30 MB. Longer "words" (Chinese, tables
# without blanks) hardly ever return.
_REMEMBERED_WORDS = 100_000
_REMEMBERED_LENGTH = 32


class Tokenizer:
    """Splits texts into token ids; safe to call from several threads at once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._characters = vocabulary.characters
        # Control pieces ("<s>", "<mask>"...) score 0, above every real piece: a document that
        # spells one out must not be able to inject it.
        self._pieces = dict(zip(vocabulary.pieces, range(len(vocabulary.pieces)), strict=True))
        for piece in [*_CONTROL_PIECES, ""]:
            self._pieces.pop(piece, None)
        self._longest = max(map(len, self._pieces))
        self._unknown_score = min(vocabulary.scores) - _UNKNOWN_PENALTY
        self._words: dict[str, tuple[int, ...]] = {}

    @property
    def pad(self) -> int:
        return self._vocabulary.pad

    def encode(self, text: str, limit: int) -> list[int]:
        """Token ids of a text with its start and end marks, at most `limit` of them."""
        room = limit - 2
        # A token is at most `_longest` characters, so the rest of a huge text cannot matter
        # (4 times: normalisation may shorten it).
        text = text[: 4 * room * self._longest]
        ids: list[int] = []
        for word in _WORDS.finditer(self._normalise(text)):
            ids.extend(self._segment(word.group()))
            if len(ids) >= room:
                break
        return [self._vocabulary.bos, *islice(ids, room), self._vocabulary.eos]

    def count(self, text: str) -> int:
        """Number of tokens of a whole text, start and end marks included."""
        words = _WORDS.findall(self._normalise(text))
        return sum(len(self._segment(word)) for word in words) + 2

    def _normalise(self, text: str) -> str:
        """NFC, the model's character map, single blanks; every word led by its mark."""
        text = unicodedata.normalize("NFC", text)
        text = _BLANKS.sub(" ", text.translate(self._characters))
        if not text.startswith(" "):
            text = " " + text
        return text.replace(" ", _MARK)

    def _segment(self, word: str) -> tuple[int, ...]:
        known = self._words.get(word)
        if known is not None:
            return known
        ids = self._viterbi(word)
        if len(word) <= _REMEMBERED_LENGTH:
            if len(self._words) >= _REMEMBERED_WORDS:
                self._words.clear()
            self._words[word] = ids
        return ids

    def _viterbi(self, word: str) -> tuple[int, ...]:
        length = len(word)
        pieces, longest, scores = self._pieces, self._longest, self._vocabulary.scores
        best = [0.0] + [float("-inf")] * length
        came_from = [0] * (length + 1)
        token = [self._vocabulary.unknown] * (length + 1)
        for start in range(length):
            so_far = best[start]
            for end in range(start + 1, min(start + longest, length) + 1):
                piece = pieces.get(word[start:end])
                if piece is not None and so_far + scores[piece] > best[end]:
                    best[end] = so_far + scores[piece]
                    came_from[end], token[end] = start, piece
            if so_far + self._unknown_score > best[start + 1]:
                best[start + 1] = so_far + self._unknown_score
                came_from[start + 1], token[start + 1] = start, self._vocabulary.unknown
        ids = []
        end = length
        while end:
            ids.append(token[end])
            end = came_from[end]
        return tuple(reversed(ids))
