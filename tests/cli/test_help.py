"""The command line answers at once and in Vietnamese."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.parser import build_parser, parse

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    *("add", "list", "show", "remove", "ask", "figures", "serve", "user"),
    *("rebuild", "doctor", "eval"),
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bienban", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_help_answers_in_under_0_3_seconds() -> None:
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        assert run("--help").returncode == 0
        seconds.append(time.perf_counter() - started)
    assert min(seconds) < 0.3  # the best: other processes may be busy


def test_help_names_every_command() -> None:
    told = run("--help").stdout
    assert all(f"\n    {name} " in told for name in COMMANDS)
    assert "usage" not in told and "options" not in told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse([name, "--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith(f"Cách dùng: bienban {name}")


@pytest.mark.parametrize(
    "arguments, told",
    [
        ([], "còn thiếu LỆNH"),
        (["add"], "còn thiếu ĐƯỜNG_DẪN"),
        (["lisst"], "'lisst' không dùng được; có 'add', 'list'"),
        (["list", "--all"], "không hiểu --all"),
        (["figures", "--year", "nay"], "không nhận giá trị 'nay'"),
        (["figures", "--year"], "cần một giá trị"),
        (["eval", "a.jsonl", "--pin", "--lower-floors"], "không đi cùng"),
    ],
)
def test_wrong_command_is_told_in_one_vietnamese_sentence(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse(arguments)
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--library", "kho", "list"], ["list", "--library", "kho"]])
def test_library_is_named_before_or_behind_the_command(arguments: list[str]) -> None:
    assert build_parser().parse_args(arguments).library == Path("kho")
