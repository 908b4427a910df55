"""The list of earlier conversations: a panel over the page, opened from the foot of the talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from pages.conversations import Entry
from pages.markup import attributes, button, escape
from pages.text import Texts
from pages.wording import day, whole


def list_html(
    entries: Sequence[Entry],
    current: str,
    t: Texts,
    *,
    deleted: tuple[str, str] = ("", ""),
    problem: str = "",
) -> str:
    """`current`: the id of the one that is open; `deleted`: id and title of what just went."""
    said = ""
    if problem:
        said = f'<p class="bb-problem" role="alert">{escape(problem)}</p>'
    elif deleted[0]:
        undo = button(t.undo, "undelete-talk", data_id=deleted[0], data_focus="1")
        sentence = escape(t.talk_deleted.format(title=deleted[1]))
        said = f'<div class="bb-notice" role="status"><span>{sentence}</span>{undo}</div>'
    if entries:
        rows = "".join(_row(entry, entry.id == current, t) for entry in entries)
        body = f'<ul class="bb-talks">{rows}</ul>'
    else:
        body = f'<p class="bb-hint">{escape(t.talks_empty)}</p>'
    focus = {} if deleted[0] else {"data_focus": "1"}
    return (
        '<div class="bb-veil" data-do="close"></div>'
        '<section class="bb-reader bb-drawer" role="dialog" aria-modal="true" '
        'aria-labelledby="bb-talks-title"><header><div class="bb-reader-top">'
        f'<h2 id="bb-talks-title">{escape(t.talks)}</h2>'
        f"{button(t.close, 'close', title=t.close_title, **focus)}</div>"
        f"<div>{button(t.new_conversation, 'new', style='solid')}</div></header>"
        f'<div class="bb-reader-body">{said}{body}</div></section>'
    )


def _row(entry: Entry, current: bool, t: Texts) -> str:
    said = [_day(entry.at, t), t.talk_turns.format(number=whole(entry.turns, t))]
    said += [t.talk_current] if current else []
    extra = attributes(
        data_do="open-talk", data_id=entry.id, aria_current="true" if current else None
    )
    drop = button(
        t.remove,
        "delete-talk",
        data_id=entry.id,
        aria_label=t.delete_talk.format(title=entry.title),
    )
    return (
        f"<li{' class=current' if current else ''}><div>"
        f'<button type="button" class="bb-title"{extra}>{escape(entry.title)}</button>'
        f'<span class="bb-file">{escape(" · ".join(said))}</span></div>{drop}</li>'
    )


def _day(at: datetime, t: Texts) -> str:
    ago = (date.today() - at.date()).days
    return {0: t.today, 1: t.yesterday}.get(ago) or day(at.date(), t)
