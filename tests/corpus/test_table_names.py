"""What columns measure: heads that lean on the ones before them, units in brackets."""

from __future__ import annotations

import pytest

from corpus.table_names import column_subjects, head_subject


def _subjects(*heads: str) -> list[str]:
    """Of the columns behind the one that names the rows."""
    named = {n: (head, ()) for n, head in enumerate(("Xã", *heads))}
    told = column_subjects(named, {0})
    return [told[n] for n in range(1, len(named))]


@pytest.mark.parametrize(
    ("heads", "rate"),
    [
        (("Hộ nghèo", "Tỷ lệ (%)"), "Tỷ lệ hộ nghèo"),
        (("Số hộ nghèo", "Tỷ lệ cuối năm 2024 (%)"), "Tỷ lệ hộ nghèo"),
        (("Số trẻ cần tiêm", "Đã tiêm", "%"), "Tỷ lệ tiêm"),
        (("Đường thôn Tổng km", "Đường thôn Cứng hóa", "Đường thôn Tỷ lệ %"), None),
        (("Nước sạch Tổng hộ", "Nước sạch Hộ dùng", "Nước sạch Tỷ lệ %"), "Tỷ lệ nước sạch"),
    ],
)
def test_a_bare_rate_is_of_the_column_before(heads: tuple[str, ...], rate: str | None) -> None:
    assert _subjects(*heads)[-1] == (rate or "Tỷ lệ đường thôn Cứng hóa")


def test_a_rate_behind_all_there_are_is_of_nothing_known() -> None:
    assert _subjects("Tổng số hộ", "Tỷ lệ (%)")[-1] == "Tỷ lệ"


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Giảm trong năm 2025 (hộ)", "Giảm hộ nghèo"),
        ("Giảm (hộ)", "Giảm hộ nghèo"),
        ("Số hộ phải giảm năm 2025", "Hộ nghèo phải giảm"),
        ("Hộ thoát", "Thoát hộ nghèo"),
    ],
)
def test_what_only_moves_is_of_the_column_before(head: str, subject: str) -> None:
    assert _subjects("Hộ nghèo cuối 2024 (hộ)", "Tỷ lệ (%)", head)[-1] == subject


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Diện tích (m2)", "Diện tích"),
        ("Hiến máu (đơn vị)", "Hiến máu"),
        ("Trẻ 18 tháng (em)", "Trẻ 18 tháng"),
        ("OCOP mới (SP)", "OCOP mới"),
        ("Trồng rừng (ha) TH 2024", "Trồng rừng"),
        ("KH trồng rừng", "trồng rừng"),
        ("Trong đó: tiền sử dụng đất", "tiền sử dụng đất"),
        ("Giải ngân đến 15/4 (%)", "Giải ngân"),
        ("Thu ngân sách xã, thị trấn (triệu đồng)", "Thu ngân sách cấp xã"),
        ("Thực hiện 9 tháng", ""),
    ],
)
def test_a_head_without_its_unit_time_and_kind_is_the_indicator(head: str, subject: str) -> None:
    assert head_subject(head) == subject
