"""How an indicator's name is cut out of the words around its value.

A name stands left of its value ("thu ngân sách đạt 12 tỷ đồng") or right of it ("98% dân số tham
gia BHYT"), wrapped in verbs, hedges, years and scene-setting words that are no part of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.normalize import lower_case
from corpus.record import Quantity

GIVEN = r"(?<!bàn )(?<!chuyển )giao"  # as a plan is, not as works are handed over
PLAN = r"(?:kế hoạch|KH|dự toán|chỉ tiêu|mục tiêu|nghị quyết|NQ|phương án|kịch bản|DT|định mức"
PLAN += rf"|{GIVEN}"
PLAN += r"|mức (?:(?:đã|tỉnh|huyện|xã|HĐND \w+|UBND \w+) )*(?:sửa đổi|điều chỉnh|giao)"
PLAN += r"|(?:con )?số (?:đã )?(?:giao|điều chỉnh))"
SAME_TIME = r"cùng (?:kỳ|thời điểm)"  # of the year before

_LEAD = re.compile(
    r"^(?:[\s,;:.()/\-–•*+\"“]|\d{1,2}\s?[.)/]\s|(?-i:[IVX]{1,4})[.)]\s"
    r"|\d{1,2}(?:\.\d{1,2})+[.)]?\s|\(\d{1,2}\)\s|"
    r"\(?[a-zđ]\)\s|và\s|còn\s(?=tỷ lệ|số)|"
    r"(?:phấn đấu|theo đó|cụ thể|trong đó|riêng|đồng thời|ước|dự kiến|toàn (?:huyện|xã|thị xã|"
    r"tỉnh|thành phố|ngành|Đảng bộ)|"
    r"trong năm|năm qua|năm nay|cả năm|cuối năm(?! \d)|hết năm(?! \d)|đến nay|tính đến nay|"
    r"nay(?= (?:đã|còn|lên|là|chỉ|đạt|được)(?!\w))|nay$|"
    r"hiện nay|hiện|bên cạnh đó|ngoài ra|ngược lại|trái lại|mặt khác|kế đến|tiếp đến|tiếp theo|"
    r"vì vậy|như vậy|do đó|nhờ đó|kết quả|nhất là|hiện tại|một số kết quả(?: đáng kể)?|"
    r"(?:ngay |tính |kể )?từ đầu (?:năm|nhiệm kỳ)(?: đến (?:nay|hết \w+))?(?= \w)|"
    r"ngoài (?:các |những )?(?:chỉ tiêu|mục tiêu|nội dung|số liệu) [^,\d]{2,40}(?=,|$)|"
    r"như|đặc biệt(?: là)?|gồm|là|đã|có(?! mặt)|đến|vẫn|tính chung|tính cả năm|tính riêng"
    r"|tính đến hết năm|cả năm|chung|"
    r"rồi|về|mà|bao gồm|trong đó có|tuy vậy|tuy nhiên|song|nhưng|với|và)(?=[\s,:]|$)[\s,:]*)+",
    re.I,
)

# What sets the scene before an indicator: who says so, about which field, in which year.
_SCENE = re.compile(
    r"^\W*(?:(?:cũng )?(?:theo|tại|về|(?:ở|trên) (?:mảng|khối|lĩnh vực)|trong|"
    r"phân tích|phát biểu|bước|năm|qua|đánh giá|kết luận|"
    r"thảo luận|"
    r"thực hiện (?:nghị quyết|chỉ thị|kế hoạch|chương trình|quyết định|đề án|chủ trương)|"
    r"nhìn|với|cùng|tuy|dù|kết thúc|khép lại|tổng kết|rà soát|"
    r"(?:các\s+)?đồng chí|ông|bà|cô|thầy|thượng tá|trung tá|đại tá|thiếu tá|trưởng|phó|bí thư|"
    r"chủ tịch|giám đốc|hội nghị)\b[^,:;]*[,:]\s*)+"
    r"|^\W*(?:nổi bật|điểm sáng|đáng (?:chú ý|mừng|ghi nhận|lo))\b[^,:;]{0,50}?\skhi\s+",
    re.I,
)

# Words between a name and its value; of text in lower case.
_TAIL = re.compile(
    r"(?:[\s,:(\-–=≤≥<>]|\b(?:đạt|ước|là|còn|được|có|giữ|duy trì|ở mức|giữ ở mức|giữ vững|"
    r"lên|xuống|"
    r"tới|thành|khoảng|(?<!cấp )trên|dưới|hơn|gần|"
    r"từ|đến|ít nhất|tối thiểu|tối đa|không (?:quá|dưới|thấp hơn|vượt(?: quá)?)|chỉ|đã|"
    r"tăng|giảm|nhích(?: thêm)?|(?<!cổ )(?<!lợi )tức(?: là)?|vượt|rút|nâng|hạ|"
    r"(?:(?:lần đầu(?: tiên)? )?(?:vượt|qua|cán|chạm|quá)(?: qua)? )?(?:mốc|ngưỡng|con số)|"
    r"tăng thêm|(?:sau (?:khi )?)?điều chỉnh|sau (?:khi )?sửa đổi|thực hiện|ước đạt|đạt được|"
    r"đạt mức|vẫn|chiếm|(?<!mặt )bằng|"
    r"(?:khép lại|dừng lại|dừng|đứng|neo|chốt) ở|"
    r"xấp xỉ|chừng|(?<!tổng )mức|kéo|khống chế|ổn định|hiện|với|cho|lại|thì|"
    r"(?<!ngân sách )(?<!địa bàn )thu được|phấn đấu"
    r"|hoàn thành|đóng góp|đạt và|giao (?:đầu năm|đầu kỳ|từ đầu năm)|"
    r"trở lên|(?<!đồng )đều|cùng đạt|toàn huyện|toàn xã|tổng cộng|tiếp tục)\b)+$",
)
_OWN_TAIL = re.compile(r"[\s,]*Thành(?!\w)")  # "xã Tân Thành": a name's, no "trở thành"


def _without_tail(name: str) -> str:
    tail = _TAIL.search(lower_case(name))
    if tail is None:
        return name
    own = _OWN_TAIL.match(name, tail.start())
    return name[: own.end() if own else tail.start()]


# What a counted thing reaches that is a part of its name: "13/14 thôn đạt thôn văn hóa".
_GRADE = (
    r"(?:chuẩn|tiêu|danh hiệu|kiểu|loại|thành tích|văn hóa|gia đình|thôn|tổ dân phố|khu dân cư"
    r"|vững mạnh|trong sạch|xuất sắc|tiên tiến|nông thôn mới)"
)
NOT_NAME = re.compile(
    rf"^\s*(?:[,;:.)(=+\-–]|$|với(?!\w)|trở (?:lên|xuống)|nhưng|{PLAN}(?!\w)|so "
    rf"(?:với|cùng|cuối|đầu|năm|CK)|{SAME_TIME}|tương|"
    rf"trong (?:đó|năm|tháng|quý|\d|một|vòng|cả)|(?:trên|trong)(?=\s*$|\s+\d|\s+tổng)|chiếm(?!\w)"
    rf"|và (?:vượt|đạt|tăng|giảm)|vào (?:năm|cuối)|(?:cuối|đầu|hết) (?:năm|tháng|quý)|nhờ"
    rf"|do(?!\w)|vì|"
    rf"nhưng|song|để|thì|đến|tới|của|ở|tại|theo|mỗi|/|\d|đã|trước|từ (?:ngày|tháng|năm|khi)|nếu|"
    rf"sau(?= (?:khi|một|hai|ba|nhiều|năm|tháng|thời|đợt|bão|dịch|sắp|sáp|hợp|\d))|"
    rf"vượt|đạt(?!\s+{_GRADE})|tăng|giảm|bằng|xếp|năm|lên|"
    rf"thấp hơn|cao hơn)",
    re.I,
)

_TRAILER = re.compile(
    r"\s*(?:(?:là|gồm|như)?\s*:$|(?<=\w)\s(?:với|và|gồm)$|trở (?:lên|xuống)|/năm"
    r"|vào cuối năm|,?\s*trong đó.*|so với.*|trong năm.*|(?<!mặt )bằng.*|"
    rf"đạt(?!\s+{_GRADE}).*)$",
    re.I,
)

_PERIOD_TAIL = re.compile(
    r"\s+(?:ước\s+)?(?:(?:đến|tính đến|tới|trong|vào)\s+)?(?:(?:hết|cuối|"
    r"đầu)\s+)?(?:(?:ngày\s+)?\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{4})?|"
    r"\d{1,2} tháng(?: (?:đầu|cuối) năm)?(?: \d{4})?|tháng \d{1,2}(?:[/ ]\d{4})?|"
    r"năm \d{4}|quý [IVX\d]+(?:[/ ]\d{4})?|cả năm)(?:\s+(?:mới|chỉ|đã)){0,2}$",
    re.I,
)


# "chỉ tiêu đầu năm là" names no indicator, "chỉ tiêu thu ngân sách là" does.
_PLAN_ALONE = re.compile(
    r"^.*chỉ tiêu(?:\s+(?:cả|đầu|trong|năm|ban|(?:19|20)\d\d|được|giao|đề|đặt|ra|của|huyện|xã"
    r"|tỉnh))*\s+là\s*$",
    re.I,
)


# "phấn đấu đủ tiêu chí đô thị loại III, thu ngân sách vượt mốc": another aim before it.
_AIM_BEFORE = re.compile(
    r"^.*\bphấn đấu\b.*,\s*"
    r"(?=(?:tổng|thu|tỷ lệ|số|sản lượng|giá trị|diện tích|doanh thu|kết nạp)\s)",
    re.I,
)


# "xã đã thu ngân sách": who did it, before the verb that opens the name.
_DOER = re.compile(
    r"^(?:[^,;:]{1,60}?\bđã\s+|(?:toàn\s+)?(?:xã|huyện|phường|đặc khu|thị trấn|thị xã"
    r"|thành phố|tỉnh"
    r"|đảng bộ|đảng ủy|chi bộ|"
    r"địa phương|đơn vị|hợp tác xã|công ty|hội|các cấp hội|nhà trường)"
    r"(?:\s+(?:đã|cũng|còn|vẫn|hiện|đang|sẽ|mới|chỉ|phấn đấu|quyết tâm))*\s+)"
    r"(?=(?:thu|chi|giải ngân|kết nạp|đón|trồng|thành lập|tổ chức|giải quyết|tạo|đào tạo|huy động|"
    r"xóa|xây|công nhận|cấp|gieo|khai thác|hoàn thành|tiếp|xử lý|kiểm tra|vận động|hỗ trợ|tuyển|"
    r"bê tông|sửa|nuôi|bàn giao|nâng|đưa|chuyển đổi|phát triển|duy trì|mở|giảm|"
    r"công bố|khởi công)(?!\w))",
    re.I,
)


# "công trình hạ tầng được đầu tư, ..., thu nhập bình quân đầu người": what was told before it.
_TOLD_BEFORE = re.compile(
    r"^(?!\W*(?:\d+\W+)?(?:tỷ|tỉ|diện tích|số|tổng|giá trị|sản lượng|năng suất|thu|doanh thu"
    r"|tốc độ|"
    r"mức|đàn|chi|vốn|kim ngạch|chỉ số|độ|quy mô|dư nợ|hộ|xã"
    r"|thôn)(?!\w))(?=(?:\S+\s+){12})(?=.*\b(?:được|đã|đang|tiếp tục|luôn|từng bước|duy trì"
    r"|bảo đảm|đảm bảo|"
    r"tăng cường|quan tâm|nghe)\b.*,).*,\s+(?=\S+\s+\S)",
    re.I,
)


# "số hộ khá tăng, số hộ nghèo", "thống nhất các nhiệm vụ, phấn đấu sản lượng": what came before.
_NEXT_NAME = re.compile(
    r"^.*(?:,\s+(?:(?:đưa|nâng|kéo|hạ)\s+)?|\bphấn đấu(?: để)?,?\s+|\blà\s+)"
    r"(?=(?:tỷ lệ|tỉ lệ|tổng (?:số|sản|giá|thu|diện|đàn|vốn|doanh|dân)|"
    r"số (?:hộ|xã|thôn|người|trường|lao)|thu nhập bình quân|bình quân thu nhập|sản lượng|năng suất|"
    r"giá trị sản xuất|doanh thu|kim ngạch|thu ngân sách|tốc độ tăng|diện tích)(?!\w))",
    re.I,
)


# What is cut from a name, in this order: each pattern from what the one before it left.
_CUTS = (
    re.compile(r"^[^(]*\)"),
    re.compile(r"^\s*(?:trở lên|trở xuống|mới)?\s*[,)]"),
    re.compile(
        r"^.*\b(?:cho biết|cho hay|thông tin|phản ánh|cho rằng|khẳng định|nêu rõ|"
        r"cho thấy|chỉ ra|thừa nhận|nhìn nhận|tin rằng|nói rằng)\b(?: (?:về|rằng|thêm))?,?\s*",
        re.I,
    ),
    re.compile(r"^.*chỉ tiêu[^,]{0,40}?\b(?:là|gồm|như)\b\s*(?=\S)", re.I),
    re.compile(r"^.*(?:>>|»)\s*(?=\S)"),  # of one link after another
    re.compile(r"^(?:.*\s)?[-–]?\s?(?:tức|nghĩa) là\s[^-–]+\s[-–]\s+(?=\S)", re.I),  # an aside
    re.compile(r"^.*\d{1,2}/\d{1,2}(?:/\d{4})?,\s+(?=\S+\s+\S)"),  # "khởi công 22/5/2026, tổng"
    re.compile(r"^.*[,;]\s+riêng\s+(?=\S+\s+\S)", re.I),
    re.compile(r"^.*;\s+(?=\S+\s+\S)"),  # what was told before, without a figure
    re.compile(r"^.*,\s+(?:ví như|ví dụ(?: như)?|chẳng hạn(?: như)?|như)\s+(?=\S+\s+\S)", re.I),
    re.compile(r"^(?:.*[,\s])?(?:qua|từ|nhờ) đó,?\s+(?=\S+\s+\S)", re.I),
    _PLAN_ALONE,
    _AIM_BEFORE,
    _NEXT_NAME,
    # "kinh tế tiếp tục duy trì tốc độ tăng trưởng cao và ổn định"
    re.compile(r"^.*\b(?:duy trì|giữ vững|giữ|phấn đấu)\s+(?=tốc độ tăng)", re.I),
    re.compile(
        r"(?<=tăng trưởng)\s+(?:cao và ổn định|khá|cao|ổn định)(?=\W*(?:đạt|ước)?\s*$)", re.I
    ),
    # "25 chỉ tiêu trên các lĩnh vực, trong đó phấn đấu tốc độ tăng": what the list is a part of
    re.compile(r"^.*\btrong đó,?\s+(?:phấn đấu\s+)?(?=\S+\s+\S)", re.I),
    re.compile(r"^\W*về\s+(?=[^,:;]{2,40}:\s*$)", re.I),
    re.compile(r"^.*(?<!\w)(?:bởi|vì|do|nhờ)\s+(?=giá\s+\S)", re.I),  # what a price made so
    re.compile(r"^.*(?<!\w)khiến(?: cho)?\s+", re.I),  # what came of it
    re.compile(r"^\W*lần đầu(?: tiên)?,?\s+(?=\S+\s+\S)", re.I),
    _SCENE,
    _LEAD,
    re.compile(
        r"^(?:(?:đầu|cuối) (?:giai đoạn|nhiệm kỳ|kỳ),\s+"
        r"|(?:(?:còn nhớ|hồi|sang|trong|đến|tính đến|cuối|hết|vào|lũy kế)\s+)*"
        r"(?:năm(?: học)?|giai đoạn|"
        r"nhiệm kỳ|quý|tháng|ngày)\s+[\dIVX]+(?:\s*[-–/]\s*\d+)*\s*,?\s*"
        r"|(?:(?:đến|tính đến|hết)\s+)*(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?,?\s+(?=\S+\s+\S)"
        r"|\d+ tháng (?:đầu|cuối) năm(?: \d+)?,?\s*)+",
        re.I,
    ),
    # "sáu tháng, lượng khách", "nửa năm, công ty": how long
    re.compile(
        r"^(?:\d+|nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?) (?:tháng|năm|quý|tuần)"
        r"(?: (?:đầu năm|qua|nay|liền))?,\s+(?=\S)",
        re.I,
    ),
    _TOLD_BEFORE,
    _LEAD,
    _DOER,
    # "tỷ lệ hộ nghèo so với đầu năm giảm": what it is compared with
    re.compile(
        rf"\s*,?\s*so với (?:đầu năm|{SAME_TIME}"
        r"(?: năm (?:trước|ngoái|\d{4}))?|năm (?:trước|ngoái|\d{4})"
        r"|đầu nhiệm kỳ|cuối năm \d{4})(?=\s+(?:đã\s+)?(?:tăng|giảm|cao|thấp|vượt))",
        re.I,
    ),
    # "số khách gấp đôi cùng kỳ, đạt": by how much it grew
    re.compile(
        rf"\s*,?\s*(?:(?:tăng|cao) )?gấp (?:đôi|rưỡi|hai|ba|bốn|nhiều lần)(?: lần)?"
        rf"(?: (?:so với|hơn))?(?: (?:{SAME_TIME}|năm))*(?: (?:trước|ngoái|\d{{4}}))?(?=\W|$)",
        re.I,
    ),
    re.compile(r"^(?:(?:góp phần|từ đó|qua đó)\s+)?(?:đưa|nâng|kéo|hạ)\s+", re.I),
    re.compile(
        r"\s+(?:tuy|mặc dù|dù)(?:\s+(?:đã|có|còn))?\s+(?:giảm|tăng)\b[^,]*?\b(?:song|nhưng)\b",
        re.I,
    ),
    re.compile(r"^(?:19|20)\d\d\s*,?\s*"),
    # "Thu ngân sách: HĐND xã quyết nghị 53 tỷ đồng": who set it
    re.compile(
        r"^(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|hội nghị|đại hội|BCH|Ban Chấp hành)"
        r"(?:\s+(?:\w+\s+){0,5}?)(?:đã\s+)?(?:quyết nghị|ấn định|chốt|thông qua|thống nhất|giao)"
        r"(?:\s+(?:mức|là|ở))*\s*$",
        re.I,
    ),
    re.compile(r"^(?:người\s+)?trong số (?:này|đó|ấy),?\s*(?:có\s+)?(?=\S)", re.I),
    # "huyện có 2,31% hộ nghèo": whose it is
    re.compile(
        r"^(?:toàn\s+)?(?:huyện|xã|thị xã|thành phố|phường|đặc khu|tỉnh|thị trấn)\s+có\s*$", re.I
    ),
    # "đem lại doanh thu": how, not what
    re.compile(r"^(?:đem|mang)\s+(?:lại|về)(?:\s+cho\s+\S+)?\s+(?=\S)", re.I),
    # "hụt chủ yếu ở khoản tiền sử dụng đất, mới thu": the part that the value is of
    re.compile(r"^.*\bchủ yếu (?:ở|là|từ) (?:các )?(?:khoản |nguồn |phần )?(?=\S+\s+\S)", re.I),
    re.compile(r",\s+(?:mới|chỉ|đã|chỉ mới)\s+thu(?:\s+được)?\s*$", re.I),
    re.compile(
        r"\s*(?:tăng|giảm)\s+(?:khá |rất )?(?:mạnh|khá|cao|nhanh|sâu|nhẹ|đáng kể|tốt|đều|chậm)\b,?",
        re.I,
    ),
)
_STRUCTURE = re.compile(r"cơ cấu|tỷ trọng", re.I)
_ASIDE = re.compile(r"\([^()]*\)")


# "năm 2021 khoản này là 331,7 tỷ đồng": of what was spoken of; "hiện mới có 52,4% hộ ..."
_POINTS_BACK = re.compile(
    r"(?:năm \d{4} )?(?:khoản|con số|chỉ (?:tiêu|số)|tỷ lệ|số|mức|nguồn)(?: thu)? (?:này|đó|ấy)"
    r"|nay|mới",
    re.I,
)


# "Kết nạp đảng viên mới: trên 3%"
_HEDGES = re.compile(
    r"\s*(?:(?:từ|trên|dưới|khoảng|gần|hơn|ít nhất|tối thiểu|tối đa|không quá|không dưới|[≥≤<>]=?)"
    r"\s*)+",
    re.I,
)


@lru_cache(maxsize=4096)
def name_before(before: str) -> str:
    """The indicator's name in the text left of a value, without its verbs and hedges."""
    name = before
    head, colon, tail = name.rpartition(":")
    if colon and tail.strip() and not _STRUCTURE.search(head):
        timed = not _PERIOD_TAIL.sub("", f" {tail.strip()}").strip()  # "Phá rừng: cả năm 19 vụ"
        name = head if timed or _HEDGES.fullmatch(tail) else tail
    name = _ASIDE.sub(" ", name)
    if "(" in name:
        name = (
            name[name.rfind("(") + 1 :] if name.strip().startswith("(") else name.replace("(", " ")
        )
    for cut in _CUTS:
        name = cut.sub("", name)
    previous = None
    while previous != name:
        previous = name
        name = _PERIOD_TAIL.sub("", _without_tail(name))
    return "" if _POINTS_BACK.fullmatch(name.strip()) else " ".join(name.split())


