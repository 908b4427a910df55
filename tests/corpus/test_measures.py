"""A unit says what is measured where the name does not."""

from __future__ import annotations

import pytest

from corpus.indicators import read_form
from corpus.measures import measured_form
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()


@pytest.mark.parametrize(
    "name, value, meant",
    [
        ("lúa mùa", "47 tạ/ha", "năng suất lúa mùa"),
        ("thủy sản", "640 tấn", "sản lượng thủy sản"),
        ("thủy sản", "69 ngàn tấn", "sản lượng thủy sản"),
        ("Thu ngân sách", "12 tỷ đồng", "Thu ngân sách"),
    ],
)
def test_measured_form(name: str, value: str, meant: str) -> None:
    [quantity] = find_quantities(value, 0, len(value))
    assert measured_form(name, quantity, VOCABULARY, 0) == read_form(meant, VOCABULARY, 0)
