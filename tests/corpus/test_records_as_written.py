"""Ways of writing that real papers have: terms, tasks, shares of their own, tables in parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.document import DocumentBuilder, TableCell
from corpus.figures import printed
from corpus.indicators import read_asked
from corpus.named_numbers import without_named
from corpus.names import name_before
from corpus.periods import find_periods
from corpus.places import Place, find_places
from corpus.quantities import find_quantities
from corpus.record import Figure, Period
from corpus.table_layout import tables
from corpus.tables import TableReading, read_table
from corpus.understanding import understand
from corpus.vocabulary import Vocabulary
from tests.corpus.documents import document_of


def figures(*parts: str, source: str = "ho-so.txt") -> dict[str, Figure]:
    """The figures of a text by their values as printed."""
    document = document_of(*parts)
    return {printed(document.text, f.value): f for f in understand(document, source).figures}


def rows(*table: list[str]) -> list[TableReading]:
    """What is read in a table; "" leaves a cell out."""
    builder = DocumentBuilder()
    builder.table(
        TableCell(text, i, j) for i, row in enumerate(table) for j, text in enumerate(row) if text
    )
    document = builder.build()
    return [r for found in tables(document) for r in read_table(document, found)]


def by_value(*table: list[str]) -> dict[str, TableReading]:
    return {f"{r.quantity.numbers[0]:f}": r for r in rows(*table)}


CONGRESS = ("Đại hội Đảng bộ xã Sơn Ca lần thứ XX, nhiệm kỳ 2015 - 2020", "Ngày 12/6/2015")


def test_the_term_that_is_over_is_told_at_the_congress_of_the_next() -> None:
    told = figures(
        *CONGRESS,
        "Đảng bộ xã Sơn Ca tổ chức Đại hội nhiệm kỳ 2015 - 2020.",
        "Nhiệm kỳ qua, tăng trưởng kinh tế bình quân 12%; kết nạp 46 đảng viên.",
        "Nhiệm kỳ tới, phấn đấu tăng trưởng kinh tế 14%; kết nạp 50 đảng viên.",
    )
    over, ahead = told["46 đảng viên"], told["50 đảng viên"]
    assert (over.kind, over.period) == ("result", Period(2010, 2015))
    assert (ahead.kind, ahead.period) == ("target", Period(2015, 2020))


@pytest.mark.parametrize(
    "task",
    [
        "Giao Phòng Lao động giải quyết việc làm cho 1.200 lao động trước 30/11.",
        "HĐND xã thống nhất nhiệm vụ những tháng cuối năm với các chỉ tiêu: việc làm cho"
        " 1.200 lao động; hộ nghèo còn 3%.",
    ],
)
def test_what_is_given_as_a_task_is_planned(task: str) -> None:
    told = figures("Hội nghị giao ban UBND huyện Sơn Ca", "Sơn Ca, ngày 12/9/2023", task)
    assert told["1.200 lao động"].kind == "target"


@pytest.mark.parametrize(
    "said, value, named",
    [
        ("Huyện đã hoàn thành 100% chỉ tiêu giao quân.", "100%", "giao quân"),
        ("Đồng thời hoàn thành gần 90% kế hoạch xóa nhà tạm.", "90%", "xóa nhà tạm"),
        ("Đạt 113% chỉ tiêu LĐLĐ tỉnh giao.", "113%", "Giải quyết việc làm"),
    ],
)
def test_a_share_is_of_the_plan_that_it_names(said: str, value: str, named: str) -> None:
    told = figures(
        "Báo cáo năm 2024 huyện Sơn Ca", f"Giải quyết việc làm cho 4.300 lao động. {said}"
    )[value]
    assert told.kind == "plan_share"
    assert told.indicator.startswith(named)


def test_a_share_that_was_not_reached_is_no_share() -> None:
    assert "50%" not in figures("Báo cáo năm 2024", "Du lịch chưa đạt được 50% kế hoạch.")


def test_shares_of_taxes_are_of_their_plans() -> None:
    told = figures(
        "Báo cáo năm 2018 xã Sơn Ca",
        "Thu phí đạt 102% (4,9 tỷ/4,8 tỷ); thuế nhà đất đạt 120% (265 triệu/220 triệu).",
        "Tổng thu ngân sách ước đạt 68% dự toán, trong đó lệ phí trước bạ 44%.",
    )
    assert [told[v].kind for v in ("120%", "265 triệu", "220 triệu", "44%")] == [
        "plan_share",
        "result",
        "target",
        "plan_share",
    ]


def test_the_year_compared_with_has_a_value_of_its_own() -> None:
    told = figures(
        "Báo cáo năm 2023 huyện Sơn Ca",
        "Giá trị xuất khẩu 23,7 triệu USD, bằng 82,9% năm 2022 (28,6 triệu USD).",
    )
    assert told["82,9%"].kind == "change"
    assert told["28,6 triệu USD"].period == Period(2022, 2022)


def test_how_it_stands_now_is_no_target() -> None:
    told = figures(
        "Nghị quyết Đảng ủy xã Sơn Ca, ngày 20/12/2024",
        "Chỉ tiêu năm 2025: Thu gom rác thải 85% (năm nay mới 76%).",
    )
    assert (told["76%"].kind, told["76%"].period) == ("result", Period(2024, 2024))


def test_a_number_of_the_name_is_no_value() -> None:
    text = "Tổng số vốn của 2 ngân hàng do Hội quản lý đạt 448 tỷ đồng"
    kept = without_named(text, find_quantities(text))
    assert [text[q.start : q.end] for q in kept] == ["448 tỷ đồng"]
    listed = "Hội có nhà của 2 xã, 448 hội viên"
    assert len(without_named(listed, find_quantities(listed))) == 2


@pytest.mark.parametrize(
    "text, value, unit",
    [
        ("thu 315 triệu 400 nghìn đồng", "315.4", "triệu đồng"),
        ("thu 6 tỷ 350 triệu đồng", "6.35", "tỷ đồng"),
        ("năng suất 7,6 tấn/hecta", "7.6", "tấn/hecta"),
        ("mức 500.000đ/người", "500000", "đ/người"),
    ],
)
def test_an_amount_is_read_whole(text: str, value: str, unit: str) -> None:
    [quantity] = find_quantities(text)
    assert (f"{quantity.numbers[0]:f}", quantity.unit) == (value, unit)


def test_months_cut_short_are_months() -> None:
    assert find_quantities("sơ kết 6th đầu năm 2024") == []
    assert [f.period for f in find_periods("6th đầu năm 2024")] == [Period(2024, 2024, "h1")]
    assert [f.period for f in find_periods("thu 6 th/2008")] == [Period(2008, 2008, "h1")]


@pytest.mark.parametrize("hedge", ["trên", "từ", "ít nhất", "≥", ""])
def test_a_label_names_the_hedged_value_behind_it(hedge: str) -> None:
    assert name_before(f"Kết nạp đảng viên mới: {hedge} ") == "Kết nạp đảng viên mới"


def test_prices_of_a_year_date_nothing() -> None:
    told = figures("Báo cáo năm 2024 xã Sơn Ca", "Giá trị sản xuất (theo giá 2010) tăng 10%.")
    assert told["10%"].period == Period(2024, 2024)


def test_names_that_end_like_a_preposition() -> None:
    assert [p for _, p in find_places("huyện Đại Từ đạt")] == [Place("huyện", "Đại Từ")]
    assert [p for _, p in find_places("XÃ HẠ TỪ NĂM 2024")] == [Place("xã", "Hạ")]


def test_a_title_typed_in_haste_names_the_place_of_its_file() -> None:
    parts = (
        "BIÊN BẢN hop BCH đảng bộ xã sơn ca mở rộng\nso kết 6th đầu năm 2024",
        "hôm nay 5/7/2024, hội trường UB xã",
        "I. đc Lềnh đọc báo cáo",
        "- đường vào bản Lũng Pán sạt lở, xin 2 tấn xi măng",
    )
    told = understand(document_of(*parts), "son ca 5-7.txt")
    assert told.place == "xã Sơn Ca"
    assert understand(document_of(*parts), "bien ban.txt").place != "xã Sơn Ca"


def test_of_two_names_that_overlap_the_longer_counts() -> None:
    asked = read_asked("thu thuế thu nhập cá nhân", Vocabulary.load())
    assert asked.families == {"personal_income_tax"}


HEAD = ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"]


def test_a_lettered_row_is_a_part_of_the_one_above() -> None:
    told = by_value(
        HEAD,
        ["1", "Tổng giá trị sản xuất", "tỷ đồng", "455", "461"],
        ["a", "Nông nghiệp", "tỷ đồng", "190", "192"],
        ["-", "Trồng trọt", "tỷ đồng", "100", "101"],
        ["2", "Thu nhập bình quân", "triệu đồng", "52", "53"],
    )
    assert (told["192"].topic, told["192"].part) == ("Tổng giá trị sản xuất", True)
    assert told["101"].topic == "Tổng giá trị sản xuất"
    assert (told["53"].topic, told["53"].part) == ("", False)


def test_a_row_without_a_mark_goes_on_with_the_parts() -> None:
    told = by_value(
        HEAD,
        ["6", "Tỷ lệ trường đạt chuẩn", "%", "80", "82"],
        ["", "Trong đó: Mầm non", "%", "70", "75"],
        ["", "Tiểu học", "%", "85", "88"],
    )
    assert told["88"].topic == "Tỷ lệ trường đạt chuẩn"


def test_a_total_in_the_ordinals_column_is_read() -> None:
    told = by_value(
        ["TT", "Xã", "Số hộ nghèo"], ["1", "Sơn Ca", "120"], ["2", "Sơn Hà", "82"],
        ["Tổng cộng", "", "202"],
    )  # fmt: skip
    assert told["202"].row_name == "Tổng cộng"


def test_another_unit_goes_on_with_the_row_above() -> None:
    told = by_value(
        HEAD, ["4", "Dạy nghề cho nông dân", "Lớp", "8", "5"], ["", "", "Người", "240", "152"]
    )
    assert (told["152"].indicator, told["152"].quantity.unit) == ("Dạy nghề cho nông dân", "Người")


def test_what_a_body_registers_is_its_plan() -> None:
    head = ["TT", "Nội dung", "ĐVT", "Tỉnh giao", "Huyện đăng ký", "TH", "% so với đăng ký"]
    told = by_value(head, ["1", "Kết nạp hội viên", "người", "450", "500", "312", "62,4"])
    assert [told[v].kind for v in ("500", "312", "62.4")] == ["target", "result", "plan_share"]


def test_a_year_over_another_is_a_change_of_the_first() -> None:
    head = ["TT", "Chỉ tiêu", "ĐVT", "TH 2022", "ƯTH 2023", "ƯTH 2023/TH 2022 (%)"]
    told = by_value(head, ["1", "Tổng thu", "tỷ đồng", "412", "461", "111,8"])["111.8"]
    assert (told.kind, told.period) == ("change", Period(2023, 2023))


@pytest.mark.parametrize("unit", ["Đơn vị: 1000 đồng", "ĐVT: 1.000đ", "(đơn vị tiền: nghìn đồng)"])
def test_thousands_are_the_unit_of_a_table(unit: str) -> None:
    builder = DocumentBuilder()
    builder.paragraph(unit)
    cells = [["Nội dung", "Quyết toán 2022"], ["Tổng thu", "12.431.560"]]
    builder.table(TableCell(t, i, j) for i, row in enumerate(cells) for j, t in enumerate(row))
    document = builder.build()
    [reading] = [r for found in tables(document) for r in read_table(document, found)]
    assert reading.quantity.unit == "nghìn đồng"


def test_a_paper_that_groups_by_commas_means_thousands() -> None:
    told = figures(
        "Báo cáo năm 2024 xã Sơn Ca",
        "Thu 14,862 triệu đồng = 109.3% dự toán; chi 10,390 triệu đồng; 3,650 suất quà;"
        " 1,480 công nhân được khám.",
    )
    assert [f"{told[v].value.numbers[0]:f}" for v in ("14,862 triệu đồng", "109.3%")] == [
        "14862",
        "109.3",
    ]
    plain = figures("Báo cáo năm 2024 xã Sơn Ca", "Thu 14,862 tỷ đồng; chi 10.390 triệu đồng.")
    assert plain["14,862 tỷ đồng"].value.numbers[0] < 15


def test_numbered_hamlets_are_places() -> None:
    told = by_value(
        ["TT", "Thôn", "Tổng số hộ", "Số hộ đạt chuẩn"],
        ["1", "Thôn 1", "120", "100"],
        ["2", "Thôn số 2", "185", "160"],
    )
    assert (told["160"].place, told["160"].indicator) == ("thôn 2", "Số hộ đạt chuẩn")
    assert told["120"].indicator == "Tổng số hộ"


def test_a_head_reaches_over_the_blank_cells_behind_it() -> None:
    told = by_value(
        ["Cây trồng", "Diện tích (ha)", "", "Sản lượng (tấn)", ""],
        ["", "KH 2023", "TH 2023", "KH 2023", "TH 2023"],
        ["Ngô", "600", "580", "2.800", "2.650"],
    )
    assert [told[v].quantity.unit for v in ("580", "2650")] == ["ha", "tấn"]
    assert [told[v].kind for v in ("600", "580")] == ["target", "result"]


MEETS = "Ngày 20/12/2025, HĐND xã Đông Phú họp."


def test_what_is_over_is_no_aim_though_aims_stand_above() -> None:
    told = figures(
        MEETS,
        "Chỉ tiêu năm 2026: thu ngân sách 70 tỷ đồng.",
        "Tháng 11 vừa qua, xã đón 4.500 lượt khách.",
        "Năm 2025, xã đã làm 3 km đường.",
    )
    guests, road = told["4.500 lượt khách"], told["3 km"]
    assert (guests.kind, guests.period) == ("result", Period(2025, 2025, "m11"))
    assert (road.kind, road.period) == ("result", Period(2025, 2025))


@pytest.mark.parametrize("before", ["1. Năm ngoái", "Đ/c Hà: năm ngoái", "Năm ngoái"])
def test_last_year_is_the_year_before_whoever_says_so(before: str) -> None:
    told = figures(MEETS, f"{before} xã cấp 215 giấy chứng nhận.")
    assert told["215 giấy chứng nhận"].period == Period(2024, 2024)


def test_short_plan_words_name_a_plan() -> None:
    told = figures(
        MEETS,
        "KH thu ngân sách năm 2025 là 18 tỷ đồng.",
        "Kế hoạch vốn năm 2025 là 19 tỷ đồng, đã giải ngân 13,5 tỷ đồng.",
    )
    assert [told[v].kind for v in ("18 tỷ đồng", "19 tỷ đồng", "13,5 tỷ đồng")] == [
        "target",
        "target",
        "result",
    ]


def test_the_whole_year_behind_a_part_of_it_is_the_years() -> None:
    told = figures(MEETS, "Thu ngân sách hết quý II đạt 7 tỷ đồng, cả năm không dưới 14 tỷ đồng.")
    assert told["14 tỷ đồng"].period == Period(2025, 2025)


def test_a_day_of_december_told_in_january_is_of_the_year_before() -> None:
    document = document_of(
        "Xã Vân Canh: Kỳ họp cuối năm",
        "Thứ Năm, 02/01/2025 - 08:10",
        "Ngày 30/12, HĐND xã Vân Canh họp kỳ thứ 10.",
    )
    assert understand(document, "tin.html").date == date(2024, 12, 30)


def test_a_resolution_on_the_second_half_sets_plans() -> None:
    told = figures(
        "NGHỊ QUYẾT",
        "Về kế hoạch đầu tư công 6 tháng cuối năm 2025",
        "Xã Tân Lộc, ngày 31 tháng 7 năm 2025",
        "QUYẾT NGHỊ",
        "1. Tổng vốn đầu tư công: 45.600 triệu đồng.",
    )
    assert told["45.600 triệu đồng"].kind == "target"


def test_what_a_bracket_lists_as_planned_is_planned_for_the_year() -> None:
    found = figures(
        "# UBND xã Hà Vân: báo cáo 9 tháng đầu năm 2025",
        "Thể nhẹ cân 11,8%; thể thấp còi 18,4% "
        "(chỉ tiêu cuối năm: nhẹ cân ≤ 11,5%; thấp còi ≤ 18%).",
    )
    assert found["18,4%"].kind == "result"
    for value, name in (("11,5%", "nhẹ cân"), ("18%", "thấp còi")):
        assert (found[value].kind, found[value].period) == ("target", Period(2025, 2025))
        assert found[value].indicator == name


def test_the_year_of_a_sum_that_is_compared_with_dates_nothing() -> None:
    found = figures(
        "# UBND xã Hà Vân: báo cáo năm 2025",
        "Thu ngân sách 14.925 triệu đồng, tăng 11,8% so với tổng thu của 3 xã năm 2024.",
    )
    assert found["14.925 triệu đồng"].period == Period(2025, 2025)


def test_bare_counts_in_brackets_are_the_places_own() -> None:
    found = figures(
        "# UBND thị xã Mộc Lương: báo cáo năm 2024",
        "Còn 29 trường hợp không phép, tập trung ở phường Thanh Lãm (11) và Đông Trữ (8).",
    )
    assert [found[n].place for n in ("11", "8")] == ["phường Thanh Lãm", "phường Đông Trữ"]


def test_a_standard_keeps_its_name_beside_the_place_that_reached_it() -> None:
    found = figures(
        "# UBND huyện Thạch Giang: báo cáo năm 2023",
        "Xã Cồn Vạc đạt chuẩn nông thôn mới (8/11 xã).",
    )
    assert found["8/11 xã"].indicator == "đạt chuẩn nông thôn mới"


def test_a_concession_dates_nothing() -> None:
    found = figures(
        "# UBND huyện Diêm Hải: báo cáo năm 2022",
        "Theo báo cáo, dù giá dầu leo cao khiến tàu cá phải nằm bờ trong quý II, kinh tế vẫn giữ "
        "được đà phục hồi: giá trị sản xuất tăng 10,4%; thu ngân sách 412,6 tỷ đồng.",
    )
    assert found["412,6 tỷ đồng"].period == Period(2022, 2022)


def test_what_a_session_hears_reported_is_reached() -> None:
    found = figures(
        "# HĐND huyện Nà Khoang: bế mạc kỳ họp thứ tư",
        "Ngày 15/7/2022, kỳ họp thông qua nghị quyết nâng hai chỉ tiêu của năm 2022.",
        "Các đại biểu nghe UBND huyện báo cáo nửa năm: thu ngân sách 34,9 tỷ đồng; lượng khách "
        "đạt 11.650 lượt.",
    )
    figure = found["11.650 lượt"]
    assert (figure.kind, figure.period) == ("result", Period(2022, 2022, "h1"))


def test_a_sum_is_of_the_standard_that_was_reached() -> None:
    found = figures(
        "# UBND huyện Diêm Hải: báo cáo năm 2024",
        "Về nông thôn mới, có thêm Cồn Ve và Diêm Thủy đạt chuẩn nâng cao, đưa tổng số lên 6/8 xã.",
        "Xã Chiềng Vạt đạt chuẩn nông thôn mới, đưa số xã về đích lên 4/14.",
    )
    assert found["6/8 xã"].indicator == "số xã đạt chuẩn nâng cao"
    assert found["4/14"].indicator == "số xã đạt chuẩn nông thôn mới"


def test_yield_and_output_are_of_the_crop_that_is_sown() -> None:
    found = figures(
        "# UBND xã Thạnh Lung: báo cáo năm 2024",
        "Tổng diện tích gieo trồng lúa 6.118 ha; năng suất bình quân 65,8 tạ/ha; sản lượng "
        "40.256 tấn.",
    )
    assert found["65,8 tạ/ha"].indicator == "năng suất lúa"
    assert found["40.256 tấn"].indicator == "sản lượng lúa"


def test_a_line_that_names_a_place_gives_it_to_what_follows() -> None:
    found = figures(
        "# UBND huyện Thanh Lạng: báo cáo năm 2024",
        "1. Xã Kim Sơn",
        "Thu ngân sách 5,2 tỷ đồng.",
        "Hộ nghèo còn 3,1%.",
        "2. Xã Đồng Tâm:",
        "Thu ngân sách 4,1 tỷ đồng.",
        "3. Đánh giá chung",
        "Thu ngân sách 120 tỷ đồng.",
        "Tại xã Hưng Đạo: trồng rừng 77 ha; hộ nghèo còn 6,2%.",
    )
    places = {value: figure.place for value, figure in found.items()}
    assert places == {
        "5,2 tỷ đồng": "xã Kim Sơn",
        "3,1%": "xã Kim Sơn",
        "4,1 tỷ đồng": "xã Đồng Tâm",
        "120 tỷ đồng": "huyện Thanh Lạng",
        "77 ha": "xã Hưng Đạo",
        "6,2%": "xã Hưng Đạo",
    }


def test_what_lies_above_a_place_is_not_its_own() -> None:
    found = figures(
        "# UBND xã An Hiệp: báo cáo năm 2024",
        "Tỷ lệ hộ nghèo còn 2,1% (bình quân toàn huyện 4,5%).",
        "Toàn xã thu ngân sách 5 tỷ đồng, chiếm 2% tổng thu toàn huyện (250 tỷ đồng).",
    )
    assert found["2,1%"].place == found["5 tỷ đồng"].place == "xã An Hiệp"
    assert found["4,5%"].place == found["250 tỷ đồng"].place == ""


def test_a_sum_before_its_parts_is_of_the_whole() -> None:
    found = figures(
        "# UBND huyện A Lưới: báo cáo năm 2024",
        "Dư nợ 121 tỷ đồng: xã Hồng Hạ 70 tỷ đồng, xã Hồng Kim 31 tỷ đồng.",
    )
    assert found["121 tỷ đồng"].place == "huyện A Lưới"
    assert found["70 tỷ đồng"].place == "xã Hồng Hạ"


def test_kilometres_are_counted_in_words_as_well() -> None:
    [length] = find_quantities("nâng cấp 38 cây số đường")
    assert (length.numbers[0], length.unit) == (38, "cây số")


@pytest.mark.parametrize(
    "text, named",
    [
        ("UBND THÀNH PHỐ VĨNH SA Số: 618/BC-UBND", ["thành phố Vĩnh Sa"]),
        ("HTX vay Quỹ Hỗ trợ nông dân 300 triệu đồng", []),
        ("HTX Chè Vân Sơn vay 300 triệu đồng", ["hợp tác xã Chè Vân Sơn"]),
    ],
)
def test_a_papers_number_and_a_verb_are_no_part_of_a_name(text: str, named: list[str]) -> None:
    assert [str(place) for _, place in find_places(text)] == named


def test_an_older_standard_named_in_a_row_is_no_former_commune() -> None:
    found = figures_of_rows_at("huyện Vàm Trăng", "Tỷ lệ hộ nghèo (2020: chuẩn cũ)")
    assert found == "huyện Vàm Trăng"
    assert figures_of_rows_at("xã Khe Dứa", "Khe Dứa (cũ)") == ""


def figures_of_rows_at(whose: str, name: str) -> str:
    """Whose the value of a table's row is, in a record of `whose`."""
    builder = DocumentBuilder()
    builder.heading(f"UBND {whose}: số liệu năm 2024")
    cells = [["Chỉ tiêu", "ĐVT", "TH 2023", "TH 2024"], [name, "%", "4,86", "3,71"]]
    builder.table(TableCell(t, i, j) for i, row in enumerate(cells) for j, t in enumerate(row))
    read = understand(builder.build(), "so-lieu.xlsx").figures
    return next(f.place for f in read if f.value.numbers[0] == Decimal("3.71"))


