"""Places and organisations that a text names.

A place is its level and name as printed: "huyện Sơn Ca" -> Place("huyện", "Sơn Ca"). Party and
state bodies stand for their place: "Huyện ủy Sơn Ca" is the district.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.document import Span
from corpus.normalize import CAPITAL, fold
from corpus.organisations import find_organisations
from corpus.people import SURNAMES

_WORD = rf"{CAPITAL}[\w'’ʼ`]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}(?: \d{{1,2}}$)?|\d{{1,2}}(?!\d)"  # a cell: "Thôn Sen 2"
_LEVELS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp.": "thành phố", "tp": "thành phố",
    "huyện": "huyện", "h.": "huyện", "thị xã": "thị xã", "tx.": "thị xã", "tx": "thị xã",
    "quận": "quận", "xã": "xã", "phường": "phường", "đặc khu": "đặc khu", "thị trấn": "thị trấn",
    "tt.": "thị trấn",
    "thôn": "thôn", "bản": "bản", "ấp": "ấp", "làng": "làng", "buôn": "buôn", "khóm": "khóm",
    "xóm": "xóm",
    "khu phố": "khu phố", "tổ dân phố": "tổ dân phố", "huyện ủy": "huyện", "huyện uỷ": "huyện",
    "thị ủy": "thị xã", "thị uỷ": "thị xã", "thành ủy": "thành phố", "thành uỷ": "thành phố",
    "tỉnh ủy": "tỉnh", "tỉnh uỷ": "tỉnh", "quận ủy": "quận", "quận uỷ": "quận",
    "huyện đoàn": "huyện", "thị đoàn": "thị xã", "thành đoàn": "thành phố", "quận đoàn": "quận",
    "tỉnh đoàn": "tỉnh",
}  # fmt: skip
_WORDS = "|".join(sorted((re.escape(w) for w in _LEVELS), key=len, reverse=True))
_PLACE = re.compile(
    rf"(?<!\w)(?<!biên )(?<!Biên )(?<!văn )(?<!cơ )(?<!tác )(?<!Tác )(?P<level>(?i:{_WORDS}))"
    rf"(?: (?i:đảo|biên giới|vùng cao|miền núi|bãi ngang))? (?P<name>{_NAME})"
)
_MIDDLES = frozenset([
    "Văn", "Thị", "Hữu", "Đức", "Quang", "Công", "Xuân", "Minh", "Ngọc", "Thanh", "Đình", "Quốc",
    "Thế", "Bá", "Khắc", "Trọng", "Tuấn", "Viết", "Sĩ", "Sỹ", "Duy", "Kim", "Hồng", "Mạnh", "Tiến",
    "Anh", "Phúc", "Bảo", "Gia", "Vĩnh", "Nhật", "A", "Seo", "Seng", "Láo", "Thu", "Thuý", "Thúy",
    "Mỹ", "Bích", "Tuyết", "Như", "Hoài", "Diệu", "Phương", "Thành", "Hoàng", "Đăng", "Huy", "Ái",
    "Ánh", "Lệ", "Sinh", "Minh",
])  # fmt: skip
_STOP_NAMES = {
    "hội chủ nghĩa việt nam", "hội chủ nghĩa", "việt nam", "ủy", "uỷ", "ủy ban", "đảng", "nông",
    "hội", "ban", "nông thôn", "quản lý", "đề ra",
    "giao",  # "CHỈ TIÊU HĐND XÃ GIAO"
}  # fmt: skip
_NO_NAMES = {"NTM", "OCOP", "BHYT", "BHXH", "HTX", "MTQG", "ATK", "DTTS", "ANTT", "KTXH", "ĐOÀN"}
LEVEL_RANK = {
    "tỉnh": 0, "thành phố": 1, "quận": 1, "huyện": 1, "thị xã": 1, "xã": 2, "phường": 2,
    "đặc khu": 2, "thị trấn": 2, "thôn": 3, "bản": 3, "ấp": 3, "làng": 3, "buôn": 3,
    "khóm": 3, "khu phố": 3,
    "xóm": 3, "tổ dân phố": 3,
}  # fmt: skip

# "Thị ủy": the level of whom a committee stands for
COMMITTEE_LEVELS = {
    "Tỉnh": "tỉnh", "Thành": "thành phố", "Quận": "quận", "Huyện": "huyện", "Thị": "thị xã",
}  # fmt: skip
FOLDED_RANKS = {fold(level): rank for level, rank in LEVEL_RANK.items()}
FOLDED_LEVELS = {fold(level): level for level in LEVEL_RANK}  # as typed without accents


def plain_name(text: str) -> str:
    """Folded text in which names are looked up: single blanks, no apostrophes ("Ea M'Rơn")."""
    return " ".join(fold(text).replace("'", "").split())


class Place(NamedTuple):
    """A level ("huyện", "xã", "công ty"...) and a name."""

    level: str
    name: str

    def __str__(self) -> str:
        return f"{self.level} {self.name}"

    @property
    def key(self) -> str:
        """Folded name, by which mentions meet."""
        return plain_name(self.name)

    @property
    def is_organisation(self) -> bool:
        return self.level not in LEVEL_RANK


# "Công ty A (ABC)", "(gọi tắt: VT7)": short names that an organisation gives itself
_SHORT = r"[\"“]?([A-ZĐ]{2,}[A-ZĐa-z0-9]{0,8}(?: [A-Z][A-Za-z0-9]+)?)[\"”]?\s*[),;]"
_IN_BRACKETS = re.compile(rf"\s*\(\s*{_SHORT}")
_CALLED_SHORT = re.compile(
    r"(?:(?i:gọi|viết) tắt(?: là)?|(?i:tên) (?:giao dịch|thương mại|viết tắt)(?: là)?)"
    rf"\s*:?\s*{_SHORT}"
)
_SHORT_WITHIN = 120  # characters behind the name


def find_short_names(text: str) -> Iterator[tuple[str, Place]]:
    """The short names that organisations are given where a text first names them."""
    for span, place in find_places(text):
        if not place.is_organisation:
            continue
        behind = text[span.end : span.end + _SHORT_WITHIN]
        if short := _IN_BRACKETS.match(behind) or _CALLED_SHORT.search(behind):
            yield short[1], place


def find_places(text: str) -> list[tuple[Span, Place]]:
    """Every place and organisation named in `text`, in order."""
    return list(_found_places(text))


@lru_cache(maxsize=4096)
def _found_places(text: str) -> tuple[tuple[Span, Place], ...]:
    """Kept: headings and names are read again for each figure under them."""
    shaped = _title_case(text)
    found: list[tuple[Span, Place]] = []
    for m in _PLACE.finditer(shaped):
        name = m["name"].strip()
        # with the blank before the name: "ĐẢNG BỘ XÃ TỔNG KẾT" names none
        goes_on = _BEHIND_NAME.search(shaped[m.start("name") - 1 : m.end("name") + _LOOK_AHEAD])
        if goes_on and goes_on.start() == 0:
            continue
        if goes_on and goes_on.start() <= len(name) and not _ENDS_SO.match(shaped, m.start("name")):
            name = name[: goes_on.start() - 1]
        headed = _HEADED.search(shaped[max(0, m.start() - 40) : m.start()])
        if headed and _names_person(name.split()):
            continue  # "Chủ tịch UBND huyện Tòng Văn A": no place called Tòng
        name = _HOLDER.sub("", name)
        if name.endswith(" Số") and _NUMBERED.match(shaped, m.end("name")):
            name = name.removesuffix(" Số")  # "UBND THÀNH PHỐ A Số: 618/BC-UBND"
        whole = name
        if headed:
            name = _without_holder(name, shaped, m.start("name"))
        before = shaped[max(0, m.start() - _BEFORE) : m.start()]
        if m["level"].lower().endswith(("ủy", "uỷ", "đoàn")) and before.lower().endswith("bí thư "):
            run = _without_holder(whole, shaped, m.start("name"))
            if run == whole or m["level"].lower().endswith("đoàn"):
                continue  # "Bí thư Huyện ủy" is followed by a person's name
            name = run  # "Bí thư Tỉnh ủy Sơn Ca Lê Văn A": both
        if _NO_BEGINNING.match(name):
            continue  # "3 XÃ, PHƯỜNG THEO DÕI ĐIỂM"
        words = name.split()
        if m["level"].lower() == "bản" and words[0].lower() in _PAPERS:
            continue  # "BẢN TIN NỘI BỘ", "BẢN TỔNG HỢP": no hamlet
        if words[-1].isdigit() and len(words) > 1 and LEVEL_RANK[_LEVELS[m["level"].lower()]] < 3:
            name = " ".join(words[:-1])
            words = words[:-1]
        named = words[0] in SURNAMES and len(words) >= 3
        named = named and not _OF_BODY.search(shaped[max(0, m.start() - 60) : m.start()])
        if named and (words[1] in _MIDDLES or headed):
            continue  # "Chủ tịch UBND huyện Hà Văn A": a person
        if _SEVERAL.search(before) or before.lower().endswith("nông "):
            continue  # "NÔNG THÔN MỚI" is no hamlet
        if len(words) == 1 and _OFFICE_WORDS.match(shaped[m.start("name") :]):
            continue  # "Thường trực HĐND huyện, Thường vụ ..."
        if words[0] in _COUNTED_SESSIONS and re.match(
            r"\w+\s+(?i:thứ|kỳ|\d|[ivx]+\b)", shaped[m.start("name") :]
        ):
            continue  # "ĐẢNG BỘ HUYỆN LẦN THỨ 22"
        if name.lower() == "năm" and re.match(r"\s*\d{4}", shaped[m.end("name") :]):
            continue  # "XÃ, THỊ TRẤN NĂM 2024": a table's title in capitals
        if shaped[m.end("name") :].startswith("/v"):
            continue  # "HỌP DÂN XÓM V/v mở đường"
        if name.upper() in _NO_NAMES:
            continue  # "Xã NTM nâng cao", "BÍ THƯ HUYỆN ĐOÀN"
        if name.lower() not in _STOP_NAMES and not name.isdigit():
            span = Span(m.start(), m.start("name") + len(name))
            found.append((span, Place(_LEVELS[m["level"].lower()], name)))
    for start, end, level, name in find_organisations(shaped):
        found.append((Span(start, end), Place(level, name)))
    return tuple(sorted(found))


_HEADED = re.compile(
    r"(?:Chủ tịch|Bí thư|Trưởng \S+|Giám đốc|Phó \S+|Chánh \S+ \S+|Chỉ huy trưởng|Chủ nhiệm)"
    r"(?:\s(?:UBND|HĐND|Đảng ủy|Đảng uỷ|Đảng bộ|Hội đồng nhân dân|Ủy ban nhân dân|UBMTTQ|MTTQ|"
    r"Công an|Quân sự|phòng \S+))?\s$",
    re.I,
)
# "HĐND xã Đào Hữu A": a place named for a person, as nothing before its body names a post.
_OF_BODY = re.compile(
    r"(?:^|[\n.;:(,]\s)\W*(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng ủy|"
    r"Đảng uỷ|Đảng bộ|Ban Chấp hành Đảng bộ)?\s*$|(?:địa bàn|đảng bộ)\s$",
    re.I,
)
_OFFICE_WORDS = re.compile(
    r"(?:Thường (?:trực|vụ|kỳ|kì|xuyên|niên)|Văn phòng|Công an|Quân sự|Bí thư|Phó |Chủ (?:tịch"
    r"|nhiệm)|Trưởng |Hội |"
    r"Đoàn |Mặt trận|Phòng |Trung tâm|Ban |Ủy ban|Uỷ ban|Chi cục|Kho bạc|Bảo hiểm|Chính phủ)",
    re.I,
)
# Words that follow a name in a shouted title and are no part of it: "THỊ XÃ A KHÓA V".
_COUNTED_SESSIONS = (
    "Lần",
    "Khóa",
    "Khoá",
    "Nhiệm",
    "Phiên",
    "Kỳ",
    "LẦN",
    "KHÓA",
    "KHOÁ",
    "NHIỆM",
    "PHIÊN",
)
# What stands behind "bản" where it is a sheet of paper, as spelt.
_PAPERS = frozenset([
    "tin", "tổng", "cam", "kiểm", "kê", "mô", "thuyết", "tóm", "sao", "đánh", "thỏa", "thoả", "dự",
    "đăng", "ghi", "giải", "đồ", "báo", "chụp", "vẽ",
])  # fmt: skip
_BEHIND_NAME = re.compile(
    r"\s(?:Khóa|Khoá|Nhiệm|Lần|Thứ|Về|Tháng|Phiên|Tại|Ngày|Và|Giai|Theo|Các|Trong|Với|Họp)(?!\w)"
    # but "huyện Năm Căn", "thành phố Từ Sơn"
    r"|\s(?:Năm|Từ)(?!\w)(?! (?!(?i:học|nay|qua|trước|tới|sau|ngày|tháng|năm|đầu|khi|quý)\b)"
    rf"{CAPITAL})"
    # of names as well: "huyện Tân Kỳ", "xã Mỹ Hội", "huyện đảo Phú Quý"
    r"|\s(?:K[ỳì] (?i:họp|thứ|\d)|Quý (?i:[ivx\d]+\b|một|hai|ba|bốn|đầu|cuối)"
    r"|Thường (?i:trực|vụ|kỳ|kì|niên|xuyên|lệ)|Đại (?i:hội|biểu|đoàn)"
    r"|Hội (?i:đồng|nghị|nông|phụ|cựu|liên|chữ|người|khuyến|thảo|trường|viên)"
    r"|(?:Sơ|Tổng) (?i:kết|bộ|hợp|số|cộng)|Tổ (?i:chức|\d)"
    r"|(?:Cuối|Đầu|Cả) (?i:năm|nhiệm|quý|tháng|kỳ)"
    r"|So (?i:với|sánh)|Qua (?i:các|\d)|Đến (?i:năm|tháng|ngày|hết|\d)|Phân (?i:theo|công|bổ|chia)"
    # a motto, an officer or a chairman on the same line
    r"|Độc (?i:lập)|Cộng (?i:hòa|hoà)|(?:Thiếu|Trung|Thượng|Đại) (?i:tá|úy|uý|tướng)(?!\w)"
    r"|Chủ (?i:tịch|tọa|toạ|trì|nhiệm)|Bí (?i:thư)"
    r"|Chia (?i:theo|ra)|Mở (?i:rộng)|Trình (?i:bày|hđnd|kỳ|đại|hội))"
)
_STOPS = re.compile(r"\s*(?:[,;.|(\n:]|[-–]\s|$)")


def ends_name(behind: str) -> bool:
    """Whether a shouted name has ended: "(tháng 12)", "- KỲ HỌP", "KHÓA XI" stand behind it."""
    return bool(_STOPS.match(behind) or _BEHIND_NAME.match(_title_case(behind)))


# "huyện Đại Từ", "Thành ủy Sơn Kỳ họp"
_ENDS_SO = re.compile(rf"{_WORD} (?:Từ(?! (?i:năm|ngày|tháng|\d))|Kỳ(?= họp (?!thứ)))")
_LOOK_AHEAD = 12  # characters behind a name that tell whether its last word is of it
# "Bí thư Đảng ủy xã Yên Lộ Mai Văn Tý": the person behind the place's name.
_HOLDER = re.compile(rf"(?<=\w) (?:{'|'.join(sorted(SURNAMES))}) (?:Văn|Thị)\b.*$")
_CAPITALS = re.compile(rf"{_WORD}(?: {_WORD})*")


def _without_holder(name: str, text: str, at: int) -> str:
    """ "Bí thư Đảng ủy thị trấn Sơn Ca Châu Ngọc Lê": a name begins with a surname after it."""
    run = _CAPITALS.match(text, at)
    words = run[0].split() if run else []
    for begin in (len(words) - size for size in (3, 4, 2)):  # the usual length of a name first
        if begin > 0 and words[begin] in SURNAMES:
            return " ".join(name.split()[:begin])
    return name


def _names_person(words: list[str]) -> bool:
    """Whether words are the usual form of a person's name: "Tòng Văn Ướng"."""
    return len(words) in (3, 4) and words[0] in SURNAMES and words[1] in ("Văn", "Thị")


