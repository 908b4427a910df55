"""What the assistant gives back: an answer whose every figure stands in a citation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim span of a record: `quote == record.document.text[start:end]`."""

    record_id: str
    source: str  # the file's name
    title: str
    quote: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A next question offered as a button: what is shown and what is asked when clicked."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One value of a course over years, for a chart and a table with a source in every cell."""

    label: str  # "2023", or a place's name
    target: str = ""  # as printed, "" where none
    result: str = ""
    target_value: float | None = None
    result_value: float | None = None
    target_citation: int | None = None  # 0-based index into the answer's citations
    result_citation: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A direct answer.

    `text` holds marks such as "[1]" that point into `citations` (1-based). `found` is False
    where the records do not say it; `text` then says what is missing and names the nearest
    thing found, whose passages are in `citations`. `computed` names figures derived by
    arithmetic that `text` shows. `understood` says in a short line how a follow-up or an
    ambiguous question was read, "" where there is nothing to say; `standalone` is the question
    with everything that it inherited written out. `place` and `year` are what it was about, "" and
    0 where that is none or several. `filtered` says that filters had a part in it, and
    `filter_note` in a short line which had and which had not.
    """

    text: str
    found: bool
    language: Language = "vi"
    citations: tuple[Citation, ...] = ()
    computed: tuple[str, ...] = ()
    understood: str = ""
    standalone: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    series: tuple[SeriesPoint, ...] = field(default=())
    place: str = ""
    year: int = 0
    filtered: bool = False
    filter_note: str = ""
