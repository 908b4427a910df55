"""The places that a question names; what names them is masked out of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.organisations import (
    BODIES,
    LEVEL_NAMES,
    OF_TRADE,
    ORGANISATIONS,
    SCHOOLS,
    TRADE_SAID,
    by_part,
    by_tail,
    by_trade,
    is_part_of,
    is_short_for,
)
from assistant.page import Page
from assistant.place_initials import by_initials, initials_of
from corpus.normalize import canonical_tones, fold
from corpus.places import FOLDED_LEVELS, LEVEL_RANK, Place, find_places


def find_asked_places(
    text: str, page: Page, known: Sequence[Place], called: Sequence[tuple[str, Place]] = ()
) -> list[Place]:
    """Places named in the question, in order; masks them. Known ones go by longest name.

    `called` are organisations that it names otherwise: ("go sim tea", its place).
    """
    found: list[tuple[int, Place]] = []
    for said, place in called:
        if (at := page.left().find(said)) >= 0:
            found.append((at, place))
            page.cover(at, at + len(said))
    found += by_trade(page, known)
    typed = [p.key for _, p in find_places(text)]
    for place in sorted(known, key=lambda p: -len(p.key)):
        alone = " " in place.key  # a one-syllable name needs its level ("bản Sen") beside it
        # "công ty dịch vụ ...", with the words of its trade
        trade = rf"(?:{OF_TRADE}\s+)*" if place.is_organisation else ""
        body = rf"(?:{BODIES}\s+)?" if place.is_organisation else ""
        pattern = (
            rf"(?<!\w)(?:{body}(?P<level>{LEVEL_NAMES})\s+){'?' if alone else ''}"
            rf"{trade}{re.escape(place.key)}(?!\w)"
        )
        if place.level == "trường":
            pattern += _SCHOOL_NUMBER
        if place.key.isdigit():  # "tổ 7", "tổ dân phố số 7"
            pattern = rf"(?<!\w)(?P<level>{LEVEL_NAMES}|to)\s+(?:so\s+)?{place.key}(?![\w/.,])"
        match = re.search(pattern, page.left())
        if match is None or any(t.startswith(f"{place.key} ") for t in typed):
            continue  # not named, or only the beginning of a longer name
        level = match["level"]
        if not level and place.level != "chợ" and _THING.search(page.plain[: match.start()]):
            continue  # "cống Mười Thước": a thing called so
        if not level and _spelt_otherwise(page.plain[match.start() : match.end()], place):
            continue  # "vận động" is no place called "Vạn Đồng"
        shown = text[match.start() : match.end()] if len(text) == len(page.plain) else ""
        shown = " ".join(shown.split()[-len(place.key.split()) :])  # without a company's trade
        slips = zip(shown.split(), _slips(shown, place), strict=False)
        if not level and any(word.islower() and slip for word, slip in slips):
            continue  # "Lương Thủy" in "sản lượng thủy sản", "Lạc Dinh" in "huyện Tuy Lạc định"
        if level and not _level_fits(level, place):
            if any(_level_fits(level, p) and p.key == place.key for p in known):
                continue
            if not alone and level.startswith("quy"):
                continue  # "Quỹ Đồng đội" in a library with a "thôn Đông"
            # named with a level that no record has: "phường" for "xã" is a slip, "tỉnh" is not
            typed_level = FOLDED_LEVELS.get(level, level)
            rank = None if place.key.isdigit() else LEVEL_RANK.get(typed_level)
            if rank is None or rank != LEVEL_RANK.get(place.level):
                place = Place(typed_level, place.name)
        if not any(p.key == place.key for _, p in found):
            found.append((match.start(), place))
        start = (
            match.start(0)
            if level not in ("huyen uy", "thi uy", "thanh uy")
            else match.end() - len(place.key)
        )
        page.cover(start, match.end())
    found += by_part(page, known, [p for _, p in found])
    if not found:
        found += by_tail(page, known)
    found += by_initials(text, page, known)
    for span, place in find_places(text):
        if not any(
            place.key in p.key
            or p.key in place.key
            or is_part_of(place, p)
            or place.key == initials_of(p)  # "huyện MTT"
            for _, p in found
        ):
            found.append((span.start, place))
            page.mask(rf"(?:(?:{LEVEL_NAMES})\s+)?{re.escape(place.key)}(?!\w)")
    named = [_whole(_meant(p, known, page), known) for _, p in _innermost(found, page.folded)]
    named = list(dict.fromkeys(named))
    for kind in (ORGANISATIONS.get(p.level) for p in named if p.is_organisation):
        if kind:  # "HTX dịch vụ nông nghiệp A", whose name is covered
            page.mask(rf"\b(?:{kind})\s+(?:{OF_TRADE}\s+)+(?= {{2}})")
    named = [
        p
        for p in named
        if not any(p is not o and o.is_organisation and p.key in o.key for o in named)
    ]
    if any(p.level in _HAMLETS for p in named):
        page.mask(r"\bchi bo(?: dang)?\s+(?= {2})")  # "chi bộ thôn A": whose paper tells it
    asked = _without_demander(named, page.folded)
    if len(asked) < len(named):
        page.mask(rf"\b(?:{_COMMITTEES})\b")
    return asked


_HAMLETS = ("thôn", "bản", "ấp", "xóm", "buôn", "khóm", "làng", "khu phố", "tổ dân phố")
_COMMITTEES = (
    r"(?:thuong truc|ban thuong vu|ban chap hanh|bch|lanh dao)"
    r"(?: (?:huyen uy|thi uy|thanh uy|dang uy|tinh uy|hdnd|ubnd))?"
)


# "Thường trực Huyện ủy A yêu cầu xã B thu bao nhiêu?": of B, whoever demands it
_DEMANDS = re.compile(
    r"\b(?:yeu cau|giao|de nghi|chi dao|ket luan|lam viec)(?: (?:cho|doi voi|ve|voi|chi tieu))*"
    r" (?:(?:dang uy|dang bo|ubnd|ban chap hanh|chi bo) )*$"
)


def _without_demander(named: list[Place], folded: str) -> list[Place]:
    """Of two places the one of which the other, above it, demands something."""
    if len(named) != 2 or any(p.is_organisation for p in named):
        return named
    above, below = named
    at = re.search(rf"(?:(?:{LEVEL_NAMES})\s+)?{re.escape(below.key)}(?!\w)", folded)
    deeper = LEVEL_RANK.get(above.level, 9) < LEVEL_RANK.get(below.level, -1)
    return [below] if deeper and at and _DEMANDS.search(folded[: at.start()]) else named


_SCHOOL_NUMBER = (
    r"(?:\s+(?:so\s+)?[1-9](?=\s*[?,.;]|\s+(?!thang|nam|quy|ngay)[a-z]|\s*$))?"  # "THPT Sơn Ca 2"
)


def _whole(place: Place, known: Sequence[Place]) -> Place:
    """An organisation by its whole name, where a part of it was said: "cảng cá A"."""
    first = place.key.split()[0]
    known_so = any(place.key == p.key and place.level == p.level for p in known)
    longer = {
        p.key: p
        for p in known
        if p.key != place.key
        and is_short_for(place, p)
        and (not known_so or p.key.startswith(f"{first} "))  # said without its middle
    }
    return next(iter(longer.values())) if place.is_organisation and len(longer) == 1 else place


# A thing that bears a place's name; typed without accents it is not told from other words.
_THING = re.compile(
    r"(?<!\w)(?:cống|cầu|đập|kè|kênh|bến|cảng|hồ chứa|hồ thủy lợi|suối|thác|đồi|hầm|nhà máy"
    r"(?: (?:nước|máy|rác|điện))?|trạm (?:bơm|cấp nước|y tế)"
    r"|lò đốt(?: rác)?|bãi rác|bãi tắm|chợ|(?:cụm|khu) công nghiệp|cum cong nghiep"
    r"|khu cong nghiep|khu du lịch) $"
)
_ROAD = re.compile(r"\b(?:duong|tuyen|tinh lo|quoc lo|huyen lo|kenh|cau|cao toc)\b")
_INSIDE = re.compile(r"\W*(?:o|tai|thuoc|cua|trong|tren dia ban)\W*")


def _innermost(found: Sequence[tuple[int, Place]], folded: str) -> list[tuple[int, Place]]:
    """Without a place that another one lies in: "quỹ tín dụng A tại xã B" asks of the commune."""
    ordered = sorted(found, key=lambda f: f[0])
    seen: dict[tuple[bool, str], tuple[int, Place]] = {}
    for at, place in ordered:
        seen.setdefault((place.is_organisation, place.key), (at, place))
    ordered = list(seen.values())
    if len(ordered) != 2:
        return ordered
    (_, first), (at, second) = ordered
    if _ROAD.search(folded) and re.search(
        rf"{re.escape(first.key)}\s*[-–]\s*{re.escape(second.key)}", folded
    ):
        return []  # "đường A - B" is of neither
    end = folded.find(first.key)
    end = end + len(first.key) if end >= 0 else 0
    level = re.search(rf"(?:(?:{LEVEL_NAMES})\s+)?$", folded[end:at])
    between = folded[end : end + (level.start() if level else at - end)]
    if first.is_organisation and not second.is_organisation and _INSIDE.fullmatch(between):
        return ordered[1:]
    inner, outer = (LEVEL_RANK.get(p.level, 9) for p in (first, second))
    if outer < inner < 9 and re.fullmatch(r"\s*[(,]?\s*(?:thuoc|cua)?\s*", between):
        return ordered[:1]  # "xã A (huyện B)"
    return ordered


def _spelt_otherwise(typed: str, place: Place) -> bool:
    """Whether every syllable is typed with other accents than the place's name has.

    One slip ("Phú Lôc Hạ") or none typed at all is still the place.
    """
    return len(typed.split()) == len(place.name.split()) and all(_slips(typed, place))


def _slips(typed: str, place: Place) -> list[bool]:
    """For each syllable whether it is typed with another accent than the place's name has."""
    name = canonical_tones(place.name.lower().replace("'", "")).split()
    words = canonical_tones(typed).split()
    pairs = zip(words, name, strict=False)
    return [fold(word) != word and word != spelt for word, spelt in pairs]


