"""What a record is called: by its own title, its page's headline, else its file's name."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.letters import subject_of

_SHORT_TITLES = re.compile(
    r"^(?:nghị quyết|báo cáo|thông báo(?: kết luận)?|biên bản(?: (?:hội nghị|họp|cuộc họp))?"
    r"|kế hoạch|kết luận|chỉ thị|quyết định|tờ trình|chương trình|phương án|đề án|quy chế"
    r"|công điện(?: khẩn)?|phụ lục(?: (?:số )?[\divx]+)?|kết luận thanh tra"
    r"|(?:bài )?phát biểu(?: (?:khai mạc|bế mạc|chỉ đạo))?|diễn văn(?: (?:khai mạc|bế mạc))?)$",
    re.I,
)
_LETTERHEAD = re.compile(
    r"^\W*(?:cộng h[òo][àa]|độc lập|đảng cộng sản|đảng bộ|ủy ban nhân dân|uỷ ban|"
    r"hội đồng nhân dân|ubnd|hđnd|số[: ]|sở |"
    r"[^,]{2,30}, ngày|huyện |tỉnh |thị xã |xã |đảng ủy|đảng uỷ|công ty|hợp tác xã|trường|đơn vị|"
    r"công đoàn cơ sở|liên đoàn|liên minh|quỹ tín dụng|ngân hàng|hội (?:nông dân|liên hiệp|cựu)"
    r"|đoàn (?:tncs|thanh niên)|mặt trận|chi bộ|trung tâm|bệnh viện|đài |"
    r"khóa (?:[ivxlc]+|\d+)\b|\W*$)",
    re.I,
)
_BODY_TEXT = re.compile(
    r"^(?:hồi|ngày|hôm nay|tại|kính thưa|căn cứ|thực hiện|thời gian|i\.|1\.|điều\s+\d|kính gửi"
    r"|phần|sáng|chiều|-|đăng)",
    re.I,
)


# "BÁO CÁO CHÍNH TRỊ": a line of its own that says what kind of paper this is
_PAPER_LINE = re.compile(
    r"^[ \t*]*(?:NGHỊ QUYẾT|BÁO CÁO|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN)(?: [A-ZÀ-Ỹ]+)*[ *]*$", re.M
)
# "BÁO CÁO Kết quả công tác Hội năm 2023": what it is and what about, set as one
_PAPER_TITLE = re.compile(
    r"\W*(?:NGHỊ QUYẾT|BÁO CÁO|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN|KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH) \w"
)
# "Nghị quyết số 18/NQ-HĐND ngày 19/12/2025", over "Về kế hoạch năm 2026"
_PAPER_BY_NUMBER = re.compile(
    r"\W*(?:nghị quyết|báo cáo|thông báo|kết luận|kế hoạch|quyết định|chỉ thị|tờ trình)"
    r" số:? \d[^.;]{0,60}",
    re.I,
)
_ABOUT = re.compile(r"\W*(?:về|v/v)\s", re.I)
_LONGEST_TITLE = 220  # characters
# "Cập nhật 21/12/2023, 07:45 | ...": about the page, not the meeting.
_PUBLISHED = re.compile(r"\W*(?:cập nhật|đăng|ngày đăng)\b", re.I)
# "09:12, 21/12/2017", "Hôm nay, Thứ bảy ngày ...", "Tìm kiếm tin tức"
_OF_PAGE = re.compile(r"[\W\d]+$|\W*(?:hôm nay,? thứ|tìm kiếm|trang chủ|thứ \S+, )", re.I)
_DIGIT = re.compile(r"\d")
_CAPTION = re.compile(r"\W*(?:tin|ảnh|bài|tin,? ảnh)\s*:", re.I)
_STORY = 15  # words from which on a full sentence is told, not a title


_PAPER_WORDS = 5  # of a shouted line that names the kind of paper, and nothing more


def _is_paper_line(text: str) -> bool:
    return _PAPER_LINE.fullmatch(text) is not None and len(text.split()) <= _PAPER_WORDS


def _is_story(text: str) -> bool:
    return text.endswith((".", "...", "…")) and len(text.split()) > _STORY and not text.isupper()


_ABOVE_TABLE = 6  # lines above a sheet's table in which its title stands
_SHEET_TITLE = re.compile(
    r"biểu|bảng|chỉ tiêu|tổng hợp|kết quả|danh sách|thống kê|theo dõi|tình hình|số liệu|tỷ lệ", re.I
)
OF_AN_OFFICE = r"^\W*(?:cổng|trang)\s+(?:ttđt|thông tin|tin)"  # how its page names itself
_SITE_NAME = re.compile(
    rf"{OF_AN_OFFICE}"
    r"|^\W*(?:báo (?!cáo|chí)[^,.:;]{2,30}?(?:điện tử|online)\W*$)",
    re.I,
)


# What a body does in a headline, and never in its letterhead.
_HEADLINE = re.compile(
    r"\s(?:bế mạc|khai mạc|họp|tổng kết|sơ kết|thông qua|bàn|tổ chức|triển khai|chốt|quyết)\s"
)


# "Đảng bộ huyện A: Dấu ấn một nhiệm kỳ"
_TOLD_OF = re.compile(
    r"(?!.*(?:số|đơn vị|địa chỉ|điện thoại|kính gửi|website|email):).*[^\W\d]: [^\W\d]", re.I
)


_NUMBER = re.compile(r"^[^(]*\bsố\s*:?\s*\d+\s*[-/]", re.I)  # "CÔNG TY A Số: 01/BB-ĐHĐCĐ"


def _is_letterhead(text: str) -> bool:
    if _NUMBER.search(text) and text.isupper():
        return True  # "CHI CỤC KIỂM LÂM A BQL KHU BẢO TỒN B SỐ: 02/PA-KBT"
    if _HEADLINE.search(text) or _TOLD_OF.match(text):
        return False
    short = len(text) < 45 or _NUMBER.search(text)
    return bool(_LETTERHEAD.match(text)) and bool(short or "chủ nghĩa" in text.lower())


def find_title(document: Document, source: str) -> tuple[str, str]:
    """A record's title and where it was read: "page", "text" or "file name"."""
    if document.title and len(document.title) > 8 and not _SHORT_TITLES.match(document.title):
        return document.title, "page"
    if subject := subject_of(document.text):
        return subject, "text"
    blocks = [b for b in document.blocks[:25] if b.kind != "row"]
    flat = [" ".join(document.text[b.start : b.end].split()) for b in blocks]
    if headline := _below_dateline(document):
        return headline, "text"
    for index, text in enumerate(flat):
        if _is_story(text):
            break  # a heading inside the text: "Kết luận"
        if _SHORT_TITLES.match(text.strip(" *#:.")) or _is_paper_line(text):
            return " ".join([text, *_subtitle(flat[index + 1 :])]), "text"
        about = next(iter(flat[index + 1 :]), "")
        if _PAPER_BY_NUMBER.fullmatch(text) and _ABOUT.match(about) and not _is_story(about):
            return f"{text} {about}", "text"
        if _PAPER_TITLE.match(text) and len(text) < _LONGEST_TITLE:
            return " ".join([text, *_going_on(text, flat[index + 1 :])]), "text"
    for block in blocks[:_ABOVE_TABLE]:  # a letterhead and its paper set as one
        lines = document.text[block.start : block.end]
        if paper := _PAPER_LINE.search(lines):
            if lines != paper[0]:
                first, *rest = lines[paper.start() :].strip().split("\n")
                return " ".join(" ".join([first, *_subtitle(rest)]).split()), "text"
            break
    if flat and flat[0].isascii():  # a sheet's name, typed without accents
        for text in flat[1:_ABOVE_TABLE]:
            if _SHEET_TITLE.search(text) and not _is_letterhead(text) and not _is_story(text):
                return text, "text"
    if not document.text.isascii():  # "Skip to main content": of the page
        flat = [" " if text.isascii() and not _DIGIT.search(text) else text for text in flat]
    for block, text in zip(blocks, flat, strict=True):
        if (
            block.kind == "heading"
            and (block.level == 1 or _SITE_NAME.match(flat[0]))
            and not _SITE_NAME.match(text)
            and len(text) > 12
            and not _is_letterhead(text)
        ):
            return text, "text"
    for text in flat:
        aside = (
            text.startswith("(")
            or _OF_PAGE.match(text)
            or _PUBLISHED.match(text)
            or _CAPTION.match(text)
        )
        if _is_story(text):
            break  # what comes behind the opening of the text itself is no title
        if _SITE_NAME.match(text) or _PAGE_NAME.match(text) or _MENU.search(text):
            continue
        if 12 < len(text) < 220 and not (aside or _is_letterhead(text) or _BODY_TEXT.match(text)):
            return text, "text"
    return re.sub(r"\.\w+$", "", source).replace("_", " "), "file name"


