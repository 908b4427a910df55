"""Lines that set what stands below them: numbered leads, headlines, reports being presented."""

from __future__ import annotations

import re

from corpus.cues import mood_of_heading, mood_of_sentence
from corpus.document import Span
from corpus.headings import is_marker
from corpus.normalize import CAPITAL
from corpus.periods import find_periods
from corpus.quantities import find_quantities
from corpus.setting import Setting

LONGEST_DATELINE = 150  # characters
_LONGEST_LEAD = 60  # characters
_LEAD_LINE = re.compile(r"(?:\W*(?:[ivx]+|\d{1,2}|[a-z])(?:\.\d)?[.)]|\*+)\s+[^.;]*:?\W*$", re.I)
DASH = re.compile(r"\s*[-+*•–]\s")


def is_lead(text: str) -> bool:
    """Whether a short numbered line opens a part of its own: "2. Đến năm 2030"."""
    return len(text) <= _LONGEST_LEAD and bool(_LEAD_LINE.match(text)) and not find_quantities(text)


def is_headline(text: str) -> bool:
    """Whether a line of plain text is a headline inside an article: it tells a figure of its own.

    What stands below it may be about anything: "Phấn đấu đến năm 2030 thu nhập đạt 90 triệu đồng".
    """
    told = text.strip()
    short = len(told) < LONGEST_DATELINE and told[-1:] not in ".;:,…"
    return (
        short
        and not is_marker(told)
        and any(_MEASURED.match(q.unit) for q in find_quantities(told))
    )


_MEASURED = re.compile(r"%|(?:tỷ|triệu|nghìn|ngàn|đồng|ha|tấn)(?!\w)", re.I)

# "1. Đ/c A trình bày tóm tắt dự thảo Báo cáo kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm."
_PRESENTED = re.compile(
    r"(?:trình bày|thông qua|đọc|báo cáo|nghe)\s(?:[^.:;]{0,60}?\s)?"
    r"(?:báo cáo|kết quả|tình hình|đánh giá|kiểm điểm)\s(?P<what>[^.:;]*)",
    re.I,
)
_AND_AHEAD = re.compile(
    r"(?:[,;]|\svà)\s(?:\S+ ){0,3}?(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|chỉ tiêu)", re.I
)


def presented(text: str, span: Span) -> Setting | None:
    """What the dashes below a line tell that says which report somebody presents; else None."""
    report = _PRESENTED.search(text)
    if report is None or find_quantities(text):
        return None
    what = _AND_AHEAD.split(report["what"])[0]
    periods = [found.period for found in find_periods(what) if not found.base]
    if len(periods) != 1 or periods[0].is_term:
        return None
    return Setting("result", periods[0], None, (span,))


# "Sơn Ca, tháng 11 năm 2024", where a paper was signed
_SIGNED = re.compile(
    rf"\W*{CAPITAL}[\w'’]*(?: [\w'’]+){{0,5}}, (?:ngày [\s.…\d]*)?tháng [\s.…\d]*năm \d{{4}}\W*"
)


def is_of_title(text: str, title: str) -> bool:
    """Whether a line at the top says nothing of what follows: the place and month of signing.

    Or the second half of a title that looks back first: "phương hướng, nhiệm vụ năm 2024".
    """
    line = " ".join(text.split())
    if _SIGNED.fullmatch(line) is not None:
        return True
    if line not in title or mood_of_heading(title) != "result":
        return False
    return {mood_of_heading(line), mood_of_sentence(line)} != {"result"}
