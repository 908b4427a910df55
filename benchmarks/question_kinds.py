"""Fits the weights of `assistant/guessed_kind.py`, and tells how often its guess is right.

    python -m benchmarks.question_kinds FILE... --unseen FILE... [--write]

Each file is either a set's `questions.jsonl`, whose types are the labels, or lines of
{"q": ..., "label": ...}. Questions that lean on an earlier one, and those that nothing answers,
are left out. Logistic regression with an L2 penalty (scikit-learn's, which comes with
sentence-transformers), every kind counted alike however often it is asked.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.courtesy import plainly
from assistant.guessed_kind import BUCKETS, KINDS, WEIGHTS, features
from corpus.vocabulary import Vocabulary, without_slips

_OF_TYPE = {
    "target": "target", "result": "result", "comparison_to_plan": "plan",
    "change_vs_previous": "change", "trend": "trend", "compare_places": "compare", "list": "list",
    "person_role": "who", "action_item": "task", "date": "when", "place": "where", "vote": "vote",
    "reason_limitation": "why", "yes_no": "yes_no", "contradiction": "differ",
}  # fmt: skip
_COUNTS_TARGETS = re.compile(r"chỉ tiêu|chi tieu|targets", re.I)
_PENALTY = 10.0  # scikit-learn's C: the inverse of the penalty


def labelled(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each question with its kind. Raises `OSError`, `ValueError` for a file that is none."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "label" in row:
                yield row["q"], row["label"]
            elif not row.get("history") and (kind := _kind_of(row)):
                yield row["question"], kind


def _kind_of(row: dict[str, Any]) -> str:
    if row["type"] == "count":
        return "fulfilled" if _COUNTS_TARGETS.search(row["question"]) else "result"
    return _OF_TYPE.get(row["type"], "")


def _matrix(questions: Sequence[str]) -> Any:
    from scipy.sparse import csr_matrix

    vocabulary = Vocabulary.load()
    rows = [features(plainly(without_slips(q, vocabulary))) for q in questions]
    ends = np.cumsum([0, *(len(buckets) for buckets, _ in rows)])
    buckets = np.concatenate([b for b, _ in rows])
    values = np.concatenate([v for _, v in rows])
    return csr_matrix((values, buckets, ends), shape=(len(rows), BUCKETS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--unseen", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    arguments = parser.parse_args()
    from sklearn.linear_model import LogisticRegression

    rows = list(labelled(arguments.files))
    fitted = LogisticRegression(C=_PENALTY, max_iter=4000, class_weight="balanced")
    fitted.fit(_matrix([q for q, _ in rows]), [KINDS.index(kind) for _, kind in rows])
    print(f"{len(rows)} questions")
    for file in arguments.unseen:
        held = list(labelled([file]))
        told = fitted.predict(_matrix([q for q, _ in held]))
        right = sum(KINDS[n] == kind for n, (_, kind) in zip(told, held, strict=True))
        print(f"{file.parent.name}: {right}/{len(held)} = {right / len(held):.1%}")
    if arguments.write:
        weights = fitted.coef_.T.astype(np.float32)
        scale = np.abs(weights).max() / 127
        np.savez_compressed(
            WEIGHTS,
            weights=np.round(weights / scale).astype(np.int8),
            scale=np.float32(scale),
            bias=fitted.intercept_.astype(np.float32),
        )
        print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
