"""Hamlets, residents' groups and wards that have a number and no name: "TỔ DÂN PHỐ SỐ 7"."""

from __future__ import annotations

import re

from corpus.normalize import CAPITAL
from corpus.places import Place, find_places

_OF_NUMBER = r"\s+(?:số\s+)?(?P<number>\d{1,2})(?!\d|[/.,]\d)"
_HAMLETS = "tổ dân phố|tdp|khu phố|thôn|ấp|khóm|xóm|bản|buôn"
_NUMBERED_LEVEL = rf"(?P<level>{_HAMLETS}){_OF_NUMBER}"
# "UBND PHƯỜNG 7": by its body alone, for "mỗi phường 7 tổ" names none
_NUMBERED_WARD = re.compile(
    r"(?<!\w)(?:ubnd|(?:ủy|uỷ) ban nhân dân|hđnd|hội đồng nhân dân|đảng (?:ủy|uỷ|bộ))\s+"
    rf"(?P<level>phường|quận){_OF_NUMBER}",
    re.I,
)
_NUMBERED_HEAD = re.compile(
    rf"^\W*(?:(?:chi bộ|chi ủy|ban (?:công tác mặt trận|điều hành|nhân dân))\s+)?{_NUMBERED_LEVEL}",
    re.I | re.M,
)
# "TỔ DÂN PHỐ SƠN CA 2", on a line of its own
_ONE_OF_A_NAME = re.compile(
    rf"^\W*({_HAMLETS})\s+"
    rf"((?:{CAPITAL}[^\W\d_]*\s+){{1,4}}\d{{1,2}})\s*$",
    re.I | re.M,
)
_NUMBERED_MEETS = re.compile(
    rf"(?:họp|hội nghị|đại hội|sinh hoạt|chi bộ)(?:\s[^\W\d]+){{0,4}}?\s{_NUMBERED_LEVEL}", re.I
)


def numbered_place(title: str, letterhead: str) -> Place | None:
    """The hamlet, residents' group or ward known by a number that meets: "TỔ DÂN PHỐ SỐ 7"."""
    named = _NUMBERED_MEETS.search(title) or _NUMBERED_HEAD.search(letterhead)
    named = named or _NUMBERED_WARD.search(title) or _NUMBERED_WARD.search(letterhead)
    if named is None and (one_of := _ONE_OF_A_NAME.search(letterhead)):
        return Place(_whole_level(one_of[1]), one_of[2].title())
    if named is None:
        return None
    above = find_places(letterhead[: named.start()]) if named.re is _NUMBERED_HEAD else []
    if any(p.is_organisation for _, p in above):
        return None  # "QUỸ TÍN DỤNG NHÂN DÂN A / Ấp 4, xã B": where it has its seat
    return Place(_whole_level(named["level"]), str(int(named["number"])))


def _whole_level(written: str) -> str:
    level = written.lower()
    return "tổ dân phố" if level == "tdp" else level
