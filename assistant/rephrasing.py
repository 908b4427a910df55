"""The same question in the words of records: "mổ" where they say "phẫu thuật".

Tried only where nothing was found: a record may well say it as it was asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date

from corpus.indicators import read_form
from corpus.normalize import canonical_tones, fold
from corpus.periods import find_periods
from corpus.record import Period
from corpus.vocabulary import Vocabulary, typed_plainly

_TRIED = 4  # ways of asking again: each costs as much time as the question itself


def in_other_words(
    texts: Sequence[str], vocabulary: Vocabulary, recorded: Container[str]
) -> Iterator[list[str]]:
    """A conversation's questions with one word put otherwise in all of them, at most four ways.

    `recorded` are the words that records say, as spelt: no others are tried. A name of an indicator
    stays as it is: "tiền sử dụng đất" is never "tiền dùng đất".
    """
    plainly = typed_plainly(canonical_tones(" ".join(texts)).split())
    tried = 0
    named = read_form(texts[-1], vocabulary).families
    for names in vocabulary.synonyms:
        others = [fold(n) if plainly else n for n in names if n in recorded]
        for said in (fold(n) if plainly else n for n in names):
            if plainly and " " not in said:
                continue  # "mo" is many words
            if not any(_found(said, text) for text in texts):
                continue
            for other in others:
                put = [_put(said, other, text) for text in texts]
                if said in other or not named <= read_form(put[-1], vocabulary).families:
                    continue
                if tried == _TRIED:
                    return
                tried += 1
                yield put


def as_written(texts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """A conversation's questions with what people say put as records write it: "mở công ty"."""
    plainly = typed_plainly(canonical_tones(" ".join(texts)).split())
    put: list[str] = []
    for text in texts:
        for said, written in vocabulary.spoken.items():
            words = fold(said) if plainly else said
            text = _put(words, fold(written) if plainly else written, text)
        put.append(text)
    return put


# "Doanh thu (tổng thu) năm 2025": one thing under two names
_TWO_NAMES = re.compile(
    r"^\s*(?P<one>[^()?,]{3,40}?)\s*\((?P<other>[^()\d]{3,40})\)\s*(?P<rest>.+)$"
)
# "Du lịch đem về cho huyện bao nhiêu tiền?"
_EARNED = re.compile(
    r"(?P<what>(?<!\w)[^\W\d_]+(?: [^\W\d_]+)?) (?:đem|mang|thu) (?:về|lại)(?P<whom> cho [^?,]*?)?"
    r"(?= (?:khoảng |được )?(?:bao nhiêu|mấy) (?:tiền|tỷ|tỉ|triệu))",
    re.I,
)


_REAPING = r"(?<!\w)(?:sản xuất|thu hoạch|gặt|khai thác|đánh bắt|làm ra)(?: được| về)?"
_CROP = r"(?P<crop>(?!bao nhiêu|mấy)[^\W\d_]+(?: [^\W\d_]+){0,2}?)"
# "sản xuất được bao nhiêu tấn muối?", "thu hoạch muối đạt bao nhiêu phần trăm kế hoạch?"
_REAPED = re.compile(
    rf"{_REAPING} (?P<much>(?:bao nhiêu|mấy) (?:nghìn |triệu )?(?:tấn|tạ|trái|quả|lít)) {_CROP}"
    r"(?=\W*$|\s(?:trong|năm|vậy|ạ|nhỉ|thế)(?!\w))",
    re.I,
)
_REAPS = re.compile(
    rf"{_REAPING} {_CROP}(?= (?:cả năm )?(?:đạt|được|bằng|bao nhiêu|mấy)(?!\w))", re.I
)


