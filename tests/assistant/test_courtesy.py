"""A request's frame is taken off a question; what it asks stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.courtesy import plainly
from assistant.spelling import with_months
from corpus.normalize import fold


@pytest.mark.parametrize(
    "typed, plain",
    [
        ("Dạ cho em hỏi thu ngân sách năm 2024?", "thu ngân sách năm 2024?"),
        ("Em muốn hỏi chỗ nào trồng quế ạ?", "chỗ nào trồng quế?"),
        ("Để làm báo cáo, tôi cần biết số hộ nghèo năm 2023.", "số hộ nghèo năm 2023."),
        ("Em đang viết bài phát biểu, xã có mấy hộ nghèo thế em?", "xã có mấy hộ nghèo?"),
        ("Mai họp giao ban, cho anh xin tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        ("Sếp hỏi sao lại hụt vậy?", "sao lại hụt?"),
        ("Anh chị cho biết ai chủ trì nhé", "ai chủ trì"),
        ("Theo báo cáo thì xã có mấy hộ?", "xã có mấy hộ?"),
        ("theo bao cao thi xa co may ho vay", "xa co may ho vay"),  # of loans, perhaps
        ("cho minh xin ti le ho ngheo", "ti le ho ngheo"),
        ("Cho tôi biết tên hai xã về đích", "Kể tên hai xã về đích"),
        ("Cho tôi hỏi tên Chủ tịch UBND xã?", "Chủ tịch UBND xã là ai?"),
        ("kết quả BHYT của huyện với", "kết quả BHYT của huyện"),
        ("số lớp với số học sinh của trường", "bao nhiêu lớp và bao nhiêu học sinh của trường"),
    ],
)
def test_the_frame_is_taken_off(typed: str, plain: str) -> None:
    assert plainly(typed) == plain


@pytest.mark.parametrize(
    "typed",
    [
        "Đề nghị nâng chỉ tiêu được mấy phiếu?",  # what was moved, no request
        "Còn mấy hộ?",
        "Để giảm nghèo, huyện đề ra giải pháp gì?",
        "Do dịch bệnh, xã cho tiêu hủy mấy con lợn?",
        "Theo báo cáo 9 tháng thì xã có mấy hộ?",
        "vì sao lại thế?",
        "ai chủ trì phiên họp?",
        "At the 2024 meeting, how many came?",
        "Cho vay bao nhiêu tiền?",
        "so với năm 2023",
    ],
)
def test_what_is_no_frame_stays(typed: str) -> None:
    assert plainly(typed) == typed


@given(st.text(max_size=60))
def test_something_is_always_left(text: str) -> None:
    told = any(c.isalnum() for c in plainly(text))
    assert told == any(c.isalnum() for c in text)


@given(st.text(alphabet="abcđêơ áệ?,", max_size=40))
def test_nothing_is_added_without_a_frame(text: str) -> None:
    left = fold(plainly(text))
    assert left.startswith(("ke ten", "bao nhieu")) or len(left) <= len(fold(text)) + len(" la ai?")


@pytest.mark.parametrize(
    "typed, spelt",
    [
        ("bầu hồi 5/2024", "bầu hồi tháng 5/2024"),
        ("quý 1/2025", "quý 1/2025"),
        ("ngày 27/5/2024", "ngày 27/5/2024"),
        ("nghị quyết 12/2023/NQ-HĐND", "nghị quyết 12/2023/NQ-HĐND"),
    ],
)
def test_a_bare_month_is_called_so(typed: str, spelt: str) -> None:
    assert with_months(typed) == spelt
