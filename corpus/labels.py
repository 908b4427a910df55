"""What labels before a colon and captions over a table say is measured."""

from __future__ import annotations

import re

from corpus.cues import mood_of_heading
from corpus.periods import find_periods
from corpus.places import find_places, upper_shouted
from corpus.record import Period
from corpus.table_layout import Table

_LABEL = re.compile(
    r"^\W*(?:(?:\(?\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/]\s*)?(?:riêng\s+)?(?:về\s+)?"
    r"(?:(?:nhìn lại|trong|qua)\s+[^:;.,()\d]{1,40},\s+)?"
    r"(?P<label>[^\W\d_][^:;.,()\d]{1,70}):(?=\s|$)",
    re.I,
)
# Labels that say what kind of list follows, or who speaks, not what is measured.
_NO_TOPIC = re.compile(
    r"\b(?:như sau|sau đây|cụ thể|gồm|trong đó|là|mặt|nêu|cho biết|cho rằng|yêu cầu|đề nghị"
    r"|phát biểu|"
    r"kết luận|giải trình|đồng chí|ông|bà|ý kiến|kinh tế|xã hội|nguyên nhân|hạn chế|tồn tại"
    r"|ảnh|tin|bài|"
    r"thời gian|địa điểm|thành phần|chủ trì|thư ký|kết quả|nổi bật|đáng chú ý|nhiệm vụ"
    r"|biểu quyết|trả lời|cử tri|hỏi|đáp)\b",
    re.I,
)


_THE_LIST = re.compile(
    r"(?:\s+(?:diễn biến|thay đổi))?\s+(?:là|như sau|cụ thể|là điểm (?:sáng|nhấn))$", re.I
)
# "Diễn biến tỷ lệ hộ nghèo cuối các năm": how it went, not what
_OVER_YEARS = re.compile(
    r"^diễn biến (?:của )?|\s+(?:(?:qua|cuối|của|trong|theo) )?(?:các|từng|những)"
    r" (?:năm|kỳ|đợt|lần)(?: rà soát| đánh giá)?$",
    re.I,
)
# "Kết quả rà soát hộ nghèo": what was reviewed is told of
_HOW_IT_STANDS = re.compile(
    r"^(?:kết quả|tình hình|tiến độ|số liệu)(?: (?:rà soát|điều tra|thống kê|thực hiện|triển khai"
    r"|công tác))*\s+(?=\S+ \S)",
    re.I,
)
_OF_OWN = re.compile(
    r"\s+của (?:toàn )?(?:huyện|xã|tỉnh|thị xã|thành phố|phường|đặc khu|thị trấn|ngành)$", re.I
)


def topic_of(text: str) -> str:
    """What a label before a colon says its list is about: "Tôm nước lợ: thả nuôi 9.870 ha"."""
    match = _LABEL.match(text)
    if match is None:
        return ""
    said = _THE_LIST.sub("", match["label"].strip())
    label = _OF_OWN.sub("", _OVER_YEARS.sub("", " ".join(said.split())))
    label = _HOW_IT_STANDS.sub("", label)
    if len(label.split()) > 8 or _NO_TOPIC.search(label) or mood_of_heading(label):
        return ""
    return label


_OPENS_WITH_YEAR = re.compile(
    r"(?:[^:]*:)?\W*(?:và |riêng |đến |sang |tới |còn )*(?:năm|vụ|quý|tháng|kỳ|niên vụ)(?: học)?\s"
    r"(?:nay|này|[\dIV][\d/IV]*(?:\s?[-–]\s?\d{4})?),?\s(?:[^\W\d]+\s){0,3}\d",
    re.I,
)


def opens_with_year(clause: str) -> bool:
    """Whether a clause gives one year's value and no name: "năm 2022 vọt lên 231 ca"."""
    return _OPENS_WITH_YEAR.match(clause) is not None


def without_places(name: str) -> str:
    for span, _ in reversed(find_places(name)):
        behind = re.sub(r"^\s*(?:cũ|mới)(?!\w)", "", name[span.end :])
        name = f"{name[: span.start]} {behind}"
    return re.sub(r"\b(?:xã|huyện|phường|đặc khu|thấp|cao|nhất|với|là|ở|tại)\b", " ", name)


