"""Answers about votes and about tasks with who and when."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from assistant.answer import Answer
from assistant.evidence import Unit, enough, find_units, tells_own
from assistant.knowledge import Shelf
from assistant.outcomes import counts_votes
from assistant.question import Question
from assistant.quoting import narrowed, piece_of, quote_both, quote_unit, quote_with
from assistant.resolutions import answer_vote_on_paper, vote_on_article
from assistant.sentence_tests import tells_rarest
from corpus.days import find_dates
from corpus.document import Span
from corpus.normalize import fold, syllables
from corpus.people import find_people, holds, names_someone

_VOTE = re.compile(
    r"tán thành|đồng ý|biểu quyết|phiếu|nhất trí|thông qua|(?<!\w)(?:thuận|chống)[:\s]+\d", re.I
)


_VOTING = re.compile(
    r"tán thành|đồng ý|phiếu|biểu quyết"
    r"|\d{1,3}\s?/\s?\d{1,3}(?: [^\W\d]+){1,3} nhất trí|nhất trí:? \(?\d{1,3}\s?/",
    re.I,
)


def answer_vote(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence or row that gives a vote's outcome: of a plan, also the year before."""
    if (whole := answer_vote_on_paper(question, shelf, _put_to_vote(question))) is not None:
        return whole
    if question.kind == "target" and question.periods:  # voted on in the year before
        since = tuple(replace(p, first=p.first - 1, part="") for p in question.periods if p.first)
        question = replace(question, periods=since or question.periods)
    return _vote(question, shelf, query)


# How people ask for a vote's outcome; the other words say what was put to it.
_ASKS_VOTE = re.compile(
    r"\b(?:(?:ket qua )?(?:bieu quyet|bo phieu|lay phieu|gio tay)|ket qua|thong qua|phan doi"
    r"|(?:khong )?(?:tan thanh|dong y|nhat tri|ung ho)"
    r"|phieu(?: (?:bau|thuan|chong|trang|khong))?"
    r"|(?:tren )?(?:tong so )?(?:bao nhieu|may) (?:dai bieu|nguoi|thanh vien) (?:co mat|tham du|du)"
    r"|(?<=nguoi )(?:thuan|chong|theo|chiu)|(?<=gio tay )(?:thuan|chong))\b"
    r"|(?:bao nhieu|may) (?:dai bieu|dong chi|co dong|(?:uy|dang|[tx]\w+) vien|nguoi|y kien)\b"
    r"|^\W*(?:rieng )?(?:chuyen|viec|vu) "
)


_VOTING_WORDS = frozenset(
    syllables("cổ đông đại biểu thành viên tán thành đồng ý phiếu thuận chống biểu quyết kết quả")
)


def _put_to_vote(question: Question) -> tuple[str, ...]:
    if question.language == "en":  # its terms are Vietnamese, its words are not
        return tuple(t for t in question.terms if t not in _VOTING_WORDS)
    put = set(syllables(_ASKS_VOTE.sub(" ", question.folded)))
    return tuple(t for t in question.terms if t in put)


