"""What a sentence must hold to answer a question: a number of its unit, its kind, its time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.amount_beside import counted_in_words, has_its_amount
from assistant.contrasts import has_sides, in_contrast
from assistant.evidence import Unit, tells_names, tells_own
from assistant.figure_words import measure_of
from assistant.fitting import BIRTH, PERCENT, TARGETS, tells_of_asked
from assistant.knowledge import Shelf, parse_place
from assistant.nuances import says_what_is_left
from assistant.question import Question
from assistant.quoting import Accept
from assistant.sentence_times import of_its_time, tells_other_time, told_in
from corpus.indicators import Form
from corpus.normalize import CAPITAL, TOKEN, canonical_tones, fold, syllables
from corpus.people import names_someone
from corpus.places import LEVEL_RANK, plain_name
from corpus.quantities import find_quantities
from corpus.record import Figure, Quantity
from corpus.table_layout import column_head, table_of


def fits(question: Question, shelf: Shelf, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a sentence tells of what is asked; `figures` are its record's, where years count."""
    return (
        is_meant(question, unit)
        and tells_age(question, unit)
        and holds_numbers(question, unit)
        and of_kind(question, unit)
        and tells_own(question, shelf, unit)
        and not on_other_side(question, shelf, unit)
        and tells_loss(question, unit)
        and says_what_is_left(question, unit.text)
        and tells_measure(question, unit)
        and tells_level(question, unit)
        and tells_pay(question, unit)
        and names_whom(question, unit)
        and tells_names(question, unit.text)
        and (question.intent != "value" or says_names(question, unit))
        and of_its_time(question, unit, figures)
        and not tells_other_time(question, unit, figures)
        and not tells_other_place(question, unit, figures)
        and has_its_amount(question, unit.text)
        and (question.intent != "value" or holds_measured(question, shelf, unit))
    )


