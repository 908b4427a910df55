"""What a question says beside the indicator: whose plan, which part, at the start or in all."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.disagreement import DISAGREE
from assistant.knowledge import Known, association, speaks_of
from assistant.question import Question
from corpus.indicators import read_form
from corpus.normalize import fold, syllables
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary


def says_part(question: Question, known: Known) -> bool:
    """Whether the question says what tells a part from its whole: "trong đó khiển trách 31"."""
    return all(w in question.folded for w in known.form.rest)


_COUNTER = re.compile(
    r"\b(?:trung tam (?:phuc vu )?(?:hanh chinh cong|hcc)|tt ?pvhcc|pvhcc|(?:bo phan )?mot cua)\b"
)
_COUNTERS_WORDS = frozenset(
    ["trung", "tam", "phuc", "vu", "hanh", "chinh", "cong", "bo", "phan", "mot", "cua", "pvhcc"]
)


def without_writer(question: Question, known: Known) -> Question:
    """A question about the one-stop counter, without its name for what the counter writes."""
    if not _COUNTER.search(question.folded) or "hành chính công" not in known.info.body:
        return question
    rest = tuple(w for w in question.form.rest if w not in _COUNTERS_WORDS)
    return replace(question, form=replace(question.form, rest=rest)) if rest else question


_CAPACITY = re.compile(r"\bcong suat\b(?! su dung)")  # what is in use is a result


def of_capacity(question: Question, known: Known) -> bool:
    """Whether a figure says how much something can take or make, where that is not asked for."""
    told = _CAPACITY.search(fold(known.figure.indicator))
    return told is not None and _CAPACITY.search(question.folded) is None


# "tàu cá từ 15 m trở lên", "dịp lễ 30/4": of which a figure must tell itself
_OF_SIZE = re.compile(r"\b(?:tu|tren|duoi) (\d+) ?(?:m|met|cv)\b")
_OCCASION = re.compile(r"\b(?:dip le|ky nghi le|ngay le|nghi le|dip tet|holidays?)\b")
_OCCASION_TOLD = re.compile(r"\b(?:le|tet)\b")


def of_other_size(question: Question, known: Known) -> bool:
    """Whether a size or an occasion is asked for of which a figure's name says nothing."""
    name = fold(f"{known.figure.indicator} {known.figure.topic}")
    size = _OF_SIZE.search(question.folded)
    if size is not None and not re.search(rf"(?<!\d){size[1]}(?!\d)", name):
        return True
    return _OCCASION.search(question.folded) is not None and not _OCCASION_TOLD.search(name)


# "dư nợ ủy thác qua Hội Phụ nữ", "giao cho Hội Nông dân": not what all of them have
_THROUGH = re.compile(
    r"\b(?:giao(?: cho)?|uy thac(?: cho| qua)?|thong qua|qua) "
    r"(?=(?P<whom>(?:to chuc )?(?:hoi|doan) .{3,30}))"
)


def of_all_associations(question: Question, known: Known) -> bool:
    """Whether a figure names no association, where what went through one is asked for."""
    through = _THROUGH.search(question.folded)
    name = association(through["whom"]) if through else ""
    told = fold(f"{known.figure.indicator} {known.figure.topic} {known.info.body}")
    return bool(name) and not speaks_of(name, told)


def of_giver(question: Question, known: Known) -> float:
    """Of the targets that several levels set, the one whose giver is asked for."""
    figure = known.figure
    if not question.giver or figure.kind not in ("target", "amended_target"):
        return 0.0
    told = fold(figure.giver)
    if re.search(rf"\b{question.giver}\b", told):
        return 0.5
    return -0.5 if _LEVEL.search(told) else 0.0  # another's plan


# "theo Nghị quyết Đại hội, đến năm 2025 phải có": what a term aims at, no year's own plan
_BY_CONGRESS = re.compile(r"\bdai hoi\b|\bcongress\b")


def of_congress(question: Question, known: Known) -> float:
    """How much likelier a target for a term's end is, where a congress's target is asked for."""
    figure = known.figure
    if figure.kind != "target" or not _BY_CONGRESS.search(question.folded):
        return 0.0
    for_term = figure.period is not None and (figure.period.is_term or figure.period.part == "by")
    return 0.4 if for_term or _BY_CONGRESS.search(fold(known.info.title)) else 0.0


_LEVEL = re.compile(r"\b(?:trung uong|tw|tinh|huyen|thi xa|thanh pho|xa|phuong|dac khu|thi tran)\b")


