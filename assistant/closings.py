"""When a meeting was held and when it ended."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.meetings import answer_meeting_date, fitting_meetings
from assistant.question import Question
from assistant.quoting import quote_unit

_ASKS_END = re.compile(r"\b(?:ket thuc|be mac|xong|tan)\b|\b(?:end|ended|close|closed|adjourned)\b")
_ENDED = re.compile(r"(?:kết thúc|bế mạc)[^;]{0,60}\b\d{1,2}\s?(?:giờ|h|g(?=\d)|:\s?\d)", re.I)


def answer_when_met(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The day of the meeting asked about, or the hour at which it ended."""
    if not _ASKS_END.search(question.folded):
        return answer_meeting_date(question, shelf, query)
    for read in fitting_meetings(question, shelf)[:1]:
        for statement in reversed(read.statements):  # minutes close with it
            if _ENDED.search(read.document.quote(statement.span)):
                return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
    return None
