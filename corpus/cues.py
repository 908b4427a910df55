"""The words by which a record says whether it speaks of what was reached or of what is to be.

All patterns run on lower-case text with accents.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.names import SAME_TIME

Mood = Literal["target", "result", ""]

# "so với kế hoạch đề ra", "vượt mục tiêu năm": a plan as a yardstick, not a target being set.
_YARDSTICK = re.compile(
    r"(?:trong khi|còn)\s+(?:\S+\s+){0,2}?(?:nghị quyết|kế hoạch|chỉ tiêu|mục tiêu|dự toán)"
    r"[^,;.()]{0,40}|so với \d[\d.,]*\s?[^\s,;]{1,12} (?:đặt|đề) ra|"
    r"(?:so với|so|quá nửa|hơn nửa|gần nửa|vượt|đạt|theo|bằng|hoàn thành|thấp hơn|cao hơn|thiếu|hụt"
    r"|tương ứng|tương đương|ứng với|tức|được|trên|của|thực hiện(?: các)?)"
    r"\s+(?:mức\s+|các\s+|toàn bộ\s+|(?:thắng lợi|hiệu quả|toàn diện|tốt|nhiều)\s+|[\d.,]+%\s+)*"
    r"(?:kế hoạch|mục tiêu|chỉ tiêu|nghị quyết|dự toán|phương án|nhiệm vụ)"
    # "thực hiện thắng lợi các mục tiêu nghị quyết đại hội nhiệm kỳ trước đề ra"
    r"(?:(?:\s+[^\s,;.:()\d]+){1,10}?\s+(?:đề ra|đặt ra)(?!\s+(?:\d|các|những))"
    r"|(?:\s+(?:đã|được|điều chỉnh|cả năm|năm|quý|tháng|đề ra|giao|tỉnh|huyện|hđnd|\d+))*)"
    r"|(?:nhiều|hầu hết|đa số|phần lớn)(?: các)? chỉ tiêu(?: (?:chủ yếu|cụ thể|chính))?"
    r"|(?:các |những )?chỉ tiêu[^.;:\d]{0,25} thể hiện (?:ở|tại|trong|theo)(?!\w)"
)
# "tồn kho cuối năm tới 94 tỷ đồng" is of no next year.
_NEXT_YEAR = (
    r"(?:(?<!cuối )(?<!đầu )năm tới(?! \d)"
    # but "năm sau cao hơn năm trước", "năm 2021 đạt 9%, sang năm 2022 đạt 9,4%"
    r"|^\W*(?:(?:bước )?sang )?năm (?:sau|tiếp theo)(?![^,;.]{0,40} (?:hơn|so với|đã) )"
    r"|^\W*(?:bước )?sang năm(?! (?:\d|nay|qua|thứ))"
    r"|(?:công )?(?:việc|nhiệm vụ)(?: của)? sang năm(?! (?:\d|nay|qua|thứ)))"
)
# "bước vào năm 2022, huyện vừa khôi phục sản xuất": a year that is told, not planned.
_ENTERS = (
    # of a time to come: "khi bước vào xây dựng nông thôn mới" aims at nothing
    r"bước (?:sang|vào)(?= (?:thực hiện )?(?:năm|nhiệm kỳ|giai đoạn|quý|tháng|\d|vụ|kỳ|chặng|mùa))"
    r"(?! (?:thực hiện )?(?:năm|nhiệm kỳ|giai đoạn)[^,;.:]{0,20},?"
    r" (?:trong (?:bối cảnh|điều kiện)|(?:\S+ ){0,4}?(?:vừa|đã|gặp|chịu|đứng trước|đối mặt)(?!\w)))"
)
_TARGET = re.compile(
    r"phấn đấu|mục tiêu|quyết tâm(?! (?:cao|lớn|chính trị))|phương hướng|"
    r"(?<!\w)nhắm(?!\w| (?:mắt|nghiền))|"
    r"đăng ký (?:giảm|hạ|kéo|đưa|nâng(?! cao)|về đích(?= (?:năm|trong|vào)))(?!\w)|"
    r"năm \d{4},? tiếp tục (?!là|gặp|chịu|đạt|duy trì|"
    rf"giữ|có|được|tăng|giảm)|{_ENTERS}|{_NEXT_YEAR}|hướng tới|kỳ vọng|"
    r"(?:đề ra|đặt ra)(?!\s*[.;,])|đặt (?:chỉ tiêu|kế hoạch)|dự kiến|"
    r"đến (?:cuối|hết) nhiệm kỳ|ấn định"
    r"|từ nay (?:đến|tới) (?:hết|cuối) (?:năm|quý|tháng|nhiệm kỳ)|^\W*giao ước(?! số)"
    r"|cam kết(?=[^.;:]{0,40}\d)(?! (?:ký|đã))"
    r"|định hướng|(?<!vì )giao chỉ tiêu|"
    r"(?:đề xuất|kiến nghị) (?:(?:nâng|hạ|giữ|giảm|tăng) )?(?:chỉ tiêu|mục tiêu)|"
    r"xác định (?:các|một số|\d+)?\s*chỉ tiêu|"
    r"(?:thống nhất|nhất trí|thông qua|quyết nghị|quyết định|xác định|xác lập|chốt|"
    r"đăng ký)(?:\s+(?!đánh|trong)\S+){0,3}\s+\d+\s+chỉ tiêu|"
    r"(?:thống nhất|nhất trí|thông qua|chốt|giao) (?:các )?chỉ tiêu (?!\S*\s?(?:đạt|đã))|"
    r"nhiệm vụ (?:trọng tâm |chủ yếu )?(?:trong |của )?(?:những|các|\d+|sáu) tháng cuối năm|"
    # "Giao Phòng Lao động giải quyết việc làm cho 1.200 lao động trước 30/11"
    r"^\W*(?:giao|phân công) (?:cho )?(?:phòng|ban|ubnd|văn phòng|trung tâm|công an|ủy ban|uỷ ban"
    r"|đảng ủy|đảng uỷ|chi bộ|các (?:xã|phường|đặc khu|phòng|ngành|đơn vị)|đồng chí|đ/c)(?!\w)|"
    r"(?:hội nghị|đại hội|kỳ họp|ban chấp hành|hđnd)\s+(?:đã\s+)?(?:chốt\b|quyết nghị\s*:)|"
    r"(?:hội nghị|ban thường vụ|thường trực|ban chấp hành|hđnd|ubnd|chủ tọa|chủ trì)"
    r"[^.;:,]{0,30}?\s(?:thống nhất|nhất trí|yêu cầu|quyết định|chỉ đạo|giao|xác định)\s*:|"
    r"(?:^|\s)(?:chúng ta|đại hội|hội nghị|hội đồng|chi bộ|chi hội|thôn|các đơn vị|các hộ)"
    r"(?: đã| cùng)* (?:thống nhất|nhất trí|quyết nghị|chốt)\s*:|"
    r"yêu cầu [^.;:\d]{3,60} tập trung\s*:|"
    r"^\W*(?:\d{1,2}[.)]\s*)?yêu cầu(?: [^\W\d]+){0,6}\s*:|"
    r"(?:thông qua|thống nhất)[^.;:]{0,40}(?:con số|mục tiêu)[^.;:]{0,20}:|"
    r"giải pháp (?:để|nhằm) |"
    r"(?:hội nghị|đại hội|ban chấp hành)[^.;:,]{0,20}? (?:xác định|thống nhất|quyết nghị) "
    r"(?:từ nay )?đến (?:cuối|hết) năm|"
    r"(?:các )?chỉ tiêu (?:chủ yếu|cụ thể|chính|kinh tế)|chỉ tiêu (?:chủ yếu )?(?:của )?"
    r"(?:cả )?(?:năm|quý|tháng|nhiệm kỳ|\d+ tháng)|"
    r"kế hoạch (?:phát triển )?(?:của )?(?:năm|quý|tháng|sản xuất)|phương án (?:sản xuất|"
    r"kinh doanh|hoạt động|(?:của\s+)?năm (?:nay|tới|\d{4}))|định hướng"
    r"|(?:đề nghị|yêu cầu|kêu gọi)\s(?:[^.;:\d]|(?<=năm )\d{4}(?!\d)){0,90}?\b"
    r"(?:giữ|đón|đạt|thu(?! hồi)|trồng|kết nạp|đưa|giảm|nâng"
    r"|hoàn thành|bảo đảm|giải ngân)\b[^.;:\d]{0,50}\d"
    r"|(?<!số liệu )(?<!báo cáo )trình (?:hđnd|đại hội|hội nghị)"
    r"(?! (?:chi bộ|đảng bộ|đại biểu|ban chấp hành|hội đồng|toàn thể|lần|thường niên))"
    r"|chỉ tiêu (?:khác|còn lại) (?:vẫn )?giữ (?:nguyên|như)(?!\w)"
    r"|phải đạt|cần đạt|sẽ "
    r"|:\s(?:cần|phải) (?:thu|hoàn thành|giải ngân|nộp|trồng|giảm|làm|xong)(?!\w)"
)
# A heading that only names them: "II. Các chỉ tiêu chủ yếu".
_TARGET_HEAD = re.compile(
    r"^(?:\W*(?:điều\s+|phần\s+(?:thứ\s+)?)?(?:[ivx]+|\d+|hai|ba|tư|[a-hđ](?=[.)/]))?\W?\s*)"
    r"(?:các |một số |về |hệ thống |nhóm |phân (?:bổ|khai|giao) )*"
    r"(?:thông qua (?:các )?)?(?:chỉ tiêu|kế hoạch|nhiệm vụ|dự toán|phương án(?= (?:năm )?\d{4})"
    r"|chương trình (?:công tác|hành động|phối hợp|(?=năm \d{4}\W*$)))"
    r"(?! .{0,60}(?:đạt|vượt|hoàn thành|(?<!\w)(?:đều|vẫn|khá|tốt|tăng|cao)(?!\w)"
    r"|đã (?:làm|thực hiện|triển khai)))|"
    r"(?:quý|tháng|năm|thời gian tới|"
    r"kỳ tới).{0,20}tập trung|trọng tâm|"
    r"^\W*(?:[ivx\d]+[.)/–-]?\s*)*(?:một số |các |những )?(?:cột )?mốc\b|"
    r"(?:hai|ba|sáu|\d+) tháng (?:cuối|còn lại)(?! năm(?: \d{4})? và cả năm)|"
    r"(?:tháng|quý) (?:tới|sau)\b|^\W*(?:[ivx\d]+[.)/]?\s*)*đích\b"
    r"|(?:năm|quý) .{0,18}(?:(?:hướng|nhắm) tới|sẽ)"
    r"|^\W*(?:[ivx\d]+[.)/]?\s*)*(?:những |các )?(?:công )?việc (?:cần làm |phải làm |sẽ làm )?"
    r"(?:năm nay|năm tới|sắp tới|tới đây|trước mắt)\W*$"
    r"|^\W*(?:phần\s+(?:thứ\s+)?)?(?:[ivx]+|\d+|hai)?\W*năm học (?:này|mới|tới)\W*$"
)
_STRONG_RESULT = re.compile(
    r"đạt và vượt(?! (?:mức )?\d[\d.,]*\s?(?:tỷ|triệu|nghìn|tấn|%|ha\b))|"
    r"(?:chưa|không) (?:đạt|hoàn thành|về đích)(?! (?:dưới|không quá) \d)|"
    rf"so (?:với )?{SAME_TIME}|kết quả|"
    r"^[^:;,\d]{0,60}năm (?:liền )?trước\s*:|báo cáo(?: [^\W\d]+){0,4} năm \d{4}\s*:|"
    r"ước đạt|ước thực hiện|đạt được|thực hiện được|tình hình|nổi bật|vượt kế hoạch|"
    r"(?:năm|nhiệm kỳ|thời gian) (?:vừa )?qua|(?:tháng|quý)(?: [\divx]+)? vừa qua|"
    r"(?:bằng|đạt) (?!100\s?%)[\d.,]+\s?% (?:so với )?(?:kế hoạch|kh\b|dự toán|chỉ tiêu|nghị quyết|"
    r"phương án|mục tiêu)|"
    r"thực hiện\s*/\s*(?:nghị quyết|kế hoạch|kh\b|chỉ tiêu|dự toán)|"
    r"\d+\s?(?:/|trên|trong(?: tổng)?(?: số)?)\s?\d+ chỉ tiêu(?: [^\s,;.]+){0,4} "
    r"(?:hoàn thành|đạt|vượt|về đích|cán đích)|"
    r"\d+ chỉ tiêu (?:đã |được |không |chưa )?(?:hoàn thành|đạt|vượt|về đích|cán đích|lỡ hẹn)|"
    r"(?:hoàn thành|đạt|vượt)(?: [^\s,;.]+){0,3} \d+\s?/\s?\d+ chỉ tiêu|"
    r"chỉ tiêu[^;.:\d]{0,80} (?:đều|vẫn|cơ bản|đã)(?: cơ bản)? "
    r"(?:hoàn thành|đạt|vượt|về đích)|"
    r"nghe [^.;:]{2,60} báo cáo (?!phương hướng|kế hoạch|nhiệm vụ|dự thảo|đề án|tờ trình)"
    r"[^.;:]{0,60}:|"
    r"(?:năm|quý|tháng|vụ) (?:học )?(?:\d{4}|[ivx\d]+)[^.;:]{0,40} (?:đạt|có|được)\s*:|"
    r"kiểm điểm|tổng kết|sơ kết|đánh giá|nhìn lại|trong quá trình thực hiện|tồn tại|hạn chế|"
    r"đã (?:đạt|có|"
    r"hoàn thành|thực hiện|kết nạp|làm|xây|trồng|giải quyết|giải ngân|hỗ trợ|trao|đón|thu|cấp|xóa"
    r"|sửa|bàn giao)(?!\w)"
)
_STRONG_TARGET = re.compile(
    r"^\W*(?:điều \d+[.:]\s*)?(?:(?:điều chỉnh|giao|phân bổ|phê duyệt)\s)?"
    r"(?:kế hoạch|kh|chỉ tiêu|dự toán|mục tiêu)(?: [^\W\d]+){0,6} \d{4}\s*:|"
    r"phấn đấu|đề ra \d|đề ra (?:các )?(?:chỉ tiêu|mục tiêu)|đặt (?:ra )?(?:mục tiêu|chỉ tiêu|"
    r"kế hoạch)|"
    r"mục tiêu (?:đến )?(?:năm|quý|cụ thể|nhiệm kỳ|tổng quát|chủ yếu|là|của)|"
    rf"{_ENTERS.replace('(?:sang|vào)', 'sang')}|{_NEXT_YEAR}|"
    r"(?:thống nhất|nhất trí|xác định|thông qua|quyết nghị|giữ nguyên|"
    r"quyết định)(?:\s+(?!đánh|trong)\S+){0,3}\s+\d+\s+chỉ tiêu"
)
_RESULT_HEAD = re.compile(
    r"^\W*(?:[ivx\d]+[.)/]?\s*)*\W*(?:(?:về|đánh giá|báo cáo|tình hình|phần thứ \S+|"
    r"những)\s+)*(?:kết quả|tình hình|thực hiện|đánh giá|thực trạng|kiểm điểm)"
)


# "Một số chỉ tiêu theo xã, phường", "... qua các năm": indicators that are told, not set.
_STATISTICS = re.compile(
    r"chỉ tiêu.*(?:theo (?:từng |các )?(?:xã|phường|đặc khu|thôn|bản|đơn vị|địa bàn)|qua các năm"
    r"|các (?:xã|phường|đặc khu|thôn|bản)(?!\w)"
    r"|(?<!giai đoạn )(?<!nhiệm kỳ )(?<!năm học )\d{4}\s*[-–]\s*\d{4})"
)
# "Phụ lục. Giao chỉ tiêu cho các xã", not "Phụ lục. Kết quả thực hiện các chỉ tiêu được giao"
_ASSIGNED = re.compile(
    r"^\W*\S+ ?\S* ?[\divx.]*\W*(?:phân )?(?:giao|phân bổ|phân khai) (?:các )?"
    r"(?:chỉ tiêu|kế hoạch|dự toán)"
    r"|^\W*\S+ ?\S* ?[\divx.]*\W*(?:các )?chỉ tiêu (?:kế hoạch )?(?:giao|phân bổ|phân khai)"
)
_PLANNED = re.compile(r"kế hoạch|mục tiêu|phấn đấu|giao|dự kiến|nhiệm vụ|phương hướng")


# Names that hold a word of plans and set none.
_PROPER = re.compile(
    r"(?:chương trình\s+)?mục tiêu quốc gia|ctmtqg|mtqg|kế hoạch (?:và )?đầu tư|(?<!\w)"
    r"(?:tài chính|ban|phòng|sở)\s*-?\s*kế hoạch|kế hoạch hóa"
)


def _lowered(text: str) -> str:
    return _PROPER.sub(" ", text.lower())


def mood_of_heading(text: str) -> Mood:
    """Whether the figures under a heading are results or targets; "" where it does not say."""
    lowered = _lowered(text)
    if re.match(
        r"\W*(?:[ivx\d]+[.)/]?\s*)*(?:biểu|bảng|phụ lục|tổng hợp|thống kê|số liệu|chi tieu)",
        lowered,
    ):
        return "target" if _ASSIGNED.search(lowered) else ""
    if _RESULT_HEAD.search(lowered):
        return "result"
    if _STATISTICS.search(lowered) and not _PLANNED.search(lowered):
        return ""
    bare = _YARDSTICK.sub(" ", lowered)
    target, result = (
        _TARGET.search(bare) or _TARGET_HEAD.search(bare),
        _STRONG_RESULT.search(lowered),
    )
    if target and result:
        return "target" if target.start() < result.start() else "result"
    if target:
        return "target"
    if result or re.search(r"\d+\s?/\s?\d+ chỉ tiêu", lowered):
        return "result"
    return ""


def mood_of_sentence(text: str) -> Mood:
    """What a sentence sets for itself and for what follows it in its paragraph.

    A short label before its list says it as a heading does: "1. Chỉ tiêu: thu 554 tỷ đồng".
    """
    if mood := _mood_of_words(text):
        return mood
    label = _LABEL.match(text)
    if label is None:
        return ""
    return "result" if _FELL.search(_lowered(label["label"])) else mood_of_heading(label["label"])


# "Ba chỉ tiêu hụt gồm:"
_FELL = re.compile(
    r"\bchỉ tiêu (?:(?:còn|bị|vẫn) )?(?:hụt|tụt|lỡ|trượt|thiếu|kém|chậm|thấp|đạt thấp)\b"
)


# "Phát huy kết quả năm 2023 (...), Đảng ủy xã đề ra:", over the list of aims
_OPENS_AIMS = re.compile(
    r"(?:đề ra|đặt ra|xác định|quyết nghị|phấn đấu)(?: (?:các|những|một số))?"
    r"(?: (?:chỉ tiêu|mục tiêu|nhiệm vụ)(?: (?:chủ yếu|cụ thể|sau|chính))*)?(?: như sau)?\s*:\s*$"
)


def aims_behind(text: str) -> int:
    """Where the last clause of a sentence opens a list of aims behind results; 0 for others."""
    opens = _OPENS_AIMS.search(text.lower())
    begins = text.rfind(",", 0, opens.start()) if opens else -1
    told = begins > 0 and _STRONG_RESULT.search(text[:begins].lower())
    return begins + 1 if told else 0


_LABEL = re.compile(
    r"(?P<label>[^:;,.\d]{0,12}?(?:\d{1,2}[.)]\s*)?[^:;,.]{4,50}):(?:\s+(?=[^:]*\d)|\s*$)"
)


def _mood_of_words(text: str) -> Mood:
    lowered = _lowered(text)
    bare = _YARDSTICK.sub(" ", lowered)
    if (strong := _STRONG_TARGET.search(bare)) and not _told_before(bare, strong):
        met = _WERE_MET.search(bare, strong.end())
        return "result" if met and "phấn đấu" not in strong[0] else "target"
    if _STRONG_RESULT.search(lowered):
        return "result"
    target = _TARGET.search(bare)
    if target is None or _told_before(bare, target):
        return ""
    return "" if _AMOUNT.search(bare, 0, target.start()) else "target"


# "đề ra 21 chỉ tiêu, kết thúc năm có 18 chỉ tiêu hoàn thành": what was set, then what came of it
_WERE_MET = re.compile(
    r"[^:]*\d+ chỉ tiêu (?:đã |được |không |chưa )?(?:hoàn thành|đạt(?! từ)|vượt|về đích|cán đích"
    r"|lỡ hẹn)|[^:]*(?:đã|có) \d+ chỉ tiêu"
)


def _told_before(text: str, aim: re.Match[str]) -> bool:
    """Whether one value is told and only then another one aimed at: "13,4, phấn đấu hết năm 15"."""
    before, after = _VALUE.findall(text[: aim.start()]), _VALUE.findall(text[aim.end() :])
    return bool(before) and len(after) <= 1 and aim[0] == "phấn đấu"


_VALUE = re.compile(
    r"(?<![\d/.])(?<!số )(?!(?:19|20)\d\d\s(?!tỷ|triệu|hộ|người|ha|tấn|lượt))"
    r"\d[\d.,]*(?:/\d+)?\s?(?!\d|/|tháng|năm|chỉ tiêu)(?:%|[^\W\d_]+)"
)
# "đạt 90,7%, dự kiến hết năm đạt 97%": what stands behind a value is no word on the value.
_AMOUNT = re.compile(
    r"\d\s?(?:%|tỷ|triệu|nghìn|ha\b|tấn|hộ\b|km\b|người|lao động|hồ sơ|lượt|căn\b|giáo viên"
    r"|học sinh|(?:hội|đảng|đoàn) viên|công trình|sản phẩm|doanh nghiệp)"
)


_CLAUSE_RESULT = re.compile(
    rf"so (?:với )?{SAME_TIME}|ước đạt|ước thực hiện|đến nay (?:đã|mới)(?!\w)"
    r"|(?!100\s?%)(?<![\d,.])(?<!tối thiểu )(?<!ít nhất )[\d,.]+\s?% "
    r"(?:so với )?(?:kế hoạch|kh\b|dự toán|phương án|chỉ tiêu (?:năm|giao))"
    r"(?![^,;.\d]{0,20}trở lên)|"
    r"vượt [\d,]+\s?%|^(?:đã|hiện có|mới đạt|chỉ đạt)\b|\bđã đạt"
)
# "tổng thu 48 tỷ đồng, tăng 5,7% so với ước thực hiện năm 2025": the base of next year's plan
_OVER_ESTIMATE = re.compile(r"so (?:với )?(?:số )?ước (?:thực hiện|đạt)")
_CLAUSE_TARGET = re.compile(
    r"phấn đấu|(?<!\w)sẽ (?!là|có)|mục tiêu (?:là|đạt)|đặt mục tiêu|dự kiến|" + _NEXT_YEAR
)


def mood_of_clause(text: str) -> Mood:
    """What one clause says for itself alone, against its surroundings."""
    lowered = _lowered(text)
    bare = _YARDSTICK.sub(" ", lowered)
    target = _CLAUSE_TARGET.search(bare)
    if target and not _AMOUNT.search(bare, 0, target.start()):
        return "target"
    if _CLAUSE_RESULT.search(_OVER_ESTIMATE.sub(" ", lowered)):
        return "result"
    return ""


_RELATIVE = (
    (
        re.compile(
            r"(?<!năm )(?<!\d )(?<!cuối )(?<!đầu )năm (?:tới|sau|tiếp theo)(?! \d)|sang năm"
        ),
        1,
    ),
    (re.compile(r"(?<!với )(?<!so )(?<!hơn )(?<!của )(?<!kỳ )năm học (?:trước|đã qua)(?!\w)"), -1),
    # "năm ngoái con số này mới dừng ở 241,7 tỷ đồng"
    (
        re.compile(
            r"(?:^|:\s)\W*(?:\d{1,2}[.)]\s*)?(?:(?:còn|riêng|trong khi|mà)\s+)?"
            r"(?:(?:cùng (?:kỳ|thời điểm)(?: này)? )?năm (?:ngoái|trước)(?= (?!đó))|cùng kỳ)"
            r"(?: năm \d{4})?(?=,|(?<!kỳ) (?!\d)"
            r"| (?:(?:hai |các )?con số|chỉ|mới|là|đạt|còn|có|tỷ lệ|số)(?!\w))"
        ),
        -1,
    ),
    (re.compile(r"từ nay (?:đến|tới) (?:hết|cuối) năm(?! \d)"), 0),
    # a plan's look at the year before the one it is for
    (re.compile(r"^[^:;,\d]{0,12}(?:\d{1,2}[.)])?[^:;,\d]{0,50}năm (?:liền )?trước(?=\s*:)"), 0),
    (re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?năm học (?:mới|tới)(?=\s*[:,])"), 1),
    (re.compile(r"(?<!với )(?<!hơn )(?<!bằng )(?<!như )(?<!năm )năm (?:qua|nay|vừa qua)"), 0),
)


# "thông qua báo cáo kết quả lãnh đạo năm, phương hướng năm tới": of no one year
_BACK_AND_AHEAD = re.compile(
    r"(?:kết quả|tổng kết|báo cáo|kiểm điểm|tình hình|đánh giá)(?!\w)[^.:;]{0,100}?"
    r"(?:phương hướng|nhiệm vụ|kế hoạch|giải pháp|chỉ tiêu|mục tiêu)[^.:;]{0,40}?"
    r"năm (?:tới|sau|kế tiếp)"
)


def relative_year(text: str) -> int | None:
    """+1 for "năm tới", 0 for "năm qua"/"năm nay", -1 for "năm học trước", None for none."""
    lowered = text.lower()
    if "năm" not in lowered and "cùng kỳ" not in lowered:
        return None
    if _BACK_AND_AHEAD.search(lowered):
        return None
    for pattern, shift in _RELATIVE:
        if pattern.search(lowered):
            return shift
    return None
