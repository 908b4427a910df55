"""BM25 over folded syllables and bigrams."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.lexical import K1, B, LexicalIndex, number_variants

TEXTS = {
    "a": "Tỷ lệ hộ nghèo xã Đồi Mây còn 7,66%",
    "b": "Thu ngân sách đạt 21.842 triệu đồng, tháng 04/2023",
    "c": "Nghèo hộ lệ tỷ",
}


def built(texts: dict[str, str]) -> LexicalIndex:
    index = LexicalIndex()
    index.add(list(texts), list(texts.values()))
    return index


def test_question_without_accents_finds_the_same() -> None:
    index = built(TEXTS)
    assert index.scores("ti le ho ngheo").top(9) == index.scores("TỶ LỆ HỘ NGHÈO").top(9)


def test_order_of_syllables_counts() -> None:
    assert [name for name, _ in built(TEXTS).scores("tỷ lệ hộ nghèo").top(2)] == ["a", "c"]


@pytest.mark.parametrize(
    "question, found",
    [("7,66", "a"), ("7,66%", "a"), ("21842", "b"), ("tháng 4", "b"), ("năm 2023", "b")],
)
def test_numbers_are_found_in_other_writings(question: str, found: str) -> None:
    assert built(TEXTS).scores(question).top(1)[0][0] == found


def test_variants_of_a_number_leave_its_value() -> None:
    assert number_variants("21.842") == ["21842"]
    assert "7" not in number_variants("7,66%") and "766" not in number_variants("7,66%")
    assert number_variants("1.5") == []


def test_score_is_bm25_by_hand() -> None:
    index = built({"a": "xã xã huyện", "b": "huyện"})
    # Terms of a: xa twice, huyen, and the pairs xa-xa, xa-huyen: 5; of b: 1; 3 on average.
    idf = math.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 2 * (K1 + 1) / (2 + K1 * (1 - B + B * 5 / 3))
    scores = index.scores("xã")
    assert scores.of("a") == pytest.approx(expected, rel=1e-6)
    assert scores.of("b") == 0 and scores.top(5) == [("a", scores.of("a"))]
    assert scores.mean == pytest.approx(expected / 2)
    assert scores.deviation == pytest.approx(expected / 2)


def test_empty_index_and_empty_question_find_nothing() -> None:
    assert LexicalIndex().scores("hộ nghèo").top(3) == []
    assert built(TEXTS).scores("").top(3) == [] and built(TEXTS).scores("hộ").top(0) == []
    assert built({"e": ""}).scores("hộ").top(3) == []


WORDS = st.lists(st.sampled_from(["xã", "huyện", "nghèo", "7%", "4/5", "thu"]), max_size=6).map(
    " ".join
)
STEP = st.tuples(st.booleans(), st.integers(0, 9), WORDS)


@settings(max_examples=60)
@given(st.lists(STEP, max_size=25), WORDS)
def test_index_changed_step_by_step_equals_one_built_at_once(
    steps: list[tuple[bool, int, str]], question: str
) -> None:
    index = LexicalIndex()
    texts: dict[str, str] = {}
    for removing, number, text in steps:
        name = f"p{number}"
        if removing:
            index.remove([name])
            texts.pop(name, None)
        else:
            index.add([name], [text])
            texts.setdefault(name, text)
    scores, expected = index.scores(question), built(texts).scores(question)
    assert index.ids() == set(texts)
    assert dict(scores.top(50)) == pytest.approx(dict(expected.top(50)))
    assert scores.mean == pytest.approx(expected.mean)
    assert scores.deviation == pytest.approx(expected.deviation)


def test_saved_index_is_the_same_and_bound_to_its_stamp(tmp_path: Path) -> None:
    path = tmp_path / "lexical.npz"
    index = built(TEXTS)
    index.remove(["c"])
    index.save(path, "7")
    loaded = LexicalIndex()
    assert not loaded.load(path, "8") and loaded.ids() == set()
    assert loaded.load(path, "7") and loaded.ids() == {"a", "b"}
    assert loaded.scores("hộ nghèo").top(3) == index.scores("hộ nghèo").top(3)
    loaded.add(["d"], ["hộ nghèo"])
    assert loaded.scores("hộ nghèo").top(1)[0][0] == "d"


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 half a file"])
def test_damaged_file_is_not_loaded(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "lexical.npz"
    path.write_bytes(damage)
    assert not LexicalIndex().load(path, "1")


def test_empty_index_can_be_saved(tmp_path: Path) -> None:
    LexicalIndex().save(tmp_path / "lexical.npz", "1")
    assert LexicalIndex().load(tmp_path / "lexical.npz", "1")
