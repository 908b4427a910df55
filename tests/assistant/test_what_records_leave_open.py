"""Questions whose answer stands in another clause, another paper or another year of the records.
Places, people and figures do not exist; expected words are read off the records by eye."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.evidence import find_units
from assistant.quoting import quote_unit
from tests.assistant.records import knowing, report_of_2024

REPORT = """\
# UBND huyện Tà Bông: Báo cáo tình hình kinh tế - xã hội năm 2023, nhiệm vụ năm 2024

Tà Bông, ngày 18 tháng 12 năm 2023

## I. Kết quả năm 2023

- Thu nội địa 96,4 tỷ đồng, bằng 103,2% dự toán.

- Sản lượng tôm hùm: xã Bãi Nồm 41 tấn, xã Mũi Sậy 58 tấn.

- Tỷ lệ hộ nghèo năm 2022 là 6,9%, năm 2023 còn 5,1%.

- Giải ngân đầu tư công mới đạt 71,3%, chậm vì giá thép tăng; bốn dự án chưa xong mặt bằng.

- Xã Mũi Sậy lỡ hẹn về đích nông thôn mới do chưa xong tiêu chí giao thông.

- Sản phẩm OCOP: 15 sản phẩm.

- Xã Bãi Nồm mới được nhập từ ba xã Bãi Đông, Bãi Tây, Nồm Hạ.

## II. Chỉ tiêu năm 2024

- Tỷ lệ hộ nghèo còn 3,8%; thu nội địa 101 tỷ đồng.
"""

RESOLUTION = """\
NGHỊ QUYẾT SỐ 14-NQ/HU CỦA HUYỆN ỦY TÀ BÔNG VỀ CHỈ TIÊU NĂM 2025

Tà Bông, ngày 20 tháng 12 năm 2024

1. Kết nạp 120 đảng viên.

2. Trồng rừng 340 ha.
"""

COUNCIL = """\
# Biên bản kỳ họp thứ tư HĐND xã Bãi Nồm

Ngày 27/12/2023.

## Biểu quyết

- Đổi tên chợ Bãi Đông: 10/14.
"""

HOSPITAL = """\
<html><head><title>BV</title></head><body>
<p>BỆNH VIỆN ĐA KHOA HUYỆN TÀ BÔNG</p>
<h1>BÁO CÁO KẾT QUẢ NĂM 2023</h1>
<p>Ngày 05 tháng 01 năm 2024</p>
<p>Số ca mổ năm 2023: 1.274 ca.</p>
</body></html>
"""

STATION = """\
BỘ ĐỘI BIÊN PHÒNG TỈNH TRẠC GIANG
ĐỒN BIÊN PHÒNG CỬA KHẨU BÃI NỒM

BIÊN BẢN

Hội nghị giao ban tổng kết năm 2023

Ngày 09/01/2024. Thành phần:

- Thượng tá Lò Văn Hặc, Đồn trưởng - chủ trì

- Bà Kiều Thị Bền, Trưởng trạm Kiểm dịch

Kết quả: tuần tra 330 lần.
"""

WORKS = """\
# Tiến độ các công trình thủy lợi huyện Tà Bông

Số liệu đến 31/12/2023

| TT | Công trình | Xã | Vốn năm 2023 (tỷ đồng) | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Kè Suối Sậy | Mũi Sậy | 12,5 | xong tháng 8/2023 |
| 2 | Đập Nồm Hạ | Bãi Nồm | 8,1 | quý II/2024 |
| 3 | Kênh Bãi Tây | Bãi Nồm | 3,4 | xong tháng 11/2023 |
| | Tổng cộng | | 24,0 | |
"""

FOREST = """\
BAN QUẢN LÝ RỪNG PHÒNG HỘ TÀ BÔNG

BIÊN BẢN HỌP TỔNG KẾT NĂM 2023

Ngày 07/01/2024.

Bảng kê khoán bảo vệ rừng

