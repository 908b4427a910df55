"""A follow-up inherits exactly what it leaves out."""

from __future__ import annotations

import pytest

from assistant.conversation import Resolved, has_subject, resolve
from assistant.question import read_question
from corpus.places import Place
from corpus.record import Period
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
MAI_TRACH, DONG_VI = Place("huyện", "Mai Trạch"), Place("huyện", "Đông Vĩ")
FIRST = "Chỉ tiêu tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?"


def asked(*texts: str) -> Resolved:
    places = (MAI_TRACH, DONG_VI)
    return resolve(
        [read_question(t, VOCABULARY, places, 2024, follows=n > 0) for n, t in enumerate(texts)]
    )


def test_first_question_stands_as_it_is() -> None:
    only = asked(FIRST)
    assert (only.standalone, only.note, only.before) == (FIRST, "", None)


def test_another_year_keeps_indicator_place_and_kind() -> None:
    question = asked(FIRST, "Còn năm 2023?").question
    assert question.periods == (Period(2023, 2023),)
    assert question.places == (MAI_TRACH,)
    assert question.form.families == {"poor_households"}
    assert question.kind == "target"


def test_another_place_keeps_indicator_year_and_kind() -> None:
    question = asked(FIRST, "Còn huyện Đông Vĩ?").question
    assert question.places == (DONG_VI,)
    assert question.periods == (Period(2024, 2024),)
    assert question.form.families == {"poor_households"}
    assert question.kind == "target"


def test_another_indicator_keeps_year_place_and_kind() -> None:
    question = asked(FIRST, "Còn thu ngân sách?").question
    assert question.form.families == {"budget_revenue"}
    assert (question.periods, question.places) == ((Period(2024, 2024),), (MAI_TRACH,))
    assert question.kind == "target"


def test_result_after_target_changes_the_kind_only() -> None:
    question = asked(FIRST, "Thực hiện được bao nhiêu?").question
    assert question.kind == "result"
    assert question.form.families == {"poor_households"}
    assert (question.periods, question.places) == ((Period(2024, 2024),), (MAI_TRACH,))


def test_cause_after_a_value_is_asked_of_the_same_thing() -> None:
    question = asked(FIRST, "Vì sao?").question
    assert question.intent == "why"
    assert question.form.families == {"poor_households"}
    assert question.places == (MAI_TRACH,)


def test_next_year_counts_from_the_last_question() -> None:
    assert asked(FIRST, "Thế năm tới?").question.periods == (Period(2025, 2025),)
    assert asked(FIRST, "Còn năm trước?").question.periods == (Period(2023, 2023),)


def test_of_a_later_year_there_may_be_only_a_plan() -> None:
    first = "Thu ngân sách thực hiện năm 2024 của huyện Mai Trạch là bao nhiêu?"
    assert asked(first).question.kind == "result"
    assert asked(first, "Còn năm 2025 thì sao?").question.kind == ""
    assert asked(first, "Còn năm 2023 thì sao?").question.kind == "result"


def test_what_something_cost_is_not_asked_of_its_beginning() -> None:
    first = "Chợ trung tâm huyện Mai Trạch khởi công ngày nào?"
    money = asked(first, "Thế tổng vốn bao nhiêu?").question
    assert (money.intent, money.form.rest) == ("value", ("cho", "trung", "tam"))


def test_what_works_cost_is_asked_of_the_works_spoken_of() -> None:
    first = "Chợ trung tâm huyện Mai Trạch khởi công ngày nào?"
    cost = asked(first, "Tổng mức đầu tư bao nhiêu?").question
    assert cost.form.families == {"project_cost"}
    assert cost.form.rest == ("cho", "trung", "tam")


def test_missed_targets_that_were_counted_are_asked_for_by_name() -> None:
    first = "Năm 2023 huyện Mai Trạch có mấy chỉ tiêu không đạt?"
    named = asked(first, "Cụ thể là những cái nào?").question
    assert (named.intent, named.status) == ("list", "missed")


def test_the_end_of_the_year_follows_its_half() -> None:
    first = "6 tháng đầu năm 2023 thu ngân sách huyện Mai Trạch bao nhiêu?"
    assert asked(first, "Đến cuối năm đó thì sao?").question.periods == (Period(2023, 2023),)


