"""What an English question asks for, by its question word and its verb.

English says that far more regularly than Vietnamese does: the question word stands in front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.intents import Intent, read_intent
from corpus.places import LEVEL_RANK, Place
from corpus.record import Period

_WHO = (
    r"(?:vice[- ]?|deputy )?(?:chair(?:man|woman|person)?|secretary|leader|official|person|member"
    r"|director|head|delegate|deputy|principal|commander|president)"
)
_SHARE = r"what (?:share|percentage|percent|proportion)"
_VOTERS = r"(?:members|delegates|shareholders|council+ors|deputies|votes|representatives|attendees)"
_VOTES = r"\b(?:vot(?:es?|ed|ing)|in favou?r|abstain(?:ed)?|ballots?)\b"
_FOR_IT = rf"(?:{_VOTES}|\b(?:approved?|backed|supported|endorsed|agreed|objected|opposed)\b)"
_SETTLED = r"(?:agree|approve|accept|vote|pass|adopt|endorse)"
_YEARS = r"(?:19|20)\d\d"

_QUESTION_WORDS: tuple[tuple[Intent, str], ...] = (
    (
        "why",
        r"\bwhy\b|\bwhat (?:\w+ ){0,4}(?:causes?|reasons?)\b|\bwhat (?:led|lay|explains)\b"
        r"|\bhow come\b|\b(?:causes?|reasons?) (?:of|for|behind)\b",
    ),
    (
        "vote",
        rf"\bhow many\b.*{_VOTES}|\bhow many (?:[\w-]+ ){{0,5}}{_VOTERS}\b.*{_FOR_IT}"
        rf"|\b{_SHARE}\b.*{_VOTES}|\b{_SHARE}\b.*\b(?:shareholders|members|delegates)\b.*"
        rf"{_FOR_IT}|\b(?:result|outcome) of the (?:vote|ballot)\b"
        rf"|^\W*did\b.*\b{_SETTLED}\b|^\W*(?:was|were|has|have)\b.*\b{_SETTLED}e?d\b",
    ),
    (
        "task",
        r"\b(?:by when|by (?:what|which) (?:date|day|time)|deadline|due (?:date|by)|responsible)\b"
        r"|\b(?:who|which (?:unit|office|department|agency|body))\b.*"
        r"\b(?:told|asked|instructed|assigned|to) (?:to )?\w+.*\bby (?:when|what)\b"
        r"|\b(?:which|what) (?:unit|office|department|agency|body) (?:has|is|was|must|had)\b",
    ),
    ("who", rf"^\W*(?:who|whom|whose)\b|^\W*which {_WHO}\b"),
    ("where", r"^\W*(?:and )?where\b"),
    (
        "compare",
        r"^\W*(?:please )?compare\b|\bcomparison\b"
        r"|\bwhich\b.*\b(?:more|most|fewe(?:r|st)|less|least|larg(?:er|est)"
        r"|bigg(?:er|est)|high(?:er|est)|low(?:er|est)|better|best|worse|worst|greate(?:r|st)"
        r"|ahead|faster|fastest|slow(?:er|est))\b",
    ),
    (
        "change",
        r"\bhow (?:many|much) (?:more|fewer|less|higher|lower)\b.*\bthan\b"
        r"|\b(?:by )?how much did\b.*\b(?:grow|rise|fall|increase|decrease|drop|decline|change)",
    ),
    (
        "trend",
        rf"\b(?:each|every) year\b.*{_YEARS}|{_YEARS}.*\b(?:year by year|each year)\b"
        rf"|\bhow (?:has|have|did)\b.*\b(?:develop|evolve|change|move|go|progress)(?:e?d)?\b.*"
        rf"{_YEARS}.*{_YEARS}",
    ),
    (
        "plan_share",
        r"\b(?:did|has|have)\b.*\b(?:meet|met|hit|reach(?:ed)?|achieved?|fulfil(?:led|l)?|exceed"
        r"(?:ed)?|miss(?:ed)?)\b.*\b(?:target|plan|goal|quota)s?\b"
        r"|\bhow close\b.*\b(?:target|plan|goal)|\bto what extent\b"
        r"|\bwhat (?:share|percentage|percent|proportion) of (?:its|the|their)\b.*"
        r"\b(?:target|plan|goal|estimate)\b.*\b(?:did|had|has|reach|meet|achieve|fulfil)",
    ),
    (
        "list",
        r"^\W*(?:list|name|give (?:me )?the names?)\b"
        r"|^\W*(?:which|what) (?:(?:two|three|four|five|six|seven|eight|nine|\d+) |\w+ )*?\w+s "
        r"(?:were|are|did|have|has|received?|got|will|was)\b",
    ),
)
_PATTERNS = tuple((intent, re.compile(pattern)) for intent, pattern in _QUESTION_WORDS)


def read_english_intent(
    folded: str, plain: str, periods: Sequence[Period], places: Sequence[Place]
) -> Intent:
    """What a (folded) English question asks for; what its question word leaves open its other
    words tell, as in Vietnamese."""
    told = next((intent for intent, pattern in _PATTERNS if pattern.search(folded)), None)
    if told is not None:
        return told
    if are_nested(places):
        places = places[:1]  # a place is not compared with the one that it lies in
    intent = read_intent(folded, plain, periods, places)
    return "value" if intent == "compare" and len(places) < 2 else intent  # "which commune was"


def are_nested(places: Sequence[Place]) -> bool:
    """Whether a question names a place and one inside it: "the old Cai Dua market in Vam Cat"."""
    ranks = {LEVEL_RANK.get(place.level) for place in places}
    return len(places) > 1 and None not in ranks and len(ranks) == len(places)
