"""The program itself, started as `bienban serve`."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def program(home: Path, port: int = 0, **settings: str) -> Iterator[str]:
    """Its address, on the library in `home`, new where there is none.

    `settings` go into the environment.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    code = "import sys, bienban; sys.exit(bienban.main(sys.argv[1:]))"
    command = ["--library", str(home / "library"), "serve", "--port", str(port)]
    environment = {k: v for k, v in os.environ.items() if k != "BIENBAN_HOME"}
    with (home / "log").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *command],
            cwd=ROOT,
            env={**environment, **settings},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        deadline = time.monotonic() + 60
        while not _answers(f"{url}/healthz"):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                log.seek(0)
                pytest.fail(f"the program did not start:\n{log.read()}")
            time.sleep(0.1)
        yield url
        process.terminate()
        process.wait(20)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False