def test_schools_of_the_commune_told_beside_one_of_them_are_counted_for_the_commune() -> None:
    told = figures(
        "HỘI NGHỊ BCH ĐẢNG BỘ XÃ SƠN CA",
        "Sơn Ca, ngày 20/12/2024",
        "Trường Mầm non Lúa Vàng đạt chuẩn mức độ 2, nâng số trường đạt chuẩn lên 9/13.",
    )
    assert told["9/13"].place == "xã Sơn Ca"


def test_a_part_is_asked_for_by_what_the_whole_counts() -> None:
    told = figures(
        "BÁO CÁO công tác cải cách hành chính năm 2024 xã Sơn Ca",
        "Tiếp nhận 5.472 hồ sơ, trong đó trực tuyến 93,5%.",
    )
    assert told["93,5%"].indicator == "hồ sơ trực tuyến"


def test_a_name_does_not_hold_the_day_before_it() -> None:
    assert name_before("khởi công 22/5/2026, tổng mức đầu tư") == "tổng mức đầu tư"


def test_a_name_does_not_hold_whom_it_is_asked_of() -> None:
    asked = "đề nghị các xã phấn đấu để tổng thu ngân sách"
    assert name_before(asked) == "tổng thu ngân sách"


@pytest.mark.parametrize("heading", ["III. MỘT SỐ MỐC", "Mốc năm 2026"])
def test_marks_to_be_reached_are_targets(heading: str) -> None:
    told = figures(
        "Nghị quyết về nhiệm vụ năm 2026 xã Sơn Ca",
        "Ngày 20/12/2025",
        f"## {heading}",
        "- Hộ nghèo: 45 hộ.",
    )
    assert told["45 hộ"].kind == "target"


