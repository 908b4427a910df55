"""Answers about plans: share, excess, shortfall, result beside target, all targets of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.amounts import difference, same_unit, share, vietnamese
from assistant.answer import Answer
from assistant.choosing import (
    assumed,
    differing,
    good,
    kinds_for,
    newest,
    record_of,
    siblings,
    subject_of,
)
from assistant.draft import Draft
from assistant.fitting import PERCENT, PLAN, RESULTS, period_fit, place_fits
from assistant.knowledge import Shelf
from assistant.matching import APART, Match, match_figures
from assistant.plan_versions import amended_beside, in_force
from assistant.question import Question
from assistant.wording import capitalised
from corpus.names import PLAN as PLAN_WORD
from corpus.normalize import CAPITAL, fold
from corpus.record import Figure, FigureKind, Record


def answer_plan(question: Question, shelf: Shelf, *, printed_only: bool = False) -> Answer | None:
    """How a result stands to its plan: the printed share, or both figures with the difference.

    `printed_only` leaves the difference out: for one who asked for the value itself, a share of
    the plan is an answer only where the record gives nothing else.
    """
    knowledge = shelf.knowledge()
    order: tuple[FigureKind, ...] = PLAN
    chosen = good(match_figures(question, knowledge, order))
    chosen = newest(question, chosen)
    gaps = [m for m in chosen if _is_gap(m)]
    if asks_gap(question) and not printed_only:
        compared = None if gaps else _compared_with_plan(question, shelf)
        if compared is not None:
            return compared
        chosen = gaps or chosen
    if chosen:
        best = _preferred(question, shelf, chosen)
        results = [] if printed_only else good(match_figures(question, knowledge, RESULTS))
        if any(m.score > best.score + APART for m in results):
            # "Vận động mua BHYT: đạt 116%" beside the rate itself, whose share no record prints
            compared = _compared_with_plan(question, shelf)
            if compared is not None:
                return compared
        return _plan_sentence(question, shelf, best)
    return None if printed_only else _compared_with_plan(question, shelf)


_GAP = re.compile(r"\b(?:hon|vuot|thieu|(?<!thu )hut|kem|cach|lech|chenh)\b.*\b(?:bao nhieu|may)\b")


def asks_gap(question: Question) -> bool:
    """Whether an amount is asked for by which a result missed or passed its plan, not a share."""
    counted = question.unit not in ("", *PERCENT) or question.unit == "diem phan tram"
    return counted and _GAP.search(question.folded) is not None


def _is_gap(match: Match) -> bool:
    figure = match.known.figure
    return figure.kind in ("plan_excess", "plan_shortfall") and not figure.value.unit.startswith(
        "%"
    )


def _preferred(question: Question, shelf: Shelf, matches: list[Match]) -> Match:
    asked = question.folded
    plan = next((word for word in _PLAN_NAMES if word in asked), "")
    wanted = (
        "plan_shortfall" if re.search(r"thieu|hut|kem|cach|thap hon|short", asked)
        else "plan_excess" if re.search(r"vuot|cao hon|exceed", asked)
        else "plan_share"
    )  # fmt: skip

    def other_plan(match: Match) -> bool:
        record = record_of(shelf, match)
        if not plan or record is None:
            return False
        return plan not in fold(plan_tail(record, match.known.figure))

    def rank(match: Match) -> tuple[bool, bool, bool, float, int]:
        giver = fold(match.known.figure.giver)
        return (
            bool(question.giver) and question.giver not in giver,
            other_plan(match),
            match.known.figure.kind != wanted,
            -match.score,
            -match.known.info.day.toordinal(),
        )

    return min(matches, key=rank)


def _plan_sentence(question: Question, shelf: Shelf, best: Match) -> Answer | None:
    figure, record = best.known.figure, record_of(shelf, best)
    if record is None:
        return None
    draft = Draft(question.language)
    mark = draft.cite(record, figure.statement)
    beside = siblings(shelf, figure)
    result = next((f for f in beside if f.kind in RESULTS), None)
    target = next(
        (f for f in beside if f.kind in ("target", "amended_target") and f.period == figure.period),
        None,
    )
    tail = plan_tail(record, figure)
    others = [f for f in beside if f.kind == figure.kind and f.giver and f.giver != figure.giver]
    if not question.giver and figure.giver:  # several plan givers: all of them
        tail += "".join(f", {draft.value(record, f)}{plan_tail(record, f)}" for f in others)
    subject = subject_of(question, best)
    said = against_plan(draft, record, figure)
    if question.language == "en":
        extra = f", result {draft.value(record, result)}" if result else ""
        text = f"{subject}: {said}{extra} {mark}."
    else:
        shown = f"{draft.value(record, result)}, " if result else ""
        plan = f" (kế hoạch {draft.value(record, target)})" if target else ""
        text = f"{capitalised(subject)}: {shown}{said}{tail}{plan} {mark}."
    return draft.finish(text, found=True, understood=assumed(question, best))


def against_plan(draft: Draft, record: Record, figure: Figure) -> str:
    """ "bằng 112,0%", "vượt 3,2%": a share of the plan, or what lies over or under it."""
    share = draft.value(record, figure)
    if draft.language == "vi":
        verbs = {"plan_share": "bằng", "plan_excess": "vượt", "plan_shortfall": "thiếu"}
        return f"{verbs[figure.kind]} {share}"
    verbs = {"plan_share": "reached", "plan_excess": "exceeded by", "plan_shortfall": "short by"}
    against = "of the plan" if figure.kind == "plan_share" else "against the plan"
    return f"{verbs[figure.kind]} {share} ({against})"


_PLAN_NAMES = ("dau nam", "dieu chinh", "nghi quyet", "du toan", "chi tieu", "muc tieu")
_PLAN_WORD = re.compile(rf"{PLAN_WORD}|số giao", re.I)


def plan_tail(record: Record, figure: Figure) -> str:
    """The words behind the share: " kế hoạch điều chỉnh", " dự toán tỉnh giao"."""
    after = record.document.text[
        figure.value.end : min(figure.statement.end, figure.value.end + 60)
    ]
    match = re.match(
        r"\s*(?:so với |so )?(?:kế hoạch|KH|dự toán|chỉ tiêu|mục tiêu|nghị quyết|NQ)[^,;.()|\d]*",
        after,
        re.I,
    )
    if match:
        return " " + re.sub(r"\s(?:và|nhưng|song|mà)(?:\s.*)?$", "", " ".join(match[0].split()))
    if _PLAN_WORD.match(figure.giver):  # "so với chỉ tiêu đã điều chỉnh thì bằng 103,4%"
        return f" {figure.giver}"
    return " kế hoạch" if figure.kind == "plan_share" else " so với kế hoạch"


def _compared_with_plan(question: Question, shelf: Shelf) -> Answer | None:
    """Result beside target, with the difference computed from the two cited figures."""
    question = replace(question, unit="")  # "bao nhiêu phần trăm kế hoạch": of the share alone
    knowledge = shelf.knowledge()
    results = newest(question, good(match_figures(question, knowledge, RESULTS)))
    planned = match_figures(question, knowledge, ("target", "amended_target"))
    targets = in_force(question, good(planned) + amended_beside(planned))
    if not results or not targets:
        return None
    result = results[0]
    period, place = result.known.figure.period, result.known.figure.place
    target = next(
        (t for t in targets if t.known.figure.period == period and t.known.figure.place == place
         and same_unit(t.known.figure.value, result.known.figure.value)), None,
    )  # fmt: skip
    first, second = record_of(shelf, result), record_of(shelf, target) if target else None
    if target is None or first is None or second is None:
        return None
    asks_share = re.search(r"phan tram|%|percent", question.folded) is not None
    if asks_share and (printed := _printed_share(shelf, result, target)) is not None:
        return _plan_sentence(question, shelf, printed)
    draft = Draft(question.language)
    mark, other = (
        draft.cite(first, result.known.figure.statement),
        draft.cite(second, target.known.figure.statement),
    )
    also = differing(shelf, draft, result, results)
    done, plan = draft.value(first, result.known.figure), draft.value(second, target.known.figure)
    marks = mark if mark == other else f"{mark}{other}"
    subject = subject_of(question, result)
    beside = _difference(draft, result.known.figure, target.known.figure, question.language)
    if asks_share:
        beside += _share(draft, result.known.figure, target.known.figure, question.language)
    if question.language == "en":
        text = f"{subject}: result {done}{also}, plan {plan}{beside} {marks}."
    else:
        text = f"{capitalised(subject)}: thực hiện {done}{also}, kế hoạch {plan}{beside} {marks}."
    return draft.finish(text, found=True, understood=assumed(question, result))


def _printed_share(shelf: Shelf, result: Match, target: Match) -> Match | None:
    """The share of the plan as a record prints it beside the same result, under another name.

    "cấp lần đầu 1.205 giấy, bằng 80,3%": a printed figure goes before one that is worked out.
    """
    reached = result.known.figure
    found = share(reached.value, target.known.figure.value)
    for known in shelf.knowledge().figures if found is not None else ():
        figure = known.figure
        if figure.kind != "plan_share" or figure.value.numbers != (found,):
            continue
        alike = figure.period == reached.period and figure.place == reached.place
        if alike and any(
            f.kind in RESULTS and f.value.numbers == reached.value.numbers
            for f in siblings(shelf, figure)
        ):
            return replace(result, known=known)
    return None


def _difference(draft: Draft, result: Figure, target: Figure, language: str) -> str:
    found = difference(result.value, target.value)
    if found is None:
        return ""
    number, unit = found
    if not number:
        return ", bằng kế hoạch" if language == "vi" else ", as planned"
    shown = vietnamese(abs(number))
    draft.computed.append(shown)
    if language == "en":
        side = "above" if number > 0 else "below"
        said = f"{side} by {shown} {'points' if result.value.unit.startswith('%') else unit}"
    else:
        said = f"{'cao' if number > 0 else 'thấp'} hơn {shown} {unit}"
    return f" ({said.rstrip()})"


def _share(draft: Draft, result: Figure, target: Figure, language: str) -> str:
    found = share(result.value, target.value)
    if found is None:
        return ""
    shown = f"{vietnamese(found)}%"
    draft.computed.append(shown)
    if language == "en":
        return f", that is {shown} of the plan"
    return f", tính ra bằng {shown} kế hoạch"


def answer_which(question: Question, shelf: Shelf) -> Answer | None:
    """The clause of a figure that names what is asked for: "02 xã A và B đạt chuẩn"."""
    if not question.form.families:
        return None
    found = match_figures(question, shelf.knowledge(), kinds_for(question))
    chosen = [m for m in found if not m.fails]
    naming = [m for m in chosen if (r := record_of(shelf, m)) and _names_some(r, m.known.figure)]
    if not naming:
        return None
    figure, record = naming[0].known.figure, record_of(shelf, naming[0])
    if record is None:
        return None
    draft = Draft(question.language)
    mark = draft.cite(record, figure.statement)
    text = " ".join(
        record.document.text[figure.statement.start : figure.statement.end].split()
    ).rstrip(" .;")
    return draft.finish(
        f"{capitalised(text)} {mark}.", found=True, understood=assumed(question, naming[0])
    )


def _names_some(record: Record, figure: Figure) -> bool:
    """Whether a figure's own words hold a proper name."""
    text = record.document.text
    after = text[figure.value.end : min(figure.statement.end, figure.value.end + 120)]
    if "|" in text[figure.statement.start : figure.statement.end]:
        return False
    return bool(
        re.search(
            rf"(?<!\w){CAPITAL}[a-zà-ỹ]+(?:\s{CAPITAL}[a-zà-ỹ]+)+",
            after if "(" in after else _NAMED_BEHIND.split(after)[0],
        )
    )


