"""Who may use the routes, and what they answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from index.library import Library
from service.client import RemoteService
from service.contract import PREFIX, TOKEN_HEADER, NoSuchRecord, ServerUnreachable, ServiceError
from service.local import LocalService
from service.token import read_token
from tests.service.serving import real_library, served

TEXT = """BÁO CÁO
Tình hình xã Suối Ngàn năm 2022

Thu ngân sách đạt 12,5 tỷ đồng; tỷ lệ hộ nghèo còn 8,4%.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    file = tmp_path / "suoi-ngan.txt"
    file.write_text(TEXT, "utf-8")
    with real_library(tmp_path / "home") as opened:
        opened.add([file])
        yield opened


@pytest.fixture
def url(library: Library) -> Iterator[str]:
    with served(library) as address:
        yield address


@pytest.fixture
def token(library: Library, url: str) -> str:
    return str(read_token(library.settings.home))


@pytest.fixture
def remote(url: str, token: str) -> RemoteService:
    return RemoteService(url, token)


def status(url: str, headers: dict[str, str], path: str = "/records") -> int:
    """Of a request as a hostile page or a command would send it."""
    connection = HTTPConnection(str(urlsplit(url).hostname), urlsplit(url).port or 0, timeout=20)
    connection.putrequest("GET", PREFIX + path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    try:
        return connection.getresponse().status
    finally:
        connection.close()


def test_command_with_the_token_is_let_in(url: str, token: str) -> None:
    assert status(url, {TOKEN_HEADER: token}) == 200


@pytest.mark.parametrize("path", ["/records", "/show?name=x", "/figures", "/doctor"])
def test_request_without_the_token_is_refused(url: str, path: str) -> None:
    assert status(url, {}, path) == 401
    assert status(url, {TOKEN_HEADER: "mã sai"}, path) == 401


def test_web_page_is_refused_even_with_the_token(url: str, token: str) -> None:
    assert status(url, {TOKEN_HEADER: token, "Origin": "https://example.com"}) == 403
    assert status(url, {TOKEN_HEADER: token, "Origin": url}) == 403


def test_foreign_name_that_points_here_is_refused(url: str, token: str) -> None:
    assert status(url, {TOKEN_HEADER: token, "Host": "rebound.example.com"}) == 403


def test_remote_says_what_local_says(library: Library, remote: RemoteService) -> None:
    from assistant.assistant import Assistant

    local = LocalService(library, Assistant(library))
    assert remote.records() == local.records()
    assert remote.show("suoi") == local.show("suoi")
    assert remote.figures(place="suối ngàn") == local.figures(place="suối ngàn")
    assert remote.doctor() == local.doctor()
    here, there = local.ask("Thu ngân sách năm 2022?"), remote.ask("Thu ngân sách năm 2022?")
    here["seconds"] = there["seconds"] = 0
    assert here == there


def test_file_added_through_the_server_is_there(
    library: Library, remote: RemoteService, tmp_path: Path
) -> None:
    good, bad = tmp_path / "new" / "a.txt", tmp_path / "new" / "b.txt"
    good.parent.mkdir()
    good.write_text(TEXT.replace("Suối Ngàn", "Đồi Thông"), "utf-8")
    bad.write_bytes(b"")
    told = list(remote.add([good.parent]))
    assert [(p["done"], p["total"]) for p in told] == [(0, 2), (1, 2), (2, 2)]
    results = [p["result"] for p in told if p["result"]]
    assert [r["status"] for r in results] == ["added", "failed"]
    assert "b.txt" in results[1]["sentence"]
    assert len(library.records()) == 2


def test_relative_path_is_refused(url: str, token: str, library: Library) -> None:
    connection = HTTPConnection(str(urlsplit(url).hostname), urlsplit(url).port or 0, timeout=20)
    headers = {TOKEN_HEADER: token, "Content-Type": "application/json"}
    connection.request("POST", f"{PREFIX}/add", json.dumps({"paths": ["a.txt"]}), headers)
    assert connection.getresponse().status == 400
    connection.close()


def test_removed_record_is_gone_and_restorable(library: Library, remote: RemoteService) -> None:
    assert remote.remove("suoi")["source"] == "suoi-ngan.txt"
    assert library.records() == []
    assert [item.source for item in library.trash()] == ["suoi-ngan.txt"]


def test_unknown_record_is_an_error_with_a_sentence(remote: RemoteService) -> None:
    with pytest.raises(NoSuchRecord, match="nào khớp với «không có»"):
        remote.show("không có")


def test_unknown_kind_of_figure_names_those_there_are(remote: RemoteService) -> None:
    with pytest.raises(ServiceError, match="plan_share"):
        remote.figures(kind="goal")


def test_empty_question_is_refused_in_words(remote: RemoteService) -> None:
    with pytest.raises(ServiceError, match="Câu hỏi trống"):
        remote.ask("")


def test_dead_server_is_unreachable(token: str) -> None:
    with pytest.raises(ServerUnreachable):
        RemoteService("http://127.0.0.1:9", token).records()
