"""What a question is wrapped in, taken off: a greeting, a request, a word at its end.

"Dạ cho em xin tên hai xã về đích năm 2024 với ạ" asks what "Kể tên hai xã về đích năm 2024" asks.
Only frames that say nothing of what is asked are known here, none of their contents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.normalize import fold
from index.accents import has_accents

_PERSON = (
    r"(?:chúng (?:tôi|em|mình|ta)|em|tôi|mình|tui|mk|e|t|anh(?: chị)?|chị|bạn|bác|cô|chú|thầy|sếp"
    r"|đồng chí|ad|admin)"
)
_LOOK = r"(?:tra(?: cứu)?|tìm|xem|kiểm tra|coi|lấy|lọc|trích|rà|nhắc|báo|nói|cung cấp|gửi|chỉ)"
_MORE = (
    r"(?: (?:lại|thêm|chút|một chút|(?:tí|tý)(?! (?:lệ|trọng))|rõ|giúp|hộ|giùm|dùm|với|là|rằng|xem"
    r"|ý))*"
)
_GREETING = (
    rf"(?:(?:dạ|vâng|kính thưa|thưa|alo|xin chào|chào|này|à|ừ)(?: {_PERSON})?|{_PERSON} ơi)"
    r"(?!\w)\s*[,.!:]*"
)
_ASKING = (
    rf"(?:(?:{_PERSON} )?(?:hãy|có thể|có) |(?:các )?{_PERSON} )?"
    rf"cho(?: {_PERSON})? (?:xin|hỏi|biết|xem){_MORE}"
    rf"|cho (?:{_PERSON}){_MORE}(?= )"
    rf"|xin(?: {_PERSON})? (?:được hỏi|cho hỏi|cho biết|hỏi|cho){_MORE}"
    rf"|(?:{_PERSON} )?(?:đang )?(?:muốn|cần|xin phép|định) (?:được )?(?:hỏi|biết|nắm|xin|{_LOOK})"
    rf"{_MORE}"
    rf"|(?:{_PERSON} )?hỏi (?:chút|tí|tý|là|thăm){_MORE}"
    rf"|(?:nhờ|phiền|làm ơn|vui lòng|đề nghị(?= (?:{_PERSON} )?(?:cho biết|{_LOOK})))"
    rf"(?: {_PERSON})?(?: (?:giúp|hộ|cho))?"
    rf"(?: {_PERSON})?(?: {_LOOK})?(?: cho biết)?{_MORE}(?: {_PERSON}(?= ))?"
    rf"|giúp {_PERSON}(?: {_LOOK})?{_MORE}"
    rf"|{_LOOK} (?:giúp|hộ|giùm|dùm|cho)(?: {_PERSON})?{_MORE}"
)
_OPENING = rf"^\W*(?:(?:{_GREETING})\s*)*(?:(?:(?:{_ASKING})(?!\w))\s*[,:]*\s*)*"
# What it is asked for, and by whom: "Để làm báo cáo, tôi cần ...", "Sếp hỏi ..."
_SAYS_WHAT_FOR = (
    r"(?:để|nhằm|phục vụ|chuẩn bị|do|vì|nhân|đang|sắp"
    rf"|(?:nay|mai|{_PERSON})"
    r"(?= (?:đang|sắp|cần|phải|chuẩn bị|họp|có|nộp|em|anh|chị|tôi|mình|sếp) )"
    r"|(?:sáng|trưa|chiều|tối|hôm|ngày|tuần)(?= (?:nay|mai|sau|tới)(?!\w)))"
)
_PAPER = (
    r"(?:báo cáo|bài|diễn văn|biểu|bảng|hồ sơ|văn bản|kế hoạch|tờ trình|nghị quyết|slide|tham luận"
    r"|tài liệu|phát biểu|số liệu)"
)
_UNASKED = r"(?:(?!(?:bao nhiêu|mấy|nào|gì|ai|đâu|sao)(?!\w))[^\W\d_]+ ){0,9}?[^\W\d_]+"
_WHAT_FOR = (
    rf"^\W*(?:(?:{_GREETING})\s*)*{_SAYS_WHAT_FOR} (?:{_UNASKED})\s*[,.:;–-]\s*"
    rf"(?:nên |thì )?(?=(?:{_ASKING})(?!\w))"
    rf"|^\W*(?:(?:{_PERSON} )?(?:đang|sắp|cần|phải) |để |nhằm )(?:làm|viết|soạn|lập|hoàn thiện"
    rf"|chuẩn bị|đưa vào|hoàn thành) (?:[^\W\d_]+ ){{0,3}}?{_PAPER}(?: [^\W\d_]+){{0,4}}"
    r"\s*[,.:;–-]\s*"
)
_SAID_BY = (
    r"^\W*(?:sếp|thủ trưởng|lãnh đạo|cấp trên)"
    r" (?:đang |vừa |mới )?(?:hỏi|cần|muốn biết|muốn hỏi)(?: là| rằng)?\s*[,:]?\s*"
    r"|^\W*(?:theo|trong|căn cứ)(?: các| những)?"
    r" (?:báo cáo|hồ sơ|tài liệu|số liệu|văn bản|biên bản)"
    r"(?: (?:đã|hiện|đang) (?:có|lưu|nạp|lưu trữ))?(?: thì|\s*,)\s*"
)
# typed plainly, "nha", "the", "ha", "vay" are houses, cards, hectares and loans, "a" a place
_PARTICLES = {True: "nhỉ|nhé|nha|hả|hen|ạ|vậy|thế|đấy", False: "nhi|nhe|vay a"}
# "... bao nhiêu thế em?", "... mấy phần trăm nhỉ": no "như thế", no "vì sao lại vậy"; by whether
# a text is typed with accents
_CLOSING = {
    accented: (
        r"(?:(?<!như)(?<!lại)(?<!được)(?<!là)(?<!làm)(?<!vì)(?<!thế)(?<!sao)(?<!của)(?<!nào)(?<=\w)"
        rf"(?:\s+(?:{particles}))+(?:\s+(?:{_PERSON}))?(?=\W*$)"
        rf"|[\s,]+(?:với|vs)(?=\s*(?:{_PERSON}|ạ|nhé|nha|nhỉ)?\W*$)"
        rf"|[\s,]+(?:giúp|giùm|dùm|hộ(?= {_PERSON}))(?: {_PERSON})?"
        r"(?=(?:\s+(?:với|nhé|nha|ạ|cái))*\W*$)"
        r"|(?<=vậy|nhỉ)\s+(?:b|e|a|c)(?=\W*$))+"
    )
    for accented, particles in _PARTICLES.items()
}
_POST = (
    r"(?:(?:đồng chí|ông|bà|vị)\s+)?(?:phó\s+|nguyên\s+|tân\s+)*"
    r"(?:chủ tịch|bí thư|giám đốc|tổng giám đốc|hiệu trưởng|trưởng|chánh|chủ nhiệm|kế toán|thư ký"
    r"|chủ tọa|chủ trì|đội trưởng|chỉ huy|viện trưởng|cán bộ|lãnh đạo)(?!\w)"
)
_NAME_OF = rf"^(?:(?:họ(?: và)? )?tên|danh tính)(?: đầy đủ)?(?: của)?\s+(?={_POST})"
_NAMES_OF = r"^(?:(?:hãy )?(?:nêu|đọc|điểm|ghi|kể)(?: ra)?\s+)?tên(?: gọi)?(?: của)?\s+(?=\w)"


_ASKS = r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)"
# "tổng số thành viên cùng số người dự đại hội": two counts
_TWO_COUNTS = (
    r"(?<!\w)(?:tổng )?số ((?:[^\W\d]+ ){1,4}?)(?:với|cùng với|cùng|và|kèm)"
    r" (?:tổng )?số(?= [^\W\d])"
)


@lru_cache(maxsize=32)
def _pattern(spelt: str, accented: bool) -> re.Pattern[str]:
    """A pattern for a text that is typed with or without accents."""
    return re.compile(spelt if accented else _folded(spelt), re.I)


def _folded(pattern: str) -> str:
    """A pattern's letters without accents; its escapes (`\\W`) keep their case."""
    return "".join(p if p.startswith("\\") else fold(p) for p in re.split(r"(\\.)", pattern))


def plainly(text: str) -> str:
    """A question without its frame; the same text where nothing would be left of it."""
    text = unicodedata.normalize("NFC", text)
    accented = has_accents(text)
    asked = _pattern(_SAID_BY, accented).sub("", text, count=1)
    asked = _pattern(_WHAT_FOR, accented).sub("", asked, count=1)
    asked = _pattern(_OPENING, accented).sub("", asked, count=1)
    asked = _pattern(_CLOSING[accented], accented).sub("", asked)
    if of := _pattern(_NAME_OF, accented).match(asked):
        name = asked[of.end() :].rstrip(" ?.!")
        asked = f"{name} là ai?" if accented else f"{name} la ai?"
    elif of := _pattern(_NAMES_OF, accented).match(asked):
        asked = ("Kể tên " if accented else "Ke ten ") + asked[of.end() :]
    counts = _pattern(_TWO_COUNTS, accented)
    if not _pattern(_ASKS, accented).search(asked):
        asked = counts.sub(
            r"bao nhiêu \1và bao nhiêu" if accented else r"bao nhieu \1va bao nhieu", asked
        )
    return asked if any(c.isalnum() for c in asked) else text
