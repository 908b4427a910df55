"""Who an article's opening, or the first lines of minutes, say met."""

from __future__ import annotations

import re

from corpus.normalize import CAPITAL
from corpus.people import SURNAMES
from corpus.places import COMMITTEE_LEVELS, Place, find_places

_ORGANISER = re.compile(
    r"(?:Đảng bộ|HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng ủy|Đảng uỷ"
    r"|(?:UB)?MTTQ(?: Việt Nam)?|Hội (?:Liên hiệp Phụ nữ|LHPN|Phụ nữ|Nông dân|ND|Cựu chiến binh|CCB"
    r"|Người cao tuổi|Chữ thập đỏ|Khuyến học)|Liên đoàn Lao động|LĐLĐ|Đoàn (?:Thanh niên|TNCS"
    r"(?: Hồ Chí Minh)?)|Công an|Ban Chỉ huy Quân sự|Bảo hiểm xã hội)\s+"
    r"(?:xã|phường|đặc khu|thị trấn|huyện|thị xã|thành phố|TX\.|TP\.?|quận)\s+[^\W\d_a-z][\w'’]*"
    r"(?:\s[^\W\d_a-z][\w'’]*){0,3}"
    r"|(?:Huyện|Thị|Thành|Quận) (?:ủy|uỷ)\s+[^\W\d_a-z][\w'’]*(?:\s[^\W\d_a-z][\w'’]*){0,3}"
)
_FORMER = re.compile(r"\s+cũ(?!\w)")


# Behind an organisation's name: "... (viết tắt ABC) đã long trọng tổ chức"
_MET = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:đã |vừa |long trọng )*"
    r"(?:tổ chức|tiến hành|họp|khai mạc|tổng kết|sơ kết)(?!\w)"
)


_SECRETARY = (
    rf"(?:Phó )?Bí thư (?:Thường trực )?(?P<of>{'|'.join(COMMITTEE_LEVELS)}) (?:ủy|uỷ) "
    rf"(?P<name>{CAPITAL}[\w'’]*(?: {CAPITAL}[\w'’]*){{0,3}})"
    r"(?=,|\s*$|\s+(?:tại|trong|phát biểu|bế mạc|khai mạc|kết luận|trình bày))"
)
# Below a speech's title: "của đồng chí A, Ủy viên ..., Bí thư Huyện ủy B tại Hội nghị"
_SPEAKER = re.compile(
    rf"^\W*(?:của |do )?(?:đồng chí|đ/c|ông|bà) (?!Bí thư|Phó |Chủ tịch){CAPITAL}[^\n]{{3,160}}?, "
    rf"{_SECRETARY}",
    re.M,
)
# "của đồng chí Bí thư Huyện ủy B bế mạc Hội nghị", without the name
_OFFICE_SPEAKS = re.compile(rf"^\W*(?:của|do) (?:đồng chí )?{_SECRETARY}", re.M)


def place_of_speaker(text: str) -> Place | None:
    """The place whose secretary a speech's opening says speaks."""
    spoken = _SPEAKER.search(text)
    if spoken is None and (office := _OFFICE_SPEAKS.search(text)):
        words = office["name"].split()  # "Bí thư Huyện ủy Trần Văn A": who, not where
        spoken = None if len(words) > 2 and words[0] in SURNAMES else office
    return Place(COMMITTEE_LEVELS[spoken["of"]], spoken["name"]) if spoken else None


def organisation_met(text: str) -> Place | None:
    """The organisation that an opening says met: "..., Hội đồng quản trị HTX A tổ chức Đại hội"."""
    ends = ((span.end, place) for span, place in find_places(text) if place.is_organisation)
    return next((place for end, place in ends if _MET.match(text, end)), None)


def organisers_in(text: str) -> list[Place]:
    """The places whose bodies a text names, in order: no persons, no place that is no more."""
    bodies = [m.span() for m in _ORGANISER.finditer(text)]
    return [
        place
        for span, place in find_places(text)
        if any(start <= span.start < end for start, end in bodies)
        and not _FORMER.match(text, span.end)
    ]


# "Đoàn thẩm tra của UBND huyện làm việc tại xã B", "kiểm tra tại Đảng bộ xã B"
_VISITS = re.compile(
    r"(?:làm việc|kiểm tra|thẩm tra|thẩm định|giám sát|khảo sát)\s(?:[^.;:\n]{0,50}?\s)?"
    r"(?:tại|với)\s(?:(?:Đảng ủy|Đảng uỷ|Đảng bộ|UBND|Ban Thường vụ Đảng ủy)\s)?"
    r"(?=(?:xã|phường|đặc khu|thị trấn)\s)",
    re.I,
)
_OF_COMMUNE = re.compile(
    r"(?:^|[.;:]\s)(?:[^.;:,\n]{0,24},?\s)?(?:xã|phường|đặc khu|thị trấn) (?:đã |hiện |mới )?"
    r"(?:đạt|có|đề ra|thu|phấn đấu|hoàn thành|còn)\s",
    re.I | re.M,
)


def place_visited(text: str) -> Place | None:
    """The commune in which a district's body worked, where what follows is told of "xã"."""
    visit = _VISITS.search(text)
    if visit is None or not _OF_COMMUNE.search(text, visit.end()):
        return None
    named = find_places(text[visit.end() : visit.end() + _NAMED_WITHIN])
    return named[0][1] if named and named[0][0].start == 0 else None


_NAMED_WITHIN = 60  # characters
