"""The style sheet and scripts beside these modules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def read_asset(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