def _vote(question: Question, shelf: Shelf, query: str) -> Answer | None:
    words = _put_to_vote(question)
    if "to trinh" in question.folded:  # "tờ trình vay vốn": what is put to the vote
        words = tuple(w for w in words if w not in ("to", "trinh"))
    if len(words) < 2:
        papers = tuple(
            w
            for phrase in ("nghi quyet", "dieu chinh", "chi tieu", "du toan", "de an", "phan bo")
            if phrase in question.folded
            for w in phrase.split()
        )
        words = tuple(dict.fromkeys((*words, *papers)))
    told = [phrase for phrase in ("dieu chinh", "du toan", "phan bo") if phrase in question.folded]
    words = tuple(dict.fromkeys((*words, *(w for phrase in told for w in phrase.split()))))
    terms = words if words or question.background else question.terms
    counts = partial(counts_votes, "tin nhiem" in question.folded)
    units = find_units(question, shelf, query, accept=counts, terms=terms)
    if re.search(r"\b(?:ai|who)\b", question.folded):
        units = [u for u in units if _names(u)]  # "ai phản đối?": no count tells
    if units and enough(units[0]) and (apart := vote_on_article(units[0])) is not None:
        return quote_with(question, units[0], apart)
    voting = [u for u in units if _VOTE.search(u.text) or _row_votes(u) or _under_vote(u)]
    about: list[Unit] = []
    if question.post:  # "ông ấy được mấy phiếu": the vote on who holds the post asked for before
        about = [u for u in voting if any(holds(p, question.post) for p in find_people(u.text))]
        voting = about or voting
    strong = [u for u in voting if _VOTING.search(u.text) or _row_votes(u) or _under_vote(u)]
    voting = [u for u in strong if u.score >= 0.45] or voting
    if not voting or (voting[0].score < 0.5 and not about):
        settled = find_units(question, shelf, query, terms=terms)
        for unit in (u for u in settled[:3] if enough(u)):
            after = _vote_after(unit)  # "4. Chủ trương nuôi ngao: ... Biểu quyết: 35/38 tán thành"
            if after is not None and _VOTE_RESULT.search(unit.read.document.quote(after)):
                return quote_with(question, unit, after)
        return None
    counted = [
        u
        for u in voting
        if (_VOTE_RESULT.search(u.text) or _row_votes(u)) and u.score >= voting[0].score - 0.25
    ]
    best = (counted or voting)[0]
    follower = _vote_after(best)
    if follower is not None and not (_VOTE_RESULT.search(best.text) or _row_votes(best)):
        return quote_with(question, best, follower)
    results = max(len(_OF_ALL.findall(best.text)), len(_SHARE.findall(best.text)))
    # "...; riêng đề án A 36/41"
    if (results > 1 or _APART.search(best.text)) and not _row_votes(best):
        chosen = partial(_chooses, question.post) if about else _tells_a_vote
        least = 0.0 if about else 0.6
        best = narrowed(question, shelf, query, best, terms, chosen, least)
        if len(_OF_ALL.findall(best.text)) > 1:
            best = piece_of(question, shelf, best, _OF_ALL)
    return quote_unit(question, best)


_APART = re.compile(r"[;,]\s+riêng\s", re.I)
_SHARE = re.compile(r"\d\s?%")
_OF_ALL = re.compile(r"(?<!\d)\d{1,3}\s?/\s?\d{1,3}(?!\d)(?!/)")


def _tells_a_vote(text: str) -> bool:
    return _VOTE_RESULT.search(text) is not None


def _chooses(post: str, text: str) -> bool:
    """Whether a clause gives the votes for whoever got the folded `post`."""
    return _tells_a_vote(text) and any(holds(p, post) for p in find_people(text))


_VOTE_RESULT = re.compile(
    r"(?<!\d)(?<!tháng )\d{1,3}\s?/\s?\d{1,3}(?!\d)|[\d,]+\s?%"
    r"|\d+ (?:phiếu|đại biểu|đồng chí|ý kiến|thành viên|hộ|người|cổ đông|xã viên|hội viên"
    r"|đảng viên|tổ viên|giáo viên|viên chức|phụ huynh)(?!\w)"
    r"|(?<!\w)(?:thuận|chống|tán thành|đồng ý|ủng hộ|nhất trí)[:\s]+\d"
    r"|\d (?:không )?(?:thuận|chống|tán thành|đồng ý|ủng hộ|nhất trí)(?!\w)",
    re.I,
)


def _row_votes(unit: Unit) -> bool:
    document = unit.read.document
    block = document.blocks[unit.statement.block]
    if block.kind != "row":
        return False
    heads = [b for b in document.blocks if b.table == block.table][:_HEAD_ROWS]
    said = document.text[heads[0].start : heads[-1].end]
    return bool(re.search(r"đồng ý|tán thành|không", said, re.I))


_HEAD_ROWS = 2  # rows in which a table's head names its columns


def _under_vote(unit: Unit) -> bool:
    """Whether "Phương án dời chợ đêm: 10/14" stands in a list of what was voted on."""
    above = map(unit.read.document.quote, unit.statement.section[-1:])
    return bool(_COUNTED.search(unit.text)) and any(_VOTED_ON.search(head) for head in above)


