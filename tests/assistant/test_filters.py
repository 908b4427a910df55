"""Filters fill in what a question leaves out, and records that are not chosen stay closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.filters import Filters
from assistant.wording import NOT_FOUND
from index.library import Library
from tests.assistant.records import knowing, library_of

MAI_TRACH, DONG_VI = "huyện Mai Trạch", "huyện Đông Vĩ"
POOR = "Tỷ lệ hộ nghèo là bao nhiêu?"


def record_ids(library: Library, *sources: str) -> tuple[str, ...]:
    return tuple(i.id for i in library.records() if i.source in sources)


def cited(answer: Answer) -> set[str]:
    return {c.source for c in answer.citations}


@pytest.mark.parametrize(
    "question,filters,says",
    [
        (POOR, Filters(DONG_VI, 2024), "5,4%"),
        (POOR, Filters(MAI_TRACH, 2024), "7,1%"),
        (POOR, Filters(MAI_TRACH, 2023), "8,6%"),
        ("Ty le ho ngheo la bao nhieu?", Filters(MAI_TRACH, 2023), "8,6%"),
        ("What was the poverty rate?", Filters(MAI_TRACH, 2023), "8,6%"),
        # its own year or place wins, the other half is still filled in
        ("Tỷ lệ hộ nghèo năm 2023 là bao nhiêu?", Filters(MAI_TRACH, 2024), "8,6%"),
        ("Tỷ lệ hộ nghèo của huyện Mai Trạch?", Filters(DONG_VI, 2023), "8,6%"),
        # a comparison of places keeps them all
        ("So sánh tỷ lệ hộ nghèo giữa các huyện?", Filters(MAI_TRACH, 2024), "5,4%"),
        # two amounts in one question
        (
            "Còn bao nhiêu phần trăm hộ nghèo, thu nhập bình quân đầu người bao nhiêu?",
            Filters(DONG_VI, 2024),
            "56 triệu",
        ),
    ],
)
def test_place_and_year_fill_in_what_is_left_out(
    assistant: Assistant, question: str, filters: Filters, says: str
) -> None:
    answer = assistant.ask(question, filters=filters)
    assert answer.found and says in answer.text and answer.filtered


def test_line_says_which_filters_were_used_and_which_were_not(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hộ nghèo năm 2023?", filters=Filters(MAI_TRACH, 2024))
    assert f"Theo bộ lọc: {MAI_TRACH}." in answer.filter_note
    assert "không dùng bộ lọc năm 2024" in answer.filter_note


def test_course_over_years_is_not_cut_to_one(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hộ nghèo qua các năm?", filters=Filters(MAI_TRACH, 2024))
    assert "8,6%" in answer.text and "7,1%" in answer.text


def test_half_of_a_year_is_the_filters_year(assistant: Assistant) -> None:
    answer = assistant.ask("Thu ngân sách 6 tháng đầu năm?", filters=Filters(MAI_TRACH, 2023))
    assert answer.year == 2023


def test_follow_up_stays_with_what_the_question_before_it_named(assistant: Assistant) -> None:
    before = ["Tỷ lệ hộ nghèo năm 2023 của huyện Mai Trạch là bao nhiêu?"]
    leaning = assistant.ask("Còn chỉ tiêu?", before, filters=Filters(DONG_VI, 2024))
    assert (leaning.place, leaning.year, leaning.filtered) == (MAI_TRACH, 2023, False)
    afresh = assistant.ask("Thu nhập bình quân đầu người?", before, filters=Filters(DONG_VI, 2024))
    assert "56 triệu" in afresh.text


def test_follow_up_inherits_what_a_filter_filled_in(assistant: Assistant) -> None:
    answer = assistant.ask("Còn năm 2023?", [POOR], filters=Filters(MAI_TRACH, 2024))
    assert "8,6%" in answer.text and answer.place == MAI_TRACH


def test_only_chosen_kinds_and_records_are_searched(assistant: Assistant, records: Library) -> None:
    minutes = assistant.ask(POOR, filters=Filters(kinds=("minutes",)))
    assert cited(minutes) == {"bien-ban-mai-trach-2024.md"}
    (chosen,) = record_ids(records, "bao-cao-dong-vi-2024.md")
    assert "5,4%" in assistant.ask(POOR, filters=Filters(records=(chosen,))).text
    both = Filters(MAI_TRACH, kinds=("minutes",), records=(chosen,))
    assert "7,1%" in assistant.ask(POOR, filters=both).text
    sentence = assistant.ask("Ai ký nghị quyết, thông qua thế nào?", filters=both)
    assert cited(sentence) <= {"bien-ban-mai-trach-2024.md", "bao-cao-dong-vi-2024.md"}


@pytest.mark.parametrize(
    "question,filters,head",
    [
        (POOR, Filters(MAI_TRACH, 2019), "phạm vi lọc (năm 2019, huyện Mai Trạch)"),
        (POOR, Filters(kinds=("plan",)), "phạm vi lọc (hồ sơ đã chọn)"),
        ("What was the poverty rate?", Filters(year=2019), "within the filter (2019)"),
    ],
)
def test_nothing_within_the_filter_is_said_so(
    assistant: Assistant, question: str, filters: Filters, head: str
) -> None:
    answer = assistant.ask(question, filters=filters)
    assert not answer.found and answer.filtered
    assert head in answer.text.split(". ")[0] and NOT_FOUND["vi"] not in answer.text


def test_filters_that_had_no_part_are_not_blamed(assistant: Assistant) -> None:
    asked = "Tỷ lệ hộ nghèo năm 2019 của huyện Đông Vĩ?"
    answer = assistant.ask(asked, filters=Filters(MAI_TRACH, 2024))
    assert answer.text.startswith(NOT_FOUND["vi"]) and not answer.filtered


def test_no_filter_changes_nothing(assistant: Assistant) -> None:
    assert assistant.ask(POOR, filters=Filters()) == assistant.ask(POOR)
    assert not assistant.ask(POOR).filtered


def test_answer_says_what_it_took_for_granted(assistant: Assistant) -> None:
    answer = assistant.ask("Kết quả tỷ lệ hộ nghèo là bao nhiêu?")
    assert answer.place in answer.understood and str(answer.year) in answer.understood


def test_choices_are_places_and_years_that_figures_are_of(assistant: Assistant) -> None:
    choices = assistant.filter_choices()
    assert set(choices.places) == {MAI_TRACH, DONG_VI}
    assert choices.years == (2025, 2024, 2023)


def test_narrowed_search_follows_the_library(tmp_path: Path) -> None:
    with library_of(tmp_path) as library:
        assistant, minutes = Assistant(library), Filters(kinds=("minutes",))
        assert assistant.ask(POOR, filters=minutes).found
        library.remove(*record_ids(library, "bien-ban-mai-trach-2024.md"))
        assert not assistant.ask(POOR, filters=minutes).found


def test_that_commune_is_the_one_found_within_the_filters(tmp_path: Path) -> None:
    head = (
        "Mỏ Vàng, ngày 12 tháng 12 năm 2024\n\n| Xã | Tỷ lệ hộ nghèo năm 2024 (%) | Số hộ nghèo |"
    )
    texts = {
        "bc.md": f"# UBND huyện Mỏ Vàng: báo cáo năm 2024\n\n{head}\n|---|---|---|\n"
        "| Nà Lơi | 12,4 | 96 |\n| Pom Lót | 31,7 | 215 |\n",
        "bb.md": f"# Biên bản họp UBND huyện Mỏ Vàng\n\n{head}\n|---|---|---|\n"
        "| Sơn Hội | 48,2 | 377 |\n| Khe Ráy | 8,1 | 44 |\n",
    }
    first = "Xã nào ở Mỏ Vàng có tỷ lệ hộ nghèo cao nhất năm 2024?"
    with knowing(tmp_path, texts) as assistant:
        answer = assistant.ask(
            "Xã đó có mấy hộ nghèo?", [first], filters=Filters(kinds=("report",))
        )
    assert answer.found and "215" in answer.text
