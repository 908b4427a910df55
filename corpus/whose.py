"""Whose business a record is: the place of its title, its letterhead, its organiser."""

from __future__ import annotations

import re
from collections import Counter

from corpus.document import Document, Span
from corpus.letterhead import letterhead_of
from corpus.letters import sender_of, without_addressees
from corpus.normalize import CAPITAL, fold, fold_with_offsets
from corpus.numbered_places import numbered_place
from corpus.organisations import OFFICE_CALLED_AFTER, organisation_level
from corpus.organisers import (
    organisation_met,
    organisers_in,
    place_of_speaker,
    place_visited,
)
from corpus.places import (
    FOLDED_LEVELS,
    LEVEL_RANK,
    Place,
    ends_name,
    find_places,
    plain_name,
)
from corpus.sites import (
    LEAD,
    LEVEL_ALONE,
    called_after,
    owner_of_page,
    page_name,
    place_of_page,
    said_level,
)


def whose(document: Document, title: str, source: str) -> tuple[Place | None, str]:
    """The place or organisation whose business a record is, and where that was read."""
    place, provenance = _place(document, title, source)
    if place is None:
        return None, provenance
    return _in_full(_unshouted(place, document.text), document), provenance


def _in_full(place: Place, document: Document) -> Place:
    """An organisation by its whole name, where its letterhead sets that on two lines.

    "CÔNG TY CỔ PHẦN HẠ TẦNG / KHU CÔNG NGHIỆP BẮC SƠN" is spelt on one line in the text.
    """
    if not place.is_organisation:
        return place
    head = " ".join(fold(letterhead_of(document)).split())
    longer = Counter(
        other
        for _, other in find_places(document.text)
        if other.level == place.level and other.key.startswith(f"{place.key} ")
        if other.key in head
    )
    return longer.most_common(1)[0][0] if longer else place


def _place(document: Document, title: str, source: str) -> tuple[Place | None, str]:
    """The place whose business the record is: named in the title, the letterhead or most often."""
    letterhead, lead = letterhead_of(document), without_addressees(document.text[:LEAD])
    if sender := sender_of(document.text):
        letterhead = sender
    if numbered := numbered_place(title, letterhead):
        return numbered, "title"
    in_title = [p for _, p in find_places(title)]
    if in_title:
        organisations = [p for p in in_title if p.is_organisation]
        if not organisations and _PART_OF.search(title):
            hosts = organisers_in(lead)
            hosts = [p for p in hosts if _depth(p) > _depth(in_title[0])]
            if hosts:
                return hosts[0], "text"
        return (organisations or [called_after(title) or in_title[0]])[0], "title"
    spans = find_places(letterhead)
    heads = [p for _, p in spans]
    writers = [(at, p) for at, p in spans if p.is_organisation]
    written = [(at, p) for at, p in spans if _BODY_BEFORE.search(letterhead[: at.start])]
    office = called_after(letterhead)
    if office and written and _OFFICE_BELOW.search(letterhead):
        return written[-1][1], "text"  # "TRUNG TÂM Y TẾ HUYỆN A / TRẠM Y TẾ XÃ B"
    if writers and written and _OFFICE_BELOW.search(letterhead):
        return written[-1][1], "text"  # "TRUNG TÂM Y TẾ KHU VỰC A / TRẠM Y TẾ XÃ B"
    if writers:  # the lower one of a letterhead: "TỔNG CÔNG TY A / CÔNG TY B"
        shouted = [p for at, p in writers if letterhead[at.start : at.end].isupper()]
        return (shouted[-1] if shouted else writers[0][1]), "text"
    if office := office or _of_level(document, letterhead):
        return office, "text"
    if (own := owner_of_page(document)) and page_name(document.text):
        return own, "site"
    bodies = [
        place
        for at, place in spans
        if (at, place) in written
        or _COMMITTEE.match(letterhead, at.start)
        or _fills_line(letterhead, at)
    ]
    if bodies:
        # the later of two of one rank: "ĐẢNG BỘ THÀNH PHỐ A / HUYỆN ỦY B"
        below = max(reversed(bodies), key=_depth)
        seat = _of_dateline(document)  # "LIÊN ĐOÀN LAO ĐỘNG TỈNH A / LIÊN ĐOÀN LAO ĐỘNG HUYỆN"
        return (seat if seat and _depth(seat) > _depth(below) else below), "text"
    if body := _organisation_in_title(document.text, title) or _typed_in_haste(title, source):
        return body, "title"
    if met := organisation_met(lead) or place_of_speaker(lead):
        return met, "text"
    if seat := _of_dateline(document):
        return seat, "text"
    if visited := place_visited(lead):
        return visited, "text"
    if spelt := _spelt_in_title(document.text, title, source):
        return spelt, "title"
    organisers = organisers_in(lead)
    owner = owner_of_page(document)
    if owner and organisers and all(_depth(p) > _depth(owner) for p in organisers):
        return owner, "site"  # a district's own page, on which its communes get tasks
    if heads:  # what a page names beside its article is not who met
        return max([p for p in heads if p in organisers[:1]] or heads, key=_depth), "text"
    if centre := _CENTRE.search(lead):
        of_district = [p for _, p in find_places(centre["of"])]
        if of_district:
            return Place("trung tâm y tế", of_district[0].name), "text"
    if organisers:
        return organisers[0], "text"
    if titled := _named_in_title(document, title, source):
        return titled, "title"
    if own := owner_of_page(document):
        return own, "site"
    if filed := _named_in_file(document.text, source):
        return filed, "file name"
    if own := place_of_page(document):
        return own, "site"
    votes: Counter[Place] = Counter()
    lowest = _told_level(document.text)
    for _, place in find_places(document.text):
        if LEVEL_RANK.get(place.level, 0) <= lowest:
            votes[place] += 3 if LEVEL_RANK.get(place.level) == 1 else 1
    if votes:
        return votes.most_common(1)[0][0], "text"
    in_name = [p for _, p in find_places(source)]
    return (in_name[0], "file name") if in_name else (None, "unknown")


