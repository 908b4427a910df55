"""Whether a text names what a question asks by name: communes, schools, targets, criteria."""

from __future__ import annotations

import re

from corpus.normalize import CAPITAL, fold
from corpus.places import plain_name

# Things that have proper names, as spelt in a question without accents.
_NAMED = re.compile(
    r"\b(xa|phuong|dac khu|thi tran|(?<!nong )thon|ban|buon|ap|lang|bon|khom|xom|khu pho|to dan pho"
    r"|khu dan cu|truong|chi bo|huyen|dia phuong)(?: (?!nao\b)\w+){0,2} nao\b"
    r"|\bwhich (commune|ward|village|hamlet|school|district)s?\b"
)
# Things that are listed by what they are.
_LISTED = re.compile(
    r"\b(chi tieu|tieu chi|khau dot pha|dot pha|linh vuc|nhiem vu|giai phap)"
    r"(?: (?!nao\b|gi\b)\w+){0,12} (?:nao|gi)\b"
    # "kể giúp 5 chỉ tiêu không đạt"
    r"|\b(?:liet ke|ke)(?: (?:ra|ten|giup|cho|du|minh|em|toi))* (?:cac |nhung |\d+ )?"
    r"(chi tieu|tieu chi|khau dot pha|dot pha)\b"
)
_ENGLISH = {
    "commune": "xa", "ward": "phuong", "village": "thon", "hamlet": "ap", "school": "truong",
    "district": "huyen",
}  # fmt: skip
# What else places go by: "những địa phương nào" is answered with communes.
_ALSO = {
    "dia phuong": r"xa|phuong|dac khu|thi tran|thon|ban|buon|ap|huyen",
    "xa": r"xa|thi tran|phuong|dac khu|don vi|dia phuong",
    "phuong": r"phuong|xa",
    "thon": r"thon|ban|buon|ap|lang|bon|khu",
    "truong": r"truong|mam non|tieu hoc|thcs|thpt",
}
_FEW = {"hai": 2, "ba": 3, "bon": 4, "2": 2, "3": 3, "4": 4}
_SEVERAL = re.compile(rf"\b({'|'.join(_FEW)}) $")
# A name begins with a capital that no sentence or cell begins with.
_NAME = re.compile(
    rf"(?<=[\w,)(] )(?<!châu ){CAPITAL}[\w'’]*[a-zà-ỹ]\w*(?: {CAPITAL}[\w'’]*)*|(?<=\(){CAPITAL}\w+"
)
_BODIES = re.compile(
    r"^(?:Đảng|Ban|Hội|Ủy|Uỷ|Nghị|Chi|Mặt|Đoàn|Nhà|Kỳ|Quốc|Trung|Việt|Bí|Phó|Chủ|Tỉnh|Huyện|Thị"
    r"|Phòng|Ngân|Chính|Bảo|Sở|Bộ|Cục|Công|Kho|Trưởng|Đơn|Chưa|Không|Đạt|Chương|Đại|Báo|Kế|Quý|Tổng)\b"
)


# "chủ tịch xã nào để xảy ra thì bị kiểm điểm": a rule, no names
_WHICHEVER = re.compile(r"\bnao\b (?!la\b|cung\b).{0,60}\bthi\b")


def names_asked(folded: str, places: tuple[str, ...], text: str) -> bool:
    """Whether `text` names or lists things of the kind that a (folded) question asks for.

    `places` are the keys of the places that the question itself names: they are no answer. True
    for a question that asks for nothing by name.
    """
    if _WHICHEVER.search(fold(text)):
        return False
    if match := _NAMED.search(folded):
        word = match[1] or _ENGLISH[match[2]]
        kinds = _ALSO.get(word, word)
        names = [
            name
            for m in _NAME.finditer(text)
            if not _BODIES.match(name := m[0]) and plain_name(name) not in places
        ]
        said = re.search(rf"\b(?:{kinds})\b(?! hoi\b)", fold(text)) is not None
        several = _SEVERAL.search(folded[: match.start()])  # "hai xã nào ...": two names, or more
        least = _FEW[several[1]] if several else 1
        return len(names) >= (least if said else max(least, 2))
    if match := _LISTED.search(folded):
        thing = match[1] or match[2]
        listed = len(text.split()) > 5 and re.search(r"[,;:]|\bvà\b|\blà\b", text)
        # "... và 3 khâu đột phá.", "... 4 chỉ tiêu không đạt.": counted, not told
        counted = re.search(
            rf"(?<![\d/])\d+ \w*\s?{thing}(?: (?!la\b|gom\b)\w+){{0,6}}[.?!]?\s*$", fold(text)
        )
        told = bool(listed) and counted is None
        return told and (thing != "tieu chi" or "tieu chi" in fold(text))
    return True
