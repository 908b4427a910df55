"""Questions that ask for names are answered by names alone."""

from __future__ import annotations

import pytest

from assistant.enumerated import names_asked


@pytest.mark.parametrize(
    "folded, text, named",
    [
        ("nhung xa nao dat chuan nam 2024", "Thêm 02 xã Nà Pa và Bản Cuốn đạt chuẩn.", True),
        ("nhung xa nao dat chuan nam 2024", "Thêm 02 xã đạt chuẩn, vượt kế hoạch.", False),
        # the place asked about is no answer to it
        ("xa nao cua son ca ve dich", "Huyện Sơn Ca có 2 xã về đích.", False),
        ("nhung chi tieu nao khong dat", "Không đạt: trồng rừng, hộ nghèo và BHYT.", True),
        ("nhung chi tieu nao khong dat", "Có 3 chỉ tiêu không đạt.", False),
        ("which communes reached the standard", "Các xã Nà Pa, Bản Cuốn về đích.", True),
        ("thu ngan sach bao nhieu", "Thu 12 tỷ đồng.", True),  # asks for nothing by name
    ],
)
def test_names_asked(folded: str, text: str, named: bool) -> None:
    assert names_asked(folded, ("son ca",), text) is named
