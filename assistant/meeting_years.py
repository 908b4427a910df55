"""Years that a question names by a meeting: "trình cuối năm 2022 kế hoạch cho năm kế tiếp"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.page import Page
from corpus.record import Period

_MID_YEAR = re.compile(r"\bky hop (?:thuong le )?giua nam\b")
_YEAR_AFTER = re.compile(r"\b(?:cho|cua|vao) nam (?:ke tiep|tiep theo|sau|lien sau)\b")


def of_meeting(page: Page, periods: list[Period]) -> list[Period]:
    """Periods without the half that only names a session, or in the year behind a meeting's."""
    if _MID_YEAR.search(page.folded):
        periods = [replace(p, part="") if p.part == "h1" else p for p in periods]
    if len(periods) == 1 and not periods[0].is_term and _YEAR_AFTER.search(page.left()):
        periods = [replace(p, first=p.first + 1, last=p.last + 1) for p in periods]
        page.mask(_YEAR_AFTER.pattern)
    return periods
