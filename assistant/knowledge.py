"""What the answering reads from the library, kept at hand: figures with forms, places, weights."""

from __future__ import annotations

import math
import re
import threading
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.organisations import is_cut_short
from corpus.document import Document
from corpus.figure_context import TARGETS
from corpus.indicators import Form, read_form
from corpus.letterhead import writers_of
from corpus.metadata import Metadata, read_metadata
from corpus.normalize import TOKEN, canonical_tones, fold, syllables
from corpus.outline import Statement, outline
from corpus.places import LEVEL_RANK, Place, find_places, find_short_names, plain_name
from corpus.record import Figure, Passage, Record
from corpus.vocabulary import Vocabulary, respelled
from index.library import Library
from index.store import RecordInfo

NO_TOPIC = Form(frozenset(), 0, False, ())


@dataclass(frozen=True, slots=True)
class Known:
    """A figure with its indicator's normal form and its place."""

    figure: Figure
    form: Form
    place: Place | None
    info: RecordInfo
    topic: Form = NO_TOPIC  # the normal form of what the indicator leans on


_ASSOCIATION = re.compile(
    r"hoi (nong dan|(?:lien hiep )?phu nu|lhpn|cuu chien binh|ccb|chu thap do|nguoi cao tuoi"
    r"|nct|khuyen hoc)|(doan thanh nien|doan tncs|cong doan|lien doan lao dong|nhcsxh"
    r"|ngan hang chinh sach)"
)


@lru_cache(maxsize=1024)
def association(body: str) -> str:
    """The folded name of the association that a body is ("nong dan"), "" for other bodies.

    What its papers count is counted among its members or by it: no figure of the whole place.
    """
    match = _ASSOCIATION.search(fold(body))
    name = (match[1] or match[2]) if match else ""
    return _SHORT_FOR.get(name, name)


def speaks_of(name: str, folded: str) -> bool:
    """Whether a (folded) question speaks of an association, by its name or its short form."""
    return name in folded or any(
        re.search(rf"\b{short}\b", folded) for short, whole in _SHORT_FOR.items() if whole == name
    )


_SHORT_FOR = {
    "lhpn": "phu nu",
    "lien hiep phu nu": "phu nu",
    "ccb": "cuu chien binh",
    "nct": "nguoi cao tuoi",
    "doan tncs": "doan thanh nien",
    "(?:tinh|thanh|huyen|thi|quan|xa|phuong|dac khu) doan": "doan thanh nien",
    "doan (?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|dac khu|truong)": "doan thanh nien",
    "doan vien": "doan thanh nien",
}


def of_association_alone(info: RecordInfo, folded: str) -> bool:
    """Whether a record is an association's that a (folded) question does not speak of."""
    name = association(info.body)
    return bool(name) and not speaks_of(name, folded)


def of_members_alone(known: Known, folded: str) -> bool:
    """Whether a figure counts an association's members, who are not asked about.

    A plain rate ("tỷ lệ hộ nghèo") is the whole place's in any paper.
    """
    plain = known.form.rate and known.form.families and not known.form.rest
    return of_association_alone(known.info, folded) and not plain


_TELLING = 2  # words of a name, at least: one alone stands in many heads


@dataclass(slots=True)
class Knowledge:
    """A snapshot of the library. Made anew when the library changes (see `Shelf`)."""

    infos: dict[str, RecordInfo]
    figures: list[Known]
    places: tuple[Place, ...]
    by_family: dict[str, list[Known]]
    newest_year: int
    weights: dict[str, float] = field(default_factory=dict)  # folded syllable -> idf
    spelt: dict[str, float] = field(default_factory=dict)  # syllable with its accents -> idf
    rare: float = 6.0  # weight of a syllable that no record holds
    openings: dict[str, frozenset[str]] = field(default_factory=dict)  # record id -> its words
    short_names: dict[str, Place] = field(default_factory=dict)  # folded -> the organisation
    said: frozenset[str] = frozenset()  # the vocabulary's synonyms that records say, as spelt
    written_by: dict[str, frozenset[str]] = field(default_factory=dict)  # folded body -> record ids

    def newest_first(self) -> list[RecordInfo]:
        return sorted(self.infos.values(), key=lambda info: info.day, reverse=True)

    def last_told(self, part: str) -> int:
        """The last year, up to the newest record's, of which a part is told; 0 for none."""
        told = (k.figure.period for k in self.figures if k.figure.kind not in TARGETS)
        years = (p.first for p in told if p and p.part == part and not p.is_term)
        return max((year for year in years if year <= self.newest_year), default=0)

    def filed_under(self, place: Place) -> Place:
        """An organisation that no record bears as its own, by the one that its record bears.

        A letterhead may be read as less, or other, than the name that stands in it.
        """
        words = set(place.key.split())
        if not place.is_organisation or len(words) < _TELLING:
            return place
        names = (p.key for p in self.places if p.is_organisation)
        if any(place.key in name or name in place.key for name in names):
            return place
        heads = (i for record, i in self.infos.items() if words <= self.openings.get(record, set()))
        own = {p for i in heads if (p := parse_place(i.place)) is not None and p.is_organisation}
        return own.pop() if len(own) == 1 else place

    def weight(self, word: str, token: str = "") -> float:
        """How much a folded syllable tells; more exactly where it is known as spelt."""
        return self.spelt.get(token, self.rare) if token else self.weights.get(word, self.rare)


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record with its statements, read when a question needs them."""

    record: Record
    metadata: Metadata
    statements: tuple[Statement, ...]
    folded: str  # title and text, folded, single blanks
    words: frozenset[str]  # folded words and syllables of the same

    @property
    def document(self) -> Document:
        return self.record.document

    def is_row(self, statement: Statement) -> bool:
        """Whether a statement is a row of a table."""
        return self.document.blocks[statement.block].kind == "row"

    def above(self, statement: Statement) -> list[str]:
        """The headings over a statement, the nearest first, and the record's title."""
        return [*map(self.document.quote, reversed(statement.section)), self.record.title]


