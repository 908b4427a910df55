"""What the heads, captions and place names of a table say about its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from corpus.document import Span
from corpus.normalize import CAPITAL
from corpus.periods import find_periods
from corpus.places import LEVEL_RANK, find_places, level_in
from corpus.quantities import COUNTED_NOUNS
from corpus.record import FigureKind, Period

ORDINAL_HEAD = re.compile(r"^(?:tt|stt|số tt|số thứ tự|no\.?)$", re.I)
UNIT_HEAD = re.compile(r"^(?:đơn vị(?: tính| đo)?|đvt|đ\s?[./]?\s?vị?\.? tính)$", re.I)
NAME_HEAD = re.compile(
    r"chỉ tiêu|nội dung|danh mục|tên|tiêu chí|xã, thị trấn|đơn vị(?! (?:chủ trì|phối hợp|"
    r"thực hiện))|khoản mục|^(?:công )?việc|nhiệm vụ",
    re.I,
)
TEXT_HEAD = re.compile(
    r"ghi chú|chênh lệch|chủ trì|phối hợp|(?<!quá )(?<!trễ )(?<!đúng )\bhạn\b(?! hán)"
    r"|thời gian|trách nhiệm|địa điểm|lý do|^người\W*$"
    r"|người (?:thực hiện|phụ trách|đứng đầu|theo dõi|làm(?! việc)|nộp|ký)",
    re.I,
)
VOTE_HEAD = re.compile(r"biểu quyết|tán thành|đồng ý|không (?:có )?ý kiến|ý kiến khác|phiếu", re.I)
_SHARE_HEAD = re.compile(
    r"(?:so (?:với )?|(?<!\()%\s*|tỷ lệ (?:thực hiện|hoàn thành)|th\s*/\s*)(?:%\s*)?(?:.{0,12})"
    r"(?:kh\b|(?<!số )đăng ký|"
    r"kế hoạch|dự toán|dt\b|nq|nghị quyết|mục tiêu|chỉ tiêu|phấn đấu"
    r"|(?<!bàn )giao\b(?! (?:dịch|thông|lưu|đất)))|"
    r"th/kh|"
    r"\b(?:th|thực hiện|ước(?: cả năm)?)\s*(?:năm\s*)?(?:\d{4}\s*)?/\s*"
    r"(?:kh\b|kế hoạch|dự toán|dt\b|nq\b|nghị quyết|chỉ tiêu|giao)|"
    r"(?<!kế hoạch)(?<!kh)\s*/\s*(?:kh|kế hoạch|dự toán|nq|nghị quyết)\b(?!-)|"
    r"(?:đạt|thực hiện|hoàn thành)\s*(?:\(?%\)?)\s*(?:so|kh|kế hoạch)|mức độ hoàn thành|"
    r"(?:đạt|hoàn thành)\s*\(?%\)?\s*$|%\s*(?:đạt|hoàn thành|thực hiện)\s*$|"
    r"tỷ lệ hoàn thành|tỷ lệ thực hiện|th\s*/\s*(?:pa\b|phương án)"
    r"|(?:đạt|hoàn thành)\s+(?:kh\b|kế hoạch|dự toán|nq\b|chỉ tiêu|mục tiêu)\s*\(?\s*%",
    re.I,
)
# "Năm 2024 so kế hoạch" over "KH 2024 | TH/KH (%)": the plan itself
_PLAN_BELOW = re.compile(
    r"(?<!so )(?<!so với )(?<![/%] )(?<!/)\b(?:kh|kế hoạch)(?: năm)? \d{4}$", re.I
)
_COMPARED_HEAD = re.compile(
    r"so với|(?<!giá )so sánh|so\s+(?:ck|cùng|th\b|thực hiện|năm|(?:19|20)\d\d)"
    r"|\bth\s*/\s*(?:ck|th)\b"
    r"|%\s*(?:ck\b|cùng kỳ)",
    re.I,
)
_YEAR_OVER_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*/\s*(?:(?:[ưu]?th|thực hiện)\s+)?(?:\d{1,2} tháng |tháng \d{1,2} )?"
    r"(?:đầu )?(?:năm )?((?:19|20)\d\d)(?!\d)",
    re.I,
)
SINCE = re.compile(r"cùng kỳ|\bck\b", re.I)  # the same time of the year before
_CHANGE_HEAD = re.compile(
    r"\bth\s*/\s*(?:ck|th)\b|%\s*(?:ck\b|cùng kỳ)"
    r"|so (?:với )?.{0,12}(?:cùng kỳ|ck\b|(?:năm|tháng|quý|kỳ) trước|\d{4})|tăng|tốc độ",
    re.I,
)
# What an assembly settles stands for what was put before it: "UBND trình | HĐND quyết định".
_SETTLED = (
    r"(?:hđnd|hội đồng nhân dân|đại hội|hội nghị)(?: \w+){0,2}"
    r" (?:quyết|thông qua|chốt|biểu quyết|nhất trí)"
)
_AMENDED_HEAD = re.compile(
    r"(?:nay|sau(?: khi)?|đã|được|mới)\s+(?:điều chỉnh|sửa|đổi)"
    r"|(?:điều chỉnh|sửa(?: đổi)?)\s+(?:thành|lại|còn|mới)|(?:điều chỉnh|sửa đổi)\W*$"
    r"|(?:chỉ tiêu|kế hoạch|mức|số|dự toán)(?: giao)? mới|giao lại"
    rf"|{_SETTLED}",
    re.I,
)
_FORMER_HEAD = re.compile(
    r"đã giao|trước (?:khi )?điều chỉnh|(?:chỉ tiêu|kế hoạch|mức|số)(?: giao)? (?:cũ|ban đầu)"
    r"|giao (?:đầu năm|tại)|được giao|trình(?! (?:độ|diễn|tự|điều|sửa))|dự thảo",
    re.I,
)
_TARGET_HEAD = re.compile(
    r"kế hoạch|\bkh\b|mục tiêu|chỉ tiêu(?! (?:chủ|chính))|dự toán|nghị quyết|\bnq\b|phấn đấu|"
    r"dự kiến|(?<!bàn )\bgiao\b(?! (?:dịch|thông|lưu|ban|đất|quân|thương))|phương án"
    r"|(?:phải|cần) đạt",
    re.I,
)
_ESTIMATE_HEAD = re.compile(r"(?<!\w)(?:ước|[ưu]th)(?!\w)", re.I)  # "nước sạch" is none
_RESULT_HEAD = re.compile(
    r"thực hiện|\bth\b|kết quả|(?<!phải )(?<!cần )đạt|thực tế|làm được|hiện trạng|thực trạng"
    r"|hiện có|xuất phát điểm",
    re.I,
)
UNIT_IN_BRACKETS = re.compile(
    r"\(\s*((?:%|‰|tỷ|triệu|nghìn|ngàn|đồng|ha|tấn|hộ|người|lượt|km|m3|USD|xã|con|ĐVT|đvt|"
    r"tạ|điểm|(?:m[2²]?|tr\.?đ|mét|kg|lít|đ/c|chiếc|cái|đơn vị|SP|ca|cháu|trẻ|khẩu"
    rf"|phần quà|bộ|giờ|ngày|{COUNTED_NOUNS})\s*(?=\)))[^()]{{0,25}})\)",
    re.I,
)


def stands_before(heads: dict[int, tuple[str, tuple[Span, ...]]], column: int) -> bool:
    """Whether a plan's column is followed by the one that amends it, for the same year."""
    after = heads.get(column + 1)
    if after is None or column_kind(after[0])[0] != "amended_target":
        return False
    return head_period(after[0]) in (None, head_period(heads[column][0]))


