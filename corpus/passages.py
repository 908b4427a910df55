"""Cuts a record into passages: the units that are searched.

A passage is a sentence; a long sentence (an enumeration) is cut at its semicolons and its
clauses are packed up to `LIMIT` characters; a table row is a passage with its column heads as
context.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document, Span
from corpus.figure_context import period_of
from corpus.metadata import Metadata
from corpus.outline import Statement
from corpus.record import Passage
from corpus.setting import Setting
from corpus.table_layout import column_head, tables

# Longest packed passage in characters. Chosen on invented records: below 250 proofs that span
# two clauses fall apart, above 400 the ranking blurs. Rerun benchmarks/evidence.py before a change.
LIMIT = 300


def cut_passages(
    document: Document, statements: list[Statement], metadata: Metadata | None = None
) -> tuple[Passage, ...]:
    """All passages in reading order, with the context that they inherit."""
    heads = _table_heads(document)
    passages: list[Passage] = []
    for group in _packed(statements, document):
        first, last = group[0], group[-1]
        block = document.blocks[first.block]
        context = [*first.section, *first.setting.sources[-2:]]
        if first.opener:
            context.append(first.opener)
        context += heads.get(first.block, ())
        span = Span(first.span.start, last.span.end)
        unique = tuple(dict.fromkeys(c for c in context if not _overlaps(c, span)))
        passages.append(
            Passage(
                record_id="",
                ordinal=len(passages),
                start=span.start,
                end=span.end,
                context=unique,
                section=tuple(document.quote(s) for s in first.section),
                about=_about(first.setting, metadata),
                page=block.page,
            )
        )
    return tuple(passages)


_MOODS = {"target": "mục tiêu, chỉ tiêu, kế hoạch", "result": "kết quả thực hiện", "": ""}


def _about(setting: Setting, metadata: Metadata | None) -> str:
    """ "năm 2024 mục tiêu, chỉ tiêu, kế hoạch": what parts a passage from its like."""
    period = period_of(setting, "target" if setting.mood == "target" else "result", metadata)
    years = "" if period is None else " ".join(str(y) for y in sorted({period.first, period.last}))
    return " ".join(p for p in (f"năm {years}" if years else "", _MOODS[setting.mood]) if p)


def _overlaps(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _packed(statements: list[Statement], document: Document) -> Iterator[list[Statement]]:
    group: list[Statement] = []
    for statement in statements:
        if group and not _joins(group, statement, document):
            yield group
            group = []
        group.append(statement)
    if group:
        yield group


def _joins(group: list[Statement], statement: Statement, document: Document) -> bool:
    first = group[0]
    if statement.block != first.block or document.blocks[first.block].kind != "paragraph":
        return False
    length = statement.span.end - first.span.start
    if statement.sentence == group[-1].sentence:
        return length <= LIMIT
    return length <= LIMIT // 2  # very short sentences only


def _table_heads(document: Document) -> dict[int, tuple[Span, ...]]:
    """For each table row's block its column heads."""
    index = {(b.start, b.end): i for i, b in enumerate(document.blocks)}
    found: dict[int, tuple[Span, ...]] = {}
    for table in tables(document):
        heads = tuple(
            dict.fromkeys(
                s for column in table.columns for s in column_head(document, table, column)[1]
            )
        )
        for row in table.body:
            found[index[(row.start, row.end)]] = heads
    return found
