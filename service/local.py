"""The service over a library that this process owns."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.normalize import fold
from index.ingest import FileResult, Progress
from index.library import Library
from index.store import RecordInfo
from service.contract import (
    AnswerMessage,
    CitationMessage,
    DoctorMessage,
    FigureMessage,
    FileMessage,
    FindingMessage,
    NoSuchRecord,
    ProgressMessage,
    RecordMessage,
    RecordTextMessage,
)
from service.figures import choose_figures


class LocalService:
    """Answers from the open `library`; safe to use from several threads, as that is."""

    def __init__(self, library: Library, assistant: Assistant) -> None:
        self._library = library
        self._assistant = assistant

    def ask(self, question: str, history: Sequence[str] = ()) -> AnswerMessage:
        started = time.perf_counter()
        answer = self._assistant.ask(question, tuple(history))
        return answer_message(answer, time.perf_counter() - started)

    def records(self) -> list[RecordMessage]:
        return [record_message(info) for info in self._library.records()]

    def show(self, name: str) -> RecordTextMessage:
        info = self._find(name)
        record = self._library.record(info.id)
        if record is None:
            raise NoSuchRecord(f"Hồ sơ {info.source} vừa bị gỡ.")
        return RecordTextMessage(
            record=record_message(info),
            provenance=dict(record.provenance),
            text=record.document.text,
        )

    def add(self, paths: Sequence[Path]) -> Iterator[ProgressMessage]:
        """Adds in a thread of its own: what was begun is finished even if nobody listens."""
        told: queue.SimpleQueue[ProgressMessage | BaseException | None] = queue.SimpleQueue()
        stopped = threading.Event()

        def work() -> None:
            try:
                self._library.add(
                    paths,
                    lambda progress: told.put(progress_message(progress)),
                    cancelled=stopped.is_set,
                )
                told.put(None)
            except BaseException as error:  # handed to the listener, who raises it
                told.put(error)

        worker = threading.Thread(target=work, name="bienban-add")
        worker.start()
        try:
            while (message := _next(told)) is not None:
                if isinstance(message, BaseException):
                    raise message
                yield message
        finally:
            stopped.set()  # after the file at hand, where the listener left early
            worker.join()

    def remove(self, name: str) -> RecordMessage:
        info = self._find(name)
        self._library.remove(info.id)
        return record_message(info)

    def figures(
        self, indicator: str = "", place: str = "", year: int | None = None, kind: str = ""
    ) -> list[FigureMessage]:
        return choose_figures(self._library, indicator, place, year, kind)

    def doctor(self) -> DoctorMessage:
        """Also asks the index once, which starts the model; raises `EmbeddingError`."""
        self._library.search("chỉ tiêu", 1)
        report = self._library.doctor()
        return DoctorMessage(
            ok=report.ok,
            home=str(self._library.settings.home),
            model=self._library.settings.embedding or "multilingual-e5-small (kèm chương trình)",
            counts=report.counts,
            hashes=report.hashes,
            findings=[
                FindingMessage(severity=finding.severity, sentence=finding.sentence)
                for finding in report.findings
            ],
        )

    def _find(self, name: str) -> RecordInfo:
        """The record with that id or exact file name, or the only one whose name contains it."""
        infos = self._library.records()
        wanted = fold(name.strip())
        tests: tuple[Callable[[RecordInfo], bool], ...] = (
            lambda info: info.id == wanted or info.source == name,
            lambda info: (
                bool(wanted) and (wanted in fold(info.source) or info.id.startswith(wanted))
            ),
        )
        for test in tests:
            found = [info for info in infos if test(info)]
            if len(found) == 1:
                return found[0]
            if found:
                shown = ", ".join(f"{info.id} ({info.source})" for info in found[:5])
                raise NoSuchRecord(
                    f"Có {len(found)} hồ sơ khớp với «{name}»; hãy dùng mã của một hồ sơ: {shown}."
                )
        raise NoSuchRecord(
            f"Không có hồ sơ nào khớp với «{name}»; hãy xem danh sách bằng lệnh bienban list."
        )


def answer_message(answer: Answer, seconds: float) -> AnswerMessage:
    return AnswerMessage(
        answer=answer.text,
        found=answer.found,
        language=answer.language,
        citations=[
            CitationMessage(
                record=citation.source,
                record_id=citation.record_id,
                title=citation.title,
                quote=citation.quote,
                start=citation.start,
                end=citation.end,
                page=citation.page,
            )
            for citation in answer.citations
        ],
        computed=list(answer.computed),
        understood=answer.understood,
        seconds=round(seconds, 4),
    )


def record_message(info: RecordInfo) -> RecordMessage:
    return RecordMessage(
        id=info.id,
        source=info.source,
        origin=info.origin,
        title=info.title,
        date=info.date.isoformat() if info.date else None,
        body=info.body,
        place=info.place,
        kind=info.kind,
        sample=info.sample,
        added=info.added,
        passages=info.passages,
        figures=info.figures,
    )


def progress_message(progress: Progress) -> ProgressMessage:
    return ProgressMessage(
        done=progress.done,
        total=progress.total,
        name=progress.name,
        result=_file_message(progress.result) if progress.result else None,
    )


def _file_message(result: FileResult) -> FileMessage:
    return FileMessage(path=result.path, status=result.status, sentence=result.sentence)


def _next(
    told: queue.SimpleQueue[ProgressMessage | BaseException | None],
) -> ProgressMessage | BaseException | None:
    """What is told next; waits in short turns, since on Windows a long wait is deaf to Ctrl-C."""
    while True:
        try:
            return told.get(timeout=0.5)
        except queue.Empty:
            continue
