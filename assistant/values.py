"""Answers about one figure's value, with contradictions and amended targets said."""

from __future__ import annotations

import re

from assistant.amounts import may_be_one_unit, same_amount, same_unit
from assistant.answer import Answer, Suggestion
from assistant.choosing import (
    assumed,
    find_value,
    indicator_name,
    kinds_for,
    lowered,
    on_asked_side,
    record_of,
    siblings,
    subject_of,
)
from assistant.courses import answer_trend
from assistant.disagreement import DISAGREE
from assistant.draft import Draft
from assistant.fitting import PERCENT, RESULTS, TARGETS, same_place, stands_for
from assistant.knowledge import Knowledge, Shelf, association, of_members_alone, speaks_of
from assistant.matching import Match, match_figures
from assistant.nuances import asks_agreement, asks_old
from assistant.parts import askings
from assistant.plan_versions import as_called
from assistant.plans import answer_plan
from assistant.question import Question
from assistant.wording import capitalised, direction, period_phrase
from corpus.record import Figure, FigureKind, Record

_OF_EACH = re.compile(
    r"\bmoi (?:xa|phuong|dac khu|huyen|thon|noi|ben|don vi)\b|\bca hai\b|\blan luot\b"
)


def answer_value(question: Question, shelf: Shelf) -> Answer | None:
    """The value of an indicator with period, place and source."""
    knowledge = shelf.knowledge()
    matches = on_asked_side(question, shelf, find_value(question, knowledge))
    matches = as_called(question, shelf, matches)
    if len(question.places) > 1 and _OF_EACH.search(question.folded):
        return None  # "mỗi xã bao nhiêu?": one of them is no answer
    if not matches:
        counted = question.unit not in ("", *PERCENT)  # "số hộ nghèo": no share of the plan
        if question.kind or counted or re.search(r"\bt[yi] trong\b|\bco cau\b", question.folded):
            return None  # of a share of the whole no share of the plan tells
        return answer_plan(question, shelf, printed_only=True)
    draft = Draft(question.language)
    best = matches[0]
    figure, record = best.known.figure, record_of(shelf, best)
    if record is None or _only_planned(question, knowledge, figure):
        return None
    if _spans_years(question, figure) and (course := answer_trend(question, shelf)):
        return course
    groups = _distinct(matches)
    subject = subject_of(question, best)
    value = _with_second(shelf, draft, best, draft.value(record, figure), askings(question.folded))
    if not question.giver and figure.kind == "target":
        value = _with_other_plans(shelf, draft, record, figure, value)
    mark = draft.cite(record, figure.statement)
    marks = mark + "".join(
        draft.cite(r, m.known.figure.statement)
        for m in groups[0][1:3]
        if (r := record_of(shelf, m)) is not None and m.known.figure.record_id != figure.record_id
    )
    understood = assumed(question, best)
    suggestions = _others(question, knowledge, best)
    if figure.kind == "amended_target" and _was_moved(shelf, figure):
        text = _amended(question, shelf, draft, matches, subject, value, marks)
        return draft.finish(text, found=True, understood=understood, suggestions=suggestions)
    # the record of the merged place that bears the old one's name is no rival
    told = len(groups) > 1 and not asks_old(question)
    rival = _rival(shelf, question.folded, groups) if told else None
    if rival is None and (twin := _said_twice(matches)) is not None:
        # "143 hộ, chiếm 1,74%" beside another's 1,92%
        rival = _rival(shelf, question.folded, [[twin], *groups])
        if rival is not None:
            value = draft.value(record, twin.known.figure)
    if rival is None and asks_agreement(question):
        wide = [m for m in match_figures(question, knowledge, kinds_for(question)) if not m.fails]
        rival = _rival(shelf, question.folded, [groups[0], *_distinct(wide)], _AKIN)
        if rival is None and len({m.known.info.id for m in groups[0]}) == 1:
            return None  # one record alone agrees with nothing
    if rival is not None:
        other, other_record = rival
        other_mark = draft.cite(other_record, other.known.figure.statement)
        other_value = draft.value(other_record, other.known.figure)
        one, two = (value, record, marks), (other_value, other_record, other_mark)
        text = _differ(question, subject, one, two)
        return draft.finish(text, found=True, understood=understood, suggestions=suggestions)
    return draft.finish(
        _sentence(question, figure.kind, subject, value, marks, figure.growth),
        found=True, understood=understood, suggestions=suggestions,
    )  # fmt: skip


def _only_planned(question: Question, knowledge: Knowledge, figure: Figure) -> bool:
    """Whether of a year that is over a plan alone is told, where nobody asked for plans."""
    over = figure.period is not None and 0 < figure.period.last < knowledge.newest_year
    unasked = not (question.kind or question.giver or question.meeting or question.written)
    return over and unasked and bool(question.periods) and figure.kind in TARGETS


