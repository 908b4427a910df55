"""The SQLite store keeps exactly what it was given."""

from __future__ import annotations

import sqlite3
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import Block, Cell, Document, Span
from corpus.record import (
    Figure,
    FigureKind,
    Passage,
    Period,
    Qualifier,
    Quantity,
    Record,
    RecordKind,
)
from index.codec import decode, encode
from index.errors import LibraryError, NewerLibrary, UnknownRecord
from index.sqlite_store import SqliteStore
from index.store import Entry

TEXT = st.text(st.sampled_from("aĐệ0 \n\"\\'\0\u0301\U0001f600%|"), max_size=8)
NUMBER = st.integers(0, 10**6)
SPAN = st.builds(Span, NUMBER, NUMBER)
DOCUMENT = st.builds(
    Document,
    text=TEXT,
    blocks=st.lists(
        st.builds(
            Block,
            st.sampled_from(["heading", "paragraph", "row"]),
            NUMBER,
            NUMBER,
            level=st.integers(0, 6),
            page=st.none() | NUMBER,
            table=st.none() | NUMBER,
            cells=st.lists(st.builds(Cell, NUMBER, NUMBER, NUMBER, NUMBER), max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    title=st.none() | TEXT,
    published=st.none() | st.dates(),
    site=st.none() | TEXT,
    marks=st.frozensets(st.sampled_from(["ocr", "legacy"])),
)
RECORD_ID = st.text("0123456789abcdef", min_size=12, max_size=12)
DECIMAL = st.decimals(allow_nan=False, allow_infinity=False)
SPANS = st.lists(SPAN, max_size=3).map(tuple)
PASSAGE = st.builds(
    Passage,
    record_id=st.just(""),
    ordinal=st.just(0),
    start=NUMBER,
    end=NUMBER,
    context=SPANS,
    section=st.lists(TEXT, max_size=2).map(tuple),
    page=st.none() | NUMBER,
)
QUANTITY = st.builds(
    Quantity,
    start=NUMBER,
    end=NUMBER,
    numbers=st.lists(DECIMAL, min_size=1, max_size=2).map(tuple),
    unit=TEXT,
    qualifier=st.sampled_from(get_args(Qualifier)),
    ratio=st.booleans(),
)
YEAR = st.integers(1900, 2100)
FIGURE = st.builds(
    Figure,
    record_id=st.just(""),
    ordinal=st.just(0),
    indicator=TEXT,
    key=TEXT,
    kind=st.sampled_from(get_args(FigureKind)),
    value=QUANTITY,
    period=st.none() | st.builds(Period, first=YEAR, last=YEAR, part=TEXT),
    place=TEXT,
    statement=SPAN,
    giver=TEXT,
    base=TEXT,
    parent=st.none() | NUMBER,
    average=st.booleans(),
    sources=SPANS,
)


@st.composite
def entries(draw: st.DrawFn, record_id: str | None = None) -> Entry:
    name = record_id or draw(RECORD_ID)
    record = Record(
        id=name,
        source=draw(TEXT),
        origin=draw(TEXT),
        sha256=draw(st.text(string.hexdigits, min_size=1, max_size=8)),
        title=draw(TEXT),
        date=draw(st.none() | st.dates()),
        body=draw(TEXT),
        place=draw(TEXT),
        kind=draw(st.sampled_from(get_args(RecordKind))),
        document=draw(DOCUMENT),
        provenance=draw(st.dictionaries(TEXT, TEXT, max_size=2)),
        sample=draw(st.booleans()),
    )
    passages = draw(st.lists(PASSAGE, max_size=3))
    figures = draw(st.lists(FIGURE, max_size=2))
    return Entry(
        record,
        tuple(replace(p, record_id=name, ordinal=i) for i, p in enumerate(passages)),
        tuple(f"digest{i}" for i in range(len(passages))),
        tuple(replace(f, record_id=name, ordinal=i) for i, f in enumerate(figures)),
    )


def simple(name: str = "0123456789ab", origin: str = "/a.txt", text: str = "Thu 5 tỷ") -> Entry:
    record = Record(
        name, "a.txt", origin, "ff", "Tựa", None, "", "xã Đồi Mây", "report",
        Document(text, (Block("paragraph", 0, len(text)),)),
    )  # fmt: skip
    value = Quantity(4, 8, (Decimal("5"),), "tỷ")
    figure = Figure(name, 0, "Thu", "thu", "result", value, Period(2021, 2023), "xã Đồi Mây",
                    Span(0, 8))  # fmt: skip
    return Entry(record, (Passage(name, 0, 0, 8),), ("d0",), (figure,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "library.sqlite3")
    yield opened
    opened.close()


def assert_exact(back: object, given: object) -> None:
    """Equal, down to the digits of decimals: 1.0 and 1.00 are equal and print differently.

    Not by `repr`: a set prints its members in an order that changes from process to process.
    """
    assert back == given
    assert encode(back) == encode(given)


@given(entries())
def test_json_form_is_exact(entry: Entry) -> None:
    assert_exact(decode(Entry, encode(entry)), entry)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=entries("00aa00aa00aa"))
def test_record_passages_and_figures_come_back_exactly(store: SqliteStore, entry: Entry) -> None:
    store.put(entry)
    assert_exact(store.record(entry.record.id), entry.record)
    assert store.passages(entry.record.id) == entry.passages
    assert_exact(store.figures(record_ids=[entry.record.id]), list(entry.figures))
    item = store.remove(entry.record.id)
    assert store.record(entry.record.id) is None and store.figures() == []
    assert_exact(store.trashed(item.id), entry)
    store.purge()


def test_put_replaces_all_parts_and_keeps_the_former_in_the_trash(store: SqliteStore) -> None:
    first = simple()
    store.put(first)
    store.put(simple(text="Thu 6 tỷ"))
    assert [info.passages for info in store.infos()] == [1]
    (item,) = store.trash()
    assert store.trashed(item.id) == first and item.reason == "replaced"


def test_failed_change_leaves_nothing_behind(store: SqliteStore) -> None:
    store.put(simple())
    before = store.generation()
    with pytest.raises(sqlite3.IntegrityError):
        store.put(simple("ba9876543210", "/a.txt"))  # another record has this origin
    assert [info.id for info in store.infos()] == ["0123456789ab"]
    assert store.generation() == before and store.trash() == []


def test_generation_grows_with_each_change(store: SqliteStore) -> None:
    seen = [store.generation()]
    store.put(simple())
    seen.append(store.generation())
    store.remove("0123456789ab")
    seen.append(store.generation())
    assert seen == sorted(set(seen))


def test_figures_of_a_term_are_found_by_any_year_in_it(store: SqliteStore) -> None:
    store.put(simple())
    assert [len(store.figures(year=year)) for year in (2020, 2021, 2022, 2023, 2024)] == [
        0, 1, 1, 1, 0
    ]  # fmt: skip


def test_many_ids_can_be_asked_for_at_once(store: SqliteStore) -> None:
    store.put(simple())
    ids = [f"0123456789ab:{i}" for i in range(3000)] + ["unknown", "x:y"]
    assert list(store.passages_at(ids)) == ["0123456789ab:0"]
    assert store.digests([f"{i:012x}" for i in range(3000)] + ["0123456789ab"]) == {
        "0123456789ab:0": "d0"
    }


def test_unknown_record_is_named(store: SqliteStore) -> None:
    with pytest.raises(UnknownRecord, match="ffffffffffff"):
        store.remove("ffffffffffff")


def test_corrections_go_with_the_last_trace_of_their_record(store: SqliteStore) -> None:
    store.put(simple())
    store.correct("0123456789ab", "date", date(2020, 1, 2).isoformat())
    store.remove("0123456789ab")
    assert store.corrections("0123456789ab") == {"date": "2020-01-02"}
    store.purge()
    assert store.corrections("0123456789ab") == {}


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    SqliteStore(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerLibrary, match="cập nhật"):
        SqliteStore(path)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(LibraryError, match=r"library\.sqlite3"):
        SqliteStore(path)
    assert path.read_bytes().startswith(b"not a database")
