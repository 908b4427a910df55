"""What a statement inherits from headings, openers and the paragraph before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.outline import Statement, outline
from corpus.record import Period
from corpus.setting import Setting
from tests.corpus.documents import document_of


def _statement(document: Document, beginning: str) -> Statement:
    return next(s for s in outline(document) if document.quote(s.span).startswith(beginning))


def test_list_below_a_plan_heading_is_targets_of_its_year() -> None:
    document = document_of("# Báo cáo", "## II. Mục tiêu năm 2025", "- Thu ngân sách 80 tỷ đồng.")
    setting = _statement(document, "- Thu").setting
    assert setting.mood == "target"
    assert setting.period == Period(2025, 2025)


def test_list_below_a_result_heading_is_results_of_its_year() -> None:
    document = document_of("# Báo cáo", "## I. Kết quả năm 2024", "Thu ngân sách đạt 75 tỷ đồng.")
    setting = _statement(document, "Thu").setting
    assert setting.mood == "result"
    assert setting.period == Period(2024, 2024)


def test_a_head_before_a_colon_governs_the_clauses_behind_it() -> None:
    document = document_of(
        "Năm 2026, phấn đấu: thu ngân sách 90 tỷ đồng; trồng mới 50 ha rừng; kết nạp 40 đảng viên."
    )
    for beginning in ("thu ngân sách", "trồng mới", "kết nạp"):
        setting = _statement(document, beginning).setting
        assert (setting.mood, setting.period) == ("target", Period(2026, 2026))


def test_a_sentence_of_its_own_year_does_not_take_the_headings() -> None:
    document = document_of(
        "## Mục tiêu năm 2025", "Kết quả năm 2023, thu ngân sách đạt 61 tỷ đồng, tăng 4%."
    )
    assert _statement(document, "Kết quả").setting.period == Period(2023, 2023)


def test_speech_below_a_plan_heading_is_no_plan() -> None:
    document = document_of(
        "## Năm 2025: phấn đấu 24 chỉ tiêu",
        "Thảo luận tại hội trường, đại biểu xã Hoa Gạo cho biết có 210 người trở về quê.",
    )
    assert _statement(document, "Thảo luận").setting.mood != "target"


def test_sections_nest_by_level() -> None:
    document = document_of("# Báo cáo", "## I. Kinh tế", "### 1. Trồng trọt", "Lúa 300 ha.",
     "## II. Y tế", "Bác sĩ 9 người.")  # fmt: skip
    told = [[document.quote(s) for s in _statement(document, b).section] for b in ("Lúa", "Bác")]
    assert told == [
        ["Báo cáo", "I. Kinh tế", "1. Trồng trọt"],
        ["Báo cáo", "II. Y tế"],
    ]


def test_bullets_know_the_line_that_opens_their_list() -> None:
    document = document_of("Các chỉ tiêu năm 2025 gồm:", "- Thu ngân sách 80 tỷ đồng.",
     "- Trồng rừng 30 ha.")  # fmt: skip
    opener = _statement(document, "- Trồng").opener
    assert opener is not None
    assert document.quote(opener) == "Các chỉ tiêu năm 2025 gồm:"


def test_a_deadline_is_no_period_of_a_figure() -> None:
    document = document_of(
        "# Nghị quyết năm 2024", "Xây kè dài 3 km, khởi công quý III/2024, hoàn thành quý II/2025."
    )
    period = _statement(document, "Xây").setting.period
    assert period is None or period == Period(2024, 2024)


_PARTS = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "# Báo cáo",
                "## Mục tiêu năm 2025",
                "## Kết quả",
                "- Thu 5 tỷ; chi 4 tỷ",
                "Gồm:",
                "1. a; b",
            ]
        ),
    ),
    max_size=8,
)


@given(_PARTS)
def test_statements_lie_in_their_block_and_do_not_overlap(parts: list[str]) -> None:
    document = document_of(*parts)
    position = 0
    for statement in outline(document):
        block = document.blocks[statement.block]
        assert position <= statement.span.start < statement.span.end
        assert block.start <= statement.span.start and statement.span.end <= block.end
        assert statement.sentence.start <= statement.span.start
        assert statement.span.end <= statement.sentence.end
        position = statement.span.end


@given(_PARTS)
def test_no_word_of_a_document_is_lost(parts: list[str]) -> None:
    document = document_of(*parts)
    kept = {i for s in outline(document) for i in range(s.span.start, s.span.end)}
    lost = "".join(c for i, c in enumerate(document.text) if i not in kept)
    assert not lost.replace(";", "").strip()


def test_an_answer_to_a_question_does_not_go_on_with_the_plan_above_it() -> None:
    document = document_of(
        "Phấn đấu quý IV năm 2022 thu ngân sách 20 tỷ đồng.",
        "Trước câu hỏi của đại biểu về tình trạng thiếu 112 giáo viên, ông Tám giải trình.",
    )
    asked = [s for s in outline(document) if "112" in document.quote(s.span)]
    assert [s.setting for s in asked] == [Setting()]


def test_letters_that_begin_inside_a_section_are_its_parts() -> None:
    document = document_of(
        "# Nghị quyết", "### II. Chỉ tiêu năm 2022", "## A. Kinh tế (10 chỉ tiêu)", "## B. Xã hội",
        "- Giải quyết việc làm: 1.450 lao động.",
    )  # fmt: skip
    assert _statement(document, "- Giải").setting.mood == "target"


def test_a_report_with_lettered_parts_keeps_them_above_its_sections() -> None:
    document = document_of(
        "# Báo cáo", "## A. Mục tiêu năm 2025", "### I. Kinh tế", "## B. Kết quả năm 2024",
        "- Thu ngân sách 75 tỷ đồng.",
    )  # fmt: skip
    assert _statement(document, "- Thu").setting.mood == "result"


def test_the_year_that_was_entered_under_hardship_is_told() -> None:
    document = document_of(
        "Bước vào năm 2022, huyện vừa khôi phục sản xuất, vừa chống hạn làm chết 511 con gia súc."
    )
    assert _statement(document, "Bước vào").setting.mood != "target"


def test_what_somebody_says_in_a_meeting_is_no_plan_of_the_item_above() -> None:
    document = document_of(
        "Năm 2023 phấn đấu thu ngân sách 20 tỷ đồng.",
        "- Đ/c Trương Quốc Lập, Trưởng Công an huyện: phạm pháp hình sự 46 vụ.",
    )
    assert _statement(document, "- Đ/c").setting == Setting()


def test_a_title_told_once_more_over_the_text_sets_no_year() -> None:
    title = "HĐND xã Sơn Ca chốt nhiều chỉ tiêu cho năm 2026"
    document = document_of(
        f"# {title}", "Trang nhất", f"## {title}", "Thu ngân sách xã 21,7 tỷ đồng."
    )
    assert _statement(document, "Thu").setting.period is None


def test_a_remark_on_how_a_plan_was_agreed_leaves_it_a_plan() -> None:
    document = document_of(
        "# Biên bản", "## III. CHỈ TIÊU NĂM 2026",
        "(Hội nghị thảo luận từng chỉ tiêu, thống nhất 18 chỉ tiêu)",
        "- Thu ngân sách 52 tỷ đồng.",
    )  # fmt: skip
    setting = _statement(document, "- Thu").setting
    assert (setting.mood, setting.period) == ("target", Period(2026, 2026))


def test_a_report_laid_before_a_meeting_plans_nothing() -> None:
    document = document_of("Theo báo cáo trình hội nghị, thu ngân sách năm nay 142 tỷ đồng.")
    assert _statement(document, "Theo").setting.mood != "target"


def test_the_months_told_within_a_sentence_are_of_it_alone() -> None:
    document = document_of(
        "# Báo cáo", "## I. Kết quả năm 2025",
        "Giải ngân vốn đầu tư công đến 30/11 được 71,4%. Thu nhập bình quân 63 triệu đồng.",
    )  # fmt: skip
    told = [s.setting.period for s in outline(document) if document.quote(s.span)[0] in "GT"]
    assert told == [Period(2025, 2025, "to11"), Period(2025, 2025)]


def test_whoever_speaks_by_his_post_lists_no_plan() -> None:
    document = document_of(
        "Về chỉ tiêu năm 2024, phấn đấu thu ngân sách 20 tỷ đồng.",
        "Tham gia thảo luận, các đại biểu cho rằng trường còn thiếu 46 phòng học.",
        "Bí thư Đảng uỷ xã Sơn Ca phản ánh đường vào thôn dài 1,3 km vẫn là đường đất.",
    )
    told = [s.setting for s in outline(document) if document.quote(s.span)[:4] in ("Tham", "Bí t")]
    assert told == [Setting(), Setting()]


def test_the_quarter_since_when_things_went_well_dates_nothing() -> None:
    document = document_of(
        "# Báo cáo",
        "## I. Kết quả năm 2022",
        "Sản xuất trở lại bình thường từ quý II. Thu ngân sách 9 tỷ đồng.",
    )
    assert _statement(document, "Thu").setting.period == Period(2022, 2022)


def test_targets_that_were_set_and_met_are_told_not_planned() -> None:
    document = document_of(
        "Đảng bộ đề ra 21 chỉ tiêu, kết thúc năm có 18 chỉ tiêu hoàn thành. Trồng rừng 64 ha."
    )
    assert _statement(document, "Trồng rừng").setting.mood == "result"


def test_a_list_in_which_results_are_told_sets_no_plan() -> None:
    document = document_of(
        "Đảng bộ đề ra 21 chỉ tiêu cho năm nay.",
        "1. Số thu 7.842 triệu đồng, bằng 113% dự toán.",
        "2. Kết nạp 9 đảng viên.",
    )
    assert _statement(document, "2. Kết nạp").setting.mood == "result"


def test_a_day_before_a_colon_dates_the_value_behind_it() -> None:
    document = document_of(
        "Dư nợ các năm để đối chiếu: 31/12/2022: 358 tỷ đồng; 30/6/2023: 407 tỷ đồng."
    )
    assert _statement(document, "31/12/2022").setting.period == Period(2022, 2022)
    assert _statement(document, "30/6/2023").setting.period == Period(2023, 2023, "h1")


def test_a_year_deep_in_a_sentence_dates_no_other_sentence() -> None:
    document = document_of(
        "# Báo cáo",
        "## I. Kết quả năm 2024",
        "Trạm bơm chạy từ ngày xã có điện năm 1994 và đã cũ. Sâu hại phá 14 ha lúa.",
        "Đàn bò giảm 40 con vì rét quý I kéo dài. Đàn lợn 900 con.",
    )
    assert _statement(document, "Sâu hại").setting.period == Period(2024, 2024)
    assert _statement(document, "Đàn lợn").setting.period == Period(2024, 2024)


def test_a_day_behind_the_month_that_opens_a_sentence_ends_its_reach() -> None:
    document = document_of(
        "# Báo cáo", "Hết tháng 9 xã giải ngân 49,6%, đến ngày 15/10 lên 53%. Còn 2 dự án chậm."
    )
    assert _statement(document, "Còn 2").setting.period is None


def test_what_a_meeting_settles_outweighs_the_line_above_it() -> None:
    document = document_of(
        "## Kết quả",
        "Thu 9 tỷ đồng, bằng 104% dự toán.",
        "* Năm 2024: thêm việc, thêm sức",
        "Hội nghị thống nhất các mục tiêu năm nay:",
        "- Có thêm 7 sản phẩm;",
        "- Làm 3 km đường.",
    )
    for begins in ("- Có thêm", "- Làm"):
        setting = _statement(document, begins).setting
        assert (setting.mood, setting.period) == ("target", Period(2024, 2024))