def _said_twice(matches: list[Match]) -> Match | None:
    """The best figure's value once more in another unit: a count beside its percentage."""
    best = matches[0].known.figure
    return next(
        (
            m
            for m in matches[1:]
            if m.known.figure.statement == best.statement
            and m.known.figure.record_id == best.record_id
            and m.known.figure.kind == best.kind
            and not same_unit(m.known.figure.value, best.value)
        ),
        None,
    )


def _spans_years(question: Question, figure: Figure) -> bool:
    """Whether some years together are asked for, and a figure is of one of them alone."""
    asked = question.periods[0] if len(question.periods) == 1 else None
    return (
        asked is not None
        and asked.is_term
        and not asked.part
        and question.kind != "target"
        and figure.period is not None
        and not figure.period.is_term
    )


def _distinct(matches: list[Match]) -> list[list[Match]]:
    """Matches grouped by amount, best group first."""
    groups: list[list[Match]] = []
    for match in matches:
        for group in groups:
            if same_amount(group[0].known.figure.value, match.known.figure.value):
                group.append(match)
                break
        else:
            groups.append([match])
    return groups


_ALIKE = 0.36  # of score: two records' figures so close are of the same thing
_AKIN = 2.0  # the same, where the question asks whether records disagree


def _rival(
    shelf: Shelf, folded: str, groups: list[list[Match]], within: float = _ALIKE
) -> tuple[Match, Record] | None:
    """Another record's figure for the same thing that differs: a contradiction to show."""
    first = groups[0][0]
    for group in groups[1:]:
        other = group[0]
        a, b = first.known.figure, other.known.figure
        if (
            b.record_id != a.record_id
            and may_be_one_unit(a.value, b.value)
            and (a.kind in RESULTS) == (b.kind in RESULTS)
            and "amended_target" not in (a.kind, b.kind)
            and (DISAGREE.search(folded) or not _overtaken(first, other))
            and _same_time(a, b)
            and (a.kind in RESULTS or _same_meeting(first, other))
            and _same_place_known(first, other)
            and a.value.ratio == b.value.ratio
            and first.known.form.growth == other.known.form.growth
            and not (b.kind in RESULTS and b.value.qualifier in ("at_least", "at_most"))
            and _of_one_thing(first, other, folded)
            and abs(first.score - other.score) < within
        ):
            record = record_of(shelf, other)
            if record is not None:
                return other, record
    return None


def _overtaken(first: Match, other: Match) -> bool:
    """Whether what one record expected is what a later one tells as reached."""
    early, late = sorted((first, other), key=lambda m: m.known.info.day)
    apart = (late.known.info.day - early.known.info.day).days >= _OVERTAKEN
    return apart and (early.known.figure.kind, late.known.figure.kind) == ("estimate", "result")


_OVERTAKEN = 60  # days from which on what was expected and what was reached do not disagree


def _of_one_thing(first: Match, other: Match, folded: str) -> bool:
    """Whether two figures may be held against each other, and not one of an association's."""
    named = association(first.known.info.body)
    if DISAGREE.search(folded) and not (named and speaks_of(named, folded)):
        return True  # asked for, what looks alike is shown
    same = first.known.form.families == other.known.form.families
    return same and not of_members_alone(other.known, folded)


def _same_time(a: Figure, b: Figure) -> bool:
    if a.period is None or b.period is None:
        return a.period == b.period
    if a.kind not in RESULTS:
        return a.period == b.period
    same_part = a.period.part == b.period.part or {a.period.part, b.period.part} <= {"", "by"}
    return (a.period.first, a.period.last) == (b.period.first, b.period.last) and same_part


def _same_meeting(one: Match, other: Match) -> bool:
    """A later plan replaces an earlier one; only plans of one season can contradict."""
    a, b = one.known.info.date, other.known.info.date
    return a is not None and b is not None and abs((a - b).days) <= 45


def _same_place_known(one: Match, other: Match) -> bool:
    a, b = one.known.place, other.known.place
    if a is None or b is None:
        return a == b
    return same_place(a, b) or stands_for(a, b) or stands_for(b, a)


_NEAR = 60  # characters between a value and the same once more, or what it cost


def _with_second(shelf: Shelf, draft: Draft, match: Match, value: str, amounts: int) -> str:
    """The same value once more in another unit, where the same clause gives it."""
    figure, record = match.known.figure, record_of(shelf, match)
    if record is None:
        return value
    beside = [
        other
        for other in shelf.library.figures(record_ids=[figure.record_id])
        if other.statement == figure.statement
        and _goes_with(figure, other, amounts)
        and other.kind == figure.kind
        and other.growth == figure.growth
        and other.period == figure.period
        and abs(other.value.start - figure.value.end) < _NEAR
        and not same_unit(other.value, figure.value)
    ]
    in_row = " | " in record.document.quote(figure.statement)
    if not beside or (in_row and len(beside) > 1):
        return value  # "đầu năm 393, cuối năm 345": which one, the row does not say
    return f"{value} ({draft.value(record, beside[0])})"