def test_a_heading_of_a_quarter_and_a_forecast_plans_the_quarter() -> None:
    told = figures(
        "Báo cáo 9 tháng năm 2026 xã Sơn Ca",
        "Ngày 28/9/2026",
        "## MỤC TIÊU QUÝ IV VÀ DỰ KIẾN 2027",
        "- Trồng 12 ha rừng.",
    )
    assert told["12 ha"].period == Period(2026, 2026, "q4")


@pytest.mark.parametrize(
    "told_as",
    [
        "Hộ nghèo đầu năm 2,31%, đến cuối năm chỉ còn 1,86%.",
        "Đầu năm toàn xã có 2,31% hộ nghèo, nay còn 1,86%.",
    ],
)
def test_what_a_year_began_with_is_not_what_it_ended_with(told_as: str) -> None:
    told = figures("BÁO CÁO kết quả năm 2022 xã Sơn Ca", "Ngày 20/12/2022", told_as)
    assert told["2,31%"].indicator.lower() == "hộ nghèo đầu năm"
    assert told["1,86%"].indicator.lower() == "hộ nghèo"


def test_a_share_in_brackets_is_of_the_years_beginning_too() -> None:
    told = figures(
        "BÁO CÁO năm 2022 xã Sơn Ca", "Hộ nghèo đầu năm 14 hộ (0,42%), đến nay còn 11 hộ."
    )
    assert told["0,42%"].indicator.endswith("đầu năm")
    assert told["11 hộ"].indicator == "Hộ nghèo"