def said_otherwise(text: str) -> list[str]:
    """A question with one of its two names alone, or about earnings and harvests as records tell
    them.
    """
    if two := _TWO_NAMES.match(text):
        # "Tháng 10/2025 bộ phận một cửa (trung tâm hành chính công) ...": when is of no name
        when = max((found.span.end for found in find_periods(two["one"])), default=0)
        other = f"{text[:when]} {two['other']} {two['rest']}".strip()
        return [f"{two['one']} {two['rest']}", other]
    told = _EARNED.sub(
        lambda m: f"doanh thu {m['what'].lower()}{(m['whom'] or '').replace(' cho ', ' của ')}",
        text,
    )
    told = _REAPED.sub(lambda m: f"sản lượng {m['crop'].lower()} {m['much']}", told)
    told = _REAPS.sub(lambda m: f"sản lượng {m['crop'].lower()}", told)
    return [told] if told != text else []


def _found(said: str, text: str) -> list[re.Match[str]]:
    """Where a text says a word, not a name that is spelt so: "Lạc Thủy" is no "lạc"."""
    shown = canonical_tones(text)
    if said not in shown or len(shown) != len(text):
        return []
    words = re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", shown)
    return [m for m in words if m.start() == 0 or text[m.start()].islower()]


def _put(said: str, other: str, text: str) -> str:
    for match in reversed(_found(said, text)):
        text = text[: match.start()] + other + text[match.end() :]
    return text


# Years counted from the present, which for a place is the time of its newest record.
_COUNTED = re.compile(
    r"(?<!\w)(?:năm (?P<vi>nay|tới|sau|ngoái|trước)|nam (?P<plain>nay|toi|sau|ngoai|truoc)"
    r"|(?P<ahead>sang năm|sang nam))(?![\w]| (?:học|hoc|\d))",
    re.I,
)
_SHIFT = {"nay": 0, "tới": 1, "sau": 1, "ngoái": -1, "trước": -1}
_SHIFT |= {fold(word): shift for word, shift in _SHIFT.items()}


_TERM_PAST = re.compile(
    r"(?<!\w)(?:(?:trong )?nhiệm kỳ|(?:trong )?nhiem ky|5 năm|năm năm|5 nam|nam nam)"
    r" (?:vừa qua|vua qua|qua|trước|truoc)(?!\w)",
    re.I,
)
_SCHOOL_YEAR = re.compile(
    r"(?<!\w)(?:năm học|nam hoc) (?P<which>tới|mới|sau|này|nay|trước|vừa qua|toi|moi|truoc|vua qua)"
    r"(?!\w)",
    re.I,
)
_SCHOOL_SHIFT = {
    "toi": 1, "moi": 1, "sau": 1, "nay": 0, "truoc": -1, "vua qua": 0
}  # fmt: skip
_SCHOOL_BEGINS = 8  # the month from which papers are of the school year that begins


def with_last_term(term: Period, text: str) -> str:
    """A question with "nhiệm kỳ vừa qua" written out."""
    return _TERM_PAST.sub(f"nhiệm kỳ {term.first}-{term.last}", text)


def with_school_year(newest: date, text: str) -> str:
    """A question with "năm học tới" written out, by the day of a school's newest paper."""

    def written(said: re.Match[str]) -> str:
        shift = _SCHOOL_SHIFT[fold(said["which"])]
        first = newest.year + shift - (newest.month < _SCHOOL_BEGINS)
        return f"{'nam hoc' if said[0].isascii() else 'năm học'} {first}-{first + 1}"

    return _SCHOOL_YEAR.sub(written, text)


def says_school_year(text: str) -> bool:
    """Whether a question names a school year by its place in time alone."""
    return _SCHOOL_YEAR.search(text) is not None


def counted_from(year: int, text: str) -> str:
    """A question with "năm nay", "năm tới" written out, the present being the given year."""

    def written(counted: re.Match[str]) -> str:
        said = counted["vi"] or counted["plain"]
        shift = _SHIFT[said.lower()] if said else 1
        return f"{'năm' if not counted[0].isascii() else 'nam'} {year + shift}"

    return _COUNTED.sub(written, text)
