"""Answers about how many targets were met or exceeded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.choosing import assumed
from assistant.draft import Draft
from assistant.fitting import RESULTS, period_fit, place_fits, tells_of_asked
from assistant.knowledge import Known, Shelf, association, of_association_alone, speaks_of
from assistant.matching import Match
from assistant.parts import askings
from assistant.question import Question
from assistant.wording import capitalised, period_phrase

_LONGEST_CLAUSE = 220  # characters of a clause that is quoted for its two numbers


def answer_fulfilled(question: Question, shelf: Shelf) -> Answer | None:
    """How many of the targets were met: "24/27 chỉ tiêu"."""
    counts = shelf.knowledge().by_family.get("indicator_count", ())
    results = [k for k in counts if k.figure.kind in RESULTS]
    several = askings(question.folded) > 1
    if (
        re.search(r"\bvuot\b|exceed", question.folded)
        and not re.search(
            r"dat(?:,| va| hoac| hay) vuot|(?:meet|met|reach\w*) (?:or|and) exceed", question.folded
        )
        and not several
    ):
        exceeded = [
            k
            for k in counts
            if k.figure.kind in (*RESULTS, "plan_excess")
            and "vuot" in k.form.rest
            and not k.figure.value.unit.startswith("%")
        ]
        if (answer := _counted(question, shelf, exceeded)) is not None:
            return answer
    if _UNMET_ASKED.search(question.folded) and not several:
        unmet = [k for k in results if _UNMET.search(k.figure.indicator)]
        return _counted(question, shelf, unmet)  # how many were met tells it not
    fitting: list[tuple[float, Known]] = []
    for known in counts:
        if known.figure.kind != "fulfilled" or not place_fits(question, known.place):
            continue
        fit = period_fit(question.periods, known.figure.period)
        if fit and of_association_alone(known.info, question.folded):
            fit /= 2
        if fit:
            fitting.append((fit, known))
    named = [f for f in fitting if speaks_of(association(f[1].info.body), question.folded)]
    own = [f for f in named if association(f[1].info.body)]
    fitting = own or fitting  # "Hội Nông dân đạt mấy chỉ tiêu?": its own count
    if not fitting:
        met = [
            k
            for k in results
            if _MET.search(k.figure.indicator) and not _UNMET.search(k.figure.indicator)
        ]
        return None if several else _counted(question, shelf, met)
    if not question.periods:
        last = max(k.info.day for _, k in fitting)
        fitting = [(f, k) for f, k in fitting if k.info.day == last]
    fitting.sort(key=lambda f: (-f[0], not _at_home(f[1])))
    known = fitting[0][1]
    figure = known.figure
    record = shelf.library.record(figure.record_id)
    if record is None:
        return None
    draft = Draft(question.language)
    mark = draft.cite(record, figure.statement)
    value = draft.value(record, figure)
    if "chỉ tiêu" not in value:
        value += " chỉ tiêu"
    whole = f"{figure.value.numbers[-1]}"
    if several or whole not in value:  # "trong 21 chỉ tiêu, 13 chỉ tiêu đạt": both numbers
        said = " ".join(record.document.quote(figure.statement).split()).rstrip(" .;")
        if len(said) <= _LONGEST_CLAUSE and "|" not in said:
            return draft.finish(
                f"{capitalised(said)} {mark}.",
                found=True,
                understood=assumed(question, Match(known, 1.0)),
            )
    period, place = period_phrase(figure.period, question.language), figure.place
    tail = _fulfilled_tail(record.document.text[figure.value.end : figure.statement.end])
    all_met = figure.value.numbers[0] == figure.value.numbers[-1]
    lead = ""
    if re.search(
        r"tat ca|toan bo|co phai|\bhet\b(?! (?:nam|quy|thang|ky|\d))|all ", question.folded
    ):
        lead = (
            ("Đúng: " if all_met else "Không: ")
            if question.language == "vi"
            else ("Yes: " if all_met else "No: ")
        )
    if question.language == "en":
        text = f"{lead}{value} {tail} ({', '.join(p for p in (place, period) if p)}) {mark}."
    else:
        body = f"{period}{f', {place}' if place else ''} có {value} {tail} {mark}."
        text = f"{lead}{body}" if lead else capitalised(body)
    understood = assumed(question, Match(known, 1.0))
    return draft.finish(text, found=True, understood=understood)


def _at_home(known: Known) -> bool:
    """Whether a record tells it of its own place: a newspaper's page links to other news."""
    return known.figure.place == known.info.place


_MET = re.compile(r"\b(?:đạt|hoàn thành|về đích|cán đích)", re.I)
_UNMET_ASKED = re.compile(
    r"(?:bao nhieu|may) chi tieu (?:\w+ ){0,4}?(?:chua|khong) (?:dat|hoan thanh)"
    r"|(?:chua|khong) (?:dat|hoan thanh)(?: duoc)? (?:bao nhieu|may) chi tieu"
    r"|\b(?:hut|truot|rot) (?:bao nhieu|may)"
)
_UNMET = re.compile(r"(?:chưa|không) (?:đạt|hoàn thành)|chưa$|không$|\bhụt|\btrượt", re.I)


def _counted(question: Question, shelf: Shelf, known: Sequence[Known]) -> Answer | None:
    """How many targets were exceeded or missed, where the record counts them."""
    fitting = [
        k
        for k in known
        if tells_of_asked(question, k.place) and period_fit(question.periods, k.figure.period)
    ]
    own = [k for k in fitting if not of_association_alone(k.info, question.folded)]
    of_it = [k for k in own if association(k.info.body)]  # "Hội phụ nữ chưa đạt mấy chỉ tiêu?"
    fitting = of_it or own or fitting
    if not fitting:
        return None
    best = max(fitting, key=lambda k: (_at_home(k), k.info.day))
    record = shelf.library.record(best.figure.record_id)
    if record is None:
        return None
    draft = Draft(question.language)
    mark = draft.cite(record, best.figure.statement)
    period = period_phrase(best.figure.period, question.language)
    value = draft.value(record, best.figure)
    said = "vượt"
    if _UNMET.search(best.figure.indicator):
        said = "chưa đạt"
    elif _MET.search(best.figure.indicator):
        said = "đạt và vượt" if "vượt" in best.figure.indicator else "đạt"
    if question.language == "en":
        scope = ", ".join(p for p in (best.figure.place, period) if p)
        text = f"{value} {said} ({scope}) {mark}."
    else:
        place = f", {best.figure.place}" if best.figure.place else ""
        text = capitalised(f"{period}{place} có {value} {said} {mark}.")
    return draft.finish(text, found=True, understood=assumed(question, Match(best, 1.0)))


def _fulfilled_tail(after: str) -> str:
    match = re.match(r"\s*(?:chỉ tiêu\s*)?([^,;:.(|]{0,90})", after)
    tail = " ".join(match[1].split()) if match else ""
    return tail if tail and not re.search(r"\d", tail) else "đạt và vượt kế hoạch"


_TARGETS_COUNTED = re.compile(r"\d\s*chỉ tiêu|(?:chỉ|mục) tiêu[^;.]{0,40}\d\s?/\s?\d", re.I)


def counts_targets(question: Question, text: str) -> bool:
    """Whether a text counts targets, where it is asked how many were met."""
    asked = question.intent == "fulfilled" and "chi tieu" in question.folded
    return not asked or _TARGETS_COUNTED.search(text) is not None
