"""Finds the figures that answer a question: hard conditions first, then a score.

A figure must fit in indicator, unit, direction, place, period and kind; whatever fails is kept
as a near miss with the conditions that it fails, so that "not found" can show the nearest thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.contrasts import counts_other, names_counted, of_something_else, says_proper
from assistant.figure_words import (
    HOW_MEASURED,
    MEASURES,
    NUMBER_WORDS,
    measure_of,
    record_words,
    words_of,
    written_out,
)
from assistant.fitting import (
    OF_MEETING,
    PLAN,
    RESULTS,
    held_in,
    level_asked,
    level_fits,
    month_fits,
    numbered_fits,
    period_fit,
    place_fits,
    season_fit,
    stands_for,
    state_fit,
    sums_up_years,
    unit_fits,
)
from assistant.knowledge import Knowledge, Known, association, covered, of_members_alone
from assistant.leaning import COVERAGE, leans_rightly, said_share
from assistant.nuances import (
    OF_ALL,
    asks_all,
    asks_old,
    given,
    is_added,
    leaves_out_alike,
    of_added,
    of_all,
    of_all_associations,
    of_capacity,
    of_congress,
    of_giver,
    of_grade,
    of_one_sort,
    of_other_size,
    of_rate,
    of_start,
    of_wording,
    of_year_alone,
    says_part,
    says_what_is_left,
    without_writer,
)
from assistant.question import Question
from corpus.normalize import fold
from corpus.places import plain_name
from corpus.record import FigureKind
from corpus.vocabulary import Vocabulary

# Least share of a figure's own name that a question without a known indicator must say: a long
# name that shares one word with the question tells of something else.
_SAID_LEAST = 0.25
# Least share of the words for what is measured ("chè"), beside those for how ("diện tích").
_OF_WHAT = 0.35
# Least share that the indicator's own name must hold, without what it leans on.
_OWN_COVERAGE = 0.1
_OWN_ALONE, _OWN_NAME = 0.25, 2  # a name that holds less, and more of its own, stands for itself

_NUMBER_WORDS = {word: str(n) for word, n in NUMBER_WORDS.items() if word != "năm"}  # the year
APART = 0.9  # of the score: names that far apart are of two things
_OF_A_LIMIT = 0.2  # "các đơn vị giải ngân dưới 30%" tells of some, not of the whole
_OF_A_MONTH = 0.4  # "6 triệu đồng/tháng" is a wage, where the year's income is asked for
# What a figure of an association's paper loses where the whole place is asked about.
_OF_MEMBERS = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """A figure with its score and the conditions that it fails ("place", "period", ...)."""

    known: Known
    score: float
    fails: tuple[str, ...] = ()


def match_figures(
    question: Question,
    knowledge: Knowledge,
    kinds: Sequence[FigureKind] | None = None,
    *,
    any_period: bool = False,
    any_place: bool = False,
) -> list[Match]:
    """Figures about the question's indicator, best first; `fails` is empty where all fits."""
    found: list[Match] = []
    by_meeting: list[int] = []  # matches that fit by their meeting's year alone
    told_amounts, level, number = given(question), level_asked(question), question.numbered
    for known in _candidates(question, knowledge):
        if told_amounts & set(known.figure.value.numbers) and not known.figure.value.ratio:
            continue  # "kinh phí cho 3 hộ là bao nhiêu?": not "3 hộ"
        quality = indicator_quality(without_writer(question, known), known, knowledge)
        if quality is None:
            continue
        fails: list[str] = []
        score = quality
        whose = (
            place_fits(question, known.place)
            and level_fits(level, known.place)
            and numbered_fits(number, known.figure)
        )
        if not any_place and not (whose or _named_in(question, known)):
            fails.append("place")
        fit = 1.0 if any_period else period_fit(question.periods, known.figure.period)
        told = known.figure.kind in (*RESULTS, "amended_target", "former_target")
        held = told and not question.form.families and held_in(question, known)
        if fit == 0 and held:
            fit = OF_MEETING  # no indicator by name: the meeting's own year will do
            by_meeting.append(len(found))
        fit = fit or season_fit(question, known) or state_fit(question, known)
        if sums_up_years(question, known.figure):
            fit = 0.0
        if fit and not month_fits(question, known):
            fit = 0.0
        if fit == 0:
            fails.append("period")
        score += fit
        if kinds is not None and known.figure.kind not in kinds:
            fails.append("kind")
        if not unit_fits(question, known):
            fails.append("unit")
        if not says_what_is_left(question, known.figure.indicator):
            fails.append("kind")
        of_part = known.place is not None and str(known.place) != known.info.place
        if known.figure.parent is not None and not of_part:  # "trong đó xã A 24 hộ": all of A's
            score -= 0.5 if says_part(question, known) else 1.0
        if known.figure.average != question.average:
            fails += ["average"] if question.average else []
            score -= 0.6
        if question.leaning and not question.form.growth and known.form.growth:
            score -= 0.5  # "... tỷ lệ mấy phần trăm?": the level before the change
        score += of_giver(question, known) + of_start(question, known) + of_added(question, known)
        score += of_congress(question, known)
        score += of_rate(question, known) + of_grade(question, known) + of_wording(question, known)
        if known.figure.kind in RESULTS and known.figure.value.qualifier in ("under", "at_most"):
            score -= _OF_A_LIMIT
        if "/tháng" in known.figure.value.unit and "thang" not in question.folded:
            score -= _OF_A_MONTH
        if of_members_alone(known, question.folded):
            score -= _OF_MEMBERS
        unlike = of_capacity(question, known) or of_other_size(question, known)
        if unlike or of_one_sort(question, known) or of_year_alone(question, known):
            fails.append("kind")
        if of_all_associations(question, known):
            fails.append("place")
        if asks_all(question):
            score += of_all(known.figure.indicator)
            if is_added(question, known):
                fails.append("kind")  # "hiện tổng cộng bao nhiêu thành viên?": not who joined
        found.append(Match(known, score, tuple(fails)))
    by_year = _told_by_year(found[i] for i in by_meeting)
    of_year = [m for i, m in enumerate(found) if i not in by_meeting and "period" not in m.fails]
    keys = {m.known.figure.key for m in of_year}
    best = max((m.score for m in of_year if not m.fails), default=0.0)
    for i in by_meeting:
        known = found[i].known
        dated = known.figure.key in keys or (known.info.id, known.figure.key) in by_year
        if dated or found[i].score < best + OF_MEETING:
            found[i] = replace(found[i], fails=(*found[i].fails, "period"))
    if not any(not m.fails for m in found):
        found = [_of_its_centre(question, m) for m in found]
    if not any(not m.fails for m in found):
        for family in sorted(question.form.families & _NARROWER.keys()):
            for narrower in _NARROWER[family]:
                families = question.form.families - {family} | {narrower}
                form = replace(question.form, families=families)
                closer = replace(question, form=form)
                found += match_figures(
                    closer, knowledge, kinds, any_period=any_period, any_place=any_place
                )
    old = -1 if asks_old(question) else 1
    found.sort(key=lambda m: (len(m.fails), -m.score, -old * _day(m.known, old < 0)))
    return found


