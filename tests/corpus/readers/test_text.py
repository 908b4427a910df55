from __future__ import annotations

import datetime
import time
import unicodedata
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.reading import read_document


def read(folder: Path, text: str, name: str = "a.txt", encoding: str = "utf-8") -> Document:
    (folder / name).write_bytes(text.encode(encoding))
    return read_document(folder / name)


def told(document: Document) -> list[str]:
    return [
        f"{b.kind[0]}{b.level or ''}: {document.text[b.start : b.end]}" for b in document.blocks
    ]


def test_paragraphs_headings_and_items(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "BIÊN BẢN\nHọp chi bộ thôn Lau\n\nI. KẾT QUẢ\r\n1. Kinh tế năm 2023\r\n"
        "Thôn gieo cấy được 12 ha lúa, sản lượng 60 tấn.\n2. Giảm 4 hộ nghèo.\n3. Thu quỹ 5 triệu.",
    )
    assert told(got) == [
        "h1: BIÊN BẢN",
        "p: Họp chi bộ thôn Lau",
        "h3: I. KẾT QUẢ",
        "h4: 1. Kinh tế năm 2023",
        "p: Thôn gieo cấy được 12 ha lúa, sản lượng 60 tấn.",
        "p: 2. Giảm 4 hộ nghèo.",
        "p: 3. Thu quỹ 5 triệu.",
    ]


def test_hard_wrapped_text_is_joined(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "Trong năm qua, cán bộ và nhân dân xã Đồng Lau đã cùng nhau vượt qua\n"
        "nhiều khó khăn do mưa lũ; tổng sản lượng lương thực có hạt cả năm đạt\n"
        "1.912 tấn, thu ngân sách trên địa bàn xã đạt khoảng 418 triệu đồng, và\n"
        "Hội Phụ nữ xã đã vận động được 64 hộ làm nhà tiêu hợp vệ sinh, đạt mục\n"
        "tiêu đề ra.\n\nĐoạn sau đứng riêng.",
    )
    assert len(got.blocks) == 2
    assert "cả năm đạt 1.912 tấn" in got.text
    assert "và Hội Phụ nữ" in got.text


def test_a_line_broken_before_its_value_is_joined(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "Thu ngân sách xã Đồng Lau năm 2023 đạt 468 triệu đồng, tăng\n"
        "19,5% so với năm 2022.\n"
        "Tỷ lệ hộ nghèo của toàn xã cuối năm còn\n"
        "5,2%.\n"
        "Nội dung kiến nghị với cấp trên\n"
        "3. Hỗ trợ giống lúa.",
    )
    assert [got.text[b.start : b.end] for b in got.blocks] == [
        "Thu ngân sách xã Đồng Lau năm 2023 đạt 468 triệu đồng, tăng 19,5% so với năm 2022.",
        "Tỷ lệ hộ nghèo của toàn xã cuối năm còn 5,2%.",
        "Nội dung kiến nghị với cấp trên",
        "3. Hỗ trợ giống lúa.",
    ]