def of_start(question: Question, known: Known) -> float:
    """The state at a year's start is meant only where it is asked for."""
    start = re.search(r"\bdau (?:nam|ky)$", fold(known.figure.indicator))
    return -0.3 if start and not re.search(r"\bdau (?:nam|ky)", question.folded) else 0.0


def given(question: Question) -> set[Decimal]:
    """The amounts that a plain question for another one tells itself."""
    if question.intent != "value":
        return set()
    return {n for q in find_quantities(question.text) if q.unit for n in q.numbers}


# "không kể tiền sử dụng đất": what is left out, in a question and in a name.
_LEAVES_OUT = re.compile(
    r"\b(?:khong (?:ke|tinh|gom|bao gom)|chua (?:ke|tinh)|ngoai tru|loai tru|excluding)\b"
)


def leaves_out_alike(question: Question, known: Known) -> bool:
    """Whether a revenue is told without a part where it is asked so: another amount else."""
    told = _LEAVES_OUT.search(fold(known.figure.indicator))
    if not _LEAVES_OUT.search(question.folded):
        # "tiền sử dụng đất?": not what the revenue is without it
        left = known.figure.indicator[told.end() :].split(",")[0] if told else ""
        without = read_form(left, Vocabulary.load()).families if left else frozenset()
        return not without or not question.form.families <= without
    revenue = question.form.families & {"budget_revenue", "domestic_revenue"}
    return not revenue or told is not None


def of_rate(question: Question, known: Known) -> float:
    """A rate is asked for: "25/42 trường" stands behind the "59,5%" that it makes."""
    value = known.figure.value
    return -0.3 if question.form.rate and value.ratio and not value.unit.startswith("%") else 0.0


# "giải học sinh giỏi cấp tỉnh" and "cấp huyện" are counted apart.
_GRADE = re.compile(r"\bcap (tinh|huyen|xa|truong|thi xa|thanh pho|quoc gia|trung uong|co so)\b")


def of_grade(question: Question, known: Known) -> float:
    """Of what is counted at several levels, the one that is asked for."""
    asked = set(_GRADE.findall(question.folded))
    told = set(_GRADE.findall(fold(known.figure.indicator)))
    return -1.0 if asked and told and not asked & told else 0.0


# "còn bao nhiêu hộ chưa bàn giao": how many did is the opposite.
_NOT_DONE = re.compile(
    r"\b(?:bao nhieu|may|con)\b.{1,60}"
    r"\bchua (?!dat\b|hoan thanh\b|dieu chinh\b|sua\b|co\b)\w+"
    r"|\bchua dat\b.{0,8}\b(?:bao nhieu|may) (?:em|hoc sinh|nguoi|ho|thon|xa|truong)\b"
)
_IN_STATE = re.compile(
    r"\b(?:bao nhieu|may) (?:cong trinh|du an|hang muc|nha|can|tuyen)(?: \w+)? (?:da |duoc )*"
    r"(hoan thanh|khoi cong|thi cong|ban giao|nghiem thu)\b"
)
_LATE = re.compile(r"\b(?:qua|tre) han\b")


def says_what_is_left(question: Question, told: str) -> bool:
    """Whether a text tells what was not done, or was late, where that is asked for."""
    if (state := _IN_STATE.search(question.folded)) and state[1] not in fold(told):
        return False  # "mấy công trình hoàn thành": of those only
    if _NOT_DONE.search(question.folded):
        return re.search(r"\b(?:chua|khong|con)\b", fold(told)) is not None
    late = _LATE.search(question.folded)
    return not late or re.search(r"\b(?:qua han|tre|cham|no)\b", fold(told)) is not None


# Asked for the whole so far, not for what a year added.
_IN_ALL = re.compile(
    r"tat ca|luy ke|tong cong|tong so|cong don|ca thay|hien co|den (?:het|cuoi) nam|den nay"
    # "Đảng bộ có bao nhiêu đảng viên?"
    r"|\bco (?:bao nhieu|may) (?:dang|hoi|doan|thanh|xa) vien"
    r"(?! (?:moi|duoc|ket nap|bi|hoan|xuat)\b)"
    r"|tinh den|\bas of\b|\b(?:does|did|do) .{2,60} have\b"
    r"|toan (?:huyen|xa|thi xa) (?:da )?co|\bin all\b|in total|\baltogether\b"
)


