"""Answers that set places beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.amounts import amount, same_amount
from assistant.answer import Answer, SeriesPoint
from assistant.choosing import indicator_name, record_of
from assistant.courses import point_of
from assistant.draft import Draft
from assistant.fitting import RESULTS, TARGETS, same_place, stands_for
from assistant.knowledge import Shelf
from assistant.matching import APART, Match, match_figures
from assistant.question import Question
from assistant.wording import capitalised, period_phrase
from corpus.normalize import fold
from corpus.places import FOLDED_RANKS, LEVEL_RANK, Place, find_places
from corpus.record import FigureKind


def answer_compare(question: Question, shelf: Shelf) -> Answer | None:
    """The same indicator in several places, highest or lowest named where asked."""
    knowledge = shelf.knowledge()
    kinds: tuple[FigureKind, ...] = (*RESULTS, *TARGETS) if not question.kind else (
        ("target", "amended_target") if question.kind == "target" else RESULTS
    )  # fmt: skip
    anywhere = replace(question, places=())
    found = (match_figures(anywhere, knowledge, of, any_place=True) for of in (kinds, _SHARES))
    matches = next((fit for ms in found if (fit := [m for m in ms if not m.fails])), [])
    matches = inside_place(question, matches)
    if not question.kind:
        matches = [m for m in matches if m.known.figure.kind in RESULTS] or matches
    if not matches:
        return None
    top = max(m.score for m in matches)
    matches = [m for m in matches if m.score >= top - APART]
    if not question.periods:
        last = (
            max(m.known.figure.period.last for m in matches if m.known.figure.period)
            if any(m.known.figure.period for m in matches)
            else 0
        )
        matches = [
            m for m in matches if m.known.figure.period and m.known.figure.period.last == last
        ]
    chosen: list[Match] = []
    # of a number and its share, places of unlike size are compared by the share
    by_share = bool(_SHARED_OF & question.form.families) and not question.unit
    counted = re.search(r"\b(?:nhieu|it) (?:\w+ ){0,3}hon\b", question.folded)
    by_share = by_share and not counted and not re.search(r"\bso\b", question.folded)
    of_plan = by_share and "public_investment" in question.form.families
    if len(question.places) > 1:
        for place in _compared(question):
            own = [m for m in matches if same_place(place, m.known.place)]
            own = own or [m for m in matches if stands_for(place, m.known.place)]
            if question.form.rate or question.unit == "%" or by_share:
                own.sort(key=lambda m: amount(m.known.figure.value)[1] != "%")
            elif counted:  # "nơi nào nhiều hộ nghèo hơn": households, no share
                own.sort(key=lambda m: amount(m.known.figure.value)[1] == "%")
            if not own or (of_plan and amount(own[0].known.figure.value)[1] != "%"):
                # "giải ngân 44% kế hoạch vốn": a share of the plan is how it is told
                shares = match_figures(replace(question, places=(place,)), knowledge, _SHARES)
                own = [m for m in shares if not m.fails] or own
            if not own:
                return None
            chosen.append(own[0])
    else:
        rates = [m for m in matches if amount(m.known.figure.value)[1] == "%"]
        chosen = _by_place(
            question, rates if len(rates) > 1 and question.unit in ("", "%") else matches
        )
    if len(chosen) < max(2, _places_asked(question)):
        return None
    unit = amount(chosen[0].known.figure.value)[1]
    for i, match in enumerate(chosen):
        if amount(match.known.figure.value)[1] != unit:
            other = next(
                (
                    m
                    for m in matches
                    if m.known.figure.place == match.known.figure.place
                    and amount(m.known.figure.value)[1] == unit
                ),
                None,
            )
            chosen[i] = other or match
    if len({amount(m.known.figure.value)[1] for m in chosen}) > 1:
        chosen = _in_shares(question, shelf, chosen, matches)
    return _comparison(question, shelf, chosen, matches)


def _compared(question: Question) -> Sequence[Place]:
    """The places that are set beside each other: "ở xã A: thôn B và thôn C, thôn nào cao hơn"."""
    level = _WHICH.search(question.folded)
    inner = [p for p in question.places if level and FOLDED_RANKS[level[1]] == _rank(p)]
    return inner if len(inner) > 1 else question.places


def _rank(place: Place) -> int | None:
    return LEVEL_RANK.get(place.level)


def inside_place(question: Question, matches: list[Match]) -> list[Match]:
    """Those of places inside the one named: "xã nào ... của huyện A"."""
    if len(question.places) != 1:
        return matches
    inside = fold(question.places[0].name)
    return [m for m in matches if inside in fold(m.known.info.place)]


_SHARED_OF = {"poor_households", "public_investment"}  # of all households, of the plan's capital


_THAT_PLACE = re.compile(
    r"\b(?P<level>huyen|xa|phuong|dac khu|thi tran|thon|ban|ap|buon|khom|xom|khu pho|don vi"
    r"|dia phuong|noi)"
    r" (?:do|ay|kia)\b|\bthat (?:commune|district|village|place)\b"
)


def refers_to_place(folded: str) -> bool:
    """Whether a question names its place by an answer before it: "xã đó"."""
    return _THAT_PLACE.search(folded) is not None


def place_found(folded: str, answer: Answer) -> Place | None:
    """The place that a follow-up calls "xã đó": the one that the answer before it came to."""
    asked = _THAT_PLACE.search(folded)
    if asked is None or not answer.found:
        return None
    told = [place for _, place in find_places(answer.text.rsplit("—", 1)[-1])]
    levels = {fold(place.level) for place in told}
    level = asked["level"] if asked["level"] in levels else None
    fitting = {place for place in told if level is None or fold(place.level) == level}
    return fitting.pop() if len(fitting) == 1 else None


_COUNTED_PLACES = re.compile(
    r"\b(hai|ba|bon|nam|[2-5]) (?:huyen|xa|phuong|dac khu|thi tran|thon|don vi|dia phuong)\b"
)


def _places_asked(question: Question) -> int:
    """How many places a question counts: "ba huyện"; 0 where it does not say."""
    match = _COUNTED_PLACES.search(question.folded)
    return {"hai": 2, "ba": 3, "bon": 4, "nam": 5}.get(match[1]) or int(match[1]) if match else 0


def _in_shares(
    question: Question, shelf: Shelf, chosen: list[Match], matches: Sequence[Match]
) -> list[Match]:
    """What was chosen, in percent where each place has a share: amounts beside it tell nothing."""
    found: list[Match] = []
    for match in chosen:
        place = match.known.place
        if place is None:
            return chosen
        of_place = replace(question, places=(place,))
        shares = [m for m in match_figures(of_place, shelf.knowledge(), _SHARES) if not m.fails]
        own = [m for m in (match, *matches) if m.known.figure.place == match.known.figure.place]
        rates = [m for m in (*own, *shares) if amount(m.known.figure.value)[1] == "%"]
        if not rates:
            return chosen
        found.append(rates[0])
    return found


_SHARES: tuple[FigureKind, ...] = ("plan_share",)


def _by_place(question: Question, matches: Sequence[Match]) -> list[Match]:
    """One match a place, of the level that the question names ("xã nào", "huyện nào")."""
    level = _WHICH.search(question.folded) or _AMONG.search(question.folded)
    wanted = FOLDED_RANKS[level[1]] if level else None
    chosen: dict[str, Match] = {}
    for match in matches:
        place = match.known.place
        if place is None or (wanted is not None and _rank(place) != wanted):
            continue
        chosen.setdefault(place.key, match)
    if wanted is not None:
        return list(chosen.values())
    parts = [m for m in chosen.values() if m.known.figure.place != m.known.info.place]
    return parts if len(parts) > 1 else list(chosen.values())  # not the whole beside its parts


_LEVELS = r"(huyen|thi xa|xa|phuong|dac khu|thi tran|thon|ban|ap|buon|khom|xom|khu pho)"
_WHICH = re.compile(rf"\b{_LEVELS}\b (?:(?:\w+ )?nao|gi)\b")
_AMONG = re.compile(rf"\b(?:trong|giua) (?:so )?(?:cac|nhung|\d{{1,2}}|hai|ba|bon|nam) {_LEVELS}\b")
_LISTED = 8  # places
_FEW = 3  # places that are all told, where the foremost one is asked for
_THING = (
    r"(?: (?!(?:nao|cao|thap|nhieu|it|hon)\b)\w+){0,6}"  # "ít quân nhất", "nhiều hộ nghèo nhất"
)
_HIGHEST = re.compile(rf"\b(?:cao|nhieu|lon|(?<!lao )dong){_THING} nhat\b|highest|\bmost\b")
_LOWEST = re.compile(rf"\b(?:thap|it|nho|vang|kem|cham){_THING} nhat\b|lowest|least|\bfewest\b")
_LOW = re.compile(rf"{_LOWEST.pattern}|\b(?:thap|it|nho){_THING} hon|lower|\bfewer\b")


def _comparison(
    question: Question, shelf: Shelf, chosen: list[Match], matches: Sequence[Match]
) -> Answer | None:
    draft = Draft(question.language)
    comparable = len({amount(m.known.figure.value)[1] for m in chosen}) == 1
    ranked = sorted(chosen, key=lambda m: amount(m.known.figure.value)[0][0], reverse=True)
    both = _HIGHEST.search(question.folded) and _LOWEST.search(question.folded)
    low = not both and _LOW.search(question.folded) is not None
    if low:
        ranked.reverse()
    orders = re.search(r"nhat|cao|thap|nhieu|it\b|hon|lon|highe|lowe", question.folded)
    # of more than are listed the one that the verdict names must be among them
    by_rank = comparable and (orders or len(chosen) > _LISTED)
    foremost = (_HIGHEST if not low else _LOWEST).search(question.folded)
    alone = foremost and comparable and len(question.places) < 2 and len(chosen) > _FEW
    listed = ranked[:1] if alone else (ranked if by_rank else chosen)[:_LISTED]
    if alone and both:
        listed.append(ranked[-1])
    if both and comparable and ranked[-1] not in listed:
        listed[-1] = ranked[-1]
    pieces: list[str] = []
    points: list[SeriesPoint] = []
    for match in listed:
        record = record_of(shelf, match)
        if record is None:
            continue
        place = match.known.figure.place
        same = [m for m in matches if m.known.figure.place == place]
        shown, point = point_of(shelf, draft, match, record, same, place)
        pieces.append(f"{place} {shown}")
        points.append(point)
    first = chosen[0].known.figure
    head = capitalised(indicator_name(first))
    period = period_phrase(first.period, question.language)
    verdict = _verdict(question, ranked, low) if comparable else ""
    if both and verdict and len(ranked) > 2:
        least = ranked[-1].known.figure.place
        verdict += f", {least} thấp nhất" if question.language == "vi" else f", {least} is lowest"
    kind = "Chỉ tiêu " if first.kind in TARGETS and question.language == "vi" else ""
    name = head[:1].lower() + head[1:] if kind and not head.split(" ")[0].isupper() else head
    text = f"{kind}{name}{f' {period}' if period else ''}: {'; '.join(pieces)}{verdict}."
    return draft.finish(text, found=True, series=points)


def _verdict(question: Question, ranked: Sequence[Match], low: bool) -> str:
    a, b = ranked[0].known.figure, ranked[1].known.figure
    if same_amount(a.value, b.value):
        return " — bằng nhau" if question.language == "vi" else " — equal"
    many = len(ranked) > 2
    if question.language == "en":
        degree = ("lowest" if many else "lower") if low else ("highest" if many else "higher")
        return f" — {a.place} is {degree}"
    return f" — {a.place} {'thấp' if low else 'cao'} {'nhất' if many else 'hơn'}"
