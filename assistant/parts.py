"""Cuts a question that asks for several amounts into questions that ask for one each.

"Có mấy doanh nghiệp mới và mấy doanh nghiệp tạm ngừng?" is two questions; so is "hộ nghèo còn
bao nhiêu phần trăm, tương ứng mấy hộ?", whose second part leans on the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.page import unlike_may
from assistant.wording import NEAREST, NOT_FOUND
from corpus.normalize import fold
from corpus.quantities import find_quantities

_ASKS = r"(?:bao nhieu|may|how many|how much)"
# What joins two askings; what stands behind it begins the second one.
_JOINT = re.compile(
    rf"(?:\s*[,;]\s*|\s+(?:va|voi|con|cung|and)\s+)(?:(?:va|con|and)\s+)?"
    rf"(?=(?:\w+\s+){{0,6}}?{_ASKS}\b)"
)


def askings(folded: str) -> int:
    """How many amounts a Vietnamese question asks for."""
    return len(re.findall(r"\b(?:bao nhieu|may)\b", folded))


def parts_of(text: str) -> list[str]:
    """The questions in `text` that each ask for an amount; `[text]` where it asks for one."""
    folded = unlike_may(text, fold(text))
    if len(folded) != len(text) or len(re.findall(rf"\b{_ASKS}\b", folded)) < 2:
        return [text]
    cuts = [
        joint
        for joint in _JOINT.finditer(folded)
        if re.search(rf"\b{_ASKS}\b", folded[: joint.start()])
    ]
    parts, begin = [], 0
    for joint in cuts:
        if re.search(rf"\b{_ASKS}\b", folded[begin : joint.start()]):
            parts.append(text[begin : joint.start()])
            begin = joint.end()
    parts.append(text[begin:])
    return [part.strip() for part in parts]


# Who, what, where, when or why, beside an amount: "giám đốc là ai, còn ai làm chủ tịch?".
_ASKS_ELSE = r"(?:bao nhieu|may|ai|gi|nao|o dau|bao gio|vi sao|tai sao|the nao|ra sao)"
_JOINT_ELSE = re.compile(
    rf"\s*[,;]\s*(?:(?:va|con|the con|the|roi)\s+)?(?=(?:\w+\s+){{0,6}}?{_ASKS_ELSE}\b)"
    rf"|\s+(?:con|the con)\s+(?=(?:\w+\s+){{0,3}}?{_ASKS_ELSE}\b)"
)


def unlike_parts(text: str) -> list[str]:
    """The two questions in `text` that ask for unlike things; [] where it asks one."""
    folded = unlike_may(text, fold(text))
    if len(folded) != len(text):
        return []
    for joint in _JOINT_ELSE.finditer(folded):
        parts = (folded[: joint.start()], folded[joint.end() :])
        if _FOR_CAUSE.match(parts[1]):
            continue  # "giải trình thế nào về ..., do vướng cái gì?": one thing
        if all(re.search(rf"\b{_ASKS_ELSE}\b", part) for part in parts):
            return [text[: joint.start()].strip(), text[joint.end() :].strip()]
    return []


_FOR_CAUSE = re.compile(r"\W*(?:do|boi) ")


def in_part(answer: Answer) -> Answer:
    """An answer that tells only some of the amounts asked for: not found, with what was."""
    nearest = NEAREST[answer.language]
    said = {"vi": f"{NOT_FOUND['vi']} đủ các số được hỏi", "en": f"{NOT_FOUND['en']} all of it"}
    text = f"{said[answer.language]}. {nearest}: {answer.text}"
    return replace(answer, text=text, found=False, suggestions=(), series=())


def said_together(answer: Answer, asked: int) -> Answer | None:
    """The sentence behind an answer, where it tells just as many amounts as are asked for.

    "Tổng số thành viên 132, dự họp 118": how many there are, and how many of them came.
    """
    if len(answer.citations) != 1 or " | " in answer.citations[0].quote:
        return None
    quote = " ".join(answer.citations[0].quote.split()).rstrip(" .;")
    if len(find_quantities(quote)) != asked:
        return None
    return replace(answer, text=f"{quote} [1].", computed=(), series=())


def tells_as_many(answer: Answer, asked: int) -> bool:
    """Whether an answer holds as many amounts as are asked for."""
    return len(find_quantities(answer.text)) >= asked


def tells_more(both: Answer, one: Answer) -> bool:
    """Whether an answer rests on a passage that another one does not touch."""
    return any(
        not any(
            c.record_id == o.record_id and c.start < o.end and o.start < c.end
            for o in one.citations
        )
        for c in both.citations
    )


def together(answers: Sequence[Answer]) -> Answer:
    """One answer that gives several, with their citations numbered on."""
    first = answers[0]
    citations: list[Citation] = []
    texts: list[str] = []
    for answer in answers:
        places = []
        for citation in answer.citations:
            if citation not in citations:
                citations.append(citation)
            places.append(citations.index(citation) + 1)

        def renumbered(mark: re.Match[str], places: list[int] = places) -> str:
            return f"[{places[int(mark[1]) - 1]}]"

        texts.append(re.sub(r"\[(\d+)\]", renumbered, answer.text))
    return replace(
        first,
        text=" ".join(dict.fromkeys(texts)),
        citations=tuple(citations),
        computed=tuple(dict.fromkeys(c for answer in answers for c in answer.computed)),
        suggestions=(),
        series=(),
    )
