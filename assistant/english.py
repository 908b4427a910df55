"""What English questions need beside the vocabulary: function words, units, ordinals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.asked_form import measured
from corpus import indicators
from corpus.indicators import Form
from corpus.normalize import CAPITAL, fold, syllables
from corpus.places import Place
from corpus.vocabulary import Vocabulary, translated
from index.accents import has_accents, is_syllable

_ENGLISH = re.compile(
    r"\b(?:what|how|which|who|when|where|why|list|compare|did|was|were|is|are|the|of|in|and"
    r"|does|do|name|give|show|tell)\b"
)


def is_english(text: str, folded: str) -> bool:
    """Two function words of English, or one among words that are no Vietnamese syllables."""
    words = re.findall(r"[^\W\d_]+", text)
    if sum(has_accents(word) and word.islower() for word in words) * 3 > len(words):
        return False  # names may carry accents, the sentence does not
    function_words = len(_ENGLISH.findall(folded))
    strange = sum(not is_syllable(word) for word in re.findall(r"[a-z]+", folded))
    if function_words >= 2 or (function_words == 1 and strange * 3 >= len(words)):
        return True  # and "budget revenue target 2025" without any
    return len(words) > 1 and strange * 4 >= 3 * len(words)


UNITS = {
    "tonnes": "tan", "tons": "tan", "hectares": "ha", "households": "ho", "km": "km",
    "workers": "lao dong", "people": "nguoi",
}  # fmt: skip
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
NTH_MEETING = (
    rf"\b({'|'.join(ORDINALS)}) (?:party |council |committee )*"
    r"(?=session|meeting|conference|congress)"
)
_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]  # fmt: skip
_MONTH = rf"({'|'.join(_MONTHS)})"
# "30 September 2026", "September 30, 2026", "September 2026", "in September": the verb "may" has
# neither a day nor a year beside it
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? ((?:19|20)\d\d))?\b", re.I)
_DAY_BEHIND = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?:,? ((?:19|20)\d\d))?\b", re.I)
_IN_MONTH = re.compile(rf"\b{_MONTH},? (?:of )?((?:19|20)\d\d)\b", re.I)
_MONTH_ALONE = re.compile(rf"\b(in|by|since|until) {_MONTH}\b(?! (?:\d|i\b|we\b))", re.I)


_RANGE = re.compile(r"\b((?:19|20)\d\d) (?:through|thru|until|till|up to) ((?:19|20)\d\d)\b")


# "over 2022, 2023 and 2024": in these years, no more than in the first
_OVER_YEARS = re.compile(r"\bover (?=(?:19|20)\d\d(?:,| and (?:19|20)\d\d))")


def with_verbs(text: str) -> str:
    """A question whose "did ... plant" is the planting, and no factory."""
    return _DID_PLANT.sub(r"\1planted", text)


_DID_PLANT = re.compile(r"(\b(?:did|does|do|to|will|should)\b(?: [\w'-]+){1,8} )plant\b", re.I)


def with_dates(text: str) -> str:
    """The question with its days and months written in figures, as the records write them."""

    def number(name: str) -> int:
        return _MONTHS.index(name.lower()) + 1

    def day(of: str, month: str, year: str | None) -> str:
        return f"{of}/{number(month)}" + (f"/{year}" if year else "")

    text = _OVER_YEARS.sub("in ", _RANGE.sub(r"\1 to \2", text))
    text = _DAY.sub(lambda m: day(m[1], m[2], m[3]), text)
    text = _DAY_BEHIND.sub(lambda m: day(m[2], m[1], m[3]), text)
    text = _IN_MONTH.sub(lambda m: f"tháng {number(m[1])}/{m[2]}", text)
    return _MONTH_ALONE.sub(lambda m: f"{m[1]} tháng {number(m[2])}", text)


# Words that say how or when, not what.
STOP = frozenset(
    syllables(
        "what how many much which who whom whose when where why was were is are am be been being "
        "did does do done doing the of in for to at by and or but nor if than then as an a on off "
        "with without within from into onto over under about around between among until till "
        "since during before after while per via up down out through across "
        "have has had having can could may might should shall would will must need needs let "
        "its their his her our your my it they them he she we you us me this that these those "
        "there here such same own each every both all any some other others another one ones "
        "s please tell give show list name explain describe compare compared comparing versus vs "
        "find say says said saying state stated states mention mentioned according exactly "
        "precisely actually actual really just only also too very still already yet now currently "
        "current today ago recent recently latest newest last next previous prior former earlier "
        "later early late once again first "
        "year years month months quarter day days date time period end beginning start mid middle "
        "full fully whole entire total overall altogether combined average mean "
        "annual annually yearly targeting targeted "
        "monthly district districts town city commune ward province provincial local "
        "target targets targeted plan plans planned planning goal goals aim aims aimed aiming set "
        "sets expected expect expects intended intend intends proposed propose proposes "
        "result results achieve achieved achieves achieving recorded record records recording "
        "reach reached reaches reaching meet met meets make made makes making get got gets "
        "take took taken happen happened occur occurred carry carried perform performed perform "
        "conduct conducted become became do produce produced produces producing harvest "
        "exceed exceeds exceeded exceeding surpass surpassed "
        "harvested collect collected attract attracted attracts attain attained see saw seen "
        "hit go went gone come came stand stood bring brought leave left remain remained remaining "
        "not because due told asked whether roughly about picked chosen selected enough "
        "hold held holds going visited give given gave provide provided provides create created "
        "developed move moved evolve evolved extent fulfil fulfilled fulfill tonnage tonnages "
        "getting rid creates keep kept keeps add added employ employed employs develop require "
        "required requires part style manner receive receives received receiving participant "
        "participants person persons proxy proxies "
        "two three four five six seven eight nine ten fail failed "
        "use used using include included including involve involved "
        "number numbers figure figures value amount level levels percent percentage percentages "
        "cent rate rates share proportion points point quantity volume size sum "
        "more most less least fewer higher highest lower lowest larger largest bigger biggest "
        "smaller smallest better best worse worst greater greatest minimum maximum "
        "new old main key major important certain specific different "
        "increase increased increases decrease decreased decreases rise rose risen fall fell "
        "fallen grow grew growth change changed changes drop dropped decline declined cut reduce "
        "reduced reduces reducing lower lowered raise raised up down "
        "revised amended hectare hectares ha tonne tonnes ton tons km money dong vnd "
        "regional general earn earns earned supposed overview itself handle handled trend trends "
        "tell put like close manage managed "
        "jsc joint stock ltd limited exact approximately roughly estimate estimated"
    )
)


_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
# A capitalised word within a sentence.
_NAMED = re.compile(r"(?<=[a-z0-9,] )[A-Z][a-z]{2,}\b")


def read_asked(form: Form, left: str, text: str, vocabulary: Vocabulary) -> tuple[Form, list[str]]:
    """The indicator and the content words of an English question, in Vietnamese with accents.

    `form` is what its English names say; `left` is the question `text` without what was
    understood of it.
    """
    # "giant prawn (tôm càng xanh)": who knows the Vietnamese name says it
    spelt = next((m[1] for m in _IN_BRACKETS.finditer(text) if has_accents(m[1])), "")
    words = [w for w in syllables(spelt or left) if w != "s"]
    names = {w for w in syllables(" ".join(_CAPITALISED.findall(text))) if is_syllable(w)}
    phrases = translated(words, vocabulary, STOP - names)  # "Go Say" is a place
    terms = tuple(w for phrase in phrases for w in syllables(phrase))
    if form.families:
        falls = -1 if _BY_HOW_MUCH.search(text) else form.growth
        # "exported to Germany": a name that no record may hold is no word to pass over
        named_in_text = [n for n in _NAMED.findall(text) if n.lower() not in _MONTHS]
        strange = {w for w in syllables(" ".join(named_in_text)) if not is_syllable(w)}
        # what tells one thing from another of its kind: "pigs destroyed because of swine fever"
        of_it = {w for f in form.families for w in _words_of(f, vocabulary)}
        of_names = translated(syllables(" ".join(_CAPITALISED.findall(text))), vocabulary)
        said = [p for p in phrases if not p.isascii() and p not in of_names]
        more = [p for p in said if of_it.isdisjoint(syllables(p))]
        rest = tuple(w for w in phrases if w in strange and w not in STOP)
        rest += tuple(w for p in more if len(syllables(p)) > 1 for w in syllables(p))
        return replace(form, growth=falls, rest=rest), phrases
    for order in (phrases, phrases[::-1]):  # "loan balance": "dư nợ" + "cho vay" the other way
        named = indicators.read_asked(" ".join(order), vocabulary)
        if named.families:
            return named, phrases
    form = replace(form, rest=terms)
    if re.search(r"\b(?:tonnes|tons|output)\b", text):
        form = measured("sản lượng", terms, vocabulary) or form
    return form, phrases


def _words_of(family: str, vocabulary: Vocabulary) -> set[str]:
    """All words of a family's names, folded."""
    names = (name for name, of in vocabulary.families.items() if of == family)
    return {w for name in names for w in name}


