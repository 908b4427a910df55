"""Look into a zip file without unpacking it: what it holds and whether it is safe to open."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

from corpus.readers.base import ReadLimits, damaged, locked, unsafe_archive

ZipKind = Literal["docx", "sheet", "odt", "other"]

_ENTRIES = 10_000
_SMALL = 20_000_000  # bytes; below this a high ratio is harmless (a sheet of equal cells)


def zip_kind(path: Path, limits: ReadLimits) -> ZipKind:
    """What office format a zip file holds, judged by its directory alone.

    Raises `UnreadableFile` for a damaged archive, one with a password, or one that would grow
    beyond the limits when unpacked (checked before anything is unpacked).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_size(path, entries, limits)
            names = {entry.filename for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries):
                raise locked(path)
            if "mimetype" in names and "content.xml" in names:
                return _open_document(path, archive, names)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise damaged(path) from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "sheet"
    return "other"


def _check_size(path: Path, entries: list[zipfile.ZipInfo], limits: ReadLimits) -> None:
    total = sum(entry.file_size for entry in entries)
    packed = max(1, path.stat().st_size)
    if total > limits.unzipped_bytes or len(entries) > _ENTRIES:
        raise unsafe_archive(path)
    if total > _SMALL and total / packed > limits.unzipped_ratio:
        raise unsafe_archive(path)


def _open_document(path: Path, archive: zipfile.ZipFile, names: set[str]) -> ZipKind:
    mimetype = archive.read("mimetype")[:200]
    if "META-INF/manifest.xml" in names:
        manifest = archive.read("META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise locked(path)
    if b"opendocument.text" in mimetype:
        return "odt"
    if b"opendocument.spreadsheet" in mimetype:
        return "sheet"
    return "other"
