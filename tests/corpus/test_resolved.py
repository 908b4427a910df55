"""Papers that only set plans: what says nothing of its own is planned."""

from __future__ import annotations

import pytest

from corpus.record import Figure, Period
from corpus.understanding import understand
from tests.corpus.documents import document_of


def _figures(*parts: str) -> dict[str, Figure]:
    document = document_of(*parts)
    figures = understand(document, "van-ban.txt").figures
    return {document.text[f.value.start : f.value.end]: f for f in figures}


_HEAD = ("Sơn Tràm, ngày 19 tháng 12 năm 2024", "# NGHỊ QUYẾT", "Về nhiệm vụ năm 2025")


def test_what_a_resolution_for_the_next_year_settles_is_planned() -> None:
    told = _figures(
        *_HEAD,
        "Năm 2024 toàn xã trồng 45 ha rừng.",
        "QUYẾT NGHỊ",
        "Điều 1. Xây dựng nông thôn mới",
        "1. Làm mới 12,5 km đường thôn, xóa 37 căn nhà tạm.",
    )
    for value in ("12,5 km", "37 căn"):
        assert (told[value].kind, told[value].period) == ("target", Period(2025, 2025))
    assert told["45 ha"].kind == "result"


def test_a_council_may_resolve_in_the_middle_of_a_paragraph() -> None:
    told = _figures(
        *_HEAD,
        "Năm 2024 toàn xã trồng 45 ha rừng.",
        "HĐND xã quyết nghị: làm mới 12,5 km đường thôn; xóa 37 căn nhà tạm.",
    )
    for value in ("12,5 km", "37 căn"):
        assert (told[value].kind, told[value].period) == ("target", Period(2025, 2025))
    assert told["45 ha"].kind == "result"


def test_what_it_tells_of_the_year_that_ends_is_none() -> None:
    told = _figures(
        *_HEAD,
        "QUYẾT NGHỊ",
        "Điều 1. Xây dựng nông thôn mới",
        "Kết quả năm 2024: làm mới 10,5 km đường thôn.",
    )
    assert told["10,5 km"].kind == "result"


def test_a_resolution_that_looks_back_settles_no_plan() -> None:
    told = _figures(
        "Sơn Tràm, ngày 19 tháng 12 năm 2024",
        "# NGHỊ QUYẾT",
        "Về kết quả giám sát năm 2025",
        "QUYẾT NGHỊ",
        "Toàn xã có 37 căn nhà tạm.",
    )
    assert told["37 căn"].kind == "result"


@pytest.mark.parametrize(
    "caption",
    [
        "## Điều 4. Chỉ tiêu giao cho xã, thị trấn",
        "## Phụ lục. Giao chỉ tiêu cho các xã",
        "## Điều 3. Phân khai chỉ tiêu cho các đơn vị",
        "## IV. Số thu giao các xã",
    ],
)
def test_its_tables_of_places_are_planned(caption: str) -> None:
    rows = (
        "| Đơn vị | Thu ngân sách (triệu đồng) | Hộ nghèo phải giảm (hộ) |",
        "|---|---|---|",
        "| Xã Lộc Tràm | 12.380 | 7 |",
        "| Xã Minh Tràm | 4.880 | 14 |",
    )
    told = _figures(*_HEAD, "QUYẾT NGHỊ", caption, "\n".join(rows))
    revenue = told["12.380"]
    assert (revenue.kind, revenue.place) == ("target", "xã Lộc Tràm")
    assert revenue.period is not None and revenue.period.first == 2025


@pytest.mark.parametrize(
    ("opens", "part"),
    [("Tháng 9/2024, bão", "m9"), ("Quý IV, hội chợ", "q4"), ("6 tháng đầu năm, mưa đá", "h1")],
)
def test_a_part_that_one_sentence_opened_ends_with_it_in_a_years_record(
    opens: str, part: str
) -> None:
    document = document_of(
        "# Huyện Sơn Ca tổng kết năm 2024", "Sơn Ca, ngày 19 tháng 12 năm 2024",
        f"{opens} làm gãy đổ 1.060 ha rừng. Song cả huyện vẫn vượt khó.",
        "Cụ thể: thu ngân sách 448,9 tỷ đồng; kết nạp 152 đảng viên.",
    )  # fmt: skip
    figures = understand(document, "tin.md").figures
    told = [(f"{f.value.numbers[0]:f}", f.period and f.period.part) for f in figures]
    assert told == [("1060", part), ("448.9", ""), ("152", "")]


def test_a_part_that_a_line_over_a_list_names_is_meant_for_all_of_it() -> None:
    document = document_of(
        "# Huyện Sơn Ca tổng kết năm 2024", "Sơn Ca, ngày 19 tháng 12 năm 2024",
        "Kết quả 9 tháng đầu năm 2024:", "- Thu ngân sách 310,5 tỷ đồng.",
    )  # fmt: skip
    [revenue] = understand(document, "tin.md").figures
    assert revenue.period is not None and revenue.period.part == "to9"
