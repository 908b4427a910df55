"""What was asked for is not what was given: proposals, their outcome, and plans that stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

MINUTES = """\
# Biên bản hội nghị Ban Chấp hành Đảng bộ xã Đồng Lau, bàn nhiệm vụ năm 2025

Đồng Lau, ngày 12 tháng 12 năm 2024

## I. Chỉ tiêu năm 2025

- Sản lượng lương thực 9.250 tấn.

- Thu ngân sách 14 tỷ đồng.

## II. Thảo luận

- Đồng chí Vi Văn Tuế, Chủ tịch Hội Nông dân: đề nghị hạ chỉ tiêu sản lượng lương thực năm 2025 từ \
9.250 tấn xuống 9.100 tấn vì thiếu nước.

- Đồng chí Lò Thị Ban hỏi vì sao kênh Nà Đon chậm bàn giao. Kênh Nà Đon chậm bàn giao do nhà thầu \
thiếu đá.

## III. Biểu quyết

- Hạ chỉ tiêu sản lượng lương thực năm 2025 xuống 9.100 tấn: 9 phiếu thuận, 27 phiếu chống. Không \
thông qua.

- Nợ thủy lợi phí còn 212 triệu đồng. Nợ khoanh 64 triệu đồng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("outcomes"), {"bien-ban.md": MINUTES}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Đề nghị hạ chỉ tiêu lương thực 2025 của xã Đồng Lau có được thông qua không?",
        "Xã Đồng Lau có đồng ý hạ chỉ tiêu lương thực 2025 không?",
    ],
)
def test_a_proposals_outcome_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "27 phiếu chống" in answer.text
    assert "Không thông qua" in answer.text


def test_a_proposal_that_was_refused_amends_no_target(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ tiêu sản lượng lương thực năm 2025 của xã Đồng Lau là bao nhiêu?")
    assert "9.250" in answer.text
    assert "9.100" not in answer.text


def test_votes_are_no_value_of_what_was_voted_on(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2025 xã Đồng Lau đạt bao nhiêu tấn lương thực?")
    assert "phiếu" not in answer.text


def test_a_question_put_at_a_meeting_is_no_cause(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao kênh Nà Đon ở xã Đồng Lau chậm bàn giao?")
    assert "thiếu đá" in answer.text
    assert "vì sao" not in answer.text.lower()


def test_the_rarest_word_asked_for_must_be_told(assistant: Assistant) -> None:
    answer = assistant.ask("Nợ khoanh của xã Đồng Lau còn bao nhiêu?")
    assert "212" not in answer.text
