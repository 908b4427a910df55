"""Articles as papers print them: congresses of a term, months, two places in one story."""

from __future__ import annotations

from corpus.figures import printed
from corpus.understanding import understand
from tests.corpus.documents import document_of


def _figures(*parts: str) -> list[tuple[str, str, str, str]]:
    """Each figure as printed, its kind, its period and its place."""
    document = document_of(*parts)
    told = []
    for figure in understand(document, "bai-bao.txt").figures:
        period = figure.period
        when = f"{period.first}-{period.last}{period.part}" if period else ""
        told.append((printed(document.text, figure.value), figure.kind, when, figure.place))
    return told


CONGRESS = "Đại hội đại biểu Đảng bộ xã Sơn Ca lần thứ I, nhiệm kỳ 2025-2030"


def test_the_term_in_a_congress_name_dates_no_result() -> None:
    told = _figures(
        CONGRESS,
        "Ngày 28/7/2025, Đảng bộ xã Sơn Ca tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030.",
        "Thu ngân sách đạt 13,9 tỷ đồng. Tỷ lệ hộ nghèo giảm còn 3,8%.",
    )
    assert told == [
        ("13,9 tỷ đồng", "result", "2025-2025", "xã Sơn Ca"),
        ("3,8%", "result", "2025-2025", "xã Sơn Ca"),
    ]


def test_what_a_congress_sets_is_for_the_term_that_it_opens() -> None:
    told = _figures(
        CONGRESS,
        "Ngày 28/7/2025, Đảng bộ xã Sơn Ca tổ chức Đại hội.",
        "Nhiệm kỳ 2020-2025, với quyết tâm cao, Đảng bộ thực hiện thắng lợi các mục tiêu nghị quyết"
        " đại hội nhiệm kỳ trước đề ra. Kết nạp được 143 đảng viên vượt chỉ tiêu nghị quyết đề ra.",
        "Đại hội đề ra các chỉ tiêu chủ yếu: kết nạp 150 đảng viên; hộ nghèo còn 2%.",
    )
    assert told == [
        ("143 đảng viên", "result", "2020-2025", "xã Sơn Ca"),
        ("150 đảng viên", "target", "2025-2030", "xã Sơn Ca"),
        ("2%", "target", "2025-2030", "xã Sơn Ca"),
    ]


def test_a_headline_that_tells_a_figure_opens_no_list_of_plans() -> None:
    told = _figures(
        "Đại hội Đảng bộ xã Sơn Ca",
        "Sáng 19/8/2025, Đảng bộ xã Sơn Ca khai mạc Đại hội.",
        "Phấn đấu đến năm 2030 thu nhập bình quân đầu người đạt 90 triệu đồng",
        "Xã Sơn Ca có dân số 22.312 người.",
    )
    assert [t[:2] for t in told] == [("90 triệu đồng", "target"), ("22.312 người", "result")]


def test_what_is_aimed_at_behind_a_value_is_no_word_on_the_value() -> None:
    told = _figures(
        "Hội nghị sơ kết của xã Sơn Ca",
        "Ngày 05/5/2023, Đảng bộ xã Sơn Ca họp.",
        "Đến nay xã đạt 19/19 tiêu chí, phấn đấu đến năm 2025 xã đạt chuẩn nâng cao. "
        "Kết nạp được 10 đảng viên.",
    )
    assert [t[1:3] for t in told] == [("result", "2023-2023"), ("result", "2023-2023")]


def test_an_indicator_said_to_have_been_met_sets_nothing() -> None:
    told = _figures(
        "Huyện Sơn Ca: Nhiều chỉ tiêu kinh tế - xã hội tăng trưởng khá",
        "Ngày 11/7/2023, Huyện ủy Sơn Ca họp đánh giá 6 tháng đầu năm.",
        "Nhiều chỉ tiêu đạt khá như: thu ngân sách 334 tỷ đồng; kết nạp 113 đảng viên, đạt hơn "
        "61% so với chỉ tiêu.",
    )
    assert [t[1] for t in told] == ["result", "result", "plan_share"]


def test_a_month_and_what_was_reached_up_to_it() -> None:
    told = _figures(
        "Đảng ủy xã Sơn Ca họp Ban Thường vụ tháng 8 năm 2025",
        "Chiều 28/8/2025, Đảng ủy xã Sơn Ca họp Ban Thường vụ tháng 8 năm 2025.",
        "Bí thư Đảng ủy nhấn mạnh: Trong tháng 8, xã đã nỗ lực. Trồng mới được 16 ha rừng, lũy kế "
        "163 ha. Thu ngân sách tháng 8 đạt 1,4 tỷ đồng, lũy kế đạt 35,3 tỷ đồng.",
    )
    assert [t[2] for t in told] == ["2025-2025m8", "2025-2025to8", "2025-2025m8", "2025-2025to8"]


