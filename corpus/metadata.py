"""A record's title, date, kind, issuing body and place, each with where it was read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from corpus.dating import record_date, told_period, year_of_number
from corpus.document import Document
from corpus.letterhead import letterhead_of
from corpus.normalize import CAPITAL, fold
from corpus.periods import find_periods
from corpus.places import Place, upper_shouted
from corpus.record import Period, RecordKind
from corpus.titles import find_title
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
    title, provenance["title"] = find_title(document, source)
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
# Who writes besides, where the letterhead says so; elsewhere they are spoken of.
_WRITERS = (
    r"Hội Người cao tuổi|Hội NCT|Hội Khuyến học|Hội Chữ thập đỏ|Hội Cựu chiến binh|Hội CCB|Công an|"
    r"Tòa án nhân dân|Toà án nhân dân|Viện kiểm sát nhân dân|Hạt Kiểm lâm|Chi cục Thuế|Trạm Y tế|"
    r"Bảo hiểm xã hội|Kho bạc Nhà nước|Ban Chỉ huy Quân sự|Đoàn TNCS Hồ Chí Minh|"
    r"Ủy ban Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc|"
    r"Ủy ban MTTQ Việt Nam"
)
_LEVEL = r"(?:\s+(?i:huyện|xã|tỉnh|thị xã|thành phố|phường|đặc khu|thị trấn))?"
_PARTY = r"(?: (?:Đảng|Huyện|Thị|Thành|Tỉnh) (?:ủy|uỷ))?"  # "Ban Thường vụ Đảng ủy xã A"
_NAMED = rf"(?: {CAPITAL}[\w'’]*){{0,4}}"
_BODY = re.compile(rf"(?:{_BODIES}|{_BODIES.upper()}){_PARTY}{_LEVEL}{_NAMED}")
_WRITER = re.compile(rf"(?i:{_WRITERS}|{_BODIES}){_PARTY}{_LEVEL}{_NAMED}")
_GIVES = re.compile(r"\s+giao(?!\w)")  # "kế hoạch HĐND huyện giao": who set a plan, not who writes


_COUNTER = re.compile(
    r"^\W*(?:TRUNG TÂM (?:PHỤC VỤ )?HÀNH CHÍNH CÔNG|BỘ PHẬN (?:MỘT CỬA|TIẾP NHẬN VÀ TRẢ KẾT QUẢ))",
    re.M,
)
# "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM / BAN THƯỜNG VỤ HUYỆN A": the district's women's union
_NATIONAL = re.compile(
    r"(?i:((?:hội|liên đoàn|ủy ban|mặt trận) .*?) việt nam|(đoàn tncs hồ chí minh)(?: tỉnh .*)?)"
)
_COMMITTEE = re.compile(r"(?:ban )?(?:thường (?:vụ|trực)|chấp hành)(?!\w)(?! đảng)", re.I)


def _as_named(union: str) -> str:
    """An association's name as it is written outside a shouted letterhead."""
    names = f"{_BODIES}|{_WRITERS}".split("|")
    return next((name for name in names if name.lower() == union.lower()), union)


def _body(document: Document, title: str, place: Place | None) -> str:
    """Who writes; in the paper of an organisation the authorities are only guests."""
    if place is not None and place.is_organisation:
        return str(place)
    top = (m for m in _BODY.finditer(document.text[:1200]) if not _GIVES.match(m.string, m.end()))
    bodies = [" ".join(m[0].split()) for m in (*_BODY.finditer(title), *top)]
    if place is None:
        return bodies[0] if bodies else ""
    heads = [" ".join(m[0].split()) for m in _WRITER.finditer(letterhead_of(document))]
    # the lower one: "HỘI NÔNG DÂN HUYỆN A / HỘI NÔNG DÂN XÃ B"
    own = next((b for b in (*reversed(heads), *bodies) if place.key in fold(b)), "")
    if _COUNTER.search(letterhead_of(document)):  # below "UBND PHƯỜNG A", without its place
        return f"Trung tâm Phục vụ hành chính công {place}"
    union = next((m[1] or m[2] for h in heads if (m := _NATIONAL.fullmatch(h))), "")
    if union and (not own or _COMMITTEE.match(own)):
        return f"{_as_named(union)} {place}"
    if not own:
        return bodies[0] if bodies else ""
    names = (n for n in f"{_BODIES}|{_WRITERS}".split("|") if own.lower().startswith(n.lower()))
    name = max(names, key=len)
    if (party := re.match(_PARTY, own[len(name) :], re.I)) and party[0]:
        name += f" {party[0].strip().capitalize()}"
    of_level = name.split()[-2:][0] in ("Huyện", "Thị", "Thành", "Tỉnh")  # "Huyện ủy A"
    return f"{name} {place.name if of_level else place}"


