"""Numbers with their units and qualifiers, as Vietnamese records print them.

A dot before exactly three digits groups thousands, a comma is the decimal mark ("21.384,07"); a
lone dot before one, two or four digits is read as a decimal mark ("97.6%"), as sloppy papers
print it. Dates, times, years, ordinals, paper numbers ("27/NQ-HĐND") and the like are no
quantities: see `_NOT_QUANTITIES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import cast

from corpus.normalize import lower_case
from corpus.record import Qualifier, Quantity

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?(?:\.\d+)?|\d+\.\d+"
_SCALE = r"(?:nghìn|ngàn(?!h)|vạn|triệu|tr(?![\wà-ỹ.])|t[ỷỉ](?!\s(?:lệ|trọng|suất)))"
_MONEY = (
    r"(?:[đd]ồng(?!\s+(?:ý|chí|thời|bào|thuận|hồ|ruộng|cỏ|nghiệp|phục|bằng(?!\s+\d)|đội|diễn"
    r"|hương))|USD|"
    r"đô la|usd|đ(?![\wà-ỹ]|/c(?!\w))|vnđ|VNĐ|tr(?:iệu)?\.?đ(?![\wà-ỹ]))"
)
_PER = (
    r"(?:\s?/\s?(?:0?10{0,3}\s?)?(?:người|hecta|h[eé]c[ -]?ta|ha|hộ|năm|tháng|lao động|học sinh"
    r"|ngày đêm|ngày|khẩu|suất|kg|tấn|con|m2|m3|lít|xã|thôn|bản|vụ|km|đơn vị|sản phẩm|cổ phần"
    r"|cổ phiếu|em|cháu|bữa|buổi|lượt khách|lượt|hội viên|đảng viên|đoàn viên|thành viên|cán bộ"
    r"|giáo viên|khách|sào|công|nhà|căn)(?![\wà-ỹ])(?:/(?:năm|tháng|vụ|ngày|người)(?![\wà-ỹ]))?)"
)
_PHYSICAL = (
    r"(?:cây số|hecta|héc-ta|hec ta|ha|km2|km²|km|m2|m²|m3|m³|tấn|tạ|yến|kg|MW|MWh|kWh|lít|héc ta"
    r"|hecta|mm|cm|mét|"
    r"m(?![\wà-ỹ]))"
)
_PERCENT = r"(?:%|‰|phần trăm|điểm phần trăm|điểm %|điểm)"
# Nouns that are counted in records. Data rather than grammar, but closed: after a number every
# other word is taken as a unit of its own ("12 cuộc"), these only bind a second syllable.
COUNTED_NOUNS = (
    "doanh nghiệp|hợp tác xã|tổ hợp tác|lượt khách|lượt người|lượt hộ|lao động|đảng viên|"
    "đồng chí|hội viên|đoàn viên|đại biểu|cổ đông|thành viên|học sinh|giáo viên|khách hàng|"
    "tiêu chí|chỉ tiêu|sản phẩm|nghị quyết|tờ trình|chức danh|thị trấn|công trình|dự án|"
    "giấy chứng nhận|tổ chức|thanh niên|cán bộ|công chức|cơ sở|trường hợp|quần chúng|"
    "người dân|hộ dân|hộ gia đình|thôn bản|khu phố|tổ dân phố|chi hội|tổ hội|tổ phụ nữ|"
    "chi bộ|phòng học|đề án|tập thể|cá nhân|công nhân|"
    "tuyến đường|tuyến phố|nhân khẩu|gia đình|câu lạc bộ|làng(?! nghề)|buôn|khóm|xóm|lượt|người"
    "|hộ sinh|hộ(?! (?:lý|khẩu|chiếu|tịch)(?![\\wà-ỹ]))|xã|thôn|bản|ấp|phường|đặc khu|"
    "trường|vụ|cuộc|lớp|giải|cặp|nhà|căn|con|cây|phiếu|ý kiến|máy|suất|HTX|hồ sơ|giấy|buổi|"
    "đơn vị(?=\\s?/\\s?(?:KH|NQ|kế hoạch|chỉ tiêu))|đối tượng|mô hình|tàu|chuyến|nhiệm vụ|"
    "ngày công|liều|đơn vị máu|trang trại|điểm trường|"
    "bậc|lần(?! lượt)|USD|em|giường|bác sĩ|vị(?= (?:có mặt|dự|vắng|tham dự))"
)
_UNIT = re.compile(
    rf"\s?(?:(?P<percent>{_PERCENT})(?P<per1>\s?/\s?năm)?"
    rf"|(?P<scaled>{_SCALE}(?:\s+t[ỷỉ](?!\s(?:lệ|trọng|suất)))?)(?:\s+(?P<of>{_MONEY}"
    rf"|{_PHYSICAL}(?![\wà-ỹ])|"
    rf"(?:{COUNTED_NOUNS})(?![\wà-ỹ])))?(?P<per2>{_PER}*)"
    rf"|(?P<money>{_MONEY})(?P<per3>{_PER}*)"
    rf"|(?P<physical>{_PHYSICAL}(?:\s*/\s*ha)?)(?![\wà-ỹ])(?P<per4>{_PER}*)"
    rf"|(?P<counted>{COUNTED_NOUNS})(?![\wà-ỹ])(?P<per5>{_PER}*))",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s([^\W\d_]+)")

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"


# Behind "tháng 12": an amount, no month's number; but "tháng 12 tỷ lệ hộ nghèo còn ..."
OF_AMOUNT = r"\s(?:tỷ(?! lệ| trọng)|tỉ|triệu|nghìn)(?!\w)"
_YEAR_ALONE = r"(?:19|20)\d\d(?![.,]?\d|\s?(?:%|tỷ|triệu|ha|hộ|người|lao|tấn))"
_LETTER = r"[^\W\d_]"
# Dates, times, years, ordinals and the like, by what they begin with. All of text in lower case:
# told to pass over case, the patterns take nearly twice as long.
_AT_WORD = (
    rf"(?:ngày|sáng|chiều|tối|trước|đến|tới|vào|sau|hạn|hết|từ|và|xong|thời điểm|mốc|"
    rf"dịp|lễ|kỷ niệm|quà|mừng|quốc khánh|cuối)\s+(?:ngày\s+)?{_DAY}\s?[/-]\s?{_MONTH}"
    rf"(?![\d/%]|\s*(?:chỉ tiêu|tiêu chí|xã|hộ|bản|thôn|trường|đồng|phường|đặc khu|đơn vị|"
    rf"người|đại biểu|thị trấn|vụ))",
    # "khởi công dự kiến 10/5.", but "khánh thành 3/5 công trình"
    rf"(?:khởi công|động thổ|khánh thành|khai trương|khai giảng|khai mạc|thông xe)"
    rf"(?:\s+dự kiến)?\s+{_DAY}\s?/\s?{_MONTH}(?=\s*(?:[.,;:)]|$))",
    rf"ngày\s+{_DAY}(?:\s*(?:,|và|-|"
    rf"–)\s*{_DAY})*(?:\s+tháng\s+{_MONTH})?(?:\s+năm\s+\d{{4}})?",
    rf"tháng\s+{_MONTH}(?:\s?[/.-]\s?(?:19|20)\d\d)?(?!\d|[.,]\d)"
    rf"(?!{OF_AMOUNT})",
    r"(?:câu hỏi|tuổi|tuần(?: thứ)?)\s+\d{1,2}(?!\d|[.,/-]\d|\s?%)",
    r"quý\s+[1-4](?:\s?[/.]\s?(?:19|20)\d\d)?(?!\d)",
    r"[ivx]+\s?/\s?(?:19|20)\d\d",
    r"trong\s+\d{1,2}\s+ngày\s*(?=[(,]|từ\b|làm việc|diễn ra)",  # how long one met
    rf"(?:năm|từ|đến|và|trong|so với|cùng kỳ)\s+{_YEAR_ALONE}",
    r"(?:lớp|vào|khối)\s+(?:lớp\s+)?(?:[1-9]|1[0-2])(?=\s*(?:$|[,;.)]|[^\W\d]))"
    r"(?!\s(?:%|tỷ|triệu|nghìn|ha|hộ|người|xã|giờ))",
    r"(?:lần|kỳ họp|phiên|khóa|khoá|đợt"
    r"|(?<!tổng )(?<!trong )(?<!trên )(?<!con )(?<!dân )(?<!chỉ )(?<!sĩ )(?<!quân )số"
    r"|điều"
    r"|khoản|chương|phần|mục|bão số|phòng|tầng|quyển|tốp|top|hạng|vị trí)"
    r"\s+(?:thứ\s+|số\s+)?\d+(?:/\d+)?(?![\d,.]*\s?(?:%|tỷ|triệu))",
    r"thứ\s+\d+(?:\s?/\s?\d+)?",
    r"giai đoạn\s+0?\d(?!\d|[,.]\d|\s?(?:[%/]|tỷ|triệu|năm))",
    r"(?:biểu(?: mẫu)?|bảng|phụ lục)\s+(?:số\s+)?\d{1,2}(?!\d|[.,]\d|\s?%)",
    r"(?:công nghệ|công nghiệp)\s+4[.,]0",
    r"đô thị loại\s+[1-5](?!\d)",
    rf"(?:ngày|sáng|chiều|tối)\s+(?:ngày\s+)?{_DAY}\.{_MONTH}(?![\d/%])",
    r"nghị quyết\s+(?:số\s+)?\d{1,3}(?!\d|[.,]\d|\s?[%/]|\s+(?:chỉ|tỷ|triệu))",
    r"(?:phường|quận|khóm|xóm|ấp|thôn|tổ dân phố|tdp|khu phố|tổ)"
    r"\s+(?:số\s+)?\d{1,2}(?:\s*,\s*\d{1,2})*(?:\s+và\s+\d{1,2})?"
    r"(?!\d|[.,/]\d|\s?%|\s+(?:tỷ|triệu|hộ|người|ha|km|công|mô|nhà))",
    r"(?:dưới|từ|trên|đủ)\s+\d+(?:\s*[-–]\s*\d+)?\s+tuổi",
    r"(?:trên|mỗi)\s?0?1\s?(?:đơn vị diện tích|ha|hecta|héc ta)\b",
    # "trong đó mức độ 2 có 9 trường": which level, not how many
    r"(?:mức độ|cấp độ)\s+[1-4](?!\d|[.,/]\d|\s?%)",
    # "tài khoản định danh điện tử mức 2: 561 người"
    r"mức\s+[1-4](?!\d|[.,]\d)(?=\s+(?:là|đạt|cho|được|có|của)\s|\s*(?:[:;,(]|$))",
    # "392 tàu cá dài từ 15 m trở lên": which ones
    r"(?:từ|trên|dưới)\s+\d+\s?(?:m|mét|cv|sức ngựa)\s+trở\s+(?:lên|xuống)",
    # "ruộng tích tụ quy mô từ 2 ha trở lên": which ones, not how much
    r"quy mô\s+(?:diện tích\s+|đàn\s+)?(?:từ|trên)\s+\d[\d.,]*\s+[^\W\d_]+"
    r"(?=\s+trở lên)",
    r"[a-z]+-?\d+\b",
    r"điện thoại[:\s]*[\d.\s]+",
)
_AT_NUMBER = (
    r"\d{1,2}:\d{2}\b",
    r"\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2}(?:\s?phút)?)?(?![\wà-ỹ])",
    r"(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d",
    r"\d{1,2}\s+tháng(?:\s+(?:đầu|cuối|qua|tới|năm)|(?=[\s,.;:)]|$))",
    r"\d{1,2}\s?th?(?=\s+(?:đầu|cuối|năm)|\s?/\s?(?:19|20)\d\d)",  # "6th đầu năm"
    r"0?[23]\s+cấp(?!\w|\s(?:giấy|thẻ|sổ))",  # "chính quyền 2 cấp"
    r"[1-5]\s+sao(?!\w)",  # how good, not how many
    r"0?[1-9]\s+(?:chương trình (?:mục tiêu quốc gia|mtqg)|ctmtqg)",
    r"\d+(?:/\d{4})?[/-](?:nq|bc|tb|kh|ct|qđ|ttr|kl|cv|hd|bb|tt|nđ|qh|đa|ctr|gp)[-/\w]*"
    r"(?![-/\w]|:?\s(?!(?:19|20)\d\d\b)\d)",  # "37/KH 65" is no paper: 37 of a plan of 65
    r"\d+\s+(?:năm\s+)?tuổi",
    r"(?:19|20)\d\d(?=\s?[:.)]|\s*$)(?<!\d)",
    r"\d+\s+năm(?:\s+(?:qua|tới|liền|liên tục|thành lập|ngày|đầu|cuối))?(?![\wà-ỹ])",
)
_ELSEWHERE = (
    rf"(?=\d)(?<!\d){_DAY}\s?[/.-]\s?{_MONTH}\s?[/.-]\s?(?:19|20)\d\d(?!\d)",  # 18/7/2023
    rf"(?=\d)(?<![\d/.,]){_MONTH}/20\d\d(?=\s*(?:[.,;:)]|$|và\s|đến\s))",  # "xong 5/2026,"
    r"^\W*\d{1,2}\s?[.)/]\s(?=\s*[^\W\d])",  # "1. Trồng trọt": an item's number
    rf"(?<=\))\s+\d{{1,2}}\.\s(?=\s*{_LETTER})",  # "(11 chỉ tiêu) 1. Tốc độ ..."
    r"\(\d{1,2}(?:\s*,\s*\d{1,2})*\s*(?:và|,|-)\s*\d{1,2}\s?[-/]\s?\d{1,2}\)",
    rf"^\W*\d{{1,2}}(?:\.\d{{1,2}})+[.)]?\s+(?={_LETTER})",  # "1.2. Giải ngân"
    # "(2) sản lượng lúa": an item's number, but "phường A (11) và B (8)"
    rf"\(\d{{1,2}}\)(?=\s*(?!(?:và|,)\s+(?:\w+ )?{_LETTER})[^\W\d])",
    rf"[-–(/]\s+{_YEAR_ALONE}",
    # “5 không, 3 sạch”, tàu "3 không", phong trào “4 tại chỗ”
    r"[“\"']\d\s+(?:không|có|sạch|tốt|nhất|tại chỗ|an toàn|tự|biết|rõ)"
    r"(?:[,\s]+(?:\d\s+)?[^”\"'\d]{1,12})?[”\"']",
    r"/\s?0?1\s?(?:đơn vị diện tích|ha|hecta|héc ta)\b",
)
# Each group behind what all of it begins with: most places in a text are passed at one look.
_NOT_QUANTITIES = re.compile(
    "|".join(
        (
            *_ELSEWHERE,
            rf"\b(?=\d)(?:{'|'.join(_AT_NUMBER)})",
            rf"\b(?=[^\W\d])(?:{'|'.join(_AT_WORD)})",
        )
    )
)
# "đạt13,04%": a missing blank behind a word that announces a value
_GLUED = "|".join(
    rf"(?<=\b{word})" for word in ("[đĐ]ạt", "trên", "dưới", "còn", "tăng", "giảm", "bằng", "được")
)
_VALUE = re.compile(
    rf"(?=[+\-\d])(?:(?<![\w.,])"  # first what most places fail at
    rf"|{_GLUED})(?<!\d/)(?<!\W/)(?P<sign>[+-]?)(?P<first>{_NUMBER})(?:\s?%(?=\s?(?:-|–|—|đến|"
    rf"tới)\s?\d[\d.,]*\s?%))?"
    rf"(?:\s?(?P<join>/|-|–|—|đến|tới|(?:trong|trên)(?: tổng)? số|\((?:trong|trên)(?: tổng)? số|"
    rf"trên|trong)\s?(?P<second>{_NUMBER})(?:\)(?=\s*chỉ tiêu))?)?(?![\d])"
)
# "6 tỷ 350 triệu đồng", "315 triệu 400 nghìn đồng": the lesser part of one amount
_LESSER = {
    scale: re.compile(rf"\s({_NUMBER})\s+{lesser}(?:\s+đồng)?(?![\wà-ỹ])")
    for scale, lesser in (("tỷ", "triệu"), ("tỉ", "triệu"), ("triệu", "(?:nghìn|ngàn)"))
}
# What stands before a number; of those that end there the one that begins first.
_QUALIFIER = re.compile(
    r"(?:(?P<at_most>không quá|không vượt quá|không vượt|tối đa|nhiều nhất|cao nhất|≤|<=)"
    r"|(?P<at_least>ít nhất|tối thiểu|không dưới|không thấp hơn|đạt và vượt|≥|>=)"
    r"|(?P<under>dưới|chưa đến|chưa tới|<)"
    r"|(?P<over>trên|hơn|quá|>|(?:vượt|qua)(?: qua)? (?:mốc|ngưỡng|con số))"
    r"|(?P<nearly>gần|ngót|(?<!mầm )non|xấp xỉ|suýt)"
    r"|(?P<about>(?<!\w)(?:khoảng|chừng|tầm|ước|ước tính|ước khoảng|độ)))\s*$"
)
_LOOK_BACK = 30  # characters
_AFTER_AT_LEAST = re.compile(r"\s*(?:[^\W\d_]+\s+){0,4}?trở lên")
_AFTER_AT_MOST = re.compile(r"\s*(?:[^\W\d_]+\s+){0,4}?trở xuống")


def parse_number(printed: str) -> Decimal:
    """The number a Vietnamese record means: "21.384,07" -> 21384.07, "97.6" -> 97.6."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "").replace(",", ".")
    elif "," in printed:
        whole, _, rest = printed.partition(",")
        printed = f"{whole}.{rest.replace('.', '')}"
    return Decimal(printed)


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """All quantities in `text[start:end]`, in order; offsets are into `text`."""
    found = _found(text[start : len(text) if end is None else end])
    if not start:
        return list(found)
    return [
        Quantity(q.start + start, q.end + start, q.numbers, q.unit, q.qualifier, q.ratio)
        for q in found
    ]


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)
def _found(window: str) -> tuple[Quantity, ...]:
    """Kept: a sentence, its head and its clauses are each looked at more than once."""
    return tuple(_quantities(window))


