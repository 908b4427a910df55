"""The normal form of an indicator's name, by which the same one meets across records.

"Mức giảm tỷ lệ hộ nghèo", "giảm nghèo" and "poverty reduction" have one form: the family
`poor_households`, falling. Words that say HOW a thing is measured (rate, growth, number) become
facets; what no family explains stays as `rest` and must be matched word for word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.normalize import TOKEN, canonical_tones, syllables
from corpus.vocabulary import Vocabulary, Word, content_words, spelt_words, typed_plainly

Phrases = dict[tuple[str, ...], list[tuple[str, ...]]]  # folded -> as spelt


def _phrases(*names: str) -> Phrases:
    """Phrases by their folded syllables: "hộ" is one, "hồ" is none, "ho" typed plainly is."""
    found: Phrases = {}
    for name in names:
        spelt = tuple(TOKEN.findall(canonical_tones(name)))
        found.setdefault(tuple(syllables(name)), []).append(spelt)
    return found


# Phrases that are no facets although, typed without accents, they contain such a word.
_FIXED = _phrases(
    "hạ tầng", "giám sát", "giám đốc", "tăng cường", "giám định", "sơ kết", "hồ sơ", "cơ sở",
    "trụ sở", "tầng lớp", "nhà tầng", "giảm thiểu", "chuyển đổi số", "học bạ số",
    "quốc doanh", "kinh doanh", "liên doanh", "phụ nữ", "chính phủ", "phụ trách", "phụ cấp",
    "phụ huynh",
)  # fmt: skip
_RISE = _phrases(
    "tốc độ tăng trưởng", "tốc độ tăng", "tỷ lệ tăng", "mức tăng", "tăng trưởng", "tăng thêm",
    "tăng", "growth", "increase", "increased", "growth rate",
)  # fmt: skip
_FALL = _phrases(
    "mức giảm", "tỷ lệ giảm", "giảm", "giảm thiểu", "reduction", "decrease", "reduce", "reduced",
)  # fmt: skip
_RATE = _phrases(
    "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "độ phủ", "mức phủ", "phủ", "rate", "share",
    "percentage",
    "độ bao phủ", "bao phủ", "phần trăm",
    "coverage", "proportion", "percent",
)  # fmt: skip
_EMPTY = _phrases(
    "tổng số", "số lượng", "tổng cộng", "tổng", "số", "lượng", "mức", "được", "có", "và", "của",
    "các", "cho", "mới", "đơn", "thể", "tại", "ở", "là", "đạt", "trên địa bàn", "địa bàn",
    "toàn huyện", "toàn xã", "toàn tỉnh", "huyện", "trong", "năm", "bị", "thêm", "còn", "con",
    "thực hiện", "dân số", "số hộ", "chỉ số", "chỉ tiêu", "khoảng", "tham gia", "hiện", "với",
    "từ", "đến", "xã", "thị trấn", "phường", "bình quân", "trung bình", "hằng năm", "hàng năm",
    "hoàn thành",
    "công tác", "việc", "người", "lũy kế", "luỹ kế", "cộng dồn", "công nhận", "cả", "một",
    "lao động", "hộ", "xây dựng", "of", "in", "a", "per",
    "and", "total", "number", "should", "be", "for", "new", "people",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A normal form. `rest` holds folded syllables that no family or facet explains."""

    families: frozenset[str]
    growth: int
    rate: bool
    rest: tuple[str, ...]

    @property
    def key(self) -> str:
        """The form as one string, which `Form.of` reads back."""
        sign = {1: "+", -1: "-", 0: "="}[self.growth]
        return (
            f"{sign}{'%' if self.rate else ''}{','.join(sorted(self.families))}|"
            f"{' '.join(self.rest)}"
        )

    @staticmethod
    def of(key: str) -> Form:
        """The form whose `key` this is."""
        families, _, rest = key[1:].partition("|")
        growth = {"+": 1, "-": -1}.get(key[:1], 0)
        rate, names = families.startswith("%"), families.lstrip("%")
        return Form(frozenset(filter(None, names.split(","))), growth, rate, tuple(rest.split()))


