"""Marks that were passed, data that brackets date, meetings that look back on the year before."""

from __future__ import annotations

import pytest

from corpus.figures import printed
from corpus.metadata import read_metadata
from corpus.understanding import understand
from tests.corpus.documents import document_of

HEAD = ("BÁO CÁO", "kinh tế - xã hội năm 2022 của thị xã Sơn Ca", "## Kết quả năm 2022")


def _told(text: str) -> list[tuple[str, str, str]]:
    """Each figure: indicator, value and year."""
    document = document_of(*HEAD, text)
    return [
        (f.indicator, printed(document.text, f.value), str(f.period.first) if f.period else "")
        for f in understand(document, "bao-cao.txt").figures
    ]


@pytest.mark.parametrize(
    ("text", "indicator", "values"),
    [
        (
            "Lần đầu tiên thu ngân sách trên địa bàn vượt mốc 400 tỷ đồng, đạt 412,5 tỷ đồng.",
            "thu ngân sách trên địa bàn",
            ["412,5 tỷ đồng"],
        ),
        (
            "Thu nhập bình quân đầu người cán mốc 60 triệu đồng, ước 61,2 triệu đồng.",
            "Thu nhập bình quân đầu người",
            ["61,2 triệu đồng"],
        ),
        ("Doanh thu du lịch vượt ngưỡng 900 tỷ đồng.", "Doanh thu du lịch", ["900 tỷ đồng"]),
        # one value beside another that is none of it
        (
            "Thu ngân sách đạt mốc 400 tỷ đồng, chi ngân sách 380 tỷ đồng.",
            "Thu ngân sách",
            ["400 tỷ đồng"],
        ),
    ],
)
def test_a_mark_that_was_passed_is_not_what_was_reached(
    text: str, indicator: str, values: list[str]
) -> None:
    assert [value for name, value, _ in _told(text) if name == indicator] == values


def test_a_mark_alone_is_a_bound() -> None:
    figures = understand(document_of(*HEAD, "Doanh thu vượt mốc 900 tỷ đồng."), "bc.txt").figures
    assert [f.value.qualifier for f in figures] == ["over"]


@pytest.mark.parametrize(
    "behind",
    [
        "số liệu năm 2021",
        "theo số liệu năm 2021",
        "tính đến 31/12/2021",
        "số liệu đến hết năm 2021",
    ],
)
def test_brackets_say_of_which_year_the_data_are(behind: str) -> None:
    told = _told(f"94,1% dân số tham gia bảo hiểm y tế ({behind}); hộ nghèo còn 3,2%.")
    assert [(value, year) for _, value, year in told] == [("94,1%", "2021"), ("3,2%", "2022")]


def test_midwives_are_no_households() -> None:
    figures = understand(document_of(*HEAD, "Trạm có 5 y sĩ, 3 hộ sinh, 41 hộ."), "bc.txt").figures
    assert [f.value.unit for f in figures] == ["", "hộ sinh", "hộ"]


def test_a_staff_meeting_in_january_hears_of_the_year_before() -> None:
    metadata = read_metadata(
        document_of(
            "BỆNH VIỆN ĐA KHOA HUYỆN SƠN CA",
            "Sơn Ca, ngày 17 tháng 01 năm 2025",
            "NGHỊ QUYẾT HỘI NGHỊ VIÊN CHỨC, NGƯỜI LAO ĐỘNG",
            "Tổng thu 46,8 tỷ đồng.",
        ),
        "nq.txt",
    )
    assert (metadata.period and metadata.period.first, metadata.target_year) == (2024, 2025)


def test_a_commune_praised_as_its_districts_first_is_whose_story_it_is() -> None:
    metadata = read_metadata(
        document_of(
            "HOA GẠO: XÃ ĐẦU TIÊN CỦA HUYỆN SƠN CA ĐẠT NÔNG THÔN MỚI KIỂU MẪU",
            "Sáng 28/12/2023, Đảng ủy xã Hoa Gạo tổ chức Hội nghị Ban Chấp hành Đảng bộ xã.",
        ),
        "tin.txt",
    )
    assert metadata.place == "xã Hoa Gạo"


def test_what_was_amended_is_no_part_of_a_name() -> None:
    table = (
        "|Chỉ tiêu|Đơn vị|Giao đầu năm|Sau sửa đổi\nSản lượng muối|tấn|37.000|30.000"
        "\nThu ngân sách|tỷ đồng|640|705"
    )
    document = document_of(
        "NGHỊ QUYẾT", "sửa đổi một số chỉ tiêu năm 2023 của HĐND huyện Sơn Ca", table
    )
    told = {
        (f.indicator, printed(document.text, f.value), f.kind)
        for f in understand(document, "nq.txt").figures
    }
    assert ("Sản lượng muối", "30.000 tấn", "amended_target") in told
    assert ("Thu ngân sách", "705 tỷ đồng", "amended_target") in told


def test_a_mark_told_behind_what_was_reached_is_dropped() -> None:
    told = _told("Tổng thu ngân sách 301,4 tỷ đồng, vượt 9,6% dự toán, lần đầu vượt mốc 300 tỷ.")
    assert [value for _, value, _ in told] == ["301,4 tỷ đồng", "9,6%"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Cấp giấy chứng nhận lần đầu: 412/600 giấy.", "Cấp giấy chứng nhận lần đầu"),
        ("Quy chế làm việc sửa đổi: 33/34.", "Quy chế làm việc sửa đổi"),
    ],
)
def test_what_belongs_to_a_name_stays_in_it(text: str, indicator: str) -> None:
    assert [name for name, *_ in _told(text)] == [indicator]


def test_the_year_of_one_aim_is_not_that_of_the_next() -> None:
    document = document_of(
        "Đại hội đại biểu Đảng bộ xã Sơn Ca lần thứ XIII, nhiệm kỳ 2020 - 2025",
        "Sơn Ca, ngày 16 tháng 5 năm 2020",
        "## Chỉ tiêu nhiệm kỳ mới",
        "Đại hội biểu quyết các chỉ tiêu, phấn đấu đến năm 2025:",
        "1. Hộ nghèo dưới 1%.",
        "2. Đạt chuẩn xã nông thôn mới nâng cao vào năm 2023.",
        "3. Kết nạp 45 đảng viên.",
    )
    told = {
        printed(document.text, f.value): f.period.last if f.period else 0
        for f in understand(document, "dai-hoi.txt").figures
    }
    assert told["1%"] == told["45 đảng viên"] == 2025


def test_targets_that_a_table_shows_make_no_plan_of_what_follows() -> None:
    told = understand(
        document_of(
            "NGHỊ QUYẾT",
            "Hội nghị viên chức năm học 2022 - 2023 trường THPT Sơn Ca",
            "Sơn Ca, ngày 12 tháng 10 năm 2022",
            "I. KẾT QUẢ NĂM HỌC 2021 - 2022",
            "Các chỉ tiêu chính thể hiện ở bảng 1. Toàn trường đoạt 19 giải học sinh giỏi.",
        ),
        "nq.txt",
    ).figures
    assert [f.kind for f in told] == ["result"]


def test_members_who_meet_in_march_hear_of_the_year_before() -> None:
    metadata = read_metadata(
        document_of(
            "QUỸ TÍN DỤNG NHÂN DÂN HOA GẠO",
            "ĐẠI HỘI THÀNH VIÊN NĂM 2024",
            "(họp ngày 23/3/2024 tại nhà văn hóa xã Hoa Gạo)",
            "Dư nợ cho vay 80 tỷ đồng.",
        ),
        "dai-hoi.txt",
    )
    assert metadata.period and metadata.period.first == 2023