_PLACE_HEAD = re.compile(
    r"^(?:tên\s+|trạm y tế\s+)?(huyện|xã|phường|đặc khu|thị trấn|thôn|làng|bản|buôn|ấp|khóm"
    r"|xóm|khu phố"
    r"|tổ dân phố|đơn vị(?: hành chính)?|địa phương|địa bàn|khu vực|trạm y tế|cơ sở (?:hội|đoàn)"
    r"|hội cơ sở|đảng bộ cơ sở)(?:,\s*[\w ]+)?$",
    re.I,
)
_LEVEL_WORD = re.compile(
    r"(?:theo|các|từng|của)\s+(?:khu vực\s+)?"
    r"(huyện|xã|phường|đặc khu|thôn|làng|bản|buôn|ấp|khóm|xóm|khu phố|tổ dân phố)",
    re.I,
)
_NAME = re.compile(rf"{CAPITAL}[\w'’]*(?:\s{CAPITAL}[\w'’]*){{0,4}}")


def place_level(head: str, caption: str) -> str:
    """The level of the places that a column lists ("Xã, thị trấn"), "" where it lists others."""
    match = _PLACE_HEAD.match(head.strip())
    if match is None:
        return ""
    level = match[1].lower()
    if level in _NO_LEVEL:
        said = _LEVEL_WORD.search(caption)
        return said[1].lower() if said else "xã"
    return level


