"""The library as its users see it: add, replace, remove, restore, correct, rebuild."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from index.errors import ModelMismatch, UnknownRecord
from index.ingest import Progress
from index.library import Library
from tests.index.doubles import WordEmbedder, open_library

HILL = "# Báo cáo xã Đồi Mây năm 2021\nTỷ lệ hộ nghèo còn 4,5%; trồng mới 30 ha rừng\nThu đạt 91%"
RIVER = "# Báo cáo xã Bến Lau năm 2022\nTỷ lệ hộ nghèo còn 6,2%; kết nạp 12 đảng viên mới"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "doi-may.txt").write_text(HILL, "utf-8")
    (folder / "ben-lau.txt").write_text(RIVER, "utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def quotes(library: Library, question: str, k: int = 3) -> list[str]:
    found = []
    for hit in library.search(question, k):
        record = library.record(hit.passage.record_id)
        assert record is not None
        found.append(record.document.quote(hit.passage.span))
    return found


def test_added_folder_is_searchable_and_whole(library: Library, files: Path) -> None:
    report = library.add([files])
    assert [r.status for r in report.results] == ["added", "added"]
    assert quotes(library, "Tỷ lệ hộ nghèo xã Bến Lau")[0] == "Tỷ lệ hộ nghèo còn 6,2%"
    assert quotes(library, "ty le ho ngheo xa Doi May")[0] == "Tỷ lệ hộ nghèo còn 4,5%"
    doctor = library.doctor()
    assert doctor.ok and doctor.findings == ()
    assert doctor.counts["passages"] == doctor.counts["vectors"] == doctor.counts["lexical"] == 5
    assert len(set(doctor.hashes.values())) == 1


def test_same_file_twice_adds_nothing(library: Library, files: Path) -> None:
    library.add([files])
    report = library.add([files, files / "doi-may.txt"])
    assert [r.status for r in report.results] == ["unchanged", "unchanged"]
    assert len(library.records()) == 2


def test_same_content_elsewhere_is_unchanged(library: Library, files: Path) -> None:
    library.add([files])
    copy = files / "copy.txt"
    copy.write_text(HILL, "utf-8")
    (result,) = library.add([copy]).results
    assert result.status == "unchanged" and "doi-may.txt" in result.sentence
    assert library.record(str(result.record_id)).origin.endswith("doi-may.txt")  # type: ignore[union-attr]


def test_moved_file_stays_the_same_record(library: Library, files: Path) -> None:
    library.add([files])
    moved = files / "sub" / "doi-may-2021.txt"
    moved.parent.mkdir()
    (files / "doi-may.txt").rename(moved)
    (same,) = library.add([moved]).results
    moved.write_text(HILL.replace("4,5%", "4,4%"), "utf-8")
    (changed,) = library.add([moved]).results
    assert (same.status, changed.status) == ("unchanged", "replaced")
    assert same.record_id == changed.record_id
    # A new file where the old one was is another record.
    (files / "doi-may.txt").write_text("# Khác\nNội dung khác", "utf-8")
    (other,) = library.add([files / "doi-may.txt"]).results
    assert other.status == "added" and other.record_id != same.record_id


def test_changed_file_replaces_its_former_version(library: Library, files: Path) -> None:
    library.add([files])
    before = {info.source: info.id for info in library.records()}
    (files / "doi-may.txt").write_text(HILL.replace("4,5%", "3,9%"), "utf-8")
    report = library.add([files])
    assert [r.status for r in report.results] == ["unchanged", "replaced"]
    assert {info.source: info.id for info in library.records()} == before
    found = quotes(library, "Tỷ lệ hộ nghèo", 10)
    assert "Tỷ lệ hộ nghèo còn 3,9%" in found and "Tỷ lệ hộ nghèo còn 4,5%" not in found
    assert library.doctor().ok
    assert [item.reason for item in library.trash()] == ["replaced"]


def test_removing_removes_everything_and_restore_brings_it_back(
    library: Library, files: Path
) -> None:
    library.add([files])
    hill = next(info for info in library.records() if info.source == "doi-may.txt")
    passages, figures = library.passages(hill.id), library.figures(record_ids=[hill.id])
    item = library.remove(hill.id)
    assert library.record(hill.id) is None and library.passages(hill.id) == ()
    assert library.figures(record_ids=[hill.id]) == []
    assert all(hit.passage.record_id != hill.id for hit in library.search("hộ nghèo Đồi Mây", 20))
    assert library.doctor().ok
    library.restore(item.id)
    assert library.passages(hill.id) == passages
    assert library.figures(record_ids=[hill.id]) == figures and len(figures) == 2
    assert quotes(library, "hộ nghèo xã Đồi Mây")[0] == "Tỷ lệ hộ nghèo còn 4,5%"
    assert library.trash() == [] and library.doctor().ok


def test_restoring_a_replaced_version_swaps_the_two(library: Library, files: Path) -> None:
    library.add([files])
    (files / "doi-may.txt").write_text(HILL.replace("4,5%", "3,9%"), "utf-8")
    library.add([files])
    (item,) = library.trash()
    library.restore(item.id)
    record = library.record(item.record_id)
    assert record is not None and "4,5%" in record.document.text
    assert [(i.reason, i.record_id) for i in library.trash()] == [("replaced", item.record_id)]
    assert library.doctor().ok


def test_purge_deletes_the_source_file_too(library: Library, files: Path) -> None:
    library.add([files])
    info = library.records()[0]
    item = library.remove(info.id)
    assert library.sources.path(info.sha256) is not None
    library.purge(item.id)
    assert library.sources.path(info.sha256) is None and library.doctor().ok
    with pytest.raises(UnknownRecord):
        library.restore(item.id)


def test_failed_file_is_named_and_the_others_go_on(library: Library, files: Path) -> None:
    (files / "anh.bin").write_bytes(b"\xff\xfe\x00\xd8")
    (files / "trong.txt").write_text(" ", "utf-8")
    (files / "~$doi-may.txt").write_text("lock", "utf-8")
    (files / ".an.txt").write_text("hidden", "utf-8")
    report = library.add([files, files / "khong-co.txt"])
    assert len(report.added) == 2
    assert sorted(Path(r.path).name for r in report.failed) == [
        "anh.bin",
        "khong-co.txt",
        "trong.txt",
    ]
    assert all(Path(r.path).name in r.sentence for r in report.failed)
    assert library.doctor().ok


def test_upload_is_known_by_its_name(library: Library, tmp_path: Path) -> None:
    first, second = tmp_path / "a1.tmp", tmp_path / "a2.tmp"
    first.write_text(HILL, "utf-8")
    second.write_text(HILL.replace("4,5%", "4,1%"), "utf-8")
    library.add([first], names={first: "Báo cáo.txt"})
    (result,) = library.add([second], names={second: "Báo cáo.txt"}).results
    assert result.status == "replaced"
    assert [(i.source, i.origin) for i in library.records()] == [
        ("Báo cáo.txt", "upload:Báo cáo.txt")
    ]


def test_progress_names_each_file_and_cancel_stops_between_files(
    library: Library, files: Path
) -> None:
    told: list[Progress] = []
    report = library.add([files], told.append, cancelled=lambda: len(told) == 1)
    assert report.cancelled and len(report.results) == 1
    told.clear()
    library.add([files], told.append)
    assert [(p.done, p.total, p.name) for p in told] == [
        (0, 2, "ben-lau.txt"),
        (1, 2, "doi-may.txt"),
        (2, 2, ""),
    ]


def test_correction_outlives_a_changed_file_and_can_be_taken_back(
    library: Library, files: Path
) -> None:
    library.add([files])
    hill = next(info for info in library.records() if info.source == "doi-may.txt")
    fixed = library.correct(hill.id, "title", "Hội nghị tổng kết Vườn Quế")
    assert fixed.title == "Hội nghị tổng kết Vườn Quế" and fixed.provenance["title"] == "user"
    assert library.search("Vườn Quế", 1)[0].passage.record_id == hill.id
    library.correct(hill.id, "date", "2021-03-04")
    (files / "doi-may.txt").write_text(HILL + " kế hoạch", "utf-8")
    library.add([files])
    record = library.record(hill.id)
    assert record is not None
    assert (record.title, record.date) == ("Hội nghị tổng kết Vườn Quế", date(2021, 3, 4))
    assert library.correct(hill.id, "title", None).title == "Báo cáo xã Đồi Mây năm 2021"
    assert library.doctor().ok


def test_figures_are_found_by_condition(library: Library, files: Path) -> None:
    library.add([files])
    assert [f.value.numbers[0] for f in library.figures(year=2022)] == [Decimal("6.2")]
    assert len(library.figures(places=["xã Đồi Mây"])) == 2
    (poor,) = library.figures(keys=["ti le ho ngheo con"], year=2021)
    record = library.record(poor.record_id)
    assert record is not None and record.document.quote(poor.value.span) == "4,5%"
    assert library.figures(keys=[]) == []


def test_filter_keeps_search_inside_the_records(library: Library, files: Path) -> None:
    library.add([files])
    river = next(info for info in library.records() if info.source == "ben-lau.txt")
    hits = library.search("hộ nghèo xã Đồi Mây", 10, record_ids=[river.id])
    assert len(hits) == 2 and {hit.passage.record_id for hit in hits} == {river.id}
    assert library.search("hộ nghèo", 5, record_ids=[]) == []


def test_reopened_library_answers_the_same_and_embeds_nothing(tmp_path: Path, files: Path) -> None:
    with open_library(tmp_path) as library:
        library.add([files])
        before = library.search("hộ nghèo xã Bến Lau", 5)
    embedder = WordEmbedder()
    with open_library(tmp_path, embedder) as library:
        assert library.search("hộ nghèo xã Bến Lau", 5) == before
        assert embedder.embedded == 0


def test_rebuild_reembeds_all_and_answers_the_same(tmp_path: Path, files: Path) -> None:
    embedder = WordEmbedder()
    with open_library(tmp_path, embedder) as library:
        library.add([files])
        before = library.search("hộ nghèo xã Bến Lau", 5)
        embedder.embedded = 0
        stages: list[tuple[str, int, int]] = []
        report = library.rebuild(lambda *stage: stages.append(stage))
        assert report.ok and embedder.embedded == 5
        assert stages[-1] == ("embed", 5, 5) and ("understand", 2, 2) in stages
        after = library.search("hộ nghèo xã Bến Lau", 5)
        assert [h.passage for h in after] == [h.passage for h in before]
        assert [h.score for h in after] == pytest.approx([h.score for h in before], abs=1e-5)
        library.add([files])
    with open_library(tmp_path) as library:
        assert library.doctor().ok
        assert len(list((tmp_path / "home" / "index").glob("vectors-*"))) == 1


def test_another_model_is_refused_until_rebuilt(tmp_path: Path, files: Path) -> None:
    with open_library(tmp_path) as library:
        library.add([files])
    other = WordEmbedder(revision="2", dimension=32)
    with pytest.raises(ModelMismatch, match="bienban rebuild"):
        open_library(tmp_path, other)
    with open_library(tmp_path, other, rebuilding=True) as library:
        with pytest.raises(ModelMismatch):
            library.search("hộ nghèo")
        assert library.rebuild().ok
        assert quotes(library, "Tỷ lệ hộ nghèo xã Bến Lau")[0] == "Tỷ lệ hộ nghèo còn 6,2%"
    with open_library(tmp_path, other) as library:
        assert library.doctor().ok


def test_new_understanding_is_a_notice_until_rebuilt(tmp_path: Path, files: Path) -> None:
    with open_library(tmp_path) as library:
        library.add([files])
    with open_library(tmp_path, version=2) as library:
        report = library.doctor()
        assert report.ok and [f.severity for f in report.findings] == ["notice"]
        assert "bienban rebuild" in report.findings[0].sentence
        assert library.rebuild().findings == ()
