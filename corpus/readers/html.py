"""Web pages: the article with its headings, lists and tables in place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from corpus import legacy
from corpus.document import Document, DocumentBuilder, TableCell, clean
from corpus.headings import heading_level
from corpus.readers.base import damaged, not_text
from corpus.readers.dateline import any_date, published_on
from corpus.readers.html_article import article, lines_before
from corpus.readers.teasers import TEASERS

_BLOCKS = {
    "p", "div", "section", "article", "main", "li", "ul", "ol", "dl", "dt", "dd", "blockquote",
    "figure", "figcaption", "caption", "pre", "address", "header", "center", "body", "html",
    "table", "tbody", "thead", "tfoot", "tr", "td", "th", "hr", "details", "summary", "fieldset",
    "h1", "h2", "h3", "h4", "h5", "h6", "time", "form",
}  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I)
_LONG_CELL = 400  # characters; a table of such cells lays out a page, it states no data


class HtmlReader:
    """Reads .html: article body, title, publishing date and site."""

    suffixes = (".html", ".htm", ".xhtml")

    def read(self, path: Path) -> Document:
        from lxml import etree
        from lxml.html import HTMLParser, document_fromstring

        try:
            text, converted = decode_page(path.read_bytes())
        except ValueError as error:
            raise not_text(path) from error
        text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
        try:
            root = document_fromstring(text, parser=HTMLParser(huge_tree=False))
        except (etree.ParserError, etree.XMLSyntaxError) as error:
            raise damaged(path) from error
        builder = DocumentBuilder()
        if converted:
            builder.marks.add("legacy")
        _declared(root, builder)
        body = article(root)
        layout = _Layout(builder, in_header=_length_before_title(body) < _HEADER)
        if builder.title and body.find(".//h1") is None:
            builder.heading(builder.title, 1)
        layout.walk(body)
        layout.close()
        near_title = published_on([*layout.top, *lines_before(root, body)])
        builder.published = builder.published or near_title
        return builder.build()


_TOP_LINES = 14  # lines above and below the title in which the dateline stands
_HEADER = 600  # characters before the first h1 that can only be the page's head
# Whose paper it is, above its title: "CÔNG TY CỔ PHẦN CẢNG CÁ SƠN CA", "UBND HUYỆN SƠN CA".
_LETTERHEAD = re.compile(
    r"(?:(?:TỔNG )?CÔNG TY|CTCP|HỢP TÁC XÃ|QUỸ TÍN DỤNG|BỆNH VIỆN|TRƯỜNG)(?: [^\W\d_a-z]+){2,}"
    r"|(?:[UỦ][YỶỘ] BAN (?:NHÂN DÂN|MTTQ)|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN|ĐẢNG [BỦU][ỘYỶ]"
    r"|(?:HUYỆN|THỊ|THÀNH) [ỦU][YỶ])(?=\s[^\W\d_a-z]{2})[^a-z]*(?:$|Số)"
)
# Heads of boxes with links to other articles, on a line of their own.
_LINK_BOX = re.compile(
    r"\W*(?:(?:tin|bài|các tin|các bài)\s+)?(?:(?:bài\s+)?(?:viết\s+)?(?:liên quan|khác"
    r"|mới nhất|mới|"
    r"nổi bật|cùng chuyên mục|đọc nhiều|xem nhiều)|đọc nhiều|xem nhiều|liên kết"
    r"|có thể bạn quan tâm|"
    r"chuyên mục|văn bản mới|thông báo mới)(?:\s+nhất)?\W*",
    re.I,
)
# A box of a few links that may stand in the middle of an article.
_MORE_TO_READ = re.compile(r"\W*(?:đọc|xem|mời đọc|mời xem) thêm\W*", re.I)
_ARTICLE = 400  # characters of running text after which such a box can only be furniture
_SENTENCE = 160  # characters: longer lines are text again


def _length_before_title(body: Any) -> float:
    """Characters of text before the only h1; infinite where there is none or several."""
    if len(body.findall(".//h1")) != 1:
        return float("inf")
    count = 0
    for element in body.iter():
        if element.tag == "h1":
            break
        count += len((element.text or "").strip()) + len((element.tail or "").strip())
    return count


def decode_page(data: bytes) -> tuple[str, bool]:
    """A page's text by its byte order mark, its UTF-8, its declared charset, or by detection."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:3000])
        name = declared[1].decode("ascii").lower() if declared else ""
        if name not in ("", "utf-8", "utf8", "windows-1252", "iso-8859-1", "x-user-defined"):
            try:
                return legacy.convert_text(data.decode(name))
            except (LookupError, UnicodeDecodeError):
                pass
    return legacy.decode(data)


