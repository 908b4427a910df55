"""The letterhead of a paper: the short lines at its top that say who writes."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.normalize import fold, syllables
from corpus.places import find_places

# "CÔNG TY CỔ PHẦN" alone is no name yet.
_UNFINISHED = re.compile(
    r"(?:CÔNG TY|CỔ PHẦN|TNHH|MTV|(?:MỘT|HAI) THÀNH VIÊN|TRỞ LÊN|HỢP TÁC XÃ|DỊCH VỤ|NÔNG NGHIỆP"
    r"|TRƯỜNG|THPT|THCS|TIỂU HỌC|TRUNG CẤP|CAO ĐẲNG|TÍN DỤNG NHÂN DÂN|CHỢ ĐẦU MỐI)$"
)


def _is_unfinished(before: str, line: str) -> bool:
    """Whether the name of an organisation goes on in the next line of a letterhead."""
    if _UNFINISHED.search(before) or (_GROUP.match(before) and _HAMLET.match(line)):
        return True
    named = _ORGANISED.match(before) and not find_places(before)
    return bool(named) and not _NEW_BODY.match(line)


_GROUP = re.compile(r"\W*TỔ HỢP TÁC ")  # by its trade and its hamlet, without a name of its own
_HAMLET = re.compile(r"\W*(?:BẢN|THÔN|XÓM|ẤP|LÀNG|BUÔN) ")
_COLUMNS = re.compile(r"\s{3,}|\t")
_ORGANISED = re.compile(
    r"\W*(?:(?:TỔNG )?CÔNG TY|CTY|CTCP|BỆNH VIỆN|TRUNG TÂM Y TẾ|BAN QUẢN (?:LÝ|TRỊ)|HỢP TÁC XÃ|HTX"
    r"|TỔ HỢP TÁC"
    r"|QUỸ TÍN DỤNG|QUỸ TDND|NÔNG TRƯỜNG|LÂM TRƯỜNG)"
)
_NEW_BODY = re.compile(
    r"\W*(?:SỐ\b|CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP|ĐẢNG|UBND|ỦY BAN|HĐND|SỞ |PHÒNG |TRẠM |BÁO CÁO|BIÊN BẢN"
    r"|NGHỊ QUYẾT|THÔNG BÁO|KẾ HOẠCH|QUYẾT ĐỊNH|CÔNG ĐOÀN|CHI BỘ|\*)"
)
# With these words the paper's own text begins.
_OPENING = re.compile(
    r"\W*(?:(?:[IVX]+|\d{1,2})[.)]\s*)?(?:ngày họp|thời gian|bắt đầu|địa điểm|thành phần"
    r"|chủ (?:trì|tọa|toạ)|hôm nay|căn cứ|kính gửi|có mặt|thư ký|hồi )",
    re.I,
)


_OF_A_BODY = re.compile(
    r"đảng (?:ủy|uỷ|bộ)|ủy ban|uỷ ban|ubnd|hđnd|hội đồng|chi bộ|trường|công ty|hợp tác xã"
    r"|huyện (?:ủy|uỷ)",
    re.I,
)
_WRITTEN_AT = re.compile(r"^\W*[^,\n]{2,40},\s*(?:ngày|tháng)\s", re.I)


_OF_PRESS = re.compile(r"\W*(?:cơ quan (?:của|ngôn luận)|tiếng nói|tạp chí|báo (?!cáo))", re.I)
_HELD_AT = re.compile(r"\W*\(.*\btại\s", re.I)  # "(Hội nghị họp ngày 10/01 tại trụ sở, xã A)"
_PROSE = 40  # characters from which on a line with a full stop is told, and heads nothing


def letterhead_of(document: Document) -> str:
    """The short lines at the top; a shouted line goes on in the next one."""
    text = ""
    for block in document.blocks[:6]:
        for whole in document.text[block.start : block.end].split("\n"):
            line = _COLUMNS.split(whole.strip())[0]  # the motto of the republic beside it
            if len(line) >= 160 or (line.rstrip().endswith(".") and len(line) > _PROSE):
                if find_places(line):
                    return text  # the text has begun: what it names behind is no letterhead
                continue
            if _OPENING.match(line) or line.count(" | ") > 1:  # the rows of a table tell of many
                return text
            if (
                _OF_PRESS.match(line)
                or _HELD_AT.match(line)
                or (_WRITTEN_AT.match(line) and not _OF_A_BODY.search(line))
            ):
                continue  # "Thị trấn A, ngày 8 tháng 12 năm 2023": where it was signed
            before = text.rsplit("\n", 1)[-1].strip()
            goes_on = line.isupper() and before.isupper() and _is_unfinished(before, line)
            text += f"{' ' if goes_on else chr(10)}{line}"
    return text


# Bodies beside the authorities of a place; those speak for the place as a whole.
_BESIDE = re.compile(
    r"\W*(?P<name>(?:BAN(?! CHẤP HÀNH| THƯỜNG| CHỈ ĐẠO)|HỘI(?! ĐỒNG NHÂN| NGHỊ)|PHÒNG|TRẠM"
    r"|TRUNG TÂM|CHI (?:CỤC|NHÁNH|HỘI|BỘ|ĐOÀN)|HẠT|ĐỘI|TỔ(?! CHỨC)|ĐOÀN(?! ĐẠI BIỂU)|VIỆN"
    r"|CÔNG (?:AN|ĐOÀN)|T(?:ÒA|OÀ) ÁN|LIÊN ĐOÀN|KHO BẠC|BẢO HIỂM|BƯU ĐIỆN|ĐIỆN LỰC|ĐỒN"
    r"|NGÂN HÀNG|VĂN PHÒNG)"
    r"(?:[ ,-]+[^\W\d]+){1,9})\W*$"
)
_LEAST_NAMED = 3  # syllables of a name that tells a body from words of the trade


def writers_of(document: Document) -> tuple[str, ...]:
    """The folded names of the bodies that write a paper, without their place.

    Of shouted lines alone: "BAN THANH TRA NHÂN DÂN" under the name of the commune.
    """
    names: list[str] = []
    for line in letterhead_of(document).split("\n"):
        match = _BESIDE.match(line) if line.isupper() else None
        if match is None:
            continue
        name = match["name"]
        for span, _ in reversed(find_places(name)):
            name = name[: span.start]
        folded = " ".join(fold(name).split())
        if len(syllables(folded)) >= _LEAST_NAMED:
            names.append(folded)
    return tuple(dict.fromkeys(names))
