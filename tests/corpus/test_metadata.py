"""Title, date, kind, body and place of a record, and where each was read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, DocumentBuilder
from corpus.metadata import read_metadata
from corpus.record import Period
from corpus.understanding import understand
from tests.corpus.documents import document_of


def _document(
    *paragraphs: str, title: str | None = None, published: date | None = None
) -> Document:
    builder = DocumentBuilder(title=title, published=published)
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    return builder.build()


REPORT = _document(
    "ỦY BAN NHÂN DÂN\nHUYỆN SƠN CA",
    "Số: 88/BC-UBND",
    "Sơn Ca, ngày 12 tháng 12 năm 2023",
    "BÁO CÁO",
    "Kết quả thực hiện nhiệm vụ năm 2023",
    "Thu ngân sách đạt 61 tỷ đồng. Huyện Sơn Ca có 12 xã.",
)


def test_report_with_a_letterhead() -> None:
    metadata = read_metadata(REPORT, "88.docx")
    assert metadata.title == "BÁO CÁO Kết quả thực hiện nhiệm vụ năm 2023"
    assert metadata.date == date(2023, 12, 12)
    assert metadata.kind == "report"
    assert metadata.place == "huyện Sơn Ca"
    assert metadata.period == Period(2023, 2023)


def test_targets_of_a_december_record_are_of_the_next_year() -> None:
    assert read_metadata(REPORT, "88.docx").target_year == 2024


def test_a_page_declares_title_and_day() -> None:
    document = _document(
        "Thu ngân sách đạt khá.",
        title="Huyện ủy Sơn Ca họp quý I",
        published=date(2024, 4, 3),
    )
    metadata = read_metadata(document, "bai.html")
    assert (metadata.title, metadata.date) == ("Huyện ủy Sơn Ca họp quý I", date(2024, 4, 3))
    assert metadata.provenance["title"] == "page"
    assert metadata.provenance["date"] == "dateline"
    assert metadata.kind == "article"


def test_the_law_a_record_rests_on_gives_no_date() -> None:
    document = _document(
        "NGHỊ QUYẾT",
        "về nhiệm vụ năm 2025",
        "Căn cứ Nghị quyết số 5/NQ-HU ngày 3 tháng 1 năm 2020 của Huyện ủy;",
        "Hội nghị họp ngày 20 tháng 12 năm 2024.",
    )
    assert read_metadata(document, "nq.docx").date == date(2024, 12, 20)


@pytest.mark.parametrize(
    "opening, place",
    [
        ("của đồng chí Lò Văn Pẩu, Ủy viên BTV Tỉnh ủy, Bí thư Thị ủy Mường Sẻ tại Hội nghị",
         "thị xã Mường Sẻ"),
        ("của đồng chí Hà Thu Lam, Phó Bí thư Thường trực Huyện ủy Đồng Rạ", "huyện Đồng Rạ"),
        ("của đồng chí Bí thư Huyện ủy Trần Văn Khoai tại Hội nghị", ""),
    ],
)  # fmt: skip
def test_a_speech_is_of_the_place_whose_secretary_speaks(opening: str, place: str) -> None:
    document = _document("PHÁT BIỂU KẾT LUẬN", opening, "Thị xã có 20 chỉ tiêu đạt.")
    assert read_metadata(document, "phat-bieu.md").place == place


def test_the_files_name_is_the_last_resort_for_the_day() -> None:
    metadata = read_metadata(_document("Thu ngân sách đạt khá."), "2022-07-05_so-ket.txt")
    assert metadata.date == date(2022, 7, 5)
    assert metadata.provenance["date"] == "file name"


@pytest.mark.parametrize(
    "line, kind",
    [
        ("BIÊN BẢN Hội nghị Ban Chấp hành Đảng bộ xã Hoa Gạo", "minutes"),
        ("NGHỊ QUYẾT về nhiệm vụ năm 2025 của huyện", "resolution"),
        ("THÔNG BÁO kết luận phiên họp thường kỳ", "notice"),
        ("BÁO CÁO tổng kết năm 2024 của xã Hoa Gạo", "report"),
    ],
)
def test_kind_by_title(line: str, kind: str) -> None:
    assert read_metadata(_document(line), "tep.txt").kind == kind


def test_nothing_known_is_said_so() -> None:
    metadata = read_metadata(_document("abc"), "x.txt")
    assert metadata.date is None and metadata.place == "" and metadata.body == ""
    assert metadata.provenance["date"] == "unknown"


@given(st.lists(st.text(max_size=50), max_size=5), st.text(max_size=20))
def test_any_document_has_metadata(paragraphs: list[str], source: str) -> None:
    metadata = read_metadata(_document(*paragraphs), source)
    assert set(metadata.provenance) == {"title", "date", "place"}


def test_a_day_without_year_takes_the_year_of_the_pages_own_date() -> None:
    document = _document(
        "Hội nghị Huyện ủy Sơn Ca lần thứ 11",
        "Trang thông tin Đảng bộ huyện Sơn Ca - 16/12/2022 - Hoạt động cấp ủy",
        "Chiều 16/12, Huyện ủy Sơn Ca họp, bàn nhiệm vụ năm 2023; năm 2023 có 20 chỉ tiêu.",
    )
    assert read_metadata(document, "a.md").date == date(2022, 12, 16)


def test_members_hear_in_spring_of_the_year_before() -> None:
    document = _document(
        "HỢP TÁC XÃ CHÈ KHE RÁY", "BIÊN BẢN ĐẠI HỘI THÀNH VIÊN THƯỜNG NIÊN",
        "Họp lúc 13 giờ ngày 02 tháng 3 năm 2024 tại nhà văn hóa.",
    )  # fmt: skip
    metadata = read_metadata(document, "a.docx")
    assert (metadata.period, metadata.target_year) == (Period(2023, 2023), 2024)


def test_a_sites_name_is_no_title() -> None:
    builder = DocumentBuilder()
    builder.heading("Cổng thông tin điện tử xã Khe Ráy", 1)
    builder.heading("Hội nghị tổng kết công tác Đảng năm 2025", 2)
    builder.paragraph("Ngày 25/12/2025, Đảng ủy xã Khe Ráy họp.")
    assert read_metadata(builder.build(), "a.md").title.startswith("Hội nghị tổng kết")


def test_a_name_that_stands_in_capitals_alone_keeps_all_its_words() -> None:
    document = _document(
        "ỦY BAN NHÂN DÂN XÃ SƠN CA TÂY, HUYỆN TÂN PHƯỚC SƠN",
        "BIỂU TỔNG HỢP CHỈ TIÊU NĂM 2024",
        "HỘ NGHÈO XÃ SƠN CA TÂY CHIA THEO ẤP",
    )
    assert read_metadata(document, "bieu.xlsx").place == "xã Sơn Ca Tây"


@pytest.mark.parametrize(
    "paragraphs, place",
    [
        # the lower body of a letterhead writes, the upper one is only named
        (["ĐẢNG BỘ XÃ TÂN SƠN\nCHI BỘ BUÔN EA TIÊU\n*\nBIÊN BẢN SINH HOẠT"], "buôn Ea Tiêu"),
        (
            ["LIÊN MINH HTX TỈNH HẠ VÂN\nHTX NÔNG NGHIỆP LÚA - TÔM HÒA AN", "BIÊN BẢN"],
            "hợp tác xã Lúa - Tôm Hòa An",
        ),
        # where it was signed or where the page stands is not whose it is
        (
            ["TRƯỜNG THPT HOÀNG MAI", "NGHỊ QUYẾT", "Phiên họp đầu năm học",
             "Số 03/NQ-HĐT, thị trấn Vân Lĩnh, ngày 18 tháng 9 năm 2023"],
            "trường Hoàng Mai",
        ),
        (
            ["HĐND huyện Sơn Ca bế mạc kỳ họp thứ mười",
             "Cập nhật 21/12/2023, 07:45 | Tỉnh Hạ Vân", "Kỳ họp thông qua 9 nghị quyết."],
            "huyện Sơn Ca",
        ),
        (
            ["TRƯỜNG TRUNG CẤP KINH TẾ ĐÔNG HÀ", "(đóng tại thị trấn Vân Lĩnh)"],
            "trường Kinh Tế Đông Hà",
        ),
    ],
)  # fmt: skip
def test_place_is_the_writing_bodys(paragraphs: list[str], place: str) -> None:
    assert read_metadata(_document(*paragraphs, "Họp chiều 11/10/2023."), "tep.txt").place == place


def test_a_headline_is_a_title_and_a_dateline_none() -> None:
    document = _document(
        "HĐND huyện Sơn Ca bế mạc kỳ họp thứ mười", "Cập nhật 21/12/2023, 07:45 | Tỉnh Hạ Vân"
    )
    assert read_metadata(document, "tep.md").title == "HĐND huyện Sơn Ca bế mạc kỳ họp thứ mười"


def test_a_letterhead_and_its_paper_in_one_block_are_told_apart() -> None:
    document = _document("ĐẢNG BỘ XÃ TÂN SƠN\n*\nBIÊN BẢN SINH HOẠT CHI BỘ\nKỳ tháng 11 năm 2024")
    title = read_metadata(document, "tep.txt").title
    assert title == "BIÊN BẢN SINH HOẠT CHI BỘ KỲ tháng 11 năm 2024"


def test_a_meeting_in_early_january_looks_back_on_the_year_before() -> None:
    document = _document(
        "Huyện ủy Sơn Ca họp tổng kết", "Ngày 10/01/2024, Ban Chấp hành Đảng bộ huyện Sơn Ca họp."
    )
    metadata = read_metadata(document, "tin.html")
    assert (metadata.period, metadata.target_year) == (Period(2023, 2023), 2024)


def test_a_health_centre_named_by_its_district_writes_for_itself() -> None:
    document = _document(
        "SỞ Y TẾ HẠ VÂN", "TRUNG TÂM Y TẾ HUYỆN SƠN CA", "BIÊN BẢN", "Hội nghị viên chức năm 2025"
    )
    metadata = read_metadata(document, "tep.txt")
    assert metadata.place == metadata.body == "trung tâm y tế Sơn Ca"


def test_a_tables_rows_are_no_letterhead() -> None:
    document = document_of(
        "TIẾN ĐỘ CÁC DỰ ÁN HUYỆN SƠN CA", "Số liệu đến 31/12/2024",
        "|TT|Dự án|Xã|Số hộ\n1|Khu dân cư bản Nà Lơi|Hoa Gạo|62",
    )  # fmt: skip
    assert read_metadata(document, "tep.xlsx").place == "huyện Sơn Ca"


def test_a_school_says_its_year_below_the_title() -> None:
    document = document_of(
        "TRƯỜNG CAO ĐẲNG SƠN CA", "BIÊN BẢN HỘI NGHỊ VIÊN CHỨC", "Năm học 2024 - 2025",
        "Thời gian: ngày 11/10/2024.",
    )  # fmt: skip
    assert read_metadata(document, "tep.txt").period == Period(2024, 2025, "school")


def test_guests_at_an_organisations_meeting_do_not_write_its_paper() -> None:
    document = _document(
        "HỢP TÁC XÃ NÔNG NGHIỆP HOA GẠO", "BIÊN BẢN", "Họp thường niên",
        "Khách mời: ông Lò Văn Xuân, Phó Chủ tịch UBND xã Nà Lơi.",
    )  # fmt: skip
    assert read_metadata(document, "tep.txt").body == "hợp tác xã Hoa Gạo"


def test_a_pages_other_news_does_not_say_whose_meeting_it_reports() -> None:
    document = _document(
        "Sơn Ca: Năm thứ ba vượt thu", "TRANG TIN ĐIỆN TỬ HUYỆN SƠN CA - TỈNH HẠ VÂN",
        "Bán đấu giá đất xã Nà Lơi", "Thời tiết", "Liên kết", "Lượt xem: 20",
        "Chiều 18/12/2024, Huyện ủy Sơn Ca họp Ban Chấp hành lần thứ 25.",
    )  # fmt: skip
    assert read_metadata(document, "tin.html").place == "huyện Sơn Ca"


@pytest.mark.parametrize(
    "opening, day",
    [
        # the page's own day stands alone, the meeting's in the text
        (["02/01/2024", "Ngày 29/12/2023, HĐND xã Nà Lơi tổ chức kỳ họp thứ 8."], (2023, 12, 29)),
        (
            ["HĐND xã Nà Lơi họp kỳ thứ 8", "04:46 02/01/2024", "Tuần qua, HĐND xã họp."],
            (2024, 1, 2),
        ),
        # "(BTT)" before the day, and the year said by what was looked back on
        (
            ["(BTT) Ngày 17/12, Huyện ủy Sơn Ca tổ chức hội nghị đánh giá năm 2020, bàn việc năm "
             "2021. Thu ngân sách tăng 4% so với năm 2019."],
            (2020, 12, 17),
        ),
        (["Sáng 7.10, Huyện ủy Sơn Ca họp bàn việc 3 tháng cuối năm 2020."], (2020, 10, 7)),
        # a congress opens the newest term, a mid-year meeting is of its half-year
        (
            ["Sáng 29/7, Đại hội Đảng bộ huyện Sơn Ca nhiệm kỳ 2020 - 2025 khai mạc; nhiệm kỳ "
             "2015 - 2020 đạt 18/20 chỉ tiêu."],
            (2020, 7, 29),
        ),
        (
            ["Ngày 15/7, HĐND xã Nà Lơi họp, nghe quyết toán năm 2009 và nhiệm vụ 6 tháng cuối "
             "năm 2010."],
            (2010, 7, 15),
        ),
        # the term of office is no year of a quarter's meeting
        (
            ["Ngày 11/4, Huyện ủy Sơn Ca khóa VI, nhiệm kỳ 2020-2025 họp. Quý I/2023 kết nạp 65 "
             "đảng viên."],
            (2023, 4, 11),
        ),
        # a paper's own line, and the paper to which a table is attached
        (["NGHỊ QUYẾT", "Nghị quyết số 31/NQ-HĐND ngày 17 tháng 7 năm 2026"], (2026, 7, 17)),
        (["BIỂU CHỈ TIÊU", "(Kèm theo Báo cáo số 305/BC-UBND ngày 23/12/2024)"], (2024, 12, 23)),
    ],
)  # fmt: skip
def test_the_day_is_the_meetings_or_the_papers_own(
    opening: list[str], day: tuple[int, int, int]
) -> None:
    assert read_metadata(_document(*opening), "tep.txt").date == date(*day)


@pytest.mark.parametrize(
    "opening",
    [
        ["Đại hội Đảng bộ huyện Sơn Ca bế mạc sáng 28-7", "Phấn đấu đến năm 2020, 50% số xã đạt."],
        ["Các chỉ tiêu nhiệm kỳ", "Theo Chỉ thị 12-CT/TU, ngày 13/2/2018 của Tỉnh ủy, có 9 thôn."],
        ["Huyện ủy Sơn Ca họp lần thứ 10", "Đại hội chi bộ hoàn thành trước ngày 30/6/2020."],
    ],
)
def test_an_aim_a_directive_or_a_deadline_gives_no_day(opening: list[str]) -> None:
    assert read_metadata(_document(*opening), "tep.txt").date is None


def test_a_record_without_a_day_is_of_the_year_that_it_speaks_of() -> None:
    document = _document(
        "Trong 6 tháng đầu năm 2023, kinh tế của huyện phát triển.", "Thu đạt khá."
    )
    assert read_metadata(document, "tep.txt").period == Period(2023, 2023, "h1")


def test_a_term_in_the_title_is_the_period_of_its_targets() -> None:
    metadata = read_metadata(_document("Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)"), "tep.txt")
    assert (metadata.period, metadata.target_year) == (Period(2020, 2025), 2025)


@pytest.mark.parametrize(
    "lines, title",
    [
        (["Skip to main content", "HĐND xã Nà Lơi tổ chức kỳ họp lần thứ 10"],
         "HĐND xã Nà Lơi tổ chức kỳ họp lần thứ 10"),
        (["09:12, 21/12/2017", "Khai mạc kỳ họp thứ 5 HĐND huyện Sơn Ca"],
         "Khai mạc kỳ họp thứ 5 HĐND huyện Sơn Ca"),
        (["NGHỊ QUYẾT", "Điều chỉnh hai chỉ tiêu năm 2024", "Điều 1. Giảm chỉ tiêu trồng rừng."],
         "NGHỊ QUYẾT Điều chỉnh hai chỉ tiêu năm 2024"),
        (["Đảng bộ huyện Sơn Ca: Dấu ấn một nhiệm kỳ", "Thu đạt khá."],
         "Đảng bộ huyện Sơn Ca: Dấu ấn một nhiệm kỳ"),
        (["Ảnh: Tường Vân", "Trong năm 2017, dưới sự lãnh đạo của Đảng bộ, chính quyền huyện, tình "
          "hình kinh tế - xã hội trên địa bàn có bước phát triển khá."], "so ket"),
    ],
)  # fmt: skip
def test_neither_a_pages_rubbish_nor_its_story_is_a_title(lines: list[str], title: str) -> None:
    assert read_metadata(_document(*lines), "so_ket.txt").title == title


@pytest.mark.parametrize(
    "lines, place, body",
    [
        (["HĐND xã Đào Hữu Lộc họp kỳ thứ 8", "Chủ tịch UBND xã Trần Văn Bé dự."],
         "xã Đào Hữu Lộc", "HĐND xã Đào Hữu Lộc"),
        (["UBND XÃ TÂN SƠN", "BÁO CÁO", "Tình hình năm 2023"], "xã Tân Sơn", "UBND xã Tân Sơn"),
        (["Huyện ủy Sơn Ca họp", "Thu đạt 58% kế hoạch HĐND huyện giao."],
         "huyện Sơn Ca", "Huyện ủy Sơn Ca"),
        # communes named in a text about the district are not whose business it is
        (["Kinh tế của huyện phát triển.", "Toàn huyện có xã Nà Lơi đạt chuẩn; xã Bản Cò nâng "
         "cao."],
         "", ""),
        (["Kinh tế của huyện phát triển hợp tác xã và sản phẩm OCOP."], "", ""),
        # the hamlet on a line of its own below the commune that sends its official
        (["UBND XÃ TÂN SƠN", "BẢN NÀ LƠI", "BIÊN BẢN HỌP DÂN"], "bản Nà Lơi", "UBND XÃ TÂN SƠN"),
        (["SỞ Y TẾ TỈNH HÀ GIANG", "TRUNG TÂM Y TẾ HUYỆN SƠN CA", "BIÊN BẢN"],
         "trung tâm y tế Sơn Ca", "trung tâm y tế Sơn Ca"),
        (["BỆNH VIỆN ĐA KHOA HUYỆN SƠN CA", "KẾT QUẢ HOẠT ĐỘNG NĂM 2024"],
         "bệnh viện Sơn Ca", "bệnh viện Sơn Ca"),
        # offices called after the place where they work
        (["SỞ NÔNG NGHIỆP TỈNH HÀ GIANG", "BAN QUẢN LÝ RỪNG PHÒNG HỘ SƠN CA", "BIÊN BẢN HỌP"],
         "ban quản lý rừng Sơn Ca", "ban quản lý rừng Sơn Ca"),
        (["BỘ ĐỘI BIÊN PHÒNG TỈNH HÀ GIANG", "ĐỒN BIÊN PHÒNG CỬA KHẨU NÀ LƠI", "BIÊN BẢN"],
         "đồn biên phòng Nà Lơi", "đồn biên phòng Nà Lơi"),
        (["SỞ GIÁO DỤC HÀ GIANG", "TRƯỜNG PTDTNT THCS VÀ THPT HUYỆN SƠN CA", "NGHỊ QUYẾT"],
         "trường Sơn Ca", "trường Sơn Ca"),
    ],
)  # fmt: skip
def test_whose_record_and_who_writes(lines: list[str], place: str, body: str) -> None:
    metadata = read_metadata(_document(*lines), "tep.txt")
    assert (metadata.place, metadata.body) == (place, body)


@pytest.mark.parametrize("source", ["bai.txt", "tong ket giam ngheo 2023.txt"])
def test_the_year_that_is_summed_up_in_march_is_the_one_before(source: str) -> None:
    document = _document(
        "Sơn Ca tổng kết công tác giảm nghèo năm 2023, triển khai nhiệm vụ năm 2024",
        "Sáng 28/3, huyện Sơn Ca tổ chức hội nghị tổng kết công tác giảm nghèo năm 2023.",
    )
    assert read_metadata(document, source).date == date(2024, 3, 28)


def test_a_half_years_review_says_so_above_its_text() -> None:
    document = _document(
        "ĐẢNG ỦY XÃ SƠN CA\nSố 112-TB/ĐU",
        "THÔNG BÁO KẾT LUẬN",
        "Hội nghị Ban Chấp hành Đảng bộ xã Sơn Ca lần thứ sáu, sơ kết 6 tháng đầu năm 2026",
        "Ngày 02/7/2026, Ban Chấp hành Đảng bộ xã Sơn Ca họp phiên thường kỳ.",
    )
    metadata = read_metadata(document, "tb.md")
    assert metadata.title.startswith("THÔNG BÁO KẾT LUẬN Hội nghị Ban Chấp hành Đảng bộ xã Sơn Ca")
    assert metadata.period == Period(2026, 2026, "h1")


def test_a_companys_number_is_no_title() -> None:
    document = _document(
        "CÔNG TY CỔ PHẦN THỦY ĐIỆN SƠN CA\nSố: 01/2023/BB-ĐHĐCĐ",
        "BIÊN BẢN HỌP",
        "ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2023",
        "Thời gian: 08 giờ 00 ngày 21/4/2023.",
    )
    metadata = read_metadata(document, "bb.docx")
    assert metadata.title == "BIÊN BẢN HỌP ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2023"
    assert metadata.place == "công ty Thủy Điện Sơn Ca"


@pytest.mark.parametrize("source", ["bc ubnd xa Son Ca.txt", "BC_UBND-xa-son-ca_2023.docx"])
def test_a_text_that_only_says_the_commune_is_of_the_one_that_its_file_names(source: str) -> None:
    document = _document(
        "Sáng 12/1, UBND xã tổ chức hội nghị tổng kết công tác năm qua.",
        "Năm qua Sơn Ca hoàn thành 15/17 chỉ tiêu. Đường thôn Đồi Chè làm được 1,3 km.",
    )
    assert read_metadata(document, source).place == "xã Sơn Ca"


def test_a_hamlet_is_not_whose_meeting_a_commune_committee_holds() -> None:
    document = _document(
        "Một năm nhiều việc khó",
        "Sáng 12/1, UBND xã tổ chức hội nghị tổng kết công tác năm qua.",
        "Đường thôn Đồi Chè làm được 1,3 km, còn lại chuyển sang năm sau.",
    )
    assert read_metadata(document, "bc.txt").place == ""


def test_a_heading_within_the_text_is_no_title() -> None:
    story = (
        "Ngày 16/12/2022, Ban Chấp hành Đảng bộ huyện Sơn Ca họp hội nghị lần thứ 15 để nhìn lại "
        "một năm và bàn nhiệm vụ của năm tới."
    )
    document = _document("Sơn Ca vượt khó giữ đà tăng trưởng", story, "Kết luận", "Phát biểu.")
    assert read_metadata(document, "bai.md").title == "Sơn Ca vượt khó giữ đà tăng trưởng"


def test_a_person_behind_a_post_is_nobodys_place() -> None:
    document = _document(
        "Sơn Ca gỡ khó cho năm tới",
        "Ngày 19/12, Ban Chấp hành Đảng bộ huyện họp. Dự họp có hai Phó Chủ tịch UBND huyện Bế Thị "
        "Hồng Nhu và Quàng Văn Thoại; Bí thư Huyện ủy Nguyễn Đức Hoạch chủ trì.",
        "Huyện Sơn Ca thu ngân sách 61 tỷ đồng.",
    )
    assert read_metadata(document, "bao_son-ca-go-kho.md").place == "huyện Sơn Ca"


def test_an_article_is_of_the_commune_in_its_title_not_of_one_that_is_no_more() -> None:
    document = _document(
        "Sơn Ca sau ba tháng",
        "Trung tâm đặt tại trụ sở UBND xã Đồi Chè cũ, nay là xã Sơn Ca.",
    )
    assert read_metadata(document, "bao_son-ca-sau-ba-thang.html").place == "xã Sơn Ca"


def test_a_district_whose_town_bears_its_name_keeps_its_own_record() -> None:
    document = _document(
        "Sơn Ca khép lại một năm",
        "Ban Chấp hành Đảng bộ huyện họp tại thị trấn Sơn Ca; thị trấn Sơn Ca có 4 khu phố.",
        "Toàn huyện Sơn Ca thu 61 tỷ đồng.",
    )
    assert read_metadata(document, "bao_son-ca-khep-lai.html").place == "huyện Sơn Ca"


def test_a_meeting_in_march_that_closes_the_year_tells_of_that_year() -> None:
    document = _document(
        "HUYỆN SƠN CA NHÌN LẠI",
        "Sáng 15/3/2024, huyện Sơn Ca tổng kết phong trào xây dựng nông thôn mới năm 2023.",
    )
    metadata = read_metadata(document, "bai.txt")
    assert (metadata.period, metadata.target_year) == (Period(2023, 2023), 2024)


def test_an_article_is_of_the_place_at_its_titles_end_not_of_the_pages_links() -> None:
    document = _document(
        "Vốn chính sách tiếp sức vùng đồi Sơn Ca",
        *["Nợ quá hạn toàn huyện còn 437 triệu đồng, giảm so với đầu năm. " * 4] * 6,
        "Bài khác: Huyện Vân Lĩnh nâng dư nợ lên 512 tỷ đồng",
        title="Vốn chính sách tiếp sức vùng đồi Sơn Ca",
    )
    assert read_metadata(document, "von-chinh-sach-son-ca.html").place == "huyện Sơn Ca"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (
            ["HỘI LIÊN HIỆP PHỤ NỮ TỈNH LĨNH SƠN\nBAN THƯỜNG VỤ HUYỆN SƠN CA\nSố: 15/BC-BTV"],
            "huyện Sơn Ca",
        ),
        (["HUYỆN ĐOÀN SƠN CA\nBCH ĐOÀN XÃ NÀ PHO\nSố 32-BC/ĐTN"], "xã Nà Pho"),
        (
            ["NGÂN HÀNG CHÍNH SÁCH XÃ HỘI TỈNH LĨNH SƠN\nPHÒNG GIAO DỊCH HUYỆN SƠN CA"],
            "huyện Sơn Ca",
        ),
        (["CÔNG TY TNHH MTV\nLÂM NGHIỆP SUỐI CHÀM"], "công ty Lâm Nghiệp Suối Chàm"),
    ],
)
def test_the_lowest_body_of_a_letterhead_writes(lines: list[str], place: str) -> None:
    title = "BÁO CÁO Kết quả công tác năm 2023, nhiệm vụ năm 2024"
    held = "(Hội nghị họp ngày 10 tháng 01 năm 2024 tại trụ sở, xã Cổ Vạc, huyện Đan Kỳ)"
    metadata = read_metadata(_document(*lines, title, held, "Năm qua có nhiều khởi sắc."), "a.docx")
    assert (metadata.place, metadata.title) == (place, title)


def test_what_carries_out_a_resolution_is_a_report() -> None:
    lines = ["BÁO CÁO", "Thực hiện Nghị quyết HĐND huyện về kinh tế - xã hội năm 2023"]
    metadata = read_metadata(_document("HUYỆN SƠN CA", *lines, "Năm qua có khởi sắc."), "a.docx")
    assert metadata.kind == "report"
    assert metadata.title == " ".join(lines)


def test_a_shouted_title_names_the_place_that_its_text_and_file_do() -> None:
    builder = DocumentBuilder()
    builder.heading("BÁO LĨNH SƠN ĐIỆN TỬ", level=1)
    builder.paragraph("Kinh tế - Thứ Tư, 15/01/2025, 07:20")
    builder.heading("SƠN CA GIỮ NHỊP SẢN XUẤT", level=2)
    builder.paragraph("Sáng nay, xưởng của Công ty TNHH May Hoa Gạo vẫn sáng đèn.")
    builder.paragraph("Năm 2024, huyện Sơn Ca đạt 17 chỉ tiêu, đứng thứ 3 của tỉnh.")
    metadata = read_metadata(builder.build(), "bao Linh Son 15-01-2025 - Son Ca giu nhip.txt")
    assert (metadata.title, metadata.place) == ("SƠN CA GIỮ NHỊP SẢN XUẤT", "huyện Sơn Ca")


def test_a_day_of_every_year_is_no_records() -> None:
    note = "(Số liệu đến 31/12 hằng năm; phục vụ phiên họp Ban đại diện quý IV/2024)"
    document = _document("KẾT QUẢ TÍN DỤNG GIAI ĐOẠN 2022 - 2024 VÀ KẾ HOẠCH NĂM 2025", note)
    assert read_metadata(document, "NHCSXH_2022-2024.xlsx").date is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (
            ["TỔNG CÔNG TY HOA GẠO\nCÔNG TY CỔ PHẦN\nXI MĂNG SUỐI CHÀM"],
            "công ty Xi Măng Suối Chàm",
        ),
        (
            ["SỞ Y TẾ TỈNH LĨNH SƠN\nBỆNH VIỆN ĐA KHOA KHU VỰC\nNAM SƠN CA"],
            "bệnh viện Nam Sơn Ca",
        ),
        (["TRUNG TÂM Y TẾ HUYỆN SƠN CA\nTRẠM Y TẾ XÃ NÀ PHO"], "xã Nà Pho"),
        (["UBND XÃ TÂN SƠN\nXÓM NÀ LƠI"], "xóm Nà Lơi"),
        (["QUỸ TÍN DỤNG NHÂN DÂN\nSUỐI CHÀM"], "quỹ tín dụng nhân dân Suối Chàm"),
        (["CÔNG TY LÂM NGHIỆP HOA GẠO\nLÂM TRƯỜNG NÀ LƠI"], "lâm trường Nà Lơi"),
        (
            ["LIÊN ĐOÀN LAO ĐỘNG TỈNH LĨNH SƠN\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN",
             "Sơn Ca, ngày 22 tháng 01 năm 2021"],
            "huyện Sơn Ca",
        ),
    ],
)  # fmt: skip
def test_the_lower_office_of_a_letterhead_writes(lines: list[str], place: str) -> None:
    title = "BÁO CÁO Kết quả công tác năm 2023"
    assert read_metadata(_document(*lines, title, "Năm qua khá."), "a.docx").place == place


@pytest.mark.parametrize(
    "title",
    ["Hoa Gạo Xanh: Làm giàu từ rau sạch", "Rau an toàn Hoa Gạo Xanh giữ việc cho 40 người"],
)
def test_an_organisation_named_in_the_title_is_whose_story_it_is(title: str) -> None:
    document = _document(
        title,
        "Ở huyện Sơn Ca, anh Tiềm, Giám đốc Hợp tác xã Rau an toàn Hoa Gạo Xanh, kể lại.",
    )
    assert read_metadata(document, "bai.txt").place.endswith("Hoa Gạo Xanh")


def test_a_school_years_review_plans_for_the_next_one() -> None:
    lines = ("TRƯỜNG THCS HOA GẠO", "Sơn Ca, ngày 30 tháng 5 năm 2023", "BÁO CÁO")
    metadata = read_metadata(_document(*lines, "Tổng kết năm học 2022 - 2023"), "a.docx")
    assert metadata.period == Period(2022, 2023, "school")
    assert metadata.target_year == 2024


def test_a_monthly_meeting_in_october_plans_for_the_same_year() -> None:
    lines = ("UBND HUYỆN SƠN CA", "Sơn Ca, ngày 28 tháng 10 năm 2022")
    document = _document(*lines, "BIÊN BẢN", "Phiên họp tháng 10 năm 2022")
    assert read_metadata(document, "a.docx").target_year == 2022


@pytest.mark.parametrize(
    "top, body",
    [
        (
            ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "BAN THƯỜNG VỤ HUYỆN SƠN CA"],
            "Hội Liên hiệp Phụ nữ huyện Sơn Ca",
        ),
        (["ỦY BAN MTTQ VIỆT NAM", "BAN THƯỜNG TRỰC HUYỆN SƠN CA"], "Ủy ban MTTQ huyện Sơn Ca"),
        (
            ["ĐOÀN TNCS HỒ CHÍ MINH", "BCH ĐOÀN HUYỆN SƠN CA"],
            "Đoàn TNCS Hồ Chí Minh huyện Sơn Ca",
        ),
        (["ĐẢNG BỘ HUYỆN SƠN CA", "BAN CHẤP HÀNH"], "Đảng bộ huyện Sơn Ca"),
    ],
)
def test_a_committee_below_an_associations_name_writes_for_it(top: list[str], body: str) -> None:
    lines = [*top, "Sơn Ca, ngày 20/12/2022", "# BÁO CÁO TỔNG KẾT NĂM 2022", "Kết nạp 46 người."]
    assert understand(document_of(*lines), "bc.md").body == body
