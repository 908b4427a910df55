"""What a paper without a day looks back on and plans: the years of its title."""

from __future__ import annotations

import re

from corpus.metadata import Metadata
from corpus.periods import find_periods
from corpus.record import Period

# "Kết quả năm 2025, chương trình công tác năm 2026"
_PLANS_BESIDE = re.compile(
    r"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình|mục tiêu|chỉ tiêu|dự toán|giải pháp)"
    r"[^;]*\d{4}\W*$",
    re.I,
)


def lies_behind_title(period: Period, metadata: Metadata) -> bool:
    """Whether a period lies after the one year that the title looks back on."""
    told = metadata.period
    if told is None or told.is_term or period.first <= told.last:
        return False
    named = {f.period for f in find_periods(metadata.title) if not f.base}
    years = {p.first for p in named}
    if any(p.is_term for p in named) or years - {told.first, told.first + 1}:
        return False
    return years == {told.first} or _PLANS_BESIDE.search(metadata.title) is not None


def lies_before_told(period: Period | None, metadata: Metadata) -> bool:
    """Whether a period was over before the year, or the school year, that the paper tells of."""
    told = metadata.period
    if told is None or period is None or not period.first:
        return False
    if told.part == "school":
        return period.part == "school" and period.last <= told.first
    return not told.is_term and period.last < told.first