# "Có bao nhiêu doanh nghiệp?", nothing more: all of them, not those of one sort.
_COUNTS_ALL = re.compile(
    r"\bco (?:bao nhieu|may) (\w+ vien(?: \w+){0,2}|\w+(?: \w+)?)"
    r"(?: (?:trong |vao |tren |o )?(?:nam|dia ban|toan) .*)?\W*$"
)
OF_ALL = frozenset(
    syllables("tong so tong cong toan bo hien co hien nay tat ca dang hoat dong sinh hoat quan ly")
)


_MEASURED = ("ha", "km", "tan", "ta", "kg", "lit", "m2", "m3")


def of_one_sort(question: Question, known: Known) -> bool:
    """Whether a figure tells of some ("học sinh đi xe") or a share, where all are counted."""
    counted = _COUNTS_ALL.search(question.folded)
    if counted is not None and counted[1].split()[0] in _MEASURED:
        return False  # "có bao nhiêu ha xoài": "Diện tích xoài"
    if counted is None or not set(question.form.rest) <= set(syllables(counted[1])):
        return False
    name = fold(known.figure.indicator)
    if known.figure.value.unit.startswith("%") or re.search(r"\bmoi\b(?! nhat)", name):
        return True
    more = set(known.form.rest) - set(question.form.rest) - OF_ALL
    return len(more - set(syllables(question.folded))) > 1


_ADDED = {"new_members", "party_members_admitted", "new_enterprises"}
_ASKS_ADDED = re.compile(
    r"ket nap|\btrong (?:duoc|them|may|bao nhieu)|\bmoi\b|\bthem\b|thanh lap|phat trien"
    r"|\bnew\b|admi"
)


def of_all(indicator: str) -> float:
    name = fold(indicator)
    if re.search(r"tong so|luy ke|cong don|hien co", name):
        return 0.4
    return -0.6 if re.search(r"\bthem\b|trong nam|\bmoi$", name) else 0.0


# "trồng mới chè 118 ha": what a year added.
_PLANTED = re.compile(r"\b(?:trong|xay|lap|cap|phat trien) moi\b|\bmoi$|^them\b")


def of_wording(question: Question, known: Known) -> float:
    """Of two names of one indicator, the one that the question uses: "thu trên địa bàn huyện".

    And of "8" and "8/9" the one with its whole, where that is asked for.
    """
    used = question.intent == "value" and fold(known.figure.indicator) in question.folded
    of_whole = len(known.figure.value.numbers) > 1 and _OF_WHOLE.search(question.folded)
    return (0.01 if used else 0.0) + (_WITH_WHOLE if of_whole else 0.0)  # tells two alike apart


_OF_WHOLE = re.compile(
    r"\b(?:bao nhieu|may)\b.*\btren (?:tong(?: so)?|bao nhieu|may)\b|\bout of how\b"
)
_WITH_WHOLE = 0.3


def of_added(question: Question, known: Known) -> float:
    """How far a figure of what a year added lies from a plain question for how much there is."""
    added = question.intent == "value" and _PLANTED.search(fold(known.figure.indicator))
    return -0.4 if added and not _ASKS_ADDED.search(question.folded) else 0.0


# Of a place before it was merged, whose name the new one bears: the older record tells.
_OF_OLD = re.compile(r"(?<!\w)(?:cũ|trước (?:khi )?(?:sáp nhập|hợp nhất|sắp xếp))(?!\w)", re.I)


def asks_old(question: Question) -> bool:
    """Whether a place is meant as it was before a merger."""
    return bool(question.places) and _OF_OLD.search(question.text) is not None


def asks_agreement(question: Question) -> bool:
    """Whether it is asked if records agree: one sentence alone cannot tell."""
    return DISAGREE.search(question.folded) is not None


def asks_all(question: Question) -> bool:
    """Whether the whole so far is asked for."""
    return _IN_ALL.search(question.folded) is not None


_SO_FAR = re.compile(r"\b(?:luy ke|cong don|tong cong den)\b")
_IN_THE_YEAR = re.compile(r"\btrong nam\b|\bthem\b")


def of_year_alone(question: Question, known: Known) -> bool:
    """Whether a figure tells what one year added, where all so far is asked for."""
    asked = _SO_FAR.search(question.folded)
    name = fold(f"{known.figure.indicator} {known.figure.topic}")
    return bool(asked and _IN_THE_YEAR.search(name) and not _SO_FAR.search(name))


def is_added(question: Question, known: Known) -> bool:
    """Whether a figure tells what a year added, where the question does not ask for it."""
    added = known.form.families & _ADDED or _PLANTED.search(fold(known.figure.indicator))
    return bool(added) and not _ASKS_ADDED.search(question.folded)
