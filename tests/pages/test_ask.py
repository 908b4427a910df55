"""The conversation: what is asked with which history, and what is shown."""

import json
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from index.library import Library
from pages.answer_view import copied_text, sources_html, turn_html
from pages.ask import AskPage
from pages.conversation import Conversation, Turn
from pages.reader import reader_html
from pages.text import texts
from tests.pages.conftest import HOSTILE, FixedAssistant, add, answer_about, cited

T = texts("vi")


def ask(page: AskPage, question: str, before: Conversation, **how: Any) -> Conversation:
    *_, (_, _, _, after) = page.ask(question, before, **how)
    return after


def test_answer_streams_and_ends_whole(library: Library, report: str) -> None:
    long = replace(answer_about(library, report), text="Tỷ lệ hộ nghèo: 4,5% [1]. " * 20)
    page = AskPage(library, FixedAssistant(long), T)  # type: ignore[arg-type]
    steps = list(page.ask("Tỷ lệ hộ nghèo?", Conversation()))
    assert T.searching in steps[0][1]
    assert len(steps) > 2
    assert 'data-do="cite"' in steps[-1][1] and "4,5%" in steps[-1][1]
    assert [len(after.turns) for *_, after in steps] == [0] * (len(steps) - 1) + [1]


def test_follow_up_is_asked_with_the_questions_before_it(library: Library, report: str) -> None:
    assistant = FixedAssistant(answer_about(library, report))
    page = AskPage(library, assistant, T)  # type: ignore[arg-type]
    after = ask(page, "Câu hai?", ask(page, "Câu một?", Conversation()))
    assert assistant.asked == [("Câu một?", ()), ("Câu hai?", ("Câu một?",))]
    again = ask(page, "Câu hai?", after.without_last(), alone=True)
    assert assistant.asked[-1] == ("Câu hai?", ())
    assert again.turns[-1].alone and len(again.turns) == 2
    assert T.asked_alone in page.current(again)


def test_understanding_of_a_follow_up_can_be_undone_with_a_click(
    library: Library, report: str
) -> None:
    turn = Turn("Còn huyện?", answer_about(library, report))
    assert 'data-do="alone"' in turn_html(turn, 1, T, last=True)
    assert 'data-do="alone"' not in turn_html(turn, 0, T, last=True)


def test_error_is_a_sentence_and_the_conversation_stays(library: Library) -> None:
    class Broken(FixedAssistant):
        def ask(self, question: str, history: object = ()) -> Answer:
            raise RuntimeError("bí mật")

    page = AskPage(library, Broken(), T)  # type: ignore[arg-type]
    *_, (_, current, _, after) = page.ask("Hỏi gì?", Conversation())
    assert T.ask_failed in current and "bí mật" not in current
    assert after == Conversation()


def test_not_found_looks_different_and_is_no_alert(library: Library) -> None:
    shown = turn_html(Turn("Hỏi?", Answer("Không tìm thấy.", found=False)), 0, T, last=True)
    assert "missing" in shown and "alert" not in shown


def test_card_highlights_exactly_the_quote(library: Library, report: str) -> None:
    panel = sources_html(answer_about(library, report), 0, library, T)
    assert panel.count("<mark>") == 1
    assert "<mark>Tỷ lệ hộ nghèo còn 4,5%</mark>; tỷ lệ che phủ rừng" in panel


def test_quote_that_is_no_longer_in_the_record_is_said_to_be_old(
    library: Library, report: str
) -> None:
    answer = answer_about(library, report)
    library.remove(report)
    assert T.source_changed in sources_html(answer, 0, library, T)
    assert T.record_gone in reader_html(library, report, None, T)


def test_mark_stays_with_its_word(library: Library, report: str) -> None:
    shown = turn_html(Turn("?", answer_about(library, report)), 0, T, last=True)
    assert '<span class="bb-nowrap">4,5%<button' in shown


def test_mark_without_a_citation_is_shown_as_text(library: Library, report: str) -> None:
    shown = turn_html(Turn("?", Answer("Xem [7].", found=True)), 0, T, last=True)
    assert "Xem [7]</span>." in shown


