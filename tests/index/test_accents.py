"""Accents put back into questions typed without them."""

from __future__ import annotations

import time

import pytest

from corpus.normalize import canonical_tones, fold
from index.accents import (
    AccentRestorer,
    has_accents,
    is_syllable,
    needs_accents,
    seed_lines,
)

RESTORER = AccentRestorer(["Hội nghị xã Vườn Quế; bản Nậm Ngần báo cáo sản lượng măng tre"])


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu giảm nghèo năm 2024 là bao nhiêu?",
        "đồng chí bí thư huyện ủy phát biểu gì",
        "So với cùng kỳ năm trước, thu ngân sách tăng bao nhiêu?",
        "Có mấy xã đạt chuẩn nông thôn mới?",
        "Sản lượng măng tre của bản Nậm Ngần",
        "Ai chủ trì hội nghị ở xã Vườn Quế?",
        "năm ngoái xã trồng được mấy tấn vậy em?",
        "Huyện muốn đạt bao nhiêu nhỉ",
        "xã còn thiếu mấy giáo viên vậy anh",
        "ai hứa và hạn khi nào?",
    ],
)
def test_question_gets_its_accents_back(question: str) -> None:
    bare = "".join(fold(c).upper() if c.isupper() else fold(c) for c in question)
    assert canonical_tones(RESTORER.restore(bare)) == canonical_tones(question)


def test_accented_words_numbers_and_unknown_words_stay() -> None:
    assert RESTORER.restore("tỷ le ho ngheo 7,66% Qwrtz 24/27") == (
        "tỷ lệ hộ nghèo 7,66% Qwrtz 24/27"
    )


@pytest.mark.parametrize("text", ["", "2024", "?!", "x"])
def test_text_without_words_stays(text: str) -> None:
    assert RESTORER.restore(text) == text


def test_capitals_are_kept() -> None:
    assert RESTORER.restore("BI THU Huyen uy") == "BÍ THƯ Huyện ủy"


@pytest.mark.parametrize(
    "text, needed",
    [
        ("Ty le ho ngheo nam 2023 la bao nhieu", True),
        ("Tỷ lệ hộ nghèo năm 2023", False),
        ("thu ngân sách", False),
        ("What was the poverty rate of Doi May in 2023?", False),
        ("How many communes reached the target?", False),
        ("Which farmer cooperative had losses", False),
        ("2023", False),
        ("", False),
    ],
)
def test_only_vietnamese_typed_without_accents_needs_them(text: str, needed: bool) -> None:
    assert needs_accents(text) is needed


def test_accents_are_seen_in_composed_and_decomposed_text() -> None:
    assert has_accents("e\u0302") and has_accents("ê") and has_accents("Đ")
    assert not has_accents("Bao cao 2023 \u200b")


def test_text_without_accents_teaches_nothing() -> None:
    taught = AccentRestorer(["ho ngheo ho ngheo ho ngheo ho ngheo"] * 50)
    assert taught.restore("ho ngheo") == "hộ nghèo"


def test_seed_is_mostly_restored_from_itself() -> None:
    lines = [line for line in seed_lines() if " " in line]
    right = total = 0
    for line in lines:
        said, meant = RESTORER.restore(fold(line)).split(), line.lower().split()
        right += sum(a == b for a, b in zip(said, meant, strict=True))
        total += len(meant)
    assert right / total > 0.97


def test_restoring_is_fast_enough_for_every_question() -> None:
    began = time.perf_counter()
    for _ in range(20):
        RESTORER.restore("chi tieu giam ngheo nam 2024 cua huyen la bao nhieu phan tram")
    assert (time.perf_counter() - began) / 20 < 0.02  # 1-2 ms when nothing else runs


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("hội nghij báo cáo", "hội nghị báo cáo"),
        ("ngihn tấn măng", "nghìn tấn măng"),
        ("sản luợgn măng tre", "sản lượng măng tre"),
    ],
)
def test_a_word_that_none_can_be_is_put_right(typed: str, meant: str) -> None:
    assert RESTORER.respell(typed) == meant


@pytest.mark.parametrize("text", ["hộ dâu tằm", "UBND, HTX, OCOP", "x y z", "Qwrtz đc bn"])
def test_what_can_be_a_word_or_an_abbreviation_stays(text: str) -> None:
    assert RESTORER.respell(text) == text


@pytest.mark.parametrize("word", ["nghieng", "quyet", "khuya", "oanh", "gieng", "y", "ngoeo"])
def test_syllables_can_be_words(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["haon", "ngheof", "trogn", "kan", "cing", "meet", "stress"])
def test_other_letters_cannot(word: str) -> None:
    assert not is_syllable(word)
