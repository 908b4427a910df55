"""Organisations that a question names: by a part of the name, by its end, by the kind alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from assistant.page import Page
from corpus.normalize import fold, syllables
from corpus.organisations import OFFICES, TRADES
from corpus.places import Place

# How offices called after their place are named in a question, folded.
_OFFICE_NAMES = {
    "ban quản lý rừng": r"(?:ban quan ly|bql) (?:bao ve )?rung(?: phong ho| dac dung)?",
    "vườn quốc gia": r"vuon quoc gia",
    "khu bảo tồn": r"khu bao ton(?: thien nhien)?",
    "đồn biên phòng": r"don bien phong(?: cua khau)?",
    "hải quan": r"(?:chi cuc )?hai quan(?: cua khau)?",
}
_SCHOOLS = r"thpt|thcs|cao dang|cd|trung cap|mam non|mn|tieu hoc|(?:ptdt|dan toc )?(?:noi|ban) tru"
SCHOOLS = re.compile(_SCHOOLS)  # said without "trường", folded
LEVEL_NAMES = (
    r"tinh|huyen uy|thi uy|thanh uy|huyen|thi xa|thanh pho|xa(?: dao| bien gioi| vung cao)?"
    r"|(?<!dia )phuong|dac khu|thi tran|(?<!co )quan(?= \d)"
    rf"|{'|'.join(_OFFICE_NAMES.values())}"
    r"|(?<!dia )(?<!uy )ban|(?<!nong )thon|ap|lang|buon|khom|xom|khu pho|to dan pho"
    r"|(?:cong ty|cty)(?: co phan| cp| tnhh)?|ctcp|(?:lien hiep )?(?:hop tac xa|htx)"
    r"|to hop tac|tht|(?:ban quan ly|bql) cho(?: dau moi)?(?: nong san)?"
    r"|(?:ban quan tri )?(?:nha )?chung cu"
    r"|(?:quy tin dung|qtd)(?: nhan dan|nd)?|quy tdnd|qtdnd|quy|ngan hang"
    r"|(?:benh vien|bv(?:dk)?)(?: da khoa)?(?: khu vuc)?"
    r"|trung tam y te(?: khu vuc)?"
    r"|truong(?: (?:thpt|thcs|th|tieu hoc|mam non|mau giao|mn|pho thong|trung hoc|co so|dan toc"
    r"|(?:noi|ban) tru|ptdt(?:nt|bt)?|dt[nb]t|cao dang|trung cap|va|-))*"
    rf"|{_SCHOOLS}"
    r"|dang uy xa"
)


# Of whom a paper may be in an organisation, before its name, folded.
BODIES = r"(?:cong doan(?: co so)?|cdcs)"
ORGANISATION_WORDS = frozenset(syllables("trường phổ thông cổ phần"))


ORGANISATIONS = {
    "công ty": r"cong ty|cty|ctcp|company|corporation|water supply|enterprise",
    "hợp tác xã": r"(?:lien hiep )?(?:hop tac xa|htx)|cooperative",
    "trường": r"(?<!tang )(?<!thi )(?<!moi )(?<!may )(?<!nhieu )(?<!cac )(?<!so )(?<!cai )(?<!to )"
    r"truong(?! (?:chuan|dat|ban|phong|thon|doan|tram|cong an))|school",
    "quỹ tín dụng nhân dân": r"quy tin dung|quy tdnd|qtd(?:nd)?|credit fund",
    "tổ hợp tác": r"to hop tac|tht",
    "chợ": r"cho|(?:ban quan ly|bql) cho(?: dau moi)?(?: nong san)?|market",
    "chung cư": r"(?:ban quan tri )?(?:nha )?chung cu|condominium",
    "trung tâm y tế": r"trung tam y te|(?:medical|health) cent(?:re|er)",
    **{
        level: rf"{_OFFICE_NAMES[level]}|{english}"
        for level, english in (
            ("ban quản lý rừng", "forest board"),
            ("vườn quốc gia", "national park"),
            ("khu bảo tồn", "nature reserve"),
            ("đồn biên phòng", "border guard station|border post"),
            ("hải quan", "customs"),
        )
    },
    "bệnh viện": r"(?:benh vien|bv(?:dk)?)(?: da khoa)?(?: khu vuc)?"
    r"|(?:regional |district |provincial )?(?:general )?hospital",
}


# Words of a trade that records leave out of an organisation's name, folded.
OF_TRADE = rf"(?:{'|'.join(map(fold, TRADES))})"
TRADE_SAID = rf"(?:{'|'.join(fold(trade) for trade in TRADES if ' ' in trade)})"
_TRADE_WORDS = frozenset(w for trade in TRADES for w in fold(trade).split())


def by_part(page: Page, known: Sequence[Place], found: Sequence[Place]) -> list[tuple[int, Place]]:
    """An organisation named by its kind and a part of its name, where only one fits."""
    left = page.left()
    words = set(left.split()) | {w for p in found for w in p.key.split()}
    words |= {name for english, name in (("water", "nuoc"), ("supply", "cap")) if english in words}
    heads = not page.plain.isascii() and "trường" not in page.plain  # "tổ trưởng" is no school
    numbers = set(_NUMBER.findall(left))
    of_kind = [
        p
        for p in known
        if p.is_organisation and re.search(rf"\b(?:{ORGANISATIONS.get(p.level, 'xx')})\b", left)
        if not (heads and p.level == "trường")
    ]
    fitting = [
        p
        for p in of_kind
        if p not in found
        and (2 * len(words & set(p.key.split())) > len(p.key.split()) or _number(p.key) in numbers)
    ]
    if not fitting:  # "the Cửu Hàm coconut company": the end of its name, and its kind
        fitting = [
            p
            for p in of_kind
            if any(not o.is_organisation and p.key.endswith(f" {o.key}") for o in found)
        ]
    unique = {p.key: p for p in fitting}
    whole = [p for p in unique.values() if not any(_shortens(p, other) for other in fitting)]
    if len(whole) != 1:
        return []
    place = whole[0]
    if place.level in OFFICES:  # "bệnh viện đa khoa huyện A": no name right behind it
        page.mask(rf"\b(?:{ORGANISATIONS[place.level]})(?!\w)")
    _mask_name(page, place)
    return [(0, place)]


_NUMBER = re.compile(r"\bso (\d+)\b")


def _number(key: str) -> str:
    """The number that an organisation is told by: of "van tai so 7"; "" where it has none."""
    numbered = _NUMBER.search(key)
    return numbered[1] if numbered else ""


def _mask_name(page: Page, place: Place) -> None:
    """Masks the words that name an organisation, where two stand together or behind its kind."""
    word = "|".join(map(re.escape, place.key.split()))
    run = rf"(?:{word})(?!\w)(?:\s+(?:{word})(?!\w))"
    kind = rf"(?:(?:{BODIES}\s+)?(?:{LEVEL_NAMES})\s+(?:{OF_TRADE}\s+)*)?"
    page.mask(rf"(?<!\w){kind}{run}+")
    page.mask(rf"(?<!\w)(?:{LEVEL_NAMES})\s+(?:{word})(?!\w)")


# Kinds of organisation that a question can name alone ("công ty năm 2024 lãi bao nhiêu?").
_KIND_ALONE = re.compile(
    r"(?<!cac )(?<!may )(?<!nhieu )(?<!so )(?<!nhung )(?<!moi )\b(?P<kind>cong ty|quy tin dung"
    r"|trung tam y te|(?:benh vien|bv(?:dk)?)(?: da khoa)?|htx|hop tac xa"
    rf"|{'|'.join(_OFFICE_NAMES.values())})\b"
    r"(?! (?:moi|thanh lap|kieu moi|hoat dong|lam an))"
)


def organisation_by_kind(folded: str, records_of: Iterable[Place]) -> tuple[Place, str] | None:
    """The one organisation of the kind that a question names without its name, and how it does.

    "công ty", "công ty dịch vụ nghề cá": with the words of its trade.
    """
    match = _KIND_ALONE.search(folded)
    if match is None:
        return None
    kinds = [k for k, names in ORGANISATIONS.items() if re.fullmatch(names, match["kind"])]
    fitting = {p.key: p for p in records_of if p.level in kinds}
    if len(fitting) != 1:
        return None
    place = next(iter(fitting.values()))
    trade = {*place.key.split(), *_TRADE_WORDS}
    said = takewhile(trade.__contains__, folded[match.end("kind") :].split())
    return place, " ".join((match["kind"], *said))


def is_of_level(folded: str, kind: str) -> bool:
    """Whether a question's level belongs to the organisation: "bệnh viện huyện"."""
    return re.search(rf"\b{kind} (?:huyen|thi xa|thanh pho|xa)(?!\w)", folded) is not None


