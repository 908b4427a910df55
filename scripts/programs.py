"""Optional system programs: where each one is found and how to get it.

Used by the set-up and by the tests; standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_VARIABLE = "BIENBAN_CHROMIUM"  # path of a browser to use in place of those searched


@dataclass(frozen=True)
class Program:
    """A program that is found by the first of its names or places that exists."""

    title: str
    names: tuple[str, ...]  # on PATH
    places: tuple[str, ...]  # files, variables of the environment expanded
    apt: tuple[str, ...]  # Debian packages
    advice: str  # how to get it where there is no apt-get
    works: Callable[[str], bool] = lambda path: True
    variable: str = ""

    def find(self, environ: Mapping[str, str] | None = None) -> str | None:
        """Path of the program, None where it is missing or unfit."""
        environ = os.environ if environ is None else environ
        chosen = environ.get(self.variable) if self.variable else None
        candidates = [chosen] if chosen else [shutil.which(name) for name in self.names]
        if not chosen:
            candidates += [os.path.expandvars(place) for place in self.places]
        return next((p for p in candidates if p and Path(p).is_file() and self.works(p)), None)


def _reads_vietnamese(tesseract: str) -> bool:
    """Whether this tesseract has the language data `vie`."""
    try:
        listed = subprocess.run(
            [tesseract, "--list-langs"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in listed.stdout.split()


PROGRAMS = {
    "chromium": Program(
        title="Chromium",
        names=("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge"),
        places=(
            r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
            r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
            r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ),
        # Without the font, emoji are boxes in Debian's Chromium.
        apt=("chromium", "fonts-noto-color-emoji"),
        advice=f"cài Chrome, Edge hoặc Chromium, hoặc đặt {CHROMIUM_VARIABLE} là đường dẫn tới nó",
        variable=CHROMIUM_VARIABLE,
    ),
    "tesseract": Program(
        title="Tesseract có dữ liệu tiếng Việt (vie)",
        names=("tesseract",),
        places=(
            r"%ProgramFiles%\Tesseract-OCR\tesseract.exe",
            r"%LOCALAPPDATA%\Programs\Tesseract-OCR\tesseract.exe",
        ),
        apt=("tesseract-ocr", "tesseract-ocr-vie"),
        advice="cài Tesseract và chọn thêm ngôn ngữ Vietnamese khi cài",
        works=_reads_vietnamese,
    ),
    "soffice": Program(
        title="LibreOffice",
        names=("soffice", "libreoffice"),
        places=(
            r"%ProgramFiles%\LibreOffice\program\soffice.exe",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        ),
        apt=("libreoffice-writer-nogui",),
        advice="cài LibreOffice",
    ),
}

NEEDED_BY_TESTS = ("chromium", "tesseract")


def missing(names: tuple[str, ...] = NEEDED_BY_TESTS) -> list[Program]:
    """Those of the named programs that are not on this machine."""
    return [PROGRAMS[name] for name in names if PROGRAMS[name].find() is None]


def install_with_apt(programs: list[Program]) -> bool:
    """Install through apt-get where that is allowed (root on Debian); False where it isn't.

    Whether the programs are there afterwards is for `missing` to say.
    """
    apt_get = shutil.which("apt-get")
    if apt_get is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Another package manager may hold the lock on a machine that has just started.
    options = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
    packages = [package for program in programs for package in program.apt]
    subprocess.run([apt_get, "update", "-q", *options], env=environment, check=False)
    command = [apt_get, "install", "-y", "-q", "--no-install-recommends", *options, *packages]
    subprocess.run(command, env=environment, check=False)
    return True
