"""What a paper that only sets plans gives to the figures that say nothing of their own.

"Nghị quyết về nhiệm vụ năm 2025", settled in December 2024: behind its "QUYẾT NGHỊ" every figure is
planned that no sentence, heading or year tells of as reached; so is each table of a year's plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Document
from corpus.figure_context import LATE
from corpus.metadata import Metadata
from corpus.outline import Statement
from corpus.periods import find_periods
from corpus.setting import Setting

_DECIDES = re.compile(r"\W*nghị quyết(?!\w)", re.I)
_PLANS = re.compile(r"\W*(?:kế hoạch|chương trình công tác|quyết định)(?!\w)", re.I)
_LOOKS_BACK = re.compile(r"kết quả|tổng kết|sơ kết|đánh giá|tình hình|quyết toán|giám sát", re.I)
_RESOLVES = re.compile(r"\W*(?:quyết (?:nghị|định)|điều 1)\W*", re.I)
_FIRST_ARTICLE = re.compile(r"\W*điều 1[.:]\s", re.I)
_RESOLVES_ALOUD = re.compile(  # "HĐND xã quyết nghị: thu ngân sách 7,65 tỷ đồng; ..."
    r"(?:HĐND|hội đồng nhân dân|ban chấp hành|BCH)[^.;:]{0,40}?\squyết nghị\s*:", re.I
)
_CONGRESS = re.compile(r"đại hội", re.I)  # whose papers tell of the term before as well
_MID_YEAR = 8  # the month up to which a plan for the second half is made
_EARLY = 3  # the month up to which a plan for the year is made


def with_plans(
    document: Document, statements: Sequence[Statement], metadata: Metadata
) -> list[Statement]:
    """The statements, with the mood that the paper gives to those that have none."""
    if not _is_ahead(metadata):
        return list(statements)
    decides = _DECIDES.match(metadata.title) is not None
    settled = _settled_from(document, statements) if decides else len(document.text)
    told: list[Statement] = []
    for statement in statements:
        setting = statement.setting
        before = all(source.start < settled for source in setting.sources)
        behind = statement.span.end > settled
        if behind and before:
            setting = Setting()  # what the considerations tell of ends with them
        unsaid = not setting.mood and setting.period is None
        if unsaid and (behind or document.blocks[statement.block].kind == "row"):
            statement = replace(statement, setting=replace(setting, mood="target"))
        told.append(statement)
    return told


def _settled_from(document: Document, statements: Sequence[Statement]) -> int:
    """Where a resolution's decisions begin; the text's end where no line says so."""
    for number in sorted({statement.block for statement in statements}):
        block = document.blocks[number]
        if _RESOLVES.fullmatch(document.text, block.start, block.end):
            return block.end
        if _FIRST_ARTICLE.match(document.text, block.start, block.end):
            return block.start
        if aloud := _RESOLVES_ALOUD.search(document.text, block.start, block.end):
            return aloud.end()
    return len(document.text)


def _is_ahead(metadata: Metadata) -> bool:
    """Whether a paper's title says that it sets what is planned for a year, and nothing else."""
    title, day = metadata.title, metadata.date
    if metadata.planned is not None and _DECIDES.match(title) and not _CONGRESS.search(title):
        return True  # "Nghị quyết về kế hoạch đầu tư công trung hạn 2021 - 2025"
    told = {f.period for f in find_periods(title) if not f.base}
    named = {period.first for period in told}
    sets = _DECIDES.match(title) or _PLANS.match(title)
    if not sets or _LOOKS_BACK.search(title) or day is None or len(named) != 1:
        return False
    year = named.pop()
    if year == day.year and {period.part for period in told} == {"h2"} and day.month <= _MID_YEAR:
        return True  # "kế hoạch đầu tư công 6 tháng cuối năm 2025", of July
    return year == day.year + 1 or (year == day.year and day.month <= _EARLY)


def without_stray_parts(
    document: Document, statements: Sequence[Statement], metadata: Metadata
) -> list[Statement]:
    """The statements of a whole year's record, without the part of it that a sentence opened.

    "Tháng 9, bão làm 1.060 ha rừng gãy đổ.", and behind it what the year brought. A part that a
    heading or the line over a list names is meant for what stands below.
    """
    told = metadata.period
    if told is None or told.part or metadata.date is None or metadata.date.month < LATE:
        return list(statements)
    kept: list[Statement] = []
    for statement in statements:
        period = statement.setting.period
        if period is not None and period.part not in _WHOLE and period.first in (0, told.first):
            above = [*statement.section, *([statement.opener] if statement.opener else [])]
            said = " ".join(map(document.quote, (statement.sentence, *above)))
            if not any(f.period.part == period.part for f in find_periods(said)):
                statement = replace(statement, setting=replace(statement.setting, period=None))
        kept.append(statement)
    return kept


_WHOLE = ("", "by", "school")