_TOP = 700  # characters in which a paper says what its meeting is about
_HALF_TOLD = re.compile(
    r"(?:sơ kết|đánh giá|nhìn lại|kiểm điểm|về tình hình|về kết quả)\s(?:[^.;:\d]{0,60}?\s)?"
    r"((?:sáu|bảy|tám|chín|mười|mười một|0?[6-9]|1[01]) tháng(?: đầu năm)?)(?! (?:cuối|còn))",
    re.I,
)
_TOLD_IN = {"h1": range(6, 10), "to9": range(9, 13)} | {
    f"to{month}": range(month, min(month + 3, 13)) for month in (7, 8, 10, 11)
}  # the months in which a part is looked back on
# "dự toán ngân sách năm 2026", not "thực hiện dự toán năm 2025"
_PLAN_OF = re.compile(
    r"(.{0,60})(?<!\w)(?:kế hoạch|KH|mục tiêu|phương hướng|dự toán|(?:giao|phân bổ) chỉ tiêu)"
    r"(?:,?\s(?!thực hiện|kết quả)(?:[^\W\d]+|-)){0,8}?(?: năm)? (\d{4})(?!\s*[-–]\s*\d)",
    re.I,
)
_CARRIED_OUT = re.compile(
    r"(?:thực hiện|giám sát|đánh giá|kiểm tra|tổng kết|sơ kết)(?: (?!và )[^\W\d]+){0,5}\s*$", re.I
)
_SCHOOL_LINE = re.compile(r"^\W*năm học \d{4}\s*[-–]\s*\d{4}\W*$", re.I | re.M)
_NEW_YEAR = 20  # the day of January up to which a month's meeting looks back on the year before
_CLOSED = 4  # the month by which the year before has been looked back on
_SETS = re.compile(r"\W*(?:nghị quyết|kế hoạch|chương trình|quyết định)(?!\w)", re.I)
_JUST_BEGUN = 2  # the month up to which a year's plan is made in the year itself
_SCHOOL_CLOSES = 5  # the month from which a school year is reviewed
_LATE, _LAST = 10, 12  # months from which plans are for the next year; monthly papers only then
_SPRING = 6  # the month up to which members meet on the year before
_ANNUAL = re.compile(r"thường niên|hội nghị (?:cán bộ|viên chức|người lao động)", re.I)
_OF_MEMBERS = re.compile(r"đại hội (?:đại biểu )?(?:thành viên|xã viên|(?:đồng )?cổ đông)", re.I)
_HEAD = 300  # characters in which a paper says whose meeting it tells of
_WIDER = {"q2": "h1", "q3": "to9"}  # "quý II và 6 tháng đầu năm"


