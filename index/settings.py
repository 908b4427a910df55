"""Settings of the library, and the one place that reads the environment for them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import InvalidSetting

# Settings of other layers are listed so that a misspelt key is told from one that is not ours.
KNOWN_KEYS = frozenset(
    {
        "BIENBAN_HOME",
        "BIENBAN_EMBEDDING",
        "BIENBAN_WEIGHTS",
        "BIENBAN_AUTH",
        "BIENBAN_HOST",
        "BIENBAN_PORT",
        "BIENBAN_DEBUG",
        "BIENBAN_CHROMIUM",
    }
)


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """Where the library lives and which model embeds it.

    Raises `InvalidSetting` on a value that can't be used. Makes no folder.
    """

    home: Path  # the library's folder: truth, sources, indexes
    cache: Path  # things that can be made again: the embedded model's graph
    embedding: str | None = None  # None: the embedded model; else a folder or hub name
    weights: Path | None = None  # the embedded model's weights file, where no package holds it

    def __post_init__(self) -> None:
        for key, folder in (("BIENBAN_HOME", self.home), ("cache", self.cache)):
            if folder.exists() and not folder.is_dir():
                raise InvalidSetting(
                    f"{key} trỏ tới {folder}, không phải là thư mục; hãy chọn một thư mục khác."
                )
        if self.embedding is not None and not self.embedding.strip():
            raise InvalidSetting(
                "BIENBAN_EMBEDDING để trống; hãy ghi tên mô hình hoặc bỏ biến này."
            )
        if self.weights is not None and not self.weights.is_file():
            raise InvalidSetting(
                f"BIENBAN_WEIGHTS trỏ tới {self.weights}, không có tệp đó; hãy sửa đường dẫn."
            )


def from_environment(
    library: Path | None = None, environment: Mapping[str, str] | None = None
) -> LibrarySettings:
    """Settings from `BIENBAN_*`; `library` (the command line's option) wins over BIENBAN_HOME.

    Raises `InvalidSetting` naming the key, also for an unknown `BIENBAN_*` key.
    """
    values = os.environ if environment is None else environment
    for key in sorted(values):
        if key.upper().startswith("BIENBAN_") and key.upper() not in KNOWN_KEYS:
            known = ", ".join(sorted(KNOWN_KEYS))
            raise InvalidSetting(f"Không có thiết lập {key}; các thiết lập dùng được là {known}.")
    home = library or _path(values.get("BIENBAN_HOME")) or _default_home()
    return LibrarySettings(
        home=home.expanduser().absolute(),
        cache=_default_cache(),
        embedding=values.get("BIENBAN_EMBEDDING") or None,
        weights=_path(values.get("BIENBAN_WEIGHTS")),
    )


def _path(value: str | None) -> Path | None:
    return Path(value).expanduser().absolute() if value else None


def _default_home() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("bienban", appauthor=False))


def _default_cache() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("bienban", appauthor=False))
