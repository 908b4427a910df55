"""Fits the weights of `assistant/plausible.py`, and tells how far its sentences can be trusted.

    python -m benchmarks.plausibility FOLDER... --unseen FOLDER... [--workers 2] [--penalty 8]

Each folder holds a set of questions (`questions.jsonl` and `records/`). The rows are the candidates
of every question that no other way answers; a row is good if quoting it would be judged correct.
Logistic regression with an L2 penalty on standardised features (Hastie et al., The Elements of
Statistical Learning, 4.4), by Newton's method. The signs are weighed on the first folders. How much
they and the cross-encoder count is fitted on `--unseen`, sets that the cross-encoder was not fitted
to either. The table comes from folds of one whole set, so that no set is told by weights that have
seen it.
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
from benchmarks.asking import asked_all
from evaluation.judge import judge
from evaluation.run import given
from index.library import Library

Matrix = NDArray[np.float64]
_PENALTY = 1.0  # where only the signs' and the network's log-odds are weighed
_STEPS = 25  # of Newton's method; it settles in fewer than ten
_THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate; `asked` numbers its question within its set."""

    folder: str
    asked: int
    signs: dict[str, float]
    odds: float  # the cross-encoder's log-odds
    good: bool


_Candidate = tuple[Answer | None, dict[str, float], float]


class _Collecting:
    """Asks as `Assistant` does, but for the likeliest sentence: notes the candidates for it."""

    def __init__(self, library: Library) -> None:
        self._assistant = Assistant(library)
        self._shelf = self._assistant.shelf
        self._assistant.ways["likely"] = self._note
        self.found: list[_Candidate] = []
        self.asked: list[list[_Candidate]] = []

    def _note(self, question: Question, query: str) -> None:
        told = candidates(question, self._shelf, query)
        self.found = [(quote_unit(question, unit), dict(s), odds) for unit, s, odds in told]

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.found = []
        answer = self._assistant.ask(question, history)
        self.asked.append([] if answer.found else self.found)
        return answer


def rows_of(folder: Path) -> list[Row]:
    """The candidates of a set's unanswered questions. Raises `BadQuestions`."""
    questions, collecting = asked_all(folder, _Collecting)
    return [
        Row(folder.name, number, signs, odds, good=judge(question, given(answer)) == "correct")
        for number, question in enumerate(questions)
        for answer, signs, odds in collecting.asked[number]
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
    parser.add_argument("--unseen", nargs="+", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--penalty", type=float, default=8.0)
    options = parser.parse_args()
    with ProcessPoolExecutor(options.workers) as pool:
        seen = [row for found in pool.map(rows_of, options.folders) for row in found]
        unseen = [row for found in pool.map(rows_of, options.unseen) for row in found]
    names = list(seen[0].signs)
    weights = _fit_plain(_signs(seen, names), _good(seen), options.penalty)
    print("\n".join(f'    "{n}": {w:.3f},' for n, w in zip(names, weights, strict=False)))
    print(f"_BIAS = {weights[-1]:.3f}")
    own = np.c_[_signs(unseen, names), np.ones(len(unseen))] @ weights
    both = np.c_[own, [row.odds for row in unseen]]
    _tell_trust(unseen, both)
    print("of signs, of network, bias:", _fit_plain(both, _good(unseen), _PENALTY).round(3))


def _signs(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    return np.array([[row.signs[name] for name in names] for row in rows])


def _good(rows: Sequence[Row]) -> Matrix:
    return np.array([float(row.good) for row in rows])


def _fit_plain(raw: Matrix, good: Matrix, penalty: float) -> Matrix:
    """Weights of features that are not standardised and, last, the bias: shape (k + 1,)."""
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    weights = fit((raw - middle) / spread, good, penalty)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - middle @ plain)


def _tell_trust(rows: Sequence[Row], both: Matrix) -> None:
    """Prints how many questions' best candidates pass each threshold, and how many are good."""
    good = _good(rows)
    chances = np.zeros(len(rows))
    for folder in {row.folder for row in rows}:
        told = np.array([row.folder == folder for row in rows])
        weights = _fit_plain(both[~told], good[~told], _PENALTY)
        chances[told] = _chances(np.c_[both[told], np.ones(told.sum())], weights)
    best: dict[tuple[str, int], int] = {}
    for at, row in enumerate(rows):
        asked = (row.folder, row.asked)
        if asked not in best or chances[best[asked]] < chances[at]:
            best[asked] = at
    chosen = np.array(list(best.values()))
    print(f"{len(best)} unanswered questions, {len(rows)} candidates")
    for threshold in _THRESHOLDS:
        passing = chosen[chances[chosen] >= threshold]
        print(f"  from {threshold}: {len(passing)} told, {int(good[passing].sum())} good")


if __name__ == "__main__":
    main()
