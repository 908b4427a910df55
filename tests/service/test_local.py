"""Finding a record by a part of its name, choosing figures, adding in a thread."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from corpus.record import Period
from index.library import Library
from service.contract import NoSuchRecord
from service.figures import period_in_words
from service.local import LocalService
from tests.service.serving import real_library

HILL = "Báo cáo xã Đồi Mây năm 2021\n\nTỷ lệ hộ nghèo còn 4,5%; trồng mới 30 ha rừng."
RIVER = "Báo cáo xã Bến Lau năm 2022\n\nTỷ lệ hộ nghèo còn 6,2%; kết nạp 12 đảng viên."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "bao-cao Đồi Mây.txt").write_text(HILL, "utf-8")
    (folder / "bao-cao Bến Lau.txt").write_text(RIVER, "utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, files: Path) -> Iterator[Library]:
    with real_library(tmp_path / "home") as opened:
        opened.add([files])
        yield opened


@pytest.fixture
def service(library: Library) -> LocalService:
    return LocalService(library, Assistant(library))


@pytest.mark.parametrize("name", ["Đồi Mây", "doi may", "bao-cao Đồi Mây.txt", " DOI MAY "])
def test_record_is_found_by_part_of_its_file_name(service: LocalService, name: str) -> None:
    assert service.show(name)["record"]["source"] == "bao-cao Đồi Mây.txt"


def test_record_is_found_by_id_and_its_beginning(service: LocalService) -> None:
    record = service.records()[0]
    assert service.show(record["id"])["record"] == record
    assert service.show(record["id"][:8])["record"] == record


def test_name_of_several_records_lists_them(service: LocalService) -> None:
    with pytest.raises(NoSuchRecord, match=r"Có 2 hồ sơ.*Bến Lau.*Đồi Mây"):
        service.remove("bao-cao")
    assert len(service.records()) == 2


@pytest.mark.parametrize("name", ["", "  "])
def test_empty_name_finds_nothing(service: LocalService, name: str) -> None:
    with pytest.raises(NoSuchRecord):
        service.remove(name)


def test_figures_are_chosen_by_any_name_of_the_indicator(service: LocalService) -> None:
    found = service.figures(indicator="hộ nghèo")
    assert {(f["value"], f["place"]) for f in found} == {
        ("4,5%", "xã Đồi Mây"),
        ("6,2%", "xã Bến Lau"),
    }
    assert [f["value"] for f in service.figures(indicator="ho ngheo", place="ben lau")] == ["6,2%"]
    assert [f["value"] for f in service.figures(indicator="hộ nghèo", year=2021)] == ["4,5%"]
    assert service.figures(indicator="hộ nghèo", kind="target") == []


def test_figure_is_quoted_verbatim(service: LocalService) -> None:
    (figure,) = service.figures(indicator="hộ nghèo", year=2022)
    assert figure["quote"] in service.show("Bến Lau")["text"]
    assert figure["value"] in figure["quote"]


def test_listener_who_leaves_early_stops_the_adding(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"{HILL}\n\nKết nạp {number} đảng viên.", "utf-8")
    with real_library(tmp_path / "other") as library:
        progress = LocalService(library, Assistant(library)).add([folder])
        assert isinstance(progress, Generator)
        next(progress)
        progress.close()
        assert len(library.records()) < 30
        assert library.doctor().ok


@pytest.mark.parametrize(
    "period, words",
    [
        (None, ""),
        (Period(2024, 2024), "năm 2024"),
        (Period(2021, 2025), "giai đoạn 2021-2025"),
        (Period(2025, 2025, "q1"), "quý 1 năm 2025"),
        (Period(2025, 2025, "h1"), "6 tháng đầu năm 2025"),
        (Period(2025, 2025, "to9"), "9 tháng đầu năm 2025"),
        (Period(2025, 2025, "m9"), "tháng 9 năm 2025"),
        (Period(2025, 2025, "by"), "đến năm 2025"),
        (Period(2025, 2025, "l2"), "2 tháng cuối năm 2025"),
        (Period(2024, 2025, "school"), "năm học 2024-2025"),
    ],
)
def test_period_is_said_in_words(period: Period | None, words: str) -> None:
    assert period_in_words(period) == words
