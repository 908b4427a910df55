from __future__ import annotations

import datetime
from pathlib import Path

from corpus.document import Document
from corpus.reading import read_document

LEAD = "Sáng 4/3, Đảng ủy xã Đồng Lau họp phiên thường kỳ để kiểm điểm công tác tháng Hai năm nay."
BODY = "Trong tháng, xã thu ngân sách được 318 triệu đồng; gieo cấy xong 212 ha lúa xuân đúng lịch."


def read(folder: Path, text: str, encoding: str = "utf-8") -> Document:
    (folder / "a.html").write_bytes(text.encode(encoding))
    return read_document(folder / "a.html")


def site(inside: str, head: str = "") -> str:
    return (
        "<!DOCTYPE html><html><head><title>Xã Đồng Lau họp thường kỳ - Cổng xã</title>"
        f"{head}</head>"
        "<body><div class='menu'><a href='/'>Trang chủ</a> <a href='/t'>Tin tức</a></div>"
        f"<div class='row'><div class='noi-dung'>{inside}</div><div class='sidebar'><h4>Đọc nhiều"
        "</h4><p>Ngày đăng: 01/01/2020</p><ul><li><a>Xã bên thu 999 triệu đồng</a></li></ul>"
        "</div></div><div class='footer'>Giấy phép số 1/GP cấp ngày 12/5/2019.</div></body></html>"
    )


def test_article_without_menu_sidebar_and_footer(tmp_path: Path) -> None:
    got = read(tmp_path, site(f"<h1>Xã Đồng Lau họp thường kỳ</h1><p>{LEAD}</p><p>{BODY}</p>"))
    assert got.text == f"Xã Đồng Lau họp thường kỳ\n\n{LEAD}\n\n{BODY}"
    assert (got.title, got.site) == ("Xã Đồng Lau họp thường kỳ", "Cổng xã")


def test_date_is_the_articles_not_the_sidebars(tmp_path: Path) -> None:
    dated = f"<h1>Xã Đồng Lau họp thường kỳ</h1><div>Thứ Hai, 04/03/2024 | 09:10</div><p>{LEAD}</p>"
    assert read(tmp_path, site(dated + f"<p>{BODY}</p>")).published == datetime.date(2024, 3, 4)
    undated = f"<h1>Xã Đồng Lau họp thường kỳ</h1><p>{LEAD}</p><p>{BODY}</p>"
    assert read(tmp_path, site(undated)).published is None


def test_declared_date_and_site(tmp_path: Path) -> None:
    head = (
        "<meta property='article:published_time' content='2024-03-05T07:00:00+07:00'>"
        "<meta property='og:site_name' content='Cổng thông tin xã Đồng Lau'>"
    )
    got = read(tmp_path, site(f"<p>{LEAD}</p><p>{BODY}</p>", head))
    assert got.published == datetime.date(2024, 3, 5)
    assert got.site == "Cổng thông tin xã Đồng Lau"


def test_table_stays_in_place_with_spans(tmp_path: Path) -> None:
    table = (
        "<table><caption>Bảng 1</caption><tr><th rowspan=2>Chỉ tiêu</th><th colspan=2>Năm 2023</th>"
        "</tr><tr><th>Kế hoạch</th><th>Thực<br>hiện</th></tr>"
        "<tr><td>Lúa</td><td>10 ha</td><td>12 ha</td></tr></table>"
    )
    got = read(tmp_path, site(f"<h1>Xã Đồng Lau họp</h1><p>{LEAD}</p>{table}<p>{BODY}</p>"))
    assert got.text.endswith(
        "Bảng 1\n\nChỉ tiêu | Năm 2023\nKế hoạch | Thực hiện\nLúa | 10 ha | 12 ha\n\n" + BODY
    )
    rows = [b for b in got.blocks if b.kind == "row"]
    assert [[(c.column, c.columns) for c in row.cells] for row in rows[:2]] == [
        [(0, 1), (1, 2)],
        [(0, 1), (1, 1), (2, 1)],
    ]


def test_line_breaks_split(tmp_path: Path) -> None:
    got = read(tmp_path, site(f"<div>{LEAD}<br><br>{BODY}<br/>Kỳ họp kết thúc lúc 11 giờ.</div>"))
    assert got.text.split("\n\n")[-2:] == [LEAD, f"{BODY}\nKỳ họp kết thúc lúc 11 giờ."]


