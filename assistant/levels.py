"""Places that a question names by their level alone: "toàn huyện", "UBND thị xã"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.places import FOLDED_LEVELS, Place

# What goes on with the question, where no name follows a level.
_GOES_ON = (
    r"(?=\W*$|\s+(?:nam|dat|la|co|duoc|thuc|bao|may|ta|minh|nha|con|da|thu|hien|trong|vao|den|so"
    r"|ca|va|the|ra|giam|tang|vuot|ky|giai|thang|quy|hoan|do|theo|nay|qua|tu|tren|duoi"
)
# "của huyện", "toàn xã": no name follows, but what goes on with the question.
_LEVEL_ALONE = re.compile(
    r"\b(?:cua|toan|ca|dia ban|o|tai|trong)\s+(huyen|xa|phuong|thi xa|thi tran|tinh)"
    rf"{_GOES_ON}|giao)\b|\s+\d)"
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
    r"\b(?:ubnd|hdnd|dang bo|bch|bth?v|mttq|ldld|lien doan lao dong|cong doan"
    r"|hoi [a-z]+(?: [a-z]+)?)"
    rf" (huyen|thi xa|thanh pho|xa|phuong|thi tran|tinh)\b{_GOES_ON}|quan|quyet|muon|dinh|chi)\b)"
    rf"|\b(huyen|thi|thanh) uy\b{_GOES_ON}|quyet|muon|dinh|chi|yeu)\b)"
)


def place_by_level(folded: str, records_of: Iterable[Place]) -> Place | None:
    """The one place of the level that a question names alone ("toàn huyện"), where only one is."""
    match = _LEVEL_ALONE.search(folded) or _BODY_OF_LEVEL.search(folded)
    if match is None and not _DISTRICT_ALONE.search(folded):
        return None
    return _only_one(next(filter(None, match.groups()), "") if match else "huyen", records_of)


# "so với mặt bằng chung toàn huyện", "hơn mức chung của thị xã"
_COMMON = re.compile(
    r"\b(?:mat bang|muc|binh quan|trung binh|ty le|ti le)(?: \w+)? chung (?:cua )?(?:toan |ca )?"
    r"(huyen|thi xa|thanh pho|tinh|xa)\b"
    r"|\bso voi (?:\w+ ){0,3}(?:toan|ca) (huyen|thi xa|thanh pho|tinh|xa)\b"
)


def compares_above(folded: str) -> bool:
    """Whether a question compares with what is common to a level above."""
    return _COMMON.search(folded) is not None


def compared_level(folded: str, records_of: Iterable[Place]) -> Place | None:
    """The place above that a question compares with by its level: "mức chung toàn huyện"."""
    match = _COMMON.search(folded)
    return _only_one(match[1] or match[2], records_of) if match else None


def _only_one(said: str, records_of: Iterable[Place]) -> Place | None:
    said = {"thi": "thi xa", "thanh": "thanh pho"}.get(said, said)
    level = FOLDED_LEVELS.get(said, said)
    fitting = {p.key: p for p in records_of if p.level == level}
    return next(iter(fitting.values())) if len(fitting) == 1 else None
