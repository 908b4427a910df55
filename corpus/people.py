"""People and their posts, read from the titles that records put around names.

"đồng chí NAME, POST, POST; NAME, POST" / "POST NAME" / "NAME (POST)" / "NAME - POST". Rules on
titles beat statistical taggers on this kind of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.document import Span
from corpus.initials import words_named
from corpus.normalize import CAPITAL, fold
from corpus.vocabulary import Vocabulary, respelled

# "Y Djăng", "H'Yên Bkrông" and "Rah Lan H'Juel" are names too
_WORD = rf"{CAPITAL}(?:['’ʼ]{CAPITAL})?[a-zà-ỹđ'’ʼ]*"
_NAME = rf"{_WORD}(?: {_WORD}){{1,4}}"
_RANK = (
    r"(?:Thượng tá|Trung tá|Thiếu tá|Đại tá|Đại úy|Thượng úy|Thiếu tướng|(?:PGS\.|GS\.)*\s?TS\.?"
    r"|T[hH][sS]\.?(?:\s?B[sS])?|(?:ThS\.?\s?)?B[sS]\.?\s?(?:CK\.?\s?(?:I{1,2}|[12]))?\.?|[DK]S\.|PGS\.)"
)
_ADDRESS = (
    r"(?:[Đđ]ồng chí|[Cc]ác đồng chí|đ/c|Đ/c|[Ôô]ng|[Bb]à|[Cc]ô|[Tt]hầy|[Aa]nh|[Cc]hị|kỹ sư|"
    r"bác sĩ|luật sư)"
)
_POST_WORD = (
    r"(?:(?:nguyên |quyền |[Qq]uyền )?(?:Phó |phó )?(?:[Bb]í thư|[Cc]hủ tịch|[Tt]rưởng (?:[Bb]an|"
    r"[Pp]hòng|[Cc]ông an|[Cc]hi nhánh|[Tt]rạm|[Đđ]oàn|[Pp]hó)|[Gg]iám đốc|"
    r"[Tt]ổng [Gg]iám đốc|[Hh]iệu trưởng|[Cc]hủ nhiệm|[Cc]hánh (?:[Vv]ăn phòng|[Tt]hanh tra"
    r"|án)|[Vv]iện trưởng|"
    r"[Cc]hỉ huy trưởng|(?<!ăng )[Tt]rưởng|(?:[Tt]ổ|[Tt]rạm|[Hh]ội|[Đđ]ồn|[Hh]ạt|[Đđ]ội"
    r"|[Cc]ục) trưởng"
    r"|[Cc]hi cục trưởng)|[Cc]hính trị viên|"
    r"(?:Ủy|Uỷ|ủy|uỷ) viên|(?:Tỉnh|Huyện|Thị|Thành) (?:ủy|uỷ) viên|[Đđ]ại biểu|[Kk]ế toán trưởng|"
    r"[Tt]hành viên|[Gg]iáo viên|[Cc]ông chức|[Cc]huyên viên|[Cc]án bộ|[Cc]ựu học sinh|[Tt]hư ký|"
    r"TUV|HUV|ThUV|ĐUV|UVBTV|UVTV|UVBCH|UV BTV|UV BCH|PBT|PCT|CT (?=UBND|HĐND|H)"
    r"|Quyền |Phụ trách|phụ trách)"
)
# A post ends where the next person begins: "..., Phó Bí thư và đồng chí B, Chủ tịch".
_POST = (
    rf"{_POST_WORD}(?:(?!\s(?:và|cùng)\s(?:các\s)?(?:đồng chí|đ/c|ông|bà|cô|thầy)\b)[^,;.()\n:|])*"
)
_BOARD = r"Ban (?:Quản|Chỉ|Dân|Tổ|Tuyên|Thường|Chấp|Bảo|Đại)\s"  # "Giám đốc Ban Quản lý dự án"
_AFTER_NAME = re.compile(
    rf"(?P<name>{_NAME})\s*(?:,|\(|[-–—]|:)\s*"
    r"(?:(?:nay|hiện(?: nay)?)\s+(?:là|giữ chức(?: vụ)?|làm)\s+)?"
    rf"(?P<posts>{_POST}(?:,\s*{_POST})*)"
)
_BEFORE_NAME = re.compile(
    rf"(?P<posts>{_POST_WORD}(?: (?!{_ADDRESS}|thay\s)[^\s,;.()]+){{0,9}}?):? (?:{_ADDRESS} |"
    rf"{_RANK} )?(?P<name>(?!{_BOARD}){_NAME})(?![\w])"
)
# "Bí thư Đảng uỷ, Chủ tịch HĐND xã: ông NAME"
_LABELLED = re.compile(
    rf"(?P<posts>{_POST}(?:,\s*{_POST})*)\s*:\s*(?:{_ADDRESS}\s"
    rf"|{_RANK}\s)?(?P<name>{_NAME})(?![\w])"
)
_APPOINTED = re.compile(
    rf"(?P<name>{_NAME})\s+(?:(?:được|đã|tiếp tục|trúng cử|tái cử)\s+)*(?:bầu |bổ nhiệm |"
    rf"chỉ định |phân công )?(?:giữ (?:chức )?(?:vụ )?|làm |là |giữ chức danh |(?:[^\s,;.]+ )"
    rf"{{0,4}}(?:trên|với) cương vị )(?P<posts>{_POST}(?:,\s*{_POST})*)"
)
# "bầu bà NAME, Trưởng phòng Tài chính, giữ chức Phó Chủ tịch UBND huyện": the new post counts
_ELECTED = re.compile(
    rf"(?i:bầu|bổ nhiệm|chỉ định|phê chuẩn|điều động|phân công)(?: bổ sung)?\s+(?:{_ADDRESS}\s|"
    rf"{_RANK}\s)?(?P<name>{_NAME})\s*,\s*(?P<former>[^.;:]{{3,140}}?),?\s(?:giữ|làm)\s+(?:chức\s+)?"
    rf"(?:vụ\s+|danh\s+)?(?P<posts>{_POST}(?:,\s*{_POST})*)"
)
# "NAME, nguyên Phó Giám đốc Sở Nội vụ, giữ chức Bí thư Huyện ủy", whoever decided it
_TAKES = re.compile(
    rf"(?P<name>{_NAME})\s*,\s*(?P<former>nguyên\s[^.;:]{{3,140}}?),?\s(?:giữ|làm)\s+"
    rf"(?:chức\s+)?(?:vụ\s+|danh\s+)?(?P<posts>{_POST}(?:,\s*{_POST})*)"
)
# Before a post: who had it has it no more.
_RELIEVED = re.compile(
    r"(?:miễn nhiệm|bãi nhiệm|cách chức|cho thôi|thôi)"
    r"(?:\s+(?:giữ|làm|chức|vụ|danh|nhiệm vụ))*\s*$",
    re.I,
)
# "NAME được Ban Thường vụ Tỉnh ủy điều động, chỉ định giữ chức Bí thư Huyện ủy"
_ASSIGNED = re.compile(
    rf"(?P<name>{_NAME})\s+(?:được|đã)\s[^.;:]{{0,90}}?\sgiữ\s+chức\s+(?:vụ\s+|danh\s+)?"
    rf"(?P<posts>{_POST}(?:,\s*{_POST})*)"
)
# "NAME, Phó Bí thư Huyện ủy đã được 100% đại biểu tín nhiệm bầu giữ chức Chủ tịch HĐND huyện"
_CHOSEN = re.compile(
    rf"(?P<name>{_NAME})(?P<former>(?:\s*,(?:(?!\s(?:và|cùng)\s(?:{_ADDRESS})\s)[^.;:]){{3,120}}?)?)"
    r"\s*,?\s(?:(?:đã|tiếp tục|vừa)\s)*"
    r"(?:được\s(?:[^.;:,]{0,50}?\s)?(?:bầu|chỉ định|bổ nhiệm|chuẩn y)|trúng cử|tái đắc cử"
    r"|tái cử|đắc cử)"
    r"(?:\s(?:bổ sung|tái cử|giữ|làm|vào|chức|vụ|danh|cương vị))*\s"
    rf"(?P<posts>{_POST}(?:,\s*{_POST})*)"
)
_ADDRESSED = re.compile(rf"(?:{_ADDRESS}|{_RANK}):? (?P<name>{_NAME})(?![\w])")
_WAYS = (
    _ELECTED,
    _TAKES,
    _CHOSEN,
    _AFTER_NAME,
    _LABELLED,
    _APPOINTED,
    _ASSIGNED,
    _BEFORE_NAME,
    _ADDRESSED,
)
# First words of people's names: what tells "huyện Hà Văn A" (a person behind a post) from a place.
SURNAMES = frozenset([
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
    "Ngô", "Dương", "Lý", "Mạc", "Lò", "Vàng", "Sùng", "Giàng", "Quàng", "Cầm", "Hà", "Đinh",
    "Đoàn", "Trịnh", "Đào", "Tô", "Mai", "Trương", "Cao", "Tạ", "Lưu", "Triệu", "Nông", "Hứa",
    "Lương", "Vi", "Ma", "Chu", "Khổng", "Tống", "Kiều", "Thạch", "La", "Đàm", "Phùng", "Quách",
    "Tòng", "Thào", "Hạng", "Mùa", "Lường", "Tẩn", "Chảo", "Bế", "Thân", "Lâm", "Hứa", "Vương",
    "Từ", "Tăng", "Thái", "Châu", "Diệp", "Giang", "Khúc", "Kim", "Lục", "Mã", "Nghiêm", "Ninh",
    "Ông", "Phí", "Sầm", "Thi", "Tiêu", "Tôn", "Trà", "Trang", "Tri", "Ung", "Viên", "Vừ", "Lầu",
    "Hờ", "Lù", "Cù", "Cung", "Doãn", "Hàn", "Khương", "Lại", "Lộc", "Mẫn", "Nhâm", "Phương",
    "Quản", "Tào", "Tưởng", "Thiều", "Thiệu", "Văn", "Vân", "Bạch", "Chử", "Chúc", "Đồng", "Đổng",
    "Âu", "Giáp", "H'", "Y", "K'", "Ksor", "Rơ",
])  # fmt: skip
# Capitalised runs that are bodies or places, not people.
_NOT_NAME = re.compile(
    r"^(?:Ban|Hội|Ủy|Uỷ|Đảng|Huyện|Tỉnh|Thị|Thành|Nông(?: (?:Nghiệp|Thôn|Dân|Lâm|Sản)|$)|"
    r"Văn(?: (?:Phòng|Hóa|Hoá|Thể|Thư|Bản)|$)|Mặt|Công|Trung Tâm|Phòng|Sở|Nghị|Kế|Xã|"
    r"Quốc|Nhân|Chủ|Bí|Phó|Trưởng|Lao|Tài|Việt Nam|Đại|Giáo|Quân|Liên|Tổ|Trường|Điều|"
    r"Quỹ)\b(?! (?:Văn|Thị|Đức|Quang|Hữu|Công)\b)"
)
_VERB_TAIL = re.compile(
    r"\s+(?:chủ trì|chủ tọa|chủ toạ|đồng chủ trì|trình bày|báo cáo|phát biểu|cho biết|thông qua|"
    r"đã|nêu|đề nghị|"
    r"yêu cầu|kết luận|giao(?! (?:dịch|thông))|điều hành|dự(?! (?:án|toán))|tham dự|thông tin"
    r"|phản ánh|cho rằng"
    r"|lưu ý|nhấn mạnh|"
    r"khai mạc|đánh giá|ghi nhận|được|về|thay|từ|làm|giữ|làm rõ|tiếp thu|giải trình|chịu|"
    r"trực tiếp|cùng|điều hành|khẳng định|trả lời|nhìn nhận|chia sẻ|thừa nhận|lý giải|giải thích"
    r"|kiến nghị|đề xuất|khuyến cáo|băn khoăn|cam kết|hứa|trao|phân tích|chỉ đạo|quán triệt"
    r"|với|trúng cử|tái đắc cử|tái cử|đắc cử|gợi ý|bày tỏ|đồng tình|thay mặt|công bố"
    r"|tổng hợp|tại (?:[Ll]ễ|[Hh]ội nghị|[Đđ]ại hội|buổi|[Kk]ỳ họp|[Pp]hiên|cuộc họp))\b.*$",
    re.S,
)


class Person(NamedTuple):
    """A person with the posts that a text gives; `span` covers the name and its posts."""

    name: str
    posts: tuple[str, ...]
    span: Span


# What stands around names in a heading in capitals, put into small letters before names are read.
_SHOUTED_TITLES = re.compile(
    r"(?<!\w)(?:ĐỒNG CHÍ|PHÓ BÍ THƯ|BÍ THƯ|PHÓ CHỦ TỊCH|CHỦ TỊCH|PHÓ TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN"
    r"|PHÓ GIÁM ĐỐC|GIÁM ĐỐC|HIỆU TRƯỞNG|THƯỜNG TRỰC|HUYỆN (?:ỦY|UỶ)|THỊ (?:ỦY|UỶ)|ĐẢNG (?:ỦY|UỶ)"
    r"|TỈNH (?:ỦY|UỶ) VIÊN|(?:ỦY|UỶ) VIÊN|THỊ XÃ|HUYỆN|PHƯỜNG|XÃ|ÔNG|BÀ|TRÌNH BÀY|BÁO CÁO|ĐỌC"
    r"|KẾT LUẬN|PHÁT BIỂU|CHỦ TRÌ|TRẢ LỜI|GIẢI TRÌNH|CỦA|TẠI|HỘI NGHỊ)(?!\w)"
)
_SHOUTED = re.compile(rf"(?<!\w){CAPITAL}{{2,}}(?!\w)")
_ALL_CAPITALS = re.compile(
    rf"(?:ĐỒNG CHÍ|ÔNG|BÀ) (?:{CAPITAL}{{2,}} ){{2,}}|BÁO CÁO|ĐỌC"
    r"|(?:GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|HIỆU TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG)) "
    rf"(?:{'|'.join(sorted(s.upper() for s in SURNAMES))}) (?:{CAPITAL}{{2,}}(?!\w) ?){{1,3}}"
)


def _spoken(text: str) -> str:
    """A heading in capitals as it would be spoken: "ÔNG VÕ A, BÍ THƯ" -> "ông Võ A, bí thư".

    The length stays.
    """
    if text != text.upper() or not _ALL_CAPITALS.search(text):
        return text
    lowered = _SHOUTED_TITLES.sub(lambda m: m[0].lower(), text)
    return _SHOUTED.sub(lambda m: m[0] if m[0] in _BODIES else m[0].capitalize(), lowered)


_BODIES = frozenset(["UBND", "HĐND", "HĐQT", "MTTQ", "UBMTTQ", "BCH", "HTX", "TTYT"])


def find_people(text: str) -> list[Person]:
    """People named in `text`, in order, each stretch of text used once."""
    text = _spoken(text)
    found: list[Person] = []
    taken: list[Span] = []
    for pattern in _WAYS:
        for match in pattern.finditer(text):
            name_span = _without_place(text, Span(*match.span("name")))
            name = text[name_span.start : name_span.end]
            if (
                len(name.split()) < 2
                or _NOT_NAME.match(name)
                or any(s.start < name_span.end and name_span.start < s.end for s in taken)
            ):
                continue
            posts = _posts(match.groupdict().get("posts") or "")
            if pattern in (_ELECTED, _TAKES, _CHOSEN):
                posts += _kept(_posts(match["former"]), posts)
            if pattern is _BEFORE_NAME and _RELIEVED.search(text, 0, match.start()):
                posts = ()
            if pattern in (_BEFORE_NAME, _LABELLED) and not posts:
                continue
            if pattern is _BEFORE_NAME and name.split()[0] not in SURNAMES:
                at = match.start("posts")
                if any(p.span.start <= at < p.span.end for p in found):
                    continue  # "A, Đồn trưởng Đồn Biên phòng B": the post of A
            end = match.end()
            if pattern is _AFTER_NAME and posts:
                last = posts[-1]
                end = text.find(last, match.start("posts")) + len(last)
                rest = match["posts"]
                end = match.start("posts") + rest.rfind(last) + len(last)
            found.append(Person(name, posts, Span(match.start(), end)))
            taken.append(name_span)
    return sorted(found, key=lambda p: p.span.start)


def names_someone(text: str) -> bool:
    """Whether a text names a person."""
    return bool(find_people(text))


_ROLL = re.compile(rf"(?:{_NAME}\s*(?:\([^()]*\)\s*)?(?:[,;]| và)\s+){{2,}}{_NAME}")


def lists_people(text: str) -> bool:
    """Whether a text tells off people one after the other, titles left out: "A, B và C"."""
    roll = _ROLL.search(text)
    if roll is None:
        return False
    names = re.findall(_NAME, roll[0])
    return sum(name.split()[0] in SURNAMES and not _NOT_NAME.match(name) for name in names) > 1


def _kept(former: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """The posts that who was chosen still holds, or is said to have held.

    No deputy of the post that is now his own.
    """
    heads = [fold(post).split(" khoa ")[0] for post in new]
    if former and former[0].startswith("nguyên "):
        former = former[:1]  # "nguyên Phó Bí thư Huyện ủy, Chủ tịch UBND huyện": neither

    def given_up(post: str) -> bool:
        deputy = fold(post)
        return deputy.startswith("pho ") and any(h.startswith(deputy[4:]) for h in heads)

    return tuple(post for post in former if post not in new and not given_up(post))


_SIGNED = re.compile(
    r"^\W*(?:(?:TM|T/M)\.?\s[^\n]*\s+)?(?P<post>(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|"
    r"HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|TRƯỞNG TRẠM|CHỈ HUY TRƯỞNG|CHỦ NHIỆM"
    r"|VIỆN TRƯỞNG|CHÁNH ÁN|HẠT TRƯỞNG|ĐỘI TRƯỞNG|CHI CỤC TRƯỞNG|CHÁNH THANH TRA|TRƯỞNG CÔNG AN"
    r"|TRƯỞNG THÔN|TỔ TRƯỞNG)(?: HĐND| UBND| HỘI ĐỒNG QUẢN TRỊ| HĐQT)?"
    r"(?: (?:TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|THỊ TRẤN))?)\W*"
    rf"(?:\(?(?:đã ký|ký tên)\)?\W*)?(?:{_RANK}\s+)?(?P<name>{_NAME})?\W*$"
)
_FOR = re.compile(r"\W*(?:TM|T/M)\.?\s+(?P<body>[^\n]{4,60}?)(?:\s+(?:CHỦ TỊCH|BÍ THƯ).*)?$")


def signed_by(lines: Sequence[tuple[str, Span]]) -> Person | None:
    """Who signed a paper: a post in capitals on a line of its own, the name beside or below it.

    The last signature counts; the post is given with the body that it is signed for ("TM. ỦY BAN
    NHÂN DÂN"). One who signs for another ("KT. CHỦ TỊCH") holds the post that stands below.
    """
    for index in range(len(lines) - 1, -1, -1):
        text, span = lines[index]
        match = _SIGNED.match(" ".join(text.split()))
        if match is None:
            continue
        name, at = match["name"] or "", span
        for below, there in () if name else lines[index + 1 : index + 4]:
            stripped = " ".join(below.split()).strip("()*_ ")
            if named := re.fullmatch(rf"(?:{_RANK}\s+)?({_NAME})", stripped):
                name, at = named[1], there
                break
        if len(name.split()) < 2:
            continue
        above = (_FOR.match(" ".join(t.split())) for t, _ in lines[max(0, index - 2) : index + 1])
        body = next((m["body"].strip(" -–,.") for m in above if m), "")
        post = f"{match['post'].capitalize()} {body.lower()}".strip()
        return Person(name, (post,), Span(span.start, at.end))
    return None


_PLACE_WORD = re.compile(
    r"(?:huyện|xã|tỉnh|thị xã|thành phố|phường|đặc khu|thị trấn|bản|thôn|ấp"
    r"|(?:huyện|quận|thị|thành|tỉnh) (?:ủy|uỷ))\s$",
    re.I,
)


def _without_place(text: str, span: Span) -> Span:
    """The name behind "Bà ", "bác sĩ CK I" or a place: "xã Hoa Ban Lò Thị Mai" -> Lò Thị Mai."""
    words = text[span.start : span.end].split(" ")
    start = span.start
    if words[0] in ("Bà", "Ông", "Cô", "Thầy", "Chị", "Anh", "I", "II") and len(words) > 2:
        start += len(words[0]) + 1
    elif _PLACE_WORD.search(text[max(0, start - 12) : start]) and not (
        words[0] in SURNAMES and len(words) >= 3
    ):
        start = start + len(" ".join(words[:2])) + 1 if len(words) >= 4 else span.end
    return Span(min(start, span.end), span.end)


def _posts(printed: str) -> tuple[str, ...]:
    posts = (_VERB_TAIL.sub("", p).strip(" -–!?\n\t") for p in printed.split(","))
    return tuple(p for p in posts if p)


def held_before(person: Person, asked: str, text: str) -> bool:
    """Whether all that a text says is that a person held a post once: "nguyên Bí thư"."""
    said = text[person.span.start : person.span.end]
    if not re.search(r"(?<!\w)(?<!tài )(?<!Tài )nguyên\s", said):
        return False
    now = tuple(post for post in person.posts if not post.startswith("nguyên "))
    takes = re.search(r"(?<!\w)(?:giữ|làm)\s", said)
    return not (takes and holds(person._replace(posts=now), asked))


def holds(person: Person, asked: str) -> bool:
    """Whether a person holds the folded post `asked`: "bi thu huyen uy" is not "pho bi thu ..."."""
    posts = [part for post in person.posts for part in re.split(r"\s+kiêm\s+", post)]
    if any(_same_post(fold(_spelt_out(post)), asked) for post in posts):
        return True
    vocabulary = Vocabulary.load()  # "Chủ tịch HND huyện" for "chủ tịch hội nông dân huyện"
    whole = _of_front(asked, vocabulary)
    return any(_same_post(_of_front(post, vocabulary), whole) for post in posts)


def _of_front(post: str, vocabulary: Vocabulary) -> str:
    """A post with its short forms written out: "Chủ tịch Ủy ban MTTQ" is that of the Front."""
    return " ".join(respelled(post, vocabulary)).replace("uy ban mat tran", "mat tran")


_SHORT_POSTS = {"PCT": "Phó Chủ tịch", "PBT": "Phó Bí thư", "CT UBND": "Chủ tịch UBND"}


def _spelt_out(post: str) -> str:
    for short, whole in _SHORT_POSTS.items():
        if post.startswith(f"{short} ") or post == short:
            return whole + post[len(short) :]
    return post


def _same_post(post: str, asked: str) -> bool:
    post, asked = (" ".join(re.sub(r"[-–,]", " ", p).split()) for p in (post, asked))
    if (named := words_named(post.split(), asked.split())) is not None:
        rest = post.split()[named:]
        return rest[:2] != ["thuong", "truc"] or "thuong truc" in asked
    return asked.startswith(post + " ") and len(post.split()) >= 3