# "lãi" with its accent ("lai" is many words), but for what is said of loans: "lãi suất".
_GAIN = re.compile(
    r"(?<!\w)(?<!chia )(?<!tiền )(?<!thu )(?<!trả )(?<!trợ )(?<!có )lãi(?!\w)"
    r"(?!\s+(?:suất|vay|chia|quá hạn|tồn|phạt|phải|tiền|dự|cho|đọng))",
    re.I,
)


_BRANCH = re.compile(r"(?<=giá trị sản xuất) ngành(?= \w)|(?<=gia tri san xuat) nganh(?= \w)", re.I)


def _without_gain(text: str) -> str:
    return _BRANCH.sub("", _GAIN.sub("lợi nhuận", text))


def read_form(text: str, vocabulary: Vocabulary, growth: int = 0) -> Form:
    """The normal form of an indicator as printed; `growth` is what is known already."""
    form = _read_form(text, vocabulary)
    return form if not growth or form.growth else Form(form.families, growth, form.rate, form.rest)


@lru_cache(maxsize=4096)
def _read_form(text: str, vocabulary: Vocabulary) -> Form:
    """Kept: a record names the same indicators, and their units, again and again."""
    text = _without_gain(text)
    words = [Word(f, t, True) for f, t in spelt_words(text, vocabulary)]
    form = _match(words, vocabulary)
    if not form.families and any(w.token in _BETWEEN for w in words):
        # "bê tông hóa thêm đường thôn": the name with a word inside
        closed = _match([w for w in words if w.token not in _BETWEEN], vocabulary)
        return closed if closed.families else form
    return form


def read_asked(text: str, vocabulary: Vocabulary) -> Form:
    """The normal form of an indicator as asked; words such as "bao nhiêu" are passed over."""
    text = _without_gain(text)
    asked = list(content_words(text, vocabulary))
    form = _match(asked, vocabulary, spelt=_SLIPPED)
    plainer = list(content_words(text, vocabulary, named=True))
    if form.families - {"indicator_count"}:
        return _without_own_words(_match(plainer, vocabulary, spelt=_SLIPPED), vocabulary)
    # "thu tối thiểu bao nhiêu tiền ngân sách": the name with other words inside
    for words in (plainer, asked):
        closed = _match([word for word in words if word.content], vocabulary, spelt=1.0)
        if closed.families:
            return closed
    return form


_BETWEEN = ("thêm", "được", "mới")


def _without_own_words(form: Form, vocabulary: Vocabulary) -> Form:
    """ "kết nạp bao nhiêu đảng viên": words of the family's names, apart, say nothing more."""
    own = {w for name, f in vocabulary.families.items() if f in form.families for w in name}
    return Form(form.families, form.growth, form.rate, tuple(w for w in form.rest if w not in own))


_SLIPPED = 0.5  # "hộ nghéo" is a slip, "nhân dân bổ sung" no "đàn bò"


def _match(marked: list[Word], vocabulary: Vocabulary, *, spelt: float = 0.0) -> Form:
    """The form of words; `spelt` is the least share of a name's syllables spelt as it is."""
    words = tuple(w.folded for w in marked)
    plainly = typed_plainly([w.token for w in marked if w.token])
    families: set[str] = set()
    rest: list[str] = []
    growth, rate, index = 0, False, 0
    while index < len(words):
        size = _longest(words, index, vocabulary)
        if (
            size
            and spelt
            and not plainly
            and not _spelt_so(marked[index : index + size], vocabulary, spelt)
        ):
            size = 0  # "giao cơ quan", put together, is no "giao quân"
        if size:
            name = words[index : index + size]
            families.add(vocabulary.families[name])
            if any(w in ("giam", "reduction") for w in name):
                growth = -1
            elif name[0] == "tang" or "growth" in name or name[:3] == ("toc", "do", "tang"):
                growth = growth or 1
            index += size
            continue
        for length in (4, 3, 2, 1):
            piece = marked[index : index + length]
            if len(piece) < length or words[index : index + length] not in _SAID:
                continue
            if _is_one(piece, _FIXED, plainly):
                rest += [w.folded for w in piece if w.content]
            elif _is_one(piece, _FALL, plainly):
                growth = -1
            elif _is_one(piece, _RISE, plainly):
                growth = growth or 1
            elif _is_one(piece, _RATE, plainly):
                rate = True
            elif not _is_one(piece, _EMPTY, plainly):
                continue
            index += length
            break
        else:
            if marked[index].content:
                rest.append(words[index])
            index += 1
    if families <= {"revenue", "tourists"} and (apart := _apart(marked, plainly, vocabulary)):
        family, own = apart
        families = {family}
        rest = [word for word in rest if word not in own]
    if len(families) > 1:
        families = _without_implied(families)
    return Form(frozenset(families), growth, rate, tuple(rest))


