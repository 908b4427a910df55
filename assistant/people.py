"""Answers about people: who holds a post, who chaired, what post somebody holds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import enough, find_units, of_place
from assistant.knowledge import ReadRecord, Shelf
from assistant.meetings import answer_role
from assistant.question import Question
from assistant.quoting import narrowed, quote_unit
from corpus.document import Span
from corpus.normalize import fold, syllables
from corpus.outline import Statement
from corpus.people import Person, find_people, holds, signed_by
from corpus.places import plain_name
from corpus.record import Record


def answer_who(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Who holds a post, at the time asked; else the sentence that names who did it."""
    if _FOLLOWS.search(question.folded):
        # who came after somebody came later than the time asked about before
        later = replace(question, periods=(), month=0)
        units = find_units(later, shelf, query, accept=_names_successor)
        if later.post:  # who else was moved, whoever he follows, is no answer
            head = " ".join(later.post.split()[: 3 if later.post.startswith("pho ") else 2])
            named = [u for u in units if re.search(rf"\b{head}\b", fold(u.text))]
            units = named if named or later.leaning else units
        units.sort(key=lambda u: not _names_predecessor(u.text))
        return quote_unit(question, units[0]) if units else None
    if _PRECEDES.search(question.folded):
        open_question = replace(question, periods=())
        units = find_units(open_question, shelf, query, accept=_names_predecessor, clause=True)
        return quote_unit(question, units[0]) if units else None
    if _SIGNS.search(question.folded) and (signed := _signed(question, shelf)) is not None:
        return signed
    changing = re.search(
        r"thay ai|duoc bau|bau lam|truoc khi|(?<!ai )giu chuc(?! (?:vu )?(?:do|nay|ay)\b)"
        r"|tung|thay the|phu trach|trinh bay|chu tri|dieu hanh|presented|elected|became|phat bieu"
        r"|chair(?!man|woman|person| of|(?:s|ed)? the people)"
        r"|thu ky|ho ai",
        question.folded,
    )
    several = _SEVERAL.search(question.folded)
    if not several and (
        not changing or re.search(r"giu chuc (?:vu )?gi|chuc (?:vu )?gi", question.folded)
    ):
        person = answer_person(question, shelf)
        if person is not None:
            return person
    if question.post and not changing and not several:
        return _holder(question, shelf)
    if question.meeting and (role := answer_role(question, shelf)) is not None:
        return role
    units = find_units(question, shelf, query, accept=_names_someone)
    if re.search(r"\btra loi\b", question.folded):  # not whoever asked
        units = [u for u in units if _REPLIES.search(u.text)] or units
    if several:
        units = [u for u in units if len(find_people(u.text)) > 1] or units
    if units and enough(units[0]):
        best = units[0]
        if (
            len(find_people(best.text)) > 2 and not several
        ):  # of several posts the one that is asked for
            best = narrowed(question, shelf, query, best, question.terms, _names_someone, _CLAUSE)
        return quote_unit(question, best)
    if (role := answer_role(question, shelf)) is not None:
        return role
    if question.post and not re.search(r"thay ai|thay the", question.folded):
        chosen = re.search(r"\bbau\b|bo nhiem|chi dinh|elected|appointed|became", question.folded)
        return _holder(question, shelf, said=_CHOSEN if chosen else None)
    return None


_CHOSEN = re.compile(r"\b(?:bầu|bổ nhiệm|chỉ định|phê chuẩn|điều động|trúng cử|giữ chức)\b", re.I)


# Asks who came after somebody: nobody who held the post before is an answer.
_FOLLOWS = re.compile(
    r"(?:nguoi|ai|duoc) (?:\w+ ){0,3}thay\b|ke nhiem|thay (?:dong chi|ong|ba|the)|succe"
)


# Asks who held a post before.
_PRECEDES = re.compile(r"tien nhiem|thay (?:cho )?ai\b|truoc (?:do|ong ay|ba ay) la ai|predecessor")


def _names_predecessor(text: str) -> bool:
    return _names_someone(text) and bool(
        re.search(r"\bthay(?: thế)?(?: cho)? (?:đồng chí|đ/c|ông|bà|cô|thầy)\b", text, re.I)
    )


def _names_successor(text: str) -> bool:
    return _names_someone(text) and bool(
        re.search(
            r"\b(?:thay(?! mặt| đổi)|kế nhiệm|giới thiệu"
            r"|chỉ định|điều động|được bầu|bầu (?:bổ sung )?(?:đồng chí|ông|bà))\b",
            text,
            re.I,
        )
    )


_SEVERAL = re.compile(r"\b(?:nhung ai|gom ai|gom nhung ai|gom nhung nguoi nao)\b")
_REPLIES = re.compile(r"trả lời|giải trình|tiếp thu|làm rõ", re.I)
_CLAUSE = 0.8  # of a sentence's own share: a clause that tells nearly as much of what is asked


