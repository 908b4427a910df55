"""Giới thiệu: what answers stand on, the library's state, how to keep it safe."""

from __future__ import annotations

import logging
from typing import Any

import gradio as gr

from index.errors import LibraryError
from index.library import Library
from pages.downloads import FEEDBACK_URL
from pages.feedback import Feedback
from pages.markup import button, escape, paragraphs
from pages.part import part
from pages.text import Texts
from pages.wording import whole

_log = logging.getLogger(__name__)


class AboutPage:
    def __init__(self, library: Library, t: Texts) -> None:
        self.library = library
        self.t = t
        self.feedback = Feedback(library.settings.home)

    def text(self) -> str:
        t = self.t
        sections = "".join(
            f"<section><h3>{escape(head)}</h3>{paragraphs(body)}</section>"
            for head, body in t.about_sections
        )
        home = str(self.library.settings.home)
        backup = (
            f"<section><h3>{escape(t.backup_head)}</h3>{paragraphs(t.backup_text)}"
            f"<p><code>{escape(home)}</code></p></section>"
        )
        return f'<div class="bb-about">{sections}{backup}</div>'

    def state(self) -> str:
        """Counts at once; the examination itself is asked for with the button."""
        infos = self.library.records()
        counts = (
            (t_label, whole(number, self.t))
            for t_label, number in (
                (self.t.count_records, len(infos)),
                (self.t.count_passages, sum(info.passages for info in infos)),
                (self.t.count_figures, sum(info.figures for info in infos)),
                (self.t.count_feedback, self.feedback.count()),
                (self.t.count_trash, len(self.library.trash())),
            )
        )
        items = "".join(f"<div><dt>{escape(k)}</dt><dd>{escape(v)}</dd></div>" for k, v in counts)
        facts = f'<p class="bb-hint">{escape(self.t.version.format(version=_version()))}</p>'
        if self.feedback.count():
            facts += (
                f'<p><a class="bb-button quiet" download href="{FEEDBACK_URL}">'
                f"{escape(self.t.feedback_export)}</a></p>"
            )
        check = f"<p>{button(self.t.doctor_run, 'examine')}</p>"
        return f'<dl class="bb-counts">{items}</dl>{facts}{check}'

    def examined(self) -> str:
        """What `doctor` finds, as sentences."""
        t = self.t
        try:
            report = self.library.doctor()
        except LibraryError as error:
            return f'<p class="bb-problem" role="alert">{escape(error)}</p>'
        except Exception:
            _log.exception("doctor")
            return f'<p class="bb-problem" role="alert">{escape(t.action_failed)}</p>'
        head = t.doctor_ok if report.ok else t.doctor_bad
        style = "bb-notice" if report.ok else "bb-problem"
        found = "".join(f"<li>{escape(f.sentence)}</li>" for f in report.findings)
        return f'<div class="{style}" role="status"><span>{escape(head)}</span></div>' + (
            f"<ul>{found}</ul>" if found else ""
        )


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("bienban")
    except PackageNotFoundError:  # run from a folder without being installed
        return "–"


def build_about(page: AboutPage) -> gr.HTML:
    """Lay the page out and wire it; returns the counts, to be brought up to date when shown."""
    t = page.t
    part(f'<h2 class="sr">{escape(t.about_head)}</h2><div class="bb-page-top"></div>', "about-head")
    state = part(page.state(), "state")
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    examined = part("", "doctor")
    part(page.text(), "about")

    state.click(page.examined, None, [examined], **private)
    return state
