"""A part of a page that is drawn by us: `gr.HTML` without Gradio's own prose styles."""

from __future__ import annotations

from typing import Any

import gradio as gr

from pages.assets import read_asset


def part(value: str, name: str, *, script: str = "actions.js", **props: Any) -> gr.HTML:
    """`name` is its id in the page; `script` runs in it once; `props` are given to the script."""
    return gr.HTML(
        value,
        js_on_load=read_asset(script),
        elem_id=name,
        elem_classes="bb-part",
        apply_default_css=False,
        padding=False,
        **props,
    )
