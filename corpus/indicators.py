"""The normal form of an indicator's name, by which the same one meets across records.

"Mức giảm tỷ lệ hộ nghèo", "giảm nghèo" and "poverty reduction" have one form: the family
`poor_households`, falling. Words that say HOW a thing is measured (rate, growth, number) become
facets; what no family explains stays as `rest` and must be matched word for word.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.vocabulary import Vocabulary, content_words, respelled


def _phrases(*names: str) -> frozenset[tuple[str, ...]]:
    """Folded syllables of each name."""
    return frozenset(tuple(name.split()) for name in names)


# Folded phrases that are no facets although they contain such a word.
_FIXED = {
    ("ha", "tang"), ("giam", "sat"), ("giam", "doc"), ("tang", "cuong"), ("giam", "dinh"),
    ("so", "ket"), ("so", "luong"), ("ho", "so"), ("co", "so"), ("tru", "so"), ("tang", "lu"),
    ("nha", "tang"), ("giam", "thieu"), ("chuyen", "doi", "so"), ("hoc", "ba", "so"),
}  # fmt: skip
_RISE = _phrases(
    "toc do tang truong", "toc do tang", "ti le tang", "muc tang", "tang truong", "tang them",
    "tang", "growth", "increase", "increased", "growth rate",
)  # fmt: skip
_FALL = _phrases(
    "muc giam", "ti le giam", "giam", "giam thieu", "reduction", "decrease", "reduce", "reduced",
)  # fmt: skip
_RATE = _phrases(
    "ti le", "ti trong", "rate", "share", "percentage", "do bao phu", "bao phu", "phan tram",
    "coverage", "proportion", "percent",
)  # fmt: skip
_EMPTY = _phrases(
    "tong so", "so luong", "tong cong", "tong", "so", "luong", "muc", "duoc", "co", "va", "cua",
    "cac", "cho", "moi", "don", "the", "tai", "o", "la", "dat", "tren dia ban", "dia ban",
    "toan huyen", "toan xa", "toan tinh", "huyen", "trong", "nam", "bi", "them", "con", "thuc hien",
    "dan so", "so ho", "chi so", "chi tieu", "khoang", "tham gia", "hien", "voi", "tu", "den", "xa",
    "thi tran", "phuong", "binh quan", "hang nam", "hoan thanh", "cong tac", "viec", "nguoi", "ca",
    "mot", "lao dong", "ho", "xay dung", "of", "in", "a", "per", "and", "total", "number", "should",
    "be", "for", "new", "people",
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


def read_form(text: str, vocabulary: Vocabulary, growth: int = 0) -> Form:
    """The normal form of an indicator as printed; `growth` is what is known already."""
    form = _match([(w, True) for w in respelled(text, vocabulary)], vocabulary)
    return form if not growth or form.growth else Form(form.families, growth, form.rate, form.rest)


def read_asked(text: str, vocabulary: Vocabulary) -> Form:
    """The normal form of an indicator as asked; words such as "bao nhiêu" are passed over."""
    form = _match(list(content_words(text, vocabulary)), vocabulary)
    plainer = list(content_words(text, vocabulary, named=True))
    if form.families:
        return _match(plainer, vocabulary)
    # "thu tối thiểu bao nhiêu tiền ngân sách": the name with other words inside
    closed = _match([word for word in plainer if word[1]], vocabulary)
    return closed if closed.families else form


def _match(marked: list[tuple[str, bool]], vocabulary: Vocabulary) -> Form:
    words = tuple(w for w, _ in marked)
    families: set[str] = set()
    rest: list[str] = []
    growth, rate, index = 0, False, 0
    while index < len(words):
        size = _longest(words, index, vocabulary)
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
            piece = words[index : index + length]
            if len(piece) < length:
                continue
            if piece in _FIXED:
                rest += [w for w, content in marked[index : index + length] if content]
            elif piece in _FALL:
                growth = -1
            elif piece in _RISE:
                growth = growth or 1
            elif piece in _RATE:
                rate = True
            elif piece not in _EMPTY:
                continue
            index += length
            break
        else:
            if marked[index][1]:
                rest.append(words[index])
            index += 1
    if len(families) > 1:
        families = _without_implied(families)
    return Form(frozenset(families), growth, rate, tuple(rest))


def _longest(words: tuple[str, ...], index: int, vocabulary: Vocabulary) -> int:
    for size in range(min(vocabulary.longest, len(words) - index), 0, -1):
        if words[index : index + size] in vocabulary.families:
            return size
    return 0


# A family named only because its words are part of how another one is said.
_IMPLIED = {
    "jobs_created": {"workers_abroad", "trained_workers"},
    "population": {"health_insurance", "clean_water", "population_growth", "solid_waste"},
    "indicator_count": set(),
    "party_members_admitted": {"party_members_total"},
}


def _without_implied(families: set[str]) -> set[str]:
    kept = {f for f in families if not (_IMPLIED.get(f, set()) & families)}
    if len(kept) > 1:
        kept.discard("indicator_count")
    return kept
