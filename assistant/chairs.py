"""Who chaired a meeting, or wrote its minutes."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.meetings import MEETS, OPENING, fitting_meetings
from assistant.question import Question
from assistant.quoting import quote_unit
from corpus.people import find_people

# A part in a meeting: how a question asks for it, how a record gives it.
_ROLES = (
    (r"chu tri|chu toa|dieu hanh|chair|presided", r"chủ trì|chủ tọa|chủ toạ"),
    (r"thu ky|ghi chep|minutes", r"thư ký|ghi chép"),
)


# "ai chủ trì cuộc họp", "who chaired the meeting": of the meeting, no other thing's part
_ROLE_IN_MEETING = re.compile(
    r"(?:chu tri|chu toa|dieu hanh|chair\w*|presided(?: over)?|thu ky) (?:the )?(?:cuoc |buoi )?"
    r"(?:hop|hoi nghi|phien hop|ky hop|meeting|session|conference)\b"
)


def asks_role(question: Question) -> bool:
    return _ROLE_IN_MEETING.search(question.folded) is not None


def answer_role(question: Question, shelf: Shelf) -> Answer | None:
    """Who chaired the meeting asked about, or wrote its minutes, from the record's opening."""
    said = next((said for asked, said in _ROLES if re.search(asked, question.folded)), None)
    if said is None or not MEETS.search(question.folded):
        return None
    for read in fitting_meetings(question, shelf)[:1]:
        for statement in read.statements:
            if statement.span.start > OPENING:
                break
            text = read.document.quote(statement.span)
            if re.search(said, text, re.I) and find_people(text):
                whole = _SEVERAL.search(read.document.quote(statement.sentence))
                span = statement.sentence if whole else statement.span
                return quote_unit(question, Unit(read, span, statement, 1.0, 1.0))
    return None


# "Các đồng chí A, Bí thư; B, Phó Bí thư; C chủ trì hội nghị": all of them, not the last alone
_SEVERAL = re.compile(r"^\W*(?:các|hai|ba|bốn) đồng chí\s[^.]*;", re.I)
