"""Which places missed or met a plan, or lie above or below a value: all that one record tells of.

"Những xã nào hụt thu ngân sách so với dự toán?", "Mấy xã có tỷ lệ hộ nghèo trên 10%?"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.amounts import amount
from assistant.answer import Answer
from assistant.choosing import indicator_name, record_of
from assistant.comparisons import inside_place
from assistant.draft import Draft
from assistant.fitting import RESULTS
from assistant.knowledge import Shelf
from assistant.matching import APART, Match, match_figures
from assistant.question import Question
from assistant.wording import capitalised, period_phrase
from corpus.places import FOLDED_RANKS, LEVEL_RANK
from corpus.quantities import find_quantities
from corpus.record import FigureKind

Condition = Callable[[Decimal], bool]

_NOUN = (
    "(?:to dan pho|dia phuong|thanh pho|thi tran|khu pho|don vi|phuong|dac khu|thi xa"
    "|huyen|thon|buon|khom"
    "|xom|ban|xa|ap)"
)
_ENGLISH = {
    "districts": "huyen", "communes": "xa", "wards": "phuong", "villages": "thon",
    "hamlets": "thon",
}  # fmt: skip
_ASKED = re.compile(
    rf"\b(?:nhung|cac|bao nhieu|may|liet ke|ke ten)\b(?: cac| nhung)?(?: \w+)? (?P<level>{_NOUN})\b"
    rf"|\b(?P<one>{_NOUN})(?:(?:,| va| hay)? {_NOUN})* nao\b"
    rf"|\b(?:which|what|how many) (?P<en>{'|'.join(_ENGLISH)})\b"
)
_OF_PLAN = r"(?:ke hoach|du toan|chi tieu|muc giao|nghi quyet|so giao|kh|muc tieu|plans?|targets?)"
_MISSED = re.compile(
    rf"(?:khong|chua)(?: \w+)?? (?:dat|hoan thanh|du|toi|bang)\b.*{_OF_PLAN}"
    rf"|\b(?:missed|failed|fell short|(?:did|do) not (?:meet|reach)|below)\b.*{_OF_PLAN}"
    rf"|\b(?:hut|truot)\b|\b(?:duoi|thap hon|kem) (?:so (?:voi )?)?{_OF_PLAN}"
)
_EXCEEDED = re.compile(rf"\b(?:vuot|exceeded|beat)\b.*{_OF_PLAN}|{_OF_PLAN}.*\bvuot\b")
_MET = re.compile(rf"\b(?:dat|hoan thanh|du|met|reached)\b(?: \w+){{0,3}}? {_OF_PLAN}")
_ALL = 100  # percent of a plan
_ABOVE = r"(?:tren|hon|cao hon|lon hon|nhieu hon|vuot|qua)"
_BELOW = r"(?:duoi|thap hon|it hon|nho hon|kem|chua (?:toi|den|day|duoc)|khong (?:toi|den))"
_BOUND = re.compile(
    rf"\b(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<least>tu|it nhat|toi thieu)"
    r"|(?P<most>khong qua|toi da))"
    r" (?:muc )?(?=\d)"
)
_FEWEST = 3  # places that a record must tell of: of fewer it lists none
_SHARES: tuple[FigureKind, ...] = ("plan_share",)


def answer_places(question: Question, shelf: Shelf) -> Answer | None:
    """The places that fulfil what is asked, each with its value; None where no record lists any."""
    asked = _ASKED.search(question.folded)
    if asked is None or "nhat" in question.folded.split():
        return None
    meant, unit, of_plan = _plan_condition(question.folded), "%", True
    if meant is None:
        bound = _bound(question)
        if bound is None:
            return None
        meant, unit = bound
        of_plan = unit == "%" and re.search(rf"\b{_OF_PLAN}\b", question.folded) is not None
    kinds: tuple[FigureKind, ...] = _SHARES if of_plan else RESULTS
    level = asked["level"] or asked["one"] or _ENGLISH[asked["en"]]
    told = _of_one_record(question, shelf, kinds, unit, level)
    if len(told) < _FEWEST:
        return None
    chosen = [m for m in told if meant(m.known.figure.value.numbers[0])]
    return _told(question, shelf, told, chosen)


def _plan_condition(folded: str) -> Condition | None:
    """How a share of the plan must be: missed, exceeded or met; None where no plan is asked of."""
    if _BOUND.search(folded):
        return None  # "đạt trên 90% kế hoạch" has a bound of its own
    if _MISSED.search(folded):
        return lambda share: share < _ALL
    if _EXCEEDED.search(folded):
        return lambda share: share > _ALL
    if _MET.search(folded):
        return lambda share: share >= _ALL
    return None


def _bound(question: Question) -> tuple[Condition, str] | None:
    """The bound that a question names and its unit: "trên 10%", "từ 15 tiêu chí trở lên"."""
    bound = _BOUND.search(question.folded)
    if bound is None or len(question.folded) != len(question.text):
        return None
    limits = [q for q in find_quantities(question.text) if q.start <= bound.end() < q.end]
    if not limits or not limits[0].numbers:
        return None
    limit, unit = limits[0].numbers[0], amount(limits[0])[1]
    if bound["above"]:
        return (lambda value: value > limit), unit
    if bound["below"]:
        return (lambda value: value < limit), unit
    if bound["least"]:
        return (lambda value: value >= limit), unit
    return (lambda value: value <= limit), unit


def _of_one_record(
    question: Question, shelf: Shelf, kinds: tuple[FigureKind, ...], unit: str, level: str
) -> list[Match]:
    """The figures of the record that tells of most places, one a place, in its order."""
    rest = tuple(w for w in question.form.rest if not w[0].isdigit())
    form = replace(question.form, rest=rest)
    text = _BOUND_NUMBER.sub(" ", question.text)  # a bound may be a value of one of them
    anywhere = replace(question, text=text, places=(), unit="", kind="", intent="value", form=form)
    found = match_figures(anywhere, shelf.knowledge(), kinds, any_place=True)
    found = [m for m in found if not m.fails and amount(m.known.figure.value)[1] == unit]
    found = inside_place(question, found)
    rank = FOLDED_RANKS.get(level)
    top = max((m.score for m in found), default=0.0)
    groups: dict[tuple[str, int], dict[str, Match]] = {}
    for match in found:
        figure, place = match.known.figure, match.known.place
        if place is None or figure.period is None or match.score < top - APART:
            continue
        if figure.place == match.known.info.place or (rank and LEVEL_RANK.get(place.level) != rank):
            continue  # the whole beside its parts
        of_year = groups.setdefault((figure.record_id, figure.period.last), {})
        of_year.setdefault(place.key, match)
    best = max(
        groups, key=lambda g: (len(groups[g]) >= _FEWEST, g[1], len(groups[g])), default=None
    )
    listed = groups[best].values() if best else ()
    return sorted(listed, key=lambda m: m.known.figure.statement.start)


_BOUND_NUMBER = re.compile(r"(?<!\d)\d+(?:[.,]\d+)?\s?%?(?<!\d{4})(?!\d)")


def _told(
    question: Question, shelf: Shelf, told: Sequence[Match], chosen: Sequence[Match]
) -> Answer | None:
    draft = Draft(question.language)
    pieces: list[str] = []
    for match in chosen:
        record = record_of(shelf, match)
        if record is None:
            return None
        figure = match.known.figure
        mark = draft.cite(record, figure.statement)
        pieces.append(f"{figure.place} {draft.value(record, figure)} {mark}")
    first = told[0].known.figure
    name, period = indicator_name(first), period_phrase(first.period, question.language)
    of_plan = first.kind == "plan_share"
    draft.computed += [str(len(told)), str(len(chosen))]
    if question.language == "en":
        head = f"{capitalised(name)}{' (share of the plan)' if of_plan else ''}, {period}"
        lead = f"{head}: {len(chosen)} of the {len(told)} places listed"
        return draft.finish(f"{lead}: {'; '.join(pieces)}." if pieces else f"{lead}.", found=True)
    head = f"{capitalised(name)}{' so với kế hoạch' if of_plan else ''} {period}".strip()
    lead = f"{head}: {len(chosen)} trong {len(told)} nơi có số liệu"
    if not pieces:
        record = record_of(shelf, told[0])
        mark = draft.cite(record, first.statement) if record else ""
        return draft.finish(
            f"{head}: không nơi nào trong {len(told)} nơi có số liệu {mark}.", found=True
        )
    return draft.finish(f"{lead}: {'; '.join(pieces)}.", found=True)
