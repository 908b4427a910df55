"""Hỏi đáp: the conversation, and beside it the passages that the answer stands on."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.filters import NO_FILTERS
from corpus.document import Span
from index.errors import LibraryError
from index.library import Library
from pages.access import user_of
from pages.answer_view import failed_html, sources_html, turn_html, waiting_html
from pages.arranging import Arranging
from pages.conversation import Conversation, Turn
from pages.conversations import new_visitor, owner_of
from pages.feedback import Feedback
from pages.markup import button, escape
from pages.part import part
from pages.reader import reader_html
from pages.text import Texts

_log = logging.getLogger(__name__)

AT_ONCE = 16  # questions answered at the same time; more wait in the queue
_EXAMPLES = 6
_LONGEST = 1000  # characters of a question
_NEW_PAGES = 512  # pages opened at about the same time, more than an office has
# A finished answer appears in a few steps, each of which costs the server some 10 ms: at most so
# many, of at least so many characters, so many seconds apart.
_GLANCE = 0.05  # seconds between two looks at whether to stop
_PIECES, _PIECE, _PAUSE = 5, 40, 0.015


# A name that nobody guesses, made in the browser before anything is asked (24 random bytes).
_NAME_VISITOR = """(known) => known || Array.from(
  crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, "0")
).join("")"""


class AskPage:
    """What the page does, without Gradio: each method gives the parts' new HTML."""

    def __init__(self, library: Library, assistant: Assistant, t: Texts) -> None:
        self.library = library
        self.assistant = assistant
        self.t = t
        self.feedback = Feedback(library.settings.home)
        self.arranging = Arranging(library, assistant, t)
        self._answering: dict[str, threading.Event] = {}  # session -> how to stop its answer
        self._asked_in: deque[str] = deque(maxlen=_NEW_PAGES)  # sessions, the newest last
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
        self,
        question: str,
        before: Conversation,
        *,
        alone: bool = False,
        session: str = "",
        owner: str = "",
    ) -> Iterator[tuple[str, str, str, Conversation]]:
        """(past, current, sources, conversation) at each step of answering.

        `stop` of the same session ends it with the conversation as it was; `owner`'s is kept.
        """
        question = " ".join(question.split())[:_LONGEST]
        if not question:
            yield *self.shown(before), before
            return
        if session not in self._asked_in:
            self._asked_in.append(session)
        number = len(before.turns)
        past = "".join(turn_html(x, i, self.t, last=False) for i, x in enumerate(before.turns))
        yield past, waiting_html(question, number, self.t), self.sources(before), before
        stop = self._answering[session] = threading.Event()
        try:
            # in a thread of its own: a person who stops does not wait for the end
            history = [] if alone else before.questions
            how = {"filters": before.filters} if before.filters else {}
            asked = self._threads.submit(self.assistant.ask, question, history, **how)
            answer = _unless(stop, asked)
            if answer is None:
                yield past, failed_html(question, number, self.t.ask_stopped, self.t), "", before
                return
            turn = Turn(question, answer, alone=alone)
            after = self.arranging.conversations.keep(owner, before.with_turn(turn))
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

    def bring_back(
        self, now: Conversation, session: str, find: Callable[[], Conversation]
    ) -> Conversation | None:
        """What a page that has just been opened goes on with; None: it stays as it is.

        A busy machine may come to this after the first question, or during it: the answer stays.
        """
        found = None if now.turns else find()
        return None if session in self._asked_in else found

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
        self,
        conversation: Conversation,
        index: int,
        verdict: str,
        comment: str,
        owner: str = "",
    ) -> Conversation:
        if verdict not in ("right", "wrong") or not 0 <= index < len(conversation.turns):
            return conversation
        turn, before = conversation.turns[index], conversation.questions[:index]
        self.feedback.keep(turn, before, "right" if verdict == "right" else "wrong", comment)
        return self.arranging.conversations.keep(owner, conversation.rated(index, verdict))


