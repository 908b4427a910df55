"""Terms of office that are spoken of without their years: "trong nhiệm kỳ", "nhiệm kỳ tới"."""

from __future__ import annotations

import re

from corpus.metadata import Metadata
from corpus.record import Period
from corpus.setting import Setting

_TERM_OVER = re.compile(
    r"(?:trong|cả|suốt|toàn) nhiệm kỳ(?!\s*\d)(?! (?:mới|tới|này))|nhiệm kỳ (?:vừa )?qua"
    r"|(?<!\w)(?:5|năm) năm (?:vừa )?qua",
    re.I,
)
_TERM_AHEAD = re.compile(r"nhiệm kỳ (?:mới|tới)(?!\w)", re.I)
# "từ đầu nhiệm kỳ kết nạp 389 hội viên", halfway
_TERM_SO_FAR = re.compile(r"(?:từ|kể từ|tính từ) đầu nhiệm kỳ|nửa (?:đầu )?nhiệm kỳ(?! \d)", re.I)
_TO_TERMS_END = re.compile(r"từ nay (?:đến|tới) (?:hết|cuối) nhiệm kỳ(?!\s*\d)", re.I)
# What a congress resolves is for the term that it opens.
_CONGRESS = re.compile(
    r"đại hội (?!cổ đông|đồng cổ đông|thành viên|thường niên)|báo cáo chính trị", re.I
)


# What a text must say for any of these to match but a congress.
_OF_TERMS = re.compile(r"nhiệm kỳ|năm (?:vừa )?qua", re.I)

_TERM_YEARS = 5


def unnamed_term(
    clause: str, heading: str, opening: str, mood: str, metadata: Metadata
) -> Period | None:
    """The term that is spoken of without its years: "Chỉ tiêu nhiệm kỳ mới", "trong nhiệm kỳ".

    `opening` is the sentence that set the mood: "Nhiệm kỳ qua, ..." over what was reached in it.
    """
    congress = _CONGRESS.search(metadata.title)
    if not congress and not _OF_TERMS.search(f"{opening} {heading} {clause}"):
        return None  # as in most clauses
    halfway = "" if mood == "target" else heading
    of_term = _TERM_SO_FAR.search(f"{halfway} {clause}") or _TO_TERMS_END.search(
        f"{opening} {clause}"
    )
    if of_term and len(metadata.terms) == 1:
        return metadata.terms[0]
    if metadata.date is None:
        return None
    year, whole = metadata.date.year, _TERM_OVER.search(clause)
    planned = mood == "target"
    ahead = next((t for t in metadata.terms if abs(t.first - year) <= 1 and t.last > year), None)
    if _TERM_AHEAD.search(clause) or (planned and (whole or congress)):
        return ahead
    if mood != "result" and _TERM_AHEAD.search(heading):
        return ahead
    if whole or (mood == "result" and congress and _TERM_OVER.search(opening)):
        named = next((t for t in metadata.terms if t.first < year <= t.last + 1), None)
        if named is None and ahead is None and year % _TERM_YEARS == 0:  # a congress's own year
            return Period(year - _TERM_YEARS, year)
        return named or (ahead and Period(2 * ahead.first - ahead.last, ahead.first))
    return None


def closes(setting: Setting, term: Period) -> bool:
    """Whether a plan is told behind the results of the term that ends where `term` begins.

    Or the results of `term` where the one behind it was named last: "Đại hội nhiệm kỳ 2015-2020".
    """
    told = setting.period
    if told is None or not told.is_term:
        return False
    return term.last <= told.first if setting.mood == "result" else told.last <= term.first