# A comma inside a name that follows its value: "11/13 xã, thị trấn đạt tiêu chí ...".
_NAME_GOES_ON = re.compile(
    r"^\s*,\s*(?!\s)(?!(?:đạt|bằng|tăng|giảm|vượt|trong|chiếm|tương|so|có|gồm|đưa|nâng|kế hoạch|"
    r"hụt|thiếu|xếp|cao|thấp|riêng|và|nhưng|song|năm|đến|chỉ|mới|cũng|tức|mà|nguyên nhân|do"
    r"|nhờ|không (?:có|còn|để|xảy))\b)"
    r"(?!(?-i:(?:xã|phường|đặc khu|thị trấn|huyện|thôn|bản|ấp|đồng chí|ông|bà) [A-ZĐ]))[^,;.()\d]+",
    re.I,
)


def name_behind(quantity: Quantity, after: str, rest: str) -> str:
    """The name right of a value; `rest` reaches on to the next value where none stands left."""
    if _STATUS.match(f"{quantity.unit} {after.strip()}"):
        return re.split(r"[,:.]|\s(?:bao gồm|gồm|là)\s", after.strip())[0][:40]
    if stars := STARS.match(after):  # "4 sản phẩm 4 sao"
        return " ".join(stars[0].split())
    after = re.sub(r"^\s*trong số (?:này|đó|ấy)\s+", " ", after)
    after = re.sub(r"^\s*(?:mới\s+)?trở (?:lên|xuống)(?=\s+[^\W\d_])", "", after)
    first = re.match(r"[^,;.()]*", after)
    name = (
        "" if NOT_NAME.match(after) and first and first[0].strip() else (first[0] if first else "")
    )
    if (
        rest
        and (name or quantity.unit)
        and (more := _NAME_GOES_ON.match(rest[len(first[0]) if first else 0 :]))
    ):
        name += more[0]
    name = _BY_SOURCE.sub("", name)
    return " ".join(_TRAILER.sub("", name).split()).strip(" ,")


