"""What a terminal needs: UTF-8, a progress bar, columns, wrapped text."""

from __future__ import annotations

import io
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence

_BAR = 24  # characters
_GAP = "  "


def use_utf8() -> None:
    """Vietnamese on every console and pipe; Windows would use its code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def say(text: str = "") -> None:
    print(text, flush=True)


def complain(sentence: str) -> None:
    """One sentence to the error stream."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)


class ProgressBar:
    """A line on the error stream that is drawn over; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._dirty = False

    def show(self, done: int, total: int, name: str) -> None:
        if not self._shown or not total:
            return
        filled = _BAR * done // total
        bar = "█" * filled + "░" * (_BAR - filled)
        room = max(10, terminal_width() - _BAR - 16)
        shown = name if len(name) <= room else f"{name[: room - 1]}…"
        sys.stderr.write(f"\r\x1b[K{bar} {done}/{total} {shown}")
        sys.stderr.flush()
        self._dirty = True

    def clear(self) -> None:
        if self._dirty:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._dirty = False


def terminal_width() -> int:
    return shutil.get_terminal_size((100, 24)).columns


def wrapped(text: str, indent: str = "") -> str:
    """`text` broken at the terminal's width, its own lines kept."""
    width = max(40, min(terminal_width(), 100))
    return "\n".join(
        textwrap.fill(
            line, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False
        )
        for line in text.splitlines() or [""]
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 44) -> str:
    """Left-aligned columns; a cell longer than `widest` is cut with an ellipsis."""
    cut = [
        [cell if len(cell) <= widest else f"{cell[: widest - 1]}…" for cell in row]
        for row in [list(head), *(list(row) for row in rows)]
    ]
    widths = [max(_width(row[i]) for row in cut) for i in range(len(head))]
    return "\n".join(
        _GAP.join(
            cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True)
        ).rstrip()
        for row in cut
    )


def _width(text: str) -> int:
    """Columns on the terminal: marks that stand apart from their letter take none."""
    return sum(not unicodedata.combining(character) for character in text)
