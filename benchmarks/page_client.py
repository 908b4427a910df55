"""Someone at the page, without a browser: asks as its script does, in a session of its own."""

from __future__ import annotations

import json
import secrets
import urllib.request
from typing import Any


class PageClient:
    """One visitor of the page at `url`, who asks one question after another."""

    def __init__(self, url: str) -> None:
        self._api = f"{url.rstrip('/')}/gradio_api/queue"
        self._session = secrets.token_hex(8)
        config = json.load(urllib.request.urlopen(f"{url.rstrip('/')}/config", timeout=30))
        elements = {c["id"]: c for c in config["components"]}
        self._question = next(
            i for i, c in elements.items() if c["props"].get("elem_id") == "question"
        )
        asking = next(
            d for d in config["dependencies"] if [self._question, "submit"] in d["targets"]
        )
        self._event, self._inputs = asking["id"], asking["inputs"]
        self._outputs: list[int] = asking["outputs"]
        self._current = next(
            i for i, c in elements.items() if c["props"].get("elem_id") == "current"
        )
        # What the browser keeps between two questions; the server's own state is not among it.
        self._kept: dict[int, Any] = {}

    def ask(self, question: str) -> str:
        """The answer's HTML, when it is whole. Raises RuntimeError where the page says an error."""
        self._kept[self._question] = question
        body = {
            "data": [self._kept.get(i) for i in self._inputs],
            "event_data": None,
            "fn_index": self._event,
            "trigger_id": self._question,
            "session_hash": self._session,
        }
        request = urllib.request.Request(
            f"{self._api}/join", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        urllib.request.urlopen(request, timeout=60).close()
        shown: list[Any] = [None] * len(self._outputs)
        stream = f"{self._api}/data?session_hash={self._session}"
        with urllib.request.urlopen(stream, timeout=60) as lines:
            for line in lines:
                if not line.startswith(b"data:"):
                    continue
                message = json.loads(line[5:])
                if message["msg"] not in ("process_generating", "process_completed"):
                    continue
                if not message.get("success", True):
                    raise RuntimeError(str(message.get("output")))
                for place, change in enumerate(message["output"].get("data") or []):
                    shown[place] = _applied(shown[place], change)
                if message["msg"] == "process_completed":
                    break
        self._kept.update(zip(self._outputs, shown, strict=True))
        return str(shown[self._outputs.index(self._current)])


def _applied(value: Any, change: Any) -> Any:
    """A value with what the stream says changed: whole, or a list of (action, path, new)."""
    steps = change if isinstance(change, list) else None
    if steps is None or not all(isinstance(s, list) and len(s) == 3 for s in steps):
        return change
    for action, path, new in steps:
        if not path:
            value = value + new if action == "append" else new
    return value