# "A: xã đầu tiên của huyện B về đích": of the commune, which its organisers name
_PART_OF = re.compile(
    r"(?<!\w)(?:xã|phường|đặc khu|thị trấn|thôn|đơn vị|địa phương)(?: [^\W\d]+){0,6}? (?:của"
    r"|trong|thuộc) "
    r"(?:toàn )?(?:huyện|thị xã|thành phố|tỉnh)(?!\w)",
    re.I,
)
_SPEAKS_OF_LEVEL = re.compile(
    r"(?:của|toàn|trên địa bàn|trong)\s+(tỉnh|huyện|thị xã|thành phố|quận|xã|phường|đặc khu"
    r"|thị trấn)"
    rf"(?!\s+{CAPITAL}|\s+(?:hội|tỉnh|huyện|phường|đặc khu|nông))"
)


def _told_level(text: str) -> int:
    """The rank of the level that a text speaks of without a name: "của huyện", "toàn huyện".

    A commune named in such a text is one of the district's, not whose business it tells.
    """
    levels = Counter(LEVEL_RANK[m[1]] for m in _SPEAKS_OF_LEVEL.finditer(text))
    bodies = {LEVEL_RANK.get(m[1] or "", 0) for m in LEVEL_ALONE.finditer(text[:LEAD])}
    lowest = LEVEL_RANK["xã"] if LEVEL_RANK["xã"] in bodies else max(LEVEL_RANK.values())
    most = max(levels, key=lambda rank: (levels[rank], rank), default=lowest)
    return min(lowest, most)


def _fills_line(text: str, span: Span) -> bool:
    """Whether a letterhead's line is a place and nothing else: the hamlet below "UBND XÃ A"."""
    line = text[text.rfind("\n", 0, span.start) + 1 :].split("\n", 1)[0]
    return line.strip() == text[span.start : span.end]


