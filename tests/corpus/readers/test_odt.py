from __future__ import annotations

import zipfile
from pathlib import Path

from corpus.document import Document
from corpus.reading import read_document

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)


def read(folder: Path, body: str) -> Document:
    with zipfile.ZipFile(folder / "a.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
    return read_document(folder / "a.odt")


def test_headings_paragraphs_and_lists(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        '<text:h text:outline-level="2">Kết quả</text:h><text:p>Thu<text:s text:c="3"/>12 '
        "<text:span>tỷ</text:span> đồng.</text:p><text:tracked-changes><text:p>bỏ</text:p>"
        "</text:tracked-changes><text:list><text:list-item><text:p>Lúa 10 ha</text:p>"
        "</text:list-item></text:list>",
    )
    assert got.text == "Kết quả\n\nThu 12 tỷ đồng.\n\nLúa 10 ha"
    assert got.blocks[0].level == 2
    assert [b.item for b in got.blocks] == [False, False, True]


def test_table_with_spans(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    got = read(
        tmp_path,
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("Chỉ tiêu")
        + cell("Năm 2023", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell("Lúa")
        + cell("10", 'table:number-columns-repeated="2"')
        + "</table:table-row></table:table>",
    )
    assert got.text == "Chỉ tiêu | Năm 2023\nLúa | 10 | 10"
    assert [(c.column, c.columns) for c in got.blocks[0].cells] == [(0, 1), (1, 2)]
