"""Chooses the figures that answer: good enough, newest; and words them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.amounts import rounds_to, same_amount, same_unit
from assistant.contrasts import has_sides, in_contrast
from assistant.draft import Draft
from assistant.fitting import PERCENT, RESULTS, TARGETS
from assistant.knowledge import Knowledge, Shelf
from assistant.matching import Match, match_figures
from assistant.papers import bears_number, paper_number
from assistant.plan_versions import amended_beside, in_force
from assistant.question import Question
from assistant.wording import capitalised, period_phrase
from corpus.document import Span
from corpus.figure_context import last_month
from corpus.indicators import Form
from corpus.normalize import fold, syllables
from corpus.record import Figure, FigureKind, Record
from corpus.roles import is_counted

# Matches this close to the best one say the same thing; calibrated with `period_fit`'s steps.
_CLOSE = 0.34


def good(matches: Sequence[Match]) -> list[Match]:
    """The matches without a failed condition that stand close to the best one."""
    fitting = [m for m in matches if not m.fails]
    return [m for m in fitting if m.score >= fitting[0].score - _CLOSE] if fitting else []


def kinds_for(question: Question) -> tuple[FigureKind, ...]:
    """The kinds of figure that may answer, by what the question says."""
    if question.kind == "former_target":
        return ("former_target", "target")
    if question.kind == "amended_target":
        return ("amended_target",)
    if question.kind == "target":
        return ("target", "amended_target", "former_target")
    return RESULTS if question.kind == "result" else (*RESULTS, *TARGETS)


# What is paid out is told as a share of what was to be.
_DISBURSED = {"public_investment", "target_program_capital"}
_REACHED = re.compile(r"\bdat (?:duoc )?(?:bao nhieu|may)\b")


_OUT_OF = re.compile(r"\b(?:bao nhieu|may) tren (?:tong so |bao nhieu|may)")


def find_value(question: Question, knowledge: Knowledge) -> list[Match]:
    """The best figures for a plain value; results before targets where the question leaves it."""
    kinds = kinds_for(question)
    matches = _of_meeting(question, match_figures(question, knowledge, kinds))
    disbursed = question.unit in PERCENT and question.form.families & _DISBURSED
    open_kind = not question.kind
    first = [m for m in matches if m.known.figure.kind in RESULTS or m.fails]
    chosen = good(first if open_kind else matches)
    if disbursed and question.kind not in TARGETS:
        # what was paid out of the year's plan, before the next aim; or told so by another record
        shares = good(match_figures(question, knowledge, ("plan_share",)))
        of_plan = [_as_reached(m) for m in shares]
        chosen += [m for m in of_plan if not chosen or _is_told_beside(m, chosen[0])]
    if not chosen and open_kind:  # of a year that is over what was planned is not what was reached
        over = _REACHED.search(question.folded) and question.periods
        chosen = good([m for m in matches if not over or _time(m)[0] >= knowledge.newest_year])
    if _OUT_OF.search(question.folded):  # "mấy trên mấy trường": with how many there are
        chosen = [m for m in first if m.known.figure.value.ratio and not m.fails] or chosen
    chosen = exact_first(newest(question, _of_asked_column(question, chosen)))
    if chosen and chosen[0].known.figure.kind == "target":
        chosen += [m for m in amended_beside(matches) if m not in chosen]
    return in_force(question, chosen)


def _as_reached(match: Match) -> Match:
    """A share of the plan as the rate that was reached: of what is paid out they are one."""
    figure = replace(match.known.figure, kind="result")
    return replace(match, known=replace(match.known, figure=figure))


def _is_told_beside(match: Match, other: Match) -> bool:
    """Whether another record tells of the same place and time."""
    one, two = match.known.figure, other.known.figure
    alike = (one.place, one.period, one.value.unit) == (two.place, two.period, two.value.unit)
    return alike and one.record_id != two.record_id


def _of_asked_column(question: Question, matches: list[Match]) -> list[Match]:
    """Of one row's figures those whose column is asked for: what was paid, not what it costs."""
    asked = set(question.terms)

    def row(match: Match) -> tuple[str, Span, str]:
        figure = match.known.figure
        return figure.record_id, figure.statement, figure.indicator

    def told(match: Match) -> int:
        column = match.known.figure.topic.split(" - ")[0]
        return len(asked & set(syllables(fold(column))))

    most: dict[tuple[str, Span, str], int] = {}
    for match in matches:
        most[row(match)] = max(most.get(row(match), 0), told(match))
    return [m for m in matches if told(m) == most[row(m)]]


