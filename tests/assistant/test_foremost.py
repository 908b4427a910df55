"""Which place comes first or last, and what no vote and no head of a table can tell; records of a
district that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

TABLE = """\
# Tổng hợp nghề cá các xã huyện đảo Sơn Ca năm 2024

Sơn Ca, ngày 12 tháng 01 năm 2025

| TT | Xã | Tổng số tàu | Lao động đi biển (người) | Sản lượng (tấn) |
|---|---|---|---|---|
| 1 | Xã Hoa Gạo | 120 | 1.973 | 8.100 |
| 2 | Xã Mây Trắng | 35 | 611 | 2.300 |
| 3 | Xã Bến Lau | 60 | 1.204 | 4.000 |
| 4 | Xã Gò Mận | 41 | 803 | 2.900 |
"""
WARDS = """\
# Số liệu các phường của thành phố Mây Trắng năm 2024

Mây Trắng, ngày 15 tháng 02 năm 2025

| STT | Phường | Tổng số hộ | Tỷ lệ hộ nghèo (%) |
|---|---|---|---|
| 1 | Phường 3 | 9.260 | 0,36 |
| 2 | Phường 5 | 10.340 | 0,59 |
| 3 | Phường Nà Sen | 9.870 | 0,42 |

Tỷ lệ hộ nghèo của thành phố năm 2021 là 0,88%.
"""
HOSPITAL = """\
# Báo cáo năm 2024 của Bệnh viện Đa khoa Nà Lau

Nà Lau, ngày 10 tháng 01 năm 2025

Số ca mổ không đạt vì từ tháng 5 đến tháng 8 thiếu thuốc gây mê và một phòng mổ phải sửa.
"""
SESSION = """\
# Kỳ họp HĐND huyện đảo Sơn Ca tháng 3 năm 2025

Sơn Ca, ngày 22 tháng 3 năm 2025

HĐND huyện bầu đồng chí Lò Văn Tấu giữ chức Chủ tịch UBND huyện với 28/30 phiếu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    told = {"nghe-ca.md": TABLE, "ky-hop.md": SESSION, "phuong.md": WARDS, "bv.md": HOSPITAL}
    with knowing(tmp_path_factory.mktemp("foremost"), told) as knowing_all:
        yield knowing_all


@pytest.mark.parametrize(
    "question, told, untold",
    [
        ("Xã nào ở huyện Sơn Ca năm 2024 ít lao động đi biển nhất?", "Mây Trắng 611", "1.973"),
        (
            "Nơi ít lao động đi biển nhất ở huyện Sơn Ca năm 2024 là xã gì?",
            "Mây Trắng 611",
            "1.973",
        ),
        ("Xã nào ở huyện Sơn Ca năm 2024 nhiều lao động đi biển nhất?", "Hoa Gạo 1.973", "611"),
    ],
)
def test_the_least_is_not_the_most_however_far_the_words_stand_apart(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    text = assistant.ask(question).text
    assert told in text and untold not in text


def test_an_election_tells_no_votes_of_confidence(assistant: Assistant) -> None:
    question = "Chủ tịch UBND huyện Sơn Ca Lò Văn Tấu được mấy phiếu tín nhiệm cao?"
    assert not assistant.ask(question).found


def test_wards_by_their_number_are_compared(assistant: Assistant) -> None:
    text = assistant.ask("So sánh tỷ lệ hộ nghèo năm 2024 của phường 3 với phường 5").text
    assert "0,36%" in text and "0,59%" in text and "0,42" not in text


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hộ nghèo của phường 3 năm 2021?",  # no city's
        "Năm 2024 bệnh viện Nà Lau mổ được bao nhiêu ca?",  # one room is no case
        "Năm 2024 thành phố Mây Trắng hoàn thành mấy trên mấy chỉ tiêu?",
    ],
)
def test_what_no_record_counts_is_not_found(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found
