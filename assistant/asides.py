"""What a question says beside what it asks: whom it speaks to, what for, in which paper."""

from __future__ import annotations

import re

# What a figure is wanted for, and what is not wanted, say nothing of it.
FOR_WHAT = (
    r"^\W*(?:(?:de nghi|xin|vui long|nho|cho toi|toi can) )+(?:cung cap|thong ke|cho biet)?\b"
    r"|^\W*de (?:minh hoa|dua vao|chuan bi|viet|soan|phuc vu|trinh bay|lam bao cao)\b[^,?]*,"
    r"|(?<=\w )de (?:minh hoa|dua vao|chuan bi|viet|soan|phuc vu|trinh bay)\b[^,?]*(?=\W*$)"
    r"|\(khong phai [^()]*\)"
    r"|[,(]? ?khong phai (?:la )?(?:so|con so|muc|cua|nam|ke hoach|ket qua|ty le|ti le|phan tram)\b"
    r"[^?]*(?=\W*$)"
)
# Whom a question speaks to at its end: "... vậy anh?", "... chị?"
ADDRESSED = (
    r"\b(?:vay|ha|nhi|nhe|nha|roi|the|day|a) (?:anh|chi|em|ban|bac|sep)(?: (?:oi|nhi|a))?(?=\W*$)"
)
WHOM = (
    r"(?<!chi )(?<!anh )\b(?:anh|chi|em|ban|bac|sep|mn|mng|moi nguoi)(?=(?: (?:oi|nhi|a|nhe))?\W*$)"
)
# What a place is called besides, beside its name: "huyện đảo A", "xã A cũ", "vùng A".
BESIDE_PLACE = (
    r"\b(?:dao|vung|mien)(?= {3})"
    r"|(?<= {3})\(?\b(?:cu|moi)\b\)?(?! (?:lap|xay|nhap|thanh|duoc|co)\b)"
)
# "sang năm 2025", "tu 2021", "tức 2025": beside a year, which is masked; the newest one is meant
BESIDE_YEAR = (
    r"\b(?:sang|tu|cuoi|(?<=[,(] )tuc(?: la)?|(?<=\()tuc(?: la)?)(?= {3})"
    r"|\b(?:moi|gan (?:day )?)nhat\b"
)
YEAR_AFTER = re.compile(r"\bnam (?:sau|truoc|ke)\b")  # after the year spoken of before
# "Nghị quyết ... về nhiệm vụ năm 2023": which paper; what follows is asked of
ABOUT_PAPER = (
    r"(?<=\bve )(?:phuong huong,? (?:va )?)?nhiem vu(?: (?:cong tac|trong tam|phat trien"
    r"(?: kinh te(?: - |, |-| )xa hoi)?))*(?= {2,}|\W*$)"
)
# whose paper tells it: "của ngành giáo dục huyện A"
OF_SECTOR = (
    r"\b(?:cua|trong|o|toan) nganh (?:giao duc(?: va dao tao)?|y te|nong nghiep|lao dong"
    r"|van hoa|tu phap|thue|cong an|du lich|cong thuong)\b"
)
