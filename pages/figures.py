"""Số liệu: every figure of the library, filtered while typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from corpus.document import Span
from index.library import Library
from pages.downloads import export_url
from pages.figure_table import FigureFilter, FigureRow, FigureTables, choices
from pages.markup import attributes, escape, tag
from pages.part import part
from pages.reader import reader_html
from pages.text import Texts
from pages.wording import whole

SHOWN = 150  # rows at once: a browser lays them out in 20 ms; the count says how many there are


class FiguresPage:
    """What the page does, without Gradio."""

    def __init__(self, library: Library, t: Texts) -> None:
        self.library = library
        self.t = t
        self.tables = FigureTables(library, t)

    def table(self, asked: FigureFilter) -> str:
        table, t = self.tables.current(), self.t
        if not table.rows:
            return f'<p class="bb-hint">{escape(t.figures_empty)}</p>'
        rows = table.matching(asked)
        if len(rows) > SHOWN:
            said = t.figures_found_cut.format(found=whole(len(rows), t), shown=SHOWN)
        else:
            said = t.figures_found.format(found=whole(len(rows), t), all=whole(len(table.rows), t))
        links = "".join(
            f'<a class="bb-button quiet" download href="{escape(export_url(asked, form, t))}">'
            f"{escape(label)}</a>"
            for form, label in (("xlsx", t.export_xlsx), ("csv", t.export_csv))
        )
        count = (
            f'<div class="bb-count"><span role="status">{escape(said)}</span>'
            f'<span class="bb-exports">{links if rows else ""}</span></div>'
        )
        if not rows:
            return count + f'<p class="bb-hint">{escape(t.figures_no_match)}</p>'
        return count + figures_html(rows[:SHOWN], t)


def figures_html(rows: Sequence[FigureRow], t: Texts) -> str:
    heads = (t.indicator, t.value, t.kind, t.period, t.place, t.beside, t.record)
    head = "".join(
        f'<th scope="col"{" class=number" if h == t.value else ""}>{escape(h)}</th>' for h in heads
    )
    return (
        f'<table class="bb-table figures"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(_row(row, t) for row in rows)}</tbody></table>"
    )


def _row(row: FigureRow, t: Texts) -> str:
    extra = attributes(
        data_do="read",
        data_id=row.record_id,
        data_start=row.span.start,
        data_end=row.span.end,
        title=row.statement,
    )
    name = f'<button type="button" class="bb-title"{extra}>{escape(row.indicator)}</button>'
    beside = ""
    if row.verdict:
        said = t.beside_result if "target" in row.kind else t.beside_target
        beside = escape(said.format(value=row.other, difference=row.difference))
        if row.verdict != "unknown":
            beside += " " + tag(t.verdicts[row.verdict], row.verdict)
    cells = (
        ("", name),
        (t.value, f"<b>{escape(row.value)}</b>"),
        (t.kind, escape(t.figure_kinds[row.kind])),
        (t.period, escape(row.period or "–")),
        (t.place, escape(row.place or "–")),
        (t.beside, beside),
        (t.record, f'<span class="bb-file">{escape(row.record)}</span>'),
    )
    return (
        "<tr>"
        + "".join(
            f"<td{' class=number' if label == t.value else ''}"
            f"{attributes(data_label=label or None)}>{content}</td>"
            for label, content in cells
        )
        + "</tr>"
    )


def build_figures(page: FiguresPage, reader: gr.HTML) -> tuple[Any, list[Any]]:
    """Lay the page out and wire it; returns (refresh, its outputs) for when the tab is shown."""
    t = page.t
    part(
        f'<h2 class="sr">{escape(t.figures_head)}</h2><div class="bb-page-top"></div>',
        "figures-head",
    )
    lists = {"filterable": True, "value": "", "interactive": True, "min_width": 150}
    with gr.Row(elem_classes="bb-filters"):
        words = gr.Textbox(
            label=t.figures_filter_label,
            placeholder=t.figures_filter,
            elem_id="figures-filter",
            scale=3,
            min_width=240,
        )
        place = gr.Dropdown([(t.all_places, "")], label=t.place, scale=2, **lists)
        year = gr.Dropdown([(t.all_years, "")], label=t.year, scale=1, **lists)
        kind = gr.Dropdown([(t.all_kinds, "")], label=t.kind, scale=2, **lists)
        record = gr.Dropdown([(t.all_records, "")], label=t.record, scale=2, **lists)
    paired = gr.Checkbox(label=t.only_paired, container=False, elem_id="only-paired")
    table = part("", "figures")
    fields = [words, place, year, kind, record, paired]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def asked(*values: Any) -> FigureFilter:
        words, place, year, kind, record, paired = values
        chosen = int(year) if str(year or "").isdigit() else None
        return FigureFilter(
            words or "", place or "", chosen, kind or "", record or "", bool(paired)
        )

    def show(*values: Any) -> str:
        return page.table(asked(*values))

    def read(event: gr.EventData) -> str:
        data = event._data or {}
        span = Span(int(data.get("start", 0)), int(data.get("end", 0)))
        return reader_html(page.library, str(data.get("id", "")), span, t)

    def refresh(*values: Any) -> tuple[Any, ...]:
        now = choices(page.tables.current(), t)
        kept = [
            value if any(value == choice for _, choice in listed) else ""
            for value, listed in zip(values[1:5], now, strict=True)
        ]
        lists_now = [gr.update(choices=c, value=v) for c, v in zip(now, kept, strict=True)]
        return *lists_now, page.table(asked(values[0], *kept, values[5]))

    for field in fields:
        field.change(
            show,
            fields,
            [table],
            trigger_mode="always_last",
            concurrency_limit=8,
            queue=False,
            **private,
        )
    table.click(read, None, [reader], concurrency_limit=8, **private)
    return refresh, [fields, [place, year, kind, record, table]]
