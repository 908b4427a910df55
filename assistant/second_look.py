"""A second look at an answer: does the sentence behind it answer, or does another far better?

The ways of answering test words, places, times and kinds one by one. The cross-encoder reads
question and sentence as a whole, so it sees a subject that all of these tests let pass.
"""

from __future__ import annotations

import math
import re
from operator import itemgetter

from assistant.answer import Answer, Citation
from assistant.evidence import Unit, find_units, unit_at
from assistant.holders import on_post
from assistant.knowledge import Shelf
from assistant.plausible import LEAST_SAID, may_tell
from assistant.question import Question
from assistant.quoting import quote_unit
from assistant.read_together import log_odds
from assistant.successions import asks_succession, names_predecessor
from corpus.people import find_people, holds

# Chosen on invented sets that the network had not seen.
_AHEAD = 3.0  # log-odds by which another sentence must lead
_SURE = 0.0  # log-odds from which on hardly one could: few sentences have more than three
_LEAST = 0.0  # its own log-odds
_LOOKED_AT = 4  # sentences


def looked_at_again(question: Question, shelf: Shelf, query: str, answer: Answer) -> Answer | None:
    """The sentence that answers far better than the one behind an answer, None where none does."""
    if len(answer.citations) != 1 or (behind := _behind(shelf, answer.citations[0])) is None:
        return None
    if asks_succession(question) and names_predecessor(behind.text):
        return None  # who holds the post is not yet who came after somebody
    own = log_odds(question, shelf, query, [behind])
    if not own or own[0] >= _SURE:
        return None
    units = find_units(question, shelf, query, least=LEAST_SAID)[:_LOOKED_AT]
    units = [u for u in units if not _same(u, behind) and may_tell(question, shelf, u)]
    if question.intent == "who" and question.post:
        units = [u for u in units if _names_holder(u.text, question.post)]
    weighed = zip(log_odds(question, shelf, query, units), units, strict=True)
    odds, unit = max(weighed, key=itemgetter(0), default=(-math.inf, behind))
    if odds < max(_LEAST, own[0] + _AHEAD):
        return None
    return quote_unit(question, (question.intent == "who" and on_post(question, unit)) or unit)


def _names_holder(text: str, post: str) -> bool:
    """Whether a text names who holds a post, and not only who held it before."""
    now = re.sub(r"(?i)(?<!\w)(?<!tài )nguyên [^,;.()]*", " ", text)
    return any(holds(person, post) for person in find_people(now))


def _same(one: Unit, other: Unit) -> bool:
    return one.read.record.id == other.read.record.id and (
        one.span.start < other.span.end and other.span.start < one.span.end
    )


def _behind(shelf: Shelf, citation: Citation) -> Unit | None:
    """The sentence or row that a citation lies in."""
    read = shelf.read(citation.record_id)
    return unit_at(read, citation.start) if read is not None else None
