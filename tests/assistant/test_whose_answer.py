"""Whose figure, whose post: neighbours of what is asked are no answers. The three records are of
a district that does not exist, of its Women's Union and of one of its wards' sheets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

DISTRICT = """\
# UBND huyện Trà Lam: báo cáo năm 2024

Trà Lam, ngày 12 tháng 12 năm 2024

Đồng chí Lò Thị Nhung, Bí thư Huyện ủy; đồng chí Vi Văn Tạo, Chủ tịch UBND huyện; ông Cao Bá \
Lộc, Giám đốc Ban QLDA và PTQĐ.

## I. Kết quả năm 2024

- Năm 2024 có 22/26 chỉ tiêu đạt và vượt; 4 chỉ tiêu không đạt.

- Dư nợ ủy thác qua Hội Nông dân 211,9 tỷ đồng.

- Hộ nghèo còn 336 hộ, chiếm 1,06%.

- Dân số 36.215 người, 14 xã.

- Thu nhập bình quân đầu người của tỉnh đạt 52 triệu đồng, của huyện 34,5 triệu đồng.

- Thu ngân sách đạt 92% dự toán tỉnh, 78% dự toán huyện.

- Xóa 96 nhà tạm với tổng kinh phí 4 tỷ 320 triệu đồng.

- Chè búp tươi thu hái 28.912 tấn; riêng vụ xuân 9.100 tấn.

- Toàn huyện có 6.500 con lợn.

5. Chỉ tiêu không hoàn thành

Gồm: sản lượng lương thực; diện tích chè; tỷ lệ bảo hiểm y tế.
"""

WOMEN = """\
# Hội LHPN huyện Trà Lam: tổng kết công tác Hội năm 2024

Trà Lam, ngày 30 tháng 12 năm 2024

Năm 2024 Hội có 8/11 chỉ tiêu đạt và vượt, 3 chỉ tiêu chưa đạt. Kết nạp 402 hội viên. Dư nợ ủy \
thác 187,3 tỷ đồng.
"""

COMMUNE = """\
# UBND xã Nà Lơi: báo cáo năm 2024

Nà Lơi, ngày 20 tháng 12 năm 2024

Hội Nông dân xã kết nạp 26 hội viên.

| Ấp | Số hộ | Hộ nghèo |
|---|---|---|
| Cồn Giữa | 402 | 24 |
| Rạch Gòi | 633 | 12 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"huyen.md": DISTRICT, "phu-nu.md": WOMEN, "xa.md": COMMUNE}
    with knowing(tmp_path_factory.mktemp("tra-lam"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        # a post alone asks who holds it
        ("bí thư huyện ủy Trà Lam", "Lò Thị Nhung"),
        ("Ai giữ chức Chủ tịch UBND huyện Trà Lam?", "Vi Văn Tạo"),
        ("Người đứng đầu Huyện ủy Trà Lam là ai?", "Lò Thị Nhung"),
        ("Giám đốc Ban quản lý dự án và phát triển quỹ đất huyện Trà Lam là ai?", "Cao Bá Lộc"),
        # whose targets were not met
        ("Năm 2024 huyện Trà Lam có mấy chỉ tiêu không đạt?", "4 chỉ tiêu"),
        ("Huyện Trà Lam năm 2024 không đạt mấy chỉ tiêu?", "4 chỉ tiêu"),
        ("Hội phụ nữ huyện Trà Lam năm 2024 có mấy chỉ tiêu chưa đạt?", "3 chỉ tiêu"),
        ("Năm 2024 Hội LHPN huyện Trà Lam đạt bao nhiêu chỉ tiêu?", "8/11"),
        ("Những chỉ tiêu nào năm 2024 huyện Trà Lam không hoàn thành?", "diện tích chè"),
        # an association's count, a count that is no rate, a herd counted by the head
        ("Hội LHPN huyện Trà Lam năm 2024 kết nạp bao nhiêu hội viên?", "402"),
        ("Số hộ nghèo huyện Trà Lam năm 2024?", "336 hộ"),
        ("Tổng đàn lợn huyện Trà Lam năm 2024?", "6.500"),
        ("Dân số huyện Trà Lam?", "36.215"),
        # the district's own beside the province's, the share of each giver's plan
        ("Thu nhập bình quân đầu người năm 2024 của huyện Trà Lam?", "34,5"),
        ("Thu ngân sách Trà Lam năm 2024 đạt bao nhiêu % dự toán huyện?", "78%"),
        # what it cost, and what a harvest was
        ("Kinh phí xóa nhà tạm năm 2024 của Trà Lam?", "4 tỷ 320 triệu"),
        ("Năm 2024 huyện Trà Lam hái được bao nhiêu tấn chè búp tươi?", "28.912"),
        # a hamlet asked for by the most that it has
        ("Ấp nào của xã Nà Lơi nhiều hộ nghèo nhất?", "Cồn Giữa"),
    ],
)
def test_the_one_asked_about_answers(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found and says in answer.text, answer.text


@pytest.mark.parametrize(
    "question, never",
    [
        ("Giám đốc Trung tâm Y tế huyện Trà Lam tên gì?", "Cao Bá Lộc"),
        ("Hội Nông dân huyện năm 2024 kết nạp mấy hội viên?", "26 hội viên"),
        ("Số hộ nghèo Phường 2 huyện Trà Lam năm 2024?", "336"),
        ("Diện tích chè huyện Trà Lam năm 2024?", "tấn"),
        ("Vụ thu năm 2024 Trà Lam hái được mấy tấn chè?", "28.912"),
    ],
)
def test_a_neighbour_does_not_answer(assistant: Assistant, question: str, never: str) -> None:
    answer = assistant.ask(question)
    assert not (answer.found and never in answer.text), answer.text


def test_an_associations_balance_does_not_contradict_anothers(assistant: Assistant) -> None:
    text = assistant.ask("Dư nợ ủy thác qua Hội Nông dân huyện Trà Lam năm 2024?").text
    assert "211,9" in text and "187,3" not in text
