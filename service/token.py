"""A secret in the library's folder: who can read it may drive the server that owns the library.

Web pages that the user happens to visit can reach 127.0.0.1 too, but not this file.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_NAME = "token"


def issue_token(home: Path) -> str:
    """A new secret, readable by this user alone; the server's first step."""
    token = secrets.token_urlsafe(32)
    home.mkdir(parents=True, exist_ok=True)
    partial = home / f"{_NAME}.{os.getpid()}"
    partial.unlink(missing_ok=True)
    # made with its rights: nobody reads it between writing and narrowing them
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(token)
    partial.replace(home / _NAME)
    return token


def read_token(home: Path) -> str | None:
    """The secret that the last server left; None where there is none or it can't be read."""
    try:
        return (home / _NAME).read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None
