"""Organisations that a text names: companies, cooperatives, schools, hospitals, funds.

Their names are printed as a kind, a trade and a name: "Công ty cổ phần Nước sạch và Môi trường
Sơn Ca". The words of a trade that every name may begin with are left out of it ("HTX dịch vụ nông
nghiệp Sơn Ca" is the cooperative "Sơn Ca").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.normalize import CAPITAL

_WORD = rf"{CAPITAL}[\w'’ʼ`]*"
# Offices called after the place where they work: "bệnh viện Sơn Ca", "đồn biên phòng Sơn Ca".
OFFICE_CALLED_AFTER = (
    r"(?:trung tâm y tế|ttyt|bệnh viện|bv(?=đk| ))(?>(?: ?đa khoa|đk)?(?: khu vực)?)"
    r"|ban quản lý (?:bảo vệ )?rừng(?> (?:phòng hộ|đặc dụng))?|vườn quốc gia"
    r"|khu bảo tồn(?> thiên nhiên)?"
    r"|(?:đồn biên phòng|chi cục hải quan|hải quan)(?>(?: cửa khẩu)?(?: quốc tế)?)"
)
OFFICES = (
    "trung tâm y tế", "bệnh viện", "ban quản lý rừng", "vườn quốc gia", "khu bảo tồn",
    "đồn biên phòng", "hải quan",
)  # fmt: skip
_COMPANY = r"(?:công ty|cty)(?: cổ phần| tnhh| cp)?|ctcp|tổng công ty"
_KIND_OF_SCHOOL = (
    r"(?:thpt|thcs|th|mn|mg|ptcs|tiểu học|mầm non|mẫu giáo|trung học phổ thông|trung học cơ sở"
    r"|trung cấp|cao đẳng|(?:phổ thông dân tộc|ptdt|dân tộc) (?:nội|bán) trú|(?:pt)?dt[nb]t)"
)
_SCHOOL = rf"trường {_KIND_OF_SCHOOL}(?:(?: ?[-–&] ?| và | ){_KIND_OF_SCHOOL})*(?!\w)"
_MARKET = r"(?:ban quản lý|bql) chợ(?: đầu mối)?(?: nông sản| thủy sản)?"
_ESTATE = r"ban quản trị (?:nhà |tòa nhà |toà nhà |khu )?chung cư"
_NUMBERED = r"(?i:số) \d{1,3}(?![\d/])"  # "Vận tải số 7"
_ORGANISATION = re.compile(
    rf"(?<!\w)(?P<level>(?i:{_COMPANY}|hợp tác xã|htx|tổ hợp tác|{_SCHOOL}|nông trường|lâm trường"
    rf"|quỹ tdnd|quỹ tín dụng nhân dân|quỹ tín dụng|ngân hàng|{_MARKET}|{_ESTATE}|"
    rf"(?:{OFFICE_CALLED_AFTER})(?! (?:huyện|thị|thành|tỉnh|xã|phường|đặc khu|quận))))"
    rf"(?P<words>(?: (?:{_NUMBERED}|[a-zà-ỹđ&]+|[-–]|{CAPITAL}[\wà-ỹ]*)){{1,14}})"
)
# Words of an organisation's trade that no name begins with.
TRADES = (
    "nông nghiệp", "dịch vụ", "tổng hợp", "sản xuất", "kinh doanh", "thương mại", "cổ phần", "tnhh",
    "mtv", "một thành viên", "hai thành viên trở lên", "hai thành viên", "xây dựng", "và", "&",
)  # fmt: skip
_TRADE = re.compile(rf"(?:{'|'.join(TRADES)}|số(?! \d)|[-–,])(?: |$)", re.I)
_TRADE_OF_COOPERATIVE = re.compile(
    r"(?:nuôi trồng|chăn nuôi|trồng trọt|th[uủ][yỷ] sản|chế biến|khai thác|du lịch|vận tải)(?: |$)|"
    + _TRADE.pattern,
    re.I,
)
# Banks that stand for no place of their own: "Ngân hàng Chính sách xã hội huyện A" is A's.
_NATIONAL = {
    "csxh", "chính sách", "nhà nước", "nn&ptnt", "nn", "hợp tác", "công thương", "đầu tư",
    "ngoại thương", "quân đội", "phát triển",
}  # fmt: skip
_LEVEL_WORDS = frozenset(
    ["tỉnh", "quận", "huyện", "xã", "phường", "thôn", "bản", "ấp", "làng", "buôn", "khóm", "xóm"]
)
_OF_PLACE = re.compile(r"(?:liên )?(?:xã|phường|đặc khu|thị trấn|thị xã) (?=\S)", re.I)  # a fund's
# Of a shouted letterhead: "... VÂN TRÁM ĐỊA CHỈ: ...", or the motto on the same line.
_AFTER_NAME = re.compile(
    r"(?:Địa|Điện [Tt]hoại|Trụ|Biên|Báo|Nghị|Số(?! \d)|Độc [Ll]ập|Cộng [Hh](?:òa|oà)"
    r"|(?:Tổng|Sơ) [Kk]ết)(?: |$)"
)
# Trades that a name begins with: "Công ty cổ phần Thủy điện A", "HTX Thạch đen B".
_NAMED_TRADE = re.compile(
    r"(?:(?:thủy điện|thuỷ điện|nhiệt điện|điện lực|cấp nước|thoát nước|môi trường|đô thị"
    r"|công trình|thủy lợi|thuỷ lợi|thủy sản|thuỷ sản|khai thác|chế biến|khoáng sản|lâm nghiệp"
    r"|lâm sản|cảng cá|cảng|nông trường|lâm trường|dịch vụ|"
    r"vận tải|dệt may|cơ khí|xây lắp|vật tư|cây trồng|giống|chăn nuôi|thạch đen|dược liệu"
    r"|nước mắm|mía đường|cao su|cà phê|hồ tiêu|cây ăn quả|rau|hoa|chè|gạo|gỗ|muối|gốm|may|dược"
    r"|an toàn|hữu cơ|du lịch|đầu tư|phát triển|quản lý|bến xe|sữa|mây tre|dâu tằm|nông sản"
    r"|xổ số(?: kiến thiết)?)"
    r"(?:, |,? và |,? | - ))+(?=" + CAPITAL + ")",
    re.I,
)
# What goes on behind a name with a small letter, and is no part of a trade.
_GOES_ON = (
    r"(?:tổ|họp|báo|đã|được|có|là|cho|trong|tại|năm|của|phải|đạt|thu|nộp|đang|sẽ|tiếp|triển|thực"
    r"|hoàn|đề|đón|nhận|mở|bàn|chi|trả|vay|bán|mua|cung|ký|xin|cam|thông|quyết|với|do|từ|đến|ở|ra"
    r"|lên|xuống|còn|cần|theo|gồm|vào|không|chưa|vượt|tăng|giảm|lãi|lỗ|long|vừa|khai|tiến|về"
    r"|trên|huyện|xã|tỉnh|phường|đặc khu|thôn|bản|để|khi|mỗi|hiện|cùng|như|bằng|hơn|mới)"
)
_PHRASE = rf"{_WORD}(?: (?!{_GOES_ON}\b)(?:và|[a-zà-ỹđ]+)){{1,4}}"
# "Nước sạch và Môi trường Sơn Ca": phrases with one capital each before the name's own two
_TRADE_PHRASE = re.compile(rf"(?:{_PHRASE} )+(?={_WORD} {_WORD}|(?i:số) \d)")
_PLACED = frozenset(
    ["ở", "tại", "trong", "ngoài", "của", "trên", "do", "với", "cho", "đóng", "vay", "nộp", "đã"]
    + ["được", "có", "là", "phải", "đạt", "trả", "mua", "bán", "đang", "sẽ", "nhận", "xin", "gồm"]
)  # and "HTX vay Quỹ Hỗ trợ nông dân"
_WHEN = re.compile(r"hạng\b|quý [ivx]+\b|(?:quý|năm|tháng|tuần|giai đoạn|nhiệm kỳ)\W*\Z", re.I)
_LONGEST_NAME = 9  # words


def find_organisations(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Every organisation that a text names: where it begins and ends, its level and its name.

    Shouted text must be in title case (see `corpus.places`).
    """
    for match in _ORGANISATION.finditer(text):
        level, words = organisation_level(match["level"].lower()), match["words"].split()
        if name := _name(words, level):
            last = name.split()[-1].lower()
            at = max(i for i, word in enumerate(words) if word.lower() == last)
            end = match.start("words") + len(" " + " ".join(words[: at + 1]))
            if level == "trường" and (number := _SCHOOL_NUMBER.match(text, end)):
                name, end = f"{name} {number[1]}", number.end()
            yield match.start(), end, level, name


