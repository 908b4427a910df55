"""Organisations that a question names: by a part of the name, by its end, by the kind alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.page import Page
from corpus.normalize import syllables
from corpus.places import Place

LEVEL_NAMES = (
    r"tinh|huyen uy|thi uy|thanh uy|huyen|thi xa|thanh pho|xa(?: dao| bien gioi| vung cao)?"
    r"|(?<!dia )phuong|thi tran"
    r"|(?<!dia )(?<!uy )ban|(?<!nong )thon|ap|lang|buon|khom|khu pho|to dan pho"
    r"|cong ty(?: co phan)?|hop tac xa|htx"
    r"|quy tin dung(?: nhan dan)?|quy|ngan hang|benh vien|trung tam y te(?: khu vuc)?"
    r"|truong(?: thpt| thcs| tieu hoc)?|thpt|thcs"
    r"|dang uy xa"
)


ORGANISATION_WORDS = frozenset(syllables("trường phổ thông cổ phần"))


ORGANISATIONS = {
    "công ty": r"cong ty|company|corporation|water supply|enterprise",
    "hợp tác xã": r"hop tac xa|htx|cooperative",
    "trường": r"truong|school",
    "quỹ tín dụng nhân dân": r"quy tin dung|credit fund",
    "trung tâm y tế": r"trung tam y te|medical cent(?:re|er)",
    "bệnh viện": r"benh vien|hospital",
}


def by_part(page: Page, known: Sequence[Place], found: Sequence[Place]) -> list[tuple[int, Place]]:
    """An organisation named by its kind and a part of its name, where only one fits."""
    left = page.left()
    words = set(left.split()) | {w for p in found for w in p.key.split()}
    words |= {name for english, name in (("water", "nuoc"), ("supply", "cap")) if english in words}
    of_kind = [
        p
        for p in known
        if p.is_organisation and re.search(rf"\b(?:{ORGANISATIONS.get(p.level, 'xx')})\b", left)
    ]
    fitting = [
        p
        for p in of_kind
        if p not in found and 2 * len(words & set(p.key.split())) > len(p.key.split())
    ]
    if not fitting:  # "the Cửu Hàm coconut company": the end of its name, and its kind
        fitting = [
            p
            for p in of_kind
            if any(not o.is_organisation and p.key.endswith(f" {o.key}") for o in found)
        ]
    unique = {p.key: p for p in fitting}
    if len(unique) != 1:
        return []
    place = next(iter(unique.values()))
    _mask_name(page, place)
    return [(0, place)]


def _mask_name(page: Page, place: Place) -> None:
    """Masks the words that name an organisation, where two stand together or behind its kind."""
    word = "|".join(map(re.escape, place.key.split()))
    run = rf"(?:{word})(?!\w)(?:\s+(?:{word})(?!\w))"
    page.mask(rf"(?<!\w)(?:(?:{LEVEL_NAMES})\s+)?{run}+")
    page.mask(rf"(?<!\w)(?:{LEVEL_NAMES})\s+(?:{word})(?!\w)")


# Kinds of organisation that a question can name alone ("công ty năm 2024 lãi bao nhiêu?").
_KIND_ALONE = re.compile(
    r"(?<!cac )(?<!may )(?<!nhieu )(?<!so )(?<!nhung )(?<!moi )\b(?P<kind>cong ty|quy tin dung"
    r"|trung tam y te|benh vien|htx|hop tac xa)\b(?! (?:moi|thanh lap|kieu moi|hoat dong|lam an))"
)


def organisation_by_kind(folded: str, records_of: Iterable[Place]) -> tuple[Place, str] | None:
    """The one organisation of the kind that a question names without its name, and that kind."""
    match = _KIND_ALONE.search(folded)
    if match is None:
        return None
    kinds = [k for k, names in ORGANISATIONS.items() if re.fullmatch(names, match["kind"])]
    fitting = {p.key: p for p in records_of if p.level in kinds}
    return (next(iter(fitting.values())), match["kind"]) if len(fitting) == 1 else None


def is_part_of(place: Place, known: Place) -> bool:
    """Whether an organisation is named by some words of the known one's name."""
    both = place.is_organisation and known.is_organisation
    return both and set(place.key.split()) <= set(known.key.split())


def by_tail(page: Page, known: Sequence[Place]) -> list[tuple[int, Place]]:
    """An organisation called by the end of its name ("Lạc Thạch" for a longer one)."""
    left = page.left()
    tails: dict[str, Place] = {}
    for place in known:
        words = place.key.split()
        if place.is_organisation and len(words) > 2:
            tails[" ".join(words[-2:])] = place
    hits = {tail: m for tail in tails if (m := re.search(rf"(?<!\w){re.escape(tail)}(?!\w)", left))}
    if len(hits) != 1:
        return []
    tail, match = next(iter(hits.items()))
    _mask_name(page, tails[tail])
    return [(match.start(), tails[tail])]
