"""Walks a document and gives every statement what it inherits: mood, period, section, opener.

A record says "Năm 2024 ... đề ra 29 chỉ tiêu chủ yếu như:" once and then lists thirty bare
values; a heading says "Chỉ tiêu năm 2025" and the lines below carry no year. `outline` turns
that into `Statement`s which know both.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from corpus.cues import aims_behind, mood_of_sentence, relative_year
from corpus.document import Block, Document, Span
from corpus.leads import DASH, LONGEST_DATELINE, is_headline, is_lead, is_of_title, presented
from corpus.periods import find_periods
from corpus.quantities import find_quantities
from corpus.segment import clauses, sentences, trim
from corpus.setting import (
    BRACKETS,
    Setting,
    heading_setting,
    opened_setting,
    read_setting,
    setting_of_clause,
)
from corpus.titles import find_title


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause, sentence, heading or table row with its setting."""

    span: Span
    sentence: Span  # the whole sentence that it is a part of
    block: int  # index of the block in the document
    setting: Setting
    section: tuple[Span, ...] = ()  # headings above, outermost first
    opener: Span | None = None  # the clause that opens the list it stands in


def outline(document: Document) -> list[Statement]:
    """All statements of a document in reading order; headings are statements too."""
    return list(_walk(document))


_LIST_OPENER = re.compile(r":(?=\s|$)")
_BULLET = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)/]|[a-zđ]\)|\(\d{1,2}\)|[-+*•–])\s")
# A title that is no first-level heading on its page.
_MEETING_TITLE = re.compile(
    r"^(?!\W*(?:[ivx]+|\d+|phần)[.)\s]).*(?:hội nghị|kỳ họp|phiên họp|đại hội)", re.I | re.S
)


def _walk(document: Document) -> Iterator[Statement]:
    headings: list[tuple[float, Span, Setting]] = []
    carried = Setting()  # what the last paragraph set, for the paragraphs after it
    opener: Span | None = None
    lead: Setting | None = None  # what a numbered line of its own set: "2. Đến năm 2030"
    report: Setting | None = None  # what a report tells that somebody presents in the line above
    named = ""  # the first heading: a page repeats its title over the text
    begun = False  # whether the text itself has begun: what stands above is title and dateline
    whole_title = " ".join(find_title(document, "")[0].split())
    for index, block in enumerate(document.blocks):
        span = Span(block.start, block.end)
        section = tuple(h for _, h, _ in headings)
        begun = begun or (block.kind != "heading" and block.end - block.start > LONGEST_DATELINE)
        if block.kind == "heading":
            level = _depth(document, span, block.level, headings)
            headings = [h for h in headings if h[0] < level]
            above = headings[-1][2] if headings else Setting()
            text = document.quote(span)
            titled = text == named or (not named and relative_year(text) == 1)
            title = titled or _MEETING_TITLE.search(text) is not None
            title = not begun and (title or is_of_title(text, whole_title))
            named = named or text
            own = heading_setting(text, span, above, 1 if title else block.level)
            yield Statement(span, span, index, own, tuple(h for _, h, _ in headings))
            headings.append((level, span, own))
            carried, opener, lead, report = own, None, None, None
        elif block.kind == "row":
            yield Statement(span, span, index, carried, section, opener)
        else:
            text = document.quote(span)
            if not begun and is_of_title(text, whole_title):
                yield Statement(span, span, index, carried, section, opener)
                continue
            is_item = block.item or bool(_BULLET.match(text))
            if not is_item:
                opener = None
            dashed = DASH.match(text) is not None
            inherited = carried if is_item else _inherited(carried, headings, text)
            of_report, report = (report, report) if dashed else (None, presented(text, span))
            base = of_report or lead or inherited
            planned = bool(headings) and headings[-1][2].mood == "target"
            if is_item and not planned and _SPOKEN_ITEM.match(text):
                base = Setting()  # "- Đ/c A, Trưởng Công an huyện: phạm pháp hình sự 46 vụ"
            if base.mood != "target" and _opens_plan(text):
                base = Setting()  # "Chương trình công tác:" below what was reached in a year
            carried = yield from _paragraph(document, block, index, base, section, opener)
            if is_lead(text) and not (opener and text.rstrip()[-1:] in (".", ";")):
                dated = carried.period and (carried.period.first or carried.period.part)
                over_items = text.lstrip().startswith("*") and carried.mood  # "* Phương hướng"
                lead = carried if dated or over_items else None
            if text.rstrip().endswith(":"):
                opener = span
                if carried.period != base.period and _is_whole_year(carried):
                    lead = carried  # "... Riêng năm 2024:" and paragraphs below it
                elif lead is not None and carried.mood not in ("", lead.mood):
                    # "* Năm 2024: thêm xã" and below it "Hội nghị thống nhất các mục tiêu:"
                    lead = replace(carried, period=carried.period or lead.period)
            elif is_item or is_headline(text):
                reached = is_item and not planned and (base.mood, carried.mood) == _PLAN_REACHED
                # an item's own year or mood ends with it; a list that tells results sets no plan
                carried = replace(base, mood="result") if reached else base
                carried = inherited if of_report else carried


