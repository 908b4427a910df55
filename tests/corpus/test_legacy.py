from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viparse.normalize.encodings import CHARMAPS

from corpus.legacy import convert_font, convert_line, convert_text, decode, font_encoding, spelling

SENTENCE = "Nghị quyết về mục tiêu phát triển của xã Đồng Lâu: thu ngân sách đạt 12,5 tỷ đồng."


def typed_in(name: str) -> Callable[[str], bytes]:
    letters = {letter: code for code, letter in reversed(CHARMAPS[name].pairs)}
    return lambda text: "".join(letters.get(c, c) for c in text).encode("latin-1")


def typed_in_1258(text: str) -> bytes:
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        out += (base + tones).encode("cp1258")
    return out


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii"])
def test_legacy_bytes_become_unicode(name: str) -> None:
    assert decode(typed_in(name)(SENTENCE)) == (SENTENCE, True)


def test_windows_1258_becomes_unicode() -> None:
    text, legacy = decode(typed_in_1258(SENTENCE))
    assert unicodedata.normalize("NFC", text) == SENTENCE
    assert legacy


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_bytes_stay(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, False)


def test_byte_ad_is_u_horn_in_tcvn3() -> None:
    assert convert_line("ph­êng V­ên", "tcvn3") == "phường Vườn"


def test_unicode_lines_of_a_mixed_file_stay() -> None:
    old = typed_in("tcvn3")("Tổng số hộ nghèo của xã giảm mạnh, còn 4,5%").decode("latin-1")
    text, legacy = convert_text(f"Bà Hà ở xã Lê\n{old}\nĐời sống được cải thiện")
    assert legacy
    assert text.split("\n") == [
        "Bà Hà ở xã Lê",
        "Tổng số hộ nghèo của xã giảm mạnh, còn 4,5%",
        "Đời sống được cải thiện",
    ]


def test_mixed_bytes_keep_their_utf8_lines() -> None:
    data = typed_in("tcvn3")(SENTENCE * 3) + "\nĐường xã dài 3,2 km".encode()
    assert decode(data)[0].split("\n")[1] == "Đường xã dài 3,2 km"


def test_other_languages_are_not_converted() -> None:
    spanish = "El niño español está aquí, mañana también señor, añadió mamá en París"
    assert convert_text(spanish) == (spanish, False)


@pytest.mark.parametrize(
    "font, expected",
    [(".VnTime", "tcvn3"), ("ABCDEF+.VnArialH", "tcvn3"), ("VNI-Times", "vni"), ("Arial", None)],
)
def test_fonts_name_their_encoding(font: str, expected: str | None) -> None:
    assert font_encoding(font) == expected


def test_capital_fonts_give_capitals() -> None:
    assert convert_font("b¸o c¸o", ".VnTimeH") == ("BÁO CÁO", True)


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(ValueError):
        decode(bytes(range(256)) * 20)


def test_spelling_tells_vietnamese() -> None:
    assert spelling("Nghiêng người, khuỷu tay, thuở ấy, quyển sổ") == 1.0
    assert spelling("NghÞ quyÕt vÒ môc tiªu") < 0.5


@given(st.text())
def test_utf8_text_is_never_lost(text: str) -> None:
    plain = "".join(c for c in text if c.isascii() and c.isprintable())
    assert decode(plain.encode()) == (plain, False)
