"""Papers that answer voters: what was asked stands in the paragraph above its answer."""

from __future__ import annotations

import re

from corpus.document import Document, Span
from corpus.outline import Statement
from corpus.segment import sentences

_ANSWERS = re.compile(
    r"\W*(?:(?:\S+ ){0,6})?(?:trả lời|giải trình|tiếp thu|đáp)(?: (?:của )?[^.:;]{2,60})?:\s", re.I
)
_PUT = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*|[a-zđ]\)\s*|câu \d+\W*)?"
    r"(?:(?:các |một số )?(?:cử tri|đại biểu|ông|bà|hộ)\b|hỏi\b|đề nghị|kiến nghị|phản ánh"
    r"|ý kiến|câu hỏi|nội dung)|.*\?\s*$",
    re.I | re.S,
)


def with_its_answer(document: Document, statement: Statement) -> Span | None:
    """A question or petition together with the sentence that answers it, from either of them.

    "2. Cử tri thôn A: đề nghị dời bãi rác.", "Trả lời: Thống nhất dời về khu B."; None for others.
    """
    sentence, block = statement.sentence, document.blocks[statement.block]
    if _ANSWERS.match(document.text, sentence.start, sentence.end):
        if document.text[block.start : sentence.start].strip():
            return Span(block.start, sentence.end)
        above = _paragraph(document, statement.block - 1)
        put = above is not None and _PUT.match(document.quote(above))
        return Span(above.start, sentence.end) if above and put else None
    below = _paragraph(document, statement.block + 1)
    if below is None or not _ANSWERS.match(document.text, below.start, below.end):
        return None
    if not _PUT.match(document.text, block.start, block.end):
        return None
    answer = sentences(document.text, below.start, below.end)[0]
    return Span(sentence.start, answer.end)


def _paragraph(document: Document, index: int) -> Span | None:
    """A block of plain text by its number; None for headings, rows and beyond the ends."""
    if not 0 <= index < len(document.blocks):
        return None
    block = document.blocks[index]
    return None if block.kind in ("heading", "row") else Span(block.start, block.end)
