"""Answers about meetings (when, where, which in the row), and about other days and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.english import with_gatherings
from assistant.evidence import Unit, enough, find_units, of_place
from assistant.knowledge import ReadRecord, Shelf, parse_place
from assistant.papers import dated_where_cited, paper_number
from assistant.posts import CHOSEN
from assistant.question import Question
from assistant.quoting import day_first, narrowed, quote_unit
from assistant.resolutions import resolution_asked
from assistant.sentence_times import names_month
from assistant.which_meeting import is_of_another_body, meeting_fits
from assistant.wording import capitalised
from corpus.days import find_dates
from corpus.document import Span
from corpus.normalize import fold, syllables
from corpus.places import plain_name
from corpus.record import Period


def answer_meeting_date(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The day on which the meeting asked about was held, from the record's opening."""
    if _ADOPTED.search(question.folded) and (adopted := _adopted(question, shelf)) is not None:
        return adopted
    if re.search(r"\bdu kien\b|\bse\b|sap toi", question.folded):
        # of a day to come the records' dates tell nothing
        return answer_when(question, shelf, query)
    if (number := paper_number(question.meeting)) and _OF_PAPER_ITSELF.search(question.folded):
        for info in shelf.knowledge().newest_first():
            read = shelf.read(info.id) if of_place(question, info.place) else None
            span = dated_where_cited(number, read.document) if read else None
            if read is not None and span is not None:
                return _on_day(question, read, span)
    meetings = fitting_meetings(question, shelf)
    gathering = _GATHERING.search(with_gatherings(question.folded))
    if gathering is not None and gathering[0] == "dai hoi" and not any(map(_of_congress, meetings)):
        units = find_units(question, shelf, query, accept=_dates_congress)
        return quote_unit(question, units[0]) if units and enough(units[0]) else None
    return _held(question, meetings, shelf, query)


_OF_PAPER_ITSELF = re.compile(r"\b(?:ban hanh|ky|issued|signed)\b")


def _of_congress(read: ReadRecord) -> bool:
    return "dai hoi" in fold(f"{read.record.title} {read.document.text[:_HEADING]}")


def _dates_congress(text: str) -> bool:
    return "đại hội" in text.lower() and bool(find_dates(text))


_CONGRESS = re.compile(r"\bdai hoi\b")


def _held(
    question: Question, meetings: Sequence[ReadRecord], shelf: Shelf, query: str
) -> Answer | None:
    dated = [(r, s) for r in meetings if (s := _held_on(r)) is not None]
    if _CONGRESS.search(question.folded):  # not of a meeting that looks back on it
        dated.sort(key=lambda d: not _CONGRESS.search(fold(d[0].document.quote(d[1]))))
    if not dated:
        return None if question.meeting else answer_when(question, shelf, query)
    return _on_day(question, *dated[0])


def _on_day(question: Question, read: ReadRecord, span: Span) -> Answer | None:
    """The words that give a day, with the day before them."""
    draft = Draft(question.language)
    mark = draft.cite(read.record, span)
    text = " ".join(read.document.quote(span).split()).rstrip(" .;")
    return draft.finish(f"{day_first(draft, text)}{capitalised(text)} {mark}.", found=True)


OPENING = 3500  # characters at the top in which a record tells of the meeting itself


# Words of a question that do not tell which meeting.
_MEETING_NOISE = frozenset(
    syllables(
        "to chuc cuoc hop dien ra phong nao ai chu tri toa tham du dai bieu thanh vien co dong "
        "mat tong so thu ky ki dieu hanh ghi chep cho noi buoi hop dan hom di den vang ho cu tri"
    )
)


_NTH = re.compile(r"\d+(?:st|nd|rd|th)")


