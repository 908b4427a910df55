"""What a question asks for, guessed from its wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guessed_kind import KINDS, guessed, likelier_intent
from assistant.intents import Intent
from corpus.record import Period

YEAR = (Period(2024, 2024),)


@pytest.mark.parametrize(
    "asked, kind",
    [
        ("Vì sao giải ngân vốn đầu tư công của huyện đạt thấp?", "why"),
        ("Đồng chí nào đứng ra chủ trì phiên họp vừa rồi?", "who"),
        ("Thu nhập bình quân qua từng năm 2021, 2022, 2023 ra sao?", "trend"),
        ("Ai chịu trách nhiệm và chậm nhất khi nào phải xong?", "task"),
        ("Please list the projects that were started in 2023.", "list"),
    ],
)
def test_the_likeliest_kind(asked: str, kind: str) -> None:
    chances = guessed(asked)
    assert max(chances, key=chances.__getitem__) == kind


@given(st.text(max_size=80))
def test_chances_are_of_all_kinds_and_sum_to_one(text: str) -> None:
    chances = guessed(text)
    assert tuple(chances) == KINDS
    assert sum(chances.values()) == pytest.approx(1.0, abs=1e-4)


@given(st.text(max_size=40))
def test_case_and_digits_make_no_difference(text: str) -> None:
    assert guessed(f"{text} năm 2023".upper()) == guessed(f"{text} năm 2023".upper())
    assert guessed("năm 2023") == guessed("năm 2024")


@pytest.mark.parametrize(
    "asked, read, places, intent",
    [
        ("Lý do nào khiến chè của xã không đạt sản lượng như dự tính?", "value", 1, "why"),
        ("Vì sao?", "value", 0, "value"),  # leans on what was asked before
        # two places are compared, however it is worded
        ("Chỉ tiêu của xã A và xã B là bao nhiêu, mỗi nơi mấy hộ?", "compare", 2, "compare"),
    ],
)
def test_the_rules_give_way_only_to_clear_wording(
    asked: str, read: Intent, places: int, intent: Intent
) -> None:
    assert likelier_intent(asked, read, places, YEAR) == intent
