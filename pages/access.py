"""Who a request comes from, and whether they may change records."""

from __future__ import annotations

from typing import Any

from service.users import User

SIGN_IN_URL, SIGN_OUT_URL = "/dang-nhap", "/dang-xuat"
SCOPE_KEY = "bienban.user"  # set by pages.sign_in in the ASGI scope


def user_of(request: Any) -> User | None:
    """The signed-in user of a `gr.Request` or Starlette request."""
    inner = getattr(request, "request", request)
    found = getattr(inner, "scope", {}).get(SCOPE_KEY)
    return found if isinstance(found, User) else None


def may_edit(request: Any, guarded: bool) -> bool:
    """`guarded`: the server asks for sign-in, so that whoever is unknown may not."""
    user = user_of(request)
    return user.may_edit if user is not None else not guarded
