"""`serve`: the pages in the browser."""

from __future__ import annotations

import ipaddress
import os
import socket
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cli.reaching import settings


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen and for whom; `users` is the file of users, None for everyone.

    Raises `InvalidSetting` for a port that there isn't, and for an address that other machines
    reach while everyone may come in.
    """

    host: str = "127.0.0.1"
    port: int = 7860
    users: Path | None = None

    def __post_init__(self) -> None:
        from index.errors import InvalidSetting

        if self.users is None and not _is_loopback(self.host):
            raise InvalidSetting(
                f"Chưa có tệp người dùng nên không mở tại {self.host} cho máy khác vào; hãy đặt "
                "BIENBAN_AUTH trỏ tới tệp người dùng (xem bienban user --help) hoặc bỏ --host."
            )
        if not 0 < self.port < 65536:
            raise InvalidSetting(
                f"Cổng {self.port} không dùng được; hãy chọn một số từ 1 đến 65535."
            )


def address(
    host: str | None, port: int | None, environment: Mapping[str, str] | None = None
) -> Address:
    """Options win over BIENBAN_HOST and BIENBAN_PORT; BIENBAN_AUTH names the users' file.

    Raises `InvalidSetting`.
    """
    values = os.environ if environment is None else environment
    named = values.get("BIENBAN_PORT", "").strip()
    if port is None and named:
        try:
            port = int(named)
        except ValueError:
            from index.errors import InvalidSetting

            raise InvalidSetting(
                f"BIENBAN_PORT là «{named}», không phải là số; hãy sửa biến này."
            ) from None
    standard = Address()
    users = values.get("BIENBAN_AUTH", "").strip()
    return Address(
        host or values.get("BIENBAN_HOST", "").strip() or standard.host,
        standard.port if port is None else port,
        Path(users).expanduser().absolute() if users else None,
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(options: Namespace) -> int:
    where = address(options.host, options.port)
    library_settings = settings(options)
    _require_free(where)
    from service.users import Users

    users = Users(where.users) if where.users else None
    from app import serve as serve_pages

    serve_pages(library_settings, where.host, where.port, options.mcp, users)
    return 0


def _require_free(where: Address) -> None:
    """Raises `InvalidSetting` where the address can't be listened on: found out before loading."""
    from index.errors import InvalidSetting

    try:
        family, kind, _, _, name = socket.getaddrinfo(
            where.host, where.port, type=socket.SOCK_STREAM
        )[0]
    except OSError as error:
        raise InvalidSetting(
            f"Không có địa chỉ {where.host} trên máy này; hãy chọn --host khác."
        ) from error
    with socket.socket(family, kind) as listener:
        if os.name != "nt":  # there it means to share the port with whoever has it
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(name)
        except OSError as error:
            raise InvalidSetting(
                f"Không mở được cổng {where.port} tại {where.host} (có thể chương trình khác đang "
                "dùng); hãy chọn cổng khác bằng --port."
            ) from error
