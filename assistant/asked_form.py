"""The indicator that a question asks about, and the content words it is asked with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.intents import Intent
from assistant.page import Page
from corpus.indicators import Form, read_asked
from corpus.normalize import fold, syllables
from corpus.vocabulary import Vocabulary, content_words

_LEVEL_WORD = (
    r"\bgiam (?=con\b|xuong|di con|(?:duoc )?(?:ve|den|toi) muc\b"
    r"|(?:\w+ ){1,5}?(?:xuong )?con (?:bao nhieu|may|duoi)\b)"
)


# How a course or a comparison is asked for; says nothing about the indicator itself.
_COURSE = (
    r"\bkem (?:theo )?(?:dien bien|xu huong)(?: luon)?\b"
    r"|\bqua (?:ca )?(?:\d|hai|ba|bon|nam|sau) (?:quy|thang|ky)\b"
    r"|tang giam|tang hay giam|len xuong|\bqua(?= (?:cac|tung|nhieu|\d|hai|ba|bon) nam)"
    r"|\bqua(?=(?: (?:cac|tung))?(?: {2,}|[ ,]*$))"  # before years that are masked
    r"|(?:tang|giam|thay doi|bien dong)(?: deu| dan)? (?:the nao|ra sao|nhu the nao)"
    r"|dien bien|chuyen bien|(?:cao|thap|nhieu|it) (?:hon|nhat)"
    r"|\b(?:noi|cho|ben|dau) nao(?=.{0,50}\bhon\b)"
)


_MOVES = (
    r"(?:tang|giam|len|xuong|tut|sut|nhich|bot|cai thien|tot|xau|kem|kha|di len|di xuong"
    r"|tien trien)"
    r"(?: (?:len|xuong|di|dan|deu|lai|hon))*"
)
# "tăng hay tụt", "bớt đi như thế nào", "có khá lên không", "xu hướng lên hay xuống"
_MOVEMENT = (
    rf"{_MOVES} hay (?:la )?(?:khong )?{_MOVES}\b|{_MOVES} (?:nhu )?(?:the nao|ra sao)\b"
    rf"|\bco {_MOVES} (?:duoc )?(?:khong|ko)(?=\W*$)"
    r"|\bxu huong(?: (?:chung|the nao|ra sao))*"
    r"|^\W*chuyen\b|\b(?:qua )?(?:hai|ba|bon|[2-5]) (?:moc|thoi diem)\b"
)


# What a question is asked beside: a merger before or after, the paper it goes by.
_BESIDE = (
    r"\b(?:moi )?(?:truoc|sau) khi (?:sap xep|sap nhap|sat nhap|nhap|hop nhat|chia tach)\b"
    r"(?: (?:ba|hai|bon|\d+) (?:xa|phuong|dac khu|don vi))?"
    r"|\b(?:gop|cong|tinh gop|tinh chung)(?: ca| so)* (?:ba|hai|bon|\d) (?:xa|phuong|dac khu"
    r"|don vi)"
    r"(?: cu)?\b(?: thi\b)?"
    r"|\b(?:neu )?(?:can cu|dua theo|chieu theo)(?: vao| theo)? (?:bao cao|nghi quyet|van ban"
    r"|tai lieu|bien ban|bang|bieu)(?: so)?(?: [\d/-]+\w*)?"
    r"|\btheo (?:ket luan|thong bao|bien ban)\b(?: (?:cua )?(?:hoi nghi|phien hop|ky hop))?"
    r"|\bdo (?:chinh )?(?=(?:hdnd|ubnd|hoi dong|uy ban|tinh|huyen) )"
    r"|\bhop(?= (?:(?:hoi|vao) )?(?:thang|cuoi|dau|giua)\b(?! (?:nao|may)\b)| {2,})"
    r"|\bcan cu\b(?= {2,})|\bnhiem vu (?=(?:thu|chi) )"
)


def asked_form(
    page: Page, intent: Intent, vocabulary: Vocabulary, folded: str, counted_in: str
) -> Form:
    """The indicator asked about: families read from all words, the rest from content words."""
    page.mask(_BESIDE)
    page.mask(r"(?<=dat )(?:ra )?chi tieu\b(?=.*\b(?:bao nhieu|may)\b)")  # for what, not how many
    page.mask(r"\bvan(?= (?:con|chua|dang)\b)", spelt=("vẫn", "van"))
    page.mask(r"\bluc(?= (?:dau|chua|truoc|do|ay)\b)")
    page.mask(_COURSE)
    if intent == "trend":
        page.mask(_MOVEMENT)
    page.mask(r"\bgap (?:may|bao nhieu) lan\b|\bqua (?:\d|hai|ba|bon)\b(?= *(?:nam\b|  ))")
    if _GIVES.search(folded):  # "HĐND huyện giao năm 2023 trồng ...": no word of the indicator
        page.mask(r"\bgiao(?= (?:nam |nhiem ky |quy |bao nhieu |may | ))")
    page.mask(r"(?:(?<=chi tieu )|(?<=ke hoach )|(?<=du toan )|(?<=muc tieu ))giao\b")
    page.mask(r"\b(?:dieu )?chinh (?=(?:lai )?(?:chi tieu|ke hoach|du toan)\b)|\bchinh lai\b")
    page.mask(r"\b(?:nang|ha|dua|keo)\b(?= .{2,60}\b(?:len|xuong|con) (?:bao nhieu|may)\b)")
    page.mask(r"\bgiao (?=(?:may|bao nhieu) chi tieu\b)")
    page.mask(r"\bdang ky(?= (?:may|bao nhieu)\b)")
    page.mask(_INTENDS, spelt=("tính", "tinh"))  # "tỉnh" is a place
    page.mask(_LEVEL_WORD)
    page.mask(r"\bmoi (?:nguoi dan|dau nguoi|nguoi)\b(?=.{0,30}\b(?:may|bao nhieu) m2\b)")
    if intent == "trend":  # "hai năm 2021, 2022", whose years are masked
        page.mask(r"\b(?:hai|ba|bon|[2-5])(?: nam)?(?= {3,}| *$)")
    if intent == "compare":  # "trong ba xã A, B, C xã nào nhiều lúa nhất"
        page.mask(r"\b(?:nhieu|it|cao|thap|lon)(?= .{1,60}\b(?:hon|nhat)\b)")
        page.mask(
            r"\b(?:hai|ba|bon|[2-9])(?= {2,}| (?:xa|phuong|dac khu|thi tran|huyen)\b)|\bnhat\b"
        )
    if intent == "change":
        page.mask(r"\b(?:tang|giam|nhich|tut)(?: them| len| xuong)?(?= (?:bao nhieu|may|duoc))")
    page.mask(r"\bvu (?=(?:thu dong|dong xuan|he thu|xuan he|chiem xuan)\b)")
    if counted_in == "con":  # "nuôi bao nhiêu con dê?": the herd
        page.mask(r"\b(?:chan )?nuoi(?= (?:duoc )?(?:bao nhieu|may) con\b)")
    if counted_in in ("tan", "ta", "kg"):  # "thu hoạch mấy tấn lúa?": the output of rice
        page.mask(r"\b(?:thu hoach|thu hai|gat hai|gat)\b")
    if not _REVENUE.search(folded):  # "HTX thu được bao nhiêu tấn": how, not what
        page.mask(r"(?<!doanh )\bthu duoc\b")
    page.mask(r"\bnhan (?=(?:duoc )?(?:bao nhieu|may) (?:tien|trieu|ty|dong)\b)")
    # "thu khác" is an item of its own
    page.mask(r"(?<!\bthu )(?<!\bchi )(?<!nguon )(?<!loai )\bkhac\b")
    if intent == "task":
        page.mask(
            r"\bviec\b|\b(?:giao|phan cong)(?: cho)? (?:phong|ban|don vi|co quan|nganh)(?: nao)?\b"
        )
    if intent in ("plan_share", "change"):
        page.mask(r"(?:(?<=bao nhieu )|(?<=\bmay ))don vi\b")  # "hụt bao nhiêu đơn vị"
    if _ADDS_TO_BUDGET.search(folded):  # "tiền đất đóng góp bao nhiêu vào ngân sách": a part of it
        page.mask(r"\b(?:dong )?gop\b|\b(?:vao|cho) (?:tong )?(?:thu )?ngan sach(?: nha nuoc)?\b")
    if intent == "yes_no" or re.search(r"\b(?:khong|chua)\W*$", folded):
        page.mask(r"(?<!\w)\d+(?:[.,]\d+)*\s?%")  # "có xuống dưới 1,5% không?"
    if "nằm trong" in page.plain:  # "có nằm trong mức khống chế không"
        page.mask(r"\bnam (?=trong\b)")
    page.mask(r"\bhoc k[yi] (?:mot|1|i)\b")  # its record is of that half of the school year
    page.mask(r"^\W*sau (?:\w+ ){0,3}\w+,")  # "Sau bão, ...": when
    form = read_asked(page.rest(), vocabulary)
    seats = re.search(r"\btuyen\b.*(?:may|bao nhieu) chi tieu", folded)  # "chỉ tiêu tuyển sinh"
    if "indicator_count" in form.families and (seats or not _COUNTED_TARGETS.search(folded)):
        form = replace(form, families=form.families - {"indicator_count"})
    if intent != "plan_share" and _LACKING.search(folded):  # "thiếu mấy giáo viên?": no total
        form = replace(form, rest=("thieu", *form.rest))
    if form.rest and counted_in in ("ho", "nguoi", "con", "ha", "km"):
        # "chương trình MTQG hỗ trợ nhà ở cho bao nhiêu hộ": the frame, not what is counted
        form = replace(form, families=form.families - {"target_program_capital"})
    words = [w for w in content_words(page.rest(), vocabulary) if w.content]
    named = [w.token or w.folded for w in words]
    if YIELD.search(folded):  # "lúa đạt mấy tạ/ha": a yield by its unit
        grown = [w for w in named if w not in ("năng", "suất", "sản", "lượng")]
        if (of := measured("năng suất", grown, vocabulary)) is not None:
            return of
    if not form.families and form.rest and intent != "change":
        # "thủy sản năm 2024 đạt mấy % kế hoạch?": the output
        own = [w.token or w.folded for w in words if w.folded in form.rest]
        if counted_in == "con":  # "bao nhiêu con lợn": the herd
            animals = [w for w in named if w != "con"]
            if (herd := measured("đàn", animals, vocabulary)) is not None:
                return herd
        for wanted in (named, own):  # as spelt: "bổ sung" is no cow
            if (output := measured("sản lượng", wanted, vocabulary)) is not None:
                return output
        for crop in own if counted_in == "tan" else ():  # "vụ xuân ... bao nhiêu tấn thóc"
            if (output := measured("sản lượng", [crop], vocabulary)) is not None:
                rest = tuple(w for w in form.rest if w not in syllables(fold(crop)))
                return replace(output, rest=rest)
    return form


def measured(measure: str, words: Sequence[str], vocabulary: Vocabulary) -> Form | None:
    """The output or the herd of what is named alone ("thủy sản"), where it is an indicator."""
    whole = read_asked(f"{measure} {' '.join(words)}", vocabulary)
    return whole if whole.families and not whole.rest else None


_GIVES = re.compile(
    r"\b(?:hdnd|ubnd|tinh|huyen|thi xa|thanh pho|xa|phuong|dac khu)\b(?: \w+){0,4} giao\b"
)
_ADDS_TO_BUDGET = re.compile(r"\bgop\b.{0,40}\b(?:vao|cho) (?:tong )?(?:thu )?ngan sach\b")
_REVENUE = re.compile(r"ngan sach|nsnn|\bthue\b|\bphi\b|noi dia|\btien\b|\bquy\b|tai chinh")
# "HTX tính bán bao nhiêu tấn", "tính đến cuối 2024": no word of the indicator.
_INTENDS = (
    r"\btinh\b(?= (?:ban|giu|lam|trong|thu|don|dua|xay|mua|mo|nuoi|ket nap"
    r"|nang|det|chi|vay|sua|gom)\b"
    r"| (?:den|toi)\b| {2,})"
)
YIELD = re.compile(r"\b(?:bao nhieu|may) (?:ta|tan) ?(?:/|(?:mot|moi|tren) ?)(?:mot )?ha\b")
_LACKING = re.compile(
    r"(?<!toi )\bthieu (?:tong cong |them |khoang |hut )*(?:bao nhieu|may) (?!phan|so\b"
    r"|ty\b|trieu|diem|chi tieu|tieu chi|tien\b|thi\b|nua\b|de\b|moi\b)\w"
)
# "bao nhiêu chỉ tiêu" asks for their number; "chỉ tiêu ... là bao nhiêu" for a target.
_COUNTED_TARGETS = re.compile(
    r"(?:bao nhieu|may|\b\d{1,2}|nhung|cac|how many) (?:\w+ )?chi tieu|chi tieu (?:nao|chu yeu)"
    r"|how many targets|tren (?:tong (?:so )?)?(?:\w+ )?chi tieu"
)


def content_terms(rest: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Content syllables of the question: what is no stop phrase."""
    return tuple(
        word.folded
        for word in content_words(rest, vocabulary)
        if word.content and not re.fullmatch(r"(?:19|20)\d\d", word.folded)
    )


