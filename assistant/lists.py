"""Answers that are lists: indicators missed, exceeded or amended, items under a heading."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import (
    Unit,
    enough,
    find_units,
    meeting_fits,
    of_place,
    tells_names,
)
from assistant.knowledge import ReadRecord, Shelf, of_association_alone
from assistant.papers import bears_number, paper_number
from assistant.question import Question
from assistant.quoting import quote_unit, quote_with
from assistant.wording import capitalised
from corpus.document import Span
from corpus.normalize import fold
from corpus.periods import find_periods
from corpus.places import find_places, plain_name
from corpus.record import Period
from corpus.table_heads import WHOLE_ROW
from corpus.tables import split_head, tables

_MISSED = re.compile(
    r"(?:chỉ tiêu|khoản)[^.;]{0,40}(?:không|chưa|khó) (?:đạt|hoàn thành|về đích)"
    r"|chỉ tiêu (?:\w+ ){0,2}?(?:còn |bị |vẫn )?[“\"]?(?:hụt|trượt|thiếu|nợ|lỡ hẹn|lỗi hẹn|rớt"
    r"|dưới (?:mức )?(?:giao|kế hoạch))[”\"]?[^.;:]{0,30}(?:là|gồm|:)"
    r"|(?:không|chưa|khó) (?:đạt|hoàn thành|về đích)[^.;]{0,30}(?:chỉ tiêu|gồm|là(?! do)|:)"
    r"|^\W*(?:còn )?(?:không|chưa) (?:đạt|hoàn thành|về đích|cán đích)(?: kế hoạch)?\s*:"
    r"|(?:chỉ tiêu|còn) [^.;]{0,40}(?:không|chưa|khó) (?:đạt|hoàn thành)",
    re.I,
)


_LISTS = re.compile(r"\W*(?:(?:bao\s+)?gồm|đó là|cụ thể(?: là)?)(?!\w)", re.I)
_EXCEEDED = re.compile(r"chỉ tiêu[^.;]{0,30}vượt[^.;]{0,40}(?::|là|gồm|như)", re.I)


_AMENDED = re.compile(r"điều chỉnh", re.I)


_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
_FOLDED_NUMBERS = {fold(word): number for word, number in _NUMBERS.items()}


def _other_number(question: Question, text: str) -> bool:
    """Whether four are asked for and the sentence tells of two."""
    asked = re.search(r"\b(\d+|mot|hai|ba|bon|sau|bay|tam|chin|muoi) chi tieu\b", question.folded)
    told = re.findall(r"\b(\d+|[a-zà-ỹ]+) chỉ tiêu\b(?! khác)", text.lower())
    if asked is None or not told:
        return False
    wanted = _FOLDED_NUMBERS.get(asked[1]) or int(asked[1])
    return all(
        (int(number) if number.isdigit() else _NUMBERS.get(number, wanted)) != wanted
        for number in told
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
        if question.status == "amended":
            rows = _amended_rows(question, read, shelf)
            if rows:
                decided = info.kind == "resolution"  # before a report that repeats it
                then = bool(question.month) and info.day.month == question.month
                number = paper_number(question.meeting)
                named = bool(number) and bears_number(number, fold(read.document.text))
                fit = 3.0 if named else 2.0 if then else 1.0
                ranked.append(((fit, decided, info.day.toordinal(), 0.0), read, rows))
            continue
        if question.status == "missed" and (rows := _judged_rows(question, read)):
            ranked.append(((1.0, False, info.day.toordinal(), 0.0), read, rows))
        above = ""  # what stands right before
        for statement in read.statements:
            text = read.document.quote(statement.span)
            marked = pattern.search(text)
            if marked is None and (opens := _LISTS.match(text)):
                # "5. Chỉ tiêu không đạt", and below it: "Gồm: sản lượng lương thực; ..."
                heads = (*map(read.document.quote, statement.section[-1:]), above)
                marked = opens if any(map(pattern.search, heads)) else None
            above = text
            if marked is None or not _year_fits(question, read, statement.setting.period, text):
                continue
            if _other_number(question, text):
                continue
            spans = _list_spans(read, statement.span, statement.sentence)
            size = sum(s.end - s.start for s in spans)
            listed = " ".join(read.document.quote(s) for s in spans)
            if not tells_names(question, listed):
                continue
            items = len(re.findall(r"[;,]", listed))
            has_list = bool(re.search(r":|\bgồm\b|\blà\b|\bnhư\b", text[marked.start() :]))
            ranked.append(
                (
                    (
                        1.0 if has_list else 0.3,
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
    draft = Draft(question.language)
    shown = []
    for span in spans:
        mark = draft.cite(read.record, span)
        shown.append(f"{' '.join(read.document.quote(span).split()).rstrip(' .;')} {mark}")
    text = "; ".join(shown)
    note = _open_note(question, read, spans)
    return draft.finish(f"{capitalised(text)}.{note}", found=True)


def _year_fits(question: Question, read: ReadRecord, period: object, text: str) -> bool:
    asked = {p.first for p in question.periods if p.first}
    if not asked:
        return True
    own = {f.period.first for f in find_periods(text) if not f.base and f.period.first}
    if asked & own:
        return True
    actual = period if isinstance(period, Period) and period.first else read.metadata.period
    return actual is not None and actual.first in asked


def _list_spans(read: ReadRecord, span: Span, sentence: Span) -> list[Span]:
    """The statement with the items that follow it in the same sentence or list."""
    text = read.document.text
    if text[span.end - 1] == ":" and span.end >= sentence.end - 1:
        items = [s.span for s in read.statements if s.opener == span]
        blocks = sorted(set(items))
        return [span, *blocks][:25] if blocks else [span]
    return [Span(span.start, sentence.end)]


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
        if document.blocks[s.block].kind == "row"
        and any(
            _MISSED_CELL.fullmatch(document.text[c.start : c.end].strip())
            for c in document.blocks[s.block].cells
        )
        and _year_fits(question, read, s.setting.period, document.quote(s.span))
    ]


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


# What a sentence must say to list targets of that standing.
_STATUS_CUES = {
    "missed": re.compile(r"không|chưa|khó|trượt|hụt|thiếu|lỡ hẹn|lỗi hẹn|lỡ nhịp", re.I),
    "exceeded": re.compile(r"vượt", re.I),
}


# A sentence that takes a whole apart: "27 giải, gồm 2 giải Nhất, 6 giải Nhì".
_PARTED = re.compile(r"(?:gồm|trong đó|bao gồm|:)[^.;]*(?:,|\svà\s)", re.I)


def answer_list(question: Question, shelf: Shelf, query: str) -> Answer | None:
    """A list as the record gives it: the sentence, or the opener with its items."""
    if (merger := _merger(question, shelf)) is not None:
        return merger
    words = tuple(
        t
        for t in question.terms
        if t not in ("hai", "ba", "bon", "ke", "ten", "liet", "gom", "list", "main", "targets")
    )
    cue = _STATUS_CUES.get(question.status)
    accept = (lambda text: cue.search(text) is not None) if cue else None
    units = find_units(
        question, shelf, query, accept=accept, terms=words or question.terms, headings=True
    )
    units = [u for u in units if _tells_list(question, u)]
    if not units or not enough(units[0]) or (units[0].own < 0.45 and not question.focus):
        return None
    if re.search(r"\bgom\b|co cau|bao gom", question.folded):
        parted = [u for u in units if enough(u) and _PARTED.search(u.text)]
        units = parted or units
    best = units[0]
    document = best.read.document
    if _opens(best):
        items = _rows_in(question, best.read, _under(best))
        if items:
            draft = Draft(question.language)
            shown = []
            for span in items[:15]:
                mark = draft.cite(best.read.record, span)
                shown.append(f"{' '.join(document.quote(span).split()).rstrip(' .;')} {mark}")
            return draft.finish(capitalised("; ".join(shown)) + ".", found=True)
    plain = [u for u in units if u.read.document.blocks[u.statement.block].kind != "heading"]
    if not plain or not enough(plain[0]):
        return None
    follower = None if _PARTED.search(plain[0].text) else _listed_after(question, plain[0])
    if follower is not None:
        return quote_with(question, plain[0], follower)
    return quote_unit(question, plain[0])


def _listed_after(question: Question, unit: Unit) -> Span | None:
    """The next sentence, where it lists what is asked for: "Còn 6 tiêu chí chưa đạt: ..."."""
    noun = re.search(r"\b(?:nhung|cac) (\w+ \w+)", question.folded)
    spans = list(dict.fromkeys(s.sentence for s in unit.read.statements))
    after = next((s for s in spans if s.start >= unit.span.end), None)
    if after is None or noun is None or after.start - unit.span.end > 3:
        return None
    text = unit.read.document.quote(after)
    return after if noun[1] in fold(text) and _PARTED.search(text) else None


# "được nhập từ những xã nào?": the sentence that tells of the merger, in whichever words.
_MERGED_ASKED = re.compile(
    r"(?<!thu )\b(?:nhap|hop nhat|gop|(?:thanh )?lap|hinh thanh)\b"
    r".{0,25}\b(?:tu|boi|cua)\b.*\bnao\b"
    r"|\b(?:sap nhap|hop nhat|gop) (?:voi|cung) (?:nhung|cac|may)"
    r" (?:xa|phuong|thi tran|huyen|thon)\b"
    r"|\b(?:nhap|ghep|gop) tu (?:nhung|cac|may|bao nhieu) (?:xa|phuong)|\bmerged (?:into|to form)\b"
    r"|\b(?:do|tu|gom) (?:nhung|cac|may|bao nhieu) (?:xa|phuong).{0,30}\b(?:nhap|hop nhat|gop)\b"
)
_NAMED_UNITS = re.compile(  # "nhập bốn xã A, B, C"
    r"(?:xã|phường|thị trấn|huyện|thôn) (?P<names>[^\W\d_a-z][^.;()]*?, [^\W\d_a-z][^.;()]*)"
)
_MERGES = re.compile(
    r"(?<!thu )(?<!gia )nhập(?: nguyên trạng)?\b|sáp nhập|hợp nhất|hợp thành|trên cơ sở|gộp", re.I
)


def asks_merger(question: Question) -> bool:
    """Whether it is asked which units a place was made of."""
    return bool(question.places) and _MERGED_ASKED.search(question.folded) is not None


def _merger(question: Question, shelf: Shelf) -> Answer | None:
    """The sentence that names the units which a place was made of."""
    if not asks_merger(question):
        return None
    best: tuple[int, Unit] | None = None
    for info in shelf.knowledge().newest_first():
        read = shelf.read(info.id)
        if read is None or question.places[0].key not in read.folded:
            continue
        for statement in read.statements:
            text = read.document.quote(statement.sentence)
            if (merges := _MERGES.search(text)) is None:
                continue
            named = {p.key for _, p in find_places(text)} - {question.places[0].key}
            if listed := _NAMED_UNITS.search(text, merges.end()):
                named |= {plain_name(n) for n in re.split(r", | và ", listed["names"])}
            own = question.places[0].key in plain_name(f"{info.place} {text}")
            if own and (best is None or len(named) > best[0]) and len(named) > 1:
                best = (len(named), Unit(read, statement.sentence, statement, 1.0, 1.0))
    return quote_unit(question, best[1]) if best else None


_PLACES_ASKED = re.compile(r"\b(?:xa|phuong|thon|ap|ban|huyen) nao\b")


def _tells_list(question: Question, unit: Unit) -> bool:
    """Whether a unit tells the names asked for, or opens a list that does."""
    if _rows_below(unit) and _PLACES_ASKED.search(question.folded):
        return False  # a table of indicators names no communes
    return (_opens(unit) or tells_names(question, unit.text)) and not _heads_table(unit)


def _heads_table(unit: Unit) -> bool:
    document = unit.read.document
    block = document.blocks[unit.statement.block]
    if block.table is None:
        return False
    table = split_head(document, [b for b in document.blocks if b.table == block.table])
    return table is not None and block in table.head


def _opens(unit: Unit) -> bool:
    """Whether a heading or an opening line: what it announces stands below."""
    block = unit.read.document.blocks[unit.statement.block]
    heading = block.kind == "heading" and block.level > 1  # all that is told stands under a title
    return heading or unit.text.rstrip().endswith(":") or bool(_rows_below(unit))


_CAPTION_SAYS = 0.8  # least share of the question's words in a caption
_CAPTION = 100  # characters of a line that can head a table


def _rows_below(unit: Unit) -> list[Span]:
    """The rows of the table right below a line that heads it, without the table's own head."""
    blocks, below = unit.read.document.blocks, unit.statement.block + 1
    text = unit.text.rstrip()
    if len(text) > _CAPTION or text.endswith((".", ";")) or below >= len(blocks):
        return []
    if unit.own < _CAPTION_SAYS or blocks[unit.statement.block].kind == "row":
        return []  # a table of something else, or a row of it
    if blocks[below].kind == "paragraph" and blocks[below].end - blocks[below].start <= _CAPTION:
        below = min(below + 1, len(blocks) - 1)  # "Số liệu đến 31/12/2024", under the caption
    table = blocks[below].table
    return [Span(b.start, b.end) for b in blocks if table is not None and b.table == table][1:]


