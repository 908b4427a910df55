"""Names that look like the one asked for and are of something else: another standard or people."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from functools import lru_cache

from assistant.figure_words import HOW_MEASURED
from assistant.knowledge import Knowledge, Known
from assistant.question import Question
from corpus.document import Span
from corpus.indicators import read_form
from corpus.initials import looks_short
from corpus.normalize import CAPITAL, TOKEN, canonical_tones, fold, fold_with_offsets, syllables
from corpus.record import Figure
from corpus.vocabulary import Vocabulary, respelled


def of_something_else(question: Question, figure: Figure) -> bool:
    """Whether a figure's name tells of another thing than the one asked for, however alike."""
    name = figure.indicator
    return (
        in_contrast(question, Vocabulary.load(), f"{name} {figure.topic}")
        or _of_another_name(question, name)
        or _points_back(name)
        or _of_the_foremost(question, name)
        or _of_the_unmet(question, name)
        or _of_the_missing(question, name)
        or _names_a_part(question, name)
        or _of_others(question, name)
        or _is_a_source(question, name)
        or _of_no_price(question, figure)
        or _counts_beside(question, figure)
        or _of_money(question, name)
        or _of_no_measure(question, figure)
        or _of_what_is_done(question, figure)
        or _of_the_other_flow(question, name)
    )


_MONEY = re.compile(r"(?:tong (?:so )?(?:thu|chi)|doanh thu|tien|so tien|kinh phi)\b(?! nhap)")
_ASKS_NO_MONEY = re.compile(
    r"^(?!.*\b(?:tien|thu|chi(?! tieu)|von|ngan sach|kinh phi|dong|ty|ti|trieu|gia tri|quy|no|phi"
    r"|thue|giai ngan|dau tu)\b(?! le))(?=.*\b(?:bao nhieu|may) (?:phan tram|diem|luot|nguoi|ho)\b)"
)


def _of_money(question: Question, indicator: str) -> bool:
    """Whether the money is told where its givers or takers are asked for: "tiền thu từ khách"."""
    if _ASKS_NO_MONEY.search(question.folded) is None:
        return False
    return _MONEY.match(fold(indicator).strip()) is not None


_DONE_TO = re.compile(r"(?<!\w)được (?!công nhận)(.+)$", re.I)


def _of_what_is_done(question: Question, figure: Figure) -> bool:
    """Whether a share tells what is done for those asked about: "hộ nghèo được xóa nhà tạm"."""
    done = _DONE_TO.search(figure.indicator)
    asked = question.form
    if done is None or not figure.value.unit.startswith("%") or not asked.families:
        return False
    what = read_form(done[1], Vocabulary.load())
    telling = [w for w in what.rest if w not in HOW_MEASURED]
    said = " ".join(fold(done[1]).split()[:2]).strip(" ,") in question.folded
    return not (said or asked.families & what.families or set(telling) & set(asked.rest))


# What is measured otherwise than in money, spelt so: "độ mặn", but no "đô thị".
_MEASURED = re.compile(
    r"(?<!\w)(?:độ (?:mặn|dài|sâu|cao|ẩm|che phủ|tuổi)|chiều (?:dài|rộng|cao|sâu)|mực nước"
    r"|lượng mưa|nhiệt độ|năng suất|diện tích|công suất)(?!\w)",
    re.I,
)
_IN_MONEY = re.compile(r"(?:(?:tỷ|triệu|nghìn|ngàn|tr) ?)*(?:đồng|đ|tỷ|triệu)$", re.I)


def _of_no_measure(question: Question, figure: Figure) -> bool:
    """Whether money is told where a length, an area or a salinity alone is asked for."""
    asked = question.intent == "value" and _MEASURED.search(question.text) is not None
    if not asked or re.search(r"\b(?:tien|von|kinh phi|dong|ty|trieu|gia)\b", question.folded):
        return False
    return _IN_MONEY.match(figure.value.unit) is not None


_FLOW = re.compile(
    r"\b(thu|chi)\b(?! (?:nhập|hút|gom|hồi|hoạch|hoà|hòa|tiêu|tiết|bộ|đoàn|hội|uỷ|ủy|cục|nhánh))"
)


def _of_the_other_flow(question: Question, indicator: str) -> bool:
    """Whether what comes in is told where what goes out is asked for, or the other way round.

    Told as spelt: "chỉ" and "thứ" are neither.
    """
    asked = set(_FLOW.findall(question.text.lower()))
    told = _FLOW.findall(indicator.lower())
    return len(asked) == 1 and bool(told) and not asked & set(told)


