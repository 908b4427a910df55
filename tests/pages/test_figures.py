"""The table of figures: filters, comparisons, exports."""

import csv
import io
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from corpus.document import Span
from corpus.record import Figure, FigureKind, Period, Qualifier, Quantity
from index.library import Library
from pages.comparison import compared
from pages.figure_export import as_csv, as_xlsx
from pages.figure_table import FigureFilter, FigureRow, FigureTable, make_table
from pages.figures import SHOWN, FiguresPage
from pages.text import texts
from tests.pages.conftest import HOSTILE, add

T = texts("vi")


def figure(
    kind: FigureKind,
    value: str,
    indicator: str = "thu nhập bình quân",
    qualifier: Qualifier = "",
    ordinal: int = 0,
    year: int = 2024,
) -> Figure:
    quantity = Quantity(0, 1, (Decimal(value),), "triệu đồng", qualifier)
    period = Period(year, year)
    return Figure(
        "a", ordinal, indicator, indicator, kind, quantity, period, "xã Nà Bon", Span(0, 1)
    )


def verdict(indicator: str, target: str, result: str, qualifier: Qualifier = "") -> str:
    pair = (
        figure("target", target, indicator, qualifier, 0),
        figure("result", result, indicator, "", 1),
    )
    return compared(pair)["a", 1].verdict


@pytest.mark.parametrize(
    "indicator,target,result,qualifier,expected",
    [
        ("thu nhập bình quân", "45", "46", "", "met"),
        ("thu nhập bình quân", "45", "44", "", "not_met"),
        ("tỷ lệ hộ nghèo", "5", "4", "", "met"),
        ("tỷ lệ hộ nghèo", "5", "6", "", "not_met"),
        ("giảm hộ nghèo", "5", "6", "", "met"),
        ("số cuộc họp", "5", "6", "", "unknown"),
        ("số cuộc họp", "5", "6", "at_least", "met"),
        ("số cuộc họp", "5", "6", "at_most", "not_met"),
        ("thu nhập bình quân", "45", "46", "about", "unknown"),
        ("thu nhập bình quân", "45", "45", "", "met"),
    ],
)
def test_verdict_is_given_only_where_the_direction_is_known(
    indicator: str, target: str, result: str, qualifier: Qualifier, expected: str
) -> None:
    assert verdict(indicator, target, result, qualifier) == expected


def test_figures_of_different_years_or_contradicting_ones_do_not_meet() -> None:
    assert not compared([figure("target", "5"), figure("result", "6", ordinal=1, year=2023)])
    contradicting = [figure("result", "6", ordinal=1), figure("result", "7", ordinal=2)]
    assert not compared([figure("target", "5"), *contradicting])


def test_difference_is_result_minus_target() -> None:
    found = compared([figure("target", "5"), figure("result", "6.5", ordinal=1)])
    assert found["a", 0].difference == Decimal("1.5")


def test_filter_needs_no_accents(library: Library, report: str) -> None:
    table = make_table(library, T)
    assert [row.value for row in table.matching(FigureFilter("ho ngheo"))] == ["4,5%"]
    assert not table.matching(FigureFilter("ho ngheo", year=2020))


def test_row_opens_its_statement(library: Library, report: str) -> None:
    (row,) = make_table(library, T).matching(FigureFilter("che phủ"))
    record = library.record(report)
    assert record is not None
    assert "che phủ rừng đạt 61%" in record.document.text[row.span.start : row.span.end]


def test_table_follows_the_library(library: Library, report: str, tmp_path: Path) -> None:
    page = FiguresPage(library, T)
    assert "4,5%" in page.table(FigureFilter())
    library.remove(report)
    assert T.figures_empty in page.table(FigureFilter())


def test_twenty_thousand_figures_filter_in_a_tenth_of_a_second(library: Library) -> None:
    page = FiguresPage(library, T)
    row = FigureRow(
        *("a", Span(0, 1), "Chỉ tiêu", "1%", "result", "2024", (2024,), "xã Nà Bon", "r", "r", "s"),
        searched="chi tieu 1% 2024",
    )
    rows = tuple(replace(row, searched=f"chi tieu so {i}") for i in range(20_000))
    page.tables._made = (library.store.generation(), FigureTable(rows, (), (), ()))
    page.table(FigureFilter("so 1999"))
    started = time.perf_counter()
    shown = page.table(FigureFilter("tieu so"))
    assert time.perf_counter() - started < 0.1
    assert shown.count("<tr>") == SHOWN + 1 and "20.000" in shown


def test_exports_carry_sources_and_no_formula(
    library: Library, tmp_path: Path, report: str
) -> None:
    add(library, tmp_path, "# =1+1 huyện năm 2024\n=HYPERLINK đạt 5%", "=xau.txt")
    rows = make_table(library, T).matching(FigureFilter())
    table = list(csv.reader(io.StringIO(as_csv(rows, T).decode("utf-8-sig")), delimiter=";"))
    assert len(table) == len(rows) + 1
    assert any("bao-cao.txt" in line for line in table)
    assert not any(cell.startswith("=") for line in table for cell in line)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(rows, T))).active
    assert sheet.max_row == len(table)
    assert not any(cell.data_type == "f" for line in sheet for cell in line)


def test_figures_of_a_hostile_record_are_escaped(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, HOSTILE, "xau.txt")
    shown = FiguresPage(library, T).table(FigureFilter())
    assert "12%" in shown and "<img" not in shown and "<script" not in shown
