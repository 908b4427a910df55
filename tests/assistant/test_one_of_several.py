"""Questions whose sentence tells of several: of posts, days, votes, associations. All invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

RESOLUTION = """\
HỘI ĐỒNG NHÂN DÂN HUYỆN SƠN CA

Số: 16/NQ-HĐND

Sơn Ca, ngày 14 tháng 7 năm 2023

# NGHỊ QUYẾT điều chỉnh một số chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 2023

| TT | Chỉ tiêu | ĐVT | Đã giao | Điều chỉnh |
|---|---|---|---|---|
| 1 | Diện tích tôm - lúa | ha | 6.400 | 6.900 |

Nghị quyết đã được HĐND huyện Sơn Ca khóa VII, kỳ họp thứ 7 thông qua ngày 14 tháng 7 năm 2023; \
24/29 đại biểu có mặt tán thành, 03 đại biểu không tán thành.
"""
CONGRESS = """\
# Đại hội Đảng bộ xã Hoa Gạo, huyện Sơn Ca nhiệm kỳ 2025 - 2030

Ngày 12 tháng 8 năm 2025

Đồng chí Cao Hoàng Phúc giữ chức Bí thư Đảng ủy; đồng chí Trần Ngọc Duyên giữ chức Phó Bí thư, \
Chủ tịch UBND xã; đồng chí Thạch Minh Tâm giữ chức Phó Bí thư Thường trực.
"""
REPORT = """\
HUYỆN ỦY SƠN CA

Sơn Ca, ngày 20 tháng 12 năm 2024

# Báo cáo kết quả năm 2024 và nhiệm vụ năm 2025

Đồng chí Lê Thị Bích Vân được HĐND huyện bầu giữ chức Chủ tịch UBND huyện ngày 12/01/2024.

Ngày 13/11/2024, Ban đại diện họp dưới sự chủ trì của bà Lê Thị Bích Vân, Chủ tịch UBND huyện.

Có 8/9 trạm y tế đạt tiêu chí quốc gia. Giới thiệu việc làm cho 3.046 lao động.

Tổng dư nợ tín dụng chính sách năm 2024 đạt 486,2 tỷ đồng; kế hoạch năm 2025 là 530 tỷ đồng.

Trồng 9.000 cây xanh.

Đồng chí Lâm Thị Duyên, Bí thư Huyện ủy (thay đồng chí Mai Văn Khoát được điều động) kết luận.

Đồng chí Vi Văn Tuế: đề xuất chỉ tiêu trồng 12.000 cây xanh.

## Chỉ tiêu năm 2025

- Kết nạp đảng viên: 135 đồng chí.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"16-NQ.md": RESOLUTION, "dai-hoi.md": CONGRESS, "bc-2024.md": REPORT}
    with knowing(tmp_path_factory.mktemp("several"), texts) as assistant:
        yield assistant


def test_of_several_posts_the_one_that_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Bí thư Đảng ủy xã Hoa Gạo nhiệm kỳ 2025 - 2030 là đồng chí nào?")
    assert "Cao Hoàng Phúc" in answer.text
    assert "Thạch Minh Tâm" not in answer.text


def test_the_day_of_taking_office_is_no_day_of_speaking(assistant: Assistant) -> None:
    answer = assistant.ask("Bà Bích Vân lên chủ tịch huyện Sơn Ca từ hôm nào?")
    assert "12/01/2024" in answer.text


def test_the_vote_on_a_resolution_stands_behind_its_day(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Nghị quyết điều chỉnh chỉ tiêu năm 2023 huyện Sơn Ca được mấy đại biểu tán thành?"
    )
    assert "24/29 đại biểu" in answer.text


def test_what_a_target_was_raised_to(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Diện tích tôm - lúa năm 2023 của huyện Sơn Ca được nâng lên thành bao nhiêu ha?"
    )
    assert "6.900 ha" in answer.text


def test_the_count_with_its_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Huyện Sơn Ca có mấy trạm y tế đạt tiêu chí quốc gia trên tổng số?")
    assert "8/9" in answer.text


def test_a_word_that_lost_its_tone_is_read(assistant: Assistant) -> None:
    answer = assistant.ask("huyện Sơn Ca năm 2024 giơi thiệu việc làm cho bao nhiêu ngừơi?")
    assert "3.046" in answer.text


def test_the_total_is_not_told_for_one_association(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch dư nợ năm 2025 giao cho Hội Nông dân huyện Sơn Ca?")
    assert not answer.found


def test_comrades_are_no_money(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 2025 của huyện Sơn Ca kết nạp mấy đảng viên mới?")
    assert "135 đồng chí" in answer.text


def test_a_proposed_target_is_no_result(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2024 huyện Sơn Ca trồng được bao nhiêu cây xanh?")
    assert "9.000" in answer.text
    assert "12.000" not in answer.text


def test_who_came_after_somebody_is_not_who_was_there(assistant: Assistant) -> None:
    answer = assistant.ask("Ai thay đồng chí Mai Văn Khoát làm Bí thư Huyện ủy Sơn Ca?")
    assert "Lâm Thị Duyên" in answer.text
