"""Run as a process that a test kills: adds the given folder to the given library.

Prints "ready" before it adds and the name of each file after it was added.
"""

from __future__ import annotations

import sys
from pathlib import Path

from index.ingest import Progress
from tests.index.doubles import open_library


def tell(progress: Progress) -> None:
    if progress.result is not None and progress.result.status in ("added", "replaced"):
        print(Path(progress.result.path).name, flush=True)


if __name__ == "__main__":
    with open_library(Path(sys.argv[1])) as library:
        print("ready", flush=True)
        library.add([Path(sys.argv[2])], tell)