def _depth(place: Place) -> int:
    """How far below the province: the lowest of a letterhead's places is its writer's."""
    return LEVEL_RANK.get(place.level, 1)


# "ĐẢNG ỦY XÃ A": the place whose body writes, not one that is only named there.
_BODY_BEFORE = re.compile(
    r"(?:đảng (?:ủy|uỷ|bộ)|ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|hội đồng nhân dân|chi bộ"
    r"|mttq|ldld|lđlđ|hnd|lhpn|hội lhpn|ccb|đtn|ban chấp hành|ban thường vụ|bch"
    r"|(?<!xã )(?:hội|đoàn|liên đoàn)(?: [^\W\d_]+){0,6}"
    r"|phòng (?:[^\W\d_]+ ){1,6}|công an|chi cục(?: [^\W\d_]+){1,3}|kho bạc nhà nước|thanh tra"
    r"|bảo hiểm xã hội|bhxh|ban chỉ huy quân sự|hạt kiểm lâm|tòa án nhân dân"
    r"|viện kiểm sát nhân dân|trạm y tế)"
    r"\s*$",
    re.I,
)
_OFFICE_BELOW = re.compile(r"\n\W*TRẠM Y TẾ (?:XÃ|PHƯỜNG|THỊ TRẤN)")
_CENTRE = re.compile(
    r"(?:Trung tâm Y tế|Bệnh viện(?: đa khoa)?)\s+(?P<of>(?:huyện|thị xã|thành phố)\s+"
    rf"{CAPITAL}[\w'’]*(?: {CAPITAL}[\w'’]*){{0,3}})\s+"
    r"(?:đã |vừa |long trọng )?(?:tổ chức|tiến hành|họp)"
)
_COMMITTEE = re.compile(r"(?:huyện|thị|thành|tỉnh|quận) (?:ủy|uỷ)(?!\w)", re.I)
_TITLE_NAME = re.compile(rf"(?:^|: )({CAPITAL}[\w'’]*(?: {CAPITAL}[\w'’]*){{1,4}})(?=[\s:,])")
# "Vốn chính sách về với vùng đồi Sơn Ca": of two words, persons have three
_NAME_IN_TITLE = re.compile(
    rf"(?<=[a-zà-ỹ] )({CAPITAL}[a-zà-ỹ]+ {CAPITAL}[a-zà-ỹ]+)(?=\s[a-zà-ỹ]|[:,]|$)"
)


_OPENS_WITH_NAME = re.compile(rf"({CAPITAL}[a-zà-ỹ'’]+ {CAPITAL}[a-zà-ỹ'’]+)(?:\s[-–]|:)\s")


def _named_in_title(document: Document, title: str, source: str) -> Place | None:
    """The place of an article whose title names it without its level: "A nhìn lại năm 2023".

    The page's or the file's own name must hold it as well, else it could be anybody's name.
    """
    alone = LEVEL_ALONE.search(document.text[:LEAD])
    told = Counter(m[1] for m in _SPEAKS_OF_LEVEL.finditer(document.text)).most_common(1)
    level = said_level(alone) if alone else told[0][0] if told else ""
    found = [m for p in (_TITLE_NAME, _NAME_IN_TITLE) for m in p.finditer(title)]
    names = [m[1] for m in found if not m[1].isupper()]
    slug = re.sub(r"[\W_]+", "", fold(f"{source} {document.site}"))
    named = [n for n in names if re.sub(r"\W+", "", fold(n)) in slug and n in document.text]
    if not named and alone and (opens := _OPENS_WITH_NAME.match(title)):
        named = [opens[1]]  # "Nà Lơi - mùa xuân đang về", of a page that says "huyện"
    return Place(level, named[0]) if level and named else None