# "còn bao nhiêu nhà tạm": not how many were removed
_ASKS_LEFT = re.compile(r"(?<!giam )(?<!xuong )\bcon (?:lai )?(?:bao nhieu|may) (?!phan|%)")
_DONE = re.compile(r"(?:da )?(?:xoa|thao do|giai quyet|xu ly|sua chua|thu hoi|khac phuc)\b")


def _of_what_was_done(question: Question, indicator: str) -> bool:
    """Whether what was done away with is told where what is left is asked for."""
    if not _ASKS_LEFT.search(question.folded):
        return False  # as of most questions: the text need not be folded
    name = fold(indicator).strip()
    return _DONE.match(name) is not None and not re.search(r"\b(?:con|chua)\b", name)


_COUNTED = re.compile(r"\b(?:bao nhieu|may) (\w+)\b(.*)")


def _counts_beside(question: Question, figure: Figure) -> bool:
    """Whether what is counted is another thing of the question: "mấy trạm y tế có bác sĩ"."""
    if (asked := _COUNTED.search(question.folded)) is None:
        return False
    unit = fold(figure.value.unit)
    if not re.fullmatch(r"[a-z]+ [a-z]+", unit):
        return False
    return unit.split()[0] != asked[1] and re.search(rf"\b{unit}\b", asked[2]) is not None


_PRICE = re.compile(r"(?<!\w)giá (?!trị|thành|đỡ|rét|đất)", re.I)


_HARVEST = re.compile(r"\b(?:san luong|dien tich|nang suat)\b")


def _of_no_price(question: Question, figure: Figure) -> bool:
    """Whether something else is told than the price asked for: "giá hoa hồi", no harvest."""
    if not _PRICE.search(question.text) or question.form.families:
        harvest = _HARVEST.search(question.folded)  # "sản lượng cà phê": not what it sold for
        return bool(harvest) and _PRICE.search(f"{figure.indicator} ") is not None
    return not (re.search(r"đồng|usd", figure.value.unit, re.I) and "/" in figure.value.unit) and (
        _PRICE.search(f"{figure.indicator} {figure.topic} ") is None
    )


def _names_a_part(question: Question, indicator: str) -> bool:
    """Whether only some are asked for of what a name adds up: "đàn gia súc (trâu, bò, ngựa)"."""
    inside = re.search(r"\(([^()]*,[^()]*)\)", indicator)
    if inside is None and not ("," in indicator and re.search(r"\brieng\b", question.folded)):
        return False
    listed = inside[1] if inside else indicator
    parts = [p for p in re.split(r",|;|\svà\s", listed) if p.strip() and not re.search(r"\d", p)]
    asked = {*question.form.rest, *question.terms}
    named = [bool(set(syllables(p)) and set(syllables(p)) <= asked) for p in parts]
    return any(named) and not all(named)


def _is_a_source(question: Question, indicator: str) -> bool:
    """Whether a name says from what something was paid: "từ nguồn thu tiền sử dụng đất"."""
    source = r"\b(?:tu|bang) (?:nguon|von)\b(?! (?:\w+ )?(?:nay|do|ay|tren)\b)"
    return bool(re.match(source, fold(indicator))) and not re.search(source, question.folded)


def _of_others(question: Question, indicator: str) -> bool:
    """Whether "chuẩn cũ" stands where "chuẩn mới" is asked for, "người Thái" for "người Tày"."""
    asked = re.search(r"\bchuan (?:ngheo )?(moi|cu)\b", question.folded)
    name = fold(indicator)
    told = re.search(r"\bchuan (?:ngheo )?(moi|cu)\b", name)
    stars, graded = _STARS.search(question.folded), _STARS.search(name)
    if question.intent == "value" and stars and (graded is None or graded[1] != stars[1]):
        return True  # "15 sản phẩm OCOP" is no answer to "mấy sản phẩm 4 sao"
    if _MINORITIES.search(name) and not re.search(r"\bdan toc\b|dtts|minorit", question.folded):
        return True  # of the ethnic minorities alone
    people = [fold(who) for who in _PEOPLE.findall(indicator)]
    if people and re.search(r"\b(?:nguoi|dan toc)\b", question.folded):
        return not any(who in question.folded for who in people)
    return bool(asked and told and asked[1] != told[1])


