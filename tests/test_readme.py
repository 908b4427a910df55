"""The README keeps up with commands, settings and folders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.parser import build_parser
from corpus.reading import read_document
from index.settings import KNOWN_KEYS
from samples import RECORDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("key", sorted(KNOWN_KEYS))
def test_setting_is_described(key: str) -> None:
    assert f"`{key}`" in README.partition("## Settings")[2].partition("## ")[0]


def test_every_command_is_described() -> None:
    usage = build_parser().format_help()
    commands = re.findall(r"^    (\w+)  ", usage, re.MULTILINE)
    assert len(commands) >= 10
    described = README.partition("## Command line")[2].partition("## ")[0]
    assert [c for c in commands if not re.search(rf"^\| `{c}\b", described, re.MULTILINE)] == []


def test_every_package_is_in_the_folder_map() -> None:
    listed = README.partition("## Folders")[2].partition("## ")[0]
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}
    assert {name for name in packages if f"`{name}/`" not in listed} == set()


def test_example_quotes_sample_records() -> None:
    example = README.partition("```")[2].partition("```")[0]
    names = re.findall(r"\(([\w.-]+\.\w+)\)", example)
    quotes = re.findall("“(.+)”", example)
    assert len(names) == len(quotes) >= 1
    for name, quote in zip(names, quotes, strict=True):
        assert quote in read_document(RECORDS / name).text


def test_readme_is_short() -> None:
    assert len(README.splitlines()) < 150