def fitting_meetings(question: Question, shelf: Shelf) -> list[ReadRecord]:
    """Records whose opening fits the meeting asked about, the best and newest first."""
    ranked: list[tuple[float, bool, bool, date, ReadRecord]] = []
    gathering = _GATHERING.search(with_gatherings(question.folded))
    congress = gathering is not None and gathering[0] == "dai hoi"  # no meeting stands for one
    days = [day for d in find_dates(question.text) if d.year and (day := d.as_date())]
    for info in shelf.knowledge().infos.values():
        own = plain_name(f"{info.place} {info.title} {info.body}")
        if question.places and not all(p.key in own for p in question.places):
            continue
        whose = parse_place(info.place)
        if any(p.is_organisation and whose and not whose.is_organisation for p in question.places):
            continue
        if question.years and info.date is not None and info.date.year not in question.years:
            continue
        read = shelf.read(info.id)
        if read is None or not meeting_fits(question, read) or is_of_another_body(question, read):
            continue
        opening = fold(f"{info.title} {read.document.text[:2500]}")
        words = set(syllables(opening))
        noise = (
            _MEETING_NOISE | {"mo"} | ({"hoi", "nghi"} if "meeting" in question.folded else set())
        )
        wanted = [w for w in question.terms if w not in noise and not _NTH.fullmatch(w)]
        share = sum(1 for w in wanted if w in words) / len(wanted) if wanted else 1.0
        if info.date in days:
            share = 1.0
        if share >= 0.6:
            then = info.date is not None and info.date.month == question.month
            head = fold(f"{info.title} {read.document.text[:_HEADING]}")
            of_month = re.search(rf"\bthang 0?{question.month}\b", head)
            other = re.search(r"\b(?:giao ban|phien hop|ky hop) thang 0?(\d{1,2})\b", head)
            then = then and (other is None or bool(of_month))
            of_day = question.intent in ("meeting_date", "where")
            if of_day and question.month and not (then or of_month):
                continue  # the month before's session
            titled = gathering is not None and gathering[0] in head
            titled = titled and not _LOOKS_BACK.search(head)
            if congress and not titled and question.intent == "where":
                continue  # where another meeting was held, that only spoke of the congress
            ranked.append((share, then, titled, info.day, read))
    ranked.sort(key=lambda r: (congress and r[2], r[1], r[0], r[2], r[3]), reverse=True)
    return [read for *_, read in ranked]


# "sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội": no congress itself
_LOOKS_BACK = re.compile(
    r"\b(?:so ket|giua nhiem ky"
    r"|(?:thuc hien|trien khai|quan triet|hoc tap) (?:\w+ ){0,4}nghi quyet)"
)
_HEADING = 300  # characters at the top in which a record says what kind of meeting it was
_GATHERING = re.compile(r"dai hoi|ky hop|hoi nghi|phien hop")


_HELD = re.compile(
    r"tổ chức|họp|diễn ra|khai mạc|thời gian|hội nghị|kỳ họp|phiên|đại hội|tiến hành"
    r"|thông qua ngày",
    re.I,
)


def answer_meeting_number(question: Question, shelf: Shelf) -> Answer | None:
    """Which meeting in the row it was: "lần thứ 29"."""
    spelling = dict(question.spelling)
    asked = re.search(r"\b(?:lan|khoa|hop|phien|hoi) thu may\b|lan may|khoa may", question.folded)
    if not asked or spelling.get("thu", "thứ") != "thứ":
        return None
    for info in shelf.knowledge().newest_first():
        own = plain_name(f"{info.place} {info.title}")
        read = shelf.read(info.id)
        if read is None or (question.places and not all(p.key in own for p in question.places)):
            continue
        for statement in read.statements:
            if statement.span.start > 2500:
                break
            text = read.document.quote(statement.span)
            if re.search(r"(?:lần thứ|kỳ họp thứ|phiên (?:họp )?thứ)\s+\S+", text, re.I):
                return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
    return None


def _held_on(read: ReadRecord) -> Span | None:
    """The opening sentence that gives the day of the meeting."""
    first: Span | None = None
    for statement in read.statements:
        if statement.span.start > OPENING:
            break
        text = read.document.quote(statement.sentence)
        dates = [
            d
            for d in find_dates(text)
            if not _UP_TO.search(text[: d.span.end]) or _LASTED.search(text[: d.span.end])
        ]
        if not dates or re.search(r"^\W*(?:căn cứ|xét)|đăng (?:lúc|ngày)|cập nhật", text, re.I):
            continue
        if _HELD.search(text):
            return (
                statement.span
                if find_dates(read.document.quote(statement.span))
                else statement.sentence
            )
        first = first or statement.span
    if first is None:  # minutes that stand behind tables
        times = (s.span for s in read.statements if _TIME_LINE.match(read.document.quote(s.span)))
        first = next(times, None)
    return first


