"""Figures of another name that stand behind an indicator and tell of it: what leans on what."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.figure_words import measure_of, words_of
from assistant.knowledge import Knowledge, Known, covered
from assistant.question import Question
from corpus.normalize import syllables
from corpus.vocabulary import Vocabulary, is_noise

# Least share of the question's remaining words (by weight) that a figure's own words must hold.
# Chosen on invented questions: below 0.6 another indicator answers, above 0.8 paraphrases fail.
COVERAGE = 0.7
# Least share of a leaning figure's own name that the question must say.
_LEANING_SHARE = 0.6


def leans_rightly(question: Question, known: Known, knowledge: Knowledge) -> bool:
    """Whether a figure of another name says what is asked of its topic.

    "tai nạn giao thông ..., làm 9 người chết": asked for the dead of the accidents, not for the
    accidents: what the question says beside the topic must be the figure's own name.
    """
    asked = question.form
    if not asked.families <= known.form.families | known.topic.families:
        return False
    # "trong đàn gia súc có mấy con trâu?"
    said = set(asked.rest) <= words_of(known.figure.indicator)
    if asked.rest and not said and known.form.families and not known.form.families & asked.families:
        return False  # an indicator of its own that only stands behind the one asked for
    if not asked.rest:  # "tiền sử dụng đất trong thu ngân sách": one is named, the other above it
        return bool(asked.families & known.form.families)
    own = set(known.form.rest) | words_of(known.figure.indicator)
    own |= words_of(measure_of(known.figure.value.unit))
    if covered(asked.rest, own, knowledge, dict(question.spelling)) < COVERAGE:
        return False
    return said_share(question, known.form.rest, knowledge) >= _LEANING_SHARE


def said_share(question: Question, name: Sequence[str], knowledge: Knowledge) -> float:
    """The share of a name's words that the question says; numbers and noise tell nothing."""
    said = {*question.form.rest, *syllables(question.folded)}
    vocabulary = Vocabulary.load()
    telling = [w for w in name if not w.isdigit() and (w in said or not is_noise(w, w, vocabulary))]
    return covered(telling, said, knowledge)