_NUMBERED = re.compile(r"\W*số\W*\d", re.I)  # "Số 03/NQ-HĐT, thị trấn A, ngày ..."


def _meets(lines: list[str]) -> bool:
    return bool(lines) and _NAMES_MEETING.search(lines[-1]) is not None


# "KỲ HỌP THỨ TÁM", over "HỘI ĐỒNG NHÂN DÂN XÃ A KHÓA X"
_NAMES_MEETING = re.compile(r"(?:kỳ họp|phiên họp|hội nghị|đại hội)(?: [^\s,]+){0,4}$", re.I)
# "(Hội nghị họp tại trụ sở Công ty, xã A)", "A. ĐÁNH GIÁ": where it was held, what comes first
_IS_NO_TITLE = re.compile(r"\(.*\btại (?!kỳ|hội nghị|đại hội)|(?:[A-H]|[IVX]+|\d+)[.)]\s", re.S)
# Right below "BÁO CÁO": "Thực hiện Nghị quyết HĐND huyện về ...", "Tại Hội nghị người lao động"
_SAYS_ABOUT = re.compile(
    r"(?:thực hiện|tại (?:hội nghị|đại hội|kỳ họp)) .*[^.:;,\s]\s*$", re.I | re.S
)


def _going_on(text: str, after: list[str]) -> list[str]:
    """The next line of a title that is set in two: "... NĂM 2024 / VÀ NHIỆM VỤ NĂM 2025"."""
    line = next(iter(after), "")
    shouted = text.isupper() and line.isupper() and _GOES_ON.match(line) is not None
    lowered = not text.isupper() and line[:1].islower() and not line.endswith((".", ":", ";"))
    fits = len(line) < _LONGEST_TITLE and not _is_letterhead(line)
    return [line] if fits and (shouted or lowered) else []


