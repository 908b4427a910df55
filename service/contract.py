"""What can be asked of an open library, as JSON: the same in this process and over loopback.

`service.local` does it on the library itself, `service.client` asks a running server, whose
routes (`service.routes`) hand over to `service.local`. Errors are `ServiceError`s.

    ServiceError
    ├── NoSuchRecord       no record, or several, answer to the name that was given
    └── ServerUnreachable  the server that owns the library does not answer
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, Protocol, TypedDict

# Of the routes below the address that a server announced in the library's lock file.
PREFIX = "/api/bienban"
TOKEN_HEADER = "X-BienBan-Token"


class ServiceError(Exception):
    """Something asked for can't be done; the message is one Vietnamese sentence."""


class NoSuchRecord(ServiceError):
    """No record, or more than one, has the id or the part of a file name that was given."""


class ServerUnreachable(ServiceError):
    """The process that owns the library does not answer as a server of ours."""


class CitationMessage(TypedDict):
    """A verbatim span of a record: characters `[start, end)` of its text."""

    record: str  # the source file's name
    record_id: str
    title: str
    quote: str
    start: int
    end: int
    page: int | None


class AnswerMessage(TypedDict):
    """`answer` is the direct answer alone; `seconds` is what making it took."""

    answer: str
    found: bool
    language: str
    citations: list[CitationMessage]
    computed: list[str]
    understood: str
    seconds: float


class RecordMessage(TypedDict):
    """A record without its text. `date` is ISO or None, `added` UTC ISO to the second."""

    id: str
    source: str
    origin: str
    title: str
    date: str | None
    body: str
    place: str
    kind: str
    sample: bool
    added: str
    passages: int
    figures: int


class RecordTextMessage(TypedDict):
    """A record with its text and, for each metadata field, where it was read."""

    record: RecordMessage
    provenance: dict[str, str]
    text: str


class FileMessage(TypedDict):
    """What became of one file."""

    path: str
    status: Literal["added", "unchanged", "replaced", "failed"]
    sentence: str


class ProgressMessage(TypedDict):
    """After each file: `done` of `total`, the next file's name, the last one's result."""

    done: int
    total: int
    name: str
    result: FileMessage | None


class FigureMessage(TypedDict):
    """One figure; `value` as printed, with its direction; `period` in words.

    `giver` is whose plan, `base` what a change is told against; "" where none was read.
    """

    indicator: str
    kind: str
    value: str
    period: str
    place: str
    giver: str
    base: str
    quote: str
    record: str
    record_id: str


class FindingMessage(TypedDict):
    severity: Literal["error", "notice"]
    sentence: str


class DoctorMessage(TypedDict):
    """The library's state; `model` names the embedding model and its revision."""

    ok: bool
    home: str
    model: str
    counts: dict[str, int]
    hashes: dict[str, str]
    findings: list[FindingMessage]


class Service(Protocol):
    """Every method raises `ServiceError`, or the library's own errors where it is local."""

    def ask(self, question: str, history: Sequence[str] = ()) -> AnswerMessage: ...

    def records(self) -> list[RecordMessage]: ...

    def show(self, name: str) -> RecordTextMessage:
        """The record with this id, or the one whose file name contains `name`."""
        ...

    def add(self, paths: Sequence[Path]) -> Iterator[ProgressMessage]:
        """Add files and folders (absolute paths); yields before the first and after each."""
        ...

    def remove(self, name: str) -> RecordMessage:
        """Take out the record that `show` would show; it stays restorable."""
        ...

    def figures(
        self, indicator: str = "", place: str = "", year: int | None = None, kind: str = ""
    ) -> list[FigureMessage]:
        """Figures that meet every given condition, in order of record and text."""
        ...

    def doctor(self) -> DoctorMessage: ...
