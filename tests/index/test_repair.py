"""Whatever happens to the derived indexes, opening brings them level with the truth."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.derived import DerivedIndexes
from index.indexed_text import index_id
from index.library import Library
from tests.index.doubles import WordEmbedder, open_library

QUESTION = "tỷ lệ hộ nghèo xã Số 3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "files"
    files.mkdir()
    for i in range(6):
        text = f"# Báo cáo xã Số {i} năm 2022\nTỷ lệ hộ nghèo còn {i},5%; thu đạt {i}0 tỷ đồng"
        (files / f"{i}.txt").write_text(text, "utf-8")
    with open_library(tmp_path) as library:
        library.add([files])
    return tmp_path


def derived(library: Library) -> DerivedIndexes:
    indexes = library._indexes
    assert indexes is not None
    return indexes


def vector_folder(folder: Path) -> Path:
    (found,) = (folder / "home" / "index").glob("vectors-*")
    return found


def lose_all(folder: Path) -> None:
    shutil.rmtree(folder / "home" / "index")


def lose_vectors(folder: Path) -> None:
    shutil.rmtree(vector_folder(folder))


def empty_chroma(folder: Path) -> None:
    (vector_folder(folder) / "chroma.sqlite3").write_bytes(b"")


def garble_chroma(folder: Path) -> None:
    (vector_folder(folder) / "chroma.sqlite3").write_bytes(b"garbage" * 1000)


def lose_lexical(folder: Path) -> None:
    (folder / "home" / "index" / "lexical.npz").write_bytes(b"half")


def garble_cache(folder: Path) -> None:
    for file in (folder / "home" / "index").glob("embeddings.sqlite3*"):
        file.write_bytes(b"garbage" * 1000)


DAMAGES = [lose_all, lose_vectors, empty_chroma, garble_chroma, lose_lexical, garble_cache]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_repaired_at_opening(folder: Path, damage: Callable[[Path], None]) -> None:
    with open_library(folder) as library:
        before = library.search(QUESTION, 4)
    damage(folder)
    embedder = WordEmbedder()
    with open_library(folder, embedder) as library:
        assert library.doctor().ok
        after = library.search(QUESTION, 4)
        assert [hit.passage for hit in after] == [hit.passage for hit in before]
    # Only what neither the vectors nor the cache still had is embedded again.
    assert embedder.embedded == (12 if damage is lose_all else 0)


def test_missing_and_extra_passages_are_repaired(folder: Path) -> None:
    with open_library(folder) as library:
        indexes = derived(library)
        names = [index_id(*item) for item in indexes.digests.items()]
        indexes.vectors.remove(names[:3])
        indexes.vectors.add(["ffffffffffff:0@old"], np.eye(1, 48, dtype=np.float32))
        indexes.lexical.remove(names[:1])
        report = library.doctor()
        assert not report.ok
        assert any("thiếu 3" in f.sentence and "thừa 1" in f.sentence for f in report.findings)
        assert len(set(report.hashes.values())) == 3
        assert indexes.sync() == 4
        assert library.doctor().ok


def test_doctor_names_a_lost_or_altered_source_file(folder: Path) -> None:
    with open_library(folder) as library:
        first, second = library.records()[:2]
        lost, altered = library.sources.path(first.sha256), library.sources.path(second.sha256)
        assert lost is not None and altered is not None
        lost.unlink()
        altered.write_text("khác", "utf-8")
        report = library.doctor()
        assert not report.ok
        sentences = " ".join(finding.sentence for finding in report.findings)
        assert "Thiếu tệp gốc của hồ sơ 0.txt" in sentences
        assert "Tệp gốc của hồ sơ 1.txt đã bị thay đổi" in sentences
        # Adding the file again, as the sentence says, makes the library whole.
        library.add([folder / "files"])
        assert library.doctor().ok


def test_orphaned_source_is_a_notice_and_rebuild_cleans_it(folder: Path) -> None:
    with open_library(folder) as library:
        stray = folder / "stray.txt"
        stray.write_text("không thuộc hồ sơ nào", "utf-8")
        kept = library.sources.path(library.sources.keep(stray))
        report = library.doctor()
        assert report.ok and [f.severity for f in report.findings] == ["notice"]
        assert library.rebuild().findings == ()
        assert kept is not None and not kept.exists()


def test_doctor_sees_a_wrong_vector(folder: Path) -> None:
    with open_library(folder) as library:
        indexes = derived(library)
        name = index_id(*next(iter(indexes.digests.items())))
        indexes.vectors.add([name], np.eye(1, 48, dtype=np.float32))
        assert any("véc-tơ bị sai" in f.sentence for f in library.doctor().findings)
        assert library.rebuild().ok
