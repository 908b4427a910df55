"""A briefing: sentences for a speech, each with the passages that its figures stand in.

`assistant.briefing_draft` words them from records, `collected` takes them from an answer; the
other functions are what a person does with the outline. All are pure. A sentence keeps its
source marks only while each of its numbers is one that was drafted, in the drafted order, and
stands in its citations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal, get_args

from assistant.answer import Answer, Citation
from corpus.document import Span
from corpus.normalize import fold

Part = Literal["results", "limits", "causes", "targets", "tasks"]
PARTS: tuple[Part, ...] = get_args(Part)

NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d")

# What says why, and what went wrong, in folded words.
LIMIT_WORDS = (
    r"(?:khong|chua) (?:dat|hoan thanh)|han che|ton tai|yeu kem|cham (?:so|tien do)|con thap|"
    r"kho khan"
)
CAUSE_WORDS = (
    r"nguyen nhan|chu yeu do|la do|"
    r"\bdo (?:thieu|vuong|anh huong|tran|thoi tiet|gia |mua|cham|tac dong)"
)
LIST_MARK = re.compile(
    r"^(?:[-+*•–]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[a-zđ]\)\s+)+|^trong đó[,:]?\s*", re.I
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a briefing is about; years inclusive, no topics: all."""

    place: str
    first: int
    last: int
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """`drafted` is the text as it was made from its citations, "" where a person wrote it."""

    id: int
    part: Part
    text: str
    drafted: str = ""
    citations: tuple[Citation, ...] = ()
    conflict: bool = False  # records give the same figure with different values


@dataclass(frozen=True, slots=True)
class Briefing:
    """Sentences in the order in which they are spoken, and those that were taken out."""

    choice: Choice | None = None
    sentences: tuple[Sentence, ...] = ()
    dropped: tuple[Sentence, ...] = ()

    def of(self, part: Part) -> tuple[Sentence, ...]:
        return tuple(s for s in self.sentences if s.part == part)


# What stands in a source


def unsourced(sentence: Sentence) -> tuple[Span, ...]:
    """The numbers in the text that no citation bears out: changed, moved or added by hand."""
    found = list(NUMBER.finditer(sentence.text))
    drafted = NUMBER.findall(sentence.drafted)
    cited = {n for c in sentence.citations for n in NUMBER.findall(c.quote)}
    matcher = SequenceMatcher(None, [m[0] for m in found], drafted, autojunk=False)
    kept = {b.a + i for b in matcher.get_matching_blocks() for i in range(b.size)}
    return tuple(
        Span(m.start(), m.end())
        for number, m in enumerate(found)
        # a year may be that of the section or column which the figure stands under
        if number not in kept or not (m[0] in cited or YEAR.fullmatch(m[0]) and sentence.citations)
    )


def is_sourced(sentence: Sentence) -> bool:
    return bool(sentence.citations and sentence.drafted) and not unsourced(sentence)


def sources(briefing: Briefing) -> tuple[Citation, ...]:
    """Each passage once, in order of first use; its place in here is its number."""
    seen: dict[tuple[str, int, int], Citation] = {}
    for part in PARTS:
        for sentence in briefing.of(part):
            for c in sentence.citations if is_sourced(sentence) else ():
                seen.setdefault((c.record_id, c.start, c.end), c)
    return tuple(seen.values())


def verified(briefing: Briefing, text_of: Callable[[str], str | None]) -> Briefing:
    """Without citations that aren't in their record any more; `text_of` a record id."""

    def stands(c: Citation) -> bool:
        text = text_of(c.record_id)
        return text is not None and bool(c.quote) and text[c.start : c.end] == c.quote

    kept = tuple(
        replace(s, citations=tuple(c for c in s.citations if stands(c))) for s in briefing.sentences
    )
    return replace(briefing, sentences=kept)


# What a person does with the outline


