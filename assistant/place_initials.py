"""Places that a question writes by their initials: "huyện MTT" for "Mai Trạch Thượng"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from assistant.page import Page
from corpus.normalize import fold
from corpus.places import LEVEL_RANK, Place

# Capitals that shorten something else than a place.
_ABBREVIATIONS = frozenset([
    "HĐND", "UBND", "MTTQ", "BHYT", "BHXH", "OCOP", "GRDP", "NTM", "HTX", "NSNN", "QPAN",
    "KTXH", "SL", "KH", "TH", "TB", "NS", "DT", "GT", "SX", "DN", "CN", "XD", "LN", "HS",
    "GV", "CB", "NQ", "BC", "TTYT", "TTHC", "ĐTC", "DTTS", "GPMB", "CSXH", "LĐ", "NN", "TM",
    "DV", "CT", "BT",
])  # fmt: skip


def by_initials(text: str, page: Page, known: Sequence[Place]) -> list[tuple[int, Place]]:
    """A place written by its initials ("MTT" for "Mai Trạch Thượng"), where only one has them."""
    found: list[tuple[int, Place]] = []
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    for match in re.finditer(r"(?<![\w/-])[^\W\d_a-z]{2,5}(?![\w/-])", plain):
        if not match[0].isupper() or match[0] in _ABBREVIATIONS:
            continue
        fitting = {
            p.key: p
            for p in known
            if initials_of(p) == fold(match[0]) and LEVEL_RANK.get(p.level, 1) <= 2
        }
        if len(fitting) == 1 and page.left()[match.start() : match.end()].strip():
            found.append((match.start(), next(iter(fitting.values()))))
            page.cover(*match.span())
    return found


def initials_of(place: Place) -> str:
    return "".join(word[0] for word in place.key.split())
