"""Named endpoints for other programs: `gradio_client`, and assistants through MCP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from index.library import Library
from service.local import LocalService

_MOST = 200  # figures in one reply


def add_endpoints(library: Library, assistant: Assistant) -> None:
    """`/ask`, `/records` and `/figures`, inside the open Blocks."""
    service = LocalService(library, assistant)

    def ask(question: str, history: list[str] | None = None) -> dict[str, Any]:
        """Answer a question from the meeting records, with the passages that prove it.

        Args:
            question: in Vietnamese or English.
            history: earlier questions of the same conversation, oldest first.
        """
        return _plain(service.ask(question, history or ()))

    def records() -> list[dict[str, Any]]:
        """List the records in the library."""
        return [_plain(message) for message in service.records()]

    def figures(
        indicator: str = "", place: str = "", year: int = 0, kind: str = ""
    ) -> list[dict[str, Any]]:
        """Look up figures by indicator, place, year (0: any) and kind ("target", "result"...)."""
        found = service.figures(indicator, place, year or None, kind)
        return [_plain(message) for message in found[:_MOST]]

    for endpoint in (ask, records, figures):
        gr.api(endpoint, api_name=endpoint.__name__, queue=False)


def _plain(message: Mapping[str, Any]) -> dict[str, Any]:
    return dict(message)
