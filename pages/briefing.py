"""Soạn phát biểu: an outline from records and answers, put in order by hand, taken along."""

from __future__ import annotations

import base64
import logging
import time
from collections.abc import Mapping
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.briefing import (
    PARTS,
    Briefing,
    Choice,
    cleared,
    collected,
    dropped,
    edited,
    moved,
    redrafted,
    restored,
    verified,
    written,
)
from assistant.briefing_draft import TOPICS, draft
from corpus.document import Span
from corpus.normalize import fold
from corpus.record import Figure, Record
from index.library import Library
from pages.briefing_export import as_docx, as_markdown
from pages.briefing_stored import from_stored, to_stored
from pages.briefing_view import outline_html
from pages.conversation import Conversation
from pages.markup import attributes, button, escape
from pages.part import part
from pages.reader import reader_html
from pages.text import Texts

_log = logging.getLogger(__name__)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST = 2000  # characters of a sentence


class BriefingPage:
    """What the page does, without Gradio."""

    def __init__(self, library: Library, t: Texts) -> None:
        self.library = library
        self.t = t

    def choices(self) -> tuple[list[str], list[str]]:
        """Places, the one with most figures first, and years, the newest first."""
        counts: dict[str, int] = {}
        years: set[int] = set()
        for figure in self.library.figures(kinds=("result", "estimate", "target")):
            if figure.place:
                counts[figure.place] = counts.get(figure.place, 0) + 1
            if figure.period and not figure.period.is_term:
                years.add(figure.period.first)
        places = sorted(counts, key=lambda place: (-counts[place], fold(place)))
        return places, [str(year) for year in sorted(years, reverse=True)]

    def standard(self) -> tuple[str, str]:
        """The place and year to begin with: the newest year that has results."""
        places, _ = self.choices()
        if not places:
            return "", ""
        found = self.library.figures(kinds=("result", "estimate"), places=[places[0]])
        years = [f.period.first for f in found if f.period and not f.period.is_term]
        return places[0], str(max(years)) if years else ""

    def drafted(self, briefing: Briefing, choice: Choice) -> Briefing:
        by_record: dict[str, list[Figure]] = {}
        for figure in self.library.figures():
            by_record.setdefault(figure.record_id, []).append(figure)
        records: list[tuple[Record, list[Figure]]] = []
        for info in self.library.records():
            record = self.library.record(info.id)
            if record is not None:
                records.append((record, by_record.get(info.id, [])))
        return redrafted(briefing, choice, draft(records, choice))

    def with_answer(self, now: Briefing, stored: object, answer: Answer) -> Briefing:
        return collected(current(now, stored), answer)

    def outline(self, briefing: Briefing) -> str:
        return outline_html(self.checked(briefing), self.t)

    def checked(self, briefing: Briefing) -> Briefing:
        """What the browser sent back holds only citations that the library bears out."""
        return verified(briefing, self._text_of)

    def changed(self, briefing: Briefing, do: str, data: Mapping[str, Any]) -> Briefing:
        """What a click in the outline makes of the briefing."""
        number = _whole(data.get("id"))
        text = str((data.get("form") or {}).get("text", ""))[:_LONGEST]
        if do in ("up", "down"):
            return moved(briefing, number, -1 if do == "up" else 1)
        if do == "drop":
            return dropped(briefing, number)
        if do == "back":
            return restored(briefing, number)
        if do == "change":
            return edited(briefing, number, text)
        if do == "clear":
            return cleared(briefing)
        if do == "write":
            name = next((p for p in PARTS if p == data.get("part")), PARTS[0])
            return written(briefing, name, text)
        return briefing

    def file(self, briefing: Briefing, form: str) -> str:
        """A link that the page's script follows at once; `form` is "docx" or "markdown"."""
        briefing, t = self.checked(briefing), self.t
        if form == "docx":
            content, kind, ending = as_docx(briefing, t), _DOCX, "docx"
        else:
            content, kind, ending = as_markdown(briefing, t).encode(), "text/markdown", "md"
        address = f"data:{kind};base64,{base64.b64encode(content).decode()}"
        link = attributes(
            href=address, download=f"{t.briefing_file}.{ending}", data_save=time.time_ns()
        )
        return f"<a{link} hidden>{escape(t.briefing_file)}</a>"

    def _text_of(self, record_id: str) -> str | None:
        record = self.library.record(record_id)
        return record.document.text if record else None


class BriefingParts:
    """What the composition root brings up to date when the page is shown."""

    def __init__(self, inputs: list[Any], refresh: Any, outputs: list[Any]) -> None:
        self.inputs = inputs
        self.refresh = refresh  # of the inputs, when the tab is shown
        self.outputs = outputs


