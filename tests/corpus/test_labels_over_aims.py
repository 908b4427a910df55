"""Labels over lists of aims, titles in two halves, places named by who speaks. All invented."""

from __future__ import annotations

from pathlib import Path

from corpus.figures import printed
from corpus.places import find_places
from corpus.reading import read_document
from corpus.record import Figure, Period
from corpus.understanding import understand
from tests.corpus.documents import document_of


def figures(*parts: str) -> dict[str, Figure]:
    document = document_of(*parts)
    return {printed(document.text, f.value): f for f in understand(document, "a.txt").figures}


def test_a_label_over_aims_ends_the_year_before() -> None:
    told = figures(
        "BÁO CÁO",
        "Hoạt động công đoàn năm vừa qua và chương trình công tác năm tới",
        "Sơn Ca, ngày 05 tháng 01 năm 2022",
        "Đến 31/12/2021 toàn huyện có 72 công đoàn cơ sở. Xây 3 nhà tình nghĩa.",
        "Chương trình công tác:",
        "xây 4 nhà tình nghĩa;",
    )
    assert (told["3 nhà"].kind, told["3 nhà"].period) == ("result", Period(2021, 2021))
    assert (told["4 nhà"].kind, told["4 nhà"].period) == ("target", Period(2022, 2022))


def test_a_starred_line_opens_the_items_below_it() -> None:
    told = figures(
        "# BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2019, PHƯƠNG HƯỚNG NĂM 2020",
        "* Kết quả",
        "+ Thu ngân sách: 865 triệu đồng.",
        "* Phương hướng",
        "+ Thu ngân sách 900 triệu đồng.",
    )
    assert told["865 triệu đồng"].kind == "result"
    assert told["900 triệu đồng"].kind == "target"


def test_who_came_to_a_meeting_came_that_day() -> None:
    told = figures(
        "NGHỊ QUYẾT ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN 2024",
        "Đại hội họp ngày 26/4/2024 tại trụ sở Công ty, có 52 cổ đông.",
        "Điều 1. Thông qua kết quả kinh doanh năm 2023",
        "Doanh thu 46,8 tỷ đồng.",
    )
    assert told["52 cổ đông"].period == Period(2024, 2024)
    assert told["46,8 tỷ đồng"].period == Period(2023, 2023)


def test_a_province_is_named_by_its_secretary() -> None:
    text = "Bí thư Tỉnh ủy Hoa Khê Lê Xuân Thái phát biểu khai mạc."
    assert [str(place) for _, place in find_places(text)] == ["tỉnh Hoa Khê"]
    assert not find_places("Bí thư Huyện ủy Đoàn Xuân Thái phát biểu khai mạc.")


def test_the_half_year_told_with_the_whole_year_is_over() -> None:
    told = figures(
        "BÁO CÁO CỦA UBND PHƯỜNG HOA GẠO",
        "Hoa Gạo, ngày 18 tháng 12 năm 2025",
        "Sáu tháng cuối năm và cả năm 2025 (số cả năm tính gộp ba đơn vị cũ):",
        "- Hộ nghèo còn 0,14%.",
    )
    assert told["0,14%"].kind == "result"


def test_what_leads_to_the_year_s_end_is_of_its_quarter() -> None:
    told = figures(
        "UBND PHƯỜNG HOA GẠO HỌP THÁNG 10/2025",
        "CHỈ TIÊU QUÝ IV",
        "- Thu ngân sách 46,6 tỷ đồng để cả năm đạt 215 tỷ đồng.",
    )
    assert told["46,6 tỷ đồng"].period == Period(2025, 2025, "q4")


def test_an_aim_within_the_province_is_the_ward_s() -> None:
    told = figures(
        "HĐND PHƯỜNG HOA GẠO, NGHỊ QUYẾT NĂM 2026",
        "Mục tiêu đến năm 2030: phường trở thành đô thị du lịch của tỉnh, đón 450.000 lượt khách.",
    )
    assert told["450.000 lượt khách"].place == "phường Hoa Gạo"


