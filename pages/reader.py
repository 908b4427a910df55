"""The record reader: one panel over any page, with the cited span highlighted."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Block, Document, Span
from corpus.figures import printed
from corpus.record import Figure, Record
from index.library import Library
from pages.downloads import is_shown, original_url
from pages.highlight import Note
from pages.markup import button, escape, marked, tag
from pages.text import Texts
from pages.wording import day, period

# Characters laid out at once: a report of 60 pages. Beyond it the part around the span is shown.
_WINDOW = 150_000


def reader_html(
    library: Library, record_id: str, span: Span | None, t: Texts, *, notes: bool = True
) -> str:
    """The record with `span` highlighted; a sentence where it isn't there any more."""
    record = library.record(record_id)
    if record is None:
        return _frame(t, t.record_gone, "", f"<p>{escape(t.record_gone_advice)}</p>")
    figures = library.figures(record_ids=[record_id]) if notes else []
    document = record.document
    body = document_html(document, span, figure_notes(record, figures, t), t)
    return _frame(t, record.title, _head(record, t), body)


def figure_notes(record: Record, figures: Sequence[Figure], t: Texts) -> list[Note]:
    """Where each figure stands, with what it was understood as, in order of place."""
    notes: dict[Span, str] = {}
    for figure in figures:
        line = " · ".join(
            part
            for part in (
                figure.indicator,
                t.figure_kinds[figure.kind],
                printed(record.document.text, figure.value),
                period(figure.period, t),
                figure.place,
            )
            if part
        )
        span = figure.value.span
        notes[span] = f"{notes[span]}\n{line}" if span in notes else line
    return [Note(span, notes[span]) for span in sorted(notes)]


def document_html(document: Document, span: Span | None, notes: Sequence[Note], t: Texts) -> str:
    """The text laid out as it was: headings, paragraphs, tables."""
    blocks, cut = _window(document, span)
    parts: list[str] = []
    page: int | None = None
    table: int | None = None
    for block in blocks:
        if table is not None and block.table != table:
            parts.append("</tbody></table></div>")
            table = None
        if block.page is not None and block.page != page and table is None:
            page = block.page
            parts.append(f'<p class="bb-page">{escape(t.page_n.format(number=page))}</p>')
        if block.kind == "row":
            if table is None:
                table = block.table
                parts.append('<div class="bb-table-scroll"><table class="bb-table"><tbody>')
            parts.append(_row(document, block, span, notes))
            continue
        inside = marked(document.text, Span(block.start, block.end), span, notes_in(notes, block))
        if block.kind == "heading":
            parts.append(f'<h3 class="level-{min(block.level, 4)}">{inside}</h3>')
        else:
            parts.append(f"<p>{inside}</p>")
    if table is not None:
        parts.append("</tbody></table></div>")
    if cut:
        parts.append(f'<p class="bb-hint">{escape(t.reader_cut)}</p>')
    return "".join(parts)


def table_html(document: Document, rows: Sequence[Block], span: Span | None) -> str:
    """Some rows of one table."""
    body = "".join(_row(document, row, span, ()) for row in rows)
    return (
        f'<div class="bb-table-scroll"><table class="bb-table"><tbody>{body}</tbody></table></div>'
    )


def notes_in(notes: Sequence[Note], block: Block) -> list[Note]:
    return [n for n in notes if block.start <= n.span.start and n.span.end <= block.end]


def _row(document: Document, block: Block, span: Span | None, notes: Sequence[Note]) -> str:
    """Only the cells printed in this row: one merged downwards stands where it begins."""
    inside = notes_in(notes, block)
    hit = span is not None and span.start < block.end and span.end > block.start
    cells = []
    column = 0
    for cell in block.cells:
        own = block.start <= cell.start and cell.end <= block.end
        for _ in range(column, cell.column):
            cells.append("<td></td>")
        content = marked(document.text, Span(cell.start, cell.end), span, inside) if own else ""
        wide = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        cells.append(f"<td{wide}>{content}</td>")
        column = cell.column + cell.columns
    return f'<tr class="{"hit" if hit else ""}">{"".join(cells)}</tr>'


def _window(document: Document, span: Span | None) -> tuple[list[Block], bool]:
    if len(document.text) <= _WINDOW:
        return list(document.blocks), False
    middle = span.start if span else 0
    start = max(0, middle - _WINDOW // 2)
    kept = [b for b in document.blocks if b.end > start and b.start < start + _WINDOW]
    return kept, True


def _head(record: Record, t: Texts) -> str:
    meta = [day(record.date, t), record.body or record.place, t.record_kinds[record.kind]]
    tags = []
    if record.sample:
        tags.append(tag(t.sample, "sample", t.sample_title))
    tags += [
        tag(t.marks[m], "mark", t.mark_titles[m])
        for m in sorted(record.document.marks & t.marks.keys())
    ]
    links = []
    if is_shown(record.source):
        links.append(
            f'<a class="bb-button quiet" target="_blank" rel="noopener" '
            f'href="{escape(original_url(record.id))}">{escape(t.open_original)}</a>'
        )
    links.append(
        f'<a class="bb-button quiet" download '
        f'href="{escape(original_url(record.id, download=True))}">{escape(t.download_original)}</a>'
    )
    return (
        f"<p>{' · '.join(escape(m) for m in meta if m)} {''.join(tags)}</p>"
        f'<p class="bb-file">{escape(record.source)}</p>'
        f'<div class="bb-reader-links">{"".join(links)}</div>'
    )


def _frame(t: Texts, title: str, head: str, body: str) -> str:
    close = button(t.close, "close", style="solid", data_focus="1", title=t.close_title)
    return (
        '<div class="bb-veil" data-do="close"></div>'
        '<section class="bb-reader" role="dialog" aria-modal="true" '
        'aria-labelledby="bb-reader-title">'
        f'<header><div class="bb-reader-top"><h2 id="bb-reader-title">{escape(title)}</h2>{close}'
        f"</div>{head}</header>"
        f'<div class="bb-reader-body" tabindex="0">{body}</div></section>'
    )
