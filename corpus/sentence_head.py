"""The indicator that opens a sentence, on which the values behind it lean."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.indicators import Form
from corpus.record import Figure
from corpus.roles import Reading, is_counted

_OF_PARTS = re.compile(r"\W*(?:trong đó|cụ thể|bao gồm)\W", re.I)


class Head(NamedTuple):
    """The first indicator of a sentence: "Giá trị sản xuất tăng 9%; công nghiệp tăng 13%"."""

    name: str = ""
    unit: str = ""
    grows: bool = False

    @staticmethod
    def parts(text: str) -> bool:
        """Whether a sentence opens as one that takes apart what was told before."""
        return _OF_PARTS.match(text) is not None

    @staticmethod
    def over(text: str, before: Figure | None) -> Head:
        """The whole that a sentence of its parts leans on: "Trong đó, công nghiệp 1.986 tỷ"."""
        if before is None or not Form.of(before.key).families or not Head.parts(text):
            return Head()
        return Head.of(before)

    @staticmethod
    def of(figure: Figure) -> Head:
        """The head that a figure makes: its indicator without "tổng", its unit."""
        name = re.sub(r"^tổng\s+", "", figure.indicator, flags=re.I)
        return Head(name, figure.value.unit, bool(figure.growth))

    def opens(self, reading: Reading) -> bool:
        """Whether another value of the sentence is told in the same measure."""
        same = self.unit == reading.quantity.unit and not is_counted(reading.quantity)
        return bool(self.name) and same and self.grows == bool(reading.growth)
