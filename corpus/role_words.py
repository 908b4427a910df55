"""The words that tell a value's role: beside a plan, above or below it, risen or fallen, a part."""

from __future__ import annotations

import re

from corpus.names import GIVEN, PLAN, SAME_TIME

PLAN_AFTER = re.compile(
    rf"^\s*(?:\)?\s*)(?:so\s+)?(?:với\s+)?(?:của\s+)?(?:mức\s+|chặng đường\s+của\s+)?"
    rf"(?:{PLAN}|(?<=của )cả năm|chặng đường)(?![\w])(?!\s*:)",
    re.I,
)
SO_VOI_PLAN = re.compile(
    rf"^[^,;()]{{0,25}}?(?:so với|so)\s+(?:với\s+)?(?:các\s+|mức\s+|chỉ\s+)*{PLAN}(?!\w)", re.I
)
# Which version of a plan a share is of: "103,4% dự toán điều chỉnh", "94,5% nghị quyết ban đầu".
VERSION = (
    rf"(?:{PLAN}|số giao)(?:\s+(?:giao|đã|được|sau|năm|\d{{4}}|hồi|từ|đề ra|huyện|tỉnh))*"
    rf"\s+(?:điều chỉnh|ban đầu|đầu năm)"
)
VERSION_AFTER = re.compile(rf"\s*(?:so với\s+|so\s+)?({VERSION})", re.I)
PLAN_BEFORE = re.compile(
    rf"so với\s+(?:con\s+)?(?:({VERSION})|{PLAN})(?:\s+(?:thì|là))?(?:\s+(?:chỉ|mới|đã|còn))*"
    rf"\s+(?:bằng|đạt|được)\s*$",
    re.I,
)
PERIOD_AFTER = re.compile(
    r"^[^,;()]{0,40}?(?:so\s+(?:với\s+(?!tổng số|toàn)|(?!với))"
    rf"|{SAME_TIME}|bằng mức|CK(?!\w))"
    rf"((?:{SAME_TIME}|năm|đầu năm|cuối năm|tháng|quý|đầu nhiệm kỳ|CK|bình quân|giai đoạn|nhiệm kỳ|"
    r"trước|mức)?[^,;()]{0,40})",
    re.I,
)
END = (
    r"\s*(?:thêm|lên|khoảng|trên|hơn|gần|ước|ít nhất|tối thiểu|không quá|dưới|từ|bình quân|"
    r"trung bình|đạt|được|ở mức|mức|là|:|hằng năm|hàng năm|mỗi năm|xấp xỉ|chừng|và|\s)*$"
)
# "vượt yêu cầu của tỉnh", "hụt so với kế hoạch cả năm"
_A_PLAN = (
    rf"(?:so với\s+)?(?:{PLAN}|yêu cầu|dự kiến)"
    r"(?:\s+(?:của|tỉnh|huyện|xã|thị xã|thành phố|HĐND|UBND|giao|đề ra|cả|năm|nay|\d{4}))*"
)
EXCESS = re.compile(
    rf"(?:(?:(?<!không )vượt|dôi)(?:\s+(?:ra|dư|quá|mức(?: khống chế)?|{_A_PLAN}))*"
    rf"|(?:cao|nhiều|trội) hơn\s+(?:so với\s+)?dự kiến){END}",
    re.I,
)
SHORT = re.compile(rf"(?:thiếu|hụt|còn thiếu)(?:\s+{_A_PLAN})?{END}", re.I)
# "năm trước", "vụ Mùa 2016", "đầu năm": the time that a value is compared with
_TIME = (
    rf"(?:{SAME_TIME}|CK\b"
    r"|(?:năm|quý|tháng|vụ(?:\s[^\W\d]+){0,2}|kỳ)\s+(?:trước|ngoái|\d{4})|đầu năm|cuối năm)"
)
# "hụt 8,7% so với năm trước": a fall, no shortfall
SINCE = re.compile(rf"\s*so\s+(?:với\s+)?{_TIME}", re.I)
OF_TIME = re.compile(rf"\s*({_TIME})", re.I)  # "gấp 1,6 lần năm 2018"
SIGNED_ALONE = re.compile(r"\(\s*([+-])\s*$")  # "1.673 tỷ đồng (-3,6%)"
SIGNED = re.compile(r"(?:[,(:]|^)\s*([+-])\s*$")
UP = re.compile(
    r"(?:(?!(?<=thu nhập )tăng thêm (?:bình quân|trung bình))"  # a bonus is no rise
    rf"tăng(?:\s+(?:gấp|trưởng|ròng|nhẹ|mạnh))?|(?:cao|nhiều|nhỉnh|trội|khá) hơn"
    rf"|nhích(?: thêm| hơn)?|(?:phình|dày|dôi|nới|đội) (?:thêm|ra|lên)|gấp|nâng được"
    rf"|(?<=, )thêm){END}",
    re.I,
)
DOWN = re.compile(
    rf"(?:giảm(?:\s+(?:sâu|mạnh|nhẹ))?|sụt(?:\s+giảm)?|(?<!không )(?:thấp|ít|chậm) hơn|kém"
    rf"|tụt|thụt lùi|rớt|co lại|teo (?:đi|lại)|bốc hơi|(?:bớt|vơi) (?:được|đi|bớt)"
    rf"|(?<=, )(?:hạ|bớt)){END}",
    re.I,
)
LEVEL = re.compile(
    rf"(?:(?:giảm|tăng|kéo|hạ|nâng|đưa|rút|chỉ|vẫn|hiện)?\s*(?:xuống\s+)?còn|xuống|"
    rf"lên(?:\s+(?:tới|thành))?|thành|(?:giảm|tăng|duy trì)\s+ở mức){END}",
    re.I,
)
# "nâng dự toán thu ngân sách từ 135 lên 142 tỷ đồng": the target itself is moved.
AMENDS = re.compile(
    r"điều chỉnh(?:\s+(?:tăng|giảm))?(?:\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu))?|"
    r"(?:và\s+)?(?:nâng|hạ|tăng|giảm)\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)",
    re.I,
)
FROM = re.compile(r"(?:^|\s)từ\s*(?:mức\s*)?$", re.I)
TO_AFTER = re.compile(r"^(?:\s*\([^()]*\))?[^,;]{0,25}(?<!trở )(?:xuống|lên|thành|còn)\b", re.I)
BRACKET_PLAN = re.compile(
    rf"(?:kế hoạch|KH|chỉ tiêu|nghị quyết|NQ|mục tiêu|dự toán|phương án|yêu cầu"
    rf"|{GIVEN}|kế hoạch giao|được giao)"
    rf"(?:\s+(?:là|giao|năm|nhiệm kỳ|cả nhiệm kỳ|cả năm|giai đoạn|"
    rf"bình quân|đề ra|được giao|\d{{4}}|HĐND huyện giao|tỉnh giao|huyện giao))*\s*[:=]?{END}",
    re.I,
)
BRACKET_LEVEL = re.compile(
    r"^(?:\s*(?:kết quả|rà soát|cuối|đầu|năm|nay|trước|qua|hiện|tại|có|ước|theo|số liệu|thời điểm|"
    r"đến|của|chuẩn|mới|cũ|\d{4}))+\s*(?:là|còn|đạt|ở mức|:)\s*$|^\s*hiện(?: nay| tại)?\s*$",
    re.I,
)
IS_NOW = re.compile(r"hiện(?:\s+(?:nay|có|tại|là|đạt))?\b|năm (?:học )?trước|năm qua", re.I)
BRACKET_DONE = re.compile(rf"(?:thực hiện|TH|đạt|kết quả|thực tế)\s*[:=]?{END}", re.I)
MORE_THAN = re.compile(
    r"(?:(?:cao|thấp|nhiều|ít|tăng|giảm|kém|chậm|trội|nhỉnh|nhích|khá)?\s*(?:hơn|so với|so)|kém"
    r"|bớt|thua)\s+(?:với\s+)?"
    r"(?:mức(?:\s+(?:tăng|giảm))?\s+(?:của\s+)?)?"
    rf"(?:{SAME_TIME}|năm ngoái|"
    r"năm \d{4}|(?:năm|kỳ|quý|vụ|niên vụ|tháng|năm học|khóa|đợt)(?: \w+)? trước|"
    r"(?:đợt|vụ|hè thu|đông xuân|thu đông) (?:năm )?\d{4}|(?:đợt|vụ|kỳ) \d{1,2} năm|"
    r"vụ(?: [^\W\d]+){1,2} năm|"
    r"(?:kết quả|thực hiện) (?:của )?năm|quý [IVX\d]+(?:/\d{4})?|đầu năm|CK)"
    r"(?:\s+(?:năm\s+)?(?:trước|\d{4}|ngoái))?\s*(?:là|khoảng|trên|gần|:|"
    r"đến|tới|chừng|thêm|bớt|\s|[+=])*\+?$",
    re.I,
)
LIMIT = re.compile(rf"(?:cao|thấp|nhiều|ít) hơn\s+(?:so với\s+)?mức\s+\S+(?:\s+\S+)?{END}", re.I)
APART = re.compile(
    rf"(?:(?:(?:cao|lớn|nhiều|nhỉnh|trội|thấp|ít|nhỏ) )?hơn|kém|thua|cách)\s+(?:so (?:với )?)?"
    rf"(?:mức\s+|con số\s+)?(?:{PLAN}|yêu cầu|đích)"
    rf"(?:\s+(?:đề ra|đặt ra|giao|được|đầu|cả|năm|\d{{4}}|là|tới))*\s*$",
    re.I,
)
_MAKES = r"tương đương|tương ứng|chiếm|tức|ứng với|bằng"
_HEDGED = r"(?:\s+(?:tỷ lệ|với|khoảng|trên|hơn|gần))*\s*$"
AGAIN = re.compile(
    rf"(?:^|[,(]|\s)\s*(?:{_MAKES}|đạt|đạt tỷ lệ|chiếm tỷ lệ|tỷ lệ|hay|với|gồm|hoàn thành)"
    rf"{_HEDGED}",
    re.I,
)
# "chuyển tuyến 4.217 lượt, tương ứng 2,96% số lượt khám": the whole that it is a part of
SHARE_BEFORE = re.compile(rf"(?:^|[,(]|\s)\s*(?:{_MAKES}){_HEDGED}", re.I)
WHOLE_AFTER = re.compile(r"\s*(?:(?:của|trên|so với|trong)\s+)?(?:tổng|toàn)?\s*số\s+\w", re.I)
PART = re.compile(r"(?:trong đó|riêng|bao gồm|gồm có|gồm|cụ thể|trong số (?:này|đó|ấy))\b", re.I)
AVERAGE = re.compile(
    r"bình quân (?:hằng|hàng|mỗi|một|các) năm|trung bình mỗi năm|mỗi năm|hằng năm|hàng năm|"
    r"bình quân(?=\s+[\d,]+\s?%\s?/\s?năm)",
    re.I,
)
PLAN_IN_BRACKETS = re.compile(
    rf"(?:%\s(?:so với\s+)?|\bso (?:với\s+)?|\blần\s+){PLAN}[^,;()\d%]{{0,40}}\(\s*"
    r"(?:(?:hơn|gần|trên|khoảng)\s+)?\Z",
    re.I,
)
PLAN_OF = re.compile(
    r"(?:kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu)\s+(?=\S+\s+\S|vốn$)"
    r"(?!sử dụng|hành động|năm|quý|tháng|giao|đề ra|"
    r"tỉnh|huyện|xã|HĐND|và|được|cả)",
    re.I,
)
OF_PERIOD = re.compile(
    r"\s*(?:so với\s+|của\s+)?(?:mức\s+|ước\s+)?(?:thực hiện|kết quả)\s+(?:của\s+)?"
    rf"(?:{SAME_TIME}|"
    r"năm (?:trước|ngoái|\d{4}))[^,;.()]{0,20}",
    re.I,
)
OF_YEAR = re.compile(r"\s*(năm (?:trước|ngoái|\d{4}))(?=\s*[(,;.]|\s*$)", re.I)
ONLY_PLAN = re.compile(
    rf"(?:trong khi\s+|còn\s+|mà\s+|so với\s+|chưa tới\s+"
    rf"|(?:chưa|không|khó)\s+(?:đạt|với tới|chạm(?:\s+tới)?|kịp|bằng)\s+"
    rf"|(?:nữa\s+)?mới\s+(?:tròn|đủ)\s+|vượt\s+(?=ngưỡng|mốc)|(?:đã\s+)?qua\s+(?=mốc|ngưỡng)"
    rf"|(?:còn\s+)?cách\s+(?:(?:khá|rất|quá)\s+)?xa\s+|lỡ hẹn\s+(?:với\s+)?"
    rf"|(?:bứt|bỏ|vượt)\s+xa\s+|(?:tiệm cận|sát)\s+(?:với\s+)?"
    rf"|trên\s+(?:tổng\s+(?:số\s+)?(?:vốn\s+)?)?)*"
    rf"(?:cả năm\s+(?:được\s+)?)?(?:{PLAN}|yêu cầu|chuẩn|ngưỡng(?: quy định)?|mốc"
    rf"|mức (?:đặt|định|đề) ra)"
    rf"(?:\s+(?:của|năm|giao|đề ra|yêu cầu|phải|cần|nay|cả năm|đầu năm|là|"
    rf"nhiệm kỳ|\d{{4}}|tỉnh|huyện|xã|thị xã|thành phố|phường|đặc khu|HĐND|được|đặt ra|định ra|"
    rf"(?:tới|đến|vào) (?:cuối|hết) năm))*",
    re.I,
)
OF_WHOLE = ("so với", "trên", "trong tổng số", "trong số", "trong")
HEDGE_BEFORE = re.compile(r"\s+(?:trên|từ|dưới|ít nhất|tối thiểu|khoảng)\s*$", re.I)
SET_BEHIND = re.compile(
    rf"\s*(?:(?:được |như )?(?:đặt ra|đề ra|giao)|phải (?:làm|có|đạt)|{PLAN})(?!\w)", re.I
)
# "vượt 12,4% kế hoạch với 163 người": the value itself
WITH_VALUE = re.compile(rf"{PLAN}(?: năm)? với", re.I)
SHARES = re.compile(rf"(?:đạt|bằng|chiếm)(?:\s+(?:tỷ lệ|tỷ trọng))?{END}", re.I)
CHIEM = re.compile(rf"chiếm(?:\s+(?:tỷ lệ|tỷ trọng))?{END}", re.I)
RATE_NAME = re.compile(r"tốc độ|mức (?:tăng|giảm)|tỷ lệ (?:tăng|giảm)|tăng trưởng", re.I)