def _shortens(place: Place, other: Place) -> bool:
    """Whether an organisation's name is the beginning of another one's of its kind."""
    return place.level == other.level and other.key.startswith(f"{place.key} ")


def by_whole_name(text: str, short_names: Mapping[str, Place]) -> str:
    """A question with an organisation's short name ("VT7") written out, as it is typed."""
    if not short_names:
        return text
    known = "|".join(re.escape(short) for short in sorted(short_names, key=len, reverse=True))
    folded, written, end = fold(text), "", 0
    if len(folded) != len(text):
        return text
    for match in re.finditer(rf"(?<!\w)(?:{known})(?!\w)", folded):
        name = str(short_names[match[0]])
        written += text[end : match.start()] + (fold(name) if text.isascii() else name)
        end = match.end()
    return written + text[end:]


_LINKS = frozenset(syllables("và dịch vụ cổ phần"))
_LONGEST_TRADE = 4  # words


def by_trade(page: Page, known: Sequence[Place]) -> list[tuple[int, Place]]:
    """An organisation called by its trade and its place: "cảng cá A" without "công ty"."""
    left = page.left()
    for place in (p for p in known if p.is_organisation):
        words = place.key.split()
        if re.search(rf"(?<!\w){re.escape(place.key)}(?!\w)", left):
            continue  # by its whole name
        for size in (3, 2):
            trade, name = set(words[:-size]) - _LINKS, " ".join(words[-size:])
            at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", left)
            if len(trade) < _TRADE_SAID or at is None:
                continue
            before = left[: at.start()].split()[-_LONGEST_TRADE:]
            said = list(takewhile(trade.__contains__, reversed(before)))
            if len(said) >= _TRADE_SAID:
                named = rf"{' '.join(reversed(said))}\s+{re.escape(name)}"
                kind = rf"(?:(?:{BODIES}\s+)?(?:{LEVEL_NAMES})\s+)?"
                page.mask(rf"(?<!\w){kind}(?:{OF_TRADE}\s+)*{named}(?!\w)")
                return [(at.start(), place)]
    return []


