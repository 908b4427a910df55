"""Real Chroma behind the vector index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.errors import ModelMismatch
from index.vectors import VectorIndex

MODEL: dict[str, str | int] = {"embedding_name": "m", "embedding_revision": "1"}


def unit(count: int, seed: int = 0) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).standard_normal((count, 32)).astype(np.float32)
    normed: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return normed


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    opened = VectorIndex.open(tmp_path / "v", MODEL)
    yield opened
    opened.close()


def test_nearest_come_first_with_their_cosine(index: VectorIndex) -> None:
    rows = unit(50)
    index.add([f"p{i}" for i in range(50)], rows)
    found = index.search(rows[7], 5)
    exact = rows @ rows[7]
    assert found[0][0] == "p7" and found[0][1] == pytest.approx(1, abs=1e-5)
    assert [name for name, _ in found] == [f"p{i}" for i in np.argsort(-exact)[:5]]
    assert [score for _, score in found] == pytest.approx(np.sort(exact)[::-1][:5], abs=1e-5)


def test_more_than_there_is_can_be_asked_for(index: VectorIndex) -> None:
    assert index.search(unit(1)[0], 5) == []
    index.add(["a", "b"], unit(2))
    assert len(index.search(unit(1)[0], 500)) == 2


def test_same_id_again_overwrites_and_removing_removes(index: VectorIndex) -> None:
    rows = unit(3)
    index.add(["a", "b"], rows[:2])
    index.add(["a"], rows[2:])
    assert index.count() == 2
    assert np.allclose(index.get(["a", "z"])["a"], rows[2], atol=1e-6)
    index.remove(["a", "not there"])
    assert index.ids() == {"b"}


def test_larger_than_one_batch_is_added_whole(index: VectorIndex) -> None:
    index.add([f"p{i}" for i in range(6000)], unit(6000))
    assert index.count() == 6000 and index.reachable(32, 6000)
    index.remove([f"p{i}" for i in range(5990)])
    assert index.count() == 10


def test_reopened_by_the_same_model_only(tmp_path: Path) -> None:
    first = VectorIndex.open(tmp_path / "v", MODEL)
    first.add(["a"], unit(1))
    first.close()
    for key in MODEL:
        with pytest.raises(ModelMismatch, match="bienban rebuild"):
            VectorIndex.open(tmp_path / "v", {**MODEL, key: "other"})
    again = VectorIndex.open(tmp_path / "v", MODEL)
    assert again.ids() == {"a"}
    again.close()
