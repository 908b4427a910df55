"""Both languages are complete."""

import re
import string
from collections.abc import Iterator

import pytest

from pages.text import texts
from pages.text_en import EN
from pages.text_vi import VI

SAME = {"brand", "export_csv", "date_example", "language", "decimal", "thousands"}
VIETNAMESE = re.compile(
    r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.I
)


def leaves(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(f"{name}.{key}", inner)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from leaves(f"{name}.{number}", inner)
    else:
        yield name, str(value)


def sentences(table: dict[str, object]) -> dict[str, str]:
    """All texts by name; Gradio's own are English already."""
    return {k: v for n, value in table.items() if n != "gradio" for k, v in leaves(n, value)}


def test_both_languages_have_the_same_texts() -> None:
    assert sentences(VI).keys() == sentences(EN).keys()
    assert texts("vi").language == "vi" and texts("en").language == "en"


@pytest.mark.parametrize("name", sorted(sentences(VI)))
def test_text_is_translated(name: str) -> None:
    vietnamese, english = sentences(VI)[name], sentences(EN)[name]
    fields = [{f for _, f, _, _ in string.Formatter().parse(t) if f} for t in (vietnamese, english)]
    assert fields[0] == fields[1]
    if name not in SAME and name != "other_language":
        assert vietnamese != english
    if name not in ("brand", "other_language"):
        assert not VIETNAMESE.search(english)
