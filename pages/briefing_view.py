"""The outline of a briefing as HTML: sentences with their sources and what can be done to them."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.briefing import PARTS, Briefing, Part, Sentence, is_sourced, sources
from pages.briefing_export import numbers, pieces, source_line
from pages.markup import attributes, button, escape, tag
from pages.text import Texts


def outline_html(briefing: Briefing, t: Texts) -> str:
    if not briefing.sentences and not briefing.dropped:
        return f'<p class="bb-hint">{escape(t.briefing_empty)}</p>'
    cited = sources(briefing)
    parts = "".join(_part(briefing, part, cited, t) for part in PARTS)
    return _top(briefing, t) + parts + _dropped(briefing, t) + _sources(cited, t)


def _top(briefing: Briefing, t: Texts) -> str:
    sourced = sum(is_sourced(s) for s in briefing.sentences)
    said = t.briefing_count.format(number=len(briefing.sentences), sourced=sourced)
    return (
        f'<div class="bb-count"><span role="status">{escape(said)}</span>'
        f'<span class="bb-exports">{button(t.briefing_docx, "docx", style="solid")}'
        f"{button(t.briefing_markdown, 'markdown')}{button(t.briefing_clear, 'clear')}</span></div>"
    )


def _part(briefing: Briefing, part: Part, cited: tuple[Citation, ...], t: Texts) -> str:
    sentences = briefing.of(part)
    items = "".join(_sentence(s, cited, t) for s in sentences)
    body = f'<ol class="bb-lines">{items}</ol>' if items else ""
    if not items:
        body = f'<p class="bb-hint">{escape(t.briefing_part_empty)}</p>'
    field = f"write-{part}"
    label = t.briefing_write_label.format(part=t.briefing_parts[part].lower())
    write = (
        f'<details class="bb-write"><summary class="bb-button link">'
        f"{escape(t.briefing_write)}</summary>"
        f'<form><label class="sr" for="{field}">{escape(label)}</label>'
        f'<textarea id="{field}" name="text" rows="2"></textarea>'
        f"{button(t.save, 'write', style='solid', data_part=part)}</form></details>"
    )
    return (
        f'<section class="bb-section"><h3>{escape(t.briefing_parts[part])}</h3>'
        f"{body}{write}</section>"
    )


def _sentence(sentence: Sentence, cited: tuple[Citation, ...], t: Texts) -> str:
    text = "".join(
        f'<mark class="unsourced"{attributes(title=t.briefing_unsourced_title)}>'
        f"{escape(piece)}</mark>"
        if bare
        else escape(piece)
        for piece, bare in pieces(sentence)
    )
    marks = "".join(_mark(n, cited[n - 1], t) for n in numbers(sentence, cited))
    tags = []
    if any(bare for _, bare in pieces(sentence)):
        tags.append(tag(t.briefing_unsourced, "mark", t.briefing_unsourced_title))
    if sentence.conflict:
        tags.append(tag(t.briefing_conflict, "mark", t.briefing_conflict_title))
    field = f"edit-{sentence.id}"
    own = sentence.id
    edit = (
        f'<details class="bb-edit"><summary class="bb-button quiet">{escape(t.edit)}</summary>'
        f'<form><label class="sr" for="{field}">{escape(t.briefing_edit_label)}</label>'
        f'<textarea id="{field}" name="text" rows="3">{escape(sentence.text)}</textarea>'
        f"{button(t.save, 'change', style='solid', data_id=own)}</form></details>"
    )
    up = button("↑", "up", title=t.briefing_up, aria_label=t.briefing_up, data_id=own)
    down = button("↓", "down", title=t.briefing_down, aria_label=t.briefing_down, data_id=own)
    drop = button(t.briefing_drop, "drop", data_id=own)
    return (
        f"<li><p>{text}{marks} {''.join(tags)}</p>"
        f'<div class="bb-line-actions">{up}{down}{edit}{drop}</div></li>'
    )


def _mark(number: int, citation: Citation, t: Texts) -> str:
    label = t.open_source.format(number=number, title=citation.title)
    extra = attributes(
        data_do="read",
        data_record=citation.record_id,
        data_start=citation.start,
        data_end=citation.end,
        title=label,
        aria_label=label,
    )
    return f'<button type="button" class="bb-cite"{extra}>{number}</button>'


def _dropped(briefing: Briefing, t: Texts) -> str:
    if not briefing.dropped:
        return ""
    items = "".join(
        f"<li><span>{escape(s.text)}</span>"
        f"{button(t.briefing_take_back, 'back', data_id=s.id)}</li>"
        for s in reversed(briefing.dropped)
    )
    said = escape(t.briefing_dropped.format(number=len(briefing.dropped)))
    return f'<details class="bb-trash"><summary>{said}</summary><ul>{items}</ul></details>'


def _sources(cited: tuple[Citation, ...], t: Texts) -> str:
    if not cited:
        return ""
    items = "".join(
        f"<li>{_mark(n, c, t)}<span>{escape(source_line(c, t))}</span></li>"
        for n, c in enumerate(cited, 1)
    )
    return (
        f'<section class="bb-section"><h3>{escape(t.briefing_sources)}</h3>'
        f'<ul class="bb-source-list">{items}</ul></section>'
    )