def _of_dateline(document: Document) -> Place | None:
    """The place of a body that its letterhead names by its level alone.

    "LIÊN ĐOÀN LAO ĐỘNG HUYỆN", "Sơn Ca, ngày 22 tháng 01 năm 2021": spelt as the text names one
    of that level most often, else as where the paper was signed.
    """
    top = document.text[:_LETTERHEAD]
    lines = [line for line in top.split("\n") if line.isupper()]
    level = next((found for line in lines if (found := _ENDS_WITH_LEVEL.search(line))), None)
    signed = _SIGNED_AT.search(top)
    if level is None or signed is None:
        return None
    named = Counter(p for _, p in find_places(document.text) if p.level == level[1].lower())
    return named.most_common(1)[0][0] if named else Place(level[1].lower(), signed[1])


# "BỆNH VIỆN ĐA KHOA TỈNH", above "Sơn Ca, ngày 17 tháng 01 năm 2025"
_OFFICE_OF_LEVEL = re.compile(
    rf"^\W*(?P<office>{OFFICE_CALLED_AFTER}) (?:tỉnh|huyện|thành phố|thị xã)\W*$", re.I | re.M
)


def _of_level(document: Document, letterhead: str) -> Place | None:
    """The office that a letterhead names by its level alone, called after where it signed."""
    office = _OFFICE_OF_LEVEL.search(letterhead)
    signed = _SIGNED_AT.search(document.text[:_LETTERHEAD])
    if office is None or signed is None:
        return None
    return Place(organisation_level(office["office"].lower()), signed[1])


_LETTERHEAD = 500  # characters
_ENDS_WITH_LEVEL = re.compile(r"\s(HUYỆN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN)\W*$")
_SIGNED_AT = re.compile(
    rf"(?:^|\s{{2}})\W*({CAPITAL}[\w'’]*(?: {CAPITAL}[\w'’]*){{0,3}}), ngày\s", re.M
)


def _organisation_in_title(text: str, title: str) -> Place | None:
    """The organisation that a title names without saying what it is, or by its name's end.

    "Vân Trì: Làm giàu từ rau" of "HTX Rau Vân Trì", where no commune is called so.
    """
    plain = plain_name(title)
    told = [p for _, p in find_places(text)]
    communes = {p.key for p in told if not p.is_organisation}
    for place in (p for p in told if p.is_organisation):
        words = place.key.split()
        for name in (place.key, " ".join(words[-3:]), " ".join(words[-2:])):
            whole = name == place.key or len(words) > len(name.split())
            said = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) and " " in name
            if whole and said and not any(name in key or key in name for key in communes):
                return place
    return None


def _spelt_in_title(text: str, title: str, source: str) -> Place | None:
    """The place that a title and the file are named after, with the level that the text gives."""
    name = _TITLE_NAME.match(title)
    slug = re.sub(r"[\W_]+", "", fold(source))
    if title.isupper():  # "AN NINH GIỮ NHỊP SẢN XUẤT": where the name ends only the text tells
        plain = fold(title)
        shouted = Counter(
            p
            for _, p in find_places(text)
            if not p.is_organisation
            and re.search(rf"(?<!\w){re.escape(p.key)}(?!\w)", plain)
            and re.sub(r"\W+", "", p.key) in slug
        )
        return shouted.most_common(1)[0][0] if shouted else _prefix_in_file(text, title, slug)
    if name is None or name[1].isupper() or re.sub(r"\W+", "", fold(name[1])) not in slug:
        return None
    named = Counter(p for _, p in find_places(text) if p.name == name[1])
    level = LEVEL_ALONE.search(text[:LEAD])
    if level and Place(said_level(level), name[1]) in named:
        return Place(said_level(level), name[1])  # a district's, whose town bears its name
    return named.most_common(1)[0][0] if named else None


# "BIÊN BẢN họp BCH đảng bộ xã sơn ca mở rộng", in a file called "son ca 5-7.txt"
_IN_HASTE = re.compile(
    r"(?:đảng bộ|đảng ủy|đảng uỷ|ubnd|hđnd|hội đồng nhân dân|ủy ban nhân dân|ub|mttq)\s+"
    r"(xã|phường|đặc khu|thị trấn|huyện|thị xã)\s+"
    r"(?!(?:khóa|khoá|lần|kỳ|kì|nhiệm|họp|năm|mở|tổng|sơ|tháng|quý|về|giao|đã)(?!\w))"
    r"([a-zà-ỹđ]+ [a-zà-ỹđ]+)(?!\w)",
)


