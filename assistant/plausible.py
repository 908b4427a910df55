"""The likeliest sentence, where no way of answering was sure of one.

The other ways ask that a sentence passes each of their tests, so one odd word loses an answer that
stands in plain sight. Here what the tests say is evidence for or against: signs weighed by
logistic regression, and beside them what the cross-encoder makes of question and sentence.
`benchmarks/plausibility.py` fits the weights and tells, on question sets that the fit has not seen,
how many of the sentences that pass `LEAST` hold the answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from assistant import alike
from assistant.amount_beside import has_its_amount
from assistant.answer import Answer
from assistant.evidence import Unit, find_units, misspelt_in, share_covered
from assistant.figure_words import HOW_MEASURED
from assistant.fitting import PLAN, RESULTS, TARGETS, tells_of_asked
from assistant.fulfilled import counts_targets
from assistant.knowledge import Shelf, parse_place
from assistant.lists import heads_table
from assistant.matching import match_figures
from assistant.nuances import asks_agreement
from assistant.posts import tells_another_post
from assistant.question import Question
from assistant.quoting import piece_of, quote_unit
from assistant.read_together import log_odds
from assistant.resolutions import counts_resolutions
from assistant.sentence_tests import (
    counts,
    is_meant,
    names_whom,
    of_asked_kind,
    on_other_side,
    said_with_heading,
    says_names,
    sets_task,
    tells_age,
    tells_other_place,
    tells_rarest,
)
from assistant.sentence_times import (
    names_its_time,
    of_its_time,
    row_of_its_time,
    tells_other_time,
)
from assistant.successions import only_relieves
from corpus.indicators import Form
from corpus.places import plain_name
from corpus.quantities import find_quantities
from corpus.record import Figure

LEAST = 0.65  # probability from which on a sentence is told: of 47 told so, 37 held the answer
_LOOKED_AT = 3  # sentences
# Intents whose answer must hold what is asked for: a sentence without a name tells not who.
_MUST_HOLD = ("who", "when", "meeting_date", "vote", "task", "why")
LEAST_SAID = 0.15  # of the question's weight, in a sentence's own words
_MOST_ODDS = 3.0  # log-odds: of 399 sentences weighed nine had more
_LEAST_COVERED = 0.3  # of the question's weight, heading and title counted: else it is a guess
_VOTERS = ("dai bieu", "phieu")  # how many were for a plan is a result
_HALF_YEAR = 6  # months
_IN_A_LIST = 2  # commas between the members
_LONG = 600  # characters
_FULL = 6  # figures

# Fitted by `python -m benchmarks.plausibility` on the candidates of the questions of 59 invented
# sets that nothing else answered; what the network counts on 13 others.
_WEIGHTS: Mapping[str, float] = {
    "english": -0.346,
    "follows": 0.710,
    "plan_asked": 1.210,
    "known_indicator": -0.598,
    "counting": -0.601,
    "no_figure": 0.431,
    "holds": 1.510,
    "meant": -2.757,
    "of_time": 1.114,
    "of_kind": 1.417,
    "says_rarest": 0.406,
    "read_otherwise": 0.406,
    "asks": -3.497,
    "figures": 0.957,
    "length": -1.272,
    "covered": 3.126,
    "rarest_unsaid": 0.184,
    "less_said": -3.617,
}
_BIAS = -3.827
# How much the signs' log-odds and the network's count, and the bias: fitted on sets that neither
# has seen.
_OF_SIGNS, _OF_NETWORK, _OF_BOTH = 0.545, 0.543, 0.435
SIGNS = tuple(_WEIGHTS)


def answer_likely(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """Quotes the sentence; None where none is likely enough, or no network tells how likely."""
    found = candidates(question, shelf, query, LEAST)
    chance, unit = max(
        ((probability(signs, odds), unit) for unit, signs, odds in found),
        key=lambda weighed: weighed[0],
        default=(0.0, None),
    )
    if unit is None or chance < LEAST:
        return None
    one = piece_of(question, shelf, unit) if question.intent == "value" else unit
    return quote_unit(question, one if re.search(r"\d", one.text) else unit)


def probability(signs: Mapping[str, float], odds: float) -> float:
    """How likely a sentence holds what is asked, from 0 to 1; `odds` are the network's log-odds."""
    own = _BIAS + sum(_WEIGHTS[name] * value for name, value in signs.items())
    return 1 / (1 + math.exp(-(_OF_SIGNS * own + _OF_NETWORK * odds + _OF_BOTH)))


