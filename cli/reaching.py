"""Reach the library: open it, or go through the server that owns it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library
    from index.settings import LibrarySettings
    from service.contract import Service


def settings(options: Namespace) -> LibrarySettings:
    from index.settings import from_environment

    return from_environment(options.library)


def opened(options: Namespace, *, rebuilding: bool = False) -> Library:
    """The library in this process; raises `LibraryBusy` where another one has it."""
    from service.opening import open_library

    return open_library(settings(options), f"bienban {options.command}", rebuilding=rebuilding)


@contextmanager
def reached(options: Namespace) -> Iterator[Service]:
    """The library's service, whoever owns it.

    Raises `LibraryBusy` where the owner serves nothing or does not answer.
    """
    from index.errors import LibraryBusy

    try:
        library = opened(options)
    except LibraryBusy as error:
        busy = error
    else:
        with library:
            from assistant.assistant import Assistant
            from service.local import LocalService

            yield LocalService(library, Assistant(library))
        return

    from service.client import RemoteService
    from service.contract import ServerUnreachable
    from service.token import read_token

    token = read_token(settings(options).home)
    if busy.holder is None or not busy.holder.url or token is None:
        raise busy
    try:
        yield RemoteService(busy.holder.url, token)
    except ServerUnreachable as error:
        raise busy from error
