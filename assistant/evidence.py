"""Finds the sentence that answers a question which is not about an indicator's value.

Search gives passages; their sentences (list items, table rows) are scored by how much of the
question's weight their own words and their context hold, and by whether they hold the kind of
thing asked for (a day, a person, a vote).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.enumerated import names_asked
from assistant.knowledge import MISSPELT, Knowledge, ReadRecord, Shelf, parse_place
from assistant.question import Question
from assistant.which_meeting import meeting_fits
from corpus.clause_place import section_place
from corpus.document import Span
from corpus.normalize import TOKEN, canonical_tones
from corpus.outline import Statement
from corpus.periods import find_periods
from corpus.petitions import with_its_answer
from corpus.places import Place, plain_name

# A unit must hold this share of the question's weight, context counted in part. Chosen on
# invented questions: lower answers with neighbours of the thing asked, higher misses paraphrase.
THRESHOLD = 0.62
# Least share of the question's neighbouring words that must stand together in the unit or its
# context: folded syllables alone meet by chance.
LINKED = 0.34
OWN_LEAST = 0.34
_CONTEXT_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, clause or row with its score."""

    read: ReadRecord
    span: Span
    statement: Statement
    score: float
    own: float  # share of the question's weight in its own words
    linked: float = 1.0  # share of the question's neighbouring words that stand together here too
    near: bool = False  # close to what the last answer cited

    @property
    def text(self) -> str:
        return self.read.document.quote(self.span)


_SHORTEST = 12  # characters of a sentence that tells something without a number


def find_units(
    question: Question,
    shelf: Shelf,
    query: str,
    *,
    accept: Callable[[str], bool] | None = None,
    terms: Sequence[str] | None = None,
    clause: bool = False,
    headings: bool = False,
    limit: int = 40,
    least: float = OWN_LEAST,
) -> list[Unit]:
    """Units that hold the question's words, best first; `accept` tests for the thing asked.

    `least` is the share of the question's weight that a unit's own words must hold.
    """
    knowledge = shelf.knowledge()
    words = tuple(terms if terms is not None else question.terms)
    if not words and not question.background:
        return []
    units: dict[tuple[str, Span], Unit] = {}
    candidates = _candidates(question, shelf, query, limit)
    for record_id, start in question.focus:
        candidates.setdefault(record_id, []).append(Span(max(0, start - 700), start + 900))
    for record_id, spans in candidates.items():
        read = shelf.read(record_id)
        if read is None or not _place_fits(question, read) or not meeting_fits(question, read):
            continue
        day = read.record.date
        if question.written and (day is None or day.year != question.written):
            continue
        for statement in _statements(read, spans):
            if (
                not headings
                and read.document.blocks[statement.block].kind == "heading"
                and not re.search(r"\d", read.document.quote(statement.span))
            ):
                continue
            span = statement.span if clause or read.is_row(statement) else statement.sentence
            apart = clause or question.intent == "who"
            if not apart and (pair := with_its_answer(read.document, statement)) is not None:
                span = pair
            text = read.document.quote(span)
            if len(text) < _SHORTEST and not (headings or any(map(str.isdigit, text))):
                continue  # "Thông qua.": of what, another sentence says
            if accept is not None and not accept(text):
                continue
            if not _period_fits(question, read, statement, text):
                continue
            if not _place_in(question, read, statement, text):
                continue
            unit = _score(question, shelf, knowledge, read, statement, span, words, least)
            key = (record_id, span)
            if unit and (key not in units or units[key].score < unit.score):
                units[key] = unit
    ranked = sorted(
        units.values(),
        key=lambda u: (not enough(u), -u.score, -(u.read.record.date or date.min).toordinal()),
    )
    return ranked


def _candidates(question: Question, shelf: Shelf, query: str, limit: int) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for passage in shelf.passages(query, limit):
        found.setdefault(passage.record_id, []).append(passage.span)
    return dict(list(found.items())[:12])


def unit_at(read: ReadRecord, place: int) -> Unit | None:
    """The sentence or row that a place of a record's text lies in, without a score."""
    for statement in read.statements:
        span = statement.span if read.is_row(statement) else statement.sentence
        if span.start <= place < span.end:
            return Unit(read, span, statement, score=0.0, own=0.0)
    return None


