"""Which periods, places and units answer for which."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.fitting import period_fit, place_fits, same_place, unit_fits
from assistant.knowledge import Known
from assistant.question import read_question
from corpus.document import Span
from corpus.indicators import Form
from corpus.places import Place
from corpus.record import Figure, Period, Quantity, RecordKind
from corpus.vocabulary import Vocabulary
from index.store import RecordInfo

VOCABULARY = Vocabulary.load()
Y2024, Y2025, TERM = Period(2024, 2024), Period(2025, 2025), Period(2021, 2025)
H1, Q2, BY = Period(2024, 2024, "h1"), Period(2024, 2024, "q2"), Period(2024, 2024, "by")
SCHOOL = Period(2024, 2025, "school")


def test_same_period_fits_fully() -> None:
    for period in (Y2024, H1, Q2, TERM, SCHOOL):
        assert period_fit([period], period) == 1.0


@pytest.mark.parametrize(
    "asked, period",
    [(Y2024, Y2025), (Y2024, H1), (H1, Y2024), (H1, Q2), (Q2, H1), (Y2024, TERM), (TERM, Y2024),
     (TERM, Period(2026, 2030)), (SCHOOL, Period(2023, 2024, "school"))],
)  # fmt: skip
def test_other_period_does_not_fit(asked: Period, period: Period) -> None:
    assert period_fit([asked], period) == 0.0


def test_looser_periods_fit_less() -> None:
    assert 0 < period_fit([Y2024], BY) < 1
    assert 0 < period_fit([TERM], Y2025) < period_fit([TERM], TERM)  # a term ends in its last year
    assert 0 < period_fit([SCHOOL], Y2024) < 1


def test_period_unsaid_by_the_question_fits_any_and_by_the_record_none() -> None:
    assert period_fit([], Y2024) == period_fit([], None) == 0.5
    assert period_fit([Y2024], None) == 0.0


def test_best_of_several_periods_counts() -> None:
    assert period_fit([Y2025, Y2024], Y2024) == 1.0


DISTRICT = Place("huyện", "Mai Trạch")


@pytest.mark.parametrize(
    "asked, place, same",
    [
        (DISTRICT, DISTRICT, True),
        (DISTRICT, Place("huyện", "MAI TRẠCH"), True),
        (DISTRICT, Place("huyện", "Đông Vĩ"), False),
        (DISTRICT, Place("xã", "Mai Trạch"), False),
        (DISTRICT, None, False),
        (Place("trường", "Tiểu học Nà Lếch"), Place("trường", "Nà Lếch"), True),
        (Place("xã", "Nà Lếch"), Place("trường", "Nà Lếch"), False),
    ],
)
def test_same_place(asked: Place, place: Place | None, same: bool) -> None:
    assert same_place(asked, place) is same


def known(number: str, unit: str, ratio: bool = False) -> Known:
    kind: RecordKind = "report"
    info = RecordInfo("0" * 12, "a", "a", "f", "", None, "", "", kind, {}, False, "", 0, 0)
    value = Quantity(0, 1, (Decimal(number),), unit, ratio=ratio)
    figure = Figure("", 0, "Hộ nghèo", "", "result", value, Y2024, "", Span(0, 1))
    return Known(figure, Form.of("=poor_households|"), None, info)


@pytest.mark.parametrize(
    "text, unit, fits",
    [
        ("Còn bao nhiêu hộ nghèo?", "hộ", True),
        ("Còn bao nhiêu hộ nghèo?", "%", False),
        ("Tỷ lệ hộ nghèo là bao nhiêu phần trăm?", "%", True),
        ("Tỷ lệ hộ nghèo là bao nhiêu phần trăm?", "hộ", False),
        ("Thu ngân sách được bao nhiêu tỷ?", "triệu đồng", True),
        ("Thu ngân sách được bao nhiêu tỷ?", "%", False),
        ("Có bao nhiêu người tham gia?", "lao động", True),
        ("Thu ngân sách là bao nhiêu?", "tỷ đồng", True),
        ("Thu ngân sách là bao nhiêu?", "%", False),
        ("Tỷ lệ hộ nghèo là bao nhiêu?", "%", True),
    ],
)
def test_unit_asked_is_the_unit_answered(text: str, unit: str, fits: bool) -> None:
    assert unit_fits(read_question(text, VOCABULARY, ()), known("12", unit)) is fits


def test_question_without_a_place_takes_any() -> None:
    question = read_question("Tỷ lệ hộ nghèo?", VOCABULARY, ())
    assert place_fits(question, DISTRICT) and place_fits(question, None)