# "bao phủ 96,8% dân số theo số liệu của BHXH khu vực": who counted so
_BY_SOURCE = re.compile(r"\s+theo (?:số(?: liệu)?|thống kê|báo cáo|nguồn)(?: của)?\s.*$", re.I)
STARS = re.compile(
    r"\s*(?:OCOP\s+)?(?:(?:đạt|xếp|hạng)\s+)*[1-5]\s+sao(?:\s+(?:OCOP|trở lên))?(?!\w)", re.I
)
_STATUS = re.compile(r"chỉ tiêu (?:đạt|vượt|chưa|không|hoàn thành|về đích|cơ bản)", re.I)


_JOINS = re.compile(
    r"\b(?:(?:trên )?địa bàn|tăng|giảm|sụt|vượt|bằng|đạt|thiếu|hụt|cao|thấp|nhiều|ít|hơn|gấp"
    r"|(?:sau (?:khi )?|đã )?điều chỉnh"
    r"|so|với|kế|hoạch|dôi|thụt|lùi|rớt"
    r"|thêm|"
    r"lên|và|còn|đi|tương|đương|ứng|tức|nghĩa|chiếm|tỷ|lệ|trong|đó|có|chỉ|mới|nhưng|song|trở"
    r"|kém|bớt|bình|quân|đầu|ban|"
    r"khoảng|được|nghị|quyết|giao|dự|toán|thực|hiện|mức|này|tiêu|KH|mục|năm|kịch|bản|khống|"
    r"chế|tính|cả|ước|cùng|kỳ|CK|trước|ngoái|nay|thực|tế|tới|nâng|lũy|đến|cuối|hết|tổng|"
    r"cộng|dồn|luỹ)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


@lru_cache(maxsize=4096)
def names_something(name: str) -> bool:
    """Whether a name is more than the words that join figures ("tăng", "bằng", "vượt")."""
    return bool(_WORD.search(_JOINS.sub(" ", name)))


_VERB = re.compile(
    r"(?:thành lập(?: mới)?|kết nạp|xây dựng|trồng(?: mới)?|tạo|giải quyết|cấp(?: mới)?|đào tạo|"
    r"thu hút|khởi công|xóa|giao|tuyển|tổ chức|mở|kiểm tra|giám sát|thông qua|ban hành)\b[^,;]*$",
    re.I,
)


def verb_before(before: str) -> str:
    match = _VERB.search(before)
    return name_before(match[0]) if match else ""
