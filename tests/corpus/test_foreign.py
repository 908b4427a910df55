"""A paper in English gives no figures; one in Vietnamese does, typed with accents or without."""

from __future__ import annotations

from corpus.document import DocumentBuilder
from corpus.foreign import is_english
from corpus.understanding import understand

ENGLISH = (
    "Income per capita in the district was VND 41,2 million, against VND 38,0 million in 2023. "
    "The poverty rate fell from 9,4% at the end of 2023 to 7,1% at the end of 2024."
)
VIETNAMESE = "Thu nhập bình quân đầu người của huyện năm 2024 đạt 41,2 triệu đồng."


def test_a_language_is_told_by_its_function_words() -> None:
    assert is_english(ENGLISH)
    assert not is_english(VIETNAMESE)
    assert not is_english("Thu nhap binh quan dau nguoi cua huyen nam 2024 dat 41,2 trieu dong.")
    assert not is_english("")


def test_no_figure_is_read_of_an_english_paper() -> None:
    for text, figures in ((ENGLISH, 0), (VIETNAMESE, 1)):
        builder = DocumentBuilder()
        builder.paragraph(text)
        assert len(understand(builder.build(), "tom-tat.txt").figures) == figures
