"""Why, as somebody replied; where something else than a meeting was; who holds which post; records
of a district that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.question import read_question
from corpus.vocabulary import Vocabulary
from tests.assistant.records import knowing

SESSION = """\
# Kỳ họp thứ 11 HĐND huyện Sơn Ca

Sơn Ca, ngày 18 tháng 12 năm 2023

Chủ trì: đồng chí Lò Văn Tấu, Phó Bí thư Thường trực, Chủ tịch HĐND huyện; đồng chí Hà Thị Mơ, \
Phó Bí thư, Chủ tịch UBND huyện.

Thu ngân sách năm 2023 đạt 90,5 tỷ đồng.

Đại biểu Vì Văn Sủi hỏi: vì sao năm nay thu ngân sách lại hụt? Ông Cầm Bá Hợi, Trưởng phòng Tài \
chính - Kế hoạch trả lời: thị trường bất động sản đóng băng, nhà máy bia giảm sản lượng.

Tuần lễ văn hóa biển Sơn Ca tại bãi Hoa Gạo thu hút 42.000 lượt người.

Từ 01/7/2023, xã Hoa Gạo được lập trên cơ sở nhập các xã Hoa Gạo, Mây Trắng và Bến Lau.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("replies"), {"ky-hop.md": SESSION}) as knowing_one:
        yield knowing_one


@pytest.mark.parametrize(
    "question, told",
    [
        ("Tại sao năm 2023 huyện Sơn Ca hụt thu ngân sách?", "bất động sản đóng băng"),
        ("Tuần lễ văn hóa biển Sơn Ca tổ chức ở đâu?", "bãi Hoa Gạo"),
        ("Xã Hoa Gạo mới gồm những xã cũ nào?", "Mây Trắng và Bến Lau"),
    ],
)
def test_the_record_answers(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.found and told in answer.text


def test_whoever_is_listed_beside_the_post_does_not_hold_it(assistant: Assistant) -> None:
    assert not assistant.ask("Phó Chủ tịch HĐND huyện Sơn Ca là những ai?").found


def test_a_third_child_is_no_third_meeting() -> None:
    asked = "Kỳ họp cho phép tỷ suất sinh con thứ ba tối đa bao nhiêu?"
    assert read_question(asked, Vocabulary.load(), ()).meeting == ""
