"""Answers about change against another period, printed or computed from two cited figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.amounts import amount, difference, same_unit, vietnamese
from assistant.answer import Answer
from assistant.choosing import (
    assumed,
    differing,
    good,
    indicator_name,
    newest,
    record_of,
    siblings,
    subject_of,
)
from assistant.draft import Draft
from assistant.fitting import PERCENT, RESULTS, TARGETS
from assistant.knowledge import Knowledge, Shelf
from assistant.matching import Match, match_figures
from assistant.question import Question
from assistant.wording import capitalised, period_phrase
from corpus.normalize import syllables
from corpus.periods import find_periods
from corpus.record import Figure, FigureKind, Record
from corpus.table_heads import SINCE


def answer_change(question: Question, shelf: Shelf) -> Answer | None:
    """How an indicator changed against another period, as printed."""
    knowledge = shelf.knowledge()
    told = match_figures(question, knowledge, ("change",))
    if question.unit in PERCENT:  # "giảm mấy phần trăm?": no number of cases
        rates = [m for m in told if not m.fails and amount(m.known.figure.value)[1] == "%"]
        told = rates or told
    if _IN_POINTS.search(question.folded):  # no "103,1% of last year's share"
        told = [m for m in told if "điểm" in m.known.figure.value.unit]
        if not good(told) and (computed := _computed_change(question, shelf)) is not None:
            return computed
    matches = newest(question, good(told))
    growth = _growth(question, knowledge, RESULTS)
    ahead = any(p.first > knowledge.newest_year for p in question.periods)
    if not (growth or matches) and ahead:  # "năm tới tăng bao nhiêu?": as it is planned
        growth = _growth(question, knowledge, TARGETS)
    if growth and (not matches or _says_more(question, growth[0], matches[0])):
        matches = newest(question, growth)
    if not matches:
        return _computed_change(question, shelf)
    best = matches[0]
    figure, record = best.known.figure, record_of(shelf, best)
    if record is None:
        return None
    draft = Draft(question.language)
    mark = draft.cite(record, figure.statement)
    shown = _change_phrase(draft, record, figure)
    level = next((f for f in siblings(shelf, figure) if f.kind in RESULTS and not f.growth), None)
    head = f"{draft.value(record, level)}, " if level else ""
    subject = subject_of(question, best)
    text = (
        f"{subject}: {head}{shown} {mark}."
        if question.language == "en"
        else f"{capitalised(subject)}: {head}{shown} {mark}."
    )
    return draft.finish(text, found=True, understood=assumed(question, best))


_IN_POINTS = re.compile(r"\bdiem (?:phan tram|%)|\bpercentage points?\b")


def _growth(question: Question, knowledge: Knowledge, kinds: Sequence[FigureKind]) -> list[Match]:
    """The figures that give a growth in percent."""
    return [
        m
        for m in good(match_figures(question, knowledge, kinds))
        if (m.known.figure.growth or m.known.form.growth) and amount(m.known.figure.value)[1] == "%"
    ]


def _says_more(question: Question, one: Match, other: Match) -> bool:
    """Whether of two indicators that fit alike the first is named more by the question's words."""
    words = [set(syllables(m.known.figure.indicator)) for m in (one, other)]
    said = [sum(1 for term in question.terms if term in w) for w in words]
    return one.score >= other.score and said[0] > said[1]


