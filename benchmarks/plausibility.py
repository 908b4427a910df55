"""Fits the weights of `assistant/plausible.py`, and tells how far its sentences can be trusted.

    python -m benchmarks.plausibility FOLDER... [--workers 2] [--penalty 8]

Each folder holds a set of questions (`questions.jsonl` and `records/`). The rows are the candidates
of every question that no other way answers; a row is good if quoting it would be judged correct.
Logistic regression with an L2 penalty on standardised features (Hastie et al., The Elements of
Statistical Learning, 4.4), by Newton's method. The table comes from eight folds of whole sets, so
that no set is told by weights that have seen it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.plausible import candidates
from assistant.question import Question
from assistant.quoting import quote_unit
from evaluation.judge import judge
from evaluation.questions import read_questions
from evaluation.run import evaluate, given
from index.library import Library
from index.settings import from_environment
from service.opening import open_library

Matrix = NDArray[np.float64]
_FOLDS = 8
_STEPS = 25  # of Newton's method; it settles in fewer than ten
_THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate; `asked` numbers its question within its set."""

    folder: str
    asked: int
    features: dict[str, float]
    good: bool


class _Collecting:
    """Asks as `Assistant` does, but for the likeliest sentence: notes the candidates for it."""

    def __init__(self, library: Library) -> None:
        self._assistant = Assistant(library)
        self._shelf = self._assistant.shelf
        self._assistant.ways["likely"] = self._note
        self.found: list[tuple[Answer | None, dict[str, float]]] = []
        self.asked: list[list[tuple[Answer | None, dict[str, float]]]] = []

    def _note(self, question: Question, query: str) -> None:
        told = candidates(question, self._shelf, query)
        self.found = [(quote_unit(question, unit), dict(f)) for unit, f in told]

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.found = []
        answer = self._assistant.ask(question, history)
        self.asked.append([] if answer.found else self.found)
        return answer


def rows_of(folder: Path) -> list[Row]:
    """The candidates of a set's unanswered questions. Raises `BadQuestions`."""
    collecting: list[_Collecting] = []

    def over(library: Library) -> _Collecting:
        collecting.append(_Collecting(library))
        return collecting[0]

    questions = read_questions(folder / "questions.jsonl")
    evaluate(questions, None, from_environment(), open_library, lambda *_: None, over)
    return [
        Row(folder.name, number, features, good=judge(question, given(answer)) == "correct")
        for number, question in enumerate(questions.questions)
        for answer, features in collecting[0].asked[number]
        if answer is not None
    ]


def fit(features: Matrix, good: Matrix, penalty: float) -> Matrix:
    """Weights of (n, k) features and, last, the bias: shape (k + 1,)."""
    given_one = np.c_[features, np.ones(len(features))]
    weights = np.zeros(given_one.shape[1])
    shrink = penalty * np.eye(len(weights))
    shrink[-1, -1] = 1e-9  # the bias is free
    for _ in range(_STEPS):
        chance = _chances(given_one, weights)
        slope = given_one.T @ (chance - good) + shrink @ weights
        curve = (given_one * (chance * (1 - chance))[:, None]).T @ given_one + shrink
        weights -= np.linalg.solve(curve, slope)
    return weights


def _chances(given_one: Matrix, weights: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-given_one @ weights)), dtype=np.float64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--penalty", type=float, default=8.0)
    options = parser.parse_args()
    with ProcessPoolExecutor(options.workers) as pool:
        rows = [row for found in pool.map(rows_of, options.folders) for row in found]
    names = list(rows[0].features)
    raw = np.array([[row.features[name] for name in names] for row in rows])
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    features, good = (raw - middle) / spread, np.array([float(row.good) for row in rows])
    _tell_trust(rows, features, good, options.penalty)
    weights = fit(features, good, options.penalty)
    plain = weights[:-1] / spread
    print("\n".join(f'    "{n}": {w:.3f},' for n, w in zip(names, plain, strict=True)))
    print(f"_BIAS = {weights[-1] - middle @ plain:.3f}")


def _tell_trust(rows: Sequence[Row], features: Matrix, good: Matrix, penalty: float) -> None:
    """Prints how many questions' best candidates pass each threshold, and how many are good."""
    folders = sorted({row.folder for row in rows})
    fold = np.array([folders.index(row.folder) % _FOLDS for row in rows])
    chances = np.zeros(len(rows))
    for number in range(_FOLDS):
        unseen = fold == number
        if unseen.any():
            weights = fit(features[~unseen], good[~unseen], penalty)
            chances[unseen] = _chances(np.c_[features[unseen], np.ones(unseen.sum())], weights)
    best: dict[tuple[str, int], int] = {}
    for at, row in enumerate(rows):
        asked = (row.folder, row.asked)
        if asked not in best or chances[best[asked]] < chances[at]:
            best[asked] = at
    chosen = np.array(list(best.values()))
    print(f"{len(folders)} sets, {len(best)} unanswered questions, {len(rows)} candidates")
    for threshold in _THRESHOLDS:
        told = chosen[chances[chosen] >= threshold]
        print(f"  from {threshold}: {len(told)} told, {int(good[told].sum())} good")


if __name__ == "__main__":
    main()