# "Phường 2", "ấp 4": a place by its number, which is no name of its own in the records.
_NUMBERED = re.compile(
    r"\b(?:phuong|quan|khom|xom|ap|thon|to dan pho|khu pho|khu|buon|lang|doi) \d{1,2}\b"
    r"(?! (?:%|nam\b(?! \d{4})))"
)


def numbered_place(folded: str) -> str:
    """The numbered place that a question names, folded: "phuong 2"; "" where it names none."""
    asked = _NUMBERED.search(folded)
    return asked[0] if asked else ""


_SEVERAL = re.compile(
    r"\b(?:hai|ba|bon|cac|nhung|giua|[2-9]) (huyen|thi xa|xa|phuong|dac khu|thi tran|thanh pho)\b"
)


_ENGLISH_LEVELS = {
    "province": ("tỉnh",), "district": ("huyện",), "city": ("thành phố",), "ward": ("phường",),
    "town": ("thị xã", "thị trấn"), "township": ("thị trấn",), "commune": ("xã",),
}  # fmt: skip


def _meant(place: Place, known: Sequence[Place], page: Page) -> Place:
    """Of a commune and its cooperative of one name the one whose kind the question says.

    "gạo Hoa Gạo mà HTX bán" is asked of the cooperative, "Hoa Gạo trồng mấy ha?" of the commune.
    """
    if re.search(rf"(?:{LEVEL_NAMES})\s+{re.escape(place.key)}(?!\w)", page.folded):
        return place
    behind = re.search(rf"(?<!\w){re.escape(place.key)} (?P<level>\w+)", page.folded)
    if levels := _ENGLISH_LEVELS.get(behind["level"]) if behind else None:  # "A district"
        of_level = [p for p in known if p.key == place.key and p.level in levels]
        return of_level[0] if of_level else place
    if several := _SEVERAL.search(page.folded):  # "hai xã A và B": of that level, both
        of_level = [p for p in known if p.key == place.key and fold(p.level) == several[1]]
        if of_level:
            return of_level[0]
    alike = [p for p in known if p.key == place.key]
    besides = page.folded.replace(place.key, " ")  # a name may begin like a kind: "Trường Khê"
    said = [
        p
        for p in alike
        if p.is_organisation and re.search(rf"\b(?:{ORGANISATIONS.get(p.level, 'xx')})\b", besides)
    ]
    traded = re.search(rf"(?<!\w){TRADE_SAID}\s+{re.escape(place.key)}(?!\w)", page.folded)
    if traded and not said:  # "Thương mại A" is no town
        said = [p for p in alike if p.is_organisation]
    if len(said) == 1:
        return said[0]
    plain = [p for p in alike if not p.is_organisation]
    return plain[0] if place.is_organisation and not said and plain else place


def _level_fits(level: str, place: Place) -> bool:
    own = fold(place.level)
    level = {
        "to": "to dan pho",
        "huyen uy": "huyen",
        "thi uy": "thi xa",
        "thanh uy": "thanh pho",
        "htx": "hop tac xa",
        "dang uy xa": "xa",
    }.get(level, "truong" if SCHOOLS.fullmatch(level) else level)
    called = re.fullmatch(ORGANISATIONS.get(place.level, own), level) is not None
    return called or own.startswith(level) or level.startswith(own)
