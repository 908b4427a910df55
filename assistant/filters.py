"""What the questions of a conversation leave out: a place, a year, and which records are searched.

A question's own place or year wins for that question. The records chosen are a hard limit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer import Answer
from assistant.conversation import Resolved, has_subject, resolve
from assistant.knowledge import Knowledge, ReadRecord, Shelf, newest_year, parse_place
from assistant.question import Question
from assistant.wording import NOT_FOUND, period_phrase
from corpus.normalize import fold
from corpus.periods import find_periods
from corpus.places import LEVEL_RANK, Place, find_places
from corpus.record import Passage, Period, RecordKind
from index.store import RecordInfo


@dataclass(frozen=True, slots=True)
class Filters:
    """A record is searched when its kind or itself is chosen, or when nothing is."""

    place: str = ""  # as printed: "huyện Sơn Ca"
    year: int = 0
    kinds: tuple[RecordKind, ...] = ()
    records: tuple[str, ...] = ()  # ids

    def __bool__(self) -> bool:
        return self != NO_FILTERS

    @property
    def narrow(self) -> bool:
        """Whether they leave out any record."""
        return bool(self.kinds or self.records)

    def admits(self, info: RecordInfo) -> bool:
        return not self.narrow or info.kind in self.kinds or info.id in self.records


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by in a library; the largest places and the newest years first."""

    places: tuple[str, ...]
    years: tuple[int, ...]


_PLACES = 300  # in a list to choose from; a text names every hamlet


def choices(knowledge: Knowledge) -> Choices:
    """Places that figures or records are of, and years that figures are of."""
    places: Counter[Place] = Counter(k.place for k in knowledge.figures if k.place is not None)
    places.update(p for i in knowledge.infos.values() if (p := parse_place(i.place)) is not None)
    known = {(p.level, p.key): p for p, _ in places.most_common(_PLACES)}
    periods = (k.figure.period for k in knowledge.figures)
    years = {p.first for p in periods if p is not None and p.first and p.first == p.last}
    years |= {i.date.year for i in knowledge.infos.values() if i.date is not None}
    ranked = sorted(known.values(), key=lambda p: (LEVEL_RANK.get(p.level, 9), fold(str(p))))
    return Choices(tuple(map(str, ranked)), tuple(sorted(years, reverse=True)))


class NarrowShelf(Shelf):
    """A shelf with some of the records. What words weigh and which places there are stays."""

    def __init__(self, whole: Shelf, filters: Filters) -> None:
        # Everything kept at hand is the whole shelf's: no `super().__init__`.
        self.library, self.vocabulary = whole.library, whole.vocabulary
        self._written = whole._written
        self._whole, self._filters = whole, filters
        self._made: tuple[Knowledge, Knowledge] | None = None  # of which, what is left of it
        self._found_here = lru_cache(maxsize=64)(self._search_here)

    def knowledge(self) -> Knowledge:
        whole = self._whole.knowledge()
        made = self._made
        if made is None or made[0] is not whole:
            self._made = made = (whole, self._left_of(whole))
        return made[1]

    def read(self, record_id: str) -> ReadRecord | None:
        return self._whole.read(record_id) if record_id in self.knowledge().infos else None

    def passages(self, query: str, limit: int) -> tuple[Passage, ...]:
        return self._found_here(query, limit, self._whole._generation)

    def _search_here(self, query: str, limit: int, generation: int) -> tuple[Passage, ...]:
        """`generation` is there for the cache, as in the whole shelf."""
        ids = self.knowledge().infos.keys()
        return tuple(hit.passage for hit in self.library.search(query, limit, record_ids=ids))

    def _left_of(self, whole: Knowledge) -> Knowledge:
        infos = {i.id: i for i in whole.infos.values() if self._filters.admits(i)}
        figures = [k for k in whole.figures if k.info.id in infos]
        return replace(
            whole,
            infos=infos,
            figures=figures,
            by_family={
                family: [k for k in known if k.info.id in infos]
                for family, known in whole.by_family.items()
            },
            newest_year=newest_year(infos.values(), figures),
        )


