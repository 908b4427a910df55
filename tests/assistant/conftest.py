"""One library of invented records and one assistant for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from index.library import Library
from tests.assistant.records import library_of


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Only read from: a test that writes makes its own library."""
    with library_of(tmp_path_factory.mktemp("assistant")) as library:
        yield library


@pytest.fixture(scope="session")
def assistant(records: Library) -> Assistant:
    return Assistant(records)