_PLAN_REACHED = ("target", "result")


_LETTERED = re.compile(r"\W*([A-EĐGH])\s*[.)/]\s")
_ROMAN = re.compile(r"\W*([IVX]{1,5})\s*[.)/–-]\s")
_ARTICLE = re.compile(r"\W*điều\s+\d", re.I)
_IN_ARTICLE, _IN_ROMAN = 3.2, 3.5  # between a section and its Arabic items
_BELOW_NAME = 0.4  # "A. Kinh tế", "B. Xã hội" below "CÁC CHỈ TIÊU NĂM 2025" of the same level


def _depth(
    document: Document, span: Span, level: int, headings: list[tuple[float, Span, Setting]]
) -> float:
    """A heading's level; numerals and letters that begin inside a section are its parts."""
    if not headings:
        return level
    text, last = document.quote(span), document.quote(headings[-1][1])
    open_now = {h[0] for h in headings}
    if (letter := _LETTERED.match(text)) is not None:
        numbered = _ROMAN.match(last) or _ARTICLE.match(last)
        if (letter[1] == "A" and numbered) or _IN_ROMAN in open_now:
            return _IN_ROMAN
        named = not (numbered or _LETTERED.match(last)) and headings[-1][0] == level
        begins = letter[1] == "A" and named and headings[-1][2].mood
        return level + _BELOW_NAME if begins or level + _BELOW_NAME in open_now else level
    if (numeral := _ROMAN.match(text)) is not None:
        begins = numeral[1] == "I" and _ARTICLE.match(last)
        return _IN_ARTICLE if begins or _IN_ARTICLE in open_now else level
    return level


# A paragraph in which somebody speaks no longer lists the plan of the one before it.
_SPEECH = re.compile(
    r"^\W*(?:(?:(?:tại|trong|ở) (?:phần|phiên)? ?|tham gia )?(?:thảo luận|trao đổi)|phát biểu|"
    r"(?:phó )?(?:bí thư|chủ tịch|trưởng \S+|giám đốc|hiệu trưởng|chỉ huy trưởng)\s[^.;:]{3,90}?\s"
    r"(?:phản ánh|cho (?:biết|hay)|thông tin|nói|nêu|kiến nghị|trả lời|giải trình|băn khoăn)\s|"
    r"kết luận|phân tích|giải trình|ý kiến|chất vấn|"
    r"(?:trước|trả lời|giải đáp)\s+(?:các\s+)?(?:câu hỏi|chất vấn|kiến nghị|ý kiến)|"
    r"(?:về [^.:;]{3,60}, )?(?:các )?(?:đồng chí|đ/c|ông|bà|cô|thầy|đại biểu|thượng tá|trung tá|"
    r"đại tá|trung tá) |kỳ họp|hội nghị (?:đã )?(?:nghe|bầu|bỏ phiếu|thảo luận)|cùng ngày|tham dự|"
    r"về dự)",
    re.I,
)


_SPOKEN_ITEM = re.compile(
    r"^\W*(?:đồng chí|đ/c|ông|bà|đại biểu|anh|chị)\s[^:;.]{3,110}:\s"
    r"(?!.{0,40}(?:phấn đấu|mục tiêu))",
    re.I | re.S,
)
# Whoever presents a plan, or the meeting that settles it, lists it.
_PRESENTS = re.compile(
    r"trình (?:bày )?(?:dự thảo|tờ trình|phương án|kế hoạch|chỉ tiêu)|\bchốt\b"
    r"|(?:thống nhất|nhất trí|thông qua|quyết nghị|xác định)[^.;:]{0,60}chỉ tiêu"
    # "Kỳ họp giao: thu ngân sách 235 tỷ đồng; ..."
    r"|^\W*(?i:kỳ họp|hội nghị|đại hội)\s(?:[^\s.;:]+\s){0,4}?(?:giao|quyết nghị|quyết định|đề ra"
    r"|đặt ra|ấn định|thống nhất|nhất trí|xác định)(?!\w)[^.;:]{0,80}:"
)


def _inherited(carried: Setting, headings: list[tuple[float, Span, Setting]], text: str) -> Setting:
    """A new paragraph keeps what its section's heading said, else what the last one set."""
    heading = headings[-1][2] if headings else Setting()
    if heading.mood == "target" and _SPEECH.match(text) and not _PRESENTS.search(text):
        return Setting()  # what somebody reports below a plan is no plan
    if heading.mood or heading.period:
        return heading
    return Setting() if _SPEECH.match(text) else carried


