"""Put the accents back into a question typed without them.

Dense search needs them (recall@1 on XQuAD-vi falls from 89 to 28 without). A trigram model with
Witten-Bell smoothing (Witten & Bell 1991) over the library's own texts and a seed of
administrative phrases chooses, by Viterbi search, among the accented forms that each syllable
was seen in; a syllable never seen stays as it is.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from corpus.normalize import TOKEN, fold

Keys = NDArray[np.int64]
Floats = NDArray[np.float64]

# Kept sequences of syllables and candidates a syllable. On 397 questions of XQuAD-vi (97.0% of
# syllables right) twice as many change none; a beam of 6 changes 7, 8 candidates change 2.
_BEAM = 24
_CANDIDATES = 16
_SEED_WEIGHT = 3  # the seed counts as if each line stood three times in the records

# A Vietnamese syllable without accents: an onset and a rime; English words rarely fit.
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich im in"
    " inh ip it iu iec iem ien ieng iep iet ieu o oc oi om on ong op ot ooc oong oa oac oach oai"
    " oam oan oang oanh oao oap oat oay oe oen oeo oet u ua uc ui um un ung up ut uu uan uang uat"
    " uay ue uech uenh uo uoc uoi uom uon uong uop uot uou uy uya uych uyen uyet uyn uynh uyt uyu"
    " y yem yen yeng yet yeu"
)
_SYLLABLE = re.compile(
    r"(?:ngh(?=[ei])|gh(?=[ei])|k(?=[eiy])|c(?![eiy])|g(?!e)|ng(?![ei])|b|ch|d|gi|h|kh|l|m|nh|n|ph|p"
    rf"|qu|r|s|th|tr|t|v|x)?(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})"
)
_LETTERS = string.ascii_lowercase
_NEAR = 64  # words that a slip may stand for
_SHORTEST_SLIP = 4  # letters: shorter words are abbreviations
_ENGLISH = frozenset(
    ["what", "which", "how", "who", "when", "where", "why", "is", "are", "was", "were", "did"]
    + ["does", "the", "of", "and", "many", "much", "percent", "rate", "per", "year", "target"]
)
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")


def is_syllable(folded: str) -> bool:
    """Whether a word without accents can be a Vietnamese syllable; English words rarely can."""
    return _SYLLABLE.fullmatch(folded) is not None


def has_accents(text: str) -> bool:
    """Whether any letter carries a Vietnamese accent (or is đ)."""
    return fold(text) != canonical_lower(text)


def canonical_lower(text: str) -> str:
    """Lower case, NFC, invisible characters out; accents and spelling stay."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).lower()


def needs_accents(text: str) -> bool:
    """Whether this is Vietnamese typed without accents, or with them only here and there."""
    words = [word for word in TOKEN.findall(canonical_lower(text)) if word.isalpha()]
    if not words:
        return False
    marked = sum(fold(word) != word for word in words)
    # Of 600 questions typed with accents none had fewer than a quarter of its words marked (99 in
    # 100 had over a third); one or two marked words, a pasted name, stay below that.
    if marked * 4 >= len(words):
        return False
    plain = [fold(word) for word in words]
    if sum(word in _ENGLISH for word in plain) * 5 >= len(plain):
        return False
    fitting = sum(map(is_syllable, plain))
    return fitting * 10 >= len(plain) * 7


@dataclass(frozen=True, slots=True)
class _Counts:
    """Sorted n-gram keys with how often they were seen and how many different words follow."""

    keys: Keys
    seen: Floats
    followers: Floats

    def find(self, keys: Keys) -> tuple[Floats, Floats]:
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        hit = self.keys[at] == keys
        return np.where(hit, self.seen[at], 0.0), np.where(hit, self.followers[at], 0.0)


