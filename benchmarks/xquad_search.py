"""Recall of the fused search on XQuAD-vi, with questions as they are and without accents.

    python -m benchmarks.xquad_search FOLDER [--every N]

FOLDER holds corpus.jsonl, queries.jsonl and queries_noaccent.jsonl. Each paragraph becomes one
record with one passage, so that the figures compare with published ones.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from corpus.document import Document
from corpus.reading import read_document
from corpus.record import Passage
from corpus.understanding import Understanding
from index.embedding import load_embedder
from index.library import Library
from index.settings import LibrarySettings, from_environment


def whole(document: Document, source: str) -> Understanding:
    """A document as one passage, without metadata or figures."""
    passages = (Passage("", 0, 0, len(document.text)),)
    return Understanding("", None, "", "", "other", {}, passages, ())


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    arguments = parser.parse_args()
    settings = from_environment()
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "records"
        files.mkdir()
        names: dict[str, str] = {}
        for number, row in enumerate(lines(arguments.folder / "corpus.jsonl")):
            name = f"{number:04}.txt"
            (files / name).write_text(str(row["text"]), encoding="utf-8")
            names[name] = str(row["id"])
        home = LibrarySettings(home=Path(folder) / "library", cache=settings.cache)
        embedder = load_embedder(settings.embedding, settings.weights, settings.cache)
        with Library.open(
            home, embedder=embedder, reader=read_document, understand=whole, version=1
        ) as library:
            library.add([files])
            sources = {info.id: names[info.source] for info in library.records()}
            for kind in ("queries", "queries_noaccent"):
                asked = lines(arguments.folder / f"{kind}.jsonl")[:: arguments.every]
                first = fifth = 0
                began = time.perf_counter()
                for question in asked:
                    found = [
                        sources[h.passage.record_id]
                        for h in library.search(str(question["text"]), 5)
                    ]
                    right = {str(r) for r in _relevant(question)}
                    first += bool(right & set(found[:1]))
                    fifth += bool(right & set(found))
                took = 1000 * (time.perf_counter() - began) / len(asked)
                print(
                    f"{kind}: {len(asked)} questions, recall@1 {first / len(asked):.3f}, "
                    f"recall@5 {fifth / len(asked):.3f}, {took:.1f} ms a question"
                )


def _relevant(question: dict[str, object]) -> list[object]:
    relevant = question["relevant"]
    return relevant if isinstance(relevant, list) else [relevant]


if __name__ == "__main__":
    main()