def test_what_is_well_above_another_year_dates_that_years_value() -> None:
    told = figures(
        "BÁO CÁO kết quả năm 2024 huyện Sơn Ca",
        "Ngày 20/12/2024",
        "Năm 2024 giải ngân đạt 96,3% kế hoạch vốn, cao hơn hẳn mức 89,7% của năm 2023.",
    )
    assert told["89,7%"].period == Period(2023, 2023)


def test_dashes_below_a_report_that_is_presented_tell_of_its_half_year() -> None:
    told = figures(
        "BIÊN BẢN Hội nghị Ban Chấp hành Đảng bộ huyện Sơn Ca lần thứ 11",
        "Sơn Ca, ngày 08 tháng 7 năm 2022",
        "1. Đ/c A trình bày tóm tắt dự thảo Báo cáo kết quả thực hiện nhiệm vụ 6 tháng đầu năm, "
        "nhiệm vụ trọng tâm 6 tháng cuối năm.",
        "- Trồng rừng mới được 187ha (46,8% KH).",
        "- Kết nạp 62 đảng viên.",
        "2. Đ/c B thông qua dự thảo Nghị quyết về đẩy lùi tảo hôn.",
        "- Kinh phí 1.640 triệu đồng.",
    )
    half = Period(2022, 2022, "h1")
    assert (told["187ha"].period, told["62 đảng viên"].period) == (half, half)
    assert told["1.640 triệu đồng"].period != half


def test_resolutions_that_were_passed_are_no_plan() -> None:
    told = figures(
        "NGHỊ QUYẾT kỳ họp thứ tư HĐND xã Sơn Ca",
        "Ngày 18/12/2025",
        "## II. Chỉ tiêu năm 2026",
        "Thu ngân sách 12 tỷ đồng. Tổng cộng, HĐND xã thông qua 9 nghị quyết.",
    )
    assert told["12 tỷ đồng"].kind == "target"
    passed = told["9 nghị quyết"]
    assert (passed.kind, passed.period) == ("result", Period(2025, 2025))
