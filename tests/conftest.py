"""What every test gets: a library of its own, no network, and a say on missing programs."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.programs import PROGRAMS
from tests.browser import browser, foreign_requests, page  # noqa: F401  (fixtures)

MISSING = "missing program: "
_SESSION_HOME = pytest.StashKey[str]()
_foreign_calls: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    """Fixtures wider than a test must not touch the user's library either."""
    for name in [name for name in os.environ if name.startswith("BIENBAN_")]:
        if name not in ("BIENBAN_CHROMIUM", "BIENBAN_WEIGHTS"):
            del os.environ[name]
    home = tempfile.mkdtemp(prefix="bienban-tests-")
    config.stash[_SESSION_HOME] = home
    os.environ["BIENBAN_HOME"] = home
    sys.addaudithook(_forbid_foreign_hosts)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_SESSION_HOME], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Let the `page` fixture know that its test failed."""
    report = yield
    if report.failed:
        item.user_properties.append(("failed", report.when))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the closing lines which tests did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("NOT RUN", red=True, bold=True)
        for report in skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
            terminalreporter.write_line(f"{report.nodeid}: {reason.removeprefix('Skipped: ')}")


def require_program(name: str) -> str:
    """Path of an optional program ("tesseract", "chromium", "soffice").

    Where it is missing the test is skipped, and listed at the end; with CI=true it fails.
    """
    program = PROGRAMS[name]
    path = program.find()
    if path is None:
        reason = f"{MISSING}{program.title} (apt-get install {' '.join(program.apt)})"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return path


@pytest.fixture(autouse=True)
def library_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty library folder, which is also BIENBAN_HOME for the length of the test."""
    home = tmp_path / "library"
    monkeypatch.setenv("BIENBAN_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def foreign_calls() -> Iterator[list[str]]:
    """Hosts outside this machine that the test process tried to reach: there must be none."""
    _foreign_calls.clear()
    yield _foreign_calls
    assert not _foreign_calls, f"tried to reach {_foreign_calls}"


def _forbid_foreign_hosts(event: str, arguments: tuple) -> None:
    """Audit hook: sees every library's sockets, even where the error is swallowed."""
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # else a local (Unix) socket
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    host = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if host is None or is_loopback(str(host)):
        return
    _foreign_calls.append(str(host))
    raise OSError(f"no network in tests: {host}")


def is_loopback(host: str) -> bool:
    return host in ("", "localhost", "::1", "0.0.0.0", "::") or host.startswith("127.")
