"""Excerpts and highlights: offsets hold, words stay whole, everything is escaped."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import CELL_SEPARATOR, DocumentBuilder, Span, TableCell
from pages.highlight import Note, excerpt, locate, rows_around
from pages.markup import marked, paragraphs

TEXTS = st.text(alphabet="ab ệ\n<&\"'đ5,", min_size=1, max_size=200)


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(text_and_span(), st.integers(0, 80))
def test_excerpt_holds_the_quote_and_at_most_what_was_asked(
    given_: tuple[str, Span], around: int
) -> None:
    text, quote = given_
    found = excerpt(text, quote, around)
    assert found.quote == quote
    assert max(0, quote.start - around) <= found.start <= quote.start
    assert quote.end <= found.end <= min(len(text), quote.end + around)


@given(text_and_span(), st.integers(0, 80))
def test_excerpt_cuts_between_words(given_: tuple[str, Span], around: int) -> None:
    text, quote = given_
    found = excerpt(text, quote, around)
    if 0 < found.start < quote.start:
        assert text[found.start - 1].isspace()
    if quote.end < found.end < len(text):
        assert text[found.end].isspace()


def test_excerpt_prefers_a_line_break() -> None:
    text = "một hai\nba bốn năm"
    found = excerpt(text, Span(text.index("năm"), len(text)), around=12)
    assert text[found.start : found.end] == "ba bốn năm"
    assert found.cut_before and not found.cut_after


def test_excerpt_of_a_quote_beyond_the_text_is_clipped() -> None:
    assert excerpt("ngắn", Span(100, 120)).quote == Span(4, 4)


@given(text_and_span(), text_and_span())
def test_marked_text_is_the_text_with_one_mark(
    given_: tuple[str, Span], other: tuple[str, Span]
) -> None:
    text, quote = given_
    note = Note(Span(other[1].start, min(other[1].end, len(text))), 'ghi chú "<b>"')
    notes = [note] if note.span.start < note.span.end else []
    shown = marked(text, Span(0, len(text)), quote, notes)
    assert plain(shown) == text
    assert shown.count("<mark>") == 1
    inside = re.search(r"<mark>(.*)</mark>", shown, re.S)
    assert inside and plain(inside[1]) == text[quote.start : quote.end]


@given(TEXTS)
def test_markup_of_a_document_is_only_text(text: str) -> None:
    assert "<a" not in marked(text, Span(0, len(text)))
    assert not re.search(r"<(?!/?(?:p|ul|li)>)", paragraphs(text))


def test_place_in_a_table_is_told_by_row() -> None:
    builder = DocumentBuilder()
    builder.paragraph("Mở đầu")
    heads, values = ("Chỉ tiêu", "2024"), ("Hộ nghèo", "4,5")
    builder.table(
        TableCell(text, row, column)
        for row, cells in enumerate((heads, values))
        for column, text in enumerate(cells)
    )
    document = builder.build()
    start = document.text.index("Hộ nghèo" + CELL_SEPARATOR)
    place = locate(document, Span(start, start + 5))
    assert (place.table, place.row) == (1, 2)
    assert len(rows_around(document, Span(start, start + 5))) == 2
    assert locate(document, Span(0, 3)).row is None
    assert rows_around(document, Span(0, 3)) == []
