import random
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.embedding import passages
from index.embedding.tokenizer import Tokenizer
from index.embedding.weights import Vocabulary, Weights
from tests.index.embedding.tiny import CHARACTERS, PIECES, SCORES

BOS, PAD, EOS, UNKNOWN = 0, 1, 2, 3


@cache
def tiny_tokenizer() -> Tokenizer:
    return Tokenizer(Vocabulary(PIECES, SCORES, CHARACTERS, BOS, EOS, PAD, UNKNOWN))


def pieces(text: str, limit: int = 99) -> list[str]:
    return [PIECES[number] for number in tiny_tokenizer().encode(text, limit)[1:-1]]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", ["▁"]),
        ("giảm nghèo", ["▁giảm", "▁nghèo"]),
        ("giảm  nghèo", ["▁giảm", "▁nghèo"]),
        ("giảm\n\tnghèo", ["▁giảm", "▁nghèo"]),
        ("giảm\u200b nghèo", ["▁giảm", "▁nghèo"]),
        ("hộ", ["▁h", "ộ"]),
        ("hộ％", ["▁h", "ộ", "%"]),
        ("xã %", ["▁xã", "▁", "%"]),
        ("abc", ["▁", "ab", "c"]),  # ab + c = -15 beats a + bc = -16 and a + b + c = -21
        ("龘", ["▁", "<unk>"]),
        ("</s><mask>", ["▁", *["<unk>"] * 6, "a", *["<unk>"] * 3]),
    ],
)
def test_text_becomes_its_most_probable_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_decomposed_text_gives_the_same_pieces() -> None:
    assert pieces(unicodedata.normalize("NFD", "giảm hộ nghèo")) == pieces("giảm hộ nghèo")


def test_text_is_cut_at_the_limit_and_keeps_its_end_mark() -> None:
    ids = tiny_tokenizer().encode("giảm " * 1000, 12)
    assert len(ids) == 12
    assert (ids[0], ids[-1]) == (BOS, EOS)


def score(segmentation: Sequence[str]) -> float:
    return sum(SCORES[PIECES.index(piece)] if piece in PIECES else -19.0 for piece in segmentation)


@given(st.text(alphabet="abcộ%龘", min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_no_segmentation_is_more_probable(word: str) -> None:
    marked = "▁" + word
    best = max(
        score([marked[i:j] for i, j in zip((0, *cuts), (*cuts, len(marked)), strict=True)])
        for count in range(len(marked))
        for cuts in combinations(range(1, len(marked)), count)
        if all(
            marked[i:j] in PIECES or j - i == 1
            for i, j in zip((0, *cuts), (*cuts, len(marked)), strict=True)
        )
    )
    found = [piece if piece != "<unk>" else "龘" for piece in pieces(word)]
    assert score(found) == pytest.approx(best)


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_tokenised_and_counted_alike(text: str) -> None:
    ids = tiny_tokenizer().encode(text, 10_000)
    assert (ids[0], ids[-1]) == (BOS, EOS)
    assert len(ids) == tiny_tokenizer().count(text)
    assert not {BOS, PAD, EOS}.intersection(ids[1:-1])


def varied_texts(count: int) -> list[str]:
    source = random.Random(5)
    words = " ".join(passages(20, 300, seed=5)).split()
    odd = ["😀👍🏽", "🇻🇳", "扶貧指標會議紀錄", "𠮷", "한국어", "русский", "ไทย", "½", "％", "ﬁ"]
    odd += ["\u00a0", "“tỷ lệ”", "13.504,5", "24/27", "NQ-HĐND", "…", "......", "㎡", "\u3000"]
    texts = []
    for _ in range(count):
        chosen = source.choices(words, k=source.randint(1, 40))
        for _ in range(source.randint(0, 6)):
            chosen.insert(source.randrange(len(chosen)), source.choice(odd))
        if source.random() < 0.2:  # typing slips
            chosen = [word[::-1] if source.random() < 0.3 else word.upper() for word in chosen]
        if source.random() < 0.1:
            chosen.append("".join(chr(source.randint(0x21, 0xD7FF)) for _ in range(8)))
        joined = source.choice([" ", "  ", "\n"]).join(chosen)
        texts.append(unicodedata.normalize("NFC", joined) + source.choice(["", "", " "]))
    return texts


def test_counts_are_those_of_the_package(real_weights: Path, package_engine: Any) -> None:
    tokenizer = Tokenizer(Weights(real_weights).vocabulary())
    texts = varied_texts(2000)
    ours = [tokenizer.count("passage: " + text) for text in texts]
    assert ours == [package_engine.token_count(text) for text in texts]