# Of works in a table: "xong tháng 8/2024", where what is finished is asked for.
_DONE_ASKED = re.compile(r"(?<!chua )\b(?:da )?(?:xong|hoan thanh|ban giao|dua vao su dung)\b")
_DONE = re.compile(r"(?:đã\s+)?(?:xong|hoàn thành|bàn giao|đưa vào sử dụng)(?!\w)", re.I)


def _rows_in(question: Question, read: ReadRecord, items: list[Span]) -> list[Span]:
    """Of items that are a table's rows, those that it counts: no heads, no sums, as asked done."""
    text = read.document.text
    rows: dict[Span, list[str]] = {}
    for table in tables(read.document):
        for row in table.body:
            cells = [text[c.start : c.end] for c in row.cells]
            if cells and not WHOLE_ROW.match(cells[0].strip()):
                rows[Span(row.start, row.end)] = cells
    counted = [span for span in items if span in rows]
    if not counted:
        return items
    asks_done = question.language == "vi" and _DONE_ASKED.search(question.folded)
    done = [s for s in counted if any(_DONE.match(c.strip()) for c in rows[s])] if asks_done else []
    return done or counted


def _under(unit: Unit) -> list[Span]:
    """The items under a heading, an opening line or a table's caption."""
    if rows := _rows_below(unit):
        return rows
    statements = unit.read.statements
    block = unit.read.document.blocks[unit.statement.block]
    if block.kind == "heading":
        span = Span(block.start, block.end)
        own = [s for s in statements if s.section and s.section[-1] == span]
        return list(dict.fromkeys(s.sentence for s in own))
    return list(
        dict.fromkeys(s.span for s in statements if s.opener and s.opener == unit.statement.span)
    )
