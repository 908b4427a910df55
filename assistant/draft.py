"""Collects an answer's citations while its sentence is written, and checks the finished text.

Nothing leaves this module with a figure that no cited span prints: `finish` drops such an answer.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.amounts import joined_unit, value_text
from assistant.answer import Answer, Citation, Language, SeriesPoint, Suggestion
from corpus.document import Span
from corpus.normalize import canonical_tones
from corpus.record import Figure, Record

log = logging.getLogger(__name__)

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*\s?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Draft:
    """An answer being written."""

    language: Language
    citations: list[Citation] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    shown: list[tuple[Record, Figure]] = field(default_factory=list)

    def cite(self, record: Record, span: Span) -> str:
        """The mark "[n]" of a span, cited once however often it is used."""
        return f"[{self.number(record, span)}]"

    def value(self, record: Record, figure: Figure) -> str:
        """A figure's value as printed; a percent sign taken from a column's head is noted."""
        self.shown.append((record, figure))
        if joined := joined_unit(record.document, figure):
            self.computed.append(joined)
        return value_text(record.document, figure)

    def number(self, record: Record, span: Span) -> int:
        """The 1-based number of a span among the citations."""
        quote = record.document.text[span.start : span.end]
        citation = Citation(
            record.id, record.source, record.title, quote, span.start, span.end, _page(record, span)
        )
        if citation not in self.citations:
            self.citations.append(citation)
        return self.citations.index(citation) + 1

    def finish(
        self,
        text: str,
        *,
        found: bool,
        understood: str = "",
        suggestions: Sequence[Suggestion] = (),
        series: Sequence[SeriesPoint] = (),
    ) -> Answer | None:
        """The answer, or None where it states a figure that no citation prints."""
        text = re.sub(r"\s+", " ", text).strip()
        missing = unsupported_figures(text, self.citations, self.computed)
        if missing:  # "Tàu cá từ 15 m": of a column's head
            for record, span in _heads(self.shown):
                if any(_stands_in(f, _flat(record.document.quote(span))) for f in missing):
                    self.cite(record, span)
            missing = unsupported_figures(text, self.citations, self.computed)
        if missing:
            log.warning("answer withheld, figures %s stand in no citation: %s", missing, text)
            return None
        return Answer(
            text, found, self.language, tuple(self.citations), tuple(self.computed),
            understood, "", tuple(suggestions), tuple(series),
        )  # fmt: skip


def unsupported_figures(
    text: str, citations: Sequence[Citation], computed: Sequence[str] = ()
) -> list[str]:
    """Figures of a text that stand in no citation's quote or title and are not computed.

    Years alone are left out: headings carry them.
    """
    hay = _flat(" ".join(f"{c.quote} {c.title}" for c in citations))
    derived = {_flat(c) for c in computed}
    body = re.sub(r"\[\d+\]", " ", text)
    figures = (f.strip() for f in _FIGURE.findall(body))
    return [
        f for f in figures
        if not _YEAR.fullmatch(f) and _flat(f) not in derived and not _stands_in(_flat(f), hay)
    ]  # fmt: skip


def _flat(text: str) -> str:
    text = canonical_tones(unicodedata.normalize("NFC", text)).replace("–", "-").replace("—", "-")
    return re.sub(r"(?<=\d) %", "%", re.sub(r"\s+", " ", text)).strip()


def _stands_in(figure: str, hay: str) -> bool:
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(figure)}(?!\d)(?![.,]\d)", hay) is not None


def _heads(shown: Sequence[tuple[Record, Figure]]) -> Iterator[tuple[Record, Span]]:
    """The lines outside their statements that name the shown figures."""
    for record, figure in shown:
        for span in (
            *figure.sources,
            *_place_line(record, figure),
            *_naming_lines(record, figure),
        ):
            yield record, span


def _naming_lines(record: Record, figure: Figure) -> list[Span]:
    """The lines above that print a number of an indicator's name: "Thi vào lớp 10: ..."."""
    text, start = record.document.text, figure.statement.start
    lines: list[Span] = []
    for number in re.findall(r"\d+", figure.indicator):
        at = text.rfind(number, max(0, start - _NEAR), start)
        if at >= 0:
            behind = text.find("\n", at)
            lines.append(Span(text.rfind("\n", 0, at) + 1, behind if behind >= 0 else len(text)))
    return lines


_NEAR = 600  # characters above a statement in which its name may begin


def _place_line(record: Record, figure: Figure) -> list[Span]:
    """The line that names the numbered place of a figure: "TỔ DÂN PHỐ SỐ 7", "VẬN TẢI SỐ 7"."""
    numbered = re.search(r"^(.*?)(?: Số)? (\d+)(?!\S)", figure.place)
    if numbered is None:
        return []
    text, level = record.document.text, re.escape(numbered[1].split(" ", 1)[0])
    named = re.search(
        rf"(?<!\w)(?:{re.escape(numbered[1])}|{level}[^\n]*?)\s+(?:số\s+)?0?{numbered[2]}(?!\d)[^\n]*",
        text,
        re.I,
    )
    return [Span(*named.span())] if named else []


def _page(record: Record, span: Span) -> int | None:
    for block in record.document.blocks:
        if block.start <= span.start < block.end:
            return block.page
    return None
