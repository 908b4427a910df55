"""Says what a record says: a sentence, clause or table row quoted with its citation."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import Unit, find_units, share_covered
from assistant.fitting import RESULTS, TARGETS
from assistant.knowledge import Shelf
from assistant.parts import askings
from assistant.question import Question
from assistant.wording import capitalised
from corpus.days import find_dates
from corpus.document import Span
from corpus.normalize import CAPITAL
from corpus.people import find_people
from corpus.table_columns import is_numeric
from corpus.table_heads import column_kind, head_period
from corpus.table_layout import column_head, table_of

Accept = Callable[[str], bool]


def quote_unit(question: Question, unit: Unit, lead: str = "") -> Answer | None:
    """A unit said as it stands in the record."""
    draft = Draft(question.language)
    record = unit.read.record
    mark = draft.cite(record, unit.span)
    text = capitalised(said(question, unit, draft))
    return draft.finish(f"{lead}{text} {mark}.", found=True) if text else None


def said(question: Question, unit: Unit, draft: Draft) -> str:
    """A unit's words, a table row's with its column heads.

    Nothing of a row whose every number is of another year or kind than asked for.
    """
    if unit.read.is_row(unit.statement):
        return _row_said(question, unit, draft)
    return _ANNOUNCES.sub("", _unmarked(unit.text).rstrip(" .;:"))


# "b) Hồ sơ quá hạn dưới 1%", "- Cả 8 bản": where it stands in its list
_MARK = re.compile(r"\W*(?:[-+*•–]|\d{1,2}[.)/]|\(?[a-zđ]\))\s+(?=[^\W_])")


def _unmarked(text: str) -> str:
    """A text on one line, without the mark of a list's item."""
    flat = " ".join(text.split())
    mark = _MARK.match(flat)
    return flat[mark.end() :] if mark else flat


# "thông qua 9 nghị quyết, trong đó:" announces a list that is not told with it
_ANNOUNCES = re.compile(r",? (?:trong đó|cụ thể(?: như sau)?|như sau|(?:bao )?gồm)$", re.I)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")  # a head may carry them


def _is_asked(question: Question, head: str, value: str) -> bool:
    """Whether a cell may be told: a number of no other year and no other kind than asked for."""
    several = askings(question.folded) > 1 or question.intent == "vote"
    if not is_numeric(value) or list(find_dates(value)) or several:
        return True
    period, kind = head_period(head), column_kind(head)[0]
    if period is not None and period.first and question.periods:
        asked = any(p.first <= period.last and period.first <= p.last for p in question.periods)
        if not asked:
            return False
    others = {"target": RESULTS, "result": TARGETS}.get(question.kind, ())
    return kind is None or kind not in others


def _row_said(question: Question, unit: Unit, draft: Draft) -> str:
    """A table row with its column heads: "Nội dung: ...; Hạn: ..."."""
    document = unit.read.document
    block = document.blocks[unit.statement.block]
    if (table := table_of(document, block)) is None:
        return " ".join(unit.text.split())
    told, left_out = [], False
    for cell in block.cells:
        head, _ = column_head(document, table, cell.column)
        value = document.text[cell.start : cell.end]
        if head.lower() in ("tt", "stt"):
            continue
        if not _is_asked(question, head, value):
            left_out = True
            continue
        if "%" in head and re.fullmatch(r"[\d.,]+", value):
            draft.computed.append(f"{value}%")
            head, value = re.sub(r"\s*\(?%\)?", "", head), f"{value}%"
        plain = head and not re.search(r"\d", _YEARS.sub("", head))
        told.append(f"{head}: {value}" if plain else value)
    row = "; ".join(told)
    return "" if left_out and not any(map(str.isdigit, row)) else row


def day_first(draft: Draft, text: str) -> str:
    """The day in digits before a sentence that spells it out."""
    spelt = next(
        (d for d in find_dates(text) if d.year and "tháng" in text[d.span.start : d.span.end]), None
    )
    if spelt is None:
        return ""
    shown = f"{spelt.day}/{spelt.month}/{spelt.year}"
    draft.computed.append(shown)
    return f"Ngày {shown}. " if draft.language == "vi" else f"{shown}. "


def quote_both(question: Question, unit: Unit, second: Span) -> Answer | None:
    """A unit and the sentence behind it, each with its citation."""
    draft = Draft(question.language)
    said = (
        f"{_flat(unit, span)} {draft.cite(unit.read.record, span)}." for span in (unit.span, second)
    )
    return draft.finish(" ".join(said), found=True)