_NO_LEVEL = (
    "đơn vị hành chính", "đơn vị", "địa phương", "địa bàn", "khu vực", "trạm y tế", "cơ sở hội",
    "cơ sở đoàn", "hội cơ sở", "đảng bộ cơ sở",
)  # fmt: skip
_LEVELS = (
    "huyện|thị xã|thành phố|quận|xã|phường|đặc khu|thị trấn|thôn|làng|bản|buôn|ấp|khóm|xóm|khu phố"
)
_SEVERAL = re.compile(rf"(?:các|từng|theo)\s+({_LEVELS})(?!\w)", re.I)


def levels_of_rows(head: str, caption: str, names: Iterable[str], text: str) -> dict[str, str]:
    """The level of each named place where the head tells none: as the text has it.

    "Đơn vị" over "Sơn Ca" in a paper that says "huyện Sơn Ca" elsewhere; a name without it is of
    the same level as most of its neighbours, or of that which the paper's opening speaks of.
    """
    match = _PLACE_HEAD.match(head.strip())
    if match is None or match[1].lower() not in _NO_LEVEL:
        return {}
    names = [name for name in dict.fromkeys(names) if _NAME.fullmatch(name)]
    told: dict[str, str] = {}
    for name in names:
        if level := level_in(text, name, _LEVELS):
            told[name] = level
    most = Counter(told.values()).most_common(1)
    said = _LEVEL_WORD.search(caption) or _SEVERAL.search(text[:_OPENING])
    usual = most[0][0] if most else (said[1].lower() if said else "")
    return {name: level for name in names if (level := told.get(name, usual))}


_OPENING = 600  # characters in which a paper says of what it tells


# "CHỈ TIÊU BA XÃ TRƯỚC KHI NHẬP", over heads that are their bare names
_OF_SEVERAL = re.compile(
    r"(?:\b(?:hai|ba|bốn|năm|các|những)|\d)\s+(huyện|xã|phường|đặc khu|thị trấn|thôn|bản"
    r"|buôn|ấp|khóm"
    r"|xóm)\b",
    re.I,
)


def places_of_heads(heads: Iterable[str], above: str, text: str) -> dict[str, str]:
    """The places that heads name without their level, which the text above the table tells.

    Or which the whole `text` gives to each of them: "Khe Dứa | Bến Lau" in a paper of "xã Khe Dứa".
    """
    said = _OF_SEVERAL.search(above)
    names = {
        name
        for name in map(str.strip, heads)
        if " " in name and _NAME.fullmatch(name) and not name.isupper()
    }
    if len(names) < 2:
        return {}
    if said is None:
        levels = {name: level_in(text, name, _LEVELS) for name in sorted(names)}
        found = {name: f"{level} {name}" for name, level in levels.items() if level}
        return found if len(found) > 1 else {}
    return {name: f"{said[1].lower()} {name}" for name in names}


_SHORT_LEVEL = re.compile(r"^TT\.? (?=[^\W\d_])")


_NUMBERED_ROW = re.compile(
    r"(thôn|bản|ấp|khóm|xóm|buôn|khu phố|tổ dân phố|phường|quận)\s+(?:số\s+)?(\d{1,2})", re.I
)


def bare_place(name: str, level: str) -> str:
    """The place that a row's name is, with its level where only the column's head says it."""
    if not level:
        return ""
    if numbered := _NUMBERED_ROW.fullmatch(name.strip()):
        return f"{numbered[1].lower()} {int(numbered[2])}"
    named = find_places(_SHORT_LEVEL.sub("thị trấn ", name))
    if named and LEVEL_RANK.get(named[0][1].level, 0) > LEVEL_RANK.get(level, 0) > 0:
        named = []  # "Bản Giềng" among communes is called so
    if named:
        return str(named[0][1])
    name = re.sub(r"\s*\([^()]*\)", "", name).strip()
    if not _NAME.fullmatch(name) or name.isupper() or re.match(r"(?:toàn|tổng|cộng)\b", name, re.I):
        return ""
    return f"{level} {name}"


