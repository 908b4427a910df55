"""Questions about articles: congresses, elections, merged communes, tables with a place column.

Places, people and figures do not exist; expected words are read off the records by eye."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

ELECTION = """\
HĐND huyện Tà Bông kiện toàn chức danh

Ngày 20/9/2023, HĐND huyện Tà Bông họp kỳ thứ 12.

Kỳ họp miễn nhiệm chức danh Chủ tịch HĐND huyện đối với đồng chí Mùa A Lử do nhận nhiệm vụ mới. \
Miễn nhiệm chức danh Chủ tịch UBND huyện đối với đồng chí Bùi Ngọc Lan.

Theo đó, với 29/29 đại biểu đồng ý, đồng chí Vũ Văn Hoành, Phó Chủ tịch UBND huyện đã được bầu \
giữ chức Chủ tịch UBND huyện Tà Bông.

Các đại biểu bỏ phiếu kín bầu bà Mai Thị Quế, Phó Bí thư Huyện ủy, giữ chức Chủ tịch HĐND huyện \
với 28/29 phiếu; bầu ông Lò Văn Páo, Trưởng phòng Nội vụ, giữ chức Phó Chủ tịch HĐND huyện với \
27/29 phiếu.
"""

OLD_COMMUNE = """\
# HĐND xã Bãi Nồm: Nghị quyết nhiệm vụ năm 2025

Bãi Nồm, ngày 20 tháng 12 năm 2024

## Chỉ tiêu năm 2025

- Sản lượng tôm nuôi 1.400 tấn.

## Chuyển đổi số

- Chỉ số chuyển đổi số của xã xếp thứ 5/9 trong huyện.

- Đảng bộ xã kết nạp 10 đảng viên, nâng tổng số đảng viên lên 168 đồng chí.
"""

NEW_COMMUNE = """\
# HĐND xã Bãi Nồm: Nghị quyết chỉ tiêu năm 2025 sau sắp xếp

Bãi Nồm, ngày 28 tháng 8 năm 2025

## Chỉ tiêu năm 2025

- Sản lượng tôm nuôi 3.450 tấn.

## Điều chỉnh

Hội nghị đồng ý hạ 1 chỉ tiêu về muối:

| Chỉ tiêu | Đã giao | Điều chỉnh |
|---|---|---|
| Sản lượng muối (tấn) | 620 | 480 |

Các chỉ tiêu khác giữ nguyên. Kết quả biểu quyết: 33/35 đại biểu tán thành.
"""

REPORT = """\
# UBND huyện Tà Bông: Báo cáo kinh tế - xã hội 9 tháng năm 2023

Tà Bông, ngày 02 tháng 10 năm 2023

- Giải ngân vốn các chương trình mục tiêu quốc gia đạt 46,5% kế hoạch.

- Tổng thu ngân sách nhà nước 285,3 tỷ đồng; thu trên địa bàn huyện 24,0 tỷ đồng.

- Diện tích gieo trồng 54.098 héc-ta.

- Có 25/42 trường đạt chuẩn quốc gia (59,5%).
"""

TABLE = """\
# Xây dựng Đảng hai huyện Tà Bông và Lúa Vàng

Số liệu đến 31/12/2024

| Huyện | Chỉ tiêu | 2023 | 2024 |
|---|---|---|---|
| Tà Bông | Kết nạp đảng viên (đồng chí) | 38 | 35 |
| Tà Bông | Đảng viên bị kỷ luật | 5 | 4 |
| Lúa Vàng | Kết nạp đảng viên (đồng chí) | 158 | 176 |
| Lúa Vàng | Đảng viên bị kỷ luật | 18 | 15 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    files = {
        "bau-cu.txt": ELECTION,
        "nq-bai-nom-2024.md": OLD_COMMUNE,
        "nq-bai-nom-2025.md": NEW_COMMUNE,
        "bc-9-thang-2023.md": REPORT,
        "xay-dung-dang.md": TABLE,
    }
    with knowing(tmp_path_factory.mktemp("news"), files) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        # who was chosen, and who gave the post up
        ("Ai là Chủ tịch UBND huyện Tà Bông?", "Vũ Văn Hoành"),
        ("Ai thôi giữ chức Chủ tịch UBND huyện Tà Bông?", "Bùi Ngọc Lan"),
        ("Ai lên làm Chủ tịch HĐND huyện Tà Bông thay ông Lử?", "Mai Thị Quế"),
        # the commune before and after it was merged
        ("Xã Bãi Nồm cũ đặt chỉ tiêu tôm nuôi năm 2025 mấy tấn?", "1.400"),
        ("Đảng bộ xã Bãi Nồm có bao nhiêu đảng viên?", "168"),
        # a rank is no amount
        ("Chỉ số chuyển đổi số năm 2024 của Bãi Nồm xếp thứ mấy?", "5/9"),
        # a vote told behind the table that it is about
        ("Việc hạ chỉ tiêu muối năm 2025 của Bãi Nồm được bao nhiêu phiếu tán thành?", "33/35"),
        # what is paid out is told as a share of what was to be
        ("9 tháng năm 2023 Tà Bông giải ngân vốn chương trình MTQG mấy phần trăm?", "46,5%"),
        # of two revenues the one that is named
        ("Thu trên địa bàn huyện Tà Bông 9 tháng năm 2023?", "24,0"),
        ("Diện tích gieo trồng 9 tháng năm 2023 của Tà Bông?", "54.098 héc-ta"),
        ("Tỷ lệ trường đạt chuẩn quốc gia 9 tháng năm 2023 của Tà Bông?", "59,5%"),
        # the rows of a table under a place that stands beside them
        ("Năm 2024 huyện Lúa Vàng kết nạp bao nhiêu đảng viên?", "176"),
    ],
)
def test_the_record_answers(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found, answer.text
    assert says in answer.text


def test_the_votes_are_those_for_whoever_was_asked_about(assistant: Assistant) -> None:
    before = ["Ai được bầu làm Phó Chủ tịch HĐND huyện Tà Bông?"]
    assert "27/29" in assistant.ask("Ông ấy được bao nhiêu phiếu?", before).text


def test_the_deputy_who_was_chosen_is_deputy_no_longer(assistant: Assistant) -> None:
    assert not assistant.ask("Ai là Phó Chủ tịch UBND huyện Tà Bông?").found
