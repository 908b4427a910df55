"""A measure that says nothing of what it measures: "lúa 4.120 ha, năng suất 61,8 tạ/ha"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.indicators import Form, read_form
from corpus.measures import measured_form
from corpus.roles import Reading
from corpus.vocabulary import Vocabulary

# What of a crop is weighed: "diện tích cà phê 980 ha, sản lượng nhân 2.700 tấn"
_PRODUCT = (
    r"nhân(?: xô)?|búp(?: tươi| khô)?|(?:quả|trái|củ|lá|hạt|bông)(?: tươi| khô)?"
    r"|mủ(?: khô| nước| tươi)?"
)
_BARE = re.compile(
    r"(năng suất|sản lượng|diện tích|doanh thu|giá trị|giá bán|giá thu mua)"
    r"(?: (?:bình quân|chung|cả năm|ước|tươi|tại vườn|tại ruộng))*"
    rf"(?: (?P<product>{_PRODUCT}))?",
    re.I,
)
_RICE = re.compile(r"(?<!\w)lúa(?!\w)", re.I)
_RICE_SEASON = re.compile(
    r"(?:vụ )?(?:đông xuân|hè thu|thu đông|vụ mùa|mùa|chiêm|xuân)(?!\w)", re.I
)
_FIELD_WORK = re.compile(
    r"\s+(?:đã\s+)?(?:gieo sạ|gieo cấy|gieo trồng|xuống giống|thu hoạch|trồng|cấy|sạ|thả nuôi)"
    r"(?:\s+(?:được|xong|dứt điểm))*$",
    re.I,
)
_OF_FIELDS = re.compile(
    r"(?:tổng )?(?:diện tích"
    r"(?: (?:gieo trồng|gieo cấy|gieo sạ|xuống giống|thu hoạch|thả nuôi|trồng))?"
    r"|năng suất|sản lượng|giá bán|giá thu mua)\s+",
    re.I,
)
_HARVEST = re.compile(
    r"(?:(?:nghìn|triệu|vạn)\s)?(?:tấn|tạ|kg|ha)(?!\w)|(?:(?:nghìn|triệu)\s)?đồng\s?/\s?(?:kg|tấn|tạ)",
    re.I,
)
_CROP = re.compile(r"^(?:về )?cây (?!trồng\b)(?=\w)", re.I)
_LONGEST_CROP = 3  # words of a crop's name


# "Cây lúa xuống giống 31.200 ha, ... cả năm gặt được 186.400 tấn"
_REAPED = re.compile(
    r"(?:cả năm |chỉ |đã )*(?:gặt|thu hoạch|thu|sản xuất|khai thác|làm ra|cho)"
    r"(?: hái)?(?: được| về)?",
    re.I,
)


def is_bare(indicator: str, unit: str = "") -> bool:
    """Whether a name is only a measure, "năng suất bình quân", or the gathering of tonnes."""
    return _BARE.fullmatch(indicator) is not None or _is_reaped(indicator, unit)


def _is_reaped(indicator: str, unit: str) -> bool:
    return unit.endswith("tấn") and _REAPED.fullmatch(indicator) is not None


def measure_of(
    indicator: str,
    opening: str,
    topic: str,
    heads: Iterable[str],
    reading: Reading,
    vocabulary: Vocabulary,
) -> tuple[str, Form] | None:
    """A bare measure with what the clause opened with, and their form; None where it is no crop.

    `heads` are what stands above: "Cây lúa: ... + Hè thu: 2.070 ha, năng suất 6,1 tấn/ha".
    Where it opens with the fields alone, the label `topic` names the crop: "Cây lúa: diện tích
    gieo trồng 36.150 ha, năng suất ...".
    """
    reaped = _is_reaped(indicator, reading.quantity.unit)
    bare = _BARE.fullmatch("sản lượng" if reaped else indicator)
    if bare is None or is_bare(opening):
        return None
    if _RICE_SEASON.match(opening) and any(_RICE.search(head) for head in heads):
        opening = f"lúa {opening}"
    what = re.sub(r"^vụ\s+(?=lúa)", "", _FIELD_WORK.sub("", opening), flags=re.I)
    what = _CROP.sub("", _OF_FIELDS.sub("", what))
    if is_bare(what) and topic:
        what = _CROP.sub("", topic)
    whole = " ".join(filter(None, (bare[1], f"{what[:1].lower()}{what[1:]}", bare["product"])))
    named = measured_form(whole, reading.quantity, vocabulary, reading.growth)
    alone = read_form(what, vocabulary)
    if named.families - alone.families:
        return whole, named
    # "Diện tích cà phê 1.041 ha; sản lượng 2.596 tấn": of a crop that has no indicator of its own
    measured = _HARVEST.match(reading.quantity.unit) or reading.kind is not None
    crop = _OF_FIELDS.match(f"{bare[1]} ") and measured and not named.families
    return (whole, named) if crop and 0 < len(what.split()) <= _LONGEST_CROP else None
