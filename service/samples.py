"""The sample records: put into an empty library once, taken out in one call."""

from __future__ import annotations

from index.library import Library
from samples import RECORDS

_MARK = "samples"  # in the store: they were offered, so a library emptied on purpose stays empty


def load_samples(library: Library, *, again: bool = False) -> int:
    """Add the sample records to an empty library; how many were added.

    Only the first time, unless `again`: who removed them does not want them back.
    """
    if library.records() or (library.store.meta(_MARK) and not again):
        return 0
    # under their bare names: the same records wherever the program is installed
    files = sorted(path for path in RECORDS.iterdir() if path.is_file())
    report = library.add(files, names={file: file.name for file in files}, sample=True)
    if report.added and not report.failed:
        library.store.set_meta(_MARK, "offered")
    return len(report.added)


def has_samples(library: Library) -> bool:
    return any(info.sample for info in library.records())


def remove_samples(library: Library) -> int:
    """Take every sample record out; how many there were."""
    samples = [info.id for info in library.records() if info.sample]
    for record_id in samples:
        library.remove(record_id)
    return len(samples)