def test_a_year_named_beside_the_year_told() -> None:
    told = figures(
        "BÁO CÁO CỦA UBND HUYỆN SƠN CA NĂM 2024",
        "Sản lượng thủy sản đạt 19.360 tấn, trong khi năm 2023 chỉ 18.240 tấn.",
    )
    assert told["18.240 tấn"].key == "=fishery_output|"
    assert told["18.240 tấn"].period == Period(2023, 2023)


def test_members_decide_in_the_year_in_which_they_meet() -> None:
    told = figures(
        "CÔNG TY CỔ PHẦN CẤP NƯỚC SƠN CA",
        "NGHỊ QUYẾT ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2024",
        "Sơn Ca, ngày 26 tháng 4 năm 2024",
        "Điều 1. Doanh thu năm 2023 đạt 71,2 tỷ đồng.",
        "Điều 2. Đầu tư Nhà máy nước Khe Lau, tổng mức đầu tư 96,4 tỷ đồng.",
        "Điều 3. Ủy quyền cho Hội đồng quản trị lựa chọn ngân hàng với hạn mức vay 60 tỷ đồng.",
    )
    assert told["71,2 tỷ đồng"].period == Period(2023, 2023)
    assert told["96,4 tỷ đồng"].period == told["60 tỷ đồng"].period == Period(2024, 2024)


def test_targets_that_stay_as_they_were_set_are_targets() -> None:
    told = figures(
        "NGHỊ QUYẾT CỦA HĐND HUYỆN SƠN CA VỀ ĐIỀU CHỈNH CHỈ TIÊU NĂM 2023",
        "Sơn Ca, ngày 12 tháng 7 năm 2023",
        "Kết quả 6 tháng đầu năm 2023: giải ngân 36,9%.",
        "Các chỉ tiêu khác giữ như đã giao, trong đó giải ngân 95%.",
    )
    assert (told["36,9%"].kind, told["95%"].kind) == ("result", "target")


def test_a_review_of_the_half_year_under_its_title_in_lower_case(tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao.txt"
    paper.write_text(
        "BÁO CÁO\n"
        "Tình hình kinh tế - xã hội 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2023\n"
        "(Báo cáo tại kỳ họp thứ 6 HĐND xã Sơn Ca, ngày 23/6/2023)\n"
        "- Thu ngân sách 9,45 tỷ đồng.\n"
        "6 tháng cuối năm: phấn đấu thu ngân sách cả năm 15 tỷ đồng.\n"
    )
    document = read_document(paper)
    told = {printed(document.text, f.value): f for f in understand(document, "a.txt").figures}
    assert told["9,45 tỷ đồng"].kind == "result"
    assert told["15 tỷ đồng"].kind == "target"


def test_a_year_before_a_colon_looks_back_in_december() -> None:
    told = figures(
        "NGHỊ QUYẾT CỦA ĐẢNG ỦY PHƯỜNG HOA GẠO",
        "về phương hướng, nhiệm vụ năm 2026",
        "Hoa Gạo, ngày 16 tháng 12 năm 2025",
        "Ban Chấp hành thống nhất:",
        "1. Năm 2025: thu ngân sách 387,5 tỷ đồng.",
        "2. Năm 2026: thu ngân sách 420 tỷ đồng.",
    )
    assert (told["387,5 tỷ đồng"].kind, told["420 tỷ đồng"].kind) == ("result", "target")


def test_a_report_and_a_plan_announced_together_set_nothing() -> None:
    told = figures(
        "BIÊN BẢN ĐẠI HỘI THÀNH VIÊN HỢP TÁC XÃ SƠN CA NĂM 2022",
        "Hôm nay, ngày 10 tháng 4 năm 2022, hợp tác xã họp.",
        "Ông Giám đốc đọc báo cáo năm 2021 và phương án năm 2022:",
        "- Tưới tiêu cho 186 ha lúa.",
        "- Phương án 2022: bao tiêu 800 tấn.",
    )
    assert (told["186 ha"].kind, told["800 tấn"].kind) == ("result", "target")