| Xã | Diện tích 2023 (ha) | Tiền DVMTR 2023 (triệu đồng) |
|---|---|---|
| Bãi Nồm | 3.120 | 1.310 |
| Mũi Sậy | 4.260 | 1.789 |
"""

SCHOOL = """\
# Trường THPT Tà Bông: Sơ kết học kỳ I năm học 2023 - 2024

Ngày 12 tháng 01 năm 2024

- Học sinh xếp loại học tập tốt: 17,6%.

- Học sinh người Mông đông nhất với 187 em, kế đến người Thái 121 em.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    files = {
        "ubnd-2023.md": REPORT,
        "nghi-quyet-14.txt": RESOLUTION,
        "hdnd-bai-nom.md": COUNCIL,
        "benh-vien.html": HOSPITAL,
        "thpt.md": SCHOOL,
        "don-bien-phong.txt": STATION,
        "rung.md": FOREST,
        "thuy-loi.md": WORKS,
    }
    with knowing(tmp_path_factory.mktemp("left-open"), files) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        # a letterhead above the title of a web page
        ("Bệnh viện đa khoa huyện Tà Bông năm 2023 mổ mấy ca?", "1.274"),
        # the revenue there is, told by its own name
        ("Năm 2023 huyện Tà Bông thu ngân sách được bao nhiêu?", "96,4"),
        # offices called after their place, and who heads them
        ("Đồn Biên phòng Bãi Nồm năm 2023 tuần tra bao nhiêu lần?", "330 lần"),
        ("Ai là đồn trưởng Đồn Biên phòng cửa khẩu Bãi Nồm?", "Lò Văn Hặc"),
        # what a column measures, of what the table's caption says
        ("Bãi Nồm năm 2023 nhận khoán bảo vệ bao nhiêu ha rừng?", "3.120"),
        ("Năm 2023 Bãi Nồm được nhận bao nhiêu tiền dịch vụ môi trường rừng?", "1.310"),
        # one people, not the other
        ("Trường THPT Tà Bông có mấy em người Mông?", "187 em"),
        # the plan itself, compared with nothing
        ("Theo chỉ tiêu năm 2024 hộ nghèo Tà Bông phải xuống còn mấy %?", "3,8%"),
        # what the answer is for, and what it shall not be
        ("Để đưa vào bài phát biểu, cho tôi tỷ lệ hộ nghèo năm 2023 của Tà Bông", "5,1%"),
        ("Tỷ lệ hộ nghèo Tà Bông năm 2023, không phải số của năm trước", "5,1%"),
        # a half year's name is none of the indicator's
        (
            "Học kỳ I năm học 2023-2024 trường THPT Tà Bông có bao nhiêu % học sinh xếp loại tốt?",
            "17,6",
        ),
        # more or less of something
        ("Giữa Bãi Nồm và Mũi Sậy xã nào nhiều tôm hùm hơn?", "58 tấn"),
        ("Hộ nghèo Tà Bông hai năm 2022, 2023 thay đổi ra sao?", "6,9%"),
        # a cause told in two clauses; a commune's
        ("Vì sao giải ngân đầu tư công năm 2023 của Tà Bông chậm?", "bốn dự án chưa xong mặt bằng"),
        ("Vì sao xã Mũi Sậy không được công nhận nông thôn mới?", "tiêu chí giao thông"),
        # how a commune came to be
        ("Xã Bãi Nồm do những xã nào nhập lại?", "Bãi Đông, Bãi Tây, Nồm Hạ"),
        # a vote under the heading that says so
        ("Đổi tên chợ Bãi Đông được bao nhiêu phiếu?", "10/14"),
    ],
)
def test_the_record_answers(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found, answer.text
    assert says in answer.text


def test_of_the_works_in_a_table_those_that_are_finished_are_listed(assistant: Assistant) -> None:
    text = assistant.ask("Những công trình thủy lợi nào của huyện Tà Bông đã xong?").text
    assert "Kè Suối Sậy" in text and "Kênh Bãi Tây" in text
    assert "Đập Nồm Hạ" not in text and "Tổng cộng" not in text and "TT |" not in text


def test_a_grade_asked_for_is_not_told_by_the_sum(assistant: Assistant) -> None:
    assert not assistant.ask("Tà Bông năm 2023 có mấy sản phẩm OCOP 4 sao?").found


def test_next_year_follows_the_year_just_asked_about(assistant: Assistant) -> None:
    first = "Tỷ lệ hộ nghèo của Tà Bông năm 2023?"
    assert "5,1%" in assistant.ask(first).text
    assert "3,8%" in assistant.ask("thế sang năm?", [first]).text


def test_the_nearest_thing_says_what_kind_of_figure_it_is(tmp_path: Path) -> None:
    told = report_of_2024("Thu ngân sách trên địa bàn bằng 104% dự toán tỉnh giao.")
    with knowing(tmp_path, told) as assistant:
        answer = assistant.ask("Thu ngân sách huyện Sơn Ca năm 2024 được bao nhiêu tỷ đồng?")
        english = assistant.ask("What was Son Ca district's budget revenue in 2024, in dong?")
    assert not answer.found and "bằng 104% dự toán tỉnh giao" in answer.text
    assert not english.found and "reached 104% (of the plan)" in english.text


def test_points_of_a_rate_are_percent(tmp_path: Path) -> None:
    told = report_of_2024("Tỷ lệ hộ nghèo giảm 3,1%, còn 8,2%.")
    with knowing(tmp_path, told) as assistant:
        answer = assistant.ask("Tỷ lệ hộ nghèo huyện Sơn Ca năm 2024 giảm bao nhiêu điểm?")
    assert answer.found and "giảm 3,1%" in answer.text


def test_the_whole_of_society_is_no_commune(tmp_path: Path) -> None:
    told = report_of_2024("Tổng vốn đầu tư toàn xã hội 5.074 tỷ đồng, bằng 97,6% kế hoạch.")
    with knowing(tmp_path, told) as assistant:
        answer = assistant.ask("Huy động vốn đầu tư toàn xã hội năm 2024 được mấy % kế hoạch?")
    assert answer.found and "97,6%" in answer.text


@pytest.mark.parametrize(
    ("body", "question"),
    [
        (
            "Tiền thu từ khách ước đạt 218,5 tỷ đồng, vượt 6,5 tỷ đồng so với kế hoạch.",
            "Khách du lịch của huyện Sơn Ca năm 2024 vượt kế hoạch mấy phần trăm?",
        ),
        (
            "Tổng thu BHXH, BHYT đạt 214,6 tỷ đồng, bằng 101,3% dự toán.",
            "Chi BHYT của huyện Sơn Ca năm 2024 là bao nhiêu?",
        ),
    ],
)
def test_money_is_no_answer_where_people_or_the_other_flow_are_asked(
    tmp_path: Path, body: str, question: str
) -> None:
    with knowing(tmp_path, report_of_2024(body)) as assistant:
        assert not assistant.ask(question).found


def test_row_without_the_kind_that_is_asked_is_not_told(tmp_path: Path) -> None:
    table = "| Chỉ tiêu | Đơn vị | Kế hoạch 2024 |\n|---|---|---|\n| Mở lớp nghề | lớp | 12 |"
    asked = "Huyện Sơn Ca năm 2024 mở được bao nhiêu lớp nghề?"
    with knowing(tmp_path, report_of_2024(table)) as assistant:
        answer = assistant.ask(asked)
        assert not answer.found
        question, query = assistant.understood(asked)
        rows = find_units(question, assistant.shelf, query)
        assert rows
        assert all(quote_unit(question, row) is None for row in rows)


def test_row_whose_only_number_is_its_own_is_told(tmp_path: Path) -> None:
    table = "| TT | Nhiệm vụ | Đơn vị |\n|---|---|---|\n| 1 | Lập quy hoạch chợ | Phòng Kinh tế |"
    with knowing(tmp_path, report_of_2024(table)) as assistant:
        question, query = assistant.understood("Đơn vị nào lập quy hoạch chợ?")
        row = find_units(question, assistant.shelf, query)[0]
        answer = quote_unit(question, row)
        assert answer is not None and "Đơn vị: Phòng Kinh tế" in answer.text
