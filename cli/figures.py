"""`figures`: what was read from the records, as a table or a CSV file."""

from __future__ import annotations

import csv
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.console import complain, say, table
from cli.reaching import reached

if TYPE_CHECKING:
    from service.contract import FigureMessage

KINDS = {
    "target": "chỉ tiêu",
    "amended_target": "chỉ tiêu điều chỉnh",
    "former_target": "chỉ tiêu trước điều chỉnh",
    "result": "kết quả",
    "estimate": "ước thực hiện",
    "plan_share": "so với kế hoạch",
    "plan_excess": "vượt kế hoạch",
    "plan_shortfall": "thiếu so với kế hoạch",
    "change": "tăng, giảm",
    "fulfilled": "số chỉ tiêu đạt",
}
_HEAD = ("Chỉ tiêu", "Loại", "Giá trị", "Kỳ", "Nơi", "Tệp")
_MORE = ("Nơi giao", "So với", "Trích dẫn")  # in a file: a terminal has no room for them


def figures(options: Namespace) -> int:
    with reached(options) as service:
        found = service.figures(options.indicator, options.place, options.year, options.kind)
    if options.csv is not None:
        return _write(options.csv, found)
    if not found:
        say("Không có số liệu nào khớp.")
        return 0
    say(table(_HEAD, [_row(figure) for figure in found]))
    return 0


def _row(figure: FigureMessage) -> tuple[str, ...]:
    return (
        figure["indicator"],
        KINDS.get(figure["kind"], figure["kind"]),
        figure["value"],
        figure["period"],
        figure["place"],
        figure["record"],
    )


def _write(path: Path, found: list[FigureMessage]) -> int:
    try:
        # the mark at the start tells Excel that this is UTF-8
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow((*_HEAD, *_MORE))
            for figure in found:
                more = (figure["giver"], figure["base"], figure["quote"])
                writer.writerow([_harmless(cell) for cell in (*_row(figure), *more)])
    except OSError as error:
        complain(f"Không ghi được tệp {path} ({error.strerror}); hãy chọn chỗ khác.")
        return 2
    say(f"Đã ghi {len(found)} số liệu vào {path}.")
    return 0


def _harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula; a record's text must not be one."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
