"""Values in brackets behind the names of places are those places'."""

from __future__ import annotations

import pytest

from corpus.document import Document, DocumentBuilder
from corpus.figures import printed
from corpus.record import Figure
from corpus.understanding import understand


def _figures(text: str) -> tuple[Document, tuple[Figure, ...]]:
    builder = DocumentBuilder()
    builder.heading("UBND huyện Sơn Ca: Báo cáo năm 2025", 1)
    builder.paragraph("Sơn Ca, ngày 25 tháng 12 năm 2025")
    builder.paragraph(text)
    document = builder.build()
    return document, understand(document, "bao-cao.txt").figures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Diện tích trồng rừng ở các xã: Nà Lơi (12 ha), Bản Quạng (9 ha).",
            [("12 ha", "xã Nà Lơi"), ("9 ha", "xã Bản Quạng")],
        ),
        (
            "Về xóa nhà tạm: xã làm nhanh nhất là Nà Bay (19/19 nhà), chậm nhất là Lao Tủa "
            "(4/46 nhà).",
            [("19/19 nhà", "xã Nà Bay"), ("4/46 nhà", "xã Lao Tủa")],
        ),
        # a level that only another sentence gives
        (
            "Rét đậm làm chết trâu, bò, nhiều nhất ở Pá Mạ (97 con). Trạm y tế xã Pá Mạ đã sửa.",
            [("97 con", "xã Pá Mạ")],
        ),
        # who is called so nowhere is no place
        (
            "Bầu bổ sung ông Lò Văn Thiết (27 phiếu).",
            [("27 phiếu", "huyện Sơn Ca")],
        ),
    ],
)
def test_each_value_is_its_places(text: str, told: list[tuple[str, str]]) -> None:
    document, figures = _figures(text)
    assert [(printed(document.text, f.value), f.place) for f in figures] == told


def test_the_indicator_is_what_leads_to_the_list() -> None:
    _, figures = _figures("Có 3 xã mới: Ia Bông (28.900 dân), Chư Lâng (22.350 dân).")
    peopled = [(f.indicator, f.place) for f in figures if f.value.numbers[0] > 1000]
    assert peopled == [("dân số", "xã Ia Bông"), ("dân số", "xã Chư Lâng")]
