"""One owner process for a library: two writers damage the vector index without a word.

The lock is the operating system's (`fcntl.flock`, on Windows `msvcrt.locking`), so it ends with
its process, however that ends. The file's text says who holds it and is only information.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from index.errors import Holder, LibraryBusy

# Windows locks bytes against reading too: lock one far behind the text, so others can read that.
_LOCKED_BYTE = 1 << 30


class LibraryLock:
    """An owned library folder; `release` (or the process's end) gives it up."""

    def __init__(self, descriptor: int, holder: Holder) -> None:
        self._descriptor: int | None = descriptor
        self.holder = holder
        self._write()

    @classmethod
    def hold(cls, folder: Path, command: str = "", url: str = "") -> LibraryLock:
        """Own `folder` (made when missing), or raise `LibraryBusy` naming the holder."""
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        if not _try_lock(descriptor):
            os.close(descriptor)
            raise LibraryBusy(str(folder), read_holder(folder))
        since = datetime.now().strftime("%Y-%m-%d %H:%M")
        command = command or " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]).strip()
        return cls(descriptor, Holder(os.getpid(), command[:200], since, url))

    def announce(self, url: str) -> None:
        """Say where this process serves the library, for commands that start beside it."""
        self.holder = replace(self.holder, url=url)
        self._write()

    def release(self) -> None:
        if self._descriptor is None:
            return
        os.ftruncate(self._descriptor, 0)
        _unlock(self._descriptor)
        os.close(self._descriptor)
        self._descriptor = None

    def _write(self) -> None:
        if self._descriptor is None:
            return
        data = json.dumps(asdict(self.holder), ensure_ascii=False).encode()
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, data)
        os.ftruncate(self._descriptor, len(data))

    def __enter__(self) -> LibraryLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def read_holder(folder: Path) -> Holder | None:
    """Who wrote itself into the lock file; None when it is empty or can't be read.

    A process that was killed leaves its name behind: only a failed `hold` proves an owner.
    """
    try:
        found = json.loads((folder / "lock").read_text("utf-8"))
        return Holder(
            int(found["pid"]), str(found["command"]), str(found["since"]), str(found["url"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
