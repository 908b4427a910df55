from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.readers.base import ReadLimits
from corpus.reading import read_document
from tests.corpus.readers.pdf_file import grid, lines, pdf, text


def read(folder: Path, *pages: str) -> Document:
    path = folder / "bao cao.pdf"
    path.write_bytes(pdf(pages))
    return read_document(path)


def blocks(document: Document, kind: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


WRAPPED = [
    "Thu ngan sach tren dia ban xa dat 4,2 ty dong, bang 104% du toan giao",
    "dau nam; thu nhap binh quan dau nguoi cua xa trong nam vua qua la",
    "38,5 trieu dong. Ho ngheo con 61 ho.",
]


def test_wrapped_lines_are_one_paragraph_and_the_next_starts_anew(tmp_path: Path) -> None:
    page = lines(70, 700, WRAPPED) + lines(70, 640, ["Xa da lam xong 3,4 km duong."])
    assert blocks(read(tmp_path, page), "paragraph") == [
        " ".join(WRAPPED),
        "Xa da lam xong 3,4 km duong.",
    ]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = ["Cot trai dong mot noi ve cay lua va", "cay mau vu dong nam nay tai xa."]
    right = ["Cot phai dong mot noi ve chan nuoi", "lon va ga tren dia ban toan xa."]
    got = read(tmp_path, lines(60, 700, left) + lines(320, 700, right))
    assert got.text.split("\n\n") == [" ".join(left), " ".join(right)]


def test_a_short_line_that_ends_with_a_comma_goes_on_in_small_letters(tmp_path: Path) -> None:
    broken = ["Thang 8/2024, ong Tau duoc dieu dong,", "chi dinh giu chuc Bi thu xa."]
    got = read(tmp_path, lines(60, 700, broken))
    assert got.text == " ".join(broken)


def test_columns_set_side_by_side_on_one_line_are_parted(tmp_path: Path) -> None:
    got = read(tmp_path, text(60, 780, "UBND XA DONG LAU") + text(360, 780, "Ngay 5/1/2024"))
    assert got.text.split("\n\n") == ["UBND XA DONG LAU", "Ngay 5/1/2024"]


def test_ruled_table_stands_in_place_with_its_cells(tmp_path: Path) -> None:
    page = text(70, 700, "Bang duoi day neu ket qua.")
    page += grid([70, 250, 350], [680, 660, 640])
    page += text(75, 665, "Chi tieu") + text(255, 665, "Ket qua")
    page += text(75, 645, "San luong") + text(255, 645, "1.204,5 tan")
    page += text(70, 600, "Sau bang con mot cau.")
    got = read(tmp_path, page)
    assert got.text == (
        "Bang duoi day neu ket qua.\n\nChi tieu | Ket qua\nSan luong | 1.204,5 tan"
        "\n\nSau bang con mot cau."
    )


def test_table_running_over_a_page_stays_one_table(tmp_path: Path) -> None:
    first = grid([70, 250, 350], [120, 100, 80])
    first += text(75, 105, "Chi tieu") + text(255, 105, "Ket qua")
    first += text(75, 85, "Lua") + text(255, 85, "12 ha")
    second = grid([70, 250, 350], [760, 740]) + text(75, 745, "Ngo") + text(255, 745, "7 ha")
    got = read(tmp_path, first, second)
    rows = [b for b in got.blocks if b.kind == "row"]
    assert {b.table for b in rows} == {0}
    assert [b.page for b in rows] == [1, 1, 2]


def test_merged_head_covers_its_columns(tmp_path: Path) -> None:
    page = "70 680 m 350 680 l S 150 660 m 350 660 l S 70 640 m 350 640 l S 70 620 m 350 620 l S\n"
    page += (
        "70 620 m 70 680 l S 150 620 m 150 680 l S 350 620 m 350 680 l S 250 620 m 250 660 l S\n"
    )
    page += text(75, 655, "Chi tieu") + text(200, 665, "Nam 2023")
    page += text(155, 645, "Ke hoach") + text(255, 645, "Thuc hien")
    page += text(75, 625, "Lua") + text(155, 625, "10") + text(255, 625, "12")
    rows = [b for b in read(tmp_path, page).blocks if b.kind == "row"]
    assert [(c.column, c.columns) for c in rows[0].cells] == [(0, 1), (1, 2)]
    assert [c.column for c in rows[1].cells] == [0, 1, 2]


def test_page_numbers_and_running_lines_are_left_out(tmp_path: Path) -> None:
    pages = [
        text(70, 815, "Bao cao so 12 cua xa") + text(70, 500, f"Noi dung trang {word}.")
        + text(290, 30, str(n))
        for n, word in enumerate(("dau", "giua", "cuoi"), 1)
    ]  # fmt: skip
    got = read(tmp_path, *pages)
    assert blocks(got, "paragraph") == [f"Noi dung trang {w}." for w in ("dau", "giua", "cuoi")]
    assert [b.page for b in got.blocks] == [1, 2, 3]


def test_font_of_legacy_text_decides_its_encoding(tmp_path: Path) -> None:
    data = pdf([text(70, 700, "X· §ång L©u cã 12 hé nghÌo.")])
    path = tmp_path / "cu.pdf"
    path.write_bytes(
        data.replace(b"/BaseFont /Helvetica ", b"/BaseFont /.VnTime /Encoding /WinAnsiEncoding ")
    )
    got = read_document(path)
    assert got.text == "Xã Đồng Lâu có 12 hộ nghèo."
    assert got.marks == {"legacy"}


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "dai.pdf"
    path.write_bytes(pdf([text(70, 700, "Mot trang")] * 4))
    with pytest.raises(UnreadableFile, match="4 trang"):
        read_document(path, ReadLimits(pdf_pages=3))


def test_password_is_said(tmp_path: Path) -> None:
    path = tmp_path / "mat.pdf"
    secret = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
    trailer = "/Encrypt 7 0 R /ID [<41><41>]"
    path.write_bytes(pdf([text(70, 700, "Kin")], secret, trailer))
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_document(path)


def test_a_head_without_inner_rules_is_parted_where_its_words_keep_to_the_columns(
    tmp_path: Path,
) -> None:
    page = grid([70, 250, 350, 450], [660, 640, 620])
    page += "70 660 m 70 680 l S\n450 660 m 450 680 l S\n70 680 m 450 680 l S\n"
    page += text(75, 665, "Chi tieu") + text(255, 665, "Ke hoach") + text(355, 665, "Ket qua")
    page += text(75, 645, "Trong che") + text(255, 645, "120 ha") + text(355, 645, "134 ha")
    page += text(75, 625, "Trong que") + text(255, 625, "90 ha") + text(355, 625, "72 ha")
    assert read(tmp_path, page).text.splitlines()[0] == "Chi tieu | Ke hoach | Ket qua"


def test_a_title_over_a_whole_table_stays_one_cell(tmp_path: Path) -> None:
    page = grid([70, 250, 350, 450], [660, 640])
    page += "70 660 m 70 680 l S\n450 660 m 450 680 l S\n70 680 m 450 680 l S\n"
    page += text(150, 665, "Dien tich cay lau nam cua xa qua tung nam")
    page += text(75, 645, "Trong che") + text(255, 645, "120 ha") + text(355, 645, "134 ha")
    first = read(tmp_path, page).text.splitlines()[0]
    assert first == "Dien tich cay lau nam cua xa qua tung nam"


def test_a_word_that_runs_over_the_edge_of_its_cell_stays_whole(tmp_path: Path) -> None:
    page = grid([70, 250, 330], [680, 660, 640])
    page += text(75, 665, "Chi tieu") + text(254, 665, "Ke hoach 2026")  # the 26 lies outside
    page += text(75, 645, "Khach") + text(254, 645, "45.000")
    assert read(tmp_path, page).text == "Chi tieu | Ke hoach 2026\nKhach | 45.000"