def _with_other_plans(
    shelf: Shelf, draft: Draft, record: Record, figure: Figure, value: str
) -> str:
    """The plans of the other givers that the same sentence or row tells: "(huyện giao)"."""
    others = [
        other
        for other in siblings(shelf, figure)
        if (other.kind, other.key) == (figure.kind, figure.key)
        and other.giver != figure.giver
        and same_unit(other.value, figure.value)
        and not same_amount(other.value, figure.value)
    ]
    if not others:
        return value
    told = [(value, figure), *((draft.value(record, other), other) for other in others)]
    return ", ".join(
        f"{amount} ({lowered(plan.giver)})" if plan.giver else amount for amount, plan in told
    )


def _goes_with(figure: Figure, other: Figure, amounts: int) -> bool:
    """Whether a figure is said with another one, `amounts` being how many are asked for."""
    if _costs(other, figure):
        return True  # what was counted, beside what it cost
    same = other.indicator == figure.indicator or (amounts > 1 and _costs(figure, other))
    return same and other.ordinal == figure.ordinal + 1


def _costs(counted: Figure, cost: Figure) -> bool:
    """Whether one figure tells what was counted and the other what it cost."""
    name, whole = counted.indicator.lower(), cost.indicator.lower()
    return name != whole and whole.endswith(name)


def _sentence(
    question: Question, kind: FigureKind, subject: str, value: str, marks: str, growth: int
) -> str:
    moved = direction(subject, growth, question.language)
    if question.language == "en":
        what = "The target for" if kind in TARGETS else "The result for"
        return f"{what} {subject}: {moved}{value} {marks}."
    if kind in TARGETS:
        return f"Chỉ tiêu {lowered(subject)}: {moved}{value} {marks}."
    verb = "ước đạt " if kind == "estimate" and "ước" not in value.lower() else ""
    return f"{capitalised(subject)}: {moved}{verb}{value} {marks}."


def _was_moved(shelf: Shelf, figure: Figure) -> bool:
    """Whether an amended target differs from the one before: tables list the others as well."""
    former = _former(shelf, figure)
    return former is None or not same_amount(former.value, figure.value)


def _former(shelf: Shelf, figure: Figure) -> Figure | None:
    return next(
        (f for f in shelf.library.figures(record_ids=[figure.record_id])
         if f.kind == "former_target" and f.key == figure.key and f.period == figure.period), None,
    )  # fmt: skip


def _amended(
    question: Question,
    shelf: Shelf,
    draft: Draft,
    matches: list[Match],
    subject: str,
    value: str,
    marks: str,
) -> str:
    """The target in force, with the one that it replaced where the same record names it."""
    figure = matches[0].known.figure
    old, record = _former(shelf, figure), record_of(shelf, matches[0])
    before = ""
    if old is not None and record is not None:
        draft.cite(record, old.statement)
        before = draft.value(record, old)
    if question.language == "en":
        return (
            f"The target for {subject} was amended to {value}"
            + (f" (before: {before})" if before else "")
            + f" {marks}."
        )
    tail = f" (trước khi điều chỉnh: {before})" if before else ""
    return f"Chỉ tiêu {lowered(subject)} đã được điều chỉnh, hiện là {value}{tail} {marks}."


def _differ(
    question: Question, subject: str, one: tuple[str, Record, str], other: tuple[str, Record, str]
) -> str:
    (a, first, mark), (b, second, other_mark) = one, other
    if question.language == "en":
        return (
            f"The records differ on {subject}: “{first.title}” gives {a} {mark}, "
            f"“{second.title}” gives {b} {other_mark}."
        )
    return (
        f"Hồ sơ ghi khác nhau về {lowered(subject)}: “{first.title}” ghi {a} {mark}, "
        f"còn “{second.title}” ghi {b} {other_mark}."
    )


def _others(question: Question, knowledge: Knowledge, best: Match) -> list[Suggestion]:
    """Other years and places of the same indicator, as next questions."""
    figure = best.known.figure
    seen: list[Suggestion] = []
    for known in knowledge.figures:
        f = known.figure
        if (
            f.key != figure.key
            or f.kind not in (*RESULTS, *TARGETS)
            or f.period is None
            or not f.period.first
        ):
            continue
        if (f.period, f.place) == (figure.period, figure.place):
            continue
        if f.place != figure.place and f.period != figure.period:
            continue
        phrase = period_phrase(f.period, question.language)
        label = (
            f"{capitalised(phrase)}"
            if f.place == figure.place
            else f"{capitalised(f.place)}, {phrase}"
        )
        kind = "Chỉ tiêu" if f.kind in TARGETS else "Kết quả"
        asked = f"{kind} {lowered(indicator_name(f))} {phrase} của {f.place} là bao nhiêu?"
        suggestion = Suggestion(label, asked)
        if label not in [s.label for s in seen]:
            seen.append(suggestion)
    return seen[:4]
