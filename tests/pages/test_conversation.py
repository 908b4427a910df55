"""What the browser keeps comes back as it was, or not at all."""

import copy
import json

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer
from index.library import Library
from pages.conversation import Conversation, Turn, from_stored, to_stored
from tests.pages.conftest import answer_about

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_conversation_survives_the_browser(library: Library, report: str) -> None:
    turn = Turn("Tỷ lệ hộ nghèo?", answer_about(library, report), alone=True, rated="wrong")
    kept = json.loads(json.dumps(to_stored(Conversation((turn,)))))
    assert from_stored(kept) == Conversation((turn,))


def test_turn_that_cannot_be_read_is_left_out() -> None:
    good = to_stored(Conversation((Turn("a", Answer("b", found=False)),)))
    spoilt = copy.deepcopy(good[0])
    spoilt["answer"]["citations"] = [{"start": "0"}]  # type: ignore[index]
    assert from_stored([spoilt, *good]).questions == ["a"]


@given(JSON)
def test_anything_else_in_the_browser_is_an_empty_conversation(value: object) -> None:
    assert from_stored(value) == Conversation()
