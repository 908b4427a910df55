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
SESSION = """\
# Kỳ họp HĐND huyện đảo Sơn Ca tháng 3 năm 2025

Sơn Ca, ngày 22 tháng 3 năm 2025

HĐND huyện bầu đồng chí Lò Văn Tấu giữ chức Chủ tịch UBND huyện với 28/30 phiếu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    told = {"nghe-ca.md": TABLE, "ky-hop.md": SESSION}
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
