"""Questions about papers of bodies, about ranks, absences, replies, and years that count from a
place's newest paper. All records are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

INSPECTORS = """\
ỦY BAN MTTQ VIỆT NAM XÃ SƠN CA

BAN THANH TRA NHÂN DÂN

BÁO CÁO

Kết quả hoạt động năm 2023, chương trình công tác năm 2024

Ngày 10 tháng 12 năm 2023

Ban tổ chức 8 cuộc giám sát; kiến nghị thu hồi 46,5 triệu đồng.

Ba kiến nghị chưa giải quyết gồm: thu hồi đất công ích; xử lý ao lấn chiếm; bổ sung biển báo.

Chương trình năm 2024:

- Giám sát 10 cuộc.
"""

COMMUNE = """\
ĐẢNG ỦY XÃ SƠN CA

Sơn Ca, ngày 23 tháng 12 năm 2023

BIÊN BẢN HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ XÃ

Chủ trì: đồng chí Lê Văn Thản, Bí thư Đảng ủy xã.

Có mặt 25/27 đồng chí. Vắng: bà Mã Thị Uyên (đi học), ông Đỗ Văn Khe (ốm).

Năm 2023 giải ngân vốn đầu tư công 88,4%, xếp thứ 8/9 xã trong huyện; hộ nghèo còn 2,9%.

Thu ngân sách thấp hơn kế hoạch. Theo Chủ tịch UBND xã, nguyên nhân là \
đấu giá đất không thành.

Đại biểu Chảo Văn Sinh nêu 240 xe nông sản phải nằm chờ ở cửa khẩu. Ông Trần Nhật Quang, Chi cục \
trưởng Hải quan giải trình: bãi kiểm hóa quá nhỏ.

Thu ngân sách 20,1 tỷ đồng. Giải ngân vốn 88,4%. Hai chỉ tiêu này là hai chỉ tiêu không đạt.

Năm 2024 phấn đấu thu ngân sách 24,5 tỷ đồng; thêm 3 thôn thông minh (Trám Trong, Gò Mận, Khe Lau).
"""

DISTRICT = """\
HUYỆN ỦY SƠN CA

Hoa Gạo, ngày 20 tháng 12 năm 2025

BÁO CÁO TỔNG KẾT NĂM 2025

Năm 2025 thu ngân sách 310 tỷ đồng. Năm 2026 phấn đấu thu ngân sách 330 tỷ đồng.
"""

TEMPLE_SCHOOL = """\
TRƯỜNG THCS HOA GẠO

Hoa Gạo, ngày 27 tháng 5 năm 2023

BÁO CÁO TỔNG KẾT NĂM HỌC 2022 - 2023

Năm học 2022 - 2023 có 13 giải học sinh giỏi cấp huyện.

Năm học tới: 16 giải học sinh giỏi cấp huyện.

Ngày 28/8/1998 trường được thành lập; người hiệu trưởng đầu tiên là thầy Mai Thế Bảng.

Hiệu trưởng hiện nay là cô Lèng Thị Phương.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home: Path = tmp_path_factory.mktemp("papers")
    records = {
        "ban-ttnd.md": INSPECTORS,
        "xa-son-ca.md": COMMUNE,
        "huyen-son-ca.md": DISTRICT,
        "thcs-hoa-gao.md": TEMPLE_SCHOOL,
    }
    with knowing(home, records) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, held",
    [
        ("Ban Thanh tra nhân dân xã Sơn Ca dự định giám sát bao nhiêu cuộc năm 2024?", "10 cuộc"),
        ("Năm 2023 Ban Thanh tra nhân dân xã Sơn Ca kiến nghị thu hồi bao nhiêu tiền?", "46,5"),
        ("Ba kiến nghị nào của Ban Thanh tra nhân dân xã Sơn Ca chưa giải quyết?", "ao lấn chiếm"),
    ],
)
def test_a_body_under_another_letterhead_answers_from_its_own_paper(
    assistant: Assistant, question: str, held: str
) -> None:
    answer = assistant.ask(question)
    assert answer.found
    assert held in answer.text
    assert {c.source for c in answer.citations} == {"ban-ttnd.md"}


@pytest.mark.parametrize(
    "question, held",
    [
        ("Giải ngân đầu tư công năm 2023 xã Sơn Ca đứng thứ mấy trong huyện?", "8/9"),
        ("Những đồng chí nào vắng mặt tại hội nghị Đảng ủy xã Sơn Ca ngày 23/12/2023?", "Mã Thị"),
        ("Ai giải trình chuyện 240 xe nông sản phải chờ ở cửa khẩu?", "Trần Nhật Quang"),
        ("Vì sao thu ngân sách xã Sơn Ca năm 2023 không đạt chỉ tiêu?", "đấu giá đất không thành"),
        ("Kể tên các thôn thông minh của xã Sơn Ca năm 2024", "Khe Lau"),
        ("Hai chỉ tiêu xã Sơn Ca không đạt năm 2023?", "88,4%"),
        ("Hiệu trưởng đầu tiên của Trường THCS Hoa Gạo là ai?", "Mai Thế Bảng"),
        ("Năm học tới Trường THCS Hoa Gạo phấn đấu mấy giải học sinh giỏi cấp huyện?", "16 giải"),
    ],
)
def test_told_by_the_sentence_that_says_it(assistant: Assistant, question: str, held: str) -> None:
    answer = assistant.ask(question)
    assert answer.found
    assert held in answer.text


def test_next_year_counts_from_the_places_newest_paper(assistant: Assistant) -> None:
    answer = assistant.ask("Năm tới xã Sơn Ca phấn đấu thu ngân sách bao nhiêu?")
    assert "24,5 tỷ đồng" in answer.text
    assert "năm 2024" in answer.text
    assert answer.understood == "Tính theo hồ sơ mới nhất của xã Sơn Ca (năm 2023)."


def test_a_commune_and_a_district_of_one_name_stay_apart(assistant: Assistant) -> None:
    answer = assistant.ask("Năm tới huyện Sơn Ca phấn đấu thu ngân sách bao nhiêu?")
    assert "330 tỷ đồng" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Ai là Bí thư Đoàn xã Sơn Ca?",  # the Party's secretary is not the Youth Union's
        "Thu ngân sách xã Sơn Ca năm 2024 đạt bao nhiêu?",  # of which only a plan is told
    ],
)
def test_what_is_like_it_is_not_told_for_it(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found
