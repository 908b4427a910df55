"""Read any supported file into a `Document`, judging it by its content before its name.

Clerks rename files and programs mislabel them (a "report.doc" is often RTF or a web page), so
the first bytes decide and the ending only where they say nothing.
"""

from __future__ import annotations

import logging
import stat
from pathlib import Path
from typing import Literal

from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.readers import base
from corpus.readers.archive import zip_kind
from corpus.readers.base import Reader, ReadLimits

__all__ = ["SUPPORTED_SUFFIXES", "ReadLimits", "read_document"]

_LOG = logging.getLogger(__name__)

Kind = Literal[
    "text", "markdown", "html", "docx", "pdf", "image", "sheet", "delimited", "odt", "rtf", "doc"
]

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx",
    ".pdf": "pdf",
    ".png": "image", ".jpg": "image", ".jpeg": "image", ".tif": "image", ".tiff": "image",
    ".bmp": "image", ".webp": "image",
    ".xlsx": "sheet", ".xlsm": "sheet", ".xlsb": "sheet", ".xls": "sheet", ".ods": "sheet",
    ".csv": "delimited", ".tsv": "delimited",
    ".odt": "odt", ".ott": "odt",
    ".rtf": "rtf",
    ".doc": "doc", ".dot": "doc",
}  # fmt: skip

SUPPORTED_SUFFIXES: frozenset[str] = frozenset(_BY_SUFFIX)

_KNOWN = "txt, md, html, docx, doc, odt, rtf, pdf, xlsx, xls, ods, csv hoặc ảnh"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXTUAL: frozenset[Kind] = frozenset({"text", "markdown", "html", "delimited"})
_HEAD = 4096


def read_document(path: Path, limits: ReadLimits | None = None) -> Document:
    """The file's text and layout.

    Raises `UnreadableFile`, whose message is one sentence that names the file and says what to
    do. Nothing but regular files is opened, so devices and pipes can't block.
    """
    limits = limits or ReadLimits()
    try:
        _check(path, limits)
        document = _reader(_kind(path, limits), limits).read(path)
    except UnreadableFile:
        raise
    except PermissionError as error:
        raise base.forbidden(path) from error
    except Exception as error:  # any fault of a library on a hostile file
        _LOG.warning("cannot read %s", path, exc_info=True)
        raise base.damaged(path) from error
    if not any(c.isalnum() for c in document.text):
        raise base.no_text(path)
    if len(document.text) > limits.characters:
        size = f"{len(document.text)} ký tự"
        raise base.too_large(path, size, f"{limits.characters} ký tự")
    return document


def _check(path: Path, limits: ReadLimits) -> None:
    """Refuse what can be refused without opening the file."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise base.missing(path) from error
    except (OSError, ValueError) as error:  # a loop of links, a name with a zero byte
        raise base.not_a_file(path) from error
    if stat.S_ISDIR(status.st_mode):
        raise base.folder(path)
    if not stat.S_ISREG(status.st_mode):
        raise base.not_a_file(path)
    if status.st_size == 0:
        raise base.empty(path)
    if status.st_size > limits.bytes:
        size, limit = status.st_size // 1_000_000, limits.bytes // 1_000_000
        raise base.too_large(path, f"{size} MB", f"{limit} MB")


def _kind(path: Path, limits: ReadLimits) -> Kind:
    """What the file is: by its first bytes, then by its ending."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    named = _BY_SUFFIX.get(path.suffix.lower())
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        found = zip_kind(path, limits)
        if found == "other":
            raise base.unknown_type(path, _KNOWN)
        return found
    if head.startswith(_OLE):
        return _ole_kind(path, named)
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "image"
    if _is_page(head) and named not in ("markdown", "delimited"):
        return "html"
    if named is None:
        raise base.unknown_type(path, _KNOWN)
    if named not in _TEXTUAL:
        raise base.damaged(path) if _is_binary(head) else base.wrong_ending(path)
    return named


def _is_page(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()[:1000]
    return start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith((b"<?xml", b"<!--")) and b"<html" in start
    )


def _is_binary(head: bytes) -> bool:
    return head.count(0) > 0 or sum(byte < 9 for byte in head) > len(head) // 100


def _ole_kind(path: Path, named: Kind | None) -> Kind:
    """Old Office files; streams have UTF-16 names. Locked new ones hide in the same container."""
    data = path.read_bytes()

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise base.locked(path)
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("Book\0"):
        return "sheet"
    if named in ("doc", "sheet"):
        raise base.damaged(path)
    raise base.unknown_type(path, _KNOWN)


def _reader(kind: Kind, limits: ReadLimits) -> Reader:
    # imported here: each brings its own library, and most runs need one or two
    if kind == "text":
        from corpus.readers.text import TextReader

        return TextReader()
    if kind == "markdown":
        from corpus.readers.markdown import MarkdownReader

        return MarkdownReader()
    if kind == "html":
        from corpus.readers.html import HtmlReader

        return HtmlReader()
    if kind == "docx":
        from corpus.readers.docx import DocxReader

        return DocxReader()
    if kind == "pdf":
        from corpus.readers.pdf import PdfReader

        return PdfReader(limits)
    if kind == "image":
        from corpus.readers.image import ImageReader

        return ImageReader(limits)
    if kind == "sheet":
        from corpus.readers.sheet import SheetReader

        return SheetReader(limits)
    if kind == "delimited":
        from corpus.readers.sheet import DelimitedReader

        return DelimitedReader(limits)
    if kind == "odt":
        from corpus.readers.odt import OdtReader

        return OdtReader()
    if kind == "rtf":
        from corpus.readers.rtf import RtfReader

        return RtfReader()
    from corpus.readers.doc import DocReader

    return DocReader()