def test_letterhead_columns_are_parted(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "UBND HUYỆN LAU                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ ĐỒNG LAU                          Độc lập - Tự do - Hạnh phúc\n\nThân văn bản.",
    )
    assert told(got)[:2] == [
        "p: UBND HUYỆN LAU\nXÃ ĐỒNG LAU",
        "p: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ]


def test_columns_of_blanks_are_a_table(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "Chỉ tiêu        Kế hoạch      Thực hiện\nLúa             10 ha         12 ha\n"
        "Ngô             5 ha          4 ha",
    )
    assert got.text.split("\n")[2] == "Ngô | 5 ha | 4 ha"


def test_a_table_may_stand_between_lines_without_a_blank_one(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "2. Dư nợ theo xã\nTT   Xã         Dư nợ     Quá hạn\n---  ---------  --------  -------\n"
        "1    Đồng Lau   48,2      0,08\n2    Đồng Vai   71,5      0,12\nTrên đây là số liệu.",
    )
    assert told(got) == [
        "p: 2. Dư nợ theo xã",
        "r: TT | Xã | Dư nợ | Quá hạn",
        "r: 1 | Đồng Lau | 48,2 | 0,08",
        "r: 2 | Đồng Vai | 71,5 | 0,12",
        "p: Trên đây là số liệu.",
    ]


def test_rows_with_tabs_are_a_table_among_other_lines(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "Biểu 1\nTT\tChỉ tiêu\tGiao\nI\tKINH TẾ\n1\tTrồng chè\t120\nGhi chú: đơn vị là ha.",
    )
    kinds = [text[0] for text in told(got)]
    assert kinds == ["p", "r", "r", "r", "p"]


def test_words_set_wide_apart_without_numbers_are_no_table(tmp_path: Path) -> None:
    got = read(tmp_path, "Cả  xã  mừng\nHội  làng  vui\nNhà  nhà  ấm")
    assert not [b for b in got.blocks if b.kind == "row"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_encodings(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "Xã Đồng Lau họp ngày 5/1.", encoding=encoding).text == (
        "Xã Đồng Lau họp ngày 5/1."
    )


def test_nfd_becomes_nfc(tmp_path: Path) -> None:
    got = read(tmp_path, unicodedata.normalize("NFD", "Hội nghị tổng kết xã Đồng Lâu"))
    assert got.text == "Hội nghị tổng kết xã Đồng Lâu"


def test_tcvn3_file_is_marked(tmp_path: Path) -> None:
    got = read(
        tmp_path, "X· §ång Lau cã 12 hé nghÌo, gi¶m 3 hé so víi n¨m tr­íc.", encoding="latin-1"
    )
    assert got.text == "Xã Đồng Lau có 12 hộ nghèo, giảm 3 hộ so với năm trước."
    assert got.marks == {"legacy"}


def test_dateline_is_the_publishing_date(tmp_path: Path) -> None:
    got = read(
        tmp_path, "Xã Lau họp\n(Cập nhật: 16h40, thứ Ba, 5/3/2024)\nNgày 1/2/2023 xã đã họp."
    )
    assert got.published == datetime.date(2024, 3, 5)


def test_meeting_date_in_a_sentence_is_no_dateline(tmp_path: Path) -> None:
    got = read(tmp_path, "Biên bản\nHôm nay, 5/3/2024, tại nhà văn hóa thôn đã họp chi bộ.")
    assert got.published is None


def test_a_table_may_be_drawn_with_bars(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "2/ Chỉ tiêu\n| Chỉ tiêu | Đơn vị | Giao |\n|------+------+------|\n"
        "| Sản lượng muối | tấn | 80.000 |\nTrên đây là số liệu | thư ký ghi.",
    )
    assert told(got) == [
        "p: 2/ Chỉ tiêu",
        "r: Chỉ tiêu | Đơn vị | Giao",
        "r: Sản lượng muối | tấn | 80.000",
        "p: Trên đây là số liệu | thư ký ghi.",
    ]


def test_a_table_copied_out_of_a_sheet_keeps_its_empty_cells(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "TT\tChỉ tiêu\tĐơn vị\tGiao\n1\tThu ngân sách\ttỷ đồng\t415\n\t- tiền đất\ttỷ đồng\t175",
    )
    rows = [b for b in got.blocks if b.kind == "row"]
    assert [cell.column for cell in rows[2].cells] == [1, 2, 3]


def test_wrapped_lines_join_however_the_accents_are_stored(tmp_path: Path) -> None:
    wrapped = (
        "Ban Chấp hành Đảng bộ xã họp để nghe kết quả chín\ntháng và bàn việc của quý tư. "
        "Đồng chí Bí thư Đảng ủy\nchủ trì hội nghị. Thu ngân sách đạt mười hai tỷ đồng\nvà tăng so "
        "với năm trước; các thôn đã họp bàn xong\nviệc làm đường, việc thu quỹ và việc vệ sinh."
    )
    composed = read(tmp_path, wrapped).text
    assert "\n" not in composed.strip()
    assert read(tmp_path, unicodedata.normalize("NFD", wrapped)).text == composed


def test_markdown_marks_are_dropped(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "**UBND XÃ LAU**\n\n# Biên bản *họp*\n\n> Nguồn: xã | 05/3/2024\n\n"
        "- **Lúa:** 12 ha [xem](http://x/y_(z))\n- Ngô: 3_4 ha\n\n"
        "1. Thu `5` triệu\n2. Chi 3 triệu\n\n"
        "| TT | Chỉ *tiêu* |\n|---|:--:|\n| 1 | Lúa \\| nước |\n\n![ảnh](a.png)\n\n# Phần hai\n",
        "a.md",
    )
    assert told(got) == [
        "p: UBND XÃ LAU",
        "h1: Biên bản họp",
        "p: Nguồn: xã | 05/3/2024",
        "p: Lúa: 12 ha xem",
        "p: Ngô: 3_4 ha",
        "p: 1. Thu 5 triệu",
        "p: 2. Chi 3 triệu",
        "r: TT | Chỉ tiêu",
        "r: 1 | Lúa | nước",
        "p: ảnh",
        "h2: Phần hai",
    ]
    assert got.published == datetime.date(2024, 3, 5)
    assert [got.text[b.start : b.start + 3] for b in got.blocks if b.item] == ["Lúa", "Ngô"]


def test_rich_text_with_a_table(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        r"{\rtf1\ansi\ansicpg1252 X\u227? Lau h\u7885?p.\par"
        r"\trowd\cellx1000\cellx2000 L\u250?a\cell 12 ha\cell\row"
        r"\trowd\cellx1000\cellx2000 Ng\u244?\cell 3 ha\cell\row Xong.\par}",
        "a.rtf",
    )
    assert [line for line in got.text.split("\n") if line] == [
        "Xã Lau họp.",
        "Lúa | 12 ha",
        "Ngô | 3 ha",
        "Xong.",
    ]


def test_time_grows_with_the_text_not_its_square(tmp_path: Path) -> None:
    lines = [
        f"{n}. Thôn Lau thu được {n},5 triệu đồng, tăng so với cùng kỳ." for n in range(20_000)
    ]
    begun = time.perf_counter()
    got = read(tmp_path, "\n".join(lines))
    assert len(got.blocks) == 20_000
    assert time.perf_counter() - begun < 10  # 2 s on a quiet machine; squared it took 20


def test_a_name_that_goes_on_below_stays_in_its_row(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        "STT   Chỉ tiêu                  ĐVT       Đã giao     Điều chỉnh\n"
        "1     Thu ngân sách             tỷ đồng   312         268\n"
        "2     Diện tích đất tích tụ,\n"
        "      tập trung                 ha        220         190\n"
        "3     Lượng khách               lượt      80.000      95.000",
    )
    assert told(got)[2] == "r: 2 | Diện tích đất tích tụ, tập trung | ha | 220 | 190"
    assert len(got.blocks) == 4
