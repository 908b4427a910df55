"""Who holds a post, where a table gives one holder a row: hamlets with their heads."""

from __future__ import annotations

from assistant.answer import Answer, Language
from assistant.draft import Draft
from assistant.knowledge import ReadRecord, Shelf
from assistant.question import Question
from corpus.document import Block, Span
from corpus.normalize import syllables
from corpus.places import plain_name
from corpus.table_layout import column_head, tables

_SHORTEST_NAME = 2  # words


def holder_in_table(question: Question, shelf: Shelf) -> Answer | None:
    """The name below the post asked for in the row of the place asked for; newest record first."""
    wanted = set(syllables(question.post))
    if not wanted or not question.places:
        return None
    for info in shelf.knowledge().newest_first():
        read = shelf.read(info.id)
        if read is None or not all(p.key in read.folded for p in question.places):
            continue
        own = plain_name(info.place)
        place = next((p for p in question.places if not own.endswith(p.key)), question.places[0])
        for table in tables(read.document):
            for column in table.columns:
                head, _ = column_head(read.document, table, column)
                if not wanted <= set(syllables(head)):
                    continue
                for row in table.body:
                    if found := _holder_in(read, row, column, place.key):
                        name, of_place = found
                        return _told(question.language, read, row, f"{name}, {head} {of_place}")
    return None


def _holder_in(read: ReadRecord, row: Block, column: int, key: str) -> tuple[str, str] | None:
    """The person named in a row's column and the place that the row is; None for another's row."""
    texts = {c.column: read.document.text[c.start : c.end].strip() for c in row.cells}
    of_place = next((t for at, t in texts.items() if at != column and _is_called(t, key)), "")
    name = texts.get(column, "")
    words = name.split()
    named = len(words) >= _SHORTEST_NAME and all(word[:1].isupper() for word in words)
    return (name, of_place) if of_place and named else None


def _is_called(text: str, key: str) -> bool:
    place = plain_name(text)
    return place == key or place.endswith(f" {key}")


def _told(language: Language, read: ReadRecord, row: Block, said: str) -> Answer | None:
    draft = Draft(language)
    mark = draft.cite(read.record, Span(row.start, row.end))
    return draft.finish(f"{said} {mark}.", found=True)
