"""What kind of answer a question asks for, guessed from its wording.

The rules of `intents` and `kinds` know the ways of asking that somebody thought of; people find
others. Here multinomial logistic regression over hashed n-grams of words and of letters (the
features of Joulin et al. 2016, arXiv:1607.01759) says how likely each kind is. The weights are
fitted by `benchmarks/question_kinds.py`.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.intents import Intent
from corpus.normalize import fold
from corpus.record import Period
from corpus.vocabulary import Vocabulary

WEIGHTS = Path(__file__).with_name("guessed_kind.npz")
BUCKETS = 1 << 15
KINDS = (
    "target", "amended", "result", "plan", "change", "trend", "compare", "list", "fulfilled",
    "who", "task", "when", "where", "vote", "why", "yes_no", "differ", "passage",
)  # fmt: skip

_INTENTS: Mapping[str, Intent] = {
    "target": "value", "amended": "value", "result": "value", "differ": "value",
    "plan": "plan_share", "change": "change", "trend": "trend", "compare": "compare",
    "list": "list", "fulfilled": "fulfilled", "who": "who", "task": "task", "when": "when",
    "where": "where", "vote": "vote", "why": "why", "yes_no": "yes_no", "passage": "passage",
}  # fmt: skip
_ALIKE: Mapping[Intent, Intent] = {"meeting_date": "when"}  # told apart by the rules alone
_FEWEST = 5  # tokens: a shorter question leans on what was asked before
_LIKELY = 0.4
_SURER = 5.0  # times as likely as what the rules read
_TOKEN = re.compile(r"\w+|[%?]")
_LONGEST = 400  # characters read
_LONGEST_NAME = 8  # words of an indicator
_INDICATOR = "1"


def features(text: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The buckets of a question's n-grams and their weights, words and letters each of length 1.

    Of one question, shapes (n,) and (n,): up to three words, and three to five letters of a word
    with the blanks around it. Numbers are all one, and so are names of known indicators: what is
    asked about must not say how; accents are left out.
    """
    plain = re.sub(r"\d+", "0", fold(text[:_LONGEST]))
    tokens = _without_indicators(_TOKEN.findall(plain))
    blocks = (_counted(_of_words(tokens)), _counted(_of_letters(tokens)))
    buckets = np.array([b for block in blocks for b in block], dtype=np.int64)
    values = np.array([v for block in blocks for v in _scaled(block)], dtype=np.float32)
    return buckets, values


def _without_indicators(tokens: list[str]) -> list[str]:
    names = _folded_names()
    kept: list[str] = []
    start = 0
    while start < len(tokens):
        sizes = range(min(_LONGEST_NAME, len(tokens) - start), 1, -1)
        size = next((n for n in sizes if tuple(tokens[start : start + n]) in names), 0)
        kept.append(_INDICATOR if size else tokens[start])
        start += size or 1
    return kept


@lru_cache(maxsize=1)
def _folded_names() -> frozenset[tuple[str, ...]]:
    """The names of two words and more, folded; of one word they are other words as well."""
    named = (tuple(_TOKEN.findall(" ".join(name))) for name in Vocabulary.load().families)
    return frozenset(name for name in named if len(name) > 1)


def _of_words(tokens: list[str]) -> Iterator[str]:
    for size in (1, 2, 3):
        for start in range(len(tokens) - size + 1):
            yield "w" + " ".join(tokens[start : start + size])


def _of_letters(tokens: list[str]) -> Iterator[str]:
    for token in tokens:
        padded = f" {token} "
        for size in (3, 4, 5):
            for start in range(len(padded) - size + 1):
                yield "c" + padded[start : start + size]


def _counted(grams: Iterable[str]) -> Counter[int]:
    return Counter(zlib.crc32(gram.encode()) % BUCKETS for gram in grams)


def _scaled(counts: Mapping[int, int]) -> list[float]:
    raised = [1 + math.log(n) for n in counts.values()]
    length = math.sqrt(sum(v * v for v in raised)) or 1.0
    return [v / length for v in raised]


@lru_cache(maxsize=1)
def _weights() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The weights, shape (BUCKETS, kinds), and the biases, shape (kinds,)."""
    with np.load(WEIGHTS) as archive:
        weights = archive["weights"].astype(np.float32) * archive["scale"].astype(np.float32)
        return weights, archive["bias"].astype(np.float32)


@lru_cache(maxsize=256)
def guessed(text: str) -> Mapping[str, float]:
    """The probability of each of `KINDS`, by name."""
    weights, bias = _weights()
    buckets, values = features(text)
    odds = bias + values @ weights[buckets]
    odds = np.exp(odds - odds.max())
    return dict(zip(KINDS, (odds / odds.sum()).tolist(), strict=True))


def _of_intents(text: str) -> dict[Intent, float]:
    chances: dict[Intent, float] = {}
    for kind, chance in guessed(text).items():
        chances[_INTENTS[kind]] = chances.get(_INTENTS[kind], 0.0) + chance
    return chances


def likelier_intent(text: str, read: Intent, places: int, times: Sequence[Period]) -> Intent:
    """The intent that the rules read, or another one where the wording clearly says so.

    `places` and `times` are what the question names: two places are compared, and nothing takes
    a course at one time, however it is worded.
    """
    if len(_TOKEN.findall(text)) < _FEWEST:
        return read
    chances = _of_intents(text)
    best = max(chances, key=chances.__getitem__)
    sure = chances[best] > _LIKELY and chances[best] > _SURER * chances[_ALIKE.get(read, read)]
    if not sure or (best == "trend" and not _several(times)):
        return read
    plain = fold(text)
    sticks = (
        read == "fulfilled"
        or (best == "fulfilled" and _SETS_TARGET.search(plain) is not None)
        or (read == "compare" and places > 1)
        or (read == "trend" and len(times) > 1)
        or (read in ("change", "vote") and best == "value")
        or (read == "yes_no" and _POLAR.search(plain) is not None)
        or (read == "who" and best == "task" and _CHAIRS.search(plain) is not None)
        or (best == "where" and _WHICH.search(plain) is not None)
    )
    if sticks:
        return read
    return "meeting_date" if best == "when" and _MEETS.search(plain) else best


# "đặt chỉ tiêu mấy doanh nghiệp mới?": of one target
_SETS_TARGET = re.compile(r"\bdat (?:ra )?(?:chi tieu|muc tieu|ke hoach)\b")
# "xóa xong chưa?"
_POLAR = re.compile(r"^(?!.*\b(?:bao nhieu|may|gi|nao|ai)\b).*\b(?:khong|chua)\W*$")
_CHAIRS = re.compile(  # of a meeting, not of a task: nothing of a day it is due
    r"^(?!.*\b(?:viec|nhiem vu|bao gio|khi nao|xong|han (?:chot|hoan))\b)"
    r".*\b(?:hop|hoi nghi|dai hoi|phien|ky hop)\b.*\bai (?:\w+ )?chu (?:tri|toa)\b"
)
_WHICH = re.compile(  # one by name
    r"\b(?:huyen|xa|phuong|dac khu|thi tran|thon|ban|ap|buon|khu pho|chi hoi|chi bo|to"
    r"|don vi) nao\b"
)
_MEETS = re.compile(r"\b(?:hop|hoi nghi|dai hoi|phien|meeting|session|congress|conference)\b")


def _several(times: Sequence[Period]) -> bool:
    return len(times) > 1 or any(t.is_term for t in times)
