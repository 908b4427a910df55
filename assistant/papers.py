"""Papers that are told apart by their numbers: "Nghị quyết 33", "412/TB-UBND"."""

from __future__ import annotations

import re

from corpus.days import find_dates
from corpus.document import Document, Span

# A paper as a (folded) question names it; "báo cáo 6 tháng" is none.
NUMBERED = (
    r"\b(?:nghi quyet|thong bao|ket luan|bao cao|quyet dinh|to trinh|chi thi) (?:so )?\d{1,4}"
    r"(?!\d)(?! (?:chi tieu|nam|thang|ngay|quy|noi dung|nhom))(?<!(?:19|20)\d\d)"
)


def paper_number(meeting: str) -> str:
    """The number of the paper that is asked for; "" where it is a meeting ("lan thu 16")."""
    match = re.search(NUMBERED, meeting)
    return match[0].rpartition(" ")[2].lstrip("0") if match else ""


def dated_where_cited(number: str, document: Document) -> Span | None:
    """Where a record names another paper with its day: "Nghị quyết số 14/NQ-HĐND ngày 22/10"."""
    cited = re.compile(rf"[^\W\d_]+ [^\W\d_]+ (?:số )?0*{number}[/-][\w/-]+,? ngày ", re.I)
    for found in cited.finditer(document.text):
        days = find_dates(document.text[found.end() - len("ngày ") : found.end() + _DAY])
        if days:
            return Span(found.start(), found.end() - len("ngày ") + days[0].span.end)
    return None


_DAY = 40  # characters in which a day stands


def bears_number(number: str, opening: str) -> bool:
    """Whether a record's folded title, file name or first lines give it that number."""
    own = rf"(?<!\d)0*{number}"
    return bool(
        re.search(
            rf"{own}\s?(?:/|_|-20|[-/]?\s?(?:nq|tb|kl|bc|qd|ttr|ct|hdnd)\b)"
            rf"|\b(?:nq|tb|kl|bc|qd|quyet|bao|luan|cao|dinh|trinh|thi)[\s_-]*(?:so\s)?0*{number}(?!\d)",
            opening,
        )
    )
