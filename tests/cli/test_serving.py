"""Where `serve` listens, and what it says when it can't."""

from __future__ import annotations

import socket

import pytest

from cli.parser import parse
from cli.serving import Address, address, serve
from index.errors import InvalidSetting


def test_options_win_over_the_environment() -> None:
    environment = {"BIENBAN_HOST": "127.0.0.2", "BIENBAN_PORT": "8000"}
    assert address(None, None, {}) == Address("127.0.0.1", 7860)
    assert address(None, None, environment) == Address("127.0.0.2", 8000)
    assert address("::1", 9000, environment) == Address("::1", 9000)


@pytest.mark.parametrize("port", ["http", "7860.5"])
def test_port_that_is_no_number_names_the_setting(port: str) -> None:
    with pytest.raises(InvalidSetting, match="BIENBAN_PORT"):
        address(None, None, {"BIENBAN_PORT": port})


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_port_out_of_range_is_refused(port: int) -> None:
    with pytest.raises(InvalidSetting, match="65535"):
        address(None, port, {})


def test_taken_port_is_told_before_anything_is_loaded() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with pytest.raises(InvalidSetting, match=f"cổng {port}"):
            serve(parse(["serve", "--port", port]))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.9", "van-phong", "127.0.0.1.evil"])
def test_other_machines_are_let_in_only_with_a_file_of_users(host: str) -> None:
    with pytest.raises(InvalidSetting, match="BIENBAN_AUTH"):
        address(host, None, {})
    assert address(host, None, {"BIENBAN_AUTH": "/srv/users"}).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine_needs_no_users(host: str) -> None:
    assert address(host, None, {}).users is None


def test_file_of_users_that_is_not_there_is_told_before_anything_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    monkeypatch.setenv("BIENBAN_AUTH", "/nowhere/users")
    with pytest.raises(InvalidSetting, match="/nowhere/users"):
        serve(parse(["serve", "--port", port]))
