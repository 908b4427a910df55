"""A whole evaluation over a small set: the scoreboard counts, the gate holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation
from evaluation.evidence import Looked, counts, plain
from evaluation.floors import BadFloors, Floor, pin, read_floors, shortfalls
from evaluation.judge import Verdict
from evaluation.questions import BadQuestions, Question, read_questions
from evaluation.run import Outcome, evaluate, record_files
from evaluation.scoreboard import Scores, failures, lines, score
from index.library import Library
from index.settings import LibrarySettings
from tests.index.doubles import WordEmbedder

RECORD = "Báo cáo xã Suối Ngàn năm 2022\n\nNăm 2022, tỷ lệ hộ nghèo xã Suối Ngàn còn 8,4%."
ROWS = (
    {
        "id": "1",
        "question": "Tỷ lệ hộ nghèo xã Suối Ngàn năm 2022 là bao nhiêu?",
        "type": "result",
        "must_include": ["8,4%"],
        "must_not_include": [],
        "cite_groups": [["suoi-ngan.txt"]],
        "evidence": "tỷ lệ hộ nghèo xã Suối Ngàn còn 8,4%",
    },
    {
        "id": "2",
        "question": "Xã Suối Ngàn xuất khẩu bao nhiêu tấn cá năm 2019?",
        "type": "unanswerable",
        "must_include": [],
        "must_not_include": [],
        "evidence": None,
    },
)


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "suoi-ngan.txt").write_text(RECORD, "utf-8")
    (folder / "README.md").write_text("# Về bộ câu hỏi", "utf-8")
    path = folder / "questions.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    return path


def opener(settings: LibrarySettings) -> Library:
    return Library.open(settings, embedder=WordEmbedder())


class QuotingAssistant:
    """Answers with the best passage whose figure it finds, and knows nothing of fish."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        passage = self.library.search(question, 1)[0].passage
        record = self.library.record(passage.record_id)
        assert record is not None
        quote = record.document.quote(passage.span)
        citation = Citation(
            record.id, record.source, record.title, quote, passage.start, passage.end
        )
        return Answer(quote, "cá" not in question, citations=(citation,))


def test_set_is_asked_over_a_library_of_its_own(
    asked: Path, tmp_path: Path, library_home: Path
) -> None:
    homes = []

    def opened(settings: LibrarySettings) -> Library:
        homes.append(settings.home)
        return opener(settings)

    questions = read_questions(asked)
    settings = LibrarySettings(home=library_home, cache=tmp_path / "cache")
    run = evaluate(
        questions, None, settings, opened, lambda done, total, name: None, QuotingAssistant
    )
    assert [outcome.verdict for outcome in run.outcomes] == ["correct", "correct"]
    assert run.outcomes[0].looked and run.outcomes[0].looked.hit
    assert run.outcomes[1].looked is None
    assert not library_home.exists() and not homes[0].exists()
    board = "\n".join(lines(run, score(run.outcomes)))
    assert "đúng 100.0%" in board and "bằng chứng trong 5 đoạn đầu, vi: 1/1" in board


def test_records_are_the_files_beside_the_questions_but_for_notes(asked: Path) -> None:
    assert [path.name for path in record_files(asked, None)] == ["suoi-ngan.txt"]
    folder = asked.parent / "records"
    folder.mkdir()
    assert list(record_files(asked, None)) == [folder]
    assert list(record_files(asked, asked.parent)) == [asked.parent]


def test_record_that_cannot_be_read_stops_the_evaluation(asked: Path, tmp_path: Path) -> None:
    (asked.parent / "empty.txt").write_bytes(b"")
    settings = LibrarySettings(home=tmp_path / "home", cache=tmp_path / "cache")
    with pytest.raises(BadQuestions, match=r"empty\.txt"):
        evaluate(read_questions(asked), None, settings, opener, lambda done, total, name: None)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '"x"'])
