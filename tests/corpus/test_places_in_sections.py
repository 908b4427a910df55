"""Tables whose sections name the measure and whose rows name the places; heads that cite papers."""

from __future__ import annotations

from corpus.record import Figure, Period
from corpus.table_heads import head_period
from corpus.table_names import head_subject
from corpus.understanding import understand
from tests.corpus.documents import document_of


def figures(*parts: str) -> list[tuple[str, Figure]]:
    document = document_of(*parts)
    told = understand(document, "bieu.xlsx").figures
    return [(document.text[f.value.start : f.value.end], f) for f in told]


SECTIONS = (
    "TỔNG HỢP CHỈ TIÊU CỦA 3 PHƯỜNG, XÃ CỤM THI ĐUA SỐ 3",
    "|TT|Chỉ tiêu / đơn vị|ĐVT|Thực hiện năm 2024|Kế hoạch năm 2025\n"
    "I|Thu ngân sách nhà nước trên địa bàn|tỷ đồng||\n"
    "1|Phường Vĩnh Kha||148,2|172,0\n"
    "2|Xã Bàu Mật||21,5|24,0\n"
    "II|Tỷ lệ hộ nghèo|%||\n"
    "1|Phường Vĩnh Kha||0,82|0,60\n"
    "2|Xã Bàu Mật||3,46|2,80",
)


def test_a_section_names_what_its_places_are_measured_by() -> None:
    told = dict(figures(*SECTIONS))
    revenue, poor = told["24,0"], told["3,46"]
    assert (revenue.indicator, revenue.place) == (
        "Thu ngân sách nhà nước trên địa bàn",
        "xã Bàu Mật",
    )
    assert (revenue.kind, revenue.period) == ("target", Period(2025, 2025))
    assert revenue.value.unit == "tỷ đồng"
    assert (poor.indicator, poor.value.unit, poor.kind) == ("Tỷ lệ hộ nghèo", "%", "result")
    assert poor.parent is None, "a place is no part of the section above it"


def test_several_places_before_a_name_are_no_place_called_so() -> None:
    assert {f.place for _, f in figures(*SECTIONS)} == {"phường Vĩnh Kha", "xã Bàu Mật"}


def test_the_day_of_a_paper_dates_no_column() -> None:
    assert head_period("Nghị quyết 24/NQ-HĐND ngày 16/12/2022 giao") is None
    assert head_period("Nghị quyết 24/NQ-HĐND ngày 16/12/2022 giao năm 2023") == Period(2023, 2023)


def test_a_share_below_a_merged_head_is_a_share_of_it() -> None:
    assert head_subject("Hồ sơ thủ tục hành chính Tỷ lệ trực tuyến") == (
        "Tỷ lệ hồ sơ thủ tục hành chính trực tuyến"
    )


def test_rows_of_school_years_are_no_numbered_rows() -> None:
    told = figures(
        "SỐ HỌC SINH HUYỆN ĐÔNG TRẠCH",
        "|Năm học|Tiểu học|THCS\n2022 - 2023|15.217|10.433\n2023 - 2024|15.046|10.871",
    )
    years = {value: f.period for value, f in told}
    assert years["10.433"] == Period(2022, 2023, "school")
    assert years["15.046"] == Period(2023, 2024, "school")


def test_a_row_that_counts_targets_met_says_how_many() -> None:
    told = figures(
        "CHỈ TIÊU HUYỆN ĐÔNG TRẠCH",
        "|TT|Chỉ tiêu|ĐVT|Năm 2023|Năm 2024\n1|Đàn trâu|con|1.204|1.310\n"
        "2|Số chỉ tiêu đạt và vượt/tổng số|chỉ tiêu|25/31|30/31",
    )
    met = {value: f for value, f in told if f.kind == "fulfilled"}
    assert met["30/31"].period == Period(2024, 2024)


def test_a_head_may_number_the_months() -> None:
    told = figures(
        "PHƯỜNG TÂN AN ĐÔNG",
        "## Thu ngân sách theo tháng năm 2025 (triệu đồng)",
        "|Tháng|7|8|9|10\nThu trong tháng|1.210|1.340|1.425|1.510",
    )
    months = {value: f.period for value, f in told}
    assert months["1.210"] == Period(2025, 2025, "m7")
    assert months["1.510"] == Period(2025, 2025, "m10")


def test_the_years_plan_beside_halves_is_the_years() -> None:
    told = figures(
        "Thực hiện chỉ tiêu 6 tháng đầu năm 2024",
        "|Chỉ số|Chỉ tiêu năm|6 tháng 2024|% so KH năm\nLượt khám|185.000|96.310|52,1",
    )
    read = {value: (f.kind, f.period) for value, f in told}
    assert read["185.000"] == ("target", Period(2024, 2024))
    assert read["96.310"] == ("result", Period(2024, 2024, "h1"))
    assert read["52,1"] == ("plan_share", Period(2024, 2024, "h1"))
