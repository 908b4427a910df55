"""The same question in the words of records: "mổ" where they say "phẫu thuật".

Tried only where nothing was found: a record may well say it as it was asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from corpus.normalize import canonical_tones, fold, syllables
from corpus.vocabulary import Vocabulary, typed_plainly

_TRIED = 4  # ways of asking again: each costs as much time as the question itself


def in_other_words(
    texts: Sequence[str], vocabulary: Vocabulary, known: Container[str]
) -> Iterator[list[str]]:
    """A conversation's questions with one word put otherwise in all of them, at most four ways.

    `known` are the folded syllables of the library: what no record says is not tried.
    """
    plainly = typed_plainly(canonical_tones(" ".join(texts)).split())
    tried = 0
    for names in vocabulary.synonyms:
        spelt = [fold(name) if plainly else name for name in names]
        for said in spelt:
            if plainly and " " not in said:
                continue  # "mo" is many words
            if not any(_found(said, text) for text in texts):
                continue
            for other in spelt:
                if said in other or not all(word in known for word in syllables(other)):
                    continue
                if tried == _TRIED:
                    return
                tried += 1
                yield [_put(said, other, text) for text in texts]


def _found(said: str, text: str) -> list[re.Match[str]]:
    """Where a text says a word, not a name that is spelt so: "Lạc Thủy" is no "lạc"."""
    shown = canonical_tones(text)
    if len(shown) != len(text):
        return []
    words = re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", shown)
    return [m for m in words if m.start() == 0 or text[m.start()].islower()]


def _put(said: str, other: str, text: str) -> str:
    for match in reversed(_found(said, text)):
        text = text[: match.start()] + other + text[match.end() :]
    return text