def exact_first(matches: list[Match]) -> list[Match]:
    """A rounded value stands behind the same one in full: "hơn 91 tỷ đồng", "91,4 tỷ đồng"."""
    if not matches or matches[0].known.figure.value.qualifier not in ("over", "under", "about"):
        return matches
    rounded = matches[0].known.figure
    for match in matches[1:]:
        figure = match.known.figure
        if (
            (figure.kind in RESULTS) == (rounded.kind in RESULTS)
            and figure.period == rounded.period
            and figure.place == rounded.place
            and rounds_to(figure.value, rounded.value)
        ):
            return [match, *(m for m in matches if m is not match)]
    return matches


def _of_meeting(question: Question, matches: list[Match]) -> list[Match]:
    """Only the figures of the meeting or the year's paper asked for, where a record is it."""
    if question.written and question.kind != "former_target":  # a later paper tells of those
        then = [m for m in matches if m.known.info.day.year == question.written]
        return then or matches
    if number := paper_number(question.meeting):
        infos = {m.known.info.id: m.known.info for m in matches}.values()
        bearing = {i.id for i in infos if bears_number(number, fold(f"{i.title} {i.source}"))}
        return [m for m in matches if m.known.info.id in bearing] or matches
    if question.kind == "target" and "dai hoi" in question.folded:  # its own, not the year's plan
        own = [m for m in matches if not m.fails and "dai hoi" in fold(m.known.info.title)]
        return own or matches
    if not question.meeting or question.periods:
        return matches
    number = question.meeting.removeprefix("lan ")
    own = [m for m in matches if re.search(rf"(?<!\w){number}(?!\w)", fold(m.known.info.title))]
    return own or matches


def newest(question: Question, matches: list[Match]) -> list[Match]:
    """Where no period is asked, only the newest one; where no place is, the newest record's own."""
    if not matches:
        return matches
    if not question.periods:
        last = max(_time(m) for m in matches)
        matches = [m for m in matches if _time(m) == last]
    if not question.places:
        if len(_listed_beside(matches)) > _SOME:
            return []  # one commune's of those that a table lists is not what is asked
        newest = max(matches, key=lambda m: (_of_its_own_place(m), m.known.info.day))
        matches = [m for m in matches if m.known.figure.place == newest.known.figure.place]
    return matches


_SOME = 2  # places without one that stands out: which is meant can be asked back


def _listed_beside(matches: Sequence[Match]) -> set[str]:
    """The places of figures where none is its record's own."""
    if any(_of_its_own_place(m) or not m.known.figure.place for m in matches):
        return set()
    return {m.known.figure.place for m in matches}


def _of_its_own_place(match: Match) -> bool:
    """Whether the figure is of the record's place, not of one among those that its table lists."""
    return match.known.figure.place == match.known.info.place


def _time(match: Match) -> tuple[int, int]:
    """The year and the month up to which a figure tells."""
    period = match.known.figure.period
    if period is None:
        return 0, 0
    return period.last, last_month(period.part) if period.part not in _WHOLE else 12


_WHOLE = ("", "by", "school")


def on_asked_side(question: Question, shelf: Shelf, matches: list[Match]) -> list[Match]:
    """Without the figures whose sentence or headings say that they are of the other side.

    "xuống giống 4.826 ha" under "Kết quả vụ Đông Xuân" is no figure of "vụ Hè Thu".
    """

    def on_other_side(figure: Figure) -> bool:
        read = shelf.read(figure.record_id)
        if read is None:
            return False
        said = [figure.indicator, figure.topic, read.document.quote(figure.statement)]
        over = (read.above(s) for s in read.statements if s.span == figure.statement)
        return in_contrast(question, shelf.vocabulary, *said, *next(over, ()))

    if not has_sides(question):
        return matches
    return [m for m in matches if not on_other_side(m.known.figure)]


