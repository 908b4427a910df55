"""Questions over one record that lists several people, works and meetings: one of them is meant.
The district and its people do not exist; expected words are read off the record by eye."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

REPORT = """\
# UBND huyện Trà Lam: báo cáo kết quả năm 2024, nhiệm vụ năm 2025

Trà Lam, ngày 12 tháng 12 năm 2024

Thay mặt Tỉnh ủy, đồng chí Mạc Văn Yên, Phó Chánh Văn phòng Tỉnh ủy, dự và chỉ đạo.

Hội nghị UBND huyện có mặt 41/45 đại biểu, nghe báo cáo kết quả năm 2024.

## I. Kết quả năm 2024

- Đồng chí Lò Thị Nhung, Bí thư Huyện ủy, chủ trì.

- Từ ngày 10/4 đồng chí Vi Văn Tạo, Phó Trưởng Ban Nội chính Tỉnh ủy, được chỉ định giữ chức Bí \
thư Huyện ủy thay đồng chí Lò Thị Nhung nghỉ hưu.

- Công an huyện xử lý phạm pháp hình sự 119 vụ; có 14 vụ cháy nhà xưởng, thiệt hại 8,6 tỷ đồng.

- Giải quyết việc làm cho 2.385 lao động; 4.260 công nhân mất việc.

- Sản lượng ngô của huyện Trà Lam năm 2024 đạt 7.310 tấn, tăng 6,4% so với năm 2023 và vượt 2,1% \
kế hoạch.

- Xã Nà Lơi đạt chuẩn nông thôn mới 19/19 tiêu chí.

- Xã Nà Lơi đạt nông thôn mới nâng cao 15/19 tiêu chí.

- Dự toán thu ngân sách giao đầu năm 41,5 tỷ đồng, Nghị quyết số 14/NQ-HĐND ngày 22/10/2024 của \
HĐND huyện điều chỉnh tăng lên 48,2 tỷ đồng.

Ba chỉ tiêu còn nợ lại được bàn kỹ, đó là: trồng rừng; khách du lịch; lao động qua đào tạo.

| Xã | Tỷ lệ hộ nghèo cuối năm 2024 (%) | Số hộ nghèo |
|---|---|---|
| Nà Lơi | 12,4 | 96 |
| Pom Lót | 31,7 | 215 |
| Sơn Hội | 8,2 | 61 |

## II. Nhiệm vụ năm 2025

- Chủ tịch UBND huyện giao: Ban Quản lý dự án khởi công đường Pom Lót trong tháng 4/2025; Phòng \
Giáo dục và Đào tạo trình đề án trường mầm non trước ngày 15/3/2025.

- Tai nạn giao thông không quá 20 người chết.

- Thành lập mới 3 chi bộ trong doanh nghiệp.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("one-record"), {"bao-cao-2024.md": REPORT}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "questions, says, never",
    [
        # who came after somebody, not who spoke in somebody's stead
        (
            ("Ai là Bí thư Huyện ủy Trà Lam năm 2023?", "Người thay là ai?"),
            "Vi Văn Tạo",
            "Mạc Văn Yên",
        ),
        # "xã đó" is what the answer before came to
        (
            ("Xã nào ở Trà Lam có tỷ lệ hộ nghèo cao nhất năm 2024?", "Xã đó có mấy hộ nghèo?"),
            "215",
            "96",
        ),
        # of a list of works or cases the one that is meant
        (("Đề án trường mầm non ở Trà Lam hạn trình lúc nào?",), "15/3/2025", "tháng 4"),
        (("Trà Lam xảy ra mấy vụ cháy, thiệt hại bao nhiêu năm 2024?",), "14 vụ", "119"),
        (("What ceiling did Tra Lam set for traffic deaths in 2025?",), "20", "119"),
        # a paper that the record names with its day
        (("Nghị quyết 14 của HĐND huyện Trà Lam ban hành hôm nào?",), "22/10/2024", "12/12"),
        (("Dự toán thu ngân sách 2024 của Trà Lam sau khi điều chỉnh?",), "48,2 tỷ", "14/NQ"),
        (("HĐND Trà Lam nâng dự toán thu ngân sách 2024 lên bao nhiêu?",), "48,2 tỷ", "14/NQ"),
        # lists in other words
        (("Trà Lam còn những chỉ tiêu nào chưa đạt năm 2024?",), "khách du lịch", "phạm pháp"),
        (("Hội nghị UBND huyện Trà Lam có bao nhiêu đại biểu dự?",), "41/45", "22"),
        # what is counted
        (("Năm 2025 Trà Lam lập mới mấy chi bộ trong doanh nghiệp?",), "3 chi bộ", "không tìm"),
        (("Xã Nà Lơi đạt mấy tiêu chí nông thôn mới nâng cao?",), "15/19", "19/19"),
    ],
)
def test_the_one_that_is_meant_answers(
    assistant: Assistant, questions: tuple[str, ...], says: str, never: str
) -> None:
    answer = assistant.ask(questions[-1], questions[:-1])
    assert answer.found, answer.text
    assert says in answer.text
    assert never not in answer.text


def test_a_foreign_name_is_no_word_to_pass_over(assistant: Assistant) -> None:
    told = assistant.ask("What was the budget revenue target of Tra Lam in 2024?")
    assert told.found and "48,2" in told.text
    answer = assistant.ask("What was the budget revenue from Germany in Tra Lam in 2024?")
    assert not answer.found


def test_jobs_lost_are_not_jobs_found(assistant: Assistant) -> None:
    answer = assistant.ask("How many workers lost their jobs in Tra Lam in 2024?")
    assert not answer.found or "2.385" not in answer.text


def test_what_changed_is_not_told_by_what_was_reached(assistant: Assistant) -> None:
    answer = assistant.ask("Số công nhân mất việc ở Trà Lam năm 2024 giảm bao nhiêu?")
    assert not answer.found or "4.260" not in answer.text


def test_a_change_ends_with_its_base_and_names_the_place_once(assistant: Assistant) -> None:
    answer = assistant.ask("Sản lượng ngô của Trà Lam năm 2024 tăng bao nhiêu so với năm 2023?")
    said = "Sản lượng ngô năm 2024 của huyện Trà Lam: 7.310 tấn, tăng 6,4% so với năm 2023 [1]."
    assert said in answer.text
