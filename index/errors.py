"""What can go wrong with the library.

    LibraryError
    ├── InvalidSetting      a setting is unknown or can't be used
    ├── LibraryBusy         another process owns the library's folder
    ├── NewerLibrary        written by a newer version of the program
    ├── ModelMismatch       the vectors were made by another embedding model
    ├── DamagedIndex        a derived index can't be read; rebuilding makes it anew
    └── UnknownRecord       no such record, or nothing to restore

Messages are whole Vietnamese sentences for the user: what happened and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass


class LibraryError(Exception):
    """Base of this layer's errors."""


class InvalidSetting(LibraryError):
    """A setting is unknown or has a value that can't be used; the message names its key."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that owns a library, as it wrote itself into the lock file."""

    pid: int
    command: str
    since: str  # local time, "2026-01-31 08:15"
    url: str = ""  # where it serves the library, "" when it doesn't


class LibraryBusy(LibraryError):
    """Another process owns the library. `holder` is None when it left no readable name."""

    def __init__(self, folder: str, holder: Holder | None) -> None:
        self.holder = holder
        if holder is None:
            who = "một chương trình khác"
        else:
            who = f"tiến trình {holder.pid} ({holder.command}), chạy từ {holder.since}"
        if holder is not None and holder.url:
            what = f"hãy dùng trang {holder.url} hoặc dừng tiến trình đó rồi chạy lại"
        else:
            what = "hãy chờ nó xong hoặc dừng nó rồi chạy lại"
        super().__init__(f"Kho hồ sơ {folder} đang được dùng bởi {who}; {what}.")


class NewerLibrary(LibraryError):
    """The library's files were written by a newer version of the program."""


class ModelMismatch(LibraryError):
    """The stored vectors were made by another model than the one in use."""


class DamagedIndex(LibraryError):
    """A derived index is damaged; the truth isn't."""


class UnknownRecord(LibraryError):
    """No record, or no deleted record, with that id."""
