"""The assistant: one call from a question to a cited answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from functools import lru_cache

from assistant.alike import answer_alike, answer_stated
from assistant.answer import Answer
from assistant.causes import answer_why
from assistant.changes import answer_change
from assistant.choosing import indicator_name, lowered
from assistant.closings import answer_when_met
from assistant.committees import answer_size, asks_size
from assistant.comparisons import answer_compare, place_found, refers_to_place
from assistant.contrasts import other_side
from assistant.conversation import Resolved
from assistant.courses import answer_trend
from assistant.decisions import answer_task, answer_vote, asks_deadline
from assistant.filters import (
    NO_FILTERS,
    Choices,
    Filters,
    NarrowShelf,
    choices,
    resolve_within,
    told,
)
from assistant.fitting import PERCENT
from assistant.fulfilled import answer_fulfilled
from assistant.intents import Intent
from assistant.knowledge import Knowledge, Shelf, parse_place
from assistant.lists import answer_list, asks_merger
from assistant.meetings import (
    answer_attendance,
    answer_meeting_number,
    answer_when,
    answer_where,
    asks_attendance,
)
from assistant.nearest import not_found
from assistant.nuances import asks_agreement
from assistant.organisations import organisation_by_kind
from assistant.outcomes import answer_outcome, asks_outcome
from assistant.parts import askings, in_part, parts_of, tells_more, together, unlike_parts
from assistant.passages import answer_passage
from assistant.people import answer_who
from assistant.plans import answer_plan, answer_targets, answer_which, asks_gap
from assistant.posts import with_whole_initials
from assistant.question import Question, read_question
from assistant.rephrasing import in_other_words
from assistant.scope import place_by_level
from assistant.spelling import mended, with_several
from assistant.status_lists import answer_status_list
from assistant.values import answer_value
from assistant.wording import period_phrase
from corpus.normalize import syllables
from corpus.people import find_people
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary, without_slips
from index.accents import has_accents
from index.library import Library

Way = Callable[[Question, str], Answer | None]

_FIGURE_INTENTS = ("value", "plan_share", "change", "trend", "compare", "fulfilled")
# "xã nào", "những bản nào": the name is asked for, not the number.
_WHICH = re.compile(
    r"\b(?:xa|thon|ban|truong|don vi|phuong|thi tran|san pham|dia phuong|doanh nghiep) nao\b"
    r"|^which\b"
)


# Intents whose answer is the one sentence that tells all: who does it, and by when.
_ONE_SENTENCE = ("task", "list", "trend", "compare", "vote")


class Assistant:
    """Answers questions over one library. Safe to use from several threads."""

    def __init__(self, library: Library, vocabulary: Vocabulary | None = None) -> None:
        self._library = library
        self._vocabulary = vocabulary or Vocabulary.load(library.settings.home / "vocabulary.toml")
        self._shelf = Shelf(library, self._vocabulary)
        self._ways = _ways(self._shelf)
        self._filters = NO_FILTERS
        self._within = lru_cache(maxsize=16)(self._narrowed)

    def ask(
        self, question: str, history: Sequence[str] = (), *, filters: Filters = NO_FILTERS
    ) -> Answer:
        """Answers `question`; `history` holds the earlier questions of the conversation."""
        if filters != self._filters:
            return self._within(filters).ask(question, history, filters=filters)
        answer = self._ask_so(question, history)
        if answer.found:
            return answer
        recorded = self._shelf.knowledge().said
        for texts in in_other_words([*history, question], self._vocabulary, recorded):
            if (other := self._ask_so(texts[-1], texts[:-1])).found:
                return other
        return self._sentence(self._resolved(question, history), "stated") or answer

    def _ask_so(self, question: str, history: Sequence[str]) -> Answer:
        """Answers a question in the words it is asked in."""
        if history and (other := other_side(history[-1], question, self._vocabulary)) is not None:
            history = (*history[:-1], other)
        parts = parts_of(question)
        resolved = self._resolved(question, history)
        if len(parts) > 1:
            known = resolved.question.form.families
            if not known and (whole := self._whole_sentence(resolved)) is not None:
                return whole
            each = [
                self._ask(self._resolved(part, (*history, *parts[:i])))
                for i, part in enumerate(parts)
            ]
            if all(part.found for part in each):
                return replace(together(each), standalone=resolved.standalone)
            if (whole := self._whole_sentence(resolved)) is not None:
                return whole
            answer = self._ask(resolved)
            told = {n for q in find_quantities(answer.text) for n in q.numbers if q.unit}
            if answer.found and len(told) < len(parts):
                return in_part(answer)
            return answer
        answer = self._ask(resolved)
        if not answer.found and askings(resolved.question.folded) > 1:
            answer = self._whole_sentence(resolved) or answer
        unlike = unlike_parts(question) if resolved.question.intent not in _ONE_SENTENCE else []
        if unlike:
            each = [
                self._ask(self._resolved(part, (*history, *unlike[:i])))
                for i, part in enumerate(unlike)
            ]
            both = together(each) if all(part.found for part in each) else answer
            if tells_more(both, answer):
                return replace(both, standalone=resolved.standalone)
        return answer

    def _resolved(self, question: str, history: Sequence[str]) -> Resolved:
        knowledge = self._shelf.knowledge()
        read = [self._read(text, knowledge) for text in (*history, question)]
        resolved = resolve_within(read, self._filters)
        if history and not read[-1].places and refers_to_place(read[-1].folded):
            former = self.ask(history[-1], history[:-1], filters=self._filters)
            place = place_found(read[-1].folded, former)
            if place is not None:
                own = replace(resolved.question, places=(place,))
                note = resolved.note
                for inherited in resolved.question.places:
                    note = note.replace(str(inherited), str(place))
                standalone = f"{resolved.standalone} ({place})"
                resolved = replace(resolved, question=own, standalone=standalone, note=note)
        return resolved

    def _narrowed(self, filters: Filters) -> Assistant:
        """This assistant with filters."""
        other = copy(self)
        other._filters = filters
        if filters.narrow:
            other._shelf = NarrowShelf(self._shelf, filters)
            other._ways = _ways(other._shelf)
        return other

    def filter_choices(self) -> Choices:
        """Places and years of the library that questions can be filtered by."""
        return choices(self._shelf.knowledge())

    def _whole_sentence(self, resolved: Resolved) -> Answer | None:
        """The sentence that holds all amounts asked for, where they are not found one by one."""
        if resolved.question.intent not in ("value", "plan_share", "change"):
            return None
        return self._sentence(resolved, "passage")

    def _sentence(self, resolved: Resolved, way: str) -> Answer | None:
        """What one way of quoting a sentence finds."""
        query = self._query(resolved.question, resolved.standalone)
        answer = self._ways[way](resolved.question, query)
        if answer is None:
            return None
        answer = told(answer, resolved.question, self._filters)
        return replace(answer, standalone=resolved.standalone)

    def _ask(self, resolved: Resolved) -> Answer:
        asked = self._focused(resolved)
        answer = self._answer(asked, self._query(asked, resolved.standalone))
        answer = told(answer, asked, self._filters)
        understood = " ".join(p for p in (resolved.note, answer.understood) if p)
        return replace(answer, understood=understood, standalone=resolved.standalone)

    def _focused(self, resolved: Resolved) -> Question:
        """A follow-up that leans on the last answer looks near what that answer cited."""
        question = resolved.question
        if resolved.before is None or _reads_figures(question):
            return question
        former = self._focused(resolved.before)
        answer = self._answer(former, self._query(former, resolved.before.standalone))
        names = [w for person in find_people(answer.text) for w in syllables(person.name)]
        background = tuple(dict.fromkeys((*question.background, *names)))
        focus = tuple((c.record_id, c.start) for c in answer.citations)
        return replace(question, focus=focus, background=background)

    def _read(self, text: str, knowledge: Knowledge) -> Question:
        question = self._read_words(text, knowledge)
        if question.places:
            return question
        of_records = [p for i in knowledge.infos.values() if (p := parse_place(i.place))]
        if (meant := place_by_level(question.folded, of_records)) is not None:
            return replace(question, places=(meant,))
        if (named := organisation_by_kind(question.folded, of_records)) is None:
            return question
        organisation, kind = named
        rest = tuple(w for w in question.form.rest if w not in kind.split())
        terms = tuple(w for w in question.terms if w not in kind.split())
        form = replace(question.form, rest=rest)
        return replace(question, places=(organisation,), form=form, terms=terms)

    def _read_words(self, text: str, knowledge: Knowledge) -> Question:
        text = without_slips(with_several(with_whole_initials(text)), self._vocabulary)
        restored = "" if has_accents(text) else self._library.restored(text)
        read = read_question(
            text, self._vocabulary, knowledge.places, knowledge.newest_year, restored
        )
        strange = any(w.isalpha() and w not in knowledge.weights for w in read.form.rest)
        if read.language == "en" or (read.form.families and not strange):
            return read
        again = mended(restored or text, self._vocabulary, knowledge.weights, knowledge.spelt)
        if again == (restored or text):
            return read
        return read_question(text, self._vocabulary, knowledge.places, knowledge.newest_year, again)

    def examples(self, limit: int = 4) -> list[str]:
        """Questions that the library can answer, drawn from its newest figures."""
        knowledge = self._shelf.knowledge()
        seen: dict[str, str] = {}
        shown = [
            k
            for k in knowledge.figures
            if k.form.families
            and not k.form.rest
            and k.figure.period
            and k.figure.kind in ("target", "result")
        ]
        ranked = sorted(
            shown,
            key=lambda k: (k.info.day.toordinal(), k.figure.kind == "target"),
            reverse=True,
        )
        for known in ranked:
            family = min(known.form.families)
            if family in seen:
                continue
            name = indicator_name(known.figure)
            period = period_phrase(known.figure.period)
            head = "Chỉ tiêu" if known.figure.kind == "target" else "Kết quả"
            seen[family] = f"{head} {lowered(name)} {period} là bao nhiêu?"
            if len(seen) == limit:
                break
        return list(seen.values())

    def _query(self, question: Question, standalone: str) -> str:
        return standalone if has_accents(standalone) else self._library.restored(standalone)

    def _answer(self, question: Question, query: str) -> Answer:
        """What is found, else what comes nearest."""
        return self._told(question, query) or not_found(question, self._shelf, query)

    def _told(self, question: Question, query: str) -> Answer | None:
        """The first way of answering that finds something."""
        for name in _order(question):
            if name == "passage" and (_reads_figures(question) or asks_agreement(question)):
                break  # the figures are read: a sentence nearby would be a guess
            answer = self._ways[name](question, query)
            if answer is not None:
                return answer
        return None if asks_agreement(question) else answer_alike(question, self._shelf, query)


def _ways(shelf: Shelf) -> dict[str, Way]:
    return {
        "who": lambda question, query: answer_who(question, shelf, query),
        "meeting_date": lambda question, query: answer_when_met(question, shelf, query),
        "when": lambda question, query: answer_when(question, shelf, query),
        "attendance": lambda question, query: answer_attendance(question, shelf),
        "size": lambda question, query: answer_size(question, shelf),
        "number": lambda question, query: answer_meeting_number(question, shelf),
        "where": lambda question, query: answer_where(question, shelf, query),
        "why": lambda question, query: answer_why(question, shelf, query),
        "outcome": lambda question, query: answer_outcome(question, shelf, query),
        "vote": lambda question, query: answer_vote(question, shelf, query),
        "task": lambda question, query: answer_task(question, shelf, query),
        "fulfilled": lambda question, query: answer_fulfilled(question, shelf),
        "trend": lambda question, query: answer_trend(question, shelf),
        "each_year": lambda question, query: answer_trend(replace(question, average=False), shelf),
        "compare": lambda question, query: answer_compare(question, shelf),
        "plan_share": lambda question, query: answer_plan(question, shelf),
        "change": lambda question, query: answer_change(question, shelf),
        "value": lambda question, query: answer_value(_reached(question), shelf),
        "status_list": lambda question, query: answer_status_list(question, shelf),
        "which": lambda question, query: answer_which(question, shelf),
        "targets": lambda question, query: answer_targets(question, shelf),
        "list": lambda question, query: answer_list(question, shelf, query),
        "passage": lambda question, query: answer_passage(question, shelf, query),
        "stated": lambda question, query: answer_stated(question, shelf, query),
    }


_NAMES_PLAN = re.compile(
    r"\b(?:ke hoach|chi tieu|muc tieu|du toan|nghi quyet|giao|plan|target)s?\b"
)


def _reached(question: Question) -> Question:
    """Asked whether a plan was met, the plan alone is no answer."""
    compared = question.intent == "plan_share" and not question.kind
    compared = compared and _NAMES_PLAN.search(question.folded) is not None
    return replace(question, kind="result") if compared else question


# Ways of answering by intent, in the order in which they are tried.
_ORDER: dict[Intent, tuple[str, ...]] = {
    "who": ("who",),
    "meeting_date": ("meeting_date",),
    "when": ("when",),
    "where": ("where",),
    "why": ("why",),
    "vote": ("vote", "passage"),
    "task": ("task", "passage"),
    "fulfilled": ("fulfilled", "value"),
    "trend": ("trend", "value"),
    "compare": ("compare",),
    "plan_share": ("plan_share", "value", "passage"),
    "change": ("change", "passage"),
    "list": ("which", "targets", "list"),
    "yes_no": ("value", "passage"),
    "value": ("value", "passage"),
    "passage": ("passage",),
}


# "vượt kế hoạch bao nhiêu": what was reached is no answer
_BY_HOW_MUCH = re.compile(
    r"(?<!khong )(?<!duoc )\b(?:vuot|hut|thap hon) (?:\w+ ){0,4}(?:bao nhieu|may)\b"
)
_TERM = 5  # years: a shorter stretch is one of years, each of which is asked for


def _disburses(question: Question) -> bool:
    return "giai ngan" in " ".join((question.folded, *question.background))


def _reads_figures(question: Question) -> bool:
    return question.intent in _FIGURE_INTENTS and bool(question.form.families)


def _order(question: Question) -> tuple[str, ...]:
    intent, known = question.intent, bool(question.form.families)
    order = _ORDER[intent]
    if intent == "value" and question.average and any(p.is_term for p in question.periods):
        order = ("value", "each_year", "passage")  # "mỗi năm từ 2021 đến 2024": no mean is told
    if intent == "fulfilled" and not re.search(r"chi tieu|target|indicator", question.folded):
        order = ("value", "fulfilled")  # "hoàn thành bao nhiêu nội dung trên tổng số?"
    if intent == "value" and question.unit in PERCENT and _disburses(question):
        order = ("value", "plan_share", "passage")  # a table's "Tỷ lệ (%)" is of the plan
    if intent == "yes_no" and "chi tieu" in question.folded:
        counts = question.form.families <= {"indicator_count"}
        order = ("fulfilled", "passage") if counts else order
    if intent == "yes_no" and not known:
        order = ("passage", "value")  # no value says whether it was faster
    if asks_outcome(question):
        order = ("outcome",)
    if intent == "value" and not known and askings(question.folded) > 1:
        order = ("passage", *order)  # two counts in one question: the whole sentence
    if intent in ("value", "list", "passage"):
        order = ("number", *order)
    if intent == "value" and _WHICH.search(question.folded):
        order = ("which", "list") if known else ("list", "passage")
    if intent == "task" and asks_deadline(question):
        order = ("task",)  # a sentence without a day is no deadline
    years = [p for p in question.periods if p.is_term and p.last - p.first < _TERM]
    if intent == "trend" and (len(question.periods) > 1 or years):
        order = ("trend",)  # one of several times asked for would answer only a part
    if intent == "plan_share" and (asks_gap(question) or _BY_HOW_MUCH.search(question.folded)):
        order = ("plan_share", "passage")
    if intent == "change" and question.kind == "target":
        order = ("value", *order)
    if question.status and intent == "list":
        order = ("status_list", *order)
    if asks_attendance(question) and askings(question.folded) == 1:
        order = ("attendance", *order)
    if asks_size(question):
        order = ("size", *order)
    if asks_merger(question):
        order = ("list", *order)
    return order
