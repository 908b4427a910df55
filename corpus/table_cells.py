"""The value that a cell of a table holds."""

from __future__ import annotations

import re

from corpus.document import Cell, Document
from corpus.quantities import find_quantities, parse_number
from corpus.record import Quantity
from corpus.table_columns import is_numeric

# "25 giải, ít nhất 2 giải Nhất"; what has a name of its own is read as prose
_MORE_OF_IT = re.compile(r"\s*[,(;](?!\s*trong đó)", re.I)


def cell_quantity(document: Document, cell: Cell, text: str) -> Quantity | None:
    """The cell's one value; None for a day, for words, and where a list tells several."""
    if not re.search(r"\d", text) or len(text) > 60 or re.search(r"\d\d?[/.]\d\d?[/.]\d{4}", text):
        return None
    if is_numeric(text):
        found = find_quantities(document.text, cell.start, cell.end)
        if found:
            return found[0]
        match = re.search(r"\d[\d.,]*", text)
        if match is None:
            return None
        try:
            number = parse_number(match[0].rstrip(".,"))
        except ArithmeticError:
            return None
        return Quantity(cell.start + match.start(), cell.start + match.end(), (number,), "")
    found = find_quantities(document.text, cell.start, cell.end)
    if not found or found[0].start - cell.start >= 20:
        return None
    alone = len(found) == 1 or _MORE_OF_IT.match(document.text[found[0].end : cell.end])
    return found[0] if alone else None
