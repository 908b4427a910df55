"""When a meeting was held and when it ended."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answer import Answer
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.meetings import answer_meeting_date, fitting_meetings
from assistant.question import Question
from assistant.quoting import quote_unit
from corpus.days import find_dates
from corpus.normalize import fold

_ASKS_END = re.compile(
    r"\b(?:ket thuc|be mac|xong|tan(?= (?:luc|hoi|vao|may|khi|hop)\b))\b"
    r"|\b(?:end|ended|close|closed|adjourned)\b"
)
_ENDED = re.compile(
    r"(?:kết thúc|bế mạc|lập xong|thông qua(?= lúc))[^;]{0,60}\b\d{1,2}\s?(?:giờ|h|g(?=\d)|:\s?\d)",
    re.I,
)
_MEETS = r"(?:họp|phiên|phiên họp|kỳ họp|hội nghị|buổi|cuộc họp|lần|sinh hoạt|giao ban|kỳ)"
_ASKS_NEXT = re.compile(
    # "lần sau", but not "lần thứ sáu"
    rf"\b{fold(_MEETS)}(?: \w+){{0,2}} (?:(?<!thu )sau|toi|tiep theo|ke tiep)\b"
    r"|\bnext (?:meeting|session)\b"
)
_ASKS_LAST = re.compile(rf"\b{fold(_MEETS)}(?: \w+){{0,1}} truoc\b(?! ngay)")
_NEXT = re.compile(
    rf"(?<!\w){_MEETS}(?: [^\W\d]+){{0,3}} (?:sau|tới|tiếp theo|kế tiếp)(?!\w)", re.I
)


def answer_when_met(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The day of the meeting asked about, or of the next one, or the hour at which it ended."""
    if _ASKS_LAST.search(question.folded):
        return None  # of the one before, minutes tell nothing but by chance
    if _ASKS_NEXT.search(question.folded):
        return _last_told(question, shelf, _tells_next)
    if not _ASKS_END.search(question.folded):
        return answer_meeting_date(question, shelf, query)
    return _last_told(question, shelf, lambda text: _ENDED.search(text) is not None)


def _tells_next(text: str) -> bool:
    """Whether a text says on which day the next meeting is held."""
    return bool(_NEXT.search(text) and (find_dates(text) or "ngày" in text.lower()))


def _last_told(question: Question, shelf: Shelf, tells: Callable[[str], bool]) -> Answer | None:
    """The last statement of the meeting's record that tells it: minutes close with it."""
    for read in fitting_meetings(question, shelf)[:1]:
        for statement in reversed(read.statements):
            if tells(read.document.quote(statement.span)):
                return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
    return None