def _apart(
    marked: list[Word], plainly: bool, vocabulary: Vocabulary
) -> tuple[str, set[str]] | None:
    """The family whose name's two parts stand apart, and the name's syllables.

    "Gieo cấy 1.120 ha lúa mùa, năng suất 58 tạ/ha", "du lịch mang về 27 tỷ đồng doanh thu".
    """
    words = tuple(w.folded for w in marked)
    for measure, names in vocabulary.measured.items():
        if not any(words[i : i + 2] == measure for i in range(len(words))):
            continue
        for name in names:
            size = len(name) - 2
            for index in range(len(words) - size + 1):
                if words[index : index + size] != name[2:]:
                    continue
                spellings = vocabulary.spelt.get(name, frozenset())
                said = [w.token for w in marked[index : index + size]]
                if plainly or any(tokens[2:] == tuple(said) for tokens in spellings):
                    return vocabulary.families[name], set(name)
    return None


_SAID = frozenset().union(_FIXED, _FALL, _RISE, _RATE, _EMPTY)  # to pass by most words at once


def _is_one(piece: list[Word], phrases: Phrases, plainly: bool) -> bool:
    """Whether words are one of the phrases as spelt; plainly typed words fit any spelling."""
    spellings = phrases.get(tuple([w.folded for w in piece]))
    if spellings is None:
        return False
    return any(
        all(
            w.token in ("", spelt) or (plainly and w.token == w.folded)
            for w, spelt in zip(piece, s, strict=True)
        )
        for s in spellings
    )


def _spelt_so(piece: list[Word], vocabulary: Vocabulary, least: float) -> bool:
    """Whether words are a family's name in its own spelling; a short form has none."""
    spelt = vocabulary.spelt.get(tuple(w.folded for w in piece))
    typed = sum(1 for w in piece if w.token)
    return spelt is None or any(
        sum(w.token == s for w, s in zip(piece, tokens, strict=True)) >= least * typed
        for tokens in spelt
    )


def _longest(words: tuple[str, ...], index: int, vocabulary: Vocabulary) -> int:
    """Syllables of the name that starts here; 0 where a longer one starts within it.

    "thu thuế thu nhập cá nhân": "thu thuế", then "thuế thu nhập cá nhân".
    """
    size = vocabulary.name_at(words, index)
    inside = range(index + 1, index + size)
    return 0 if any(vocabulary.name_at(words, i) > size for i in inside) else size


# A family named only because its words are part of how another one is said.
_IMPLIED = {
    "jobs_created": {"workers_abroad", "trained_workers"},
    "population": {"health_insurance", "clean_water", "population_growth", "solid_waste"},
    "indicator_count": set(),
    "party_members_admitted": {"party_members_total"},
    "public_investment": {"target_program_capital"},  # "giải ngân vốn các chương trình MTQG"
}


def _without_implied(families: set[str]) -> set[str]:
    kept = {f for f in families if not (_IMPLIED.get(f, set()) & families)}
    if len(kept) > 1:
        kept.discard("indicator_count")
    return kept
