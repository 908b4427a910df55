"""The assistant over a real library: every expected value is read off `records.py` by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.draft import unsupported_figures
from assistant.wording import NEAREST, NOT_FOUND
from index.library import Library
from tests.assistant.records import knowing, library_of

# Question (with the ones before it) -> words that the answer must say.
SAYS: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    # one figure
    (("Chỉ tiêu tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?",), ("7,5%",)),
    (("Kết quả tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?",), ("7,1%",)),
    (("Chỉ tiêu hộ nghèo năm 2025 của huyện Mai Trạch?",), ("6,0%",)),
    (("Tỷ lệ hộ nghèo của huyện Mai Trạch năm 2025 là bao nhiêu?",), ("Chỉ tiêu", "6,0%")),
    (("Rừng trồng mới bị chết bao nhiêu ha?",), ("140 ha",)),
    # two amounts in one question
    (
        ("Năm 2024 huyện Mai Trạch còn bao nhiêu phần trăm hộ nghèo, thu nhập bình quân đầu người "
         "bao nhiêu?",),
        ("7,1%", "51,5 triệu"),
    ),
    # worked out where only result and plan are recorded
    (
        ("Thu nhập bình quân đầu người năm 2024 của huyện Mai Trạch đạt bao nhiêu phần trăm "
         "kế hoạch?",),
        ("51,5 triệu đồng", "50 triệu đồng", "tính ra bằng 103% kế hoạch"),
    ),
    # amended
    (
        ("Chỉ tiêu thu ngân sách năm 2024 của huyện Mai Trạch là bao nhiêu?",),
        ("đã được điều chỉnh, hiện là 112 tỷ đồng", "trước khi điều chỉnh: 105 tỷ đồng"),
    ),
    (
        ("Chỉ tiêu thu ngân sách năm 2024 của huyện Mai Trạch trước khi điều chỉnh?",),
        ("105 tỷ đồng",),
    ),
    # records that differ
    (
        ("Thu ngân sách năm 2024 của Mai Trạch các hồ sơ ghi có khớp nhau không?",),
        ("ghi khác nhau", "113,9 tỷ đồng", "114,8 tỷ đồng"),
    ),
    (
        ("Năm 2024 huyện Mai Trạch thu ngân sách được bao nhiêu?",),
        ("ghi khác nhau", "113,9 tỷ đồng", "114,8 tỷ đồng"),
    ),
    # plan
    (
        ("Thu ngân sách năm 2023 của huyện Mai Trạch đạt bao nhiêu phần trăm dự toán?",),
        ("104% dự toán tỉnh giao", "101,5% dự toán huyện giao"),
    ),
    (
        ("Thu nhập bình quân đầu người năm 2024 của huyện Mai Trạch có đạt kế hoạch không?",),
        ("51,5 triệu", "50 triệu", "cao hơn 1,5 triệu"),
    ),
    (
        ("Thu ngân sách năm 2024 của huyện Mai Trạch đạt bao nhiêu phần trăm kế hoạch?",),
        ("113,9 tỷ", "hồ sơ khác ghi 114,8 tỷ", "kế hoạch 112 tỷ", "cao hơn 1,9 tỷ"),
    ),
    (
        ("Năm 2024 thu ngân sách của huyện Mai Trạch có vượt chỉ tiêu đã điều chỉnh không?",),
        ("113,9 tỷ", "112 tỷ"),
    ),
    # change
    (
        ("Tỷ lệ hộ nghèo của huyện Mai Trạch năm 2024 giảm bao nhiêu so với năm 2023?",),
        ("giảm 1,5 điểm phần trăm",),
    ),
    (
        ("Thu nhập bình quân đầu người của huyện Mai Trạch năm 2024 tăng bao nhiêu "
         "so với năm 2023?",),
        ("47 triệu", "51,5 triệu", "tăng 4,5 triệu"),
    ),
    # course
    (
        ("Thu nhập bình quân đầu người của huyện Mai Trạch từ năm 2022 đến năm 2024 "
         "thay đổi thế nào?",),
        ("năm 2023: 47 triệu", "năm 2024: 51,5 triệu", "không có số liệu năm 2022"),
    ),
    (
        ("Thu ngân sách của huyện Mai Trạch qua các năm thế nào?",),
        ("96,5 tỷ", "113,9 tỷ", "hồ sơ khác ghi 114,8 tỷ"),
    ),
    # places
    (
        ("Năm 2024, tỷ lệ hộ nghèo của huyện Mai Trạch và huyện Đông Vĩ, nơi nào cao hơn?",),
        ("7,1%", "5,4%", "huyện Mai Trạch cao hơn"),
    ),
    (
        ("Năm 2024 thu nhập bình quân đầu người huyện nào cao nhất?",),
        ("56 triệu", "51,5 triệu", "huyện Đông Vĩ cao"),
    ),
    # standing of targets
    (
        ("Những chỉ tiêu nào huyện Mai Trạch không đạt năm 2023?",),
        ("lao động qua đào tạo", "che phủ rừng", "nông thôn mới"),
    ),
    (("Năm 2024 huyện Mai Trạch đạt bao nhiêu chỉ tiêu?",), ("23/25 chỉ tiêu",)),
    (
        ("Có phải huyện Mai Trạch năm 2024 hoàn thành tất cả chỉ tiêu không?",),
        ("Không:", "23/25"),
    ),
    (
        ("Liệt kê các chỉ tiêu năm 2025 của huyện Mai Trạch",),
        ("hộ nghèo: 6,0%", "Thu nhập bình quân đầu người: 55 triệu"),
    ),
    # people
    (("Ai là Chủ tịch UBND huyện Mai Trạch?",), ("Hoàng Thị Nương",)),
    (("Năm 2023 ai là Chủ tịch UBND huyện Mai Trạch?",), ("Lò Văn Thiết",)),
    (("Ai là Chủ tịch UBND huyện Đông Vĩ?",), ("Phan Đức Kiên",)),
    (("Ai chủ trì phiên họp cuối năm 2024 của UBND huyện Mai Trạch?",), ("Hoàng Thị Nương",)),
    (("Thư ký phiên họp cuối năm 2024 là ai?",), ("Vi Quốc Tuấn",)),
    # meetings, tasks, votes, causes
    (
        ("Phiên họp cuối năm 2024 của UBND huyện Mai Trạch diễn ra ngày nào?",),
        ("20/12/2024",),
    ),
    (("Kỳ họp thứ 14 HĐND huyện Mai Trạch họp ngày nào?",), ("18/7/2024",)),
    (
        ("Phiên họp cuối năm 2024 của UBND huyện Mai Trạch tổ chức ở đâu?",),
        ("phòng họp số 3",),
    ),
    (
        ("Phương án đấu giá khu đất chợ cũ giao cho ai, hạn khi nào?",),
        ("Phòng Tài chính - Kế hoạch", "31/3/2025"),
    ),
    (("Rà soát điểm trường lẻ xong khi nào?",), ("Phòng Giáo dục", "quý II năm 2025")),
    (
        ("Nghị quyết điều chỉnh chỉ tiêu năm 2024 được bao nhiêu đại biểu tán thành?",),
        ("27/28",),
    ),
    (("Vì sao tỷ lệ che phủ rừng năm 2023 không đạt?",), ("nắng hạn kéo dài",)),
    # follow-ups
    (
        ("Tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?", "Còn năm 2023?"),
        ("8,6%", "năm 2023", "Mai Trạch"),
    ),
    (
        ("Tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?", "Còn huyện Đông Vĩ?"),
        ("5,4%", "Đông Vĩ"),
    ),
    (
        ("Kết quả tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?",
         "Còn thu nhập bình quân đầu người?"),
        ("51,5 triệu", "Mai Trạch"),
    ),
    (
        ("Phương án đấu giá khu đất chợ cũ hạn khi nào?", "Ai phụ trách?"),
        ("Phòng Tài chính - Kế hoạch",),
    ),
    (
        ("Tỷ lệ che phủ rừng năm 2023 của huyện Mai Trạch là bao nhiêu?", "Vì sao không đạt?"),
        ("nắng hạn",),
    ),
    # other ways of typing
    (("ti le ho ngheo nam 2024 cua huyen mai trach la bao nhieu",), ("7,1%",)),
    (("thu nhap binh quan dau nguoi huyen dong vi nam 2024 dat bao nhieu",), ("56 triệu",)),
    (("ai la chu tich ubnd huyen mai trach",), ("Hoàng Thị Nương",)),
    (("What was the poverty rate of Mai Trach district in 2024?",), ("The result", "7,1%")),
    (
        ("What is the target for the poverty rate of Mai Trach in 2025?",),
        ("The target", "6,0%"),
    ),
]  # fmt: skip

# Question -> the nearest thing to show, "" where nothing is near.
MISSING = [
    ("Tỷ lệ hộ nghèo năm 2019 của huyện Mai Trạch là bao nhiêu?", "8,6%"),  # the nearest year
    ("Tỷ lệ hộ nghèo năm 2024 của huyện Mường Lơ là bao nhiêu?", "7,1%"),
    ("Tỷ lệ hộ nghèo năm 2024 của xã Mai Trạch là bao nhiêu?", "huyện Mai Trạch"),
    ("Kết quả tỷ lệ hộ nghèo của huyện Mai Trạch năm 2025 là bao nhiêu?", "chỉ tiêu"),
    ("Tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu hộ?", "7,1%"),
    ("Thu ngân sách của huyện Mai Trạch 6 tháng đầu năm 2024 là bao nhiêu?", "113,9"),
    ("Thu nhập bình quân đầu người của huyện Đông Vĩ năm 2024 tăng bao nhiêu "
     "so với năm 2023?", "56 triệu"),
    ("So sánh thu ngân sách năm 2023 của huyện Mai Trạch và huyện Đông Vĩ", "96,5 tỷ"),
    ("Những chỉ tiêu nào huyện Mai Trạch không đạt năm 2024?", "23/25"),
    ("Sản lượng cà phê năm 2024 của huyện Mai Trạch là bao nhiêu?", ""),
    ("Kỳ họp thứ 15 HĐND huyện Mai Trạch họp ngày nào?", ""),
    ("Chủ tịch UBND huyện Mai Trạch năm 2021 là ai?", ""),
    ("Ai là Bí thư Huyện ủy Mai Trạch?", ""),
    ("Xe buýt điện chạy tuyến nào?", ""),
]  # fmt: skip


def ask(assistant: Assistant, questions: tuple[str, ...]) -> Answer:
    return assistant.ask(questions[-1], questions[:-1])


@pytest.mark.parametrize("questions, said", SAYS, ids=[" > ".join(q) for q, _ in SAYS])
def test_answer_says(
    assistant: Assistant, questions: tuple[str, ...], said: tuple[str, ...]
) -> None:
    answer = ask(assistant, questions)
    assert answer.found and answer.citations
    for words in said:
        assert words in answer.text


@pytest.mark.parametrize("question, near", MISSING, ids=[q for q, _ in MISSING])
def test_what_no_record_says_is_not_found(assistant: Assistant, question: str, near: str) -> None:
    answer = assistant.ask(question)
    assert not answer.found
    assert answer.text.startswith(NOT_FOUND["vi"])
    assert near in answer.text
    assert (NEAREST["vi"] in answer.text) == bool(answer.citations)


ALL = [q for q, _ in SAYS] + [(q,) for q, _ in MISSING]


@pytest.mark.parametrize("questions", ALL, ids=[" > ".join(q) for q in ALL])
def test_every_figure_stands_in_a_verbatim_citation(
    assistant: Assistant, records: Library, questions: tuple[str, ...]
) -> None:
    answer = ask(assistant, questions)
    assert unsupported_figures(answer.text, answer.citations, answer.computed) == []
    for citation in answer.citations:
        record = records.record(citation.record_id)
        assert record is not None
        assert record.document.text[citation.start : citation.end] == citation.quote


def test_place_and_year_taken_for_granted_are_said(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hộ nghèo là bao nhiêu?")
    assert "7,1%" in answer.text
    assert answer.understood == "Hiểu là: năm 2024, huyện Mai Trạch (theo hồ sơ mới nhất)."


def test_change_between_years_stays_in_one_place(assistant: Assistant) -> None:
    answer = assistant.ask("Thu nhập bình quân đầu người năm 2024 tăng bao nhiêu so với năm 2023?")
    assert "tăng 4,5 triệu" in answer.text  # not 56 of Đông Vĩ less 47 of Mai Trạch
    assert answer.computed == ("4,5",)
    assert "huyện Mai Trạch" in answer.understood


def test_holder_of_a_post_is_said_with_the_day_of_the_record(assistant: Assistant) -> None:
    answer = assistant.ask("Ai là Chủ tịch UBND huyện Mai Trạch?")
    assert "20/12/2024" in answer.understood


def test_follow_up_says_what_it_took_over(assistant: Assistant) -> None:
    answer = assistant.ask("Còn năm 2023?", ["Tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch?"])
    assert "cùng chỉ tiêu" in answer.understood and "huyện Mai Trạch" in answer.understood


def test_course_gives_points_with_their_citations(assistant: Assistant) -> None:
    answer = assistant.ask("Thu nhập bình quân đầu người của huyện Mai Trạch qua các năm?")
    assert [(p.label, p.result_value) for p in answer.series] == [("2023", 47.0), ("2024", 51.5)]
    for point in answer.series:
        assert point.result_citation is not None
        assert point.result.split(" ")[0] in answer.citations[point.result_citation].quote


def test_suggested_questions_are_answered(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hộ nghèo năm 2024 của huyện Mai Trạch là bao nhiêu?")
    assert answer.suggestions
    for suggestion in answer.suggestions:
        assert assistant.ask(suggestion.question).found


def test_examples_are_answered(assistant: Assistant) -> None:
    examples = assistant.examples()
    assert examples
    for example in examples:
        assert assistant.ask(example).found


@pytest.mark.parametrize("question", ["", " ", "?", "2024", "huyện Mai Trạch", "a" * 3000])
def test_question_about_nothing_is_not_found(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found


def test_answers_follow_the_library(tmp_path_factory: pytest.TempPathFactory) -> None:
    question = "Kết quả tỷ lệ hộ nghèo năm 2024 của huyện Đông Vĩ là bao nhiêu?"
    with library_of(tmp_path_factory.mktemp("changing")) as library:
        assistant = Assistant(library)
        assert "5,4%" in assistant.ask(question).text
        (other,) = [i for i in library.records() if "dong-vi" in i.source]
        removed = library.remove(other.id)
        assert not assistant.ask(question).found
        library.restore(removed.id)
        assert "5,4%" in assistant.ask(question).text


def test_share_of_a_planned_reduction_says_nothing_of_the_level(tmp_path: Path) -> None:
    """ "Mức giảm tỷ lệ hộ nghèo" has a share of its plan here; "tỷ lệ hộ nghèo" has none."""
    report = (
        "UBND HUYỆN TRÀ LAM\n\nBÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"
        "Trà Lam, ngày 16 tháng 12 năm 2024\n\n"
        "Tỷ lệ hộ nghèo cuối năm 2024 còn 17,4%.\n\n"
        "Mức giảm tỷ lệ hộ nghèo năm 2024 đạt 7,2%, bằng 102,9% kế hoạch.\n"
    )
    with knowing(tmp_path, {"bao-cao.txt": report}) as assistant:
        level = assistant.ask("Tỷ lệ hộ nghèo năm 2024 của huyện Trà Lam so với kế hoạch?").text
        reduction = assistant.ask("Mức giảm tỷ lệ hộ nghèo năm 2024 so với kế hoạch?").text
    assert "102,9" not in level and "7,2%" not in level
    assert "102,9% kế hoạch" in reduction


def test_minutes_that_give_time_and_place_a_line_each(tmp_path: Path) -> None:
    minutes = (
        "ỦY BAN NHÂN DÂN XÃ NÀ LƠI\n\nBIÊN BẢN\nCuộc họp UBND xã Nà Lơi sơ kết quý I năm 2025\n\n"
        "Thời gian: 8 giờ 00 ngày 27/3/2025\n\nĐịa điểm: Nhà văn hóa bản Pom Lót\n\n"
        "Trồng rừng được 21 ha.\n"
    )
    with knowing(tmp_path, {"bien-ban.txt": minutes}) as assistant:
        where = assistant.ask("Cuộc họp sơ kết quý I năm 2025 của UBND xã Nà Lơi tổ chức ở đâu?")
        when = assistant.ask("Cuộc họp sơ kết quý I năm 2025 của UBND xã Nà Lơi tổ chức ngày nào?")
    assert "bản Pom Lót" in where.text and "8 giờ" not in where.text
    assert "27/3/2025" in when.text


def test_years_asked_together_are_told_year_by_year(tmp_path: Path) -> None:
    table = (
        "# Số liệu của quỹ tín dụng nhân dân Nà Lơi\n\n"
        "| Chỉ tiêu | ĐVT | Năm 2022 | Năm 2023 | Năm 2024 |\n|---|---|---|---|---|\n"
        "| Dư nợ cho vay | tỷ đồng | 81,4 | 88,2 | 93,7 |\n"
    )
    with knowing(tmp_path, {"so-lieu.md": table}) as assistant:
        text = assistant.ask("Dư nợ cho vay 2022-2024 của quỹ tín dụng Nà Lơi?").text
    assert all(value in text for value in ("81,4", "88,2", "93,7"))


DISTRICT = """\
# UBND huyện Trà Lam: Báo cáo tình hình kinh tế - xã hội năm 2024

