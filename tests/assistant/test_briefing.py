"""A briefing's figures stand in its sources, and stop counting as sourced when changed by hand."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation
from assistant.briefing import (
    PARTS,
    Briefing,
    Choice,
    Sentence,
    cleared,
    collected,
    dropped,
    edited,
    is_sourced,
    moved,
    redrafted,
    restored,
    sources,
    unsourced,
    verified,
    written,
)
from assistant.briefing_draft import draft
from corpus.record import Figure, Record
from index.library import Library
from tests.service.serving import real_library

# Two years of one place, with values that would be wrong in the other year, and a neighbour.
LAST_YEAR = """BÁO CÁO
Tình hình kinh tế - xã hội năm 2022 của huyện Phiêng Bua

I. Kết quả năm 2022
Thu nhập bình quân đầu người đạt 31,7 triệu đồng; tỷ lệ che phủ rừng đạt 52,3%.
Toàn huyện tạo việc làm mới cho 870 lao động.

II. Hạn chế
Tiến độ xây dựng nông thôn mới còn chậm so với yêu cầu, mới có 3/11 xã đạt chuẩn.
Nguyên nhân chủ yếu do nguồn vốn đối ứng của các xã còn thiếu.

III. Mục tiêu năm 2023
Phấn đấu thu nhập bình quân đầu người đạt 35,5 triệu đồng.
"""
THIS_YEAR = """BÁO CÁO
Tình hình kinh tế - xã hội năm 2023 của huyện Phiêng Bua

I. Kết quả năm 2023
Thu nhập bình quân đầu người đạt 34,9 triệu đồng, tăng 3,2 triệu đồng so với năm 2022; tỷ lệ che \
phủ rừng đạt 53,1%.

