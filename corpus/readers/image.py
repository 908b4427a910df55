"""Photographs and scans of papers, through text recognition."""

from __future__ import annotations

from pathlib import Path

from corpus.document import Document, DocumentBuilder
from corpus.readers.base import ReadLimits, damaged, too_large
from corpus.readers.lines import lay_out, paragraphs
from corpus.readers.ocr import recognise

# Pixels across an A4 page at 200 dpi are 1654; smaller pictures are enlarged for Tesseract.
_WIDTH = 1200
_PIXELS = 120_000_000
OCR_GAP = 1.3  # line heights; recognised lines stand looser than set ones


class ImageReader:
    """Reads .png, .jpg, .tif (several pages), .bmp, .webp."""

    suffixes = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits

    def read(self, path: Path) -> Document:
        from PIL import Image, ImageOps, ImageSequence

        pages: list[tuple[int | None, Image.Image]] = []
        try:
            with Image.open(path) as source:
                if source.width * source.height > _PIXELS:
                    size = f"{source.width} x {source.height} điểm ảnh"
                    raise too_large(path, size, "120 triệu điểm ảnh")
                count = getattr(source, "n_frames", 1)
                if count > self._limits.pdf_pages:
                    raise too_large(path, f"{count} trang", f"{self._limits.pdf_pages} trang")
                for number, frame in enumerate(ImageSequence.Iterator(source), 1):
                    upright = ImageOps.exif_transpose(frame.convert("RGB"))
                    if upright.width < _WIDTH:
                        upright = upright.resize((upright.width * 2, upright.height * 2))
                    pages.append((number if count > 1 else None, upright))
        except (OSError, SyntaxError, Image.DecompressionBombError) as error:
            raise damaged(path) from error
        builder = DocumentBuilder(marks={"ocr"})
        for lines in recognise(path, pages):
            lay_out(builder, paragraphs(lines, OCR_GAP))
        return builder.build()
