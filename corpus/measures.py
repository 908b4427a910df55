"""What a unit adds to an indicator's name: tonnes are of an output, "tạ/ha" is of a yield."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.criteria import is_of_a_set
from corpus.indicators import Form, read_form
from corpus.normalize import fold
from corpus.record import Quantity
from corpus.roles import SCALE_WORD, is_counted
from corpus.vocabulary import Vocabulary

_MEASURED_IN = (
    (re.compile(r"(?:tạ|tấn)\s?/\s?ha.*"), "năng suất"),
    (re.compile(r"(?:(?:nghìn|ngàn|triệu|vạn)\s)?tấn"), "sản lượng"),
    (re.compile(r"(?:(?:nghìn|ngàn|triệu|vạn)\s)?con"), "đàn"),
)


_OF_AN_ASSOCIATION = ("hội viên", "đoàn viên", "thành viên", "chi hội")


def counts_other(quantity: Quantity, subject: str) -> bool:
    """Whether a value's unit says by itself that it is of another indicator than `subject`.

    "sản lượng thủy sản 8.100 tấn; 236.250 lượt khách"
    """
    vocabulary = Vocabulary.load()
    own = read_form(quantity.unit, vocabulary).families
    return not own <= read_form(subject, vocabulary).families


def admitted(form: Form, unit: str) -> Form:
    """ "Kết nạp 428 hội viên" is of an association, not of the Party; `unit` may be folded."""
    if "party_members_admitted" not in form.families:
        return form
    counted = any(fold(unit).endswith(fold(noun)) for noun in _OF_AN_ASSOCIATION)
    if not (counted or "new_members" in form.families):
        return form
    families = form.families - {"party_members_admitted"} | {"new_members"}
    rest = tuple(w for w in form.rest if w not in fold(unit).split())
    return Form(families, form.growth, form.rate, rest)


def _criteria(form: Form, quantity: Quantity) -> Form:
    """ "Nông thôn mới nâng cao: 15/19 tiêu chí" counts criteria, not communes.

    So does what bears no indicator's name, but is counted of the national set: "còn xã A mới
    đạt 14/19 tiêu chí".
    """
    if quantity.unit != "tiêu chí":
        return form
    criteria = [_CRITERIA[family] for family in form.families if family in _CRITERIA]
    if not form.families and is_of_a_set(quantity):
        criteria = [_CRITERIA[_standard_named(form.rest)]]
    if len(form.families) > 1 or not criteria:
        return form
    rest = tuple(word for word in form.rest if word not in ("tieu", "chi"))
    return Form(frozenset(criteria), form.growth, form.rate, rest)


def _standard_named(words: Sequence[str]) -> str:
    return "rural_advanced_communes" if "nang cao" in " ".join(words) else "rural_standard_communes"


_CRITERIA = {
    "rural_standard_communes": "rural_criteria",
    "rural_advanced_communes": "rural_advanced_criteria",
}


def measured_form(indicator: str, quantity: Quantity, vocabulary: Vocabulary, growth: int) -> Form:
    """A name's form, with what its unit alone says: "lúa mùa 47 tạ/ha" is a yield."""
    unit = quantity.unit
    form = _criteria(admitted(read_form(indicator, vocabulary, growth), unit), quantity)
    for printed, measure in _MEASURED_IN:
        if printed.fullmatch(unit) and measure not in indicator.lower():
            bare = re.sub(r"^tổng (?:số )?|\bNS\b|(?<!\w)con(?!\w)", "", indicator)
            named = read_form(f"{measure} {bare}", vocabulary, growth)
            if measure == "năng suất" or named.families - form.families:
                return named
    if not form.families and is_counted(quantity):
        # "Du lịch: 341.600 lượt khách"
        named = read_form(f"{SCALE_WORD.sub('', unit)} {indicator}", vocabulary, growth)
        return named if named.families and not named.rest else form
    return form
