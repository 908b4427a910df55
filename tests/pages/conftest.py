"""A library with one record, and answers about it, for the pages' tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, SeriesPoint, Suggestion
from index.library import Library
from tests.index.doubles import open_library

REPORT = """# Báo cáo huyện Tân Lũng năm 2024
Tỷ lệ hộ nghèo còn 4,5%; tỷ lệ che phủ rừng đạt 61%.
Huyện giữ vững an ninh trật tự."""

HOSTILE = """# Biên bản <script>alert(1)</script> năm 2024
Tỷ lệ <img src="http://evil.example/x" onerror="alert(2)"> đạt 12%; {{value}} ${alert(3)} 13%."""


def add(library: Library, folder: Path, text: str, name: str) -> str:
    """Add a text as a record; its id."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    (result,) = library.add([file], names={file: name}).results
    assert result.record_id, result.sentence
    return result.record_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


@pytest.fixture
def report(library: Library, tmp_path: Path) -> str:
    return add(library, tmp_path, REPORT, "bao-cao.txt")


def cited(library: Library, record_id: str, quote: str) -> Citation:
    record = library.record(record_id)
    assert record is not None
    start = record.document.text.index(quote)
    return Citation(record_id, record.source, record.title, quote, start, start + len(quote))


def answer_about(library: Library, record_id: str) -> Answer:
    return Answer(
        text="Tỷ lệ hộ nghèo năm 2024: 4,5% [1].",
        found=True,
        citations=(cited(library, record_id, "Tỷ lệ hộ nghèo còn 4,5%"),),
        understood="Hiểu là: huyện Tân Lũng.",
        suggestions=(Suggestion("Che phủ rừng", "Tỷ lệ che phủ rừng năm 2024?"),),
        series=(
            SeriesPoint("2023", result="5,5%", result_value=5.5),
            SeriesPoint("2024", result="4,5%", result_value=4.5, result_citation=0),
        ),
    )


class FixedAssistant:
    """Gives the answers it was given, and keeps what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, history: list[str] | tuple[str, ...] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        return self.answers[min(len(self.asked), len(self.answers)) - 1]

    def examples(self, limit: int = 4) -> list[str]:
        return ["Tỷ lệ hộ nghèo năm 2024 là bao nhiêu?"][:limit]
