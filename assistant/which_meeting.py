"""Of which meeting a record is: by its ordinal, its paper's number, its day or its month."""

from __future__ import annotations

import re

from assistant.knowledge import ReadRecord
from assistant.papers import bears_number, paper_number
from assistant.question import Question
from corpus.days import find_dates
from corpus.normalize import fold


def _ordinals() -> dict[str, tuple[str, ...]]:
    """Ways of writing an ordinal, each with all of them: "nhat", "i" and "1" are one."""
    ones = ("", "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin")
    after_ten = ("", "mot", "hai", "ba", "bon", "lam", "sau", "bay", "tam", "chin")
    roman = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    found: dict[str, tuple[str, ...]] = {}
    for number in range(1, 40):
        ten, one = divmod(number, 10)
        tens = ("", "muoi", "hai muoi", "ba muoi")[ten]
        word = f"{tens} {after_ten[one]}".strip() if ten else ones[one]
        forms = (word, "x" * ten + roman[one], str(number), f"{number:02d}")
        found.update(dict.fromkeys(forms, forms))
    found["bon"] = found["4"]
    return found


_ORDINALS = _ordinals()


def same_ordinal(one: str, other: str) -> bool:
    """Whether two folded ordinals are one: "khóa 1", "khóa I"."""
    return one == other or other in _ORDINALS.get(one, ())


def meeting_fits(question: Question, read: ReadRecord) -> bool:
    """A question about the 30th meeting is not answered by the 9th's record."""
    if not _of_its_day(question, read):
        return False
    if not question.meeting:
        return True
    opening = fold(f"{read.record.title} {read.record.source} {read.document.text[:2500]}")
    if paper := paper_number(question.meeting):
        return bears_number(paper, opening)
    number = question.meeting.removeprefix("lan ").removeprefix("thu ")
    forms = "|".join(map(re.escape, _ORDINALS.get(number, (number,))))
    opening = re.sub(r"[\s_-]+", " ", opening)  # "hoi-nghi-lan-7.html"
    # "thu" alone may be a day of the week: "thứ Bảy, ngày 17/12"
    nth = rf"(?<!\w)(?:lan(?: thu)?|(?:hop|phien|nghi|ky) thu) (?:{forms})(?!\w)"
    return re.search(nth, opening) is not None


# Of whom a meeting is, folded: the elected council's or the Party committee's.
_COUNCIL = re.compile(r"\b(?:hdnd|hoi dong nhan dan)\b")
_COMMITTEE = re.compile(
    r"\b(?:(?:huyen|thi|thanh|tinh|dang) uy|bch|ban chap hanh dang bo|ban thuong vu)\b"
)


def is_of_another_body(question: Question, read: ReadRecord) -> bool:
    """Whether the council's meeting is asked about and the record is the Party's, or the reverse.

    A question that names both leaves it open which of them met.
    """
    body = fold(read.record.body)
    for asked, other in ((_COUNCIL, _COMMITTEE), (_COMMITTEE, _COUNCIL)):
        if asked.search(question.folded) and not other.search(question.folded):
            return other.search(body) is not None
    return False


_MET = re.compile(r"\b(?:hop|hoi nghi|ky hop|phien|dai hoi|bien ban)\b")
# "hội nghị tháng 12/2024": which of several meetings
_MET_IN = re.compile(
    r"\b(?:hoi nghi|ky hop|phien hop|cuoc hop|buoi hop|giao ban|hop)(?: \w+){0,3}?"
    r" thang (?P<month>\d{1,2})(?:\s?/\s?| nam )(?P<year>(?:19|20)\d\d)"
)
_OPENING = 2500  # characters in which a record says when was met


def _of_its_day(question: Question, read: ReadRecord) -> bool:
    """Whether a record is of the day on which those met who are asked about, where one is named."""
    if (month := _MET_IN.search(question.folded)) and (day := read.record.date):
        return (day.year, day.month) == (int(month["year"]), int(month["month"]))
    days = [d for d in find_dates(question.text) if d.year]
    if len(days) != 1 or not _MET.search(question.folded):
        return True
    asked = days[0].as_date()
    told = (d.as_date() for d in find_dates(read.document.text[:_OPENING]) if d.year)
    return asked is None or read.record.date == asked or asked in told
