"""A briefing as the visitor's browser keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from assistant.briefing import PARTS, Briefing, Choice, Sentence
from pages.stored import citation_in, items_in, list_in, text_in, whole_in

_MOST = 400  # sentences; localStorage takes some 5 MB


def to_stored(briefing: Briefing) -> dict[str, object]:
    return asdict(briefing)


def from_stored(value: object) -> Briefing:
    """What the browser kept; an empty briefing where it can't be read (another version's)."""
    if not isinstance(value, dict):
        return Briefing()
    try:
        choice = value["choice"]
        return Briefing(
            _choice(choice) if isinstance(choice, dict) else None,
            tuple(_sentence(s) for s in items_in(value["sentences"])[:_MOST]),
            tuple(_sentence(s) for s in items_in(value["dropped"])[:_MOST]),
        )
    except (KeyError, TypeError, ValueError):
        return Briefing()


def _choice(item: Mapping[str, object]) -> Choice:
    topics = tuple(text_in(topic) for topic in list_in(item["topics"]))
    return Choice(text_in(item["place"]), whole_in(item["first"]), whole_in(item["last"]), topics)


def _sentence(item: Mapping[str, object]) -> Sentence:
    part = next((p for p in PARTS if p == item["part"]), None)
    if part is None:
        raise ValueError(item["part"])
    return Sentence(
        whole_in(item["id"]),
        part,
        text_in(item["text"]),
        text_in(item["drafted"]),
        tuple(citation_in(c) for c in items_in(item["citations"])),
        bool(item["conflict"]),
    )