def resolve_within(questions: Sequence[Question], filters: Filters) -> Resolved:
    """`resolve`, with what the questions leave out filled in.

    A question that only leans on the one before stays with what that one was about.
    """
    if not filters:
        return resolve(questions)
    first, *later = questions
    read = [_filled(first, filters)]
    read += [_filled(q, filters) if has_subject(q) else q for q in later]
    resolved = resolve(read)
    used, _ = _used(resolved.question, filters)
    words = [resolved.standalone.rstrip(" ?.!")]
    words += [word for word in used if fold(word) not in fold(resolved.standalone)]
    return replace(resolved, standalone=" ".join(words)) if len(words) > 1 else resolved


# A year that is said by counting from the present one.
_COUNTED_YEAR = re.compile(
    r"\bnam (?:nay|ngoai|toi|sau|truoc|kia|qua)\b|\b(?:hien nay|hien tai|sang nam)\b|\b(?:this|last"
    r"|next) year\b"
)


# Asks for several places or several years: to fill in one would leave nothing to compare.
_LEVELS = (
    r"huyen|xa|phuong|dac khu|thi tran|thi xa|dia phuong|don vi|noi|thon|ban|districts?|communes?"
)
_SEVERAL_PLACES = re.compile(
    rf"\b(?:cac|hai|ba|giua|nhung|moi|tung|which|the|two) (?:\w+ )?(?:{_LEVELS})\b"
    rf"|\b(?:{_LEVELS}) nao\b"
)
_SEVERAL_YEARS = re.compile(r"\b(?:cac|nhung|qua|hang|tung|moi|nhieu) nam\b|\byears\b")


def _filled(question: Question, filters: Filters) -> Question:
    compared = question.intent == "compare"
    several_places = compared and _SEVERAL_PLACES.search(question.folded)
    if filters.place and not question.places and not several_places:
        place = parse_place(filters.place)
        question = replace(question, places=(place,) if place else ())
    several_years = compared and _SEVERAL_YEARS.search(question.folded)
    if not filters.year or question.intent == "trend" or several_years or question.written:
        return question
    if not question.periods:
        return replace(question, periods=(_year(filters),))
    said = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", question.folded)
    if said or _COUNTED_YEAR.search(question.folded):
        return question
    # "6 tháng đầu năm": of the filter's year, not of the newest
    return replace(
        question,
        periods=tuple(
            p if p.is_term else replace(p, first=filters.year, last=filters.year)
            for p in question.periods
        ),
    )


def _year(filters: Filters) -> Period:
    return Period(filters.year, filters.year)


def _used(question: Question, filters: Filters) -> tuple[list[str], list[str]]:
    """What of year and place the question was read with, and what it was read without."""
    used: list[str] = []
    unused: list[str] = []
    if filters.year:
        fits = any(p.first <= filters.year <= p.last for p in question.periods)
        (used if fits else unused).append(period_phrase(_year(filters), question.language))
    if filters.place:
        wanted = parse_place(filters.place)
        fits = any(wanted is not None and p.key == wanted.key for p in question.places)
        (used if fits else unused).append(filters.place)
    return used, unused


def told(answer: Answer, question: Question, filters: Filters) -> Answer:
    """The answer with what it is about, and with what the filters did to it."""
    place, year = _about(question, answer.understood)
    answer = replace(answer, place=place, year=year)
    if not filters:
        return answer
    vietnamese = question.language == "vi"
    used, unused = _used(question, filters)
    if filters.narrow:
        used.append("hồ sơ đã chọn" if vietnamese else "chosen records")
    said, left, note = ", ".join(used), ", ".join(unused), ""
    if used and answer.found:
        note = f"Theo bộ lọc: {said}." if vietnamese else f"By the filter: {said}."
    elif used:  # the sentence itself names them
        head = (
            f"Không tìm thấy trong phạm vi lọc ({said})"
            if vietnamese
            else f"Nothing found within the filter ({said})"
        )
        text = answer.text.replace(NOT_FOUND[question.language], head, 1)
        answer = replace(answer, text=text)
    if unused:
        note += (
            f" Riêng câu này không dùng bộ lọc {left}."
            if vietnamese
            else f" This question was read without the filter {left}."
        )
    return replace(answer, filtered=bool(used), filter_note=note.strip())


def _about(question: Question, understood: str) -> tuple[str, int]:
    """The one place and the one year asked about; those that `understood` took for granted."""
    places = question.places or tuple(p for _, p in find_places(understood))
    periods = question.periods or tuple(f.period for f in find_periods(understood))
    place = str(places[0]) if len(places) == 1 else ""
    single = len(periods) == 1 and not periods[0].is_term
    return place, periods[0].first if single else 0