# A row that sums up the rows of places.
WHOLE_ROW = re.compile(r"toàn\b|chung\b|(?:tổng|cộng)(?:\s+(?:cộng|số|chung|toàn \w+))*\W*$", re.I)


# "So sánh (%) | Với KH | Với cùng kỳ": a merged head over those that say with what
_PERCENT_OF = re.compile(r"(so sánh|tỷ lệ)\s*\(\s*%\s*\)", re.I)
_WITH = re.compile(
    r"(?<!so )(?<!so sánh )(?<!\w)với "
    r"(?=(?:kh|kế hoạch|dự toán|nq|nghị quyết|cùng kỳ|ck|năm)\b)",
    re.I,
)


@lru_cache(maxsize=4096)
def column_kind(head: str) -> tuple[FigureKind | None, int, str]:
    """The kind of figure that a column's head announces, its way up or down, what it is of."""
    printed = head
    head = _WITH.sub("so với ", _PERCENT_OF.sub(r"\1 %", head))
    if re.search(
        r"(?:kh|kế hoạch|dt|dự toán)\s*(?:năm\s*)?\d*\s*/\s*(?:th|thực hiện|ước)", head, re.I
    ):
        return "change", 0, printed  # next year's plan against this year's result
    if _over_earlier(head) or _MOVE_HEAD.search(head):
        return "change", 0, printed  # "2024/2023 (%)", "Số doanh nghiệp Tăng/giảm (%)"
    if _REGISTERED_HEAD.search(head) or _REQUIRED_HEAD.search(head):
        return "target", 0, ""
    if _SHARE_HEAD.search(head) and not _PLAN_BELOW.search(head):
        return "plan_share", 0, ""
    plain = re.sub(r"\s*\([^()]*\)", "", head)  # "Điều chỉnh (NQ 06/NQ-HĐND)"
    amended = _AMENDED_HEAD.search(head) or _AMENDED_HEAD.search(plain)
    if amended and not _FORMER_HEAD.search(plain):
        return "amended_target", 0, ""
    if _FORMER_HEAD.search(plain):
        return "former_target", 0, ""
    if _COMPARED_HEAD.search(head) and _CHANGE_HEAD.search(head):
        return "change", 0, printed
    if _ESTIMATE_HEAD.search(head):
        return "estimate", 0, ""
    result = _RESULT_HEAD.search(head) and not _PLAN_UNDER_YEAR.search(head)
    if result and not re.search(r"kế hoạch|mục tiêu|phấn đấu|\bkh\b", head, re.I):
        return "result", 0, ""
    if _TARGET_HEAD.search(head):
        return "target", 0, ""
    return None, 0, ""


# "Thực hiện năm 2023" over "Nghị quyết | Kết quả | Đạt (%)"
_PLAN_UNDER_YEAR = re.compile(r"(?:19|20)\d\d\W+(?:nghị quyết|nq|chỉ tiêu|dự toán|dt|giao)$", re.I)


def _over_earlier(head: str) -> re.Match[str] | None:
    """Where a head sets a year over an earlier one: "2024/2023 (%)"."""
    over = _YEAR_OVER_YEAR.search(head)
    return over if over and over[1] > over[2] else None


_MOVE_HEAD = re.compile(r"\S\s+(?:tăng|giảm)\s*/\s*(?:giảm|tăng)\s*\(?%\)?\W*$", re.I)
_REQUIRED_HEAD = re.compile(r"(?<!\w)(?:phải|cần) đạt(?!\w)", re.I)  # "Tỷ lệ phải đạt (%)"
# "Huyện đăng ký", "Đăng ký đầu năm": what a body sets itself
_REGISTERED_HEAD = re.compile(
    r"^(?:(?:tỉnh|huyện|xã|phường|đặc khu|đơn vị|cơ sở|chi hội|thôn)\s+)?(?:tự\s+)?đăng ký"
    r"(?:\s+(?:đầu năm|phấn đấu|thực hiện|năm|(?:19|20)\d\d))*$",
    re.I,
)
DAY = re.compile(r"\d{1,2}\s?[/.-]\s?(0?[1-9]|1[0-2])\s?[/.-]\s?((?:19|20)\d\d)")