# "trong sản lượng thủy sản ..., phần nuôi trồng được mấy tấn?"
_PART_OF = re.compile(
    r",\s(?:rieng )?phan (?!tram|lon|mem|thuong|dong|nhieu)(?P<part>\w+(?: \w+){1,2}?)"
    r"(?= (?:duoc|dat|la|co|chiem|bao|may|thu|chi|ra)\b|\W*$)"
)


def of_part(form: Form, folded: str, plain: str, vocabulary: Vocabulary) -> Form:
    """The form of the part of an indicator that a question asks for, folded and as spelt."""
    asked = _PART_OF.search(folded)
    if asked is None or len(form.families) != 1:
        return form
    whole = vocabulary.labels.get(next(iter(form.families)), "")
    spelt = plain if len(plain) == len(folded) else folded
    named = re.match(r"(?:trong|in)\W+(?P<whole>\D*?)(?= (?:năm|nam|của|cua) |,)", spelt)
    for name in (named["whole"] if named else "", whole):
        narrower = read_asked(f"{name} {spelt[slice(*asked.span('part'))]}", vocabulary)
        if narrower.families and narrower.families != form.families:
            return replace(form, families=narrower.families)
    return replace(form, rest=tuple(dict.fromkeys((*form.rest, *syllables(asked["part"])))))
