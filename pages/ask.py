"""Hỏi đáp: the conversation, and beside it the passages that the answer stands on."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.document import Span
from index.errors import LibraryError
from index.library import Library
from pages.answer_view import failed_html, sources_html, turn_html, waiting_html
from pages.conversation import Conversation, Turn, from_stored, to_stored
from pages.feedback import Feedback
from pages.markup import button, escape
from pages.part import part
from pages.reader import reader_html
from pages.text import Texts

_log = logging.getLogger(__name__)

AT_ONCE = 16  # questions answered at the same time; more wait in the queue
_EXAMPLES = 6
_LONGEST = 1000  # characters of a question
# A finished answer appears in a few steps, each of which costs the server some 10 ms: at most so
# many, of at least so many characters, so many seconds apart.
_GLANCE = 0.05  # seconds between two looks at whether to stop
_PIECES, _PIECE, _PAUSE = 5, 40, 0.015


class AskPage:
    """What the page does, without Gradio: each method gives the parts' new HTML."""

    def __init__(self, library: Library, assistant: Assistant, t: Texts) -> None:
        self.library = library
        self.assistant = assistant
        self.t = t
        self.feedback = Feedback(library.settings.home)
        self._answering: dict[str, threading.Event] = {}  # session -> how to stop its answer
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="answering")

    def welcome(self) -> str:
        """Before the first question: examples that this library can answer."""
        t = self.t
        if not self.library.records():
            go = button(t.go_to_records, "records", style="solid")
            return (
                f'<div class="bb-welcome"><h2>{escape(t.welcome)}</h2>'
                f"<p>{escape(t.welcome_empty)}</p><p>{go}</p></div>"
            )
        try:
            examples = self.assistant.examples(_EXAMPLES)
        except Exception:  # examples are an extra: the page must come up without them
            _log.exception("examples")
            examples = []
        chips = "".join(
            button(example, "ask", style="chip", data_question=example) for example in examples
        )
        listed = f'<div class="bb-suggestions">{chips}</div>' if chips else ""
        return (
            f'<div class="bb-welcome"><h2>{escape(t.welcome)}</h2>'
            f"<p>{escape(t.welcome_text)}</p>{listed}</div>"
        )

    def past(self, conversation: Conversation) -> str:
        """All turns but the last."""
        turns = conversation.turns[:-1]
        return "".join(turn_html(turn, i, self.t, last=False) for i, turn in enumerate(turns))

    def current(self, conversation: Conversation) -> str:
        """The last turn, or the welcome."""
        if not conversation.turns:
            return self.welcome()
        last = len(conversation.turns) - 1
        return turn_html(conversation.turns[last], last, self.t, last=True)

    def sources(self, conversation: Conversation, turn: int = -1) -> str:
        if not conversation.turns:
            return sources_html(None, 0, self.library, self.t)
        turn = turn % len(conversation.turns)
        return sources_html(conversation.turns[turn].answer, turn, self.library, self.t)

    def shown(self, conversation: Conversation) -> tuple[str, str, str]:
        """(past, current, sources) of a conversation at rest."""
        return self.past(conversation), self.current(conversation), self.sources(conversation)

    def ask(
        self, question: str, before: Conversation, *, alone: bool = False, session: str = ""
    ) -> Iterator[tuple[str, str, str, Conversation]]:
        """(past, current, sources, conversation) at each step of answering.

        `stop` of the same session ends it with the conversation as it was.
        """
        question = " ".join(question.split())[:_LONGEST]
        if not question:
            yield *self.shown(before), before
            return
        number = len(before.turns)
        past = "".join(turn_html(x, i, self.t, last=False) for i, x in enumerate(before.turns))
        yield past, waiting_html(question, number, self.t), self.sources(before), before
        stop = self._answering[session] = threading.Event()
        try:
            # in a thread of its own: a person who stops does not wait for the end
            asked = self._threads.submit(
                self.assistant.ask, question, [] if alone else before.questions
            )
            answer = _unless(stop, asked)
            if answer is None:
                yield past, failed_html(question, number, self.t.ask_stopped, self.t), "", before
                return
            turn = Turn(question, answer, alone=alone)
            after = before.with_turn(turn)
            sources = self.sources(after)
        except LibraryError as error:
            yield past, failed_html(question, number, str(error), self.t), "", before
            return
        except Exception:
            _log.exception("asking %r", question)
            yield past, failed_html(question, number, self.t.ask_failed, self.t), "", before
            return
        finally:
            if self._answering.get(session) is stop:
                self._answering.pop(session, None)
        step = max(_PIECE, len(answer.text) // _PIECES)
        for length in range(step, len(answer.text), step):
            yield past, turn_html(turn, number, self.t, shown=length, last=True), sources, before
            time.sleep(_PAUSE)
        yield past, turn_html(turn, number, self.t, last=True), sources, after

    def stop(self, session: str) -> None:
        """Stop the session's answer, where one is being made."""
        if session in self._answering:
            self._answering[session].set()

    def open_citation(self, conversation: Conversation, turn: int, number: int) -> str:
        """The reader at a citation; "" where there is no such citation."""
        if not 0 <= turn < len(conversation.turns):
            return ""
        citations = conversation.turns[turn].answer.citations
        if not 1 <= number <= len(citations):
            return ""
        cited = citations[number - 1]
        return reader_html(self.library, cited.record_id, Span(cited.start, cited.end), self.t)

    def rate(
        self, conversation: Conversation, index: int, verdict: str, comment: str
    ) -> Conversation:
        if verdict not in ("right", "wrong") or not 0 <= index < len(conversation.turns):
            return conversation
        turn, before = conversation.turns[index], conversation.questions[:index]
        self.feedback.keep(turn, before, "right" if verdict == "right" else "wrong", comment)
        return conversation.rated(index, verdict)


def build_ask(page: AskPage, reader: gr.HTML, tabs: gr.Tabs, records_tab: str) -> AskParts:
    """Lay the page out inside the open Blocks and wire it."""
    t = page.t
    state = gr.State(Conversation())
    kept = gr.BrowserState([], storage_key=f"bienban-conversation-{t.language}", secret="bienban")
    with gr.Row(elem_classes="bb-ask", equal_height=False):
        with gr.Column(scale=7, min_width=320, elem_classes="bb-talk"):
            with gr.Column(elem_classes="bb-thread"):
                past = part("", "past")
                current = part(page.welcome(), "current")
            with gr.Column(elem_classes="bb-composer"):
                question = gr.Textbox(
                    placeholder=t.ask_placeholder,
                    label=t.ask_label,
                    show_label=False,
                    lines=1,
                    max_lines=6,
                    max_length=_LONGEST,
                    submit_btn=True,
                    autofocus=True,
                    elem_id="question",
                    container=False,
                )
                foot = part(
                    f'<div class="bb-composer-foot"><span>{escape(t.ask_hint)}</span>'
                    f"{button(t.new_conversation, 'new', style='link')}</div>",
                    "composer-foot",
                )
        with gr.Column(scale=5, min_width=320, elem_classes="bb-sources"):
            sources = part(page.sources(Conversation()), "sources")
    outputs = [past, current, sources, state, kept]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def answer(
        asked: str, before: Conversation, request: gr.Request, alone: bool = False
    ) -> Iterator[tuple[Any, ...]]:
        # Whole values, never gr.skip(): that makes Gradio build the component anew, some 3 ms each.
        session = str(request.session_hash)
        for *parts, after in page.ask(asked, before, alone=alone, session=session):
            yield *parts, after, to_stored(after)

    def act(
        before: Conversation, request: gr.Request, event: gr.EventData
    ) -> Iterator[tuple[Any, ...]]:
        """(*outputs, question, reader, tabs)"""
        data = event._data or {}
        do, turn = str(data.get("do")), _whole(data.get("turn"))
        same = gr.skip()
        idle: tuple[Any, ...] = (same,) * 5
        if do == "ask":
            for row in answer(str(data.get("question", "")), before, request):
                yield *row, same, same, same
        elif do == "alone" and before.turns:
            for row in answer(
                before.turns[-1].question, before.without_last(), request, alone=True
            ):
                yield *row, same, same, same
        elif do == "stop":
            page.stop(str(request.session_hash))
            yield *idle, same, same, same
        elif do == "edit":
            yield *idle, str(data.get("question", "")), same, same
        elif do == "new":
            fresh = Conversation()
            yield *page.shown(fresh), fresh, [], "", same, same
        elif do == "cite":
            panel = page.sources(before, turn) if 0 <= turn < len(before.turns) else same
            opened = page.open_citation(before, turn, _whole(data.get("n")))
            yield same, same, panel, same, same, same, opened, same
        elif do in ("right", "wrong"):
            form = data.get("form") or {}
            after = page.rate(before, turn, do, str(form.get("comment", "")))
            now = page.shown(after)
            yield *now[:2], same, after, to_stored(after), same, same, same
        elif do == "records":
            yield *idle, same, same, gr.Tabs(selected=records_tab)
        else:
            yield *idle, same, same, same

    def restore(stored: object) -> tuple[Any, ...]:
        found = from_stored(stored)
        return *page.shown(found), found

    question.submit(
        answer,
        [question, state],
        outputs,
        concurrency_limit=AT_ONCE,
        concurrency_id="ask",
        **private,
    )
    # Emptied in the browser, after the event above has taken the question along.
    question.submit(None, None, [question], js="() => ''", **private)
    for source in (past, current, sources, foot):
        source.click(
            act,
            [state],
            [*outputs, question, reader, tabs],
            concurrency_limit=AT_ONCE,
            concurrency_id="ask",
            trigger_mode="multiple",  # "stop" while an answer is being made
            **private,
        )
    return AskParts(state, kept, restore, [past, current, sources, state], [past, current])


class AskParts:
    """What the composition root needs to bring a kept conversation back."""

    def __init__(
        self, state: Any, kept: Any, restore: Any, outputs: list[Any], thread: list[gr.HTML]
    ) -> None:
        self.state = state
        self.thread = thread  # the parts that show answers
        self.kept = kept
        self.restore = restore
        self.outputs = outputs


def _unless(stop: threading.Event, asked: Future[Answer]) -> Answer | None:
    """The answer, None when stopped before it was there."""
    while not stop.is_set():
        try:
            return asked.result(_GLANCE)
        except NotYet:
            if asked.done():
                raise
    asked.cancel()
    return None


def _whole(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return -1
