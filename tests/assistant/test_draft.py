"""No answer leaves with a figure that stands in no citation."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.draft import Draft, unsupported_figures
from corpus.document import DocumentBuilder, Span
from corpus.record import Record

SENTENCE = "Thu ngân sách đạt 96,5 tỷ đồng, bằng 104% dự toán."


def record() -> Record:
    builder = DocumentBuilder()
    builder.heading("Báo cáo năm 2023", 1)
    builder.paragraph(SENTENCE)
    builder.paragraph("Kết nạp 45 đảng viên.")
    return Record(
        "0" * 12, "a.md", "a.md", "f" * 64, "Báo cáo năm 2023", None, "", "", "report",
        builder.build(),
    )  # fmt: skip


def span(source: Record, sentence: str = SENTENCE) -> Span:
    start = source.document.text.index(sentence)
    return Span(start, start + len(sentence))


def finished(text: str, *, computed: tuple[str, ...] = ()) -> Answer | None:
    source, draft = record(), Draft("vi")
    draft.cite(source, span(source))
    draft.computed.extend(computed)
    return draft.finish(text, found=True)


def test_answer_with_cited_figures_is_given() -> None:
    answer = finished("Thu ngân sách: 96,5 tỷ đồng, bằng 104% dự toán [1].")
    assert answer is not None and answer.citations[0].quote == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách: 97 tỷ đồng [1].",
        "Thu ngân sách: 6,5 tỷ đồng [1].",  # inside 96,5
        "Thu ngân sách: 96 tỷ đồng [1].",  # its beginning
        "Thu ngân sách: 96,5% [1].",  # another unit
        "Kết nạp 45 đảng viên [1].",  # in the record, but not in the cited span
    ],
)
def test_answer_with_an_uncited_figure_is_withheld(text: str) -> None:
    assert finished(text) is None


def test_years_need_no_citation() -> None:
    assert finished("Thu ngân sách năm 2022: 96,5 tỷ đồng [1].") is not None


def test_computed_figures_need_no_citation() -> None:
    answer = finished("96,5 tỷ đồng (tăng 4,5) [1].", computed=("4,5",))
    assert answer is not None and answer.computed == ("4,5",)


def test_marks_are_no_figures() -> None:
    assert unsupported_figures("Như đã ghi [7].", ()) == []


def test_span_is_cited_once() -> None:
    source, draft = record(), Draft("vi")
    assert draft.cite(source, span(source)) == "[1]"
    assert draft.cite(source, span(source, "Kết nạp 45 đảng viên.")) == "[2]"
    assert draft.cite(source, span(source)) == "[1]"
    assert len(draft.citations) == 2


def test_citation_is_verbatim() -> None:
    source, draft = record(), Draft("vi")
    draft.cite(source, span(source))
    cited = draft.citations[0]
    assert source.document.text[cited.start : cited.end] == cited.quote


def test_blanks_are_single_in_an_answer() -> None:
    answer = finished("Thu ngân sách:  96,5\ntỷ đồng [1]. ")
    assert answer is not None and answer.text == "Thu ngân sách: 96,5 tỷ đồng [1]."
