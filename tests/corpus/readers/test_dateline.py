"""When a page says it was published, and what of it is another article's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.readers.dateline import published_on
from corpus.reading import read_document


@pytest.mark.parametrize(
    "line, day",
    [
        ("Đăng ngày 25 - 07 - 2025, 16:42 | Đã xem: 1.317", date(2025, 7, 25)),
        ("Thứ Năm, 03/11/2022 | 08:15", date(2022, 11, 3)),
        ("Ngày 12/12/2025 xã họp bàn về thu ngân sách", None),  # only mentions one
    ],
)
def test_the_day_of_publishing(line: str, day: date | None) -> None:
    assert published_on([line]) == day


def test_headlines_of_other_articles_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "tin.md"
    file.write_text(
        "# Sơn Ca họp cuối năm\n\nXã thu ngân sách 9 tỷ đồng.\n\n"
        "Đọc thêm: Xã Bản Lau thu 12 tỷ đồng · Giá chè hôm nay 9.000 đồng/kg\n",
        encoding="utf-8",
    )
    text = read_document(file).text
    assert "9 tỷ đồng" in text and "Bản Lau" not in text


def test_the_days_of_an_anniversary_are_no_dateline() -> None:
    assert published_on(["(15/10/1949 - 15/10/2024)"]) is None
