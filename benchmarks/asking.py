"""Asks all questions of a set of something that stands in the assistant's place and takes notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from evaluation.questions import Question, read_questions
from evaluation.run import Asks, evaluate
from index.library import Library
from index.settings import from_environment
from service.opening import open_library

Noting = TypeVar("Noting", bound=Asks)


def asked_all(
    folder: Path, noting: Callable[[Library], Noting]
) -> tuple[Sequence[Question], Noting]:
    """The questions of a set, and who was asked them over its records. Raises `BadQuestions`."""
    made: list[Noting] = []

    def over(library: Library) -> Noting:
        made.append(noting(library))
        return made[0]

    questions = read_questions(folder / "questions.jsonl")
    evaluate(questions, None, from_environment(), open_library, lambda *_: None, over)
    return questions.questions, made[0]
