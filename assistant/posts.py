"""The post that a question asks for, in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.normalize import fold, syllables
from corpus.people import find_people, holds
from corpus.places import Place
from corpus.vocabulary import Vocabulary

# How a record says that somebody came into a post.
CHOSEN = r"bầu|bổ nhiệm|chỉ định|phê chuẩn|điều động|trúng cử|giữ chức"

_SHORT_QUESTION = 6  # words of a follow-up that names a post and asks no more


def english_post(folded: str, vocabulary: Vocabulary, places: Sequence[Place]) -> str:
    """The post that an English question names, folded: "chair of the People's Committee"."""
    spelt = " ".join(syllables(folded))  # the vocabulary's spelling: "secretari"
    named = [  # in Vietnamese, the longest name last
        meaning
        for _, meaning in sorted(
            (len(english), fold(meaning))
            for english, meaning in vocabulary.english.items()
            if f" {' '.join(english)} " in f" {spelt} "
        )
    ]
    post = next((m for m in reversed(named) if m.split()[0] in _POST_HEADS), "")
    if not post:
        return ""
    body = "ubnd" if "committee" in folded else "hdnd" if "council" in folded else ""
    union = next((m for m in reversed(named) if _UNION.match(m)), "")
    if union and len(post.split()) <= _BARE_POST:
        return f"{post} {union}"  # "chairman of the Veterans' Association"
    if not body or "party" in folded:
        return post
    post = post.replace("chu tri", "chu tich")  # "chair of the People's Committee"
    levels = [fold(p.level) for p in places if not p.is_organisation]
    bodies = () if body in post.split() else (body,)
    return " ".join([post, *bodies, *(levels if len(levels) == 1 else ())])


_UNION = re.compile(r"(?:hoi|lien doan|doan thanh nien|mat tran)\s(?!dong\b|nghi\b|vien\b)\w+")
_BARE_POST = 3  # words of a post that names no body: "pho chu tich"
_POST_HEADS = ("chu", "pho", "bi", "tong", "giam", "hieu", "chanh", "ke")


# Posts that every department has, and the department named behind one: "trưởng phòng nội vụ".
_OF_A_PART = re.compile(r"(?:pho )?truong (?:phong|ban)|(?:pho )?chanh thanh tra")
_PART = re.compile(
    r"\s+(?!(?:la|ten|nam|hien|ai|huyen|xa|cua|o|tai|nao|thi|tinh)\b)"
    r"(\w+(?:(?:,? (?:- )?|-)\w+){0,8}?)"
    r"(?=\s+(?:huyen|xa|thi xa|tinh|thanh pho|phuong|dac khu|la|ten|nam|hien|ai|cua|o|tai"
    r"|nao|da)\b|\W*$)"
)


_ASKED_FIRST = re.compile(r"\W*(?:ai (?:la|lam|dang la|giu chuc)|who (?:is|was) (?:the )?)\s*")


def asked_post(folded: str, vocabulary: Vocabulary, places: Sequence[Place]) -> str:
    """The longest known post named in the question, with what follows it up to a place."""
    best = ""
    for post in vocabulary.posts:
        name = fold(post)
        if name not in folded:
            continue
        match = re.search(rf"(?<!pho )\b{re.escape(name)}\b", folded)
        if match and len(name) > len(best):
            best = name
    first = _ASKED_FIRST.match(folded)
    named = [fold(post) for post in vocabulary.posts] if first else []
    behind = folded[first.end() :] if first else ""
    if at_once := max((n for n in named if re.match(rf"{n}\b", behind)), key=len, default=""):
        best = at_once  # "ai là Bí thư Đảng ủy xã báo cáo với Bí thư Huyện ủy?"
    if not best:
        other = re.search(
            r"((?:pho )?(?:chu tich|bi thu|giam doc|truong phong|truong ban|hieu truong"
            r"|(?:to|tram|hoi|doi|nhom) truong|chanh van phong|chi huy truong|tong giam doc"
            r"|truong) (?:\w+ ?){1,6}?)(?= ?(?:huyen|xa|thi xa|tinh|phuong|dac khu|ban|thon"
            r"|ap|buon|lang"
            r"|khom|xom|cua|la ai|nam|ten"
            r"|hien)\b|\s*\W*$)",
            folded,
        )
        short = len(folded.split()) <= _SHORT_QUESTION  # "thế chủ tịch công đoàn?"
        asked = other and (short or re.search(r"\bai\b|\bwho\b|\bten (?:la )?gi\b", folded))
        return other[1].strip() if other and asked else ""
    after = folded[folded.find(best) + len(best) :]
    if _OF_A_PART.fullmatch(best) and (part := _PART.match(after)):
        return f"{best} {part[1].strip()}"
    tail = re.match(
        r"\s+((?:huyen|xa|tinh|thi xa|phuong|dac khu|thi tran|truong|hoi dong \w+ \w+"
        r"|tai chinh[\w\s-]*|nong nghiep[\w\s-]*|noi vu|giao duc[\w\s-]*|lao dong[\w\s-]*"
        r"|tai nguyen[\w\s-]*)\b)",
        after,
    )
    named_school = tail and tail[1].strip() == "truong" and best.endswith("truong")
    if tail and not named_school and not any(p.key in tail[1] for p in places):
        words = re.split(r"\s(?:la|nam|vao|hien|o|tai|cua|ten)\b", tail[1])[0]
        best = f"{best} {words.strip()}"
    return best


# "phòng TC-KH", "sở GD&ĐT": the initials of an office, with what joins its names
_JOINED = re.compile(
    r"(?<!\w)((?:phòng|phong|sở|ban|chi cục|trung tâm) )"
    r"([a-zđ]{1,5}(?:\s?[-–&]\s?[a-zđ]{1,5})+)(?!\w)",
    re.I,
)


def with_whole_initials(text: str) -> str:
    """A question with an office's initials in one word: "phòng LĐ-TB&XH" is "phòng LĐTBXH".

    The chairman of a level is that of its People's Committee.
    """
    text = _JOINED.sub(lambda m: m[1] + re.sub(r"[-–&\s]", "", m[2]), text)
    return _CHAIR_OF_LEVEL.sub(r"\1 UBND", text)


_CHAIR_OF_LEVEL = re.compile(
    r"(?<!\w)(chủ tịch|chu tich)(?= (?:huyện|huyen|thị xã|thi xa|thị trấn|thi tran|xã|xa|phường"
    r"|phuong|dac khu|tỉnh|tinh|thành phố|thanh pho)(?! (?:hội|hoi)(?!\w))(?!\w))",
    re.I,
)


_BARE_HEAD = re.compile(
    r"\W*(?:(?:the|con|vay|thi|va|a)\s)*((?:pho )?(bi thu|chu tich|giam doc|hieu truong|truong ban"
    r"|truong phong|truong thon|to truong|hoi truong|tram truong))"
    r"(?: thuong truc)?(?: (?:thi|la|ten|ai|sao|gi|a|nhi))*\W*"
)


def post_beside(folded: str, former: str) -> str:
    """The post of a follow-up that names its head alone, in the body of the post asked before.

    "thế còn phó bí thư?" after "bi thu chi bo" is "pho bi thu chi bo"; "" where it names no such
    head, or another one: a chairman is not of the body that a secretary is of.
    """
    bare = _BARE_HEAD.fullmatch(folded)
    shared = re.match(rf"(?:pho )?{bare[2]}\b", former) if bare else None
    return f"{bare[1]}{former[shared.end() :]}" if bare and shared else ""


def tells_another_post(post: str, text: str) -> bool:
    """Whether a sentence names who has the (folded) post's like in other bodies alone.

    "Bí thư Đảng ủy" says nothing of the "bi thu doan xa".
    """
    head = _HEAD.match(post)
    if head is None or post == head[0]:
        return False
    people = [p for p in find_people(text) if any(fold(x).startswith(head[0]) for x in p.posts)]
    return bool(people) and not any(holds(person, post) for person in people)


_HEAD = re.compile(r"(?:pho )?(?:bi thu|chu tich|giam doc|chu nhiem|truong (?:ban|phong))")
