from __future__ import annotations

import pytest

from corpus.headings import heading_level, is_capitals

LONG = "Trong năm, xã đã hoàn thành nhiều việc lớn và được cấp trên ghi nhận, biểu dương."


@pytest.mark.parametrize(
    "line, below, level",
    [
        ("BÁO CÁO", LONG, 1),
        ("Phần thứ nhất. TÌNH HÌNH CHUNG", LONG, 2),
        ("PHỤ LỤC", LONG, 2),
        ("TỔ CHỨC THỰC HIỆN", LONG, 2),
        ("I. KếT QUả NăM 2020", LONG, 3),
        ("II. Thảo luận", LONG, 3),
        ("Điều 2. Hiệu lực thi hành", LONG, 3),
        ("1. Kết quả năm 2024", LONG, 4),
        ("2. Chỉ tiêu 6 tháng đầu năm 2025", LONG, 4),
        ("1.2. Chăn nuôi", LONG, 5),
        ("3. Nông nghiệp", "3.1. Trồng trọt", 4),
        ("3. Nông nghiệp", "- Diện tích gieo trồng 120 ha.", 4),
    ],
)
def test_headings(line: str, below: str, level: int) -> None:
    assert heading_level(line, below) == level


@pytest.mark.parametrize(
    "line, below",
    [
        ("1. Tốc độ tăng giá trị sản xuất từ 11% trở lên.", LONG),
        ("2. Thu nhập bình quân 50 triệu đồng", LONG),
        ("1. Ông Nguyễn Văn A", "2. Bà Trần Thị B"),
        ("1. UBND xã chủ trì;", LONG),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", LONG),
        ("Độc lập - Tự do - Hạnh phúc", LONG),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("CHỦ TỊCH", "Nguyễn Văn A"),
        ("Phần lớn các hộ đã thoát nghèo", LONG),
        ("a) Trồng trọt", LONG),
        ("Số: 12/BC-UBND", LONG),
        ("Điều 1. Giao chỉ tiêu thu ngân sách 450 triệu đồng cho xã.", LONG),
        (LONG, LONG),
        ("", LONG),
    ],
)
def test_not_headings(line: str, below: str) -> None:
    assert heading_level(line, below) is None


def test_capitals_of_converted_text() -> None:
    assert is_capitals("KếT QUả NăM 2020")
    assert not is_capitals("Kết quả năm 2020")
