"""Dataclasses to plain JSON values and back, exactly, driven by their type hints.

Fields that hold their default are left out, and missing ones take it, so a field added later
reads old rows. Decimals and dates are strings; spans are `[start, end]`.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: object) -> str:
    """Compact JSON of a dataclass, or of a tuple of them."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """The value of type `kind` that `encode` wrote; `kind` may be `tuple[Passage, ...]`."""
    found: T = _decoder(cast(Any, kind))(json.loads(text))
    return found


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, (frozenset, set)):
        return sorted(_plain(item) for item in value)  # type: ignore[type-var]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        return {
            name: _plain(getattr(value, name))
            for name, default in _defaults(cast(Any, type(value)))
            if default is dataclasses.MISSING or getattr(value, name) != default
        }
    raise TypeError(f"no JSON form for {type(value).__name__}")


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    found = []
    for field in dataclasses.fields(kind):
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        found.append((field.name, default))
    return tuple(found)


@cache
def _decoder(kind: Any) -> Decoder:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Decimal:
        return Decimal
    if kind is date:
        return date.fromisoformat
    if kind in (str, int, float, bool, object, type(None)) or origin is Literal:
        return lambda value: value
    if origin in (Union, types.UnionType):
        return _optional(arguments)
    if origin is tuple:
        item = _decoder(arguments[0])  # only `tuple[X, ...]` is used by the records
        return lambda values: tuple(map(item, values))
    if origin is frozenset:
        member = _decoder(arguments[0])
        return lambda values: frozenset(map(member, values))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        content = _decoder(arguments[1])
        return lambda values: {key: content(item) for key, item in values.items()}
    if isinstance(kind, type) and issubclass(kind, tuple):  # a NamedTuple of plain values
        return lambda values: kind(*values)
    if dataclasses.is_dataclass(kind):
        return _dataclass(cast(type, kind))
    raise TypeError(f"no JSON form for {kind}")


def _optional(arguments: tuple[Any, ...]) -> Decoder:
    (inner,) = (a for a in arguments if a is not type(None))
    decoder = _decoder(inner)
    return lambda value: None if value is None else decoder(value)


def _dataclass(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}

    def build(values: dict[str, Any]) -> Any:
        return kind(**{n: decoders[n](v) for n, v in values.items() if n in decoders})

    return build
