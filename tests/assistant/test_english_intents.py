"""What English questions ask for, by question word and verb."""

from __future__ import annotations

import pytest

from assistant.english_intents import are_nested, read_english_intent
from corpus.normalize import fold
from corpus.places import Place
from corpus.record import Period

TOWN, WARD = Place("thị xã", "Sơn Ca"), Place("phường", "Gò Mận")


@pytest.mark.parametrize(
    "text, intent",
    [
        ("Why was so little of the money disbursed in 2023?", "why"),
        ("What were the main causes of the strikes in 2023?", "why"),
        ("What percentage of votes approved the wet-processing line?", "vote"),
        ("How many committee members backed building the bridge?", "vote"),
        ("Did the congress approve handing the grid over?", "vote"),
        ("How many households were supported in 2023?", "value"),
        ("By what date is the school supposed to be completed?", "task"),
        ("Who was told to recover the tax arrears, and by when?", "task"),
        ("Which vice-chairman was assigned to follow the auction?", "who"),
        ("Where did the committee hold its meeting?", "where"),
        ("Which commune harvested more coffee in 2024, A or B?", "compare"),
        ("Which commune was picked to hold the pilot congress?", "value"),
        ("How many fewer was that than the previous year?", "change"),
        ("How did coverage develop over 2022, 2023 and 2024?", "trend"),
        ("Did the company hit its 2024 export target?", "plan_share"),
        ("How close did the district come to its 2023 target?", "plan_share"),
        ("Name the three targets that were not met in 2022.", "list"),
    ],
)
def test_intents(text: str, intent: str) -> None:
    folded = fold(text)
    assert read_english_intent(folded, text.lower(), [Period(2023, 2023)], [TOWN]) == intent


def test_a_place_inside_another_is_not_compared_with_it() -> None:
    assert are_nested([TOWN, WARD])
    assert not are_nested([TOWN, Place("thị xã", "Hoa Gạo")])
    text = "how many stalls are empty in the old market"
    assert read_english_intent(text, text, [], [TOWN, WARD]) == "value"