_BEFORE = 20  # characters before a level that tell whether several places are meant
_NUMBERED = re.compile(r"\s*[:.]?\s*\d")
_NO_BEGINNING = re.compile(
    r"(?:Qua|Phân|Chia|Trình|Đến|Cuối|Đầu|Thuộc|Đạt|Chưa|Họp|Quý (?i:[ivx]+|\d))(?:\s|$)"
)
# "hai huyện A, B": several places, none of which the text is about.
# So are "5 xã, phường Cụm thi đua số 2".
_SEVERAL = re.compile(
    r"(?:\b(?:hai|ba|bốn|các|những|nhiều)|(?<!\d)\d{1,2})[ \t]+"
    r"(?:(?:xã|phường|đặc khu|thị trấn|huyện|thôn|bản)(?:,| và)[ \t]+)?$",
    re.I,
)

_REPUBLIC = re.compile(
    r"cộng\s+h[òo][àa]\s+xã\s+hội(?:\s+chủ\s+nghĩa)?(?:\s+việt\s+nam)?|(?-i:xã hội|Xã hội)"
    # but "xã Hội Sơn", "UBND XÃ HỘI SƠN"
    rf"|(?-i:[Xx]ã Hội(?! {CAPITAL})|(?<!UBND )(?<!HĐND )(?<!ĐẢNG [ỦUB][YỶỘ] )"
    r"(?<!NHÂN DÂN )XÃ HỘI)",
    re.I,
)
# Old encodings have no capitals with a tone mark: "HUYệN Uỷ" is shouted too.
_HALF_SHOUTED = re.compile(rf"(?<!\w){CAPITAL}[^\W\d_a-z]*(?: {CAPITAL}[^\W\d_a-z]*)*(?!\w)")
_SHOUTED_WORD = rf"{CAPITAL}+(?:['’ʼ`]{CAPITAL}+)*"
_SHOUTED = re.compile(rf"(?=\S{{2}}){_SHOUTED_WORD}(?: +{_SHOUTED_WORD})*(?!\w)")


