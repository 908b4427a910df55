"""Tables typed into plain text: drawn with bars, pasted with tabs, or set in columns by blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from corpus.document import TableCell, clean

GAP = re.compile(r"(?<=\S)(?:\t+| {4,})(?=\S)")  # between the columns of a letterhead

_PIPE = re.compile(r"\s*\|\s*")
_BLANKS = re.compile(r"\t+| {2,}")
_RULE = re.compile(r"[\s|+:=_–-]+")  # "----------+------"
_NUMBER = re.compile(r"[<>≤≥+-]?\d[\d.,/]*%?")
_FEWEST = 3  # rows and columns of a table that no bar tells

Split = Callable[[str], list[str]]


def blocks(lines: Sequence[str]) -> Iterator[list[str] | list[TableCell]]:
    """Lines between empty ones: those of a table as its cells, the rest as they stand."""
    for empty, group in groupby(lines, lambda line: not clean(line)):
        if not empty:
            yield from _parted(list(group))


def _parted(block: list[str]) -> Iterator[list[str] | list[TableCell]]:
    rest: list[str] = []
    at = 0
    while at < len(block):
        cells, after = _table_from(block, at)
        if not cells:
            rest.append(block[at])
            at += 1
            continue
        if rest:
            yield rest
        rest, at = [], after
        yield cells
    if rest := [line for line in rest if not ("|" in line and _RULE.fullmatch(line))]:
        yield rest


def _table_from(block: Sequence[str], at: int) -> tuple[list[TableCell], int]:
    """The table that begins at a line, none where none does, and the line behind it.

    At least three lines of the same three or more columns, two where bars divide them; columns
    that only narrow blanks part hold numbers. Rows pasted out of a sheet have a tab between
    cells, so that empty ones are told.
    """
    if _is_rule(block[at]):
        return [], at
    if "|" in block[at]:
        return _run(block, at, lambda line: _PIPE.split(_bare(line)), fewest=2)
    if block[at].count("\t") >= _FEWEST - 1:
        cells, after = _run(block, at, lambda line: line.split("\t"), same=False)
        if cells:
            return cells, after
    cells, after = _run(block, at, lambda line: _BLANKS.split(line.strip()))
    if _holds_numbers(cells):
        return cells, after
    return _run(block, at, lambda line: GAP.split(line.strip()))


def _run(
    block: Sequence[str], at: int, split: Split, *, fewest: int = _FEWEST, same: bool = True
) -> tuple[list[TableCell], int]:
    """The cells of the lines that `split` parts like the one at `at`."""
    width = len(split(block[at]))
    if width < _FEWEST:
        return [], at
    rows: list[list[str]] = []
    while at < len(block):
        if not _is_rule(block[at]):
            texts = split(block[at])
            if same and len(texts) != width and at + 1 < len(block):
                wrapped = _with_rest(texts, split(block[at + 1]), width)
                at += bool(wrapped)
                texts = wrapped or texts
            if len(texts) != width if same else not 2 <= len(texts) <= width:
                break
            rows.append(texts)
        at += 1
    cells = [TableCell(t, row, c) for row, texts in enumerate(rows) for c, t in enumerate(texts)]
    return (cells, at) if len(rows) >= fewest else ([], at)


def _with_rest(texts: list[str], behind: list[str], width: int) -> list[str]:
    """A row whose name goes on in the line below, [] where it does not.

    "2   Diện tích đất tích tụ," over "tập trung   ha   220   190".
    """
    named = 1 <= len(texts) <= 2 and len(texts) + len(behind) - 1 == width
    if not named or _NUMBER.fullmatch(texts[-1]) or _NUMBER.fullmatch(behind[0]):
        return []
    return [*texts[:-1], f"{texts[-1]} {behind[0]}", *behind[1:]]


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None and re.search(r"[-=_–]{3}", line) is not None


def _holds_numbers(cells: Sequence[TableCell]) -> bool:
    rows = {cell.row for cell in cells}
    counted = {c.row for c in cells if c.column and _NUMBER.fullmatch(clean(c.text))}
    return len(counted) + 1 >= len(rows) > 0  # the head holds none


def _bare(line: str) -> str:
    return line.strip().strip("|").strip()
