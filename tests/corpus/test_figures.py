"""A record's figures: value, indicator, kind, period and place together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.figures import printed
from corpus.record import Figure
from corpus.understanding import understand
from tests.corpus.documents import document_of


def _told(document: Document, figure: Figure) -> tuple[str, str, str]:
    period = figure.period
    when = ""
    if period:
        when = f"{period.first}-{period.last}" if period.is_term else f"{period.first}{period.part}"
    return printed(document.text, figure.value), figure.kind, when


def _figures(*parts: str) -> list[tuple[str, str, str]]:
    document = document_of(*parts)
    return [_told(document, f) for f in understand(document, "ho-so.txt").figures]


DATELINE = "Sơn Ca, ngày 15 tháng 12 năm 2023"


def test_results_and_next_years_targets_of_one_record() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## I. Kết quả năm 2023", "Thu ngân sách đạt 61 tỷ đồng, bằng 104% dự toán.",
        "## II. Mục tiêu năm 2024", "Thu ngân sách 65 tỷ đồng; trồng mới 40 ha rừng.",
    )  # fmt: skip
    assert told == [
        ("61 tỷ đồng", "result", "2023"),
        ("104%", "plan_share", "2023"),
        ("65 tỷ đồng", "target", "2024"),
        ("40 ha", "target", "2024"),
    ]


def test_next_year_is_counted_from_the_records_own() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Hội nghị thống nhất 22 chỉ tiêu cho năm tới. "
        "Trong đó: thu ngân sách 65 tỷ đồng; kết nạp 70 đảng viên.",
    )  # fmt: skip
    assert told[1:] == [("65 tỷ đồng", "target", "2024"), ("70 đảng viên", "target", "2024")]


def test_plan_heading_without_a_year_in_december_is_next_years() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "## Phương hướng, mục tiêu", "Thu ngân sách 65 tỷ đồng.",
    )  # fmt: skip
    assert told == [("65 tỷ đồng", "target", "2024")]


def test_plan_in_brackets_is_a_target_beside_the_result() -> None:
    told = _figures(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Mức giảm tỷ lệ hộ nghèo đạt 4,4% (kế hoạch 4%).",
    )  # fmt: skip
    assert told == [("4,4%", "result", "2023"), ("4%", "target", "2023")]


def test_half_a_year_is_kept() -> None:
    told = _figures(
        "BÁO CÁO", "sơ kết 6 tháng đầu năm 2024 của huyện Sơn Ca",
        "Sơn Ca, ngày 28 tháng 6 năm 2024", "Thu ngân sách đạt 31 tỷ đồng, tăng 6% so với cùng kỳ.",
    )  # fmt: skip
    assert told == [("31 tỷ đồng", "result", "2024h1"), ("6%", "change", "2024h1")]


def test_a_term_is_no_year() -> None:
    told = _figures(
        "NGHỊ QUYẾT", "về nhiệm vụ năm 2021", "Sơn Ca, ngày 11 tháng 12 năm 2020",
        "## Mục tiêu", "Giai đoạn 2021 - 2025, giá trị sản xuất tăng bình quân 12%/năm.",
    )  # fmt: skip
    assert told == [("12%/năm", "target", "2021-2025")]


def test_figures_of_a_named_commune_are_its_own() -> None:
    document = document_of(
        "BÁO CÁO", "tổng kết năm 2023 của huyện Sơn Ca", DATELINE,
        "Tỷ lệ hộ nghèo toàn huyện còn 6,2%; xã Hoa Gạo có tỷ lệ hộ nghèo 11,5%.",
    )  # fmt: skip
    places = [f.place for f in understand(document, "x.txt").figures]
    assert places == ["huyện Sơn Ca", "xã Hoa Gạo"]


_PARTS = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["# Báo cáo", "## Mục tiêu năm 2025", "Thu 5 tỷ đồng; chi 4 tỷ đồng (KH: 3)",
             "Đạt 98% dân số", DATELINE]
        ),
    ),
    max_size=8,
)  # fmt: skip


@given(_PARTS)
def test_every_figure_is_printed_inside_its_statement(parts: list[str]) -> None:
    document = document_of(*parts)
    figures = understand(document, "x.txt").figures
    assert [f.ordinal for f in figures] == list(range(len(figures)))
    for figure in figures:
        assert figure.statement.start <= figure.value.start
        assert figure.value.start < figure.value.end <= figure.statement.end
        assert document.text[figure.value.start].isdigit()
        assert figure.parent is None or 0 <= figure.parent < len(figures)