def named_organisations(
    text: str, known: Sequence[Place], vocabulary: Vocabulary
) -> list[tuple[str, Place]]:
    """Organisations named by a place and their trade, folded: "go sim tea" for "chè Gò Sim"."""
    tokens = re.findall(r"[^\W_]+", text)
    folded = [fold(t) for t in tokens]
    found = []
    for place in known:
        key = place.key.split() if place.is_organisation else []
        for trade, name in ((key[:n], key[n:]) for n in range(1, len(key))):
            at = next((i for i in range(len(folded)) if folded[i : i + len(name)] == name), None)
            if at is None:
                continue
            end = at + len(name)
            behind = list(takewhile(lambda t: t[0].isupper(), tokens[end:]))
            meant = translated(syllables(" ".join(behind)), vocabulary)
            if {w for phrase in meant for w in syllables(phrase)} >= set(trade):
                found.append((" ".join(folded[at : end + len(behind)]), place))
                break
    return found


_LEVELS = {
    "province": "tỉnh", "district": "huyện", "city": "thành phố", "town": "thị xã",
    "township": "thị trấn", "commune": "xã", "ward": "phường", "village": "thôn", "hamlet": "ấp",
}  # fmt: skip
_NAMED_PLACE = re.compile(rf"(?<=[\w,] )((?:{CAPITAL}[\w'’]* )+)({'|'.join(_LEVELS)})\b")


def strange_places(text: str, known: Sequence[Place]) -> list[tuple[str, Place]]:
    """Places named with their level that no record knows, folded: ("buon trap", the place)."""
    found = []
    for match in _NAMED_PLACE.finditer(text):
        place = Place(_LEVELS[match[2]], match[1].strip())
        if not any(p.key in place.key or place.key in p.key for p in known):
            found.append((place.key, place))
    return found


_BY_HOW_MUCH = re.compile(
    r"\bby (?:how|what)\b.*\b(?:plan|aim|target|want|to) .*\b(?:cut|reduce|lower|decrease)\b", re.I
)
_CAPITALISED = re.compile(rf"(?<=[\w,] ){CAPITAL}\w*")


_GATHERINGS = {"congress": "dai hoi", "session": "ky hop", "conference": "hoi nghi"}


def with_gatherings(folded: str) -> str:
    """A folded question with its English word for a meeting put in Vietnamese."""
    for word, meaning in _GATHERINGS.items():
        folded = re.sub(rf"\b{word}\b", meaning, folded)
    return folded