# "đạt 95,1%, khắc phục tình trạng của năm 2023 (chỉ 84,6%)": the year is the bracket's
_YEAR_OF_BRACKET = re.compile(
    r"(?<=\d%)([^.;:\d]*?)\s(?:(?:của|ở|trong)\s)?năm (?:19|20)\d\d\s*"
    r"\((?:(?:chỉ|mới|là|đạt|còn|ở mức)\s)*\d[^()]*%\)"
)


def _without_brackets(text: str) -> str:
    return BRACKETS.sub(" ", _YEAR_OF_BRACKET.sub(r"\1 ", text))


def _opens_plan(text: str) -> bool:
    """Whether a line is but the label over a list of aims."""
    line = text.rstrip()
    return line.endswith(":") and len(line) < _LONGEST_LABEL and mood_of_sentence(line) == "target"


_LONGEST_LABEL = 60  # characters


def _paragraph(
    document: Document,
    block: Block,
    index: int,
    base: Setting,
    section: tuple[Span, ...],
    opener: Span | None,
) -> Generator[Statement, None, Setting]:
    """The paragraph's statements; the setting that its last sentence leaves behind.

    A clause's own year ends with it: "thất thoát 17,8%; năm 2023 là 19,1%".
    """
    setting = base
    reached: Setting | None = None  # of a paragraph that has told what was reached
    for sentence in sentences(document.text, block.start, block.end):
        said = document.quote(sentence)
        parts = clauses(document.text, sentence)
        head, first = _head(document.text, parts, sentence)
        former = setting
        aims = aims_behind(said)
        opens = document.quote(head)[:aims] if aims else document.quote(head)
        setting = read_setting(_without_brackets(opens), head, setting)
        local_opener = opener
        if first is not None:
            yield Statement(head, sentence, index, setting, section, opener)
            local_opener = head
            parts = [first, *parts[1:]]
            setting = opened_setting(document.quote(first), first, setting)
        listed = setting  # of the part before this one
        for number, part in enumerate(parts):
            if number or first is not None:
                # "...; nghị quyết năm 2025 với 20 chỉ tiêu: thu nhập 72 triệu; ..."
                opening, item = _head(document.text, parts[number:], part)
                if item is not None and mood_of_sentence(document.quote(opening)):
                    setting = read_setting(document.quote(opening), opening, setting)
                    yield Statement(opening, sentence, index, setting, section, local_opener)
                    local_opener, part = opening, item
            own = setting
            if part != head or number:
                own = setting_of_clause(_without_brackets(document.quote(part)), setting)
                own = _of_school_list(own, listed)
                if number and _restarts(document.quote(part)) and not _looks_back(own, setting):
                    reached = reached if setting.mood == "target" else setting
                    setting = own
            listed = own
            yield Statement(part, sentence, index, own, section, local_opener)
        if _is_month(setting) and not _is_month(former) and _is_whole_year(base):
            setting = former  # "Tháng 9, bão số 3 gây ngập 860 ha.": the report is of the year
        goes_on = said.rstrip().endswith(":") or _goes_on(said)  # "Kết quả 9 tháng:"
        if _is_so_far(setting) and setting != former and not goes_on:
            setting = former  # "Giải ngân đến 30/11 được 71%.": of what it counts alone
        if _widens(setting, former) and not _WHOLE_YEAR_FIRST.match(said):
            setting = former  # "Sản lượng lúa cả năm ước đạt ...", in a report of nine months
        average = setting is not former and _AVERAGE_OF.match(said)
        if average and setting.period is not None and setting.period.is_term:
            setting = former  # "Bình quân 3 năm 2021-2023 giảm 4,9%/năm.": the rest is of the year
        if setting.period != former.period and (
            _only_mentions(said, setting) or _by_quarters(said) or _THEN_AND_NOW.match(said)
        ):
            setting = former
        told = find_quantities(said)
        if told and _is_school_year(setting) and not _is_school_year(former):
            setting = former  # one sentence about schools; the next ones are about the year
        if told and setting.mood != "target":
            reached = setting
        if aims:  # "Phát huy kết quả năm 2023 (...), Đảng ủy xã đề ra:"
            setting = replace(read_setting(said[aims:], sentence, Setting()), relative=None)
    listed_below = document.quote(Span(block.start, block.end)).rstrip().endswith(":")
    if reached is not None and setting.mood == "target" and not listed_below:
        return reached  # "... Năm 2024 sẽ tuyển 30 người.": the next paragraph is no plan
    return setting


_OPENS = 16  # characters in which a sentence says which year it and the next ones are about