_UP_TO = re.compile(
    r"(?:đến|tới|trước|hạn|từ)(?: hết)?(?: ngày)?\s*\d{1,2}\s?[/.-]\s?\d{1,2}[\d\s/.-]*$", re.I
)
# "họp từ ngày 12 đến ngày 14/8/2020": a meeting of several days
_LASTED = re.compile(
    r"từ (?:ngày )?\d{1,2}(?:\s?[/.-]\s?\d{1,2})? (?:đến|-|–) (?:hết )?(?:ngày )?"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}[\d\s/.-]*$",
    re.I,
)
_TIME_LINE = re.compile(r"\W*thời gian\s*:.*\d{1,2}\s?[/.-]\s?\d{1,2}", re.I)


def _has_time(text: str) -> bool:
    if text.rstrip().endswith("?"):
        return False  # a question that was put, no answer to it
    return bool(find_dates(text)) or re.search(r"quý [IVX\d]|tháng \d", text) is not None


def _has_year(text: str) -> bool:
    """Whether a text says in which year: "phấn đấu đạt chuẩn vào năm 2028"."""
    return re.search(r"(?:vào|đến|trong|cuối|hết|đầu) năm (?:19|20)\d\d", text, re.I) is not None


def answer_when(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that says on which day, or in which month or quarter, something was."""
    if _ADOPTED.search(question.folded):
        return _adopted(question, shelf)
    units = find_units(question, shelf, query, accept=_has_time)
    units = _of_that_month(question, units)
    if (event := _EVENT.search(question.folded)) is not None:
        units = [u for u in units if event[0] in fold(u.text)]  # begun is not finished
    if question.post and _TAKES_UP.search(question.folded):
        units = [u for u in units if _CHOSEN.search(u.text)]  # no day on which its holder spoke
    if question.kind == "result":  # when it was, not when it was to be
        units = [u for u in units if u.statement.setting.mood != "target"]
    if re.search(r"\b(?:ngay|hom) (?:nao|bao nhieu|may)\b", question.folded):
        units = [u for u in units if find_dates(u.text)] or units  # a day, not only its month
    elif not units or not enough(units[0]):
        units = find_units(question, shelf, query, accept=_has_year)
    if not units or not enough(units[0]):
        return None
    best = units[0]
    # of several works the one that is asked about
    if ";" in best.text or len(find_dates(best.text)) > 1:
        best = _own_day(question, narrowed(question, shelf, query, best, question.terms, _has_time))
    return quote_unit(question, best)


# "lên chủ tịch huyện từ hôm nào?"
_TAKES_UP = re.compile(
    r"\b(?:len|lam|giu(?: chuc)?|nham chuc|nhan chuc|ve nhan|duoc bau|tro thanh) (?:\w+ ){0,2}?"
    r"(?:chu tich|bi thu|pho|truong|giam doc|chu nhiem|hieu truong|chanh)\b"
)
_CHOSEN = re.compile(rf"\b(?:{CHOSEN}|phân công|nhận nhiệm vụ|từ)\b", re.I)


def _own_day(question: Question, unit: Unit) -> Unit:
    """Of several days in one clause the one told of the place that is asked about.

    "bản A đóng điện từ ngày 02/9/2021, bản cuối là B đóng điện ngày 18/11/2023"
    """
    ends = [0, *(day.span.end for day in find_dates(unit.text))]
    pieces = [Span(a, b) for a, b in pairwise(ends)]
    keys = [place.key for place in question.places]
    own = [p for p in pieces if any(k in plain_name(unit.text[p.start : p.end]) for k in keys)]
    apart = all(re.match(r"\s*[,;]", unit.text[p.start :]) for p in pieces[1:])
    if len(pieces) < 2 or len(own) != 1 or not apart:
        return unit
    start, end = unit.span.start + own[0].start, unit.span.start + own[0].end
    opens = re.match(r"[\s,;]*(?:(?:còn|và)\s)?", unit.text[own[0].start :])
    start += opens.end() if opens else 0
    return replace(unit, span=Span(start, end))


def _of_that_month(question: Question, units: list[Unit]) -> list[Unit]:
    """Where the meeting of a month is meant, the units that name it."""
    if (month := _MEETING_OF_MONTH.search(question.folded)) is None:
        return units
    return [u for u in units if names_month(u, Period(0, 0, f"m{int(month[1])}"))]


_EVENT = re.compile(
    r"\b(?:khoi cong|khanh thanh|thong xe|hop long|dong tho|nghiem thu|dong dien|khai truong)\b"
)
_MEETING_OF_MONTH = re.compile(r"\b(?:giao ban|hop|phien|hoi nghi)(?: \w+){0,6} thang (\d{1,2})\b")
_ADOPTED = re.compile(
    r"\bnghi quyet\b.*\b(?:thong qua|ban hanh|ky)\b|\b(?:thong qua|ban hanh)\b.*\bnghi quyet\b"
    r"|\bresolution\b.*\b(?:adopted|passed|issued|signed)\b"
    r"|\bthong qua (?:\w+ ){0,3}?(?:ke hoach|du toan|de an|phuong an)\b"
)
_PASSED = re.compile(r"thông qua", re.I)
_PASSED_ON = re.compile(r"thông qua[^.;]{0,40}?\bngày\s+\d", re.I)
_ASKS_PASSED = re.compile(r"\bthong qua\b|\b(?:adopted|passed)\b")


def _adopted(question: Question, shelf: Shelf) -> Answer | None:
    """The day of a resolution: the line of it that gives the record's own date."""
    if (found := resolution_asked(question, shelf, question.terms)) is None:
        return None
    day, read = found
    dated = [
        s.span
        for s in read.statements
        if any(d.as_date() == day for d in find_dates(read.document.quote(s.span)))
    ]
    passed = [span for span in dated if _PASSED.search(read.document.quote(span))]
    if not passed and _ASKS_PASSED.search(question.folded):  # signed a day later
        passed = [s.span for s in read.statements if _PASSED_ON.search(read.document.quote(s.span))]
    return _on_day(question, read, (passed or dated)[0]) if dated else None


_MEETING = re.compile(r"hoi nghi|dai hoi|ky hop|phien hop|\bhop\b|meeting|session|congress")
MEETS = re.compile(rf"{_MEETING.pattern}|to chuc|dien ra")
_EVENT_NAME = 3  # words from which on something else is named: "tuần lễ văn hóa biển"


_PLACE = re.compile(
    r"\b(?:tại|ở|xã|bản|thôn|phường|đặc khu|thị trấn|địa điểm|phòng|nhà văn hóa|trụ sở)\b", re.I
)


def _names_a_place(text: str) -> bool:
    return _PLACE.search(text) is not None


_PLACE_LINE = re.compile(r"\W*(?:địa điểm|địa chỉ họp|nơi họp)\s*:\s*\w", re.I)


_MEETING_NAME = 5  # words that name a meeting: more tell of something else that was held


def answer_where(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Where a meeting was held, or the sentence that says where something is or was."""
    named = [w for w in question.terms if w not in ("cho", "noi")]  # "ở chỗ nào"
    meets = MEETS.search(question.folded) and len(named) <= _MEETING_NAME
    if meets and (_MEETING.search(question.folded) or len(named) < _EVENT_NAME):
        meetings = fitting_meetings(question, shelf)
        # minutes give time and place each a line of its own
        for read in meetings[:1]:
            for statement in read.statements:
                if _PLACE_LINE.match(read.document.quote(statement.span)):
                    return quote_unit(question, Unit(read, statement.span, statement, 1.0, 1.0))
        held = _held(question, meetings, shelf, query)
        if held is not None and held.found:
            return held
    units = _of_that_month(question, find_units(question, shelf, query, accept=_names_a_place))
    return quote_unit(question, units[0]) if units and enough(units[0]) else None
