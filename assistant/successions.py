"""Answers about who came after somebody, who held a post before, who gave it up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Answer
from assistant.evidence import find_units
from assistant.knowledge import Shelf
from assistant.question import Question
from assistant.quoting import quote_named, quote_unit
from corpus.normalize import CAPITAL, fold
from corpus.people import find_people, names_someone
from corpus.places import plain_name


def asks_succession(question: Question) -> bool:
    """Whether a question asks who came after somebody, or who was before."""
    return bool(_FOLLOWS.search(question.folded) or _PRECEDES.search(question.folded))


def answer_succession(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that tells who followed whom."""
    if not _FOLLOWS.search(question.folded):
        ever = replace(question, periods=())
        units = find_units(ever, shelf, query, accept=names_predecessor, clause=True)
        units = [u for u in units if _of_post(ever, u.text)]
        return quote_named(question, units[0]) if units else None
    # who came after somebody came later than the time asked about before
    later = replace(question, periods=(), month=0)
    units = find_units(later, shelf, query, accept=_names_successor)
    units = [u for u in units if not _follows_other(question, u.text)]
    units = [u for u in units if not only_relieves(u.text) and not _only_moves(later, u.text)]
    if later.post:  # who else was moved, whoever he follows, is no answer
        head = " ".join(later.post.split()[: 3 if later.post.startswith("pho ") else 2])
        named = [u for u in units if _in_post(head, u.text)]
        units = named if named or later.leaning else units
    units.sort(key=lambda u: not names_predecessor(u.text))
    return quote_named(question, units[0]) if units else None


def _in_post(head: str, text: str) -> bool:
    """Whether a text tells of who came into a post, and not only of who came into another one.

    "Bí thư Huyện ủy A; Phó Bí thư B (thay đồng chí C)": of a deputy.
    """
    post = re.compile(rf"(?<!pho )\b{head}\b")
    parts = re.split(r"[;\n]", text)
    told = [part for part in parts if _names_successor(part)] or parts
    return any(post.search(fold(part)) for part in told)


def _of_post(question: Question, text: str) -> bool:
    """Whether a text tells of the post asked for: a deputy's is another."""
    deputy = question.post.startswith("pho ")
    return not deputy or " ".join(question.post.split()[:3]) in fold(text)


def answer_leaver(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """The sentence that relieves somebody of the post asked about."""
    if not question.post or not _LEAVES.search(question.folded):
        return None
    left = find_units(question, shelf, query, accept=_relieves(question.post), clause=True)
    return quote_unit(question, left[0]) if left else None


# Asks who came after somebody: nobody who held the post before is an answer.
_FOLLOWS = re.compile(
    r"(?:nguoi|ai|duoc) (?:\w+ ){0,3}thay\b|ke nhiem|thay (?:dong chi|ong|ba|the)|succe"
    r"|\b(?:took|takes|taken) over"
    r"|\bai (?:moi )?(?:duoc )?(?:len|ve) (?:lam|giu)\b"
)


# Asks who held a post before.
_PRECEDES = re.compile(
    r"tien nhiem|thay (?:cho )?(?:ai|nguoi nao)\b|truoc (?:do|ong ay|ba ay) la ai|predecessor"
)


def names_predecessor(text: str) -> bool:
    """Whether a text says whom somebody followed in a post."""
    return names_someone(text) and bool(
        re.search(r"\bthay(?: thế)?(?: cho)? (?:đồng chí|đ/c|ông|bà|cô|thầy)\b", text, re.I)
    )


_FOLLOWED = re.compile(
    rf"thay(?: thế)?(?: cho)? (?:đồng chí|đ/c|ông|bà|cô|thầy) "
    rf"({CAPITAL}[\w'’]*(?: {CAPITAL}[\w'’]*)+)"
)


def _follows_other(question: Question, text: str) -> bool:
    """Whether a sentence tells who followed somebody, and not the one that is asked about."""
    followed = [plain_name(m[1]) for m in _FOLLOWED.finditer(text)]
    asked = re.search(
        r"\bthay(?: the)?(?: cho)? (?:dong chi|ong|ba|co|thay) (?!ay\b|do\b|nay\b|ta\b)\w+ \w+",
        question.folded,
    )
    return bool(asked and followed) and not any(name in question.folded for name in followed)


def _names_successor(text: str) -> bool:
    return names_someone(text) and bool(
        re.search(
            r"\b(?:thay(?! mặt| đổi| vì| bằng| thế thiết| thế công| tàu| xe| mới| máy| ống| nước)"
            r"|kế nhiệm|giới thiệu"
            r"|chỉ định|điều động|được bầu|bầu (?:bổ sung )?(?:đồng chí|ông|bà))\b",
            text,
            re.I,
        )
    )


_RELIEVES = re.compile(r"(?<!\w)(?:miễn nhiệm|cho thôi|bãi nhiệm|cách chức)(?!\w)", re.I)


def only_relieves(text: str) -> bool:
    """Whether a text tells who gave up or lost a post, and of nobody who was chosen."""
    chosen = re.search(r"(?<!\w)(?:bầu|bổ nhiệm|chỉ định|thay)(?!\w)", text, re.I)
    return _RELIEVES.search(text) is not None and chosen is None


def _only_moves(question: Question, text: str) -> bool:
    """Whether all that a text tells is where the one who held the post went to."""
    people = find_people(text)
    moved = re.search(
        r"(?<!\w)(?:điều động|luân chuyển|nghỉ hưu|chuyển công tác)(?!\w)", text, re.I
    )
    return bool(moved and question.post) and all(
        question.post in fold(" ".join(p.posts[:1])) for p in people
    )


# Asks who gave a post up.
_LEAVES = re.compile(r"\b(?:thoi (?:giu|lam|chuc)|mien nhiem|bai nhiem|cach chuc|stepped down)\b")


def _relieves(post: str) -> Callable[[str], bool]:
    """Whether a text relieves somebody of the folded `post`."""
    said = re.compile(rf"(?:mien nhiem|thoi|bai nhiem|cach chuc)\b[^,;]*\b{re.escape(post)}\b")
    return lambda text: names_someone(text) and said.search(fold(text)) is not None
