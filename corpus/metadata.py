"""A record's title, date, kind, issuing body and place, each with where it was read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from corpus.dating import record_date, told_period
from corpus.document import Document
from corpus.normalize import CAPITAL, fold
from corpus.periods import find_periods
from corpus.places import Place, upper_shouted
from corpus.record import Period, RecordKind
from corpus.whose import whose


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a record as a whole.

    `period` is the default of results that name none, `target_year` that of targets. `terms`
    are the terms of office that its opening names, `planned` the one that the record is a plan for.
    """

    title: str
    date: date | None
    kind: RecordKind
    body: str
    place: str
    period: Period | None
    target_year: int | None
    provenance: dict[str, str]
    terms: tuple[Period, ...] = ()
    planned: Period | None = None


def read_metadata(document: Document, source: str) -> Metadata:
    """Reads the metadata from the document, with the file's name as the last resort."""
    provenance: dict[str, str] = {}
    title, provenance["title"] = _title(document, source)
    title = upper_shouted(title)
    day, provenance["date"] = record_date(document, source)
    place, provenance["place"] = whose(document, title, source)
    kind = _kind(document, title, source)
    period, target_year = _years(document, title, day, source)
    opening = f"{title}\n{document.text[:_OPENING]}"
    return Metadata(
        title,
        day,
        kind,
        _body(document, title, place),
        str(place) if place else "",
        period,
        target_year,
        provenance,
        tuple(dict.fromkeys(f.period for f in find_periods(opening) if f.period.is_term)),
        _planned(title, day),
    )


_PLANS_TERM = re.compile(
    r"(?:kế hoạch|chương trình|đề án|phương án|quy hoạch|nghị quyết|mục tiêu|chỉ tiêu)\b.{0,120}?"
    r"(?:(?:5|năm) năm|giai đoạn)\b|nghị quyết\b.{0,40}?đại hội\b",
    re.I | re.S,
)
_LOOKS_BACK = re.compile(r"(?:sơ|tổng) kết|kết quả|giữa (?:nhiệm )?kỳ|kiểm điểm|đánh giá", re.I)


def _planned(title: str, day: date | None) -> Period | None:
    """The years for which a paper is the plan: "Kế hoạch 5 năm 2026 - 2030"."""
    named = [f.period for f in find_periods(title) if not f.base and f.period.part != "school"]
    terms = {p for p in named if p.is_term}
    if len(terms) != 1 or len(terms) < len(set(named)) or _LOOKS_BACK.search(title):
        return None
    term = terms.pop()
    ahead = day is None or term.last > day.year
    return term if ahead and _PLANS_TERM.search(title) else None


_OPENING = 1500  # characters in which a record says for which term its body was elected
_SHORT_TITLES = re.compile(
    r"^(?:nghị quyết|báo cáo|thông báo(?: kết luận)?|biên bản(?: (?:hội nghị|họp|cuộc họp))?"
    r"|kế hoạch|kết luận|chỉ thị|quyết định|tờ trình|chương trình)$",
    re.I,
)
_LETTERHEAD = re.compile(
    r"^\W*(?:cộng h[òo][àa]|độc lập|đảng cộng sản|đảng bộ|ủy ban nhân dân|uỷ ban|"
    r"hội đồng nhân dân|ubnd|hđnd|số[: ]|sở |"
    r"[^,]{2,30}, ngày|huyện |tỉnh |thị xã |xã |đảng ủy|đảng uỷ|công ty|hợp tác xã|trường|đơn vị|"
    r"khóa (?:[ivxlc]+|\d+)\b|\W*$)",
    re.I,
)
_BODY_TEXT = re.compile(
    r"^(?:hồi|ngày|tại|căn cứ|thực hiện|thời gian|i\.|1\.|điều\s+\d|kính gửi|phần|sáng|chiều"
    r"|-|đăng)",
    re.I,
)


# "BÁO CÁO CHÍNH TRỊ": a line of its own that says what kind of paper this is
_PAPER_LINE = re.compile(
    r"^[ \t*]*(?:NGHỊ QUYẾT|BÁO CÁO|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN)(?: [A-ZÀ-Ỹ]+)*[ *]*$", re.M
)
# "BÁO CÁO Kết quả công tác Hội năm 2023": what it is and what about, set as one
_PAPER_TITLE = re.compile(
    r"\W*(?:NGHỊ QUYẾT|BÁO CÁO|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN|KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH) \w"
)
_LONGEST_TITLE = 220  # characters
# "Cập nhật 21/12/2023, 07:45 | ...": about the page, not the meeting.
_PUBLISHED = re.compile(r"\W*(?:cập nhật|đăng|ngày đăng)\b", re.I)
# "09:12, 21/12/2017", "Hôm nay, Thứ bảy ngày ...", "Tìm kiếm tin tức"
_OF_PAGE = re.compile(r"[\W\d]+$|\W*(?:hôm nay,? thứ|tìm kiếm|trang chủ|thứ \S+, )", re.I)
_DIGIT = re.compile(r"\d")
_CAPTION = re.compile(r"\W*(?:tin|ảnh|bài|tin,? ảnh)\s*:", re.I)
_STORY = 15  # words from which on a full sentence is told, not a title


