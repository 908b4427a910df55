"""How many sit on a committee or a council: "Ban Chấp hành khóa XXIV có mấy người?"."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit, of_place
from assistant.knowledge import Shelf, of_association_alone
from assistant.question import Question
from assistant.quoting import quote_unit
from assistant.which_meeting import same_ordinal
from corpus.normalize import fold
from corpus.vocabulary import Vocabulary, respelled

_BODY = re.compile(
    r"\b(?P<body>ban chap hanh|ban thuong vu|hoi dong quan tri|ban kiem soat|uy ban kiem tra"
    r"|hoi dong truong|doan chu tich)\b"
)
_SEATS = re.compile(
    r"\b(?:bao nhieu|may) (?:nguoi|(?:dang )?uy vien|dong chi|thanh vien)\b|\bhow many members\b"
)
_ATTENDS = re.compile(r"\b(?:du|co mat|vang|tan thanh|dong y|nhat tri|bieu quyet|phieu)\b")
_SIZE = re.compile(
    r"\b(?:gom|bau|co)(?: (?:du|moi|duoc|la))* [^.;:\d]{0,60}?\b\d{1,3} "
    r"(?:dong chi|(?:dang )?uy vien|thanh vien|nguoi)\b"
)
_TERM = re.compile(r"\bkhoa ([ivxl]+|\d+)\b")


def _body_asked(question: Question) -> str:
    words = " ".join(respelled(question.folded, Vocabulary.load()))
    words = re.sub(r"\bexecutive committee\b", "ban chap hanh", words)
    words = re.sub(r"\bstanding (?:committee|board)\b", "ban thuong vu", words)
    body = _BODY.search(words)
    return body["body"] if body and _SEATS.search(words) and not _ATTENDS.search(words) else ""


def asks_size(question: Question) -> bool:
    """Whether a question asks how many members a committee has."""
    return bool(_body_asked(question))


def answer_size(question: Question, shelf: Shelf) -> Answer | None:
    """The newest sentence that says of how many the committee of the term asked for consists."""
    body, term = _body_asked(question), _TERM.search(question.folded)
    for info in shelf.knowledge().newest_first():
        read = shelf.read(info.id) if of_place(question, info.place) else None
        if read is None or of_association_alone(info, question.folded):
            continue  # the women's union of the commune has a committee as well
        for statement in read.statements:
            said = fold(read.document.quote(statement.span))
            if body not in said or _ATTENDS.search(said) or not _SIZE.search(said):
                continue
            told = _TERM.search(said)
            if term and told and not same_ordinal(term[1], told[1]):
                continue
            return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
    return None