# Words of which one thing can bear only one, folded, with other names for the same; each group is
# of one kind.
_CONTRASTS = (
    ("tu nguyen", "bat buoc"),
    ("nha tre", "mau giao"),
    ("mam non", "tieu hoc|cap 1|cap mot", "trung hoc co so|cap 2|cap hai",
     "trung hoc pho thong|cap 3|cap ba"),
    ("noi tru", "ngoai tru"),
    ("trong nuoc|noi dia", "nuoc ngoai|quoc te"),
    ("ngan han", "trung han", "dai han"),
    ("nong thon", "thanh thi", "do thi"),
    ("truc tuyen", "truc tiep"),
    ("dong xuan", "he thu", "thu dong"),
    ("sot xuat huyet", "sot ret", "sot phat ban|soi", "tay chan mieng"),
    ("xuat khau", "nhap khau"),
    ("dan trau", "dan bo", "dan lon|dan heo", "dan de", "dan ngua", "dan ga", "dan vit"),
    ("tien mat", "chuyen khoan"),
    ("can ngheo", "ho ngheo"),
    ("mon toan|diem toan", "mon van|diem van|ngu van", "mon anh|diem anh|tieng anh"),
)  # fmt: skip


def has_sides(question: Question) -> bool:
    """Whether a question names one of several that a thing can be of: "vụ Hè Thu"."""
    return bool(_sides(" ".join(question.terms), " ".join(question.background)))


def in_contrast(question: Question, vocabulary: Vocabulary, text: str, *above: str) -> bool:
    """Whether a text tells of the other side of what is asked: "bắt buộc", no "tự nguyện".

    Where it names neither side, what stands above it says which, the nearest first: "năng suất
    66 tạ/ha" under "Kết quả vụ Đông Xuân" is of no other season.
    """
    if _of_another_level(question, text) or _of_what_was_done(question, text):
        return True
    sides = _sides(" ".join(question.terms), " ".join(question.background))
    if not sides:
        return False  # as of most questions: the text need not be read
    told = [" ".join(respelled(said, vocabulary)) for said in (text, *above)]
    for group, wanted in sides:
        named = next((named for said in told if (named := _named(said, group))), wanted)
        if wanted.isdisjoint(named):
            return True
    return False


_LEVEL = re.compile(
    r"(?:\bcap |\bgiai (?:\w+ ){0,4}?)"
    r"(quoc te|quoc gia|trung uong|tinh|huyen|thanh pho|xa|phuong|dac khu|truong|co so)\b"
)


def _of_another_level(question: Question, text: str) -> bool:
    """Whether prizes, projects or officials of another level are told than "cấp tỉnh"."""
    asked = set(_LEVEL.findall(question.folded))
    told = set(_LEVEL.findall(fold(text))) if asked else set()
    return bool(told) and asked.isdisjoint(told)