def tells_other_place(question: Question, unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether all that a sentence is read to say of the indicator is of another place.

    "Tỷ lệ hộ nghèo còn 32,47%; ...; xã A đạt chuẩn nông thôn mới" tells nothing of the poor in A.
    """
    families = question.form.families
    if not families or len(question.places) != 1 or question.intent not in _OF_ONE_PLACE:
        return False
    own = [f for f in told_in(unit, figures) if families & Form.of(f.key).families]
    told = [place for f in own if (place := parse_place(f.place)) is not None]
    rank = LEVEL_RANK.get(question.places[0].level, 0)
    if any(LEVEL_RANK.get(place.level, len(LEVEL_RANK)) > rank for place in told):
        return False  # of a part of the place that is asked for, or of an office in it
    return bool(told) and not any(tells_of_asked(question, place) for place in told)


_OF_ONE_PLACE = ("value", "plan_share", "change")


def tells_rarest(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a sentence, or what stands over it, holds the rarest word asked that is on record.

    "Nợ khoanh" is not answered by another debt: where a record says "khoanh", it is meant.
    """
    knowledge, spelling = shelf.knowledge(), dict(question.spelling)
    known = [w for w in question.terms if knowledge.weights.get(w) and not w.isdigit()]
    if not known or unit.near:
        return True
    rarest = max(known, key=lambda word: knowledge.weight(word, spelling.get(word, "")))
    said, typed = said_with_heading(unit), spelling.get(rarest, "")
    if rarest not in syllables(said):
        return rarest in shelf.respelled(said)
    # "mổ" is no "mở"
    return not typed or said.isascii() or typed in TOKEN.findall(canonical_tones(said))


def said_with_heading(unit: Unit) -> str:
    """A unit's sentence, with the heading and the opening line that stand over it."""
    return f"{unit.read.document.quote(unit.statement.sentence)} {heading_over(unit)}"


def heading_over(unit: Unit) -> str:
    """The heading and the opening line that stand over a unit's sentence."""
    over = [*unit.statement.section[-1:]]
    over += [unit.statement.opener] if unit.statement.opener else []
    return " ".join(unit.read.document.quote(s) for s in over)


_NAMES = re.compile(rf"(?<=\w )(?:{CAPITAL}[a-zà-ỹ'’]+)(?: {CAPITAL}[a-zà-ỹ'’]+)+")


def says_names(question: Question, unit: Unit) -> bool:
    """Whether a sentence, its heading or its record bears the proper names that are asked for."""
    if question.language == "en":
        return True  # "Farmers' Union" stands in no record so
    record = unit.read.record
    said = f"{said_with_heading(unit)} {record.title} {record.place} {record.body} {record.source}"
    told = plain_name(said)
    return all(plain_name(name) in told for name in _NAMES.findall(question.text))


def on_other_side(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a unit, or what stands over it, tells of the other side of what is asked."""
    above = unit.read.above(unit.statement) if has_sides(question) else ()
    return in_contrast(question, shelf.vocabulary, said_with_heading(unit), *above)


def of_asked_kind(
    question: Question, units: Sequence[Unit], figures: Mapping[str, Sequence[Figure]]
) -> list[Unit]:
    """The units that may tell of a plan or a result, as asked: no plan was reached, no result lies
    ahead. `figures` by record.
    """
    if question.kind == "result":
        told = [u for u in units if not lies_ahead(u)]
        if re.search(r"\bthuc te\b", question.folded):  # what it came to, not what was planned
            told = [u for u in told if u.statement.setting.mood != "target"]
        return told
    if question.kind != "target":
        return list(units)
    return [
        u
        for u in units
        if u.statement.setting.mood != "result"
        and not _only_reached(u, figures.get(u.read.record.id, ()))
    ]


def lies_ahead(unit: Unit) -> bool:
    """Whether a unit is of a year that its record looks forward to: no result can be."""
    period, day = unit.statement.setting.period, unit.read.record.date
    return period is not None and day is not None and period.first > day.year


def _only_reached(unit: Unit, figures: Sequence[Figure]) -> bool:
    """Whether a row of a table gives results alone."""
    row = unit.read.is_row(unit.statement)
    own = told_in(unit, figures)
    return row and bool(own) and not any(f.kind in TARGETS for f in own)


_MOVES = re.compile(
    r"(?<!\w)(?:tăng|giảm|(?:cao|thấp|nhiều|ít) hơn|hơn|kém|hụt|thêm|bớt|sụt)(?!\w)", re.I
)


# "giảm tỷ lệ thấp còi xuống 21,5%": where to, not by how much
_LEVEL_REACHED = re.compile(
    r"(?<!\w)(?:tăng|giảm)(?!\w)(?:(?! từ )[^,;.\d]){0,60}?(?<!\w)(?:xuống|lên|còn)"
    r"(?:\s(?:còn|dưới|trên|khoảng|tới|đến|mức))*\s\d",
    re.I,
)


def tells_change(accept: Accept | None, text: str) -> bool:
    moved = _MOVES.search(_LEVEL_REACHED.sub(" ", text)) is not None
    return moved and (accept is None or accept(text))


_OF_AGE = re.compile(rf"{BIRTH}|\bbao nhieu tuoi\b")
_ASKS_WHO = re.compile(r"\b(?:ai|who|whom)\b")


def tells_age(question: Question, unit: Unit) -> bool:
    """Whether a sentence says when somebody was born where that is asked."""
    return not _OF_AGE.search(question.folded) or "sinh" in unit.text.lower()


def names_whom(question: Question, unit: Unit) -> bool:
    """Whether a sentence names somebody where it is asked who; a task may be an office's."""
    asked = question.intent != "task" and _ASKS_WHO.search(question.folded)
    return not asked or names_someone(unit.text)


def holds_numbers(question: Question, unit: Unit) -> bool:
    """Whether a sentence holds the numbers that a question names: "tàu cá từ 15m trở lên"."""
    asked = {n for term in question.terms for n in re.findall(r"\d+", term)}
    return asked <= set(re.findall(r"\d+", unit.read.document.quote(unit.statement.sentence)))


_KIND_ASKED = re.compile(r"\b(?:bao nhieu|may) (\w+(?: \w+){2,5})")
_KIND_LEAST = 0.5  # of the words that say what kind


def of_kind(question: Question, unit: Unit) -> bool:
    """Whether a sentence says which kind is counted: "bao nhiêu dự án công nghệ cao"."""
    said = _KIND_ASKED.search(question.folded) if question.unit else None
    words, noun = syllables(said[1]) if said else [], question.unit.split()
    if words[: len(noun)] != noun:
        return True
    kind = [w for w in words[len(noun) :] if w in question.terms]
    told = set(syllables(unit.read.document.quote(unit.statement.sentence)))
    return len(kind) < 2 or sum(w in told for w in kind) >= _KIND_LEAST * len(kind)


def is_meant(question: Question, unit: Unit) -> bool:
    """Whether a sentence tells of plans where plans are asked for, of results where those are."""
    mood = unit.statement.setting.mood
    if question.intent not in ("value", "plan_share", "change", "yes_no"):
        return True
    if question.kind == "result":
        return mood != "target"
    return not (question.kind and mood == "result")


_LOSSES = frozenset(["mat", "chet", "thieu", "hong", "no"])


def tells_loss(question: Question, unit: Unit) -> bool:
    """Whether a sentence tells of the loss that is asked for: jobs lost are not jobs found."""
    return _LOSSES & set(question.terms) <= set(syllables(unit.text))


_PAY = re.compile(
    r"(?<!san )(?<!so )(?<!chat )(?<!luc )(?<!khoi )(?<!nang )\bluong\b(?! thuc)"
    r"|\b(?:phu cap|thu lao|hoc phi|tien thuong|hoc bong|quy(?= (?!i\b|v\b|\d)\w))\b"
)


def tells_pay(question: Question, unit: Unit) -> bool:
    """Whether a sentence names the pay that is asked for: a cost beside the man is none."""
    spelling = dict(question.spelling)
    asked = _PAY.search(question.folded)
    meant = {"luong": "lương", "quy": "quỹ"}
    if asked is None or spelling.get(asked[0], "") != meant.get(asked[0], ""):
        return True
    said = fold(unit.read.document.quote(unit.statement.sentence))
    return re.search(rf"\b{asked[0]}\b", said) is not None


_MEASURED = re.compile(
    r"\b(?:bao nhieu|may) (?:tan|kg|lit|m3) (?!moi\b|mot\b|cho\b|so\b|tren\b)(\w{2,})|"
    r"\b(?:san luong|dien tich|nang suat|tong dan|so luong|gia) (?:\w+ )??(\w{2,})"
)


_WHAT_LEAST = 0.6  # of the words that say the output of what; English leaves some over


def holds_measured(question: Question, shelf: Shelf, unit: Unit) -> bool:
    """Whether a sentence or its heading names, as spelt, what a measure is asked of.

    "Sản lượng muối" is not answered by the output of something else.
    """
    if question.language == "en" and {"san", "luong"} <= set(question.terms):  # "salt output"
        known = shelf.knowledge().weights
        what = [w for w in question.terms if w not in ("san", "luong") and w in known]
        said = set(syllables(unit.read.document.quote(unit.statement.sentence)))
        return sum(w in said for w in what) >= _WHAT_LEAST * len(what)
    match = _MEASURED.search(question.folded)
    if match is None or (asked := match[1] or match[2]) not in question.terms:
        return True
    read, spelling = unit.read, dict(question.spelling)
    spans = [unit.span, *unit.statement.section]
    if ";" not in read.document.quote(unit.statement.sentence):  # else of each clause another
        spans.append(unit.statement.sentence)
    spans += [unit.statement.opener] if unit.statement.opener else []
    text = " ".join(read.document.quote(s) for s in spans)
    if asked in spelling:
        return spelling[asked] in TOKEN.findall(canonical_tones(text))
    return asked in syllables(text)


_ASKS_LEVEL = re.compile(r"\bcon (?:lai )?(?:bao nhieu|may)\b")
_LEVEL_TOLD = re.compile(r"(?<!\w)(?:còn|xuống|dưới|về|ở mức|là|chiếm)(?!\w)|:\s*\d", re.I)


def tells_level(question: Question, unit: Unit) -> bool:
    """Whether a sentence tells more than a fall where it is asked what is left: "giảm 4%"."""
    if not _ASKS_LEVEL.search(question.folded) or not re.search(r"(?<!\w)giảm", unit.text, re.I):
        return True
    return _LEVEL_TOLD.search(unit.text) is not None


_MEASURE_WORDS = ("sản lượng", "diện tích", "năng suất")


def tells_measure(question: Question, unit: Unit) -> bool:
    """Whether a sentence measures what is asked: no hectares for "lúa năng suất bao nhiêu"."""
    if question.language == "en":  # "durian output"
        asked = [m for m in _MEASURE_WORDS if set(syllables(m)) <= set(question.terms)]
    else:
        asked = [m for m in _MEASURE_WORDS if m in question.text.lower()]
    if question.intent != "value" or len(asked) != 1:
        return True
    told = {measure_of(q.unit) for q in find_quantities(unit.text)}
    told |= {measure_of(cell) for cell in unit.text.split(" | ")[1:]}  # a row's unit
    return asked[0] in told or asked[0] in said_with_heading(unit).lower()


_MONEY = re.compile(
    r"\btien\b(?! do)|kinh phi|tong (?:muc|von) dau tu|doanh thu|tong von"
    r"|(?<!san )(?<!so )(?<!chat )(?<!luc )(?<!khoi )(?<!^)(?<!\w)luong\b(?! thuc)"
    r"|^luong\b(?! thuc)"
)


_WORD_NUMBER = re.compile(
    r"(?<!\w)(?:một(?! (?:số|phần|trong|cách|bộ|vài|lần))|hai|ba|bốn"
    r"|(?<!cuối )(?<!đầu )(?<!giữa )(?<!cả )(?<!trong )(?<!mỗi )(?<!từng )(?<!hằng )(?<!hàng )"
    r"(?<!các )(?<!nhiều )năm(?! (?:nay|trước|qua|ngoái|tới|sau|học))|sáu|bảy|tám|chín|mười)"
    r"\s+[a-zà-ỹ]",
    re.I,
)


def counts(question: Question, text: str) -> bool:
    """Whether a text holds a quantity, of the unit asked for where the question names one."""
    text = _ROW_NUMBER.sub("", text)
    given = set(re.findall(r"\d+(?:[.,]\d+)*", question.text))
    found = find_quantities(text)
    quantities = [
        q for q in found if not set(re.findall(r"\d[\d.,]*", text[q.start : q.end])) & given
    ]
    if found and not quantities:
        return False  # only the number that the question itself names
    if question.unit == "tien" or (not question.unit and _MONEY.search(question.folded)):
        return any(re.search(r"đồng|tỷ|triệu|USD", q.unit) for q in quantities)
    rated = question.unit in ("", "diem", *PERCENT)
    if not rated and quantities and all(q.unit.startswith("%") for q in quantities):
        return False  # "bao nhiêu người?": no rate
    if not quantities:
        return (
            bool(_WORD_NUMBER.search(text))
            and not question.unit
            and counted_in_words(question, text)
        )
    if question.unit in ("%", "phan tram") or (not question.unit and _RATE.search(question.folded)):
        return any(q.unit.startswith("%") or q.ratio for q in quantities)
    if question.unit and question.unit not in ("nguoi", "to"):
        unit = re.compile(rf"(?<!\w){re.escape(question.unit)}(?!\w)")
        if " | " in text:
            # a row gives its unit in another cell; of many numbers which one is meant?
            return len(quantities) <= _IN_A_ROW and unit.search(fold(text)) is not None
        if question.unit in ("ty", "trieu", "nghin", "ha", "tan", "km"):
            return any(unit.search(fold(q.unit)) for q in quantities)
        return any(
            unit.search(fold(f"{q.unit} {_behind(text, q.end)}")) for q in _things(quantities)
        )
    noun = _COUNTED.search(question.folded)
    if noun is None or noun[1] not in question.terms or question.intent == "vote":
        return True
    if " | " in text:
        return True  # what a row counts, its head may say
    word = rf"(?<!\w){re.escape(noun[1])}(?!\w)"
    return any(
        re.search(
            word, fold(f"{text[max(0, q.start - 20) : q.start]} {text[q.start : q.end + 30]}")
        )
        for q in _things(quantities)
    ) or bool(re.search(rf"(?<!\w)(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) {word}", fold(text)))


_RATE = re.compile(r"\bt[yi] (?:le|trong)\b|\b(?:rate|ratio|percentage|proportion|share) of\b")


def _things(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Those that count things: in "tăng 35%, một số bản thiếu nước" a rate counts no hamlets."""
    return [q for q in quantities if not re.match(r"%|.*(?:đồng|USD)", q.unit)]


def _behind(text: str, end: int) -> str:
    """What stands right behind a number, to the end of its clause."""
    return re.split(r"[,;.]\s", text[end : end + _NEAR])[0]


_NEAR = 25  # characters
_IN_A_ROW = 2  # quantities of a table row that can be told as its answer
_ROW_NUMBER = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})*\s*\|")
# What is counted: "mấy quầy".
_COUNTED = re.compile(r"\b(?:bao nhieu|may) (?!(?:met|tan|ty|trieu|dong|phan|diem)\b)(\w{2,})")


_TASK_HEAD = re.compile(
    r"\W*(?:(?:thời )?hạn(?:\s(?:hoàn thành|xong|định))?|thời gian hoàn thành"
    r"|(?:người|đơn vị|cơ quan)[^|]{0,30}(?:phụ trách|chủ trì|thực hiện|chịu trách nhiệm))\W*",
    re.I,
)


def sets_task(unit: Unit) -> bool:
    """Whether a unit is a row that gives somebody a task: it tells no value."""
    if not unit.read.is_row(unit.statement):
        return False
    document = unit.read.document
    table = table_of(document, document.blocks[unit.statement.block])
    heads = (column_head(document, table, c)[0] for c in table.columns) if table else ()
    return any(_TASK_HEAD.fullmatch(head) for head in heads)