def build_briefing(
    page: BriefingPage, state: gr.State, kept: Any, reader: gr.HTML
) -> BriefingParts:
    """Lay the page out and wire it; `state` and `kept` hold the briefing."""
    t = page.t
    part(
        f'<h2 class="sr">{escape(t.briefing_head)}</h2><div class="bb-page-top"></div>',
        "briefing-head",
    )
    lists = {"filterable": True, "interactive": True, "min_width": 130}
    with gr.Row(elem_classes="bb-filters", elem_id="briefing-choice"):
        place = gr.Dropdown([], label=t.briefing_place, scale=3, **lists)
        first = gr.Dropdown([], label=t.briefing_first, scale=1, **lists)
        last = gr.Dropdown([], label=t.briefing_last, scale=1, **lists)
        topics = gr.Dropdown(
            [(t.briefing_topic_names[name], name) for name in TOPICS],
            label=t.briefing_topics,
            multiselect=True,
            scale=4,
            min_width=260,
            interactive=True,
        )
    go = part(
        f'<div class="bb-actions">{button(t.briefing_draft, "draft", style="solid")}</div>',
        "briefing-go",
    )
    notice = part("", "briefing-notice")
    outline = part("", "briefing")
    file = part("", "briefing-file")
    private: dict[str, Any] = {
        "api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 8,
    }  # fmt: skip

    def make(now: Briefing, stored: object, *chosen: Any) -> tuple[Any, ...]:
        """(state, kept, outline, notice)"""
        where, start, end, fields = chosen
        now = current(now, stored)
        # The button may be pressed before the lists have been filled.
        usual_place, usual_year = page.standard()
        where, start, end = where or usual_place, start or usual_year, end or usual_year
        if not where:
            return now, gr.skip(), page.outline(now), _said(t.briefing_no_figures)
        years = sorted((_whole(start), _whole(end)))
        choice = Choice(str(where), years[0], years[1], tuple(str(f) for f in fields or ()))
        after = page.drafted(now, choice)
        nothing = not any(s.citations for s in after.sentences)
        said = _said(t.briefing_nothing.format(place=where)) if nothing else ""
        return after, to_stored(after), page.outline(after), said

    def act(now: Briefing, event: gr.EventData) -> tuple[Any, ...]:
        """(state, kept, outline, notice, file, reader)"""
        data = event._data or {}
        do = str(data.get("do"))
        same = gr.skip()
        try:
            if do in ("docx", "markdown"):
                return same, same, same, "", page.file(now, do), same
            if do == "read":
                span = Span(_whole(data.get("start")), _whole(data.get("end")))
                opened = reader_html(page.library, str(data.get("record", "")), span, t)
                return same, same, same, same, same, opened
            after = page.changed(now, do, data)
        except Exception:
            _log.exception("briefing: %s", do)
            return same, same, same, _said(t.action_failed), same, same
        said = _said(t.briefing_cleared) if do == "clear" else ""
        return after, to_stored(after), page.outline(after), said, "", same

    def refresh(now: Briefing, stored: object, *chosen: Any) -> tuple[Any, ...]:
        """The lists as the library is now; what was chosen stays where it still can be."""
        now = current(now, stored)
        places, years = page.choices()
        where, year = page.standard()
        values = [
            gr.update(choices=listed, value=value if value in listed else standard or None)
            for value, listed, standard in zip(
                chosen, (places, years, years), (where, year, year), strict=True
            )
        ]
        return *values, now, page.outline(now)

    go.click(
        make, [state, kept, place, first, last, topics], [state, kept, outline, notice], **private
    )
    outline.click(act, [state], [state, kept, outline, notice, file, reader], **private)

    inputs = [state, kept, place, first, last]
    return BriefingParts(inputs, refresh, [place, first, last, state, outline])


def collect_answers(
    page: BriefingPage, threads: list[gr.HTML], conversation: gr.State, state: gr.State, kept: Any
) -> None:
    """A button under an answer takes it into the briefing."""

    def collect(talk: Conversation, now: Briefing, stored: object, event: gr.EventData) -> Any:
        data = event._data or {}
        turn = _whole(data.get("turn"))
        if data.get("do") != "brief" or not 0 <= turn < len(talk.turns):
            return gr.skip(), gr.skip()
        after = page.with_answer(now, stored, talk.turns[turn].answer)
        return after, to_stored(after)

    for thread in threads:
        thread.click(
            collect,
            [conversation, state, kept],
            [state, kept],
            api_visibility="private",
            show_progress="hidden",
            queue=False,
        )


def current(now: Briefing, stored: object) -> Briefing:
    """The session's briefing, or the one that the browser kept from an earlier session."""
    return now if now.sentences or now.dropped else from_stored(stored)


def _said(sentence: str) -> str:
    return f'<div class="bb-notice" role="status"><span>{escape(sentence)}</span></div>'


def _whole(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0
