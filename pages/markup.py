"""Small pieces of HTML. Every text that comes from outside goes through `escape`."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from corpus.document import Span
from pages.highlight import Note

_LINE_LIST = re.compile(r"^\s*[-•+]\s+")


def escape(text: object) -> str:
    """Safe as element content and inside a double-quoted attribute."""
    return html.escape(str(text), quote=True)


def attributes(**values: object) -> str:
    """` data-x="..."` for each value; underscores become hyphens, False and None are left out."""
    parts = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        name = name.rstrip("_").replace("_", "-")
        parts.append(f" {name}" if value is True else f' {name}="{escape(value)}"')
    return "".join(parts)


def button(label: str, do: str, *, style: str = "quiet", **values: object) -> str:
    """A button whose click reaches Python as its `data-*` values (see actions.js)."""
    extra = attributes(data_do=do, **values)
    return f'<button type="button" class="bb-button {style}"{extra}>{escape(label)}</button>'


def tag(label: str, style: str = "", title: str = "") -> str:
    extra = attributes(title=title or None)
    return f'<span class="bb-tag {style}"{extra}>{escape(label)}</span>'


def paragraphs(text: str) -> str:
    """Escaped text as paragraphs and bullet lists, one for each line."""
    parts: list[str] = []
    items: list[str] = []
    for line in [*text.split("\n"), ""]:
        if _LINE_LIST.match(line):
            items.append(f"<li>{escape(_LINE_LIST.sub('', line))}</li>")
            continue
        if items:
            parts.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if line.strip():
            parts.append(f"<p>{escape(line.strip())}</p>")
    return "".join(parts)


def marked(text: str, span: Span, highlight: Span | None = None, notes: Sequence[Note] = ()) -> str:
    """`text[span]` escaped, with one `<mark>` over the highlight and the notes' spans underlined.

    `notes` must be in order; where two overlap the first one stands.
    """
    start, end = span
    if highlight is None or highlight.end <= start or highlight.start >= end:
        return _noted(text, start, end, notes)
    left, right = max(start, highlight.start), min(end, highlight.end)
    return (
        _noted(text, start, left, notes)
        + f"<mark>{_noted(text, left, right, notes)}</mark>"
        + _noted(text, right, end, notes)
    )


def _noted(text: str, start: int, end: int, notes: Sequence[Note]) -> str:
    parts: list[str] = []
    at = start
    for note in notes:
        left, right = note.span
        if left < at or right > end:
            continue
        parts.append(escape(text[at:left]))
        title = attributes(title=note.title)
        parts.append(f'<span class="bb-figure"{title}>{escape(text[left:right])}</span>')
        at = right
    parts.append(escape(text[at:end]))
    return "".join(parts)
