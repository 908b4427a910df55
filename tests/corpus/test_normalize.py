"""Forms of text for matching."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalize import canonical_tones, fold, fold_with_offsets, syllables

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợ"
                     "ùủũúụừửữứựỳỷỹýỵABĐÊƯỦỶ 0123456789,.%/-\u200b\n")  # fmt: skip
TEXT = VIETNAMESE | st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_fold_is_equal_for_composed_and_decomposed_text(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)
    assert syllables(composed) == syllables(decomposed)


@given(TEXT)
def test_offsets_lead_back_to_the_characters_that_were_folded(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1 and offsets[-1] == len(text)
    assert offsets == sorted(offsets)
    for position, character in enumerate(folded):
        assert character in fold(text[offsets[position]])


@given(TEXT)
def test_canonical_tones_is_idempotent_and_composed(text: str) -> None:
    once = canonical_tones(text)
    assert canonical_tones(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(VIETNAMESE)
def test_canonical_tones_changes_no_letters_but_y(text: str) -> None:
    bare = unicodedata.normalize("NFC", text)
    assert fold(canonical_tones(text)).replace("y", "i") == fold(bare).replace("y", "i")


@pytest.mark.parametrize(
    "text, folded",
    [
        ("Đề ra CHỈ TIÊU", "de ra chi tieu"),
        ("Ðảng uỷ", "dang uy"),  # eth, as old files have it
        ("Quy\u1ec1n l\u200bợi", "quyen loi"),
        ("7,66% (24/27)", "7,66% (24/27)"),
    ],
)
def test_fold_drops_accents_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "one, other",
    [
        ("uỷ ban", "ủy ban"),
        ("hoà bình", "hòa bình"),
        ("khoẻ", "khỏe"),
        ("thuỷ sản", "thủy sản"),
        ("kỹ sư", "kĩ sư"),
        ("quý IV", "quí iv"),
        ("tỷ lệ", "tỉ lệ"),
        ("ngừơi", "người"),
        ("tíên độ", "tiến độ"),
        ("hòan thành", "hoàn thành"),
        ("hùynh", "huỳnh"),
    ],
)
def test_spellings_of_one_sound_are_equal(one: str, other: str) -> None:
    assert canonical_tones(one) == canonical_tones(other)
    assert syllables(one) == syllables(other)


@pytest.mark.parametrize("word", ["hoàn", "quả", "quý giá"[5:], "huyện", "y tế", "toán", "khuya"])
def test_other_words_keep_their_tone(word: str) -> None:
    assert canonical_tones(word) == word


@pytest.mark.parametrize(
    "text, tokens",
    [
        ("đạt 24/27 chỉ tiêu", ["dat", "24/27", "chi", "tieu"]),
        ("tăng 7,66%, 21.842 hộ.", ["tang", "7,66%", "21.842", "ho"]),
        ("05-NQ/HU", ["05", "nq", "hu"]),
        ("CO2 và m2", ["co2", "va", "m2"]),
        ("ngày 3/4/2022.", ["ngay", "3/4/2022"]),
    ],
)
def test_numbers_stay_whole(text: str, tokens: list[str]) -> None:
    assert syllables(text) == tokens