# "Trường Tiểu học Sơn Ca 2", but "trường Sơn Ca 2 lớp"
_SCHOOL_NUMBER = re.compile(
    r" (?:số )?([1-9])(?=\s*(?:[\n,.;:()–-]|$)|\s(?:năm|họp|tổ chức|đã|được|đạt|có)\s)", re.I
)


def organisation_level(word: str) -> str:
    """The level of an organisation by the words before its name: "trường" of "trường THPT"."""
    if word in ("htx", "hợp tác xã"):
        return "hợp tác xã"
    if word.startswith(("bv", "ttyt")):
        return "bệnh viện" if word.startswith("bv") else "trung tâm y tế"
    if "công ty" in word or word.startswith(("cty", "ctcp")):
        return "công ty"
    if word == "quỹ tdnd":
        return "quỹ tín dụng nhân dân"
    for kind in ("trường", "chung cư", "chợ"):
        if re.match(rf"(?:ban quản (?:lý|trị) .*|bql )?{kind}", word):
            return kind
    return next((kind for kind in OFFICES if kind in word), word)


def _name(words: list[str], level: str) -> str:
    """The capitalised run that names an organisation, without the words of its trade."""
    if words[0] == "và":
        return ""  # "phát triển hợp tác xã và sản phẩm OCOP": not by name
    text = re.sub(r"\bsố (?=\d)", "Số ", " ".join(words))
    pattern = _TRADE_OF_COOPERATIVE if level == "hợp tác xã" else _TRADE
    while (trade := pattern.match(text)) and not _by_number(text[trade.end() :]):
        text = text[trade.end() :]
    if level == "quỹ tín dụng nhân dân":
        text = _OF_PLACE.sub("", text, count=1)
    words = text.split()
    if words and words[0].lower() in _LEVEL_WORDS:
        return ""  # "LIÊN MINH HTX TỈNH A"
    bank = level == "ngân hàng"
    if bank and words and {words[0].lower(), " ".join(words[:2]).lower()} & _NATIONAL:
        return ""
    if _WHEN.match(text):
        return ""  # "ngân hàng quý IV/2023", "bệnh viện hạng I": when, and how large
    if words and words[0] in _PLACED:
        return ""  # "công ty ở Bình Dương": where it is, not what it is called
    if leads := _TRADE_PHRASE.match(text):  # "Cảng cá Cửa Vẹn": the trade is a part of the name
        words = [*map(_raised, leads[0].split()), *text[leads.end() :].split()]
    end = max((i + 1 for i, w in enumerate(words) if w[0].isupper()), default=0)
    named = _NAMED_TRADE.match(" ".join(words))
    trade_words = len(named[0].split()) if named else 0
    capitals = (i for i in range(trade_words, end) if words[i][0].isupper())
    first_capital = next(capitals, end)
    tail = next(
        (
            i
            for i in range(first_capital, end)
            if _AFTER_NAME.match(" ".join(words[i:]))
            or not (words[i][0].isupper() or words[i] in "-–" or _is_number(words, i))
        ),
        end,
    )
    if _is_number(words, tail):
        tail += 1  # "Vận tải Số 7"
    kept = words[:tail] if first_capital - trade_words <= 2 else []
    if kept == ["Việt", "Nam"]:
        return ""  # "LIÊN MINH HỢP TÁC XÃ VIỆT NAM"
    if len(kept) == 1 and not trade_words and _is_cut(words):
        return ""  # "Nước sạch và Môi trường": a trade without a name
    return " ".join(map(_raised, kept[: trade_words + _LONGEST_NAME])).strip(" -–")


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _by_number(text: str) -> bool:
    """Whether nothing but a number is left to tell an organisation by: "Vận tải [số 7]"."""
    return re.match(rf"{_NUMBERED}(?! {CAPITAL})", text) is not None


def _is_number(words: list[str], at: int) -> bool:
    """Whether a word is the number that a name has: of "Số 7"."""
    return 0 < at < len(words) and words[at].isdigit() and words[at - 1].lower() == "số"


def _is_cut(words: list[str]) -> bool:
    """Whether a name's first word goes on with a small letter, and not with what was done."""
    return len(words) > 1 and words[1].islower() and not re.fullmatch(_GOES_ON, words[1])
