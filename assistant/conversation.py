"""Reads a follow-up in the light of the questions before it.

A follow-up inherits exactly what it leaves out (indicator, period, place, kind) and nothing more;
a question that names its own subject and place starts clean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.intents import Intent
from assistant.kinds import Kind
from assistant.posts import post_beside
from assistant.question import Question
from assistant.wording import period_phrase
from corpus.record import Period
from corpus.vocabulary import Vocabulary, is_noise


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question with what it inherited, written out, and a line that says how it was read."""

    question: Question
    standalone: str
    note: str = ""
    before: Resolved | None = None  # what it leans on, where it does


_OPENING = re.compile(
    r"^(?:con|the(?: con)?|vay(?: con| thi)?|the thi|rieng|roi|va|o|nam nay|nam toi|nam sau"
    r"|trong do|cu the|cung (?:nam|ky)|and|what about|how about|then)\b"
)
# Words that ask for another side of the same thing.
_ASPECT: tuple[Intent, ...] = ("why", "who", "when", "where", "task", "vote", "meeting_date")
_TIMES: tuple[Intent, ...] = ("when", "where", "meeting_date", "task")
_AMOUNT = re.compile(r"\bbao nhieu\b|\bmay (?!(?:gio|tuan|thang|nguoi)\b)|\bhow (?:much|many)\b")
_SAME_THING: tuple[Intent, ...] = ("value", "passage", "list", "yes_no")


def resolve(questions: Sequence[Question]) -> Resolved:
    """The last question with everything that it leaves to the ones before it."""
    current = questions[-1]
    if len(questions) == 1:
        return Resolved(current, current.text)
    before = resolve(questions[:-1])
    opened = bool(_OPENING.match(current.folded))
    if _complete(current) and not opened:
        return Resolved(current, current.text)
    merged = _merge(current, before.question, opened)
    if merged == current:
        return Resolved(current, current.text)
    taken = _taken(current, merged)
    note = ""
    if taken:
        note = (
            f"Hiểu tiếp theo câu trước: {taken}."
            if current.language == "vi"
            else f"Read on from before: {taken}."
        )
    leans = not has_subject(current)
    standalone = f"{before.standalone} {current.text}" if leans else _with_scope(current, merged)
    return Resolved(merged, standalone, note, before if leans else None)


_BESIDE = frozenset(["ke", "hoach", "chi", "tieu", "muc"])  # of what is asked, not of which


def has_subject(question: Question) -> bool:
    """Whether a question says itself what it is about."""
    told = [w for w in question.terms if w not in _BESIDE | set(question.unit.split())]
    long = len(told) >= 4 and not _REFERS.search(question.folded)
    named = bool(question.form.families) or bool(question.post) or long
    return named or bool(question.form.rest and _WHOLE.search(question.folded))


# "Công trình ấy tổng mức đầu tư bao nhiêu?": of what was spoken of before
_REFERS = re.compile(
    r"\b(?:cong trinh|du an|de an|viec|chu truong|mo hinh|tuyen duong|nha may|khoan|nguon von"
    r"|chuong trinh|san pham|cong viec|nhiem vu) (?:ay|do|nay)\b"
)
_WHOLE = re.compile(r"\btong so (?!do\b|nay\b|tren\b|la\b)\w")  # "vậy tổng số hội viên?"


def _complete(question: Question) -> bool:
    return (
        has_subject(question)
        and bool(question.places)
        and bool(question.periods or not question.form.families)
    )


