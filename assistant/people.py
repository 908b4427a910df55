"""Answers about people: who holds a post, who chaired, what post somebody holds."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer
from assistant.chairs import answer_role, asks_role
from assistant.decisions import answer_doer
from assistant.draft import Draft
from assistant.evidence import Unit, enough, find_units
from assistant.holders import holder, latest, on_post, page_words, people_in
from assistant.knowledge import ReadRecord, Shelf
from assistant.people_tables import holder_in_table
from assistant.posts import CHOSEN
from assistant.question import Question
from assistant.quoting import narrowed, quote_unit
from assistant.signatures import answer_signed, asks_signature
from assistant.successions import answer_leaver, answer_succession, asks_succession
from corpus.document import Span
from corpus.normalize import CAPITAL, fold, syllables
from corpus.outline import Statement
from corpus.people import find_people, holds, lists_people, names_someone
from corpus.places import plain_name


def answer_who(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Who holds a post, at the time asked; else the sentence that names who did it."""
    if asks_succession(question):
        came = answer_succession(question, shelf, query)
        asked_both = "thay ai" in question.folded
        if came is None and question.post and not question.leaning and not asked_both:
            came = holder(question, shelf, said=_CHOSEN)
        if came is None and question.post and question.focus and not asked_both:
            came = _later_holder(question, shelf)
        return came
    if (left := answer_leaver(question, shelf, query)) is not None:
        return left
    if (before := _earlier_post(question, shelf)) is not None:
        return before
    if asks_signature(question) and (signed := answer_signed(question, shelf)) is not None:
        return signed
    changing = re.search(
        r"thay ai|duoc (?:bau|chi dinh|bo nhiem|dieu dong|phan cong)|bau lam|truoc khi"
        r"|(?<!ai )giu chuc(?! (?:vu )?(?:do|nay|ay)\b)"
        r"|tung|thay the|phu trach|trinh bay|chu tri|dieu hanh|presented|elected|became|phat bieu"
        r"|chair(?!man|woman|person| of"
        r"|(?:s|ed)? (?:the )?(?:\w+ ){0,5}(?:people|council|committee))"
        r"|thu ky|ho ai",
        question.folded,
    )
    several = _SEVERAL.search(question.folded)
    if not several and (
        not changing or re.search(r"giu chuc (?:vu )?gi|chuc (?:vu )?gi", question.folded)
    ):
        person = answer_person(question, shelf)
        if person is not None and not _OTHER_POST.search(question.folded):
            return person
    if question.post and not (changing or several or _FIRST_EVER.search(question.folded)):
        held = holder(question, shelf) or _head_of_group(question, shelf, query)
        return held or holder_in_table(question, shelf)
    in_meeting = question.meeting or asks_role(question)
    if in_meeting and (role := answer_role(question, shelf)) is not None:
        return role
    accept = _lists_people if several else names_someone
    if _FIRST_EVER.search(question.folded):
        accept = _names_first
    units = find_units(question, shelf, query, accept=accept)
    if several and _ONE_HOLDS.match(question.post):  # nobody else that is listed
        units = [u for u in units if _tells_holder(question.post, u.text)]
    if re.search(r"\b(?:tra loi|giai trinh|giai thich|lam ro)\b", question.folded):  # no asker
        replies = [u for u in units if _REPLIES.search(u.text)]
        units = replies or list(filter(None, map(_reply_behind, units[:_ASKERS]))) or units
    if _OTHER_POST.search(question.folded):
        units = [u for u in units if _MOVED.search(u.text)]
        about = [plain_name(p.name) for p in find_people(question.text)]
        units = [u for u in units if any(n in plain_name(u.text) for n in about)] or units
    if not several and question.post and _ELECTED.search(question.folded):
        units = [u for u in units if _tells_holder(question.post, u.text)]
    if units and enough(units[0]):
        best = _told_of(question, units[0])
        if len(find_people(best.text)) > 2 and not several:  # the post that is asked for
            best = on_post(question, best) or narrowed(
                question, shelf, query, best, question.terms, names_someone, _CLAUSE
            )
        return quote_unit(question, best)
    if (role := answer_role(question, shelf)) is not None:
        return role
    first = _FIRST_EVER.search(question.folded)
    if question.post and not (first or re.search(r"thay ai|thay the", question.folded)):
        chosen = _ELECTED.search(question.folded)
        return holder(question, shelf, said=_CHOSEN if chosen else None)
    return None if question.post or several else answer_doer(question, shelf, query)