@lru_cache(maxsize=256)
def _sides(terms: str, background: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The groups of which a question names members, and those: the follow-up's own first."""
    asked = ((group, _named(terms, group) or _named(background, group)) for group in _CONTRASTS)
    return tuple((group, wanted) for group, wanted in asked if wanted)


def _named(text: str, group: tuple[str, ...]) -> frozenset[str]:
    """The members of a group that folded words, joined by blanks, name."""
    padded = f" {text} "
    return frozenset(m for m in group if any(f" {name} " in padded for name in m.split("|")))


def other_side(former: str, current: str, vocabulary: Vocabulary) -> str | None:
    """A question with what a follow-up asks for in the place of its opposite.

    "BHXH bắt buộc có bao nhiêu người?" and "còn tự nguyện?": the first with "tự nguyện". None where
    the follow-up names nothing of the kind.
    """
    now, before = (" ".join(respelled(text, vocabulary)) for text in (current, former))
    for group in _CONTRASTS:
        here, there = _named(now, group), _named(before, group)
        if len(here) == 1 and len(there) == 1 and here != there:
            said, meant = _spelt(former, *there), _spelt(current, *here)
            if said and meant:
                return former[: said.start] + current[meant.start : meant.end] + former[said.end :]
    return None


def _spelt(text: str, member: str) -> Span | None:
    """Where a text names a member of a group, in whole or by its initials ("THCS")."""
    folded, at = fold_with_offsets(text)
    initials = "".join(word[0] for word in member.split("|")[0].split())
    forms = f"{member}|{initials}" if looks_short(initials) else member
    found = re.search(rf"\b(?:{forms})\b", folded)
    return Span(at[found.start()], at[found.end()]) if found else None


def _of_another_name(question: Question, indicator: str) -> bool:
    """Whether a figure's name says of whom it is, and the question names nobody so called.

    "hộ nghèo của Giao Lĩnh" tells nothing of its district.
    """
    whose = _WHOSE.search(indicator)
    return whose is not None and fold(whose[1]) not in " ".join(
        (question.folded, *(p.key for p in question.places))
    )


_WHOSE = re.compile(rf"(?<!\w)của ({CAPITAL}[a-zà-ỹ]+(?: {CAPITAL}[a-zà-ỹ]+)+)(?!\w)")


def _points_back(indicator: str) -> bool:
    """Whether a name is of some that were spoken of before: "hộ nghèo thuộc diện này"."""
    return _POINTING.search(indicator) is not None


_POINTING = re.compile(
    r"(?<!\w)(?:diện|nhóm|loại|dạng|đối tượng|trường hợp) (?:này|đó|ấy|trên|nói trên)(?!\w)", re.I
)
_UNMET = re.compile(
    r"\b(?:(?:khong|chua|kho) (?:dat|hoan thanh|ve dich|can dich)|hut|lo hen|loi hen|truot"
    r"|do dang)\b"
)


def _of_the_unmet(question: Question, indicator: str) -> bool:
    """Whether targets are told that were missed, and those are not asked for."""
    told = question.form.families & {"indicator_count"} and _UNMET.search(fold(indicator))
    return bool(told) and not re.search(
        rf"{_UNMET.pattern}|\b(?:khong|chua|con|thieu|truot|rot)\b", question.folded
    )


_MISSING = re.compile(
    r"(?:con |dang |van |hien )*(?:thieu(?! (?:nhi|nien|ta|tuong|sinh|mau)\b)"
    r"|chua co|khong co|con lai|con no"
    r"|bo tri them)\b"
)


def _of_the_missing(question: Question, indicator: str) -> bool:
    """Whether a name opens with what is lacking, and those at hand are asked for: "mấy bác sĩ?"."""
    told = _MISSING.match(fold(indicator).strip())
    return told is not None and not re.search(
        r"\b(?:thieu|chua|khong|con|hut|no|them)\b", question.folded
    )


def _of_the_foremost(question: Question, indicator: str) -> bool:
    """Whether a figure is of those that have the most or the least, and they are not asked for."""
    return "nhat" not in question.folded and _FOREMOST.search(fold(indicator)) is not None


# "Nhiều hộ nghèo nhất vẫn là hai xã ven sông"
_FOREMOST = re.compile(r"\b(?:nhieu|cao|thap|lon|it|dong)\b.{0,25}?\bnhat\b(?! tri\b)")


_MINORITIES = re.compile(r"\bdan toc thieu so\b|\bdtts\b")
_STARS = re.compile(r"\b([1-5]) sao\b")
_PEOPLE = re.compile(rf"\b(?:[Nn]gười|[Dd]ân tộc) ({CAPITAL}[\w'’]*)")


_PROPER = re.compile(rf"(?<=[\w,] ){CAPITAL}[\w'’]*")


def says_proper(
    question: Question, known: Known, own: Container[str], knowledge: Knowledge
) -> bool:
    """Whether a figure's words hold the names in capitals that are asked for: "môn Toán"."""
    placed = {w for place in question.places for w in place.key.split()}
    proper = {w: n for n in _PROPER.findall(question.text) for w in syllables(n) if w not in placed}
    asked = proper.keys() & question.form.rest & knowledge.weights.keys()
    if any(w not in own for w in asked):
        return False
    figure = known.figure
    told = TOKEN.findall(canonical_tones(f"{figure.indicator} {figure.topic} {known.info.title}"))
    for word in asked:  # of one syllable, "Toán" is no "toàn"
        alike = {token for token in told if syllables(token) == [word]}
        if alike and not proper[word].isascii() and canonical_tones(proper[word]) not in alike:
            return False
    return True


def counts_other(question: Question, known: Known, named: Container[str]) -> bool:
    """Whether a figure counts a thing ("32 giường") of which the question says no word."""
    unit = set(syllables(known.figure.value.unit))
    thing = (
        unit and unit.isdisjoint(_UNTELLING_UNITS) and unit.isdisjoint(syllables(question.folded))
    )
    return bool(thing) and not any(w in named for w in question.form.rest[:2])


_UNTELLING_UNITS = frozenset(
    syllables(
        "% tỷ tỉ triệu nghìn ngàn đồng USD ha m2 m3 km m tấn tạ kg lít người hộ điểm phần trăm"
    )
)


_COUNTS = re.compile(
    r"\b(?:bao nhieu|may) (?!(?:khoi|ky|ki|can|mau|cong|sao|mot|moi)\b)(\w+(?: \w+){0,2})"
)


def names_counted(question: Question, named: Collection[str]) -> bool:
    """Whether a name holds the words for what is counted: "mấy chi hội", and no "hội viên"."""
    said = None if question.unit else _COUNTS.search(question.folded)  # a unit fits or not
    words = syllables(said[1]) if said else []
    told = [w for w in words if w in question.form.rest and w not in HOW_MEASURED]
    both = len(told) > 1 and told[:2] == words[:2]
    return set(told[:2]) <= set(named) if both else not told or not set(told).isdisjoint(named)
