"""Years that a question names by a meeting: "trình cuối năm 2022 kế hoạch cho năm kế tiếp"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.page import Page
from corpus.periods import find_periods
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
    if met := _GATHERED.search(page.folded):
        rest = page.folded[met.end() :]
        if asked := [found.period for found in find_periods(rest) if not found.base]:
            page.cover(*met.span())
            return asked
    return periods


# "Giao ban quý I/2026, xã hạ chỉ tiêu năm 2026 xuống bao nhiêu?": when they met
_GATHERED = re.compile(
    r"\b(?:giao ban|so ket|hoi nghi|phien hop|hop|ky hop)(?: (?:\w+ ){0,3}?)"
    r"(?:quy|thang) [ivx\d]+(?:\s?/\s?| nam )(?:19|20)\d\d\s*,"
)


_WRITTEN = re.compile(
    r"\b(?:(?:nghi quyet|bao cao|ke hoach|van ban) (?:\w+ ){0,4}?)?"
    r"(?:ban hanh|thong qua|de ra|giao|ky)"
    r" (?:tu |hoi |vao )?(?:cuoi |dau |giua )?nam ((?:19|20)\d\d)\b"
    r"|\bhoi (?:cuoi|dau) (?:nam )?((?:19|20)\d\d)\b"
    # "theo cái nghị quyết ra hồi 2020 ấy", "nghị quyết năm 2020 đề ra ... vào năm 2025"
    r"|\bnghi quyet (?:ra |co )?(?:tu |hoi |nam )+((?:19|20)\d\d)\b"
)


# "Theo kỳ họp cuối năm 2021": when they met, not what the figures are of.
_MET = re.compile(
    r"\b(?:theo|tai|o|trong|thong qua) (?:\w+ ){0,3}?"
    r"(?:ky hop|hoi nghi|phien hop|dai hoi|nghi quyet|phat bieu|dien van|bao cao|bien ban|thong bao"
    r"|cuoc hop|chat van)(?: \w+){0,4}?"
    r" (?:cuoi|dau|giua) (?:nam )?((?:19|20)\d\d)\b"
)


def year_written(page: Page) -> int:
    """The year of the paper asked about; masked out where another year is asked for beside it."""
    left = page.left()
    if met := _MET.search(left):
        page.cover(*met.span())
        return int(met[1])
    match = _WRITTEN.search(left)
    if match is None:
        return 0
    if not _YEAR_AFTER.search(left):  # "hồi cuối năm 2021 đặt cho năm sau"
        if len(re.findall(r"\b(?:19|20)\d\d\b", left)) < 2:
            return 0
        page.cover(match.end() - 8, match.end())
    return int(match[1] or match[2] or match[3])


_IN_PAPER = re.compile(
    r"\b(?:theo|trong|tai|sau) (?:bao cao|thong bao|ket luan|bien ban|nghi quyet|hoi nghi|ky hop"
    r"|phien)"
    r"(?: \w+){0,5}?[ /]((?:19|20)\d\d)\b"
)


def of_tasks_paper(folded: str, periods: list[Period], written: int) -> tuple[list[Period], int]:
    """A task's year without its paper's: "theo báo cáo cuối năm 2022 giao ai, xong khi nào?"."""
    if (paper := _IN_PAPER.search(folded)) is None or written:
        return periods, written
    year = int(paper[1])
    return [p for p in periods if (p.first, p.last) != (year, year)], year


def by_the_end(period: Period, folded: str) -> Period:
    """The end of a term, where what a congress set for it is asked: "mục tiêu đại hội đến 2025"."""
    if period.is_term and period.part != "school" and _TERMS_END.search(folded):
        return Period(period.last, period.last, "by")
    whole = not period.is_term and not period.part and period.first % 5 == 0
    return replace(period, part="by") if whole and _CONGRESS.search(folded) else period


_TERMS_END = re.compile(r"\b(?:cuoi|het|ket thuc) nhiem ky\b")
_CONGRESS = re.compile(
    r"\bdai hoi (?=(?:dai bieu |dang|lan|nhiem ky|huyen|tinh|thi|xa|phuong|dac khu)\b)"
)
