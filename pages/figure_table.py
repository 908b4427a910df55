"""Every figure of the library as rows that filter in milliseconds. No Gradio here."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.figures import printed
from corpus.normalize import fold
from corpus.record import FigureKind
from index.library import Library
from pages.comparison import Comparison, Verdict, compared
from pages.text import Texts
from pages.wording import period


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as shown, with what it is filtered by."""

    record_id: str
    span: Span  # the statement
    indicator: str
    value: str
    kind: FigureKind
    period: str
    years: tuple[int, ...]
    place: str
    record: str  # title
    source: str
    statement: str
    searched: str  # folded
    other: str = ""  # the value of the target or result beside it
    difference: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """What is asked of the table; "" and None leave a field open."""

    words: str = ""
    place: str = ""
    year: int | None = None
    kind: str = ""
    record_id: str = ""
    paired: bool = False  # only those with both target and result


@dataclass(frozen=True, slots=True)
class FigureTable:
    rows: tuple[FigureRow, ...]
    places: tuple[str, ...]
    years: tuple[int, ...]
    records: tuple[tuple[str, str], ...]  # title, id

    def matching(self, asked: FigureFilter) -> list[FigureRow]:
        return list(self._matching(asked))

    def _matching(self, asked: FigureFilter) -> Iterator[FigureRow]:
        words = fold(asked.words).split()
        for row in self.rows:
            if asked.paired and row.verdict is None:
                continue
            if asked.kind and row.kind != asked.kind:
                continue
            if asked.place and row.place != asked.place:
                continue
            if asked.year is not None and asked.year not in row.years:
                continue
            if asked.record_id and row.record_id != asked.record_id:
                continue
            if all(word in row.searched for word in words):
                yield row


class FigureTables:
    """The table of a library, made again when its records changed. Safe from several threads."""

    def __init__(self, library: Library, t: Texts) -> None:
        self._library = library
        self._t = t
        self._made: tuple[int, FigureTable] | None = None
        self._making = threading.Lock()

    def current(self) -> FigureTable:
        with self._making:
            generation = self._library.store.generation()
            if self._made is None or self._made[0] != generation:
                self._made = (generation, make_table(self._library, self._t))
            return self._made[1]


def make_table(library: Library, t: Texts) -> FigureTable:
    figures = library.figures()
    beside = compared(figures)
    by_record: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        by_record.setdefault(figure.record_id, []).append(number)
    texts: dict[str, str] = {}
    for found in beside.values():
        other = found.other.record_id
        if other not in texts and (record := library.record(other)) is not None:
            texts[other] = record.document.text
    rows: list[FigureRow] = []
    records: list[tuple[str, str]] = []
    for record_id, numbers in by_record.items():
        record = library.record(record_id)
        if record is None:
            continue
        records.append((record.title, record_id))
        text = record.document.text
        for number in numbers:
            figure = figures[number]
            span = figure.period
            years = tuple(range(span.first, min(span.last, span.first + 30) + 1)) if span else ()
            shown = period(span, t)
            statement = text[figure.statement.start : figure.statement.end]
            value = printed(text, figure.value)
            searched = fold(
                " ".join((figure.indicator, value, figure.place, shown, record.title, figure.giver))
            )
            pair = _pair(beside.get((figure.record_id, figure.ordinal)), texts, t)
            rows.append(
                FigureRow(
                    record_id,
                    figure.statement,
                    figure.indicator,
                    value,
                    figure.kind,
                    shown,
                    years,
                    figure.place,
                    record.title,
                    record.source,
                    " ".join(statement.split()),
                    searched,
                    *pair,
                )
            )
    places = sorted({row.place for row in rows if row.place}, key=fold)
    known = sorted({year for row in rows for year in row.years}, reverse=True)
    return FigureTable(tuple(rows), tuple(places), tuple(known), tuple(records))


def _pair(
    found: Comparison | None, texts: dict[str, str], t: Texts
) -> tuple[str, str, Verdict | None]:
    from pages.wording import signed

    if found is None or found.other.record_id not in texts:
        return "", "", None
    other = printed(texts[found.other.record_id], found.other.value)
    unit = found.other.value.unit
    points = t.points if unit.startswith("%") else unit
    return other, f"{signed(found.difference, t)} {points}".strip(), found.verdict


def choices(table: FigureTable, t: Texts) -> tuple[list[tuple[str, str]], ...]:
    """Places, years, kinds, records for drop-down lists, each opening with "all"."""

    def listed(first: str, values: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(first, ""), *values]

    kinds = {row.kind for row in table.rows}
    return (
        listed(t.all_places, [(place, place) for place in table.places]),
        listed(t.all_years, [(str(year), str(year)) for year in table.years]),
        listed(
            t.all_kinds, [(label, kind) for kind, label in t.figure_kinds.items() if kind in kinds]
        ),
        listed(t.all_records, list(table.records)),
    )
