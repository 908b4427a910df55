"""Whose paper it is and of when, by heads of every style: mails, unions, pages of offices, notices
after a visit, numbers that hold the year. All names are invented."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.document import Document, DocumentBuilder
from corpus.figures import printed
from corpus.letterhead import writers_of
from corpus.metadata import read_metadata
from corpus.places import find_places
from corpus.record import Figure, Period
from corpus.understanding import understand
from tests.corpus.documents import document_of


def figures(*parts: str) -> dict[str, Figure]:
    document = document_of(*parts)
    told = understand(document, "ho-so.txt").figures
    return {printed(document.text, f.value): f for f in told}


def page(site: str, *paragraphs: str) -> Document:
    builder = DocumentBuilder(title="Hội nghị tổng kết năm 2023")
    builder.site = site
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    return builder.build()


@pytest.mark.parametrize(
    "site, lead, place",
    [
        ("Bệnh viện Đa khoa tỉnh Sơn Ca", "Bệnh viện tổ chức hội nghị.", "bệnh viện Sơn Ca"),
        (
            "Cổng thông tin điện tử tỉnh Sơn Ca",
            "Ban Chấp hành Đảng bộ tỉnh họp tại thành phố Hoa Gạo.",
            "tỉnh Sơn Ca",
        ),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH SƠN CA", "Sở tổ chức hội nghị.", "tỉnh Sơn Ca"),
        ("Báo Sơn Ca điện tử", "Đảng bộ huyện Hoa Gạo họp tổng kết năm.", "huyện Hoa Gạo"),
    ],
)
def test_an_office_that_never_says_its_name_is_its_pages_owner(
    site: str, lead: str, place: str
) -> None:
    document = page(site, f"Ngày 18/01/2024, {lead}", "Năm 2023 thu 12 tỷ đồng.")
    assert read_metadata(document, "tin.html").place == place


@pytest.mark.parametrize(
    "head, place",
    [
        (["HỘI NÔNG DÂN HUYỆN HOA GẠO", "HND XÃ SƠN CA"], "xã Sơn Ca"),
        (["HỘI NÔNG DÂN HUYỆN HOA GẠO", "BAN CHẤP HÀNH HND XÃ SƠN CA"], "xã Sơn Ca"),
        (["SỞ Y TẾ SƠN CA", "BỆNH VIỆN ĐA KHOA TỈNH"], "bệnh viện Sơn Ca"),
    ],
)
def test_the_lower_line_writes_also_by_its_short_form(head: list[str], place: str) -> None:
    lines = [*head, "Sơn Ca, ngày 05 tháng 12 năm 2023", "BÁO CÁO", "Kết nạp 61 người."]
    assert understand(document_of(*lines), "bc.txt").place == place


def test_a_union_that_meets_in_a_hamlets_hall_is_the_communes() -> None:
    document = document_of(
        "# Đại hội Phụ nữ xã lần thứ I",
        "Sáng 02/10/2025, tại nhà văn hóa thôn Khe Gạo, Hội LHPN xã Sơn Ca tổ chức Đại hội.",
        "Nhiệm kỳ 2021 - 2025, Hội kết nạp 329 hội viên.",
    )
    assert read_metadata(document, "tin.html").place == "xã Sơn Ca"


def test_a_city_whose_name_ends_like_a_session_keeps_it() -> None:
    document = document_of("# Thành ủy Sơn Kỳ họp lần thứ 18: bàn nhiệm vụ", "Ngày 12/12/2024.")
    assert read_metadata(document, "tin.md").place == "thành phố Sơn Kỳ"


def test_what_a_districts_team_found_in_a_commune_is_the_communes() -> None:
    document = document_of(
        "# Đoàn huyện thẩm tra xã nông thôn mới",
        "Sáng 17/10/2024, Đoàn thẩm tra của UBND huyện Hoa Gạo làm việc tại xã Sơn Ca.",
        "Đến nay xã đạt 19/19 tiêu chí; thu nhập bình quân 71,4 triệu đồng/người.",
    )
    assert read_metadata(document, "tin.md").place == "xã Sơn Ca"


MAIL = (
    "From: van phong <vp@soncahuyen.example>",
    "To: tonghop@tinh.example",
    "Date: Thu, 28 Mar 2024 16:52:00 +0700",
    "Subject: Fwd: Báo cáo nhanh quý I - UBND huyện Sơn Ca",
    "Kính gửi: Văn phòng UBND tỉnh Hoa Gạo",
    "Thu ngân sách quý I: 118,6 tỷ đồng.",
)


def test_a_mail_is_its_senders_of_the_day_it_was_sent() -> None:
    metadata = read_metadata(document_of(*MAIL), "fwd.txt")
    assert metadata.title == "Báo cáo nhanh quý I - UBND huyện Sơn Ca"
    assert metadata.place == "huyện Sơn Ca"
    assert metadata.date == date(2024, 3, 28)


def test_a_speech_may_name_the_secretarys_office_alone() -> None:
    document = document_of(
        "BÀI PHÁT BIỂU",
        "của đồng chí Bí thư Huyện ủy Sơn Ca bế mạc Hội nghị lần thứ 24",
        "Năm nay thu ngân sách 204 tỷ đồng.",
    )
    assert read_metadata(document, "phat-bieu-2019.txt").place == "huyện Sơn Ca"


@pytest.mark.parametrize(
    "lines, day",
    [
        (["Số: 01/2024/NQ-ĐHĐCĐ", "Đại hội tiến hành ngày 26/4."], date(2024, 4, 26)),
        (["Căn cứ Biên bản họp Đại hội đồng cổ đông ngày 26/4/2024;"], date(2024, 4, 26)),
    ],
)
def test_a_companys_resolution_is_of_the_meeting_that_passed_it(
    lines: list[str], day: date
) -> None:
    head = ("CÔNG TY CỔ PHẦN CHÈ SƠN CA", "NGHỊ QUYẾT ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN")
    told = figures(
        *head, *lines,
        "Điều 1. Thông qua kết quả năm trước: doanh thu 38,6 tỷ đồng.",
        "Điều 2. Kế hoạch trong năm: doanh thu 40,2 tỷ đồng.",
    )  # fmt: skip
    assert read_metadata(document_of(*head, *lines), "nq.docx").date == day
    assert (told["38,6 tỷ đồng"].kind, told["38,6 tỷ đồng"].period) == (
        "result",
        Period(2023, 2023),
    )
    assert (told["40,2 tỷ đồng"].kind, told["40,2 tỷ đồng"].period) == (
        "target",
        Period(2024, 2024),
    )


def test_an_undated_papers_number_holds_its_year() -> None:
    told = figures(
        "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "HUYỆN SƠN CA", "Số: 102/2024/BC-BTV", "BÁO CÁO",
        "TỔNG KẾT CÔNG TÁC HỘI", "- Kết nạp 437 hội viên.",
        "Phương hướng năm tới: kết nạp 300 hội viên.",
    )  # fmt: skip
    assert told["437 hội viên"].period == Period(2024, 2024)
    assert (told["300 hội viên"].kind, told["300 hội viên"].period) == (
        "target",
        Period(2025, 2025),
    )


def test_a_titles_second_line_dates_nothing_below_it() -> None:
    told = figures(
        "ĐẢNG ỦY THỊ TRẤN SƠN CA", "Sơn Ca, ngày 15 tháng 12 năm 2023", "## BÁO CÁO",
        "tổng kết công tác năm 2023,", "## phương hướng, nhiệm vụ trọng tâm năm 2024",
        "1. Kinh tế: thu nhập bình quân 63,8 triệu đồng/người.",
        "2. Năm 2024: thu nhập bình quân 68 triệu đồng/người.",
    )  # fmt: skip
    reached, planned = told["63,8 triệu đồng/người"], told["68 triệu đồng/người"]
    assert (reached.kind, reached.period) == ("result", Period(2023, 2023))
    assert (planned.kind, planned.period) == ("target", Period(2024, 2024))


def test_each_district_of_a_cluster_answers_for_its_own_line() -> None:
    told = figures(
        "CỤM THI ĐUA SỐ 3", "BIÊN BẢN HỘI NGHỊ TỔNG KẾT NĂM 2021",
        "Ngày 14 tháng 01 năm 2022, tại Hội trường UBND thị xã Hoa Gạo, cụm họp.",
        "Kết quả các đơn vị:",
        "- Huyện Sơn Ca: thu ngân sách 462 tỷ đồng; 28 sản phẩm OCOP.",
        "- Thị xã Hoa Gạo: thu ngân sách 735 tỷ đồng; 12 sản phẩm OCOP.",
    )  # fmt: skip
    assert told["28 sản phẩm"].place == "huyện Sơn Ca"
    assert told["12 sản phẩm"].place == "thị xã Hoa Gạo"


@pytest.mark.parametrize(
    "opening",
    [
        "Điều 2. Thông qua chỉ tiêu:",
        "Bàn việc sang năm:",
        "Giao ước thi đua:",
        "Chương trình công tác:",
        "Chúng ta đã thống nhất:",
        "Phát huy kết quả năm 2023 (thu 10 tỷ đồng), Đảng ủy xã đề ra:",
    ],
)
def test_what_opens_a_list_of_aims_is_no_result(opening: str) -> None:
    told = figures(
        "ĐẢNG ỦY XÃ SƠN CA", "Sơn Ca, ngày 15 tháng 12 năm 2023", "BÁO CÁO",
        "Kết quả công tác năm 2023", "Kết nạp 7 đảng viên.", f"{opening}", "- Kết nạp 8 đảng viên.",
    )  # fmt: skip
    assert told["7 đảng viên"].kind == "result"
    aimed = told["8 đảng viên"]
    assert (aimed.kind, aimed.period) == ("target", Period(2024, 2024))


def test_indicators_that_all_did_well_are_no_plan() -> None:
    told = figures(
        "Thị ủy Sơn Ca tổng kết năm 2023", "Sơn Ca, ngày 14 tháng 12 năm 2023",
        "Các chỉ tiêu xã hội đều khá: tỷ lệ hộ nghèo còn 1,12%.",
    )  # fmt: skip
    assert told["1,12%"].kind == "result"


def test_a_heading_over_results_and_plans_dates_the_results() -> None:
    told = figures(
        "CÔNG TY CỔ PHẦN GẠCH SƠN CA", "NGHỊ QUYẾT ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2026",
        "Sơn Ca, ngày 22 tháng 4 năm 2026",
        "## Điều 1. Thông qua kết quả sản xuất năm 2025 và kế hoạch năm 2026",
        "Tồn kho cuối năm 7,8 triệu viên.",
    )  # fmt: skip
    assert told["7,8 triệu"].period == Period(2025, 2025)


def test_halfway_through_a_term_counts_are_of_the_term() -> None:
    told = figures(
        "HỘI CỰU CHIẾN BINH THỊ XÃ SƠN CA", "Sơn Ca, tháng 11 năm 2024",
        "BÁO CÁO SƠ KẾT GIỮA NHIỆM KỲ",
        "thực hiện Nghị quyết Đại hội lần thứ VII, nhiệm kỳ 2022 - 2027",
        "Từ đầu nhiệm kỳ kết nạp 389 hội viên.",
        "Từ nay đến hết nhiệm kỳ: kết nạp thêm 211 hội viên.",
    )  # fmt: skip
    assert told["389 hội viên"].period == Period(2022, 2027)
    assert (told["211 hội viên"].kind, told["211 hội viên"].period) == (
        "target",
        Period(2022, 2027),
    )


def test_then_and_now_in_one_sentence_leave_the_year_as_it_was() -> None:
    told = figures(
        "HĐND HUYỆN SƠN CA", "Sơn Ca, ngày 13 tháng 12 năm 2024", "BÁO CÁO",
        "Kết quả năm 2024",
        "Năm 2023 có 1.086 hộ thoát nghèo, năm nay thêm 973 hộ. Tạo việc làm cho 1.488 người.",
    )  # fmt: skip
    assert told["1.488 người"].period == Period(2024, 2024)


def test_prose_above_a_table_names_no_place_for_it() -> None:
    told = figures(
        "HUYỆN ỦY SƠN CA", "Sơn Ca, ngày 19 tháng 12 năm 2024", "THÔNG BÁO",
        "## II. Chỉ tiêu năm 2025",
        "Thống nhất 25 chỉ tiêu theo bảng; xã cuối cùng là xã Hoa Gạo đạt chuẩn nông thôn mới.",
        "|TT|Chỉ tiêu|ĐVT|KH 2025\n1|Tỷ lệ hộ nghèo|%|1,9\n2|Thu ngân sách|tỷ đồng|64",
    )  # fmt: skip
    assert told
    assert {figure.place for figure in told.values()} == {"huyện Sơn Ca"}


def test_bodies_named_beside_the_places_authorities_write() -> None:
    document = document_of(
        "ỦY BAN MTTQ VIỆT NAM XÃ SƠN CA", "BAN THANH TRA NHÂN DÂN", "BÁO CÁO", "Giám sát 8 cuộc."
    )
    assert writers_of(document) == ("ban thanh tra nhan dan",)
    assert writers_of(document_of("UBND XÃ SƠN CA", "Số: 12/BC-UBND", "BÁO CÁO")) == ()


@pytest.mark.parametrize(
    "lines, place",
    [
        (
            ["QUỸ TÍN DỤNG NHÂN DÂN SƠN CA", "Ấp 4, xã Sơn Ca, huyện Hoa Gạo", "NGHỊ QUYẾT"],
            "quỹ tín dụng nhân dân Sơn Ca",
        ),
        (
            ["ĐẢNG BỘ THÀNH PHỐ HOA GẠO", "HUYỆN ỦY SƠN CA", "Số 12-TB/HU", "THÔNG BÁO"],
            "huyện Sơn Ca",
        ),
        (
            [
                "ĐẢNG ỦY XÃ SƠN CA",
                "HUYỆN HOA GẠO",
                "BIÊN BẢN",
                "HỌP BAN CHẤP HÀNH ĐẢNG BỘ XÃ MỞ RỘNG",
            ],
            "xã Sơn Ca",
        ),
        (["UBND HUYỆN SƠN CA HỌP PHIÊN THƯỜNG KỲ THÁNG 5 NĂM 2025"], "huyện Sơn Ca"),
    ],
)
def test_what_runs_on_behind_a_name_is_not_of_it(lines: list[str], place: str) -> None:
    document = document_of(*lines, "Chủ trì: đồng chí Mạc Văn Thản. Thu ngân sách 12 tỷ đồng.")
    assert read_metadata(document, "a.txt").place == place


@pytest.mark.parametrize(
    "line, place",
    [
        ("TRƯỜNG TIỂU HỌC SƠN CA Độc lập - Tự do - Hạnh phúc", "trường Sơn Ca"),
        ("Công an xã Thiếu tá Lò Văn Khe, Trưởng Công an xã Sơn Ca", "xã Sơn Ca"),
        ("LIÊN MINH HỢP TÁC XÃ VIỆT NAM", ""),
        ("Đảng ủy xã Bí thư Đảng ủy", ""),
    ],
)
def test_what_is_no_name(line: str, place: str) -> None:
    assert ", ".join(str(p) for _, p in find_places(line)) == place


@pytest.mark.parametrize(
    "head, place",
    [
        (["ỦY BAN NHÂN DÂN", "ĐẶC KHU HÒN GẠO", "Số: 57/TB-UBND"], "đặc khu Hòn Gạo"),
        (["UBND THÀNH PHỐ SƠN CA", "UBND PHƯỜNG 7", "Số: 133/BC-UBND"], "phường 7"),
        (["UBND TỈNH SƠN CA", "CÔNG TY TNHH MTV XỔ SỐ KIẾN THIẾT SƠN CA"],
         "công ty Xổ Số Kiến Thiết Sơn Ca"),
    ],
)  # fmt: skip
def test_special_zones_numbered_wards_and_lotteries_write_papers(
    head: list[str], place: str
) -> None:
    lines = [*head, "Sơn Ca, ngày 05 tháng 12 năm 2025", "BÁO CÁO", "Thu ngân sách 36,4 tỷ đồng."]
    assert understand(document_of(*lines), "bc.txt").place == place


def test_a_name_that_fills_its_line_is_not_cut_to_where_it_was_signed() -> None:
    document = document_of(
        "HUYỆN ỦY HOA GẠO ĐÔNG",
        "Số 207-TB/HU",
        "Hoa Gạo, ngày 20 tháng 12 năm 2022",
        "THÔNG BÁO",
        "KẾT LUẬN HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN LẦN THỨ 10",
        "Tỷ lệ hộ nghèo còn 0,9%. Xây chợ thị trấn Hoa Gạo.",
    )
    assert read_metadata(document, "tb.txt").place == "huyện Hoa Gạo Đông"


def test_a_shouted_title_is_cut_where_the_text_spells_its_districts_name() -> None:
    document = document_of(
        "ĐẢNG BỘ HUYỆN HOA GẠO VỮNG", "Ngày 20/12/2022, huyện Hoa Gạo thu 61 tỷ đồng."
    )
    assert read_metadata(document, "tb.txt").place == "huyện Hoa Gạo"


def test_the_title_of_a_paper_without_blank_lines_ends_with_its_lines() -> None:
    text = """\