def _quantities(window: str) -> Iterator[Quantity]:
    if not _DIGIT.search(window):
        return
    blocked = [(m.start(), m.end()) for m in _NOT_QUANTITIES.finditer(lower_case(window))]
    position = 0
    while match := _VALUE.search(window, position):
        position = match.end()
        if any(a <= match.start("first") < b for a, b in blocked):
            position = max(
                (b for a, b in blocked if a <= match.start("first") < b), default=position
            )
            continue
        second, join = match["second"], match["join"]
        stop = match.end("first") if second is None else match.end()
        if second is not None and any(a <= match.start("second") < b for a, b in blocked):
            second, stop = None, match.end("first")
        if (
            second is not None
            and join in ("trên", "trong")
            and not re.match(r"\s*(?:chỉ tiêu|tiêu chí)", window[match.end() :])
        ):
            second, stop = None, match.end("first")
        position = stop
        if join == "/" and _is_day(window, match):
            continue
        unit = _UNIT.match(window, stop)
        unit_end = unit.end() if unit else stop
        unit_text = window[stop:unit_end].strip()
        lesser = _LESSER[unit_text].match(window, unit_end) if unit_text in _LESSER else None
        if unit is None:
            word = _WORD.match(window, stop)
            if second is None and _is_year(match["first"]) and not word:
                continue
        if second is None and _is_year(match["first"]) and unit is None:
            continue
        numbers = [parse_number(match["first"])]
        if lesser is not None:
            numbers[0] += parse_number(lesser[1]) / 1000
            unit_end, unit_text = lesser.end(), f"{unit_text.replace('tỉ', 'tỷ')} đồng"
        if second is not None:
            numbers.append(parse_number(second))
        ratio = second is not None and join not in ("-", "–", "—", "đến", "tới")
        yield Quantity(
            match.start("first"),
            unit_end,
            tuple(-n if match["sign"] == "-" and i == 0 else n for i, n in enumerate(numbers)),
            unit_text,
            _qualifier(window[: match.start()], window[unit_end:]),
            ratio,
        )
        position = max(position, unit_end)


def _is_day(window: str, match: re.Match[str]) -> bool:
    """Whether brackets hold a day and nothing else: "(15/12)", which is no 15 of 12."""
    around = window[: match.start()].endswith("("), window[match.end() :].startswith(")")
    if not all(around) or not (match["first"].isdigit() and match["second"].isdigit()):
        return False
    return int(match["second"]) < int(match["first"]) <= 31 and 1 <= int(match["second"]) <= 12


def _is_year(printed: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", printed))


def _qualifier(before: str, after: str) -> Qualifier:
    if told := _QUALIFIER.search(before[-_LOOK_BACK:].lower()):
        return cast(Qualifier, told.lastgroup)
    if _AFTER_AT_LEAST.match(after[:40].lower()):
        return "at_least"
    if _AFTER_AT_MOST.match(after[:40].lower()):
        return "at_most"
    return ""