def _merge(current: Question, before: Question, opened: bool) -> Question:
    part = current.folded.startswith(("trong do", "bac ")) and bool(current.form.rest)
    aside = not current.form.families and bool(before.form.families)
    aside = aside and _ASIDE.match(current.folded) is not None
    there = bool(_THERE.match(current.folded) and current.form.rest)
    own = (has_subject(current) and not aside) or part or there
    numbered = current.numbered or ("" if current.places else before.numbered)
    merged = replace(current, places=current.places or before.places, numbered=numbered)
    now = re.search(r"\bhien (?:nay|tai|dang)\b|\bbay gio\b|at present|\bnow\b", current.folded)
    if now and not current.periods and before.kind == "target":
        before = replace(before, periods=())  # the plan's year is no "now"
    due = own and current.intent in ("when", "task")  # a task is due when it is
    if current.periods or not (due or (own and current.places and not opened)):
        merged = replace(merged, periods=_periods(current, before))
    if before.status and not current.status and _THOSE.search(current.folded):
        merged = replace(merged, status=before.status)  # "kể tên các chỉ tiêu đó"
    if own:
        merged = _of_that_work(merged, before)
        return _continued(merged, before) if opened else merged
    intent = _intent(current, before)
    kind: Kind = current.kind
    ahead = before.kind == "result" and (
        _NEXT_YEAR.search(current.folded) is not None or _is_later(current.periods, before.periods)
    )
    if not kind and intent in (before.intent, "value") and not ahead:
        kind = before.kind
    if before.intent == "who" and (post := post_beside(current.folded, before.post)):
        return replace(merged, intent="who", post=post)
    said = current.form.rest if _asks_more(before, intent) else _telling(current)
    rest = tuple(dict.fromkeys((*_kept(before, intent), *said)))
    # what a paper sets is reached later, and told in another one
    carried_out = current.kind == "result" and before.kind in ("target", "amended_target")
    return replace(
        merged,
        form=replace(before.form, rest=rest, rate=before.form.rate or current.form.rate),
        background=tuple(dict.fromkeys((*before.terms, *before.background))),
        status=current.status or ("" if carried_out else before.status),
        post=current.post or before.post,
        # another place's paper is another one
        meeting=current.meeting or ("" if current.places or carried_out else before.meeting),
        written=current.written or (0 if _SAYS_YEAR.search(current.folded) else before.written),
        leaning=True,
        unit=current.unit or (before.unit if current.intent == before.intent else ""),
        intent=intent,
        kind="" if intent == "plan_share" else kind,
    )


# "Ở đó có bao nhiêu bác sĩ?" asks something else of the same place.
_THERE = re.compile(
    r"^(?:the )?(?:o|tai|ben|noi) (?:do|day|noi do|ay) (?:hien |dang |con |co )*(?:bao nhieu|may)\b"
)


def _of_that_work(current: Question, before: Question) -> Question:
    """ "Chợ A khởi công ngày nào?", "tổng mức đầu tư bao nhiêu?": of that market."""
    if current.form.families != {"project_cost"} or current.form.rest or before.form.families:
        return current
    return replace(current, form=replace(current.form, rest=_kept(before, current.intent)))


_EVENTS = frozenset(
    ["khoi", "cong", "khanh", "thanh", "hoan", "ban", "giao", "dien", "ra", "to", "chuc", "hop"]
    + ["ky", "hanh", "xong", "thong", "xe"]
)


def _kept(before: Question, intent: Intent) -> tuple[str, ...]:
    """The words of a question that its follow-up still asks about.

    "Chợ A khởi công ngày nào?", "thế tổng vốn bao nhiêu?": no longer of its beginning.
    """
    events = _EVENTS if _asks_more(before, intent) else ()
    return tuple(w for w in before.form.rest if w not in events)


def _asks_more(before: Question, intent: Intent) -> bool:
    return before.intent in _TIMES and intent == "value"


# "sang năm 2025 thì sao?": what is to come is planned, not reached
_NEXT_YEAR = re.compile(r"\bsang nam\b|\bnam (?:toi|sau|ke (?:tiep|do|sau))\b|\bnext year\b")


def _is_later(periods: Sequence[Period], before: Sequence[Period]) -> bool:
    """Whether a follow-up asks of a later year: it may only be planned ("còn năm 2025?")."""
    asked, known = [p.first for p in periods if p.first], [p.last for p in before if p.last]
    return bool(asked) and bool(known) and min(asked) > max(known)


_ASIDE = re.compile(r"(?:con |the |vay )?rieng\b.*\b(?:sao|the nao|bao nhieu|may)\b")


def _telling(current: Question) -> tuple[str, ...]:
    """The words of a follow-up that tell one indicator from another."""
    vocabulary, spelling = Vocabulary.load(), dict(current.spelling)
    rest = current.form.rest
    told = tuple(w for w in rest if not is_noise(w, spelling.get(w, w), vocabulary))
    return told or (rest if len(rest) > 1 else ())  # "giao thông": two that tell by themselves


