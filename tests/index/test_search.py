"""Search: fusion, filters, exact fallback, the retriever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Span
from corpus.record import Passage
from index.errors import DamagedIndex
from index.indexed_text import MAX_CHARACTERS, digest, index_text
from index.library import Library
from index.retriever import PassageRetriever
from index.search import YEAR_BONUS, Search, year_bonus
from index.vectors import VectorIndex, Vectors
from tests.index.doubles import SimpleUnderstanding, WordEmbedder, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    files = tmp_path / "files"
    files.mkdir()
    for i in range(40):
        text = (
            f"# Báo cáo xã Khe Số{i} năm {2000 + i}\n"
            f"Tỷ lệ hộ nghèo còn {i},5%; thu ngân sách đạt {i}0 tỷ đồng; trồng mới {i} ha rừng"
        )
        (files / f"{i:02}.txt").write_text(text, "utf-8")
    with open_library(tmp_path) as opened:
        opened.add([files])
        yield opened


def said(library: Library, question: str) -> str:
    hit = library.search(question, 1)[0]
    record = library.record(hit.passage.record_id)
    assert record is not None
    return record.document.quote(hit.passage.span)


@pytest.mark.parametrize("number", [0, 7, 23, 39])
def test_passage_is_found_by_the_place_in_its_title(library: Library, number: int) -> None:
    assert said(library, f"Tỷ lệ hộ nghèo xã Khe Số{number}") == f"Tỷ lệ hộ nghèo còn {number},5%"
    assert said(library, f"ti le ho ngheo xa Khe So{number}") == f"Tỷ lệ hộ nghèo còn {number},5%"


def test_question_without_accents_is_embedded_with_them(library: Library) -> None:
    with_accents = library.search("thu ngân sách nhà nước đạt bao nhiêu", 1)[0]
    without = library.search("thu ngan sach nha nuoc dat bao nhieu", 1)[0]
    assert without.dense == pytest.approx(with_accents.dense, abs=1e-5)


def test_scores_fall_and_nothing_comes_twice(library: Library) -> None:
    hits = library.search("trồng mới rừng năm 2011", 30)
    assert len({hit.passage.id for hit in hits}) == 30
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    "years, about, bonus",
    [
        (["2023"], "năm 2023 mục tiêu, chỉ tiêu, kế hoạch", YEAR_BONUS),
        (["2023"], "năm 2024", 0.0),
        (["2023"], "năm 2020 2024", 0.0),
        (["2023"], "", 0.0),
        (["2022", "2023"], "năm 2023", 0.0),
        ([], "năm 2023", 0.0),
    ],
)
def test_a_passage_of_the_year_asked_about_gains(
    library: Library, years: list[str], about: str, bonus: float
) -> None:
    passage = replace(library.search("hộ nghèo", 1)[0].passage, about=about)
    assert year_bonus(frozenset(years), passage) == bonus


@pytest.mark.parametrize("question", ["", "   ", "?!"])
def test_empty_question_is_no_error(library: Library, question: str) -> None:
    assert len(library.search(question, 3)) in (0, 3)
    assert library.search("hộ nghèo", 0) == []


def test_filtered_search_is_the_search_of_those_records(library: Library) -> None:
    question = "thu ngân sách đạt bao nhiêu"
    every = library.search(question, 120)
    wanted = {info.id for info in library.records()[::3]}
    filtered = library.search(question, 10, record_ids=wanted)
    expected = [hit for hit in every if hit.passage.record_id in wanted][:10]
    assert [hit.passage for hit in filtered] == [hit.passage for hit in expected]
    assert [h.score for h in filtered] == pytest.approx([h.score for h in expected], abs=1e-4)


class _Unreachable(VectorIndex):
    def __init__(self) -> None:
        pass

    def search(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        raise DamagedIndex("hỏng")


class _Indexes:
    """The library's indexes with another vector index in front."""

    def __init__(self, library: Library) -> None:
        indexes = library._indexes
        assert indexes is not None
        self.vectors: VectorIndex = _Unreachable()
        self.lexical, self.cache, self.digests = indexes.lexical, indexes.cache, indexes.digests


def test_lost_graph_makes_search_exact_not_wrong(library: Library) -> None:
    search = Search(library.store, _Indexes(library), WordEmbedder(), library._accents)
    question = "hộ nghèo xã Khe Số12"
    assert [h.passage for h in search.search(question, 5)] == [
        h.passage for h in library.search(question, 5)
    ]


def test_retriever_gives_verbatim_passages_with_their_place(library: Library) -> None:
    documents = PassageRetriever(library=library, k=2).invoke("Tỷ lệ hộ nghèo xã Khe Số5")
    assert len(documents) == 2
    first = documents[0]
    assert first.page_content == "Tỷ lệ hộ nghèo còn 5,5%"
    record = library.record(first.metadata["record"])
    assert record is not None
    assert record.document.text[first.metadata["start"] : first.metadata["end"]] == (
        first.page_content
    )
    assert first.metadata["source"] == "05.txt" and first.id == first.metadata["passage"]
    assert "page" not in first.metadata


TEXT = "Báo cáo 2021\nA. Kết quả\nMục tiêu chính gồm:\nthu 5 tỷ"
RECORD = SimpleUnderstanding("Báo cáo 2021", None, "", "xã Khe Sim", "report", (), ())


def test_indexed_text_holds_title_place_heading_opener_and_own_words_once() -> None:
    start = TEXT.index("thu")
    spans = (Span(24, 43), Span(0, 12), Span(13, 23))
    passage = Passage("r", 0, start, len(TEXT), spans, ("A. Kết quả",))
    assert index_text(passage, RECORD, TEXT).split("\n") == [
        "Báo cáo 2021",
        "xã Khe Sim",
        "A. Kết quả",
        "Mục tiêu chính gồm:",
        "thu 5 tỷ",
    ]


def test_long_context_is_cut_and_own_words_never() -> None:
    opener, own = "mở đầu " * 500, "số liệu " * 300
    text = opener + own
    passage = Passage("r", 0, len(opener), len(text), (Span(0, len(opener)),))
    indexed = index_text(passage, RECORD, text)
    assert indexed.endswith(own.strip())
    short = Passage("r", 0, len(opener), len(opener) + 15, (Span(0, len(opener)),))
    indexed = index_text(short, RECORD, text)
    assert indexed.endswith("số liệu số liệu") and len(indexed) <= MAX_CHARACTERS + 5
    assert digest(indexed) != digest(index_text(passage, RECORD, text))
