"""The head of an office is found by its name, by a part of it and by its initials, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

MINUTES = """\
# UBND huyện Sơn Ca: Biên bản họp tháng 3 năm 2024

Sơn Ca, ngày 12 tháng 3 năm 2024

Dự họp có các ông, bà: Lê Văn Tám, Giám đốc Trung tâm Y tế huyện; Hà Thị Nụ, Giám đốc Ngân hàng
Chính sách xã hội huyện; Lò Văn Páo, Phó Giám đốc Ban Quản lý dự án đầu tư xây dựng; Vi Thị Hoa,
Giám đốc Bảo hiểm xã hội huyện; Lý A Sử, Giám đốc Ban Quản lý dự án đầu tư xây dựng; Nông Thị Lan,
Chủ tịch Ủy ban MTTQ Việt Nam huyện; Phùng Văn Lợi, Trưởng phòng Tài chính - Kế hoạch; Ma Văn Lực,
Trưởng phòng Lao động - Thương binh và Xã hội; Cao Văn Kế, Trưởng phòng Giáo dục và Đào tạo;
Bàn Thị Sen, Trưởng phòng Nông nghiệp và Phát triển nông thôn; Đỗ Văn Quý, Trưởng phòng Tài nguyên
và Môi trường; Ngô Thị Mơ, Trưởng phòng Kinh tế và Hạ tầng; Bùi Văn Tài, Trưởng phòng Văn hóa -
Thông tin.
"""

HEADS = [
    ("Giám đốc Trung tâm Y tế huyện là ai?", "Lê Văn Tám"),
    ("Giám đốc NHCSXH huyện là ai?", "Hà Thị Nụ"),
    ("Giám đốc BHXH huyện tên gì?", "Vi Thị Hoa"),
    ("Giám đốc Ban QLDA huyện là ai?", "Lý A Sử"),
    ("Giám đốc BQLDA là ai?", "Lý A Sử"),
    ("Phó giám đốc Ban QLDA là ai?", "Lò Văn Páo"),
    ("chủ tịch mặt trận huyện tên gì", "Nông Thị Lan"),
    ("Trưởng phòng TC-KH huyện là ai?", "Phùng Văn Lợi"),
    ("Trưởng phòng LĐ-TB&XH là ai?", "Ma Văn Lực"),
    ("Trưởng phòng GD&ĐT là ai?", "Cao Văn Kế"),
    ("trưởng phòng gd-đt tên gì", "Cao Văn Kế"),
    ("Trưởng phòng NN&PTNT huyện là ai?", "Bàn Thị Sen"),
    ("Trưởng phòng TNMT tên gì?", "Đỗ Văn Quý"),
    ("Trưởng phòng KT&HT là ai?", "Ngô Thị Mơ"),
    ("Trưởng phòng VH-TT là ai?", "Bùi Văn Tài"),
]
NOBODY = [
    "Giám đốc Kho bạc huyện là ai?",
    "Giám đốc TTDVNN là ai?",
    "Trưởng phòng NV là ai?",
    "Trưởng phòng Tư pháp là ai?",
]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("posts"), {"bien-ban.md": MINUTES}) as knowing_one:
        yield knowing_one


@pytest.mark.parametrize("question, name", HEADS)
def test_the_head_of_an_office_is_its_own(assistant: Assistant, question: str, name: str) -> None:
    answer = assistant.ask(question)
    assert answer.found and answer.text.startswith(name)


@pytest.mark.parametrize("question", NOBODY)
def test_another_offices_head_is_no_answer(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found


SESSION = """\
# HĐND xã Bản Lau: Biên bản kỳ họp thứ mười

Bản Lau, ngày 9 tháng 7 năm 2024

Ông Cao Văn Bản - Chủ tịch UBND xã trình bày báo cáo 6 tháng đầu năm.

HĐND xã miễn nhiệm chức danh Chủ tịch UBND xã đối với ông Cao Văn Bản; bầu ông Vừ A Nênh giữ chức
Chủ tịch UBND xã với 22/24 phiếu.
"""


def test_who_took_a_post_over_holds_it(tmp_path: Path) -> None:
    with knowing(tmp_path, {"bien-ban.md": SESSION}) as session:
        answer = session.ask("Chủ tịch xã Bản Lau bây giờ là ai?")
    assert answer.found and answer.text.startswith("Vừ A Nênh")
