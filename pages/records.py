"""Hồ sơ: add files, find, read, correct, delete and take back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from index.errors import LibraryError
from index.library import Library
from index.store import CORRECTABLE
from pages.access import may_edit
from pages.intake import (
    LARGEST,
    MOST_FILES,
    Upload,
    add_uploads,
    discard,
    intake_html,
    uploads_of,
)
from pages.markup import button, escape
from pages.part import part
from pages.reader import reader_html
from pages.record_table import edit_form, table_html
from pages.text import Texts
from pages.wording import read_day
from service.samples import remove_samples

_log = logging.getLogger(__name__)

_FORMATS = (
    ".txt,.md,.html,.htm,.docx,.doc,.odt,.rtf,.pdf,.xlsx,.xls,.ods,.csv,.png,.jpg,.jpeg,.tif,.tiff"
)


class RecordsPage:
    """What the page does, without Gradio. `guarded`: people sign in (see `pages.access`)."""

    def __init__(self, library: Library, t: Texts, guarded: bool = False) -> None:
        self.library = library
        self.t = t
        self.guarded = guarded
        self._marks: dict[tuple[str, str], frozenset[str]] = {}
        self._running: dict[str, threading.Event] = {}  # session -> how to stop its upload
        self._unread: dict[str, tuple[Upload, ...]] = {}  # session -> what may be tried again

    def table(self, query: str = "", editable: bool = True) -> str:
        infos = self.library.records()
        marks = {info.id: self._marks_of(info.id, info.sha256) for info in infos}
        trash = self.library.trash() if editable else []
        return table_html(infos, query, marks, trash, self.t, editable)

    def add(self, files: object, folder: Path, session: str) -> Iterator[str]:
        """The progress as HTML; one upload a session at a time."""
        return self._add(uploads_of(files, folder), session)

    def retry(self, session: str) -> Iterator[str]:
        """Try again what failed or was not reached."""
        return self._add(self._unread.pop(session, ()), session)

    def _add(self, uploads: Sequence[Upload], session: str) -> Iterator[str]:
        if session in self._running or not uploads:
            return
        self.forget(session)
        stop = self._running[session] = threading.Event()
        try:
            for intake in add_uploads(self.library, uploads, stop, self.t):
                if intake.finished and intake.unread:
                    self._unread[session] = intake.unread
                yield intake_html(intake, self.t)
        finally:
            self._running.pop(session, None)

    def forget(self, session: str) -> None:
        """Give up what failed: its temporary copies are deleted."""
        discard(self._unread.pop(session, ()))

    def stop(self, session: str) -> None:
        if session in self._running:
            self._running[session].set()

    def remove(self, record_id: str) -> str:
        """Delete a record; the notice has the button that takes it back."""
        item = self.library.remove(record_id)
        undo = button(self.t.undo, "restore", style="solid", data_item=item.id)
        return _notice(self.t.removed.format(title=item.title), undo)

    def restore(self, item_id: int) -> str:
        return _notice(self.t.restored.format(title=self.library.restore(item_id).title))

    def drop_samples(self) -> str:
        return _notice(self.t.samples_dropped.format(number=remove_samples(self.library)))

    def form(self, record_id: str, problem: str = "") -> str:
        info = self.library.store.info(record_id)
        if info is None:
            return ""
        return edit_form(info, list(self.library.store.corrections(record_id)), self.t, problem)

    def save(self, record_id: str, form: Mapping[str, object]) -> tuple[str, str]:
        """(form with its problem or "", notice); only fields that changed are set by hand."""
        info = self.library.store.info(record_id)
        if info is None:
            return "", _notice(self.t.record_gone)
        values = {name: str(form.get(name, "")).strip() for name in CORRECTABLE}
        if not values["title"]:
            return self.form(record_id, self.t.title_needed), ""
        try:
            day = read_day(values["date"])
        except ValueError:
            return self.form(record_id, self.t.date_wrong), ""
        values["date"] = day.isoformat() if day else ""
        if values["kind"] not in self.t.record_kinds:
            values["kind"] = info.kind
        now = {
            "title": info.title,
            "date": info.date.isoformat() if info.date else "",
            "body": info.body,
            "place": info.place,
            "kind": info.kind,
        }
        for name, value in values.items():
            if value != now[name]:
                self.library.correct(record_id, name, value)
        return "", _notice(self.t.saved.format(title=values["title"]))

    def as_read(self, record_id: str) -> str:
        """Forget what was set by hand."""
        for name in self.library.store.corrections(record_id):
            self.library.correct(record_id, name, None)
        return _notice(self.t.as_read_done)

    def change(self, do: str, record_id: str, data: Mapping[str, Any]) -> tuple[str, str | None]:
        """(notice, what the reader's panel shows from now on, None: as before)"""
        try:
            if do == "remove":
                return self.remove(record_id), None
            if do == "restore":
                return self.restore(int(str(data.get("item")))), None
            if do == "samples":
                return self.drop_samples(), None
            if do == "save":
                opened, said = self.save(record_id, data.get("form") or {})
                return said, opened
            if do == "as-read":
                return self.as_read(record_id), ""
        except LibraryError as error:
            return _notice(str(error)), None
        except Exception:
            _log.exception("%s %s", do, record_id)
        return _notice(self.t.action_failed), None

    def _marks_of(self, record_id: str, sha256: str) -> frozenset[str]:
        key = (record_id, sha256)
        if key not in self._marks:
            record = self.library.record(record_id)
            self._marks[key] = record.document.marks if record else frozenset()
        return self._marks[key]


def _notice(sentence: str, extra: str = "") -> str:
    return f'<div class="bb-notice" role="status"><span>{escape(sentence)}</span>{extra}</div>'


def drop_zone(t: Texts) -> str:
    return (
        '<div class="bb-drop"><p class="bb-drop-head">'
        f"{escape(t.drop_head)}</p><p>{escape(t.drop_formats)}</p>"
        '<div class="bb-actions">'
        f'<label class="bb-button solid">{escape(t.choose_files)}'
        f'<input class="sr" type="file" multiple accept="{_FORMATS}" id="choose-files"></label>'
        f'<label class="bb-button quiet">{escape(t.choose_folder)}'
        '<input class="sr" type="file" webkitdirectory multiple id="choose-folder"></label></div>'
        '<p class="bb-drop-status" role="status"></p></div>'
    )


@dataclass(frozen=True, slots=True)
class RecordsParts:
    """What the composition root brings up to date when the page is shown."""

    refresh: Callable[..., tuple[str, str]]
    outputs: list[gr.HTML]  # drop zone, table


def build_records(page: RecordsPage, reader: gr.HTML) -> RecordsParts:
    """Lay the page out and wire it."""
    t = page.t
    part(
        f'<h2 class="sr">{escape(t.records_head)}</h2><div class="bb-page-top"></div>',
        "records-head",
    )
    zone = part(
        "" if page.guarded else drop_zone(t),
        "drop",
        script="upload.js",
        limit=LARGEST,
        most=MOST_FILES,
        sending=t.sending,
        too_many=t.too_many.format(number=MOST_FILES),
    )
    progress = part("", "intake")
    notice = part("", "notice")
    query = gr.Textbox(
        placeholder=t.records_filter,
        label=t.records_filter_label,
        show_label=False,
        container=False,
        elem_id="records-filter",
    )
    table = part("", "records")
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def show(typed: str, request: gr.Request) -> str:
        return page.table(typed, may_edit(request, page.guarded))

    def refresh(request: gr.Request) -> tuple[str, str]:
        editable = may_edit(request, page.guarded)
        hint = f'<p class="bb-hint">{escape(t.readers_only_read)}</p>'
        return drop_zone(t) if editable else hint, page.table("", editable)

    def upload(request: gr.Request, event: gr.EventData) -> Iterator[tuple[str, str]]:
        if not may_edit(request, page.guarded):
            yield "", _notice(t.readers_only_read)
            return
        files = (event._data or {}).get("files")
        for html in page.add(files, Path(get_upload_folder()), _session(request)):
            yield html, ""

    def act(typed: str, request: gr.Request, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        """(progress, notice, table, reader)"""
        data = event._data or {}
        do, record_id = str(data.get("do")), str(data.get("id", ""))
        same = gr.skip()
        if do == "read":
            yield same, same, same, reader_html(page.library, record_id, None, t)
            return
        if not may_edit(request, page.guarded):
            yield same, _notice(t.readers_only_read), same, same
            return
        if do == "stop":
            page.stop(_session(request))
        elif do == "hide":
            page.forget(_session(request))
            yield "", same, same, same
        elif do == "retry":
            for html in page.retry(_session(request)):
                yield html, "", same, same
            yield same, same, page.table(typed), same
        elif do == "edit":
            yield same, same, same, page.form(record_id)
        else:
            said, opened = page.change(do, record_id, data)
            yield same, said, page.table(typed), same if opened is None else opened

    added = zone.upload(upload, None, [progress, notice], concurrency_limit=4, **private)
    # one at a time, in the order asked for: the older of two filters never arrives last
    in_order: dict[str, Any] = {"concurrency_id": "records-table", "concurrency_limit": 1}
    # as a step of its own: it sees what was typed into the filter meanwhile
    added.then(show, [query], [table], **in_order, **private)
    for source in (progress, notice, table, reader):
        source.click(
            act,
            [query],
            [progress, notice, table, reader],
            concurrency_limit=8,
            trigger_mode="multiple",  # "stop" while "retry" runs
            **private,
        )
    # "change", not "input": that one misses what is pasted into an untouched box
    query.change(show, [query], [table], trigger_mode="always_last", **in_order, **private)
    return RecordsParts(refresh, [zone, table])


def _session(request: gr.Request) -> str:
    return str(request.session_hash)