def test_broken_markup_is_read(tmp_path: Path) -> None:
    got = read(tmp_path, f"<html><p>{LEAD}<p><b>{BODY}</p><table><tr><td>Lúa<td>12 ha<tr><td>Ngô")
    assert LEAD in got.text
    assert BODY in got.text
    assert "Ngô" in got.text


def test_other_charsets(tmp_path: Path) -> None:
    page = f"<html><head><meta charset='utf-16'></head><body><p>{LEAD}</p></body></html>"
    assert read(tmp_path, page, "utf-16").text == LEAD


def test_layout_table_of_a_whole_page_is_walked(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        f"<html><body><table><tr><td><a>Trang chủ</a></td></tr><tr><td><p>{LEAD}</p><p>{BODY}</p>"
        "</td></tr></table></body></html>",
    )
    assert f"{LEAD}\n\n{BODY}" in got.text


def test_a_box_of_links_beside_the_article_is_no_text(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><td><h1>Xã Đồng Lau họp thường kỳ</h1>"
        f"<p>{LEAD}</p><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p></td><td>"
        "<b>ĐỌC NHIỀU</b><br>Xã bên thu 999 triệu đồng<br>Xã kia về đích</td></tr></table>"
        "</body></html>"
    )
    assert "999" not in read(tmp_path, page).text


def test_the_day_of_posting_goes_before_other_days_of_the_page(tmp_path: Path) -> None:
    page = (
        "<html><body><div>Thứ Sáu, 12/04/2019 08:00 | Đăng nhập</div><div>Hôm nay: 04/08/2025</div>"
        "<h1>Xã Đồng Lau họp thường kỳ</h1><div>Đăng lúc: 22/12/2022 16:42 - Lượt xem: 7</div>"
        f"<p>{LEAD}</p><p>{BODY}</p></body></html>"
    )
    got = read(tmp_path, page)
    assert got.published == datetime.date(2022, 12, 22)
    assert got.text.startswith("Xã Đồng Lau họp thường kỳ")


def test_items_of_a_list_are_known(tmp_path: Path) -> None:
    got = read(tmp_path, site(f"<p>{LEAD}</p><ul><li>Lúa: 212 ha.</li></ul><p>{BODY}</p>"))
    assert [got.text[b.start : b.end] for b in got.blocks if b.item] == ["Lúa: 212 ha."]


def test_whose_paper_it_is_stays_and_a_broken_heading_is_one_line(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Thông báo</title></head><body><ul><li><a href='/'>Trang chủ</a></li>"
        "</ul><p>UBND HUYỆN SƠN CA<br>Số: 14/TB-UBND</p><h1>THÔNG BÁO<br>Kết luận giao ban</h1>"
        "<p>Chủ tịch UBND huyện chủ trì cuộc họp giao ban và kết luận các nội dung sau đây.</p>"
        "</body></html>"
    )
    document = read(tmp_path, page)
    assert "UBND HUYỆN SƠN CA" in document.text
    assert "THÔNG BÁO Kết luận giao ban" in document.text


def test_links_in_the_middle_of_an_article_are_left_out_and_it_goes_on(tmp_path: Path) -> None:
    long = f"{LEAD} {BODY}"
    page = (
        f"<h1>Xã Đồng Lau họp thường kỳ</h1><p>{long}</p><p>{long}</p><p>{long}</p>"
        "<div>Đọc thêm: <ul><li>Xã bên thu 999 triệu đồng</li></ul></div>"
        f"<p>{long}</p><p>Cuộc họp kết thúc lúc 11 giờ.</p>"
    )
    text = read(tmp_path, site(page)).text
    assert "999" not in text and "kết thúc lúc 11 giờ" in text


def test_a_line_that_names_other_articles_is_no_part_of_this_one(tmp_path: Path) -> None:
    long = f"{LEAD} {BODY}"
    page = (
        f"<h1>Xã Đồng Lau họp thường kỳ</h1><p>{long}</p><p>{long}</p><p>{long}</p>"
        "<p>Tin liên quan: Xã bên thu 999 triệu đồng | Trường mới khánh thành</p>"
        "<p>Cuộc họp kết thúc lúc 11 giờ.</p>"
    )
    text = read(tmp_path, site(page)).text
    assert "999" not in text and "kết thúc lúc 11 giờ" in text


def test_whose_page_it_is_stands_in_its_head_or_foot(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Phiên họp tháng 9</title></head><body>"
        "<div class='top'>Trang TTĐT huyện Sơn Ca</div>"
        f"<h1>Phiên họp thường kỳ</h1><p>{LEAD}</p><p>{BODY}</p></body></html>"
    )
    assert read(tmp_path, page).site == "huyện Sơn Ca"
