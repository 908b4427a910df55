"""Answers about people: who holds a post, who chaired, what post somebody holds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.chairs import answer_role, asks_role
from assistant.decisions import answer_doer
from assistant.draft import Draft
from assistant.evidence import Unit, enough, find_units, of_place
from assistant.knowledge import ReadRecord, Shelf
from assistant.people_tables import holder_in_table
from assistant.question import Question
from assistant.quoting import narrowed, quote_unit
from assistant.signatures import answer_signed, asks_signature, signer_of
from assistant.successions import answer_leaver, answer_succession, asks_succession
from corpus.clause_place import is_organisation
from corpus.document import Span
from corpus.initials import are_initials, looks_short
from corpus.normalize import CAPITAL, fold, syllables
from corpus.outline import Statement
from corpus.people import Person, find_people, held_before, holds, lists_people, names_someone
from corpus.places import plain_name
from corpus.record import Record
from corpus.vocabulary import Vocabulary, respelled


def answer_who(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Who holds a post, at the time asked; else the sentence that names who did it."""
    if asks_succession(question):
        came = answer_succession(question, shelf, query)
        asked_both = "thay ai" in question.folded
        if came is None and question.post and not question.leaning and not asked_both:
            came = _holder(question, shelf, said=_CHOSEN)
        if came is None and question.post and question.focus and not asked_both:
            came = _later_holder(question, shelf)
        return came
    if (left := answer_leaver(question, shelf, query)) is not None:
        return left
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
        held = _holder(question, shelf) or _head_of_group(question, shelf, query)
        return held or holder_in_table(question, shelf)
    in_meeting = question.meeting or asks_role(question)
    if in_meeting and (role := answer_role(question, shelf)) is not None:
        return role
    accept = _lists_people if several else names_someone
    if _FIRST_EVER.search(question.folded):
        accept = _names_first
    units = find_units(question, shelf, query, accept=accept)
    if re.search(r"\b(?:tra loi|giai trinh|giai thich|lam ro)\b", question.folded):  # no asker
        replies = [u for u in units if _REPLIES.search(u.text)]
        units = replies or list(filter(None, map(_reply_behind, units[:_ASKERS]))) or units
    if _OTHER_POST.search(question.folded):
        units = [u for u in units if _MOVED.search(u.text)]
        about = [plain_name(p.name) for p in find_people(question.text)]
        units = [u for u in units if any(n in plain_name(u.text) for n in about)] or units
    if not several and question.post and _ELECTED.search(question.folded):
        units = [
            u for u in units if any(holds(person, question.post) for person in find_people(u.text))
        ]
    if units and enough(units[0]):
        best = _told_of(question, units[0])
        if (
            len(find_people(best.text)) > 2 and not several
        ):  # of several posts the one that is asked for
            best = narrowed(question, shelf, query, best, question.terms, names_someone, _CLAUSE)
        return quote_unit(question, best)
    if (role := answer_role(question, shelf)) is not None:
        return role
    first = _FIRST_EVER.search(question.folded)
    if question.post and not (first or re.search(r"thay ai|thay the", question.folded)):
        chosen = _ELECTED.search(question.folded)
        return _holder(question, shelf, said=_CHOSEN if chosen else None)
    return None if question.post or several else answer_doer(question, shelf, query)


def _later_holder(question: Question, shelf: Shelf) -> Answer | None:
    """Who holds the post in the newest record, where it is another than was spoken of before."""
    told = _holder(replace(question, periods=(), month=0), shelf)
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


_CHOSEN = re.compile(
    r"\b(?:bầu|bổ nhiệm|chỉ định|phê chuẩn|điều động|trúng cử|giữ chức)\b|\d\s?/\s?\d+ phiếu", re.I
)


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
_CLAUSE = 0.8  # of a sentence's own share: a clause that tells nearly as much of what is asked


def _lists_people(text: str) -> bool:
    return len(find_people(text)) > 1 or lists_people(text)


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


def _people_in(read: ReadRecord) -> Iterator[tuple[Statement, Person, Span]]:
    """The people that a record's statements name, each with where in the record it does."""
    own = plain_name(read.record.place)
    for statement in read.statements:
        at = statement.span.start
        for person in find_people(read.document.quote(statement.span)):
            if own.endswith(f" {plain_name(person.name)}"):
                continue  # "Bí thư Huyện ủy Hoàng Sa Pì": the place's name
            yield statement, person, Span(at + person.span.start, at + person.span.end)


def _page_words(question: Question) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", question.folded).split())


def _holder(question: Question, shelf: Shelf, said: re.Pattern[str] | None = None) -> Answer | None:
    """The newest record (up to the time asked) of the place that names a holder of the post.

    `said` is what the sentence must say besides: that somebody was elected.
    """
    asked = question.post
    if not question.places and _UNKNOWN_PLACE.search(question.folded):
        return None
    best: tuple[tuple[int, bool, int], ReadRecord, Span, Person] | None = None
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


# First words of the places below a district, whose record speaks of their own posts.
_SMALL = frozenset(
    ["xa", "phuong", "ap", "thon", "ban", "khu", "to", "buon", "lang", "khom", "xom"]
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
