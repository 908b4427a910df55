"""HTTP routes of the service, for commands that run beside the server on the same machine.

Only imported by the server: FastAPI costs a third of a second.

A request counts only from this machine, under a name of this machine (so that a foreign name
pointed at 127.0.0.1 doesn't), not from a web page (which always sends `Origin` along) and with
the secret of the library's folder.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from fastapi import APIRouter, Body, Depends, HTTPException, Request
from fastapi.responses import StreamingResponse

from assistant.assistant import Assistant
from index.embedding.base import EmbeddingError
from index.errors import LibraryError
from index.library import Library
from service.contract import (
    PREFIX,
    TOKEN_HEADER,
    NoSuchRecord,
    ProgressMessage,
    ServiceError,
)
from service.local import LocalService

_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_LONGEST_QUESTION = 20_000  # characters
_TOLD = (ServiceError, LibraryError, EmbeddingError)  # their messages are for the user

T = TypeVar("T")


def router(library: Library, assistant: Assistant, token: str) -> APIRouter:
    """Routes under `PREFIX`, to be mounted beside the pages."""

    def admit(request: Request) -> None:
        _admit(request, token)

    service = LocalService(library, assistant)
    routes = APIRouter(prefix=PREFIX, dependencies=[Depends(admit)], include_in_schema=False)

    def ask(
        question: Annotated[str, Body(min_length=1, max_length=_LONGEST_QUESTION)],
        history: Annotated[list[str] | None, Body()] = None,
    ) -> Any:
        return _or_refuse(lambda: service.ask(question, history or ()))

    def records() -> Any:
        return _or_refuse(service.records)

    def show(name: str) -> Any:
        return _or_refuse(lambda: service.show(name))

    def remove(name: Annotated[str, Body(embed=True)]) -> Any:
        return _or_refuse(lambda: service.remove(name))

    def figures(
        indicator: str = "", place: str = "", year: int | None = None, kind: str = ""
    ) -> Any:
        return _or_refuse(lambda: service.figures(indicator, place, year, kind))

    def doctor() -> Any:
        return _or_refuse(service.doctor)

    def add(paths: Annotated[list[str], Body(embed=True)]) -> StreamingResponse:
        files = [Path(path) for path in paths]
        if not all(file.is_absolute() for file in files):
            raise HTTPException(400, "Đường dẫn gửi tới máy chủ phải là đường dẫn đầy đủ.")
        lines = _lines(service.add(files))
        return StreamingResponse(lines, media_type="application/x-ndjson")

    # Plain functions run in the server's thread pool: a long one doesn't hold up the pages.
    routes.add_api_route("/ask", ask, methods=["POST"], response_model=None)
    routes.add_api_route("/records", records, methods=["GET"], response_model=None)
    routes.add_api_route("/show", show, methods=["GET"], response_model=None)
    routes.add_api_route("/remove", remove, methods=["POST"], response_model=None)
    routes.add_api_route("/figures", figures, methods=["GET"], response_model=None)
    routes.add_api_route("/add", add, methods=["POST"], response_model=None)
    routes.add_api_route("/doctor", doctor, methods=["GET"], response_model=None)
    return routes


def _admit(request: Request, token: str) -> None:
    """Let a command of this machine pass, or raise the HTTP error that says why not."""
    client = request.client.host if request.client else ""
    try:
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        host = ""
    if not _is_loopback(client) or host not in _LOCAL_NAMES:
        raise HTTPException(403, "Chỉ lệnh chạy trên chính máy này mới dùng được đường này.")
    if "origin" in request.headers:
        raise HTTPException(403, "Trang web không dùng được đường này.")
    # as bytes: the comparison takes no text beyond ASCII
    given = request.headers.get(TOKEN_HEADER, "").encode("utf-8", "surrogateescape")
    if not secrets.compare_digest(given, token.encode()):
        raise HTTPException(401, "Mã bí mật không đúng; hãy chạy lại lệnh.")


def _is_loopback(address: str) -> bool:
    return address == "::1" or address.removeprefix("::ffff:").startswith("127.")


def _or_refuse(call: Callable[[], T]) -> T:
    """What `call` gives, its error's sentence as an HTTP error."""
    try:
        return call()
    except NoSuchRecord as error:
        raise HTTPException(404, str(error)) from error
    except _TOLD as error:
        raise HTTPException(400, str(error)) from error


def _lines(progress: Iterator[ProgressMessage]) -> Iterator[str]:
    """Progress as JSON lines; an error becomes the last line, the status being sent already."""
    try:
        for message in progress:
            yield json.dumps(message, ensure_ascii=False) + "\n"
    except _TOLD as error:
        yield json.dumps({"error": str(error)}, ensure_ascii=False) + "\n"
    except Exception as error:
        yield json.dumps({"error": f"Máy chủ gặp lỗi khi thêm hồ sơ ({error})."}) + "\n"
        raise
