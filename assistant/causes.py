"""Answers to why: the sentence that gives a cause."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from assistant.answer import Answer
from assistant.evidence import Unit, find_units
from assistant.knowledge import Shelf, covered
from assistant.question import Question
from assistant.quoting import narrowed, quote_unit, quote_with
from assistant.sentence_tests import said_with_heading
from corpus.document import Span
from corpus.normalize import CAPITAL, syllables
from corpus.places import plain_name
from corpus.vocabulary import Vocabulary

# "do Hội quản lý" says who does it, no cause
_BY = (
    r"\bdo\b(?! (?:đồng chí|các đồng chí|UBND|HĐND|ông|bà|Ban|Thường trực|huyện|tỉnh|Phó|Chủ tịch"
    r"|Hội|Phòng|Sở|Đoàn|Mặt trận|Trung tâm|Công ty|Nhà nước|Nhân dân)(?!\w))"
)
_CAUSE = re.compile(
    rf"nguyên nhân|{_BY}|\bvì\b(?! (?:văn|thị)\b)|\bbởi\b|bởi vì|\bnên\b|khiến|dẫn đến|ảnh hưởng"
    r"|xuất phát từ|lý do|lý giải|giải trình|cho rằng|vướng",
    re.I,
)


# How a thing is measured: "tỷ lệ", "bình quân đầu người"; a cause is told of the thing itself.
_OF_MEASURE = ("ty le", "ti le", "binh quan", "dau nguoi", "ke hoach", "chi tieu", "muc tieu")
_EMPHATIC = ("du vay", "ghe vay", "qua vay", "du the")  # "sao thấp dữ vậy?"
# Whose paper tells it, which its sentences do not say again.
_OF_OFFICE = ("trung tam phuc vu hanh chinh cong", "trung tam hanh chinh cong", "bo phan mot cua")


def answer_why(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that gives a cause; one that only points to it is followed by the next."""
    noise = (
        "nguyen",
        "nhan",
        "ly",
        "li",
        "do",
        "tai",
        "vi",
        "thap",
        "cham",
        "giam",
        "tang",
        "dat",
        "khong",
        "chua",
        "hut",
        "lo",
        "hen",
        "truot",
        "nhay",
        "khien",
        "gay",
        "chinh",
        "yeu",
        "dan",
        "den",
        *(
            word
            for phrase in (*_OF_MEASURE, *_OF_OFFICE, *_EMPHATIC)
            if phrase in question.folded
            for word in syllables(phrase)
        ),
    )
    words = tuple(t for t in question.terms if t not in noise and not re.match(r"\d", t))
    if words or not question.background:
        named = _cause(question, shelf, query, words or question.terms)
        if named is None and (told := _of_commune(question, shelf)) is not None:
            return told
        names = _names_of_it(question) if named is None else []
        tried = (_cause(question, shelf, query, name, _STRONG_CAUSE) for name in names)
        return next((told for told in tried if told is not None), named)
    # "sao lại giảm thế?": what it leans on has to be named, else at least be near
    leaned = tuple(t for t in question.background if t not in noise)
    named = _cause(question, shelf, query, leaned or question.terms)
    return named or _cause(question, shelf, query, question.terms)


_RECOGNISED = re.compile(r"nong thon moi|\bntm\b|cong nhan|ve dich|dat chuan|rural standard")
_NOT_YET = re.compile(r"tiêu chí|nông thôn mới|NTM|công nhận|về đích|lỡ hẹn", re.I)


def _of_commune(question: Question, shelf: Shelf) -> Answer | None:
    """Why a commune was not recognised: "xã A lỡ hẹn vì chưa xong tiêu chí giao thông"."""
    if not question.places or not _RECOGNISED.search(question.folded):
        return None
    key = question.places[0].key
    for info in shelf.knowledge().newest_first():
        if question.years and info.date is not None and info.date.year not in question.years:
            continue
        read = shelf.read(info.id)
        if read is None or key not in read.folded:
            continue
        for statement in read.statements:
            text = read.document.quote(statement.span)
            named = key in plain_name(text) and _NOT_YET.search(text) and _STRONG_CAUSE.search(text)
            if named and re.search(r"chưa|không|lỡ|chậm|trượt", text, re.I):
                return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
    return None


