"""`ask`: one question for people, `--jsonl` for programs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.console import complain, say, wrapped
from cli.reaching import reached

if TYPE_CHECKING:
    from service.contract import AnswerMessage, Service


def ask(options: Namespace) -> int:
    if options.jsonl == (options.question is not None):
        complain('Lệnh chưa đúng: hãy ghi câu hỏi trong dấu "…", hoặc dùng --jsonl.')
        return 2
    with reached(options) as service:
        if options.jsonl:
            for line in answers(service, sys.stdin):
                say(line)
            return 0
        if not options.question.strip():
            complain("Câu hỏi để trống; hãy ghi câu hỏi trong dấu ngoặc kép.")
            return 2
        answer = service.ask(options.question)
        say(pretty(answer))
        if not answer["found"] and not service.records():
            complain("Kho hồ sơ còn trống; hãy thêm hồ sơ bằng lệnh bienban add.")
    return 0


def pretty(answer: AnswerMessage) -> str:
    """The answer, then what proves it, numbered as in the answer's marks."""
    parts = [f"({answer['understood']})"] if answer["understood"] else []
    parts.append(wrapped(answer["answer"]))
    for number, citation in enumerate(answer["citations"], 1):
        page = f", trang {citation['page']}" if citation["page"] else ""
        parts.append(
            f"\n[{number}] {citation['title']} ({citation['record']}{page})\n"
            + wrapped(f"“{citation['quote']}”", "    ")
        )
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the input."""

    id: Any
    question: str
    history: tuple[str, ...] = ()


def answers(service: Service, lines: Iterable[str]) -> Iterator[str]:
    """One line of JSON for each line of input, in order; a bad line's says what is wrong."""
    for line in lines:
        if not line.strip():
            continue
        asked = read_question(line)
        reply = _reply(service, asked) if isinstance(asked, Asked) else asked
        yield json.dumps(reply, ensure_ascii=False)


def read_question(line: str) -> Asked | dict[str, Any]:
    """The question of an input line, or the reply that says why there is none."""
    try:
        found = json.loads(line)
    except ValueError:
        return _refusal(None, "Dòng này không phải JSON.")
    if not isinstance(found, dict):
        return _refusal(None, 'Dòng này không phải là đối tượng {"id", "question"}.')
    question, history = found.get("question"), found.get("history")
    if not isinstance(question, str) or not question.strip():
        return _refusal(found.get("id"), "Thiếu câu hỏi (question).")
    if history is None:
        history = []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        return _refusal(found.get("id"), "Lịch sử (history) phải là danh sách câu hỏi.")
    return Asked(found.get("id"), question, tuple(history))


def _reply(service: Service, asked: Asked) -> dict[str, Any]:
    from index.errors import LibraryError
    from service.contract import ServerUnreachable, ServiceError

    try:
        answer = service.ask(asked.question, asked.history)
    except ServerUnreachable:
        raise
    except (ServiceError, LibraryError) as error:
        return _refusal(asked.id, str(error))
    return {"id": asked.id, **reply_fields(answer)}


def reply_fields(answer: AnswerMessage) -> dict[str, Any]:
    """The fields that `--jsonl` promises; `computed` only where something was derived."""
    fields: dict[str, Any] = {
        "answer": answer["answer"],
        "found": answer["found"],
        "citations": [
            {name: value for name, value in citation.items() if name in _PROMISED}
            for citation in answer["citations"]
        ],
    }
    if answer["computed"]:
        fields["computed"] = list(answer["computed"])
    fields["seconds"] = answer["seconds"]
    return fields


_PROMISED = frozenset({"record", "title", "quote", "start", "end"})


def _refusal(question_id: Any, sentence: str) -> dict[str, Any]:
    return {"id": question_id, "error": sentence}
