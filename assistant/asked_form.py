"""The indicator that a question asks about, and the content words it is asked with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.intents import Intent
from assistant.page import Page
from corpus.indicators import Form, read_asked
from corpus.vocabulary import Vocabulary, content_words

_LEVEL_WORD = r"\bgiam (?=con\b|xuong|di con)"


# How a course or a comparison is asked for; says nothing about the indicator itself.
_COURSE = (
    r"tang giam|tang hay giam|len xuong|\bqua(?= (?:cac|tung|nhieu|\d|hai|ba|bon) nam)"
    r"|\bqua(?=(?: (?:cac|tung))?(?: {2,}|[ ,]*$))"  # before years that are masked
    r"|(?:tang|giam|thay doi|bien dong)(?: deu| dan)? (?:the nao|ra sao|nhu the nao)"
    r"|dien bien|(?:cao|thap|nhieu|it) (?:hon|nhat)"
)


def asked_form(
    page: Page, intent: Intent, vocabulary: Vocabulary, folded: str, counted_in: str
) -> Form:
    """The indicator asked about: families read from all words, the rest from content words."""
    page.mask(_COURSE)
    page.mask(r"\bgap (?:may|bao nhieu) lan\b|\bqua (?:\d|hai|ba|bon)\b(?= *(?:nam\b|  ))")
    page.mask(r"\bdang ky(?= (?:may|bao nhieu)\b)")
    for meant in _INTENDS.finditer(page.left()):
        if page.plain[meant.start() : meant.end()] in ("tính", "tinh"):  # "tỉnh" is a place
            page.cover(*meant.span())
    page.mask(_LEVEL_WORD)
    if intent == "change":
        page.mask(r"\b(?:tang|giam|nhich|tut)(?: them| len| xuong)?(?= (?:bao nhieu|may|duoc))")
    page.mask(r"\bvu (?=(?:thu dong|dong xuan|he thu|xuan he|chiem xuan)\b)")
    if counted_in in ("tan", "ta", "kg"):  # "thu hoạch mấy tấn lúa?": the output of rice
        page.mask(r"\b(?:thu hoach|thu hai|gat hai|gat)\b")
    form = read_asked(page.rest(), vocabulary)
    if "indicator_count" in form.families and not _COUNTED_TARGETS.search(folded):
        form = replace(form, families=form.families - {"indicator_count"})
    if _LACKING.search(folded):  # "thiếu mấy giáo viên?": not how many there are
        form = replace(form, rest=("thieu", *form.rest))
    if not form.families and form.rest and intent != "change":
        # "thủy sản năm 2024 đạt mấy % kế hoạch?": the output
        named = [w.token or w.folded for w in content_words(page.rest(), vocabulary) if w.content]
        if counted_in == "con":  # "bao nhiêu con lợn": the herd
            animals = [w for w in named if w != "con"]
            if (herd := measured("đàn", animals, vocabulary)) is not None:
                return herd
        for words in (named, form.rest):
            if (output := measured("sản lượng", words, vocabulary)) is not None:
                return output
    return form


def measured(measure: str, words: Sequence[str], vocabulary: Vocabulary) -> Form | None:
    """The output or the herd of what is named alone ("thủy sản"), where it is an indicator."""
    whole = read_asked(f"{measure} {' '.join(words)}", vocabulary)
    return whole if whole.families and not whole.rest else None


# "HTX tính bán bao nhiêu tấn": an intention, no word of the indicator.
_INTENDS = re.compile(
    r"\btinh\b(?= (?:ban|lam|trong|thu|don|dua|xay|mua|mo|nuoi|ket nap|nang|det|chi|vay|sua|gom)\b)"
)
_LACKING = re.compile(
    r"(?<!toi )\bthieu (?:bao nhieu|may) (?!phan|so\b|ty\b|trieu|diem|chi tieu|tieu chi|tien\b"
    r"|thi\b|nua\b|de\b|moi\b)\w"
)
# "bao nhiêu chỉ tiêu" asks for their number; "chỉ tiêu ... là bao nhiêu" for a target.
_COUNTED_TARGETS = re.compile(
    r"(?:bao nhieu|may|\b\d{1,2}|nhung|cac|how many) (?:\w+ )?chi tieu|chi tieu (?:nao|chu yeu)"
    r"|how many targets"
)


def content_terms(rest: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Content syllables of the question: what is no stop phrase."""
    return tuple(
        word.folded
        for word in content_words(rest, vocabulary)
        if word.content and not re.fullmatch(r"(?:19|20)\d\d", word.folded)
    )
