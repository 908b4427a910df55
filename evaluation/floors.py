"""The gate: what was reached once must be reached again.

Floors are pinned for each set of questions under the fingerprint of its file, so that a changed
set starts anew. They rise with `--pin` and sink only with `--lower-floors`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.scoreboard import Scores

PINNED = Path(__file__).with_name("floors.toml")

_HEAD = (
    "# Floors of the evaluation, by the SHA-256 of the question file. Written by\n"
    "# `bienban eval --pin` (raises only) and `bienban eval --lower-floors`.\n"
)
_ROUNDING = 1e-9


class BadFloors(ValueError):
    """The file of floors can't be read or written."""


@dataclass(frozen=True, slots=True)
class Floor:
    """Least `accuracy` and `unanswerable`, most `wrong_rate` and `unsupported`."""

    accuracy: float
    wrong_rate: float
    unanswerable: float
    unsupported: int

    @classmethod
    def of(cls, scores: Scores) -> Floor:
        return cls(
            # rounded to what the scores' side is sure to reach again
            accuracy=_down(scores.accuracy),
            wrong_rate=-_down(-scores.wrong_rate),
            unanswerable=_down(scores.unanswerable),
            unsupported=scores.unsupported,
        )

    def raised(self, other: Floor) -> Floor:
        """The stricter of both in every measure."""
        return Floor(
            max(self.accuracy, other.accuracy),
            min(self.wrong_rate, other.wrong_rate),
            max(self.unanswerable, other.unanswerable),
            min(self.unsupported, other.unsupported),
        )


def shortfalls(scores: Scores, floor: Floor) -> Iterator[str]:
    """A sentence for each measure that fell below its floor."""
    if scores.accuracy < floor.accuracy - _ROUNDING:
        yield f"Tỷ lệ đúng {scores.accuracy:.2%} thấp hơn ngưỡng {floor.accuracy:.2%}."
    if scores.wrong_rate > floor.wrong_rate + _ROUNDING:
        yield f"Tỷ lệ sai {scores.wrong_rate:.2%} cao hơn ngưỡng {floor.wrong_rate:.2%}."
    if scores.unanswerable < floor.unanswerable - _ROUNDING:
        yield f"Từ chối đúng {scores.unanswerable:.2%} thấp hơn ngưỡng {floor.unanswerable:.2%}."
    if scores.unsupported > floor.unsupported:
        yield f"Số không có căn cứ {scores.unsupported} nhiều hơn ngưỡng {floor.unsupported}."


def read_floors(path: Path = PINNED) -> dict[str, Floor]:
    """Floors by fingerprint; raises `BadFloors`."""
    return {fingerprint: floor for fingerprint, (_, floor) in _read(path).items()}


def pin(
    fingerprint: str, name: str, scores: Scores, path: Path = PINNED, *, lower: bool = False
) -> Floor:
    """Write the floor of a set and give it back: the stricter of old and new, or with `lower`
    the new one. Raises `BadFloors`.
    """
    named = _read(path)
    floor = Floor.of(scores)
    if fingerprint in named and not lower:
        floor = floor.raised(named[fingerprint][1])
    named[fingerprint] = (name, floor)
    try:
        path.write_text(_text(named), encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadFloors(f"Không ghi được tệp ngưỡng {path} ({error.strerror}).") from error
    return floor


def _read(path: Path) -> dict[str, tuple[str, Floor]]:
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            fingerprint: (
                str(table["name"]),
                Floor(
                    float(table["accuracy"]),
                    float(table["wrong_rate"]),
                    float(table["unanswerable"]),
                    int(table["unsupported"]),
                ),
            )
            for fingerprint, table in tables.items()
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadFloors(f"Tệp ngưỡng {path} không đọc được: {error}.") from error


def _text(named: Mapping[str, tuple[str, Floor]]) -> str:
    parts = [_HEAD]
    for fingerprint, (name, floor) in sorted(named.items(), key=lambda item: item[1][0]):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        values = "".join(f"{key} = {value}\n" for key, value in asdict(floor).items())
        parts.append(f'["{fingerprint}"]\nname = "{escaped}"\n{values}')
    return "\n".join(parts)


def _down(share: float) -> float:
    """To four decimals, never above."""
    return math.floor(share * 10_000) / 10_000
