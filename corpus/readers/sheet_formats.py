"""Number formats of an .xlsx: how many decimals a cell shows, whether it groups or is a percent.

Calamine reads values only. The two XML parts that hold the formats are read here, streaming,
which also tells the used area before a reader lays it out in memory. Ids of built-in formats:
ECMA-376 part 1, 18.8.30.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from corpus.readers.base import too_large


@dataclass(frozen=True, slots=True)
class NumberFormat:
    decimals: int | None = None  # None: as many as the value has
    grouped: bool = False
    percent: bool = False


_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
}  # fmt: skip

Formats = dict[tuple[int, int], NumberFormat]


def number_formats(path: Path, most_cells: int) -> dict[str, Formats]:
    """Formats by sheet name, then (row, column), 0-based; {} for other kinds of workbook.

    Raises `UnreadableFile` where the used area of a sheet has more cells than `most_cells`.
    """
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" not in names:
            return {}
        styles = _styles(archive) if "xl/styles.xml" in names else []
        out: dict[str, Formats] = {}
        for title, part in _sheets(archive):
            if part in names:
                with archive.open(part) as stream:
                    out[title] = _cells(path, stream, styles, most_cells)
        return out


def parse_format(code: str) -> NumberFormat | None:
    """What a format code means for a positive number; None for dates, text and General."""
    first = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", code).split(";")[0]
    if not re.search(r"[0#]", first) or re.search(r"[dmyhsDMYHS@E/]", first):
        return None
    places = re.search(r"\.([0#?]*)", first)
    fixed = places[1].count("0") if places else 0
    optional = places is not None and "#" in places[1]
    return NumberFormat(
        decimals=None if optional else fixed,
        grouped=re.search(r"[#0],[#0]", first) is not None,
        percent="%" in first,
    )


def _events(stream: IO[bytes]) -> Iterator[Any]:
    from lxml import etree

    for _, element in etree.iterparse(
        stream, events=("end",), resolve_entities=False, no_network=True, huge_tree=True
    ):
        yield element


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _styles(archive: zipfile.ZipFile) -> list[NumberFormat | None]:
    """Format of each cell style, by its index."""
    codes = dict(_BUILT_IN)
    found: list[NumberFormat | None] = []
    with archive.open("xl/styles.xml") as stream:
        for element in _events(stream):
            if _name(element) == "numFmt":
                codes[int(element.get("numFmtId"))] = element.get("formatCode") or ""
            elif _name(element) == "cellXfs":
                for style in element:
                    code = codes.get(int(style.get("numFmtId") or 0), "")
                    found.append(parse_format(code) if code else None)
    return found


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name of each sheet and the part that holds it."""
    targets: dict[str, str] = {}
    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        for element in _events(stream):
            if _name(element) == "Relationship":
                targets[element.get("Id")] = element.get("Target") or ""
    with archive.open("xl/workbook.xml") as stream:
        for element in _events(stream):
            if _name(element) == "sheet":
                link = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
                part = posixpath.normpath(posixpath.join("/xl", targets.get(link, ""))).lstrip("/")
                yield element.get("name") or "", part


def _cells(
    path: Path, stream: IO[bytes], styles: list[NumberFormat | None], most_cells: int
) -> Formats:
    found: Formats = {}
    top = left = 1 << 30
    bottom = right = row = column = -1
    for element in _events(stream):
        name = _name(element)
        if name == "row":
            row, column = row if element.get("r") else row + 1, -1
            element.clear()
            while element.getprevious() is not None:  # keep the tree small
                del element.getparent()[0]
        elif name == "c":
            at = _position(element.get("r"))
            row, column = at if at else (max(row, 0), column + 1)
            if len(element):
                top, left = min(top, row), min(left, column)
                bottom, right = max(bottom, row), max(right, column)
                style = int(element.get("s") or 0)
                form = styles[style] if style < len(styles) else None
                if form is not None and element.get("t") in (None, "n"):
                    found[row, column] = form
    if bottom >= 0:
        area = (bottom - top + 1) * (right - left + 1)
        if area > most_cells:
            raise too_large(path, f"{area} ô", f"{most_cells} ô")
    return found


def _position(reference: str | None) -> tuple[int, int] | None:
    """0-based row and column of "B7"."""
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]) - 1, column - 1
