"""Precision and recall of the figures read from records, against labels made by hand.

    python -m benchmarks.figures FOLDER [--labels evaluation/figure_labels.jsonl] [--misses]

FOLDER holds the labelled records. A line of the labels is
{"record", "value", "indicator", "kind": [...], "period": [...]}: several kinds or periods where a
reader would take either; the kind "ignored" marks numbers that are no figures (votes, attendance)
and count neither way; "optional" ones need not be found. Every statement of a labelled record
that holds a labelled value is labelled completely.

*Recall*: share of labels with a figure of the same value, kind, period and an indicator that
shares its key words. *Precision*: share of the figures in labelled statements that are some
label's figure.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import Document
from corpus.figures import printed
from corpus.normalize import syllables
from corpus.quantities import parse_number
from corpus.reading import read_document
from corpus.record import Figure
from corpus.understanding import understand
from corpus.vocabulary import Vocabulary, respelled

_NUMBER = re.compile(r"(?<![^\W\d_])(?:\d[\d.,]*\d|\d)")  # not the 2 of "m2"
# Words that nearly every indicator has: sharing them says nothing.
_COMMON = frozenset(
    ("ti", "le", "so", "tong", "muc", "dat", "chuan", "cua", "va", "la", "co", "duoc", "moi", "cac")
)


@dataclass(frozen=True, slots=True)
class Label:
    """One figure as a reader of the record states it."""

    record: str
    value: str
    indicator: str
    kinds: tuple[str, ...]
    periods: tuple[str, ...]
    optional: bool = False

    @property
    def ignored(self) -> bool:
        return "ignored" in self.kinds


@dataclass(slots=True)
class Tally:
    """Counts of one format: labels, labels found, figures in labelled statements, right ones."""

    labels: int = 0
    found: int = 0
    figures: int = 0
    right: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.labels += other.labels
        self.found += other.found
        self.figures += other.figures
        self.right += other.right

    def __str__(self) -> str:
        precision = self.right / self.figures if self.figures else 1.0
        recall = self.found / self.labels if self.labels else 1.0
        return (
            f"precision {precision:6.1%} ({self.right}/{self.figures})  "
            f"recall {recall:6.1%} ({self.found}/{self.labels})"
        )


def read_labels(path: Path) -> list[Label]:
    labels: list[Label] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        labels.append(
            Label(
                entry["record"],
                entry["value"],
                entry["indicator"],
                tuple(entry["kind"]),
                tuple(entry["period"]),
                bool(entry.get("optional")),
            )
        )
    return labels


def numbers(value: str) -> tuple[str, ...]:
    """The numbers of a value as printed, in a form that compares: "01 xã" -> ("1",)."""
    return tuple(str(parse_number(n).normalize()) for n in _NUMBER.findall(value))


def same_value(label: Label, figure: Figure) -> bool:
    """Same numbers, and no other unit; a figure may know its unit from a table's head."""
    if numbers(label.value) != tuple(str(abs(n).normalize()) for n in figure.value.numbers):
        return False
    wanted = syllables(_NUMBER.sub(" ", label.value).replace("đến", " "))
    given = syllables(figure.value.unit)
    percent = "%" in label.value, "%" in figure.value.unit
    return percent[0] == percent[1] and (not wanted or not given or wanted[0] == given[0])


def same_period(label: Label, figure: Figure) -> bool:
    period = figure.period
    if period is None:
        return False
    part = "" if period.part in ("by", "school") else period.part
    first, last = f"{period.first}{part}", f"{period.first}-{period.last}"
    return (last if period.is_term else first) in label.periods


def same_kind(label: Label, figure: Figure) -> bool:
    return ("result" if figure.kind == "estimate" else figure.kind) in label.kinds


def same_indicator(label: Label, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether half of the label's key words are in the figure's indicator or unit."""
    wanted = set(respelled(label.indicator, vocabulary)) - _COMMON
    given = set(respelled(f"{figure.indicator} {figure.value.unit}", vocabulary))
    return not wanted or 2 * len(wanted & given) >= len(wanted)


def differences(label: Label, figure: Figure, vocabulary: Vocabulary) -> list[str]:
    """What a figure of the label's value has otherwise than the label."""
    checks = {
        "kind": same_kind(label, figure),
        "period": same_period(label, figure),
        "indicator": same_indicator(label, figure, vocabulary),
    }
    return [name for name, holds in checks.items() if not holds]


def told(document: Document, figure: Figure) -> str:
    period = figure.period
    when = f"{period.first}-{period.last}{period.part}" if period else "-"
    return f"{printed(document.text, figure.value)} | {figure.indicator} | {figure.kind} | {when}"


def compare(
    document: Document, figures: list[Figure], labels: list[Label], vocabulary: Vocabulary
) -> Tally:
    """Pairs labels with figures one to one, best pairs first."""
    tally = Tally()
    pairs = sorted(
        (len(differences(label, figure, vocabulary)), i, j)
        for i, label in enumerate(labels)
        for j, figure in enumerate(figures)
        if same_value(label, figure)
    )
    of_label: dict[int, int] = {}
    of_figure: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in of_label and j not in of_figure:
            of_label[i], of_figure[j] = j, i
    covered = {figures[j].statement for j in of_figure}
    for i, label in enumerate(labels):
        found = i in of_label
        wrong = differences(label, figures[of_label[i]], vocabulary) if found else ["not read"]
        if label.ignored or (label.optional and not found):
            continue
        tally.labels += not label.optional
        tally.found += not label.optional and not wrong
        if wrong:
            other = told(document, figures[of_label[i]]) if found else ""
            said = f"{label.value} | {label.indicator} | {label.kinds} | {label.periods}"
            tally.notes.append(f"  {', '.join(wrong)}: {said}  <>  {other}")
    for j, figure in enumerate(figures):
        label_of = labels[of_figure[j]] if j in of_figure else None
        if figure.statement not in covered or (label_of is not None and label_of.ignored):
            continue
        tally.figures += 1
        if label_of is None:
            tally.notes.append(f"  unlabelled: {told(document, figure)}")
        else:
            tally.right += not differences(label_of, figure, vocabulary)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path, default=Path("evaluation/figure_labels.jsonl"))
    parser.add_argument("--misses", action="store_true", help="print the differences")
    options = parser.parse_args()
    vocabulary = Vocabulary.load()
    labels = read_labels(options.labels)
    formats: dict[str, Tally] = {}
    causes: Counter[str] = Counter()
    for record in dict.fromkeys(label.record for label in labels):
        path = options.folder / record
        document = read_document(path)
        figures = list(understand(document, record).figures)
        mine = [label for label in labels if label.record == record]
        tally = compare(document, figures, mine, vocabulary)
        formats.setdefault(path.suffix, Tally()).add(tally)
        causes.update(note.split(":", 1)[0].strip() for note in tally.notes)
        if options.misses:
            print(record, *tally.notes, sep="\n")
    total = Tally()
    for suffix, tally in formats.items():
        print(f"{suffix:6}", tally)
        total.add(tally)
    print("total ", total)
    print(dict(causes))


if __name__ == "__main__":
    main()
