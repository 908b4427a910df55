"""The words that a figure goes by: of its name, of what its unit measures, of its record."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from corpus.indicators import Form
from corpus.normalize import TOKEN, canonical_tones, syllables
from corpus.vocabulary import Vocabulary, respelled

# What a value of such a unit measures, often left unsaid: "4.126 ha cây vụ đông".
MEASURES = (
    (r"(?:tạ|tấn)/ha", "năng suất"), (r"ha\b|h[eé]c.?ta|m2|m²", "diện tích"),
    (r"tấn|(?:nghìn|ngàn) tấn|kg", "sản lượng"),
    (r"con\b|(?:nghìn|ngàn|triệu) con", "tổng đàn"), (r"km\b", "chiều dài"),
)  # fmt: skip
HOW_MEASURED = frozenset(syllables(" ".join(name for _, name in MEASURES)))


def measure_of(unit: str) -> str:
    """What a value of such a unit measures, "" where the unit does not say."""
    return next((name for pattern, name in MEASURES if re.match(pattern, unit)), "")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """Folded syllables of a text, and the same with their accents."""
    return frozenset((*syllables(text), *TOKEN.findall(canonical_tones(text))))


@lru_cache(maxsize=1024)
def record_words(text: str) -> frozenset[str]:
    """The words of a record's title, its short forms written out as well."""
    return words_of(text) | frozenset(respelled(text, Vocabulary.load()))


def written_out(form: Form, printed: Container[str], spelling: Mapping[str, str]) -> set[str]:
    """The asked words, as they are spelt, that a name holds in a short form alone ("DTTS")."""
    return {spelling[w] for w in form.rest if w not in printed and w in spelling}


NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
