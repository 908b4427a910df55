"""Stretches of time and calendar days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.days import find_dates
from corpus.periods import find_periods
from corpus.record import Period


@pytest.mark.parametrize(
    "text, period",
    [
        ("năm 2024", Period(2024, 2024)),
        ("nhiem ky 2017 2022", Period(2017, 2022)),
        ("6 tháng đầu năm 2025", Period(2025, 2025, "h1")),
        ("sáu tháng cuối năm 2025", Period(2025, 2025, "h2")),
        ("nửa đầu năm 2023", Period(2023, 2023, "h1")),
        ("9 tháng năm 2022", Period(2022, 2022, "to9")),
        ("quý I/2025", Period(2025, 2025, "q1")),
        ("quý 2.2021", Period(2021, 2021, "q2")),
        ("quý IV năm 2020", Period(2020, 2020, "q4")),
        ("giai đoạn 2021-2025", Period(2021, 2025)),
        ("nhiệm kỳ 2020 – 2025", Period(2020, 2025)),
        ("đến năm 2030", Period(2030, 2030, "by")),
        ("năm học 2023-2024", Period(2023, 2024, "school")),
        ("tháng 4/2025", Period(2025, 2025, "m4")),
        ("tính đến 30/6/2024", Period(2024, 2024, "h1")),
        ("đến hết 30/11/2024", Period(2024, 2024, "to11")),
        ("tới 30/9/2024", Period(2024, 2024, "to9")),
        ("đến 29/2/2024", Period(2024, 2024, "to2")),
        ("6 tháng đầu năm", Period(0, 0, "h1")),
        ("6 thang dau nam 2025", Period(2025, 2025, "h1")),
        ("first half of 2024", Period(2024, 2024, "h1")),
        ("hết tháng 9/2024", Period(2024, 2024, "to9")),
        ("het thang 11", Period(0, 0, "to11")),
        ("by the end of the first quarter", Period(0, 0, "q1")),
        ("in the first nine months", Period(0, 0, "to9")),
        ("end-of-2026 target", Period(2026, 2026)),
        ("nam 2024", Period(2024, 2024)),
        ("6T/2023", Period(2023, 2023, "h1")),
        ("6T đầu 2024", Period(2024, 2024, "h1")),
        ("9T 2024", Period(2024, 2024, "to9")),
        ("nửa năm 2024", Period(2024, 2024, "h1")),
        ("giữa năm 2024", Period(2024, 2024, "h1")),
        ("tính đến 9/2024", Period(2024, 2024, "to9")),
        ("từ tháng 1 đến tháng 9/2023", Period(2023, 2023, "to9")),
        ("first ten months of 2026", Period(2026, 2026, "to10")),
        ("first six months of 2026", Period(2026, 2026, "h1")),
        ("3 tháng cuối năm 2023", Period(2023, 2023, "q4")),
        ("từ 01/01 đến 31/3/2024", Period(2024, 2024, "q1")),
        ("Cuối năm 2023 Tỷ lệ (%)", Period(2023, 2023)),
    ],
)
def test_reads_one_period(text: str, period: Period) -> None:
    assert [f.period for f in find_periods(text)] == [period]


@pytest.mark.parametrize(
    "text",
    [
        "đến 28/9/2023",
        "hạn đến 15/11/2024",
        "ngày 12/3/2024",
        "5 năm liền",
        "2.024 tỷ đồng",
        "2024 hộ",
        "",
    ],
)
def test_days_and_counts_are_no_periods(text: str) -> None:
    assert find_periods(text) == []


def test_the_year_compared_with_is_marked_as_base() -> None:
    own, other = find_periods("năm 2022 bằng 108% so với năm 2021")
    assert (own.period.first, own.base) == (2022, False)
    assert (other.period.first, other.base) == (2021, True)


@pytest.mark.parametrize(
    "text, day",
    [
        ("ngày 03 tháng 11 năm 2021", date(2021, 11, 3)),
        ("họp 28/11/2021", date(2021, 11, 28)),
        ("họp 3-6-2022", date(2022, 6, 3)),
        ("2024-05-09", date(2024, 5, 9)),
        ("31.10.2019", date(2019, 10, 31)),
    ],
)
def test_reads_a_calendar_day(text: str, day: date) -> None:
    [found] = find_dates(text)
    assert found.as_date() == day


def test_a_day_without_year_takes_the_one_given() -> None:
    [found] = find_dates("Sáng 21/3, hội nghị khai mạc")
    assert found.as_date(2024) == date(2024, 3, 21)


@pytest.mark.parametrize("text", ["32/13/2024", "ngày 0 tháng 5 năm 2023"])
def test_impossible_days_are_left_out(text: str) -> None:
    assert find_dates(text) == []


def test_a_day_that_its_month_has_not_is_no_date() -> None:
    [found] = find_dates("ngày 31/02/2024")
    assert found.as_date() is None


_PIECES = st.sampled_from(
    [
        "năm ",
        "2024",
        "2021",
        "-",
        "/",
        " quý ",
        "I",
        "IV",
        "6 tháng đầu ",
        "ngày ",
        "30",
        "6",
        " so với ",
        ", ",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=12).map("".join)))
def test_periods_are_ordered_apart_and_sensible(text: str) -> None:
    position = 0
    for found in find_periods(text):
        assert position <= found.span.start < found.span.end <= len(text)
        assert found.period.first <= found.period.last
        position = found.span.end
    for day in find_dates(text):
        assert 0 <= day.span.start < day.span.end <= len(text)
        assert 1 <= day.month <= 12 and 1 <= day.day <= 31


@pytest.mark.parametrize(
    "text, base",
    [
        ("trường đạt chuẩn quốc gia năm 2023", False),
        ("trường đạt chuẩn quốc gia từ cuối 2021 đến cuối 2023", False),
        ("xã đạt chuẩn nông thôn mới năm 2023", False),
        ("hộ nghèo theo chuẩn nghèo giai đoạn 2022 - 2025", True),
        ("giá trị sản xuất (giá so sánh năm 2010)", True),
        ("chỉ tiêu đề ra hồi cuối năm 2022", True),
        ("bằng 133% thực hiện năm 2021", True),
        ("xuất khẩu gấp đôi năm 2021", True),
        ("diện tích giải phóng mặt bằng năm 2022", False),
    ],
)
def test_a_label_or_a_base_is_no_period_of_the_figure(text: str, base: bool) -> None:
    assert [f.base for f in find_periods(text)] == [base]


def test_a_season_over_two_years_is_of_the_one_in_which_it_is_brought_in() -> None:
    [season] = find_periods("vụ Đông Xuân 2023 - 2024")
    assert (season.period, season.base) == (Period(2024, 2024), False)
    assert find_periods("nhiệm kỳ 2020 - 2025")[0].period == Period(2020, 2025)
