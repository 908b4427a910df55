"""The project's commands: `python -m scripts.tasks run|test|eval|...`.

Standard library only: it starts before anything is installed, on whatever Python is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scripts import programs
from scripts.environment import MINIMUM, Environment, SetupError

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = Environment(ROOT, ROOT / ".venv")
DEVELOPMENT = frozenset({"dev"})

LITTER = (
    *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"),
    *("build", "bienban.egg-info", "test-results"),
)


def say(text: str) -> None:
    print(text, flush=True)


def prepare(extras: frozenset[str] = frozenset()) -> None:
    """Make the environment ready, saying so when that takes time."""
    if not ENVIRONMENT.is_ready(extras):
        say("Đang cài đặt lần đầu (khoảng 3-5 phút, cần mạng); lần sau sẽ chạy ngay.")
        started = time.monotonic()
        ENVIRONMENT.install(extras)
        say(f"Đã cài đặt xong sau {time.monotonic() - started:.0f} giây.")


def call(*command: str) -> int:
    """Run a command from the project's folder; its exit code."""
    return subprocess.run(
        list(command), cwd=ROOT, env=ENVIRONMENT.variables(), check=False
    ).returncode


def python(*arguments: str) -> int:
    return call(str(ENVIRONMENT.python), *arguments)


def bienban(*arguments: str) -> int:
    return call(ENVIRONMENT.command("bienban"), *arguments)


def run(arguments: list[str]) -> int:
    prepare()
    command = [ENVIRONMENT.command("bienban"), "serve", *arguments]
    if os.name == "nt":
        return call(*command)
    # In place of this process, so that signals reach the server itself.
    os.chdir(ROOT)
    os.execve(command[0], command, ENVIRONMENT.variables())


def test(arguments: list[str]) -> int:
    """Style, types and tests, all of them even where an early one fails."""
    clock = time.monotonic()
    prepare(DEVELOPMENT)
    seconds = {"cài đặt": time.monotonic() - clock}
    clock = time.monotonic()
    wanting = programs.missing()
    if wanting and programs.install_with_apt(wanting):
        wanting = programs.missing()
    seconds["chương trình phụ"] = time.monotonic() - clock
    failed = _stages({**_style(), "pytest": lambda: python("-m", "pytest", *arguments)}, seconds)
    for program in wanting:
        debian = f"apt-get install {' '.join(program.apt)}"
        say(f"!!! CHƯA KIỂM THỬ ĐỦ: thiếu {program.title}; {program.advice} (Debian: {debian}).")
    if wanting and _in_ci():
        failed.append("thiếu chương trình")
    say("Thời gian (giây): " + ", ".join(f"{name} {s:.0f}" for name, s in seconds.items()))
    say(f"KHÔNG ĐẠT: {', '.join(failed)}" if failed else "ĐẠT")
    return 1 if failed else 0


def lint(arguments: list[str]) -> int:
    prepare(DEVELOPMENT)
    failed = _stages(_style(), {})
    say(f"KHÔNG ĐẠT: {', '.join(failed)}" if failed else "ĐẠT")
    return 1 if failed else 0


def reformat(arguments: list[str]) -> int:
    prepare(DEVELOPMENT)
    return python("-m", "ruff", "check", "--fix", ".") | python("-m", "ruff", "format", ".")


def evaluate(arguments: list[str]) -> int:
    """The project's own questions, and the shared sets where they lie beside the project."""
    prepare()
    named = [ROOT / "samples", *(ROOT.parent / "shared" / name for name in ("seed", "devset"))]
    sets = [folder / "questions.jsonl" for folder in named]
    return bienban("eval", *(str(path) for path in sets if path.is_file()), *arguments)


def bench(arguments: list[str]) -> int:
    """The tests marked slow: they measure, and print what they measured."""
    prepare(DEVELOPMENT)
    return python("-m", "pytest", "-m", "slow", "-s", "--timeout=0", *arguments)


def screenshots(arguments: list[str]) -> int:
    prepare(DEVELOPMENT)
    return python("-m", "scripts.screenshots", *arguments)


def clean(arguments: list[str]) -> int:
    """Remove what the commands made; the library of records is elsewhere and stays."""
    for folder in (ROOT / ".venv", *(ROOT / name for name in LITTER)):
        shutil.rmtree(folder, ignore_errors=True)
    for cache in ROOT.rglob("__pycache__"):
        shutil.rmtree(cache, ignore_errors=True)
    return 0


def _style() -> dict[str, Callable[[], int]]:
    return {
        "ruff check": lambda: python("-m", "ruff", "check", "."),
        "ruff format": lambda: python("-m", "ruff", "format", "--check", "."),
        "mypy": lambda: python("-m", "mypy"),
    }


def _stages(stages: dict[str, Callable[[], int]], seconds: dict[str, float]) -> list[str]:
    """Run the stages in order; the names of those that failed."""
    failed = []
    for name, stage in stages.items():
        say(f"--- {name}")
        started = time.monotonic()
        if stage():
            failed.append(name)
        seconds[name] = time.monotonic() - started
    return failed


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true")


COMMANDS = {
    "run": run,
    "test": test,
    "eval": evaluate,
    "lint": lint,
    "format": reformat,
    "bench": bench,
    "screenshots": screenshots,
    "clean": clean,
}


def newer_python() -> str | None:
    """Another interpreter on PATH that is new enough."""
    for minor in (13, 12, 11):
        found = shutil.which(f"python3.{minor}")
        if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
            return found
    return None


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles are rarely UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    version = sys.version_info[:2]
    if version < MINIMUM:
        newer = newer_python()
        if newer:
            return subprocess.run([newer, "-m", "scripts.tasks", *arguments], cwd=ROOT).returncode
        say(
            f"Cần Python 3.11 trở lên, máy này đang dùng {version[0]}.{version[1]}: "
            "hãy cài bản mới rồi chạy lại."
        )
        return 1
    if not arguments or arguments[0] not in COMMANDS:
        say("Cách dùng: python -m scripts.tasks " + "|".join(COMMANDS))
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
