"""Sentences and clauses with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.segment import clauses, sentences, trim


def _sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, 0, len(text))]


def _clauses(text: str) -> list[str]:
    return [text[s.start : s.end] for s in clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text, parts",
    [
        ("Thu đạt 12 tỷ. Chi 10 tỷ.", ["Thu đạt 12 tỷ.", "Chi 10 tỷ."]),
        ("Thu 21.384 tỷ đồng, tăng 6.5%.", ["Thu 21.384 tỷ đồng, tăng 6.5%."]),
        ("TP. Hoa Lư họp. Xong.", ["TP. Hoa Lư họp.", "Xong."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        (
            "Thu ngân sách xã đạt 12 tỷ đồng, tăng\n6,5% so năm trước.\n2 hộ mới",
            ["Thu ngân sách xã đạt 12 tỷ đồng, tăng\n6,5% so năm trước.", "2 hộ mới"],
        ),
        ("Số hộ nghèo tăng\n12 hộ", ["Số hộ nghèo tăng", "12 hộ"]),  # a label of a form
        (
            "Các nội dung giao cho văn phòng trên\n1. Lập tờ trình",
            ["Các nội dung giao cho văn phòng trên", "1. Lập tờ trình"],
        ),
        ("Kết quả… Năm sau khá hơn.", ["Kết quả…", "Năm sau khá hơn."]),
        ("1. Thu ngân sách 5 tỷ.", ["1. Thu ngân sách 5 tỷ."]),
        ("Vì sao chậm? Do mưa.", ["Vì sao chậm?", "Do mưa."]),
        ("đúng hạn. còn lại chậm", ["đúng hạn. còn lại chậm"]),
    ],
)
def test_sentence_ends_before_a_new_beginning(text: str, parts: list[str]) -> None:
    assert _sentences(text) == parts


@pytest.mark.parametrize(
    "text, parts",
    [
        ("thu 5 tỷ; chi 4 tỷ; dư 1 tỷ", ["thu 5 tỷ", "chi 4 tỷ", "dư 1 tỷ"]),
        ("9 xã (2 nâng cao; 1 kiểu mẫu); 4 bản", ["9 xã (2 nâng cao; 1 kiểu mẫu)", "4 bản"]),
        ("thu 5 tỷ (ước; chi 4 tỷ", ["thu 5 tỷ (ước", "chi 4 tỷ"]),
        ("một;; hai", ["một", "hai"]),
    ],
)
def test_clauses_part_at_semicolons_outside_brackets(text: str, parts: list[str]) -> None:
    assert _clauses(text) == parts


def test_trim_keeps_inside() -> None:
    assert trim("  a b \n", Span(0, 7)) == Span(2, 5)


_TEXT = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(["Thu", " ", ".", ";", "(", ")", "\n", "12", "…", "TP", "Chi"])).map(
        "".join
    ),
)


@given(_TEXT)
def test_sentences_are_disjoint_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text, 0, len(text))
    position = 0
    for span in spans:
        assert not text[position : span.start].strip()
        assert span.start < span.end <= len(text)
        position = span.end
    assert not text[position:].strip()


@given(_TEXT)
def test_clauses_are_disjoint_and_lose_only_semicolons_and_white_space(text: str) -> None:
    position = 0
    for span in clauses(text, Span(0, len(text))):
        assert span.start < span.end
        assert not text[position : span.start].replace(";", "").strip()
        position = span.end
    assert not text[position:].replace(";", "").strip()
