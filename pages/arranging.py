"""What is done around the talk: opening an earlier conversation, choosing filters for the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.assistant import Assistant
from index.library import Library
from pages.conversation import Conversation, from_stored
from pages.conversation_list import list_html
from pages.conversations import Conversations
from pages.filter_bar import bar_html, form_html, read_form, without
from pages.text import Texts

_LONGEST = 120  # characters of a place's name


@dataclass(frozen=True, slots=True)
class Arranged:
    """What changes on the page; None stays as it is."""

    talk: Conversation | None = None
    drawer: str | None = None
    form: str | None = None
    another: bool = False  # `talk` is not the one that was shown


class Arranging:
    """Without Gradio; `owner` is whose conversations these are (see `owner_of`)."""

    def __init__(self, library: Library, assistant: Assistant, t: Texts) -> None:
        self.library = library
        self.assistant = assistant
        self.conversations = Conversations(library.settings.home)
        self.t = t

    def bar(self, talk: Conversation) -> str:
        """The filters as chips; nothing where there is nothing to search."""
        if not talk.filters and not self.library.records():
            return ""
        infos = [self.library.store.info(record) for record in talk.filters.records]
        return bar_html(talk, {i.id: i.title for i in infos if i is not None}, self.t)

    def restored(self, owner: str, kept: object, signed_in: bool) -> Conversation:
        """The conversation that the browser had open last; an empty one where it had none.

        Earlier versions kept the conversation itself in the browser. Of a shared browser nobody
        knows whose that was: only where nobody signs in does it become the visitor's.
        """
        self.conversations.sweep(owner)
        if isinstance(kept, list) and not signed_in:
            former = from_stored(kept)
            return self.conversations.keep(owner, former) if former.turns else former
        return self.current(owner, Conversation(), kept)

    def current(self, owner: str, talk: Conversation, kept: object) -> Conversation:
        """The session's conversation; after a restart of the server the one that was open."""
        if talk.turns or talk.id or not isinstance(kept, str) or not kept:
            return talk
        return self.conversations.open(owner, kept) or talk

    def does(
        self, do: str, data: Mapping[str, Any], talk: Conversation, owner: str
    ) -> Arranged | None:
        """None where `do` is nothing of these."""
        id = str(data.get("id", ""))
        if do == "new":
            return Arranged(Conversation(), "", "", another=True)
        if do == "talks":
            return Arranged(drawer=self._list(owner, talk))
        if do == "open-talk":
            found = self.conversations.open(owner, id)
            if found is None:
                return Arranged(drawer=self._list(owner, talk, problem=self.t.talk_gone))
            return Arranged(found, "", another=True)
        if do == "delete-talk":
            title = self.conversations.delete(owner, id)
            gone = Conversation() if id == talk.id else None
            deleted = (id, title) if title else ("", "")
            drawer = self._list(owner, gone or talk, deleted=deleted)
            return Arranged(gone, drawer, another=gone is not None)
        if do == "undelete-talk":
            self.conversations.take_back(owner, id)
            return Arranged(drawer=self._list(owner, talk))
        return self._filtering(do, data, talk, owner)

    def _filtering(
        self, do: str, data: Mapping[str, Any], talk: Conversation, owner: str
    ) -> Arranged | None:
        filters, form = talk.filters, None
        if do == "filter":
            infos = self.library.records()
            return Arranged(form=form_html(filters, self.assistant.filter_choices(), infos, self.t))
        if do == "filter-apply":
            infos, choices = self.library.records(), self.assistant.filter_choices()
            sent = data.get("form")
            typed = sent if isinstance(sent, dict) else {}
            chosen, problem = read_form(typed, filters, choices, infos, self.t)
            if problem:
                again = form_html(chosen, choices, infos, self.t, problem=problem, typed=typed)
                return Arranged(form=again)
            filters, form = chosen, ""
        elif do == "filter-add":
            place, year = str(data.get("place", ""))[:_LONGEST], str(data.get("year", ""))
            if place:
                filters = replace(filters, place=place)
            if year.isdecimal() and len(year) == 4:
                filters = replace(filters, year=int(year))
        elif do == "unfilter":
            filters = without(filters, str(data.get("part")), str(data.get("value")))
        else:
            return None
        return Arranged(self.conversations.keep(owner, talk.with_filters(filters)), form=form)

    def _list(
        self,
        owner: str,
        talk: Conversation,
        *,
        deleted: tuple[str, str] = ("", ""),
        problem: str = "",
    ) -> str:
        entries = self.conversations.listed(owner)
        return list_html(entries, talk.id, self.t, deleted=deleted, problem=problem)