def edited(briefing: Briefing, sentence_id: int, text: str) -> Briefing:
    text = " ".join(text.split())
    if not text:
        return dropped(briefing, sentence_id)
    changed = (replace(s, text=text) if s.id == sentence_id else s for s in briefing.sentences)
    return replace(briefing, sentences=tuple(changed))


def dropped(briefing: Briefing, sentence_id: int) -> Briefing:
    """The sentence can be taken back with `restored`."""
    out = tuple(s for s in briefing.sentences if s.id == sentence_id)
    kept = tuple(s for s in briefing.sentences if s.id != sentence_id)
    return replace(briefing, sentences=kept, dropped=(*briefing.dropped, *out))


def restored(briefing: Briefing, sentence_id: int) -> Briefing:
    back = tuple(s for s in briefing.dropped if s.id == sentence_id)
    left = tuple(s for s in briefing.dropped if s.id != sentence_id)
    return replace(briefing, sentences=(*briefing.sentences, *back), dropped=left)


def cleared(briefing: Briefing) -> Briefing:
    """All sentences taken out; each can be taken back."""
    out = (*briefing.dropped, *briefing.sentences)
    return Briefing(dropped=out)


def moved(briefing: Briefing, sentence_id: int, step: Literal[-1, 1]) -> Briefing:
    """One place up or down; from the edge of its part into the next part."""
    moving = next((s for s in briefing.sentences if s.id == sentence_id), None)
    if moving is None:
        return briefing
    parts = {part: list(briefing.of(part)) for part in PARTS}
    here = parts[moving.part]
    at = here.index(moving)
    if 0 <= at + step < len(here):
        here[at], here[at + step] = here[at + step], here[at]
    else:
        number = PARTS.index(moving.part) + step
        if not 0 <= number < len(PARTS):
            return briefing
        here.remove(moving)
        there = parts[PARTS[number]]
        there.insert(0 if step > 0 else len(there), replace(moving, part=PARTS[number]))
    return replace(briefing, sentences=tuple(s for part in PARTS for s in parts[part]))


def written(briefing: Briefing, part: Part, text: str) -> Briefing:
    """A sentence of the person's own: nothing bears out its figures."""
    text = " ".join(text.split())
    return _with(briefing, [Sentence(0, part, text)] if text else [])


def collected(briefing: Briefing, answer: Answer) -> Briefing:
    """The answer's lines as sentences, with the citations that they are marked with."""
    new = []
    for line in answer.text.split("\n"):
        marks = [int(n) for n in re.findall(r"\[(\d{1,2})\]", line)]
        text = LIST_MARK.sub("", re.sub(r"\s*\[\d{1,2}\]", "", line).strip())
        cited = tuple(answer.citations[n - 1] for n in marks if 1 <= n <= len(answer.citations))
        if text:
            new.append(Sentence(0, _part_of_answer(text), text, text, cited))
    return _with(briefing, new)


def redrafted(briefing: Briefing, choice: Choice, sentences: Sequence[Sentence]) -> Briefing:
    """New drafted sentences; what a person wrote, changed or collected stays."""
    own = tuple(s for s in briefing.sentences if s.text != s.drafted or s.id < 0)
    return _with(replace(briefing, choice=choice, sentences=own), sentences)


def _with(briefing: Briefing, new: Sequence[Sentence]) -> Briefing:
    """Appended under new ids; drafted ones count upwards, a person's downwards."""
    used = [abs(s.id) for s in (*briefing.sentences, *briefing.dropped)]
    first = max(used, default=0) + 1
    numbered = (replace(s, id=(first + n) * (1 if s.id else -1)) for n, s in enumerate(new))
    return replace(briefing, sentences=(*briefing.sentences, *numbered))


def _part_of_answer(text: str) -> Part:
    folded = fold(text)
    if re.search(CAUSE_WORDS, folded):
        return "causes"
    if re.search(LIMIT_WORDS, folded):
        return "limits"
    goal = re.search(r"chi tieu|muc tieu|phan dau|target", folded)
    return "targets" if goal and not re.search(r"ket qua|\bdat\b|thuc hien", folded) else "results"
