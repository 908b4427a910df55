from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import DocumentBuilder, TableCell, clean


@given(st.text())
def test_clean_is_nfc_and_stable(text: str) -> None:
    once = clean(text)
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once
    once.encode("utf-8")


def test_letter_and_mark_join_across_an_invisible_character() -> None:
    assert clean("e\u200b\u0301") == "é"


def test_page_and_line_separators_part_words() -> None:
    assert clean("mục một\x0cmục hai\u2028mục ba") == "mục một\nmục hai\nmục ba"


@given(st.lists(st.tuples(st.booleans(), st.text(max_size=30)), max_size=12))
def test_blocks_tile_the_text(parts: list[tuple[bool, str]]) -> None:
    builder = DocumentBuilder()
    for heading, text in parts:
        if heading:
            builder.heading(text)
        else:
            builder.paragraph(text)
    document = builder.build()
    assert document.text == "\n\n".join(document.text[b.start : b.end] for b in document.blocks)


def test_rows_point_back_at_cells_merged_downwards() -> None:
    builder = DocumentBuilder()
    builder.paragraph("Bảng 1")
    builder.table(
        [
            TableCell("Chỉ tiêu", 0, 0, rows=2),
            TableCell("Năm 2023", 0, 1, columns=2),
            TableCell("Kế hoạch", 1, 1),
            TableCell("Thực hiện", 1, 2),
            TableCell("Sản lượng", 2, 0),
            TableCell("10", 2, 1),
            TableCell("12", 2, 2),
        ]
    )
    document = builder.build()
    rows = [b for b in document.blocks if b.kind == "row"]
    told = [[document.text[c.start : c.end] for c in row.cells] for row in rows]
    assert told == [
        ["Chỉ tiêu", "Năm 2023"],
        ["Chỉ tiêu", "Kế hoạch", "Thực hiện"],
        ["Sản lượng", "10", "12"],
    ]
    assert document.text.split("\n\n")[1].split("\n")[1] == "Kế hoạch | Thực hiện"