_PAPER_WORDS = 5  # of a shouted line that names the kind of paper, and nothing more


def _is_paper_line(text: str) -> bool:
    return _PAPER_LINE.fullmatch(text) is not None and len(text.split()) <= _PAPER_WORDS


def _is_story(text: str) -> bool:
    return text.endswith((".", "...", "…")) and len(text.split()) > _STORY and not text.isupper()


_ABOVE_TABLE = 6  # lines above a sheet's table in which its title stands
_SHEET_TITLE = re.compile(
    r"biểu|bảng|chỉ tiêu|tổng hợp|kết quả|danh sách|thống kê|theo dõi|tình hình|số liệu|tỷ lệ", re.I
)
_SITE_NAME = re.compile(
    r"^\W*(?:(?:cổng|trang)\s+(?:ttđt|thông tin|tin)"
    r"|báo (?!cáo|chí)[^,.:;]{2,30}?(?:điện tử|online)\W*$)",
    re.I,
)


# What a body does in a headline, and never in its letterhead.
_HEADLINE = re.compile(
    r"\s(?:bế mạc|khai mạc|họp|tổng kết|sơ kết|thông qua|bàn|tổ chức|triển khai|chốt|quyết)\s"
)


# "Đảng bộ huyện A: Dấu ấn một nhiệm kỳ"
_TOLD_OF = re.compile(
    r"(?!.*(?:số|đơn vị|địa chỉ|điện thoại|kính gửi|website|email):).*[^\W\d]: [^\W\d]", re.I
)


_NUMBER = re.compile(r"^[^(]*\bsố\s*:?\s*\d+\s*[-/]", re.I)  # "CÔNG TY A Số: 01/BB-ĐHĐCĐ"


def _is_letterhead(text: str) -> bool:
    if _HEADLINE.search(text) or _TOLD_OF.match(text):
        return False
    short = len(text) < 45 or _NUMBER.search(text)
    return bool(_LETTERHEAD.match(text)) and bool(short or "chủ nghĩa" in text.lower())


def _title(document: Document, source: str) -> tuple[str, str]:
    if document.title and len(document.title) > 8 and not _SHORT_TITLES.match(document.title):
        return document.title, "page"
    blocks = [b for b in document.blocks[:25] if b.kind != "row"]
    flat = [" ".join(document.text[b.start : b.end].split()) for b in blocks]
    for index, text in enumerate(flat):
        if _is_story(text):
            break  # a heading inside the text: "Kết luận"
        if _SHORT_TITLES.match(text.strip(" *#:.")) or _is_paper_line(text):
            return " ".join([text, *_subtitle(flat[index + 1 :])]), "text"
        if _PAPER_TITLE.match(text) and len(text) < _LONGEST_TITLE:
            return text, "text"
    for block in blocks[:_ABOVE_TABLE]:  # a letterhead and its paper set as one
        lines = document.text[block.start : block.end]
        if paper := _PAPER_LINE.search(lines):
            if lines != paper[0]:
                return " ".join(lines[paper.start() :].split()), "text"
            break
    if flat and flat[0].isascii():  # a sheet's name, typed without accents
        for text in flat[1:_ABOVE_TABLE]:
            if _SHEET_TITLE.search(text) and not _is_letterhead(text) and not _is_story(text):
                return text, "text"
    if not document.text.isascii():  # "Skip to main content": of the page
        flat = [" " if text.isascii() and not _DIGIT.search(text) else text for text in flat]
    for block, text in zip(blocks, flat, strict=True):
        if (
            block.kind == "heading"
            and (block.level == 1 or _SITE_NAME.match(flat[0]))
            and not _SITE_NAME.match(text)
            and len(text) > 12
            and not _is_letterhead(text)
        ):
            return text, "text"
    for text in flat:
        aside = (
            text.startswith("(")
            or _OF_PAGE.match(text)
            or _PUBLISHED.match(text)
            or _CAPTION.match(text)
        )
        if _is_story(text):
            break  # what comes behind the opening of the text itself is no title
        if 12 < len(text) < 220 and not (aside or _is_letterhead(text) or _BODY_TEXT.match(text)):
            return text, "text"
    return re.sub(r"\.\w+$", "", source).replace("_", " "), "file name"


