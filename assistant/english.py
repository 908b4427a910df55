"""What English questions need beside the vocabulary: function words, units, ordinals."""

from __future__ import annotations

import re

from corpus.normalize import syllables
from index.accents import has_accents, is_syllable

_ENGLISH = re.compile(
    r"\b(?:what|how|which|who|when|where|why|list|compare|did|was|were|is|are|the|of|in|and"
    r"|does|do|name|give|show|tell)\b"
)


def is_english(text: str, folded: str) -> bool:
    """Two function words of English, or one among words that are no Vietnamese syllables."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if sum(map(has_accents, words)) * 3 > len(words):
        return False  # names may carry accents, the sentence does not
    function_words = len(_ENGLISH.findall(folded))
    strange = sum(not is_syllable(word) for word in re.findall(r"[a-z]+", folded))
    return function_words >= 2 or (function_words == 1 and strange * 3 >= len(words))


UNITS = {
    "tonnes": "tan", "tons": "tan", "hectares": "ha", "households": "ho", "km": "km",
    "workers": "lao dong", "people": "nguoi",
}  # fmt: skip
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
NTH_MEETING = rf"\b({'|'.join(ORDINALS)}) (?=session|meeting|conference|congress)"

STOP = frozenset(
    syllables(
        "what how many much which who when where why was were is are did does do the of "
        "in for to at by and have has had with from year district town commune should "
        "must be list main set its their that this a an per cent percentage new compared "
        "previous change target targets plan minimum maximum after july actual result "
        "results achieve achieved recorded record as s on more than least most share name "
        "give show tell me s during over revised amended hectares hectare ha tonnes tons reached "
        "reach met meet number produce produced harvest harvested collect collected attract "
        "attracted there they it happen happened occur occurred aim aims aiming produced producing"
    )
)
