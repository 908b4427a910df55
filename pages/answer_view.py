"""An answer as HTML: text with numbered citations, its course over years, its sources."""

from __future__ import annotations

import re

from assistant.answer import Answer, Citation
from corpus.document import Span
from corpus.record import Record
from index.library import Library
from pages.chart import series_chart, series_table
from pages.conversation import Turn
from pages.downloads import original_url
from pages.highlight import excerpt, locate, rows_around
from pages.markup import attributes, button, escape, marked, paragraphs, tag
from pages.reader import table_html
from pages.text import Texts
from pages.wording import day

_MARK = re.compile(r"\s*\[(\d{1,2})\]")
# A word with the marks after it, so that no mark begins a line. No tag lies inside.
_MARKED_WORD = re.compile(r"([^\s<>]*)((?:\s*\[\d{1,2}\])+)")


def turn_html(turn: Turn, index: int, t: Texts, *, shown: int | None = None, last: bool) -> str:
    """One question and answer. `shown`: only the first so many characters, while it streams."""
    whole = shown is None or shown >= len(turn.answer.text)
    answer = turn.answer
    parts = [_question(turn.question, index, t)]
    style = "found" if answer.found else "missing"
    parts.append(f'<div class="bb-answer {style}" data-turn="{index}">')
    parts.append(f'<div class="bb-answer-text">{_answer_text(answer, index, t, shown)}</div>')
    if whole:
        if answer.series:
            parts += [series_chart(answer.series, t), series_table(answer, index, t)]
        parts.append(_understood(turn, index, t, last))
        if last and answer.filtered and not answer.found:
            again = button(t.unfiltered, "unfiltered", style="chip")
            parts.append(f'<div class="bb-suggestions">{again}</div>')
        parts.append(_actions(turn, index, t))
        if last and answer.suggestions:
            parts.append(_suggestions(answer, t))
    parts.append("</div>")
    return "".join(parts)


def waiting_html(question: str, index: int, t: Texts) -> str:
    return (
        _question(question, index, t)
        + f'<div class="bb-answer waiting"><p role="status">{escape(t.searching)}</p>'
        + f'<div class="bb-actions">{button(t.stop, "stop")}</div></div>'
    )


def failed_html(question: str, index: int, sentence: str, t: Texts) -> str:
    again = button(t.ask_again, "ask", data_question=question)
    return (
        _question(question, index, t)
        + f'<div class="bb-answer failed" role="alert"><p>{escape(sentence)}</p>'
        + f'<div class="bb-actions">{again}</div></div>'
    )


def cite_button(number: int, citation: Citation, turn: int, t: Texts) -> str:
    label = t.open_source.format(number=number, title=citation.title)
    extra = attributes(data_do="cite", data_turn=turn, data_n=number, title=label, aria_label=label)
    return f'<button type="button" class="bb-cite"{extra}>{number}</button>'


def sources_html(answer: Answer | None, turn: int, library: Library, t: Texts) -> str:
    """The panel beside the conversation: one card for each cited passage."""
    if answer is None or not answer.citations:
        text = t.sources_none if answer is not None else t.sources_empty
        return f'<p class="bb-hint">{escape(text)}</p>'
    head = t.sources_head if answer.found else t.sources_nearest
    cards = [
        _card(n, citation, turn, library.record(citation.record_id), t)
        for n, citation in enumerate(answer.citations, 1)
    ]
    return f'<h2 class="bb-panel-head">{escape(head)}</h2>{"".join(cards)}'


def copied_text(turn: Turn, t: Texts) -> str:
    """Question, answer and sources as plain text for a paper or a message."""
    answer = turn.answer
    lines = [turn.question, "", answer.text]
    if answer.citations:
        lines += ["", t.copy_sources]
        for number, citation in enumerate(answer.citations, 1):
            quote = " ".join(citation.quote.split())
            where = t.page_n.format(number=citation.page) if citation.page else ""
            source = ", ".join(p for p in (citation.title, citation.source, where) if p)
            lines.append(f"[{number}] {source}: “{quote}”")
    return "\n".join(lines)


def _question(question: str, index: int, t: Texts) -> str:
    edit = button(t.edit_question, "edit", style="link", data_question=question)
    return (
        f'<div class="bb-question"><h3>{escape(question)}</h3>'
        f'<span class="bb-question-edit">{edit}</span></div>'
    )


