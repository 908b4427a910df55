"""Mends a slip of the finger in an indicator's name: "thu ngâ sách" is "thu ngân sách".

Only where the question names no known indicator, and only when one changed letter in one syllable
makes a name from the vocabulary: of at least three syllables, or of two where the word that is
changed stands in no record ("cán bộ" is no slip for "đàn bò"). A word of the records that is typed
with its accents is none. Nothing else is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Container

from corpus.normalize import TOKEN, canonical_tones, fold, syllables
from corpus.quantities import find_quantities
from corpus.vocabulary import Vocabulary
from index.accents import edits, has_accents


def mended(
    text: str,
    vocabulary: Vocabulary,
    familiar: Container[str] = (),
    spelt: Container[str] = (),
) -> str:
    """`text` with the one syllable put right that completes a known name, else `text`.

    `familiar` holds the folded words that the records use, `spelt` the same with their accents.
    """
    tokens = list(TOKEN.finditer(text))
    words = [syllables(t[0])[0] if syllables(t[0]) else "" for t in tokens]
    typed = [canonical_tones(t[0].lower()) for t in tokens]
    names = {n for n in vocabulary.families if len(n) >= 2}
    known = {w for n in names for w in n}
    best: tuple[int, int, str] | None = None
    for index, word in enumerate(words):
        if not word.isalpha() or len(word) < 2 or word in vocabulary.plain_noise:
            continue  # "về cho ngân sách" is no slip for "chi ngân sách"
        for candidate in edits(fold(word)):
            if candidate not in known:
                continue
            size = _completes([*words[:index], candidate, *words[index + 1 :]], index, names)
            if size == 2 and word in familiar:
                continue
            if typed[index] != word and typed[index] in spelt:
                continue  # "môi trường rừng" is no slip for "mới trồng rừng"
            if size and (best is None or size > best[0]):
                best = (size, index, candidate)
    if best is None:
        return text
    _, index, candidate = best
    start, end = tokens[index].span()
    return f"{text[:start]}{candidate}{text[end:]}"


def spelt_right(
    spelling: tuple[tuple[str, str], ...], spelt: Container[str]
) -> tuple[tuple[str, str], ...]:
    """Without what lost its tone in typing: "giơi" stands in no record, so it is any "gioi"."""
    return tuple((word, typed) for word, typed in spelling if typed in spelt or _TONE.search(typed))


def quiet(text: str) -> str:
    """A question in small letters where it is typed all in capitals."""
    return text.lower() if text.isupper() and " " in text.strip() else text


def with_several(text: str) -> str:
    """A question for names in plain words: "mấy xã nào còn nợ?" is "những xã nào còn nợ?"."""
    return _SEVERAL_NAMED.sub("những ", text)


def with_targets(text: str) -> str:
    """Aims that were met or missed are targets: "những mục tiêu nào bị hụt?"."""
    return _AIMS.sub(r"\1chỉ tiêu", text) if _MET_OR_MISSED.search(text) else text


_AIMS = re.compile(
    r"((?:những|các|\d|mấy|nhiêu|một|hai|ba|bốn|năm) )mục tiêu(?!\w)"
    r"|(?<!\w)mục tiêu(?= (?:nào|gì))",
    re.I,
)
_MET_OR_MISSED = re.compile(
    r"(?<!\w)(?:đạt|hụt|trượt|lỡ|hoàn thành|về đích|vượt|xong|hỏng|cán đích|tới đích)(?!\w)", re.I
)


_TONE = re.compile("[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_SEVERAL_NAMED = re.compile(
    r"(?<!\w)(?:mấy|may)\s+(?=[^\W\d]+(?:\s[^\W\d]+)?\s(?:nào|nao)\b)", re.I
)


def with_months(text: str) -> str:
    """A question with its months called so: "hồi 5/2024" is "hồi tháng 5/2024"."""
    month = "tháng" if has_accents(text) else "thang"
    return _BARE_MONTH.sub(rf"{month} \g<0>", _SHORT_MONTHS.sub(rf"\1 {month}", text))


def with_levels(text: str) -> str:
    """A question with its numbered places called so: "TDP 4" is "tổ dân phố 4"."""
    accented = has_accents(text)
    for short, level in _SHORT_LEVELS.items():
        text = short.sub(f"{level if accented else fold(level)} ", text)
    return text


_SHORT_LEVELS = {
    re.compile(rf"(?<!\w){short}\.? ?(?=(?:s[ốo] )?\d{{1,2}}(?!\d))", re.I): level
    for short, level in (("kp", "khu phố"), ("tdp", "tổ dân phố"))
}


# "6th đầu năm", "9t 2024"
_SHORT_MONTHS = re.compile(
    r"(?<!\w)(\d{1,2}) ?th?(?=\s+(?:đầu|dau|cuối|cuoi|năm|nam|(?:19|20)\d\d)(?!\w))", re.I
)


def with_years(text: str) -> str:
    """A question with its years in full: "năm 22 đạt bao nhiêu" is of 2022, "năm 22 hộ" of none."""

    def whole(match: re.Match[str]) -> str:
        counted = find_quantities(text[match.start(2) :])
        alone = not counted or counted[0].start > 0 or not counted[0].unit
        return f"{match[1]} 20{match[2]}" if alone else match[0]

    return _SHORT_YEAR.sub(whole, text)


_SHORT_YEAR = re.compile(
    r"(?<!\w)(năm|nam|cuối|cuoi)\s(1[5-9]|2\d)(?![\w%]|[.,/-]\d|\s?[-–]\s?\d| (?:tuổi|tuoi))", re.I
)


# no day before it, no number of a paper: "27/5/2024", "12/2023/NQ-HĐND", "số 5/2024"
_BARE_MONTH = re.compile(
    r"(?<![\w/.-])(?<!tháng )(?<!thang )(?<!ngày )(?<!ngay )(?<!quý )(?<!quy )(?<!quí )(?<!qui )"
    r"(?<!số )(?<!so )"
    r"(?<!quyết )(?<!cáo )(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/-])",
    re.I,
)


def _completes(words: list[str], index: int, names: set[tuple[str, ...]]) -> int:
    """Syllables of the longest name that covers `index`."""
    for size in range(6, 1, -1):
        for start in range(max(0, index - size + 1), index + 1):
            if tuple(words[start : start + size]) in names:
                return size
    return 0
