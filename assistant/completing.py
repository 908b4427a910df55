"""What a question leaves out, or says only beside something else, by what the library tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.fitting import RESULTS
from assistant.knowledge import Knowledge, parse_place
from assistant.levels import compared_level, only_of_level
from assistant.question import Question
from assistant.rephrasing import counted_from, with_last_term
from corpus.normalize import fold
from corpus.places import Place
from corpus.record import Period

_YEAR = re.compile(r"(?:19|20)\d\d")
# Intents that may set a place beside what is common to the level above it.
_COMPARABLE = ("compare", "value", "yes_no", "change")


def places_of_records(knowledge: Knowledge) -> list[Place]:
    """The places that records are of, one for each record."""
    return [p for i in knowledge.infos.values() if (p := parse_place(i.place))]


def beside_level_above(question: Question, knowledge: Knowledge) -> Question:
    """A place compared with "mức chung toàn huyện" stands beside the district.

    Where no record is of that level its own value is all that can be told.
    """
    level = compared_level(question.folded)
    if not level or len(question.places) > 1 or question.intent not in _COMPARABLE:
        return question
    above = only_of_level(level, places_of_records(knowledge))
    if above is None:
        return replace(question, intent="value")
    if above in question.places:
        return question
    return replace(question, places=(*question.places, above), intent="compare")


def of_told_year(question: Question, knowledge: Knowledge) -> Question:
    """A part of a year asked for without its year: of the newest one that is told of."""
    if _YEAR.search(question.text):
        return question
    newest = knowledge.newest_year

    def told(period: Period) -> Period:
        if period.part in ("", "by", "school") or period.first != newest:
            return period
        year = knowledge.last_told(period.part) or newest
        return replace(period, first=year, last=year)

    return replace(question, periods=tuple(map(told, question.periods)))


def newest_day_of(places: Sequence[Place], knowledge: Knowledge) -> date | None:
    """The day of the newest dated record of the one place asked about."""
    if len(places) != 1:
        return None
    own = (i.date for i in knowledge.infos.values() if parse_place(i.place) == places[0])
    return max((day for day in own if day is not None), default=None)


_LOOKING_BACK = 3  # months in which a paper still tells of the year that is over


def in_its_years(text: str, places: Sequence[Place], knowledge: Knowledge) -> tuple[str, int]:
    """A question whose years count from the newest record of the one place that it names.

    With the year from which they count; the text as it is and 0 where nothing is to be counted.
    """
    if len(places) != 1:
        return text, 0
    day = newest_day_of(places, knowledge)
    told = [
        k.figure.period
        for k in knowledge.figures
        if k.place == places[0] and k.figure.kind in RESULTS and k.figure.period is not None
    ]
    last = max((p.last for p in told), default=0)
    said = fold(text)  # "năm nay" is the year in which the paper was written
    looks_back = day and day.month <= _LOOKING_BACK and 0 < last < day.year
    looks_back = looks_back and "nam toi" in said and "nam nay" not in said
    year = last if looks_back or not day else day.year
    terms = [p for p in told if p.is_term and p.part != "school"]
    if terms:
        text = with_last_term(max(terms, key=lambda term: term.last), text)
    return (counted_from(year, text) if year != knowledge.newest_year else text), year


def as_of(year: int, question: Question) -> str:
    """Says which year a question's "năm nay" was taken for."""
    place = question.places[0]
    if question.language == "en":
        return f"Counted from the newest record of {place} ({year})."
    return f"Tính theo hồ sơ mới nhất của {place} (năm {year})."
