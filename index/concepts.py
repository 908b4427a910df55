"""Search terms beyond the words as written: indicator families and short forms written out.

"thu NSNN", "thu ngân sách nhà nước" and "budget revenue" share the term of their family, so a
question meets the passage whatever the record calls the indicator, in Vietnamese or English.
"""

from __future__ import annotations

from corpus.normalize import syllables
from corpus.vocabulary import Vocabulary, respelled, translated
from index.accents import is_syllable


def concept_terms(text: str) -> list[str]:
    """Family terms ("@budget_revenue") and the written-out syllables of short forms in `text`."""
    vocabulary = Vocabulary.load()
    words = respelled(text, vocabulary)
    found: list[str] = []
    index = 0
    while index < len(words):
        size = vocabulary.name_at(words, index)
        if size:
            family = vocabulary.families[words[index : index + size]]
            found += [f"@{family}"] * 2  # a name weighs more than the syllables it is made of
        index += size or 1
    return found


def vietnamese_terms(question: str) -> list[str]:
    """Vietnamese syllables of the English office words in a question; empty for none."""
    vocabulary = Vocabulary.load()
    words = respelled(question, vocabulary)
    native = frozenset(filter(is_syllable, words))  # "dam" may be "dặm", "đầm"
    put = (w for phrase in translated(words, vocabulary, native) for w in syllables(phrase))
    return [word for word in put if word not in words]
