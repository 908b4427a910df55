"""Which indicators were missed, exceeded or amended: complete and in order, as recorded."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import of_place, tells_names
from assistant.figure_words import NUMBER_WORDS
from assistant.knowledge import ReadRecord, Shelf, of_association_alone
from assistant.papers import bears_number, paper_number
from assistant.question import Question
from assistant.which_meeting import meeting_fits
from assistant.wording import capitalised
from corpus.document import Span
from corpus.normalize import fold
from corpus.outline import Statement
from corpus.periods import find_periods
from corpus.record import Period

_MISSED = re.compile(
    r"(?:chỉ tiêu|tiêu chí|khoản)[^.;]{0,40}(?:không|chưa|khó) (?:đạt|hoàn thành|về đích)"
    r"|(?:chỉ tiêu|tiêu chí) (?:\w+ ){0,2}?(?:còn |bị |vẫn )?[“\"]?"
    r"(?:hụt|trượt|thiếu|nợ|lỡ hẹn|lỗi hẹn|rớt|vướng|dang dở|dở dang"
    r"|dưới (?:mức )?(?:giao|kế hoạch))[”\"]?[^.;:]{0,30}(?:là|gồm|:)"
    r"|(?:hụt|thiếu|nợ|vướng)(?: lại)? (?:\w+ )?(?:chỉ tiêu|tiêu chí)[^.;:\d]{0,20}(?:là|gồm|:)"
    r"|(?:không|chưa|khó) (?:đạt|hoàn thành|về đích)[^.;]{0,30}(?:chỉ tiêu|gồm|là(?! do)|:)"
    r"|^\W*(?:còn )?(?:không|chưa) (?:đạt|hoàn thành|về đích|cán đích)(?: kế hoạch)?\s*:"
    r"|(?:chỉ tiêu|còn) [^.;]{0,40}(?:không|chưa|khó) (?:đạt|hoàn thành)"
    r"|chỉ tiêu (?:lỡ hẹn|lỗi hẹn)\W*$"
    r"|(?:,| và )[^.;]* đều (?:hụt|trượt|lỡ hẹn|lỗi hẹn|(?:không|chưa) (?:đạt|hoàn thành|về đích))",
    re.I,
)


_LISTS = re.compile(r"\W*(?:(?:bao\s+)?gồm|đó là|cụ thể(?: là)?)(?!\w)", re.I)
_EXCEEDED = re.compile(r"chỉ tiêu[^.;]{0,30}vượt[^.;]{0,40}(?::|là|gồm|như)", re.I)


def _are_all(rows: list[Span], read: ReadRecord) -> bool:
    """Whether a table's missed targets are as many as its record says: it may hold only some."""
    counted = {int(number) for number in _MISSED_COUNT.findall(read.document.text)}
    return not counted or len(rows) in counted


_MISSED_COUNT = re.compile(
    r"(?<!\d)(\d{1,2}) chỉ tiêu (?:\w+ ){0,2}?(?:không|chưa) (?:đạt|hoàn thành)", re.I
)
_AMENDED = re.compile(r"điều chỉnh", re.I)


_FOLDED_NUMBERS = {fold(word): number for word, number in NUMBER_WORDS.items()}


def _other_number(question: Question, text: str) -> bool:
    """Whether four are asked for and the sentence tells of two."""
    asked = re.search(r"\b(\d+|mot|hai|ba|bon|sau|bay|tam|chin|muoi) chi tieu\b", question.folded)
    told = re.findall(r"\b(\d+|[a-zà-ỹ]+) chỉ tiêu\b(?! khác)", text.lower())
    if asked is None or not told:
        return False
    wanted = _FOLDED_NUMBERS.get(asked[1]) or int(asked[1])
    return all(
        (int(number) if number.isdigit() else NUMBER_WORDS.get(number, wanted)) != wanted
        for number in told
    )


def _of_other_kind(question: Question, text: str) -> bool:
    """Whether targets are told where the criteria of a standard are asked for, or the reverse."""
    text = text.lower()
    if "tieu chi" in question.folded:
        return "tiêu chí" not in text
    return "chỉ tiêu" not in text and ("tiêu chí" in text or bool(_OTHERS_MISS.search(text)))


# "Hai xã chưa về đích là ...": no indicators
_OTHERS_MISS = re.compile(
    r"(?:xã|phường|đặc khu|thôn|bản|ấp|trường|dự án|công trình|hộ)\s(?:còn lại\s)?(?:không"
    r"|chưa|khó)\s"
)


