"""Plain links: nothing of a document runs in the page's origin."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.library import Library
from pages.downloads import export_url, original_url, router
from pages.figure_table import FigureFilter
from pages.text import texts
from tests.pages.conftest import REPORT, add


@pytest.fixture
def client(library: Library) -> TestClient:
    application = FastAPI()
    application.include_router(router(library))
    return TestClient(application)


def test_original_is_what_was_added(client: TestClient, report: str) -> None:
    shown = client.get(original_url(report))
    assert shown.text == REPORT
    assert shown.headers["content-disposition"].startswith("inline")
    saved = client.get(original_url(report, download=True))
    assert saved.headers["content-disposition"].startswith("attachment")
    assert saved.headers["x-content-type-options"] == "nosniff"


def test_page_from_elsewhere_is_only_downloaded(
    client: TestClient, library: Library, tmp_path: Path
) -> None:
    record_id = add(library, tmp_path, "<script>alert(1)</script> đạt 5%", "trang.html")
    answer = client.get(original_url(record_id))
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"] == "sandbox"


@pytest.mark.parametrize("record_id", ["000000000000", "..%2F..%2Fetc", "a/b"])
def test_unknown_record_is_not_found(client: TestClient, record_id: str) -> None:
    assert client.get(original_url(record_id)).status_code == 404


def test_export_holds_what_the_filter_shows(client: TestClient, report: str) -> None:
    asked = FigureFilter(words="hộ nghèo", year=2024)
    text = client.get(export_url(asked, "csv", texts("vi"))).content.decode("utf-8-sig")
    assert len(text.splitlines()) == 2 and "4,5%" in text
    assert client.get(export_url(asked, "xlsx", texts("en"))).content[:2] == b"PK"
    assert client.get(export_url(asked, "exe", texts("en"))).status_code == 404
