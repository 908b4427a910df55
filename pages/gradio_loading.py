"""Load Gradio for use in an office: quietly and quickly."""

from __future__ import annotations

import inspect
import os
import sys
from typing import Any
from unittest import mock


def load_gradio() -> None:
    """Import Gradio; free to call again.

    It reads when imported that it shall not call home. And for each of its components it writes
    a type stub beside its own source, or checks the one that is there: half of the import, of
    use to its developers only. It leaves out what has no source file, so for that while none has.
    """
    if "gradio" in sys.modules:
        return
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    find = inspect.getfile

    def find_but_for_components(thing: Any) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError("no stub needed")
        return find(thing)

    with mock.patch.object(inspect, "getfile", find_but_for_components):
        import gradio  # noqa: F401