class AccentRestorer:
    """A trigram model of accented syllables."""

    def __init__(self, texts: Iterable[str], seed: Sequence[str] | None = None) -> None:
        lines = [line for text in texts for line in re.split(r"[\n.;:!?]", text)]
        # Text without accents would teach that the plain form is right.
        lines = [line for line in lines if has_accents(line)]
        lines += list(seed_lines() if seed is None else seed) * _SEED_WEIGHT
        self._numbers: dict[str, int] = {"": 0}  # 0 bounds a sentence
        encoded: list[int] = [0, 0]
        numbers = self._numbers
        for line in lines:
            encoded += [numbers.setdefault(w, len(numbers)) for w in _words(canonical_lower(line))]
            encoded += (0, 0)
        self._unknown = len(numbers)  # a word that was never seen: its counts are 0
        self._words = list(numbers)
        self._forms: dict[str, list[int]] = {}
        words = np.array(encoded, dtype=np.int64)
        counts = np.bincount(words, minlength=len(numbers) + 1)
        for number in np.argsort(-counts[:-1], kind="stable").tolist():
            forms = self._forms.setdefault(fold(self._words[number]), [])
            if len(forms) < _CANDIDATES:
                forms.append(number)
        self._base = len(numbers) + 1
        self._count(words, counts)

    def restore(self, text: str) -> str:
        """`text` with accents; marks, figures, spaces, case and accented words stay."""
        return self._chosen(text, self._choices)

    def respell(self, text: str) -> str:
        """`text` with the slips of the finger put right that make a word none can be.

        "haòn thành" is "hoàn thành": of the words one letter away that were ever seen (dropped,
        added, changed or swapped), the likeliest here. What can be a word stays, known or not.
        """
        return self._chosen(text, self._meant)

    def _meant(self, word: str) -> list[int]:
        lowered = canonical_lower(word)
        known = self._numbers.get(lowered)
        plain = fold(lowered)
        if known is not None or not _is_slip(word, plain) or plain in self._forms:
            return [self._unknown if known is None else known]
        near = {number for form in edits(plain) for number in self._forms.get(form, ())}
        return sorted(near)[:_NEAR] or [self._unknown]

    def _chosen(self, text: str, choices: Callable[[str], list[int]]) -> str:
        text = unicodedata.normalize("NFC", text)
        found = [match for match in TOKEN.finditer(text) if match.group().isalpha()]
        if not found:
            return text
        chosen = self._best([choices(match.group()) for match in found])
        parts: list[str] = []
        end = 0
        for match, number in zip(found, chosen, strict=True):
            word = match.group()
            parts.append(text[end : match.start()])
            parts.append(word if number == self._unknown else _cased(self._words[number], word))
            end = match.end()
        return "".join(parts) + text[end:]

    def _choices(self, word: str) -> list[int]:
        lowered = canonical_lower(word)
        if fold(lowered) != lowered:
            return [self._numbers.get(lowered, self._unknown)]
        return self._forms.get(lowered) or [self._unknown]

    def _count(self, words: Keys, counts: NDArray[np.int64]) -> None:
        base = self._base
        pairs = words[:-1] * base + words[1:]
        triples = pairs[:-1] * base + words[2:]
        triple_keys, triple_seen = np.unique(triples, return_counts=True)
        pair_keys, pair_seen = np.unique(pairs, return_counts=True)
        after_pair = np.unique(triple_keys // base, return_counts=True)
        after_word = np.bincount(pair_keys // base, minlength=len(counts))
        followers = np.zeros(len(pair_keys))
        followers[np.searchsorted(pair_keys, after_pair[0])] = after_pair[1]
        self._triples = _Counts(triple_keys, triple_seen.astype(float), np.zeros(len(triple_keys)))
        self._pairs = _Counts(pair_keys, pair_seen.astype(float), followers)
        self._seen = counts.astype(float)
        self._followers = after_word.astype(float)
        self._share = (self._seen + 1.0) / (self._seen.sum() + len(self._seen))

    def _log_probability(self, first: Keys, second: Keys, third: Keys) -> Floats:
        """Witten-Bell: log P(third | first second); the arguments broadcast."""
        history = first * self._base + second
        seen3, _ = self._triples.find(history * self._base + third)
        before2, types2 = self._pairs.find(history)
        seen2, _ = self._pairs.find(second * self._base + third)
        one = _backed(seen2, self._seen[second], self._followers[second], self._share[third])
        return np.log(_backed(seen3, before2, types2, one))

    def _best(self, choices: Sequence[list[int]]) -> list[int]:
        """Viterbi over pairs of words, keeping the `_BEAM` best pairs."""
        firsts = np.zeros(1, dtype=np.int64)
        seconds = np.zeros(1, dtype=np.int64)
        scores = np.zeros(1)
        back: list[tuple[NDArray[np.int64], Keys]] = []
        for words in [*choices, [0]]:
            thirds = np.array(words, dtype=np.int64)
            if len(words) == 1 and len(seconds) == 1:
                total = scores[:, None]  # nothing to choose
            else:
                total = scores[:, None] + self._log_probability(
                    firsts[:, None], seconds[:, None], thirds[None, :]
                )
            # Of the paths that end in the same two words only the best can win.
            best_of: dict[tuple[int, int], tuple[float, int, int]] = {}
            flat = np.argsort(-total, axis=None, kind="stable")[: _BEAM * 4]
            for index in flat.tolist():
                row, column = divmod(index, len(words))
                key = (int(seconds[row]), words[column])
                if key not in best_of:
                    best_of[key] = (float(total[row, column]), row, column)
                    if len(best_of) == _BEAM:
                        break
            rows = np.array([row for _, row, _ in best_of.values()], dtype=np.int64)
            firsts = seconds[rows]
            seconds = thirds[[column for _, _, column in best_of.values()]]
            scores = np.array([score for score, _, _ in best_of.values()])
            back.append((rows, seconds))
        at = int(np.argmax(scores))
        path: list[int] = []
        for rows, words_at in reversed(back):
            path.append(int(words_at[at]))
            at = int(rows[at])
        return path[::-1][:-1]


@lru_cache(maxsize=1)
def seed_lines() -> tuple[str, ...]:
    """Administrative phrases that ship with the program; lines with # are comments."""
    text = resources.files("index").joinpath("seed_vocabulary.txt").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def edits(word: str) -> Iterator[str]:
    """All words one letter away: dropped, added, changed or swapped; `word` is folded."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
            for letter in _LETTERS:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail


def may_be_misspelt(text: str) -> bool:
    """Whether any word of a text can be none; if not, no model need be learnt to see it."""
    words = _words(unicodedata.normalize("NFC", text))
    return any(_is_slip(word, fold(canonical_lower(word))) for word in words)


def _is_slip(word: str, plain: str) -> bool:
    vowels = sum(letter in "aeiouy" for letter in plain)
    likely = word.islower() and len(plain) >= _SHORTEST_SLIP and plain.isascii() and vowels > 0
    return likely and not is_syllable(plain)


def _words(text: str) -> list[str]:
    return [word for word in TOKEN.findall(text) if word.isalpha()]


def _backed(seen: Floats, before: Floats, followers: Floats, shorter: Floats) -> Floats:
    """Witten-Bell interpolation with the shorter history; alone where the longer is unseen."""
    total = before + followers
    known = total > 0
    backed: Floats = np.where(
        known, (seen + followers * shorter) / np.where(known, total, 1.0), shorter
    )
    return backed


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word
