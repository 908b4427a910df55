"""The file of users and what a password must match."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import InvalidSetting
from service.users import Users, hashed, is_name, matches, read_users, user_line


def test_right_password_opens_and_wrong_ones_do_not() -> None:
    stored = hashed("mật khẩu dài")
    assert matches("mật khẩu dài", stored)
    assert not matches("mật khẩu dài ", stored) and not matches("", stored)


def test_same_password_has_another_hash_for_each_user() -> None:
    assert hashed("giống nhau") != hashed("giống nhau")


def test_line_is_read_back() -> None:
    users = read_users(f"# cơ quan\n\n{user_line('hạnh', 'editor', 'x' * 9)}\n", "f")
    assert users["hạnh"].may_edit and "scrypt" not in repr(users["hạnh"])


@pytest.mark.parametrize(
    "text",
    [
        "an:editor:matkhau",
        f"an:boss:{hashed('x')}",
        f"an:{hashed('x')}",
        f":reader:{hashed('x')}",
        "an:reader:scrypt$AAAA$AAAA",
        "an:reader:scrypt$!$!",
    ],
)
def test_line_that_can_not_be_read_names_its_number(text: str) -> None:
    good = user_line("bình", "reader", "x")
    with pytest.raises(InvalidSetting, match="Dòng 2 .*bienban user"):
        read_users(f"{good}\n{text}", "f")


def test_same_name_twice_is_refused() -> None:
    with pytest.raises(InvalidSetting, match="Dòng 2"):
        read_users("\n".join(user_line("an", role, "x") for role in ("reader", "editor")), "f")


def test_empty_file_lets_nobody_in() -> None:
    with pytest.raises(InvalidSetting, match="chưa có ai"):
        read_users("# trống\n", "f")


def test_user_taken_out_of_the_file_is_out_at_once(tmp_path: Path) -> None:
    file = tmp_path / "users"
    an, bình = user_line("an", "reader", "mật khẩu an"), user_line("bình", "editor", "của bình")
    file.write_text(f"{an}\n{bình}\n", encoding="utf-8")
    users = Users(file)
    assert users.check("an", "mật khẩu an") and not users.check("an", "của bình")
    assert not users.check("chi", "")
    file.write_text(f"{bình}\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert users.find("an") is None and not users.check("an", "mật khẩu an")


@pytest.mark.parametrize("name", ["", "hai từ", "a:b", "#an", "x" * 65])
def test_name_that_the_file_could_not_hold(name: str) -> None:
    assert not is_name(name)
