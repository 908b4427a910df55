"""The sentence that says in other words what is asked, where nothing else answered.

What a record paraphrases counts for nothing among the words that `assistant.evidence` weighs. The
embedding model sees through paraphrase, but not through numbers, places and years: a sentence is
told only if it also holds the very kind of thing that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from assistant.answer import Answer
from assistant.choosing import kinds_for
from assistant.contrasts import of_something_else
from assistant.decisions import asks_deadline, tells_due_day
from assistant.evidence import Unit, find_units
from assistant.fitting import TARGETS, same_place, tells_of_asked
from assistant.knowledge import Shelf, parse_place
from assistant.lists import heads_table
from assistant.matching import match_figures
from assistant.nuances import asks_agreement, leaves_out_alike
from assistant.parts import askings
from assistant.question import Question
from assistant.quoting import quote_unit
from assistant.sentence_tests import (
    counts,
    fits,
    of_asked_kind,
    said_with_heading,
    tells_change,
    tells_rarest,
)
from assistant.sentence_times import names_its_time
from corpus.days import find_dates
from corpus.indicators import read_form
from corpus.normalize import CAPITAL, syllables
from corpus.people import names_someone
from corpus.places import find_places, plain_name
from corpus.quantities import find_quantities
from corpus.record import Figure

Holds = Callable[[str], bool]

_LEAST = 0.15  # of the question's weight, in a sentence's own words
_LOOKED_AT = 4  # sentences that are embedded for a question
_LONGEST = 450  # characters: of a longer one it is a guess which part is meant
_MORE = 0.02  # how much more, where words tell less: yes or no, the rarest word not said

COUNTING = re.compile(
    r"\b(?:bao nhieu|may|how (?:many|much)|what (?:share|percentage|percent|proportion))\b"
)
_NAMED = re.compile(
    r"\b(?:xa|phuong|dac khu|thi tran|(?<!nong )thon|ban|buon|ap|lang|khu pho|to dan pho"
    r"|truong|chi bo"
    r"|dang bo|don vi|phong|co quan|du an|cong trinh)(?: (?!nao\b)\w+){0,2} nao\b"
)
_CAUSE = re.compile(r"nguyên nhân|(?<!\w)(?:do|vì|bởi)(?!\w)|khiến|lý do", re.I)
PUT = re.compile(r"\?|(?:hỏi|chất vấn|truy vấn|băn khoăn)(?!\w)", re.I)
_BALLOT = re.compile(r"\d\s?/\s?\d|\d\s?%|\d+ (?:phiếu|đại biểu|ý kiến)", re.I)
_CHOICE = re.compile(
    r"(?<!\w)(?:tán thành|đồng ý|biểu quyết|phiếu|nhất trí|ủng hộ|thuận|chống|chấp thuận)(?!\w)",
    re.I,
)
_OFFICE = re.compile(
    r"(?<!\w)(?:phòng|ban|ubnd|hội|trung tâm|công an|văn phòng|đội|hạt|tổ)\s", re.I
)


def answer_alike(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Quotes it; None for what needs more than one sentence, and without a model that can tell."""
    holds = holds_asked(question)
    if question.language != "vi" or holds is None or askings(question.folded) > 1:
        return None
    clause = COUNTING.search(question.folded) is not None
    units = find_units(question, shelf, query, accept=holds, clause=clause, least=_LEAST)
    figures = {
        record: shelf.library.figures(record_ids=[record])
        for record in {u.read.record.id for u in units}
    }
    newest = shelf.knowledge().newest_year
    units = [u for u in units if fits(question, shelf, u, figures[u.read.record.id])]
    units = [u for u in units if not only_planned(question, u, newest)]
    units = [u for u in units if len(u.text) <= _LONGEST and not PUT.search(u.text)]
    units = [u for u in units if not heads_table(u) and not u.text.rstrip().endswith(":")]
    units = of_asked_kind(question, units, figures)
    read = bool(question.form.families)
    if read:
        units = [u for u in units if names_cost(question, shelf, u)]
        units = not_read_otherwise(question, shelf, units)
    named = [u for u in units if not (clause or read) or tells_rarest(question, shelf, u)]
    best = _most_alike(question, shelf, query, named[:_LOOKED_AT])
    if best is None and clause and not read:  # "đỗ đại học" where the record says "trúng tuyển"
        best = _most_alike(question, shelf, query, units[:_LOOKED_AT], _MORE)
    return quote_unit(question, best) if best is not None else None