def _later_holder(question: Question, shelf: Shelf) -> Answer | None:
    """Who holds the post in the newest record, where it is another than was spoken of before."""
    told = holder(replace(question, periods=(), month=0), shelf)
    people = find_people(told.text) if told is not None else []
    known = set(question.background)
    return told if people and not set(syllables(people[0].name)) <= known else None


def _told_of(question: Question, unit: Unit) -> Unit:
    """What a sentence on several tells of whoever's earlier post is asked for."""
    people = find_people(unit.text)
    if not _OTHER_POST.search(question.folded) or len(people) < 2:
        return unit
    asked = plain_name(question.text)
    told = [p for p in people if plain_name(p.name) in asked and p.posts]
    asked_of = [post for p in told for post in p.posts if plain_name(post) not in asked]
    if len(told) != 1 or not asked_of:
        return unit  # of nobody, or only the post that the question names
    at, span = unit.span.start, told[0].span
    return replace(unit, span=Span(at + span.start, at + span.end))


# "phó chủ tịch HĐND là những ai", but no "Ban Thanh tra nhân dân gồm những ai"
_ONE_HOLDS = re.compile(r"(?:pho )?(?:chu tich|bi thu|giam doc|truong phong|chu nhiem|hieu truong)")


def _tells_holder(post: str, text: str) -> bool:
    """Whether somebody holds the folded `post` in a text, be it "giữ chức vụ này" only."""
    if any(holds(person, post) for person in find_people(text)):
        return True
    pointed = _THAT_POST.search(text)
    return pointed is not None and post in fold(text[: pointed.start()])


_THAT_POST = re.compile(r"giữ (?:chức|chức vụ|chức danh) (?:này|đó|ấy|trên)(?!\w)", re.I)
_ELECTED = re.compile(r"\bbau\b|bo nhiem|kien toan|chi dinh|elected|appointed|became")
# Asks which post somebody had before or has now, beside the one that is known.
_OTHER_POST = re.compile(
    r"\b(?:truoc (?:khi|do|day|kia)|hoi (?:con|o|truoc)|sau do|roi)\b.*\b(?:giu|lam) (?:chuc|gi)"
    r"|\b(?:dieu|chuyen|luan chuyen) (?:dong )?(?:ve|di|sang|toi) (?:dau|co quan nao|don vi nao)\b"
)
_MOVED = re.compile(r"nguyên|điều động|luân chuyển|chuyển công tác|trước (?:khi|đó)", re.I)


# Heads of the small groups that a sentence names before it names their head.
_OF_A_GROUP = re.compile(r"(?:pho )?(?:to|doi|nhom|hoi) truong\b")


