"""A question's text while it is read: what is understood is masked out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from corpus.normalize import fold

_UNLIKE_MAY = re.compile(r"\bm(?:ây|áy|ày|ảy)\b", re.I)


def unlike_may(plain: str, folded: str) -> str:
    """A folded text in which words that only fold like "mấy", how many, keep their accents."""
    for at in _UNLIKE_MAY.finditer(plain):
        folded = f"{folded[: at.start()]}{at[0]}{folded[at.end() :]}"
    return folded


class Page:
    """A question's text with accents and folded, letter by letter; words can be masked out."""

    def __init__(self, plain: str, folded: str) -> None:
        self.plain, self.folded = plain, folded
        self._open = [True] * len(folded)

    @staticmethod
    def of(text: str) -> Page:
        text = re.sub(r"(?<=\w)['’]s\b", "", unicodedata.normalize("NFC", text))
        text = re.sub(r"(?<=\w)['’‘ʼ`´](?=\w)", "", text)
        plain = " ".join(text.lower().split())
        folded = fold(plain)
        return Page(plain if len(plain) == len(folded) else folded, folded)

    def left(self) -> str:
        """The folded text with blanks for what is masked; the length stays."""
        return "".join(c if o else " " for c, o in zip(self.folded, self._open, strict=True))

    def unlike_may(self, text: str) -> str:
        """A folded text of this page in which no "mây", no "nước máy" reads as "mấy", how many."""
        return unlike_may(self.plain, text)

    def rest(self) -> str:
        """The text with accents, without what is masked."""
        return "".join(c if o else " " for c, o in zip(self.plain, self._open, strict=True))

    def cover(self, start: int, end: int) -> None:
        self._open[start:end] = [False] * (end - start)

    def mask(self, pattern: str, spelt: Container[str] = ()) -> None:
        """Mask what a folded pattern matches; with `spelt`, only where it is spelt so."""
        for match in re.finditer(pattern, self.left()):
            if not spelt or self.plain[slice(*match.span())].strip("()") in spelt:
                self.cover(*match.span())