def candidates(
    question: Question, shelf: Shelf, query: str, least: float = 0.0
) -> list[tuple[Unit, Mapping[str, float], float]]:
    """The sentences that come nearest, each with its signs and the network's log-odds.

    None where no odds could lift one to a probability of `least`: the network costs the most.
    """
    if asks_agreement(question) or _asks_of_unheard(question, shelf):
        return []  # one sentence alone cannot tell
    units = find_units(question, shelf, query, least=LEAST_SAID)[:_LOOKED_AT]
    telling = [n for n, unit in enumerate(units) if may_tell(question, shelf, unit)]
    if not telling:
        return []
    asked, best = _signs_of(question, shelf), max(u.score for u in units)
    of_record = {
        record: shelf.library.figures(record_ids=[record])
        for record in {units[n].read.record.id for n in telling}
    }
    figures = {n: of_record[units[n].read.record.id] for n in telling}
    signs = {
        n: {
            **asked,
            **_signs(question, shelf, units[n], figures[n]),
            "less_said": best - units[n].score,
        }
        for n in telling
    }
    signs = {
        n: s
        for n, s in signs.items()
        if s["covered"] >= _LEAST_COVERED
        and not _tells_results_alone(question, units[n], figures[n])
        and row_of_its_time(question, units[n], figures[n])
        and not tells_other_time(question, units[n], figures[n])
        and not tells_other_place(question, units[n], figures[n])
    }
    if all(probability(s, _MOST_ODDS) < least for s in signs.values()):
        return []
    odds = log_odds(question, shelf, query, [units[n] for n in signs])
    return [(units[n], s, o) for (n, s), o in zip(signs.items(), odds, strict=False)]


def _asks_of_unheard(question: Question, shelf: Shelf) -> bool:
    """Whether all that says what is asked for stands in no record: "tỷ lệ ĐTH"."""
    weights = shelf.knowledge().weights
    telling = [w for w in question.form.rest if w not in HOW_MEASURED]
    named = bool(question.form.families) or question.intent not in ("value", "plan_share", "change")
    return not named and bool(telling) and not any(weights.get(w) for w in telling)


_ASKS_CHOSEN = re.compile(r"\b(?:duoc bau|bau|bo nhiem|chi dinh|elected|appointed)\b")


