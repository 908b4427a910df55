"""Sample records come by themselves once, and go in one call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from samples import RECORDS
from service.samples import has_samples, load_samples, remove_samples
from tests.service.serving import real_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with real_library(tmp_path / "home") as opened:
        yield opened


def test_empty_library_gets_the_samples_marked_as_such(library: Library) -> None:
    assert load_samples(library) == len(list(RECORDS.iterdir())) == 4
    assert has_samples(library)
    assert all(info.sample for info in library.records())
    assert library.doctor().ok


def test_library_with_a_record_of_the_office_gets_none(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("Báo cáo xã Bến Lau năm 2022\n\nKết nạp 12 đảng viên.", "utf-8")
    library.add([own])
    assert load_samples(library) == 0
    assert not has_samples(library)


def test_removed_samples_do_not_come_back_by_themselves(library: Library, tmp_path: Path) -> None:
    load_samples(library)
    own = tmp_path / "own.txt"
    own.write_text("Báo cáo xã Bến Lau năm 2022\n\nKết nạp 12 đảng viên.", "utf-8")
    library.add([own])
    assert remove_samples(library) == 4
    assert [info.source for info in library.records()] == ["own.txt"]
    library.remove(library.records()[0].id)
    assert load_samples(library) == 0
    assert load_samples(library, again=True) == 4
