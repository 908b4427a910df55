"""What a question leaves out, or says only beside something else, by what the library tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.knowledge import Knowledge, parse_place
from assistant.levels import compared_level, only_of_level
from assistant.question import Question
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


def newest_year_of(places: Sequence[Place], knowledge: Knowledge) -> int:
    """The year of the newest record of the one place asked about; 0 where there is none."""
    if len(places) != 1:
        return 0
    own = (i for i in knowledge.infos.values() if i.date and parse_place(i.place) == places[0])
    return max((i.date.year for i in own if i.date), default=0)


def as_of(year: int, question: Question) -> str:
    """Says which year a question's "năm nay" was taken for."""
    place = question.places[0]
    if question.language == "en":
        return f"Counted from the newest record of {place} ({year})."
    return f"Tính theo hồ sơ mới nhất của {place} (năm {year})."
