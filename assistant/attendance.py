"""How many attended a meeting, or stayed away."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit
from assistant.knowledge import Shelf
from assistant.meetings import OPENING, fitting_meetings
from assistant.question import Question
from assistant.quoting import quote_unit
from corpus.outline import Statement

_ATTENDERS = r"dai bieu|(?:thanh|uy|dang|hoi|xa|doan) vien|co dong|dong chi|nguoi|cu tri"
_ATTENDERS += r"|ho(?: dan)?|members?|delegates?"
_ATTENDED = re.compile(
    rf"\b(?:bao nhieu|may|how many)\b.{{0,20}}\b(?:{_ATTENDERS}|shareholders?)\b.{{0,30}}"
    r"\b(?:(?:tham )?du(?! (?:an|kien|bao|toan|tinh|thao|phong|tru|cau)\b)|co mat|attend\w*"
    r"|(?:di|den) hop|present|turned up|showed up|took part"
    r"|participated)\b|\bwhat was the attendance\b"
)
_MISSED = re.compile(
    r"\bvang(?: mat)? (?:bao nhieu|may)\b"
    rf"|\b(?:bao nhieu|may) (?:{_ATTENDERS}) (?:\w+ ){{0,3}}?vang\b"
)
_ABSENT = re.compile(r"(?<!\w)vắng(?: mặt)?[^.;\d]{0,20}\d", re.I)
_STAYED_AWAY = re.compile(r"(?<!\w)vắng(?: mặt)?[^.;]{0,40}[A-ZĐÀ-Ỹ]", re.I)
_PRESENT = re.compile(
    r"^\W*dự (?:và|có|đại)|cùng (?:với )?\d"
    r"|có mặt|(?:tham |đến |về )dự|\d (?:cổ đông|đại biểu|thành viên) (?:đến )?dự"
    r"|dự (?:họp|hội nghị|đại hội|kỳ họp|phiên)",
    re.I,
)
_ATTENDING = re.compile(r"thành phần|tham dự|có mặt", re.I)
_MEMBER = r"(?:(?:tỉnh |huyện |thị |thành |đảng )?(?:ủy|uỷ)|thành|đảng) viên"
_PERSON = rf"(?:{_MEMBER}|hộ|đại biểu|cổ đông|đồng chí|người)"
_PERSONS = re.compile(
    rf"\d\s*(?:/\s*\d+)?\s*{_PERSON}|(?<!\w){_PERSON}[^.;:\d]{{0,30}}:?\s\d+(?![/\d])"
    r"|có mặt:?\s\d+(?!\s?%)",
    re.I,
)
_OF_ALL = re.compile(rf"\d\s?/\s?\d+ {_PERSON}", re.I)
_DELEGATION = re.compile(r"đoàn đại biểu[^.;]{0,60}(?:gồm|có) ", re.I)  # sent to another meeting
_CALLED = re.compile(r"triệu tập|(?<!có )mời", re.I)
_VOTED = re.compile(r"đồng ý|thông qua|tán thành|(?<!quyền )biểu quyết|phiếu", re.I)


# "ai vắng họp?", "những đồng chí nào vắng mặt?"
_WHO_MISSED = re.compile(
    rf"\b(?:ai|(?:{_ATTENDERS}) nao)\b(?: (?:bi|da|lai|duoc))? vang\b(?! (?:bao nhieu|may)\b)"
    r"|\bvang(?: mat)? (?:nhung )?(?:ai|dong chi nao)\b|\bwho (?:was|were) absent\b"
)


def asks_attendance(question: Question) -> bool:
    """Whether a question asks how many attended a meeting, or who stayed away."""
    if dict(question.spelling).get("du", "dự") != "dự" and not _MISSED.search(question.folded):
        return False  # "tiêm đủ hai mũi"
    asked = (_ATTENDED, _MISSED, _WHO_MISSED)
    return any(pattern.search(question.folded) for pattern in asked)


def answer_attendance(question: Question, shelf: Shelf) -> Answer | None:
    """How many attended the meeting asked about, in the record's own sentence."""
    for read in fitting_meetings(question, shelf)[:1]:
        if _MISSED.search(question.folded) or _WHO_MISSED.search(question.folded):
            opening = (s for s in read.statements if s.span.start < OPENING)
            tells = _ABSENT if _MISSED.search(question.folded) else _STAYED_AWAY
            absent = (s for s in opening if tells.search(read.document.quote(s.span)))
            told = next(absent, None)
            return quote_unit(question, Unit(read, told.span, told, 1.0, 1.0)) if told else None
        listed: list[Statement] = []
        came: list[Statement] = []  # of "triệu tập 160 đại biểu; có mặt 148" not who was called
        there: list[Statement] = []
        for statement in read.statements:
            text = read.document.quote(statement.span)
            if statement.span.start >= OPENING or _VOTED.search(text) or _DELEGATION.search(text):
                continue
            above = " ".join(read.document.quote(s) for s in statement.section[-1:])
            opener = read.document.quote(statement.opener) if statement.opener else ""
            present = _PRESENT.search(text) or _ATTENDING.search(f"{above} {opener} {text}")
            if not (present and _PERSONS.search(text)):
                continue
            listed.append(statement)
            if not _CALLED.search(text) or _OF_ALL.search(text):
                came.append(statement)  # or "148/150 đại biểu được triệu tập"
            if "có mặt" in text.lower():
                there.append(statement)
        for statement in (there or came or listed)[:1]:
            whole = statement.sentence  # "Tổng số thành viên 137; có mặt 118 người"
            short = whole.end - whole.start <= _SENTENCE
            span = whole if short else statement.span
            return quote_unit(question, Unit(read, span, statement, 1.0, 1.0))
    return None


_SENTENCE = 200  # characters of one that is quoted whole