def _continued(current: Question, before: Question) -> Question:
    """ "Còn thu ngân sách?" asks of another indicator what was asked of the one before."""
    if before.intent == "vote" and current.intent in ("value", "passage"):
        return replace(current, intent="vote")  # "còn việc mua xe?"
    if (
        current.intent == "value"
        and before.status == "amended"
        and _SET_ANEW.search(current.folded)
    ):
        return replace(current, kind="amended_target", explicit_kind=True)
    if current.kind or current.intent != "value":
        return current
    asked = replace(current, kind=before.kind, explicit_kind=before.explicit_kind)
    if (
        before.intent in ("trend", "compare", "plan_share", "change", "fulfilled")
        and current.form.families
        and before.form.families
    ):
        return replace(asked, intent=before.intent)
    return asked


# "Riêng thu ngân sách hạ xuống còn bao nhiêu?", after the targets that were amended
_SET_ANEW = re.compile(
    r"\b(?:ha|nang|giam|tang|dieu chinh|sua)\b.{0,12}\b(?:con|len|xuong|thanh)\b"
)
_THOSE = re.compile(
    r"\bchi tieu (?:do|ay|nay|kia|tren)\b|^(?:la |do la )?(?:nhung |cac )?chi tieu (?:nao|gi)\W*$"
)
_AGAINST_PLAN = re.compile(
    r"\bso (?:voi )?(?:so |muc |chi tieu |du toan |ke hoach )*(?:giao|ke hoach|du toan|chi tieu"
    r"|nghi quyet|muc tieu)\b"
)


def _intent(current: Question, before: Question) -> Intent:
    """A bare "còn năm 2023?" keeps what was asked; another word asks for another side."""
    if current.intent not in _SAME_THING or current.status:
        return current.intent
    if current.intent == "list" and before.form.families == {"indicator_count"}:
        return "list"  # "có mấy chỉ tiêu không đạt?", "cụ thể là những cái nào?"
    if before.intent == "plan_share" and _AGAINST_PLAN.search(current.folded):
        return "plan_share"  # "còn so với số giao đầu năm?"
    if before.intent in _TIMES and current.intent == "value" and _AMOUNT.search(current.folded):
        return "value"
    if before.intent in _ASPECT and not current.kind:
        return before.intent if len(current.terms) == 0 else "passage"
    if current.kind or current.intent == "yes_no":
        if before.intent in ("trend", "compare") and current.kind:
            return before.intent
        return "value" if current.kind else "plan_share" if before.form.families else current.intent
    if before.intent == "plan_share" and current.periods and not current.places:
        return "plan_share"
    return before.intent


def _periods(current: Question, before: Question) -> tuple[Period, ...]:
    if before.periods and before.periods[-1].is_term and _NEXT_TERM.search(current.folded):
        last = before.periods[-1]  # of the term that was asked about
        return (Period(last.last, 2 * last.last - last.first),)
    if before.periods and re.search(
        r"\bnam (?:hoc )?(?:lien )?(?:toi|sau|tiep theo|ke (?:tiep|do|sau)|tiep)\b|sang nam"
        r"|\bsau do (?:mot|1) nam\b|next year",
        current.folded,
    ):
        last = before.periods[-1]
        if last.part == "school":
            return (replace(last, first=last.first + 1, last=last.last + 1),)
        return (Period(last.last + 1, last.last + 1),)
    if (
        before.periods
        and re.search(
            r"\bnam (?:hoc )?(?:lien )?(?:truoc|ngoai)(?: do)?\b|year before"
            r"|\b(?:truoc do|lui(?: lai| ve)?) (?:mot|1) nam\b",
            current.folded,
        )
        and current.intent != "change"
    ):
        first = before.periods[0]
        if first.part == "school":
            return (replace(first, first=first.first - 1, last=first.last - 1),)
        part = first.part if "cung ky" in current.folded else ""
        return (Period(first.first - 1, first.first - 1, part),)
    if before.periods and (same := _SAME_PART.search(current.folded)):
        year = int(same[1])  # "còn cùng kỳ năm 2023?", after the first half of 2022
        return tuple(replace(p, first=year, last=year) for p in before.periods[-1:])
    if before.periods and re.search(r"\bthang (?:sau|tiep|ke tiep)\b|next month", current.folded):
        last = before.periods[-1]
        month = re.fullmatch(r"m(\d+)", last.part)
        if month and int(month[1]) < 12:
            return (replace(last, part=f"m{int(month[1]) + 1}"),)
    if not current.periods and _WHOLE_YEAR.search(current.folded):
        years = tuple(replace(p, part="") for p in before.periods)  # after "9 tháng"
        # a plan told in a part of the year may be the year's
        return (*years, *before.periods) if current.kind == "target" else years
    unsaid = current.periods and not _SAYS_YEAR.search(current.folded)
    if unsaid and before.periods and before.periods[-1].part != "school":  # "6 tháng đầu năm?"
        year = before.periods[-1].last
        return tuple(replace(p, first=year, last=year) for p in current.periods)
    if not current.periods and current.kind == "target" and before.kind != "target":
        years = tuple(replace(p, part="") for p in before.periods if p.part not in ("", "school"))
        return (*years, *before.periods)  # a plan is the whole year's, after "9 tháng"
    return current.periods or before.periods


