"""Killed at any moment, adding can simply be run again."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from corpus.document import Span
from tests.index.doubles import WordEmbedder, open_library, read_text, understand

ROUNDS = 6
FILES = 24
PASSAGES = 12
ROOT = Path(__file__).parents[2]


def write(folder: Path, number: int, version: int) -> None:
    lines = [f"# Báo cáo xã Số {number} năm 2023"]
    lines += [f"Chỉ tiêu {i} lần {version} đạt {number},{i}%" for i in range(PASSAGES)]
    (folder / f"r{number:02}.txt").write_text("\n".join(lines), "utf-8")


def add_and_kill(library: Path, files: Path, seconds: float) -> list[str]:
    """Names that the process reported as added before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.index.adding_child", str(library), str(files)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready = process.stdout.readline()
    killer = threading.Timer(seconds, process.kill)
    killer.start()
    reported, errors = process.communicate(timeout=120)
    killer.cancel()
    assert ready == "ready\n", errors
    assert process.returncode in (0, -9, 1), errors
    return reported.split()


def test_killed_while_adding_loses_and_halves_nothing(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    chance = random.Random(20)
    reported: set[str] = set()
    for round_ in range(ROUNDS):
        for number in range(FILES):
            # From the second round on some files are changed, so replacing is killed too.
            if round_ == 0 or chance.random() < 0.3:
                write(files, number, round_)
        reported |= set(add_and_kill(tmp_path, files, chance.uniform(0.0, 1.2)))
        with open_library(tmp_path) as library:
            report = library.doctor()
            assert report.ok, report.findings
            infos = library.records()
            assert reported <= {info.source for info in infos}
            assert all(info.passages == PASSAGES == info.figures for info in infos)
    assert reported, "no round lasted long enough to add a file"
    embedder = WordEmbedder()
    with open_library(tmp_path, embedder) as library:
        final = library.add([files])
        assert not final.failed and len(library.records()) == FILES
        assert library.doctor().ok
        for info in library.records():
            record = library.record(info.id)
            assert record is not None
            assert record.document == read_text(files / info.source)
            expected = understand(record.document, info.source).passages
            said = [record.document.quote(p.span) for p in library.passages(info.id)]
            assert said == [record.document.quote(Span(p.start, p.end)) for p in expected]
    # What was stored before a kill is not embedded a second time.
    assert embedder.embedded <= PASSAGES * len(final.added + final.replaced)
