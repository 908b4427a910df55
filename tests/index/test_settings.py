"""Settings of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import InvalidSetting
from index.settings import from_environment


def test_default_home_is_the_users_data_folder() -> None:
    settings = from_environment(environment={})
    assert settings.home.is_absolute() and settings.home.name == "bienban"
    assert settings.cache.is_absolute() and "bienban" in settings.cache.parts
    assert settings.embedding is None and settings.weights is None


def test_command_line_wins_over_the_environment(tmp_path: Path) -> None:
    environment = {"BIENBAN_HOME": str(tmp_path / "a"), "HOME": "x"}
    assert from_environment(environment=environment).home == tmp_path / "a"
    assert from_environment(tmp_path / "b", environment).home == tmp_path / "b"


def test_settings_of_other_layers_are_no_error() -> None:
    from_environment(environment={"BIENBAN_PORT": "7860", "BIENBAN_HOST": "h", "BIENBAN_AUTH": ""})


def test_unknown_key_is_named() -> None:
    with pytest.raises(InvalidSetting, match="BIENBAN_HOEM.*BIENBAN_HOME"):
        from_environment(environment={"BIENBAN_HOEM": "/tmp"})


def test_unusable_values_name_their_key(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    with pytest.raises(InvalidSetting, match="BIENBAN_HOME"):
        from_environment(environment={"BIENBAN_HOME": str(file)})
    with pytest.raises(InvalidSetting, match="BIENBAN_WEIGHTS"):
        from_environment(environment={"BIENBAN_WEIGHTS": str(tmp_path / "none.bin")})
    with pytest.raises(InvalidSetting, match="BIENBAN_EMBEDDING"):
        from_environment(environment={"BIENBAN_EMBEDDING": "  "})


def test_settings_make_no_folder(tmp_path: Path) -> None:
    from_environment(tmp_path / "home", {})
    assert not (tmp_path / "home").exists()