def test_the_whole_year_told_in_a_report_of_nine_months() -> None:
    told = _figures(
        "Sơ kết 9 tháng đầu năm 2020 của huyện Sơn Ca",
        "Ngày 08/10/2020, UBND huyện Sơn Ca họp.",
        "Năng suất lúa cả năm ước đạt 54 tạ/ha. Sản lượng hải sản 13.863 tấn.",
    )
    assert [t[2] for t in told] == ["2020-2020", "2020-2020to9"]


def test_a_paragraph_about_another_commune_is_of_that_commune() -> None:
    told = _figures(
        "Đảng bộ xã Sơn Ca và thị trấn Lúa Vàng tổ chức đại hội",
        "Ngày 24/6/2020, Đảng bộ xã Sơn Ca tổ chức đại hội. Thu nhập bình quân 41,1 triệu đồng.",
        "Nhiệm kỳ qua, Đảng bộ thị trấn Lúa Vàng có nhiều cố gắng. Thu nhập bình quân đạt 39 triệu "
        "đồng.",
    )
    assert [(t[0], t[3]) for t in told] == [
        ("41,1 triệu đồng", "xã Sơn Ca"),
        ("39 triệu đồng", "thị trấn Lúa Vàng"),
    ]


def test_a_change_is_of_the_year_told_not_of_the_one_compared_with() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", "Sơn Ca, ngày 15 tháng 12 năm 2023",
        "Năm 2023 gạo xuất khẩu 61.200 tấn, năm 2022 là 55.400 tấn, tức tăng 10,5%.",
    )  # fmt: skip
    assert [(t[1], t[2]) for t in told] == [
        ("result", "2023-2023"),
        ("result", "2022-2022"),
        ("change", "2023-2023"),
    ]


def test_the_term_behind_a_congress_is_told_without_its_years() -> None:
    told = _figures(
        "Đại hội đại biểu Đảng bộ huyện Sơn Ca lần thứ XXIV",
        "Ngày 24/7/2020, Đảng bộ huyện Sơn Ca khai mạc Đại hội.",
        "Nhiệm kỳ qua, Đảng bộ lãnh đạo đạt nhiều kết quả. Kết nạp 742 đảng viên. Tổng thu ngân "
        "sách cả nhiệm kỳ 1.176 tỷ đồng, riêng năm 2020 ước 286 tỷ đồng.",
    )
    assert [t[1:3] for t in told] == [
        ("result", "2015-2020"),
        ("result", "2015-2020"),
        ("estimate", "2020-2020"),
    ]


def test_a_year_in_passing_dates_nothing_of_a_term() -> None:
    told = _figures(
        "Đại hội Đảng bộ huyện Sơn Ca",
        "Ngày 10/8/2020, Đảng bộ huyện Sơn Ca họp.",
        "Nhìn lại nhiệm kỳ 2015-2020, huyện gặp nhiều trở ngại: hạn mặn năm 2016, dịch bệnh. Dù "
        "vậy tỷ lệ hộ nghèo còn 3,47%.",
    )
    assert [t[1:3] for t in told] == [("result", "2015-2020")]


def test_the_years_end_in_a_plan_for_the_second_half_is_the_years() -> None:
    told = _figures(
        "Sơ kết 6 tháng đầu năm 2024 của huyện Sơn Ca",
        "Ngày 08/7/2024, UBND huyện Sơn Ca họp.",
        "## Nhiệm vụ 6 tháng cuối năm 2024",
        "- Thu ngân sách 70 tỷ đồng.",
        "- Tỷ lệ hộ nghèo cuối năm còn dưới 1,2%.",
    )
    assert [t[1:3] for t in told] == [("target", "2024-2024h2"), ("target", "2024-2024")]


def test_what_an_office_asks_for_is_no_result() -> None:
    told = _figures(
        "Hội nghị Mặt trận huyện Sơn Ca", "Ngày 12/01/2024, Ủy ban MTTQ huyện Sơn Ca họp.",
        "Huyện ủy đề nghị Mặt trận góp sức đón 190.000 lượt khách trong năm nay.",
    )  # fmt: skip
    assert [t[1:3] for t in told] == [("target", "2024-2024")]
