"""What records say in other words, found by the model that comes with the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing, own_model

NOTICE = """\
# Thông báo kết luận hội nghị Ban Thường vụ Huyện ủy Mai Trạch

Mai Trạch, ngày 12 tháng 12 năm 2024

1. Các đảng bộ trực thuộc chuẩn bị đại hội nhiệm kỳ 2025 - 2030; chọn Đảng bộ xã Nà Pa tổ chức đại \
hội điểm.

2. Tàu thuyền vi phạm vùng nước cấm giảm mạnh so với mọi năm.

3. Gây bàn cãi nhiều nhất là mức thu giá dịch vụ gom rác: 24/29 đại biểu tán thành.

4. Bước sang năm 2025, Đảng bộ huyện đề ra 26 chỉ tiêu, trong đó có:
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("alike")
    with knowing(folder, {"thong-bao.md": NOTICE}, own_model(folder / "cache")) as knowing_one:
        yield knowing_one


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Mai Trạch lấy xã nào làm đại hội điểm nhiệm kỳ 2025-2030?",
        "Đại hội điểm ở huyện Mai Trạch, Huyện ủy chọn làm ở xã nào?",
    ],
)
def test_a_paraphrase_answers_which_place(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.found
    assert "Nà Pa" in answer.text


def test_a_sentence_alike_without_a_number_does_not_say_how_many(assistant: Assistant) -> None:
    question = "Có bao nhiêu tàu thuyền ở Mai Trạch vi phạm vùng nước cấm năm 2024?"
    assert not assistant.ask(question).found


def test_a_sentence_alike_without_a_person_does_not_say_who(assistant: Assistant) -> None:
    assert not assistant.ask("Ai phản đối mức thu giá gom rác ở huyện Mai Trạch?").found


def test_a_lead_in_that_only_announces_a_list_answers_nothing(assistant: Assistant) -> None:
    question = "chi tieu ho ngheo nam 2025 cua huyen Mai Trach la bao nhieu?"
    assert not assistant.ask(question).found