class Shelf:
    """Gives the current `Knowledge` and records read into statements. Safe for threads."""

    def __init__(self, library: Library, vocabulary: Vocabulary) -> None:
        self.library = library
        self.vocabulary = vocabulary
        self._generation = -1
        self._knowledge: Knowledge | None = None
        self._words: dict[str, _RecordWords] = {}  # by record id
        self._learning = threading.Lock()
        self._read = lru_cache(maxsize=512)(self._read_record)
        self._found = lru_cache(maxsize=64)(self._search)
        self._topic = lru_cache(maxsize=20_000)(lambda text: read_form(text, vocabulary))
        self._written = lru_cache(maxsize=4096)(lambda text: respelled(text, vocabulary))

    def knowledge(self) -> Knowledge:
        """The library as it is now; learnt anew only after a change."""
        with self._learning:
            generation = self.library.store.generation()
            if self._knowledge is None or generation != self._generation:
                self._knowledge = self._learn(self.library.records())
                self._generation = generation
            return self._knowledge

    def read(self, record_id: str) -> ReadRecord | None:
        """A record as of the last `knowledge`; None where the library does not hold it."""
        knowledge = self._knowledge or self.knowledge()
        info = knowledge.infos.get(record_id)
        return self._read(record_id, _stamp(info)) if info else None

    def passages(self, query: str, limit: int) -> tuple[Passage, ...]:
        """What search finds, best first; kept while the library stays as it is."""
        return self._found(query, limit, self._generation)

    def respelled(self, text: str) -> tuple[str, ...]:
        """`corpus.vocabulary.respelled`, kept: the ways of answering look at the same texts."""
        return self._written(text)

    def words(self, text: str) -> set[str]:
        """The folded syllables of a text, as they stand and with short forms written out."""
        return {*self._written(text), *syllables(text)}

    def _search(self, query: str, limit: int, generation: int) -> tuple[Passage, ...]:
        """`generation` is there for the cache: a changed library is searched again."""
        return tuple(hit.passage for hit in self.library.search(query, limit))

    def _read_record(self, record_id: str, stamp: tuple[object, ...]) -> ReadRecord | None:
        """`stamp` is there for the cache: what was corrected is read again."""
        record = self.library.record(record_id)
        if record is None:
            return None
        metadata = read_metadata(record.document, record.source)
        folded = plain_name(f"{record.title} {record.document.text}")
        words = frozenset((*folded.split(), *syllables(folded)))
        return ReadRecord(record, metadata, tuple(outline(record.document)), folded, words)

    def _words_of(self, info: RecordInfo) -> _RecordWords | None:
        known = self._words.get(info.id)
        if known is not None and known.sha256 == info.sha256:
            return known
        record = self.library.record(info.id)
        if record is None:
            return None
        document = record.document
        # shouted letterheads run names and headings together
        named = [p for span, p in find_places(document.text) if not document.quote(span).isupper()]
        counts: Counter[str] = Counter()
        spelt: Counter[str] = Counter()
        for block in document.blocks:
            text = document.text[block.start : block.end]
            counts.update(set(syllables(text)))
            spelt.update({t for t in TOKEN.findall(canonical_tones(text)) if not t.isascii()})
        top = document.text[:_OPENING]
        shown = canonical_tones(document.text)
        said = frozenset(n for names in self.vocabulary.synonyms for n in names if n in shown)
        opening = frozenset(
            (*respelled(top, self.vocabulary), *TOKEN.findall(canonical_tones(top)))
        )
        words = _RecordWords(
            info.sha256, tuple(named), counts, spelt, len(document.blocks), opening, said,
            tuple(find_short_names(document.text[:_LEAD])), writers_of(document),
        )  # fmt: skip
        self._words[info.id] = words
        return words

    def _learn(self, infos: list[RecordInfo]) -> Knowledge:
        by_id = {i.id: i for i in infos}
        figures = [
            Known(
                f,
                Form.of(f.key),
                parse_place(f.place),
                by_id[f.record_id],
                self._topic(f.topic) if f.topic else NO_TOPIC,
            )
            for f in self.library.figures()
            if f.record_id in by_id
        ]
        by_family: dict[str, list[Known]] = {}
        places: dict[tuple[str, str], Place] = {}
        for known in figures:
            for family in known.form.families | known.topic.families:
                by_family.setdefault(family, []).append(known)
            if known.place is not None and not known.place.is_organisation:
                places.setdefault((known.place.level, known.place.key), known.place)
        counts: Counter[str] = Counter()
        spelt: Counter[str] = Counter()
        total = 0
        owners: set[Place] = set()  # organisations that have records of their own
        for info in infos:
            for place in filter(None, [parse_place(info.place)]):
                places.setdefault((place.level, place.key), place)
                owners |= {place} if place.is_organisation else set()
            words = self._words_of(info)
            if words is None:
                continue
            for place in words.places:
                places.setdefault((place.level, place.key), place)
            total += words.blocks
            counts.update(words.counts)
            spelt.update(words.spelt)
        self._words = {i: w for i, w in self._words.items() if i in by_id}
        openings = {i: words.opening for i, words in self._words.items()}
        weights, as_spelt = (
            {w: math.log(1 + total / (1 + n)) for w, n in known.items()}
            for known in (counts, spelt)
        )
        spoken_of = Counter((k.place.level, k.place.key) for k in figures if k.place)
        # of places with one name the one that most is known about comes first
        by_name = (p for p in places.values() if not any(is_cut_short(p, o) for o in owners))
        known_places = sorted(by_name, key=lambda p: -spoken_of[(p.level, p.key)])
        return Knowledge(
            by_id, figures, tuple(known_places), by_family, newest_year(infos, figures),
            weights, as_spelt, math.log(1 + max(total, 20)), openings,
            {
                fold(short): place
                for words in self._words.values()
                for short, place in words.short
                if place in owners
            },
            frozenset[str]().union(*(words.said for words in self._words.values())),
            _by_writer(by_id.values(), self._words),
        )  # fmt: skip