def _told_by_year(matches: Iterable[Match]) -> set[tuple[str, str]]:
    """The indicators, by record, that a record gives for several years: each is of its own."""
    years: dict[tuple[str, str], set[int]] = {}
    for known in (m.known for m in matches):
        if known.figure.period is not None:
            told = years.setdefault((known.info.id, known.figure.key), set())
            told.add(known.figure.period.first)
    return {named for named, told in years.items() if len(told) > 1}


def _of_its_centre(question: Question, match: Match) -> Match:
    """A district's health is told by its health centre, where the district itself tells none."""
    centre = match.known.place is not None and match.known.place.is_organisation
    told = centre and any(stands_for(p, match.known.place) for p in question.places)
    return replace(match, fails=()) if told and match.fails == ("place",) else match


# Indicators that a general word stands for where the records have nothing so general.
_NARROWER = {
    "profit": ("profit_after_tax", "profit_before_tax"),
    "budget_revenue": ("domestic_revenue",),
    "social_insurance": ("voluntary_social_insurance",),
}


def _named_in(question: Question, known: Known) -> bool:
    """Whether a figure's own name holds the place asked for: "khách tắm biển A"."""
    name = plain_name(known.figure.indicator)
    return any(re.search(rf"(?<!\w){re.escape(p.key)}(?!\w)", name) for p in question.places)


