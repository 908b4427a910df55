"""What a question asks for: the cues, as data.

All patterns run on folded text, so that a question typed without accents is read the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.disagreement import DISAGREE
from assistant.plan_cues import asks_of_plan
from corpus.normalize import fold
from corpus.places import Place
from corpus.record import Period

Intent = Literal[
    "value", "plan_share", "change", "trend", "compare", "list", "fulfilled", "who", "when",
    "meeting_date", "where", "why", "vote", "task", "yes_no", "passage",
]  # fmt: skip


Status = Literal["missed", "exceeded", "amended", ""]


_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(
            r"^(?:the |vay |ma )?sao (?!cho\b|ke\b|chep\b|y\b|luu\b|vang\b)"
            r"(?!.*\b(?:bao nhieu|may)\b)"
            r"|\bsao (?:lai |van |con |ma )*(?:chua|khong|giam|hut|thap|cham|tut) "
            r"(?!.*\b(?:bao nhieu|may)\b)"
            r"|\bsao\b.{2,60}\blai (?:khong|chua|giam|tang|hut|thap|cham)\b"
            r"|\b(?:tai sao|vi sao|l[yi] do(?! thi\b)|nguyen (?:nhan|do)\b"
            r"|(?<=la )(?:tai|do|boi) dau|vi dau|why|reasons?|what caused|bat nguon tu dau"
            r"|loi (?:tai|do) (?:ai|dau)|do dau ma"
            r"|(?:vuong|mac|ket|tac|nghen|yeu|han che|bat cap|kho khan)"
            r" (?:mac )?(?:o )?(?:gi|dau|cho nao|khau nao|diem nao|cai gi)|bi (?:cai )?gi can"
            r"|(?:ly giai|giai thich) (?:the nao|ra sao)(?! ve (?!viec))|anh huong boi (?:cai )?gi"
            r"|causes? (?:of|for|behind)|the causes?)\b"
        ),
    ),
    (
        "passage",
        re.compile(
            r"(?:chi dao|yeu cau|de nghi|phat bieu|nhan manh|luu y|kien nghi|ket luan|cam ket"
            r"|noi) (?:nhung |dieu )?gi\b"
            # "thấp hơn bình quân tỉnh bao nhiêu": told as such or not at all
            r"|\b(?:thap|cao|nhieu|it) hon (?:so )?(?:voi )?(?:(?:muc|binh quan|trung binh|cua|ca"
            r"|toan|chung) ?)*(?:tinh|nuoc|vung|(?<=chung )|(?<=binh quan )|(?<=trung binh ))"
            r" ?(?:la )?(?:bao nhieu|may)\b"
        ),
    ),
    (
        "vote",
        re.compile(
            r"\bbieu quyet|\btan thanh|\bphan doi\b|\bphieu\b|\bkhong dong y\b"
            r"|dong y .*bao nhieu|(?:bao nhieu|may)\b.{0,25}\b(?:dong y|nhat tri)"
            r"|(?:bao nhieu|may) (?:dai bieu|\w* ?uy vien|dong chi|dang vien|nguoi|co dong) .{0,20}"
            r"\b(?:ung ho|gio tay|dong tinh)\b"
            r"|\bco dong\b.{0,20}\bung ho\b.*\b(?:bao nhieu|may)\b"
            r"|(?:bao nhieu|may) (?:\w+ ){1,2}?(?:chiu|thuan|theo|ung ho)\b.*"
            r"\b(?:bao nhieu|may) (?:\w+ ){1,2}?(?:khong|chong|phan doi)\b"
            r"|thong qua voi (?:ty le"
            r"|ti le|bao)"
            r"|duoc thong qua (?:voi|the nao)|\bco (?:duoc )?(?:\w+ ){0,3}?(?:thong qua|chap thuan)"
            r" (?:khong|chua)\b|\bvotes?\b|approved|voted"
        ),
    ),
    (
        "meeting_date",
        re.compile(
            r"\b(?:hop|hoi nghi|phien|dai hoi|sinh hoat|giao ban)(?: \w+){0,6}"
            r" (?:xong|ket thuc|be mac|tan)"
            r"(?: (?:luc|hoi|vao))? (?:may gio|khi nao|luc nao)"
        ),
    ),
    (
        "task",
        re.compile(
            r"^han (?!muc\b|che\b|man\b|han\b|ngach\b)"
            r"|\b(?:han chot|thoi han|han (?:khi nao|bao gio|den|den khi|hoan thanh|nao|la)"
            r"|(?<!chong )(?<!kho )han\b.{0,12}(?:khi nao|bao gio|ngay)"
            r"|xong (?:truoc|khi|bao gio|luc)|bao gio xong"
            r"|(?:bao gio|khi nao|luc nao) .{1,20}\bxong"
            r"|\bai\b.{1,40}(?:bao gio|khi nao|ngay nao|luc nao).{0,20}\b(?:xong|hoan thanh|phai)"
            r"|cham nhat(?!.*\b(?:bao nhieu|may)\b)|truoc ngay (?:nao|bao nhieu|may)"
            r"|(?:giao|phan(?: cong)?) (?:cho )?(?:ai|viec gi|nhiem vu gi"
            r"|(?:don vi|co quan|phong|ban|nganh) nao)|don vi nao chu tri"
            r"|\bai lo\b|phai (?:lam|bao cao|nop|trinh|hoan thanh) (?:nhung )?(?:viec |cai )?gi\b"
            r"|duoc yeu cau (?:lam|hoan thanh) (?:viec |cai )?gi\b|co nhiem vu gi\b"
            r"|(?:don vi|co quan|phong|nganh) nao chu tri"
            r"|what (?:does|must) .{2,40}\b(?:have to|do\b)"
            r"|ai (?:lam(?! (?:chu tich|bi thu|pho|\w* ?truong|giam doc|chu nhiem|thu ky))"
            r"|chu tri thuc hien|phu trach|chiu trach nhiem|hua|cam ket)"
            r"|co quan chu tri|chu tri, han|deadline|responsible|in charge"
            r"|giao .{0,30}nhiem vu gi|duoc giao (?:viec|nhiem vu|lam) ?gi"
            r"|(?<!province-)(?<!province )(?<!district-)(?<!district )assigned"
            r"(?! (?:by|plan|target)))\b"
            r"|(?<!chong )(?<!kho )\bhan\b.{0,30}\bchu tri"
            r"|chu tri.{0,20}(?<!chong )(?<!kho )\bhan\b"
        ),
    ),
    (
        "meeting_date",
        re.compile(
            r"(?:nghi quyet|nq) (?:so )?\d+.{0,60}(?:thong qua|ban hanh|ky)"
            r" (?:ngay|khi|luc|bao|hom)"
            r"|(?:hoi nghi|ky hop|phien|dai hoi|cuoc hop|hop)\b.{0,110}(?:ngay nao|ngay may"
            r"|hom nao|khi nao|bao gio|luc nao|luc may|(?:ngay|hom) bao nhieu|thoi gian nao"
            r"|thoi gian"
            r"|may gio)|(?:ngay nao|khi nao).{0,20}(?:hop|dien ra|to chuc)"
            r"|when (?:was|did|were) .{0,60}(?:meet|held|session|conference|congress)"
            r"|(?:what|which) (?:date|day) (?:was|did|were) .{0,40}\d(?:st|nd|rd|th)\b.{0,60}meet"
            r"|(?:what|which) (?:date|day) (?:was|did|were) .{0,90}"
            r"\b(?:meeting|session|congress|conference|assembly)\b.{0,40}"
            r"\b(?:held|take place|convened?|meet|open)"
        ),
    ),
    (
        "compare",
        re.compile(
            r"ben nao|noi nao (?:cao|thap|nhieu|it|lon)|cho nao.{0,50}(?:\bhon\b|nhat\b)"
            r"|(?:huyen|xa|dia phuong|don vi|thi xa|phuong|dac khu|thon|ban|noi|ap|khom|xom|lang"
            r"|buon|khu pho)"
            r" nao .{0,70}(?:nhat\b"
            r"|\bhon\b)|\b(?:noi|xa|huyen|phuong|thon|ban)\b.{2,40}\bnhat\b.{0,50}"
            r"\bla (?:xa|huyen|phuong|thi tran|dac khu|thon|ban|ap|buon|khom|xom) (?:nao|gi)\b|"
            r"(?:huyen|xa|dia phuong|don vi|thi xa) nao (?:co .{0,40})?(?:cao|thap"
            r"|nhieu|it|lon|dung)|cao hon hay thap hon|chenh (?:nhau|lech)|so sanh|compare"
            r"|which (?:(?:of )?(?:the )?(?:two|three|four) \w+.{2,60}"
            r"(?:more|most|fewer|less|larger|lower|better)\b|district|commune)|higher"
            r"|lan luot la|so voi muc chung"
            r"|\b(?:o dau|ai|noi nao)\b.{2,60}\b(?:cao|thap|nhieu|it|nhanh|cham|lon)(?: \w+)? hon\b"
            r"|\bhay .{2,40}\b(?:cao|thap|nhieu|it|nhanh|cham|lon)(?: \w+)? hon\b"
            r"|xep hang (?:cac|nhung)|\bnao (?:dan dau|dung dau|di dau|chot bang|doi so)\b"
        ),
    ),
    (
        "trend",
        re.compile(
            r"qua (?:cac|tung|nhieu) nam|tung nam|dien bien|len xuong"
            r"|tang giam (?:ra sao|the nao)|qua cac ky|bien dong|year by year|over the years"
            r"|\b(?:cac|nhung|may) nam (?:gan day|qua|nay|tro lai day)\b(?!.*\b(?:bao nhieu|may)\b)"
            r"|\b(?:[2-9]|hai|ba|bon) nam (?:gan day|qua|tro lai day)\b.*"
            r"\b(?:len|xuong|tang|giam|the nao|ra sao)\b(?!.*\b(?:bao nhieu|may)\b)"
            r"|trend|hang nam .{0,30}tu (?:nam )?\d{4}"
            r"|thay doi (?:ra sao|the nao|nhu the nao)(?! so)"
        ),
    ),
    (
        "fulfilled",
        re.compile(
            r"^(?=.*(?<!vuot )(?<!dat )(?<!voi )\bchi tieu\b).*(?:bao nhieu|may)\b"
            r"(?! (?:dai bieu|thanh vien|dang vien|hoi vien|co dong|nguoi|ho)\b)"
            r".{0,20}\btren (?:tong so|may|bao nhieu)"
            r"|\btrong (?:so |tong so )?\d+ chi tieu\b(?!.*\bmoi loai).*\b(?:hoan thanh|dat|vuot)\b"
            r".*\b(?:bao nhieu|may)\b"
            r"|\b(?:tren|trong) (?:tong )?so (?:cac )?chi tieu\b.*\b(?:dat|vuot|hoan thanh)\b.*"
            r"\b(?:bao nhieu|may)\b"
            r"|\b(?:hoan thanh|dat|vuot) (?:duoc )?(?:bao nhieu|may) (?:trong|tren)\b.*\bchi tieu\b"
            r"|(?:bao nhieu|may) chi tieu.{0,40}(?:dat|vuot|hoan thanh|tren tong)"
            r"|(?:dat|hoan thanh|vuot|ve dich|can dich)(?: duoc)?(?: va vuot)?"
            r" (?:bao nhieu|may) chi tieu"
            r"|(?:bao nhieu|may) chi tieu .{0,50}(?:dat|vuot)"
            r"|(?:bao nhieu|may) chi tieu (?:trong|tren) (?:tong )?(?:so )?\d+"
            r"|(?:hoan thanh|dat|ve dich|can dich) (?:(?:tat ca|toan bo|het|ca|du|tron)\b ?)+"
            r"(?:\w+ )?chi tieu"
            r"|\bchi tieu\b.*\b(?:bao nhieu|may) ?/ ?(?:bao nhieu|may|tong)\b"
            r"|how many .{0,30}(?:targets|indicators)"
        ),
    ),
    (
        "where",
        re.compile(
            r"\bo dau\b|\btai dau\b|dia diem|\bdia chi\b|\bwhere\b"
            r"|\b(?:hop|to chuc|dien ra|dat|xay|dong|xay ra|phat hien|xuat hien|bung phat)"
            r" (?:o|tai) (?:xa|phuong|dac khu|thon|ban|thi tran|khu vuc|doan) nao\b"
            r"|cho nao(?!.{0,50}(?:\bhon\b|nhat\b))"
        ),
    ),
    (
        "list",  # of things, not of persons
        re.compile(
            r"^(?!.*\b(?:chu tich|bi thu|giam doc|hieu truong|chanh"
            r"|truong (?:ban|phong|bks|thon))\b)"
            r".*\b(?:san pham|du an|cong trinh|mo hinh|xa|thon|truong|duong|cau)\b"
            r"(?!.{0,40}\b(?:ai|bi thu|chu tich|giam doc)\b).{0,40}\bten (?:la )?gi"
        ),
    ),
    (
        "who",
        re.compile(
            r"\bten (?:la )?gi\b|\bai\b|\bnhung ai\b|\bnguoi nao\b|dong chi nao"
            r"|giu chuc (?:vu )?gi|chuc vu gi"
            r"|lam chuc gi|\bwho\b|\bla ai\b|\bla (?:bac|anh|chi|co|thay|dong chi) nao\b"
            r"|chu tich (?!.{0,60}\b(?:nhung|cac|may) (?:xa|phuong|dac khu|thon|don vi) nao)"
            r".{0,30} (?<!ngay )(?<!thang )(?<!nam )(?<!luc )(?<!khi )nao\b"
            r"|pho .{0,30}nao (?:phu trach|duoc)"
            r"|\b(?:dai bieu|can bo|ong|ba|(?<!don )vi) nao\b(?!.{0,40}\b(?:bao nhieu|may)\b)"
            r"|^(?:thu ky|chu toa|nguoi chu tri)\b(?!.*\b(?:bao nhieu|may|gi|nao|khi|ngay)\b)"
        ),
    ),
    (
        "when",
        re.compile(
            r"ngay nao|ngay may|hom nao|khi nao|bao gio|luc nao|(?:ngay|hom) bao nhieu"
            r"|thoi gian nao|ngay thang nam nao"
            r"|(?:tu|vao|la|den|toi|thanh lap|ra doi) (?:nam|thang) nao"
            r"|thang may"
            r"|\bwhen\b|what date"
        ),
    ),
)


_CHANGE = re.compile(
    r"thay doi (?:ra sao|the nao|nhu the nao) so |\bgap (?:may|bao nhieu) lan\b"
    r"|\bbang (?:bao nhieu|may) ?(?:%|phan tram|lan) (?:so (?:voi )?)?(?:muc (?:cua )?)?"
    r"(?:cung ky|nam (?:truoc|ngoai|\d{4}))"
    r"|\b(?:it di|sut(?: mat| giam)?|bot(?: di)?|nhieu len) (?:bao nhieu|may)\b"
    r"|(?:tang|giam|nhich|tut)(?: them| len| xuong)?(?: duoc)?"
    r" (?:bao nhieu|may|the nao|ra sao)|(?<!dan )so (?:voi )?(?:cung ky|nam truoc"
    r"|nam ngoai|nam \d{4}|\d{4}|thang \d|quy)|"
    r"(?:increase|decrease|change|grow|fall|rise|drop)d? .{0,60}(?:compared|from|over|versus"
    r"|previous)|compared with|year[- ]on[- ]year|go(?:es|ne)? up or down|r(?:is|os)e or f[ae]ll"
    r"|\b(?:was|is) (?:that|it|this) up or down\b"
    r"|tang hay giam|giam hay tang|len hay xuong|xuong hay len|nhich len|tut xuong"
    r"|(?:how much|by (?:what|how many)) .{2,90}"
    r"\b(?:grow|rise|fall|increase|decrease|drop|decline|change)\b"
    r"|\b(?:hon|kem) (?:so voi )?(?:nam|cung ky|quy|(?:19|20)\d\d)\b.{0,14}\b(?:bao nhieu|may)"
    r"|(?<!dan )so (?:voi )?(?:nam|thang|quy) truoc"
    r"|\bso (?:voi )?(?:cuoi |dau )?(?:nam )?\d{4}\b.*\b(?:them|bot) (?:duoc )?(?:bao nhieu|may)\b"
)


LIST = re.compile(
    r"^(?:danh sach|neu (?:cac|nhung))\b|"
    r"(?<!luy )(?<!thong )\bke (?:(?:giup|cho|du)(?: \w+)? )?(?:ra|ten|cac|nhung|\d)"
    r"|\bke (?:du )?(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?!nay|truoc)"
    r"|\b(?:nhung|cac)\b.{0,60}(?<!the )\bnao\b|\bke ten\b|liet ke"
    r"|gom nhung|bao gom|(?:nhung|cac) .{2,60}\b(?:la )?gi\b|gom (?:ai|gi|nhung)|la nhung"
    r"|nhung gi|\b(?:hai|ba|bon|[2-9]|1\d)\b (?!tuoi|thang"
    r"|ngay).{0,60}(?<!muc )(?<!the )(?<!khi )(?<!luc )(?<!ngay )\b(?:nao|la gi|gi|gom)\b"
    r"|^(?:cac|nhung) (?!.*\b(?:bao nhieu|may)\b)"
    r"|(?:chi tieu|tieu chi|cong trinh|khoan thu|mat hang) nao(?! (?:thi|ma)\b)"
    r"|\b(?:them|mo|xay|cong nhan)\b.{0,20}\b(?:nghe|san pham|mo hinh|du an|cong trinh|xa|thon|lop"
    r"|mon|tuyen|dich vu) (?:moi )?(?:gi|nao)\W*$"
    r"|(?:vuong|no|thieu) tieu chi (?:\w+ ){0,3}nao\b|\bcai nao (?:chua |khong )?dat\b"
    r"|\b(?:san pham|mat hang|mo hinh|cay trong|nghe)\b(?!.*\b(?:bao nhieu|may|gia)\b)"
    r".{0,40}\bla gi\b"
    r"|^list\b|\bwhich\b.{0,30}s\b|duy nhat .{0,40}la gi"
)


# "hụt bao nhiêu tấn so với năm trước": of the year before, no plan
_FELL_SHORT = re.compile(
    r"\b(?:hut|thieu|kem)\b.{0,24}\bso (?:voi )?(?:cung ky|(?:nam|vu|quy|thang|ky)"
    r" (?:truoc|ngoai|(?:19|20)\d\d))"
)
_YES_NO = re.compile(
    r"\b(?:co|da|duoc) .{2,90}\b(?:khong|chua)(?: (?:nhi|a|vay|the|ha|ta|day|nhe))*\W*$"
    r"|\b(?:xong|hoan thanh|ve dich|thong xe|khoi cong|khanh thanh|ban giao) chua\W*$"
    r"|co phai|phai khong(?! che)|dung khong"
    r"|^(?:is|are|was|were|did|does|has|have) "
)


_GATHERS = re.compile(
    r"họp|sinh hoạt|giao ban|hội nghị|phiên|đại hội|nghị quyết|\bnq\b|hop\b|hoi nghi|dai hoi"
)
# "đầu năm 2024, cuối năm 2024 và chỉ tiêu 2025 lần lượt": no course of one thing.
_MIXED = re.compile(r"\bdau nam\b|chi tieu|ke hoach|muc tieu|nghi quyet")


# "có về kế hoạch không, bao nhiêu trên bao nhiêu?"
_MEETS_IT = re.compile(
    r"\bco (?:\w+ ){0,2}(?:vuot|dat|hoan thanh|ve|kip) (?:duoc |muc )*(?:ke hoach|chi tieu|muc tieu"
    r"|du toan)(?: \w+){0,3} (?:khong|chua)\b.*\b(?:bao nhieu|may)\b"
)


# "ai đứng ra giải trình chuyện xe phải chờ?"
_NAMED_BY_NUMBER = re.compile(
    r"\W*(?:hai|ba|bon|nam|sau|bay|tam|[2-9]|1\d) "
    r"(?:khau|nhiem vu|giai phap|nhom|noi dung|cong trinh"
    r"|tieu chi|mo hinh|san pham|bai hoc|han che|nguyen nhan|chuong trinh|diem nghen|van de)\b"
    r"(?!.*\b(?:bao nhieu|may|ty le|vi sao|ai|khi nao|bao gio)\b)"
)
_WHO_REPLIED = re.compile(
    r"\b(?:ai|(?:dai bieu|dong chi|nguoi|vi) nao)\b(?: \w+){0,3}?"
    r" (?:giai trinh|tra loi|giai thich|phat bieu|chat van|dat cau hoi)\b"
    r"(?!.*\b(?:bao gio|khi nao|ngay nao|han)\b)"
)


def read_intent(
    folded: str, plain: str, periods: Sequence[Period], places: Sequence[Place]
) -> Intent:
    years = {p.first for p in periods if p.first and not p.is_term}
    term = any(p.is_term and p.part != "school" for p in periods)
    if re.search(r"\b(?:do đâu|cớ (?:gì|sao)|lẽ gì)\b", plain):  # "đỡ đầu" folds alike
        return "why"
    if _MEETS_IT.search(folded):
        return "plan_share"
    if _WHO_REPLIED.search(folded):
        return "who"
    for intent, pattern in _INTENTS:
        if pattern.search(folded):
            if intent == "trend" and not (len(years) > 1 or term) and "nam" not in folded:
                continue
            if intent == "fulfilled" and _WHICH_ONES.search(folded):
                continue  # "mấy chỉ tiêu chưa đạt là những cái nào": their names
            if intent == "meeting_date" and not plain.isascii() and not _GATHERS.search(plain):
                continue  # "cầu hợp long hôm nào?"
            if intent == "why" and DISAGREE.search(folded):
                continue  # "sao mỗi nơi nói một khác": which figures
            if intent == "compare" and len(places) < 2 and _CHANGE.search(folded):
                continue
            in_turn = "lan luot" in folded
            if (
                intent == "compare"
                and len(places) == 1
                and (term or len(years) > 1)
                and (not in_turn or (len(periods) > 1 and not _MIXED.search(folded)))
            ):
                return "trend"  # "so sánh sản lượng giai đoạn 2020-2023"
            return intent
    if DISAGREE.search(folded) and len(places) < 2:
        return "value"
    alike = len({p.is_organisation for p in places}) == 1  # a company moves to a town: no two
    ranked = re.search(r"nhat\b|\bhon\b", folded) and not re.search(r"ai\b|la gi", folded)
    if len(places) > 1 and alike and (ranked or not LIST.search(folded)):
        return "compare"
    months = {p.part for p in periods if p.part[:1] == "m"}
    moving = re.search(r"the nao|ra sao|tang|giam", folded)
    if len(years) > 1 and (_BY_HOW_MUCH.search(folded) or _RISE_BETWEEN.search(folded)):
        return "change"
    quarters = {p.part for p in periods if p.part[:1] == "q"}
    if (
        len(quarters) > 2
        or len(years) > 1
        or (len(months) > 1 and moving)
        or (term and _asks_course(folded, plain))
    ):
        return "trend"
    if _NAMED_BY_NUMBER.match(folded):
        return "list"
    if LIST.search(folded) and not re.search(r"bao nhieu (?!.*nao)", folded):
        return "list"
    if _FELL_SHORT.search(folded):
        return "change"
    if asks_of_plan(folded, plain):
        return "plan_share"
    compared = fold(re.sub(r"\b[sS][ốởổơò]\b", "_", plain))  # no "so"
    compared = re.sub(r"\b(?:co|tru|ho) so\b", "_", compared)  # "ở cơ sở năm 2025"
    if _CHANGE.search(compared) and not re.search(
        r"phan dau|muc tieu|ke hoach|chi tieu|target|du kien (?:tang|nang)"
        r"|(?:tang|nang) len bao nhieu vao",
        folded,
    ):
        return "change"
    if _YES_NO.search(folded):
        return "yes_no"
    return "value"


_WHICH_ONES = re.compile(r"\bla (?:nhung )?(?:cai|chi tieu|muc|cac)? ?(?:nao|gi)\b")
# "năm 2024 tăng mấy % so với năm 2023": of the later year.
_BY_HOW_MUCH = re.compile(
    r"\bbang (?:bao nhieu|may) ?(?:%|phan tram|lan)\b|"
    r"\b(?:tang|giam|nhich|tut|hon|kem)\b.{0,12}\b(?:bao nhieu|may)"
    r" ?(?:%|phan tram|diem|trieu|ty|tan|ha|nguoi|ho|vu|con|luot).{0,16}"
    r"\b(?:so|voi|vs)\b"
)


# "mức tăng thu ngân sách từ 2021 sang 2022 là mấy %": one change, no course
_RISE_BETWEEN = re.compile(
    r"^(?:muc|toc do|ty le|ti le) (?:tang|giam)\b.*\btu\b.*\b(?:sang|den|toi|len)\b.*"
    r"\b(?:bao nhieu|may)\b"
)


def _asks_course(folded: str, plain: str) -> bool:
    """Whether a question about a term of years asks year by year."""
    if re.search(r"\bcac nam (?:19|20)\d\d", folded):
        return True
    moving = re.search(
        r"tang|giam|the nao|ra sao|change|\btu\b|from|\b(?:ba|bon|[2-9]) nam (?:tu )?(?:19|20)",
        folded,
    )
    average = re.search(r"mỗi năm|giai đoạn|nhiệm kỳ|bình quân (?:hằng|hàng)", plain)
    how = re.search(r"thế nào|ra sao|như thế nào|diễn biến|qua các năm", plain)
    return bool(moving) and not (average and not how)
