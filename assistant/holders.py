"""Who holds a post: of the persons that records name with it the one of the place and the time."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import Unit, of_place
from assistant.knowledge import ReadRecord, Shelf
from assistant.question import Question
from assistant.signatures import signer_of
from corpus.clause_place import is_organisation
from corpus.document import Span
from corpus.initials import are_initials, looks_short
from corpus.normalize import CAPITAL, fold, syllables
from corpus.outline import Statement
from corpus.people import Person, find_people, held_before, holds
from corpus.places import plain_name
from corpus.record import Record
from corpus.vocabulary import Vocabulary, respelled


def people_in(read: ReadRecord) -> Iterator[tuple[Statement, Person, Span]]:
    """The people that a record's statements name, each with where in the record it does."""
    own = plain_name(read.record.place)
    for statement in read.statements:
        at = statement.span.start
        for person in find_people(read.document.quote(statement.span)):
            if own.endswith(f" {plain_name(person.name)}"):
                continue  # "Bí thư Huyện ủy Hoàng Sa Pì": the place's name
            yield statement, person, Span(at + person.span.start, at + person.span.end)


def page_words(question: Question) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", question.folded).split())


def holder(question: Question, shelf: Shelf, said: re.Pattern[str] | None = None) -> Answer | None:
    """The newest record (up to the time asked) of the place that names a holder of the post.

    `said` is what the sentence must say besides: that somebody was elected.
    """
    asked = question.post
    if not question.places and _UNKNOWN_PLACE.search(question.folded):
        return None
    best: tuple[tuple[int, bool, int], ReadRecord, Span, Person] | None = None
    limit, oldest = latest(question), _oldest(question)
    years = [p.first for p in question.periods if p.first]
    if said is not None and years:  # who was elected in May is told by the year's reports
        oldest, limit = date(min(years), 1, 1), date(max(years), 12, 31) + _TOLD_WITHIN
    for info in shelf.knowledge().newest_first():
        if limit is not None and info.date is not None and info.date > limit:
            continue
        if oldest is not None and info.date is not None and info.date < oldest:
            continue
        if not of_place(question, info.place) and not names_place(shelf, info.id, question):
            continue
        read = shelf.read(info.id)
        if read is None:
            continue
        for statement, person, span in people_in(read):
            text = read.document.quote(statement.span)
            if said is not None and not said.search(text):
                continue
            if not (holds(person, asked) or _holds_of(person, asked, text)) or not _post_place_fits(
                question, read.record, person, text
            ):
                continue
            if held_before(person, asked, text):
                continue
            if not _organisation_fits(question, read.record, person):
                continue
            rank = (info.day.toordinal(), _takes_over(person, text), -statement.span.start)
            if best is None or rank > best[0]:
                best = (rank, read, span, person)
        signer = signer_of(read) if best is None and said is None else None
        if signer is not None and _is_post_of(signer, asked, question):
            best = ((info.day.toordinal(), False, 0), read, signer.span, signer)
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


def _takes_over(person: Person, text: str) -> bool:
    """Whether a sentence gives somebody a post, which the one named before then holds no more."""
    given = rf"(?:bầu|chỉ định|bổ nhiệm)[^;.]*?{re.escape(person.name)}[^;.]*?(?:giữ|làm)\s"
    return re.search(given, text, re.I) is not None


def _holds_of(person: Person, asked: str, text: str) -> bool:
    """Whether the body of the post stands before its holder: "UBND xã có ông A, Chủ tịch"."""
    before = fold(text[: person.span.start])[-_BODY_AHEAD:]
    for post in map(fold, person.posts):
        body = asked.removeprefix(f"{post} ")
        if body != asked and re.search(rf"\b{re.escape(body)}\b[^,;.]*$", before):
            return True
    return False


_BODY_AHEAD = 40  # characters before a name in which its body can stand
# "bi thu huyen uy lam khe": a place typed plainly that no record is about.
_UNKNOWN_PLACE = re.compile(
    r"\b(?:huyen uy|thi uy|thanh uy|tinh uy|ubnd|hdnd|huyen|xa|phuong|dac khu|thi tran|thi xa)\s+"
    r"(?!(?:la|ai|hien|nay|khoa|nam|nao|moi|cu|hoi|vao|dau|cuoi|thoi|tu|den|trong|luc|khi|o|do|co"
    r"|ten|thi|huyen|xa|tinh|phuong|dac khu|thanh|nhiem|duoc|va|ky|phu|truoc|sau|gio|bay|bau"
    r"|who|is|the|in"
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


def latest(question: Question) -> date | None:
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


def names_place(shelf: Shelf, record_id: str, question: Question) -> bool:
    record = shelf.library.record(record_id)
    if record is None:
        return False
    text = plain_name(record.document.text)
    return any(p.key in text for p in question.places)


# First words of the places below a district, whose record speaks of their own posts.
_SMALL = frozenset(
    ["xa", "phuong", "ap", "thon", "ban", "khu", "to", "buon", "lang", "khom", "xom"]
)


# Posts that many organisations have, each its own.
_OF_ANY = re.compile(
    r"(?:pho )?(?:tong giam doc|giam doc|truong phong|truong ban|vien truong|tram truong"
    r"|doi truong|chanh an|chu nhiem)"
)
_ENDS_PART = (
    r"(?:huyen|xa|tinh|thi xa|thi tran|thanh pho|phuong|dac khu|la|ten|ai|nam|hien|cua|o|tai)\b"
)
_NAMED_LEAST = 0.6  # share of an organisation's words that a post, or its record, must say


def _organisation_fits(question: Question, record: Record, person: Person) -> bool:
    """Whether a head of some organisation is the head of the one asked about."""
    post = _OF_ANY.match(question.post)
    if post is None or question.language == "en":
        return True
    part = re.search(rf"\b{post[0]} ((?:\w+ ){{1,9}}?){_ENDS_PART}", f"{question.folded} ")
    words = [w for w in syllables(part[1].replace("da khoa", "")) if w != "va"] if part else []
    named = f"{' '.join(person.posts)} {record.place} {record.body} {record.title}"
    said = respelled(named, Vocabulary.load())
    if len(words) < 2 and not any(map(looks_short, words)):
        return True
    initials = "".join(w[0] for w in words)
    short = sum(len(s) for s in set(said) if len(s) > 2 and s in initials)  # "PTQĐ"
    held = sum(w in said or are_initials(w, said) for w in words)
    return short + held >= _NAMED_LEAST * len(words)


# "Bí thư Đảng ủy xã Nà Pa", no "Ngân hàng Chính sách xã hội"
_OF_A_COMMUNE = re.compile(rf"(?:(?<![Tt]hị )[Xx]ã|[Pp]hường|[Tt]hị trấn) {CAPITAL}")


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
        and not _OF_A_COMMUNE.search(" ".join(person.posts))
        or level in _SMALL
        or is_organisation(record.place)
    )


def on_post(question: Question, unit: Unit) -> Unit | None:
    """The one clause on the post asked for: "A giữ chức Bí thư; B giữ chức Phó Bí thư"."""
    clauses = (replace(unit, span=s.span) for s in unit.read.statements if s.sentence == unit.span)
    on_it = [c for c in clauses if any(holds(p, question.post) for p in find_people(c.text))]
    return on_it[0] if question.post and len(on_it) == 1 else None
