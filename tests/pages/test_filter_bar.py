"""Chips and form of the filters: what is chosen, offered, taken off, refused."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.filters import Choices, Filters
from index.library import Library
from pages.answer_view import turn_html
from pages.arranging import Arranging
from pages.ask import AskPage
from pages.conversation import Conversation, Turn
from pages.filter_bar import bar_html, form_html, read_form, record_label, without
from pages.text import texts
from tests.pages.conftest import HOSTILE, FixedAssistant, add, answer_about

T = texts("vi")
OWNER = "user:lan"
CHOICES = Choices(("huyện Tân Lũng", "xã Nậm Hồi", "xã Nậm Tả"), (2024, 2023))


class Choosing(FixedAssistant):
    """Notes the filters of each question."""

    def __init__(self, *answers: Answer) -> None:
        super().__init__(*answers)
        self.filters: list[Filters] = []

    def ask(
        self,
        question: str,
        history: list[str] | tuple[str, ...] = (),
        *,
        filters: Filters = Filters(),  # noqa: B008
    ) -> Answer:
        self.filters.append(filters)
        return super().ask(question, history)

    def filter_choices(self) -> Choices:
        return CHOICES


def labels(bar: str) -> list[str]:
    return re.findall(r'<span class="bb-filter"><span[^>]*>([^<]*)</span>', bar)


def offered(bar: str) -> list[str]:
    return re.findall(r">(\+ [^<]*)</button>", bar)


def about(place: str, year: int) -> Turn:
    return Turn("Hỏi?", Answer("Đáp.", found=True, place=place, year=year))


def test_each_filter_is_a_chip_with_its_own_way_off() -> None:
    filters = Filters("huyện Tân Lũng", 2024, ("minutes",), ("a", "b"))
    bar = bar_html(Conversation(filters=filters), {"a": "Biên bản <b>"}, T)
    shown = ["Huyện Tân Lũng", "Năm 2024", "Biên bản", "Biên bản &lt;b&gt;", T.record_gone]
    assert labels(bar) == shown
    assert bar.count('data-do="unfilter"') == 5 and 'aria-label="Bỏ lọc Năm 2024"' in bar
    for part, value, left in (
        ("place", "huyện Tân Lũng", replace(filters, place="")),
        ("year", "2024", replace(filters, year=0)),
        ("kind", "minutes", replace(filters, kinds=())),
        ("record", "a", replace(filters, records=("b",))),
    ):
        assert without(filters, part, value) == left


def test_what_the_last_question_was_about_is_offered_until_it_is_a_filter() -> None:
    talk = Conversation((about("xã Nậm Tả", 2023), about("xã Nậm Hồi", 2024)))
    assert offered(bar_html(talk, {}, T)) == ["+ Xã Nậm Hồi", "+ Năm 2024"]
    chosen = talk.with_filters(Filters("xã Nậm Hồi"))
    assert offered(bar_html(chosen, {}, T)) == ["+ Năm 2024"]
    assert offered(bar_html(Conversation((about("", 0),)), {}, T)) == []


def test_form_is_read_with_or_without_accents(library: Library, report: str) -> None:
    infos = library.records()
    form = {"place": " tan lung ", "year": "2023", "kind-minutes": "on", "record": "bao-cao.txt"}
    chosen, problem = read_form(form, Filters(), CHOICES, infos, T)
    assert (chosen, problem) == (Filters("huyện Tân Lũng", 2023, ("minutes",), (report,)), "")
    whole = {"record": record_label(infos[0])}
    assert read_form(whole, chosen, CHOICES, infos, T)[0] == Filters(records=(report,))


@pytest.mark.parametrize(
    "form,said",
    [
        ({"place": "xã Không Có"}, "xã Không Có"),
        ({"place": "nam"}, "“nam”"),  # two places hold it
        ({"record": "nghị quyết 99"}, "nghị quyết 99"),
    ],
)
def test_form_refuses_what_the_library_does_not_know(
    library: Library, report: str, form: dict[str, str], said: str
) -> None:
    chosen, problem = read_form(form, Filters(year=2023), CHOICES, library.records(), T)
    assert said in problem and not chosen
    again = form_html(chosen, CHOICES, library.records(), T, problem=problem, typed=form)
    assert 'role="alert"' in again and f'value="{next(iter(form.values()))}"' in again


def test_year_that_is_not_listed_is_none() -> None:
    for year in ("1999", "", "abc", None):
        assert read_form({"year": year}, Filters(), CHOICES, [], T) == (Filters(), "")


def test_titles_never_become_markup(library: Library, tmp_path: Path) -> None:
    record = add(library, tmp_path, HOSTILE, "xau.txt")
    arranging = Arranging(library, Choosing(), T)  # type: ignore[arg-type]
    talk = Conversation(filters=Filters(records=(record,)))
    form = arranging.does("filter", {}, Conversation(), OWNER)
    assert form is not None and form.form is not None
    for shown in (arranging.bar(talk), form.form):
        assert "&lt;script&gt;" in shown and "<script" not in shown


def test_filters_are_asked_with_and_kept_with_the_conversation(
    library: Library, report: str
) -> None:
    assistant = Choosing(answer_about(library, report))
    page = AskPage(library, assistant, T)  # type: ignore[arg-type]
    added = page.arranging.does("filter-add", {"place": "huyện Tân Lũng"}, Conversation(), OWNER)
    assert added is not None and added.talk is not None
    *_, (_, _, _, after) = page.ask("Tỷ lệ hộ nghèo?", added.talk, owner=OWNER)
    assert assistant.filters == [Filters("huyện Tân Lũng")]
    again = page.arranging.restored(OWNER, after.id, True)
    assert again == after and again.filters == Filters("huyện Tân Lũng")
    off = page.arranging.does("unfilter", {"part": "place"}, again, OWNER)
    assert off is not None and off.talk is not None and not off.talk.filters
    fresh = page.arranging.does("new", {}, again, OWNER)
    assert fresh is not None and fresh.talk == Conversation()


def test_form_that_is_refused_changes_nothing(library: Library, report: str) -> None:
    arranging = Arranging(library, Choosing(), T)  # type: ignore[arg-type]
    refused = arranging.does("filter-apply", {"form": {"place": "?"}}, Conversation(), OWNER)
    assert refused is not None and refused.talk is None and refused.form
    taken = arranging.does("filter-apply", {"form": {"year": "2024"}}, Conversation(), OWNER)
    assert taken is not None and taken.talk is not None and taken.form == ""
    assert taken.talk.filters == Filters(year=2024)
    for odd in ({}, {"form": "x"}, {"form": {"year": ["2024"]}}):
        assert arranging.does("filter-apply", odd, Conversation(), OWNER) is not None


def test_nothing_found_within_the_filter_offers_to_ask_without(library: Library) -> None:
    answer = Answer("Không tìm thấy trong phạm vi lọc (năm 2024).", found=False, filtered=True)
    note = replace(answer, found=True, filter_note="Theo bộ lọc: năm 2024.")
    assert 'data-do="unfiltered"' in turn_html(Turn("?", answer), 0, T, last=True)
    assert 'data-do="unfiltered"' not in turn_html(Turn("?", answer), 0, T, last=False)
    found = turn_html(Turn("?", note), 1, T, last=True)
    assert "Theo bộ lọc: năm 2024." in found
    assert 'data-do="alone"' not in found and 'data-do="unfiltered"' not in found


def test_empty_library_has_nothing_to_filter(library: Library) -> None:
    assert Arranging(library, Choosing(), T).bar(Conversation()) == ""  # type: ignore[arg-type]