_TRIED = 3  # other names of an indicator


def _names_of_it(question: Question) -> list[tuple[str, ...]]:
    """The indicator's shortest name in the question, and short ones that it does not use.

    "giải ngân" for "vốn đầu tư công", "lợi nhuận" for "lãi".
    """
    asked = set(question.terms)
    names = [
        name
        for name, family in Vocabulary.load().families.items()
        if family in question.form.families and len(name) > 1
    ]
    said = sorted((n for n in names if asked.issuperset(n)), key=len)
    others = sorted((n for n in names if not asked.issuperset(n)), key=len)
    return [*said[:1], *others[:_TRIED]]


def _cause(
    question: Question,
    shelf: Shelf,
    query: str,
    words: tuple[str, ...],
    cause: re.Pattern[str] = _CAUSE,
) -> Answer | None:
    """The sentence that names the `words` and gives a `cause`."""
    # a long enumeration names everything: its clauses are looked at one by one
    units = [
        u
        for u in find_units(question, shelf, query, terms=words, least=_LEAST)
        # of an enumeration the cause of one item is no other's
        if len(u.text) <= 450 and u.text.count(";") < 2
    ]
    units += find_units(question, shelf, query, terms=words, clause=True, least=_LEAST)
    units = sorted((u for u in units if u.score >= 0.5), key=lambda u: -u.score)
    best: tuple[float, Answer | None] = (0.0, None)
    telling = ((u, s) for u in units if (s := _told_beside_title(words, shelf, u)))
    for unit, share in islice(telling, _LOOKED_AT):
        follower = _cause_after(unit)
        marked = None  # a question tells no cause
        if not unit.text.rstrip().endswith("?"):
            marked = cause.search(_PUT.sub(" ", unit.text))
        if not marked and follower is None:
            continue
        own = max(unit.own, share) + _of_place_asked(question, unit)
        if own < (0.45 if marked else 0.6):
            continue
        score = (
            unit.score
            + (0.12 if _STRONG_CAUSE.search(unit.text) else 0.0)
            - (0.08 if not marked else 0.0)
        )
        if score > best[0]:
            if marked:
                narrow = narrowed(
                    question,
                    shelf,
                    query,
                    unit,
                    words or question.terms,
                    lambda t: bool(cause.search(t)),
                )
                if narrow.text.rstrip().endswith(":") or _LABEL.fullmatch(narrow.text):
                    narrow = unit  # "Nguyên nhân hụt thu ngân sách:" tells none
                if narrow.text.rstrip().endswith(":"):  # "... nêu ba nguyên nhân: A; B; C"
                    narrow = replace(unit, span=unit.statement.sentence)
                best = (score, quote_unit(question, _with_more_causes(narrow)))
            elif follower is not None:
                best = (score, quote_with(question, unit, follower))
    if best[1] is None:  # the record tells the trouble, not its cause
        told = [u for u in units if u.own >= 0.8 and len(u.text) < 320 and _TROUBLE.search(u.text)]
        lead = (
            "Hồ sơ không nêu rõ nguyên nhân, chỉ ghi: "
            if question.language == "vi"
            else "No cause is given; the record says: "
        )
        return quote_unit(question, told[0], lead) if told else None
    return best[1]


def _told_beside_title(words: tuple[str, ...], shelf: Shelf, unit: Unit) -> float:
    """The share of the asked words that a sentence holds, without those of its record's title.

    In a paper on social insurance "bảo hiểm xã hội" tells no debt from anything else.
    """
    titled = set(syllables(unit.read.record.title))
    telling = [w for w in words if w not in titled]
    said = {*shelf.respelled(said_with_heading(unit))}
    said |= {*syllables(unit.read.document.quote(unit.statement.sentence))}
    return covered(telling, said, shelf.knowledge()) if telling else unit.own


