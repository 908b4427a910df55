"""Drafts a briefing from records: clauses taken over as they stand, table rows put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.amounts import value_text
from assistant.answer import Citation
from assistant.briefing import (
    CAUSE_WORDS,
    LIMIT_WORDS,
    LIST_MARK,
    NUMBER,
    PARTS,
    YEAR,
    Choice,
    Part,
    Sentence,
    is_sourced,
)
from assistant.wording import capitalised, period_phrase
from corpus.document import Span
from corpus.indicators import Form
from corpus.normalize import fold
from corpus.outline import Statement, outline
from corpus.record import Figure, Period, Record

_MOST_SAID = 12  # limits, causes and tasks in a draft: a speech names no more
_MOST_CITED = 3  # records named for one sentence
_LENGTHS = range(25, 420)  # characters of a sentence that is taken over as it stands

# Folded words by which a sentence belongs to a field of work, in the order of a report.
TOPICS: dict[str, str] = {
    "economy": r"ngan sach|thu nhap|gia tri san xuat|tang truong|san luong|kinh te|du lich|"
    r"giai ngan|dau tu|doanh nghiep|hop tac xa|nong nghiep|cong nghiep|thuong mai|\blua\b|"
    r"chan nuoi|thuy san",
    "countryside": r"nong thon moi|duong|be tong|giao thong|thuy loi|nuoc sach|ha tang|dien luoi",
    "society": r"ngheo|bao hiem|viec lam|giao duc|\btruong (?:hoc|mam|tieu|trung)|hoc sinh|"
    r"\by te|van hoa|dan so|tre em|lao dong|chinh sach|the thao|gia dinh",
    "environment": r"rung|moi truong|\brac\b|dat dai|su dung dat|khoang san|thien tai|khi hau",
    "security": r"an ninh|quoc phong|trat tu|quan su|tu phap|khieu nai|to cao|toi pham|tai nan",
    "party": r"dang vien|chi bo|dang bo|cap uy|doan the|can bo|cai cach hanh chinh|"
    r"chuyen doi so|mat tran",
}
_TASK = (
    r"truoc ngay|khan truong|yeu cau|chi dao|ra soat|tap trung|day manh|tang cuong|"
    r"chiu trach nhiem"
)
_HEADS: tuple[tuple[Part, str], ...] = (
    ("causes", r"nguyen nhan"),
    ("limits", r"han che|ton tai|kho khan|yeu kem"),
    ("tasks", r"nhiem vu|giai phap|phan cong|to chuc thuc hien|trach nhiem"),
)
# Who came, spoke and voted is no result of the work.
_PROCEEDINGS = re.compile(
    r"dai bieu|bieu quyet|tan thanh|thanh phan|cuoc hop|chu tri|co mat|ky hop|cho rang|"
    r"hoi nghi (?:lan|thong)"
)
_SPEAKER = re.compile(r"\W*(?:ong|ba|dong chi|d/c|(?:thuong|trung|dai|thieu) ta)\b")
_NO_SUBJECT = re.compile(r"^(?:con|dat|tang|giam|bang|vuot|chiem|trong do|gom|va|uoc)\b")


def draft(records: Sequence[tuple[Record, Sequence[Figure]]], choice: Choice) -> list[Sentence]:
    """Sentences from records (with their figures) about one place and some years."""
    said: list[tuple[int, bool, int, Sentence]] = []  # year, from a table, record
    told = _Told(records, choice)
    for number, (record, figures) in enumerate(records):
        statements = {s.span: s for s in outline(record.document)}
        by_statement: dict[Span, list[Figure]] = {}
        for figure in figures:
            by_statement.setdefault(figure.statement, []).append(figure)
        used: list[Span] = []
        for span, group in by_statement.items():
            statement = statements.get(span)
            if statement is None:
                continue
            row = record.document.blocks[statement.block].kind == "row"
            make = told.of_row if row else told.of_clause
            for sentence, period in make(record, statement, group):
                said.append((period.first if period else 0, row, number, sentence))
                used += [Span(c.start, c.end) for c in sentence.citations]
        for sentence in _without_figures(record, list(statements.values()), choice):
            (cited,) = sentence.citations
            if not any(u.start < cited.end and cited.start < u.end for u in used):
                said.append((0, False, number, sentence))
    said.sort(key=lambda s: s[:3])
    found = _merged([sentence for *_, sentence in said], told.keys)
    counts = dict.fromkeys(PARTS, 0)
    kept = []
    for sentence in found:
        counts[sentence.part] += 1
        if counts[sentence.part] <= _MOST_SAID or sentence.part in ("results", "targets"):
            kept.append(replace(sentence, id=1))  # drafted: see `_with`
    return [s for s in kept if is_sourced(s) and _is_about(s.text, choice.topics)]


_Key = tuple[object, ...]


def _key(figure: Figure) -> _Key:
    value = figure.value
    kind = "target" if "target" in figure.kind else "result"
    unit = fold(value.unit)
    return (
        kind,
        figure.key,
        fold(figure.place),
        figure.period,
        figure.growth,
        unit,
        figure.average,
    )


class _Told:
    """Words figures; keeps for each sentence what it says, to find repetition and contradiction."""

    def __init__(self, records: Sequence[tuple[Record, Sequence[Figure]]], choice: Choice) -> None:
        self.choice = choice
        self.keys: dict[str, dict[_Key, tuple[object, ...]]] = {}  # text -> what it says
        self._reached: set[_Key] = set()
        self._replaced: set[tuple[object, ...]] = set()
        self._plans_ahead = False  # targets are set for the time after the chosen years
        for _, figures in records:
            for figure in figures:
                ahead = figure.period is not None and figure.period.first == choice.last + 1
                if figure.kind == "target" and ahead and fold(figure.place) == fold(choice.place):
                    self._plans_ahead = True
                if figure.kind in ("result", "estimate"):
                    self._reached.add(("target", *_key(figure)[1:]))
                elif figure.kind == "former_target":
                    self._replaced.add((_key(figure), figure.value.numbers))

    def of_clause(
        self, record: Record, statement: Statement, group: Sequence[Figure]
    ) -> Iterator[tuple[Sentence, Period | None]]:
        """The clause as it stands: it is in office prose, and exact."""
        chosen = [f for f in group if self._wanted(f)]
        span = statement.span
        text = _plain(record.document.quote(span))
        if _NO_SUBJECT.match(fold(text)):
            span = statement.sentence
            text = _plain(record.document.quote(span))
        folded = fold(text)
        if not chosen or len(text) > _LENGTHS.stop or text.endswith(":"):
            return
        if _PROCEEDINGS.search(folded):
            return
        heads = _headings(record, statement)
        part = _part(folded, heads) or ("targets" if "target" in chosen[0].kind else "results")
        if _SPEAKER.match(folded) and part != "tasks":
            return
        period = chosen[0].period
        text = self._dated(text, period) if part in ("results", "targets") else capitalised(text)
        self._keep(text, chosen)
        yield Sentence(0, part, text, text, (_citation(record, span),)), period

    def of_row(
        self, record: Record, statement: Statement, group: Sequence[Figure]
    ) -> Iterator[tuple[Sentence, Period | None]]:
        """A sentence for each period of a table row: the result beside its target."""
        chosen = [f for f in group if self._wanted(f) and _says_itself(f)]
        for period in dict.fromkeys(f.period for f in chosen):
            for name in dict.fromkeys(f.indicator for f in chosen if f.period == period):
                of = [f for f in group if f.period == period and f.indicator == name]
                results = [f for f in of if f.kind in ("result", "estimate")]
                targets = [f for f in of if f.kind in ("target", "amended_target")]
                shares = [f for f in of if f.kind == "plan_share"]
                if len(results) > 1 or len(targets) > 1:
                    continue  # several columns of one kind: which is which is not known here
                when = "" if self._goes_without_saying(period) else period_phrase(period)
                if name.endswith(" năm"):
                    when = when.removeprefix("năm ")
                head = f"{capitalised(name)} {when}".strip()
                document = record.document
                if results:
                    extra = [f"chỉ tiêu {value_text(document, f)}" for f in targets]
                    extra += [f"bằng {value_text(document, f)} kế hoạch" for f in shares[:1]]
                    text = f"{head}: {value_text(document, results[0])}"
                    text += f" ({', '.join(extra)})." if extra else "."
                    part: Part = "results"
                elif targets and self._wanted(targets[0]):
                    text, part = f"{head}: {value_text(document, targets[0])}.", "targets"
                else:
                    continue
                self._keep(text, results or targets)
                yield Sentence(0, part, text, text, (_citation(record, statement.span),)), period

    def _wanted(self, figure: Figure) -> bool:
        period, choice = figure.period, self.choice
        if period is None or fold(figure.place) != fold(choice.place):
            return False
        if figure.kind in ("result", "estimate", "fulfilled"):
            return choice.first <= period.first and period.last <= choice.last
        if figure.kind not in ("target", "amended_target"):
            return False
        key = _key(figure)
        if (key, figure.value.numbers) in self._replaced:
            return False
        if period.first == choice.last + 1:
            return True
        if period.last > choice.last:
            return period.is_term and period.first <= choice.last
        return choice.first <= period.first and not self._plans_ahead and key not in self._reached

    def _goes_without_saying(self, period: Period | None) -> bool:
        """The one year that the whole briefing is about."""
        years = (self.choice.first, self.choice.last)
        return period is not None and not period.part and (period.first, period.last) == years

    def _dated(self, text: str, period: Period | None) -> str:
        named = period is not None and str(period.last) in NUMBER.findall(text)
        if period is not None and not named and not self._goes_without_saying(period):
            return f"{capitalised(period_phrase(period))}: {text}"
        return capitalised(text)

    def _keep(self, text: str, figures: Sequence[Figure]) -> None:
        self.keys[text] = {_key(f): f.value.numbers for f in figures}


def _merged(
    found: list[Sentence], keys: dict[str, dict[_Key, tuple[object, ...]]]
) -> list[Sentence]:
    """What one sentence has said is not said again; where records differ both are marked."""
    kept: list[Sentence] = []
    values: dict[_Key, tuple[int, tuple[object, ...]]] = {}  # where it is said, and what
    alike: dict[_Key, int] = {}  # the same value of one family of indicators, however named
    texts: set[str] = set()
    for sentence in found:
        says = keys.get(sentence.text, {})
        before = [alike.get(_loose(k, v)) for k, v in says.items()]
        if sentence.text in texts or (says and None not in before):
            for at in before[:1]:
                if at is not None:
                    cited = dict.fromkeys((*kept[at].citations, *sentence.citations))
                    kept[at] = replace(kept[at], citations=tuple(cited)[:_MOST_CITED])
            continue
        texts.add(sentence.text)
        clashes = [k for k, v in says.items() if k in values and values[k][1] != v]
        for key in clashes:
            kept[values[key][0]] = replace(kept[values[key][0]], conflict=True)
        for key, value in says.items():
            values.setdefault(key, (len(kept), value))
            alike.setdefault(_loose(key, value), len(kept))
        kept.append(replace(sentence, conflict=bool(clashes)))
    return [s for s in kept if not any(_begins(s, other) for other in kept)]


def _begins(one: Sentence, other: Sentence) -> bool:
    """Whether the other sentence says all of it and more."""
    return (
        one is not other
        and one.part == other.part
        and (len(one.text) < len(other.text) and other.text.startswith(one.text.rstrip(".")))
    )


def _loose(key: _Key, value: tuple[object, ...]) -> _Key:
    kind, indicator, place, period, *_ = key
    families = Form.of(str(indicator)).families
    return (kind, families or indicator, place, period, value)


def _without_figures(
    record: Record, statements: Sequence[Statement], choice: Choice
) -> Iterator[Sentence]:
    """Limits, causes and tasks, taken over as they stand."""
    if fold(record.place) != fold(choice.place):
        return
    own = {record.date.year} if record.date else {int(y) for y in YEAR.findall(record.title)}
    for span, statement in {s.sentence: s for s in reversed(statements)}.items():
        if record.document.blocks[statement.block].kind != "paragraph":
            continue
        text = _plain(record.document.quote(span))
        folded = fold(text)
        part = _part(folded, _headings(record, statement))
        if part is None or len(text) not in _LENGTHS or text.endswith(":"):
            continue
        if _PROCEEDINGS.search(folded) and part != "tasks":
            continue
        years = {int(y) for y in YEAR.findall(text)} or own
        if statement.setting.period is not None and statement.setting.period.first:
            years |= {statement.setting.period.first}
        if any(choice.first <= y <= choice.last + (part == "tasks") for y in years):
            text = capitalised(text)
            yield Sentence(0, part, text, text, (_citation(record, span),))


def _part(folded: str, headings: str) -> Part | None:
    """By the sentence's own words, else by its heading's; None where neither says."""
    if re.search(CAUSE_WORDS, folded):
        return "causes"
    if re.search(LIMIT_WORDS, folded):
        return "limits"
    of_heading = next((part for part, words in _HEADS if re.search(words, headings)), None)
    if of_heading == "tasks" and not re.search(_TASK, folded):
        return None
    return of_heading


def _headings(record: Record, statement: Statement) -> str:
    """The nearest heading above, folded; the title says what the whole record is, not the part."""
    return fold(record.document.quote(statement.section[-1])) if len(statement.section) > 1 else ""


def _says_itself(figure: Figure) -> bool:
    """Whether a row's name alone tells what the value is."""
    name = fold(figure.indicator)
    if figure.growth and not re.search(r"\b(?:tang|giam|toc do|muc)\b", name):
        return False
    return not figure.average or "binh quan" in name


def _is_about(text: str, topics: Sequence[str]) -> bool:
    folded = fold(text)
    return not topics or any(re.search(TOPICS[t], folded) for t in topics if t in TOPICS)


def _plain(quote: str) -> str:
    """A clause as a sentence of its own."""
    text = LIST_MARK.sub("", " ".join(quote.split()))
    text = LIST_MARK.sub("", text).rstrip(" ;,")
    return text if text[-1:] in ".!?:" else f"{text}."


def _citation(record: Record, span: Span) -> Citation:
    text = record.document.text[span.start : span.end]
    block = next((b for b in record.document.blocks if b.start <= span.start < b.end), None)
    return Citation(
        record.id, record.source, record.title, text, span.start, span.end,
        block.page if block else None,
    )  # fmt: skip
