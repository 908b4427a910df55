"""Whose page an article stands on: the office that its site says it is of, never a newspaper."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.normalize import CAPITAL
from corpus.organisations import OFFICE_CALLED_AFTER, organisation_level
from corpus.places import COMMITTEE_LEVELS, LEVEL_RANK, Place, find_places
from corpus.titles import OF_AN_OFFICE

LEAD = 900  # characters at the top in which an article says whose meeting it reports
# A body named by its level alone: "Ban Chấp hành Đảng bộ huyện khóa XX họp".
LEVEL_ALONE = re.compile(
    r"(?:Đảng bộ|HĐND|UBND|Ủy ban nhân dân|Hội đồng nhân dân|MTTQ(?: Việt Nam)?)\s+"
    r"(huyện|thị xã|thành phố|xã|phường|đặc khu)"
    rf"(?!\s{CAPITAL}[a-zà-ỹ])|\b(Huyện|Thị|Thành) (?:ủy|uỷ)(?!\s{CAPITAL})"
)
# "TRUNG TÂM Y TẾ HUYỆN A": an organisation named by its district.
_OFFICE = re.compile(
    rf"(?<!\w)({OFFICE_CALLED_AFTER}|trường (?:ptdt(?:nt|bt)?|phổ thông dân tộc|dân tộc|th|thcs"
    r"|tiểu học|mầm non)(?!\w)[^\n,.;:]{0,40})"
    r"\s+$",
    re.I,
)


def said_level(level: re.Match[str]) -> str:
    """The level that a body named by it alone is of."""
    return level[1] or COMMITTEE_LEVELS[level[2]]


def called_after(text: str) -> Place | None:
    """The hospital, school or other office, called after its place, of a title or a letterhead."""
    for span, place in find_places(text):
        if kind := _OFFICE.search(text[: span.start]):
            return Place(organisation_level(kind[1].lower()), place.name)
    return None


def owner_of_page(document: Document) -> Place | None:
    """The place whose own page tells of "UBND huyện" and never says which.

    So with the organisation whose page tells of "Bệnh viện".
    """
    lead, site = document.text[:LEAD], _site_of(document)
    own = called_after(site) or next((p for _, p in find_places(site) if p.is_organisation), None)
    if own is not None:
        alone = re.search(rf"(?<!\w){own.level}(?!\w)", lead, re.I)
        return own if alone else None
    if (body := LEVEL_ALONE.search(lead)) is not None:
        rank = LEVEL_RANK.get(body[1] or "", 1)  # "Huyện ủy", "Thị ủy"
    elif _PROVINCE_ALONE.search(lead):
        rank = LEVEL_RANK["tỉnh"]
    else:
        return None
    owners = [place for _, place in find_places(site)]
    return next((p for p in owners if LEVEL_RANK.get(p.level) == rank), None)


# "Ban Chấp hành Đảng bộ tỉnh họp", "Sở tổ chức hội nghị": of the province, which the page names
_PROVINCE_ALONE = re.compile(
    rf"(?:Đảng bộ|HĐND|UBND|Ủy ban nhân dân|Hội đồng nhân dân)\s+tỉnh(?!\s{CAPITAL}[a-zà-ỹ])"
    rf"|\bTỉnh (?:ủy|uỷ)(?!\s{CAPITAL})|\bSở(?= (?:đã )?(?:tổ chức|họp|tổng kết|sơ kết|triển khai))"
)


def place_of_page(document: Document) -> Place | None:
    """The place of the office whose page it is; a newspaper is of no place that it writes about."""
    return next((place for _, place in find_places(_site_of(document))), None)


def _site_of(document: Document) -> str:
    site = document.site or page_name(document.text)
    return "" if _PRESS.match(site) else site


_PRESS = re.compile(r"\W*(?:báo(?! cáo)|tạp chí|đài|tin tức|thời báo|nhật báo)(?!\w)", re.I)


def page_name(text: str) -> str:
    """The line at the top by which a page of an office names itself, "" on other papers."""
    named = _PAGE_NAME.search(text[:_PAGE_TOP])
    return named[0] if named else ""


_PAGE_TOP = 300  # characters
_PAGE_NAME = re.compile(rf"{OF_AN_OFFICE}[^\n]*$", re.I | re.M)