def _answer_text(answer: Answer, turn: int, t: Texts, shown: int | None) -> str:
    text = answer.text if shown is None else answer.text[:shown]
    if shown is not None and shown < len(answer.text):
        text = re.sub(r"\s*\[\d*$", "", text)  # half a mark

    def cite(match: re.Match[str]) -> str:
        number = int(match[1])
        if not 1 <= number <= len(answer.citations):
            return match[0]
        return cite_button(number, answer.citations[number - 1], turn, t)

    def keep_together(match: re.Match[str]) -> str:
        return f'<span class="bb-nowrap">{match[1]}{_MARK.sub(cite, match[2])}</span>'

    return _MARKED_WORD.sub(keep_together, paragraphs(text))


def _understood(turn: Turn, index: int, t: Texts, last: bool) -> str:
    said = []
    if turn.alone:
        said.append(escape(t.asked_alone))
    elif turn.answer.understood:
        said.append(escape(turn.answer.understood))
        if last and index > 0:
            said.append(button(t.undo_understood, "alone", style="link", data_turn=index))
    if turn.answer.filter_note:
        said.append(escape(turn.answer.filter_note))
    return f'<p class="bb-understood">{" ".join(said)}</p>' if said else ""


def _actions(turn: Turn, index: int, t: Texts) -> str:
    copy = button(t.copy, "copy", data_text=copied_text(turn, t), data_done=t.copied)
    if turn.answer.found and turn.answer.citations:
        copy += button(t.add_to_briefing, "brief", data_turn=index, data_done=t.added_to_briefing)
    if turn.rated:
        thanks = f'<span class="bb-rated" role="status">{escape(t.rated)}</span>'
        return f'<div class="bb-actions">{copy}{thanks}</div>'
    right = button(t.right, "right", data_turn=index)
    field = f"comment-{index}"
    wrong = (
        f'<details class="bb-wrong"><summary class="bb-button quiet">{escape(t.wrong)}</summary>'
        f'<form><label for="{field}">{escape(t.wrong_comment)}</label>'
        f'<textarea id="{field}" name="comment" rows="2"></textarea>'
        f"{button(t.send, 'wrong', style='solid', data_turn=index)}</form></details>"
    )
    return f'<div class="bb-actions">{copy}{right}{wrong}</div>'


def _suggestions(answer: Answer, t: Texts) -> str:
    buttons = "".join(
        button(s.label, "ask", style="chip", data_question=s.question, title=s.question)
        for s in answer.suggestions
    )
    return f'<div class="bb-suggestions" role="group" aria-label="{escape(t.more)}">{buttons}</div>'


def _card(number: int, citation: Citation, turn: int, record: Record | None, t: Texts) -> str:
    if record is None or not record.document.text.startswith(citation.quote, citation.start):
        return _stale_card(number, citation, t)
    body = _surroundings(record, Span(citation.start, citation.end))
    where = _where(record, citation, t)
    meta = " · ".join(escape(p) for p in (day(record.date, t), *where, record.source) if p)
    sample = tag(t.sample, "sample", t.sample_title) if record.sample else ""
    view = button(t.view_in_record, "cite", data_turn=turn, data_n=number)
    link = original_url(record.id, download=True)
    return (
        f'<article class="bb-source" aria-label="{escape(t.source_n.format(number=number))}">'
        f'<header><span class="bb-number">{number}</span><div><h3>{escape(record.title)}</h3>'
        f"<p>{meta} {sample}</p></div></header>"
        f'<blockquote tabindex="0">{body}</blockquote>'
        f'<footer>{view}<a class="bb-button quiet" href="{escape(link)}" download>'
        f"{escape(t.download_original)}</a></footer></article>"
    )


def _surroundings(record: Record, quote: Span) -> str:
    """The quotation highlighted where it stands: in its table, or between its sentences."""
    rows = rows_around(record.document, quote)
    if rows:
        return table_html(record.document, rows, quote)
    text = record.document.text
    around = excerpt(text, quote)
    body = marked(text, Span(around.start, around.end), around.quote)
    body = body.replace("\n\n", "\n")  # blocks as lines: the card is small
    return ("… " if around.cut_before else "") + body + (" …" if around.cut_after else "")


def _stale_card(number: int, citation: Citation, t: Texts) -> str:
    return (
        f'<article class="bb-source stale"><header><span class="bb-number">{number}</span>'
        f"<div><h3>{escape(citation.title)}</h3><p>{escape(citation.source)}</p></div></header>"
        f"<blockquote><mark>{escape(citation.quote)}</mark></blockquote>"
        f"<p>{escape(t.source_changed)}</p></article>"
    )


def _where(record: Record, citation: Citation, t: Texts) -> list[str]:
    place = locate(record.document, Span(citation.start, citation.end))
    page = citation.page or place.page
    where = [t.page_n.format(number=page)] if page else []
    if place.table is not None:
        where.append(t.table_row.format(table=place.table, row=place.row))
    return where
