"""How a question asks for a result beside its plan: the cues, as data, on folded text."""

from __future__ import annotations

import re

PLAN = re.compile(
    # "kế hoạch khách du lịch làm được mấy phần trăm", "tỷ lệ đạt kế hoạch"
    r"\b(?:ke hoach|chi tieu|du toan)\b.*\b(?:lam|thuc hien|hoan thanh)(?: duoc)? (?:o muc )?"
    r"(?:bao nhieu|may) ?(?:%|phan tram)|"
    r"\b(?:hoan thanh|thuc hien|dat) (?:ke hoach|chi tieu|du toan)\b.{2,60}"
    r"(?:bao nhieu|may) ?(?:%|phan tram)|"
    r"\bt[iy] le (?:dat|hoan thanh|thuc hien) (?:so voi )?(?:ke hoach|chi tieu|du toan|muc tieu)|"
    # "mấy phần trăm, trong khi yêu cầu là bao nhiêu", "yêu cầu là mức nào và thực tế làm tới đâu"
    r"\b(?:bao nhieu|may)\b.*\b(?:trong khi|con) (?:yeu cau|ke hoach|chi tieu|muc tieu)\b.*"
    r"\b(?:bao nhieu|may|muc nao)\b|"
    r"\b(?:yeu cau|ke hoach|chi tieu|muc tieu)\b.*\bva (?:thuc te|ket qua|lam|thuc hien)\b.*"
    r"\b(?:bao nhieu|may|den dau|toi dau|the nao)\b|"
    r"\b(?:khong|chua) dat (?:duoc )?(?:ke hoach|chi tieu|du toan|muc tieu)\b.*"
    r"\b(?:thap hon|thieu|hut|kem)\b.{0,12}\b(?:bao nhieu|may)\b|"
    r"\bon (?:target|track)\b|"
    r"(?:bao nhieu|may) phan (?:cua )?(?:ke hoach|kh\b|du toan|chi tieu)|"
    r"hoan thanh (?:duoc )?(?:bao nhieu|may) ?(?:phan tram|%)|"
    r"(?:bao nhieu|may)\b.{0,12} (?:tren|so voi) (?:du toan|ke hoach|chi tieu)|"
    r"muc (?:do )?hoan thanh (?:ke hoach|chi tieu|du toan)|"
    r"compared (?:with|to) (?:the |its )?(?:plan|target|estimate)|"
    r"theo (?:du toan|ke hoach|chi tieu|muc|nghi quyet)\b.{0,60}\b(?:may|bao nhieu) ?"
    r"(?:%|phan tram)|"
    r"(?:bao nhieu|may)\s*(?:phan tram|%|pt)?\s*(?:so (?:voi )?)?(?:ke hoach|\bkh\b"
    r"|chi tieu (?:nam|giao|de ra)|du toan|muc tieu)|"
    r"(?:phan tram|%)\s+(?:cua |so voi |so )?(?:ke hoach|kh\b|du toan|chi tieu|muc tieu"
    r"|nghi quyet)|"
    r"vuot (?:ke hoach|chi tieu|du toan|muc tieu|bao nhieu|may)"
    r"|\bthieu (?:bao nhieu|may)\b.{0,20}\b(?:moi|nua)\b.{0,12}\b(?:du|dat)\b"
    r"|\blech (?:so voi )?(?:ke hoach|chi tieu|du toan)\b"
    r"|(?:(?<!thu )hut|(?<!toi )thieu) (?:bao nhieu|may|so voi)(?! (?:giao vien|can bo|bac si|nguoi"
    r"|bien che|phong|lao dong|cong chuc))|"
    r"(?:hut|thieu|vuot|kem|cach) (?:so voi )?(?:muc )?"
    r"(?:yeu cau|ke hoach|kh|du toan|chi tieu|muc tieu|nghi quyet)\b|"
    r"so (?:voi )?(?:ke hoach|chi tieu|muc tieu|du toan|nghi quyet|yeu cau)(?: de ra)?"
    r"|(?:dat|vuot|thieu|hut) hay (?:la )?(?:hut|khong|thieu|chua|dat|vuot|kem)|"
    r"thap hon (?:ke hoach|muc tieu|chi tieu)"
    r"|so (?:voi )?(?:so |muc |chi tieu |du toan )?.{0,25}\bgiao\b(?! thong).{0,60}(?:phan tram|%"
    r"|bao nhieu)|(?:phan tram|%).{0,25}\bgiao\b(?! thong)"
    r"|share of (?:the |its )?.{0,30}(?:plan|target|estimate)"
    r"|\bso (?:voi )?(?:muc|con so|so) (?:\w+ ){0,2}?(?:sua|dieu chinh|giao|de ra|phan dau|dat ra)"
    r"|\bhon (?:so voi )?(?:nghi quyet|ke hoach|chi tieu|muc tieu|du toan)\b"
    r"|(?<!len )\b(?:toi|den) dau\b(?= ?(?:roi|\W*$))"
    r"|cao hon (?:ke hoach|muc tieu|chi tieu)|co dat (?:ke hoach|chi tieu|muc tieu)|"
    r"percent(?:age)? of (?:the |its )?.{0,45}(?:plan|target|estimate)|exceed|f[ae]ll short"
    r"|short of (?:the |its )?.{0,30}(?:plan|target)"
    r"|(?<!khong )(?<!duoc )vuot .{0,30}(?:bao nhieu|may)"
    r"|dat (?:ke hoach|chi tieu|muc tieu|du toan) khong|hoan thanh ke hoach khong"
)

# "theo nghị quyết phải giảm còn bao nhiêu": the plan itself, compared with nothing.
_OBLIGED = re.compile(
    r"^(?!.*so (?:với|cùng)).*\btheo\b.{2,60}\b(?:phải|sẽ|tối đa|tối thiểu|ít nhất|không quá"
    r"|chỉ còn|giảm còn|xuống còn)\b.*\b(?:bao nhiêu|mấy)\b"
)

# "Kế hoạch năm 2025 về ...": the plan is what is asked for, unless it says how much of it was done
_ITSELF = re.compile(
    r"^(?:ke hoach|muc tieu|chi tieu)\b"
    r"(?!.*(?:vuot|\bhut\b|\bthieu\b|so voi|phan tram ke|% ke"
    r"|(?:lam|thuc hien|hoan thanh) (?:duoc )?(?:bao nhieu|may)|\bva (?:thuc te|ket qua)\b))"
)


_WHETHER = re.compile(r"\b(?:khong|chua)\W*$")  # "đặt mục tiêu không": typed for "đạt"


def asks_of_plan(folded: str, plain: str) -> bool:
    """Whether a question asks how a result stands to its plan; `plain` has its accents."""
    # "hút mấy lượt khách" falls short of nothing, "đặt chỉ tiêu mấy %" reaches none
    unlike = ("hút",) if _WHETHER.search(folded) else ("hút", "đặt")
    if len(plain) == len(folded):
        folded = "".join(
            f if plain_word not in unlike else "_" * len(f)
            for f, plain_word in zip(
                re.split(r"(\W+)", folded), re.split(r"(\W+)", plain), strict=True
            )
        )
    if not PLAN.search(folded):
        return False
    return not (_OBLIGED.search(plain) or _ITSELF.search(folded))
