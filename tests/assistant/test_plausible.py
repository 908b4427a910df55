"""The likeliest sentence: what is known of it is weighed, and some things rule it out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import plausible
from assistant.assistant import Assistant
from tests.assistant.records import knowing, own_model

REPORT = """\
# UBND huyện Sơn Ca: Báo cáo kết quả năm 2024

Sơn Ca, ngày 12 tháng 12 năm 2024

1. Xảy ra 46 vụ phạm pháp hình sự; tai nạn giao thông 28 vụ, cướp đi sinh mạng 19 người.

2. Trụ sở dư ra 21 cơ sở, dự tính 8 cơ sở làm trường học, số còn lại giao tỉnh xử lý.

3. Bà con tự nguyện dâng 3.850 m2 đất để mở đường liên thôn.

## Chỉ tiêu năm 2025

4. Công suất phòng khách sạn phấn đấu bình quân 58%.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("plausible")
    with knowing(folder, {"bao-cao.md": REPORT}, own_model(folder / "cache")) as knowing_one:
        yield knowing_one


def test_each_sign_moves_the_chance_its_way() -> None:
    signs = dict.fromkeys(plausible.SIGNS, 0.0)
    plain = plausible.probability(signs, odds=0.0)
    assert 0 < plain < 1
    assert plausible.probability(signs, odds=1.0) > plain
    for name in ("holds", "covered", "of_time"):
        assert plausible.probability({**signs, name: 1.0}, odds=0.0) > plain
    for name in ("asks", "less_said", "length"):
        assert plausible.probability({**signs, name: 1.0}, odds=0.0) < plain


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Huyện Sơn Ca dôi dư bao nhiêu trụ sở?", "21 cơ sở"),
        ("Bà con huyện Sơn Ca hiến bao nhiêu đất mở đường năm 2024?", "3.850 m2"),
    ],
)
def test_it_answers_where_the_words_are_others(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.found and told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Vân Lĩnh dôi dư bao nhiêu trụ sở?",  # another place
        "Năm 2023 huyện Sơn Ca dôi dư bao nhiêu trụ sở?",  # another year
        "Công suất phòng khách sạn năm 2024 của huyện Sơn Ca đạt mấy phần trăm?",  # a plan
        "Ai tự nguyện dâng đất mở đường ở huyện Sơn Ca?",  # nobody is named
        "Hai báo cáo ghi số trụ sở dôi dư của huyện Sơn Ca có khớp nhau không?",  # of one paper
    ],
)
def test_what_rules_a_sentence_out(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found
