"""A briefing as a Word file in the customary form, and as Markdown; sources numbered at the end.

Page and type follow the annex of Nghị định 30/2020/NĐ-CP: A4, margins of 20 mm above and below,
30 mm left, 15 mm right; Times New Roman 14, first lines set in by 1,27 cm, page numbers centred
at the top from the second page on.
"""

from __future__ import annotations

import io
from typing import Any

from assistant.answer import Citation
from assistant.briefing import PARTS, Briefing, Sentence, is_sourced, sources, unsourced
from pages.text import Texts

_FONT = "Times New Roman"
_ROMAN = ("I", "II", "III", "IV", "V")


_NO_BREAK = "\u00a0"  # a mark never begins a line


def subject(briefing: Briefing, t: Texts) -> str:
    """ "về tình hình huyện Mường Khao năm 2024"; "" where nothing was chosen."""
    choice = briefing.choice
    if choice is None:
        return ""
    said = t.briefing_year if choice.first == choice.last else t.briefing_years
    years = said.format(first=choice.first, last=choice.last)
    return t.briefing_about.format(place=choice.place, years=years)


def numbers(sentence: Sentence, cited: tuple[Citation, ...]) -> list[int]:
    """The sources' numbers of a sentence; none once a figure was changed by hand."""
    if not is_sourced(sentence):
        return []
    places = {(c.record_id, c.start, c.end): n for n, c in enumerate(cited, 1)}
    own = {places[c.record_id, c.start, c.end] for c in sentence.citations}
    return sorted(own)


def source_line(citation: Citation, t: Texts) -> str:
    quote = " ".join(citation.quote.split())
    page = t.page_n.format(number=citation.page) if citation.page else ""
    return f"{', '.join(p for p in (citation.title, citation.source, page) if p)}: “{quote}”"


def as_markdown(briefing: Briefing, t: Texts) -> str:
    cited = sources(briefing)
    lines = [f"# {t.briefing_title}", ""]
    if about := subject(briefing, t):
        lines += [f"*{about}*", ""]
    for roman, part in zip(_ROMAN, PARTS, strict=True):
        if not briefing.of(part):
            continue
        lines += [f"## {roman}. {t.briefing_parts[part]}", ""]
        for sentence in briefing.of(part):
            marks = "".join(f"[{n}]" for n in numbers(sentence, cited))
            text = "".join(
                f"**{_markdown(piece)}** ({t.briefing_unsourced})" if bare else _markdown(piece)
                for piece, bare in pieces(sentence)
            )
            lines += [f"{text} {marks}".rstrip(), ""]
    if cited:
        lines += [f"## {t.briefing_sources}", ""]
        lines += [f"{n}. {_markdown(source_line(c, t))}" for n, c in enumerate(cited, 1)]
    return "\n".join(lines).rstrip() + "\n"


def pieces(sentence: Sentence) -> list[tuple[str, bool]]:
    """The text cut at figures that have no source: (piece, whether it is one)."""
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in unsourced(sentence):
        found += [(sentence.text[at:start], False), (sentence.text[start:end], True)]
        at = end
    found.append((sentence.text[at:], False))
    return [(text, bare) for text, bare in found if text]


def as_docx(briefing: Briefing, t: Texts) -> bytes:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
    from docx.shared import Cm, Pt

    document = Document()
    _page(document)
    centred, justified = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
    table = document.add_table(rows=1, cols=2)
    _line(table.cell(0, 0).paragraphs[0], t.briefing_body, bold=True, size=13, align=centred)
    right = table.cell(0, 1)
    _line(right.paragraphs[0], t.briefing_state, bold=True, size=12, align=centred)
    _line(right.add_paragraph(), t.briefing_motto, bold=True, size=13, align=centred)
    table.autofit = False
    for column, width in zip(table.columns, (Cm(6), Cm(10.5)), strict=True):
        column.width = column.cells[0].width = width  # Word reads the cell's, others the column's
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(18)
    _line(title, t.briefing_title.upper(), bold=True, align=centred)
    if about := subject(briefing, t):
        below = document.add_paragraph()
        below.paragraph_format.space_after = Pt(12)
        _line(below, about, bold=True, align=centred)
    cited = sources(briefing)
    shown = [part for part in PARTS if briefing.of(part)]
    for roman, part in zip(_ROMAN, shown, strict=False):
        head = document.add_paragraph()
        head.paragraph_format.keep_with_next = True
        head.paragraph_format.first_line_indent = Cm(1.27)
        _line(head, f"{roman}. {t.briefing_parts[part].upper()}", bold=True)
        for sentence in briefing.of(part):
            paragraph = document.add_paragraph()
            paragraph.alignment = justified
            paragraph.paragraph_format.first_line_indent = Cm(1.27)
            for text, bare in pieces(sentence):
                run = paragraph.add_run(text)
                if bare:
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW
                    paragraph.add_run(f" ({t.briefing_unsourced})").italic = True
            if marks := numbers(sentence, cited):
                run = paragraph.add_run(f" [{', '.join(map(str, marks))}]".replace(" ", _NO_BREAK))
                run.font.superscript = True
    if cited:
        head = document.add_paragraph()
        head.paragraph_format.space_before = Pt(14)
        head.paragraph_format.keep_with_next = True
        _line(head, t.briefing_sources.upper(), bold=True)
        for number, citation in enumerate(cited, 1):
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(3)
            _line(paragraph, f"[{number}] {source_line(citation, t)}", size=12)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    section.header_distance = Mm(10)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        style.element.rPr.rFonts.set(qn(script), _FONT)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.line_spacing = 1.15
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = number.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _line(
    paragraph: Any, text: str, *, bold: bool = False, size: int = 14, align: Any = None
) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align


def _markdown(text: str) -> str:
    """Characters of Markdown and HTML as themselves."""
    for mark in "\\`*_[]<>#|":
        text = text.replace(mark, f"\\{mark}")
    return text
