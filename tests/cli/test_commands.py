"""Commands from outside: a process each, a real library with the real model."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embedding import WeightsMissing, load_embedder
from index.settings import from_environment
from tests.service.serving import real_library, served

ROOT = Path(__file__).resolve().parents[2]
TEXT = """BÁO CÁO
Tình hình xã Suối Ngàn năm 2022

Năm 2022, thu ngân sách xã Suối Ngàn đạt 12,5 tỷ đồng; tỷ lệ hộ nghèo còn 8,4%.
"""


def bienban(
    *arguments: str | Path, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command as a console that is not UTF-8 would run it."""
    return subprocess.run(
        [sys.executable, "-m", "bienban", *map(str, arguments)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "ascii", **environment},
        timeout=100,
        check=False,
    )


@pytest.fixture(scope="module", autouse=True)
def _model() -> None:
    settings = from_environment()
    try:
        load_embedder(settings.embedding, settings.weights, settings.cache)
    except WeightsMissing as error:
        pytest.skip(f"missing weights: {error}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "suoi-ngan.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_records_go_in_are_asked_and_go_out(file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    added = bienban("add", file, empty)
    assert added.returncode == 1
    assert added.stdout == "Xong 2 tệp: 1 thêm mới, 1 không thêm được.\n"
    assert added.stderr.count("\n") == 1 and "empty.txt" in added.stderr
    again = bienban("add", file)
    assert (again.returncode, again.stdout) == (0, "Xong 1 tệp: 1 đã có, không đổi.\n")

    listed = bienban("list").stdout.splitlines()
    assert len(listed) == 2 and listed[1].endswith("suoi-ngan.txt")
    shown = bienban("show", "suoi")
    assert "tỷ lệ hộ nghèo còn 8,4%" in shown.stdout

    asked = bienban("ask", "Năm 2022 tỷ lệ hộ nghèo của xã Suối Ngàn là bao nhiêu?")
    assert asked.returncode == 0
    assert "8,4%" in asked.stdout.split("[1] ")[0]
    assert "(suoi-ngan.txt)" in asked.stdout

    sheet = tmp_path / "figures.csv"
    assert bienban("figures", "--indicator", "hộ nghèo", "--csv", sheet).returncode == 0
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbf")
    with sheet.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["Giá trị"], row["Nơi"]) == ("8,4%", "xã Suối Ngàn")

    assert bienban("doctor").returncode == 0
    rebuilt = bienban("rebuild")
    assert rebuilt.returncode == 0 and rebuilt.stdout.startswith("Đã dựng lại: 1 hồ sơ")
    assert bienban("remove", "suoi").returncode == 0
    assert "trống" in bienban("list").stdout


def test_jsonl_is_answered_line_by_line_in_utf8(file: Path) -> None:
    bienban("add", file)
    lines = [
        json.dumps({"id": "một", "question": "Tỷ lệ hộ nghèo xã Suối Ngàn năm 2022?"}),
        "hỏng",
        json.dumps({"id": "hai", "question": "Thế thu ngân sách?", "history": ["Năm 2022?"]}),
    ]
    ran = bienban("ask", "--jsonl", stdin="\ufeff" + "\n".join(lines) + "\n")
    assert ran.returncode == 0 and ran.stderr == ""
    first, bad, second = [json.loads(line) for line in ran.stdout.splitlines()]
    assert (first["id"], second["id"]) == ("một", "hai")
    assert set(bad) == {"id", "error"}
    assert "8,4%" in first["answer"] and first["found"] is True
    text = "".join(bienban("show", "suoi").stdout.partition("\n\n")[2:]).rstrip("\n")
    for citation in first["citations"]:
        assert citation["record"] == "suoi-ngan.txt"
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_unknown_setting_is_told_in_one_sentence() -> None:
    ran = bienban("list", BIENBAN_HOEM="x")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "BIENBAN_HOEM" in ran.stderr and "Traceback" not in ran.stderr


def test_broken_library_is_told_in_one_sentence(library_home: Path) -> None:
    library_home.mkdir(parents=True)
    (library_home / "library.sqlite3").write_bytes(b"junk" * 4096)
    ran = bienban("list")
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1 and "Traceback" not in ran.stderr


def test_details_come_when_asked_for(library_home: Path) -> None:
    library_home.mkdir(parents=True)
    (library_home / "library.sqlite3").write_bytes(b"junk" * 4096)
    assert "Traceback" in bienban("list", BIENBAN_DEBUG="1").stderr


@pytest.fixture
def url(library_home: Path, file: Path) -> Iterator[str]:
    with real_library(library_home) as library:
        library.add([file])
        with served(library) as address:
            yield address


def test_commands_beside_a_server_go_through_it(url: str, file: Path, tmp_path: Path) -> None:
    proxied = {"http_proxy": "http://127.0.0.1:9", "no_proxy": ""}
    assert "suoi-ngan.txt" in bienban("list", **proxied).stdout
    assert "hộ nghèo còn 8,4%" in bienban("show", "suoi").stdout
    asked = bienban("ask", "--jsonl", stdin='{"id": 1, "question": "Hộ nghèo xã Suối Ngàn 2022?"}')
    assert json.loads(asked.stdout)["citations"][0]["record"] == "suoi-ngan.txt"
    assert "8,4%" in bienban("figures", "--year", "2022").stdout
    other = tmp_path / "khac.txt"
    other.write_text(TEXT.replace("Suối Ngàn", "Đồi Thông"), "utf-8")
    added = bienban("add", other)
    assert (added.returncode, added.stdout) == (0, "Xong 1 tệp: 1 thêm mới.\n")
    assert bienban("doctor").returncode == 0
    assert bienban("remove", "khac").returncode == 0
    missing = bienban("show", "khac")
    assert missing.returncode == 2 and missing.stderr.count("\n") == 1
    rebuilt = bienban("rebuild")
    assert rebuilt.returncode == 2 and url in rebuilt.stderr


def test_library_held_by_a_process_that_serves_nothing_names_it(library_home: Path) -> None:
    with real_library(library_home):
        ran = bienban("ask", "Thu bao nhiêu?")
    assert ran.returncode == 2 and ran.stdout == ""
    assert str(os.getpid()) in ran.stderr and "bienban serve" in ran.stderr
    assert ran.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_interrupted_command_stops_without_a_traceback(file: Path) -> None:
    bienban("add", file)
    command = [sys.executable, "-m", "bienban", "ask", "--jsonl"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell's background job, such as CI may be, starts its children deaf to it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(b'{"id": 1, "question": "x"}\n')
        process.stdin.flush()
        assert process.stdout.readline()  # answered while the input is still open
        process.send_signal(signal.SIGINT)
        deadline = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert process.returncode == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read().decode()
    assert bienban("doctor").returncode == 0
