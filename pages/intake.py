"""Adding uploaded files: what is waiting, being read, added or refused, file by file."""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryError
from index.ingest import FileResult, Progress
from index.library import Library
from pages.markup import attributes, button, escape
from pages.text import Texts
from pages.wording import whole

_log = logging.getLogger(__name__)

LARGEST = 100 * 1024 * 1024  # bytes of one file; corpus.reading refuses larger texts on its own
MOST_FILES = 500  # at once through the page; the command line takes folders of any size
_SHOWN = 60  # lines of the list; failed ones are always shown
_BEAT = 0.15  # seconds between two pictures of the progress


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as the browser sent it; `problem` where it didn't arrive."""

    name: str
    path: Path | None
    problem: str = ""  # "large", "empty", "lost" or ""


def uploads_of(value: object, folder: Path) -> list[Upload]:
    """What the page announced; a path outside `folder` (where uploads land) isn't taken."""
    found: list[tuple[str, str, Path | None, str]] = []
    for item in value if isinstance(value, list) else []:
        if not isinstance(item, dict) or not str(item.get("name", "")).strip():
            continue
        name = Path(str(item["name"]).replace("\\", "/")).name
        path = Path(str(item["path"])) if item.get("path") else None
        problem = str(item.get("problem", ""))
        if path is not None and not _is_within(path, folder):
            path = None
        found.append((name, str(item.get("folder", "")), path, problem if path is None else ""))
    names = [name for name, *_ in found]
    return [
        # Two files of one name in different folders are two records.
        Upload(f"{inside}/{name}" if names.count(name) > 1 and inside else name, path, problem)
        for name, inside, path, problem in found[:MOST_FILES]
    ]


def _is_within(path: Path, folder: Path) -> bool:
    resolved = path.resolve()
    return resolved.is_relative_to(folder.resolve()) and resolved.is_file()


@dataclass(frozen=True, slots=True)
class Intake:
    """How far an upload has come."""

    uploads: tuple[Upload, ...]
    results: Mapping[Path, FileResult]
    reading: str = ""
    stopped: bool = False
    finished: bool = False

    @property
    def done(self) -> int:
        return len(self.results)

    @property
    def unread(self) -> tuple[Upload, ...]:
        """What can be tried again: files that arrived and failed or weren't reached."""
        return tuple(
            upload
            for upload in self.uploads
            if upload.path is not None
            and (upload.path not in self.results or self.results[upload.path].status == "failed")
        )


def add_uploads(
    library: Library, uploads: Sequence[Upload], stop: threading.Event, t: Texts
) -> Iterator[Intake]:
    """Add the files that arrived, telling how far it is.

    The temporary copies of those that went in are deleted; see `Intake.unread` for the others.
    """
    names = {upload.path: upload.name for upload in uploads if upload.path is not None}
    told: queue.Queue[Progress | None] = queue.Queue()
    trouble: list[str] = []

    def work() -> None:
        try:
            library.add(list(names), told.put, names=names, cancelled=stop.is_set)
        except LibraryError as error:
            trouble.append(str(error))
        except Exception:
            _log.exception("adding uploads")
            trouble.append(t.add_failed)
        finally:
            told.put(None)

    results: dict[Path, FileResult] = {}
    by_name = {name: path for path, name in names.items()}
    uploads = tuple(uploads)
    yield Intake(uploads, {})
    threading.Thread(target=work, name="adding uploads", daemon=True).start()
    shown = 0.0
    while (progress := told.get()) is not None:
        if progress.result is not None and progress.result.path in by_name:
            results[by_name[progress.result.path]] = progress.result
        reading = names.get(_named(progress.name, names), progress.name)
        if time.monotonic() - shown >= _BEAT:
            shown = time.monotonic()
            yield Intake(uploads, dict(results), reading)
    if trouble:
        for path, name in names.items():
            results.setdefault(path, FileResult(name, "failed", trouble[0]))
    last = Intake(uploads, results, stopped=stop.is_set(), finished=True)
    discard([upload for upload in uploads if upload not in last.unread])
    yield last


def discard(uploads: Iterable[Upload]) -> None:
    """Delete the temporary copies."""
    for upload in uploads:
        if upload.path is not None:
            with contextlib.suppress(OSError):
                upload.path.unlink()


def _named(file_name: str, names: Mapping[Path, str]) -> Path:
    return next((path for path in names if path.name == file_name), Path(file_name))


def intake_html(intake: Intake, t: Texts) -> str:
    """Progress, a stop button, and one line a file: failed ones first."""
    total = sum(1 for upload in intake.uploads if upload.path is not None)
    lines: list[tuple[int, str]] = []
    counts = dict.fromkeys(("added", "replaced", "unchanged", "failed", "waiting"), 0)
    for upload in intake.uploads:
        result = intake.results.get(upload.path) if upload.path is not None else None
        if upload.path is None:
            sentence = t.upload_problems.get(upload.problem, t.upload_problems["lost"])
            status, sentence = "failed", sentence.format(name=upload.name)
        elif result is not None:
            status, sentence = result.status, result.sentence
        elif intake.finished:
            status, sentence = "waiting", t.upload_not_read.format(name=upload.name)
        elif upload.name == intake.reading:
            status, sentence = "reading", t.upload_reading.format(name=upload.name)
        else:
            status, sentence = "waiting", t.upload_waiting.format(name=upload.name)
        counts[status if status in counts else "waiting"] += 1
        order = {"failed": 0, "reading": 1}.get(status, 2)
        mark = t.upload_marks[status]
        lines.append(
            (
                order,
                f'<li class="{status}"><b>{escape(mark)}</b> <span>{escape(sentence)}</span></li>',
            )
        )
    lines.sort(key=lambda line: line[0])
    kept = [html for order, html in lines if order == 0]
    kept += [html for order, html in lines if order][: max(0, _SHOWN - len(kept))]
    more = len(lines) - len(kept)
    listed = "".join(kept) + (
        f"<li>{escape(t.upload_more.format(number=whole(more, t)))}</li>" if more else ""
    )
    return f'<div class="bb-intake">{_top(intake, total, counts, t)}<ul>{listed}</ul></div>'


def _top(intake: Intake, total: int, counts: Mapping[str, int], t: Texts) -> str:
    if not intake.finished:
        said = t.upload_progress.format(done=whole(intake.done, t), total=whole(total, t))
        extra = attributes(max=max(total, 1), value=intake.done, aria_label=said)
        bar = f"<progress{extra}></progress>"
        return (
            f'<div class="bb-intake-top"><span role="status">{escape(said)}</span>{bar}'
            f"{button(t.stop, 'stop')}</div>"
        )
    parts = [
        t.upload_counts[status].format(number=whole(number, t))
        for status, number in counts.items()
        if number
    ]
    said = (t.upload_stopped if intake.stopped else t.upload_done).format(counts=", ".join(parts))
    again = button(t.retry, "retry", style="solid") if intake.unread else ""
    return (
        f'<div class="bb-intake-top"><span role="status">{escape(said)}</span>'
        f'<span class="bb-actions">{again}{button(t.hide, "hide")}</span></div>'
    )
