"""Numbers, units and hedges as records print them; what only looks like a quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quantities import find_quantities, parse_number


@pytest.mark.parametrize(
    "printed, meant",
    [
        ("21.384", "21384"),
        ("21.384,07", "21384.07"),
        ("6,41", "6.41"),
        ("97.6", "97.6"),
        ("1.234.567", "1234567"),
        ("07", "7"),
        ("118,407", "118.407"),
        ("3517", "3517"),
    ],
)
def test_dot_groups_thousands_and_comma_marks_decimals(printed: str, meant: str) -> None:
    assert parse_number(printed) == Decimal(meant)


@pytest.mark.parametrize(
    "text, numbers, unit",
    [
        ("thu đạt 212,4 tỷ đồng", ["212.4"], "tỷ đồng"),
        ("đạt 67 triệu đồng/người/năm", ["67"], "triệu đồng/người/năm"),
        ("diện tích 3.100ha", ["3100"], "ha"),
        ("tỷ lệ 47,1 % số hộ", ["47.1"], "%"),
        ("đạt 1,2 triệu lượt khách", ["1.2"], "triệu lượt khách"),
        ("năng suất 57,3 tạ/ha", ["57.3"], "tạ/ha"),
        ("chi 6 tỷ 350 triệu đồng", ["6.35"], "tỷ đồng"),
        ("kết nạp 88 đảng viên", ["88"], "đảng viên"),
        ("tăng 0,4 điểm phần trăm", ["0.4"], "điểm phần trăm"),
        ("từ 6 đến 8%", ["6", "8"], "%"),
        ("cổ tức từ 7% đến 9%", ["7", "9"], "%"),
        ("giảm 6-8%", ["6", "8"], "%"),
        ("có 21/25 chỉ tiêu đạt", ["21", "25"], "chỉ tiêu"),
        ("12 trong 14 chỉ tiêu về đích", ["12", "14"], "chỉ tiêu"),
        ("xuất khẩu 1,7 triệu USD", ["1.7"], "triệu USD"),
        ("lắp 250 đồng hồ nước", ["250"], ""),
        ("công suất 4.000 m³/ngày đêm", ["4000"], "m³/ngày đêm"),
    ],
)
def test_reads_number_and_unit(text: str, numbers: list[str], unit: str) -> None:
    [quantity] = find_quantities(text)
    assert list(quantity.numbers) == [Decimal(n) for n in numbers]
    assert quantity.unit == unit


def test_a_count_of_a_whole_is_a_ratio_and_a_range_is_none() -> None:
    [count] = find_quantities("có 6/17 xã đạt chuẩn")
    [span] = find_quantities("tăng 6 - 8%")
    assert count.ratio and not span.ratio


@pytest.mark.parametrize(
    "text, qualifier",
    [
        ("đạt trên 45 tỷ đồng", "over"),
        ("còn dưới 2%", "under"),
        ("khoảng 300 hộ", "about"),
        ("gần 518 tỷ đồng", "nearly"),
        ("không quá 14%", "at_most"),
        ("ít nhất 7 xã", "at_least"),
        ("từ 92% trở lên", "at_least"),
        ("2% trở xuống", "at_most"),
        ("tối thiểu 30 lớp", "at_least"),
        ("đạt 45 tỷ đồng", ""),
    ],
)
def test_hedge_is_kept(text: str, qualifier: str) -> None:
    [quantity] = find_quantities(text)
    assert quantity.qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "họp ngày 18/7/2023 tại trụ sở",
        "sáng 21/3 và chiều 28-11",
        "ngày 03 tháng 11 năm 2021",
        "năm 2024, giai đoạn 2021-2025",
        "6 tháng đầu năm, quý 2/2025",
        "kỳ họp thứ 9, khóa 12",
        "Nghị quyết số 27/NQ-HĐND",
        "trẻ em dưới 5 tuổi",
        "khai mạc lúc 08 giờ 30 phút",
        "nhà máy giai đoạn 2, xây tại phường",
        "vốn 3 chương trình mục tiêu quốc gia",
        "cơn bão số 4",
        "sau 5 năm thực hiện",
        "(kinh tế) 1. Tốc độ tăng dân số",
        "trong 2 ngày (28 và 29-5), đại hội họp",
        "Sáng 7.10, Huyện ủy họp",
        "phong trào “5 không, 3 sạch”",
        "xử lý tàu '3 không'",
        "phương châm “4 tại chỗ”",
        "cách mạng công nghiệp 4.0",
        "các phường 7, 8 và 9",
        "thực hiện Nghị quyết 11 của Chính phủ",
        "đô thị loại 4",
    ],
)
def test_dates_ordinals_and_paper_numbers_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


def test_a_fraction_before_a_counted_noun_is_no_date() -> None:
    [quantity] = find_quantities("đạt 5/8 tiêu chí")
    assert quantity.ratio and quantity.unit == "tiêu chí"


_PIECES = st.sampled_from(
    [
        "đạt ",
        "12",
        ",",
        ".",
        "%",
        " tỷ đồng",
        "/",
        "-",
        " đến ",
        "2024",
        "ngày ",
        "(",
        ")",
        " xã",
        "\n",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join)))
def test_spans_lie_in_the_text_apart_and_begin_with_a_digit(text: str) -> None:
    position = 0
    for quantity in find_quantities(text):
        assert position <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start].isdigit()
        assert quantity.unit in text or quantity.unit == "tỷ đồng"
        assert 1 <= len(quantity.numbers) <= 2
        position = quantity.end


@given(st.integers(0, 10**9), st.integers(0, 999))
def test_every_grouped_number_is_read_back(whole: int, decimals: int) -> None:
    printed = f"{whole:,}".replace(",", ".") + f",{decimals:03d}"
    assert parse_number(printed) == Decimal(f"{whole}.{decimals:03d}")


def test_a_level_before_a_count_is_no_quantity() -> None:
    found = find_quantities("31/41 trường đạt chuẩn, trong đó mức độ 2 có 9 trường")
    assert [q.numbers for q in found] == [(Decimal(31), Decimal(41)), (Decimal(9),)]


@pytest.mark.parametrize(
    "text",
    [
        "khởi công dự kiến 10/5.",
        "khởi công 10/5, ",
        "quà dịp 2/9 cho",
        "mừng Quốc khánh 2/9 cho",
        "xong trong 5/2026,",
    ],
)
def test_a_day_of_an_event_or_a_feast_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_works_that_were_opened_are_counted() -> None:
    [count] = find_quantities("khánh thành 3/5 công trình")
    assert count.ratio
