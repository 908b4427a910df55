"""Figures of tables: heads, units, years, plans beside results."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, DocumentBuilder, TableCell
from corpus.record import Period
from corpus.table_layout import tables
from corpus.tables import TableReading, read_table
from corpus.understanding import understand
from tests.corpus.documents import document_of


def _document(rows: list[list[str]], heading: str = "", above: str = "") -> Document:
    """A table of plain cells, below what stands above it; "" leaves a cell out."""
    builder = DocumentBuilder()
    if heading:
        builder.heading(heading, 1)
    if above:
        builder.paragraph(above)
    builder.table(
        TableCell(text, i, j) for i, row in enumerate(rows) for j, text in enumerate(row) if text
    )
    return builder.build()


def _readings(rows: list[list[str]]) -> list[TableReading]:
    document = _document(rows)
    return [r for table in tables(document) for r in read_table(document, table)]


def _told(reading: TableReading) -> tuple[str, str, str, str | None, int]:
    [number] = reading.quantity.numbers
    year = reading.period.first if reading.period else 0
    return f"{number:f}", reading.quantity.unit, reading.indicator, reading.kind, year


@pytest.mark.parametrize("name", ["Long Đông", "Ắc Ơn", "Ưng Đài", "Mỹ Ạnh"])
def test_a_place_in_any_capitals_is_the_rows(name: str) -> None:
    rows = [
        ["TT", "Xã", "Tỷ lệ hộ nghèo năm 2024 (%)"],
        ["1", name, "3,06"],
        ["2", "Vĩnh Gừa", "1,5"],
    ]
    assert _readings(rows)[0].place.endswith(name)
    assert _readings(rows)[0].indicator == "Tỷ lệ hộ nghèo"


def test_a_column_of_places_that_come_again_stands_beside_the_rows_names() -> None:
    rows = [
        ["Huyện", "Chỉ tiêu", "2023", "2024"],
        ["Sơn Ca", "Kết nạp đảng viên (đồng chí)", "38", "35"],
        ["Sơn Ca", "Đảng viên bị kỷ luật", "5", "4"],
        ["Lúa Vàng", "Kết nạp đảng viên (đồng chí)", "158", "176"],
    ]
    told = [(r.place, r.indicator, f"{r.quantity.numbers[0]:f}") for r in _readings(rows)]
    assert told[:3] == [
        ("huyện Sơn Ca", "Kết nạp đảng viên", "38"),
        ("huyện Sơn Ca", "Kết nạp đảng viên", "35"),
        ("huyện Sơn Ca", "Đảng viên bị kỷ luật", "5"),
    ]
    assert told[-1] == ("huyện Lúa Vàng", "Kết nạp đảng viên", "176")


def test_a_unit_of_things_counted_stands_in_brackets_as_well() -> None:
    [reading] = _readings([["Chỉ tiêu", "Năm 2025"], ["Xóa nhà tạm (nhà)", "64"]])
    assert (reading.indicator, reading.quantity.unit) == ("Xóa nhà tạm", "nhà")


def test_clean_water_is_no_estimate() -> None:
    rows = [
        ["TT", "Xã", "Nước sạch tập trung KH (%)", "Nước sạch tập trung TH (%)"],
        ["1", "TT Sơn Ca", "98", "98,6"],
        ["2", "Xã Mễ Đông", "90", "91,2"],
    ]
    first, second = _readings(rows)[:2]
    assert (first.kind, second.kind) == ("target", "result")
    assert first.place == "thị trấn Sơn Ca"


def test_a_cell_may_say_more_behind_its_value() -> None:
    rows = [
        ["TT", "Nội dung", "Chỉ tiêu 2023 - 2024"],
        ["1", "Giải học sinh giỏi tỉnh", "25 giải, ít nhất 2 giải Nhất"],
        ["2", "Tỷ lệ vào đại học", "63%"],
    ]
    assert [f"{r.quantity.numbers[0]:f}" for r in _readings(rows)] == ["25", "63"]


def test_plan_result_and_share_stand_beside_each_other() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2024", "Thực hiện năm 2024", "TH/KH (%)"],
        ["1", "Thu ngân sách", "tỷ đồng", "80", "84,5", "105,6"],
        ["2", "Trồng rừng", "ha", "1.200", "1.150", "95,8"],
    ]
    assert [_told(r) for r in _readings(rows)[:3]] == [
        ("80", "tỷ đồng", "Thu ngân sách", "target", 2024),
        ("84.5", "tỷ đồng", "Thu ngân sách", "result", 2024),
        ("105.6", "%", "Thu ngân sách", "plan_share", 2024),
    ]
    assert [_told(r)[0] for r in _readings(rows)[3:]] == ["1200", "1150", "95.8"]


def test_one_column_a_year() -> None:
    rows = [
        ["Chỉ tiêu", "Đơn vị", "Năm 2021", "Năm 2022"],
        ["Tỷ lệ hộ nghèo", "%", "9,4", "7,1"],
    ]
    assert [(_told(r)[0], _told(r)[4]) for r in _readings(rows)] == [("9.4", 2021), ("7.1", 2022)]


def test_unit_in_the_head_or_in_the_name() -> None:
    rows = [
        ["Chỉ tiêu", "Kết quả"],
        ["Sản lượng lúa (tấn)", "900"],
        ["Diện tích (ha)", "310"],
    ]
    assert [(r.indicator, r.quantity.unit) for r in _readings(rows)] == [
        ("Sản lượng lúa", "tấn"),
        ("Diện tích", "ha"),
    ]


def test_rows_that_are_places_take_the_columns_name() -> None:
    rows = [
        ["TT", "Đơn vị", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)"],
        ["1", "Xã Hoa Gạo", "41", "5,20"],
        ["2", "Xã Suối Chàm", "63", "8,75"],
    ]
    told = [(r.row_name, r.indicator, str(r.quantity.numbers[0])) for r in _readings(rows)]
    assert told == [
        ("Xã Hoa Gạo", "Số hộ nghèo", "41"),
        ("Xã Hoa Gạo", "Tỷ lệ hộ nghèo", "5.20"),
        ("Xã Suối Chàm", "Số hộ nghèo", "63"),
        ("Xã Suối Chàm", "Tỷ lệ hộ nghèo", "8.75"),
    ]


def test_the_row_of_the_whole_district_is_read_as_its_communes_are() -> None:
    rows = [
        ["STT", "Xã, thị trấn", "Hộ nghèo cuối năm 2024", "KH giảm 2024 (hộ)", "Tỷ lệ (%)"],
        ["1", "Hoa Gạo", "41", "12", "5,20"],
        ["2", "Suối Chàm", "63", "15", "8,75"],
        ["", "Toàn huyện", "104", "27", "6,88"],
    ]
    told = [_told(r) for r in _readings(rows)]
    assert [kind for *_, kind, _ in told[2::3]] == [None, None, None]


def test_a_year_before_a_slash_is_the_shares_year() -> None:
    rows = [
        ["Chỉ tiêu", "ĐVT", "Kế hoạch 2025", "Thực hiện 2025", "TH 2025/KH (%)", "Kế hoạch 2026"],
        ["Dư nợ cho vay", "tỷ đồng", "218", "213,9", "98,1", "231"],
    ]
    assert [_told(r)[3:] for r in _readings(rows)] == [
        ("target", 2025),
        ("result", 2025),
        ("plan_share", 2025),
        ("target", 2026),
    ]


def test_a_target_moved_to_another() -> None:
    rows = [
        ["Chỉ tiêu", "Đơn vị tính", "Đã giao đầu năm", "Điều chỉnh thành"],
        ["Thu ngân sách", "tỷ đồng", "80", "75"],
    ]
    assert [r.kind for r in _readings(rows)] == ["former_target", "amended_target"]


def test_a_fall_written_into_the_cell_is_no_level() -> None:
    rows = [
        ["Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2024", "Mục tiêu đến năm 2030"],
        ["Tỷ lệ hộ nghèo", "%", "9,5", "giảm bình quân 2 - 3%/năm"],
    ]
    level, fall = _readings(rows)
    assert (level.growth, fall.growth) == (0, -1)
    assert [str(n) for n in fall.quantity.numbers] == ["2", "3"]
    assert fall.average


def test_tasks_with_deadlines_are_no_figures() -> None:
    rows = [
        ["Việc", "Đơn vị chủ trì", "Hạn hoàn thành"],
        ["Bàn giao 310 m kè", "UBND xã Hoa Gạo", "10/5/2025"],
        ["Rà soát 52 hộ", "Phòng Nội vụ", "20/6/2025"],
    ]
    assert _readings(rows) == []


def test_heads_merged_over_columns_name_each_of_them() -> None:
    builder = DocumentBuilder()
    builder.table(
        [
            TableCell("Chỉ tiêu", 0, 0, rows=2),
            TableCell("Năm 2024", 0, 1, columns=2),
            TableCell("Kế hoạch", 1, 1),
            TableCell("Thực hiện", 1, 2),
            TableCell("Thu ngân sách (tỷ đồng)", 2, 0),
            TableCell("80", 2, 1),
            TableCell("84", 2, 2),
        ]
    )
    document = builder.build()
    [table] = tables(document)
    told = [_told(r) for r in read_table(document, table)]
    assert told == [
        ("80", "tỷ đồng", "Thu ngân sách", "target", 2024),
        ("84", "tỷ đồng", "Thu ngân sách", "result", 2024),
    ]


_CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["Chỉ tiêu", "Kế hoạch", "Thực hiện 2024", "%", "tấn", "12,5", "1.200", "-",
     "I", "A"]),
)  # fmt: skip


@given(st.lists(st.lists(_CELL, min_size=1, max_size=6), min_size=1, max_size=6))
def test_any_table_is_read_and_each_value_lies_in_its_row(rows: list[list[str]]) -> None:
    document = _document(rows)
    for table in tables(document):
        for reading in read_table(document, table):
            assert reading.row.start <= reading.quantity.start
            assert reading.quantity.start < reading.quantity.end <= reading.row.end
            assert reading.indicator


def test_plan_and_result_share_the_one_year_that_a_head_names() -> None:
    rows = [
        ["Khoản mục", "ĐVT", "Phương án 2023", "Làm được", "Tỷ lệ"],
        ["Bán đá cây", "tấn", "900", "942", "104,7%"],
    ]
    assert [_told(r)[3:] for r in _readings(rows)] == [
        ("target", 2023), ("result", 2023), ("plan_share", 2023),
    ]  # fmt: skip


def test_years_over_counts_and_shares() -> None:
    rows = [
        ["TT", "Đơn vị", "Số hộ nghèo năm 2023", "Tỷ lệ hộ nghèo năm 2023 (%)"],
        ["1", "Xã Khe Ráy", "112", "3,94"],
        ["2", "Bản Lim (xã đảo)", "72", "1,82"],
        ["", "Toàn huyện", "184", "2,8"],
    ]
    told = [(_told(r)[0], r.place, _told(r)[4]) for r in _readings(rows)]
    assert told[:2] == [("112", "xã Khe Ráy", 2023), ("3.94", "xã Khe Ráy", 2023)]
    assert ("184", "", 2023) in told


def test_an_amended_column_replaces_the_one_before_it() -> None:
    rows = [
        ["Chỉ tiêu năm 2024", "Đơn vị", "HĐND huyện giao đầu năm", "Trình điều chỉnh"],
        ["Sản lượng tôm", "tấn", "9.000", "8.500"],
    ]
    assert [_told(r)[3:] for r in _readings(rows)] == [
        ("former_target", 2024), ("amended_target", 2024),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads, kinds",
    [
        (["Đã giao năm 2024", "Mức mới"], ["former_target", "amended_target"]),
        (
            ["Giao đầu năm 2024", "Điều chỉnh (NQ 06/NQ-HĐND)"],
            ["former_target", "amended_target"],
        ),
        (["TH 2023", "KH 2024 (đã điều chỉnh)"], ["result", "amended_target"]),
        (["Năm 2024 so kế hoạch KH 2024", "TH/KH (%)"], ["target", "plan_share"]),
        (["KH 2024", "So KH điều chỉnh (%)"], ["target", "plan_share"]),
        (["Được giao năm 2024", "Thực hiện năm 2024"], ["target", "result"]),
        (["Năm 2024 Ước cả năm", "Năm 2024 Ước/NQ (%)"], ["estimate", "plan_share"]),
    ],
)
def test_heads_tell_what_stands_below(heads: list[str], kinds: list[str]) -> None:
    rows = [["Chỉ tiêu", "Đơn vị", *heads], ["Sản lượng tôm", "tấn", "9.000", "8.500"]]
    assert [r.kind for r in _readings(rows)] == kinds


def test_a_short_head_for_estimates() -> None:
    rows = [["Chỉ tiêu", "KH 2024", "ƯTH 2024"], ["Trồng rừng (ha)", "120", "118"]]
    assert [r.kind for r in _readings(rows)] == ["target", "estimate"]


def _captioned(caption: str, rows: list[list[str]]) -> list[TableReading]:
    builder = DocumentBuilder()
    builder.paragraph(caption)
    builder.table(TableCell(t, i, j) for i, row in enumerate(rows) for j, t in enumerate(row) if t)
    document = builder.build()
    return [r for table in tables(document) for r in read_table(document, table)]


def test_a_caption_gives_its_unit_to_the_whole_table() -> None:
    rows = [["Ngành", "Thực hiện 2023"], ["Công nghiệp", "1.812"]]
    [reading] = _captioned("Bảng 1. Giá trị sản xuất theo ngành (đơn vị: tỷ đồng)", rows)
    assert reading.quantity.unit == "tỷ đồng"
    assert "Giá trị sản xuất theo ngành" in reading.topic


def test_a_day_that_ends_a_month_dates_the_table_below_it() -> None:
    document = document_of(
        "# PHƯỜNG SƠN CA: SỐ LIỆU 2023 - 2025",
        "# Khu vuc 31-12-2025",
        "|Khu vực|Hộ nghèo (hộ)\nBến Đò|19",
    )
    [figure] = understand(document, "so-lieu.xlsx").figures
    assert (figure.kind, figure.period) == ("result", Period(2025, 2025))


def test_the_year_compared_with_does_not_date_the_other_columns() -> None:
    rows = [
        ["Khoản thu", "Dự toán (tỷ đồng)", "Thực hiện (tỷ đồng)", "% dự toán", "% so 2023"],
        ["Thu nội địa", "318", "342,7", "107,8", "109,1"],
    ]
    told = {r.kind: r.period for r in _readings(rows)}
    assert told["target"] is None and told["result"] is None and told["plan_share"] is None


def test_heads_that_are_days_tell_the_state_on_them() -> None:
    rows = [
        ["Thôn", "Số hộ nghèo", "Số hộ nghèo"],
        ["", "31/12/2023", "30/6/2024"],
        ["Bưởi", "14", "9"],
    ]
    read = _readings(rows)
    assert [(r.indicator, r.period and r.period.part, r.place) for r in read] == [
        ("Số hộ nghèo", "", "thôn Bưởi"),
        ("Số hộ nghèo", "h1", "thôn Bưởi"),
    ]
    assert [r.period and r.period.first for r in read] == [2023, 2024]


def test_a_unit_that_names_people_is_no_column_of_names() -> None:
    rows = [
        ["Xã", "Thu nhập bình quân (triệu đồng/người)", "Người phụ trách"],
        ["Hoa Gạo", "41,5", "3 cán bộ"],
    ]
    assert [(r.indicator, r.quantity.unit) for r in _readings(rows)] == [
        ("Thu nhập bình quân", "triệu đồng/người"),
    ]


def test_a_group_over_the_columns_of_places_is_no_part_of_their_names() -> None:
    rows = [
        ["Xã", "Thực hiện 2024", "Kế hoạch 2025"],
        ["", "Diện tích (ha)", "Diện tích (ha)"],
        ["Hoa Gạo", "3.120", "3.200"],
    ]
    assert [(r.indicator, r.kind) for r in _readings(rows)] == [
        ("Diện tích", "result"),
        ("Diện tích", "target"),
    ]


def test_heads_may_name_places_whose_level_the_title_says() -> None:
    document = document_of(
        "TỔNG HỢP CHỈ TIÊU BA XÃ TRƯỚC KHI NHẬP", "Số liệu rà lại ngày 12/8/2025",
        "|Chỉ tiêu|ĐVT|Hoa Gạo|Bưởi Đông\n|||2024|2024\nSản lượng lúa|tấn|2.510|3.190",
    )  # fmt: skip
    [table] = tables(document)
    assert [(r.indicator, r.place) for r in read_table(document, table)] == [
        ("Sản lượng lúa", "xã Hoa Gạo"),
        ("Sản lượng lúa", "xã Bưởi Đông"),
    ]


def test_heads_that_name_places_leave_the_rows_their_indicators() -> None:
    rows = [
        ["Chỉ tiêu", "Đơn vị", "Xã Hoa Gạo", "Phường Bưởi Đông"],
        ["", "", "TH 2025", "TH 2025"],
        ["Thu ngân sách", "tỷ đồng", "66,7", "311,4"],
    ]
    assert [(r.indicator, r.place) for r in _readings(rows)] == [
        ("Thu ngân sách", "xã Hoa Gạo"),
        ("Thu ngân sách", "phường Bưởi Đông"),
    ]


def test_the_head_of_the_row_numbers_names_no_indicator() -> None:
    rows = [["STT", "Ấp", "Năm 2023"], ["1", "Sóc Bưởi", "15"]]
    assert "STT" not in [r.indicator for r in _readings(rows)]


def test_a_section_repeated_in_every_cell_is_no_head() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2024", "Năm 2024"],
        ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"],
        ["A. Kinh tế"] * 5,
        ["1", "Trồng chè", "ha", "120", "134"],
        ["2", "Trồng quế", "ha", "90", "72"],
    ]
    assert [_told(r) for r in _readings(rows)[:2]] == [
        ("120", "ha", "Trồng chè", "target", 2024),
        ("134", "ha", "Trồng chè", "result", 2024),
    ]


def test_a_column_that_only_counts_the_rows_holds_no_figures() -> None:
    rows = [
        ["Mã", "Chỉ tiêu", "Thực hiện 2024"],
        ["1", "Số hộ dùng nước sạch", "812"],
        ["2", "Số hộ có nhà tiêu", "790"],
        ["3", "Số hộ có hố rác", "655"],
    ]
    assert [f"{r.quantity.numbers[0]:f}" for r in _readings(rows)] == ["812", "790", "655"]


def test_rows_without_a_head_give_no_figures() -> None:
    rows = [["1", "Trồng chè", "ha", "120", "134"], ["2", "Trồng quế", "ha", "90", "72"]]
    assert _readings(rows) == []


def test_an_estimated_year_in_the_head_is_no_value() -> None:
    rows = [["TT", "Chỉ tiêu", "2023", "2024", "Ước 2025"], ["1", "Trồng chè", "90", "95", "99"]]
    assert [_told(r)[0] for r in _readings(rows)] == ["90", "95", "99"]


def test_places_without_their_level_have_that_of_the_text() -> None:
    said = "Tỉnh giao ban với các huyện, thị xã. Huyện Sơn Ca thu khá, thị xã Lau Vàng chậm."
    rows = [
        ["TT", "Đơn vị", "Thu 2024"],
        ["1", "Sơn Ca", "90"],
        ["2", "Lau Vàng", "7"],
        ["3", "Đồng Vai", "5"],
    ]
    document = _document(rows, above=said)
    places = [r.place for r in read_table(document, tables(document)[0])]
    assert places == ["huyện Sơn Ca", "thị xã Lau Vàng", "huyện Đồng Vai"]


def test_a_share_of_the_plan_may_be_named_by_what_it_is_of() -> None:
    rows = [
        ["Xã", "Thu NSNN (tỷ đồng)", "Thu/dự toán (%)"],
        ["Đồng Lau", "9,4", "107,1"],
        ["Đồng Vai", "8,1", "96,0"],
    ]
    assert [r.kind for r in _readings(rows)[:2]] == [None, "plan_share"]


def test_overdue_debt_is_no_deadline_and_a_place_of_trade_no_plan() -> None:
    rows = [
        ["Xã", "Quá hạn (%)", "Điểm giao dịch"],
        ["Đồng Lau", "0,36", "1"],
        ["Đồng Vai", "0,50", "2"],
    ]
    told = [(r.indicator, r.kind) for r in _readings(rows)[:2]]
    assert told == [("Quá hạn", None), ("Điểm giao dịch", None)]


def test_a_plan_and_its_share_are_of_what_stands_beside_them() -> None:
    rows = [
        ["Chủ đầu tư", "Kế hoạch (tỷ đồng)", "Đã giải ngân (tỷ đồng)", "Tỷ lệ (%)"],
        ["Ban Quản lý dự án", "178,2", "121,7", "68,3"],
        ["UBND xã Đồng Lau", "21,5", "6,2", "28,8"],
    ]
    told = [(r.indicator, r.kind) for r in _readings(rows)[-3:]]
    assert told == [("giải ngân", "target"), ("giải ngân", None), ("giải ngân", "plan_share")]


def test_heads_of_two_rows_whose_second_names_the_years() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện", "Năm 2024", "Năm 2024", "Kế hoạch"],
        ["", "", "", "2023", "Kế hoạch", "Ước TH", "2025"],
        ["1", "Thu ngân sách", "tỷ đồng", "61", "65", "66", "70"],
    ]
    assert [_told(r)[3:] for r in _readings(rows)] == [
        ("result", 2023), ("target", 2024), ("estimate", 2024), ("target", 2025),
    ]  # fmt: skip


def test_a_schools_table_counts_in_school_years() -> None:
    rows = [
        ["", "", "Năm học 2023 - 2024", "Năm học 2023 - 2024", "Chỉ tiêu"],
        ["Chỉ tiêu", "2022-2023", "Giao", "Đạt", "2024-2025"],
        ["Trường đạt chuẩn", "35", "36", "37", "39"],
    ]
    periods = [r.period for r in _readings(rows)]
    assert [p and (p.first, p.part) for p in periods] == [
        (2022, "school"), (2023, "school"), (2023, "school"), (2024, "school"),
    ]  # fmt: skip


def test_what_the_assembly_settles_stands_for_what_was_put_before_it() -> None:
    rows = [
        ["Chỉ tiêu năm 2025", "Đơn vị", "UBND huyện trình", "HĐND huyện quyết nghị", "Biểu quyết"],
        ["Thu ngân sách", "tỷ đồng", "70", "72", "28/32 tán thành"],
    ]
    assert [_told(r)[3:] for r in _readings(rows)] == [
        ("former_target", 2025), ("amended_target", 2025),
    ]  # fmt: skip
    alone = [[row[0], row[1], row[3]] for row in rows]
    assert [r.kind for r in _readings(alone)] == ["target"]


def test_a_year_over_the_one_before_is_no_share_of_the_plan() -> None:
    rows = [
        ["Nguồn thu", "Dự toán năm 2024", "Thực hiện năm 2024", "2024/2023 (%)"],
        ["Lệ phí trước bạ", "148,0", "142,9", "108,7"],
    ]
    assert [r.kind for r in _readings(rows)] == ["target", "result", "change"]


def test_columns_without_a_name_measure_what_the_caption_says_beside_the_named_one() -> None:
    rows = [
        ["TT", "Đơn vị", "Dự toán 2024", "Thực hiện 2024", "Nợ thuế đến 31/12/2024"],
        ["1", "Phường Bàu Lách", "88,2", "94,6", "11,3"],
        ["2", "Phường Gò Trắc", "42,6", "39,4", "8,8"],
    ]
    told = [
        (r.indicator, r.quantity.unit)
        for r in _captioned("THU PHÂN CẤP VÀ NỢ THUẾ (tỷ đồng)", rows)
    ]
    assert told[:3] == [("thu phân cấp", "tỷ đồng")] * 2 + [("Nợ thuế", "tỷ đồng")]


def test_two_years_on_end_are_a_school_year_in_a_schools_paper() -> None:
    rows = [["Chỉ tiêu", "2022 - 2023", "KH 2023 - 2024"], ["Học sinh giỏi (em)", "41", "44"]]
    periods = [r.period for r in _captioned("Biểu kèm báo cáo tổng kết năm học", rows)]
    assert periods == [Period(2022, 2023, "school"), Period(2023, 2024, "school")]


def test_a_share_without_a_name_is_of_the_column_left_of_it() -> None:
    rows = [
        ["Đơn vị", "Thu ngân sách (tỷ đồng)", "So dự toán năm (%)", "Giải ngân (%)"],
        ["Xã Nà Lơi", "17,8", "22,5", "17,2"],
        ["Xã Tả Lùng", "24,6", "21,0", "8,3"],
    ]
    told = [(str(r.quantity.numbers[0]), r.indicator, r.kind) for r in _readings(rows)[:3]]
    assert told == [
        ("17.8", "Thu ngân sách", None),
        ("22.5", "Thu ngân sách", "plan_share"),
        ("17.2", "Giải ngân", None),
    ]


def test_what_was_paid_out_of_a_plan_is_a_share_of_it() -> None:
    rows = [
        ["Xã", "Vốn giao (tỷ đồng)", "Đã giải ngân (tỷ đồng)", "Tỷ lệ (%)"],
        ["Xã Nà Lơi", "9,2", "4,6", "50,0"],
        ["Xã Tả Lùng", "8,0", "0,9", "11,3"],
    ]
    told = [(r.indicator, r.kind) for r in _readings(rows) if r.quantity.unit == "%"]
    assert told == [("giải ngân", "plan_share")] * 2


def test_a_share_of_the_same_time_last_year_is_of_the_result_beside_it() -> None:
    rows = [
        ["Chỉ tiêu", "Đơn vị", "Kế hoạch năm 2024", "6 tháng năm 2024 thực hiện", "% cùng kỳ"],
        ["Lượng khách", "lượt", "65.000", "38.450", "129,9"],
    ]
    reading = _readings(rows)[-1]
    assert (reading.kind, reading.quantity.unit) == ("change", "%")
    assert reading.period == Period(2024, 2024, "h1")


def test_a_heads_own_unit_goes_before_the_one_of_the_title() -> None:
    rows = [
        ["Chủ đầu tư", "Số dự án", "Vốn giao", "Tỷ lệ cùng kỳ 2023 (%)"],
        ["Phòng Kinh tế", "4", "22.600", "58,4"],
    ]
    told = [r.quantity.unit for r in _captioned("Giải ngân (đơn vị: triệu đồng)", rows)]
    assert told == ["dự án", "triệu đồng", "%"]


def test_a_caption_that_lists_measures_says_of_what() -> None:
    rows = [
        ["Xã", "Kế hoạch (ha)", "Thực hiện (ha)", "Năng suất (tạ/ha)"],
        ["Xã Nà Lơi", "320", "312", "65,1"],
    ]
    told = [
        (r.indicator, r.kind, r.quantity.unit)
        for r in _captioned("Biểu 2. Diện tích, năng suất ngô theo xã", rows)
    ]
    assert told == [
        ("Diện tích ngô", "target", "ha"),
        ("Diện tích ngô", "result", "ha"),
        ("Năng suất ngô", "result", "tạ/ha"),
    ]


def test_a_share_without_a_year_is_of_the_result_left_of_it() -> None:
    rows = [
        ["Chỉ tiêu", "Mục tiêu 2020", "Ước TH 2020", "So mục tiêu (%)", "Mục tiêu 2025"],
        ["Lao động qua đào tạo (%)", "65,0", "61,3", "94,3", "75,0"],
    ]  # fmt: skip
    share = next(r for r in _readings(rows) if r.kind == "plan_share")
    assert share.period == Period(2020, 2020)


@pytest.mark.parametrize(
    "head", ["Tăng/giảm (%)", "Tăng (+), giảm (-)", "So sánh +/-", "TH 2023/TH 2022 (%)"]
)
def test_a_head_that_says_no_more_than_up_or_down_is_of_a_change(head: str) -> None:
    rows = [["Chỉ tiêu", "Năm 2022", "Năm 2023", head], ["Lượt khám", "142.350", "128.410", "-9,8"]]
    assert _readings(rows)[-1].kind == "change"


def test_a_difference_from_the_plan_alone_is_no_figure() -> None:
    rows = [["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tăng/giảm"], ["Đàn lợn", "40", "42", "2"]]
    assert [r.kind for r in _readings(rows)] == ["target", "result"]


@pytest.mark.parametrize("head", ["Đạt tỷ lệ", "Tỷ lệ đạt (%)", "Đạt KH (%)", "%", "TH/PA (%)"])
def test_what_stands_behind_plan_and_result_is_the_share(head: str) -> None:
    rows = [
        ["Nội dung", "Chỉ tiêu giao", "Kết quả", head],
        ["Kết nạp hội viên", "350", "412", "117"],
    ]
    assert _readings(rows)[-1].kind == "plan_share"


def test_a_change_is_of_the_result_that_it_compares_not_of_the_year_before() -> None:
    rows = [
        ["Chỉ tiêu", "KH 2018", "TH 2018", "So với năm 2017 (%)"],
        ["Thu ngân sách", "98", "101", "112,3"],
    ]
    assert _told(_readings(rows)[-1])[3:] == ("change", 2018)


def test_abbreviated_measures_are_read_by_their_units() -> None:
    builder = DocumentBuilder()
    heads = ["Thôn", "Lúa DT (ha)", "Lúa NS (tạ/ha)", "Lúa SL (tấn)", "NS xã (triệu đồng)"]
    rows = [heads, ["Thôn Hoa Gạo", "45", "66", "297", "120"]]
    builder.table(TableCell(t, i, j) for i, row in enumerate(rows) for j, t in enumerate(row))
    document = builder.build()
    told = [r.indicator for table in tables(document) for r in read_table(document, table)]
    assert told == ["diện tích lúa", "năng suất lúa", "sản lượng lúa", "NS xã"]


def test_a_project_is_not_the_place_that_it_is_built_in() -> None:
    rows = [["TT", "Dự án", "Giải ngân"], ["1", "Trụ sở UBND xã Nà Pho", "8,0"]]
    assert [r.indicator for r in _readings(rows)] == ["Trụ sở UBND xã Nà Pho"]


def test_a_commune_called_like_a_hamlet_stays_a_commune() -> None:
    rows = [["TT", "Xã, thị trấn", "Số hộ"], ["1", "Bản Cò", "145"], ["2", "Nà Pho", "623"]]
    assert _readings(rows)[0].place == "xã Bản Cò"


def test_rows_below_a_place_are_of_that_place() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "2023", "2024"],
        ["I", "XÃ KHE DỨA"],
        ["1", "Kết nạp đảng viên", "người", "31", "34"],
        ["II", "PHƯỜNG BẾN LAU"],
        ["1", "Kết nạp đảng viên", "người", "52", "57"],
    ]
    figures = understand(_document(rows), "tong-hop.xlsx").figures
    assert [(f.place, f"{f.value.numbers[0]:f}") for f in figures] == [
        ("xã Khe Dứa", "31"),
        ("xã Khe Dứa", "34"),
        ("phường Bến Lau", "52"),
        ("phường Bến Lau", "57"),
    ]


def test_areas_of_a_merged_commune_are_places_but_for_the_one_of_its_name() -> None:
    rows = [
        ["Khu vực", "Tổng số hộ", "Hộ nghèo"],
        ["Khe Dứa (cũ)", "1.544", "71"],
        ["Bến Lau", "1.318", "52"],
        ["Toàn xã", "2.862", "123"],
    ]
    caption = "Hộ nghèo cuối năm 2025 theo khu vực xã cũ"
    document = _document(rows, "Báo cáo của xã Khe Dứa năm 2025", caption)
    figures = understand(document, "tong-hop.xlsx").figures
    poor = {f"{f.value.numbers[0]:f}": f.place for f in figures if "nghèo" in f.indicator}
    assert poor == {"71": "", "52": "xã Bến Lau", "123": "xã Khe Dứa"}


def test_heads_that_name_places_without_level_are_those_that_the_text_calls_so() -> None:
    rows = [["Chỉ tiêu", "Khe Dứa", "Bến Lau"], ["Kết nạp đảng viên (người)", "31", "52"]]
    document = _document(rows, "Tổng hợp của xã Khe Dứa và phường Bến Lau")
    figures = understand(document, "tong-hop.xlsx").figures
    assert [f.place for f in figures] == ["xã Khe Dứa", "phường Bến Lau"]


def test_a_row_says_who_gives_the_plan() -> None:
    document = document_of(
        "# HĐND phường Sơn Ca: chỉ tiêu năm 2026",
        "|Chỉ tiêu|KH 2026 (tỷ đồng)\n"
        "Thu ngân sách (tỉnh giao)|206\nThu ngân sách (HĐND phường giao)|214",
    )
    told = {f.giver: f.value.numbers[0] for f in understand(document, "ct.md").figures}
    assert told == {"tỉnh giao": 206, "HĐND phường giao": 214}


def test_a_row_that_counts_on_in_a_table_of_quarters_tells_of_the_year_so_far() -> None:
    document = document_of(
        "# PHƯỜNG SƠN CA: THEO DÕI THEO QUÝ NĂM 2025",
        "|Chỉ tiêu|ĐVT|Quý III năm 2025|Quý IV năm 2025\n"
        "Thu ngân sách trong quý|tỷ đồng|30,2|32,8\n"
        "Giải ngân (lũy kế từ đầu năm)|%|58,7|91,8",
    )
    parts = [f.period.part for f in understand(document, "q.xlsx").figures if f.period]
    assert parts == ["q3", "q4", "to9", ""]


def test_a_place_alone_stands_between_caption_and_table() -> None:
    document = document_of(
        "# Số liệu trồng trọt",
        "DIỆN TÍCH, NĂNG SUẤT, SẢN LƯỢNG LÚA NĂM 2024 CHIA THEO XÃ",
        "Huyện Sơn Ca",
        "|Đơn vị|Diện tích (ha)|Năng suất (tạ/ha)\nXã Hoa Gạo|820|64,9\nXã Gò Mận|640|61,2|",
    )
    told = {(f.place, f.key) for f in understand(document, "a.md").figures}
    assert ("xã Hoa Gạo", "=rice_yield|") in told


def test_plans_with_nothing_beside_them_are_of_the_year_ahead() -> None:
    document = document_of(
        "# BÁO CÁO tình hình năm 2024, kế hoạch năm 2025 của huyện Sơn Ca",
        "Sơn Ca, ngày 02 tháng 12 năm 2024",
        "### Phần B",
        "|TT|Chỉ tiêu|Kế hoạch\n1|Thu ngân sách (tỷ đồng)|120\n2|Hộ nghèo (%)|3,1",
        "### Phần C",
        "|TT|Chỉ tiêu|Kế hoạch|Thực hiện\n1|Trồng rừng (ha)|40|42",
    )
    told = {str(f.value.numbers[0]): f.period for f in understand(document, "bc.md").figures}
    assert told["120"] == told["3.1"] == Period(2025, 2025)
    assert told["40"] == told["42"] == Period(2024, 2024)


def test_values_with_their_units_are_no_heads_of_a_table() -> None:
    document = document_of(
        "## Kết quả công tác Mặt trận năm 2025 của xã Sơn Ca",
        "Sơn Ca, ngày 28 tháng 11 năm 2025",
        "### Chương trình thống nhất hành động năm sau",
        "|Nội dung|Chỉ tiêu\nVận động Quỹ Vì người nghèo|520 triệu đồng\nXây nhà|12 căn\n"
        "Thu nhập tăng|13,5%/năm\nKhu dân cư tổ chức Ngày hội|100%",
    )
    figures = understand(document, "bc.md").figures
    assert [str(f.value.numbers[0]) for f in figures] == ["520", "12", "13.5", "100"]
    assert {f.period for f in figures} == {Period(2026, 2026)}