_TRADE_SAID = 2  # words of a trade that tell the organisation from its place


def is_short_for(place: Place, whole: Place) -> bool:
    """Whether a name leaves out words of another one's: "Cảng cá A", "Cảng cá và dịch vụ A"."""
    words, all_words = place.key.split(), whole.key.split()
    alike = place.level == whole.level and words[-2:] == all_words[-2:]
    return alike and set(words) <= set(all_words)


def is_cut_short(place: Place, owner: Place) -> bool:
    """Whether an organisation is another one with its trade cut to initials: "KTCTTL Sông A"."""
    if place.level != owner.level or not place.is_organisation or place.key == owner.key:
        return False
    words, whole = place.key.split(), owner.key.split()
    cut = [w for w in words[:-2] if w not in whole]
    return words[-2:] == whole[-2:] and bool(cut) and not any(map(_VOWEL.search, cut))


_VOWEL = re.compile("[aeiouy]")


def is_part_of(place: Place, known: Place) -> bool:
    """Whether an organisation is named by some words of the known one's name."""
    both = place.is_organisation and known.is_organisation
    return both and set(place.key.split()) <= set(known.key.split())


# "cá lồng trên hồ Kháo": the lake that the fish company is called after
_WATER = re.compile(r" (?:hồ|suối|sông|núi|đèo|vịnh|đầm|thác|đảo|biển) \w+$", re.I)


def by_tail(page: Page, known: Sequence[Place]) -> list[tuple[int, Place]]:
    """An organisation called by the end of its name ("Lạc Thạch" for a longer one)."""
    left = page.left()
    tails: dict[str, Place] = {}
    for place in known:
        words = place.key.split()
        if place.is_organisation and len(words) > 2 and not _WATER.search(place.name):
            tails[" ".join(words[-2:])] = place
    hits = {tail: m for tail in tails if (m := re.search(rf"(?<!\w){re.escape(tail)}(?!\w)", left))}
    if len(hits) != 1:
        return []
    tail, match = next(iter(hits.items()))
    _mask_name(page, tails[tail])
    return [(match.start(), tails[tail])]


def without_run(words: tuple[str, ...], run: Sequence[str]) -> tuple[str, ...]:
    """Words without a run of them: "bệnh viện" leaves "nhân viên" whole."""
    size, ends = len(run), range(len(run), len(words) + 1)
    at = next((end for end in ends if words[end - size : end] == tuple(run)), None)
    return words if at is None else words[: at - size] + words[at:]


def without_body(text: str, names: Iterable[str]) -> tuple[str, str]:
    """A question without the body whose papers are meant, and that body's folded name.

    The longest of the folded `names` that the question says; ("", "") where it says none.
    """
    folded = fold(text)
    if len(folded) != len(text):
        return "", ""
    for name in sorted(names, key=len, reverse=True):
        if said := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            return text[: said.start()] + text[said.end() :].lstrip(), name
    return "", ""
