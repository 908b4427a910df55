"""The line above the tabs: name, language switch, who is signed in."""

from __future__ import annotations

import gradio as gr

from pages.access import SIGN_OUT_URL, user_of
from pages.markup import escape
from pages.part import part
from pages.text import Texts


def head_html(t: Texts, user: str = "") -> str:
    """`user`: the name of who is signed in."""
    language = "en" if t.language == "vi" else "vi"
    leave = (
        f'<i>{escape(user)}</i><a href="{SIGN_OUT_URL}">{escape(t.sign_out)}</a>' if user else ""
    )
    return (
        f'<header class="bb-head"><h1>{escape(t.brand)}</h1><span>{escape(t.tagline)}</span>'
        f'<a href="{escape(t.other_url)}" lang="{language}" hreflang="{language}">'
        f"{escape(t.other_language)}</a>{leave}</header>"
    )


def build_head(t: Texts, blocks: gr.Blocks, guarded: bool) -> None:
    """Lay it out; where people sign in it names them once the page has loaded."""
    head = part(head_html(t), "head")

    def greet(request: gr.Request) -> str:
        user = user_of(request)
        return head_html(t, user.name if user else "")

    if guarded:
        blocks.load(greet, None, [head], api_visibility="private", show_progress="hidden")