def _names_someone(text: str) -> bool:
    return bool(find_people(text))


def answer_person(question: Question, shelf: Shelf) -> Answer | None:
    """The posts of a person named in the question, from the newest record that gives any."""
    if not re.search(r"chuc|la ai|lam gi|vai tro|position|post", question.folded):
        return None
    asked = _page_words(question)
    limit = _latest(question)
    infos = shelf.knowledge().newest_first()
    if "truoc khi" in question.folded:  # what somebody was before: the oldest record tells
        infos.reverse()
    for info in infos:
        read = shelf.read(info.id)
        if read is None or (limit is not None and info.date is not None and info.date > limit):
            continue
        for _, person, span in _people_in(read):
            name = plain_name(person.name)
            if (
                len(name.split()) >= 3
                and person.posts
                and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked)
            ):
                draft = Draft(question.language)
                mark = draft.cite(read.record, span)
                return draft.finish(f"{person.name}: {', '.join(person.posts)} {mark}.", found=True)
    return None


def _people_in(read: ReadRecord) -> Iterator[tuple[Statement, Person, Span]]:
    """The people that a record's statements name, each with where in the record it does."""
    for statement in read.statements:
        at = statement.span.start
        for person in find_people(read.document.quote(statement.span)):
            yield statement, person, Span(at + person.span.start, at + person.span.end)


def _signer(read: ReadRecord) -> Person | None:
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
    post = re.sub(r"(?i)ủy ban nhân dân|uỷ ban nhân dân", "UBND", person.posts[0])
    post = re.sub(r"(?i)hội đồng nhân dân", "HĐND", post)
    whole = read.record.place if len(post.split()) > 2 else read.record.body or read.record.place
    whole = re.sub(r"(?i)ủy ban nhân dân|uỷ ban nhân dân", "UBND", whole)
    whole = re.sub(r"(?i)hội đồng nhân dân", "HĐND", whole)
    return person._replace(posts=(f"{post} {whole}".strip(),))


_SIGNS = re.compile(r"\b(?:ai|nguoi|do ai) (?:\w+ ){0,2}ky\b|\bky boi ai|who signed|signed by")


def _signed(question: Question, shelf: Shelf) -> Answer | None:
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
        person = _signer(read)
        if person is not None:
            draft = Draft(question.language)
            mark = draft.cite(read.record, person.span)
            return draft.finish(f"{person.name}, {', '.join(person.posts)} {mark}.", found=True)
    return None


_TOP = 600  # characters in which a paper gives its number


def _page_words(question: Question) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", question.folded).split())


def _holder(question: Question, shelf: Shelf, said: re.Pattern[str] | None = None) -> Answer | None:
    """The newest record (up to the time asked) of the place that names a holder of the post.

    `said` is what the sentence must say besides: that somebody was elected.
    """
    asked = question.post
    if not question.places and _UNKNOWN_PLACE.search(question.folded):
        return None
    best: tuple[tuple[int, int], ReadRecord, Span, Person] | None = None
    limit, oldest = _latest(question), _oldest(question)
    years = [p.first for p in question.periods if p.first]
    if said is not None and years:  # who was elected in May is told by the year's reports
        oldest, limit = date(min(years), 1, 1), date(max(years), 12, 31) + _TOLD_WITHIN
    for info in shelf.knowledge().newest_first():
        if limit is not None and info.date is not None and info.date > limit:
            continue
        if oldest is not None and info.date is not None and info.date < oldest:
            continue
        if not of_place(question, info.place) and not _names(shelf, info.id, question):
            continue
        read = shelf.read(info.id)
        if read is None:
            continue
        for statement, person, span in _people_in(read):
            text = read.document.quote(statement.span)
            if said is not None and not said.search(text):
                continue
            if not holds(person, asked) or not _post_place_fits(
                question, read.record, person, text
            ):
                continue
            if re.search(r"nguyên\s", read.document.quote(span)):
                continue
            if not _organisation_fits(question, read.record, person):
                continue
            rank = (info.day.toordinal(), -statement.span.start)
            if best is None or rank > best[0]:
                best = (rank, read, span, person)
        signer = _signer(read) if best is None else None
        if signer is not None and _is_post_of(signer, asked, question):
            best = ((info.day.toordinal(), 0), read, signer.span, signer)
        if best is not None:
            break
    if best is None:
        return None
    _, read, span, person = best
    draft = Draft(question.language)
    mark = draft.cite(read.record, span)
    posts = ", ".join(person.posts)
    day = read.record.date
    understood = ""
    if day is not None and not question.periods:
        understood = (
            f"Theo hồ sơ mới nhất có nêu chức vụ này, ngày {day:%d/%m/%Y}."
            if question.language == "vi"
            else f"According to the newest record that names this post, {day.isoformat()}."
        )
    return draft.finish(f"{person.name}, {posts} {mark}.", found=True, understood=understood)