def answer_status_list(question: Question, shelf: Shelf) -> Answer | None:
    """Which indicators were missed or exceeded, complete and in order, as the record lists them."""
    pattern = {"missed": _MISSED, "exceeded": _EXCEEDED, "amended": _AMENDED}[question.status]
    ranked: list[tuple[tuple[float, bool, int, float], ReadRecord, list[Span]]] = []
    infos = [i for i in shelf.knowledge().infos.values() if of_place(question, i.place)]
    own = [i for i in infos if not of_association_alone(i, question.folded)]
    for info in own or infos:
        read = shelf.read(info.id)
        if read is None or not meeting_fits(question, read):
            continue
        then = bool(question.month) and info.day.month == question.month
        if question.status == "amended":
            rows = _amended_rows(question, read, shelf)
            if rows:
                decided = info.kind == "resolution"  # before a report that repeats it
                number = paper_number(question.meeting)
                named = bool(number) and bears_number(number, fold(read.document.text))
                fit = 3.0 if named else 2.0 if then else 1.0
                ranked.append(((fit, decided, info.day.toordinal(), 0.0), read, rows))
            continue
        rows = _judged_rows(question, read) if question.status == "missed" else []
        if rows and _are_all(rows, read) and not _other_number(question, f"{len(rows)} chỉ tiêu"):
            # complete, where a sentence may only count them: "04 chỉ tiêu không đạt"
            ranked.append(((_ALL_ROWS, False, info.day.toordinal(), 0.0), read, rows))
        above = ""  # what stands right before
        for statement in read.statements:
            text = read.document.quote(statement.span)
            marked = pattern.search(text)
            if marked is None and (opens := _LISTS.match(text)):
                # "5. Chỉ tiêu không đạt", and below it: "Gồm: sản lượng lương thực; ..."
                heads = (*map(read.document.quote, statement.section[-1:]), above)
                marked = opens if any(map(pattern.search, heads)) else None
            above = text
            if marked is not None and "nhất" in text and "nhat" not in question.folded:
                continue  # "Chỉ tiêu trượt xa nhất là ...": one of them
            if marked is None or not _year_fits(question, read, statement.setting.period, text):
                continue
            if _CAUSE.match(text) and "chỉ tiêu" not in text.lower():
                continue  # "Nguyên nhân giải ngân không đạt: ...": why, not which
            if _other_number(question, text) or _of_other_kind(question, text):
                continue
            spans = _list_spans(read, statement)
            if read.document.quote(spans[-1]).rstrip().endswith(":"):
                continue  # only what opens a list
            size = sum(s.end - s.start for s in spans)
            listed = " ".join(read.document.quote(s) for s in spans)
            if not tells_names(question, listed):
                continue
            items = len(re.findall(r"[;,]", listed))
            told = re.search(r":|\bgồm\b|\blà\b|\bnhư\b|\bđều\b", text[marked.start() :])
            has_list = told is not None or len(spans) > 1
            ranked.append(
                (
                    (
                        (1.0 if has_list else 0.3) + (0.5 if then else 0.0),
                        False,
                        info.day.toordinal(),
                        items + size / 10000,
                    ),
                    read,
                    spans,
                )
            )
    if not ranked:
        return None
    ranked.sort(key=lambda r: r[0], reverse=True)
    _, read, spans = ranked[0]
    spans = _with_what_is_meant(read, spans)
    draft = Draft(question.language)
    shown = []
    for span in spans:
        mark = draft.cite(read.record, span)
        shown.append(f"{' '.join(read.document.quote(span).split()).rstrip(' .;')} {mark}")
    text = "; ".join(shown)
    note = _open_note(question, read, spans)
    return draft.finish(f"{capitalised(text)}.{note}", found=True)


_THESE = re.compile(r"(?:cả |là )?(?P<many>\w+) chỉ tiêu (?:này|đó|trên|nói trên)(?!\w)", re.I)


def _with_what_is_meant(read: ReadRecord, spans: list[Span]) -> list[Span]:
    """With the sentences that "Hai chỉ tiêu này" points back to, one for each."""
    pointed = _THESE.search(read.document.quote(spans[0])) if len(spans) == 1 else None
    many = NUMBER_WORDS.get(pointed["many"].lower(), 0) if pointed else 0
    sentences = list(dict.fromkeys(s.sentence for s in read.statements))
    before = [s for s in sentences if s.end <= spans[0].start][-many:] if many else []
    return [Span(before[0].start, spans[0].end)] if len(before) == many and before else spans


