"""Titles: under a page's head, in two lines, and what is none."""

from __future__ import annotations

import pytest

from corpus.titles import find_title
from tests.corpus.documents import document_of


def _title(*lines: str) -> str:
    return find_title(document_of(*lines), "tep.txt")[0]


@pytest.mark.parametrize(
    "head",
    [
        ("BÁO LĨNH SƠN ĐIỆN TỬ", "Trang chủ > Kinh tế", "Thứ Hai, 27/12/2021 08:15 [GMT+7]"),
        (
            "Báo Lĩnh Sơn online",
            "PHÓNG SỰ - KÝ SỰ",
            "Cập nhật lúc 06:40, Thứ Ba, 30/08/2022 (GMT+7)",
        ),
        ("BÁO LĨNH SƠN", "DOANH NGHIỆP - DOANH NHÂN", "06/02/2023 14:22"),
        ("Tạp chí Kinh tế Lĩnh Sơn", "GƯƠNG ĐIỂN HÌNH", "21/4/2022 | 15:48 GMT+7"),
    ],
)
def test_a_headline_stands_below_its_pages_name_rubric_and_dateline(head: tuple[str, ...]) -> None:
    assert _title(*head, "Nà Pho: Làm giàu từ rau sạch", "Sáng nay, bà con ra đồng.") == (
        "Nà Pho: Làm giàu từ rau sạch"
    )


def test_a_headline_above_its_dateline_stays_the_title() -> None:
    lines = ("HĐND xã Nà Pho họp kỳ thứ 5, chốt 12 chỉ tiêu", "15/01/2025, 07:20 GMT+7", "Sáng nay")
    assert _title(*lines) == lines[0]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("BÁO CÁO TỔNG KẾT NĂM HỌC 2023 - 2024", "VÀ PHƯƠNG HƯỚNG NĂM HỌC 2024 - 2025"),
            "BÁO CÁO TỔNG KẾT NĂM HỌC 2023 - 2024 VÀ PHƯƠNG HƯỚNG NĂM HỌC 2024 - 2025",
        ),
        (
            ("THÔNG BÁO Kết luận của Chủ tịch UBND huyện", "tại phiên họp tháng 9 năm 2022"),
            "THÔNG BÁO Kết luận của Chủ tịch UBND huyện tại phiên họp tháng 9 năm 2022",
        ),
        (
            ("BÁO CÁO Kết quả công tác năm 2023", "A. ĐÁNH GIÁ CHUNG"),
            "BÁO CÁO Kết quả công tác năm 2023",
        ),
    ],
)
def test_a_title_in_two_lines(lines: tuple[str, ...], title: str) -> None:
    assert _title(*lines, "Năm qua có nhiều khởi sắc.") == title
