"""What was settled and what was reached, met and missed targets, votes for and against."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing, report_of_2024

RESOLUTION = """\
# HĐND huyện Sơn Ca: Nghị quyết về nhiệm vụ năm 2024

Sơn Ca, ngày 20 tháng 12 năm 2023

## I. Kết quả năm 2023

Đến thời điểm báo cáo, 19 chỉ tiêu đạt hoặc vượt, 5 chỉ tiêu không đạt.

Thu nhập bình quân đầu người 63,8 triệu đồng.

## II. Mục tiêu năm 2024

Chi ngân sách huyện 684 tỷ đồng. Hộ dùng nước sạch 84,5%.

Nội dung hạ thu ngân sách còn 86 tỷ đồng: thuận 14, chống 23.
"""
REPORT = """\
# UBND huyện Sơn Ca: Báo cáo kết quả năm 2024

Sơn Ca, ngày 20 tháng 12 năm 2024

Chi ngân sách huyện 718 tỷ đồng. Thu nhập bình quân đầu người 69,2 triệu đồng.

Hộ dùng nước sạch 83,6%, thiếu 0,9 điểm phần trăm so với kế hoạch.

Mục tiêu năm 2025: thu nhập bình quân đầu người 74 triệu đồng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    told = {"nghi-quyet.md": RESOLUTION, "bao-cao.md": REPORT}
    with knowing(tmp_path_factory.mktemp("plans"), told) as knowing_both:
        yield knowing_both


def test_what_a_resolution_allowed_is_the_plan(assistant: Assistant) -> None:
    answer = assistant.ask("nghi quyet hdnd huyen son ca cho chi ngan sach nam 2024 bao nhieu ty")
    assert "684 tỷ đồng" in answer.text and "718" not in answer.text


def test_by_how_much_a_target_was_missed_is_not_the_target(assistant: Assistant) -> None:
    question = "Chỉ tiêu hộ dùng nước sạch năm 2024 của huyện Sơn Ca còn hụt mấy điểm phần trăm?"
    assert "0,9 điểm phần trăm" in assistant.ask(question).text


def test_targets_that_were_missed_are_none_that_were_met(assistant: Assistant) -> None:
    text = assistant.ask("Năm 2023 huyện Sơn Ca hoàn thành mấy chỉ tiêu?").text
    assert "19" in text and not text.startswith("Chỉ tiêu không đạt")


def test_a_course_ends_with_the_plan_that_is_asked_for(assistant: Assistant) -> None:
    text = assistant.ask("Thu nhập bình quân Sơn Ca 2023, 2024 rồi chỉ tiêu 2025 tăng ra sao?").text
    assert all(value in text for value in ("63,8", "69,2", "74"))


def test_votes_for_and_against_are_votes(assistant: Assistant) -> None:
    text = assistant.ask("Hạ thu ngân sách xuống 86 tỷ được bao nhiêu phiếu thuận?").text
    assert "thuận 14, chống 23" in text


def test_by_how_much_next_year_is_to_grow_is_what_is_planned(tmp_path: Path) -> None:
    goals = "Tổng giá trị sản xuất tăng 9,5%; thu ngân sách 165 tỷ đồng."
    told = report_of_2024(f"## II. Mục tiêu năm 2025\n\n{goals}")
    with knowing(tmp_path, told) as assistant:
        answer = assistant.ask("Giá trị sản xuất của Sơn Ca năm 2025 tăng bao nhiêu phần trăm?")
    assert answer.found and "tăng 9,5%" in answer.text


def test_each_quarter_of_a_year_is_told(tmp_path: Path) -> None:
    table = """\
| Nguồn thu (tỷ đồng) | Quý I | Quý II | Quý III | Quý IV |
|---|---|---|---|---|
| Thu ngân sách trên địa bàn | 82,4 | 80,3 | 84,1 | 101,7 |"""
    with knowing(tmp_path, report_of_2024(table)) as assistant:
        text = assistant.ask("Thu ngân sách Sơn Ca qua 4 quý năm 2024 diễn biến ra sao?").text
        last = assistant.ask("Thu ngân sách quý IV năm 2024 của Sơn Ca?").text
    told = [text.index(f"{value} tỷ đồng") for value in ("82,4", "80,3", "84,1", "101,7")]
    assert told == sorted(told)
    assert "101,7 tỷ đồng" in last and "82,4" not in last


def test_one_record_alone_agrees_with_nothing(assistant: Assistant) -> None:
    question = "Chi ngân sách thực hiện năm 2024 của Sơn Ca các hồ sơ ghi có khớp nhau không?"
    answer = assistant.ask(question)
    assert not answer.found and "718 tỷ đồng" in answer.text  # the nearest thing


NEXT_YEAR = """\
Tỷ lệ hộ nghèo giảm còn 32,14%.

Sang năm sau, huyện đăng ký kéo tỷ lệ hộ nghèo xuống còn 25,64%.

Sang năm, huyện trồng mới 300 ha mắc ca.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2025 huyện Sơn Ca đăng ký kéo tỷ lệ hộ nghèo xuống còn bao nhiêu?", "25,64%"),
        ("Chỉ tiêu trồng mới mắc ca năm 2025 của huyện Sơn Ca?", "300 ha"),
        ("Tỷ lệ hộ nghèo năm 2024 của huyện Sơn Ca?", "32,14%"),
    ],
)
def test_what_is_told_of_next_year_is_planned(tmp_path: Path, question: str, told: str) -> None:
    with knowing(tmp_path, report_of_2024(NEXT_YEAR)) as assistant:
        answer = assistant.ask(question)
        assert answer.found and told in answer.text


def test_by_how_much_is_no_answer_to_down_to_what(tmp_path: Path) -> None:
    told = "Năm 2025, huyện phấn đấu hạ tỷ lệ hộ nghèo 6,5 điểm phần trăm."
    asked = "Năm 2025 huyện Sơn Ca phấn đấu hạ tỷ lệ hộ nghèo xuống còn bao nhiêu phần trăm?"
    with knowing(tmp_path, report_of_2024(told)) as assistant:
        assert not assistant.ask(asked).found
        assert "6,5" in assistant.ask("Năm 2025 Sơn Ca hạ tỷ lệ hộ nghèo mấy điểm phần trăm?").text
