"""Who may use the pages, and how far: a file with a line `name:role:hash` for each user.

The hash is scrypt (RFC 7914) with its own salt: `scrypt$salt$key`, both in base64. Blank lines
and lines that begin with `#` are left out. The file is read again whenever it changes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from index.errors import InvalidSetting

Role = Literal["reader", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)

# 16 MB and some 50 ms a guess: the cost that RFC 7914 and OWASP give for signing in.
_COST: dict[str, int] = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
_SALT = 16  # bytes
_NAME = re.compile(r"[^\s:#][^\s:]{0,63}")


@dataclass(frozen=True, slots=True)
class User:
    name: str
    role: Role
    hash: str = field(repr=False)

    @property
    def may_edit(self) -> bool:
        return self.role == "editor"


def is_name(name: str) -> bool:
    """Up to 64 characters, no blank and no colon."""
    return _NAME.fullmatch(name) is not None


def hashed(password: str, salt: bytes | None = None) -> str:
    """The password's hash, with a new salt unless one is given."""
    salt = os.urandom(_SALT) if salt is None else salt
    key = hashlib.scrypt(password.encode(), salt=salt, **_COST)
    return f"scrypt${_text(salt)}${_text(key)}"


def matches(password: str, stored: str) -> bool:
    """Whether `stored` was made of this password; takes as long either way."""
    _, salt, _ = stored.split("$")
    return hmac.compare_digest(hashed(password, base64.b64decode(salt)).encode(), stored.encode())


def user_line(name: str, role: Role, password: str) -> str:
    """The line to put into the file."""
    return f"{name}:{role}:{hashed(password)}"


def read_users(text: str, file: str) -> dict[str, User]:
    """Users by name; raises `InvalidSetting` naming the file and the line that can't be read."""
    users: dict[str, User] = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, _, rest = line.partition(":")
        role, _, stored = rest.partition(":")
        known = next((r for r in ROLES if r == role), None)
        if not is_name(name) or known is None or not _is_hash(stored) or name in users:
            raise InvalidSetting(
                f"Dòng {number} của tệp người dùng {file} không đúng hoặc trùng tên; "
                "hãy tạo lại dòng này bằng lệnh bienban user."
            )
        users[name] = User(name, known, stored)
    if not users:
        raise InvalidSetting(
            f"Tệp người dùng {file} chưa có ai; hãy thêm một dòng bằng lệnh bienban user."
        )
    return users


class Users:
    """The users of a file. Safe to use from several threads."""

    def __init__(self, file: Path) -> None:
        """Raises `InvalidSetting` where the file can't be read."""
        self._file = file
        self._reading = threading.Lock()
        self._read: tuple[tuple[int, int], dict[str, User]] | None = None
        self._nobody = hashed("")  # an unknown name takes as long as a wrong password
        self._all()

    def find(self, name: str) -> User | None:
        return self._all().get(name)

    def check(self, name: str, password: str) -> User | None:
        """The user, None where name or password is wrong."""
        user = self.find(name)
        right = matches(password, user.hash if user else self._nobody)
        return user if right else None

    def _all(self) -> Mapping[str, User]:
        with self._reading:
            try:
                now = self._file.stat()
                stamp = (now.st_mtime_ns, now.st_size)
                if self._read is None or self._read[0] != stamp:
                    text = self._file.read_text(encoding="utf-8-sig")
                    self._read = (stamp, read_users(text, str(self._file)))
            except (OSError, UnicodeDecodeError) as error:
                raise InvalidSetting(
                    f"BIENBAN_AUTH trỏ tới {self._file}, không đọc được tệp này; hãy sửa đường dẫn."
                ) from error
            return self._read[1]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _is_hash(stored: str) -> bool:
    try:
        scheme, salt, key = stored.split("$")
        lengths = [len(base64.b64decode(part, validate=True)) for part in (salt, key)]
    except ValueError:
        return False
    return scheme == "scrypt" and lengths == [_SALT, _COST["dklen"]]
