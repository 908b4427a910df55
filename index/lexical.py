"""The lexical index: BM25 over accent-folded syllables and syllable bigrams.

No word segmenter: folded syllables and bigrams find questions typed without accents as well as
those with them (recall@1 92 on XQuAD-vi both ways, where segmented words fall to 57).

Postings are numpy arrays in immutable segments, newest last; a segment is merged with its
elder when it has grown half as large, so that adding stays cheap and few segments are searched.
Terms are 64-bit hashes: no vocabulary to keep, equal in every process.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.normalize import syllables
from index.concepts import concept_terms, vietnamese_terms

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]
Hashes = NDArray[np.uint64]

# Weak saturation and nearly no length norm: a passage's length is mostly its inherited context,
# which says nothing about how much of it answers. Chosen among k1 0.4-2 and b 0-0.75 on 246
# questions over 18 records and judged on the same: hit@5 .868 against .825 with the usual 1.2 and
# 0.75 (accented, weight 0.5); k1 0.4-0.9 with b 0-0.2 differ by a hundredth. Rerun the retrieval
# evaluation before changing them.
K1 = 0.9
B = 0.2

_PAIR = np.uint64(0x9E3779B97F4A7C15)  # an odd constant: (first, second) differs from its reverse
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class _Segment:
    """Postings sorted by term, then by slot: term i has rows `offsets[i]:offsets[i + 1]`."""

    terms: Hashes
    offsets: NDArray[np.int64]
    slots: Integers
    counts: Floats

    def rows(self, term: np.uint64) -> slice:
        at = int(np.searchsorted(self.terms, term))
        if at == len(self.terms) or self.terms[at] != term:
            return slice(0, 0)
        return slice(int(self.offsets[at]), int(self.offsets[at + 1]))


@dataclass(frozen=True, slots=True)
class _State:
    """All that a search reads; replaced as a whole, so searching needs no lock."""

    segments: tuple[_Segment, ...]
    ids: tuple[str, ...]  # by slot
    slot_of: dict[str, int]
    alive: NDArray[np.bool_]
    lengths: Floats  # terms by slot


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """BM25 of one question for the whole index, with its mean and deviation over it."""

    values: Floats  # by slot; 0 where nothing matches
    mean: float
    deviation: float
    _state: _State

    def top(self, k: int) -> list[tuple[str, float]]:
        """The `k` best (id, score) above 0, best first, ties in order of adding."""
        matching = np.flatnonzero(self.values > 0)
        if len(matching) > k:
            best = np.argpartition(-self.values[matching], k - 1)[:k] if k else matching[:0]
            least = self.values[matching[best]].min() if k else 0.0
            matching = matching[self.values[matching] >= least]
        order = matching[np.argsort(-self.values[matching], kind="stable")][:k]
        return [(self._state.ids[slot], float(self.values[slot])) for slot in order]

    def of(self, name: str) -> float:
        slot = self._state.slot_of.get(name)
        return 0.0 if slot is None else float(self.values[slot])


class LexicalIndex:
    """Texts by id. Writers take turns; readers never wait."""

    def __init__(self) -> None:
        self._state = _empty()
        self._writing = threading.Lock()

    def add(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        """Add texts under new ids; an id that is there already keeps its text."""
        with self._writing:
            state = self._state
            fresh = [
                (name, text)
                for name, text in dict(zip(ids, texts, strict=True)).items()
                if name not in state.slot_of
            ]
            if not fresh:
                return
            first = len(state.ids)
            segment, lengths = _segment([text for _, text in fresh], first)
            names = tuple(name for name, _ in fresh)
            state = _State(
                (*state.segments, segment),
                state.ids + names,
                state.slot_of | {name: first + i for i, name in enumerate(names)},
                np.concatenate([state.alive, np.ones(len(fresh), dtype=np.bool_)]),
                np.concatenate([state.lengths, lengths]),
            )
            self._state = _merged(state)

    def remove(self, ids: Iterable[str]) -> None:
        with self._writing:
            state = self._state
            gone = [name for name in ids if name in state.slot_of]
            if not gone:
                return
            alive = state.alive.copy()
            alive[[state.slot_of[name] for name in gone]] = False
            left = set(gone)
            slot_of = {name: slot for name, slot in state.slot_of.items() if name not in left}
            state = replace(state, alive=alive, slot_of=slot_of)
            # Dead slots cost memory and time: renumber once they are the greater half.
            self._state = _compact(state) if len(slot_of) * 2 < len(state.ids) else state

    def ids(self) -> set[str]:
        return set(self._state.slot_of)

    def scores(self, question: str) -> LexicalScores:
        """BM25 of the question for every text."""
        state = self._state
        values = np.zeros(len(state.ids), dtype=np.float32)
        number = len(state.slot_of)
        if not number:
            return LexicalScores(values, 0.0, 1.0, state)
        lengths = np.where(state.alive, state.lengths, 0.0)
        average = float(lengths.sum(dtype=np.float64)) / number or 1.0
        norms = (K1 * (1 - B + B * state.lengths / average)).astype(np.float32)
        terms, _ = _terms([" ".join((*question.split("\n"), *vietnamese_terms(question)))])
        for term in np.unique(terms):
            found = [(s, s.rows(term)) for s in state.segments]
            slots = np.concatenate([s.slots[rows] for s, rows in found])
            counts = np.concatenate([s.counts[rows] for s, rows in found])
            living = state.alive[slots]
            frequency = int(living.sum())
            if not frequency:
                continue
            if frequency < len(slots):
                slots, counts = slots[living], counts[living]
            weight = np.log1p((number - frequency + 0.5) / (frequency + 0.5))
            values[slots] += weight * counts * (K1 + 1) / (counts + norms[slots])
        mean = float(values.sum(dtype=np.float64)) / number
        square = float(np.dot(values.astype(np.float64), values)) / number
        return LexicalScores(values, mean, max(square - mean * mean, 0.0) ** 0.5 or 1.0, state)

    def save(self, path: Path, stamp: str) -> None:
        """Write the index (whole or not at all); `stamp` says what it was built from."""
        import os

        with self._writing:
            state = self._state = _compact(self._state)
        segment = state.segments[0] if state.segments else _segment([], 0)[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            np.savez(
                file,
                stamp=np.array(f"{_FORMAT}:{stamp}"),
                ids=np.frombuffer("\n".join(state.ids).encode(), dtype=np.uint8),
                lengths=state.lengths,
                terms=segment.terms,
                offsets=segment.offsets,
                slots=segment.slots,
                counts=segment.counts,
            )
        os.replace(partial, path)

    def load(self, path: Path, stamp: str) -> bool:
        """Read what `save` wrote; False (and no change) unless it carries the same stamp."""
        try:
            with np.load(path, allow_pickle=False) as kept:
                if str(kept["stamp"]) != f"{_FORMAT}:{stamp}":
                    return False
                joined = kept["ids"].tobytes().decode()
                segment = _Segment(kept["terms"], kept["offsets"], kept["slots"], kept["counts"])
                lengths = kept["lengths"]
        except Exception:  # zip, array and text errors alike: what can't be read is built anew
            return False
        ids = tuple(joined.split("\n")) if joined else ()
        if len(ids) != len(lengths):
            return False
        slot_of = {name: slot for slot, name in enumerate(ids)}
        alive = np.ones(len(ids), dtype=np.bool_)
        with self._writing:
            self._state = _State((segment,), ids, slot_of, alive, lengths)
        return True


class _TermHashes(dict[str, int]):
    def __missing__(self, term: str) -> int:
        hashed = hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        value = self[term] = int.from_bytes(hashed, "little")
        return value


_HASHES = _TermHashes()
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*%?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def number_variants(number: str) -> list[str]:
    """Other writings under which a number token is found: without %, by parts, ungrouped.

    "7,66%" -> "7,66"; "05/2024" -> "05", "5", "2024"; "21.842" -> "21842".
    """
    found = [number.rstrip("%"), *number.rstrip("%").split("/")]
    found += [part.lstrip("0") or "0" for part in found if part.isdigit()]
    found += [part.replace(".", "") for part in found if _GROUPED.fullmatch(part)]
    return [part for part in dict.fromkeys(found) if part != number]


def _terms(texts: Sequence[str]) -> tuple[Hashes, Integers]:
    """Term hashes of the texts and which text each belongs to (the latter ascending)."""
    words: list[str] = []
    sizes: list[int] = []
    extra: list[str] = []
    extra_owner: list[int] = []
    for owner, text in enumerate(texts):
        tokens = syllables(text)
        words += tokens
        sizes.append(len(tokens))
        # concepts of the text's own words: the last line (see index.indexed_text)
        concepts = concept_terms(text.rsplit("\n", 1)[-1])
        extra += concepts
        extra_owner += [owner] * len(concepts)
        for token in tokens:
            if token[0].isdigit() and _NUMBER.fullmatch(token):
                variants = number_variants(token)
                extra += variants
                extra_owner += [owner] * len(variants)
    table = _HASHES
    single = np.fromiter((table[word] for word in words), dtype=np.uint64, count=len(words))
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)
    with np.errstate(over="ignore"):
        pairs = single[:-1] * _PAIR + single[1:]
    inside = owners[:-1] == owners[1:]
    variant = np.fromiter((table[word] for word in extra), dtype=np.uint64, count=len(extra))
    terms = np.concatenate([single, pairs[inside], variant])
    owner_of = np.concatenate([owners, owners[:-1][inside], np.array(extra_owner, dtype=np.int32)])
    order = np.argsort(owner_of, kind="stable")
    return terms[order], owner_of[order]


def _segment(texts: Sequence[str], first_slot: int) -> tuple[_Segment, Floats]:
    terms, owners = _terms(texts)
    lengths = np.bincount(owners, minlength=len(texts)).astype(np.float32)
    order = np.argsort(terms, kind="stable")
    return _grouped(terms[order], owners[order] + np.int32(first_slot), None), lengths


def _grouped(terms: Hashes, slots: Integers, counts: Floats | None) -> _Segment:
    """A segment of postings that are sorted by term, then slot; equal ones are counted."""
    if not len(terms):
        empty = np.zeros(0, dtype=np.uint64)
        zero = np.zeros(1, dtype=np.int64)
        return _Segment(empty, zero, slots.astype(np.int32), np.zeros(0, dtype=np.float32))
    if counts is None:
        new = np.ones(len(terms), dtype=np.bool_)
        new[1:] = (terms[1:] != terms[:-1]) | (slots[1:] != slots[:-1])
        at = np.flatnonzero(new)
        counts = np.diff(np.append(at, len(terms))).astype(np.float32)
        terms, slots = terms[at], slots[at]
    first = np.ones(len(terms), dtype=np.bool_)
    first[1:] = terms[1:] != terms[:-1]
    starts = np.flatnonzero(first)
    offsets = np.append(starts, len(terms)).astype(np.int64)
    return _Segment(terms[starts], offsets, slots.astype(np.int32), counts)


def _empty() -> _State:
    return _State((), (), {}, np.zeros(0, dtype=np.bool_), np.zeros(0, dtype=np.float32))


def _merged(state: _State) -> _State:
    segments = list(state.segments)
    while len(segments) > 1 and 2 * len(segments[-1].slots) >= len(segments[-2].slots):
        younger, elder = segments.pop(), segments.pop()
        segments.append(_joined([elder, younger], state.alive, None))
    return replace(state, segments=tuple(segments))


def _compact(state: _State) -> _State:
    """One segment, no dead slots."""
    if len(state.segments) <= 1 and bool(state.alive.all()):
        return state
    kept = np.flatnonzero(state.alive)
    renumbered = np.cumsum(state.alive, dtype=np.int32) - np.int32(1)
    segment = _joined(state.segments, state.alive, renumbered)
    ids = tuple(state.ids[slot] for slot in kept)
    slot_of = {name: slot for slot, name in enumerate(ids)}
    return _State((segment,), ids, slot_of, np.ones(len(ids), dtype=np.bool_), state.lengths[kept])


def _joined(
    segments: Sequence[_Segment], alive: NDArray[np.bool_], renumbered: Integers | None
) -> _Segment:
    """Segments in order of their slots as one, without dead slots."""
    terms = np.concatenate([np.repeat(s.terms, np.diff(s.offsets)) for s in segments])
    slots = np.concatenate([s.slots for s in segments])
    counts = np.concatenate([s.counts for s in segments])
    living = alive[slots]
    terms, slots, counts = terms[living], slots[living], counts[living]
    # Stable: sorted runs are merged in linear time, and slots stay ascending within a term.
    order = np.argsort(terms, kind="stable")
    slots = slots[order] if renumbered is None else renumbered[slots[order]]
    return _grouped(terms[order], slots, counts[order])