# A comma behind which other things are told; "9/13 xã, thêm 02 xã A và B" goes on with the same.
_NAMED_BEHIND = re.compile(r",(?!\s*(?:thêm|gồm|là|có thêm|trong đó có|mới)\b)")


def answer_targets(question: Question, shelf: Shelf) -> Answer | None:
    """All targets of a place and period, as the record lists them."""
    if (
        question.form.families
        or not re.search(r"chi tieu|muc tieu|targets?\b|ke hoach", question.folded)
        or question.status
    ):
        return None
    if not (question.places or question.periods) or set(question.terms) - {
        "chi",
        "tieu",
        "muc",
        "chinh",
        "yeu",
        "list",
        "targets",
        "main",
    }:
        return None
    fitting = [
        k for k in shelf.knowledge().figures
        if k.figure.kind in ("target", "amended_target") and place_fits(question, k.place)
        and period_fit(question.periods, k.figure.period) > 0.3
    ]  # fmt: skip
    if len(fitting) < 2:
        return None
    newest = max(
        fitting,
        key=lambda k: (period_fit(question.periods, k.figure.period), k.info.day),
    )
    record = shelf.library.record(newest.figure.record_id)
    if record is None:
        return None
    spans = list(
        dict.fromkeys(k.figure.statement for k in fitting if k.figure.record_id == record.id)
    )
    draft = Draft(question.language)
    shown = []
    for span in spans[:30]:
        mark = draft.cite(record, span)
        shown.append(
            f"{' '.join(record.document.text[span.start : span.end].split()).rstrip(' .;')} {mark}"
        )
    more = len(spans) - 30
    note = " (còn nữa, xem trong hồ sơ)" if more > 0 and question.language == "vi" else ""
    return draft.finish("; ".join(shown) + note + ".", found=True)