def test_bad_line_of_questions_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(ROWS[0]) + "\n" + line, "utf-8")
    with pytest.raises(BadQuestions, match="dòng 2"):
        read_questions(path)


def outcome(verdict: Verdict, *, answerable: bool = True, seconds: float = 0.1) -> Outcome:
    asked = Question("x", "Gì?", "result", (("7%",),), answerable=answerable)
    return Outcome(asked, Answer("Không.", False), verdict, (), seconds, None)


def test_scores_are_shares_of_all_questions() -> None:
    right, wrong, false = outcome("correct"), outcome("wrong"), outcome("false_answer")
    refused = outcome("correct", answerable=False)
    asserted = replace(false, question=replace(false.question, answerable=False))
    bare = replace(wrong, unsupported=("7%",), looked=Looked(False, (100, 300)))
    seen = replace(right, looked=Looked(True, (200,)))
    scores = score([seen, bare, refused, asserted, outcome("missed", seconds=0.9)])
    assert (scores.accuracy, scores.wrong_rate, scores.missed_rate) == (0.4, 0.4, 0.2)
    assert (scores.unanswerable, scores.unsupported) == (0.5, 1)
    assert (scores.evidence["vi"].found, scores.evidence["vi"].asked) == (1, 2)
    assert scores.passage_characters == 200
    assert (scores.seconds_p50, scores.seconds_p95) == (0.1, 0.1)


def test_failures_show_at_most_as_many_as_wanted() -> None:
    shown = list(failures([outcome("correct"), outcome("wrong"), outcome("missed")], 1))
    assert sum(line.startswith(("wrong", "missed")) for line in shown) == 1


def scores(accuracy: float, wrong: float = 0.1, unanswerable: float = 1.0, bare: int = 0) -> Scores:
    return Scores(10, accuracy, wrong, 0, unanswerable, bare, 0.1, 0.2, {}, 100)


def test_floor_rises_by_pinning_and_sinks_only_on_purpose(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    pin("ab", 'the "set"', scores(0.8), path)
    pin("ab", "set", scores(0.7, wrong=0.05), path)
    assert read_floors(path) == {"ab": Floor(0.8, 0.05, 1.0, 0)}
    pin("cd", "other", scores(0.5), path)
    pin("ab", "set", scores(0.7, bare=2), path, lower=True)
    assert read_floors(path) == {"ab": Floor(0.7, 0.1, 1.0, 2), "cd": Floor(0.5, 0.1, 1.0, 0)}


@pytest.mark.parametrize("accuracy", [2 / 3, 1 / 7, 0.29, 1.0])
def test_what_was_pinned_is_reached_by_the_same_scores(tmp_path: Path, accuracy: float) -> None:
    reached = scores(accuracy, wrong=1 / 3, unanswerable=2 / 3)
    floor = pin("ab", "set", reached, tmp_path / "floors.toml")
    assert list(shortfalls(reached, floor)) == []


def test_every_measure_below_its_floor_is_told() -> None:
    floor = Floor(0.8, 0.1, 1.0, 0)
    assert list(shortfalls(scores(0.8), floor)) == []
    told = list(shortfalls(scores(0.79, wrong=0.11, unanswerable=0.9, bare=1), floor))
    assert len(told) == 4


def test_damaged_floors_are_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[ab]\naccuracy = 1.0\n", "utf-8")
    with pytest.raises(BadFloors):
        read_floors(path)


def test_evidence_is_compared_without_markup() -> None:
    assert plain("| 1 | **Thu**  | 75,0 |") == plain("1 | Thu | 75,0") == "1 Thu 75,0"


def test_follow_up_has_no_evidence_to_search_alone() -> None:
    asked = Question("1", "Còn 2024?", "followup", (("7%",),), evidence="7%")
    assert not counts(asked)
    assert counts(replace(asked, type="result"))
    assert not counts(replace(asked, type="result", history=("Năm 2023?",)))
    assert not counts(replace(asked, type="result", answerable=False))
