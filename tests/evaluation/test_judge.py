"""The judge's rules, case by case, and its agreement with the shared reference."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from evaluation.judge import Cited, Given, judge, stands_in, unsupported_figures
from evaluation.questions import Question, read_questions

SHARED = Path(__file__).resolve().parents[3] / "shared"


def question(**changes: Any) -> Question:
    fields: dict[str, Any] = {
        "id": "1",
        "text": "Hộ nghèo còn bao nhiêu?",
        "type": "result",
        "must_include": (("8,4%",),),
        "must_not_include": ("9,1%",),
        "cite_groups": (("a.txt", "b.docx"),),
    }
    return Question(**(fields | changes))


def given(answer: str, *records: str, found: bool = True, quote: str = "còn 8,4%") -> Given:
    return Given(answer, found, tuple(Cited(record, quote) for record in records))


@pytest.mark.parametrize(
    "answer, records, verdict",
    [
        ("Còn 8,4% [1].", ["a.txt"], "correct"),
        ("Còn 8,4 %.", ["b.docx"], "correct"),
        ("Còn 8,4%.", ["/somewhere/a.md"], "correct"),  # the ending is not compared
        ("Còn 8,4%.", ["c.txt"], "wrong"),
        ("Còn 8,4%.", [], "wrong"),
        ("Còn 8,4%, trước là 9,1%.", ["a.txt"], "wrong"),
        ("Còn 18,4%.", ["a.txt"], "wrong"),
        ("Còn 8,4.", ["a.txt"], "wrong"),
    ],
)
def test_answer_is_right_only_with_figure_and_record(
    answer: str, records: list[str], verdict: str
) -> None:
    assert judge(question(), given(answer, *records)) == verdict


def test_refusal_is_missed_or_correct() -> None:
    refusal = given("Không tìm thấy trong hồ sơ.", found=False)
    assert judge(question(), refusal) == "missed"
    assert judge(question(answerable=False), refusal) == "correct"
    assert judge(question(answerable=False), given("Còn 8,4%.", "a.txt")) == "false_answer"


def test_one_choice_of_a_list_suffices_but_every_entry_is_needed() -> None:
    asked = question(must_include=(("đạt", "có"), ("98,1",)), must_not_include=())
    assert judge(asked, given("Có, 98,1%.", "a.txt")) == "correct"
    assert judge(asked, given("Có.", "a.txt")) == "wrong"


def test_every_group_needs_a_citation() -> None:
    asked = question(cite_groups=(("a.txt",), ("b.docx",)))
    assert judge(asked, given("Còn 8,4%.", "a.txt")) == "wrong"
    assert judge(asked, given("Còn 8,4%.", "a.txt", "b.docx")) == "correct"


@pytest.mark.parametrize(
    "needle, text, found",
    [
        ("35", "là 35,7 ha", False),
        ("35", "là 135 ha", False),
        ("5,7", "là 35,7 ha", False),
        ("35", "là 35, rồi", True),
        ("5%", "là 15%", False),
        ("ủy ban", "Uỷ  ban", True),
        ("hòa", "hoà", True),
        ("2021-2025", "2021–2025", True),
        ("hòa", "hóa", False),
    ],
)
def test_strings_match_folded_and_figures_whole(needle: str, text: str, found: bool) -> None:
    assert stands_in(needle, text) is found


def test_figure_without_evidence_is_named() -> None:
    assert unsupported_figures(given("Còn 8,4% [1], giảm 2,1%.", "a.txt")) == ("2,1%",)
    assert unsupported_figures(given("Năm 2024 còn 8,4% [2].", "a.txt")) == ()
    derived = Given("Còn 8,4%, giảm 2,1%.", True, (Cited("a", "8,4%"),), ("2,1%",))
    assert unsupported_figures(derived) == ()
    assert unsupported_figures(given("Không thấy 7%.", found=False)) == ()


def _reference() -> Any:
    path = SHARED / "score.py"
    if not path.is_file():
        pytest.skip("no shared reference judge beside the project")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["seed", "devset"])
def test_judge_agrees_with_the_shared_reference(name: str) -> None:
    """On each question's own answer and on answers put together from other questions' parts."""
    reference = _reference()
    path = SHARED / name / "questions.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    dice = random.Random(20240517)
    seen = set()
    for row, asked in zip(rows, read_questions(path).questions, strict=True):
        parts = [want if isinstance(want, str) else want[0] for want in row["must_include"]]
        parts += [str(row.get("answer", "")), *row["must_not_include"], "năm 2024", "12,5%", "[1]"]
        records = [record for group in row.get("cite_groups", []) for record in group] + ["x.txt"]
        for _ in range(12):
            got = {
                "answer": "; ".join(dice.sample(parts, dice.randint(0, len(parts)))),
                "found": dice.random() < 0.8,
                "citations": [
                    {"record": record, "quote": dice.choice(parts), "title": "Báo cáo 12,5%"}
                    for record in dice.sample(records, dice.randint(0, len(records)))
                ],
                "computed": dice.sample(parts, 1),
            }
            cited = tuple(Cited(c["record"], c["quote"], c["title"]) for c in got["citations"])
            answer = Given(got["answer"], got["found"], cited, tuple(got["computed"]))
            verdict = judge(asked, answer)
            assert verdict == reference.judge(row, got), (row["id"], got)
            bare = bool(unsupported_figures(answer))
            assert bare == reference.unsupported(got), (row["id"], got)
            seen.add((verdict, bare))
    assert {verdict for verdict, _ in seen} == {"correct", "wrong", "missed", "false_answer"}
    assert {bare for _, bare in seen} == {True, False}
