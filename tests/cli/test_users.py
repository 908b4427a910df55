"""`bienban user` prints what the server reads."""

from __future__ import annotations

import io

import pytest

from cli.parser import parse
from cli.users import user
from service.users import matches, read_users


def run(name: str, password: str, monkeypatch: pytest.MonkeyPatch, role: str = "editor") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    return user(parse(["user", name, "--role", role]))


def test_printed_line_is_a_user(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("hạnh", "mật khẩu dài", monkeypatch) == 0
    (found,) = read_users(capsys.readouterr().out, "f").values()
    assert (found.name, found.role) == ("hạnh", "editor")
    assert matches("mật khẩu dài", found.hash)


@pytest.mark.parametrize(
    "name, password, told", [("hai từ", "x" * 9, "dấu cách"), ("an", "ngắn", "8 ký tự")]
)
def test_refusal_is_one_sentence(
    name: str,
    password: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(name, password, monkeypatch) == 2
    printed = capsys.readouterr()
    assert told in printed.err and not printed.out
