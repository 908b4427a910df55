"""What sessions passed and how, who came after whom; records of a district that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

CHANGE = """\
# NGHỊ QUYẾT Sửa đổi một số chỉ tiêu năm 2023

Hội đồng nhân dân huyện Sơn Ca

Sơn Ca, ngày 14 tháng 7 năm 2023

## Điều 2. Nội dung sửa đổi

| Số TT | Tên chỉ tiêu | Đơn vị | Giao đầu năm | Sau sửa đổi |
|---|---|---|---|---|
| 1 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | 640 | 705 |
| 2 | Sản lượng muối | tấn | 37.000 | 30.000 |

## Điều 4. Bố trí lại vốn

Chuyển 6,4 tỷ đồng vốn của dự án Sân vận động huyện sang đường Hoa Gạo - Mây Trắng.

Đại biểu Phan Thị Lài đề nghị chỉ hạ chỉ tiêu muối xuống 33.000 tấn; kỳ họp biểu quyết riêng \
nội dung này, có 9/34 đại biểu đồng ý.

Nghị quyết được thông qua với 32/34 đại biểu có mặt tán thành. Điều 4 được 26/34 đại biểu tán thành.
"""
SESSION = """\
# Kỳ họp cuối năm 2023 HĐND huyện Sơn Ca

Sơn Ca, ngày 20 tháng 12 năm 2023

Đại biểu có mặt: 31/34. Vắng 03 (ông Tạ Văn Cảnh ốm; hai đại biểu đi công tác).

HĐND huyện thông qua 11 nghị quyết, trong đó:

- Nghị quyết về nhiệm vụ năm 2024.
"""
PARTY = """\
# Hội nghị Ban Chấp hành Đảng bộ huyện Sơn Ca lần thứ 18

Sơn Ca, ngày 21 tháng 12 năm 2023

Sáng 19/12, đồng chí Lưu Hải Đông, Bí thư Huyện ủy chủ trì Hội nghị. Đây là hội nghị tổng kết \
đầu tiên đồng chí điều hành, kể từ khi được chỉ định làm Bí thư Huyện ủy ngày 15/8, thay đồng chí \
Đặng Công Trữ chuyển công tác. Trước khi về huyện, đồng chí Lưu Hải Đông là Phó Chánh Văn phòng \
Tỉnh ủy.
"""
COMMUNE = """\
# Biên bản Hội nghị Ban Chấp hành Đảng bộ xã Hoa Gạo lần thứ 9

Hoa Gạo, ngày 28 tháng 12 năm 2023

Chủ trì: đồng chí Lò Văn Tấu, Bí thư Đảng ủy; đồng chí Hà Thị Mơ, Phó Bí thư, Chủ tịch UBND xã \
(được bầu ngày 24/3/2023 thay đồng chí Vì Văn Sủi chuyển công tác).

Đồng chí Lò Văn Tấu thông báo quyết định điều động đồng chí nhận công tác mới, chỉ định đồng chí \
Cầm Bá Hợi giữ chức Bí thư Đảng ủy xã Hoa Gạo. Trước đó đồng chí Hợi là Hạt trưởng Kiểm lâm.

HĐND xã miễn nhiệm chức vụ Phó Chủ tịch UBND xã đối với ông Lò Văn Pản, bầu ông Mùa A Chía, công \
chức địa chính giữ chức vụ này với 21/22 phiếu.
"""
PARTY_BEFORE = """\
# Hội nghị Ban Chấp hành Đảng bộ huyện Sơn Ca lần thứ 10

Sơn Ca, ngày 18 tháng 12 năm 2021

Đồng chí Đặng Công Trữ, Bí thư Huyện ủy chủ trì hội nghị.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    told = {"nq.md": CHANGE, "ky-hop.md": SESSION, "dang.md": PARTY, "dang-2021.md": PARTY_BEFORE}
    told |= {"bien-ban-xa.md": COMMUNE}
    with knowing(tmp_path_factory.mktemp("sessions"), told) as knowing_all:
        yield knowing_all


def test_the_vote_on_a_resolution_is_not_that_on_a_part_of_it(assistant: Assistant) -> None:
    question = "Nghị quyết sửa đổi chỉ tiêu 2023 của HĐND huyện Sơn Ca được bao nhiêu phiếu thuận?"
    text = assistant.ask(question).text
    assert "32/34" in text and "9/34" not in text and "26/34" not in text


def test_an_article_is_voted_on_by_its_number(assistant: Assistant) -> None:
    question = "Việc chuyển vốn dự án Sân vận động sang đường Hoa Gạo được mấy đại biểu tán thành?"
    assert "26/34" in assistant.ask(question).text


def test_how_many_resolutions_a_session_passed(assistant: Assistant) -> None:
    text = assistant.ask("Kỳ họp cuối năm 2023 HĐND huyện Sơn Ca ra mấy nghị quyết?").text
    assert text.startswith("HĐND huyện thông qua 11 nghị quyết [1]")  # and announces no list


def test_no_session_of_another_season_answers(assistant: Assistant) -> None:
    answer = assistant.ask("Kỳ họp giữa năm 2022 HĐND huyện Sơn Ca ra mấy nghị quyết?")
    assert not answer.found


def test_who_was_missing_is_counted(assistant: Assistant) -> None:
    text = assistant.ask("Kỳ họp cuối năm 2023 HĐND huyện Sơn Ca vắng mấy đại biểu?").text
    assert "Vắng 03" in text


def test_a_successor_is_named_though_the_sentence_only_points_back(assistant: Assistant) -> None:
    history = ["Bí thư Huyện ủy Sơn Ca cuối năm 2021 là ai?"]
    answer = assistant.ask("Sau này ai thay đồng chí ấy?", history)
    assert "Lưu Hải Đông" in answer.text and len(answer.citations) == 2


