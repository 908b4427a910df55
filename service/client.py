"""The service of a server that owns the library, asked over loopback with the standard library."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import ProxyHandler, Request, build_opener

from service.contract import (
    PREFIX,
    TOKEN_HEADER,
    AnswerMessage,
    DoctorMessage,
    FigureMessage,
    NoSuchRecord,
    ProgressMessage,
    RecordMessage,
    RecordTextMessage,
    ServerUnreachable,
    ServiceError,
)

# Seconds. `doctor` over a large library and a file that needs OCR take minutes, a dead server
# refuses at once.
_PATIENCE = 1800


class RemoteService:
    """Asks the server at `url`, as it announced itself, with the library's `token`."""

    def __init__(self, url: str, token: str) -> None:
        try:
            port = urlsplit(url).port
        except ValueError as error:
            raise ServerUnreachable(f"Địa chỉ máy chủ {url} không đọc được.") from error
        # by number: the server checks the name it is asked under, and may listen on all
        self._base = f"http://127.0.0.1:{port or 80}{PREFIX}"
        self._token = token
        self._opener = build_opener(ProxyHandler({}))  # an office's proxy can't reach this machine

    def ask(self, question: str, history: Sequence[str] = ()) -> AnswerMessage:
        body = {"question": question, "history": list(history)}
        return cast(AnswerMessage, self._json("/ask", body=body))

    def records(self) -> list[RecordMessage]:
        return cast(list[RecordMessage], self._json("/records"))

    def show(self, name: str) -> RecordTextMessage:
        return cast(RecordTextMessage, self._json("/show", {"name": name}))

    def add(self, paths: Sequence[Path]) -> Iterator[ProgressMessage]:
        body = {"paths": [str(path.absolute()) for path in paths]}
        try:
            with self._open("/add", body=body) as response:
                for line in response:
                    message = json.loads(line)
                    if "error" in message:
                        raise ServiceError(str(message["error"]))
                    yield cast(ProgressMessage, message)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ServiceError(
                "Máy chủ dừng giữa chừng; hồ sơ đã báo là thêm thì còn, hãy chạy lại lệnh."
            ) from error

    def remove(self, name: str) -> RecordMessage:
        return cast(RecordMessage, self._json("/remove", body={"name": name}))

    def figures(
        self, indicator: str = "", place: str = "", year: int | None = None, kind: str = ""
    ) -> list[FigureMessage]:
        asked: dict[str, str] = {"indicator": indicator, "place": place, "kind": kind}
        if year is not None:
            asked["year"] = str(year)
        return cast(list[FigureMessage], self._json("/figures", asked))

    def doctor(self) -> DoctorMessage:
        return cast(DoctorMessage, self._json("/doctor"))

    def _json(
        self, path: str, query: Mapping[str, str] | None = None, body: object | None = None
    ) -> Any:
        try:
            with self._open(path, query, body) as response:
                return json.load(response)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _unreachable(self._base) from error

    def _open(
        self, path: str, query: Mapping[str, str] | None = None, body: object | None = None
    ) -> IO[bytes]:
        """The response; raises `ServiceError` with the server's sentence."""
        request = Request(self._base + path + (f"?{urlencode(query)}" if query else ""))
        request.add_header(TOKEN_HEADER, self._token)
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            return cast(IO[bytes], self._opener.open(request, timeout=_PATIENCE))
        except HTTPError as error:
            sentence = _sentence(error)
            if error.code == 404 and sentence:
                raise NoSuchRecord(sentence) from error
            if error.code == 422:
                raise ServiceError("Câu hỏi trống, quá dài hoặc tham số không hợp lệ.") from error
            if not sentence:  # not a server of ours
                raise _unreachable(self._base) from error
            raise ServiceError(sentence) from error
        except URLError as error:
            raise _unreachable(self._base) from error


def _sentence(error: HTTPError) -> str:
    """The server's own words; "" where they aren't ours (FastAPI's lists, another program)."""
    try:
        detail = json.load(error)["detail"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return detail if isinstance(detail, str) and detail.endswith(".") else ""


def _unreachable(base: str) -> ServerUnreachable:
    return ServerUnreachable(f"Không liên lạc được với máy chủ tại {base.removesuffix(PREFIX)}.")