_SAME_PART = re.compile(r"(?<!so voi )(?<!so )\bcung ky (?:nam |cua )*((?:19|20)\d\d)\b")
_WHOLE_YEAR = re.compile(
    r"\b(?:ca|(?:den |toi )?(?:cuoi|het)) nam\b(?! nao)|full year|whole year|end of the year"
)
_NEXT_TERM = re.compile(r"\b(?:nhiem ky|giai doan) (?:toi|sau|moi|tiep theo|ke tiep)\b")
_SAYS_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d|\d\d\s?-\s?\d\d|\b(?:nam|thang|quy) (?:nay|ngoai|toi|sau|truoc|vua)"
    r"|\bsang nam|nhiem ky|\bhien\b|this|last|next"
)


def on_its_own(current: Question, resolved: Resolved) -> str:
    """A follow-up that names something else, asked for itself: "thế lượt khám bệnh thì sao?".

    With the place and period that it inherited; "" where it says too little to stand alone.
    """
    telling = len(_telling(current)) >= _NAMES
    return _with_scope(current, resolved.question) if telling and resolved.before else ""


# "Còn muối thì sao?", "thế muối được bao nhiêu?"
_AND_THAT = re.compile(
    r"^(?:(?:the|vay) (?:con )?|con )(?!lai\b)\w.*(?:sao|the nao|bao nhieu|may)\b"
)

_OTHER_TIME = re.compile(r"\b(?:nam|quy|thang|ky|vu)\b.{0,20}\b(?:sau|truoc|do|nay|kia|toi)\b")


def of_another(current: Question, resolved: Resolved) -> Resolved | None:
    """Of something else, in no family, what was asked before: "còn muối thì sao?"."""
    names = not current.form.families and resolved.question.form.families and _telling(current)
    if not names or not _AND_THAT.match(current.folded) or _OTHER_TIME.search(current.folded):
        return None
    question = replace(
        resolved.question, form=current.form, terms=current.terms, background=(), leaning=False
    )
    note = resolved.note.replace("cùng chỉ tiêu, ", "").replace("same indicator, ", "")
    return replace(resolved, question=replace(question, unit=current.unit), note=note)


_NAMES = 2  # words from which on a follow-up may name a subject of its own


def _with_scope(current: Question, merged: Question) -> str:
    """The question with the place and period that it inherited."""
    extra = [
        period_phrase(p, current.language)
        for p in merged.periods
        if p not in current.periods and p.first
    ]
    extra += [str(p) for p in merged.places if p not in current.places]
    return " ".join([current.text.rstrip(" ?.!"), *extra]) if extra else current.text


def _taken(current: Question, merged: Question) -> str:
    parts = []
    if not current.form.families and merged.form.families:
        parts.append("cùng chỉ tiêu" if current.language == "vi" else "same indicator")
    if not current.periods and merged.periods:
        parts.append(
            ", ".join(period_phrase(p, current.language) for p in merged.periods if p.first)
        )
    if not current.places and merged.places:
        parts.append(", ".join(str(p) for p in merged.places))
    return ", ".join(p for p in parts if p)