def may_tell(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether nothing rules a sentence out: another place, another time, nobody named."""
    holds = alike.holds_asked(question)
    return (
        not (heads_table(unit) or unit.text.rstrip().endswith(":"))
        and names_whom(question, unit)
        and not (question.intent == "who" and tells_another_post(question.post, unit.text))
        and not (_ASKS_CHOSEN.search(question.folded) and only_relieves(unit.text))
        and counts_resolutions(question, unit.text)
        and counts_targets(question, unit.text)
        and tells_age(question, unit)
        and _of_what_is_meant(question, unit, shelf.knowledge().newest_year)
        and says_names(question, unit)
        and alike.names_cost(question, shelf, unit)
        and alike.tells_of_place(question, unit)
        and _of_its_own(question, shelf, unit)
        and (question.intent not in _MUST_HOLD or holds is None or holds(unit.text))
        and _tells_enough(question, unit.text)
        and (question.intent != "value" or not sets_task(unit))
        and names_its_time(question, unit)
        and has_its_amount(question, unit.text)
        and not on_other_side(question, shelf, unit)
        and _names_known(question, shelf, unit)  # reads the record's figures: last
    )


def _of_its_own(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a record is the place's own that is asked for, or its sentence names the indicator.

    "..., trong đó huyện A 1.100 khách hàng" in a company's paper tells nothing of A's forests.
    """
    own = tells_of_asked(question, parse_place(unit.read.record.place))
    return own or not question.form.families or alike.names_indicator(question, shelf, unit)


def _names_known(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a sentence whose every figure is of a known indicator names the one asked for.

    "Doanh thu du lịch?": no sentence on how many guests came.
    """
    alone = question.intent == "value" and question.form.families and not question.form.rest
    if not alone or question.language == "en":  # an English name may be another indicator's
        return True
    figures = shelf.library.figures(record_ids=[unit.read.record.id])
    told = [Form.of(f.key).families for f in figures if alike.stands_in(f, unit)]
    return not told or not all(told) or alike.names_indicator(question, shelf, unit)


_PLANS = re.compile(
    r"kế hoạch|chỉ tiêu|mục tiêu|dự toán|phấn đấu|yêu cầu|giao|đề ra|đặt ra|nghị quyết|phải"
    r"|dự kiến|kịch bản",
    re.I,
)


def _of_what_is_meant(question: Question, unit: Unit, newest_year: int) -> bool:
    """Whether a sentence tells of plans or of results, as asked.

    What a paper of a year's second half plans is for later, though it does not say so.
    """
    day, mood = unit.read.record.date, unit.statement.setting.mood
    if question.kind in TARGETS and mood == "result" and not _PLANS.search(unit.text):
        return False
    if question.unit in _VOTERS or not is_meant(question, unit):
        return question.unit in _VOTERS
    if mood != "target" or question.kind == "target" or day is None:
        return True
    unasked = question.form.families and not (question.giver or question.meeting)
    if unasked and alike.only_planned(question, unit, newest_year):
        return False
    over = [p for p in question.periods if 0 < p.last <= day.year]
    return not (over and (day.month > _HALF_YEAR or over[0].last < newest_year))


def _tells_results_alone(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a plan is asked for, and a sentence is read as what was reached and names none."""
    told = [f for f in figures if alike.stands_in(f, unit)]
    reached = bool(told) and all(f.kind in RESULTS for f in told)
    asked = question.kind in TARGETS and _PLAN_ASKED.search(question.folded)
    return bool(asked) and reached and not _PLANS.search(unit.text)


_PLAN_ASKED = re.compile(r"\b(?:chi tieu|ke hoach|muc tieu|du toan|targets?|plan)\b")


def _tells_enough(question: Question, text: str) -> bool:
    """Whether a text may hold all of what takes more than one: a list, a course, two places."""
    if question.unit == "tien" and not counts(question, text):
        return False  # "mua giá mấy đồng?": no row of how much was bought
    if alike.COUNTING.search(question.folded) and not find_quantities(text):
        return False
    if question.intent == "list":
        return len(re.findall(r"[,;]| và ", text)) >= _IN_A_LIST
    if question.intent == "trend":
        return len(find_quantities(text)) > 1
    if question.intent == "compare" and len(question.places) > 1:
        return all(p.key in plain_name(text) for p in question.places)
    return True


def _signs_of(question: Question, shelf: Shelf) -> dict[str, float]:
    """What the question alone tells."""
    kinds = (*RESULTS, *TARGETS, *PLAN)
    return {
        "english": float(question.language == "en"),
        "follows": float(bool(question.background)),
        "plan_asked": float(question.kind == "target"),
        "known_indicator": float(bool(question.form.families)),
        "counting": float(alike.COUNTING.search(question.folded) is not None),
        "no_figure": float(not match_figures(question, shelf.knowledge(), kinds)),
    }


def _signs(
    question: Question, shelf: Shelf, unit: Unit, figures: Sequence[Figure]
) -> dict[str, float]:
    """What one sentence tells; `figures` are its record's."""
    holds, text, by_record = alike.holds_asked(question), unit.text, {unit.read.record.id: figures}
    covered, rarest = _said(question, shelf, unit)
    return {
        "holds": float(holds is not None and holds(text)),
        "meant": float(is_meant(question, unit)),
        "of_time": float(of_its_time(question, unit, figures)),
        "of_kind": float(bool(of_asked_kind(question, [unit], by_record))),
        "says_rarest": float(tells_rarest(question, shelf, unit)),
        "read_otherwise": float(not alike.not_read_otherwise(question, shelf, [unit])),
        "asks": float(alike.PUT.search(text) is not None),
        "figures": min(sum(alike.stands_in(f, unit) for f in figures), _FULL) / _FULL,
        "length": min(len(text), _LONG) / _LONG,
        "covered": covered,
        "rarest_unsaid": rarest,
    }


def _said(question: Question, shelf: Shelf, unit: Unit) -> tuple[float, float]:
    """The share of the question's weight in a sentence, its heading and its record's title.

    Beside it the weight of the heaviest word that the sentence itself leaves out.
    """
    knowledge, spelling = shelf.knowledge(), dict(question.spelling)
    record = unit.read.record
    over = f"{said_with_heading(unit)} {record.title} {record.place} {record.source}"
    own = shelf.words(unit.text)
    known = tuple(dict.fromkeys(w for w in question.terms if knowledge.weights.get(w)))
    spelt_otherwise = misspelt_in(question, f"{unit.text} {over}")
    around = own | shelf.words(over)
    share = share_covered(known, (), around, knowledge, spelt_otherwise, spelling)
    weights = (knowledge.weight(w, spelling.get(w, "")) for w in known if w not in own)
    return share, max(weights, default=0.0)
