"""Whether a proposal was agreed to: "đề nghị hạ chỉ tiêu có được thông qua không?"."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.evidence import Unit, enough, find_units
from assistant.knowledge import Shelf
from assistant.question import Question
from assistant.quoting import quote_both, quote_unit
from corpus.document import Span
from corpus.normalize import syllables
from corpus.quantities import find_quantities

_ASKED = re.compile(
    r"\b(?:thong qua|chap thuan|chap nhan|nhat tri|tan thanh|dong y|dong tinh|phe duyet|duyet"
    r"|chiu(?: cho)?|bac(?: bo)?|approved?|accepted|rejected|passed)\b"
)
_PROPOSED = re.compile(
    r"\b(?:de nghi|de xuat|kien nghi|xin|ha|nang|giam|tang|dieu chinh|phuong an|to trinh|de an"
    r"|proposal|request|lower|raise|cut)\b"
)
_DECIDED = re.compile(
    r"(?:thông qua|chấp thuận|chấp nhận|nhất trí|tán thành|đồng ý|đồng tình|quá bán|phê duyệt)"
    r"(?!\w)|bác (?:bỏ|đề nghị)|gác lại|phiếu (?:thuận|chống)|giơ tay",
    re.I,
)
# Words that any decision is asked with: they tell none from another.
_OF_ANY = frozenset(
    syllables(
        "thông qua chấp thuận nhận nhất trí tán thành đồng ý tình phê duyệt chịu bác bỏ"
        " đề nghị xuất kiến xin biểu quyết"
    )
)


def asks_outcome(question: Question) -> bool:
    """Whether it is asked if a proposal was agreed to."""
    said = question.folded
    return question.intent == "yes_no" and bool(_ASKED.search(said) and _PROPOSED.search(said))


def answer_outcome(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that tells what was decided, with the one right behind it where that says so."""
    words = tuple(t for t in question.terms if t not in _OF_ANY) or question.terms
    units = find_units(question, shelf, query, terms=words)
    for unit in (u for u in units if enough(u)):
        if _DECIDED.search(unit.text) is None:
            continue
        behind = _decided_behind(unit)
        return quote_both(question, unit, behind) if behind else quote_unit(question, unit)
    return None


def _decided_behind(unit: Unit) -> Span | None:
    """The short sentence behind a count of votes that says what they came to: "Không thông qua"."""
    block = unit.statement.block
    own = (s.sentence for s in unit.read.statements if s.block == block)
    after = next((s for s in own if s.start >= unit.span.end), None)
    if after is None or after.end - after.start > _SHORT:
        return None
    return after if _DECIDED.search(unit.read.document.quote(after)) else None


_SHORT = 80  # characters


def counts_votes(confidence: bool, text: str) -> bool:
    """Whether a text counts something; of votes of `confidence` no election does."""
    return bool(find_quantities(text)) and (not confidence or "tín nhiệm" in text.lower())
