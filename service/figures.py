"""Choose figures by words and lay them out as rows of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from assistant.amounts import value_text
from assistant.wording import direction
from corpus.indicators import Form, read_form
from corpus.normalize import fold
from corpus.record import Figure, FigureKind, Period
from corpus.vocabulary import Vocabulary
from index.library import Library
from service.contract import FigureMessage, ServiceError

KINDS: tuple[FigureKind, ...] = get_args(FigureKind)


def choose_figures(
    library: Library, indicator: str, place: str, year: int | None, kind: str
) -> list[FigureMessage]:
    """Figures that meet every condition; "" and None ask for nothing.

    An indicator is met by its normal form ("giảm nghèo" finds "tỷ lệ hộ nghèo"), or where its
    words stand in the printed name; a place by its folded words. Raises `ServiceError` for a
    kind that does not exist.
    """
    kinds = [known for known in KINDS if known == kind]
    if kind and not kinds:
        raise ServiceError(f"Không có loại số liệu {kind}; các loại là {', '.join(KINDS)}.")
    found = library.figures(kinds=kinds or None, year=year)
    wanted = _words(indicator)
    words = Vocabulary.load(library.settings.home / "vocabulary.toml")
    form = read_form(indicator, words) if wanted else None
    chosen = (
        figure
        for figure in found
        if (form is None or _is_about(figure, form, wanted))
        and _words(place) in _words(figure.place)
    )
    return list(_messages(library, chosen))


def period_in_words(period: Period | None) -> str:
    """ "năm 2024", "giai đoạn 2021-2025", "6 tháng đầu năm 2025"; "" where there is none."""
    if period is None:
        return ""
    year, part = period.first, period.part
    if part == "school":
        return f"năm học {year}-{period.last}"
    if period.is_term:
        return f"giai đoạn {year}-{period.last}"
    kind = part.rstrip("0123456789")
    number = part.removeprefix(kind)
    names = {
        "q": f"quý {number} ", "m": f"tháng {number} ", "to": f"{number} tháng đầu ",
        "l": f"{number} tháng cuối ", "h": f"6 tháng {'đầu' if number == '1' else 'cuối'} ",
        "by": "đến ",
    }  # fmt: skip
    return f"{names.get(kind, '')}năm {year}"


def _words(text: str) -> str:
    return " ".join(fold(text).split())


def _is_about(figure: Figure, form: Form, wanted: str) -> bool:
    if wanted in _words(figure.indicator):
        return True
    known = Form.of(figure.key)
    return bool(form.families) and form.families <= known.families and form.rest == known.rest


def _messages(library: Library, figures: Iterator[Figure]) -> Iterator[FigureMessage]:
    for figure in figures:
        record = library.record(figure.record_id)
        if record is None:  # removed by another thread meanwhile
            continue
        rise = direction(figure.indicator, figure.growth, "vi")
        yield FigureMessage(
            indicator=figure.indicator,
            kind=figure.kind,
            value=f"{rise}{value_text(record.document, figure)}",
            period=period_in_words(figure.period),
            place=figure.place,
            giver=figure.giver,
            base=figure.base,
            quote=record.document.quote(figure.statement),
            record=record.source,
            record_id=record.id,
        )
