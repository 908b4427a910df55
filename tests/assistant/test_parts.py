"""Questions that ask for several amounts."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Citation
from assistant.page import Page
from assistant.parts import askings, in_part, parts_of, together, unlike_parts
from assistant.wording import NOT_FOUND
from corpus.normalize import fold


@pytest.mark.parametrize(
    "question, parts",
    [
        ("Thu ngân sách năm 2024 là bao nhiêu?", ["Thu ngân sách năm 2024 là bao nhiêu?"]),
        (
            "Có mấy doanh nghiệp mới và mấy doanh nghiệp tạm ngừng?",
            ["Có mấy doanh nghiệp mới", "mấy doanh nghiệp tạm ngừng?"],
        ),
        (
            "Hộ nghèo còn bao nhiêu phần trăm, tương ứng mấy hộ?",
            ["Hộ nghèo còn bao nhiêu phần trăm", "tương ứng mấy hộ?"],
        ),
        ("Ai chủ trì và họp ở đâu?", ["Ai chủ trì và họp ở đâu?"]),
    ],
)
def test_cuts_where_a_second_amount_is_asked_for(question: str, parts: list[str]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question, parts",
    [
        ("Giám đốc là ai, còn ai làm chủ tịch?", ["Giám đốc là ai", "ai làm chủ tịch?"]),
        ("Mấy buôn đạt văn hóa, chỗ nào chưa?", ["Mấy buôn đạt văn hóa", "chỗ nào chưa?"]),
        ("Chỉ tiêu hộ nghèo lúc đầu, khi chưa điều chỉnh, là bao nhiêu?", []),
        ("Năm đầu 2020, huyện đón bao nhiêu khách?", []),
    ],
)
def test_two_unlike_questions_are_told_apart(question: str, parts: list[str]) -> None:
    assert unlike_parts(question) == parts


def _answer(text: str, *quotes: str) -> Answer:
    citations = tuple(
        Citation("r1", "a.md", "A", q, 10 * i, 10 * i + len(q)) for i, q in enumerate(quotes)
    )
    return Answer(text=text, found=True, citations=citations)


def test_answers_given_together_number_their_sources_on() -> None:
    both = together([_answer("Một [1].", "một"), _answer("Hai [1] và một [2].", "hai", "ba")])
    assert [c.quote for c in both.citations] == ["một", "hai", "ba"]
    assert both.text == "Một [1]. Hai [2] và một [3]."


def test_an_answer_in_part_is_not_found() -> None:
    told = in_part(_answer("Dự án khởi công mới: 18 dự án [1].", "18 dự án"))
    assert not told.found and told.text.startswith(NOT_FOUND["vi"])
    assert "18 dự án [1]" in told.text and len(told.citations) == 1


def test_piped_water_asks_for_no_number() -> None:
    asked = "Tỷ lệ hộ dùng nước máy là bao nhiêu?"
    assert parts_of(asked) == [asked]
    assert askings(Page.of(asked).unlike_may(fold(asked))) == 1
