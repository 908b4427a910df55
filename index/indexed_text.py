"""What a passage is indexed as: its own words after the context that they inherit.

"thu nhập bình quân 52 triệu đồng" is found by its place and year only if the title, the
headings and the sentence that opens its list are indexed with it. It is cited without them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from corpus.normalize import fold
from corpus.record import Passage

# The embedded model cuts after 512 tokens, some 1,800 characters of Vietnamese prose; figures and
# capitals take more tokens a character, so the cap stays well below.
MAX_CHARACTERS = 900


class Described(Protocol):
    """A record, or what is listed of it."""

    @property
    def title(self) -> str: ...

    @property
    def date(self) -> date | None: ...

    @property
    def place(self) -> str: ...


def index_texts(
    passages: Iterable[Passage], record: Described, text: str
) -> tuple[list[str], list[str]]:
    """(inherited context, own words) of each passage; `text` is the record's text."""
    contexts, own = [], []
    for passage in passages:
        words = _line(text[passage.start : passage.end])
        contexts.append(_context(passage, record, text, MAX_CHARACTERS - len(words)))
        own.append(words)
    return contexts, own


def index_text(passage: Passage, record: Described, text: str) -> str:
    """Title and section headings, then the opener, then the passage's own words, one a line."""
    contexts, own = index_texts([passage], record, text)
    return joined(contexts[0], own[0])


def joined(context: str, own: str) -> str:
    return f"{context}\n{own}" if context else own


def digest(indexed: str) -> str:
    """Identifies an indexed text (96 bits, hex): equal digests need no new embedding."""
    return hashlib.sha256(indexed.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def index_id(passage_id: str, digest: str) -> str:
    """The name of a passage in the derived indexes: other words make another name."""
    return f"{passage_id}@{digest}"


def _context(passage: Passage, record: Described, text: str, room: int) -> str:
    spans = sorted(span for span in passage.context if span.end <= len(text))
    lines = [
        record.title,
        passage.about,
        *passage.section,
        *(text[span.start : span.end] for span in spans),
    ]
    kept: list[str] = []
    seen: list[str] = []
    for line in map(_line, lines):
        folded = fold(line)
        if folded and not any(folded in earlier for earlier in seen):
            kept.append(line)
            seen.append(folded)
    kept[1:1] = _missing(record, seen)
    return "\n".join(_fitting(kept, room))


def _missing(record: Described, seen: Sequence[str]) -> list[str]:
    """Place and year, where nothing in the context says them."""
    told = "\n".join(seen)
    facts = [record.place, str(record.date.year) if record.date else ""]
    line = " ".join(fact for fact in facts if fact and fold(fact) not in told)
    return [line] if line else []


def _fitting(lines: list[str], room: int) -> list[str]:
    """Lines cut to `room` characters in all; the last (nearest) context lines are cut first."""
    fitting: list[str] = []
    for line in lines:
        if room < 20:  # a shorter rest says nothing
            break
        if len(line) > room:
            line = line[:room].rsplit(" ", 1)[0]
        fitting.append(line)
        room -= len(line) + 1
    return fitting


def _line(text: str) -> str:
    return " ".join(text.split())