_NUMBERED = re.compile(r"\W*số\W*\d", re.I)  # "Số 03/NQ-HĐT, thị trấn A, ngày ..."


# "(Hội nghị họp tại trụ sở Công ty, xã A)", "A. ĐÁNH GIÁ": where it was held, what comes first
_IS_NO_TITLE = re.compile(r"\(.*\btại (?!kỳ|hội nghị|đại hội)|(?:[A-H]|[IVX]+|\d+)[.)]\s", re.S)
# Right below "BÁO CÁO": "Thực hiện Nghị quyết HĐND huyện về ...", "Tại Hội nghị người lao động"
_SAYS_ABOUT = re.compile(
    r"(?:thực hiện|tại (?:hội nghị|đại hội|kỳ họp)) .*[^.:;,\s]\s*$", re.I | re.S
)


def _subtitle(texts: list[str]) -> list[str]:
    """The lines under "BÁO CÁO" that say what about."""
    lines: list[str] = []
    for text in texts[:3]:
        if (
            _is_letterhead(text)
            or (_BODY_TEXT.match(text) and (lines or not _SAYS_ABOUT.match(text)))
            or _NUMBERED.match(text)
            or len(text) > 200
            or (lines and (text.endswith(".") or _IS_NO_TITLE.match(text)))
        ):
            break
        lines.append(text)
        if sum(map(len, lines)) > 160:
            break
    return lines


_KINDS: tuple[tuple[RecordKind, re.Pattern[str]], ...] = (
    ("minutes", re.compile(r"biên bản|bien ban|\bbb\b")),
    ("resolution", re.compile(r"nghị quyết|nghi quyet|\bnq\b|nq-|quyết nghị")),
    ("notice", re.compile(r"thông báo|kết luận|\btb\b")),
    ("report", re.compile(r"báo cáo|bao cao|\bbc\b|bc-")),
    ("plan", re.compile(r"kế hoạch số|chương trình công tác|\bkh\b-")),
)


def _kind(document: Document, title: str, source: str) -> RecordKind:
    rows = sum(1 for b in document.blocks if b.kind == "row")
    if rows > 3 * max(1, len(document.blocks) - rows):
        return "table"
    if document.site or document.published:
        return "article"
    head = " ".join(document.text[:400].split()).lower()
    for text in (title.lower(), re.sub(r"[\W_]+", " ", source.lower()) + source.lower(), head):
        named = [(found.start(), kind) for kind, p in _KINDS if (found := p.search(text))]
        if named:  # "Báo cáo sơ kết thực hiện Nghị quyết": the first is what it is
            return min(named)[1]
    return (
        "article"
        if re.search(r"tin,? ảnh|ảnh:|cập nhật|đăng ngày", document.text, re.I)
        else "other"
    )


_BODIES = (
    r"Ban Chấp hành Đảng bộ|Ban Thường vụ|Thường trực|HĐND|UBND|Hội đồng nhân dân|"
    r"Ủy ban nhân dân|Huyện ủy|Huyện uỷ|Thị ủy|Thị uỷ|Thành ủy|Tỉnh ủy|Đảng ủy|Đảng uỷ|"
    r"Hội đồng trường|Đại hội đồng cổ đông|Đại hội thành viên|Hội Liên hiệp Phụ nữ|Hội LHPN|"
    r"Hội Nông dân|Hội Cựu chiến binh|Đoàn Thanh niên|Ủy ban MTTQ|Liên đoàn Lao động|"
    r"Ban đại diện HĐQT NHCSXH|Ban đại diện Hội đồng quản trị NHCSXH|Quỹ tín dụng nhân dân|Đảng bộ"
)
_BODY = re.compile(
    rf"(?:{_BODIES}|{_BODIES.upper()})"
    r"(?: (?i:huyện|xã|tỉnh|thị xã|thành phố|phường|thị trấn))?"
    rf"(?: {CAPITAL}[\w'’]*){{0,4}}"
)
_GIVES = re.compile(r"\s+giao(?!\w)")  # "kế hoạch HĐND huyện giao": who set a plan, not who writes


def _body(document: Document, title: str, place: Place | None) -> str:
    """Who writes; in the paper of an organisation the authorities are only guests."""
    if place is not None and place.is_organisation:
        return str(place)
    top = (m for m in _BODY.finditer(document.text[:1200]) if not _GIVES.match(m.string, m.end()))
    bodies = [" ".join(m[0].split()) for m in (*_BODY.finditer(title), *top)]
    if place is None:
        return bodies[0] if bodies else ""
    own = next((b for b in bodies if place.key in fold(b)), "")
    if not own:
        return bodies[0] if bodies else ""
    name = next(n for n in _BODIES.split("|") if own.lower().startswith(n.lower()))
    of_level = name.split()[0] in ("Huyện", "Thị", "Thành", "Tỉnh")  # "Huyện ủy A"
    return f"{name} {place.name if of_level else place}"


