"""Whether a question asks for a target or a result: the cues, as data.

All patterns run on folded text, but for words that are cues only as they are spelt."""

from __future__ import annotations

import re
from typing import Literal

from assistant.plan_cues import PLAN

Kind = Literal["target", "result", "former_target", "amended_target", ""]


RAISED_TO = r"\b(?:duoc|lai|da) (?:nang|ha|rut) (?:len|xuong)(?: thanh| con)?\b"
AMENDED = re.compile(
    r"dieu chinh|\bchinh (?:lai\b|chi tieu|ke hoach|du toan)|amend|revis|\badjust(?:ed)?\b|sua doi"
    r"|sau khi (?:\w+ ){0,5}(?:sua|ha|nang)\b"
    r"|\b(?:hdnd|nghi quyet|ky hop)\b.{0,40}\b(?:nang|ha|giam|tang)\b.{0,80}\b(?:len|xuong|con)"
    r"(?: thanh| muc)? (?:bao nhieu|may|nao)"
    r"|\bchi tieu\b.{3,80}\b(?:ha|nang|rut) (?:xuong|len)(?: con| thanh| muc)? (?:bao nhieu|may)"
    rf"|{RAISED_TO} (?:bao nhieu|may)"
    r"|(?:sua|doi) thanh|sua (?:nhung |cac |lai )?(?:\d+ )?chi tieu"
    r"|sua (?:nhung|lai)|bo sung chi tieu"
)


_INITIAL = re.compile(
    r"luc dau|chua dieu chinh|truoc (?:khi )?dieu chinh|giao dau nam"
    r"|original|initial"
    r"|before the amendment"
    r"|(?<!cho )(?<!minh )(?<!em )(?<!toi )(?<!xin )\bhoi (?:cuoi|dau) (?:nam )?\d{4}\b"
    r".{0,40}\b(?:giao|de ra|dat ra)\b"
)


_TARGET = re.compile(
    r"\b(?:(?:nghi quyet|hoi nghi|ky hop|dai hoi) .{0,40}\b(?:yeu cau|giao|de ra|dinh"
    r"|cho (?:thu|chi)|duyet|phe chuan)"
    r"|\bchot\b.{0,50}\b(?:cho|nam|la)\b.{0,40}\b(?:bao nhieu|may)\b"
    r"|\bnghi quyet\b.{0,50}\b(?:keo|dua|giam|nang|ha|tang)\b.{0,40}\b(?:muc nao|bao nhieu|may)\b"
    r"|yeu cau .{3,60}(?:dat|phai|bao nhieu|may)|quyet nghi .{3,60}(?:bao nhieu|may)"
    r"|\bchot lai\b|chot (?=(?:chi tieu|du toan|giao|ket nap|dua|keo|ha|giam|nang|tang)\b)"
    r"|phuong an nam|quyet tam"
    r"|duoc (?:yeu cau|giao)|dang ky (?:may|bao nhieu|giam|ha|keo|dua|dat|nang|ve dich|xoa|xay"
    r"|trong(?! (?:nam|quy|thang|ky|nhiem))|lam|mo|ket nap)"
    r"|chi tieu|muc tieu|ke hoach|phan dau|du kien|dat ra|de ra|dat muc tieu|nham|k[yi] vong"
    r"|khong che|(?:khong duoc|khong) (?:vuot )?qua(?= (?:bao nhieu|may|muc nao)\b)"
    r"|khong (?:duoi|thap hon|it hon) (?:muc nao|bao nhieu|may)"
    r"|khong vuot(?: qua)? (?:muc nao|bao nhieu|may)"
    r"|target(?:s|ed|ing)?|ceiling|upper limit|(?:maximum|minimum) .{0,60}\bset (?:for|by|in)"
    r"|plan(?:ned|ning|s)?|should|must|toi da|toi thieu|cam ket|du toan"
    r"|dat chi tieu|chot muc|dinh (?:thu|chi|trong|xay|lam|don|giam|nang|ket nap|dua|mo)"
    r"|phai (?:dat|giam|thu(?! hoi)|trong|nop|hoan thanh|dua|nang|ket nap)"
    r"|quy dinh|duoc phep|huong toi|aim\w*|goals?|(?:was|were|is|are) to|expected)\b"
    r"|^(?:what|how) .{2,60}\b(?:was|were|is|are)\b .{0,30}\bto (?!the\b|what\b|\d)[a-z]+"
)


