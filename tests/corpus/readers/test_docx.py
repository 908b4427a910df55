from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.document import Document
from corpus.reading import read_document


@pytest.fixture
def paper() -> Any:
    return docx.Document()


def read(folder: Path, paper: Any) -> Document:
    paper.save(str(folder / "a.docx"))
    return read_document(folder / "a.docx")


def told(document: Document) -> list[str]:
    return [
        f"{b.kind[0]}{b.level or ''}: {document.text[b.start : b.end]}" for b in document.blocks
    ]


def test_styles_and_wording_make_headings(tmp_path: Path, paper: Any) -> None:
    paper.add_paragraph("Báo cáo năm", style="Title")
    paper.add_paragraph("Kinh tế", style="Heading 2")
    paper.add_paragraph("II. THẢO LUẬN")
    paper.add_paragraph().add_run("Công tác thu ngân sách").bold = True
    paper.add_paragraph("Thu được 12 tỷ đồng.")
    assert told(read(tmp_path, paper)) == [
        "h1: Báo cáo năm",
        "h2: Kinh tế",
        "h3: II. THẢO LUẬN",
        "h4: Công tác thu ngân sách",
        "p: Thu được 12 tỷ đồng.",
    ]


def test_parts_styled_as_first_headings_leave_the_title_alone(tmp_path: Path, paper: Any) -> None:
    paper.add_paragraph("BÁO CÁO")
    paper.add_paragraph("Kết quả", style="Heading 1")
    paper.add_paragraph("Phương hướng", style="Heading 1")
    assert told(read(tmp_path, paper)) == ["h1: BÁO CÁO", "h2: Kết quả", "h2: Phương hướng"]


def test_table_merged_both_ways(tmp_path: Path, paper: Any) -> None:
    table = paper.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Chỉ tiêu"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Năm 2023"
    texts = [[None, "Kế hoạch", "Thực hiện"], ["Lúa", "10", "12"]]
    for row, values in enumerate(texts, 1):
        for column, value in enumerate(values):
            if value:
                table.cell(row, column).text = value
    got = read(tmp_path, paper)
    assert got.text == "Chỉ tiêu | Năm 2023\nKế hoạch | Thực hiện\nLúa | 10 | 12"
    spans = [[(c.column, c.columns) for c in b.cells] for b in got.blocks]
    assert spans == [[(0, 1), (1, 2)], [(0, 1), (1, 1), (2, 1)], [(0, 1), (1, 1), (2, 1)]]


def test_letterhead_table_is_two_paragraphs(tmp_path: Path, paper: Any) -> None:
    table = paper.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "UBND XÃ LAU"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    paper.add_paragraph("Nội dung.")
    assert [b.kind for b in read(tmp_path, paper).blocks] == ["paragraph"] * 3


def test_nested_table_is_kept(tmp_path: Path, paper: Any) -> None:
    table = paper.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Thôn"
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text = "lúa"
    inner.cell(0, 1).text = "12 ha"
    assert "lúa, 12 ha" in read(tmp_path, paper).text


def test_legacy_fonts_are_converted_run_by_run(tmp_path: Path, paper: Any) -> None:
    paragraph = paper.add_paragraph()
    paragraph.add_run("§ång Lau ").font.name = ".VnTime"
    paragraph.add_run("và Bà Hà; ").font.name = "Times New Roman"
    paragraph.add_run("xaõ Ñoàng").font.name = "VNI-Times"
    got = read(tmp_path, paper)
    assert got.text == "Đồng Lau và Bà Hà; xã Đồng"
    assert got.marks == {"legacy"}


def test_deleted_text_is_left_out_and_inserted_kept(tmp_path: Path, paper: Any) -> None:
    paragraph = paper.add_paragraph("Thu 12 tỷ")
    for tag, text, kind in (("del", " (cũ)", "delText"), ("ins", " đồng", "t")):
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>'
                f'<w:{kind} xml:space="preserve">{text}</w:{kind}></w:r></w:{tag}>'
            )
        )
    assert read(tmp_path, paper).text == "Thu 12 tỷ đồng"


def test_content_controls_are_read(tmp_path: Path, paper: Any) -> None:
    inner = copy.deepcopy(paper.add_paragraph("Trong khung.")._p)
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    control[0].append(inner)
    paper.element.body.insert(1, control)
    assert read(tmp_path, paper).text.count("Trong khung.") == 2


def test_items_of_a_list_are_known(tmp_path: Path, paper: Any) -> None:
    paper.add_paragraph("Kết quả năm 2024 như sau:")
    paper.add_paragraph("Lúa: 212 ha.", style="List Bullet")
    assert [b.item for b in read(tmp_path, paper).blocks] == [False, True]
