"""A service that answers from what it is given and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from service.contract import (
    AnswerMessage,
    CitationMessage,
    DoctorMessage,
    FigureMessage,
    NoSuchRecord,
    ProgressMessage,
    RecordMessage,
    RecordTextMessage,
    ServiceError,
)


def answer(text: str = "Thu 12 tỷ đồng [1].", computed: Sequence[str] = ()) -> AnswerMessage:
    citation = CitationMessage(
        record="suoi-ngan.txt",
        record_id="0123456789ab",
        title="Báo cáo xã Suối Ngàn",
        quote="thu ngân sách đạt 12 tỷ đồng",
        start=10,
        end=38,
        page=2,
    )
    return AnswerMessage(
        answer=text,
        found=True,
        language="vi",
        citations=[citation],
        computed=list(computed),
        understood="",
        seconds=0.01,
    )


class ScriptedService:
    """Gives `answer` to every question but those containing "hỏng", which fail."""

    def __init__(self, given: AnswerMessage) -> None:
        self.given = given
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, history: Sequence[str] = ()) -> AnswerMessage:
        self.asked.append((question, tuple(history)))
        if "hỏng" in question:
            raise ServiceError("Không trả lời được câu này.")
        return self.given

    def records(self) -> list[RecordMessage]:
        return []

    def show(self, name: str) -> RecordTextMessage:
        raise NoSuchRecord("Không có hồ sơ.")

    def add(self, paths: Sequence[Path]) -> Iterator[ProgressMessage]:
        return iter(())

    def remove(self, name: str) -> RecordMessage:
        raise NoSuchRecord("Không có hồ sơ.")

    def figures(
        self, indicator: str = "", place: str = "", year: int | None = None, kind: str = ""
    ) -> list[FigureMessage]:
        return []

    def doctor(self) -> DoctorMessage:
        return DoctorMessage(ok=True, home="", model="", counts={}, hashes={}, findings=[])