def test_document_text_never_becomes_markup(library: Library, tmp_path: Path) -> None:
    record_id = add(library, tmp_path, HOSTILE, "xau.txt")
    record = library.record(record_id)
    assert record is not None
    quote = record.document.text.split("\n\n")[1].partition(";")[0]
    citation = cited(library, record_id, quote)
    answer = Answer(f"{quote} [1]", found=True, citations=(citation,), understood=quote)
    turn = Turn(quote, answer)
    for shown in (
        turn_html(turn, 0, T, last=True),
        sources_html(answer, 0, library, T),
        reader_html(library, record_id, None, T),
    ):
        assert "<img" not in shown and "<script" not in shown
        assert "&lt;img" in shown


def test_copied_text_carries_the_source(library: Library, report: str) -> None:
    copied = copied_text(Turn("Tỷ lệ?", answer_about(library, report)), T)
    assert "4,5%" in copied and "bao-cao.txt" in copied and "“Tỷ lệ hộ nghèo còn 4,5%”" in copied


def test_verdict_is_kept_and_exported_as_a_question(library: Library, report: str) -> None:
    page = AskPage(library, FixedAssistant(answer_about(library, report)), T)  # type: ignore[arg-type]
    asked = ask(page, "Câu hai?", ask(page, "Câu một?", Conversation()))
    rated = page.rate(asked, 1, "wrong", "Phải là 5%")
    assert rated.turns[1].rated == "wrong"
    (line,) = page.feedback.export().decode().splitlines()
    question = json.loads(line)
    assert question["history"] == ["Câu một?"]
    assert (question["verdict"], question["comment"]) == ("wrong", "Phải là 5%")
    assert page.rate(asked, 9, "wrong", "") == asked


def test_empty_library_leads_to_the_records_page(library: Library) -> None:
    assert 'data-do="records"' in AskPage(library, FixedAssistant(), T).welcome()  # type: ignore[arg-type]


def test_stopped_answer_leaves_the_conversation_as_it_was(library: Library, report: str) -> None:
    begun, go_on = threading.Event(), threading.Event()

    class Slow(FixedAssistant):
        def ask(self, question: str, history: list[str] | tuple[str, ...] = ()) -> Answer:
            begun.set()
            go_on.wait(20)
            return super().ask(question, history)

    page = AskPage(library, Slow(answer_about(library, report)), T)  # type: ignore[arg-type]
    steps = page.ask("Hỏi gì?", Conversation(), session="một")
    assert 'data-do="stop"' in next(steps)[1]
    threading.Thread(target=lambda: (begun.wait(20), page.stop("hai"), page.stop("một"))).start()
    *_, (_, current, _, after) = steps
    go_on.set()
    assert T.ask_stopped in current and 'data-do="ask"' in current
    assert after == Conversation()


def test_two_visitors_share_nothing(library: Library, report: str) -> None:
    page = AskPage(library, FixedAssistant(answer_about(library, report)), T)  # type: ignore[arg-type]
    first = ask(page, "Của người thứ nhất?", Conversation())
    second = ask(page, "Của người thứ hai?", Conversation())
    assert "thứ nhất" not in page.current(second) + page.past(second) + page.sources(second)
    assert first.questions == ["Của người thứ nhất?"]


def test_page_just_opened_goes_on_with_what_was_open(library: Library, report: str) -> None:
    page = AskPage(library, FixedAssistant(answer_about(library, report)), T)  # type: ignore[arg-type]
    kept = ask(page, "Hôm qua?", Conversation(), session="hôm qua")
    assert page.bring_back(Conversation(), "hôm nay", lambda: kept) == kept


def test_answer_given_while_a_page_opens_is_not_wiped_away(library: Library, report: str) -> None:
    page = AskPage(library, FixedAssistant(answer_about(library, report)), T)  # type: ignore[arg-type]

    def slow() -> Conversation:
        ask(page, "Hỏi ngay?", Conversation(), session="một")
        return Conversation()

    assert page.bring_back(Conversation(), "một", slow) is None
    assert page.bring_back(Conversation(), "hai", Conversation) == Conversation()