def _title_case(text: str) -> str:
    """Letterheads shout: "HUYỆN SƠN CA" is read as "Huyện Sơn Ca"; the length stays the same."""

    def lower(match: re.Match[str]) -> str:
        words = match[0]
        if len(words.split()) < 2:
            return words
        titled = re.sub(
            r"[^\s'’ʼ`]+", lambda m: m[0][0] + m[0][1:].lower(), words
        )  # "EA M'RƠN" -> "Ea M'Rơn"
        return titled if len(titled) == len(words) else words

    text = upper_shouted(text)
    shouted = _SHOUTED.sub(lower, _REPUBLIC.sub(lambda m: " " * len(m[0]), text))
    return re.sub(
        r"(?<!\w)(Huyện Ủy|Huyện Uỷ|Thị Ủy|Thị Uỷ|Thành Ủy|Thành Uỷ|Tỉnh Ủy|Tỉnh Uỷ|Hợp Tác Xã|"
        r"Công Ty Cổ Phần|Công Ty|Thị Xã|(?<!Đô )Thị Trấn|Thành Phố|Trường Thpt|Trường Thcs|"
        r"Trường Trung Học Phổ Thông|Trường Trung Học Cơ Sở|"
        r"Trường Tiểu Học|Trường Mầm Non|Trường Trung Cấp|Trường Cao Đẳng|Đảng Bộ|Đảng Ủy|"
        r"Huyện|Xã|Tỉnh|Phường|Đặc Khu)(?!\w)",
        lambda m: m[0].lower(),
        shouted,
    )


def upper_shouted(text: str) -> str:
    """Capitals where an old encoding had none: "HUYệN" -> "HUYỆN"; the length stays the same."""

    def raise_run(match: re.Match[str]) -> str:
        raised = match[0].upper()
        shouted = re.search(r"[A-Z][^\s]?[A-Z]", match[0])
        return raised if shouted and len(raised) == len(match[0]) else match[0]

    return _HALF_SHOUTED.sub(raise_run, text)


def level_in(text: str, name: str, levels: str) -> str:
    """The level that a text gives a name most often, "" where it gives none.

    `levels` is an alternation of them: "huyện|xã".
    """
    said = re.finditer(rf"(?<!\w)({levels})\s+{re.escape(name)}(?!\w)", text, re.I)
    most = Counter(m[1].lower() for m in said).most_common(1)
    return most[0][0] if most else ""
