"""A real server over a real library, in this process, for as long as a test."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from assistant.assistant import Assistant
from index.library import Library
from index.settings import LibrarySettings
from service.routes import router
from service.token import issue_token
from tests.index.doubles import WordEmbedder


def real_library(home: Path) -> Library:
    """The real readers and understanding over an embedder that needs no weights."""
    settings = LibrarySettings(home=home, cache=home.parent / "cache")
    return Library.open(settings, embedder=WordEmbedder(), command="bienban serve")


@contextmanager
def served(library: Library) -> Iterator[str]:
    """Serves `library` as the program does; gives the announced address."""
    home = library.settings.home
    pages = FastAPI()
    pages.include_router(router(library, Assistant(library), issue_token(home)))
    server = uvicorn.Server(uvicorn.Config(pages, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.01)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    library.announce(url)
    try:
        yield url
    finally:
        server.should_exit = True
        thread.join(20)
