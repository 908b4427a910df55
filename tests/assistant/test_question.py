"""A question is read into what is asked, of which indicator, period, place and kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plan_cues import asks_of_plan
from assistant.question import Question, read_question
from corpus.normalize import fold
from corpus.places import Place
from corpus.record import Period
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
KNOWN = (Place("huyện", "Mai Trạch"), Place("huyện", "Đông Vĩ"), Place("xã", "Nà Lếch"))


def read(text: str) -> Question:
    return read_question(text, VOCABULARY, KNOWN, newest_year=2024)


INTENTS = [
    ("Tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?", "value"),
    ("Thu ngân sách năm 2024 đạt bao nhiêu phần trăm dự toán?", "plan_share"),
    ("Tỷ lệ hộ nghèo năm 2024 giảm bao nhiêu so với năm 2023?", "change"),
    ("Thu ngân sách qua các năm diễn biến ra sao?", "trend"),
    ("Thu ngân sách năm 2024 nhích lên mấy % so với 2023?", "change"),
    ("Tỷ lệ hòa giải ở cơ sở năm 2024 đạt mấy phần trăm?", "value"),
    ("Bao nhiêu ủy viên ủng hộ phương án đó?", "vote"),
    ("Hội nghị sơ kết họp ở xã nào?", "where"),
    ("Thu ngân sách từ năm 2021 đến năm 2024", "trend"),
    ("So sánh tỷ lệ hộ nghèo của huyện Mai Trạch và huyện Đông Vĩ", "compare"),
    ("Xã nào có tỷ lệ hộ nghèo cao nhất?", "compare"),
    ("Những chỉ tiêu nào không đạt năm 2023?", "list"),
    ("Năm 2023 huyện đạt bao nhiêu chỉ tiêu?", "fulfilled"),
    ("Ai là Chủ tịch UBND huyện Mai Trạch?", "who"),
    ("bí thư huyện Mai Trạch", "who"),
    ("có mấy bí thư chi bộ", "value"),
    ("Nguyên do thu ngân sách giảm?", "why"),
    ("Kết nạp đảng viên hụt hay đạt chỉ tiêu, cụ thể bao nhiêu?", "plan_share"),
    ("Which of the two districts received more tourists in 2023?", "compare"),
    ("Phòng Quản lý đô thị được giao việc gì?", "task"),
    ("Sản lượng chè và mức hoàn thành kế hoạch", "plan_share"),
    ("Thu gom rác năm 2024 đạt chỉ tiêu không?", "plan_share"),
    ("Ấp nào nhiều hộ nghèo nhất?", "compare"),
    ("Năm 2024 huyện về đích mấy chỉ tiêu?", "fulfilled"),
    ("Hội nghị diễn ra ngày nào?", "meeting_date"),
    ("Chợ mới xây ở đâu?", "where"),
    ("Vì sao thu ngân sách giảm?", "why"),
    ("Có bao nhiêu đại biểu tán thành?", "vote"),
    ("Hạn hoàn thành phương án là khi nào?", "task"),
    ("Tỷ lệ hộ nghèo có giảm không?", "yes_no"),
    ("Chủ tịch chỉ đạo những gì?", "passage"),
]


@pytest.mark.parametrize("text, intent", INTENTS)
def test_question_words_tell_what_is_asked(text: str, intent: str) -> None:
    assert read(text).intent == intent


@pytest.mark.parametrize("text, intent", INTENTS)
def test_accents_do_not_change_what_is_asked(text: str, intent: str) -> None:
    assert read(fold(text)).intent == intent


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Chỉ tiêu tỷ lệ hộ nghèo năm 2025?", "target"),
        ("Kế hoạch thu ngân sách năm 2025 là bao nhiêu?", "target"),
        ("Huyện phấn đấu tỷ lệ hộ nghèo năm 2025 bao nhiêu?", "target"),
        ("Thực hiện tỷ lệ hộ nghèo năm 2024?", "result"),
        ("Thu ngân sách năm 2024 thực tế đạt bao nhiêu?", "result"),
        ("Chỉ tiêu thu ngân sách sau điều chỉnh là bao nhiêu?", "amended_target"),
        ("Chỉ tiêu thu ngân sách ban đầu là bao nhiêu?", "former_target"),
        ("Cho mình hỏi cuối 2023 xã đạt bao nhiêu tiêu chí?", "result"),  # "hỏi" is no "hồi"
        ("Tỷ lệ hộ nghèo năm 2024 là bao nhiêu?", ""),
        ("What is the target for budget revenue in 2025?", "target"),
        ("What was the poverty rate in 2024?", "result"),
    ],
)
def test_cues_tell_targets_from_results(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_plan_in_a_share_of_plan_is_the_yardstick_not_the_kind() -> None:
    assert read("Thu ngân sách năm 2024 đạt bao nhiêu phần trăm kế hoạch?").kind == ""


@pytest.mark.parametrize(
    "text, periods",
    [
        ("Thu ngân sách năm 2024", [Period(2024, 2024)]),
        ("Thu ngân sách 6 tháng đầu năm 2024", [Period(2024, 2024, "h1")]),
        ("Quý II/2024 giải ngân được bao nhiêu tỷ?", [Period(2024, 2024, "q2")]),
        ("Thu ngân sách giai đoạn 2021 - 2025", [Period(2021, 2025)]),
        ("Thu ngân sách năm nay", [Period(2024, 2024)]),
        ("Thu ngân sách năm ngoái", [Period(2023, 2023)]),
        ("Thu ngân sách là bao nhiêu?", []),
    ],
)
def test_period_asked(text: str, periods: list[Period]) -> None:
    assert list(read(text).periods) == periods


def test_base_of_a_comparison_is_no_period_asked() -> None:
    question = read("Tỷ lệ hộ nghèo năm 2024 giảm bao nhiêu so với năm 2023?")
    assert question.periods == (Period(2024, 2024),)


@pytest.mark.parametrize(
    "text, places",
    [
        ("Tỷ lệ hộ nghèo huyện Mai Trạch", ["huyện Mai Trạch"]),
        ("ti le ho ngheo mai trach", ["huyện Mai Trạch"]),
        ("Poverty rate of Dong Vi district", ["huyện Đông Vĩ"]),
        ("Mai Trạch và Đông Vĩ, nơi nào cao hơn?", ["huyện Mai Trạch", "huyện Đông Vĩ"]),
        ("Tỷ lệ hộ nghèo huyện Mường Lơ", ["huyện Mường Lơ"]),  # in no record
        ("Hộ nông thôn Mai Trạch dùng nước sạch?", ["huyện Mai Trạch"]),  # no "thôn Mai Trạch"
        ("Tỷ lệ hộ nghèo là bao nhiêu?", []),
    ],
)
def test_places_asked(text: str, places: list[str]) -> None:
    assert [str(p) for p in read(text).places] == places


def test_known_name_with_another_level_is_another_place() -> None:
    assert read("Tỷ lệ hộ nghèo xã Mai Trạch").places == (Place("xã", "Mai Trạch"),)


@pytest.mark.parametrize(
    "text, unit",
    [
        ("Giải ngân được bao nhiêu tỷ?", "ty"),
        ("Huyện có bao nhiêu xã đạt chuẩn nông thôn mới?", "xa"),
        ("Còn bao nhiêu hộ nghèo?", "ho"),
        ("Tỷ lệ hộ nghèo là bao nhiêu?", "%"),
        ("Thu ngân sách là bao nhiêu?", ""),
    ],
)
def test_unit_asked(text: str, unit: str) -> None:
    assert read(text).unit == unit


@pytest.mark.parametrize(
    "text, status",
    [
        ("Những chỉ tiêu nào không đạt?", "missed"),
        ("Chỉ tiêu nào chưa hoàn thành năm 2023?", "missed"),
        ("Những chỉ tiêu nào vượt kế hoạch?", "exceeded"),
        ("Những chỉ tiêu nào được điều chỉnh?", "amended"),
        ("Chỉ tiêu thu ngân sách là bao nhiêu?", ""),
    ],
)
def test_standing_of_the_targets_to_list(text: str, status: str) -> None:
    assert read(text).status == status


@pytest.mark.parametrize(
    "text",
    ["Tỷ lệ hộ nghèo?", "ti le ho ngheo", "tỉ lệ hộ nghèo", "TỶ LỆ HỘ NGHÈO", "poverty rate is"],
)
def test_one_indicator_however_spelt(text: str) -> None:
    assert read(text).form.families == {"poor_households"}


def test_words_of_no_known_indicator_are_kept() -> None:
    form = read("Số chuyến phà qua bến Mường năm 2024 là bao nhiêu?").form
    assert not form.families and {"chuyen", "pha"} <= set(form.rest)


def test_part_details() -> None:
    assert read("Kỳ họp thứ 14 họp ngày nào?").meeting == "thu 14"
    assert read("Thu ngân sách đạt bao nhiêu % dự toán tỉnh giao?").giver == "tinh"
    assert read("Ai là Bí thư Huyện ủy?").post == "bi thu huyen uy"
    assert read("Tháng 12/2023 ai là Bí thư Huyện ủy?").month == 12
    assert read("Bình quân mỗi năm giảm bao nhiêu hộ nghèo?").average


@pytest.mark.parametrize(
    "text, language",
    [
        ("What was the poverty rate of Mai Trach district in 2024?", "en"),
        ("Who chaired the meeting?", "en"),
        ("ty le ho ngheo nam 2024", "vi"),
        ("Chỉ tiêu OCOP là gì?", "vi"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).language == language


@given(st.text(alphabet="abcăâđêôơư ẩếộ0123456789?!.,%/-()[]{}\\*+^$|\"'\n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    question = read(text)
    assert question.text == text and question.folded == fold(question.folded)


@pytest.mark.parametrize(
    "text, years",
    [
        ("Sản lượng hoa hồi Mai Trạch năm 2022?", [2022]),  # "hồi" is part of a name here
        ("Dân số Mai Trạch hồi 2022", [2022]),
        ("Thu ngân sách năm 2023 so với 2022", [2023]),
        ("Mục tiêu hộ nghèo cuối nhiệm kỳ?", [2025]),
    ],
)
def test_years_asked_for(text: str, years: list[int]) -> None:
    assert [p.first for p in read(text).periods] == years


def test_what_was_really_reached_is_no_target() -> None:
    assert read("Thực thu ngân sách năm 2024 của Mai Trạch?").kind == "result"


@pytest.mark.parametrize(
    "text", ["số liệu hộ nghèo có khớp nhau không?", "sao mỗi giấy ghi một số?"]
)
def test_doubts_about_records_are_no_words_of_the_indicator(text: str) -> None:
    asked = read(f"Hộ nghèo Mai Trạch năm 2023 {text}")
    assert asked.intent == "value"
    assert not {"khop", "giay", "moi"} & set(asked.terms)


def test_an_english_post_is_asked_for_in_vietnamese() -> None:
    assert read("Who is the Party committee secretary of Mai Trach?").post == "bi thu"


def test_a_stop_word_inside_a_crops_name_is_kept() -> None:
    assert "rieng" in read("Diện tích sầu riêng năm 2024?").form.rest
    assert "rieng" in read("dien tich sau rieng nam 2024?").form.rest
    assert "rieng" not in read("Riêng diện tích cà phê năm 2024?").form.rest


@pytest.mark.parametrize(
    "text, intent",
    [
        ("Kể ba chỉ tiêu không hoàn thành năm 2023", "list"),
        ("Các khâu đột phá huyện chọn cho nhiệm kỳ này?", "list"),
        ("Có mấy sản phẩm mới, tên gì?", "list"),
        ("Trong 24 chỉ tiêu năm 2022, huyện hoàn thành bao nhiêu?", "fulfilled"),
        ("Sản lượng lúa năm 2023 cao hơn kế hoạch mấy tấn?", "plan_share"),
        ("Giải ngân vốn đầu tư công tới đâu rồi?", "plan_share"),
        ("Khách du lịch năm 2022 gấp mấy lần năm 2021?", "change"),
        ("So sánh sản lượng thủy sản của Mai Trạch giai đoạn 2020-2023", "trend"),
        ("Đại biểu nào chất vấn về sạt lở?", "who"),
        ("Ai lo sửa đập và bao giờ phải xong?", "task"),
        ("Huyện thu hút bao nhiêu vốn FDI năm 2023?", "value"),
        ("Lũy kế 10 tháng năm 2024 huyện thu ngân sách mấy tỷ?", "value"),
        ("Mai Trạch với Đông Vĩ, chỗ nào thu ngân sách đạt tỷ lệ cao hơn?", "compare"),
        ("Tỷ lệ hộ nghèo năm 2023 các tài liệu ghi thế nào?", "value"),
        ("Ai làm tổ trưởng tổ hòa giải?", "who"),
        ("Tiền sử dụng đất thu được bao nhiêu trên dự toán bao nhiêu?", "plan_share"),
    ],
)
def test_more_ways_of_asking(text: str, intent: str) -> None:
    assert read(text).intent == intent


def test_a_place_typed_in_small_letters_keeps_its_accents() -> None:
    known = (Place("xã", "Lương Thủy"),)
    assert read_question("Sản lượng thủy sản năm 2024?", VOCABULARY, known).places == ()
    assert read_question("san luong luong thuy nam 2024", VOCABULARY, known).places == known


def test_members_are_admitted_to_an_association() -> None:
    assert read("Năm 2024 kết nạp bao nhiêu hội viên?").form.families == {"new_members"}
    assert read("Năm 2024 kết nạp bao nhiêu đảng viên?").form.families == {"party_members_admitted"}
    assert read("Công đoàn kết nạp bao nhiêu đoàn viên?").form.families == {"new_members"}


@pytest.mark.parametrize(
    "text, family, rest",
    [
        ("Năm 2024 huyện thu được bao nhiêu ngân sách?", "budget_revenue", ()),
        ("HTX có doanh thu được nhiêu tỷ?", "revenue", None),
        ("Sau bão, chỉ tiêu sản lượng thủy sản năm 2024 hạ xuống còn mấy tấn?",
         "fishery_output", ()),
        ("Năm 2024 có kéo được tỷ lệ hộ nghèo xuống dưới 1,5% không?", "poor_households", ()),
        ("Hộ nghèo giảm được về mức kế hoạch không?", "poor_households", ()),
    ],
)  # fmt: skip
def test_what_is_said_beside_an_indicator_is_no_part_of_it(
    text: str, family: str, rest: tuple[str, ...] | None
) -> None:
    form = read(text).form
    assert family in form.families and form.growth == 0
    assert rest is None or form.rest == rest


@pytest.mark.parametrize(
    "text, never",
    [
        # "nhân dân bổ sung" is no "đàn bò", "thu hồi đất" no fee
        ("HĐND huyện bổ sung chỉ tiêu bao nhiêu ha lúa chất lượng cao?", "cattle"),
        ("Huyện thu hồi được mấy ha đất rừng?", "land_use_fee"),
    ],
)
def test_other_accents_are_another_indicator(text: str, never: str) -> None:
    assert never not in read(text).form.families


def test_what_had_to_be_borne_is_no_target() -> None:
    assert read("Năm 2023 phải dời khẩn cấp bao nhiêu hộ?").kind == ""
    assert read("Năm 2025 phải kết nạp bao nhiêu đảng viên?").kind == "target"


def test_a_number_of_households_is_no_rate() -> None:
    assert read("Số hộ nghèo năm 2024?").unit == "ho"
    assert read("Trong số hộ nghèo, tỷ lệ nữ là bao nhiêu?").unit != "ho"


def test_two_places_that_name_a_road_are_not_compared() -> None:
    assert read("Đường Mai Trạch - Đông Vĩ dài bao nhiêu km?").places == ()


def test_the_district_in_brackets_says_where_the_commune_lies() -> None:
    assert [p.name for p in read("Hộ nghèo xã Nà Lếch (huyện Mai Trạch)?").places] == ["Nà Lếch"]


def test_a_horn_left_out_is_put_back() -> None:
    assert read("Sản luợng lương thực có hạt?").form.families == {"grain_output"}


def test_the_last_two_months_are_no_year() -> None:
    assert [p.part for p in read("Hai tháng cuối năm 2024 còn phải thu bao nhiêu?").periods] == [
        "l2"
    ]


def test_the_day_of_a_meeting_is_not_asked_about() -> None:
    asked = read("Cuộc họp ngày 5/9/2024 chốt mục tiêu giải ngân đến 30/9 là mấy phần trăm?")
    assert [(p.first, p.part) for p in asked.periods] == [(2024, "to9")]


def test_a_counter_is_no_word_of_the_indicator() -> None:
    assert read("Xóa bao nhiêu căn nhà tạm năm 2024?").form.rest == ()


def test_a_resolution_that_sets_so_many_asks_for_the_target() -> None:
    assert read("Nghị quyết năm 2023 của Sơn Ca đặt bao nhiêu tấn chè?").kind == "target"


@pytest.mark.parametrize("particle", ["", " nhỉ", " ạ", " thế nhỉ"])
def test_a_particle_does_not_hide_a_yes_no_question(particle: str) -> None:
    asked = read(f"Sơn Ca có hoàn thành chỉ tiêu thu ngân sách năm 2023 không{particle}?")
    assert asked.kind != "target"


@pytest.mark.parametrize(
    "closing", ["vậy anh?", "hả chị", "ạ em", "nhỉ bác?", "chị ơi", "bạn nhỉ?", "sếp"]
)
def test_whom_a_question_speaks_to_is_nothing_asked(closing: str) -> None:
    asked = read(f"Kết dư ngân sách năm 2024 bao nhiêu {closing}")
    assert asked.form.rest == read("Kết dư ngân sách năm 2024 bao nhiêu").form.rest
    assert asked.unit == ""


def test_what_looks_like_an_address_may_be_what_is_asked() -> None:
    assert "chi" in read("Năm 2024 huyện Sơn Ca tổng chi").form.rest
    assert read("Trồng được bao nhiêu ha?").unit == "ha"
    assert read("Trong duoc bao nhieu ha em").unit == ""


@pytest.mark.parametrize(
    "text",
    [
        "Hộ nghèo huyện Mai Trạch các năm 2022, 2023, 2024 chiếm mấy phần trăm, có giảm không?",
        "Tỷ lệ hộ nghèo huyện Mai Trạch từ 2022 đến 2024 tăng hay giảm?",
        "Từ năm 2022 đến năm 2024, tỷ lệ hộ nghèo huyện Mai Trạch bớt đi như thế nào?",
        "Tỷ lệ hộ nghèo huyện Mai Trạch mỗi năm 2022, 2023, 2024, xu hướng thế nào?",
        "Tỷ lệ hộ nghèo huyện Mai Trạch 3 năm 2022-2024, kèm diễn biến luôn",
    ],
)
def test_how_a_course_is_asked_for_is_no_part_of_the_indicator(text: str) -> None:
    question = read(text)
    assert (question.intent, question.form.families) == ("trend", {"poor_households"})
    assert (question.form.growth, question.form.rest) == (0, ())


def test_the_growth_of_an_output_has_a_course_as_well() -> None:
    question = read("Tốc độ tăng giá trị sản xuất huyện Mai Trạch qua các năm 2022, 2023, 2024")
    assert (question.intent, question.form.growth) == ("trend", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Gộp cả ba xã cũ thì năm 2024 huyện Mai Trạch còn bao nhiêu hộ nghèo?",
        "Trước khi sáp nhập, năm 2024 huyện Mai Trạch còn bao nhiêu hộ nghèo?",
        "Căn cứ báo cáo 412 thì năm 2024 huyện Mai Trạch còn bao nhiêu hộ nghèo?",
        "Năm 2024 huyện Mai Trạch vẫn còn mấy gia đình nghèo?",
    ],
)
def test_what_a_question_is_asked_beside_is_no_part_of_the_indicator(text: str) -> None:
    form = read(text).form
    assert (form.families, form.rest) == ({"poor_households"}, ())


def test_visitors_drawn_are_no_shortfall() -> None:
    assert not asks_of_plan("hut may luot khach", "hút mấy lượt khách")
    assert asks_of_plan("hut may luot khach", "hụt mấy lượt khách")


def test_a_target_that_is_set_is_none_that_is_reached() -> None:
    asked = "dat chi tieu bhyt may %"
    assert not asks_of_plan(asked, "đặt chỉ tiêu bhyt mấy %")
    assert asks_of_plan(asked, "đạt chỉ tiêu bhyt mấy %")


def test_the_year_beside_a_dividend_leaves_its_name_whole() -> None:
    assert read("Kế hoạch cổ tức 2024 tối thiểu mấy %?").form.families == {"dividend"}


@pytest.mark.parametrize(
    "text, giver",
    [
        (
            "Dự toán thu ngân sách 2026 do chính HĐND phường Sơn Ca giao (không phải tỉnh giao)?",
            "phuong",
        ),
        ("Dự toán thu ngân sách 2026 tỉnh giao huyện Mai Trạch là bao nhiêu?", "tinh"),
        ("Chỉ tiêu HĐND xã Sơn Ca được giao là bao nhiêu?", ""),
    ],
)
def test_whose_plan_is_asked_about(text: str, giver: str) -> None:
    assert read(text).giver == giver


def test_quarters_from_one_to_another_are_asked_one_by_one() -> None:
    question = read("Số hồ sơ tiếp nhận qua 4 quý từ quý III/2025 đến quý II/2026 thế nào?")
    assert [(p.first, p.part) for p in question.periods] == [
        (2025, "q3"),
        (2025, "q4"),
        (2026, "q1"),
        (2026, "q2"),
    ]


def test_when_a_body_met_is_no_word_of_the_indicator() -> None:
    question = read("Đảng ủy xã họp tháng 10/2025 yêu cầu giải ngân vốn đầu tư công bao nhiêu?")
    assert "hop" not in question.form.rest


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Cả năm 2026 xã quyết thu ngân sách bao nhiêu?", "target"),
        ("Hội nghị chốt đưa hộ nghèo xuống mức nào trong năm 2024?", "target"),
        ("Tỷ lệ hộ nghèo sau rà soát năm 2023 là bao nhiêu?", "result"),
        ("Năm 2024 quỹ thực lãi trước thuế bao nhiêu?", "result"),
    ],
)
def test_more_cues_of_plans_and_results(text: str, kind: str) -> None:
    assert read(text).kind == kind