# "Đại biểu A hỏi vì sao cống chưa vận hành": the question, not its answer
_PUT = re.compile(r"(?:vì|tại) sao", re.I)
_LOOKED_AT = 14  # sentences, the best first
_LEAST = 0.2  # of the asked words: those of a record's title tell nothing in it
_LONGEST_CAUSE = 12  # words of a clause that only goes on with the causes before it


def _with_more_causes(unit: Unit) -> Unit:
    """With the short clauses behind it: "chậm vì giá thép tăng; 11 dự án chưa xong mặt bằng"."""
    text, end = unit.read.document.text, unit.span.end
    sentence = unit.statement.sentence
    while end < sentence.end and text[end] == ";":
        clause = re.split(r"[;\n]", text[end + 1 : sentence.end])[0].rstrip(" .")
        if len(clause.split()) > _LONGEST_CAUSE or _CAUSE.search(clause) or ":" in clause:
            break
        end += 1 + len(clause)
    return replace(unit, span=Span(unit.span.start, end))


def _of_place_asked(question: Question, unit: Unit) -> float:
    """More of its own for a sentence that names the place asked for, in another one's record."""
    own, said = plain_name(unit.read.record.place), plain_name(unit.text)
    return 0.25 if any(p.key in said and p.key not in own for p in question.places) else 0.0


_BARE = re.compile(r"\W*(?:(?:\d{1,2}|[IVX]+|[a-zđ])[.)/]\s*)?(?:các )?nguyên nhân\W*", re.I)
_LABEL = re.compile(r"\W*nguyên nhân[^,;.:]{0,40}:?\W*", re.I)
_TROUBLE = re.compile(r"chậm|còn hạn chế|chưa |yếu kém|khó khăn|vướng mắc|thấp nhất|tồn đọng", re.I)


_STRONG_CAUSE = re.compile(
    rf"nguyên nhân|\blà do\b|{_BY}|\bvì\b(?! (?:văn|thị)\b)|lý giải|lý do|khiến|dẫn đến", re.I
)


def _cause_after(unit: Unit) -> Span | None:
    """The sentence right behind that begins with the cause."""
    spans = list(dict.fromkeys(s.sentence for s in unit.read.statements))
    for index, span in enumerate(spans):
        if span.start <= unit.span.start < span.end:
            for after in spans[index + 1 : index + 3]:
                told = unit.read.document.quote(after)
                if _PUT.search(unit.text) and _REPLIES.match(told):
                    return after
                if _BARE.fullmatch(told):
                    break  # "3. Nguyên nhân" is a heading, and what stands below of many things
                if len(unit.text) > 320:
                    break  # an enumeration: the cause behind it is of something else in it
                if re.match(
                    r"\W*(?:theo [^,]{2,60}, )?"
                    r"(?:nguyên nhân|phân tích nguyên nhân|lý do|lý giải|do\b|sở dĩ"
                    r"|(?:việc |tình trạng |phần |số |mức |khoản )?(?:hụt|giảm|tăng|thiếu|không đạt"
                    r"|chậm|thấp)\b.{0,80}\b(?:vì|do)\b|(?:chủ yếu|một phần|phần lớn)(?: là)? do\b"
                    r"|\d+\.\s*nguyên nhân"
                    # "Trưởng phòng B nêu nguyên nhân là ...", behind what a delegate asked
                    rf"|{CAPITAL}[^,.;:\d]{{0,80}} (?:nêu|trả lời|giải trình|lý giải|cho biết"
                    r"|phân tích)(?: (?:rõ|thêm|về))?[^.;]{0,12}\b(?:nguyên nhân|lý do|do|vì)\b)",
                    told,
                    re.I,
                ):
                    return after
    return None


# "Ông A trả lời: thị trường đóng băng", behind who asked why
_REPLIES = re.compile(
    rf"\W*{CAPITAL}[^.;:]{{0,100}}\s(?:trả lời|giải trình|lý giải|giải thích)(?!\w)"
)