def _day(known: Known, plans_too: bool) -> int:
    """The record's day: of two equal results the newer record's stands first."""
    if known.figure.kind not in RESULTS and not plans_too:
        return 0
    return known.info.day.toordinal()


def _candidates(question: Question, knowledge: Knowledge) -> Iterable[Known]:
    families = question.form.families
    if families:
        rarest = min(families, key=lambda f: len(knowledge.by_family.get(f, ())))
        return knowledge.by_family.get(rarest, ())
    rest = set(question.form.rest)
    if not rest:
        return ()
    return [
        k
        for k in knowledge.figures
        if not rest.isdisjoint(k.form.rest)
        or not rest.isdisjoint(k.topic.rest)
        or (k.form.families and rest <= words_of(k.figure.indicator))
    ]


def indicator_quality(question: Question, known: Known, knowledge: Knowledge) -> float | None:
    """How well a figure's indicator is the one asked for; None where it is another one."""
    asked, form = question.form, known.form
    leaning = bool(asked.families) and not asked.families <= form.families
    if leaning and not leans_rightly(question, known, knowledge):
        return None
    if (
        not asked.families
        and form.families
        and not set(asked.rest) <= {*form.rest, *words_of(known.figure.indicator)}
    ):
        return None
    if not _direction_fits(question, known) or not leaves_out_alike(question, known):
        return None
    figure = known.figure
    spelling = dict(question.spelling)
    printed = words_of(f"{figure.indicator} {figure.value.unit}")
    named = printed.union(form.rest, written_out(form, printed, spelling))
    measured = measure_of(figure.value.unit)
    if question.intent != "value" and (
        figure.kind in PLAN or figure.kind == "change"
    ):  # a share is of whatever is measured
        measured = " ".join(name for _, name in MEASURES)
    named |= words_of(measured)
    measure_alone = HOW_MEASURED.issuperset(form.rest) and form.rest and not form.families
    if measure_alone:
        named |= words_of(figure.topic)  # "Diện tích" in a table of the forests under contract
    of_record = record_words(f"{known.info.title} {known.info.body}")  # "của Ngân hàng ..."
    of_record |= set(association(known.info.body).split())  # "Đoàn TNCS" is "đoàn thanh niên"
    named |= {digit for word, digit in _NUMBER_WORDS.items() if word in named}  # "hai mũi"
    own = named.union(words_of(figure.topic), known.topic.rest) | of_record
    # who is asked about, beside an indicator: "hội phụ nữ ... BHXH tự nguyện"
    openings = knowledge.openings if asked.families else {}
    by_itself, own = own, own | openings.get(known.info.id, frozenset())
    season = "vu" in asked.rest and spelling.get("vu", "vụ") == "vụ"
    if season and "vu" not in named | words_of(figure.topic):
        return None  # "vụ chè thu hái được mấy tấn?": not the year's
    by_name = covered(asked.rest, named, knowledge, spelling)
    if not asked.families and by_name < _OWN_COVERAGE:
        return None
    if covered(asked.rest, own, knowledge, spelling) < COVERAGE:
        return None
    telling = [w for w in asked.rest if w not in HOW_MEASURED]
    if not asked.families and telling and covered(telling, own, knowledge, spelling) < _OF_WHAT:
        return None  # "diện tích chè" where the record tells that of anise
    if covered(_of_followup(question), by_itself, knowledge, spelling) < COVERAGE:
        return None  # "còn sởi thì sao?": not the disease asked about before
    if not asked.families and not says_proper(question, known, own, knowledge):
        return None  # "điểm môn Toán" where all that is told is the mean of all subjects
    if not asked.families and len(asked.rest) == 1:
        # "bao nhiêu lượt khám": "Tổng lượt khám bệnh"
        counted = {*question.unit.split(), *HOW_MEASURED}
        # "mấy tấn miến?": "Miến thành phẩm"
        most = 3 if question.unit and form.rest[:1] == asked.rest else 2
        if form.families or len([w for w in form.rest if w not in counted]) > most:
            return None
    if not asked.families and not names_counted(question, named if figure.value.unit else own):
        return None  # "hiến bao nhiêu đơn vị máu" is not answered by loans to the young
    if not (asked.families or measure_alone or _WHEN.issuperset(form.rest)) and asked.rest:
        own_name = {*form.rest, *words_of(figure.indicator)}
        counted = {*HOW_MEASURED, *OF_ALL, *question.unit.split()}
        of_what = [w for w in telling if w not in counted] if set(form.rest) - counted else telling
        if own_name.isdisjoint(of_what or asked.rest):
            return None  # "Hồ tiêu còn 2.310 ha" behind a sentence on the durian asked for
    if not asked.families:
        leant_on = [w for w in known.topic.rest if w in asked.rest and w not in form.rest]
        if said_share(question, (*form.rest, *leant_on), knowledge) < _SAID_LEAST:
            return None
    strange = [w for w in form.rest if w not in asked.rest and not w.isdigit()]
    if not asked.families and by_name < _OWN_ALONE and len(strange) > _OWN_NAME:
        return None  # "sửa nhà vệ sinh học sinh" behind a sentence on new "phòng học"
    if not asked.families and counts_other(question, known, named):
        return None  # "10,5 bác sĩ và 32 giường bệnh trên một vạn dân"
    if of_something_else(question, figure):
        return None
    extra = len(form.families - asked.families)
    if asks_all(question) and of_all(figure.indicator) > 0:
        extra = 0  # "có bao nhiêu đảng viên?": "Tổng số đảng viên"
    said = words_of(question.folded)
    aside = words_of(" ".join(re.findall(r"\(.*?\)", figure.indicator)))
    surplus = sum(
        0.04 if w in aside else 0.15
        for w in form.rest
        if w not in asked.rest and w not in said and w not in _POINTS_BACK
    )
    # "thu ngân sách địa phương": what a name says more, and the question as well
    more = [w for w in form.rest if w not in asked.rest and w in said]
    surplus -= min(0.1, 0.05 * len(more)) if asked.families else 0.0
    if _is_mean(figure.indicator) and not _is_mean(question.folded):
        labels = Vocabulary.load().labels
        surplus += 0.0 if any(_is_mean(labels.get(f, "")) for f in form.families) else 0.6
    elif _is_mean(question.folded) and not _is_mean(figure.indicator):
        labels = Vocabulary.load().labels
        surplus += 0.0 if any(_is_mean(labels.get(f, "")) for f in form.families) else 0.3
    # what only the record's title says is said of everything in it, and counts for nothing here
    topical = covered(asked.rest, named | words_of(figure.topic), knowledge, spelling)
    leant = 0.25 * (topical - by_name) + (0.3 if leaning else 0.0)
    return 3.0 + topical - leant - 0.8 * extra - min(1.5, surplus)


def _of_followup(question: Question) -> list[str]:
    """What a follow-up itself says of the indicator."""
    said = question.terms if question.background else ()
    return [w for w in said if w in question.form.rest and w not in HOW_MEASURED]


_POINTS_BACK = frozenset(["nguon", "nay", "do", "tren"])  # "từ nguồn này làm mới 41 nhà"
# "kết thúc vụ đạt 3.610 tấn": when, not what.
_WHEN = frozenset(["ket", "thuc", "vu", "mua", "dot", "dau", "cuoi"])


def _is_mean(name: str) -> bool:
    return bool(re.search(r"binh quan|trung binh", fold(name)))


def _direction_fits(question: Question, known: Known) -> bool:
    asked, form, kind = question.form.growth, known.form.growth, known.figure.kind
    if kind == "change":
        return question.intent == "change" or (asked != 0 and known.figure.growth == asked)
    if question.intent == "change":
        return True
    if question.leaning and asked == 0 and form != 0:
        return fold(known.figure.value.unit).startswith("%")  # "còn năm 2024?" after a percentage
    return asked == form
