"""Staff's verdicts on answers: kept with the library, exported as questions for `bienban eval`."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pages.conversation import Turn

Verdict = Literal["right", "wrong"]
_MOST = 2000  # characters of a comment


@dataclass(frozen=True)
class Feedback:
    """One JSON line a verdict, in `feedback.jsonl` of the library's folder."""

    folder: Path
    _writing: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def file(self) -> Path:
        return self.folder / "feedback.jsonl"

    def keep(self, turn: Turn, history: list[str], verdict: Verdict, comment: str = "") -> None:
        """`history` holds the questions that this one was asked after."""
        answer = turn.answer
        line = {
            "at": datetime.now().astimezone().isoformat(timespec="seconds"),
            "verdict": verdict,
            "comment": comment.strip()[:_MOST],
            "question": turn.question,
            "history": [] if turn.alone else history,
            "filters": answer.filter_note,
            "answer": answer.text,
            "found": answer.found,
            "citations": [
                {"record": c.source, "quote": c.quote, "start": c.start, "end": c.end}
                for c in answer.citations
            ],
        }
        with self._writing, self.file.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line, ensure_ascii=False) + "\n")

    def count(self) -> int:
        return len(self._lines())

    def export(self) -> bytes:
        """Questions as JSON lines: "id", "question", "history", the verdict and what was given.

        "filters" says what the page was filtered by: `bienban eval` asks without.

        A person fills in what is right where the verdict is "wrong"; the comment says why.
        """
        out = []
        for number, line in enumerate(self._lines(), 1):
            question = {
                "id": f"phan-hoi-{number}",
                "question": line["question"],
                "history": line["history"],
                "filters": line.get("filters", ""),
                "verdict": line["verdict"],
                "comment": line["comment"],
                "given": line["answer"],
                "evidence": [
                    {"record": c["record"], "quote": c["quote"]} for c in line["citations"]
                ],
            }
            out.append(json.dumps(question, ensure_ascii=False) + "\n")
        return "".join(out).encode()

    def _lines(self) -> list[dict[str, Any]]:
        try:
            text = self.file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        found = []
        for line in text.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                continue  # half a line: the machine went off while it was written
        return found