_GOES_ON = re.compile(r"(?:VÀ|TẠI|CỦA|PHƯƠNG HƯỚNG|NHIỆM VỤ|KẾ HOẠCH|LẦN THỨ|KHÓA|KHOÁ|NHIỆM KỲ)\b")
# "Thứ Hai, 27/12/2021 08:15 [GMT+7]", "Ngày đăng: 14/01/2020 | 07:00 | Lượt xem: 1.284"
_STAMP = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W{1,6}(?:lúc\s+)?\d{1,2}[:h]\d{2}"
    r"|\d{1,2}[:h]\d{2}\W{1,6}(?:thứ \w+,?\s+|ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|\bGMT\b",
    re.I,
)
_PAGE_HEAD = 8  # lines in which a page says what it is, under which rubric, and when
_RUBRIC_WORDS = 4  # of "Xuân Ất Tỵ 2025", "Gương điển hình"


def _below_dateline(document: Document) -> str:
    """The headline of a page whose name, rubric and dateline stand over it; "" on other papers."""
    lines: list[str] = []
    for block in document.blocks[:_PAGE_HEAD]:
        lines += [
            " ".join(line.split()) for line in document.text[block.start : block.end].split("\n")
        ]
    for at, line in enumerate(lines[:_PAGE_HEAD]):
        if _STAMP.search(line) and len(line) < _LONGEST_STAMP:
            behind = next((text for text in lines[at + 1 :] if text), "")
            fits = _SHORTEST < len(behind) < _LONGEST_TITLE and not _is_story(behind)
            return behind if at and fits and not _STAMP.search(behind) else ""
        if not _is_page_head(line):
            return ""
    return ""


_LONGEST_STAMP = 110  # characters
_SHORTEST = 12


def _is_page_head(line: str) -> bool:
    """Whether a line is a page's name, its motto, its menu or its rubric."""
    if _SITE_NAME.match(line) or _PAGE_NAME.match(line) or re.search(r"[>»|]", line):
        return True
    words = line.split()
    return len(words) <= _RUBRIC_WORDS or (line.isupper() and len(words) <= _PAGE_HEAD)


_PAGE_NAME = re.compile(
    r"\W*(?:báo (?!cáo|chí)|tạp chí|cơ quan (?:của|ngôn luận)|tiếng nói|chuyên mục|trang chủ"
    r"|trang (?:thông tin|tin)|cổng|đài (?:phát thanh|truyền thanh))|.*\bonline\W*$",
    re.I,
)


# "Thời sự | Chính trị | Kinh tế", "Home / Doanh nghiệp"
_MENU = re.compile(r"\|[^|]*\||^\W*(?:home|trang chủ)\s*/", re.I)


def _subtitle(texts: list[str]) -> list[str]:
    """The lines under "BÁO CÁO" that say what about."""
    lines: list[str] = []
    for text in texts[:3]:
        if (
            (_is_letterhead(text) and not (text.isupper() and _meets(lines)))
            or (_BODY_TEXT.match(text) and (lines or not _SAYS_ABOUT.match(text)))
            or _NUMBERED.match(text)
            or len(text) > 200
            or (lines and (text.endswith((".", ":")) or _IS_NO_TITLE.match(text)))
        ):
            break
        lines.append(text)
        if sum(map(len, lines)) > 160:
            break
    return lines