def test_who_came_after_a_deputy_did_not_come_after_the_secretary(assistant: Assistant) -> None:
    history = ["Bí thư Đảng ủy xã Hoa Gạo chủ trì hội nghị lần thứ 9 là ai?"]
    answer = assistant.ask("Ai được chỉ định thay?", history)
    assert "Cầm Bá Hợi" in answer.text and "Vì Văn Sủi" not in answer.text


def test_whoever_is_elected_to_that_post(assistant: Assistant) -> None:
    answer = assistant.ask("Cuối năm 2023 ai được bầu làm Phó Chủ tịch UBND xã Hoa Gạo?")
    assert answer.found and "Mùa A Chía" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Trước khi làm Bí thư Đảng ủy xã Hoa Gạo, đồng chí Cầm Bá Hợi giữ chức vụ gì?",
        "Đồng chí Cầm Bá Hợi làm gì trước khi về làm Bí thư Đảng ủy xã Hoa Gạo?",
    ],
)
def test_what_the_next_sentence_says_somebody_was_before(
    assistant: Assistant, question: str
) -> None:
    assert "Hạt trưởng Kiểm lâm" in assistant.ask(question).text


def test_what_somebody_was_before(assistant: Assistant) -> None:
    question = "Trước khi làm Bí thư Huyện ủy Sơn Ca, đồng chí Lưu Hải Đông giữ chức vụ gì?"
    assert "Phó Chánh Văn phòng Tỉnh ủy" in assistant.ask(question).text


def test_one_word_may_name_what_a_follow_up_asks_about(assistant: Assistant) -> None:
    history = ["Chỉ tiêu thu ngân sách năm 2023 của huyện Sơn Ca sửa thành bao nhiêu?"]
    answer = assistant.ask("còn muối thì sao?", history)
    assert "30.000 tấn" in answer.text and "cùng chỉ tiêu" not in answer.understood


SCHOOL = """\
# Trường THPT Sơn Ca tổng kết năm 2022

Sơn Ca, ngày 20 tháng 12 năm 2022

Trường mua thêm 420 quyển sách giáo khoa lớp 10. Điểm trung bình thi tốt nghiệp 6,47.
"""
FARMS = """\
# UBND huyện Sơn Ca: Báo cáo năm 2022

Sơn Ca, ngày 22 tháng 12 năm 2022

Nông nghiệp: diện tích bưởi 940 ha, trong đó vùng bưởi xã Hoa Gạo 410 ha; sản lượng thịt hơi \
17.900 tấn.

Năm 2023 phấn đấu: xã Mây Trắng đạt chuẩn nông thôn mới; xã Hoa Gạo đạt nông thôn mới nâng cao; \
hộ nghèo dưới 2,9%; 87% hộ dùng nước sạch.
"""


def test_what_only_stands_beside_is_no_answer(tmp_path: Path) -> None:
    with knowing(tmp_path, {"truong.md": SCHOOL, "bao-cao.md": FARMS}) as assistant:
        assert not assistant.ask("Điểm chuẩn vào lớp 10 năm 2022 của trường THPT Sơn Ca?").found
        answer = assistant.ask("Sản lượng bưởi năm 2022 của huyện Sơn Ca là bao nhiêu tấn?")
    assert not answer.found


def test_of_several_aims_the_one_that_is_asked_about(tmp_path: Path) -> None:
    question = "Năm 2023 xã nào của huyện Sơn Ca phấn đấu đạt nông thôn mới nâng cao?"
    with knowing(tmp_path, {"bao-cao.md": FARMS}) as assistant:
        text = assistant.ask(question).text
    assert "Hoa Gạo" in text and "Mây Trắng" not in text


def test_the_vote_on_one_resolution_counts_no_resolutions(assistant: Assistant) -> None:
    question = "Kỳ họp tháng 7 năm 2023 HĐND huyện Sơn Ca thông qua mấy nghị quyết?"
    assert not assistant.ask(question).found


NOTICE = """\
# Huyện ủy Sơn Ca: Thông báo kết luận Hội nghị lần thứ 17

Sơn Ca, ngày 22 tháng 12 năm 2023

2. Hạn chế

Xã nông thôn mới nâng cao: thêm được xã Hoa Gạo, riêng xã Mây Trắng lỡ hẹn.

3. Nguyên nhân

Về giải ngân, vướng nhất là hồ chứa nước. Xã Mây Trắng chưa được công nhận vì hộ dùng nước sạch \
mới 41%.
"""


def test_a_heading_gives_no_cause(tmp_path: Path) -> None:
    question = "Vì sao xã Mây Trắng chưa được công nhận nông thôn mới nâng cao năm 2023?"
    with knowing(tmp_path, {"thong-bao.txt": NOTICE}) as assistant:
        assert "mới 41%" in assistant.ask(question).text


PRESIDED = """\
# Hội nghị Ban Chấp hành Đảng bộ huyện Sơn Ca lần thứ 21

Sơn Ca, ngày 20 tháng 12 năm 2023

Các đồng chí Lương Thế Khoan, Bí thư Huyện ủy; Vi Thị Nhài, Phó Bí thư Thường trực; \
Đinh Công Bảng, Chủ tịch UBND huyện chủ trì hội nghị.
"""


def test_all_who_chaired_together_are_told(tmp_path: Path) -> None:
    with knowing(tmp_path, {"hoi-nghi.md": PRESIDED}) as assistant:
        text = assistant.ask("Ai chủ trì Hội nghị lần thứ 21 của Đảng bộ huyện Sơn Ca?").text
    assert all(name in text for name in ("Lương Thế Khoan", "Vi Thị Nhài", "Đinh Công Bảng"))
