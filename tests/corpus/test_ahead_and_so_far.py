"""What is still ahead and what was told so far: plans that no verb marks, papers without a day,
months and spans of months."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.figures import printed
from corpus.metadata import read_metadata
from corpus.periods import find_periods
from corpus.record import Figure, Period
from corpus.table_heads import column_kind
from corpus.understanding import understand
from tests.corpus.documents import document_of


def figures(*parts: str) -> dict[str, Figure]:
    document = document_of(*parts)
    told = understand(document, "ho-so.txt").figures
    return {printed(document.text, f.value): f for f in told}


def kind_and_year(figure: Figure) -> tuple[str, int]:
    assert figure.period is not None
    return figure.kind, figure.period.first


REPORT = ("UBND XÃ KIM HÀ THƯỢNG", "BÁO CÁO", "Kết quả công tác năm 2024")


@pytest.mark.parametrize(
    "opening",
    ["Kế hoạch 2025:", "Chỉ tiêu 2025:", "Chỉ tiêu công tác hội năm 2025:", "Dự toán năm 2025:"],
)
def test_a_plan_and_its_year_before_a_colon_set_what_follows(opening: str) -> None:
    told = figures(*REPORT, f"Kết nạp 12 hội viên. {opening} kết nạp 15 hội viên.")
    assert kind_and_year(told["12 hội viên"]) == ("result", 2024)
    assert kind_and_year(told["15 hội viên"]) == ("target", 2025)


def test_an_undated_paper_reaches_nothing_behind_the_year_it_looks_back_on() -> None:
    told = figures(*REPORT, "Kết nạp 2 đảng viên. Năm 2025 kết nạp 3 đảng viên.")
    assert kind_and_year(told["2 đảng viên"]) == ("result", 2024)
    assert kind_and_year(told["3 đảng viên"]) == ("target", 2025)


def test_a_sheet_of_many_years_may_tell_of_each() -> None:
    told = figures(
        "UBND XÃ KIM HÀ THƯỢNG", "BÁO CÁO", "Kết quả các năm 2023 - 2025", "Năm 2025 trồng 20 ha."
    )
    assert kind_and_year(told["20 ha"]) == ("result", 2025)


@pytest.mark.parametrize("demand", ["Yêu cầu xã", "Đồng chí đề nghị"])
def test_a_demand_may_name_its_year_before_what_it_wants(demand: str) -> None:
    told = figures(
        "UBND XÃ KIM HÀ THƯỢNG",
        "Ngày 14/5/2024",
        f"{demand} đến hết năm 2024 đạt 17/19 tiêu chí, tỷ lệ hộ nghèo dưới 9%.",
    )
    assert {f.kind for f in told.values()} == {"target"}


def test_what_a_committee_agrees_on_is_planned() -> None:
    told = figures(
        "HUYỆN ỦY TÂN MINH HẠ",
        "Ngày 12/8/2024",
        "7 tháng đầu năm trồng 812 ha rừng.",
        "Ban Thường vụ thống nhất: quý III/2024 giải ngân trên 65%; thu ngân sách 52 tỷ đồng.",
    )
    assert told["812 ha"].kind == "result"
    assert kind_and_year(told["52 tỷ đồng"]) == ("target", 2024)
    assert told["52 tỷ đồng"].period != Period(2024, 2024, "to7"), "of the months gone by"


def test_a_resolution_may_go_by_its_number_and_settle_by_articles() -> None:
    document = document_of(
        "HỘI ĐỒNG NHÂN DÂN XÃ KIM HÀ THƯỢNG",
        "Nghị quyết số 18/NQ-HĐND ngày 19/12/2025",
        "Về kế hoạch phát triển kinh tế - xã hội năm 2026",
        "Điều 1. Thông qua các chỉ tiêu:",
        "1. Tổng thu ngân sách nhà nước trên địa bàn 25,6 tỷ đồng.",
    )
    read = understand(document, "nghi-quyet.txt")
    assert read.title.endswith("Về kế hoạch phát triển kinh tế - xã hội năm 2026")
    assert read.date == date(2025, 12, 19)
    (figure,) = (f for f in read.figures if f.value.unit == "tỷ đồng")
    assert kind_and_year(figure) == ("target", 2026)


QUARTER = (
    "UBND XÃ KIM HÀ THƯỢNG",
    "# BÁO CÁO",
    "Kết quả giải quyết hồ sơ quý III/2025",
    "Từ ngày 01/7/2025 đến 30/9/2025, xã tiếp nhận 3.218 hồ sơ.",
)


def test_a_span_of_days_dates_no_paper_by_its_first() -> None:
    assert read_metadata(document_of(*QUARTER), "bao-cao.md").date == date(2025, 9, 30)
    told = figures(*QUARTER)["3.218 hồ sơ"]
    assert (told.kind, told.period) == ("result", Period(2025, 2025, "q3"))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("từ ngày 01/7/2025 đến 30/9/2025", "q3"),
        ("từ tháng 7 đến tháng 9 năm 2025", "q3"),
        ("từ tháng 01 đến hết tháng 12/2025", ""),
    ],
)
def test_spans_of_whole_quarters_are_read(text: str, part: str) -> None:
    assert [f.period for f in find_periods(text)] == [Period(2025, 2025, part)]


MONTH = ("UBND XÃ KIM HÀ THƯỢNG", "BÁO CÁO", "Tình hình tháng 8, nhiệm vụ tháng 9 năm 2025")


def test_an_amount_behind_the_month_is_no_months_number() -> None:
    told = figures(*MONTH, "Thu ngân sách trong tháng 12 tỷ đồng; lũy kế 8 tháng 62 tỷ đồng.")
    assert told["12 tỷ đồng"].period == Period(2025, 2025, "m8")
    assert told["62 tỷ đồng"].period == Period(2025, 2025, "to8")


def test_an_undated_monthly_paper_tells_of_its_month() -> None:
    told = figures("HUYỆN ỦY TÂN MINH HẠ", "Báo cáo nhanh tháng 5/2023", "Gặt 1.234 ha lúa xuân.")
    assert told["1.234 ha"].period == Period(2023, 2023, "to5")


def test_a_plan_over_the_year_before_is_no_share_of_a_plan() -> None:
    assert column_kind("So sánh DT 2026/ước TH 2025 (%)")[0] == "change"


def test_a_plan_under_the_year_in_which_it_was_carried_out() -> None:
    assert column_kind("Thực hiện năm 2023 Nghị quyết")[0] == "target"
    assert column_kind("Kết quả thực hiện Nghị quyết")[0] == "result"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            ("BAN THƯỜNG VỤ HUYỆN ỦY TÂN MINH HẠ", "THÔNG BÁO"),
            "Ban Thường vụ Huyện ủy Tân Minh Hạ",
        ),
        (
            ("BIÊN BẢN", "Họp Ban Thường vụ Đảng ủy xã Kim Hà Thượng tháng 11/2025"),
            "Ban Thường vụ Đảng ủy xã Kim Hà Thượng",
        ),
    ],
)
def test_a_party_committees_standing_board_keeps_its_name(head: tuple[str, ...], body: str) -> None:
    assert read_metadata(document_of(*head), "ho-so.txt").body == body


def test_an_aim_at_the_end_of_a_paragraph_ends_with_it() -> None:
    told = figures(
        *REPORT,
        "Toàn xã có 12 hội viên mới; năm 2025 sẽ kết nạp 15 hội viên.",
        "Vốn vay ủy thác 4,2 tỷ đồng.",
    )
    assert kind_and_year(told["15 hội viên"]) == ("target", 2025)
    assert kind_and_year(told["4,2 tỷ đồng"]) == ("result", 2024)


def test_an_aim_that_opens_a_paragraph_goes_on() -> None:
    told = figures(
        *REPORT, "Năm 2025 phấn đấu kết nạp 15 hội viên.", "Vốn vay ủy thác 4,2 tỷ đồng."
    )
    assert kind_and_year(told["4,2 tỷ đồng"]) == ("target", 2025)


def test_the_estimate_that_a_plan_is_compared_with_makes_no_result_of_it() -> None:
    told = figures(
        "UBND XÃ KIM HÀ THƯỢNG",
        "BÁO CÁO",
        "Dự toán ngân sách năm 2026",
        "Tổng thu 48,2 tỷ đồng, tăng 5,7% so với ước thực hiện năm 2025; tổng chi 132,5 tỷ đồng.",
    )
    assert told["5,7%"].kind == "change"
    assert kind_and_year(told["48,2 tỷ đồng"]) != ("result", 2026)


@pytest.mark.parametrize(
    ("title", "told", "planned"),
    [
        ("Kết quả thực hiện dự toán năm 2024", 2024, 2025),
        ("Tình hình thực hiện kế hoạch năm 2024", 2024, 2025),
        ("Dự toán ngân sách năm 2026", 2025, 2026),
        ("Kết quả thực hiện kế hoạch năm 2023 và kế hoạch năm 2024", 2023, 2024),
    ],
)
def test_a_plan_that_was_carried_out_is_of_the_year_told(
    title: str, told: int, planned: int
) -> None:
    head = document_of("UBND XÃ KIM HÀ THƯỢNG", "BÁO CÁO", title)
    read = read_metadata(head, "ho-so.txt")
    assert read.period == Period(told, told)
    assert read.target_year == planned


@pytest.mark.parametrize(
    "line", ["HĐND HUYỆN ĐÔNG LONG HẠ - KỲ HỌP THỨ BA", "HĐND HUYỆN ĐÔNG LONG HẠ KHÓA XI"]
)
def test_a_shouted_name_ends_where_the_session_begins(line: str) -> None:
    assert read_metadata(document_of("TỔNG HỢP Ý KIẾN", line), "ho-so.txt").place == (
        "huyện Đông Long Hạ"
    )


@pytest.mark.parametrize("numbered", ["Câu hỏi 1. Đường thôn?", "Công dân tuổi 17 đăng ký sớm."])
def test_numbers_that_only_name_are_no_figures(numbered: str) -> None:
    assert figures(*REPORT, numbered) == {}


def test_a_day_behind_the_value_says_by_when() -> None:
    told = figures(
        "BAN THƯỜNG VỤ THỊ ỦY TÂY HÀ",
        "THÔNG BÁO",
        "Kết luận ngày 20/12/2022",
        "5/ Công an cấp tài khoản cho ít nhất 75% dân số trưởng thành trước 31/12/2023.",
    )
    assert kind_and_year(told["75%"]) == ("target", 2023)


def test_the_second_half_is_told_of_in_january() -> None:
    head = document_of(
        "UBND XÃ SUỐI HÀ",
        "Suối Hà, ngày 06 tháng 01 năm 2026",
        "BÁO CÁO",
        "Kết quả hoạt động 6 tháng cuối năm 2025 và nhiệm vụ năm 2026",
    )
    read = read_metadata(head, "ho-so.txt")
    assert (read.period, read.target_year) == (Period(2025, 2025, "h2"), 2026)


@pytest.mark.parametrize(
    "head",
    [
        ("CÔNG TY TNHH HAI THÀNH VIÊN", "LÂM NGHIỆP SÔNG LƯƠNG", "NGHỊ QUYẾT"),
        ("CÔNG TY TNHH HAI THÀNH VIÊN TRỞ LÊN LÂM NGHIỆP SÔNG LƯƠNG", "NGHỊ QUYẾT"),
        ("CÔNG TY TNHH MTV LÂM NGHIỆP SÔNG LƯƠNG", "NGHỊ QUYẾT"),
    ],
)
def test_a_legal_form_is_no_companys_name(head: tuple[str, ...]) -> None:
    assert read_metadata(document_of(*head), "ho-so.txt").place == "công ty Lâm Nghiệp Sông Lương"


def test_a_title_may_name_the_year_told_and_the_one_planned() -> None:
    told = figures(
        "BAN THANH TRA NHÂN DÂN XÃ GÒ MẬN",
        "BÁO CÁO",
        "Kết quả hoạt động năm 2025, chương trình công tác năm 2026",
        "Năm qua giám sát 14 cuộc. Năm 2026: giám sát 16 cuộc.",
    )
    assert kind_and_year(told["14 cuộc"]) == ("result", 2025)
    assert kind_and_year(told["16 cuộc"]) == ("target", 2026)


def test_an_undated_resolution_for_the_second_half_tells_of_the_first() -> None:
    told = figures(
        "ĐẢNG ỦY PHƯỜNG TÂN AN HẠ",
        "NGHỊ QUYẾT",
        "về nhiệm vụ 6 tháng cuối năm 2025",
        "## I. KẾT QUẢ 6 THÁNG ĐẦU NĂM",
        "Thu ngân sách 42,1 tỷ đồng.",
        "## II. NHIỆM VỤ 6 THÁNG CUỐI NĂM",
        "Thu ngân sách 40,5 tỷ đồng.",
    )
    assert (told["42,1 tỷ đồng"].kind, told["42,1 tỷ đồng"].period) == (
        "result",
        Period(2025, 2025, "h1"),
    )
    assert (told["40,5 tỷ đồng"].kind, told["40,5 tỷ đồng"].period) == (
        "target",
        Period(2025, 2025, "h2"),
    )


def test_a_school_years_plan_tells_of_the_one_before() -> None:
    told = figures(
        "Trường THPT Nguyễn Du Hạ",
        "KẾ HOẠCH NĂM HỌC 2024 - 2025",
        "Năm học 2023 - 2024: 34 giải cấp tỉnh.",
        "Mục tiêu năm học 2024 - 2025: từ 36 giải cấp tỉnh trở lên.",
    )
    assert told["34 giải"].kind == "result"
    assert (
        told["từ 36 giải trở lên" if "từ 36 giải trở lên" in told else "36 giải"].kind == "target"
    )
