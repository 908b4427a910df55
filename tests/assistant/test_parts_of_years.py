"""Parts of years, falls and signatures, over two records of a commune that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

REPORT_2023 = """\
ỦY BAN NHÂN DÂN
XÃ HOA GẠO

Số: 91/BC-UBND

Hoa Gạo, ngày 20 tháng 12 năm 2023

BÁO CÁO

Tình hình kinh tế - xã hội năm 2023 của xã Hoa Gạo

Khách du lịch: 4.120 lượt, vượt 3% kế hoạch.

Năm 2024 xã phấn đấu giảm 15 hộ nghèo.

TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH

Vừ A Páo
"""

REPORT_2024 = """\
Hoa Gạo, ngày 3 tháng 10 năm 2024

BÁO CÁO

Tình hình 9 tháng đầu năm 2024 của xã Hoa Gạo

+ Khách du lịch: 3.870 lượt, bằng 86% KH năm.

+ Thủy sản: 41 tấn, bằng 78,5% KH.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"bc-91.txt": REPORT_2023, "bc-9-thang.txt": REPORT_2024}
    with knowing(tmp_path_factory.mktemp("hoa-gao"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, words",
    [
        (
            "Khách du lịch xã Hoa Gạo năm 2023 và 2024 thế nào?",
            ("năm 2023: 4.120 lượt", "chín tháng đầu năm 2024: 3.870 lượt"),
        ),
        ("Năm 2024 xã Hoa Gạo phấn đấu giảm mấy hộ nghèo?", ("giảm 15 hộ",)),
        ("Sản lượng thủy sản 9 tháng 2024 xã Hoa Gạo đạt mấy % kế hoạch?", ("78,5%",)),
        ("Ai ký báo cáo 91 của xã Hoa Gạo?", ("Vừ A Páo",)),
        ("Chủ tịch UBND xã Hoa Gạo hồi giữa năm 2023 là ai?", ("Vừ A Páo",)),
    ],
)
def test_says(assistant: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.found, answer.text
    for word in words:
        assert word in answer.text


@pytest.mark.parametrize(
    "question",
    ["chu tich ubnd xa lam khe la ai", "Khách du lịch xã Hoa Gạo năm 2022 bao nhiêu lượt?"],
)
def test_says_that_it_finds_nothing(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found
