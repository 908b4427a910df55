"""Papers in another language: their figures are not read by the grammar of Vietnamese."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset([
    "the", "of", "and", "in", "to", "was", "were", "is", "are", "for", "by", "with", "from", "on",
    "at", "its", "that",
])  # fmt: skip
_LEAST = 0.15  # of the words of an English text; of a Vietnamese one typed plainly hardly any
_LOOKED_AT = 6000  # characters


def is_english(text: str) -> bool:
    """Whether a text is English, by the share of its function words."""
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    told = sum(word in _ENGLISH for word in words)
    return bool(words) and told / len(words) >= _LEAST