# "ban đầu", but no "bán dầu"
_INITIAL_SPELT = re.compile(r"ban (?:đầu|dau)(?! (?:giá|gia)\b)")
# Words that are cues only as they are spelt: "trình" is one, "công trình" is none.
_TARGET_SPELT = re.compile(
    r"\btính (?:sẽ|năm|sang|cho năm)\b|\b(?:muốn|hứa)\b|\bđề xuất\b|\bdự (?:tính|định|trù)\b"
    r"|\bnghị quyết\b.{0,40}\bđặt bao nhiêu\b"
    r"|\bđặt\b(?!.*\bcạnh\b)(?! (?:tên|cọc|hàng|mua|vấn|câu|tại|ở|bao(?! nhiêu\W*$)))"
    r"|(?<!có )(?<!nợ )(?<!không )\bphải\b"
    r"(?! (?:không|thu hồi|nộp lại|hoàn trả|khắc phục|(?:tiêu )?(?:hủy|huỷ)"
    r"|(?:tạm )?(?:nghỉ|dừng|ngừng|đóng)"
    r"|sơ tán|nhập viện"
    r"|cấp cứu|bỏ|vay|dời|di (?:dời|tản)|đóng cửa|chịu|bồi thường|phá bỏ|thanh lý|cách ly"
    r"|chuyển (?:tuyến|viện)|nằm (?:bờ|viện)|mổ|học lại|thi lại))"
    r"|\bcần\b(?! (?:thơ|giuộc))|\bsẽ\b"
    r"|(?<!quyết )(?<!gia )(?<!ổn )(?<!nhất )\bđịnh\b(?! (?:kỳ|hướng|cư|danh|mức|lượng|tính))"
    r"|(?<!công )(?<!chương )(?<!quy )(?<!quá )(?<!tiến )(?<!toàn )(?<!lộ )"
    r"(?<!hành )(?<!giáo )(?<!thuyết )\btrình\b(?! (?:độ|diễn|tự|duyệt|bày))"
    r"|\btính\b(?= (?:bán|giữ\b|làm|trồng|thu|đón|đưa|nâng|giảm|kéo|hạ|chi|vay\b|xây|mua|mở"
    r"|nuôi|kết nạp|vận động|tuyển|trao|hỗ trợ|huy động|xóa|giải ngân))"
    r"|(?<!bàn )(?<!chuyển )\bgiao\b(?! (?:thông|lưu|dịch|ban|quân))"
    r"|\bquyết\b(?= (?:chỉ tiêu|mức|số|thu|chi|đạt|giữ|giảm|nâng|đưa|kết nạp))"
)


_RESULT = re.compile(
    r"thuc te|\bvua (?:qua|roi)\b|\brot cuoc\b|\broi\W*$|^thuc thu|\bso thuc thu|thuc hien"
    r"|\blam ra\b|\b(?:sau|qua) (?:khi )?ra soat\b|\blen duoc\b|\bthuc (?:lai|chi|nhan)\b"
    r"|xay ra|ket qua|dat duoc|lam duoc|thu duoc|duoc (?:bao nhieu|may)\b|hien (?:nay|tai|co)\b"
    r"|\bda\b|\bcon bao nhieu"
    r"|ca nam .* (?:thu|dat)|actual|\bwas\b(?! to\b)|\bwere\b(?! to\b)|\bdid\b|achieved"
    r"|recorded|giai ngan duoc|hoan thanh duoc|het (?:nam )?\d{4}|cuoi (?:nam )?\d{4}"
)


_AND_THEN = re.compile(
    r"\b(?:sau|nay|roi|ve sau)\b.{0,20}\b(?:len|xuong|con|thanh) (?:bao nhieu|may)"
)


# "cần thu ít nhất bao nhiêu để hoàn thành dự toán điều chỉnh": what is needed for it
_TO_FULFIL = re.compile(r"\b(?:de|nham) (?:hoan thanh|dat|can dich|ve dich)\b")


def read_kind(folded: str, plain: str) -> tuple[Kind, bool]:
    if _INITIAL.search(folded) or _INITIAL_SPELT.search(plain):
        # and "sau nâng lên mấy?": both of them
        return ("amended_target" if _AND_THEN.search(folded) else "former_target"), True
    if (
        AMENDED.search(folded)
        and re.search(
            r"chi tieu|(?:con|xuong|len)(?: muc)? (?:bao nhieu|may|nao)|thanh|target|sau"
            r"|theo (?:\w+ ){0,5}(?:da )?dieu chinh"
            r"|(?:muc|so) (?:\w+ ){0,4}(?:da |duoc )?dieu chinh",
            folded,
        )
        and not PLAN.search(folded)
        and not _TO_FULFIL.search(folded)
    ):
        return "amended_target", True
    folded = re.sub(r"(?:chuong trinh )?muc tieu quoc gia", " ", folded)
    target, result = _TARGET.search(folded) or _TARGET_SPELT.search(plain), _RESULT.search(folded)
    if target and not (result and re.search(r"thuc te|ket qua|actual", folded)):
        return "target", True
    if result:
        return "result", True
    return "", False
