"""Who sets a plan: "tỉnh giao", "dự toán HĐND huyện giao", "Xã phấn đấu"."""

from __future__ import annotations

import re

from corpus.names import PLAN

GIVER = re.compile(
    rf"{PLAN}\s+(?:năm\s+(?:\d{{4}}\s+)?)?(?:do\s+)?((?:HĐND|UBND|Bộ|Trung ương|TW|tỉnh|huyện|"
    rf"thành phố|thị xã|cấp trên|Sở|Huyện ủy|Thị ủy|Đại hội)[^,;()\d]{{0,30}}?(?:giao|đề ra)|"
    rf"(?:tỉnh|huyện|thành phố|thị xã|Trung ương|cấp trên|xã) giao|"
    rf"(?:HĐND|UBND)\s+(?:tỉnh|huyện|thành phố|thị xã|xã|phường|đặc khu)(?!\w)"
    rf"|(?:tỉnh|huyện|thành phố|thị xã|Trung ương|xã)(?=\s*(?:[,;.)]|và\s|$)))",
    re.I,
)
# "102 tỷ đồng (tỉnh giao 98 tỷ đồng)"
_GIVES_ALONE = re.compile(
    r"(?<!\w)((?:tỉnh|huyện|thành phố|thị xã|Trung ương|HĐND huyện|HĐND tỉnh) giao)(?!\w)", re.I
)
# "dự toán tỉnh giao 135 tỷ đồng": the value follows
_GIVES_VALUE = re.compile(
    r"(?<!\w)((?:(?:HĐND|UBND)\s+)?"
    r"(?:Trung ương|TW|tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu|HĐND|UBND|cấp trên)"
    r"\s+giao)(?:\s+(?:là|đầu năm))?\s*\Z",
    re.I,
)
_NEAR = 30  # characters before a value in which its giver stands
# Whose plan a column gives: "Huyện giao" beside "Xã phấn đấu".
_GIVER_HEAD = re.compile(
    r"(?<!\w)(?:(?:HĐND|UBND)\s+)?(?:trung ương|TW|tỉnh|huyện|thị xã|thành phố|xã|phường"
    r"|đặc khu|thị trấn"
    r"|cấp trên)\s+(?:giao|phấn đấu|đề ra|đặt ra|xây dựng|đăng ký)(?!\w)"
    r"|(?:(?<=DT )|(?<=KH )|(?<=dự toán )|(?<=kế hoạch ))"  # "% so DT tỉnh"
    r"(?:HĐND )?(?:tỉnh|huyện|thị xã|thành phố|xã)(?!\w)",
    re.I,
)


def giver_of(text: str) -> str:
    """Who gave the plan whose words these are: "tỉnh giao", "" where they do not say."""
    match = GIVER.search(text) or _GIVES_ALONE.search(text)
    return match[1].strip() if match else ""


def given_right_before(text: str, value: int) -> str:
    """Who gives the plan that the value at an offset is, as said right before it; "" if nobody."""
    given = _GIVES_VALUE.search(text, max(0, value - _NEAR), value)
    return given[1] if given else ""


def head_giver(head: str) -> str:
    """Who sets the plan of a column, as its head says: "Huyện giao"; "" where it does not."""
    said = _GIVER_HEAD.search(head)
    return " ".join(said[0].split()) if said else ""