# "Năm 2023 có 1.086 hộ thoát nghèo, năm nay thêm 973 hộ.": what follows is of now
_THEN_AND_NOW = re.compile(r"\W*năm \d{4}\D[^;]*,\s(?:còn |thì |sang )?năm nay\s", re.I)


def _only_mentions(sentence: str, setting: Setting) -> bool:
    """Whether a year stands deep in what is told: "Trạm bơm chạy từ khi xã có điện năm 1994."

    A head that ends with it ("1. Sản xuất nông nghiệp năm 2022: ...") is about it.
    """
    year = setting.period
    if year is None or year.is_term or setting.mood == "target":
        return False
    if year.part and year.part[0] != "q":
        return False
    told = (year, replace(year, first=0, last=0))  # "quý I", without the year
    named = [f for f in find_periods(sentence) if f.period in told and not f.base]
    if not named or named[0].span.start <= _OPENS or sentence.rstrip().endswith(":"):
        return False  # "Thông qua báo cáo kết quả năm 2024 do bà A trình bày:", over a list
    return sentence[named[0].span.end :].lstrip()[:1] not in (":", ",")


def _by_quarters(sentence: str) -> bool:
    """Whether a sentence tells one thing by quarters: "quý I thu 168,5 tỷ đồng, quý II 181,9"."""
    parts = {f.period.part for f in find_periods(sentence) if not f.base}
    return sum(part[:1] == "q" for part in parts) > 1


def _of_school_list(own: Setting, before: Setting) -> Setting:
    """ "Năm học 2021 - 2022: 118 giải; 2022 - 2023: 126 giải": the list goes on in school years."""
    period = own.period
    if _is_school_year(before) and period is not None:
        return replace(own, period=period.as_school_year())
    return own


_SO_FAR = re.compile(r"\W*(?:theo [^,.;]{3,60},\s*)?(?:ước )?(?:tính |lũy kế )?(?:đến|hết)\b", re.I)


def _goes_on(sentence: str) -> bool:
    """Whether what follows is told up to the same month as a sentence that opens with it.

    Not behind "Hết tháng 9 giải ngân 49,6%, đến 15/10 được 53%".
    """
    return _SO_FAR.match(sentence) is not None and not _UP_TO_DAY.search(sentence)


_UP_TO_DAY = re.compile(r"\d[^;]*,\s(?:tính )?đến (?:ngày )?\d{1,2}/\d", re.I)


def _is_so_far(setting: Setting) -> bool:
    return setting.period is not None and setting.period.part[:2] == "to"


_AVERAGE_OF = re.compile(r"\W*(?:tính\s+)?(?:bình quân|trung bình)\b", re.I)


_WHOLE_YEAR_FIRST = re.compile(
    r"\W*(?:(?:ước|dự kiến|dự báo|tính|chung|trong|của)\s+)*(?:cả|hết) năm(?!\w)", re.I
)


def _widens(setting: Setting, former: Setting) -> bool:
    """Whether one result of the whole year stands among those of a part of it."""
    told, before = setting.period, former.period
    if told is None or before is None or not before.part or setting.mood == "target":
        return False
    return before.part != "by" and told == replace(before, part="")


def _is_month(setting: Setting) -> bool:
    return setting.period is not None and setting.period.part[:1] == "m"


def _is_whole_year(setting: Setting) -> bool:
    return setting.period is not None and setting.period.first > 0 and not setting.period.part


def _is_school_year(setting: Setting) -> bool:
    return setting.period is not None and setting.period.part == "school"


_RESTART = re.compile(
    r"^(?:và\s+)?(?:mục tiêu|phấn đấu|năm \d{4}|đến năm|giai đoạn|về kết quả)", re.I
)


def _looks_back(own: Setting, before: Setting) -> bool:
    """Whether a clause names an earlier year than the one spoken of: "...; năm 2023 là 19,1%"."""
    if own.period is None or own.mood == "target":
        return False
    if before.period is None:
        return True  # of the record's own year, which is not said
    return 0 < own.period.last < before.period.first


def _restarts(text: str) -> bool:
    return bool(_RESTART.match(text))


def _head(text: str, parts: list[Span], sentence: Span) -> tuple[Span, Span | None]:
    """The part of a sentence that sets the scene, and the first list item behind its colon."""
    first = parts[0] if parts else sentence
    for match in _LIST_OPENER.finditer(text, first.start, first.end):
        behind = trim(text, Span(match.end(), first.end))
        opened = text[first.start : match.start()]
        if opened.count("(") > opened.count(")"):
            continue  # "kết nạp 612 hội viên (năm 2022: 574)"
        if behind.start < behind.end and len(parts) > 1:
            return Span(first.start, match.start() + 1), behind
    return first, None
