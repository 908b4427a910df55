"""Places that a question names by their level alone: "toàn huyện", "UBND thị xã"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.places import FOLDED_LEVELS, Place

_LEVELS = "huyen|thi xa|thanh pho|xa|phuong|dac khu|thi tran|tinh"
# What goes on with the question, where no name follows a level.
_GOES_ON = (
    r"nam|dat|la|co|duoc|thuc|bao|may|ta|minh|nha|con|da|thu|hien|trong|vao|den|so"
    r"|ca|va|the|ra|giam|tang|vuot|ky|giai|thang|quy|hoan|do|theo|nay|qua|tu|tren|duoi"
)
# "của huyện", "toàn xã": no name follows, but what goes on with the question.
_LEVEL_ALONE = re.compile(
    r"\b(?:cua|toan|ca|dia ban|o|tai|trong)\s+(huyen|xa|phuong|dac khu|thi xa|thi tran|tinh)"
    rf"(?=\W*$|\s+(?:{_GOES_ON}|giao)\b|\s+\d)"
)

# "Năm 2024 huyện giao", "huyện có mấy xã": of the one district, whatever stands before it.
_DISTRICT_ALONE = re.compile(
    r"(?<!cap )(?<!may )(?<!nhieu )(?<!cac )(?<!nhung )(?<!moi )(?<!hai )(?<!ba )(?<!uy )(?<!xa )"
    # "chỉ tiêu huyện giao" may be a commune's
    r"(?<!dan )(?<!dong )(?<!ke hoach )(?<!chi tieu )(?<!du toan )\bhuyen\b"
    r"(?=\W*$|\s+(?:nam|dat|la|co|duoc|thuc|bao|may|da|thu|giao|hien|chua"
    r"|khong|giam|tang|vuot|hoan|rot|hut|dat|phan|muon|du|dinh|de|ta|minh|nha|tu|toi|den|het))"
)

# "UBND thị xã", "Huyện ủy": the body of a level, but not as the giver of another's plan.
_BODY_OF_LEVEL = re.compile(
    r"\b(?:ubnd|hdnd|dang bo|bch|bth?v|mttq|ldld|lien doan lao dong|cong doan|cong an|quan su"
    r"|tram y te|tt?pvhcc|hanh chinh cong|mot cua"
    rf"|hoi [a-z]+(?: [a-z]+)?) ({_LEVELS})\b"
    rf"(?=\W*$|\s+(?:{_GOES_ON}|quan|quyet|muon|dinh|chi|nhan|tiep|xu|bat|kham)\b)"
    r"|\b(huyen|thi|thanh) uy\b"
    rf"(?=\W*$|\s+(?:{_GOES_ON}|quyet|muon|dinh|chi|yeu)\b)"
)


def place_by_level(folded: str, records_of: Iterable[Place]) -> Place | None:
    """The one place of the level that a question names alone ("toàn huyện"), where only one is."""
    match = _LEVEL_ALONE.search(folded) or _BODY_OF_LEVEL.search(folded)
    if match is None and not _DISTRICT_ALONE.search(folded):
        return None
    return only_of_level(_said(match) if match else "huyen", records_of)


# "so với mặt bằng chung toàn huyện", "hơn mức chung của thị xã"
_COMMON = re.compile(
    r"\b(?:mat bang|muc|binh quan|trung binh|ty le|ti le)(?: \w+)? chung (?:cua )?(?:toan |ca )?"
    r"(huyen|thi xa|thanh pho|tinh|xa|phuong|dac khu|thi tran)\b"
    r"|\bso voi (?:\w+ ){0,3}(?:toan|ca) (huyen|thi xa|thanh pho|tinh|xa|phuong|dac khu|thi tran)\b"
)


def compared_level(folded: str) -> str:
    """The level above that a question compares with, folded: "mức chung toàn huyện"; else ""."""
    match = _COMMON.search(folded)
    return _said(match) if match else ""


def _said(match: re.Match[str]) -> str:
    """The level that one of a pattern's groups holds."""
    said: str = next(filter(None, match.groups()), "")
    return {"thi": "thi xa", "thanh": "thanh pho"}.get(said, said)


def only_of_level(folded: str, places: Iterable[Place]) -> Place | None:
    """The one place of a folded level; None where there are none or several."""
    level = FOLDED_LEVELS.get(folded, folded)
    fitting = {p.key: p for p in places if p.level == level}
    return next(iter(fitting.values())) if len(fitting) == 1 else None
