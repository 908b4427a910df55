"""A record's figures: value, indicator, kind, period and place together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, DocumentBuilder, TableCell
from corpus.figures import printed
from corpus.record import Figure, Period
from corpus.understanding import understand
from tests.corpus.documents import document_of


def _told(document: Document, figure: Figure) -> tuple[str, str, str]:
    period = figure.period
    when = ""
    if period:
        when = f"{period.first}-{period.last}" if period.is_term else f"{period.first}{period.part}"
    return printed(document.text, figure.value), figure.kind, when


def _figures(*parts: str) -> list[tuple[str, str, str]]:
    document = document_of(*parts)
    return [_told(document, f) for f in understand(document, "ho-so.txt").figures]


DATELINE = "Sơn Ca, ngày 15 tháng 12 năm 2023"


def test_results_and_next_years_targets_of_one_record() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## I. Kết quả năm 2023", "Thu ngân sách đạt 61 tỷ đồng, bằng 104% dự toán.",
        "## II. Mục tiêu năm 2024", "Thu ngân sách 65 tỷ đồng; trồng mới 40 ha rừng.",
    )  # fmt: skip
    assert told == [
        ("61 tỷ đồng", "result", "2023"),
        ("104%", "plan_share", "2023"),
        ("65 tỷ đồng", "target", "2024"),
        ("40 ha", "target", "2024"),
    ]


def test_what_is_so_now_is_of_the_records_own_year() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Kết quả", "Hộ nghèo: cuối năm 2022 là 14,9%, đến nay còn 11,8%.",
    )  # fmt: skip
    assert told == [("14,9%", "result", "2022"), ("11,8%", "result", "2023")]


def test_what_last_year_brought_is_of_the_year_before() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## Kết quả",
        "Năm ngoái toàn huyện có 412 hộ nghèo, năm nay còn 305 hộ.",
        "Hồ sơ chuyển từ năm 2020 sang 318 hồ sơ, nay còn 47 hồ sơ.",
        "Cây vụ đông 2022 - 2023 gieo trồng 640 ha.",
        "Dư nợ 95 tỷ đồng, gấp 1,6 lần năm 2018.",
        "Bán ra 74 tấn chè. Cùng kỳ năm 2022 bán 68 tấn.",
        "Học sinh khá chiếm 40%, tăng 3% so với cùng kỳ năm học trước.",
        "Hộ cận nghèo còn 5,4% (năm trước 6,1%).",
    )  # fmt: skip
    assert told == [
        ("412 hộ", "result", "2022"),
        ("305 hộ", "result", "2023"),
        ("318 hồ sơ", "result", "2020"),
        ("47 hồ sơ", "result", "2023"),
        ("640 ha", "result", "2023"),
        ("95 tỷ đồng", "result", "2023"),
        ("1,6 lần", "change", "2023"),
        ("74 tấn", "result", "2023"),
        ("68 tấn", "result", "2022"),
        ("40%", "result", "2023"),
        ("3%", "change", "2023"),
        ("5,4%", "result", "2023"),
        ("6,1%", "result", "2022"),
    ]


def test_among_the_plans_stands_what_is_so_now() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## II. Mục tiêu năm 2024",
        "Trồng mới 65 ha quế (hiện nay 40 ha); hộ nghèo hiện còn 32 hộ, phấn đấu xóa hết.",
        "Điểm thi bình quân 7,0 điểm (kỳ thi năm 2022 là 6,72 điểm).",
    )  # fmt: skip
    assert [(value, kind) for value, kind, _ in told] == [
        ("65 ha", "target"),
        ("40 ha", "result"),
        ("32 hộ", "result"),
        ("7,0 điểm", "target"),
        ("6,72 điểm", "result"),
    ]


def test_brackets_behind_a_value_hold_its_own_year() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## Kết quả",
        "Thu ngân sách các năm: 31 tỷ đồng (2021), 36 tỷ đồng (2022) và 40 tỷ đồng (năm 2023).",
        "Tỷ lệ hộ nghèo giảm từ 12,3% (2021) xuống 9,5% (2023).",
    )  # fmt: skip
    assert told == [
        ("31 tỷ đồng", "result", "2021"),
        ("36 tỷ đồng", "result", "2022"),
        ("40 tỷ đồng", "result", "2023"),
        ("12,3%", "result", "2021"),
        ("9,5%", "result", "2023"),
    ]


def test_what_is_told_of_here_is_of_the_place_spoken_of() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của xã Sơn Ca", "Sơn Ca, ngày 15 tháng 12 năm 2023",
        "## Kết quả",
        "Cách Sơn Ca một con sông, xã Lũng Vân đã họp sớm hơn. Nơi đây thu ngân sách 11,5 tỷ đồng.",
        "Xã thu ngân sách 16 tỷ đồng.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [f.place for f in figures] == ["xã Lũng Vân", "xã Sơn Ca"]


def test_years_told_one_by_one_are_of_what_the_label_says() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## Kết quả",
        "Số hộ nghèo các năm như sau: năm 2021 có 64 hộ; năm 2022 vọt lên 231 hộ; năm nay về "
        "lại 108 hộ.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [(f.period.first if f.period else 0, f.key) for f in figures] == [
        (2021, "=poor_households|"),
        (2022, "=poor_households|"),
        (2023, "=poor_households|"),
    ]


def test_a_hamlets_work_of_this_year_is_what_it_plans() -> None:
    told = _figures(
        "UBND XÃ TÂN SƠN", "BẢN NÀ LƠI", "BIÊN BẢN HỌP DÂN",
        "Hôm nay, ngày 14/01/2025, tại nhà văn hóa bản Nà Lơi.",
        "## I/ Trưởng bản nói lại việc năm qua", "Hộ nghèo còn 26 hộ.",
        "## II/ Việc năm nay", "Đưa hộ nghèo xuống còn 20 hộ.",
    )  # fmt: skip
    assert told == [("26 hộ", "result", "2024"), ("20 hộ", "target", "2025")]


def test_this_school_year_is_what_a_school_plans() -> None:
    told = _figures(
        "TRƯỜNG CAO ĐẲNG SƠN CA", "BIÊN BẢN HỘI NGHỊ VIÊN CHỨC", "Năm học 2024 - 2025",
        "Thời gian: ngày 11/10/2024.",
        "## PHẦN I. NĂM HỌC VỪA QUA (2023 - 2024)",
        "Tốt nghiệp 94,3%. Sau sáu tháng ra trường 87,5% có việc làm.",
        "## PHẦN II. NĂM HỌC NÀY", "Thôi học dưới 4,5%.",
    )  # fmt: skip
    assert told == [
        ("94,3%", "result", "2023-2024"),
        ("87,5%", "result", "2023-2024"),
        ("4,5%", "target", "2024-2025"),
    ]


def test_an_items_own_year_ends_with_it() -> None:
    builder = DocumentBuilder()
    builder.heading("Thị trấn Sơn Ca sơ kết 6 tháng đầu năm 2025", 1)
    builder.paragraph("Ngày 20/6/2025")
    builder.heading("I. Từ đầu năm đến nay")
    builder.paragraph("Ngân sách: thu 9,86 tỷ đồng. Cả năm 2024 thu được 15,9 tỷ đồng.", item=True)
    builder.paragraph("Giải ngân 71,4% vốn được giao.", item=True)
    understood = understand(builder.build(), "tep.md")
    assert [f.period for f in understood.figures] == [
        Period(2025, 2025, "h1"),
        Period(2024, 2024),
        Period(2025, 2025, "h1"),
    ]


def test_a_health_centre_tells_of_its_whole_district() -> None:
    document = document_of(
        "TRUNG TÂM Y TẾ HUYỆN SƠN CA", "BIÊN BẢN", DATELINE,
        "Tỷ lệ bao phủ BHYT toàn huyện là 94,2%; năm trước là 93,1%. Khám 12.400 lượt người.",
    )  # fmt: skip
    places = [f.place for f in understand(document, "tep.txt").figures]
    assert places == ["huyện Sơn Ca", "huyện Sơn Ca", "trung tâm y tế Sơn Ca"]


def test_a_term_may_be_named_without_its_years() -> None:
    told = _figures(
        "BIÊN BẢN ĐẠI HỘI", "Đại hội Công đoàn huyện Sơn Ca, nhiệm kỳ 2023 - 2028", DATELINE,
        "## Báo cáo", "Trong nhiệm kỳ kết nạp 918 đoàn viên.",
        "## Chỉ tiêu nhiệm kỳ mới", "Kết nạp 750 đoàn viên.",
    )  # fmt: skip
    assert told[-1] == ("750 đoàn viên", "target", "2023-2028")


def test_a_share_due_by_a_day_is_not_the_years() -> None:
    told = _figures(
        "BÁO CÁO", "Kết quả 6 tháng đầu năm 2023 của huyện Sơn Ca", "Ngày 28 tháng 6 năm 2023",
        "## Nhiệm vụ 6 tháng cuối năm 2023",
        "Phấn đấu giải ngân vốn đầu tư công 70% vào 30/9. Cả năm giải ngân 95%.",
    )  # fmt: skip
    assert told[0] == ("70%", "target", "2023to9")
    assert told[1][2] != "2023to9"


def test_a_cause_dates_nothing() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Kết quả năm 2023",
        "Doanh thu 86,4 tỷ đồng, bằng 96% kế hoạch vì bạn hàng ngừng nhận từ tháng 9 quý IV.",
    )  # fmt: skip
    assert [when for *_, when in told] == ["2023", "2023"]


def test_a_school_looks_back_on_the_year_before() -> None:
    told = _figures(
        "TRƯỜNG THPT SƠN CA", "NGHỊ QUYẾT", "Kỳ họp Hội đồng trường đầu năm học 2023 - 2024",
        "Ngày 22 tháng 9 năm 2023", "## Điều 1. Đánh giá năm học trước", "- Bỏ học: 1,34%.",
    )  # fmt: skip
    assert told == [("1,34%", "result", "2022-2023")]


def test_a_crops_measures_go_by_the_crops_name() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## Kết quả",
        "- Diện tích cà phê 1.041 ha; năng suất 27,4 tạ/ha; sản lượng 2.596 tấn, giảm 3,9% so với "
        "năm 2022; giá bán bình quân 62.000 đồng/kg.",
    )  # fmt: skip
    named = [f.indicator for f in understand(document, "ho-so.txt").figures]
    crop = ["năng suất cà phê", "sản lượng cà phê", "sản lượng cà phê", "giá bán cà phê"]
    assert named == ["Diện tích cà phê", *crop]


def test_a_clause_that_opens_with_a_place_is_of_that_place() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## Kết quả",
        "Riêng xã Nà Lơi, nơi khó khăn nhất huyện, thu nhập bình quân mới đạt 54,9 triệu đồng.",
    )  # fmt: skip
    [figure] = understand(document, "ho-so.txt").figures
    assert figure.place == "xã Nà Lơi"


def test_a_revenue_without_a_part_is_named_so() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Kết quả", "Thu ngân sách 968 tỷ đồng; không tính tiền sử dụng đất thì đạt 596 tỷ đồng.",
    )  # fmt: skip
    named = [f.indicator for f in understand(document, "ho-so.txt").figures]
    assert named == ["Thu ngân sách", "Thu ngân sách (không tính tiền sử dụng đất)"]


def test_next_year_is_counted_from_the_records_own() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Hội nghị thống nhất 22 chỉ tiêu cho năm tới. "
        "Trong đó: thu ngân sách 65 tỷ đồng; kết nạp 70 đảng viên.",
    )  # fmt: skip
    assert told[1:] == [("65 tỷ đồng", "target", "2024"), ("70 đảng viên", "target", "2024")]


def test_plan_heading_without_a_year_in_december_is_next_years() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Phương hướng, mục tiêu", "Thu ngân sách 65 tỷ đồng.",
    )  # fmt: skip
    assert told == [("65 tỷ đồng", "target", "2024")]


def test_plan_in_brackets_is_a_target_beside_the_result() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Mức giảm tỷ lệ hộ nghèo đạt 4,4% (kế hoạch 4%).",
    )  # fmt: skip
    assert told == [("4,4%", "result", "2023"), ("4%", "target", "2023")]


def test_half_a_year_is_kept() -> None:
    told = _figures(
        "BÁO CÁO", "sơ kết 6 tháng đầu năm 2024 của huyện Sơn Ca",
        "Sơn Ca, ngày 28 tháng 6 năm 2024", "Thu ngân sách đạt 31 tỷ đồng, tăng 6% so với cùng kỳ.",
    )  # fmt: skip
    assert told == [("31 tỷ đồng", "result", "2024h1"), ("6%", "change", "2024h1")]


def test_a_term_is_no_year() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "về nhiệm vụ năm 2021", "Sơn Ca, ngày 11 tháng 12 năm 2020",
        "## Mục tiêu", "Giai đoạn 2021 - 2025, giá trị sản xuất tăng bình quân 12%/năm.",
    )  # fmt: skip
    assert told == [("12%/năm", "target", "2021-2025")]


def test_figures_of_a_named_commune_are_its_own() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Tỷ lệ hộ nghèo toàn huyện còn 6,2%; xã Hoa Gạo có tỷ lệ hộ nghèo 11,5%.",
    )  # fmt: skip
    places = [f.place for f in understand(document, "x.txt").figures]
    assert places == ["huyện Sơn Ca", "xã Hoa Gạo"]


_PARTS = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["# Báo cáo", "## Mục tiêu năm 2025", "Thu 5 tỷ đồng; chi 4 tỷ đồng (KH: 3)",
             "Đạt 98% dân số", DATELINE]
        ),
    ),
    max_size=8,
)  # fmt: skip


@given(_PARTS)
def test_every_figure_is_printed_inside_its_statement(parts: list[str]) -> None:
    document = document_of(*parts)
    figures = understand(document, "x.txt").figures
    assert [f.ordinal for f in figures] == list(range(len(figures)))
    for figure in figures:
        assert figure.statement.start <= figure.value.start
        assert figure.value.start < figure.value.end <= figure.statement.end
        assert document.text[figure.value.start].isdigit()
        assert figure.parent is None or 0 <= figure.parent < len(figures)


def _indicators(*parts: str) -> list[tuple[str, str]]:
    document = document_of(*parts)
    return [(f.indicator, f.place) for f in understand(document, "ho-so.txt").figures]


def test_a_meetings_title_sets_no_plan_for_what_follows() -> None:
    told = _figures(
        "# Cổng TTĐT xã Khe Ráy",
        "## XÃ KHE RÁY: HỘI NGHỊ TỔNG KẾT, TRIỂN KHAI NHIỆM VỤ NĂM 2026",
        "Ngày 25/12/2025, Đảng ủy xã Khe Ráy tổ chức hội nghị.",
        "Thu ngân sách cả năm 8,4 tỷ đồng. Hộ nghèo còn 31 hộ.",
    )
    assert told == [("8,4 tỷ đồng", "result", "2025"), ("31 hộ", "result", "2025")]


def test_a_numbered_line_dates_what_stands_below_it() -> None:
    told = _figures(
        "BÁO CÁO", "sơ kết của huyện Sơn Ca", "Sơn Ca, ngày 15 tháng 8 năm 2024",
        "## III. Mục tiêu", "1. Đến năm 2025", "Nhà trẻ ra lớp 42%.",
        "2. Đến năm 2030", "Nhà trẻ ra lớp 55%.",
    )  # fmt: skip
    assert [(value, when[:4]) for value, _, when in told] == [("42%", "2025"), ("55%", "2030")]


def test_school_years_run_on_through_a_list() -> None:
    document = document_of(
        "BÁO CÁO", "chuyên đề giáo dục của huyện Sơn Ca", "Sơn Ca, ngày 15 tháng 8 năm 2024",
        "Giải học sinh giỏi: năm học 2021 - 2022 được 118 giải; 2022 - 2023: 126 giải.",
    )  # fmt: skip
    periods = [f.period for f in understand(document, "a.txt").figures]
    assert periods == [Period(2021, 2022, "school"), Period(2022, 2023, "school")]


def test_targets_under_a_heading_that_amends_are_amended() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "điều chỉnh chỉ tiêu năm 2024 của huyện Sơn Ca",
        "Sơn Ca, ngày 24 tháng 10 năm 2024",
        "## Điều 2. Điều chỉnh chỉ tiêu", "a) Sản lượng thủy sản: từ 200 tấn xuống 180 tấn;",
    )  # fmt: skip
    assert [(value, kind) for value, kind, _ in told] == [
        ("200 tấn", "former_target"), ("180 tấn", "amended_target"),
    ]  # fmt: skip


def test_a_list_labelled_done_beside_planned_tells_results() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Một số chỉ tiêu chính (thực hiện/nghị quyết):",
        "- Thu ngân sách: 61/58 tỷ đồng", "- Hộ nghèo: còn 3,4%",
    )  # fmt: skip
    assert [(value, kind) for value, kind, _ in told] == [
        ("61/58 tỷ đồng", "result"), ("3,4%", "result"),
    ]  # fmt: skip


def test_prose_in_a_cell_is_read_clause_by_clause() -> None:
    builder = DocumentBuilder()
    builder.paragraph("Sơn Ca, ngày 15 tháng 12 năm 2023")
    builder.paragraph("II. MỤC TIÊU NĂM 2024")
    rows = [
        ["Lĩnh vực", "Chỉ tiêu năm 2024"],
        ["Xã hội", "Hộ nghèo còn dưới 12,5%; việc làm mới cho 220 lao động"],
    ]
    builder.table(TableCell(t, i, j) for i, row in enumerate(rows) for j, t in enumerate(row))
    document = builder.build()
    figures = understand(document, "a.md").figures
    assert [(printed(document.text, f.value), document.quote(f.statement)) for f in figures] == [
        ("12,5%", "Hộ nghèo còn dưới 12,5%"),
        ("220 lao động", "việc làm mới cho 220 lao động"),
    ]


def test_an_amended_target_keeps_the_records_place() -> None:
    document = document_of(
        "NGHỊ QUYẾT", "của HĐND huyện Sơn Ca", "Sơn Ca, ngày 24 tháng 7 năm 2024",
        "Điều 2. Điều chỉnh 02 chỉ tiêu của năm 2024, cụ thể:",
        "1. Số xã đạt chuẩn nông thôn mới (lũy kế): từ 12 xã xuống 11 xã; lùi xã Khe Ráy sang sau.",
        "2. Sản lượng thủy sản: từ 110 tấn lên 113 tấn.",
    )  # fmt: skip
    told = [(printed(document.text, f.value), f.kind, f.place)
            for f in understand(document, "a.txt").figures]  # fmt: skip
    assert told[1:] == [  # the first counts the targets
        ("12 xã", "former_target", "huyện Sơn Ca"), ("11 xã", "amended_target", "huyện Sơn Ca"),
        ("110 tấn", "former_target", "huyện Sơn Ca"), ("113 tấn", "amended_target", "huyện Sơn Ca"),
    ]  # fmt: skip


def _named(*parts: str) -> list[tuple[str, str, str]]:
    document = document_of("BÁO CÁO", "tháng 10 năm 2024 của huyện Sơn Ca", *parts)
    figures = understand(document, "ho-so.txt").figures
    return [(f.indicator, printed(document.text, f.value), f.kind) for f in figures]


def test_a_label_names_what_its_line_tells() -> None:
    assert _named(
        "+ Khách du lịch: 46.800 lượt, vượt 4% KH năm; doanh thu 35 tỷ.",
        "+ Ngân sách: tháng 9 thu 41,2 tỷ đồng; cộng dồn 381,9 tỷ đồng.",
        "+ GTSX: +12,9% CK.",
    ) == [
        ("Khách du lịch", "46.800 lượt", "result"),
        ("Khách du lịch", "4%", "plan_excess"),
        ("doanh thu du lịch", "35 tỷ", "result"),
        ("thu ngân sách", "41,2 tỷ đồng", "result"),
        ("tổng số thu ngân sách", "381,9 tỷ đồng", "result"),
        ("GTSX", "12,9%", "change"),
    ]


def test_seasons_in_brackets_are_seasons_of_their_crop() -> None:
    assert _named("Lúa cả năm bình quân 61,8 tạ/ha (vụ xuân 66,3 tạ/ha; vụ mùa 57,1 tạ/ha).") == [
        ("Lúa cả năm bình quân", "61,8 tạ/ha", "result"),
        ("Lúa vụ xuân", "66,3 tạ/ha", "result"),
        ("Lúa vụ mùa", "57,1 tạ/ha", "result"),
    ]


def test_neither_days_nor_years_before_a_rate_are_values() -> None:
    assert _named("Giải ngân tới 25/10: 68,9%.", "Cuối năm 2023 tỷ lệ hộ nghèo còn 6,5%.") == [
        ("Giải ngân", "68,9%", "result"),
        ("tỷ lệ hộ nghèo", "6,5%", "result"),
    ]


def test_the_years_end_told_in_june_is_a_plan() -> None:
    document = document_of(
        "BÁO CÁO", "sơ kết 6 tháng đầu năm 2024 của huyện Sơn Ca",
        "Sơn Ca, ngày 28 tháng 6 năm 2024",
        "## Đích đến cuối năm 2024", "Tỷ lệ hộ nghèo còn 6,5%.",
    )  # fmt: skip
    [figure] = understand(document, "ho-so.txt").figures
    assert figure.kind == "target"


def test_aims_met_open_a_list_of_results() -> None:
    told = _figures(
        "Thị ủy Sơn Ca họp phiên cuối năm", DATELINE,
        "Năm nay 17/21 chỉ tiêu chủ yếu vẫn hoàn thành. Cụ thể:",
        "- Trường đạt chuẩn quốc gia: 14/20 trường;", "- Hộ nghèo còn 2,6%.",
        "## CHỈ TIÊU NĂM 2024", "Hộ nghèo còn 2%.",
    )  # fmt: skip
    assert told == [
        ("17/21 chỉ tiêu", "fulfilled", "2023"),
        ("14/20 trường", "result", "2023"),
        ("2,6%", "result", "2023"),
        ("2%", "target", "2024"),
    ]


def test_which_version_of_the_plan_a_share_is_of() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "HĐND huyện đã hạ dự toán thu ngân sách từ 70 tỷ đồng xuống 60 tỷ đồng; kết thúc năm, "
        "toàn huyện thu 63 tỷ đồng, bằng 105% dự toán điều chỉnh nhưng chỉ bằng 90% dự toán "
        "ban đầu.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    told = [(printed(document.text, f.value), f.kind, f.giver) for f in figures]
    assert told == [
        ("70 tỷ đồng", "former_target", ""),
        ("60 tỷ đồng", "amended_target", ""),
        ("63 tỷ đồng", "result", ""),
        ("105%", "plan_share", "dự toán điều chỉnh"),
        ("90%", "plan_share", "dự toán ban đầu"),
    ]
    assert {f.indicator for f in figures} == {"thu ngân sách"}


def test_a_target_in_brackets_knows_who_gave_it() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Chỉ tiêu năm 2024", "Thu ngân sách 75 tỷ đồng (dự toán tỉnh giao 70 tỷ đồng).",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    told = [(printed(document.text, f.value), f.kind, f.giver) for f in figures]
    assert told == [("75 tỷ đồng", "target", ""), ("70 tỷ đồng", "target", "tỉnh giao")]


def test_what_is_expected_by_the_years_end_makes_no_target_of_what_was_reached() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Giải ngân vốn đầu tư công đến 15/12 đạt 90,7%, dự kiến hết niên độ đạt 97%.",
        "Thu nhập bình quân đầu người 36,9 triệu đồng.",
    )  # fmt: skip
    assert [(value, kind) for value, kind, _ in told] == [
        ("90,7%", "result"),
        ("97%", "target"),
        ("36,9 triệu đồng", "result"),
    ]


def test_an_amended_target_is_of_the_year_that_runs() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "về việc điều chỉnh một số chỉ tiêu",
        "Sơn Ca, ngày 24 tháng 10 năm 2024", "Điều 1. Sửa 02 chỉ tiêu:",
        "- Thu ngân sách: từ 46 tỷ đồng lên 49,5 tỷ đồng;",
    )  # fmt: skip
    assert told[-2:] == [
        ("46 tỷ đồng", "former_target", "2024"),
        ("49,5 tỷ đồng", "amended_target", "2024"),
    ]


def _indicators(*parts: str) -> list[str]:
    return [f.indicator for f in understand(document_of(*parts), "ho-so.txt").figures]


def test_a_bare_measure_is_of_what_the_clause_opened_with() -> None:
    assert _indicators("Lúa cả năm gieo sạ 4.120 ha, năng suất bình quân 61,8 tạ/ha.") == [
        "Lúa cả năm gieo sạ",
        "năng suất lúa cả năm",
    ]


def test_a_label_is_the_name_where_only_the_day_stands_before_the_value() -> None:
    [reached] = understand(
        document_of("Mục tiêu giải ngân: đến 30/9/2024 đạt 55%."), "ho-so.txt"
    ).figures
    assert (reached.indicator, reached.kind) == ("giải ngân", "target")


def test_the_column_of_a_year_that_is_over_is_no_plan() -> None:
    told = _figures(
        "Sơn Ca, ngày 07 tháng 8 năm 2025", "## II. Chỉ tiêu chủ yếu",
        "|Chỉ tiêu|Đơn vị|Hiện trạng 2024|Đến năm 2030\nVườn cây ăn trái|ha|1.346|2.000",
    )  # fmt: skip
    assert told == [("1.346 ha", "result", "2024"), ("2.000 ha", "target", "2030by")]


def test_a_monthly_report_tells_of_the_quarter_and_of_the_year_so_far() -> None:
    told = _figures(
        "BÁO CÁO", "tình hình tháng 3 năm 2025 của huyện Sơn Ca",
        "Sơn Ca, ngày 25 tháng 3 năm 2025",
        "Kết nạp 6 đảng viên. Tính từ đầu năm kết nạp 14 đảng viên. "
        "Có 9 doanh nghiệp đăng ký mới trong quý.",
    )  # fmt: skip
    assert told == [
        ("6 đảng viên", "result", "2025m3"),
        ("14 đảng viên", "result", "2025q1"),
        ("9 doanh nghiệp", "result", "2025q1"),
    ]


def test_the_year_so_far_is_counted_in_its_months() -> None:
    told = _figures(
        "BÁO CÁO", "tình hình tháng 8 năm 2025 của huyện Sơn Ca",
        "Sơn Ca, ngày 25 tháng 8 năm 2025", "Lũy kế từ đầu năm thu ngân sách 41 tỷ đồng.",
    )  # fmt: skip
    assert told == [("41 tỷ đồng", "result", "2025to8")]


def test_the_size_that_says_which_is_no_figure() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Ruộng tích tụ quy mô từ 2 ha trở lên được 310 ha.",
    )  # fmt: skip
    assert told == [("310 ha", "result", "2023")]


def test_a_place_remarked_in_brackets_does_not_own_the_table() -> None:
    document = document_of(
        "UBND XÃ NÀ LƠI", "BIỂU CHỈ TIÊU NĂM 2025", "Theo địa giới mới (thị trấn Cò Mạ một phần)",
        "|Chỉ tiêu|Đơn vị|Thực hiện 2025\nThu ngân sách|tỷ đồng|61",
    )  # fmt: skip
    [figure] = understand(document, "bieu.xlsx").figures
    assert figure.place == "xã Nà Lơi"


@pytest.mark.parametrize(
    "reached, plan",
    [("37 đơn vị/KH 65", ("37 đơn vị", "65 đơn vị")), ("37/KH 65", ("37", "65"))],
)
def test_a_plan_behind_a_stroke_is_a_target(reached: str, plan: tuple[str, str]) -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        f"Doanh nghiệp đăng ký mới {reached}, đạt 56,9%.",
    )  # fmt: skip
    assert told == [
        (plan[0], "result", "2023"), (plan[1], "target", "2023"), ("56,9%", "plan_share", "2023"),
    ]  # fmt: skip


def test_a_list_inside_a_sentence_keeps_what_opened_it() -> None:
    told = _figures(
        "HĐND huyện Sơn Ca họp kỳ thứ 8", DATELINE,
        "Kỳ họp thông qua quy chế; nghị quyết năm 2024 với 20 chỉ tiêu chủ yếu là: thu nhập 72 "
        "triệu đồng; sản lượng lương thực đạt và vượt 10.012 tấn; tạo việc làm cho 566 lao động.",
    )  # fmt: skip
    assert told[1:] == [
        ("72 triệu đồng", "target", "2024"),
        ("10.012 tấn", "target", "2024"),
        ("566 lao động", "target", "2024"),
    ]


def test_aims_that_were_met_open_a_list_of_results() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Năm 2023, các chỉ tiêu kinh tế, văn hóa của huyện cơ bản đạt kế hoạch đề ra: trồng "
        "thuốc lá "
        "102 ha; hộ nghèo còn 4,2%.",
    )  # fmt: skip
    assert told == [("102 ha", "result", "2023"), ("4,2%", "result", "2023")]


def test_the_month_of_an_event_ends_with_its_sentence() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## I. Kết quả năm 2023",
        "Tháng 9, bão số 3 gây ngập 860 ha lúa. Trồng rừng 120 ha.",
    )  # fmt: skip
    assert told[-1] == ("120 ha", "result", "2023")


def test_a_starred_line_dates_what_stands_below_it() -> None:
    told = _figures(
        "HĐND huyện Sơn Ca họp kỳ thứ 8", "Sơn Ca, ngày 14 tháng 8 năm 2023",
        "* Sáu tháng đầu năm", "Trồng rừng 120 ha.",
    )  # fmt: skip
    assert told == [("120 ha", "result", "2023h1")]


def test_a_year_that_is_over_is_told_among_aims() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, "## Mục tiêu đến năm 2025",
        "Tỷ lệ hộ nghèo giảm từ 12% năm 2019 xuống còn 4,3% năm 2022.",
    )  # fmt: skip
    assert told[-1] == ("4,3%", "result", "2022")


def test_a_share_in_a_table_is_of_the_period_of_the_result_beside_it() -> None:
    told = _figures(
        "BÁO CÁO", "của huyện Sơn Ca", DATELINE,
        "|Chỉ tiêu|KH 2023|Ước TH 6 tháng 2023|So KH (%)\nTrồng rừng (ha)|120|63|52,5",
    )  # fmt: skip
    assert told == [
        ("120 ha", "target", "2023"),
        ("63 ha", "estimate", "2023h1"),
        ("52,5%", "plan_share", "2023h1"),
    ]


def test_a_table_of_years_without_plans_tells_results() -> None:
    told = _figures(
        "MỘT SỐ CHỈ TIÊU CHỦ YẾU CỦA HUYỆN SƠN CA",
        "|Chỉ tiêu|2021|2022|2023\nVốn FDI đăng ký (triệu USD)|286|348|412",
    )
    assert [kind for _, kind, _ in told] == ["result"] * 3


def test_the_term_that_a_congress_opens_is_ahead() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "Đại hội Đảng bộ xã Hoa Gạo lần thứ I, nhiệm kỳ 2025 - 2030",
        "Hoa Gạo, ngày 19 tháng 7 năm 2025", "194 đại biểu dự.",
        "Nhiệm kỳ 2025 - 2030 kết nạp 250 đảng viên.",
    )  # fmt: skip
    assert told[-1] == ("250 đảng viên", "target", "2025-2030")
    assert told[0][:2] == ("194 đại biểu", "result")


def test_the_provinces_value_is_not_the_districts() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Tỷ lệ hộ nghèo của tỉnh còn 4,2%, của huyện còn 6,1%.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [(printed(document.text, f.value), f.place) for f in figures] == [
        ("4,2%", ""),
        ("6,1%", "huyện Sơn Ca"),
    ]


def test_each_givers_share_keeps_its_giver() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Thu ngân sách đạt 92% dự toán tỉnh, 78% dự toán huyện.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [f.giver for f in figures] == ["tỉnh", "huyện"]


def test_names_and_values_said_in_turn() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Giá trị sản xuất nông, lâm nghiệp và giá trị sản xuất công nghiệp tăng lần lượt 4,7% và "
        "11,2%. Diện tích và sản lượng chè lần lượt đạt 412 ha và 2.960 tấn.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [(f.indicator, printed(document.text, f.value)) for f in figures] == [
        ("Giá trị sản xuất nông, lâm nghiệp", "4,7%"),
        ("giá trị sản xuất công nghiệp", "11,2%"),
        ("Diện tích chè", "412 ha"),
        ("sản lượng chè", "2.960 tấn"),
    ]


def _of(*parts: str) -> list[Figure]:
    return list(understand(document_of(*parts), "ho-so.txt").figures)


def test_a_result_of_a_half_year_is_of_no_whole_year() -> None:
    told = _figures(
        "BÁO CÁO", "Tình hình 6 tháng đầu năm 2024 của huyện Sơn Ca",
        "Sơn Ca, ngày 5 tháng 7 năm 2024",
        "Riêng chỉ tiêu thu ngân sách năm 2024 được điều chỉnh. Thu thuế đạt 51 tỷ đồng.",
        "Ước cả năm 2024 thu thuế đạt 99 tỷ đồng.",
    )  # fmt: skip
    assert ("51 tỷ đồng", "result", "2024h1") in told
    assert ("99 tỷ đồng", "estimate", "2024") in told


def test_the_branches_of_a_list_lean_on_its_first_measure() -> None:
    names = _indicators(
        "Giá trị sản xuất nông - lâm - thủy sản 1.402,3 tỷ đồng, tăng 6,3%; công nghiệp - xây dựng "
        "1.003,7 tỷ đồng; dịch vụ 836,1 tỷ đồng."
    )
    assert names[2:] == ["Giá trị sản xuất công nghiệp - xây dựng", "Giá trị sản xuất dịch vụ"]


def test_an_organisations_figures_are_its_own_to_the_end_of_the_clause() -> None:
    places = [
        f.place
        for f in _of(
            "BÁO CÁO", "tổng kết năm 2023 của xã Sơn Ca", "Sơn Ca, ngày 15 tháng 12 năm 2023",
            "HTX Chè Hoa Gạo ra mắt. HTX có 62 thành viên, bán 41 tấn chè, doanh thu 7,9 tỷ đồng.",
            "Thu ngân sách đạt 12 tỷ đồng; tại thị trấn Trạch đấu giá đất thu 3 tỷ đồng.",
        )
    ]  # fmt: skip
    assert places[:3] == ["hợp tác xã Chè Hoa Gạo"] * 3
    assert places[3] == "xã Sơn Ca"


def test_two_years_on_end_are_a_school_year_in_a_schools_record() -> None:
    told = _figures(
        "BIÊN BẢN", "họp hội đồng trường Trường THPT Sơn Ca", "Sơn Ca, ngày 27 tháng 9 năm 2024",
        "|Nội dung|Chỉ tiêu 2024 - 2025\nĐiểm bình quân thi tốt nghiệp|7,25",
    )  # fmt: skip
    assert told == [("7,25", "target", "2024-2025")]
    [figure] = _of(
        "BIÊN BẢN", "họp hội đồng trường Trường THPT Sơn Ca", "Sơn Ca, ngày 27 tháng 9 năm 2024",
        "|Nội dung|Chỉ tiêu 2024 - 2025\nĐiểm bình quân thi tốt nghiệp|7,25",
    )  # fmt: skip
    assert figure.period == Period(2024, 2025, "school")


def test_a_numbered_item_leans_on_none_before_it() -> None:
    figures = _of(
        "1. Tăng trưởng Quỹ Hỗ trợ nông dân, đưa tổng số quỹ đạt 7 tỷ đồng. 2. 100% chi hội có quỹ."
    )
    assert [f.topic for f in figures if f.indicator == "chi hội có quỹ"] == [""]


def test_a_sheet_that_amends_a_plan_in_other_words() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "sửa đổi một số chỉ tiêu năm 2023 của huyện Sơn Ca",
        "Sơn Ca, ngày 12 tháng 7 năm 2023",
        "|Tên chỉ tiêu|ĐVT|Theo Nghị quyết 29/NQ-HĐND|Sửa đổi còn/thành\n"
        "Thu ngân sách|tỷ đồng|330|280",
    )  # fmt: skip
    assert [kind for _, kind, _ in told] == ["former_target", "amended_target"]


def test_a_plan_named_beside_a_result_leaves_what_follows_a_result() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Thu nhập bình quân 70,3 triệu đồng/người, xã đề ra 70 triệu đồng/người. "
        "Kết nạp 31 đảng viên.",
    )  # fmt: skip
    assert told[0][1] == "result"
    assert told[-1] == ("31 đảng viên", "result", "2023")


def test_a_target_by_a_day_keeps_it_and_a_plan_beside_half_a_year_is_the_whole_years() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "nhiệm vụ 6 tháng cuối năm 2023 của huyện Sơn Ca",
        "Sơn Ca, ngày 15 tháng 7 năm 2023",
        "## Điều 1. Sáu tháng đầu năm",
        "Khách du lịch 214 nghìn lượt, gấp đôi cùng kỳ; kế hoạch 380 nghìn lượt.",
        "## Điều 3. Nhiệm vụ, giải pháp",
        "Giải ngân vốn đầu tư công đến hết 30/9 đạt từ 60% trở lên.",
    )  # fmt: skip
    assert ("380 nghìn lượt", "target", "2023") in told
    assert ("60%", "target", "2023to9") in [(v[:3], kind, when) for v, kind, when in told]


def test_a_line_of_its_own_that_names_targets_heads_them() -> None:
    told = _figures(
        "KỲ HỌP", "thứ hai HĐND xã Sơn Ca", "Sơn Ca, ngày 14 tháng 8 năm 2025",
        "* Tồn tại", "Còn 12 hộ chưa có đất ở.",
        "* Chỉ tiêu đến hết năm 2025",
        "Kỳ họp quyết nghị: trồng rừng 180 ha; tỷ lệ hộ nghèo giảm còn 5,4%.",
    )  # fmt: skip
    assert [kind for _, kind, _ in told] == ["result", "target", "target"]


def test_a_clause_behind_the_plan_is_of_what_the_plan_was_for() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Kết quả năm 2023",
        "Thu ngân sách: 146,3 tỷ đồng; dự toán HĐND huyện giao 128 tỷ đồng; so với năm trước tăng "
        "22,3%.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [f.indicator for f in figures] == ["Thu ngân sách"] * 3
    assert [f.kind for f in figures] == ["result", "target", "change"]


def test_a_price_that_made_something_so_is_named_by_itself() -> None:
    said = "Thu nhập không đạt bởi giá miến dong xuống còn 48 nghìn đồng/kg."
    document = document_of("# Báo cáo năm 2024", DATELINE, said)
    read = understand(document, "ho-so.txt").figures
    assert [f.indicator for f in read] == ["giá miến dong"]


def test_a_year_right_behind_a_value_is_the_values() -> None:
    told = _figures(
        "BÁO CÁO", "nhiệm kỳ 2020 - 2025 của xã Sơn Ca", "Sơn Ca, ngày 15 tháng 7 năm 2025",
        "## Kết quả nhiệm kỳ 2020 - 2025",
        "Làng nghề cho doanh thu 64 tỷ đồng năm 2024, nuôi sống 900 lao động.",
    )  # fmt: skip
    assert told[0] == ("64 tỷ đồng", "result", "2024")


def test_a_plan_up_to_the_years_end_is_the_years_though_told_for_a_quarter() -> None:
    told = _figures(
        "BÁO CÁO", "chín tháng năm 2024 của xã Sơn Ca", "Sơn Ca, ngày 25 tháng 9 năm 2024",
        "## Nhiệm vụ quý IV năm 2024", "Đến cuối năm số hộ nghèo không quá 325 hộ.",
    )  # fmt: skip
    assert told == [("325 hộ", "target", "2024")]


def test_the_yield_is_of_the_crop_that_was_sown() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Kết quả", "Gieo cấy 1.120 ha lúa mùa, năng suất đạt 58 tạ/ha.",
    )  # fmt: skip
    keys = [f.key for f in understand(document, "ho-so.txt").figures]
    assert any("rice_yield" in key for key in keys)


def test_what_is_told_by_quarters_dates_its_own_sentence_alone() -> None:
    told = _figures(
        "BÁO CÁO", "chín tháng năm 2024 của xã Sơn Ca", "Sơn Ca, ngày 25 tháng 9 năm 2024",
        "## Kết quả 9 tháng năm 2024",
        "Phân theo quý: quý I thu 3 tỷ đồng, quý II thu 4 tỷ đồng. Tiền sử dụng đất 2 tỷ đồng.",
    )  # fmt: skip
    assert [(value, told_of) for value, _, told_of in told] == [
        ("3 tỷ đồng", "2024q1"), ("4 tỷ đồng", "2024q2"), ("2 tỷ đồng", "2024to9"),
    ]  # fmt: skip


def test_targets_that_are_kept_are_targets() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "kỳ họp thứ 3 HĐND xã Sơn Ca", "Sơn Ca, ngày 25 tháng 9 năm 2024",
        "1. Giữ nguyên 17 chỉ tiêu còn lại của năm 2024, trong đó: trồng rừng 40 ha.",
    )  # fmt: skip
    assert ("40 ha", "target", "2024") in told


@pytest.mark.parametrize(
    "told_of",
    [
        "các năm 2021, 2022 và 2023 lần lượt là 7 tỷ đồng, 8 tỷ đồng và 9 tỷ đồng",
        "năm 2021, 2022, 2023 lần lượt đạt 7; 8; 9 tỷ đồng",
        "giai đoạn các năm 2021 - 2023 lần lượt là 7 tỷ đồng, 8 tỷ đồng, 9 tỷ đồng",
    ],
)
def test_years_and_values_by_position(told_of: str) -> None:
    told = _figures(
        "BÁO CÁO", "chính trị của xã Sơn Ca", "Sơn Ca, ngày 25 tháng 9 năm 2025",
        "## Kết quả nhiệm kỳ 2020 - 2025", f"Thu ngân sách {told_of}.",
    )  # fmt: skip
    assert [(v[0], year) for v, _, year in told] == [("7", "2021"), ("8", "2022"), ("9", "2023")]


def test_what_is_told_of_now_is_of_the_reports_year() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2024 của xã Sơn Ca", "Sơn Ca, ngày 25 tháng 12 năm 2024",
        "Năm 2021, thu nhập đầu người của xã chỉ 54,1 triệu đồng, nay đã 74,6 triệu đồng.",
    )  # fmt: skip
    assert told == [("54,1 triệu đồng", "result", "2021"), ("74,6 triệu đồng", "result", "2024")]


def test_the_total_row_of_a_table_is_what_its_caption_measures() -> None:
    document = document_of(
        "UBND HUYỆN SƠN CA",
        "THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN NĂM 2024 THEO QUÝ",
        "(Số liệu khóa sổ ngày 31/01/2025)",
        "|Nguồn thu|Quý I|Quý II\nThuế|10,5|11,5\nTỔNG CỘNG|82,4|80,3",
    )
    total = [f for f in understand(document, "thu.xlsx").figures if "82,4" in _told(document, f)[0]]
    assert [(f.indicator, f.key) for f in total] == [("thu ngân sách nhà nước", "=budget_revenue|")]


def test_a_plan_of_several_years_aims_at_them() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "Về Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030",
        "Sơn Ca, ngày 25 tháng 4 năm 2025",
        "## Điều 2. Các chỉ tiêu chủ yếu", "Xây dựng 9.200 căn nhà ở xã hội.",
    )  # fmt: skip
    assert told == [("9.200 căn", "target", "2026-2030")]


def test_a_papers_subject_that_looks_back_and_ahead_plans_nothing() -> None:
    told = _figures(
        "# BÁO CÁO", "## Công tác thuế năm 2023 và kế hoạch năm 2024", DATELINE,
        "### 1. Thu thuế", "Thu thuế đạt 61 tỷ đồng.",
        "### 2. Kế hoạch năm 2024", "Thu thuế 65 tỷ đồng.",
    )  # fmt: skip
    assert told == [("61 tỷ đồng", "result", "2023"), ("65 tỷ đồng", "target", "2024")]


def test_under_a_budget_for_the_year_ahead_stands_what_is_planned() -> None:
    told = _figures(
        "BÁO CÁO", DATELINE,
        "## PHẦN B. DỰ TOÁN NĂM 2024", "Thu tiền sử dụng đất 340 tỷ đồng.",
    )  # fmt: skip
    assert told == [("340 tỷ đồng", "target", "2024")]


def test_columns_set_with_dots_say_nothing_without_their_heads() -> None:
    assert _figures("BÁO CÁO", DATELINE, "1. Lệ phí ........ 68,0 - 74,8 - 110,0%") == []


def test_what_is_spoken_of_again_has_its_own_name() -> None:
    document = document_of(
        "BÁO CÁO", "Sơn Ca, ngày 15 tháng 10 năm 2024",
        "Còn nhớ cuối năm 2021, tổng dư nợ mới là 348,6 tỷ đồng. Sang năm 2022, con số ấy nhích "
        "lên 397,1 tỷ đồng, rồi 443,5 tỷ đồng vào cuối năm 2023.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert {f.indicator for f in figures} == {"tổng dư nợ mới"}
    assert [_told(document, f)[2] for f in figures] == ["2021", "2022", "2023"]


def test_lettered_groups_below_a_heading_of_their_own_level_are_its_parts() -> None:
    told = _figures(
        "NGHỊ QUYẾT", DATELINE,
        "## CÁC CHỈ TIÊU CHỦ YẾU NĂM 2024",
        "## A. Nhóm chỉ tiêu kinh tế", "(1) Sản lượng lúa 693 tấn.",
        "## B. Nhóm xã hội", "(2) Tỷ lệ hộ nghèo không quá 0,85%.",
        "## TỔ CHỨC THỰC HIỆN", "Kết nạp 12 đảng viên.",
    )  # fmt: skip
    assert told[:2] == [("693 tấn", "target", "2024"), ("0,85%", "target", "2024")]
    assert told[2][1] != "target"


def test_what_a_heading_only_compares_with_sets_nothing() -> None:
    told = _figures(
        "BÁO CÁO", DATELINE,
        "## PHẦN B. DỰ TOÁN NĂM 2024",
        "### I. THU: tổng thu 930 tỷ đồng, cao hơn ước thực hiện năm 2023 là 6,6%. Gồm:",
        "lệ phí trước bạ 80 tỷ đồng.",
    )  # fmt: skip
    assert told[-1] == ("80 tỷ đồng", "target", "2024")


def test_what_is_aimed_at_this_year_is_no_result() -> None:
    told = _figures("BÁO CÁO", DATELINE, "Năm nay huyện nhắm 1,9 triệu lượt khách.")
    assert told == [("1,9 triệu lượt khách", "target", "2023")]


def test_stars_are_a_grade_and_no_number() -> None:
    document = document_of(
        "BÁO CÁO", DATELINE,
        "Sản phẩm OCOP: 17 sản phẩm, trong đó 4 sản phẩm 4 sao, 13 sản phẩm 3 sao.",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [(f.indicator, int(f.value.numbers[0])) for f in figures] == [
        ("Sản phẩm OCOP", 17),
        ("Sản phẩm OCOP 4 sao", 4),
        ("Sản phẩm OCOP 3 sao", 13),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Tỷ lệ hộ nghèo còn 7,1%, hạ 2,3 điểm phần trăm so với mức 9,4% của cuối năm 2022.",
            [("7,1%", "result", 2023), ("2,3 điểm phần trăm", "change", 2023),
             ("9,4%", "result", 2022)],
        ),
        (
            "Thu nhập bình quân 41 triệu đồng, cao hơn mức 38 triệu đồng của năm 2022.",
            [("41 triệu đồng", "result", 2023), ("38 triệu đồng", "result", 2022)],
        ),
        (
            "Thu ngân sách 76 tỷ đồng, bằng 95% dự toán và hụt 8,7% so với năm trước.",
            [("76 tỷ đồng", "result", 2023), ("95%", "plan_share", 2023),
             ("8,7%", "change", 2023)],
        ),
        (
            "Giải ngân vốn đầu tư công đạt 88,7%, cách yêu cầu 6,3 điểm phần trăm.",
            [("88,7%", "result", 2023), ("6,3 điểm phần trăm", "plan_shortfall", 2023)],
        ),
        (
            "Diễn biến tỷ lệ hộ nghèo cuối các năm: năm 2021 là 9,4%, năm 2022 là 8,2%.",
            [("9,4%", "result", 2021), ("8,2%", "result", 2022)],
        ),
        (
            "Phạm pháp hình sự xảy ra 58 vụ, giảm 9 vụ (13,4%) so với năm trước.",
            [("58 vụ", "result", 2023), ("9 vụ", "change", 2023), ("13,4%", "change", 2023)],
        ),
        (
            "Tổng đàn lợn đến thời điểm 01/12 có 70.800 con.",
            [("70.800 con", "result", 2023)],
        ),
    ],
)  # fmt: skip
def test_what_a_value_is_compared_with_keeps_its_own_year(
    sentence: str, told: list[tuple[str, str, int]]
) -> None:
    document = document_of("BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE, sentence)
    figures = understand(document, "ho-so.txt").figures
    found = [
        (printed(document.text, f.value), f.kind, f.period.first if f.period else 0)
        for f in figures
    ]
    assert found == told


def test_a_part_is_named_without_what_it_is_a_part_of() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Huyện đón 58.700 lượt khách; trong số đó khách quốc tế 4.260 lượt.",
        "Việc làm mới cho 1.250 lao động, 80 người trong số đó đi làm việc ở nước ngoài.",
    )  # fmt: skip
    names = [f.indicator for f in understand(document, "ho-so.txt").figures]
    assert names[1] == "khách quốc tế"
    assert names[3] == "người đi làm việc ở nước ngoài"


def test_a_columns_plan_knows_who_set_it_and_tables_of_a_years_end_tell_results() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca, nhiệm vụ năm 2024", DATELINE,
        "|Chỉ tiêu|Đơn vị|Huyện giao 2024|Xã phấn đấu 2024\nĐàn lợn|con|3.800|3.850",
        "## Nhiệm vụ năm 2024", "### BIỂU 2. HỘ NGHÈO CÁC XÃ CUỐI NĂM 2023",
        "|Xã|Tỷ lệ hộ nghèo (%)\nXã Nà Lơi|6,23\nXã Tả Lùng|4,10",
    )  # fmt: skip
    figures = understand(document, "ho-so.txt").figures
    assert [(f.giver, f.kind) for f in figures[:2]] == [
        ("Huyện giao", "target"),
        ("Xã phấn đấu", "target"),
    ]
    assert [(str(f.value.numbers[0]), f.kind) for f in figures[2:]] == [
        ("6.23", "result"),
        ("4.10", "result"),
    ]


def test_what_a_change_came_after_is_no_indicator() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Tỷ lệ bao phủ BHYT 90,3%, tăng 2,7 điểm phần trăm sau một năm sụt giảm.",
    )  # fmt: skip
    assert told[1] == ("2,7 điểm phần trăm", "change", "2023")


def test_the_field_that_an_indicator_belongs_to_is_no_part_of_its_name() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Ở mảng xã hội, giải quyết việc làm cho 2.015 lao động.",
    )  # fmt: skip
    names = [f.indicator for f in understand(document, "ho-so.txt").figures]
    assert names == ["giải quyết việc làm lao động"]


def test_what_a_cause_brought_about_bears_its_own_name() -> None:
    assert _named("Cát khan hiếm so với đầu năm khiến 6 công trình thi công cầm chừng.")[0] == (
        "công trình thi công cầm chừng",
        "6 công trình",
        "result",
    )