def _by_writer(
    infos: Iterable[RecordInfo], words: Mapping[str, _RecordWords]
) -> dict[str, frozenset[str]]:
    """The records by who writes; above an organisation's name stands whom it is under."""
    written: dict[str, frozenset[str]] = {}
    for info in infos:
        place = parse_place(info.place)
        if info.id not in words or (place is not None and place.is_organisation):
            continue
        for name in words[info.id].writers:
            written[name] = written.get(name, frozenset()) | {info.id}
    return written


def newest_year(infos: Iterable[RecordInfo], figures: Iterable[Known]) -> int:
    """The year of the newest record; of undated ones the last that a result is of; else 0."""
    dated = max((i.date.year for i in infos if i.date), default=0)
    return dated or max(
        (k.figure.period.last for k in figures if k.figure.kind == "result" and k.figure.period),
        default=0,
    )


@dataclass(frozen=True, slots=True)
class _RecordWords:
    """What one record adds to the `Knowledge`; kept, so that a change decodes one record only."""

    sha256: str
    places: tuple[Place, ...]
    counts: Counter[str]  # folded syllable -> blocks that hold it
    spelt: Counter[str]  # syllable with accents -> blocks that hold it
    blocks: int
    opening: frozenset[str]  # folded and spelt syllables of its first lines: who writes
    said: frozenset[str]  # synonyms of the vocabulary that it says
    short: tuple[tuple[str, Place], ...]  # short names that it gives to organisations
    writers: tuple[str, ...]  # bodies that its letterhead names beside the place's authorities


_LEAD = 1500  # characters in which a paper says how it calls its organisation for short
_OPENING = 400  # characters: the letterhead and the first line


def _stamp(info: RecordInfo) -> tuple[object, ...]:
    """Changes with anything of a record that an answer rests on."""
    return (info.sha256, info.title, info.body, info.place, info.date, info.figures)


def parse_place(printed: str) -> Place | None:
    """ "huyện Sơn Ca" -> Place; None for ""."""
    found = find_places(printed)
    if found:
        return found[0][1]
    for level in LEVEL_RANK:  # "tổ dân phố 7"
        if printed.startswith(f"{level} "):
            return Place(level, printed[len(level) + 1 :])
    head, _, name = printed.partition(" ")
    return Place(head, name) if name else None


# What a word counts that stands in a text with other accents ("hồ", "hộ").
MISSPELT = 0.2


def covered(
    words: Iterable[str],
    present: Container[str],
    knowledge: Knowledge,
    spelling: Mapping[str, str] | None = None,
) -> float:
    """Share of the folded words' weight that `present` holds; 1.0 for no words.

    `spelling` gives words as typed with accents: then `present` must hold them so too (it holds
    folded and spelt syllables) for the word to count in full.
    """
    total = held = 0.0
    for word in words:
        token = (spelling or {}).get(word, "")
        weight = knowledge.weight(word, token)
        total += weight
        if word in present:
            held += weight if not token or token in present else MISSPELT * weight
    return held / total if total else 1.0
