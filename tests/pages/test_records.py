"""The records page: adding, finding, correcting, deleting, taking back."""

import threading
from datetime import date
from pathlib import Path

import pytest

from corpus.record import Period
from index.library import Library
from pages.intake import Upload, add_uploads, intake_html, uploads_of
from pages.records import RecordsPage
from pages.text import texts
from pages.wording import day, period, read_day
from tests.pages.conftest import HOSTILE, REPORT, add

T = texts("vi")


def uploaded(folder: Path, name: str, text: str) -> Upload:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Upload(name, path)


def test_each_file_gets_its_sentence_and_the_good_ones_are_added(
    library: Library, tmp_path: Path
) -> None:
    uploads = [
        uploaded(tmp_path, "tốt.txt", REPORT),
        uploaded(tmp_path, "trống.txt", " "),
        Upload("to.pdf", None, "large"),
    ]
    *_, last = add_uploads(library, uploads, threading.Event(), T)
    shown = intake_html(last, T)
    assert last.finished and [info.source for info in library.records()] == ["tốt.txt"]
    assert "1 thêm mới, 2 lỗi" in shown
    assert "Tệp trống.txt trống" in shown and "to.pdf lớn hơn 100 MB" in shown
    assert not uploads[0].path.exists()  # type: ignore[union-attr]


def test_stopped_upload_says_what_was_not_read(library: Library, tmp_path: Path) -> None:
    uploads = [uploaded(tmp_path, f"{i}.txt", REPORT + str(i)) for i in range(3)]
    stop = threading.Event()
    stop.set()
    *_, last = add_uploads(library, uploads, stop, T)
    assert "3 chưa đọc" in intake_html(last, T) and not library.records()


def test_only_files_that_were_uploaded_are_read(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out.txt"
    inside.mkdir()
    outside.write_text("x", encoding="utf-8")
    (inside / "a.txt").write_text("x", encoding="utf-8")
    said = [
        {"name": "a.txt", "path": str(inside / "a.txt")},
        {"name": "b.txt", "path": str(outside)},
        {"name": "c.txt", "path": str(inside / ".." / "out.txt")},
        {"name": "../../d.txt", "path": ""},
        "nonsense",
    ]
    found = uploads_of(said, inside)
    assert [(u.name, u.path is not None) for u in found] == [
        ("a.txt", True),
        ("b.txt", False),
        ("c.txt", False),
        ("d.txt", False),
    ]
    assert uploads_of({"not": "a list"}, inside) == []


def test_same_name_in_two_folders_is_two_records(tmp_path: Path) -> None:
    said = []
    for folder in ("2023", "2024"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "bc.txt"
        path.write_text(folder, encoding="utf-8")
        said.append({"name": "bc.txt", "folder": folder, "path": str(path)})
    assert [u.name for u in uploads_of(said, tmp_path)] == ["2023/bc.txt", "2024/bc.txt"]


def test_deleted_record_comes_back_with_one_click(library: Library, report: str) -> None:
    page = RecordsPage(library, T)
    assert 'data-do="restore"' in page.remove(report)
    assert T.records_empty in page.table()
    (item,) = library.trash()
    assert "Đã khôi phục" in page.restore(item.id)
    assert "bao-cao.txt" in page.table()


def test_record_is_found_without_accents(library: Library, report: str) -> None:
    page = RecordsPage(library, T)
    assert "bao-cao.txt" in page.table("tan lung 2024")
    assert T.records_no_match in page.table("khong co")


def test_metadata_is_corrected_and_given_back(library: Library, report: str) -> None:
    page = RecordsPage(library, T)
    form = {
        "title": "Tên mới",
        "date": "5/2/2024",
        "body": "UBND",
        "place": "xã Nà Bon",
        "kind": "plan",
    }
    assert page.save(report, form)[0] == ""
    info = library.store.info(report)
    assert info is not None
    assert (info.title, info.date, info.kind) == ("Tên mới", date(2024, 2, 5), "plan")
    assert T.by_hand in page.form(report)
    page.as_read(report)
    assert library.store.info(report).title.startswith("Báo cáo")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "field,value,said", [("date", "31/2/2024", T.date_wrong), ("title", " ", T.title_needed)]
)
def test_wrong_entry_keeps_the_form_open_with_a_sentence(
    library: Library, report: str, field: str, value: str, said: str
) -> None:
    page = RecordsPage(library, T)
    form = {"title": "Tên", "date": "", "body": "", "place": "", "kind": "plan", field: value}
    shown, notice = page.save(report, form)
    assert said in shown and not notice
    assert library.store.corrections(report) == {}


def test_hostile_titles_are_escaped(library: Library, tmp_path: Path) -> None:
    record_id = add(library, tmp_path, HOSTILE, "xau.txt")
    page = RecordsPage(library, T)
    for shown in (page.table(), page.form(record_id), page.remove(record_id), page.table()):
        assert "<script" not in shown and "&lt;script" in shown


@pytest.mark.parametrize("typed", ["31/12/2024", "31-12-2024", "31.12.2024", "2024-12-31"])
def test_day_is_read_as_offices_write_it(typed: str) -> None:
    assert read_day(typed) == date(2024, 12, 31)


def test_periods_are_written_out() -> None:
    assert period(Period(2024, 2024, "h1"), T) == "6 tháng đầu năm 2024"
    assert period(Period(2024, 2024, "to9"), T) == "9 tháng đầu năm 2024"
    assert period(Period(2024, 2024, "q4"), T) == "quý IV/2024"
    assert period(Period(2021, 2025), T) == "2021–2025"
    assert day(None, T) == "chưa rõ ngày"


def test_failed_file_is_kept_for_another_try_until_it_is_given_up(
    library: Library, tmp_path: Path
) -> None:
    bad = uploaded(tmp_path, "trống.txt", " ")
    assert bad.path is not None
    page = RecordsPage(library, T)
    *_, shown = page.add([{"name": bad.name, "path": str(bad.path)}], tmp_path, "một")
    assert 'data-do="retry"' in shown and bad.path.exists()
    assert list(page.retry("hai")) == []  # another session's
    bad.path.write_text(REPORT, encoding="utf-8")
    *_, shown = page.retry("một")
    assert "1 thêm mới" in shown and 'data-do="retry"' not in shown
    assert not bad.path.exists() and len(library.records()) == 1
    worse = uploaded(tmp_path, "rỗng.txt", " ")
    assert worse.path is not None
    list(page.add([{"name": worse.name, "path": str(worse.path)}], tmp_path, "một"))
    page.forget("một")
    assert not worse.path.exists()
