"""One owner process for a library."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import LibraryBusy
from index.lock import LibraryLock, read_holder
from tests.index.doubles import open_library

HOLD = """
import sys, pathlib
from index.lock import LibraryLock
lock = LibraryLock.hold(pathlib.Path(sys.argv[1]), "bienban serve")
lock.announce("http://127.0.0.1:7999")
print("held", flush=True)
sys.stdin.read()
"""


def holding_process(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


def test_second_process_is_told_who_holds_the_library_and_where(tmp_path: Path) -> None:
    process = holding_process(tmp_path)
    try:
        with pytest.raises(LibraryBusy) as caught:
            LibraryLock.hold(tmp_path)
        holder = caught.value.holder
        assert holder is not None and holder.pid == process.pid
        assert holder.url == "http://127.0.0.1:7999"
        for part in (str(process.pid), "bienban serve", holder.since, holder.url, str(tmp_path)):
            assert part in str(caught.value)
    finally:
        process.kill()
        process.wait()


def test_lock_ends_with_a_killed_process(tmp_path: Path) -> None:
    process = holding_process(tmp_path)
    process.kill()
    process.wait()
    with LibraryLock.hold(tmp_path, "again") as lock:
        assert lock.holder.pid == os.getpid()
        assert read_holder(tmp_path) == lock.holder
    assert read_holder(tmp_path) is None


def test_unreadable_name_of_the_holder_is_no_second_error(tmp_path: Path) -> None:
    with LibraryLock.hold(tmp_path):
        (tmp_path / "lock").write_text("{", "utf-8")
        with pytest.raises(LibraryBusy, match="một chương trình khác") as caught:
            LibraryLock.hold(tmp_path)
        assert caught.value.holder is None


def test_open_library_cannot_be_opened_again_until_closed(tmp_path: Path) -> None:
    with open_library(tmp_path), pytest.raises(LibraryBusy, match="pytest"):
        open_library(tmp_path)
    open_library(tmp_path).close()


def test_failed_opening_gives_the_lock_back(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.sqlite3").write_bytes(b"garbage" * 1000)
    for _ in range(2):
        with pytest.raises(Exception, match=r"library\.sqlite3"):
            open_library(tmp_path)