def build_ask(page: AskPage, reader: gr.HTML, tabs: gr.Tabs, records_tab: str) -> AskParts:
    """Lay the page out inside the open Blocks and wire it."""
    t, arranging = page.t, page.arranging
    state = gr.State(Conversation())
    # In the browser: which conversation is open, and the name that owns the visitor's.
    kept = gr.BrowserState("", storage_key=f"bienban-conversation-{t.language}", secret="bienban")
    visitor = gr.BrowserState("", storage_key="bienban-visitor", secret="bienban")
    with gr.Row(elem_classes="bb-ask", equal_height=False):
        with gr.Column(scale=7, min_width=320, elem_classes="bb-talk"):
            with gr.Column(elem_classes="bb-thread"):
                past = part("", "past")
                current = part(page.welcome(), "current")
            with gr.Column(elem_classes="bb-composer"):
                form = part("", "filter-form")
                bar = part(arranging.bar(Conversation()), "filters")
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
                foot = part(_foot(t), "composer-foot")
        with gr.Column(scale=5, min_width=320, elem_classes="bb-sources"):
            sources = part(page.sources(Conversation()), "sources")
    drawer = part("", "talks")
    outputs = [past, current, sources, bar, state, kept]
    inputs = [state, kept, visitor]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

    def answer(
        asked: str,
        now: Conversation,
        open_one: object,
        name: object,
        request: gr.Request,
        alone: bool = False,
    ) -> Iterator[tuple[Any, ...]]:
        # Whole values, never gr.skip(): that makes Gradio build the component anew, some 3 ms each.
        owner = owner_of(request, name)
        before = arranging.current(owner, now, open_one)
        session = str(request.session_hash)
        for *parts, after in page.ask(asked, before, alone=alone, session=session, owner=owner):
            yield *parts, arranging.bar(after), after, after.id

    def act(
        now: Conversation,
        open_one: object,
        name: object,
        request: gr.Request,
        event: gr.EventData,
    ) -> Iterator[tuple[Any, ...]]:
        """(*outputs, question, reader, tabs)"""
        data = event._data or {}
        do, turn = str(data.get("do")), _whole(data.get("turn"))
        owner = owner_of(request, name)
        before = arranging.current(owner, now, open_one)
        same = gr.skip()
        idle: tuple[Any, ...] = (same,) * len(outputs)
        if do == "ask":
            for row in answer(str(data.get("question", "")), before, open_one, name, request):
                yield *row, same, same, same
        elif do in ("alone", "unfiltered") and before.turns:
            last, rest = before.turns[-1], before.without_last()
            alone = do == "alone" or last.alone
            rest = rest.with_filters(NO_FILTERS) if do == "unfiltered" else rest
            for row in answer(last.question, rest, open_one, name, request, alone):
                yield *row, same, same, same
        elif do == "stop":
            page.stop(str(request.session_hash))
            yield *idle, same, same, same
        elif do == "edit":
            yield *idle, str(data.get("question", "")), same, same
        elif do == "cite":
            panel = page.sources(before, turn) if 0 <= turn < len(before.turns) else same
            opened = page.open_citation(before, turn, _whole(data.get("n")))
            yield same, same, panel, same, same, same, same, opened, same
        elif do in ("right", "wrong"):
            typed = data.get("form") or {}
            after = page.rate(before, turn, do, str(typed.get("comment", "")), owner)
            yield *page.shown(after)[:2], same, same, after, after.id, same, same, same
        elif do == "records":
            yield *idle, same, same, gr.Tabs(selected=records_tab)
        else:
            yield *idle, same, same, same

    def arrange(
        now: Conversation,
        open_one: object,
        name: object,
        request: gr.Request,
        event: gr.EventData,
    ) -> tuple[Any, ...]:
        """(*outputs, question, drawer, form)"""
        data = event._data or {}
        owner, same = owner_of(request, name), gr.skip()
        before = arranging.current(owner, now, open_one)
        done = arranging.does(str(data.get("do")), data, before, owner)
        if done is None:
            return (same,) * (len(outputs) + 3)
        drawn: tuple[Any, ...] = (same,) * len(outputs)
        if done.talk is not None:
            talk = page.shown(done.talk) if done.another else (same, same, same)
            drawn = (*talk, arranging.bar(done.talk), done.talk, done.talk.id)
        panels = (same if panel is None else panel for panel in (done.drawer, done.form))
        return *drawn, "" if done.another else same, *panels

    def restore(
        now: Conversation, open_one: object, name: object, request: gr.Request
    ) -> tuple[Any, ...]:
        """(*outputs, visitor)"""
        if not owner_of(None, name):
            name = new_visitor()
        owner, signed_in = owner_of(request, name), user_of(request) is not None
        session = str(request.session_hash)
        found = page.bring_back(
            now, session, lambda: arranging.restored(owner, open_one, signed_in)
        )
        if found is None:
            return *(gr.skip() for _ in outputs), name
        return *page.shown(found), arranging.bar(found), found, found.id, name

    question.submit(
        answer,
        [question, *inputs],
        outputs,
        concurrency_limit=AT_ONCE,
        concurrency_id="ask",
        **private,
    )
    # Emptied in the browser, after the event above has taken the question along.
    question.submit(None, None, [question], js="() => ''", **private)
    for source in (past, current, sources):
        source.click(
            act,
            inputs,
            [*outputs, question, reader, tabs],
            concurrency_limit=AT_ONCE,
            concurrency_id="ask",
            trigger_mode="multiple",  # "stop" while an answer is being made
            **private,
        )
    for source in (foot, bar, form, drawer):
        source.click(
            arrange, inputs, [*outputs, question, drawer, form], concurrency_limit=8, **private
        )

    def bring_back(blocks: gr.Blocks) -> None:
        named = blocks.load(None, [visitor], [visitor], js=_NAME_VISITOR, **private)
        named.then(restore, [state, kept, visitor], [*outputs, visitor], **private)

    return AskParts(state, bring_back, [past, current])


@dataclass(frozen=True)
class AskParts:
    """What the composition root needs of the page."""

    state: gr.State
    bring_back: Callable[[gr.Blocks], None]  # the conversation that was open, when the page loads
    thread: list[gr.HTML]  # the parts that show answers


def _foot(t: Texts) -> str:
    links = button(t.talks, "talks", style="link", aria_haspopup="dialog")
    links += button(t.new_conversation, "new", style="link")
    return (
        f'<div class="bb-composer-foot"><span>{escape(t.ask_hint)}</span>'
        f'<div class="bb-composer-links">{links}</div></div>'
    )


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