def _flat(unit: Unit, span: Span) -> str:
    return capitalised(_unmarked(unit.read.document.quote(span)).rstrip(" .;"))


# "kể từ khi đồng chí được chỉ định làm Bí thư": who it is, the sentence before says
_POINTS_BACK = re.compile(
    rf"(?<!\w)(?i:đồng chí|đ/c|ông|bà|cô|thầy|anh|chị)(?: ấy| này)? (?!{CAPITAL}|này|ấy)"
)
_FOLLOWED = re.compile(rf"(?<!\w)thay(?: thế)?(?: cho)? (?:\w+ ){{0,2}}{CAPITAL}.*$", re.S)


def quote_named(question: Question, unit: Unit) -> Answer | None:
    """A unit that tells who it was, with the sentence before where that one names them."""
    told = _FOLLOWED.sub("", unit.text)
    points = _POINTS_BACK.search(told)
    if points and not find_people(told) and (named := _sentence_before(unit)) is not None:
        return quote_both(question, replace(unit, span=named), unit.span)
    return quote_unit(question, unit)


def _sentence_before(unit: Unit) -> Span | None:
    """The sentence before a unit in its paragraph, where it names somebody."""
    block = unit.statement.block
    spans = sorted({s.sentence for s in unit.read.statements if s.block == block})
    before = [s for s in spans if s.end <= unit.span.start]
    return before[-1] if before and find_people(unit.read.document.quote(before[-1])) else None


def quote_with(question: Question, unit: Unit, second: Span) -> Answer | None:
    draft = Draft(question.language)
    record = unit.read.record
    mark = draft.cite(record, second)
    draft.cite(record, unit.span)
    return draft.finish(f"{_flat(unit, second)} {mark}.", found=True)


_PIECES = re.compile(r";\s+|,\s+(?=\d)")
_COMMAS = re.compile(r"[;,]\s+(?!\d)")
_SAYS_ALL = 0.95  # of what the whole sentence says of the question


def piece_of(
    question: Question, shelf: Shelf, unit: Unit, result: re.Pattern[str] | None = None
) -> Unit:
    """The one piece of an enumeration that says all that is asked; else the unit itself.

    "246 người được bố trí, 31 người lên tỉnh, 41 người nghỉ hưu": of those who retired the last.
    Where every part between commas has a `result` of its own, two are enough.
    """
    text, at = unit.text, unit.span.start
    if unit.read.is_row(unit.statement) or askings(question.folded) > 1:
        return unit
    apart = _cut(text, _COMMAS)
    each = result is not None and all(result.search(text, *piece) for piece in apart)
    pieces = apart if each else _cut(text, _PIECES)
    knowledge, spelling = shelf.knowledge(), dict(question.spelling)

    def said(begin: int, end: int) -> float:
        words = shelf.words(text[begin:end])
        return share_covered(question.terms, (), words, knowledge, set(), spelling)

    least = _SAYS_ALL * said(0, len(text))
    telling = [piece for piece in pieces if said(*piece) >= least]
    if len(telling) != 1 or not (each or (len(pieces) >= _MANY and telling[0] != pieces[0])):
        return unit  # the first one names what all of them are of
    begin, end = telling[0]
    return replace(unit, span=Span(at + begin, at + len(text[:end].rstrip())))


_MANY = 3  # pieces


def _cut(text: str, at: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches of a text between the places where a pattern matches."""
    cuts = [(0, 0), *(m.span() for m in at.finditer(text)), (len(text), len(text))]
    return [(a[1], b[0]) for a, b in zip(cuts, cuts[1:], strict=False)]


def narrowed(
    question: Question,
    shelf: Shelf,
    query: str,
    unit: Unit,
    words: tuple[str, ...],
    accept: Accept | None = None,
    least: float = 0.85,
) -> Unit:
    """The one clause of a long sentence that holds what is asked, where one holds nearly all."""
    if len(unit.text) < 140 and ";" not in unit.text:
        return unit
    narrower = find_units(question, shelf, query, accept=accept, clause=True, terms=words)
    inside = [
        u for u in narrower
        if u.read.record.id == unit.read.record.id
        and unit.span.start <= u.span.start and u.span.end <= unit.span.end
    ]  # fmt: skip
    return inside[0] if inside and inside[0].own >= least * unit.own else unit