# "10/14", or "83,75; 13,40; 2,85" under "Biểu quyết (%: tán thành; không tán thành; ...)"
_COUNTED = re.compile(r":\s*\d{1,3}(?:\s?/\s?\d{1,3}(?!\s?/)|[.,]\d{1,2}\s*[;%])")
_VOTED_ON = re.compile(r"biểu quyết|lấy phiếu|bỏ phiếu|thông qua", re.I)


def _vote_after(unit: Unit) -> Span | None:
    behind = (s for s in _sentences_behind(unit) if _VOTE.search(_said(unit, s)))
    return next(behind, None)


def _names(unit: Unit) -> bool:
    """Whether a sentence names somebody; a row's cell may hold a name alone."""
    row = unit.read.is_row(unit.statement)
    return row or names_someone(unit.text)


_BESIDE = 0.2  # of score: a sentence that names somebody, where somebody is asked for


_TASK = re.compile(r"giao|phụ trách|chủ trì|hoàn thành|xong|trước|hạn|quý|tháng", re.I)


def _tells_a_task(text: str) -> bool:
    if text.rstrip().endswith("?"):
        return False  # a question that was put: "bao giờ sửa xong?"
    return bool(find_dates(text)) or _TASK.search(text) is not None


def asks_deadline(question: Question) -> bool:
    """Whether a question about a task asks by when."""
    return bool(re.search(r"\bhan\b|khi nao|bao gio|ngay nao|deadline|luc nao", question.folded))


# What is asked of any task, whatever it is: "chịu trách nhiệm", "phụ trách", "hạn chót".
_OF_ANY_TASK = re.compile(
    r"han|thoi|chot|giao|chu|tri|xong|bao|gio|chiu|trach|nhiem|phu|viec|don|vi|lam|phan|cong|hua|cap"
    r"|cham|nhat|co|quan|ai|lo|vu|chuyen"
)


