"""The contract of `ask --jsonl`, and the answer as people see it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cli.asking import Asked, answers, pretty, read_question
from tests.service.double import ScriptedService, answer


def replies(*lines: str, service: ScriptedService | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answers(service or ScriptedService(answer()), lines)]


def test_reply_has_the_promised_fields_alone() -> None:
    (reply,) = replies('{"id": "q1", "question": "Thu bao nhiêu?"}')
    assert reply == {
        "id": "q1",
        "answer": "Thu 12 tỷ đồng [1].",
        "found": True,
        "citations": [
            {
                "record": "suoi-ngan.txt",
                "title": "Báo cáo xã Suối Ngàn",
                "quote": "thu ngân sách đạt 12 tỷ đồng",
                "start": 10,
                "end": 38,
            }
        ],
        "seconds": 0.01,
    }


def test_computed_figures_are_named_where_there_are_any() -> None:
    service = ScriptedService(answer("Tăng 3 tỷ đồng.", computed=["3"]))
    (reply,) = replies('{"id": 1, "question": "Tăng bao nhiêu?"}', service=service)
    assert reply["computed"] == ["3"]


def test_replies_come_in_order_and_bad_lines_do_not_stop_them() -> None:
    got = replies(
        '{"id": "a", "question": "một"}',
        "{không phải json",
        "",
        '["id"]',
        '{"id": "b"}',
        '{"id": "c", "question": "  "}',
        '{"id": "d", "question": "hai", "history": "một"}',
        '{"id": "e", "question": "hỏng"}',
        '{"id": "f", "question": "ba", "history": ["một", "hai"]}',
    )
    assert [(reply["id"], "error" in reply) for reply in got] == [
        ("a", False),
        (None, True),
        (None, True),
        ("b", True),
        ("c", True),
        ("d", True),
        ("e", True),
        ("f", False),
    ]
    assert all(set(reply) == {"id", "error"} for reply in got if "error" in reply)


def test_history_reaches_the_assistant() -> None:
    service = ScriptedService(answer())
    replies('{"id": 1, "question": "còn 2024?", "history": ["Thu 2023?"]}', service=service)
    assert service.asked == [("còn 2024?", ("Thu 2023?",))]


def test_answer_comes_before_the_next_line_is_read() -> None:
    service = ScriptedService(answer())

    def lines() -> Any:
        yield '{"id": 1, "question": "một"}'
        assert len(service.asked) == 1
        yield '{"id": 2, "question": "hai"}'

    assert len(list(answers(service, lines()))) == 2


@pytest.mark.parametrize("history", ["null", "[]"])
def test_history_may_be_left_empty(history: str) -> None:
    line = f'{{"id": "x", "question": "gì?", "history": {history}}}'
    assert read_question(line) == Asked("x", "gì?", ())


def test_pretty_answer_numbers_its_sources() -> None:
    shown = pretty(answer())
    first, source, quote = [line for line in shown.splitlines() if line]
    assert first == "Thu 12 tỷ đồng [1]."
    assert source == "[1] Báo cáo xã Suối Ngàn (suoi-ngan.txt, trang 2)"
    assert quote.strip() == "“thu ngân sách đạt 12 tỷ đồng”"
