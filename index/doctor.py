"""Is the library whole? Compares the truth with itself, its sources and the derived indexes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from index.derived import DerivedIndexes
from index.indexed_text import digest, index_id
from index.sources import SourceFolder, sha256_of
from index.store import RecordStore

_SAME = 0.9999  # cosine of a vector to its own copy, float32 rounding allowed


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; a "notice" leaves the library whole."""

    severity: Literal["error", "notice"]
    sentence: str


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What was counted and found. `hashes`: equal values mean equal contents."""

    counts: dict[str, int]  # records, passages, figures, trash, sources, vectors, lexical
    hashes: dict[str, str]  # of the truth's passages, the vectors, the lexical index
    findings: tuple[Finding, ...] = field(default=())

    @property
    def ok(self) -> bool:
        return all(finding.severity != "error" for finding in self.findings)


def examine(
    store: RecordStore, sources: SourceFolder, indexes: DerivedIndexes, version: int
) -> DoctorReport:
    """`version` is the current version of understanding."""
    infos = store.infos()
    truth = {index_id(*item) for item in store.digests().items()}
    vectors, lexical = indexes.vectors.ids(), indexes.lexical.ids()
    findings = [Finding("error", sentence) for sentence in store.check()]
    findings += _passages(indexes)
    findings += _sources(store, sources)
    findings += _derived("véc-tơ", truth, vectors)
    findings += _derived("từ", truth, lexical)
    findings += _vectors(indexes)
    if infos and store.meta("understanding") != str(version):
        findings.append(
            Finding(
                "notice",
                "Hồ sơ được phân tích bằng phiên bản cũ; "
                "hãy chạy bienban rebuild để phân tích lại.",
            )
        )
    counts = {
        "records": len(infos),
        "passages": len(truth),
        "figures": sum(info.figures for info in infos),
        "trash": len(store.trash()),
        "sources": sum(1 for _ in sources.kept()),
        "vectors": len(vectors),
        "lexical": len(lexical),
    }
    hashes = {"truth": _hash(truth), "vectors": _hash(vectors), "lexical": _hash(lexical)}
    return DoctorReport(counts, hashes, tuple(findings))


def _passages(indexes: DerivedIndexes) -> Iterator[Finding]:
    stale = sum(1 for _, known, text in indexes.texts() if digest(text) != known)
    if stale:
        yield Finding(
            "error", f"{stale} đoạn không khớp với nội dung hồ sơ; hãy chạy bienban rebuild."
        )


def _sources(store: RecordStore, sources: SourceFolder) -> Iterator[Finding]:
    named = {info.sha256: info.source for info in store.infos()}
    trashed = {item.sha256: item.source for item in store.trash()}
    present = dict(sources.kept())
    for sha256, name in {**trashed, **named}.items():
        again = f"hãy thêm lại tệp {name} để lưu lại bản gốc."
        if sha256 not in present:
            yield Finding("error", f"Thiếu tệp gốc của hồ sơ {name}; {again}")
        elif sha256_of(present[sha256]) != sha256:
            yield Finding("error", f"Tệp gốc của hồ sơ {name} đã bị thay đổi; {again}")
    orphans = len(set(present) - set(named) - set(trashed))
    if orphans:
        yield Finding(
            "notice", f"Có {orphans} tệp gốc không thuộc hồ sơ nào; bienban rebuild sẽ dọn."
        )


def _derived(name: str, truth: set[str], index: set[str]) -> Iterator[Finding]:
    missing, extra = len(truth - index), len(index - truth)
    if missing or extra:
        yield Finding(
            "error",
            f"Chỉ mục {name} thiếu {missing} đoạn và thừa {extra} đoạn; hãy chạy bienban rebuild.",
        )


def _vectors(indexes: DerivedIndexes) -> Iterator[Finding]:
    count = indexes.vectors.count()
    if not indexes.vectors.reachable(indexes.cache.dimension, limit=count):
        yield Finding(
            "error", "Chỉ mục véc-tơ không tìm tới được mọi đoạn; hãy chạy bienban rebuild."
        )
    names = [index_id(*item) for item in indexes.digests.items()]
    known = indexes.cache.digests()
    lost = sum(name.partition("@")[2] not in known for name in names)
    if lost:
        yield Finding("error", f"Thiếu {lost} véc-tơ đã lưu; hãy mở lại kho hồ sơ để bù.")
    different = 0
    for start in range(0, len(names), 1000):
        stored = indexes.vectors.get(names[start : start + 1000])
        kept = indexes.cache.get([name.partition("@")[2] for name in stored])
        for name, vector in stored.items():
            copy = kept.get(name.partition("@")[2])
            if copy is not None and float(np.dot(vector, copy)) < _SAME:
                different += 1
    if different:
        yield Finding("error", f"{different} véc-tơ bị sai; hãy chạy bienban rebuild.")


def _hash(names: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:16]