def _statements(read: ReadRecord, spans: Sequence[Span]) -> list[Statement]:
    return [
        s
        for s in read.statements
        if any(s.span.start < b.end and b.start < s.span.end for b in spans)
    ]


def of_place(question: Question, printed: str) -> bool:
    """Whether a record's place or body, as printed, is one that is asked for."""
    own, whose = plain_name(printed), parse_place(printed)
    return not question.places or any(
        p.key in own
        and (whose is None or p.is_organisation or not whose.is_organisation)
        and not _namesake(p, whose)
        for p in question.places
    )


def _namesake(place: Place, whose: Place | None) -> bool:
    """Whether a record is of a place of one name on another level: of the commune, say."""
    both = whose is not None and not (place.is_organisation or whose.is_organisation)
    return both and whose is not None and place.key == whose.key and place.level != whose.level


# Least share of a follow-up's own words that an answer must hold.
_OWN_OF_FOLLOWUP = 0.5


def tells_own(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a unit, with what stands over it, holds what a follow-up itself asks.

    "Có mấy hồ sơ bị trễ?" is not answered by the files received, however near they stand.
    """
    if not question.background or not question.terms:
        return True
    document = unit.read.document

    def held(spans: Sequence[Span]) -> bool:
        present = {w for s in spans for w in shelf.respelled(document.quote(s))}
        spelling = dict(question.spelling)
        share = share_covered(question.terms, (), present, shelf.knowledge(), set(), spelling)
        return share >= _OWN_OF_FOLLOWUP

    if held([unit.span]):
        return True
    beside = [s.span for s in unit.read.statements if s.sentence == unit.statement.sentence]
    if unit.span in beside and any(held([span]) for span in beside):
        return False  # another clause says it: "sởi 39 ca" behind the 64 of dengue fever
    block = document.blocks[unit.statement.block]
    over = [unit.span, unit.statement.sentence, *unit.statement.section]
    over += [unit.statement.opener] if unit.statement.opener else []
    if block.table is not None:
        rows = [b for b in document.blocks if b.table == block.table]
        over += [Span(b.start, b.end) for b in rows[:2]]  # its heads
    return held(over)


def tells_names(question: Question, text: str) -> bool:
    """Whether a text names what is asked for by name ("những xã nào")."""
    return names_asked(question.folded, tuple(p.key for p in question.places), text)


def _place_fits(question: Question, read: ReadRecord) -> bool:
    """A record answers for a place that it is about or that it names."""
    own = plain_name(read.record.place).split()  # as its page or its file may say alone
    if not question.places or set(question.places[0].key.split()) <= set(own):
        return True
    if not any(set(p.key.split()) <= read.words for p in question.places):
        return False
    return question.places[0].key in read.folded


def _place_in(question: Question, read: ReadRecord, statement: Statement, text: str) -> bool:
    """A place that is not the record's own must be named by the unit or be all its heading says."""
    if not question.places:
        return True
    own = plain_name(read.record.place)
    headed = section_place(read.document, statement, read.record.place)
    body = plain_name(f"{text} {headed}")
    wanted = question.places
    return any(p.key in own or p.key in body or own.endswith(p.key) for p in wanted)


def _period_fits(question: Question, read: ReadRecord, statement: Statement, text: str) -> bool:
    """The unit's own years, its setting's, or the record's must hold the year asked for."""
    asked = {y for p in question.periods for y in range(p.first, p.last + 1) if p.first}
    if not asked:
        return True
    found = find_periods(text)
    bases = [f.span for f in found if f.base]
    own = {
        y for f in found if not f.base for y in range(f.period.first, f.period.last + 1) if y
    } | {
        int(m[0])
        for m in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
        if not any(b.start <= m.start() < b.end for b in bases)
    }
    schools = {p for p in question.periods if p.part == "school"}
    told = {f.period for f in found if f.period.part == "school"}
    if schools and told:
        return not schools.isdisjoint(told)  # 2021 - 2022 is not 2022 - 2023
    if asked & own:
        return True
    setting = statement.setting.period
    if own and setting is not None and setting.is_term:
        return False  # of a term's years the sentence names its own
    if question.status and setting is not None and setting.is_term and not own:
        return any(p.is_term for p in question.periods)  # the term's targets are no year's
    default = read.metadata.period
    if setting is not None and setting.first:
        if asked & set(range(setting.first, setting.last + 1)):
            return True
    elif default is not None and asked & set(range(default.first, default.last + 1)):
        return not schools or default.part != "school" or default in schools
    day = read.record.date
    if question.intent == "vote" and day is not None and day.year in asked:
        return True  # of the meeting's year: what is voted on is often of another
    if own:
        return False
    return (
        day is not None
        and day.year in asked
        and not (setting is not None and setting.first and statement.setting.mood == "target")
    )


def _score(
    question: Question,
    shelf: Shelf,
    knowledge: Knowledge,
    read: ReadRecord,
    statement: Statement,
    span: Span,
    words: Sequence[str],
    least: float,
) -> Unit | None:
    text = read.document.quote(span)
    own = shelf.words(text)
    context = " ".join(
        [read.record.title, read.record.place, read.record.source]
        + [read.document.quote(s) for s in statement.section]
        + ([read.document.quote(statement.opener)] if statement.opener else [])
    )
    around = shelf.words(context)
    if span != statement.sentence:
        around |= set(shelf.respelled(read.document.quote(statement.sentence)))
    spelt = misspelt_in(question, f"{text} {context} {read.document.quote(statement.sentence)}")
    spelling = dict(question.spelling)
    share = share_covered(words, question.background, own, knowledge, spelt, spelling)
    wide = share_covered(words, question.background, own | around, knowledge, spelt, spelling)
    near = _nearness(question, read, span)
    if share < (least if not near else 0.15):
        return None
    linked = _linked(question, words, text, shelf)
    score = share + _CONTEXT_SHARE * (wide - share) + 0.25 * linked + near
    if any(p.part and p == read.metadata.period for p in question.periods):
        score += _OF_THE_PART  # a half-year's report, where its half is asked for
    score -= min(0.12, max(0, len(text) - 300) / 4000)
    around_linked = _linked(question, words, f"{text} . {context}", shelf)
    return Unit(read, span, statement, score, share, max(linked, 0.9 * around_linked), near > 0)


_OF_THE_PART = 0.1


def _linked(question: Question, words: Sequence[str], text: str, shelf: Shelf) -> float:
    """Share of the question's neighbouring content words that are neighbours in `text`.

    "học phí" is not answered by a sentence with "học sinh" and "kinh phí".
    """
    asked = _in_figures(shelf.respelled(question.folded))
    wanted = set(_in_figures(words))
    pairs = {p for p in zip(asked, asked[1:], strict=False) if set(p) <= wanted}
    if not pairs or question.language == "en":
        return 0.5
    sequence = _in_figures(shelf.respelled(text))
    adjacent = set(zip(sequence, sequence[1:], strict=False))
    return len(pairs & adjacent) / len(pairs)


def _in_figures(words: Sequence[str]) -> list[str]:
    """ "02 hồ treo" is "2 hồ treo"."""
    return [word.lstrip("0") or word for word in words]


# How much the words of earlier questions weigh beside the follow-up's own.
_BACKGROUND = 0.45


def misspelt_in(question: Question, text: str) -> set[str]:
    """Folded words of the question that the text has only with other accents."""
    if not question.spelling:
        return set()
    present = set(TOKEN.findall(canonical_tones(text)))
    right = {folded for folded, token in question.spelling if token in present}
    return {folded for folded, _ in question.spelling} - right


def share_covered(
    words: Sequence[str],
    background: Sequence[str],
    present: set[str],
    knowledge: Knowledge,
    misspelt: set[str],
    spelling: Mapping[str, str],
) -> float:
    """Share of the weight of own and (lighter) inherited words that `present` holds."""
    own = [(w, knowledge.weight(w, spelling.get(w, ""))) for w in words]
    own += [(w, _BACKGROUND * knowledge.weight(w)) for w in background if w not in words]
    total = sum(weight for _, weight in own)
    held = sum(
        weight * (MISSPELT if word in misspelt else 1.0) for word, weight in own if word in present
    )
    return held / total if total else 0.0


def _nearness(question: Question, read: ReadRecord, span: Span) -> float:
    """What a unit gains by standing in the record, and near the place, of the last answer."""
    places = [start for record_id, start in question.focus if record_id == read.record.id]
    if not places:
        return 0.0
    return 0.25 if min(abs(span.start - p) for p in places) < 700 else 0.1


def enough(unit: Unit) -> bool:
    """Whether a unit holds enough of the question to answer it."""
    return unit.score >= THRESHOLD and (unit.linked >= LINKED or unit.near)
