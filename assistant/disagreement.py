"""How a question asks whether records agree, and between which papers."""

from __future__ import annotations

import re

# Asks whether the records agree: the value's own answer says so.
DISAGREE = re.compile(
    r"mau thuan|thong nhat (?:khong|chua|voi nhau)|khong (?:thong nhat|giong nhau)|khac nhau"
    r"|khop|lech nhau|venh"
    r"|\bco (?:giong|trung khop|trung nhau) .{0,60}\bkhong\b|\bgiong nhau (?:khong|chua)"
    r"|trai nguoc|\b(?:cho|noi|ban) (?:ghi |viet |bao )?the nay.{0,20}(?:the khac|the kia)"
    r"|(?:thay )?moi (?:noi|ben|ban|tai lieu|van ban|ho so|giay|giay to|cho|bao cao) .{0,12}"
    r"(?:mot|khac)(?: so| kieu| phach| neo)?|moi (?:noi|ben) (?:ghi|bao|noi|viet|dua)"
    r"(?: ra)? (?:bao nhieu|may)|contradict|disagree"
    r"|(?:cac|nhung|hai|may) (?:tai lieu|van ban|ho so|bao cao) (?:\w+ )?(?:ghi|neu|bao|dua)"
    r"(?: ra)? (?:nhung|cac|hai) (?:con )?so"
)
# "ở bài hội nghị và ở bảng tổng hợp có khớp nhau không": where it stands, not what
BETWEEN_PAPERS = (
    r"\b(?:giua|o|trong|tai|theo) (?:\w+ )?(?:bai|bien ban|bao cao|bang|bieu|nghi quyet|thong bao"
    r"|ket luan|van ban|tai lieu)\b[^,?]*?(?=\s+co\b|[,?]|$)"
    # "số báo cáo tại HĐND với số phòng chuyên môn tổng hợp có khớp nhau không"
    r"|\b(?:con )?so (?:[\w-]+ ){1,8}?(?:voi|va) (?:con )?so (?:[\w-]+ ?){1,8}?"
    r"(?=\bco (?:khop|giong|trung))"
)
