"""What a browser kept is read as strictly as any input: wrong types raise TypeError."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from assistant.answer import Citation


def citation_in(item: Mapping[str, object]) -> Citation:
    return Citation(
        text_in(item["record_id"]),
        text_in(item["source"]),
        text_in(item["title"]),
        text_in(item["quote"]),
        whole_in(item["start"]),
        whole_in(item["end"]),
        None if item["page"] is None else whole_in(item["page"]),
    )


def text_in(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def whole_in(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def number_in(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)


def list_in(value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return list(value)


def items_in(value: object) -> list[Mapping[str, object]]:
    items = list_in(value)
    if not all(isinstance(item, dict) for item in items):
        raise TypeError(value)
    return cast(list[Mapping[str, object]], items)
