"""What the columns of a table measure: as their heads say, or the columns that they lean on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.document import Span
from corpus.labels import of_caption
from corpus.normalize import CAPITAL, fold
from corpus.periods import find_periods
from corpus.record import Period
from corpus.table_heads import DAY, UNIT_IN_BRACKETS, column_kind, head_period

Heads = Mapping[int, tuple[str, tuple[Span, ...]]]  # the words over each column, and where


class ColumnHead(NamedTuple):
    """What stands over a column: its words, where, and what they say is measured."""

    text: str
    spans: tuple[Span, ...]
    subject: str  # the indicator that the head names
    common: str  # the one that the table's heads name, or that of the column beside
    shares_plan: bool = False  # whether plan and result stand left of it


def column_subjects(heads: Heads, naming: set[int]) -> dict[int, str]:
    """The indicator that each column's head names, with what it leaves to the column before it.

    "Hộ nghèo (hộ) | Tỷ lệ (%) | Giảm trong năm (hộ)", "Số trẻ | Đã tiêm | Tỷ lệ (%)". The columns
    `naming` say whose the rows are, not what is measured.
    """
    told: dict[int, str] = {}
    before = ""
    for column in sorted(heads):
        if column in naming:
            continue
        head = heads[column][0]
        subject = head_subject(head) or _moved_alone(head)
        told[column] = _completed(subject, is_share_alone(head), before)
        if not _MOVE.fullmatch(_TIMED.sub("", subject)):  # "Giảm", which itself leans on another
            before = told[column] or before
    return told


_TIMED = re.compile(r"(?:\s+(?:cuối|đầu|giữa|trong|đến|hết|năm|kỳ|tháng|quý|này|nay))+$", re.I)
_RATE = re.compile(r"tỷ lệ(?:\s*%)?(?:\s+(?P<of>.+))?", re.I)
_MOVE = re.compile(
    r"(?:số\s+)?(?:(?:hộ|người|xã|thôn|vụ|đảng viên|trường hợp)\s+)?"
    r"(?P<must>(?:(?:phải|cần|giao|dự kiến|được|đã)\s+)*)(?P<move>giảm|tăng|thoát|phát sinh)"
    r"(?:\s+(?:thêm|trong|mới))*",
    re.I,
)
_COUNTS = re.compile(r"^(?:(?:tổng\s+)?số(?! hộ$| người$)|tỷ lệ)\s+", re.I)
_WHOLE = re.compile(r"(?:số hộ )?tổng\b|số (?:hộ|người)$", re.I)


def _moved_alone(head: str) -> str:
    """ "Giảm (hộ)" says no more than that something fell."""
    plain = _without_periods(UNIT_IN_BRACKETS.sub(" ", head)).strip()
    return plain if _MOVE.fullmatch(plain) else ""


def _completed(subject: str, alone: bool, before: str) -> str:
    plain = _TIMED.sub("", subject)
    rate = _RATE.fullmatch(plain)
    of = _COUNTS.sub("", before)
    if not of or _WHOLE.search(before):
        return subject
    if rate is not None or (alone and not subject):
        group = fold(rate["of"]) if rate is not None and rate["of"] else ""
        # but "Nước sạch" over "Hộ dùng | Tỷ lệ": the rate of clean water
        leans = not group or re.match(rf"{re.escape(group)} (?!ho |so |nguoi )", fold(before))
        return f"Tỷ lệ {of[:1].lower()}{of[1:]}" if leans else subject
    if (move := _MOVE.fullmatch(plain)) is None:
        return subject
    if must := move["must"].strip():
        return f"{of[:1].upper()}{of[1:]} {must} {move['move']}"
    return f"{move['move'].capitalize()} {of[:1].lower()}{of[1:]}"


def measured_beside(heads: Heads, column: int) -> str:
    """What a plan or its share tells of, in a table of places: what the column beside it does.

    "Kế hoạch (tỷ đồng) | Đã giải ngân (tỷ đồng) | Tỷ lệ (%)", one commune a row.
    """
    head = heads.get(column, ("", ()))[0]
    kind = column_kind(head)[0]
    share = is_share_alone(head) or kind == "plan_share"
    if not share and kind is None and _HEAD_WORDS.sub("", head).strip():
        return ""  # "NS xã" is called something itself
    beside = column - 1 if share else column + 1
    if beside not in heads or (head_subject(head) and not is_share_alone(head)):
        return ""
    told = heads[beside][0]
    units = [UNIT_IN_BRACKETS.search(h) for h in (head, told)]
    if not share and all(units) and len({u[1].lower() for u in units if u}) > 1:
        return ""  # "Thực hiện (ha)" beside "Năng suất (tạ/ha)"
    return head_subject(told) if column_kind(told)[0] in ("result", "estimate", None) else ""


_SHARE_ALONE = re.compile(
    r"\W*(?:so sánh )?tương đối\W*(?:%\W*)?|\W*%(?: đạt)?\W*"
    r"|\W*(?:đạt )?(?:tỷ lệ|tl)(?: (?:đạt|hoàn thành|thực hiện))?\W*(?:%\W*)?",
    re.I,
)


def is_share_alone(head: str) -> bool:
    """Whether a head says no more than that it is a rate: beside a plan, of the plan."""
    return any(_SHARE_ALONE.fullmatch(text) for text in (head, head_subject(head)) if text)


def shared_period(heads: Heads, planned: bool) -> Period | None:
    """The one year that a table's plan, result and share are of, where one head alone names it."""
    dated = (h for h, _ in heads.values() if not only_compares(h))  # "% so 2023" dates nothing
    named = {p for h in dated if (p := head_period(h)) is not None}
    shares = any(
        column_kind(h)[0] == "plan_share" or (planned and is_share_alone(h))
        for h, _ in heads.values()
    )
    plans = [head_period(h) for h, _ in heads.values() if column_kind(h)[0] == "target"]
    next_one = (
        len(plans) > 1 and None in plans and any(plans)
    )  # "Chỉ tiêu giao | ... | Chỉ tiêu 2019"
    return named.pop() if len(named) == 1 and shares and not next_one else None