II. Nhiệm vụ năm 2024
Giao Phòng Nông nghiệp rà soát 160 ha rừng nghèo kiệt trước ngày 31/5/2024.
Phấn đấu thu nhập bình quân đầu người đạt 38,4 triệu đồng.
"""
NEIGHBOUR = (
    THIS_YEAR.replace("Phiêng Bua", "Nậm Sỏ").replace("34,9", "44,1").replace("53,1", "61,7")
)
PLACE = "huyện Phiêng Bua"
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")

Material = list[tuple[Record, list[Figure]]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("briefing")
    texts = {"bc-2022.txt": LAST_YEAR, "bc-2023.txt": THIS_YEAR, "bc-nam-so.txt": NEIGHBOUR}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with real_library(folder / "home") as opened:
        assert not opened.add([folder / name for name in texts]).failed
        yield opened


@pytest.fixture(scope="module")
def material(library: Library) -> Material:
    found: Material = []
    for info in library.records():
        record = library.record(info.id)
        assert record is not None
        found.append((record, library.figures(record_ids=[info.id])))
    return found


def made(material: Material, first: int, last: int, *topics: str) -> Briefing:
    choice = Choice(PLACE, first, last, topics)
    return redrafted(Briefing(), choice, draft(material, choice))


def said(briefing: Briefing, part: str) -> str:
    return " ".join(s.text for s in briefing.sentences if s.part == part)


def assert_every_figure_is_cited(briefing: Briefing, library: Library) -> None:
    for sentence in briefing.sentences:
        quotes = [c.quote for c in sentence.citations]
        for cited in sentence.citations:
            record = library.record(cited.record_id)
            assert record is not None
            assert record.document.text[cited.start : cited.end] == cited.quote
            assert record.place == PLACE
        held = {n for quote in quotes for n in NUMBER.findall(quote)}
        for number in NUMBER.findall(sentence.text):
            # a year may stand in the heading above; then the record must be of that year
            years = {NUMBER.findall(c.title)[0] for c in sentence.citations}
            assert number in held or number in years or number in ("2023", "2024"), sentence


@pytest.mark.parametrize("first,last", [(2022, 2022), (2023, 2023), (2022, 2023)])
def test_every_figure_stands_in_a_cited_passage(
    library: Library, material: Material, first: int, last: int
) -> None:
    briefing = made(material, first, last)
    assert len(briefing.sentences) >= 4
    assert all(is_sourced(s) for s in briefing.sentences)
    assert_every_figure_is_cited(briefing, library)


def test_one_years_figures_never_stand_under_the_other(material: Material) -> None:
    last, this = made(material, 2022, 2022), made(material, 2023, 2023)
    assert "31,7" in said(last, "results") and "34,9" not in said(last, "results")
    assert "34,9" in said(this, "results") and "31,7" not in said(this, "results")
    both = {s.text for s in made(material, 2022, 2023).of("results")}
    for text in both:
        year = "2022" if {"31,7", "52,3", "870"} & set(NUMBER.findall(text)) else "2023"
        assert text.startswith(f"Năm {year}"), text


def test_neighbours_figures_stay_out(material: Material) -> None:
    text = " ".join(s.text for s in made(material, 2022, 2023).sentences)
    assert "44,1" not in text and "61,7" not in text


def test_each_part_holds_what_it_is_named_for(material: Material) -> None:
    last, this = made(material, 2022, 2022), made(material, 2023, 2023)
    assert "3/11 xã" in said(last, "limits")
    assert "vốn đối ứng" in said(last, "causes")
    assert "35,5 triệu đồng" in said(last, "targets") and "35,5" not in said(this, "targets")
    assert "38,4 triệu đồng" in said(this, "targets")
    assert "160 ha" in said(this, "tasks")


def test_topics_leave_the_others_out(material: Material) -> None:
    text = " ".join(s.text for s in made(material, 2022, 2022, "environment").sentences)
    assert "52,3%" in text and "31,7" not in text


def test_records_that_differ_are_both_marked(library: Library, material: Material) -> None:
    record, figures = next(m for m in material if m[0].source == "bc-2023.txt")
    from dataclasses import replace

    text = record.document.text.replace("34,9", "33,3")
    other = replace(record, id="other", document=replace(record.document, text=text))
    changed = [
        replace(f, record_id="other", value=replace(f.value, numbers=(f.value.numbers[0] - 1,)))
        for f in figures
    ]
    choice = Choice(PLACE, 2023, 2023)
    found = draft([(record, figures), (other, changed)], choice)
    marked = [s.text for s in found if s.conflict]
    assert any("34,9" in t for t in marked) and any("33,3" in t for t in marked)


def cited(quote: str, record_id: str = "r", start: int = 0) -> Citation:
    return Citation(record_id, "a.txt", "Báo cáo 2023", quote, start, start + len(quote))


INCOME = "Thu nhập đạt 34,9 triệu đồng, tăng 3,2 triệu đồng, bằng 98% kế hoạch 35,5."
ONE = Briefing(sentences=(Sentence(1, "results", INCOME, INCOME, (cited(INCOME),)),))


@pytest.mark.parametrize(
    "text,lost",
    [
        (INCOME, []),
        (INCOME.replace("Thu nhập đạt", "Thu nhập của người dân đã đạt"), []),
        (INCOME.replace("34,9", "35,9"), ["35,9"]),
        (INCOME.replace("34,9", "98"), ["98"]),  # stands in the passage, as another figure
        (INCOME.replace("3,2 triệu", "3,2 triệu và 7"), ["7"]),
        (INCOME.replace("98%", "9,8%"), ["9,8"]),
        ("Thu nhập đạt 34,9 triệu đồng.", []),
    ],
)
def test_figure_changed_by_hand_loses_its_source(text: str, lost: list[str]) -> None:
    (sentence,) = edited(ONE, 1, text).sentences
    assert [sentence.text[a:b] for a, b in unsourced(sentence)] == lost
    assert is_sourced(sentence) == (not lost)
    assert len(sources(edited(ONE, 1, text))) == (0 if lost else 1)


def test_swapped_figures_are_not_both_sourced() -> None:
    swapped = INCOME.replace("34,9", "x").replace("3,2", "34,9").replace("x", "3,2")
    (sentence,) = edited(ONE, 1, swapped).sentences
    assert unsourced(sentence) and not is_sourced(sentence)


@given(st.text(alphabet="0123456789,.% abcđạt/-", max_size=60))
def test_whatever_is_typed_only_cited_figures_count_as_sourced(text: str) -> None:
    after = edited(ONE, 1, text)
    for sentence in after.sentences:
        if is_sourced(sentence):
            assert set(NUMBER.findall(sentence.text)) <= set(NUMBER.findall(INCOME))


def test_own_sentence_has_no_source_and_empty_text_takes_a_sentence_out() -> None:
    after = written(ONE, "tasks", "  Trồng   200 ha rừng. ")
    own = after.of("tasks")[0]
    assert own.text == "Trồng 200 ha rừng." and len(unsourced(own)) == 1
    assert edited(after, 1, "  ").dropped == ONE.sentences
    assert written(ONE, "tasks", " ") == ONE


def three() -> Briefing:
    return Briefing(
        sentences=tuple(
            Sentence(n, p, str(n)) for n, p in ((1, "results"), (2, "results"), (3, "limits"))
        )  # type: ignore[arg-type]  # fmt: skip
    )


def order(briefing: Briefing) -> list[tuple[int, str]]:
    return [(s.id, s.part) for part in PARTS for s in briefing.of(part)]


def test_sentence_moves_within_its_part_and_into_the_next() -> None:
    assert order(moved(three(), 2, -1)) == [(2, "results"), (1, "results"), (3, "limits")]
    assert order(moved(three(), 2, 1)) == [(1, "results"), (2, "limits"), (3, "limits")]
    assert order(moved(three(), 3, -1)) == [(1, "results"), (2, "results"), (3, "results")]
    assert moved(three(), 1, -1) == three() == moved(three(), 99, 1)


def test_what_was_taken_out_comes_back() -> None:
    out = dropped(three(), 1)
    assert [s.id for s in out.sentences] == [2, 3] and [s.id for s in out.dropped] == [1]
    assert {s.id for s in restored(out, 1).sentences} == {1, 2, 3}
    empty = cleared(out)
    assert not empty.sentences and {s.id for s in empty.dropped} == {1, 2, 3}


def test_new_draft_keeps_what_a_person_made(material: Material) -> None:
    first = made(material, 2022, 2022)
    at = first.of("results")[0].id
    mine = edited(written(first, "tasks", "Câu tự viết."), at, "Câu đã sửa, 31,7 triệu đồng.")
    mine = collected(
        mine, Answer("Thu nhập: 34,9 triệu đồng [1].", True, citations=(cited(INCOME),))
    )
    again = redrafted(mine, Choice(PLACE, 2023, 2023), draft(material, Choice(PLACE, 2023, 2023)))
    texts = [s.text for s in again.sentences]
    assert {"Câu tự viết.", "Câu đã sửa, 31,7 triệu đồng.", "Thu nhập: 34,9 triệu đồng."} <= set(
        texts
    )
    assert "52,3" not in " ".join(texts)
    assert len({s.id for s in again.sentences}) == len(again.sentences)


def test_answer_is_taken_with_the_citations_of_each_line() -> None:
    answer = Answer(
        "Kết quả năm 2023: 34,9 triệu đồng [1].\n- Chỉ tiêu năm 2024: 38,4 triệu đồng [2].\n"
        "Chênh 3,5.",
        True,
        citations=(cited("đạt 34,9 triệu đồng"), cited("38,4 triệu đồng", start=50)),
        computed=("3,5",),
    )
    found = collected(Briefing(), answer).sentences
    assert [s.part for s in found] == ["results", "targets", "results"]
    assert [is_sourced(s) for s in found] == [True, True, False]
    assert found[1].text == "Chỉ tiêu năm 2024: 38,4 triệu đồng."


def test_citation_that_its_record_no_longer_holds_is_no_source() -> None:
    assert sources(verified(ONE, {"r": INCOME}.get)) == (cited(INCOME),)
    for text in ({"r": INCOME.replace("34,9", "35,0")}, {"r": ""}, {}):
        assert sources(verified(ONE, text.get)) == ()


def test_same_passage_has_one_number(tmp_path: Path) -> None:
    twice = Briefing(
        sentences=(*ONE.sentences, Sentence(2, "limits", INCOME, INCOME, (cited(INCOME),)))
    )
    assert len(sources(twice)) == 1


DEVSET = Path(__file__).resolve().parents[3] / "shared" / "devset" / "records"


@pytest.mark.skipif(not DEVSET.is_dir(), reason="the shared records are not on this machine")
def test_every_figure_of_a_real_briefing_stands_in_a_cited_passage(tmp_path: Path) -> None:
    with real_library(tmp_path / "home") as library:
        library.add([DEVSET])
        found = [
            (library.record(i.id), library.figures(record_ids=[i.id])) for i in library.records()
        ]
        choice = Choice("huyện Sơn Bình", 2023, 2024)
        briefing = redrafted(Briefing(), choice, draft([(r, f) for r, f in found if r], choice))
        assert len(briefing.sentences) > 40
        for sentence in briefing.sentences:
            held: set[str] = set()
            for c in sentence.citations:
                record = library.record(c.record_id)
                assert record is not None and record.document.text[c.start : c.end] == c.quote
                held |= set(NUMBER.findall(c.quote))
            # years of the period are read from headings and column heads
            numbers = {n for n in NUMBER.findall(sentence.text) if not re.fullmatch(r"20\d\d", n)}
            assert numbers <= held, sentence
