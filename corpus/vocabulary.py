"""The vocabulary file as data: indicator families, spellings, posts.

`Vocabulary.load()` reads the file beside this module; an office's own file extends it.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from corpus.english_forms import base_forms, is_manner, one_spelling
from corpus.normalize import TOKEN, canonical_tones, fold, syllables

_FILES = ("vocabulary.toml", "english.toml", "spoken.toml")
_OWN = tuple(Path(__file__).with_name(name) for name in _FILES)


class VocabularyError(ValueError):
    """An office's vocabulary file can't be used; the message names the entry."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Names looked up by folded syllables; the longest name wins. Each load is one of its own."""

    families: Mapping[tuple[str, ...], str]  # syllables of a name -> family key
    spellings: Mapping[tuple[str, ...], tuple[str, ...]]
    posts: tuple[str, ...]
    stop: frozenset[tuple[str, ...]]  # with accents: "đang" is one, "đảng" is none
    # first syllable of a name -> how many the longest such name has
    longest: Mapping[str, int]
    noise: frozenset[str] = frozenset()  # with accents
    plain_stop: frozenset[tuple[str, ...]] = frozenset()
    plain_noise: frozenset[str] = frozenset()
    english: Mapping[tuple[str, ...], str] = field(default_factory=dict)  # -> with accents
    chat: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)  # family -> its first name
    # names of things that hold a stop word: "sầu riêng", with and without accents
    kept: frozenset[tuple[str, ...]] = frozenset()
    shortened: frozenset[str] = frozenset()  # first syllables of `spellings`, to pass by the rest
    # a family's name -> how it is spelt with accents, where no short form stands in it
    spelt: Mapping[tuple[str, ...], frozenset[tuple[str, ...]]] = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()  # sets of words that say the same, with accents
    spoken: Mapping[str, str] = field(default_factory=dict)  # what people say -> what records write
    # a measure -> the names that begin with it and go on, the longest first
    measured: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    @staticmethod
    def load(extra: Path | None = None) -> Vocabulary:
        """The built-in vocabulary, extended by `extra` where that file exists."""
        return _load(extra if extra is not None and extra.exists() else None)

    def name_at(self, words: tuple[str, ...], index: int) -> int:
        """Syllables of the longest family's name that begins at `index`; 0 where none does."""
        for size in range(min(self.longest.get(words[index], 0), len(words) - index), 0, -1):
            if words[index : index + size] in self.families:
                return size
        return 0


def _read(path: Path) -> dict[str, dict[str, object]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"Tệp từ vựng «{path.name}» sai cú pháp: {error}.") from error


@lru_cache(maxsize=4)
def _load(extra: Path | None) -> Vocabulary:
    families: dict[tuple[str, ...], str] = {}
    spellings: dict[tuple[str, ...], tuple[str, ...]] = {}
    posts: list[str] = []
    stop: set[tuple[str, ...]] = set()
    labels: dict[str, str] = {}
    english: dict[tuple[str, ...], str] = {}
    noise: set[str] = set()
    kept: set[tuple[str, ...]] = set()
    chat: dict[str, str] = {}
    spelt: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    synonyms: list[tuple[str, ...]] = []
    spoken: dict[str, str] = {}
    for path in filter(None, (*_OWN, extra)):
        data = _read(path)
        for name, words in data.get("synonyms", {}).items():
            same = map(canonical_tones, _words(words, path, f"synonyms.{name}"))
            synonyms.append(tuple(sorted(same, key=len, reverse=True)))
        for written, said in data.get("spoken", {}).items():
            spoken |= {canonical_tones(s): written for s in _words(said, path, written)}
        for short, long in data.get("spellings", {}).items():
            spellings[tuple(syllables(short))] = tuple(syllables(_word(long, path, short)))
        for word, meaning in data.get("english", {}).items():
            words = map(one_spelling, syllables(word.replace("'s ", " ")))
            english[tuple(words)] = _word(meaning, path, word)
        for slip, meant in data.get("chat", {}).items():
            chat[slip] = _word(meant, path, slip)
        for key, names in data.get("indicators", {}).items():
            for name in _words(names, path, key):
                labels.setdefault(key, name)
                folded = _respell(tuple(syllables(name)), spellings)
                families[folded] = key
                tokens = tuple(TOKEN.findall(canonical_tones(name)))
                if len(tokens) == len(folded):
                    spelt[folded] = spelt.get(folded, frozenset()) | {tokens}
        posts += _words(data.get("posts", {}).get("names", []), path, "posts.names")
        stop_words, kept_names, noise_words = (
            [canonical_tones(w) for w in _words(asking.get(key, []), path, f"questions.{key}")]
            for asking in [data.get("questions", {})]
            for key in ("stop", "kept", "noise")
        )
        stop |= {tuple(TOKEN.findall(w)) for w in stop_words}
        kept |= {tuple(TOKEN.findall(w)) for w in kept_names}
        noise |= set(noise_words)
    longest: dict[str, int] = {}
    for folded in families:
        longest[folded[0]] = max(len(folded), longest.get(folded[0], 0))
    ranked = tuple(sorted(set(posts), key=len, reverse=True))
    return Vocabulary(
        families,
        spellings,
        ranked,
        frozenset(stop),
        longest,
        frozenset(noise),
        frozenset(tuple(fold(w) for w in phrase) for phrase in stop),
        frozenset(map(fold, noise)),
        english,
        chat,
        labels,
        frozenset(kept | {tuple(fold(w) for w in phrase) for phrase in kept}),
        frozenset(short[0] for short in spellings if short),
        spelt,
        tuple(synonyms),
        dict(sorted(spoken.items(), key=lambda pair: -len(pair[0]))),
        {m: _named_behind(m, families) for m in map(tuple, map(syllables, _MEASURES))},
    )


