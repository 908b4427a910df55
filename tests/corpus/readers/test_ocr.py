from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import UnreadableFile
from corpus.readers import ocr
from corpus.reading import read_document

needs_tesseract = pytest.mark.skipif(
    ocr.tesseract() is None, reason="Tesseract with Vietnamese data is not installed"
)


def scan(*texts: str) -> Image.Image:
    page = Image.new("L", (1654, 1100), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=44)
    for n, text in enumerate(texts):
        draw.text((150, 150 + 80 * n), text, font=font, fill=0)
    return page


@needs_tesseract
def test_photograph_is_recognised_and_marked(tmp_path: Path) -> None:
    scan("Meeting of the village", "held in 2024").save(tmp_path / "anh.png")
    got = read_document(tmp_path / "anh.png")
    assert "2024" in got.text
    assert got.marks == {"ocr"}


@needs_tesseract
def test_scanned_pdf_is_recognised_page_by_page(tmp_path: Path) -> None:
    pages = [scan("First page 2023"), scan("Second page 2024")]
    pages[0].save(tmp_path / "a.pdf", save_all=True, append_images=pages[1:], resolution=200)
    got = read_document(tmp_path / "a.pdf")
    told = {b.page: got.text[b.start : b.end].split()[0] for b in got.blocks}
    assert told == {1: "First", 2: "Second"}
    assert got.marks == {"ocr"}


def test_damaged_image_is_refused(tmp_path: Path) -> None:
    scan("x").save(tmp_path / "anh.png")
    whole = (tmp_path / "anh.png").read_bytes()
    (tmp_path / "anh.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableFile, match="bị hỏng"):
        read_document(tmp_path / "anh.png")


def test_words_far_apart_on_a_line_are_columns() -> None:
    head = "level\tblock_num\tpar_num\tline_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    words = [("UBND", 100), ("XÃ", 190), ("Số", 600), ("5", 640)]
    rows = "\n".join(f"5\t1\t1\t1\t{left}\t50\t80\t30\t95\t{word}" for word, left in words)
    assert [line.text for line in ocr._lines(head + rows, 1)] == ["UBND XÃ", "Số 5"]