def record_of(shelf: Shelf, match: Match) -> Record | None:
    return shelf.library.record(match.known.figure.record_id)


def differing(shelf: Shelf, draft: Draft, best: Match, matches: Sequence[Match]) -> str:
    """ " (hồ sơ khác ghi 114,8 tỷ đồng [3])" where another record has another result, or ""."""
    figure = best.known.figure
    for match in matches:
        other = match.known.figure
        record = record_of(shelf, match)
        if (
            record is not None
            and other.record_id != figure.record_id
            and figure.kind in RESULTS
            and other.kind in RESULTS
            and same_unit(other.value, figure.value)
            and not same_amount(other.value, figure.value)
            and not other.value.ratio
            and abs(match.score - best.score) < 0.3
        ):
            said = f"{draft.value(record, other)} {draft.cite(record, other.statement)}"
            return (
                f" (hồ sơ khác ghi {said})"
                if draft.language == "vi"
                else f" (another record: {said})"
            )
    return ""


def subject_of(question: Question, match: Match) -> str:
    """The indicator with its period and place: what the answer is about."""
    figure = match.known.figure
    name = indicator_name(figure, question.form.rest)
    period = period_phrase(figure.period, question.language)
    place = figure.place
    if question.language == "en":
        return f"“{name}”{f' in {place}' if place else ''}{f', {period}' if period else ''}"
    if period.startswith("năm "):  # "hộ nghèo cuối năm 2023", with one "năm"
        name = re.sub(r"(?<=cuối) năm$", "", name)
    return " ".join(p for p in (name, period, f"của {place}" if place else "") if p)


# Words that count and name nothing by themselves.
_COUNTERS = ("lần", "lượt", "em", "cháu", "con", "chiếc", "cái")


def indicator_name(figure: Figure, asked: Sequence[str] = ()) -> str:
    """The indicator as printed, without a leading ordinal; numbers that are no part are kept.

    With what it leans on, unless it says by itself all that is `asked`: "muối", not "lúa (muối)".
    """
    name = re.sub(r"^[\W\d]+(?=[^\W\d])", "", figure.indicator).strip(" :;,.")
    if figure.value.unit in _COUNTERS:  # read with what is counted: "Tuần tra (lần)"
        name = name.removesuffix(f" {figure.value.unit}")
    if is_counted(figure.value):  # "Tỷ lệ hộ nghèo 0,9% (87 hộ)"
        name = capitalised(re.sub(r"^tỷ lệ\s+(?=\S)", "", name, flags=re.I))
    name = _without_place(name, figure.place)
    topic = re.sub(r"\([^()]*\)", "", figure.topic.split(" - ")[0]).strip(" ,")
    topic = "" if re.search(r"\d", topic) else topic  # a caption's numbers stand in no citation
    told = bool(asked) and set(asked) <= set(syllables(fold(name)))
    leans = topic and len(name.split()) < 4 and not (told or Form.of(figure.key).families)
    return f"{topic} ({lowered(name)})" if leans else name


def _without_place(name: str, place: str) -> str:
    """Without "của huyện" or "của xã A" at the end: an answer says the figure's place itself."""
    head, of, tail = name.rpartition(" của ")
    return head if of and f"{place} ".lower().startswith(f"{tail} ".lower()) else name


def lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def assumed(question: Question, match: Match) -> str:
    """What was taken for granted where the question names no period or place."""
    figure = match.known.figure
    taken = []
    if not question.periods and figure.period is not None and figure.period.first:
        taken.append(period_phrase(figure.period, question.language))
    if not question.places and figure.place:
        taken.append(figure.place)
    if not taken:
        return ""
    said = ", ".join(taken)
    if question.language == "en":
        return f"Understood as: {said} (the newest record that says it)."
    return f"Hiểu là: {said} (theo hồ sơ mới nhất)."


def siblings(shelf: Shelf, figure: Figure) -> list[Figure]:
    """Figures of the same statement, indicator and period."""
    return [
        f for f in shelf.library.figures(record_ids=[figure.record_id])
        if f.statement == figure.statement and f.period == figure.period
        and f.ordinal != figure.ordinal
        and (f.indicator == figure.indicator or f.key[1:] == figure.key[1:])
    ]  # fmt: skip