Trà Lam, ngày 16 tháng 12 năm 2024

- Lúa cả năm gieo cấy 4.120 ha, năng suất bình quân 61,8 tạ/ha, sản lượng 25.462 tấn, vượt kế \
hoạch 462 tấn.

- Có 22 chỉ tiêu được giao, 15 chỉ tiêu đạt. Còn 7 chỉ tiêu chưa đạt: thu ngân sách; tiền sử \
dụng đất; BHYT; nước sạch; hộ nghèo; rác thải; giải ngân.

- Thu ngân sách 118 tỷ đồng, kế hoạch 125 tỷ đồng.

- Xã Nà Lơi mới được lập trên cơ sở nhập xã Nà Lơi, xã Bản Pheo và thị trấn Cò Mạ.

- Xã Phù Sơn thành lập trên cơ sở nhập bốn xã Sơn Hạ, Phù Vân, Đồng Mã, Khe Giữa.

- Hộ nghèo theo chuẩn cũ còn 2,1%; theo chuẩn mới còn 5,9%.

- Kế toán trưởng lập lại sổ kho vật tư phòng chống lụt bão; hạn 15/4/2025.
"""


@pytest.mark.parametrize(
    "question, says",
    [
        ("Năng suất lúa năm 2024 ở Trà Lam?", ["61,8 tạ/ha"]),
        ("Sản lượng lúa năm 2024 của Trà Lam cao hơn kế hoạch mấy tấn?", ["462 tấn"]),
        ("Thu ngân sách năm 2024 của Trà Lam thiếu bao nhiêu tỷ so với kế hoạch?", ["7 tỷ đồng"]),
        ("Xã Nà Lơi được nhập từ những đơn vị nào?", ["Bản Pheo", "Cò Mạ"]),
        ("Phù Sơn gộp từ mấy xã, những xã nào?", ["Sơn Hạ", "Khe Giữa"]),
        ("Xã Nà Lơi sáp nhập với những xã nào?", ["Bản Pheo", "Cò Mạ"]),
        ("Tôi đang soạn bài phát biểu, cho xin năng suất lúa năm 2024 ở Trà Lam", ["61,8 tạ/ha"]),
        ("Kế toán trưởng được giao việc gì, hạn ngày nào?", ["sổ kho", "15/4/2025"]),
    ],
)
def test_a_district_asked_in_the_clerks_words(
    tmp_path: Path, question: str, says: list[str]
) -> None:
    with knowing(tmp_path, {"bao-cao.md": DISTRICT}) as assistant:
        answer = assistant.ask(question)
    assert answer.found and all(words in answer.text for words in says), answer.text


def test_those_targets_are_the_ones_just_counted(tmp_path: Path) -> None:
    first = "Năm 2024 huyện Trà Lam có mấy chỉ tiêu chưa đạt?"
    with knowing(tmp_path, {"bao-cao.md": DISTRICT}) as assistant:
        counted = assistant.ask(first).text
        listed = assistant.ask("Kể tên các chỉ tiêu đó", [first]).text
    assert "7 chỉ tiêu" in counted
    assert all(name in listed for name in ("tiền sử dụng đất", "BHYT", "rác thải"))


def test_the_old_standard_does_not_answer_for_the_new_one(tmp_path: Path) -> None:
    with knowing(tmp_path, {"bao-cao.md": DISTRICT}) as assistant:
        answer = assistant.ask("Tỷ lệ hộ nghèo theo chuẩn mới năm 2024 của Trà Lam?")
    assert not answer.found or "2,1%" not in answer.text


def test_a_plan_met_is_no_answer_to_a_sum_of_money(tmp_path: Path) -> None:
    report = DISTRICT + "\n- Xóa 61 nhà tạm, bằng 100% kế hoạch.\n"
    with knowing(tmp_path, {"bao-cao.md": report}) as assistant:
        answer = assistant.ask("Năm 2024 Trà Lam xóa nhà tạm hết bao nhiêu tiền?")
    assert not answer.found


def test_another_years_figure_of_the_same_row_is_no_answer(tmp_path: Path) -> None:
    table = (
        "# HTX Hoa Gạo: nghị quyết đại hội thành viên\n\nNgày 14 tháng 3 năm 2026\n\n"
        "| Nội dung | ĐVT | TH 2024 | KH 2026 |\n|---|---|---|---|\n"
        "| Lúa giống bán ra | tấn | 480 | 600 |\n"
    )
    with knowing(tmp_path, {"nghi-quyet.md": table}) as assistant:
        text = assistant.ask("HTX Hoa Gạo năm 2026 tính bán bao nhiêu tấn lúa giống?").text
    assert "600 tấn" in text and "480" not in text
