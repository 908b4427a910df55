"""Vietnamese text typed before Unicode: TCVN3 (ABC, .VnTime), VNI, VISCII, windows-1258.

The tables come from viparse (MIT). Its automatic mode converts whole texts and so corrupts the
Unicode lines of mixed files; here every line is guarded. Candidates are compared by the share
of their words that are spelled like Vietnamese syllables.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Literal

Encoding = Literal["tcvn3", "vni", "viscii"]

_ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni", "viscii")

# Shares of well-spelled words among those with marks. Real papers reach 0.95 in their own
# encoding and under 0.5 in a wrong one; names and abbreviations cost a few points.
_PLAUSIBLE = 0.75
_GAIN = 0.25
_SAMPLE = 20_000  # characters judged: a decision needs no more

_ONSETS = "ngh|ng|nh|kh|gh|gi|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx]"
_NUCLEI = (
    "uyê|uyu|oao|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|ia|iê|yê|ua|uô|ưa|ươ|uê|uơ|uy|oa|oă"
    "|oe|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|uâ|oo|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(f"^({_ONSETS})?({_NUCLEI})(ch|ng|nh|[cmnpt])?$")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]|[^\W\d_])*")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# letters that only Unicode Vietnamese has: none of them lies in Latin-1
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1"
    "\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]"
)
_ALL_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, bool]:
    """Text of a file's bytes, and whether it was converted from a legacy encoding.

    Raises `ValueError` for bytes that are not text.
    """
    marked = _marked_unicode(data)
    if marked is not None:
        return convert_text(marked)
    if len(_ALL_CONTROLS.findall(data[:_SAMPLE])) > 0.02 * len(data[:_SAMPLE]):
        raise ValueError("control bytes")
    try:
        return convert_text(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return convert_text(data[: error.start].decode("utf-8"))
    return _from_bytes(data)


def convert_line(line: str, encoding: Encoding) -> str:
    """The line converted; pure ASCII and lines with Vietnamese Unicode letters stay."""
    if line.isascii() or _UNICODE_ONLY.search(line):
        return line
    from viparse.normalize.encodings import CHARMAPS
    from viparse.normalize.tables import convert

    converted: str = convert(line, CHARMAPS[encoding])
    return converted


def convert_text(text: str) -> tuple[str, bool]:
    """Convert the lines of decoded text whose characters stand for legacy bytes.

    PDF, RTF and web pages hand out text typed in .VnTime or VNI-Times as Latin-1 letters. Only
    lines that become better Vietnamese are changed.
    """
    if text.isascii():
        return text, False
    lines = text.split("\n")
    suspects = [line for line in lines if not line.isascii() and not _UNICODE_ONLY.search(line)]
    sample = "\n".join(suspects)[:_SAMPLE]
    if len(_WORD.findall(sample)) < 4:
        return text, False
    before = spelling(sample)
    encoding, after = _best(sample)
    if after < _PLAUSIBLE or after - before < _GAIN:
        return text, False
    mixed = len(suspects) < sum(1 for line in lines if _UNICODE_ONLY.search(line))
    converted = [_better(line, encoding, mixed) for line in lines]
    return "\n".join(converted), converted != lines


def convert_font(text: str, font: str | None) -> tuple[str, bool]:
    """Text of a run typed in a legacy font, by the font's name (".VnTime", "VNI-Times")."""
    encoding = font_encoding(font)
    if encoding is None:
        return text, False
    converted = convert_line(text, encoding)
    if encoding == "tcvn3" and (font or "").upper().endswith("H"):
        converted = converted.upper()  # .VnTimeH shows small letters as capitals
    return converted, converted != text


def font_encoding(font: str | None) -> Encoding | None:
    """The encoding that a font's name implies, None for Unicode fonts."""
    name = re.sub(r"^[A-Z]{6}\+", "", font or "").lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni") else None


def spelling(text: str) -> float:
    """Share of the words with marks that are spelled like Vietnamese syllables, 0 to 1.

    Symbols inside a word (the "®" of an unconverted "®¹t") count as misspelled words.
    """
    words = [word for word in re.findall(r"[^\s\d.,;:()/%\"'“”-]+", text) if not word.isascii()]
    if not words:
        return 0.0
    return sum(1 for word in words if _is_syllable(word)) / len(words)


@cache
def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    plain, tones = _TONES.subn("", decomposed)
    return tones <= 1 and _SYLLABLE.match(unicodedata.normalize("NFC", plain)) is not None


def _best(sample: str) -> tuple[Encoding, float]:
    scored: list[tuple[float, Encoding]] = []
    for encoding in _ENCODINGS:
        converted = "\n".join(convert_line(line, encoding) for line in sample.split("\n"))
        scored.append((spelling(converted), encoding))
    score, encoding = max(scored, key=lambda pair: pair[0])
    return encoding, score


def _better(line: str, encoding: Encoding, mixed: bool) -> str:
    converted = convert_line(line, encoding)
    if converted == line:
        return line
    gain = spelling(converted) - spelling(line)
    return converted if gain > 0 or (gain == 0 and not mixed) else line


def _marked_unicode(data: bytes) -> str | None:
    """Text of bytes that show their Unicode form, by a mark or by their zero bytes."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    head = data[:4000]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    # Latin letters, digits and blanks have a zero half: a third of any Vietnamese text
    if max(odd, even) > len(head) / 8 and min(odd, even) < max(odd, even) / 8:
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    return None


def _from_bytes(data: bytes) -> tuple[str, bool]:
    """Text of 8-bit bytes; lines that are valid UTF-8 are taken as such."""
    surface = data[:_SAMPLE].decode("latin-1")
    encoding, score = _best(surface)
    windows = unicodedata.normalize("NFC", data[:_SAMPLE].decode("cp1258", errors="replace"))
    windows_score = spelling(windows)
    unicode_lines = spelling(data[:_SAMPLE].decode("utf-8", errors="ignore"))
    if max(score, windows_score, unicode_lines) < 0.5:
        if sum(1 for c in surface if ord(c) > 127) > 0.2 * len(surface):
            raise ValueError("8-bit bytes in no Vietnamese encoding")
        return _lines(data, lambda raw: raw.decode("cp1252", errors="replace")), False
    if windows_score > score:
        return _lines(data, lambda raw: raw.decode("cp1258", errors="replace")), True
    return _lines(data, lambda raw: convert_line(raw.decode("latin-1"), encoding)), True


def _lines(data: bytes, legacy: Callable[[bytes], str]) -> str:
    out: list[str] = []
    for raw in data.split(b"\n"):
        try:
            out.append(raw.decode("utf-8"))
        except UnicodeDecodeError:
            out.append(legacy(raw))
    return "\n".join(out)
