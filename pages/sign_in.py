"""Sign-in before everything that is served: a page with name and password, then a cookie.

Programs may send HTTP Basic credentials instead. The service for commands keeps its own secret
and `/healthz` stays open. Cookies are signed with a key of this process: after a restart people
sign in again.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs, quote

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from pages.access import SCOPE_KEY, SIGN_IN_URL, SIGN_OUT_URL
from pages.assets import read_asset
from pages.markup import escape
from pages.text import Texts, texts
from service.contract import PREFIX
from service.users import User, Users

Scope = MutableMapping[str, Any]  # as in ASGI
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]

_COOKIE = "bienban"
_HOURS = 12
_FAILURES, _WAIT = 6, 900  # wrong passwords from one address before it must wait, seconds
_REMEMBERED = 256  # addresses, and programs' credentials that were right
_LONGEST_FORM = 4096  # bytes
_UPLOAD = "/gradio_api/upload"


class SignIn:
    """ASGI middleware that lets known users through and puts them into the scope."""

    def __init__(self, app: ASGIApp, users: Users, clock: Callable[[], float] = time.time) -> None:
        self._app = app
        self._users = users
        self._clock = clock
        self._key = os.urandom(32)
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._basic: OrderedDict[bytes, User] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path = str(scope["path"])
        if path == "/healthz" or path.startswith(f"{PREFIX}/"):
            await self._app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            return  # the pages open none
        request = Request(scope, receive)
        reply: Response | None
        if path == SIGN_IN_URL:
            reply = await self._sign_in(request)
        elif path == SIGN_OUT_URL:
            reply = RedirectResponse(SIGN_IN_URL, 303)
            reply.delete_cookie(_COOKIE)
        else:
            user = self._of_cookie(request) or await self._of_program(request)
            reply = self._refusal(request, user)
            scope[SCOPE_KEY] = user
        await (reply or self._app)(scope, receive, send)

    def _refusal(self, request: Request, user: User | None) -> Response | None:
        t = _texts_for(request.url.path)
        if user is None:
            if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
                wanted = quote(request.url.path)
                return RedirectResponse(f"{SIGN_IN_URL}?next={wanted}", 303)
            return JSONResponse({"detail": t.sign_in_needed}, 401)
        if not user.may_edit and _UPLOAD in request.url.path and request.method == "POST":
            return JSONResponse({"detail": t.readers_only_read}, 403)
        return None

    async def _sign_in(self, request: Request) -> Response:
        """The form, or the way to the page that was wanted, with the cookie."""
        wanted = _within(request.query_params.get("next", "/"))
        t = _texts_for(wanted)
        if request.method != "POST":
            return _page(t, wanted)
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _LONGEST_FORM:
                return _page(t, wanted, t.sign_in_wrong, 413)
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        name, password = (form.get(field, [""])[0] for field in ("name", "password"))
        address = request.client.host if request.client else ""
        if self._must_wait(address):
            return _page(t, wanted, t.sign_in_wait, 429)
        user = await run_in_threadpool(self._users.check, name.strip(), password)
        if user is None:
            self._count_failure(address)
            return _page(t, wanted, t.sign_in_wrong, 401)
        self._failed.pop(address, None)
        reply = RedirectResponse(wanted, 303)
        reply.set_cookie(
            _COOKIE,
            self._signed(user),
            max_age=_HOURS * 3600,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return reply

    def _signed(self, user: User) -> str:
        name = base64.urlsafe_b64encode(user.name.encode()).decode()
        said = f"{name}.{int(self._clock()) + _HOURS * 3600}"
        return f"{said}.{self._seal(said, user)}"

    def _seal(self, said: str, user: User) -> str:
        # with the hash: a changed password ends what was opened with the old one
        return hmac.new(self._key, f"{said}.{user.hash}".encode(), "sha256").hexdigest()

    def _of_cookie(self, request: Request) -> User | None:
        said, _, seal = request.cookies.get(_COOKIE, "").rpartition(".")
        name, _, until = said.partition(".")
        if not until.isascii() or not until.isdecimal() or int(until) < self._clock():
            return None
        try:
            user = self._users.find(base64.urlsafe_b64decode(name).decode())
        except ValueError:
            return None
        if user is None:
            return None
        return user if hmac.compare_digest(self._seal(said, user), seal) else None

    async def _of_program(self, request: Request) -> User | None:
        scheme, _, sent = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic" or len(sent) > _LONGEST_FORM:
            return None
        digest = hashlib.sha256(sent.encode("utf-8", "replace")).digest()
        known = self._basic.get(digest)
        if known is not None and self._users.find(known.name) == known:
            return known  # the slow check was passed before
        address = request.client.host if request.client else ""
        if self._must_wait(address):
            return None
        try:
            name, _, password = base64.b64decode(sent).decode().partition(":")
        except ValueError:
            return None
        user = await run_in_threadpool(self._users.check, name, password)
        if user is None:
            self._count_failure(address)
        else:
            _remember(self._basic, digest, user)
        return user

    def _must_wait(self, address: str) -> bool:
        count, last = self._failed.get(address, (0, 0.0))
        if self._clock() - last > _WAIT:
            self._failed.pop(address, None)
            return False
        return count >= _FAILURES

    def _count_failure(self, address: str) -> None:
        count, _ = self._failed.pop(address, (0, 0.0))
        _remember(self._failed, address, (count + 1, self._clock()))


def _remember(kept: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    while len(kept) >= _REMEMBERED:
        kept.popitem(last=False)
    kept[key] = value


def _within(wanted: str) -> str:
    """Only a path of ours: never an address that leads elsewhere."""
    return wanted if wanted.startswith("/") and wanted[1:2] not in ("/", "\\") else "/"


def _texts_for(path: str) -> Texts:
    return texts("en" if path.startswith("/en") else "vi")


_PAGE_STYLE = """
body { margin: 0; font: 17px/1.5 system-ui, sans-serif; color: var(--bb-ink); }
main { max-width: 340px; margin: 16vh auto 0; padding: 0 20px; }
h1 { font-size: 26px; margin: 0; } main > p { margin: 0 0 22px; color: var(--bb-soft); }
input { box-sizing: border-box; } .bb-button { margin-top: 6px; }
"""


def _page(t: Texts, wanted: str, problem: str = "", status: int = 200) -> HTMLResponse:
    alert = f'<p class="bb-problem" role="alert">{escape(problem)}</p>' if problem else ""
    fields = "".join(
        f'<div class="bb-field"><label for="{name}">{escape(label)}</label>'
        f'<input id="{name}" name="{name}" type="{kind}" autocomplete="{filled}" required></div>'
        for name, label, kind, filled in (
            ("name", t.user_name, "text", "username"),
            ("password", t.password, "password", "current-password"),
        )
    )
    dark = "matchMedia('(prefers-color-scheme: dark)').matches"
    html = (
        f'<!doctype html><html lang="{t.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(t.sign_in)} – {escape(t.brand)}</title>"
        f"<style>{read_asset('style.css')}{_PAGE_STYLE}</style>"
        f"<script>document.documentElement.classList.toggle('dark', {dark})</script></head>"
        f"<body><main><h1>{escape(t.brand)}</h1><p>{escape(t.tagline)}</p>{alert}"
        f'<form method="post" action="{SIGN_IN_URL}?next={escape(quote(wanted))}">{fields}'
        f'<button class="bb-button solid">{escape(t.sign_in)}</button></form></main></body></html>'
    )
    headers = {"Cache-Control": "no-store", "X-Frame-Options": "DENY"}
    return HTMLResponse(html, status, headers=headers)
