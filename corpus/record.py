"""Records, passages and figures: the domain's nouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from corpus.document import Document, Span

RecordKind = Literal[
    "article", "report", "minutes", "resolution", "notice", "plan", "table", "other"
]


@dataclass(frozen=True, slots=True)
class Record:
    """One document of the library.

    `provenance` says for each metadata field where it came from: "text", "title", "dateline",
    "file name", "page" (declared by an HTML page), "user".
    """

    id: str  # 12 hex digits, stable for one origin
    source: str  # the file's name
    origin: str  # what makes a later version the same record: its path, or its name if uploaded
    sha256: str  # of the source file's bytes
    title: str
    date: date | None  # of the meeting or of the paper
    body: str  # who issued it: "UBND huyện X"; "" where unknown
    place: str  # the place its figures are about by default: "huyện X"; "" where unknown
    kind: RecordKind
    document: Document
    provenance: Mapping[str, str] = field(default_factory=dict)
    sample: bool = False  # ships with the program, invented


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement-sized unit that is searched and cited.

    `context` are spans of the same record that the passage inherits its place, year and kind
    from (title, headings, the clause that opens its list, column heads). It is indexed with
    them and cited without them.
    """

    record_id: str
    ordinal: int  # 0-based, in reading order
    start: int
    end: int
    context: tuple[Span, ...] = ()
    section: tuple[str, ...] = ()  # headings above it, outermost first
    page: int | None = None
    about: str = ""  # the time and mood that it inherits, in words: "năm 2024 mục tiêu"

    @property
    def id(self) -> str:
        return f"{self.record_id}:{self.ordinal}"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


Qualifier = Literal["", "over", "under", "about", "at_least", "at_most", "nearly"]

FigureKind = Literal[
    "target",  # what is to be reached
    "amended_target",  # a target put in another's place
    "former_target",  # the target that was replaced
    "result",  # what was reached
    "estimate",  # ước thực hiện: still a result
    "plan_share",  # đạt/bằng N% kế hoạch
    "plan_excess",  # vượt N% (or units) so với kế hoạch
    "plan_shortfall",  # thiếu/hụt N so với kế hoạch
    "change",  # tăng/giảm N so với một kỳ khác
    "fulfilled",  # n/m chỉ tiêu
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as printed and as numbers.

    `numbers` holds one number, or two for a range ("6-8%") or a ratio ("24/27"); `unit` is the
    unit as printed ("triệu đồng/người/năm", "%", "xã"), "" where none.
    """

    start: int
    end: int  # number with its unit
    numbers: tuple[Decimal, ...]
    unit: str
    qualifier: Qualifier = ""
    ratio: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a figure counts for.

    `part` is "" for whole years, "h1"/"h2" (half), "q1".."q4", "m3" (March), "to3" (the first
    three months), "l2" (the last two), "by" (how it stands by the end), "school" (a school year:
    two years on end). `last` differs from `first` for terms such as 2021-2025.
    """

    first: int
    last: int
    part: str = ""

    @property
    def is_term(self) -> bool:
        return self.last > self.first

    def as_school_year(self) -> Period:
        """Two whole years on end as a school year; any other stretch as it is."""
        on_end = self.last == self.first + 1 and not self.part
        return Period(self.first, self.last, "school") if on_end else self


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement about one indicator."""

    record_id: str
    ordinal: int
    indicator: str  # as printed
    key: str  # normal form by which the same indicator meets across records
    kind: FigureKind
    value: Quantity
    period: Period | None
    place: str
    statement: Span  # the clause or table row that says it
    topic: str = ""  # as printed, what the indicator's name leans on: "Tôm nước lợ: thu hoạch"
    growth: int = 0  # the value is a rise (+1) or a fall (-1) of the indicator, not its level
    giver: str = ""  # whose plan, or which version of it: "tỉnh giao", "dự toán điều chỉnh"
    base: str = ""  # base of comparison: "cùng kỳ", "năm 2022"
    parent: int | None = None  # ordinal of the total that this is a part of (trong đó)
    average: bool = False  # bình quân mỗi năm
    sources: tuple[Span, ...] = ()  # where period, kind and place were read, when outside