_HEAD_WORDS = re.compile(
    r"\b(?:kế hoạch|kh|thực hiện|th|kết quả|mục tiêu|chỉ tiêu|dự toán|nghị quyết|ước|năm học|"
    r"năm|quý|tháng|giai đoạn|nhiệm kỳ|cả|đạt|"
    r"giao|đã giao|hđnd|ubnd|tỉnh|huyện|xã|so với|so sánh|so|với|cùng kỳ|ck|tăng|giảm|điều chỉnh|"
    r"sửa đổi|thành|tại|số|phương án|đơn vị|tính|đầu|cuối|tỷ lệ hoàn thành|"
    r"ghi chú|giá trị|trung bình|bình quân|tổng hợp|các|của|và|theo|đến|hết|phấn đấu|dự kiến|"
    r"trình|được|do|đại hội|sánh|lũy kế|kỳ)\b|[\d/().,%:–-]+|\b[IVX]+\b",
    re.I,
)


@lru_cache(maxsize=4096)
def head_subject(head: str) -> str:
    """The indicator that a column head names ("Số hộ nghèo"), "" for "Thực hiện 2023"."""
    head = _TO_DAY.sub(" ", DAY.sub(" ", head))
    rest = " ".join(_HEAD_WORDS.sub(" ", UNIT_IN_BRACKETS.sub(" ", head)).split())
    if not re.search(r"[^\W\d_]{2}", rest) or _SHARE_OF_PLAN.fullmatch(head):
        return ""
    kept = _without_periods(head)
    kept = " ".join(UNIT_IN_BRACKETS.sub(" ", kept).split()).strip(" :-–()")
    kept = re.sub(rf"^(?:Thực hiện|Kế hoạch|Năm)\s+(?={CAPITAL})|^(?:KH|TH)\s+(?=\w)", "", kept)
    kept = re.sub(
        r"^(?:(?:trong đó:?|ước|đã|cuối|đầu|đến|hết|tính đến)\s+)+(?=\S)", "", kept, flags=re.I
    )
    kept = re.sub(
        r"(?<=\w)(?:\s+(?:cuối|đầu|đến|hết|tính đến|ước|TH|KH|kế hoạch|thực hiện"
        r"|chỉ tiêu|có|(?<!bàn )giao))+$",
        "",
        kept,
        flags=re.I,
    )
    if (short := _SHORT.search(kept)) and _UNITS[short[0]].search(head):
        kept = f"{kept[: short.start()]}{_LONG[short[0]]}"
    kept = _OF_COMMUNES.sub(" cấp xã", _ALL_HOUSEHOLDS.sub("Tổng số hộ", kept))
    kept = _SHARE_BELOW.sub(lambda m: f"Tỷ lệ {m[1][:1].lower()}{m[1][1:]} {m[2]}", kept)
    return _MEASURED_BELOW.sub(_measure_first, kept)


# "% TH/DT", "TH so KH (%)"
_SHARE_OF_PLAN = re.compile(
    r"\W*(?:tỷ lệ\s+|%\s*)?(?:TH|thực hiện|đạt)\s*(?:/|so(?: với)?)\s*"
    r"(?:DT|KH|CT|dự toán|kế hoạch|chỉ tiêu)(?: năm)?(?: \d{4})?\W*",
    re.I,
)
_TO_DAY = re.compile(r"(?:tính )?(?:đến|hết|ngày)\s+\d{1,2}/\d{1,2}(?![\d/])", re.I)


def _without_periods(head: str) -> str:
    for found in reversed(find_periods(head)):
        head = f"{head[: found.span.start]} {head[found.span.end :]}"
    return head


