"""Pictures of every page for the README: the sample records in a library of their own.

Run with `make screenshots`; needs Chromium.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.programs import PROGRAMS

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = (1440, 900), (390, 844)
QUESTIONS = (
    "Chỉ tiêu giảm nghèo năm 2024 là bao nhiêu?",
    "Thu nhập bình quân đầu người qua các năm của huyện Mường Khao?",
)


@contextmanager
def served() -> Iterator[str]:
    """The address of the program on a new library with the sample records."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "bienban.py", "--library", f"{folder}/kho-ho-so", "serve"]
        process = subprocess.Popen([*command, "--port", str(port)], cwd=ROOT)
        try:
            _wait(f"{url}/healthz", process)
            yield url
        finally:
            process.terminate()
            process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            if process.poll() is not None:
                raise SystemExit("Chương trình không khởi động được.") from None
            time.sleep(0.1)
    raise SystemExit("Chương trình khởi động quá lâu.")


def ask(page: Any, question: str) -> None:
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=question).wait_for()
    page.locator("#current .bb-actions").wait_for()
    page.wait_for_timeout(600)


def shoot(page: Any, name: str) -> None:
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")
    print(f"docs/images/{name}.png", flush=True)


def tour(page: Any, url: str, suffix: str) -> None:
    page.goto(url)
    page.locator(".bb-welcome").wait_for()
    shoot(page, f"bat-dau{suffix}")
    ask(page, QUESTIONS[0])
    shoot(page, f"hoi-dap{suffix}")
    page.locator("#current .bb-cite").first.click()
    page.locator("[role=dialog] mark").first.wait_for()
    shoot(page, f"nguon{suffix}")
    page.keyboard.press("Escape")
    ask(page, QUESTIONS[1])
    shoot(page, f"bieu-do{suffix}")
    page.get_by_role("tab", name="Phát biểu").click()
    page.get_by_role("button", name="Lập dàn ý").click()
    page.locator("#briefing .bb-lines li").first.wait_for()
    shoot(page, f"phat-bieu{suffix}")
    for tab, name in (("Số liệu", "so-lieu"), ("Hồ sơ", "ho-so"), ("Giới thiệu", "gioi-thieu")):
        page.get_by_role("tab", name=tab).click()
        shoot(page, f"{name}{suffix}")


def main() -> int:
    from playwright.sync_api import sync_playwright

    chromium = PROGRAMS["chromium"].find()
    if chromium is None:
        print(f"Thiếu Chromium: {PROGRAMS['chromium'].advice}.")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for (width, height), dark, suffix in (
            (WIDE, False, ""),
            (WIDE, True, "-toi"),
            (PHONE, False, "-dien-thoai"),
        ):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                locale="vi-VN",
            )
            tour(context.new_page(), url, suffix)
            context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
