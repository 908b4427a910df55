"""What the cross-encoder reads: the years that are meant, and where a sentence stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.evidence import find_units
from assistant.read_together import log_odds, passage_text, question_text
from tests.assistant.records import knowing

REPORT = """\
# UBND huyện Sơn Ca: Báo cáo kết quả năm 2024

Sơn Ca, ngày 12 tháng 12 năm 2024

## II. Về trồng trọt

Diện tích lúa mùa gieo cấy được 1.240 ha.

| Chỉ tiêu | Kế hoạch | Thực hiện |
|---|---|---|
| Diện tích chè trồng mới (ha) | 150 | 163 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("together")
    with knowing(folder, {"bao-cao.md": REPORT}) as knowing_one:
        yield knowing_one


def read(assistant: Assistant, asked: str) -> str:
    """The first sentence found for a question, as it is read."""
    question, query = assistant.understood(asked)
    return passage_text(question, find_units(question, assistant.shelf, query)[0])


def test_sentence_comes_with_title_place_year_and_heading(assistant: Assistant) -> None:
    text = read(assistant, "Diện tích lúa mùa gieo cấy được bao nhiêu?")
    assert text.startswith("UBND huyện Sơn Ca: Báo cáo")
    assert "huyện Sơn Ca 2024. II. Về trồng trọt: " in text
    assert text.endswith(": Diện tích lúa mùa gieo cấy được 1.240 ha.")


def test_row_comes_with_the_heads_of_the_columns_that_are_asked(assistant: Assistant) -> None:
    text = read(assistant, "Diện tích chè trồng mới được bao nhiêu?")
    assert text.endswith("Chỉ tiêu: Diện tích chè trồng mới (ha); Thực hiện: 163.")


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("Năm nay gieo cấy bao nhiêu lúa mùa?", " 2024"),
        ("Năm 2023 gieo cấy bao nhiêu lúa mùa?", ""),
    ],
)
def test_year_that_is_meant_is_said(assistant: Assistant, asked: str, years: str) -> None:
    assert question_text(*assistant.understood(asked)) == asked + years


def test_library_without_the_network_weighs_nothing(assistant: Assistant) -> None:
    question, query = assistant.understood("Diện tích lúa mùa gieo cấy được bao nhiêu?")
    units = find_units(question, assistant.shelf, query)
    assert units
    assert log_odds(question, assistant.shelf, query, units) == []