def _computed_change(question: Question, shelf: Shelf) -> Answer | None:
    """The change between two years' results where no record prints it: both cited, subtracted."""
    asked = [p for p in question.periods if p.first and not p.is_term]
    if not asked:
        return None
    bases = [f.period for f in find_periods(question.text) if f.base and f.period.first]
    later = asked[0]
    earlier = bases[0] if bases else replace(later, first=later.first - 1, last=later.first - 1)
    if not earlier.part and not earlier.is_term:  # "6 tháng 2024 so với cùng kỳ 2023"
        earlier = replace(earlier, part=later.part)
    knowledge = shelf.knowledge()
    found = {
        p: good(match_figures(replace(question, periods=(p,), intent="value"), knowledge, RESULTS))
        for p in (earlier, later)
    }
    afters = newest(question, found[later])
    if not afters:
        return None
    after = afters[0]
    place = after.known.figure.place
    told = after.known.figure
    befores = [
        m for m in found[earlier] if m.known.figure.place == place and m.known.figure != told
    ]
    if not befores:
        return None
    before = befores[0]
    first, second = record_of(shelf, before), record_of(shelf, after)
    if (
        first is None
        or second is None
        or not same_unit(before.known.figure.value, after.known.figure.value)
    ):
        return None
    draft = Draft(question.language)
    old, new = draft.value(first, before.known.figure), draft.value(second, after.known.figure)
    one, two = (
        draft.cite(first, before.known.figure.statement),
        draft.cite(second, after.known.figure.statement),
    )
    old += differing(shelf, draft, before, befores)
    new += differing(shelf, draft, after, afters)
    step = _step(draft, before.known.figure, after.known.figure, question.language)
    names = [period_phrase(p, question.language) for p in (earlier, later)]
    name = capitalised(indicator_name(after.known.figure))
    if question.language == "en":
        text = f"“{name}” in {place}: {names[0]} {old} {one}, {names[1]} {new} {two}{step}."
    else:
        head = f"{name} của {place}" if place else name
        text = f"{head}: {names[0]} {old} {one}, {names[1]} {new} {two}{step}."
    understood = assumed(question, after)
    return draft.finish(text, found=True, understood=understood)


def _step(draft: Draft, old: Figure, new: Figure, language: str) -> str:
    """ " (tăng 4,5 triệu đồng)" from two values of one unit."""
    found = difference(new.value, old.value)
    if found is None:
        return ""
    number, unit = found
    if not number:
        return " (không đổi)" if language == "vi" else " (unchanged)"
    shown = vietnamese(abs(number))
    draft.computed.append(shown)
    words = ("up", "down") if language == "en" else ("tăng", "giảm")
    said = f"{words[number < 0]} {shown} {unit}"
    return f" ({said.rstrip()})"


# The words that lead to the value behind a change: "so với năm 2023 và vượt 3,2% kế hoạch".
_NEXT_VALUE = re.compile(r"(?:\s(?:và|đồng thời)(?:\s[^\W\d]+)*|\s(?:đạt|bằng|vượt|tăng|giảm))\s*$")


_NO_GROWTH = 50  # percent from which on it is no growth, but what was reached of what was before
_MOVED = re.compile(r"tăng|giảm|tốc độ|\+|±", re.I)


def _change_in_row(draft: Draft, record: Record, figure: Figure) -> str:
    """The change that a table's cell gives, in the words of its column's head."""
    value, percent = draft.value(record, figure), figure.value.unit.startswith("%")
    number = figure.value.numbers[0]
    if draft.language != "vi":
        return value
    if figure.growth or number < 0:
        fell = figure.growth < 0 or number < 0
        return f"{'giảm' if fell else 'tăng'} {value.lstrip('-+')}"
    share = percent and number >= _NO_GROWTH and not _MOVED.search(figure.base)
    return f"bằng {value} cùng kỳ" if share and SINCE.search(figure.base) else value


def _change_phrase(draft: Draft, record: Record, figure: Figure) -> str:
    """The change with its direction and base, verbatim where the clause has both."""
    text = record.document.text
    if " | " in record.document.quote(figure.statement):
        return _change_in_row(draft, record, figure)
    start = max(figure.statement.start, figure.value.start - 40)
    before = re.search(
        r"(?:tăng|giảm|cao hơn|thấp hơn|bằng|gấp|nhiều hơn|ít hơn|kém|bớt)[^,;()]*$",
        text[start : figure.value.start],
        re.I,
    )
    after = re.match(r"[^,;.()|]*", text[figure.value.end : figure.statement.end])
    behind = re.split(r"\s(?:nhờ|do|vì|trong đó|nhưng|song|còn)\s", after[0] if after else "")[0]
    if number := re.search(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d", behind):
        behind = _NEXT_VALUE.sub("", behind[: number.start()])  # another value begins
    lead = before[0] if before else {1: "tăng ", -1: "giảm "}.get(figure.growth, "")
    return " ".join(f"{lead}{text[figure.value.start : figure.value.end]}{behind}".split())
