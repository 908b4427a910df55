"""Of two things that cannot be one, only the one asked for answers; a follow-up may swap them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.contrasts import other_side
from corpus.vocabulary import Vocabulary
from tests.assistant.records import knowing

REPORT = """\
# Báo cáo bảo hiểm xã hội

## Công tác bảo hiểm xã hội, y tế, giáo dục năm 2024 và kế hoạch năm 2025

Sơn Ca, ngày 10 tháng 01 năm 2025

### 1. Kết quả ở huyện Sơn Ca

- **BHXH bắt buộc:** 8.347 người, đạt 101,8% kế hoạch.
- **BHXH tự nguyện:** 2.914 người.

Sốt xuất huyết ghi nhận 64 ca, năm 2023 là 201 ca; tay chân miệng 118 ca; sởi 39 ca trong khi năm
trước không có ca nào.

Tỷ lệ học sinh THCS bỏ học 0,19%.

Số hộ nghèo của Nà Pa còn 40 hộ. Hộ nghèo thuộc diện này 187 hộ.

Huyện Sơn Ca và huyện Vân Lĩnh cùng trồng lúa từ ngày 12/6.

Vụ đông mới trồng 148 ha, chậm hơn cùng kỳ 9 ngày do mưa; hỗ trợ giống vụ đông 1,2 triệu đồng/ha.

So với cuối năm 2023, số hội viên đạt 900 người, thêm 61 người.

BHXH tự nguyện hụt chủ yếu vì 634 người dừng đóng. Nợ tăng là do ba doanh nghiệp mất đơn hàng.

Nhiều hộ nghèo nhất vẫn là hai xã ven sông 62 hộ.

Các xã nợ quá hạn gồm Nà Lau, Bản Mế.

Đàn trâu 3.120 con, đàn bò 8.460 con, đàn lợn 24.300 con.

Loại trừ tiền sử dụng đất, thu cân đối ước 560 tỷ đồng.

Năm 2024 đạt 19 giải học sinh giỏi cấp tỉnh.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("sides"), {"bao-cao.md": REPORT}) as knowing_one:
        yield knowing_one


def test_a_follow_up_asks_for_the_other_side(assistant: Assistant) -> None:
    first = "Năm 2024 huyện có bao nhiêu người tham gia BHXH bắt buộc?"
    assert "8.347" in assistant.ask(first).text
    other = assistant.ask("vậy tự nguyện thì nhiêu người?", [first])
    assert "2.914" in other.text and "8.347" not in other.text


def test_a_follow_up_is_not_answered_with_what_was_asked_before(assistant: Assistant) -> None:
    first = "Năm 2024 huyện ghi nhận bao nhiêu ca sốt xuất huyết?"
    answer = assistant.ask("còn sởi thì sao?", [first])
    assert answer.found and "39 ca" in answer.text and "64" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ học sinh tiểu học bỏ học năm 2024 của huyện Sơn Ca?",
        "Thu tiền sử dụng đất năm 2024 của huyện Sơn Ca bao nhiêu tỷ đồng?",
        "Huyện Sơn Ca cuối năm 2024 còn bao nhiêu hộ nghèo?",  # those of one commune, of one sort
        "Huyện Sơn Ca năm 2024 có đàn dê bao nhiêu con?",
        "Năm 2024 huyện Sơn Ca có mấy giải học sinh giỏi quốc gia?",
        "Chỉ tiêu lúa của huyện Sơn Ca và huyện Vân Lĩnh, nơi nào trồng nhiều hơn?",
    ],
)
def test_the_other_side_is_no_answer(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found


@pytest.mark.parametrize(
    "former, current, swapped",
    [
        ("Trường THCS có mấy lớp?", "còn tiểu học?", "Trường tiểu học có mấy lớp?"),
        (
            "Hồ sơ nộp trực tuyến là bao nhiêu?",
            "thế trực tiếp?",
            "Hồ sơ nộp trực tiếp là bao nhiêu?",
        ),
        ("Lúa đông xuân năm 2024?", "vụ hè thu thì sao?", "Lúa hè thu năm 2024?"),
    ],
)
def test_the_other_side_takes_the_place_of_the_first(
    former: str, current: str, swapped: str
) -> None:
    assert other_side(former, current, Vocabulary.load()) == swapped


def test_a_follow_up_about_anything_else_swaps_nothing() -> None:
    assert other_side("Trường THCS có mấy lớp?", "còn năm 2025?", Vocabulary.load()) is None


def test_a_title_that_looks_back_and_ahead_makes_no_plan_of_what_was_reached(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Chỉ tiêu người tham gia BHXH bắt buộc năm 2025 của huyện Sơn Ca?")
    assert "8.347" not in answer.text.split("gần nhất")[0]


def test_whether_it_was_faster_is_told_by_a_sentence(assistant: Assistant) -> None:
    answer = assistant.ask("Vụ đông huyện Sơn Ca có nhanh hơn cùng kỳ không?")
    assert "chậm hơn cùng kỳ 9 ngày" in answer.text


def test_the_record_s_own_subject_gives_no_cause(assistant: Assistant) -> None:
    answer = assistant.ask("Sao nợ BHXH ở huyện Sơn Ca tăng?")
    assert "mất đơn hàng" in answer.text and "dừng đóng" not in answer.text


def test_several_names_are_asked_for_with_a_small_word(assistant: Assistant) -> None:
    answer = assistant.ask("Mấy xã nào của huyện Sơn Ca nợ quá hạn?")
    assert "Nà Lau" in answer.text and "Bản Mế" in answer.text
