"""A sentence is quoted to the part that tells what is asked, and only where that is sure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.alike import holds_asked
from assistant.assistant import Assistant
from assistant.evidence import find_units
from assistant.question import read_question
from assistant.told_parts import parts_of_sentence, told_part
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary
from tests.assistant.records import knowing

PAPER = """\
UBND HUYỆN SƠN CA

Sơn Ca, ngày 15 tháng 12 năm 2024

# BÁO CÁO Kết quả năm 2024 của huyện Sơn Ca

## I. KẾT QUẢ

Sau khi ra trường, 79,6% học viên tìm được chỗ làm, 14,3% mở cửa hàng riêng.

Tổ vá xe lưu động sửa 35 lượt xe trong quý II, 48 lượt xe trong quý III.

Trại giống nuôi 120 con dúi, 64 con nhím (trong đó 12 con cái, 52 con đực).
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("parts"), {"bao-cao.md": PAPER}) as knowing_one:
        yield knowing_one


def _told(assistant: Assistant, asked: str) -> str:
    question = read_question(asked, Vocabulary.load(), ())
    unit = find_units(question, assistant.shelf, asked)[0]
    return told_part(question, assistant.shelf, unit, holds_asked(question)).text


def test_a_neighbours_figure_is_left_out(assistant: Assistant) -> None:
    told = _told(assistant, "Bao nhiêu phần trăm học viên ra trường tìm được chỗ làm?")
    assert told == "Sau khi ra trường, 79,6% học viên tìm được chỗ làm"


@pytest.mark.parametrize(
    "asked",
    [
        # which quarter's it is, a part alone may not say
        "Tổ vá xe lưu động quý III sửa mấy lượt xe?",
        # both parts say as much of it
        "Trại nuôi bao nhiêu con?",
        # two amounts are asked for
        "Trại giống nuôi bao nhiêu con dúi, bao nhiêu con nhím?",
    ],
)
def test_what_one_part_may_not_tell_is_quoted_whole(assistant: Assistant, asked: str) -> None:
    assert any(_told(assistant, asked) == line.rstrip() for line in PAPER.splitlines())


@given(st.text(alphabet="ab1, ;()2%", max_size=40))
def test_parts_lie_in_order_and_hold_a_number_each(text: str) -> None:
    end = 0
    for part in parts_of_sentence(text):
        assert end <= part.start < part.end <= len(text)
        assert find_quantities(text, part.start, part.end)
        end = part.end