def _declared(root: Any, builder: DocumentBuilder) -> None:
    """Title, date and site that the page states about itself."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(key.lower(), (meta.get("content") or "").strip())
    window = " ".join((root.findtext(".//head/title") or root.findtext(".//title") or "").split())
    heads = [" ".join(_text(h).split()) for h in root.iter("h1")]
    heads = [h for h in heads if len(h) > 8]
    builder.site = metas.get("og:site_name") or None
    matching = next((h for h in heads if window.startswith(h)), None)
    if matching and len(window) > len(matching) + 3:
        builder.site = builder.site or window[len(matching) :].strip(" -|–—:·»") or None
    if builder.site is None and (named := _SITE_BEHIND.search(window)):
        builder.site = named["site"]  # "A thi đua - Hội Nông dân tỉnh B"
    if builder.site is None and (named := _OWNER.search("\n".join(root.itertext()))):
        builder.site = " ".join(named["site"].split())
    stated = matching or (heads[0] if len(heads) == 1 else None) or metas.get("og:title") or window
    builder.title = _without_site(stated, builder.site) or None
    builder.published = _published(root, metas)


# Whose page it is, behind an article's own title in the window's.
_SITE_BEHIND = re.compile(
    r"(?<=\w{3})[^\w\s]?\s[-|–—»]\s(?P<site>(?:(?:báo|cổng|trang|đài|hội|ubnd|sở|đảng bộ"
    r"|huyện ủy|tạp chí"
    r"|ủy ban|mttq|liên đoàn|đoàn|website)\s[^|]{4,70}|[^|–—-]{3,50}(?:online|điện tử|\.vn)))$",
    re.I,
)


# Whose page it is, in its head or foot: "Trang TTĐT huyện A", "Cơ quan chủ quản: UBND huyện A".
_OWNER = re.compile(
    r"(?:(?:Cổng|Trang)\s+(?:thông\s+tin\s+điện\s+tử|TTĐT)(?:\s+(?:tổng\s+hợp|của))*"
    r"|(?:Cơ\s+quan|Đơn\s+vị)\s+chủ\s+quản\s*:)\s+"
    r"(?P<site>(?:UBND|Huyện|Thị|Thành|Đảng|HĐND|Tỉnh|Ủy|Uỷ|Xã|Phường)[^|<.,;:\n–-]{4,60})",
    re.I,
)


def _without_site(title: str, site: str | None) -> str:
    if site and title.endswith(site) and len(title) > len(site):
        return title[: -len(site)].rstrip(" -|–—:·»")
    return title


def _published(root: Any, metas: dict[str, str]) -> date | None:
    for key in ("article:published_time", "datepublished", "pubdate", "date", "dc.date",
                "dc.date.issued", "publishdate", "article:modified_time"):  # fmt: skip
        found = any_date(metas.get(key, ""))
        if found:
            return found
    for script in root.iter("script"):
        stated = re.search(r'"datePublished"\s*:\s*"([^"]+)"', script.text or "")
        found = any_date(stated[1]) if stated else None
        if found:
            return found
    return None


class _Layout:
    """Walks an element and hands paragraphs, headings and tables to the builder."""

    def __init__(self, builder: DocumentBuilder, *, in_header: bool) -> None:
        """`in_header` tells that what stands before the first h1 is the page's head."""
        self._in_header = in_header
        self._builder = builder
        self._open: list[str] = []
        self._bold = True  # whether all open text is bold
        self._lists = 0  # how many items of lists, one in the other, are open
        self._titled = not builder.is_empty
        self.top: list[str] = []
        self._read = 0  # characters of running text so far
        self._beside = False  # whether the article is over and a box of links has begun
        self._between = False  # whether that box may stand in the middle of the article

    def walk(self, element: Any, bold: bool = False) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _HEADINGS:
            self.close()
            level = _HEADINGS[tag]
            self._in_header = self._in_header and level != 1
            self._builder.heading(_text(element), max(level, 2) if self._titled else level)
            self._titled = self._titled or level == 1
            return
        if tag == "table" and _is_data(element):
            self.close()
            self._table(element)
            return
        if tag == "time" and element.get("datetime") and self._builder.published is None:
            self._builder.published = any_date(element.get("datetime"))
        block = tag in _BLOCKS
        if block:
            self.close()
        self._lists += tag == "li"
        if tag == "br":
            self._open.append("\n")
        bold = bold or tag in ("b", "strong") or "bold" in (element.get("style") or "")
        self._add(element.text, bold)
        for child in element:
            self.walk(child, bold)
            self._add(child.tail, bold)
        if block:
            self.close()
        self._lists -= tag == "li"

    def close(self) -> None:
        """End the open paragraph; two line breaks in a row end one too."""
        text, self._open = "".join(self._open), []
        bold, self._bold = self._bold, True
        for part in re.split(r"\n[ \t\xa0]*\n\s*", text):
            words = clean(part)
            if not words or self._is_aside(words):
                continue
            single = bold and "\n" not in words and len(words.split()) > 2  # two: an author
            if len(self.top) < _TOP_LINES:
                self.top.extend(words.split("\n")[:2])
            if self._in_header and not _LETTERHEAD.match(words):
                continue
            level = heading_level(words) if single else None
            if level is not None:
                self._builder.heading(words, max(level, 2))
            else:
                self._builder.paragraph(words, item=self._lists > 0)

    def _is_aside(self, words: str) -> bool:
        """Whether a text is a box of links beside or below the article ("ĐỌC NHIỀU")."""
        head = words.split("\n")[0]
        if TEASERS.match(words) and self._read >= _ARTICLE:
            return True
        between = _MORE_TO_READ.fullmatch(head) is not None
        if (between or _LINK_BOX.fullmatch(head)) and self._read >= _ARTICLE:
            self._beside, self._between = True, between
        if self._beside and max(map(len, words.split("\n"))) < _SENTENCE:
            return True
        if self._between:  # the article goes on
            self._beside = self._between = False
        self._read += len(words)
        return False

    def _add(self, text: str | None, bold: bool) -> None:
        if text:
            self._open.append(re.sub(r"\s+", " ", text))
            if text.strip():
                self._bold = self._bold and bold

    def _table(self, table: Any) -> None:
        for caption in table.iter("caption"):
            self._builder.paragraph(caption.text_content())
        taken: set[tuple[int, int]] = set()
        cells: list[TableCell] = []
        for number, row in enumerate(_rows(table)):
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while (number, column) in taken:
                    column += 1
                rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
                text = " ".join(_text(cell).split())
                cells.append(TableCell(text, number, column, rows, columns))
                taken.update(
                    (r, c)
                    for r in range(number, number + rows)
                    for c in range(column, column + columns)
                )
                column += columns
        self._builder.table(cells)


def _rows(table: Any) -> list[Any]:
    """The table's own rows, not those of tables inside its cells."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _is_data(table: Any) -> bool:
    """Whether a table states data, rather than laying out a page or a letterhead."""
    rows = _rows(table)
    widths = [sum(cell.tag in ("td", "th") for cell in row) for row in rows]
    if len(rows) < 2 or max(widths, default=0) < 2:
        return False
    if table.find(".//table") is not None or table.find(".//h1") is not None:
        return False
    longest = max(len(cell.text_content()) for row in rows for cell in row)
    return longest < _LONG_CELL or len(rows) > 3


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), 500) if value.isdigit() else 1


def _text(element: Any) -> str:
    """Text of a cell or a heading; blocks and line breaks inside it become blanks."""
    parts: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):  # a comment
            parts.append(child.tail or "")
            continue
        block = child.tag in _BLOCKS or child.tag == "br"
        parts.append(" " if block else "")
        parts.append(_text(child))
        parts.append((" " if block else "") + (child.tail or ""))
    return "".join(parts)
