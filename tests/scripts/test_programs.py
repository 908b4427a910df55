"""Optional programs are found where they are, and only where they work."""

import sys
from pathlib import Path

import pytest

from scripts.programs import NEEDED_BY_TESTS, PROGRAMS, Program

FOUND = Path(sys.executable)


def program(**changes: object) -> Program:
    given = {"title": "X", "names": (), "places": (), "apt": (), "advice": "", **changes}
    return Program(**given)  # type: ignore[arg-type]


def test_program_is_found_in_its_place() -> None:
    assert program(places=("/nowhere/x", str(FOUND))).find({}) == str(FOUND)


def test_missing_program_is_not_found() -> None:
    assert program(names=("surely-no-such-program",), places=("/nowhere/x",)).find({}) is None


def test_program_that_does_not_work_is_not_found() -> None:
    assert program(places=(str(FOUND),), works=lambda path: False).find({}) is None


def test_users_choice_is_taken_in_place_of_the_search() -> None:
    chosen = program(places=(str(FOUND),), variable="CHOICE")
    assert chosen.find({"CHOICE": "/nowhere/x"}) is None
    assert chosen.find({}) == str(FOUND)


@pytest.mark.parametrize("name", NEEDED_BY_TESTS)
def test_program_that_tests_need_can_be_installed_on_debian(name: str) -> None:
    assert PROGRAMS[name].apt
    assert PROGRAMS[name].advice
