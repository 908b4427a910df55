"""Values that a clause gives place by place, each in brackets: "Nà Lơi (12 ha), Tả Lùng (9 ha)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.document import Document
from corpus.names import name_before
from corpus.normalize import CAPITAL
from corpus.outline import Statement
from corpus.places import level_in
from corpus.quantities import find_quantities
from corpus.record import Quantity

_LEVEL = "huyện|thị xã|thành phố|xã|phường|đặc khu|thị trấn|thôn|làng|bản|buôn|ấp|khóm|xóm|khu phố"
_ITEM = re.compile(
    rf"(?:(?<!\w)(?P<level>{_LEVEL})\s+)?"
    rf"(?P<name>{CAPITAL}[\w'’]*(?:\s{CAPITAL}[\w'’]*){{1,3}})\s*\(\s*(?P<told>[^()]*)\)"
)
_MOST = "nhiều|cao|ít|thấp|lớn|đông|chậm|nhanh|tốt|kém|nặng|mạnh"  # before "nhất"
# What leads from an indicator to where it is told of: "..., nhiều nhất ở các xã".
_TOWARDS = re.compile(
    rf"(?:[\s,:;–-]|(?<!\w)(?:trong đó|(?:{_MOST}|khá|dài|xa) nhất"
    r"|tập trung|chủ yếu|cụ thể|nhất|là|ở|tại|như|gồm|các|những|một số|của|theo|hai|ba|bốn|và|thuộc"
    rf"|làm|có|còn|nhiều|\d+|địa phương|đơn vị|địa bàn|nhập thành|{_LEVEL})(?!\w))+$",
    re.I,
)
_LEVELS = re.compile(rf"(?<!\w)(?:{_LEVEL})(?!\w)", re.I)
_SEVERAL = re.compile(
    rf"(?<!\w)(?:các|những|một số|nhiều|hai|ba|bốn|năm|\d+)\s+({_LEVEL})(?!\w)", re.I
)
# A superlative whose noun says the level of the names behind it.
_FOREMOST = re.compile(
    rf"(?<!\w)(?P<level>{_LEVEL})\s+(?:có\s+)?(?P<of>[^.;:,()]{{2,60}}?)"
    rf"\s+(?:{_MOST}) nhất(?:\s+là)?\s*$",
    re.I,
)
# "Phước Đìa mới 15/19": a commune by its name alone, where the record says its level elsewhere.
_BY_NAME = re.compile(
    rf"(?:(?:còn|riêng|và|trong đó|hai|ba|\d+|{_LEVEL}|[^\W\d_]+ là)\s+)*"
    rf"(?P<name>{CAPITAL}[\w'’]*(?:\s{CAPITAL}[\w'’]*){{1,2}})(?!\w)"
    r"(?:\s+(?:mới|đã|được|cũng|chỉ|có|với|đạt|hiện|vẫn))*\s*(?P<rest>[^A-ZĐ]*)",
)
_PEOPLE = re.compile(r"\s*(?:người )?(?:dân|nhân khẩu|khẩu)\s*\)")


class Told(NamedTuple):
    """Whose a value is, and what it measures, "" where the clause names nothing before."""

    place: str
    indicator: str


def named_alone(text: str, indicator: str, whose: str) -> Told | None:
    """The place with which an indicator's name opens, without its level, and what is left of it.

    `whose` is the record's own place. None where the text calls nothing of the name a place.
    """
    named = _BY_NAME.fullmatch(indicator)
    if named is None or whose.endswith(named["name"]):
        return None
    level = level_in(text, named["name"], _LEVEL)
    return Told(f"{level} {named['name']}", named["rest"].strip()) if level else None


def told_of_place(document: Document, statement: Statement, quantity: Quantity) -> Told | None:
    """Whose a value in brackets is; None where no place stands before the bracket.

    A name without its level has that of its list ("các xã: ..."), or the one that the record gives
    it elsewhere; one that is called so nowhere is no place.
    """
    clause = document.quote(statement.span)
    items = list(_ITEM.finditer(clause))
    at = quantity.start - statement.span.start
    item = next((m for m in items if m.start("told") <= at < m.end("told")), None)
    if item is None or clause[item.start("told") : at].strip():
        return None
    lead = clause[: items[0].start()]
    towards = _TOWARDS.search(lead)
    foremost = _FOREMOST.search(lead)
    if foremost:  # "Xã thiệt hại nặng nhất là Bản Mù (9 tỷ đồng)"
        lead = lead[: foremost.start()] + foremost["of"]
        towards = None
    listed = _LEVELS.findall(towards[0]) if towards else []
    listed += [foremost["level"]] if foremost else []
    of_list = listed[-1:] or [m[1] for m in _SEVERAL.finditer(lead)][-1:]
    level = item["level"] or next(iter(of_list), "") or items[0]["level"]
    level = level or level_in(document.text, item["name"], _LEVEL)
    if not level:
        return None
    bare = lead[: towards.start()] if towards else lead
    named = "" if find_quantities(bare) else name_before(bare)
    if not named and _PEOPLE.match(document.text, quantity.end):
        named = "dân số"
    return Told(f"{level.lower()} {item['name']}", named)
