"""What a table's caption says of its columns: their unit, what they are of, what they measure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from corpus.document import Document
from corpus.labels import of_caption
from corpus.table_heads import UNIT_IN_BRACKETS

_UNIT_OF_ALL = re.compile(
    r"(?:đơn vị(?: tính| tiền)?(?: giá trị)?|đvt|đv tính)\s*:\s*(1\.?000\s?đ(?:ồng)?|[^();,.]+)",
    re.I,
)
_THOUSANDS = re.compile(r"1\.?000\s?đ(?:ồng)?", re.I)  # "Đơn vị: 1.000 đồng"


def caption_unit(caption: str) -> str:
    """The unit that a caption gives to the whole table: "(Đơn vị: tỷ đồng)"."""
    match = _UNIT_OF_ALL.search(caption) or UNIT_IN_BRACKETS.search(caption)
    unit = match[1].strip() if match else ""
    if _THOUSANDS.fullmatch(unit):
        return "nghìn đồng"
    return "" if re.search(r"[,;\d]", unit) else unit


def unit_above(document: Document, start: int) -> str:
    """The unit that one of the lines above a table gives to all of it, where no other stands
    between: "BIỂU 01. THU NGÂN SÁCH (đơn vị: tỷ đồng)" over a line of notes.
    """
    end = bisect_right(document.blocks, start, key=lambda block: block.end)
    for block in reversed(document.blocks[max(0, end - _LINES_ABOVE) : end]):
        if block.kind == "row":
            return ""
        if said := _UNIT_OF_ALL.search(document.text, block.start, block.end):
            return caption_unit(said[0])
    return ""


_LINES_ABOVE = 4


def caption_topic(caption: str, places: bool) -> str:
    """A caption that says what is measured, not only that indicators follow."""
    if not places and re.search(r"chỉ tiêu|tổng hợp|kết quả thực hiện", caption, re.I):
        return ""
    return re.sub(r"\s*\([^()]*\)", "", caption)


_MEASURE = r"(?:diện tích|năng suất|sản lượng)"
_LISTED = re.compile(
    rf"({_MEASURE}(?:\s*(?:,|và)\s*{_MEASURE})+)\s+(.+?)"
    r"(?=\s+(?:chia|theo|của|tại|phân|trên địa bàn)\b|$)",
    re.I,
)


def listed_measures(caption: str) -> dict[str, str]:
    """The indicators that a caption lists under one name, by the word that heads a column.

    "Diện tích, năng suất lúa theo xã": "diện tích" is of "Diện tích lúa".
    """
    listed = _LISTED.search(of_caption(caption))
    if listed is None:
        return {}
    measures = re.findall(_MEASURE, listed[1].lower())
    return {measure: f"{measure.capitalize()} {listed[2]}" for measure in measures}


def unheaded_measure(listed: dict[str, str], subjects: Iterable[str]) -> str:
    """The one of a caption's list that no head names: of "Kế hoạch (ha) | Thực hiện (ha)"."""
    headed = [subject.lower() for subject in subjects]
    left = [name for measure, name in listed.items() if not any(measure in h for h in headed)]
    return left[0] if len(left) == 1 else ""