def test_what_was_settled_in_the_end_is_a_plan() -> None:
    first = "Giữa năm 2022 HĐND huyện Mai Trạch nâng chỉ tiêu khách du lịch lên bao nhiêu?"
    assert asked(first, "trồng rừng chốt lại còn bao nhiêu ha?").question.kind == "target"


def test_a_paper_is_not_another_places() -> None:
    first = "Theo báo cáo số 655 của huyện Mai Trạch tỷ lệ hộ nghèo năm 2023 là bao nhiêu?"
    assert asked(first, "Còn năm 2022?").question.meeting
    assert asked(first, "Thế ở huyện Đông Vĩ?").question.meeting == ""


def test_inheritance_runs_over_several_questions() -> None:
    question = asked(FIRST, "Còn năm 2023?", "Còn huyện Đông Vĩ?").question
    assert (question.periods, question.places) == ((Period(2023, 2023),), (DONG_VI,))
    assert question.form.families == {"poor_households"}


def test_question_complete_in_itself_inherits_nothing() -> None:
    text = "Thu ngân sách năm 2023 của huyện Đông Vĩ là bao nhiêu?"
    alone, after = asked(text), asked(FIRST, text)
    assert after == alone


def test_new_subject_and_place_do_not_take_the_old_year() -> None:
    assert asked(FIRST, "Ai là Chủ tịch UBND huyện Đông Vĩ?").question.periods == ()


def test_a_part_of_the_year_is_of_the_year_spoken_of() -> None:
    first = "Chỉ tiêu tỷ lệ hộ nghèo năm 2023 của huyện Mai Trạch là bao nhiêu?"
    assert asked(first, "6 tháng đầu năm làm được mấy?").question.periods == (
        Period(2023, 2023, "h1"),
    )
    assert asked(first, "Quý I năm 2024 thì sao?").question.periods == (Period(2024, 2024, "q1"),)


def test_a_task_is_due_when_it_is() -> None:
    first = "Ai chủ trì hội nghị tổng kết năm 2023 của huyện Mai Trạch?"
    follow_up = asked(first, "Phòng Dân tộc được giao bàn giao bồn nước, khi nào xong?").question
    assert follow_up.periods == ()


@pytest.mark.parametrize(
    "follow_up, post",
    [("thế còn phó bí thư?", "pho bi thu chi bo"), ("thế còn phó chủ tịch thì sao?", "")],
)
def test_a_deputy_is_asked_for_in_the_same_body(follow_up: str, post: str) -> None:
    question = asked("Ai là bí thư chi bộ thôn Mây?", follow_up).question
    assert (question.post if question.intent == "who" else "") == post


def test_the_whole_of_what_was_admitted_is_asked_for_itself() -> None:
    first = "Huyện Mai Trạch kết nạp bao nhiêu hội viên mới năm 2024?"
    assert asked(first, "Vậy tổng số hội viên là bao nhiêu?").question.form.families == frozenset()


def test_a_place_by_its_number_is_kept() -> None:
    first = "Khu 8 xã Mai Trạch năm 2025 còn bao nhiêu hộ nghèo?"
    assert asked(first, "Hộ cận nghèo thì sao?").question.numbered == "khu 8"
    assert asked(first, "Còn khu 9?").question.numbered == "khu 9"


def test_what_was_inherited_is_said() -> None:
    assert asked(FIRST, "Còn năm 2023?").note == (
        "Hiểu tiếp theo câu trước: cùng chỉ tiêu, huyện Mai Trạch."
    )
    english = asked("What was the poverty rate in 2024?", "And what is it for 2023?")
    assert english.note.startswith("Read on from before: same indicator")


def test_standalone_form_holds_what_was_inherited() -> None:
    standalone = asked(FIRST, "Còn thu ngân sách?").standalone
    assert standalone == "Còn thu ngân sách năm 2024 huyện Mai Trạch"
    assert asked(FIRST, "Còn năm 2023?").standalone == f"{FIRST} Còn năm 2023?"


def test_subject_is_an_indicator_a_post_or_words_enough() -> None:
    assert has_subject(asked("Thu ngân sách?").question)
    assert has_subject(asked("Ai là Bí thư Huyện ủy?").question)
    assert has_subject(asked("Phương án đấu giá khu đất chợ cũ?").question)
    assert not has_subject(asked("Còn năm 2023?").question)