def _years(
    document: Document, title: str, day: date | None, source: str
) -> tuple[Period | None, int | None]:
    """The default period of results and the default year of targets."""
    in_title = [
        f.period for f in find_periods(title) if not f.base and not f.period.part.startswith("m")
    ]
    parts = [p.part for p in in_title if p.part in ("h1", "to9", "q1", "q2", "q3", "school")]
    part = next((_WIDER[p] for p in parts if _WIDER.get(p) in parts), next(iter(parts), ""))
    if not part:  # a title without it: "So ket 6 thang 2023.txt"
        named = find_periods(re.sub(r"[\W_]+", " ", fold(source)))
        part = next((f.period.part for f in named if f.period.part in ("h1", "to9")), "")
    meets = not _SETS.match(title)  # a resolution in July is no review of the half-year
    if not part and meets and (half := _HALF_TOLD.search(document.text[:_TOP])):
        part = next((f.period.part for f in find_periods(half[1]) if f.period.part), "")
        part = part if day is None or day.month in _TOLD_IN.get(part, ()) else ""
    monthly = [f.period.part for f in find_periods(title) if re.fullmatch(r"m\d+", f.period.part)]
    if not part and monthly:  # a monthly record counts from January on
        month = int(monthly[0][1:])
        part = {3: "q1", 6: "h1", 12: ""}.get(month, f"to{month}" if month > 1 else "m1")
    school = next((p for p in in_title if p.part == "school"), None)
    if school is None and (line := _SCHOOL_LINE.search(document.text[:_TOP])):
        school = next((f.period for f in find_periods(line[0]) if f.period.part == "school"), None)
    if school:  # what a year's review of May or August plans is for the next one
        reviewed = day is not None and day.year == school.last and day.month >= _SCHOOL_CLOSES
        return school, school.last + reviewed
    ended = next((p for p in in_title if p.part in ("h2", "q4") and p.first), None)
    if ended is not None and day is not None and ended.first < day.year and not _SETS.match(title):
        return ended, day.year  # "Kết quả 6 tháng cuối năm 2025 và nhiệm vụ năm 2026"
    if day is None:
        planned = next((m for m in _PLAN_OF.finditer(title) if not _CARRIED_OUT.search(m[1])), None)
        years = [p.first for p in in_title if p.first and not p.is_term]
        halves = {(p.first, p.part) for p in in_title if p.part in ("h1", "h2")}
        of_year, in_half = halves.pop() if len(halves) == 1 else (0, "")
        if of_year and in_half == "h2":
            return Period(of_year, of_year, "h1"), of_year  # "về nhiệm vụ 6 tháng cuối năm 2025"
        ahead = int(planned[2]) if planned else years[0] if _SETS.match(title) and years else 0
        if ahead and not part:  # "2021 - 2024 và kế hoạch 2025", "Nghị quyết về nhiệm vụ năm 2025"
            return Period(ahead - 1, ahead - 1), ahead
        terms = {p for p in in_title if p.is_term}
        if not years and len(terms) == 1:  # "Các chỉ tiêu nhiệm kỳ 2020 - 2025"
            term = terms.pop()
            return term, term.last
        months = [f.period.first for f in find_periods(title) if f.period.part.startswith("m")]
        if not years and part and (dated := next((y for y in months if y), None)):
            return Period(dated, dated, part), dated  # "Báo cáo nhanh tháng 5/2023"
        if not years and (told := told_period(document.text)) is not None:
            return told, told.first + 1
        if not years and (numbered := year_of_number(document.text)):
            return Period(numbered, numbered, part), numbered + 1
        year = min(years) if years else None
        return (Period(year, year, part) if year else None), (year + 1 if year else None)
    year = day.year
    titled = {p.first for p in in_title if p.first and not p.is_term}
    decides = _SETS.match(title)
    if titled == {year + 1} and not part:
        return Period(year, year), year + 1
    if decides and day.month <= _JUST_BEGUN and titled <= {year} and not part:
        return Period(year - 1, year - 1), year  # what it tells is of the year that has ended
    meets_yearly = _OF_MEMBERS.search(f"{title}\n{document.text[:_HEAD]}")
    yearly = meets_yearly or (not decides and _ANNUAL.search(document.text[:1500]))
    if day.month <= _SPRING and not part and yearly:
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
    over = part not in ("h1", "to9", "q1", "q2", "q3") and not (monthly and day.month < _LAST)
    return Period(year, year, part), year + 1 if day.month >= _LATE and over else year