# What is measured may stand before these, or far behind them.
_MEASURES = ("doanh thu", "năng suất", "sản lượng")


def _named_behind(
    measure: tuple[str, ...], families: Mapping[tuple[str, ...], str]
) -> tuple[tuple[str, ...], ...]:
    size = len(measure)
    names = (name for name in families if name[:size] == measure and len(name) > size)
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _words(value: object, path: Path, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise VocabularyError(f"Tệp từ vựng «{path.name}»: «{key}» phải là một danh sách tên.")
    return list(value)


def _word(value: object, path: Path, key: str) -> str:
    if not isinstance(value, str):
        raise VocabularyError(f"Tệp từ vựng «{path.name}»: «{key}» phải là một chuỗi.")
    return value


def _respell(
    words: tuple[str, ...], spellings: Mapping[tuple[str, ...], tuple[str, ...]]
) -> tuple[str, ...]:
    """Runs of up to four words that `spellings` puts otherwise, the longest run first."""
    out: list[str] = []
    index = 0
    while index < len(words):
        for size in range(4, 0, -1):
            piece = words[index : index + size]
            if len(piece) == size and spellings.get(piece, piece) != piece:
                out += spellings[piece]
                index += size
                break
        else:
            out.append(words[index])
            index += 1
    return tuple(out)


class Word(NamedTuple):
    """A syllable: folded, as spelt ("" where a short form was written out), and whether it is
    content (no stop phrase of a question)."""

    folded: str
    token: str
    content: bool


def respelled(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Folded syllables of `text` with short forms written out ("BHYT" -> bao hiem y te)."""
    return _respell(tuple(syllables(re.sub(r"[-–—/]", " ", text))), vocabulary.spellings)


def spelt_words(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Like `respelled`, each syllable with its spelling, "" where a short form was written out."""
    tokens = TOKEN.findall(canonical_tones(re.sub(r"[-–—/]", " ", text)))
    return tuple(
        (w.folded, w.token) for w in _written_out(tokens, [True] * len(tokens), vocabulary)
    )


# Folded stop words that are content words as often ("đang"/"đảng", "từ"/"tư").
_AMBIGUOUS = {
    "dang",
    "tu",
    "can",
    "dinh",
    "cho",
    "hay",
    "con",
    "vao",
    "lan",
    "so",
    "muc",
    "nam",
    "co",
    "da",
    "bang",
    "hon",
}


def _lacks_tone(token: str) -> bool:
    """Whether a syllable is half typed ("đươc"): one that ends in a stop must bear a tone."""
    bare = unicodedata.normalize("NFD", token)
    return bare.endswith(("c", "p", "t", "ch")) and not set(bare) & {"\u0301", "\u0323"}


def typed_plainly(tokens: Sequence[str]) -> bool:
    """Whether a text is typed without accents, but for a name or two."""
    return 4 * sum(not t.isascii() for t in tokens) <= len(tokens)


def _stops(tokens: tuple[str, ...], vocabulary: Vocabulary, plainly: bool) -> bool:
    """Whether tokens are a stop phrase; typed without accents they are matched folded."""
    if tokens in vocabulary.stop:
        return True
    plain = all((plainly and t.isascii()) or _lacks_tone(t) for t in tokens)
    plain = plain or (len(tokens) > 1 and not all(t.isascii() for t in tokens))  # "cung kỳ"
    tokens = tuple(fold(t) for t in tokens) if plain else tokens
    return plain and tokens in vocabulary.plain_stop and not set(tokens) <= _AMBIGUOUS


def content_words(text: str, vocabulary: Vocabulary, *, named: bool = False) -> tuple[Word, ...]:
    """The syllables of a question, each with whether it is content (no stop phrase).

    Beside a `named` indicator words are no content either that never tell two apart ("noise").
    """
    tokens = TOKEN.findall(canonical_tones(re.sub(r"[-–—/](?!\d)", " ", text)))
    flags = [True] * len(tokens)
    plainly = typed_plainly(tokens)
    index = 0
    things: set[int] = set()
    while index < len(tokens):
        if tuple(tokens[index : index + 2]) in vocabulary.kept:
            things |= {index, index + 1}
            index += 2
            continue
        for size in (4, 3, 2, 1):
            if _stops(tuple(tokens[index : index + size]), vocabulary, plainly):
                flags[index : index + size] = [False] * size
                index += size
                break
        else:
            index += 1
    if named:
        for index, token in enumerate(tokens):
            if index in things:
                continue
            plain = plainly and is_noise(fold(token), token, vocabulary)
            if token.isdigit() or token in vocabulary.noise or plain:
                flags[index] = False
    return tuple(_written_out(tokens, flags, vocabulary))


def is_noise(folded: str, token: str, vocabulary: Vocabulary) -> bool:
    """Whether a syllable never tells two indicators apart; typed plainly it is matched folded."""
    if token in vocabulary.noise or (len(token) == 1 and token in "bcdghklmnpqrstvx"):
        return True
    return token.isascii() and folded in vocabulary.plain_noise and folded not in _AMBIGUOUS


@lru_cache(maxsize=65536)
def _syllable(token: str) -> str:
    """Kept: a language has few syllables, and each stands in every name."""
    found = syllables(token)
    return found[0] if found else token


def _written_out(
    tokens: Sequence[str], flags: Sequence[bool], vocabulary: Vocabulary
) -> Iterator[Word]:
    """The words of accented tokens, short forms written out."""
    folded = [_syllable(t) for t in tokens]
    index = 0
    while index < len(folded):
        sizes = (4, 3, 2, 1) if folded[index] in vocabulary.shortened else ()
        for size in sizes:
            piece = tuple(folded[index : index + size])
            long = vocabulary.spellings.get(piece, piece)
            if len(piece) == size and long != piece:
                yield from (Word(w, "", flags[index]) for w in long)
                index += size
                break
        else:
            yield Word(folded[index], tokens[index], flags[index])
            index += 1


def translated(
    words: Sequence[str], vocabulary: Vocabulary, skipped: frozenset[str] = frozenset()
) -> list[str]:
    """English office words put into Vietnamese, the longest run first; unknown words stay.

    A word of `skipped` counts only within a longer name ("rate of interest"). One entry for a
    phrase, with its accents.
    """
    out: list[str] = []
    index = 0
    while index < len(words):
        for size in range(_LONGEST_ENGLISH, 0, -1):
            piece = tuple(words[index : index + size])
            if piece == (words[index],) and words[index] in skipped:
                index += 1
                break
            meaning = _meaning(piece, vocabulary) if len(piece) == size else None
            if meaning is not None:
                out.append(meaning)
                index += size
                break
        else:
            out += [] if is_manner(words[index]) else [words[index]]
            index += 1
    return out


_LONGEST_ENGLISH = 5


def _meaning(words: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    """What English words mean; a plural, or a form of a verb, is found by its plain form."""
    *before, last = map(one_spelling, words)
    forms = (vocabulary.english.get((*before, form)) for form in base_forms(last))
    return next((meaning for meaning in forms if meaning is not None), None)


# "vuợt", "nguời": no syllable has u before ơ and a letter more.
_HORNLESS = re.compile(r"(?<![qQ])[uU](?=[ơờớởỡợ][^\W\d_])")


# No Vietnamese syllable ends so: "tăg", "côg", "trườg"; accented, as English ones do
_LOST_N = re.compile(r"(?<=[àáảãạăằắẳẵặâầấẩẫậêềếểễệìíỉĩịôồốổỗộơờớởỡợòóỏõọùúủũụưừứửữự])(?=g(?!\w))")


def without_slips(text: str, vocabulary: Vocabulary) -> str:
    """A question with its chat forms written out ("bao nhiu" -> "bao nhiêu", "tăg" -> "tăng")."""
    text = _LOST_N.sub("n", text)
    text = _HORNLESS.sub(lambda m: "ư" if m[0] == "u" else "Ư", text)
    lowered = text.lower()
    for slip in sorted(vocabulary.chat, key=len, reverse=True):
        if slip not in lowered:
            continue
        end = r"\s*" if slip.endswith(".") else r"(?!\w)"
        meant = vocabulary.chat[slip] + (" " if slip.endswith(".") else "")
        if meant.startswith(f"{slip} "):  # "bí thư huyện", but not where "ủy" or "đoàn" follows
            rest = re.escape(meant.removeprefix(slip).strip()).replace("ủy", "(?:ủy|uỷ)")
            end += rf"(?!\s+(?:{rest}|(?:đoàn|hội|doan|hoi)(?!\w)))"
        flags = re.I if len(slip) > 1 else re.NOFLAG  # "loại V" is no "vậy"
        text = re.sub(rf"(?<!\w){re.escape(slip)}{end}", meant, text, flags=flags)
        lowered = text.lower()
    return text