def _typed_in_haste(title: str, source: str) -> Place | None:
    """The place that a title typed without capitals names, where the file bears its name."""
    slug = re.sub(r"[\W_]+", "", fold(source))
    for named in _IN_HASTE.finditer(title.lower()):
        if re.sub(r"\W+", "", fold(named[2])) in slug:
            return Place(named[1], named[2].title())
    return None


_PAPER = re.compile(
    r"(?:BIÊN BẢN|BÁO CÁO|NGHỊ QUYẾT|KẾ HOẠCH|THÔNG BÁO|TỜ TRÌNH|KẾT LUẬN|CHƯƠNG TRÌNH|BIỂU|BẢNG"
    r"|TỔNG HỢP|QUYẾT ĐỊNH|CÔNG VĂN|DANH SÁCH|PHỤ LỤC|(?:BÀI )?PHÁT BIỂU|DIỄN VĂN)(?!\w)"
)


def _prefix_in_file(text: str, title: str, slug: str) -> Place | None:
    """The words that a shouted title opens with and its file is named after, of the told level."""
    level, words = LEVEL_ALONE.search(text[:LEAD]), title.split()
    if _PAPER.match(title):
        return None  # "BIÊN BẢN HỌP NHÂN DÂN" in "bien ban hop.txt"
    for size in range(min(4, len(words)), 1, -1):
        if level and re.sub(r"\W+", "", fold(" ".join(words[:size]))) in slug:
            return Place(said_level(level), " ".join(word.capitalize() for word in words[:size]))
    return None


# "bc-ubnd-xa-tan-ha.docx", spelt without accents as names of files are
_LEVEL_IN_FILE = re.compile(
    r"\b(thi tran|thi xa|thanh pho|huyen|xa|phuong|dac khu)((?: [a-z]+){1,4})"
)


def _named_in_file(text: str, source: str) -> Place | None:
    """The place that a file is named after, spelt as the text spells it."""
    plain, at = fold_with_offsets(text)
    for named in _LEVEL_IN_FILE.finditer(" ".join(re.findall(r"[a-z]+", fold(source)))):
        words = named[2].split()
        for size in range(len(words), 0, -1):
            for found in re.finditer(rf"(?<!\w){' '.join(words[:size])}(?!\w)", plain):
                name = text[at[found.start()] : at[found.end()]]
                if name.istitle():
                    return Place(FOLDED_LEVELS[named[1]], name)
    return None


_BEHIND = 24  # characters behind a name that tell whether it has ended


def _unshouted(place: Place, text: str) -> Place:
    """A shouted title runs a name into the words behind it; the text spells it as it is."""
    words = place.name.split()
    if place.is_organisation:
        return place
    names = [" ".join(words[:n]) for n in range(len(words), min(1, len(words) - 1), -1)]
    # "HUYỆN ỦY TÂN LẬP ĐÔNG", signed in the town of Tân Lập: no line runs on there
    alone = re.search(rf"(?m)(?<=\s){re.escape(place.name.upper())}\s*$", text[:_LETTERHEAD])
    for name in names:
        level = rf"{place.level}\s+" if alone and name != place.name else ""
        if re.search(rf"(?<!\w){level}{re.escape(name)}(?!\s?{CAPITAL}[a-zà-ỹ])", text):
            return place._replace(name=name)
    for name in names:  # nowhere but in capitals
        shouted = re.finditer(rf"(?<!\w){re.escape(name.upper())}(?!\w)", text)
        if any(ends_name(text[found.end() : found.end() + _BEHIND]) for found in shouted):
            return place._replace(name=name)
    return place._replace(name=" ".join(words[:2])) if len(words) > 2 else place