def _head_of_group(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """ "Bầu tổ hòa giải: 5 người, tổ trưởng là bà A": the group is named outside the post."""
    head = _OF_A_GROUP.match(question.post)
    if head is None:
        return None
    wanted = set(question.post.split())

    def names_it(text: str) -> bool:
        heads = [p for p in find_people(text) if any(fold(x).startswith(head[0]) for x in p.posts)]
        return len(heads) == 1 and wanted <= set(syllables(text))

    units = find_units(question, shelf, query, accept=names_it)
    return quote_unit(question, units[0]) if units else None


_CHOSEN = re.compile(rf"\b(?:{CHOSEN})\b|\d\s?/\s?\d+ phiếu", re.I)


_ASKERS = 2  # sentences that may put the question


def _reply_behind(unit: Unit) -> Unit | None:
    """The sentence right behind one that puts a question, where somebody answers in it."""
    spans = list(dict.fromkeys(s.sentence for s in unit.read.statements))
    after = next((s for s in spans if s.start >= unit.span.end), None)
    text = unit.read.document.quote(after) if after else ""
    if after is None or not (_REPLIES.search(text) and names_someone(text)):
        return None
    return replace(unit, span=after)


# "hiệu trưởng đầu tiên": nobody who came later
_FIRST_EVER = re.compile(r"\bdau tien\b|\bthe first (?!congress|meeting|session|conference)\w+")


def _names_first(text: str) -> bool:
    return names_someone(text) and re.search(r"đầu tiên", text, re.I) is not None


_SEVERAL = re.compile(r"\b(?:nhung ai|gom ai|gom nhung ai|gom nhung nguoi nao)\b")
_REPLIES = re.compile(r"trả lời|giải trình|tiếp thu|làm rõ", re.I)
_POST_ASKED = r"\b(?:lam|giu|dam nhiem|nam|phu trach) (?:chuc )?(?:vu )?(?:gi|nao)\b"
_ASKS_EARLIER = re.compile(rf"\btruoc (?:khi|do)\b.*{_POST_ASKED}|{_POST_ASKED} truoc (?:khi|do)\b")
_EARLIER = r"(?:,?\s(?:nguyên|trước đó|trước đây|từng|vốn là)(?!\w)(?! nhân))"


def _earlier_post(question: Question, shelf: Shelf) -> Answer | None:
    """What somebody was before: "bà A, nguyên Phó Giám đốc Sở B, được điều động ..."."""
    if not _ASKS_EARLIER.search(question.folded):
        return None
    asked = plain_name(question.text)
    for info in shelf.knowledge().newest_first():
        read = shelf.read(info.id)
        for statement in read.statements if read is not None else ():
            text = read.document.quote(statement.sentence) if read is not None else ""
            if read and _was_before(read, statement, asked):
                return quote_unit(question, Unit(read, statement.sentence, statement, 1.0, 1.0))
            for earlier in re.finditer(_EARLIER, text):
                named = find_people(text[: earlier.start()])
                key = plain_name(named[-1].name) if named else ""
                if read and len(key.split()) > 2 and re.search(rf"(?<!\w){key}(?!\w)", asked):
                    begin = text.rfind(named[-1].name, 0, earlier.start())
                    end = re.compile(r"[,;.()]|$").search(text, earlier.end())
                    at = statement.sentence.start
                    span = Span(at + max(begin, 0), at + (end.start() if end else len(text)))
                    return quote_unit(question, Unit(read, span, statement, 1.0, 1.0))
    return None


# "Trước đó đồng chí Sen là Giám đốc Sở A", behind a sentence on Lò Thị Sen
_BEFORE_THAT = re.compile(
    rf"Trước (?:đó|đây|khi [^,.]{{2,40}}),? (?:đồng chí|ông|bà|anh|chị) ({CAPITAL}\w*)"
    r" (?:là|giữ chức|làm|công tác)\s"
)


def _was_before(read: ReadRecord, statement: Statement, asked: str) -> bool:
    """Whether a sentence tells what somebody asked about was before, by the given name alone."""
    told = _BEFORE_THAT.match(read.document.quote(statement.sentence))
    if told is None:
        return False
    block = read.document.blocks[statement.block]
    ahead = find_people(read.document.text[block.start : statement.sentence.start])
    names = [plain_name(p.name) for p in ahead]
    return any(n.split()[-1] == plain_name(told[1]) and n in asked for n in names)


_CLAUSE = 0.8  # of a sentence's own share: a clause that tells nearly as much of what is asked


def _lists_people(text: str) -> bool:
    return len(find_people(text)) > 1 or lists_people(text)


def answer_person(question: Question, shelf: Shelf) -> Answer | None:
    """The posts of a person named in the question, from the newest record that gives any."""
    if not re.search(r"chuc|la ai|lam gi|vai tro|position|post", question.folded):
        return None
    asked = page_words(question)
    limit = latest(question)
    infos = shelf.knowledge().newest_first()
    if "truoc khi" in question.folded:  # what somebody was before: the oldest record tells
        infos.reverse()
    for info in infos:
        read = shelf.read(info.id)
        if read is None or (limit is not None and info.date is not None and info.date > limit):
            continue
        for _, person, span in people_in(read):
            name = plain_name(person.name)
            if (
                len(name.split()) >= 3
                and person.posts
                and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked)
            ):
                draft = Draft(question.language)
                if (whole := _with_body(read.document.text, span)) != span:
                    mark = draft.cite(read.record, whole)
                    said = " ".join(read.document.quote(whole).split())
                    return draft.finish(f"{said} {mark}.", found=True)
                mark = draft.cite(read.record, span)
                return draft.finish(f"{person.name}: {', '.join(person.posts)} {mark}.", found=True)
    return None


_BODY_BEFORE = re.compile(rf"(?<![\w(])(?:{CAPITAL}[^\s,;:.()\n]*)(?: [^\s,;:.()\n]+){{0,12}} \($")


def _with_body(text: str, span: Span) -> Span:
    """With the office before a bracket: "Ban Quản lý dự án huyện (Giám đốc A)"."""
    before = _BODY_BEFORE.search(text, max(0, span.start - 120), span.start)
    closes = before is not None and text[span.end : span.end + 1] == ")"
    return Span(before.start(), span.end + 1) if before and closes else span
