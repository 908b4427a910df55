"""A conversation as data, and its form where it is kept (see pages.conversations).

What comes back is read as strictly as any input: another version may have written it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import cast, get_args

from assistant.answer import Answer, SeriesPoint, Suggestion
from assistant.filters import NO_FILTERS, Filters
from corpus.record import RecordKind
from pages.stored import citation_in, items_in, list_in, number_in, text_in, whole_in

_KEPT_TURNS = 30  # a turn is 1 to 10 kB


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer; `alone` when it was asked without what came before."""

    question: str
    answer: Answer
    alone: bool = False
    rated: str = ""  # "right", "wrong" or ""


@dataclass(frozen=True, slots=True)
class Conversation:
    turns: tuple[Turn, ...] = ()
    id: str = ""  # "" until it is kept
    filters: Filters = NO_FILTERS  # of the questions to come

    def __deepcopy__(self, memo: object) -> Conversation:
        return self  # nothing in it changes

    @property
    def questions(self) -> list[str]:
        return [turn.question for turn in self.turns]

    def with_turn(self, turn: Turn) -> Conversation:
        return replace(self, turns=(*self.turns, turn))

    def without_last(self) -> Conversation:
        return replace(self, turns=self.turns[:-1])

    def with_filters(self, filters: Filters) -> Conversation:
        return replace(self, filters=filters)

    def rated(self, index: int, verdict: str) -> Conversation:
        turns = list(self.turns)
        turns[index] = replace(turns[index], rated=verdict)
        return replace(self, turns=tuple(turns))


def to_stored(conversation: Conversation) -> list[dict[str, object]]:
    return [asdict(turn) for turn in conversation.turns[-_KEPT_TURNS:]]


def from_stored(value: object) -> Conversation:
    """The turns that were kept; those that can't be read (another version's) are left out."""
    turns: list[Turn] = []
    for item in value if isinstance(value, list) else []:
        try:
            turns.append(_turn(item))
        except (KeyError, TypeError, ValueError):
            continue
    return Conversation(tuple(turns))


def filters_from_stored(value: object) -> Filters:
    """`asdict` of filters read back; none where they can't be read."""
    try:
        item = cast(Mapping[str, object], value)
        kinds = [text_in(kind) for kind in list_in(item["kinds"])]
        return Filters(
            text_in(item["place"]),
            whole_in(item["year"]),
            tuple(kind for kind in get_args(RecordKind) if kind in kinds),
            tuple(text_in(record) for record in list_in(item["records"])),
        )
    except (KeyError, TypeError):
        return NO_FILTERS


def _turn(item: Mapping[str, object]) -> Turn:
    answer = cast(Mapping[str, object], item["answer"])
    rated = text_in(item["rated"])
    return Turn(
        text_in(item["question"]),
        Answer(
            text=text_in(answer["text"]),
            found=bool(answer["found"]),
            language="en" if answer["language"] == "en" else "vi",
            citations=tuple(citation_in(c) for c in items_in(answer["citations"])),
            computed=tuple(text_in(c) for c in list_in(answer["computed"])),
            understood=text_in(answer["understood"]),
            standalone=text_in(answer["standalone"]),
            suggestions=tuple(
                Suggestion(text_in(s["label"]), text_in(s["question"]))
                for s in items_in(answer["suggestions"])
            ),
            series=tuple(_point(p) for p in items_in(answer["series"])),
            place=text_in(answer.get("place", "")),
            year=whole_in(answer.get("year", 0)),
            filtered=bool(answer.get("filtered", False)),
            filter_note=text_in(answer.get("filter_note", "")),
        ),
        alone=bool(item["alone"]),
        rated=rated if rated in ("right", "wrong") else "",
    )


def _point(item: Mapping[str, object]) -> SeriesPoint:
    return SeriesPoint(
        text_in(item["label"]),
        text_in(item["target"]),
        text_in(item["result"]),
        number_in(item["target_value"]),
        number_in(item["result_value"]),
        None if item["target_citation"] is None else whole_in(item["target_citation"]),
        None if item["result_citation"] is None else whole_in(item["result_citation"]),
    )
