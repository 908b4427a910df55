"""A second look: of many sentences that seem to answer the one is quoted that does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant import second_look
from assistant.alike import holds_asked
from assistant.answer import Answer
from assistant.assistant import Assistant
from tests.assistant.records import knowing, own_model

MINUTES = """\
# Biên bản hội nghị UBND huyện Sơn Ca tháng 12 năm 2024

Sơn Ca, ngày 12 tháng 12 năm 2024

1. Ông Lê Văn Bách, Trưởng phòng Kinh tế nêu ba việc chưa xong: số khách nghỉ lại ít, bến thuyền
chưa đưa vào hoạt động, hai tuyến đường thiếu vốn.

2. Ban Quản lý dự án huyện đưa bến thuyền Sơn Ca vào khai thác trước ngày 20/4/2025.

3. Phòng Tài chính trình phương án vốn cho hai tuyến đường trước ngày 15/3/2025.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("second")
    with knowing(folder, {"bien-ban.md": MINUTES}, own_model(folder / "cache")) as knowing_one:
        yield knowing_one


BERTH = "Ai phải đưa bến thuyền Sơn Ca vào hoạt động, hạn chót ngày nào?"
ROADS = "Phòng nào trình phương án vốn cho hai tuyến đường, trước ngày nào?"


def looked_at(assistant: Assistant, asked: str, answer: Answer) -> Answer | None:
    question, query = assistant.understood(asked)
    return second_look.looked_at_again(question, assistant.shelf, query, answer)


def test_sentence_that_answers_far_better_is_quoted_instead(assistant: Assistant) -> None:
    of_roads = assistant.ask(ROADS)
    assert "15/3/2025" in of_roads.text
    better = looked_at(assistant, BERTH, of_roads)
    assert better is not None
    assert "Ban Quản lý dự án huyện" in better.text and "20/4/2025" in better.text
    assert better.citations[0].quote.startswith("2. Ban Quản lý dự án")


def test_answer_that_is_likely_stands(assistant: Assistant) -> None:
    of_berth = assistant.ask(BERTH)
    assert "20/4/2025" in of_berth.text
    assert looked_at(assistant, BERTH, of_berth) is None


def test_answer_of_several_citations_stands(assistant: Assistant) -> None:
    of_roads = assistant.ask(ROADS)
    several = replace(of_roads, citations=of_roads.citations * 2)
    assert looked_at(assistant, BERTH, several) is None


def test_a_deputy_does_not_hold_the_post_asked_for(assistant: Assistant) -> None:
    question, _ = assistant.understood("Ai là Bí thư Huyện ủy Sơn Ca?")
    holds = holds_asked(question)
    assert holds is not None
    assert holds("Đồng chí Lê Văn An, Bí thư Huyện ủy, phát biểu kết luận hội nghị.")
    assert not holds("Đồng chí Vũ Thị Hoa, Phó Bí thư Thường trực Huyện ủy, trình bày báo cáo.")