# "Nước sạch" over "Tổng hộ | Hộ dùng | Tỷ lệ": all there are, whatever they use
_ALL_HOUSEHOLDS = re.compile(r"^\S.*\btổng (?:số )?hộ$", re.I)
# "Lúa" over "DT (ha) | NS (tạ/ha) | SL (tấn)"
_LONG = {"DT": "diện tích", "NS": "năng suất", "SL": "sản lượng"}
_SHORT = re.compile(r"(?<!\w)(?:DT|NS|SL)$")
_UNITS = {
    "DT": re.compile(r"\((?:ha|m2|sào)\W*\)"),
    "NS": re.compile(r"\((?:tạ|tấn|kg)\s*/\s*\w+\)"),
    "SL": re.compile(r"\((?:tấn|tạ|kg)\)"),
}
# "Thu ngân sách xã, thị trấn": what they collect, which is not all that a district does
_OF_COMMUNES = re.compile(r"(?<=\w) xã, (?:phường(?:, )?|thị trấn)+$", re.I)
# "Hộ nghèo" over "Số hộ" and "Tỷ lệ": the number and the rate of it.
_MEASURED_BELOW = re.compile(
    r"^(?!tổng\s)(\S.+?)\s+(tỷ lệ|số(?: hộ| người| xã| lượng)?|diện tích|năng suất|sản lượng)\W*$",
    re.I,
)


# "Hồ sơ thủ tục hành chính" over "Tỷ lệ trực tuyến"
_SHARE_BELOW = re.compile(
    r"^(?!(?i:tổng|tỷ lệ)\s)(\S.+?)\s+Tỷ lệ ([a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,2})$"
)


def _measure_first(match: re.Match[str]) -> str:
    what, measure = match[1][:1].lower() + match[1][1:], match[2]
    counted = measure.split()[-1].lower()
    if what.lower().startswith(f"{counted} "):
        what = what[len(counted) + 1 :]
    return f"{measure} {what}"


def after_plan(heads: Heads, column: int) -> bool:
    """Whether a bare rate stands right behind a plan: "Hộ nghèo | KH giảm (hộ) | Tỷ lệ (%)"."""
    left = heads.get(column - 1, ("", ()))[0]
    return is_share_alone(heads.get(column, ("", ()))[0]) and column_kind(left)[0] == "target"


def shares_plan(heads: Heads, column: int) -> bool:
    """Whether a column stands right behind a result, and that behind its plan."""
    kinds = [column_kind(heads.get(column - n, ("", ()))[0])[0] for n in (1, 2)]
    return kinds[0] in ("result", "estimate") and kinds[1] == "target"


# "Tăng (+), giảm (-)", "Tăng/giảm", "So sánh +/-": against the time before, or against the plan
_CHANGE = re.compile(
    r"\W*(?:(?:so sánh|mức)\s+)?(?:tuyệt đối\W*$"
    r"|(?:tăng|giảm|\+)\s*(?:\(\s*\+\s*\))?\s*[/,-]\s*(?:giảm|tăng|-)?)"
    r"(?!\s*\w*\s*so )",
    re.I,
)


def is_change(head: str) -> bool:
    """Whether a head says no more than that something rose or fell."""
    told = head_subject(head)
    return _CHANGE.match(head) is not None and (told in ("", head.strip()) or "tuyệt" in told)


def only_compares(head: str) -> bool:
    """Whether the only years that a head names are those compared with."""
    found = find_periods(head)
    since_day = _SINCE_DAY.match(head) is not None  # "So với 31/12/2022"
    return since_day or (bool(found) and all(f.base for f in found))


_SINCE_DAY = re.compile(rf"\W*so (?:với )?(?:ngày )?{DAY.pattern}", re.I)


def beside_result(period: Period | None, heads: Heads) -> bool:
    """Whether an unmarked column stands beside plan and result, and tells of nothing later.

    "Kế hoạch (ha) | Thực hiện (ha) | Năng suất (tạ/ha)"
    """
    told = [(column_kind(h)[0], head_period(h)) for h, _ in heads.values()]
    kinds = {kind for kind, _ in told}
    years = [p.first for kind, p in told if kind == "result" and p is not None]
    latest = max(years, default=0)
    later = period is not None and latest and period.first > latest
    return {"target", "result"} <= kinds and not later


def result_before(heads: Sequence[str]) -> str:
    """The head of the last result where all plans are for later years: "TH 2025 | KH 2026".

    A column that compares then tells the plan against that result. "" where they are of one year.
    """
    told = [(column_kind(h)[0], p.first, h) for h in heads if (p := head_period(h)) and p.first]
    results = [(year, h) for kind, year, h in told if kind in ("result", "estimate")]
    plans = [year for kind, year, _ in told if kind == "target"]
    if not results or not plans or min(plans) <= max(results)[0]:
        return ""
    return max(results)[1]


def measured_by_all(subject: str, caption: str) -> str:
    """What the columns without a name measure: as the one head says that has a name.

    But for what the caption names besides: "THU NGÂN SÁCH VÀ NỢ THUẾ" over "Thực hiện | Nợ thuế".
    """
    told = of_caption(caption)
    before, named, _ = told.partition(subject.lower())
    besides = re.sub(r"[\s,]+(?:và)?\s*$", "", before)
    return (besides or subject) if named or not told else ""
