"""The briefing page: what is taken along, what the outline shows, what the files hold."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from assistant.answer import Answer
from assistant.briefing import Briefing, Choice, Sentence, edited, written
from index.library import Library
from pages.briefing import BriefingPage
from pages.briefing_export import as_docx, as_markdown
from pages.briefing_stored import from_stored, to_stored
from pages.text import texts
from tests.pages.conftest import HOSTILE, add, answer_about, cited

T = texts("vi")


@pytest.fixture
def page(library: Library) -> BriefingPage:
    return BriefingPage(library, T)


@pytest.fixture
def briefing(page: BriefingPage, library: Library, report: str) -> Briefing:
    """An answer taken along, and a sentence of one's own."""
    taken = page.with_answer(Briefing(), None, answer_about(library, report))
    return written(taken, "tasks", "Trồng thêm 250 ha rừng.")


def words(content: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(content)).paragraphs if p.text]


def test_answer_goes_into_the_briefing_with_its_source(
    page: BriefingPage, briefing: Briefing
) -> None:
    shown = page.outline(briefing)
    assert "Tỷ lệ hộ nghèo năm 2024: 4,5%." in shown and 'data-do="read"' in shown
    assert "2 câu, 1 câu có nguồn" in shown
    assert "bao-cao.txt" in shown and "“Tỷ lệ hộ nghèo còn 4,5%”" in shown


def test_changed_figure_is_marked_and_its_source_is_gone(
    page: BriefingPage, briefing: Briefing
) -> None:
    after = edited(briefing, briefing.sentences[0].id, "Tỷ lệ hộ nghèo năm 2024: 3,5%.")
    shown = page.outline(after)
    assert re.search(r'<mark class="unsourced"[^>]*>3,5</mark>', shown)
    assert 'data-do="read"' not in shown and "0 câu có nguồn" in shown


def test_briefing_survives_the_browser_and_forged_sources_do_not(
    page: BriefingPage, briefing: Briefing
) -> None:
    stored = to_stored(briefing)
    assert from_stored(stored) == briefing
    stored["sentences"][0]["citations"][0]["quote"] = "Tỷ lệ hộ nghèo còn 1,5%"  # type: ignore[index]
    assert 'data-do="read"' not in page.outline(from_stored(stored))


@pytest.mark.parametrize(
    "value", [None, [], {"sentences": []}, {"choice": None, "sentences": [1], "dropped": []}, "x"]
)
def test_what_can_not_be_read_is_an_empty_briefing(value: object) -> None:
    assert from_stored(value) == Briefing()


def test_source_of_a_removed_record_is_gone(
    page: BriefingPage, briefing: Briefing, library: Library, report: str
) -> None:
    library.remove(report)
    assert 'data-do="read"' not in page.outline(briefing)


def test_document_text_never_becomes_markup(
    page: BriefingPage, library: Library, tmp_path: Path
) -> None:
    record_id = add(library, tmp_path, HOSTILE, "xau.txt")
    record = library.record(record_id)
    assert record is not None
    quote = record.document.text.split("\n\n")[1].partition(";")[0]
    answer = Answer(f"{quote} [1]", True, citations=(cited(library, record_id, quote),))
    shown = page.outline(page.with_answer(Briefing(), None, answer))
    assert "<img" not in shown and "<script" not in shown and "&lt;img" in shown
    markdown = as_markdown(page.with_answer(Briefing(), None, answer), T)
    assert "<img" not in markdown.replace("\\<img", "")


def test_word_file_has_the_customary_form(briefing: Briefing) -> None:
    document = Document(io.BytesIO(as_docx(briefing, T)))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(m / Mm(1)) for m in margins] == [20, 20, 30, 15]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    style = document.styles["Normal"].font
    assert (style.name, style.size.pt) == ("Times New Roman", 14)
    sizes = {r.font.size.pt for p in document.paragraphs for r in p.runs if r.font.size}
    assert sizes <= {12, 14}


def test_word_file_lists_the_sources_and_marks_figures_without(briefing: Briefing) -> None:
    lines = words(as_docx(briefing, T))
    assert "I. KẾT QUẢ" in lines and "II. NHIỆM VỤ" in lines
    assert "Tỷ lệ hộ nghèo năm 2024: 4,5%.\u00a0[1]" in lines
    assert "Trồng thêm 250 (chưa có nguồn) ha rừng." in lines
    assert lines.index("NGUỒN") == len(lines) - 2
    assert lines[-1].startswith("[1] ") and "“Tỷ lệ hộ nghèo còn 4,5%”" in lines[-1]


def test_markdown_says_the_same(briefing: Briefing) -> None:
    text = as_markdown(briefing, T)
    assert "Tỷ lệ hộ nghèo năm 2024: 4,5%. [1]" in text
    assert "**250** (chưa có nguồn)" in text and "## Nguồn" in text


def test_title_names_place_and_years() -> None:
    sentence = Sentence(1, "results", "Không có số.")
    for years, said in (((2023, 2023), "năm 2023"), ((2022, 2024), "giai đoạn 2022 - 2024")):
        chosen = Briefing(Choice("xã Tà Lèng", *years), (sentence,))
        assert f"về tình hình xã Tà Lèng {said}" in words(as_docx(chosen, T))


def test_lists_hold_what_the_library_has(page: BriefingPage, report: str) -> None:
    assert page.choices() == (["huyện Tân Lũng"], ["2024"])
    assert page.standard() == ("huyện Tân Lũng", "2024")
    after = page.drafted(Briefing(), Choice("huyện Tân Lũng", 2024, 2024))
    assert any("4,5%" in s.text and s.citations for s in after.sentences)
    assert page.drafted(Briefing(), Choice("huyện Khác", 2024, 2024)).sentences == ()


def test_empty_library_says_what_to_do(page: BriefingPage) -> None:
    assert page.choices() == ([], []) and page.standard() == ("", "")
    assert T.briefing_empty.split("“")[0] in page.outline(Briefing())