def _year_fits(question: Question, read: ReadRecord, period: object, text: str) -> bool:
    asked = {p.first for p in question.periods if p.first}
    if not asked:
        return True
    own = {f.period.first for f in find_periods(text) if not f.base and f.period.first}
    if asked & own:
        return True
    actual = period if isinstance(period, Period) and period.first else read.metadata.period
    return actual is not None and actual.first in asked


def _list_spans(read: ReadRecord, opening: Statement) -> list[Span]:
    """The statement with the items that follow it: in its sentence, its list, below its heading."""
    text, span, sentence = read.document.text, opening.span, opening.sentence
    if read.document.blocks[opening.block].kind == "heading":
        below = sorted({s.sentence for s in read.statements if s.section[-1:] == (span,)})
        listed = [s for s in below if _ITEM.match(read.document.quote(s))] or below
        counted = [s for s in listed if _ORDINAL.match(read.document.quote(s))]
        return (counted or listed)[:_MOST] or [span]
    if text[span.end - 1] == ":" and span.end >= sentence.end - 1:
        items = sorted({s.span for s in read.statements if s.opener == span})
        if not items:  # "Bốn chỉ tiêu chưa đạt:", the end of a line, and the list on the next
            next_line = {s.sentence for s in read.statements if s.block == opening.block + 1}
            items = [s for s in sorted(next_line)[:1] if text[s.start].islower()]
        return [span, *items][:_MOST]
    behind = sorted({s.sentence for s in read.statements if s.block == opening.block})
    spans = [Span(span.start, sentence.end)]
    for after in behind[behind.index(sentence) + 1 :]:  # "Thứ nhất, ... Thứ hai, ..."
        if not _ORDINAL.match(read.document.quote(after)):
            break
        spans.append(after)
    return spans


_CAUSE = re.compile(r"\W*(?:nguyên nhân|lý do|lí do)(?!\w)", re.I)
_MOST = 25  # items of a list that an answer shows
_ITEM = re.compile(r"\W*(?:\d{1,2}[.)/]|[a-zđ]\)|[-+*•–])\s")
_ORDINAL = re.compile(
    r"\W*(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là)(?!\w)",
    re.I,
)


def _amended_rows(question: Question, read: ReadRecord, shelf: Shelf) -> list[Span]:
    figures = shelf.library.figures(record_ids=[read.record.id], kinds=["amended_target"])
    former = {
        (f.statement, f.key): f.value.numbers
        for f in shelf.library.figures(record_ids=[read.record.id], kinds=["former_target"])
    }
    years = {p.first for p in question.periods if p.first}
    return list(
        dict.fromkeys(
            _named_clause(read, f.statement)
            for f in figures
            if (not years or (f.period and f.period.first in years))
            and former.get((f.statement, f.key)) != f.value.numbers  # a row that stays as it was
        )
    )


def _named_clause(read: ReadRecord, span: Span) -> Span:
    """A clause with the label before its colon: "Số xã đạt chuẩn: từ 12 xã xuống 11 xã"."""
    if not re.match(r"\W*từ\s", read.document.quote(span), re.I):
        return span
    start = next((s.sentence.start for s in read.statements if s.span == span), span.start)
    between = read.document.text[start : span.start]
    return Span(start, span.end) if ";" not in between and len(between) < _LONGEST_LABEL else span


_LONGEST_LABEL = 120  # characters


def _judged_rows(question: Question, read: ReadRecord) -> list[Span]:
    """Rows of a table in which a cell says "Không đạt"."""
    document = read.document
    return [
        s.span
        for s in read.statements
        if read.is_row(s)
        and any(
            _MISSED_CELL.fullmatch(document.text[c.start : c.end].strip())
            for c in document.blocks[s.block].cells
        )
        and _year_fits(question, read, s.setting.period, document.quote(s.span))
    ]


_ALL_ROWS = 1.1  # before a sentence that opens a list, behind one of the month asked for
_MISSED_CELL = re.compile(r"(?:không|chưa) (?:đạt|hoàn thành)", re.I)


def _open_note(question: Question, read: ReadRecord, spans: list[Span]) -> str:
    """A plain word where the record itself leaves its list open."""
    text = read.document.quote(spans[-1]).rstrip(" .")
    if text.endswith(("…", "v.v", "...")):
        return (
            " (Danh sách trong hồ sơ để ngỏ, kết thúc bằng “…”.)"
            if question.language == "vi"
            else " (The record leaves this list open.)"
        )
    return ""
