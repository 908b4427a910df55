"""Who signed a record, as its foot says."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import of_place
from assistant.knowledge import ReadRecord, Shelf, association
from assistant.question import Question
from corpus.document import Span
from corpus.people import Person, signed_by
from corpus.places import LEVEL_RANK

# no "kỳ họp", "kỳ này"
_SIGNS = re.compile(
    r"\b(?:ai|nguoi|do ai) (?:\w+ ){0,2}ky\b(?! (?:hop|nay|truoc|sau|dai hoi))|\bky boi ai"
    r"|who signed|signed by"
)


def asks_signature(question: Question) -> bool:
    """Whether a question asks who signed a paper."""
    return _SIGNS.search(question.folded) is not None


def signer_of(read: ReadRecord) -> Person | None:
    """Who signed a record, with the record's body and place in the post."""
    document = read.document
    lines: list[tuple[str, Span]] = []
    for block in document.blocks[len(document.blocks) // 2 :]:
        if block.kind == "row":
            continue
        at = block.start
        for line in document.text[block.start : block.end].split("\n"):
            lines.append((line, Span(at, at + len(line))))
            at += len(line) + 1
    person = signed_by(lines)
    if person is None:
        return None
    post = _shortened(person.posts[0])
    if re.search(r"MTTQ|mặt trận", read.record.body, re.I):  # signs for its standing committee
        post = re.sub(r"(?i)ban thường trực", "MTTQ", post)
    if association(read.record.body):  # its chairman signs for its standing committee
        post = re.sub(r"(?i)\s(?:ban (?:thường vụ|chấp hành)|BCH|BTV)(?!\w).*$", "", post)
    whole = read.record.place if len(post.split()) > 2 else read.record.body or read.record.place
    level = next((lv for lv in LEVEL_RANK if whole.startswith(f"{lv} ")), "")
    level = level or whole.split(" ", 1)[0]
    # "Trưởng công an huyện", "Chủ tịch hội đồng trường"
    post = re.sub(rf"(?i)\s{re.escape(level)}$", "", post) if level else post
    return person._replace(posts=(f"{post} {_shortened(whole)}".strip(),))


def _shortened(name: str) -> str:
    """The people's committee and council by their initials, as a signature has them."""
    name = re.sub(r"(?i)ủy ban nhân dân|uỷ ban nhân dân", "UBND", name)
    return re.sub(r"(?i)hội đồng nhân dân", "HĐND", name)


def answer_signed(question: Question, shelf: Shelf) -> Answer | None:
    """Who signed the paper asked about: by its number, else the newest of the place and year."""
    number = re.search(r"\b(\d{1,4})(?:/|\b(?! *%))", question.folded)
    for info in shelf.knowledge().newest_first():
        if not of_place(question, info.place):
            continue
        read = shelf.read(info.id)
        if read is None:
            continue
        top = f"{info.title} {read.record.source} {read.document.text[:_TOP]}"
        if number and int(number[1]) not in question.years:
            if not re.search(rf"(?<!\d)0*{int(number[1])}(?=\s?[/-]|_)", top):
                continue
        elif question.years and info.date is not None and info.date.year not in question.years:
            continue
        person = signer_of(read)
        if person is not None:
            draft = Draft(question.language)
            mark = draft.cite(read.record, person.span)
            return draft.finish(f"{person.name}, {', '.join(person.posts)} {mark}.", found=True)
    return None


_TOP = 600  # characters in which a paper gives its number
