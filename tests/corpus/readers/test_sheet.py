from __future__ import annotations

import datetime
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.readers.base import ReadLimits
from corpus.readers.sheet_formats import NumberFormat, parse_format
from corpus.readers.sheet_values import printed
from corpus.reading import read_document


@pytest.fixture
def book() -> Any:
    return openpyxl.Workbook()


def read(folder: Path, book: Any) -> Document:
    book.save(folder / "a.xlsx")
    return read_document(folder / "a.xlsx")


@pytest.mark.parametrize(
    "value, text",
    [
        (22460, "22.460"),
        (22460.0, "22.460"),
        (32.4, "32,4"),
        (1234.5, "1.234,5"),
        (26.150000000000002, "26,15"),
        (-0.5, "-0,5"),
        (0, "0"),
        (1e-9, "0"),
        (1234567, "1.234.567"),
        (datetime.date(2024, 3, 5), "05/03/2024"),
        (datetime.datetime(2024, 3, 5, 8, 30), "05/03/2024 08:30"),
        (" chữ ", "chữ"),
    ],
)
def test_values_are_printed_the_vietnamese_way(value: Any, text: str) -> None:
    assert printed(value) == text


@pytest.mark.parametrize(
    "code, value, text",
    [
        ("0.0", 52, "52,0"),
        ("#,##0.00", 1234.5, "1.234,50"),
        ("0%", 0.265, "27%"),
        ("0.0%", 0.265, "26,5%"),
        ("#,##0", 2021, "2.021"),
        ('#,##0" ha"', 1500, "1.500"),
        ("0.##", 3.14159, "3,14159"),
    ],
)
def test_formats_are_followed(code: str, value: float, text: str) -> None:
    assert printed(value, parse_format(code)) == text


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "General", "@", "hh:mm"])
def test_dates_and_texts_have_no_number_format(code: str) -> None:
    assert parse_format(code) is None


def test_grouping_of_the_format_outranks_a_plain_column() -> None:
    assert printed(2021, NumberFormat(grouped=True, decimals=0), ungrouped=True) == "2.021"


def test_titles_table_and_notes(tmp_path: Path, book: Any) -> None:
    sheet = book.active
    sheet.title = "Tổng hợp"
    sheet["B2"] = "TỔNG HỢP CHỈ TIÊU XÃ LAU"
    sheet["B3"] = "(Đơn vị: triệu đồng)"
    rows = [["Chỉ tiêu", 2021, 2022], ["Thu", 1200, 22460], ["Tỷ lệ", 0.125, 0.5]]
    for r, row in enumerate(rows, 5):
        for c, value in enumerate(row, 2):
            sheet.cell(r, c, value)
    sheet["C7"].number_format = "0.0%"
    sheet["B9"] = "Nguồn: báo cáo của các thôn trong xã"
    got = read(tmp_path, book)
    assert got.text == (
        "Tổng hợp\n\nTỔNG HỢP CHỈ TIÊU XÃ LAU\n\n(Đơn vị: triệu đồng)\n\n"
        "Chỉ tiêu | 2021 | 2022\nThu | 1.200 | 22.460\nTỷ lệ | 12,5% | 0,5\n\n"
        "Nguồn: báo cáo của các thôn trong xã"
    )
    assert [b.kind for b in got.blocks][:3] == ["heading", "heading", "paragraph"]


def test_column_headed_year_keeps_its_years(tmp_path: Path, book: Any) -> None:
    for row in (["Năm", "Thu"], [2021, 2050], [2022, 2060.5]):
        book.active.append(row)
    assert read(tmp_path, book).text.split("\n")[-2:] == ["2021 | 2.050", "2022 | 2.060,5"]


def test_years_below_a_merged_year_keep_their_form(tmp_path: Path, book: Any) -> None:
    sheet = book.active
    for row in (
        ["STT", "Chỉ tiêu", "Năm", None, None],
        [None, None, 2021, 2022, 2023],
        [1, "Khách du lịch", 21500, 46800, 63900],
    ):
        sheet.append(row)
    sheet.merge_cells("C1:E1")
    document = read(tmp_path, book)
    assert "2021 | 2022 | 2023" in document.text
    assert "21.500 | 46.800 | 63.900" in document.text


def test_merged_head(tmp_path: Path, book: Any) -> None:
    sheet = book.active
    for row in (["TT", "Năm 2023", None], [None, "Kế hoạch", "Thực hiện"], [1, 10, 12]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    rows = [b for b in read(tmp_path, book).blocks if b.kind == "row"]
    assert [[(c.column, c.columns) for c in b.cells] for b in rows[:2]] == [
        [(0, 1), (1, 2)],
        [(0, 1), (1, 1), (2, 1)],
    ]


def test_hidden_sheets_are_left_out(tmp_path: Path, book: Any) -> None:
    book.active["A1"] = "Trang hiện"
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = "Số nháp"
    hidden.sheet_state = "hidden"
    assert "nháp" not in read(tmp_path, book).text


def test_far_cell_is_refused_before_it_fills_the_memory(tmp_path: Path, book: Any) -> None:
    book.active["A1"] = "Đầu"
    book.active["XFD1048576"] = "Cuối"
    with pytest.raises(UnreadableFile, match="quá lớn"):
        read(tmp_path, book)


def test_too_many_cells(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1;2;3\n" * 10)
    with pytest.raises(UnreadableFile, match="30 ô"):
        read_document(tmp_path / "a.csv", ReadLimits(sheet_cells=20))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimited_text(tmp_path: Path, mark: str) -> None:
    rows = [["Thôn", "Số hộ", "Ghi chú"], ["Lau", "12", "a"], ["Sậy", "30", "b"]]
    (tmp_path / "a.csv").write_text("\n".join(mark.join(row) for row in rows), encoding="utf-8")
    assert read_document(tmp_path / "a.csv").text.split("\n")[1] == "Lau | 12 | a"


def test_decimal_commas_do_not_split_cells(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Thôn;Thu;Chi\nLau;32,4;1,5\nSậy;8,1;2,5", encoding="utf-8")
    assert "Lau | 32,4 | 1,5" in read_document(tmp_path / "a.csv").text


def test_ten_thousand_rows_are_read_in_seconds(tmp_path: Path, book: Any) -> None:
    book.active.append(["TT", "Họ tên", "Thôn", "Số khẩu", "Thu nhập"])
    for n in range(10_000):
        book.active.append([n + 1, f"Hộ số {n}", "Thôn Lau", n % 7 + 1, n * 1.5])
    book.save(tmp_path / "a.xlsx")
    begun = time.perf_counter()
    got = read_document(tmp_path / "a.xlsx")
    assert len(got.blocks) == 10_002
    assert time.perf_counter() - begun < 15  # 2 s on a quiet machine
