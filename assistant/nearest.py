"""Says that the records do not hold what was asked, and shows the nearest thing found."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.choosing import indicator_name, lowered
from assistant.draft import Draft
from assistant.evidence import find_units
from assistant.fitting import PLAN, RESULTS, TARGETS
from assistant.knowledge import Shelf
from assistant.matching import Match, match_figures
from assistant.plans import against_plan, plan_tail
from assistant.question import Question
from assistant.wording import NEAREST, NOT_FOUND, direction, period_phrase
from corpus.record import Figure, Record

_SAYS = {
    "vi": {
        "period": "đúng kỳ được hỏi",
        "place": "đúng địa bàn được hỏi",
        "kind": "đúng loại số liệu được hỏi",
        "unit": "đúng đơn vị tính được hỏi",
    },
    "en": {
        "period": "for the period asked",
        "place": "for the place asked",
        "kind": "of the kind asked",
        "unit": "in the unit asked",
    },
}


def not_found(question: Question, shelf: Shelf, query: str) -> Answer:
    """`found` is False; the nearest figure or sentence is cited and marked as such."""
    draft = Draft(question.language)
    head = f"{NOT_FOUND[question.language]}."
    near = _nearest_figure(question, shelf)
    if near is not None:
        record = shelf.library.record(near.known.figure.record_id)
        if record is not None:
            figure = near.known.figure
            mark = draft.cite(record, figure.statement)
            said = f"{_about(figure, question)}: {_told(draft, record, figure)} {mark}."
            missing = _SAYS[question.language].get(near.fails[0], "") if near.fails else ""
            answer = draft.finish(_join(question, head, missing, said), found=False)
            if answer is not None:
                return answer
    units = find_units(question, shelf, query)
    if units and units[0].score > 0.4:
        draft = Draft(question.language)
        unit = units[0]
        mark = draft.cite(unit.read.record, unit.span)
        text = " ".join(unit.text.split())
        quote = f"“{_shortened(text)}” {mark}."
        answer = draft.finish(f"{head} {NEAREST[question.language]}: {quote}", found=False)
        if answer is not None:
            return answer
    return Answer(head, found=False, language=question.language)


def _told(draft: Draft, record: Record, figure: Figure) -> str:
    """The value and what kind of value it is: "giảm 5,6%", "bằng 112,0% kế hoạch"."""
    if figure.kind in PLAN:
        tail = plan_tail(record, figure) if draft.language == "vi" else ""
        return f"{against_plan(draft, record, figure)}{tail}"
    moved = direction(figure.indicator, figure.growth, draft.language)
    return f"{moved}{draft.value(record, figure)}"


_LONGEST = 220  # characters of a quoted sentence


def _shortened(text: str) -> str:
    """A long quote cut between two words: half a number would be another number."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]}…"


def _join(question: Question, head: str, missing: str, said: str) -> str:
    if question.language == "en":
        return (
            f"{head[:-1]} {missing}. {NEAREST['en']}: {said}"
            if missing
            else f"{head} {NEAREST['en']}: {said}"
        )
    return (
        f"{head[:-1]} số liệu {missing}. {NEAREST['vi']}: {said}"
        if missing
        else f"{head} {NEAREST['vi']}: {said}"
    )


def _nearest_figure(question: Question, shelf: Shelf) -> Match | None:
    if not question.form.families and not question.form.rest:
        return None
    matches = match_figures(question, shelf.knowledge(), (*RESULTS, *TARGETS, *PLAN))
    if not matches:
        return None
    asked = [p.first for p in question.periods if p.first]

    def distance(match: Match) -> tuple[int, bool, int, bool, bool, float]:
        figure = match.known.figure
        years = abs(figure.period.first - asked[0]) if figure.period and asked else 0
        planned = figure.kind in TARGETS and question.kind in ("", "result")
        place = match.known.place
        strange = place is None or all(p.key != place.key for p in question.places)
        fails = len(match.fails)
        return (fails, figure.kind in PLAN, years, strange, planned, -match.score)

    return min(matches, key=distance)


def _about(figure: Figure, question: Question) -> str:
    kind = "chỉ tiêu" if figure.kind in TARGETS else "số liệu"
    period = period_phrase(figure.period, question.language)
    parts = [
        lowered(indicator_name(figure)) if question.language == "vi" else indicator_name(figure),
        period,
        f"của {figure.place}" if figure.place and question.language == "vi" else figure.place,
    ]
    text = " ".join(p for p in parts if p)
    return f"{kind} {text}" if question.language == "vi" else text