# "bi thu huyen uy lam khe": a place typed plainly that no record is about.
_UNKNOWN_PLACE = re.compile(
    r"\b(?:huyen uy|thi uy|thanh uy|tinh uy|ubnd|hdnd|huyen|xa|phuong|thi tran|thi xa)\s+"
    r"(?!(?:la|ai|hien|nay|khoa|nam|nao|moi|cu|hoi|vao|dau|cuoi|thoi|tu|den|trong|luc|khi|o|do|co"
    r"|ten|thi|huyen|xa|tinh|phuong|thanh|nhiem|duoc|va|ky|phu|truoc|sau|gio|bay|bau|who|is|the|in"
    r"|of|was|dang|giu|lam chu|bao|tai|va|mot|minh|ta)\b)[a-z]+ "
    r"(?!(?:la|ai|nay|nao|ten)\b)[a-z]+ (?:la|nam|hien|hoi|ten|ai)\b"
)


def _oldest(question: Question) -> date | None:
    """Posts change hands: a record from before the last year but one tells nothing."""
    years = [p.first for p in question.periods if p.first]
    return date(min(years) - 1, 1, 1) if years else None


_TOLD_WITHIN = timedelta(days=60)  # after a year, in which its reports are written
_WRITTEN_AFTER = 15  # days between a meeting and the record of it, at most


def _is_post_of(signer: Person, asked: str, question: Question) -> bool:
    """Whether who signed holds the post of the place asked for."""
    own = plain_name(signer.posts[0])
    if re.match(r"bi thu ban (?:chap hanh|thuong vu)\b", own):  # the record says whose
        if not re.fullmatch(r"bi thu(?: (?:huyen|thi|thanh|tinh|dang) uy(?: xa| phuong)?)?", asked):
            return False
        return all(p.key in own for p in question.places[:1])
    return holds(signer, asked) and all(p.key in own for p in question.places[:1])


def _latest(question: Question) -> date | None:
    periods = [p for p in question.periods if p.first]
    if not periods:
        return None
    if re.search(r"\btu (?:thang|nam|ngay|dau|cuoi|giua|\d)|\bsince\b", question.folded):
        return None  # who came then is told of afterwards
    last = max(periods, key=lambda p: p.last)
    if question.month:  # minutes are written some days after
        end = date(last.last, question.month, monthrange(last.last, question.month)[1])
        return end + timedelta(days=_WRITTEN_AFTER)
    return date(last.last, 12, 31)


def _names(shelf: Shelf, record_id: str, question: Question) -> bool:
    record = shelf.library.record(record_id)
    if record is None:
        return False
    text = plain_name(record.document.text)
    return any(p.key in text for p in question.places)


# First words of places and organisations whose record speaks of their own posts.
_SMALL = frozenset(
    ["xa", "phuong", "cong", "hop", "truong", "quy", "ngan", "benh", "trung"]
    + ["ap", "thon", "ban", "khu", "to", "buon", "lang", "khom"]
)


# Posts that many organisations have, each its own.
_OF_ANY = re.compile(
    r"(?:pho )?(?:tong giam doc|giam doc|truong phong|truong ban|vien truong|tram truong"
    r"|doi truong|chanh an|chu nhiem)"
)
_ENDS_PART = r"(?:huyen|xa|tinh|thi xa|thi tran|thanh pho|phuong|la|ten|ai|nam|hien|cua|o|tai)\b"
_NAMED_LEAST = 0.6  # share of an organisation's words that a post, or its record, must say


def _organisation_fits(question: Question, record: Record, person: Person) -> bool:
    """Whether a head of some organisation is the head of the one asked about."""
    post = _OF_ANY.match(question.post)
    if post is None or question.language == "en":
        return True
    part = re.search(rf"\b{post[0]} ((?:\w+ ){{1,9}}?){_ENDS_PART}", f"{question.folded} ")
    words = [w for w in syllables(part[1]) if w != "va"] if part else []
    if len(words) < 2:
        return True
    said = set(syllables(f"{' '.join(person.posts)} {record.place} {record.body}"))
    initials = "".join(w[0] for w in words)
    short = sum(len(s) for s in said if len(s) > 2 and s in initials)  # "PTQĐ"
    return short + sum(w in said for w in words) >= _NAMED_LEAST * len(words)


def _post_place_fits(question: Question, record: Record, person: Person, text: str) -> bool:
    """A post of another place than the record's must name the place asked for."""
    if not question.places:
        return True
    own = plain_name(record.place)
    said = plain_name(" ".join(person.posts))
    named = any(p.key in said for p in question.places)
    if named:
        return True
    if not of_place(question, record.place):
        return False
    level = own.split(" ")[0]
    # "Bí thư Đảng ủy xã ..." in a district's record is no post of the district
    return (
        level in ("huyen", "tinh", "thi", "thanh")
        and not re.search(r"\b(?:(?<!thi )xa|phuong|thi tran) [a-z]", said)
        or level in _SMALL
    )
