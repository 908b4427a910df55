"""`user`: a line for the file of users that `BIENBAN_AUTH` names."""

from __future__ import annotations

import sys
from argparse import Namespace

from cli.console import complain, say

_SHORTEST = 8  # characters of a password


def user(options: Namespace) -> int:
    """Prints the line; the password is typed twice on a terminal, else read from a line."""
    from service.users import is_name, user_line

    if not is_name(options.name):
        complain("Tên người dùng không được có dấu cách, dấu hai chấm và không dài quá 64 ký tự.")
        return 2
    password = _password()
    if password is None:
        complain("Hai lần gõ mật khẩu khác nhau; hãy chạy lại lệnh.")
        return 2
    if len(password) < _SHORTEST:
        complain(f"Mật khẩu ngắn quá; hãy dùng ít nhất {_SHORTEST} ký tự.")
        return 2
    say(user_line(options.name, options.role, password))
    complain("Hãy chép dòng trên vào tệp mà biến BIENBAN_AUTH trỏ tới.")
    return 0


def _password() -> str | None:
    """None where the second typing differs."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    from getpass import getpass

    first = getpass("Mật khẩu: ")
    return first if getpass("Gõ lại mật khẩu: ") == first else None
