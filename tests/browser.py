"""Fixtures that drive the real page in headless Chromium."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name but this machine's resolves: a page that leans on a foreign host breaks visibly.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
SCREENSHOTS = Path("test-results")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A playwright `Browser`.

    Not wider than a module: while playwright's synchronous interface is open it holds an event
    loop in this thread, and tests that start one of their own would fail.
    """
    from playwright.sync_api import sync_playwright

    from tests.conftest import require_program

    executable = require_program("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def foreign_requests() -> list[str]:
    """Addresses outside this machine that the page asked for."""
    return []


@pytest.fixture
def page(browser, foreign_requests: list[str], request) -> Iterator[object]:
    """A playwright `Page` in a fresh Vietnamese context; fails if it calls a foreign host.

    A failing test leaves a picture of the page in test-results/.
    """
    context = browser.new_context(
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport={"width": 1280, "height": 800}
    )
    context.set_default_timeout(20_000)
    context.on("request", lambda made: _record(made.url, foreign_requests))
    opened = context.new_page()
    opened.on("websocket", lambda socket: _record(socket.url, foreign_requests))
    yield opened
    if any(name == "failed" for name, _ in request.node.user_properties):
        SCREENSHOTS.mkdir(exist_ok=True)
        opened.screenshot(path=SCREENSHOTS / f"{request.node.name}.png", full_page=True)
    context.close()
    assert not foreign_requests, f"the page called {foreign_requests}"


def _record(url: str, foreign: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in (
        "127.0.0.1",
        "localhost",
        "::1",
    ):
        foreign.append(url)