_TOP = 700  # characters in which a paper says what its meeting is about
_HALF_TOLD = re.compile(
    r"sơ kết (?:công tác |nhiệm vụ |tình hình |kết quả )?"
    r"((?:sáu|chín|[69]|0[69]) tháng(?: đầu năm)?)",
    re.I,
)
_SCHOOL_LINE = re.compile(r"^\W*năm học \d{4}\s*[-–]\s*\d{4}\W*$", re.I | re.M)
_NEW_YEAR = 20  # the day of January up to which a month's meeting looks back on the year before
_CLOSED = 4  # the month by which the year before has been looked back on
_ANNUAL = re.compile(r"thường niên", re.I)


def _years(
    document: Document, title: str, day: date | None, source: str
) -> tuple[Period | None, int | None]:
    """The default period of results and the default year of targets."""
    in_title = [
        f.period for f in find_periods(title) if not f.base and not f.period.part.startswith("m")
    ]
    part = next(
        (p.part for p in in_title if p.part in ("h1", "to9", "q1", "q2", "q3", "school")), ""
    )
    if not part:  # a title without it: "So ket 6 thang 2023.txt"
        named = find_periods(re.sub(r"[\W_]+", " ", fold(source)))
        part = next((f.period.part for f in named if f.period.part in ("h1", "to9")), "")
    if not part and (half := _HALF_TOLD.search(document.text[:_TOP])):
        part = next((f.period.part for f in find_periods(half[1]) if f.period.part), "")
    monthly = [f.period.part for f in find_periods(title) if re.fullmatch(r"m\d+", f.period.part)]
    if not part and monthly:  # a monthly record counts from January on
        month = int(monthly[0][1:])
        part = {3: "q1", 6: "h1", 12: ""}.get(month, f"to{month}" if month > 1 else "m1")
    school = next((p for p in in_title if p.part == "school"), None)
    if school is None and (line := _SCHOOL_LINE.search(document.text[:_TOP])):
        school = next((f.period for f in find_periods(line[0]) if f.period.part == "school"), None)
    if school:
        return school, school.last
    if day is None:
        planned = re.search(r"(?:kế hoạch|KH|mục tiêu|phương hướng)(?: năm)? (\d{4})", title, re.I)
        if planned and not part:  # "2021 - 2024 và kế hoạch 2025"
            return Period(int(planned[1]) - 1, int(planned[1]) - 1), int(planned[1])
        years = [p.first for p in in_title if p.first and not p.is_term]
        terms = {p for p in in_title if p.is_term}
        if not years and len(terms) == 1:  # "Các chỉ tiêu nhiệm kỳ 2020 - 2025"
            term = terms.pop()
            return term, term.last
        if not years and (told := told_period(document.text)) is not None:
            return told, told.first + 1
        year = min(years) if years else None
        return (Period(year, year, part) if year else None), (year + 1 if year else None)
    year = day.year
    titled = {p.first for p in in_title if p.first and not p.is_term}
    decides = re.search(r"nghị quyết", title, re.I)
    if day.month <= 6 and not part and not decides and _ANNUAL.search(document.text[:1500]):
        return Period(year - 1, year - 1), year  # members hear of the year before
    closes = re.search(rf"tổng kết[^.;]{{0,80}}năm {year - 1}\b", document.text[:_OPENING], re.I)
    if day.month <= _CLOSED and not part and not decides and closes:
        return Period(year - 1, year - 1), year  # a meeting in March that looks back on the year
    if day.month <= 2 and titled == {day.year - 1}:
        return Period(day.year - 1, day.year - 1, part), day.year
    early = day.month == 1 and (part == "" or (part == "m1" and day.day <= _NEW_YEAR))
    if early and not decides:
        return Period(year - 1, year - 1), year  # nothing of the new year is told yet
    if day.month <= 2 and not monthly:
        counts = Counter(f.period.first for f in find_periods(document.text) if not f.base)
        closing = re.search(r"31\s?[/.-]\s?12|tổng kết|quý IV", document.text[:3000])
        if counts[day.year - 1] > counts[day.year] or (closing and counts[day.year - 1]):
            return Period(day.year - 1, day.year - 1), day.year
    ahead = day.month >= 10 and part not in ("h1", "to9", "q1", "q2", "q3")
    return Period(year, year, part), year + 1 if ahead else year
