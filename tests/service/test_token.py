import stat
import sys
from pathlib import Path

import pytest

from service.token import issue_token, read_token


def test_token_is_read_back_and_new_each_time(tmp_path: Path) -> None:
    first = issue_token(tmp_path / "home")
    assert read_token(tmp_path / "home") == first
    assert issue_token(tmp_path / "home") != first
    assert len(first) >= 40


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_token_is_readable_by_its_user_alone(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("old", "ascii")
    (tmp_path / "token").chmod(0o644)
    issue_token(tmp_path)
    assert stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600


def test_library_never_served_has_no_token(tmp_path: Path) -> None:
    assert read_token(tmp_path) is None
