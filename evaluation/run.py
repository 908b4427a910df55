"""Ask every question of a set over a library of its own, made for the purpose."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.answer import Answer
from assistant.assistant import Assistant
from evaluation.evidence import Looked, counts, look
from evaluation.judge import Cited, Given, Verdict, judge, unsupported_figures
from evaluation.questions import BadQuestions, Question, QuestionSet
from index.library import Library
from index.settings import LibrarySettings


class Asks(Protocol):
    """What is measured (`assistant.assistant.Assistant`)."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer: ...


Opener = Callable[[LibrarySettings], Library]
Told = Callable[[int, int, str], None]  # done, total, what

_NOT_RECORDS = frozenset({".jsonl", ".json", ".py", ".pyc"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked. `seconds` is the answer's alone; `looked` None where not counted."""

    question: Question
    answer: Answer
    verdict: Verdict
    unsupported: tuple[str, ...]
    seconds: float
    looked: Looked | None


@dataclass(frozen=True, slots=True)
class Run:
    """A whole set asked. `adding` is the seconds that its records took."""

    questions: QuestionSet
    outcomes: tuple[Outcome, ...]
    records: int
    adding: float


def evaluate(
    questions: QuestionSet,
    records: Path | None,
    settings: LibrarySettings,
    opener: Opener,
    told: Told,
    assistant: Callable[[Library], Asks] = Assistant,
) -> Run:
    """Raises `BadQuestions` where a record can't be read.

    `settings` give the model; the library lies in a temporary folder. `opener` opens it,
    `assistant` answers over it.
    """
    paths = list(record_files(questions.path, records))
    with _library(settings, opener) as library:
        started = time.perf_counter()
        report = library.add(paths, lambda p: told(p.done, p.total, p.name))
        adding = time.perf_counter() - started
        if report.failed or not report.results:
            sentences = " ".join(result.sentence for result in report.failed)
            raise BadQuestions(
                f"Không đủ hồ sơ để chấm {questions.path}: {sentences or 'không thấy tệp nào.'}"
            )
        asked = assistant(library)
        outcomes = []
        for number, question in enumerate(questions.questions):
            told(number, len(questions.questions), question.text)
            outcomes.append(_ask(library, asked, question))
    return Run(questions, tuple(outcomes), len(report.results), adding)


def record_files(questions: Path, records: Path | None) -> Iterator[Path]:
    """The records to ask: the given folder, `records/` beside the questions, or files there."""
    folder = records or questions.parent / "records"
    if records is not None or folder.is_dir():
        yield folder
        return
    for path in sorted(questions.parent.iterdir()):
        if (
            path.is_file()
            and path.suffix.lower() not in _NOT_RECORDS
            and not path.stem.upper().startswith("README")
        ):
            yield path


def given(answer: Answer) -> Given:
    """The answer as the judge sees it."""
    cited = tuple(Cited(c.source, c.quote, c.title) for c in answer.citations)
    return Given(answer.text, answer.found, cited, answer.computed)


def _ask(library: Library, assistant: Asks, question: Question) -> Outcome:
    started = time.perf_counter()
    answer = assistant.ask(question.text, question.history)
    seconds = time.perf_counter() - started
    seen = given(answer)
    return Outcome(
        question,
        answer,
        judge(question, seen),
        unsupported_figures(seen),
        seconds,
        look(library, question) if counts(question) else None,
    )


@contextmanager
def _library(settings: LibrarySettings, opener: Opener) -> Iterator[Library]:
    # Windows keeps files of Chroma open a little longer than the library
    with (
        tempfile.TemporaryDirectory(prefix="bienban-eval-", ignore_cleanup_errors=True) as home,
        opener(replace(settings, home=Path(home))) as library,
    ):
        yield library