HỘI NÔNG DÂN TỈNH MÂY TRẮNG
BAN CHẤP HÀNH HỘI NÔNG DÂN HUYỆN SƠN CA
Số: 219-BC/HNDH
BÁO CÁO
Tổng kết công tác Hội năm 2024, phương hướng năm 2025
Năm 2024 kết nạp 1.248 hội viên mới.
Xây dựng 02 chi hội nghề nghiệp tại xã Hoa Gạo."""
    metadata = read_metadata(document_of(text), "bc.txt")
    assert metadata.title == "BÁO CÁO Tổng kết công tác Hội năm 2024, phương hướng năm 2025"
    assert metadata.place == "huyện Sơn Ca"


def test_a_companys_name_on_two_lines_of_its_letterhead_is_read_in_full() -> None:
    document = document_of(
        "CÔNG TY CỔ PHẦN HẠ TẦNG",
        "KHU CÔNG NGHIỆP SƠN CA",
        "NGHỊ QUYẾT",
        "Đại hội đồng cổ đông thường niên năm 2024",
        "Cuộc họp của Công ty cổ phần Hạ tầng Khu công nghiệp Sơn Ca ngày 24/4/2024.",
    )
    place = read_metadata(document, "nq.pdf").place
    assert place == "công ty Hạ Tầng Khu Công Nghiệp Sơn Ca"
