"""The files that records were read from, kept by the hash of their content.

A file is on disk, synced, before the row that names it commits; a file without a row (a kill in
between) is harmless and is cleaned up by a rebuild.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """`ab/abcdef....docx` under `folder`."""

    folder: Path

    def keep(self, file: Path) -> str:
        """Copy a file in; returns the SHA-256 (hex) of what was copied."""
        self.folder.mkdir(parents=True, exist_ok=True)
        hashed = hashlib.sha256()
        descriptor, partial = tempfile.mkstemp(dir=self.folder, suffix=".partial")
        try:
            with os.fdopen(descriptor, "wb") as copy, file.open("rb") as source:
                while block := source.read(_BLOCK):
                    hashed.update(block)
                    copy.write(block)
                copy.flush()
                os.fsync(copy.fileno())
            place = self._place(hashed.hexdigest(), file.suffix)
            place.parent.mkdir(exist_ok=True)
            os.replace(partial, place)
            for other in place.parent.glob(f"{place.stem}*"):
                if other != place:  # the same content under another ending
                    other.unlink()
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(partial)
            raise
        _sync(place.parent)
        return hashed.hexdigest()

    def path(self, sha256: str) -> Path | None:
        """The kept file with that content, None when it is not there."""
        return next(iter(sorted((self.folder / sha256[:2]).glob(f"{sha256}*"))), None)

    def is_sound(self, sha256: str) -> bool:
        """Whether that content is kept and still what it was."""
        kept = self.path(sha256)
        return kept is not None and sha256_of(kept) == sha256

    def kept(self) -> Iterator[tuple[str, Path]]:
        """(SHA-256 in the name, file) of all kept files."""
        for file in sorted(self.folder.glob("??/*")):
            yield file.name.partition(".")[0], file

    def clean(self, needed: Collection[str]) -> int:
        """Delete files that no record needs, and half-written ones; returns how many."""
        wanted = set(needed)
        unneeded = [file for sha256, file in self.kept() if sha256 not in wanted]
        unneeded += self.folder.glob("*.partial")
        for file in unneeded:
            file.unlink(missing_ok=True)
        return len(unneeded)

    def _place(self, sha256: str, suffix: str) -> Path:
        return self.folder / sha256[:2] / f"{sha256}{suffix.lower()}"


def sha256_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    """Make a rename durable; Windows has no such call and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
