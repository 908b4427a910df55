"""Ways in which staff put a question, each read for what it asks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.attendance import asks_attendance
from assistant.conversation import resolve
from assistant.english import is_english
from assistant.organisations import without_body
from assistant.posts import tells_another_post, with_whole_initials
from assistant.question import Question, read_question
from assistant.ranks import asks_rank
from assistant.rephrasing import counted_from, with_last_term, with_school_year
from corpus.normalize import fold
from corpus.places import Place
from corpus.record import Period
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
SON_CA, HOA_GAO = Place("huyện", "Sơn Ca"), Place("xã", "Hoa Gạo")
COOPERATIVE = Place("hợp tác xã", "Hoa Gạo")
KNOWN = (SON_CA, HOA_GAO, COOPERATIVE)


def read(text: str, *, follows: bool = False) -> Question:
    return read_question(text, VOCABULARY, KNOWN, newest_year=2024, follows=follows)


@pytest.mark.parametrize(
    "text, intent",
    [
        ("6 tháng đầu năm 2023, cớ gì thu ngân sách huyện Sơn Ca lại thấp?", "why"),
        ("Xã Hoa Gạo năm 2023 sao chưa đạt nông thôn mới?", "why"),
        ("Dư nợ năm 2023 của huyện Sơn Ca không đạt là tại đâu?", "why"),
        ("Nhà dột nát ở huyện Sơn Ca năm 2024 xóa xong chưa?", "yes_no"),
        ("Huyện Sơn Ca cuối 2023 đã có 13 xã nông thôn mới như kế hoạch chưa?", "plan_share"),
        ("Năm 2022 huyện Sơn Ca kéo tỷ lệ hộ nghèo xuống mấy điểm phần trăm?", "change"),
        ("Đề xuất nâng thu ngân sách lên 110 tỷ đồng có được thông qua không?", "yes_no"),
        ("Bốn chỉ tiêu chưa hoàn thành năm 2023 của huyện Sơn Ca?", "list"),
        ("Ba khâu đột phá của Đảng bộ xã Hoa Gạo?", "list"),
        ("Ai đứng ra giải trình chuyện xe phải chờ?", "who"),
        ("Cuộc họp kiểm điểm chống hạn ngày 12/9/2024 ai chủ trì?", "who"),
        ("Đại hội thành viên họp hôm bao nhiêu?", "meeting_date"),
        ("How many households were poor in 2022, and was that up or down?", "change"),
    ],
)
def test_intents(text: str, intent: str) -> None:
    assert read(text).intent == intent


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Còn bao nhiêu hộ nghèo cuối năm 2024 (số hộ, không phải tỷ lệ)?", "result"),
        ("Dư nợ năm vừa qua của xã Hoa Gạo?", "result"),
        ("Chủ tịch xã hứa cuối năm đưa tỷ lệ hộ nghèo xuống bao nhiêu?", "target"),
        ("Qua kiểm tra phải thu hồi bao nhiêu tiền?", ""),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_why_a_plan_was_missed_asks_of_what_was_reached() -> None:
    assert read("Vì sao huyện Sơn Ca không đạt chỉ tiêu nước sạch năm 2023?").kind == ""


def test_who_demands_is_not_asked_about() -> None:
    asked = read("Thường trực Huyện ủy Sơn Ca yêu cầu xã Hoa Gạo thu ngân sách bao nhiêu?")
    assert asked.places == (HOA_GAO,)
    assert asked.intent == "value"


def test_a_cooperatives_trade_is_no_part_of_what_is_asked() -> None:
    asked = read("HTX Dịch vụ nông nghiệp Hoa Gạo năm 2023 doanh thu bao nhiêu?")
    assert asked.places == (COOPERATIVE,)
    assert asked.form.rest == ()


def test_which_resolution_says_nothing_of_the_indicator() -> None:
    asked = read(
        "Nghị quyết Huyện ủy Sơn Ca về nhiệm vụ năm 2023 đề ra kết nạp bao nhiêu đảng viên?"
    )
    assert asked.form.families == {"party_members_admitted"}
    assert asked.form.rest == ()


def test_records_that_disagree_are_of_no_one_meeting() -> None:
    asked = read(
        "Hộ nghèo năm 2023: số trong hội nghị lần 21 với số của Phòng Tài chính có khớp không?"
    )
    assert asked.meeting == ""


def test_a_part_of_a_total_is_the_narrower_indicator() -> None:
    asked = read(
        "Trong sản lượng thủy sản năm 2022 của huyện Sơn Ca, phần nuôi trồng được mấy tấn?"
    )
    assert asked.form.families == {"aquaculture_output"}


@pytest.mark.parametrize(
    "text, english",
    [
        ("Who took over from Lương Thế Khoát as Party secretary of Sơn Bình district?", True),
        ("Export turnover target of Phú Lộc Hạ for 2023?", True),
        ("Thu ngân sách huyện Sơn Bình năm 2023 là bao nhiêu?", False),
        ("thu ngan sach huyen son binh nam 2023", False),
    ],
)
def test_names_with_accents_make_no_vietnamese_question(text: str, english: bool) -> None:
    assert is_english(text, fold(text)) is english


def test_the_chairman_of_a_level_is_its_committees() -> None:
    assert with_whole_initials("Chủ tịch thị xã Sơn Ca là ai?").startswith("Chủ tịch UBND thị xã")
    assert with_whole_initials("Chủ tịch HĐND xã").startswith("Chủ tịch HĐND xã")


def test_a_post_in_another_body_is_another_post() -> None:
    told = "Đồng chí Vũ Hải Đông, Bí thư Đảng ủy xã chủ trì."
    assert tells_another_post("bi thu doan xa", told)
    assert not tells_another_post("bi thu dang uy", told)
    assert not tells_another_post("bi thu", told)


def test_enough_doses_are_no_attendance() -> None:
    assert not asks_attendance(read("Bao nhiêu phần trăm người dân tiêm đủ 2 mũi vắc xin?"))
    assert asks_attendance(read("Bao nhiêu đại biểu dự hội nghị?"))
    assert asks_attendance(read("Hội nghị vắng ai?"))


@pytest.mark.parametrize(
    "text", ["Giải ngân của huyện đứng thứ mấy trong tỉnh?", "Thu nhập xã Hoa Gạo xếp hạng mấy?"]
)
def test_ranks(text: str) -> None:
    assert asks_rank(read(text))
    assert not asks_rank(read("Xã Hoa Gạo thu ngân sách được mấy tỷ đồng?"))


def test_years_count_from_the_given_one() -> None:
    assert counted_from(2023, "Năm tới xã thu bao nhiêu, năm nay thì sao?") == (
        "năm 2024 xã thu bao nhiêu, năm 2023 thì sao?"
    )
    assert counted_from(2023, "Năm học tới có mấy lớp?") == "Năm học tới có mấy lớp?"
    assert with_last_term(Period(2015, 2020), "Nhiệm kỳ vừa qua kết nạp mấy người?") == (
        "nhiệm kỳ 2015-2020 kết nạp mấy người?"
    )


@pytest.mark.parametrize(
    "newest, said, written",
    [
        (date(2023, 5, 27), "Năm học tới", "năm học 2023-2024"),
        (date(2023, 5, 27), "Năm học này", "năm học 2022-2023"),
        (date(2023, 9, 30), "năm học mới", "năm học 2024-2025"),
    ],
)
def test_school_years_count_from_the_newest_paper(newest: date, said: str, written: str) -> None:
    assert with_school_year(newest, f"{said} có mấy lớp?") == f"{written} có mấy lớp?"


def test_the_longest_body_named_is_taken_out() -> None:
    names = ("ban thanh tra nhan dan", "ban thanh tra")
    asked, body = without_body("Ban Thanh tra nhân dân xã Hoa Gạo giám sát mấy cuộc?", names)
    assert (asked, body) == ("xã Hoa Gạo giám sát mấy cuộc?", "ban thanh tra nhan dan")
    assert without_body("Xã Hoa Gạo giám sát mấy cuộc?", names) == ("", "")


@given(st.text(max_size=80))
def test_any_text_counts_its_years_without_fail(text: str) -> None:
    counted_from(2024, text)
    with_school_year(date(2024, 5, 1), text)
    without_body(text, ("ban thanh tra nhan dan",))


def follow(*texts: str) -> Question:
    return resolve([read(text, follows=n > 0) for n, text in enumerate(texts)]).question


def test_what_a_resolution_set_is_reached_in_another_paper() -> None:
    asked = follow(
        "Nghị quyết 18 của HĐND xã Hoa Gạo điều chỉnh chỉ tiêu thu ngân sách năm 2024 ra sao?",
        "Cuối năm thực thu được bao nhiêu?",
    )
    assert (asked.kind, asked.meeting, asked.status) == ("result", "", "")


def test_the_year_after_the_one_spoken_of_may_be_reached() -> None:
    asked = follow(
        "Năm 2022 huyện Sơn Ca thu ngân sách bao nhiêu?", "Năm sau đó thì được bao nhiêu?"
    )
    assert (asked.kind, asked.periods) == ("result", (Period(2023, 2023),))
