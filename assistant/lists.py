"""Answers that are lists as the record gives them: a sentence, or items under a heading."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.evidence import (
    Unit,
    enough,
    find_units,
    tells_names,
)
from assistant.knowledge import ReadRecord, Shelf
from assistant.question import Question
from assistant.quoting import piece_of, quote_unit, quote_with
from assistant.wording import capitalised
from corpus.document import Span
from corpus.normalize import fold
from corpus.places import find_places, plain_name
from corpus.table_heads import WHOLE_ROW
from corpus.table_layout import split_head, tables

# What a sentence must say to list targets of that standing.
_STATUS_CUES = {
    "missed": re.compile(
        r"không|chưa|khó|trượt|hụt|thiếu|nợ|vướng|dở|lỡ hẹn|lỗi hẹn|lỡ nhịp", re.I
    ),
    "exceeded": re.compile(r"vượt", re.I),
}


# A sentence that takes a whole apart: "27 giải, gồm 2 giải Nhất, 6 giải Nhì".
_PARTED = re.compile(r"(?:gồm|trong đó|bao gồm|:)[^.;]*(?:,|\svà\s)", re.I)


_THAT_MANY = re.compile(r"(?<![\d/.,])(\d{1,2}) [a-z]+(?: [a-z]+){0,5} (?:nao|gi)(?!\w)")


def _of_that_many(question: Question, units: list[Unit]) -> list[Unit]:
    """Of the units that could tell, those with the number asked for: "3 tiêu chí nào?"."""
    if (asked := _THAT_MANY.search(question.folded)) is None:
        return units
    number = re.compile(rf"(?<![\d/.,])0?{asked[1]}(?![\d/.,]*\d)")
    return [u for u in units if enough(u) and number.search(u.text)] or units


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
    units = _of_that_many(question, [u for u in units if _tells_list(question, u)])
    if (
        question.kind == "target" and "chi tieu" not in question.folded
    ):  # of the communes to come, not of those that are there
        aimed = [u for u in units if u.statement.setting.mood == "target" and enough(u)]
        units = aimed or units
    if not units or not enough(units[0]) or (units[0].own < 0.45 and not question.focus):
        return None
    if re.search(r"\bgom\b|co cau|bao gom", question.folded):
        parted = [u for u in units if enough(u) and _PARTED.search(u.text)]
        units = parted or units
    best = units[0]
    plain = [u for u in units if u.read.document.blocks[u.statement.block].kind != "heading"]
    plain = _enumerating_first(question, plain)
    for unit in (best, *plain[:1]):  # behind a title that names it stands the list itself
        items = _rows_in(question, unit.read, _under(unit)) if _opens(unit) else []
        if items and enough(unit):
            return _listed(question, unit, items[:15])
    if len(alike := _rows_alike(question, best)) > 1:
        return _listed(question, best, alike)
    if plain and _POINTS_BACK.search(plain[0].text):
        plain = [u for u in plain if not _POINTS_BACK.search(u.text)]
    if not plain or not enough(plain[0]) or _only_counts(question, plain[0].text):
        return None
    follower = None if _PARTED.search(plain[0].text) else _listed_after(question, plain[0])
    if follower is not None:
        return quote_with(question, plain[0], follower)
    one = _ASKS_ONE.search(question.folded) and not _NAMES_ASKED.search(question.folded)
    return quote_unit(question, piece_of(question, shelf, plain[0]) if one else plain[0])


# "Hai chỉ tiêu này là hai chỉ tiêu không đạt": which ones, another sentence says
_POINTS_BACK = re.compile(r"chỉ tiêu (?:này|đó|trên)(?!\w)", re.I)
# "xã nào về đích nông thôn mới?", and none before it
_ASKS_ONE = re.compile(
    r"^(?!.*\b(?:nhung|cac|may|liet ke|ke)\b).*\b(?:xa|phuong|dac khu|thon|ap|ban|don vi"
    r"|truong|cong trinh"
    r"|du an|co quan|phong|san pham|hop tac xa|doanh nghiep) nao\b"
)


# "Ba khâu đột phá của nhiệm kỳ là gì?", "kể ra các khâu đột phá mà đại hội chọn"
_KIND_ASKED = re.compile(
    r"\b(?:cac|nhung|may|\d{1,2}|hai|ba|bon|nam|sau|bay|tam) (?P<kind>\w+(?: \w+){1,2}?)"
    r"(?= (?:cua|ma|nao|la|gom|duoc|trong|nhiem ky|nam|giai doan|o|tai)\b|\W*$)"
)
_ENUMERATES = re.compile(r"[^.;()]{0,60}?(?:\bgom\b|\bla\b|:|\(1\)|\bnhu sau\b)[^.]*[,;]")


def _enumerating_first(question: Question, units: list[Unit]) -> list[Unit]:
    """The units that go on to name what is asked for, before those that only count it.

    "thông qua 22 chỉ tiêu, 3 khâu đột phá và 6 nhóm nhiệm vụ" tells of no one of the three.
    """
    kind = _KIND_ASKED.search(question.folded)
    if kind is None or question.status:
        return units

    def enumerates(unit: Unit) -> bool:
        said = re.search(rf"\b{kind['kind']}\b", text := fold(unit.text))
        return said is not None and _ENUMERATES.match(text, said.end()) is not None

    named = [unit for unit in units if enough(unit) and enumerates(unit)]
    return [*named, *(unit for unit in units if unit not in named)]


_NAMES_ASKED = re.compile(
    r"\b(?:nhung|cac|hai|ba|bon|sau|bay|tam|[2-9])(?: (?!nao\b)\w+){1,5} nao\b|\bke ten\b"
)
_PARTS = re.compile(r"[,;:]|(?<!\w)(?:và|gồm|là)(?!\w)")


def _only_counts(question: Question, text: str) -> bool:
    """Whether a sentence counts those whose names are asked: "6 đơn vị trên 80%, 4 dưới 50%"."""
    if not _NAMES_ASKED.search(question.folded):
        return False
    behind = _PARTS.split(re.sub(r"\([^()]*\)", " ", text))[1:]
    return not any(part.strip() and not re.search(r"\d", part) for part in behind)


def _listed(question: Question, unit: Unit, items: list[Span]) -> Answer | None:
    draft = Draft(question.language)
    shown = []
    for span in items:
        mark = draft.cite(unit.read.record, span)
        shown.append(f"{' '.join(unit.read.document.quote(span).split()).rstrip(' .;')} {mark}")
    return draft.finish(capitalised("; ".join(shown)) + ".", found=True)


def _rows_alike(question: Question, unit: Unit) -> list[Span]:
    """All rows of the sort asked for, of the table in which the best unit is one of them."""
    blocks = unit.read.document.blocks
    table = blocks[unit.statement.block].table
    if table is None or _SORT_ASKED.search(question.folded) is None:
        return []
    rows = [Span(b.start, b.end) for b in blocks if b.table == table][1:]
    alike = _rows_in(question, unit.read, rows)
    return alike[:15] if unit.span in alike and len(alike) < len(rows) else []


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
    r"(?<!thu )\b(?:nhap|hop nhat|gop|(?:thanh )?lap|hinh thanh|sap xep)\b"
    r".{0,25}\b(?:tu|boi|cua)\b.*\bnao\b"
    r"|\b(?:sap nhap|hop nhat|gop) (?:voi|cung) (?:nhung|cac|may)"
    r" (?:xa|phuong|dac khu|thi tran|huyen|thon)\b"
    r"|\b(?:nhap|ghep|gop) tu (?:nhung|cac|may|bao nhieu) (?:xa|phuong|dac khu)"
    r"|\bgom (?:nhung|cac|may|hai|ba|bon|\d) (?:xa|phuong|thi tran|don vi|huyen|thon) cu\b"
    r"|\bmerged (?:into|to form)\b"
    r"|\b(?:do|tu|gom) (?:nhung|cac|may|bao nhieu) (?:xa|phuong|dac khu).{0,30}\b(?:nhap"
    r"|hop nhat|gop)\b"
)
_NAMED_UNITS = re.compile(  # "nhập bốn xã A, B, C"
    r"(?:xã|phường|đặc khu|thị trấn|huyện"
    r"|thôn) (?P<names>[^\W\d_a-z][^.;()]*?, [^\W\d_a-z][^.;()]*)"
)
_MERGES = re.compile(
    r"(?<!thu )(?<!gia )nhập(?: nguyên trạng)?\b|sáp nhập|hợp nhất|hợp thành|trên cơ sở|gộp"
    r"|(?:(?:thành )?lập|hình thành|sắp xếp|ra đời)(?: [^,;.]{0,30}?)? từ"
    r"(?= (?:\w+ )?(?:xã|phường|đặc khu|thị|huyện|thôn))",
    re.I,
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


_PLACES_ASKED = re.compile(r"\b(?:xa|phuong|dac khu|thon|ap|ban|huyen) nao\b")


def _tells_list(question: Question, unit: Unit) -> bool:
    """Whether a unit tells the names asked for, or opens a list that does."""
    if _rows_below(unit) and _PLACES_ASKED.search(question.folded):
        return False  # a table of indicators names no communes
    return (_opens(unit) or tells_names(question, unit.text)) and not heads_table(unit)


def heads_table(unit: Unit) -> bool:
    """Whether a unit is a row of a table's head: it names columns and tells nothing."""
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
    if unit.own < _CAPTION_SAYS or unit.read.is_row(unit.statement):
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
    return done or _of_that_sort(question, rows, counted)


_SORT_ASKED = re.compile(
    r"\b(?:nhung|cac) (xa|phuong|dac khu|thi tran|thon|ban|ap|buon|truong)\b.*\bnao\b"
)


def _of_that_sort(
    question: Question, rows: dict[Span, list[str]], counted: list[Span]
) -> list[Span]:
    """The rows of the wards where wards are asked for, and of what they are asked for."""
    sort = _SORT_ASKED.search(question.folded)
    if sort is None:
        return counted
    named = [s for s in counted if any(fold(c).startswith(f"{sort[1]} ") for c in rows[s])]
    named = named or counted
    own = [w for w in question.form.rest if not w.isdigit()]
    told = [s for s in named if own and all(w in fold(" ".join(rows[s])).split() for w in own)]
    return told or named


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
    return list(dict.fromkeys(s.span for s in statements if s.opener and _ends(unit, s.opener)))


def _ends(unit: Unit, opener: Span) -> bool:
    """Whether a unit is an opener or its last sentence: "... Bốn công trình gồm:"."""
    span = unit.statement.span
    rest = unit.read.document.text[span.end : opener.end]
    return opener.start <= span.start and span.end <= opener.end and not rest.strip(" :")
