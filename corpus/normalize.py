"""Forms of text for matching: never shown, never stored in place of the source's spelling.

`fold` drops accents ("Chỉ tiêu" -> "chi tieu"), so that questions typed without accents meet
the records. `canonical_tones` keeps accents and irons out spelling habits (uỷ = ủy, kỹ = kĩ).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# eth (U+00F0) stands for đ in some old files; names such as "M'Drăk" are typed with any apostrophe
_LOOKALIKES = {"đ": "d", "ð": "d", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"}


class _Folds(dict[int, str]):
    """Code point -> its folded form, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    lowered = unicodedata.normalize("NFD", unicodedata.normalize("NFD", character).lower())
    kept = (c for c in lowered if unicodedata.category(c) != "Mn")
    return "".join(_LOOKALIKES.get(c, c) for c in kept)


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Lower case without accents or invisible characters; the same for NFC and NFD input."""
    return text.translate(_FOLDS)


def lower_case(text: str) -> str:
    """`text` in lower case with as many characters, so that places in it stay the same."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)  # "İ" becomes two


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """`fold(text)` and, for each of its characters, the index in `text` that it came from.

    The list has one more entry, `len(text)`, so that a match `[a, b)` in the folded text is
    `text[offsets[a]:offsets[b]]` in the original.
    """
    parts: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        folded = _FOLDS[ord(character)]
        parts.append(folded)
        offsets.extend([index] * len(folded))
    offsets.append(len(text))
    return "".join(parts), offsets


_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # none, huyền, sắc, hỏi, ngã, nặng
_LETTER = r"[^\W\d_]"


def _toned(vowel: str) -> dict[str, str]:
    """The vowel's six spellings, each with its combining tone."""
    return {unicodedata.normalize("NFC", vowel + tone): tone for tone in _TONES}


_TONE_OF = {spelling: tone for vowel in "aeyi" for spelling, tone in _toned(vowel).items()}
_Y = "".join(_toned("y"))
_TONED_AE, _TONED_AY = (
    "".join(s for vowel in vowels for s in list(_toned(vowel))[1:]) for vowels in ("ae", "ay")
)
_OPEN = re.compile(
    rf"(?:(?<!q)(?P<o>o)(?P<oa>[{_TONED_AE}])|(?<!q)(?P<u>u)(?P<uy>[{_TONED_AY}]))(?!{_LETTER})"
)
_FINAL_Y = re.compile(rf"(?:(?<=[bcdđghklmnpqrstvx])|(?<=qu))[{_Y}](?!{_LETTER})")


# A tone typed on the wrong one of two vowels: "ngừơi", "tíên", "hòan"
_MISPLACED = {
    unicodedata.normalize("NFC", first + tone) + second: (
        first + unicodedata.normalize("NFC", second + tone)
    )
    for first, second in (("ư", "ơ"), ("i", "ê"), ("y", "ê"), ("u", "ô"), ("o", "a"), ("u", "y"))
    for tone in _TONES[1:]
}
_ON_WRONG_VOWEL = re.compile(
    rf"{'|'.join(m for m in _MISPLACED if m[-1] in 'ơêô')}"
    rf"|(?<!q)(?:{'|'.join(m for m in _MISPLACED if m[-1] in 'ay')})(?={_LETTER})"
)


def canonical_tones(text: str) -> str:
    """Lower-case NFC text with one spelling per sound, accents kept; for matching only.

    The tone of an open oa, oe, ua, uy goes on the first vowel (hoà -> hòa, cuả -> của, uỷ -> ủy;
    never after q), that of a closed one on the second (ngừơi -> người, hòan -> hoàn),
    and a final y after a consonant or qu becomes i (kỹ -> kĩ, quý -> quí).
    """

    def to_first(match: re.Match[str]) -> str:
        first, second = match.group("o") or match.group("u"), match.group("oa") or match.group("uy")
        plain = unicodedata.normalize("NFD", second)[0]
        return unicodedata.normalize("NFC", first + _TONE_OF[second]) + plain

    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    moved = _OPEN.sub(to_first, lowered)
    moved = _ON_WRONG_VOWEL.sub(lambda match: _MISPLACED[match[0]], moved)
    return _FINAL_Y.sub(
        lambda match: unicodedata.normalize("NFC", "i" + _TONE_OF[match.group()]), moved
    )


# A number keeps its marks ("24/27", "21.842", "7,66%"); anything else is a run of letters/digits.
# A capital letter: a range such as À-Ỹ holds small letters as well.
CAPITAL = r"[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
TOKEN = re.compile(r"\d+(?:[.,/]\d+)*%?(?![^\W_])|[^\W_]+")
_FINAL_FOLDED_Y = re.compile(r"(?<=[bcdghklmnpqrstvx])y$|(?<=^qu)y$")


@lru_cache(maxsize=65536)
def _same_sound(syllable: str) -> str:
    return _FINAL_FOLDED_Y.sub("i", syllable)


def syllables(text: str) -> list[str]:
    """Folded syllables and whole numbers in order, with y = i after a consonant."""
    return [_same_sound(token) for token in TOKEN.findall(fold(text))]
