"""Questions with known answers: one JSON object a line.

`id`, `question`, `type` and `must_include` are required; `lang`, `history`, `must_not_include`,
`cite_groups` (or `doc`, the one record to cite), `evidence` (words of the record) and
`answerable` are optional. A file's fingerprint is that of its bytes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

UNANSWERABLE = "unanswerable"
FOLLOWUP = "followup"


class BadQuestions(ValueError):
    """A file of questions can't be read; the message names the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `must_include[i]` lists strings of which one suffices."""

    id: str
    text: str
    type: str
    must_include: tuple[tuple[str, ...], ...]
    must_not_include: tuple[str, ...] = ()
    cite_groups: tuple[tuple[str, ...], ...] = ()
    answerable: bool = True
    language: str = "vi"
    history: tuple[str, ...] = ()
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A file's questions; `fingerprint` is the SHA-256 of its bytes."""

    path: Path
    fingerprint: str
    questions: tuple[Question, ...]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"


def read_questions(path: Path) -> QuestionSet:
    """Raises `BadQuestions`."""
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise BadQuestions(f"Không đọc được tệp câu hỏi {path} ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise BadQuestions(f"Tệp câu hỏi {path} không phải là văn bản UTF-8.") from error
    questions = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                questions.append(_question(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise BadQuestions(f"Tệp câu hỏi {path}, dòng {number}: {error}.") from error
    if not questions:
        raise BadQuestions(f"Tệp câu hỏi {path} không có câu hỏi nào.")
    return QuestionSet(path, hashlib.sha256(data).hexdigest(), tuple(questions))


def _question(row: object) -> Question:
    if not isinstance(row, dict):
        raise TypeError("không phải là đối tượng JSON")
    groups = row.get("cite_groups") or ([[row["doc"]]] if row.get("doc") else [])
    return Question(
        id=str(row["id"]),
        text=str(row["question"]),
        type=str(row["type"]),
        must_include=tuple(
            tuple(want) if isinstance(want, list) else (want,) for want in row["must_include"]
        ),
        must_not_include=tuple(row.get("must_not_include") or ()),
        cite_groups=tuple(tuple(group) for group in groups),
        answerable=bool(row.get("answerable", row["type"] != UNANSWERABLE)),
        language=str(row.get("lang", "vi")),
        history=tuple(row.get("history") or ()),
        evidence=row.get("evidence"),
    )
