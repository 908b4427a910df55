"""A sentence that holds all that is asked answers, where its value was not read as a figure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

REPORT = """\
# UBND huyện Sơn Ca: Báo cáo kết quả năm 2024

Sơn Ca, ngày 12 tháng 12 năm 2024

4. Du lịch khởi sắc, nhiều điểm mới mở; doanh thu 41,2 tỷ đồng.

Tỷ lệ dân số tham gia bảo hiểm y tế duy trì không dưới 96%.

Trạm y tế tiêm phòng bệnh dại cho trẻ em; tiểu học dạy 2 buổi/ngày.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("stated"), {"bao-cao.md": REPORT}) as knowing_one:
        yield knowing_one


def test_the_sentence_that_holds_all_that_is_asked_answers(assistant: Assistant) -> None:
    answer = assistant.ask("Doanh thu du lịch năm 2024 của huyện Sơn Ca được bao nhiêu tỷ?")
    assert answer.found and "doanh thu 41,2 tỷ đồng" in answer.text
    assert answer.citations[0].quote in REPORT


@pytest.mark.parametrize(
    "question",
    [
        "Dân số huyện Sơn Ca năm 2024 là bao nhiêu người?",  # a rate counts nobody
        "Doanh thu du lịch năm 2024 của xã Sơn Ca được bao nhiêu tỷ?",  # of another level
        "Doanh thu du lịch năm 2024 của huyện Vân Lĩnh được bao nhiêu tỷ?",
        "Doanh thu du lịch năm 2022 của huyện Sơn Ca được bao nhiêu tỷ?",
        "Doanh thu du lịch quốc tế năm 2024 của huyện Sơn Ca được bao nhiêu tỷ?",
    ],
)
def test_a_sentence_of_another_unit_place_or_number_does_not(
    assistant: Assistant, question: str
) -> None:
    assert not assistant.ask(question).found