# "Chỉ tiêu năm" beside "6 tháng 2023 | 6 tháng 2024"
_OF_THE_YEAR = re.compile(r"^\W*(?:chỉ tiêu|kế hoạch|KH|dự toán|mục tiêu)(?: giao)? năm\W*$", re.I)
# "Nghị quyết 24/NQ-HĐND ngày 16/12/2022 giao": when the paper was settled, not what it plans for
_PAPER = re.compile(
    rf"(?:nghị quyết|NQ|quyết định|QĐ|văn bản|công văn)[^|]{{0,40}}?\s(?:ngày\s+)?{DAY.pattern}",
    re.I,
)


@lru_cache(maxsize=4096)
def head_period(head: str) -> Period | None:
    """The last period that a head names, bases of comparison ("so năm 2019") left out."""
    if over := _over_earlier(head):
        head = head[: over.end(1)]  # "UTH 2023/TH 2022": of the year that is compared
    head = _PAPER.sub(" ", head)
    head = re.sub(r"(?<=\d{4})/(?=[^\W\d_])", " / ", head)  # "TH 2025/KH (%)"
    found = find_periods(head)
    own = [f.period for f in found if not f.base]
    if not found and (day := DAY.search(head)):  # "31/12/2024": the state on that day
        year, month = int(day[2]), int(day[1])
        return Period(year, year, {12: "", 6: "h1", 3: "q1"}.get(month, f"to{month}"))
    if re.search(r"cả năm", head, re.I) or (not own and _OF_THE_YEAR.search(head)):
        return Period(own[-1].first, own[-1].first) if own else Period(0, 0)
    if not own:
        return found[-1].period if found else None
    years = [p.first for p in own if p.first and not p.is_term]
    if not own[-1].first and years:  # "Năm 2024" over "TH 6 tháng"
        return replace(own[-1], first=years[-1], last=years[-1])
    return own[-1]


_COUNT = (
    r"(?:tổng\s+)?số\s+(hộ|xã|thôn|người|học sinh|trường|lớp|con|lượt|vụ|doanh nghiệp"
    r"|đảng viên|chi bộ|tổ|dự án|công trình|mô hình|sản phẩm|lao động|giáo viên|hồ sơ)"
)
COUNT_HEAD = re.compile(rf"{_COUNT}\W*$", re.I)
COUNTED_NAME = re.compile(rf"{_COUNT}(?!\w)", re.I)  # "Số hộ nghèo"


def reached_in(
    heads: dict[int, tuple[str, tuple[Span, ...]]], column: int, said: Period | None
) -> Period | None:
    """The period of a share of the plan: of the result that stands left of it, if it is a part.

    `said` is what the share's own head says: "Năm 2024" merged over plan, half-year and share.
    """
    if said is not None and said.part:
        return said
    results = ("result", "estimate")
    left = [c for c in heads if c < column and column_kind(heads[c][0])[0] in results]
    period = head_period(heads[max(left)][0]) if left else None
    if period is None or not period.part:
        return said or period
    same_year = said is None or 0 in (said.first, period.first) or said.first == period.first
    year = said.first if said is not None and not period.first else period.first
    return Period(year, year, period.part) if same_year else said


def of_school_years(heads: dict[int, tuple[str, tuple[Span, ...]]], above: str) -> bool:
    """Whether a table counts in school years: "2023 - 2024" beside "Năm học 2024 - 2025".

    `above` is its caption, or the opening of its paper.
    """
    return any("năm học" in text.lower() for text in (above, *(head for head, _ in heads.values())))


def version_of(
    kind: FigureKind | None, heads: dict[int, tuple[str, tuple[Span, ...]]], column: int
) -> FigureKind | None:
    """Which version of a plan a column gives: the old one stands left of the one that amends it.

    "Được giao | Thực hiện" is no amended plan, "Mức giao tại NQ 27 | Mức giao lại" is one.
    """
    if kind == "target" and stands_before(heads, column):
        return "former_target"
    if kind == "amended_target" and re.search(_SETTLED, heads[column][0], re.I):
        put = any(column_kind(h)[0] == "former_target" for h, _ in heads.values())
        return "amended_target" if put else "target"
    if kind != "former_target":
        return kind
    beside = [c for c in heads if column_kind(heads[c][0])[0] == "amended_target"]
    return "former_target" if beside else "target"
