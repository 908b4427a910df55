"""Plans that words amend: "HĐND huyện điều chỉnh lên 410 tỷ đồng", "nay là 310 ha"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.names import name_before, names_something
from corpus.record import FigureKind
from corpus.role_words import AMENDS
from corpus.roles import Reading

# "tại kỳ họp giữa năm, HĐND huyện điều chỉnh lên 410 tỷ đồng": of what was spoken of before.
_AMENDED_TO = re.compile(
    r"(?<!\w)(?:điều chỉnh|sửa)(?: (?:giảm|tăng|lại|đổi))?\s+(?:lên|xuống|còn|thành|là)"
    r"(?:\s+(?:còn|mức|trên|khoảng|ít nhất|tối thiểu))*\s*$",
    re.I,
)
_BODY = re.compile(
    r"(?:HĐND|UBND|Hội đồng nhân dân|(?:Ủy|Uỷ) ban nhân dân|đã|huyện|xã|tỉnh|thị xã|thành phố"
    r"|phường|đặc khu|kỳ họp|chuyên đề|bất thường|thường lệ|phiên họp|hội nghị"
    r"|tại|giữa|cuối|năm|tháng|ngày|được|sau đó|của"
    r"|(?:Nghị quyết|NQ)(?: số \S+)?|\d[\d/.-]*)(?!\w)",
    re.I,
)


# "được HĐND huyện điều chỉnh tại Nghị quyết số 41/NQ-HĐND ngày 18/7/2024": no indicator.
_BY_PAPER = re.compile(
    r"\s*\b(?:tại|theo|bằng)\s+(?:Nghị quyết|Quyết định|Kết luận|Công văn|Thông báo|NQ|QĐ)"
    r"(?:\s+số)?(?:\s+\d\S*)?(?:\s+ngày\s+\S+)?(?:\s+của\s+(?:HĐND|UBND|Huyện ủy|Đảng ủy)"
    r"(?:\s+(?:huyện|xã|tỉnh|thị xã|phường|đặc khu|thành phố))?)?",
    re.I,
)
_BY_BODY = re.compile(
    r"\s+(?:đã\s+)?được\s+(?:HĐND|UBND|Huyện ủy|Thị ủy|Đảng ủy|Đại hội|Ban Chấp hành)"
    r"(?:\s+(?:huyện|xã|tỉnh|thị xã|phường|đặc khu|thành phố))?\s*$",
    re.I,
)


_AMENDING = re.compile(
    r"(?<!kế hoạch )(?<!dự toán )(?<!chỉ tiêu )điều chỉnh(?: giảm| tăng| lại)?"
    r".{0,40}(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)"
    r"|(?:sửa|sửa đổi|thay đổi|nâng|hạ) (?:\d+ |một số |các )?(?:chỉ tiêu|kế hoạch|dự toán)"
    r"|(?:chỉ tiêu|kế hoạch|dự toán|phương án)[^.;]{0,25}(?:đã|được) điều chỉnh"
)


@lru_cache(maxsize=4096)
def tells_of_amending(text: str) -> bool:
    """Whether a heading or sentence says that targets are amended, in it or below it."""
    return _AMENDING.search(text.lower()) is not None


def amended_name(before: str) -> str:
    """The indicator in the words before an old plan: "Chỉ tiêu A được HĐND huyện điều chỉnh"."""
    before = _BY_PAPER.sub("", before)
    named = AMENDS.split(before)[-1]  # "do ..., HĐND đã hạ dự toán thu ngân sách"
    if names_something(named):
        return named
    whole = _BY_BODY.sub("", AMENDS.sub(" ", before))
    return whole if names_something(_BODY.sub("", whole)) else ""  # "kỳ họp tháng 7 đã giảm"


def amended_to(before: str) -> bool:
    """Whether the words before a value say only that what was spoken of is amended to it."""
    moved = _AMENDED_TO.search(before)
    return moved is not None and not names_something(
        _BODY.sub("", name_before(before[: moved.start()]))
    )


# "Trồng rừng: nay là 310 ha (nghị quyết cũ giao 350 ha)", "95 hộ, thay cho mức 80 hộ"
_NOW = re.compile(r":\s*nay (?:là|còn|giảm còn|tăng lên)\s*$", re.I)
_BEFORE_NOW = re.compile(
    r"\b(?:thay (?:cho|vì)(?: mức| chỉ tiêu)?|(?:cũ|trước đây|trước đó)(?: giao| là)?)\s*$", re.I
)


def amended_in_words(before: str, last: Reading | None) -> tuple[str, FigureKind] | None:
    """The indicator and version of a value in a list of amendments, where words say which."""
    if now := _NOW.search(before):
        return name_before(before[: now.start()]), "amended_target"
    if last is not None and _BEFORE_NOW.search(before):
        return last.indicator, "former_target"
    return None


# "đề nghị hạ chỉ tiêu từ 92 tấn xuống 91 tấn": asked for, not given
_ASKED_FOR = re.compile(
    r"(?<!xét )(?<!theo )(?:đề nghị|đề xuất|kiến nghị|xin)\s+(?:được |cho phép |cho )?"
    r"(?:hạ|nâng|giảm|tăng|điều chỉnh(?: giảm| tăng)?|sửa|rút)\s+"
    r"(?:(?:bớt |lại )?(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán|mức)|xuống|lên|thành)(?!\w)",
    re.I,
)
_MOVES = re.compile(r"(?:^|\W)(?:hạ|nâng|giảm|tăng|điều chỉnh|sửa)(?!\w)", re.I)
_REFUSED = re.compile(
    r"không (?:được )?(?:thông qua|chấp thuận|chấp nhận)|không đủ quá bán|bác (?:bỏ|đề nghị)"
    r"|gác lại",
    re.I,
)
_GRANTED = re.compile(r"(?<!không )(?:thông qua|chấp thuận|nhất trí|thống nhất|đồng ý)", re.I)


def is_only_asked_for(before: str, behind: str) -> bool:
    """Whether a plan is one that somebody asked for, or that was refused.

    `before` and `behind` are the words around its value, to the ends of its paragraph.
    """
    if _MOVES.search(before) and _REFUSED.search(behind):
        return True
    return _ASKED_FOR.search(before) is not None and not _GRANTED.search(behind)


# "tổng thu cân đối sau điều chỉnh gần 216 tỷ đồng"
AS_AMENDED = re.compile(
    r"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|thu|chi|vốn)\s[^,;:()\d]*(?:năm \d{4} )?"
    r"sau (?:khi )?(?:điều chỉnh|sửa đổi)"
    r"(?:\s+(?:là|còn|đạt|lên|tăng|giảm|xuống|thành|khoảng|gần|hơn|trên))*"
    r"\s*$",
    re.I,
)
