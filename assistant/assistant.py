"""The assistant: one call from a question to a cited answer."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from assistant.answer import Answer
from assistant.comparisons import place_found, refers_to_place
from assistant.completing import (
    as_of,
    beside_level_above,
    in_its_years,
    newest_day_of,
    of_told_year,
    places_of_records,
)
from assistant.contrasts import other_side
from assistant.conversation import Resolved, of_another, on_its_own
from assistant.courtesy import plainly
from assistant.english import is_english
from assistant.examples import examples
from assistant.filters import (
    NO_FILTERS,
    Choices,
    Filters,
    NarrowShelf,
    choices,
    resolve_within,
    told,
)
from assistant.intents import Intent
from assistant.knowledge import Knowledge, Shelf
from assistant.levels import place_by_level
from assistant.nearest import not_found
from assistant.nuances import asks_agreement
from assistant.organisations import (
    by_whole_name,
    is_of_level,
    organisation_by_kind,
    without_body,
    without_run,
)
from assistant.parts import (
    askings,
    in_part,
    parts_of,
    said_together,
    tells_as_many,
    tells_more,
    together,
    unlike_parts,
)
from assistant.posts import with_whole_initials
from assistant.question import Question, read_question
from assistant.rephrasing import (
    as_written,
    in_other_words,
    said_otherwise,
    says_school_year,
    with_school_year,
)
from assistant.second_look import looked_at_again
from assistant.spelling import (
    mended,
    quiet,
    spelt_right,
    with_levels,
    with_months,
    with_several,
    with_targets,
    with_years,
)
from assistant.ways import order_of, reads_figures, ways_over
from corpus.normalize import fold, syllables
from corpus.people import find_people
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary, without_slips
from index.accents import has_accents
from index.library import Library

_LONGEST_WHOLE = 600  # characters: in a longer sentence two amounts are lost
# Intents whose answer is the one sentence that tells all: who does it, and by when.
_ONE_SENTENCE = ("task", "list", "trend", "compare", "vote")
# Intents that many a sentence seems to answer: all that name a person, a day, a vote.
_ONE_OF_MANY = ("who", "task", "vote", "list")


class Assistant:
    """Answers questions over one library. Safe to use from several threads."""

    def __init__(self, library: Library, vocabulary: Vocabulary | None = None) -> None:
        self._library = library
        self._vocabulary = vocabulary or Vocabulary.load(library.settings.home / "vocabulary.toml")
        self.shelf = Shelf(library, self._vocabulary)
        self.ways = ways_over(self.shelf)
        self._filters = NO_FILTERS
        self._within = lru_cache(maxsize=16)(self._narrowed)

    def ask(
        self, question: str, history: Sequence[str] = (), *, filters: Filters = NO_FILTERS
    ) -> Answer:
        """Answers `question`; `history` holds the earlier questions of the conversation."""
        if filters != self._filters:
            return self._within(filters).ask(question, history, filters=filters)
        question, history = quiet(question), [quiet(text) for text in history]
        question = self._of_school_year(question)
        if (own := self._in_its_papers(question, history)) is not None:
            return own
        answer, resolved = self._ask_so(question, history)
        if answer.found:
            return self._looked_at_again(answer, resolved)
        if history and (alone := self._on_its_own(question, resolved)) is not None:
            return alone
        recorded = self.shelf.knowledge().said
        accented = [self._accented(text) for text in (*history, question)]
        put_otherwise = [accented] if accented != [*history, question] else []
        written = as_written([*history, question], self._vocabulary)
        put_otherwise += [written] if written != [*history, question] else []
        put_otherwise += ([*history, text] for text in said_otherwise(question))
        in_words = in_other_words([*history, question], self._vocabulary, recorded)
        for texts in chain(put_otherwise, in_words):
            other, _ = self._ask_so(texts[-1], texts[:-1])
            if other.found:
                return other
        if (told := self._of_its_years(question, history, resolved.question)) is not None:
            return told
        rules = resolved.question.by_rules
        if not history and rules != resolved.question.intent:  # the wording misled
            other = self._ask(self._resolved(question, (), rules))
            if other.found:
                return other
        resolved = self._resolved(question, history)
        stated = self._sentence(resolved, "stated") or self._sentence(resolved, "likely")
        return stated or self._near_last(resolved, history) or answer

    def _in_its_papers(self, question: str, history: Sequence[str]) -> Answer | None:
        """What the papers of a body that the question names tell: the body is not asked for."""
        written_by = self.shelf.knowledge().written_by
        asked, body = without_body(question, written_by)
        if not body or self._filters.narrow:
            return None
        papers = replace(self._filters, records=tuple(sorted(written_by[body])))
        own = self._within(papers)
        answer, resolved = own._ask_so(asked, history)
        told = answer if answer.found else own._of_its_years(asked, history, resolved.question)
        return replace(told, filtered=False, filter_note="") if told is not None else None

    def _of_school_year(self, question: str) -> str:
        """A question with "năm học tới" written out, by the school's newest paper."""
        if not says_school_year(question):
            return question
        knowledge = self.shelf.knowledge()
        places = self._read(question, knowledge, False, None).places
        newest = newest_day_of(places, knowledge)
        return with_school_year(newest, question) if newest else question

    def _of_its_years(self, question: str, history: Sequence[str], read: Question) -> Answer | None:
        """What is told for "năm tới" of a place whose newest record is older than the library's."""
        written, year = in_its_years(question, read.places, self.shelf.knowledge())
        if written == question:
            return None
        other, _ = self._ask_so(written, history)
        return replace(other, understood=as_of(year, read)) if other.found else None

    def _near_last(self, resolved: Resolved, history: Sequence[str]) -> Answer | None:
        """What stands near the last answer's citations; None for a question of its own."""
        if not history:
            return None
        before = resolved.before or self._resolved(history[-1], history[:-1])
        question = replace(resolved.question, focus=_cited(self._answered_before(before)))
        near = self._sentence(replace(resolved, question=question), "near")
        return near and replace(near, understood=resolved.note)

    def _answered_before(self, before: Resolved) -> Answer:
        """The answer to the question that a follow-up leans on."""
        former = self._focused(before)
        return self._answer(former, self._query(former, before.standalone))

    def _accented(self, text: str) -> str:
        """A Vietnamese text with its accents put back where it is typed without."""
        return text if is_english(text, fold(text)) else self._library.restored(text)

    def _on_its_own(self, question: str, resolved: Resolved) -> Answer | None:
        """What answers a follow-up that names its own subject, where it is in no family."""
        read = self._read(question, self.shelf.knowledge(), True, None)
        text = on_its_own(read, resolved)
        other = self._ask_so(text, ())[0] if text else None
        if (other is None or not other.found) and (of_it := of_another(read, resolved)):
            other, resolved = self._ask(of_it), of_it
        if other is None or not other.found:
            return None
        return replace(other, understood=resolved.note or other.understood)

    def _looked_at_again(self, answer: Answer, resolved: Resolved) -> Answer:
        """One of many sentences that name a person, a day or a vote gives way to a better one."""
        if resolved.question.intent not in _ONE_OF_MANY:
            return answer
        query = self._query(resolved.question, resolved.standalone)
        if (other := looked_at_again(resolved.question, self.shelf, query, answer)) is None:
            return answer
        other = told(other, resolved.question, self._filters)
        return replace(other, understood=answer.understood, standalone=answer.standalone)

    def _ask_so(self, question: str, history: Sequence[str]) -> tuple[Answer, Resolved]:
        """Answers a question in the words it is asked in, and says how it was read."""
        if history and (other := other_side(history[-1], question, self._vocabulary)) is not None:
            history = (*history[:-1], other)
        resolved = self._resolved(question, history)
        return self._answered(resolved, question, history), resolved

    def _answered(self, resolved: Resolved, question: str, history: Sequence[str]) -> Answer:
        """The answer to a question that may ask for several things."""
        parts = parts_of(without_slips(question, self._vocabulary))
        if len(parts) > 1:
            known = resolved.question.form.families
            if resolved.question.intent == "vote" and (vote := self._ask(resolved)).found:
                return vote  # how many were for it, how many against: one outcome
            whole = None if known else self._whole_sentence(resolved)
            if whole is not None and tells_as_many(whole, len(parts)):
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
                return said_together(answer, len(parts)) or in_part(answer)
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

    def understood(self, question: str, history: Sequence[str] = ()) -> tuple[Question, str]:
        """A question as it is read, and the words that are searched for."""
        resolved = self._resolved(question, history)
        return resolved.question, self._query(resolved.question, resolved.standalone)

    def _resolved(
        self, question: str, history: Sequence[str], meant: Intent | None = None
    ) -> Resolved:
        knowledge = self.shelf.knowledge()
        read = [
            self._read(text, knowledge, n > 0, meant if n == len(history) else None)
            for n, text in enumerate((*history, question))
        ]
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
            other.shelf = NarrowShelf(self.shelf, filters)
            other.ways = ways_over(other.shelf)
        return other

    def filter_choices(self) -> Choices:
        """Places and years of the library that questions can be filtered by."""
        return choices(self.shelf.knowledge())

    def _whole_sentence(self, resolved: Resolved) -> Answer | None:
        """The sentence that holds all amounts asked for, where they are not found one by one."""
        if resolved.question.intent not in ("value", "plan_share", "change"):
            return None
        whole = self._sentence(resolved, "passage")
        return whole if whole is None or len(whole.text) <= _LONGEST_WHOLE else None

    def _sentence(self, resolved: Resolved, way: str) -> Answer | None:
        """What one way of quoting a sentence finds."""
        query = self._query(resolved.question, resolved.standalone)
        answer = self.ways[way](resolved.question, query)
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
        if resolved.before is None or reads_figures(question):
            return question
        answer = self._answered_before(resolved.before)
        names = [w for person in find_people(answer.text) for w in syllables(person.name)]
        background = tuple(dict.fromkeys((*question.background, *names)))
        return replace(question, focus=_cited(answer), background=background)

    def _read(
        self, text: str, knowledge: Knowledge, follows: bool, meant: Intent | None
    ) -> Question:
        question = of_told_year(self._read_words(text, knowledge, follows, meant), knowledge)
        if places := tuple(map(knowledge.filed_under, question.places)):
            return beside_level_above(replace(question, places=places), knowledge)
        of_records = places_of_records(knowledge)
        named = organisation_by_kind(question.folded, of_records)
        of_level = named is not None and is_of_level(question.folded, named[1])
        of_all = None if of_level else place_by_level(question.folded, of_records)
        if of_all is not None:
            return replace(question, places=(of_all,))
        if named is None:
            return question
        organisation, called = named
        said = syllables(called)
        rest, terms = without_run(question.form.rest, said), without_run(question.terms, said)
        form = replace(question.form, rest=rest)
        return replace(question, places=(organisation,), form=form, terms=terms)

    def _read_words(
        self, text: str, knowledge: Knowledge, follows: bool, meant: Intent | None
    ) -> Question:
        def read_so(restored: str) -> Question:
            places, newest = knowledge.places, knowledge.newest_year
            asked = read_question(
                text, self._vocabulary, places, newest, restored, follows=follows, meant=meant
            )
            return replace(asked, spelling=spelt_right(asked.spelling, knowledge.spelt))

        text = without_slips(with_several(with_whole_initials(text)), self._vocabulary)
        text = with_targets(with_levels(with_months(with_years(plainly(text)))))
        text = by_whole_name(text, knowledge.short_names)
        text = text if is_english(text, fold(text)) else self._library.respelled(text)
        restored = "" if has_accents(text) else self._library.restored(text)
        read = read_so(restored)
        strange = any(w.isalpha() and w not in knowledge.weights for w in read.form.rest)
        if read.language == "en" or (read.form.families and not strange):
            return read
        again = mended(restored or text, self._vocabulary, knowledge.weights, knowledge.spelt)
        if again == (restored or text):
            return read
        return read_so(again)

    def examples(self, limit: int = 4) -> list[str]:
        """Questions that the library can answer, drawn from its newest figures."""
        return examples(self.shelf.knowledge(), limit)

    def _query(self, question: Question, standalone: str) -> str:
        return standalone if has_accents(standalone) else self._library.restored(standalone)

    def _answer(self, question: Question, query: str) -> Answer:
        """What is found, else what comes nearest."""
        return self._told(question, query) or not_found(question, self.shelf, query)

    def _told(self, question: Question, query: str) -> Answer | None:
        """The first way of answering that finds something."""
        for name in order_of(question):
            if name == "passage" and (reads_figures(question) or asks_agreement(question)):
                break  # the figures are read: a sentence nearby would be a guess
            answer = self.ways[name](question, query)
            if answer is not None:
                return answer
        return None if asks_agreement(question) else self.ways["alike"](question, query)


def _cited(answer: Answer) -> tuple[tuple[str, int], ...]:
    """The records and offsets that an answer cites."""
    return tuple((c.record_id, c.start) for c in answer.citations)
