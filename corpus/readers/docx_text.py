"""Text of a Word paragraph, run by run: fonts decide the encoding, deletions are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus import legacy

_SKIPPED = {"del", "moveFrom", "Fallback", "txbxContent", "instrText", "delText", "pPr", "rPr"}


@dataclass(frozen=True, slots=True)
class ParagraphText:
    text: str
    bold: bool  # all of it
    centred: bool
    legacy: bool


def tag(element: Any) -> str:
    """An element's name without its namespace; "" for comments."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def value(element: Any, attribute: str = "val") -> str | None:
    """An attribute of the element's own namespace."""
    found: str | None = element.get(f"{{{element.nsmap.get(element.prefix)}}}{attribute}")
    return found


def child(element: Any, *path: str) -> Any | None:
    """The first descendant along a path of names."""
    for name in path:
        element = next((c for c in element if tag(c) == name), None)
        if element is None:
            return None
    return element


class Fonts:
    """What a document's styles say: font, bold, alignment, outline level; looked up once."""

    def __init__(self, source: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._default = ""
        root = source.styles.element
        for style in root:
            if tag(style) == "style":
                self._styles[value(style, "styleId") or ""] = style
                default = value(style, "default") in ("1", "true")
                if default and value(style, "type") == "paragraph":
                    self._default = value(style, "styleId") or ""
        self._document = child(root, "docDefaults", "rPrDefault", "rPr", "rFonts")

    def style_name(self, paragraph: Any) -> str:
        style = self._styles.get(self._style_id(paragraph))
        name = child(style, "name") if style is not None else None
        return (value(name) or "") if name is not None else ""

    def outline(self, paragraph: Any) -> int | None:
        """1-based outline level of the paragraph or its style; None for body text."""
        for element in [paragraph, *self._chain(self._style_id(paragraph))]:
            found = child(element, "pPr", "outlineLvl")
            if found is not None:
                level = int(value(found) or 9)
                return level + 1 if level < 9 else None
        return None

    def centred(self, paragraph: Any) -> bool:
        for element in [paragraph, *self._chain(self._style_id(paragraph))]:
            found = child(element, "pPr", "jc")
            if found is not None:
                return value(found) == "center"
        return False

    def font(self, run: Any, paragraph: Any) -> str | None:
        for element in self._sources(run, paragraph):
            found = child(element, "rPr", "rFonts")
            name = _font_name(found) if found is not None else None
            if name:
                return name
        return _font_name(self._document) if self._document is not None else None

    def bold(self, run: Any, paragraph: Any) -> bool:
        for element in self._sources(run, paragraph):
            found = child(element, "rPr", "b")
            if found is not None:
                return value(found) not in ("0", "false", "off")
        return False

    def _sources(self, run: Any, paragraph: Any) -> Iterator[Any]:
        yield run
        style = child(run, "rPr", "rStyle")
        if style is not None:
            yield from self._chain(value(style) or "")
        yield from self._chain(self._style_id(paragraph))

    def _style_id(self, paragraph: Any) -> str:
        style = child(paragraph, "pPr", "pStyle")
        return (value(style) if style is not None else None) or self._default

    def _chain(self, name: str) -> Iterator[Any]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            base = child(self._styles[name], "basedOn")
            name = (value(base) or "") if base is not None else ""


def paragraph_text(paragraph: Any, fonts: Fonts) -> ParagraphText:
    """The paragraph's text; neighbouring runs of one font are converted together.

    VNI writes a letter and its mark as two characters, which a change of formatting may part.
    """
    pieces: list[tuple[str | None, str]] = []
    all_bold = True
    for run in _runs(paragraph):
        text = _run_text(run)
        if not text:
            continue
        if text.strip():
            all_bold = all_bold and fonts.bold(run, paragraph)
        font = fonts.font(run, paragraph)
        font = font if legacy.font_encoding(font) else None
        if pieces and pieces[-1][0] == font:
            pieces[-1] = (font, pieces[-1][1] + text)
        else:
            pieces.append((font, text))
    converted = [legacy.convert_font(text, font) for font, text in pieces]
    text = "".join(text for text, _ in converted)
    changed = any(was for _, was in converted)
    if not changed and not any(font for font, _ in pieces):
        text, changed = legacy.convert_text(text)
    bold = all_bold and bool(text.strip())
    return ParagraphText(text, bold, fonts.centred(paragraph), changed)


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """Contents of the text boxes anchored in a paragraph; the copy for old programs is not one."""
    for element in paragraph.iter():
        if tag(element) == "txbxContent" and not any(
            tag(a) == "Fallback" for a in element.iterancestors()
        ):
            yield element


def _runs(element: Any) -> Iterator[Any]:
    for node in element:
        name = tag(node)
        if name == "r":
            yield node
        elif name not in _SKIPPED:
            yield from _runs(node)


def _run_text(run: Any) -> str:
    parts: list[str] = []
    for node in run:
        name = tag(node)
        if name == "t":
            parts.append(node.text or "")
        elif name in ("tab", "ptab"):
            parts.append("\t")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif name == "softHyphen":
            parts.append("\xad")  # in .VnTime this is the letter ư
        elif name == "sym":
            parts.append(_symbol(node))
    return "".join(parts)


def _symbol(node: Any) -> str:
    code = value(node, "char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code):
        return ""
    point = int(code, 16)
    return chr(point) if point < 0xE000 else ""  # private: a bullet of Wingdings


def _font_name(fonts: Any) -> str | None:
    return value(fonts, "ascii") or value(fonts, "hAnsi") or value(fonts, "cs")