def answer_task(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence or row that gives a task with who does it and by when."""
    words = tuple(t for t in question.terms if not _OF_ANY_TASK.fullmatch(t))
    leans = bool(question.background)  # "ai chịu trách nhiệm?": of what was spoken of
    terms = words if words or leans else question.terms
    units = find_units(question, shelf, query, accept=_tells_a_task, terms=terms)
    own = replace(question, terms=words)
    units = [u for u in units if tells_own(own, shelf, u)]
    if due := [(d.day, d.month) for d in find_dates(question.text)]:  # "làm gì trước 31/3/2023?"
        on_time = replace(question, periods=())
        dated = find_units(on_time, shelf, query, accept=_tells_a_task, terms=terms, clause=True)
        units = [
            u for u in dated if {(d.day, d.month) for d in find_dates(u.text)} & {*due}
        ] or units
    asks_person, asks_day = _ASKS_PERSON.search(question.folded), asks_deadline(question)
    if units and enough(units[0]) and asks_person:
        first = units[0]
        responsible = [s for s in _sentences_behind(first) if _PERSON_OF.match(_said(first, s))]
        if responsible and not find_people(first.text):
            return quote_both(question, first, responsible[0])
    answered = bool(units) and (_assigns(units[0]) or tells_due_day(units[0].text))
    if asks_person and asks_day and not answered:
        rows = [u for u in units if _assigns(u) and tells_due_day(u.text)]
        if rows:  # "Nội dung | Chủ trì | Thời hạn", before what is only told of it
            close = [u for u in rows if u.score >= rows[0].score - _AS_GOOD]
            return quote_unit(question, max(close, key=lambda u: _says_first(words, u)))
    if re.search(r"\bai\b|\bwho\b", question.folded):
        named = [u for u in units if _names(u) and u.score >= units[0].score - _BESIDE]
        units = named or units
    if not units or not enough(units[0]):
        return None
    dated = [u for u in units if _dated(u) and u.score >= units[0].score - 0.3 and enough(u)]
    if not dated and asks_day:
        dated = [u for u in units if enough(u) and _DUE.search(u.text)]
        dated = dated or [u for u in units if find_dates(u.text) and _assigns(u)]
        if not dated:
            return None
    if asks_day:  # "trước ngày 31/3", before the days of a period told of
        dated = [u for u in dated if _DUE_DAY.search(u.text)] or dated
    best = (dated or units)[0]
    if asks_person and not _names(best) and (speaker := _speaker(best)):
        return quote_both(question, replace(best, span=speaker), best.span)
    if (
        _WHOSE.search(question.folded)
        and len(best.text) <= _SHORT_TASK
        and len(find_dates(best.text)) < 2
    ):
        return quote_unit(question, best)  # the label before the colon is who does it
    short = narrowed(question, shelf, query, best, words or question.terms)
    if _WHOSE.search(question.folded) and short.span != best.span and (label := _label(best)):
        return quote_both(question, replace(best, span=label), short.span)
    if asks_day and find_dates(best.text) and not find_dates(short.text):
        short = best  # "... lập lại thẻ kho; hạn 15/4/2026"
    if asks_person and _names(best) and not _names(short) and not short.text[:1].isupper():
        short = best  # "Đồng chí A nêu: ...; cam kết bàn giao trước 31/3": who, stands before
    return quote_unit(question, short)


_AS_GOOD = 0.05  # of score: two rows that say as much of what is asked


def _says_first(words: tuple[str, ...], unit: Unit) -> int:
    """How much a unit says of what a question names first: the thing, before where it is."""
    said = set(syllables(fold(unit.text)))
    return sum(len(words) - i for i, word in enumerate(words) if word in said)


_OFFICE = re.compile(
    r"(?<!\w)(?:Phòng|Ban|Công an|UBND|Văn phòng|Trung tâm|Hội|Đoàn|Chi cục|Trạm|Hạt|Ủy ban|Uỷ ban"
    r"|BHXH|Bảo hiểm xã hội|Ngân hàng|NHCSXH|Kho bạc|Điện lực|Viện|Tòa án|Bệnh viện|Trường|Công ty"
    r"|Đội|Tổ|Chi bộ|Thanh tra|Mặt trận|Ủy ban MTTQ)\s+(?:\w+\W+){0,8}"
)
_HANDS_OUT = re.compile(
    rf"(?:giao|phân công|yêu cầu)\s+(?:cho\s+)?{_OFFICE.pattern}"
    rf"|{_OFFICE.pattern}(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|phối hợp)"
)


# "5. BHXH huyện gia hạn xong 1.860 thẻ": who does it opens the sentence
_DOES = re.compile(rf"\W*(?:\d{{1,2}}[.)/]\s*)?{_OFFICE.pattern}")


def answer_doer(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Which office does what is asked about: "ai rà soát biên chế?"; the task as handed out."""

    def hands_out(text: str) -> bool:
        row = [c.strip() for c in text.split(" | ")]
        does = _HANDS_OUT.search(text) or _DOES.match(text)
        return bool(does) or (len(row) > 2 and any(map(_OFFICE.match, row[1:])))

    units = find_units(question, shelf, query, accept=hands_out)
    if not units or not enough(units[0]) or not tells_rarest(question, shelf, units[0]):
        return None
    return quote_unit(question, units[0])


_ASKS_PERSON = re.compile(r"\bai\b|chiu trach nhiem|nguoi nao|dong chi nao|\bwho\b|responsible")
_PERSON_OF = re.compile(
    r"\W*(?:người |cán bộ |đồng chí )?(?:chịu trách nhiệm|phụ trách|đầu mối|chủ trì)"
    r"[^.:]{0,30}:\s*\w",
    re.I,
)


_SPEAKS = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?[^:;.\n]{3,120}:(?=\s)")


def _speaker(unit: Unit) -> Span | None:
    """Who speaks in the paragraph of a unit: "2. Đồng chí A, Bí thư Đảng ủy xã B: ..."."""
    start = unit.read.document.blocks[unit.statement.block].start
    opening = _SPEAKS.match(unit.read.document.text, start, unit.span.start)
    if opening is None or not find_people(opening[0]):
        return None
    return Span(opening.start(), opening.end() - 1)


# "3. Ban Quản lý dự án (Giám đốc A): khởi công ...; bàn giao ...": whose tasks these are
_LABELLED = re.compile(
    r"\W*(?:\d{1,2}[.)/]\s*)?(?=(?:Các )?(?:Phòng|Ban|Công an|UBND|Văn phòng|Trung tâm|Hội|Đoàn"
    r"|Chi cục|Trạm|Hạt|Đảng (?:ủy|uỷ)|Ủy ban|Uỷ ban|Đội|Tổ|Chi bộ|Nhà trường|Xí nghiệp)\s)"
    r"[^:;.\n]{3,120}:(?=\s)"
)


def _label(unit: Unit) -> Span | None:
    """The label of a sentence that says which office does what follows, where it holds it."""
    label = _LABELLED.match(unit.read.document.text, unit.span.start, unit.span.end)
    return Span(label.start(), label.end() - 1) if label else None


def _sentences_behind(unit: Unit) -> list[Span]:
    """The sentence right behind a unit, if any; behind a table that it opens, the next two."""
    blocks = unit.read.document.blocks
    told = (
        s.sentence
        for s in unit.read.statements
        if blocks[s.block].kind != "row" or s.sentence == unit.statement.sentence
    )
    spans = list(dict.fromkeys(told))
    at = next((i for i, s in enumerate(spans) if s.start <= unit.span.start < s.end), len(spans))
    opens = unit.read.document.quote(unit.statement.sentence).rstrip().endswith(":")
    return spans[at + 1 : at + (3 if opens else 2)]


def _said(unit: Unit, span: Span) -> str:
    return unit.read.document.quote(span)


_DUE = re.compile(
    r"(?:trong|hạn|xong|hoàn thành|đến|vào|cuối|đầu|giữa)\s+(?:\S+\s+){0,2}(?:quý [IVX\d]|tháng \d)"
    r"|trước (?=ngày|tháng|quý|hết|khi|mùa|Tết|\d)|trong \d+ ngày",
    re.I,
)
_DUE_DAY = re.compile(
    r"(?:trước|xong|hạn|chậm nhất|hoàn thành)\W+(?:\w+\W+){0,4}?\d{1,2}\s?[/.-]\s?\d{1,2}", re.I
)


def tells_due_day(text: str) -> bool:
    """Whether a sentence says by which day something is due; a row has a cell for it."""
    cells = text.split(" | ")
    row = len(cells) > 1 and (bool(find_dates(cells[-1])) or any(map(_DUE_CELL.fullmatch, cells)))
    return row or _DUE_DAY.search(text) is not None


# A cell that is a day or a month and nothing else: "20/5", "Trước 15/10", "Quý III/2025".
_DUE_CELL = re.compile(
    r"\s*(?:(?:trước|xong|hết|trong|cuối|đến|chậm nhất|ngày)\s+)*"
    r"(?:(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])(?:\s?[/.-]\s?\d{4})?"
    r"|(?:quý|tháng) (?:[IV]+|\d{1,2})(?:\s?/\s?\d{4})?)\s*",
    re.I,
)


def _dated(unit: Unit) -> bool:
    return bool(find_dates(unit.text)) or any(map(_DUE_CELL.fullmatch, unit.text.split(" | ")))


_ASSIGNED = 0.45  # least score of a sentence that hands out a task by a day


def _assigns(unit: Unit) -> bool:
    """Whether a sentence gives a task to somebody by a day, if in other words than asked."""
    given = re.search(r"giao|phân công|chủ trì|phụ trách|chịu trách nhiệm", unit.text, re.I)
    row = unit.read.is_row(unit.statement)
    return (
        (row or bool(given)) and unit.score >= _ASSIGNED and unit.statement.setting.mood != "result"
    )


_WHOSE = re.compile(r"\bai\b|don vi nao|co quan nao|phong nao|xa nao|who\b")
_SHORT_TASK = 350  # characters