# "không tính tiền sử dụng đất thì đạt 596 tỷ đồng": what was spoken of, without a part.
_WITHOUT_PART = re.compile(
    r"(?:nếu )?((?:không|chưa) (?:tính|kể|gồm|bao gồm)|loại trừ|trừ) "
    r"([^\W\d][^,;.()\d]+?)(?: thì| đạt| còn| là)*$",
    re.I,
)


def without_part(indicator: str, before: str, topic: str) -> str:
    """A name that says only what is left out, with the one that it is left out of before it.

    `before` is the text left of the value: "chưa kể 31.000 lao động" counts the part itself.
    """
    part = _WITHOUT_PART.match(indicator) if topic else None
    counted = part is None or not (indicator.endswith("thì") or part[2] in before)
    return indicator if part is None or counted else f"{topic} ({part[1].lower()} {part[2]})"


# Names that say how something is measured, not what.
FACET = re.compile(r"(?:tỷ lệ|tỷ trọng|số hộ|số lượng|giá trị|số người)", re.I)


def of_caption(caption: str) -> str:
    """What a table's caption says it measures: "TỶ LỆ HỘ NGHÈO THEO XÃ" -> "tỷ lệ hộ nghèo"."""
    text = caption
    while text != (text := re.sub(r"\([^()]*\)", " ", text)):
        pass
    text = re.sub(r"^\W*(?:[IVX]+|\d{1,2}|[a-zđ])[.)]\s+", "", text)
    text = re.sub(
        r"^(?:.{0,60}?[-–:]\s*)?\W*(?:biểu|bảng|phụ lục)\s*(?:(?:số|kê|theo dõi|thống kê)\s*)?"
        r"[\dIVX]*\s*[:.–-]?\s*",
        "",
        text,
        flags=re.I,
    )
    for found in reversed(find_periods(text)):
        text = text[: found.span.start] + text[found.span.end :]
    text = without_places(upper_shouted(text)) if find_places(text) else upper_shouted(text)
    text = re.sub(r"\b(?:theo|của|tại|các|trên địa bàn)\b.*$", "", text, flags=re.I)
    text = re.sub(
        r"^\W*(?:tình hình|kết quả|số liệu|tổng hợp|thống kê|thực trạng)\s+", "", text, flags=re.I
    )
    text = _SPREAD_OVER.sub("", text)
    text = _AND_PLAN.sub("", text)
    words = text.split()
    return " ".join(words).lower() if 1 < len(words) <= _LONGEST_NAME else ""


# "Lúa xuân chia [theo xã]", "Thu ngân sách xã, thị trấn", "Hộ nghèo ở [các xã]"
_SPREAD_OVER = re.compile(
    r"(?<=\w)\s+(?:(?:chia|phân|phân bổ|tính|ở|cho)\W*$"
    r"|(?:(?:xã|phường|đặc khu|thị trấn|thôn)(?:\s*,\s*(?=\w)|\W*$))+$)",
    re.I,
)
# "Thu ngân sách xã năm 2024 và dự toán 2025": one thing, reached and planned
_AND_PLAN = re.compile(
    r"(?<=\w)\s*(?:,|và)\s*(?:dự toán|kế hoạch|chỉ tiêu|dự kiến|KH)(?: giao)?\W*$", re.I
)
_LONGEST_NAME = 9  # words of a caption that is an indicator's name


def period_of_caption(table: Table) -> Period | None:
    """The one year of a table whose heads name none: "HỘ NGHÈO (đến 31/12/2024)".

    A day that ends a month says so by itself, as on a sheet "Theo xa 31-12-2024".
    """
    dated = _DAY.sub(r"đến \g<0>", table.caption)
    found = {f.period for f in find_periods(dated) if not f.base and f.period.first}
    return found.pop() if len(found) == 1 else None


_DAY = re.compile(r"(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?20\d\d(?!\d)")
