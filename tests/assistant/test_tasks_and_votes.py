"""Votes and tasks asked for as people speak, over minutes of a cooperative that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.decisions import tells_due_day
from tests.assistant.records import knowing

MINUTES = """\
# Biên bản Đại hội thành viên Hợp tác xã Chè Mây Trắng năm 2025

Mây Trắng, ngày 16 tháng 3 năm 2025

## III. Biểu quyết

1) Vay 2,3 tỷ đồng làm xưởng sấy: tán thành 71, không tán thành 9, ý kiến khác 4.

2) Nâng vốn góp tối thiểu từ 2 triệu lên 4 triệu đồng/thành viên: 58 tán thành, 17 không tán thành.

3) Chia lãi theo vốn góp (7,5%) và theo mức độ sử dụng dịch vụ.

## IV. Phân công

| Việc | Người làm | Hạn |
|---|---|---|
| Xin giấy phép đấu nối điện cho xưởng sấy | Ông Đàm Văn Khoái, kế toán Vi Thị Nhạn | 25/4 |
| Thu đủ tiền góp vốn của 12 thành viên còn thiếu | Tổ trưởng các tổ | Quý II/2025 |

Bà Vi Thị Nhạn: trả hết tiền phân bón còn nợ đại lý trước 15/5.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("minutes"), {"bien-ban.md": MINUTES}) as knowing_it:
        yield knowing_it


@pytest.mark.parametrize(
    "question",
    [
        "Biểu quyết vay vốn làm xưởng sấy có mấy người giơ tay thuận?",
        "Việc vay tiền làm xưởng sấy bỏ phiếu ra sao?",
    ],
)
def test_how_a_vote_is_asked_for_says_nothing_of_what_was_put_to_it(
    assistant: Assistant, question: str
) -> None:
    assert "tán thành 71, không tán thành 9" in assistant.ask(question).text


def test_those_for_and_those_against_are_one_outcome(assistant: Assistant) -> None:
    question = "Chuyện nâng vốn góp tối thiểu có mấy người tán thành, mấy người phản đối?"
    assert "58 tán thành, 17 không tán thành" in assistant.ask(question).text


def test_a_follow_up_about_a_vote_needs_no_other_words(assistant: Assistant) -> None:
    history = ["Đại hội có thông qua việc nâng vốn góp tối thiểu không?"]
    assert "17 không tán thành" in assistant.ask("Bao nhiêu người không đồng ý?", history).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Xin giấy phép đấu nối điện cho xưởng sấy giao cho ai và bao giờ phải xong?",
            ["Đàm Văn Khoái", "25/4"],
        ),
        ("Ai lo chuyện thu đủ tiền góp vốn, hạn đến lúc nào?", ["Tổ trưởng các tổ", "Quý II/2025"]),
        ("Ai lo vụ trả tiền phân bón thế, hạn là hôm nào?", ["Vi Thị Nhạn", "15/5"]),
    ],
)
def test_a_task_is_told_with_who_and_by_when(
    assistant: Assistant, question: str, said: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(part in text for part in said)


def test_what_was_not_voted_on_has_no_outcome(assistant: Assistant) -> None:
    assert not assistant.ask("Việc mua xe tải được bao nhiêu phiếu thuận?").found


@pytest.mark.parametrize(
    ("row", "due"),
    [
        ("Sửa mương | Ông Tá | 20/5", True),
        ("Sửa mương | Trước 15/10 | Ông Tá", True),
        ("Sửa mương | Ông Tá | Quý III/2025", True),
        ("Sửa mương | 14/20 | 70%", False),  # fourteen of twenty
        ("Sửa mương xong 20/5", True),
        ("Sửa mương 20 m", False),
    ],
)
def test_a_cell_may_be_a_day(row: str, due: bool) -> None:
    assert tells_due_day(row) is due
