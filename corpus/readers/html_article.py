"""Find the article in a web page: drop menus and sidebars, keep what is read as one text."""

from __future__ import annotations

import re
from typing import Any

_DROPPED = {
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button",
    "select", "iframe", "object", "svg", "canvas", "video", "audio", "map", "dialog", "head",
}  # fmt: skip
# class and id words of page furniture; whole words, so that "content-menu-item" goes
# and "documenta" stays
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(menu|nav|navbar|navigation|breadcrumbs?|sidebar|side|aside|footer|banner|topbar"
    r"|comments?|binh-?luan|related|lien-?quan|tin-?khac|tin-?lien-?quan|tinkhac|doc-?nhieu"
    r"|social|share|chia-?se|ads?|adv|quang-?cao|advert\w*|popup|modal|cookie|login|search"
    r"|tim-?kiem|tags?|pagination|pager|widget|counter|thong-?ke|skip)(?:$|[\s_-])",
    re.I,
)
_BODY = re.compile(
    r"(?:^|[\s_-])(content|article|post|detail|details|entry|main|noi-?dung|noidung|body|story"
    r"|chi-?tiet|news)(?:$|[\s_-])",
    re.I,
)
# Descend while one child holds nearly all prose; 0.8 kept the lead paragraph in every page
# tried, 0.6 lost it where lead and body stand in two boxes.
_HOLDS = 0.8


def article(root: Any) -> Any:
    """The smallest element of an lxml tree that holds the page's prose and, if near, its title.

    Changes the tree: furniture is removed. A page without prose is returned whole.
    """
    from lxml import etree

    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        _drop(element)
    for element in list(root.iter()):
        if element is not root and element.getparent() is not None and _is_furniture(element):
            _drop(element)
    body = root.find("body")
    start = body if body is not None else root
    total = prose(start)
    if not total:
        return start
    return _with_title(_descend(start), start)


_NEAR = 12  # lines above the article in which its dateline stands


def lines_before(root: Any, found: Any) -> list[str]:
    """The last short lines above the article, nearest first."""
    lines: list[str] = []
    for element in root.iter():
        if element is found:
            break
        if isinstance(element.tag, str) and element.tag not in _DROPPED and element.tag != "a":
            inner = (element.text or "", *(child.tail or "" for child in element))
            lines += [line for text in inner if (line := " ".join(text.split()))]
    return lines[-_NEAR:][::-1]


def prose(element: Any) -> int:
    """Characters of running text: text outside links, whole sentences counting most."""
    count = 0
    for node in element.iter():
        if not isinstance(node.tag, str) or node.tag == "a":
            continue
        for text in [node.text, *[child.tail for child in node]]:
            words = (text or "").strip()
            count += len(words) if len(words) > 40 else len(words) // 4
    return count


def _is_furniture(element: Any) -> bool:
    tag = element.tag
    if not isinstance(tag, str):
        return True
    if tag in _DROPPED or element.get("hidden") is not None:
        return True
    if re.search(r"display\s*:\s*none", element.get("style") or "", re.I):
        return True
    if tag in ("html", "body", "article", "main", "h1", "table", "tr", "td", "th", "p", "span"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if tag == "header":
        return element.find(".//h1") is None
    if not _FURNITURE.search(names) or _BODY.search(names):
        return False
    # a wrong guess must not cost the article: furniture has little running text
    return prose(element) < 1500 and element.find(".//h1") is None


def _descend(start: Any) -> Any:
    current = start
    while True:
        children = [c for c in current if isinstance(c.tag, str)]
        total = prose(current)
        if not children or current.tag in ("article", "main") or not total:
            return current
        best = max(children, key=prose)
        if best.tag not in ("div", "section", "article", "main", "center", "form", "body"):
            return current
        names = f"{best.get('class') or ''} {best.get('id') or ''}"
        needed = 0.5 if best.tag in ("article", "main") or _BODY.search(names) else _HOLDS
        if prose(best) < needed * total:
            return current
        current = best


def _with_title(found: Any, start: Any) -> Any:
    """Climb to the element that also holds the page's only h1, if that adds little else."""
    heads = start.findall(".//h1")
    if not heads or found.find(".//h1") is not None:
        return found
    parent = found
    while parent is not start and parent.getparent() is not None:
        parent = parent.getparent()
        if parent.find(".//h1") is not None:
            return parent if prose(parent) < 1.3 * prose(found) + 200 else found
    return found


def _drop(element: Any) -> None:
    """Remove an element but keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    previous = element.getprevious()
    parent.remove(element)
    if tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
