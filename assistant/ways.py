"""The ways of answering, and in which order a question tries them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.alike import answer_alike, answer_stated
from assistant.answer import Answer
from assistant.attendance import answer_attendance, asks_attendance
from assistant.causes import answer_why
from assistant.changes import answer_change
from assistant.closings import answer_when_met
from assistant.committees import answer_size, asks_size
from assistant.comparisons import answer_compare
from assistant.counted_names import answer_counted_names
from assistant.courses import answer_trend
from assistant.decisions import answer_doer, answer_task, answer_vote, asks_deadline
from assistant.fitting import PERCENT
from assistant.fulfilled import answer_fulfilled
from assistant.intents import Intent
from assistant.knowledge import Shelf
from assistant.lists import answer_list, asks_merger
from assistant.meetings import (
    answer_meeting_number,
    answer_when,
    answer_where,
    fitting_meetings,
)
from assistant.near_last import answer_near
from assistant.nuances import asks_agreement
from assistant.outcomes import answer_outcome, asks_outcome
from assistant.parts import askings
from assistant.passages import answer_passage
from assistant.people import answer_who
from assistant.places_listed import answer_places
from assistant.plans import answer_plan, answer_targets, answer_which, asks_gap
from assistant.plausible import answer_likely
from assistant.question import Question
from assistant.ranks import answer_rank, asks_rank
from assistant.resolutions import answer_how_many_passed, asks_how_many_passed
from assistant.status_lists import answer_status_list
from assistant.values import answer_value

Way = Callable[[Question, str], Answer | None]

_FIGURE_INTENTS = ("value", "plan_share", "change", "trend", "compare", "fulfilled")
# "xã nào", "những bản nào": the name is asked for, not the number.
_WHICH = re.compile(
    r"\b(?:xa|thon|ban|truong|don vi|phuong|dac khu|thi tran|san pham|dia phuong"
    r"|doanh nghiep) nao\b"
    r"|^which\b"
)
# "Đơn vị nào gia hạn thẻ bảo hiểm?": the office that does it
_WHO_DOES = re.compile(
    r"^(?!.*\b(?:nhat|bao nhieu|may|chua|khong)\b)"
    r"(?:don vi|co quan|phong(?: ban)?|ban|nganh|to chuc) nao \w+"
)
# "chi hội nào sinh hoạt chưa đều?": no number can be meant
_NAMES_ONE = re.compile(
    r"^(?!.*\b(?:bao nhieu|may|ty le|phan tram)\b)"
    r".*\b(?!(?:the|khi|luc|muc|ngay|nam|thang|quy|noi|ai|gi|co|dau|khong|chua|hay)\b)\w+ nao\b"
)


def ways_over(shelf: Shelf) -> dict[str, Way]:
    """Each way of answering by its name."""
    return {
        "who": lambda question, query: answer_who(question, shelf, query),
        "doer": lambda question, query: answer_doer(question, shelf, query),
        "meeting_date": lambda question, query: answer_when_met(question, shelf, query),
        "when": lambda question, query: answer_when(question, shelf, query),
        "attendance": lambda question, query: answer_attendance(question, shelf),
        "size": lambda question, query: answer_size(question, shelf),
        "number": lambda question, query: answer_meeting_number(question, shelf),
        "where": lambda question, query: answer_where(question, shelf, query),
        "why": lambda question, query: answer_why(question, shelf, query),
        "outcome": lambda question, query: answer_outcome(question, shelf, query),
        "passed": lambda question, query: answer_how_many_passed(
            question, fitting_meetings(replace(question, terms=()), shelf)
        ),
        "vote": lambda question, query: answer_vote(question, shelf, query),
        "task": lambda question, query: answer_task(question, shelf, query),
        "fulfilled": lambda question, query: answer_fulfilled(question, shelf),
        "trend": lambda question, query: answer_trend(question, shelf),
        "each_year": lambda question, query: answer_trend(replace(question, average=False), shelf),
        "places": lambda question, query: answer_places(question, shelf),
        "compare": lambda question, query: answer_compare(question, shelf),
        "plan_share": lambda question, query: answer_plan(question, shelf),
        "change": lambda question, query: answer_change(question, shelf),
        "value": lambda question, query: answer_value(_reached(question), shelf),
        "status_list": lambda question, query: answer_status_list(question, shelf),
        "which": lambda question, query: answer_which(question, shelf),
        "targets": lambda question, query: answer_targets(question, shelf),
        "list": lambda question, query: answer_list(question, shelf, query),
        "counted_names": lambda question, query: answer_counted_names(question, shelf),
        "rank": lambda question, query: answer_rank(question, shelf, query),
        "passage": lambda question, query: answer_passage(question, shelf, query),
        "alike": lambda question, query: answer_alike(question, shelf, query),
        "stated": lambda question, query: answer_stated(question, shelf, query),
        "near": lambda question, query: answer_near(question, shelf, query),
        "likely": lambda question, query: answer_likely(question, shelf, query),
    }


_NAMES_PLAN = re.compile(
    r"\b(?:ke hoach|chi tieu|muc tieu|du toan|nghi quyet|giao|plan|target)s?\b"
)


def _reached(question: Question) -> Question:
    """Asked whether a plan was met, the plan alone is no answer."""
    compared = question.intent == "plan_share" and not question.kind
    compared = compared and _NAMES_PLAN.search(question.folded) is not None
    return replace(question, kind="result") if compared else question


# Ways of answering by intent, in the order in which they are tried.
_ORDER: dict[Intent, tuple[str, ...]] = {
    "who": ("who",),
    "meeting_date": ("meeting_date",),
    "when": ("when",),
    "where": ("where",),
    "why": ("why",),
    "vote": ("vote", "passage"),
    "task": ("task", "passage"),
    "fulfilled": ("fulfilled", "value"),
    "trend": ("trend", "value"),
    "compare": ("compare",),
    "plan_share": ("plan_share", "value", "passage"),
    "change": ("change", "passage"),
    "list": ("which", "targets", "list", "counted_names"),
    "yes_no": ("value", "passage"),
    "value": ("value", "passage"),
    "passage": ("passage",),
}


# "bốn năm từ 2021 tới 2024, mỗi năm thu bao nhiêu?": each of them, no mean
_EACH_OF_THEM = re.compile(
    r"^(?!.*\b(?:binh quan|trung binh)\b)(?=.*\bmoi nam\b).*"
    r"\b(?:hai|ba|bon|[2-4]) nam\b.*\b(?:19|20)\d\d\b"
)
# "vượt kế hoạch bao nhiêu": what was reached is no answer
_BY_HOW_MUCH = re.compile(
    r"(?<!khong )(?<!duoc )\b(?:vuot|hut|kem|cach|thap hon) (?:\w+ ){0,4}(?:bao nhieu|may)\b"
)
_TARGETS = r"chi tieu|target|indicator"
_TERM = 5  # years: a shorter stretch is one of years, each of which is asked for


def _disburses(question: Question) -> bool:
    return "giai ngan" in " ".join((question.folded, *question.background))


def reads_figures(question: Question) -> bool:
    """Whether the value of a known indicator is asked for: what is read as figures answers."""
    return question.intent in _FIGURE_INTENTS and bool(question.form.families)


def order_of(question: Question) -> tuple[str, ...]:
    """The names of the ways in the order in which they are tried."""
    intent, known = question.intent, bool(question.form.families)
    order = _ORDER[intent]
    if intent == "value" and question.average and any(p.is_term for p in question.periods):
        order = ("value", "each_year", "passage")  # "mỗi năm từ 2021 đến 2024": no mean is told
        if question.kind != "target" and _EACH_OF_THEM.search(question.folded):
            order = ("each_year", "value", "passage")
    targets = "indicator_count" in question.form.families
    if intent == "fulfilled" and not (targets or re.search(_TARGETS, question.folded)):
        order = ("value", "passage")  # "hoàn thành bao nhiêu nội dung trên tổng số?"
    if intent == "value" and question.unit in PERCENT and _disburses(question):
        order = ("value", "plan_share", "passage")  # a table's "Tỷ lệ (%)" is of the plan
    if intent == "yes_no" and "chi tieu" in question.folded:
        counts = question.form.families <= {"indicator_count"}
        order = ("fulfilled", "passage") if counts else order
    if intent == "yes_no" and not known:
        order = ("passage", "value")  # no value says whether it was faster
    if asks_outcome(question):
        order = ("outcome",)
    if intent == "value" and not known and askings(question.folded) > 1:
        order = ("passage", *order)  # two counts in one question: the whole sentence
    if intent in ("value", "list", "passage"):
        order = ("number", *order)
    if intent == "value" and _WHICH.search(question.folded):
        order = ("which", "list") if known else ("list", "passage")
        order = ("doer", *order) if _WHO_DOES.search(question.folded) else order
    elif intent == "value" and not known and _NAMES_ONE.search(question.folded):
        order = ("list", "passage")
    if intent == "task" and asks_deadline(question):
        order = ("task",)  # a sentence without a day is no deadline
    years = [p for p in question.periods if p.is_term and p.last - p.first < _TERM]
    if intent == "trend" and (len(question.periods) > 1 or years):
        order = ("trend",)  # one of several times asked for would answer only a part
    if intent == "plan_share" and (asks_gap(question) or _BY_HOW_MUCH.search(question.folded)):
        order = ("plan_share", "passage")
    if intent == "value" and asks_agreement(question):
        order = ("value", "passage")  # a share of the plan says nothing of another record
    if intent == "change" and question.kind == "target":
        order = ("value", *order)
    if question.status and intent == "list":
        order = ("status_list", *order)
    if asks_attendance(question) and askings(question.folded) <= 1:  # none in English
        order = ("attendance", *order)
    if asks_how_many_passed(question):
        order = ("passed", *order)
    if asks_rank(question):
        order = ("rank",)  # no value says how many are above it
    if asks_size(question):
        order = ("size", *order)
    if asks_merger(question):
        order = ("list", *order)
    return ("places", *order)