def only_planned(question: Question, unit: Unit, newest_year: int) -> bool:
    """Whether a sentence only plans for a year that is over, and nobody asked for plans."""
    value = question.intent == "value" and question.kind not in TARGETS
    over = any(0 < p.last < newest_year for p in question.periods)
    return value and over and unit.statement.setting.mood == "target"


# Least share of the question's weight in the own words of the nearest sentence. Of 960 questions
# at first sight 18 of the 18 sentences that passed all that `answer_stated` asks held the answer.
_STATED = 0.6


def answer_stated(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The nearest sentence of all, where a value is asked for that was not read as a figure.

    None unless it names the indicator, says the rarest word that is asked, holds a quantity in the
    unit asked for and tells of the place and the time.
    """
    if question.intent != "value" or not question.form.families or asks_agreement(question):
        return None
    if _names_a_stranger(question, shelf):
        return None
    unit = next(iter(find_units(question, shelf, query)), None)
    if unit is None or unit.own < _STATED or len(unit.text) > _LONGEST:
        return None
    figures = shelf.library.figures(record_ids=[unit.read.record.id])
    told = (
        fits(question, shelf, unit, figures)
        and not only_planned(question, unit, shelf.knowledge().newest_year)
        and names_its_time(question, unit)
        and tells_rarest(question, shelf, unit)
        and counts(question, unit.text)
        and of_asked_kind(question, [unit], {unit.read.record.id: figures})
        and names_indicator(question, shelf, unit)
        and tells_of_place(question, unit)
        and not_read_otherwise(question, shelf, [unit])
        and not _read_as_another(question, shelf, unit)
    )
    return quote_unit(question, unit) if told else None


def _names_a_stranger(question: Question, shelf: Shelf) -> bool:
    """Whether an English question names somebody or some place that no record does: "Germany"."""
    if question.language != "en":
        return False
    named = {w for name in re.findall(r"(?<=\s)[A-Z]\w+", question.text) for w in syllables(name)}
    return any(w in named and w not in shelf.knowledge().weights for w in question.form.rest)


def _read_as_another(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a figure of the indicator stands in a unit that is of another thing than asked."""
    known = [k for f in question.form.families for k in shelf.knowledge().by_family.get(f, ())]
    return any(
        of_something_else(question, k.figure) or not leaves_out_alike(question, k)
        for k in known
        if stands_in(k.figure, unit)
    )


def tells_of_place(question: Question, unit: Unit) -> bool:
    """Whether a sentence names the place asked for, or its record is that place's own."""
    own, text = parse_place(unit.read.record.place), said_with_heading(unit)
    if tells_of_asked(question, own):
        return True
    if told_of_several(question, unit.text):
        return False
    named = {p.key: p for _, p in find_places(text)}
    if own is not None:
        named.setdefault(own.key, own)
    said = plain_name(text)
    return any(
        same_place(p, named[p.key]) if p.key in named else p.key in said for p in question.places
    )


_SOME_NAME = rf"{CAPITAL}\w*(?: {CAPITAL}\w*)*"
_AND = r"(?:,| và) (?:xã |phường |thị trấn |thôn |bản )?"


def told_of_several(question: Question, text: str) -> bool:
    """Whether one value is told of several places, of which the one asked for is only one.

    "23,8 tỷ đồng, tập trung ở ba xã A, B và C" says nothing of B alone.
    """
    if question.intent != "value" or "lần lượt" in text or len(find_quantities(text)) > _FEW:
        return False
    names = (re.escape(place.name) for place in question.places)
    beside = (rf"{_SOME_NAME}{_AND}{name}(?!\w)|{name}{_AND}{_SOME_NAME}" for name in names)
    return any(re.search(pattern, text) for pattern in beside)


_FEW = 2  # quantities: of more each may be another place's


def names_indicator(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a unit, or what stands over it, names an indicator that is asked for."""
    return bool(
        read_form(said_with_heading(unit), shelf.vocabulary).families & question.form.families
    )


def names_cost(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a unit names the cost of a work where that is asked: no other sum tells it."""
    asked = "project_cost" in question.form.families
    return not asked or names_indicator(question, shelf, unit)


def not_read_otherwise(question: Question, shelf: Shelf, units: list[Unit]) -> list[Unit]:
    """The units of which no figure is known to be another place's, or another kind of figure."""
    matches = match_figures(question, shelf.knowledge(), kinds_for(question))
    others = [m.known.figure for m in matches if {"place", "kind"} & set(m.fails)]
    return [u for u in units if not any(stands_in(figure, u) for figure in others)]


def stands_in(figure: Figure, unit: Unit) -> bool:
    told, span = figure.statement, unit.span
    return figure.record_id == unit.read.record.id and (
        told.start < span.end and span.start < told.end
    )


_ALL_SAID = 0.95  # of the question's weight


def _most_alike(
    question: Question, shelf: Shelf, query: str, units: list[Unit], more: float = 0.0
) -> Unit | None:
    if len(units) > 1 and units[0].own >= _ALL_SAID and units[1].own < _STATED:
        return units[0]  # it says all that is asked; what is alike besides says much less
    marks = shelf.library.likeness(query, [u.text for u in units]) if units else []
    least = _MORE if question.intent == "yes_no" else more
    mark, at = max(zip(marks, range(len(marks)), strict=True), default=(-1.0, 0))
    return units[at] if mark >= least else None


def holds_asked(question: Question) -> Holds | None:
    """What a sentence must hold to answer; None where no one sentence could be known to."""
    intent, folded = question.intent, question.folded
    if intent == "who":
        post = question.post
        return lambda text: names_someone(text) and _says_post(post, text)
    if intent in ("when", "meeting_date"):
        month = question.month  # of a meeting: of that month, no other's
        past = question.kind == "result"  # when it was, not when it was to be
        return lambda text: (
            any(month in (0, day.month) for day in find_dates(text))
            and not (past and _INTENDED.search(text))
        )
    if intent == "why":
        return lambda text: _CAUSE.search(text) is not None
    if intent == "vote":
        if question.background:
            return None  # "đề nghị đó được mấy phiếu": which one, no sentence about votes tells
        return lambda text: bool(_BALLOT.search(text) and _CHOICE.search(text))
    if intent == "task":
        dated = asks_deadline(question)
        return lambda text: _given(text) and (not dated or tells_due_day(text))
    if intent == "yes_no":
        keys = [p.key for p in question.places]
        return (lambda text: all(k in plain_name(text) for k in keys)) if keys else None
    ranks = re.search(r"\b(?:hon|nhat|bang nhau)\b", folded)
    if intent == "compare" and len(question.places) > 1 and (ranks or not _NAMED.search(folded)):
        return None
    if _NAMED.search(folded):  # that it names one is looked at like anywhere
        most = intent == "compare" and re.search(r"\bnhat\b", folded)
        return lambda text: not most or "nhất" in text
    if not COUNTING.search(folded):
        return None
    accept = partial(counts, question)
    return partial(tells_change, accept) if intent == "change" else accept


_INTENDED = re.compile(r"(?<!\w)(?:dự kiến|phấn đấu|dự định|sẽ|chậm nhất|trước ngày)(?!\w)", re.I)


def _says_post(post: str, text: str) -> bool:
    """Whether a text names most of a post, and its head: "trưởng công an", no "trưởng phòng".

    A deputy ("Phó Bí thư") is another post.
    """
    said, words = " ".join(syllables(text)), post.split()
    share = sum(w in said.split() for w in words)
    head = re.search(rf"(?<!\bpho ){re.escape(' '.join(words[:2]))}", said)
    other = any(w in words and w not in said and long not in said for w, long in _BODY.items())
    return head is not None and not other and share >= _POST_SAID * len(words)


# Whose chairman: the council's is not the committee's.
_BODY = {"hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan"}
_POST_SAID = 0.75  # least share of a post's words


def _given(text: str) -> bool:
    """Whether a sentence names who is to do something."""
    return names_someone(text) or _OFFICE.search(text) is not None
