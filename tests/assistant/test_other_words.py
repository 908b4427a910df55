"""The same question in an office's other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rephrasing import as_written, in_other_words
from corpus.vocabulary import Vocabulary
from tests.assistant.records import knowing

VOCABULARY = Vocabulary.load()
SAID = frozenset(name for names in VOCABULARY.synonyms for name in names)

REPORT = """\
# Trung tâm Y tế huyện Mai Trạch: Báo cáo kết quả năm 2024

Mai Trạch, ngày 12 tháng 12 năm 2024

## Kết quả năm 2024

Khoa Ngoại phẫu thuật 812 ca. Toàn ngành còn thiếu 37 giáo viên. Cấp 126 giấy chứng nhận quyền sử \
dụng đất cho các hộ.
"""


@pytest.mark.parametrize(
    "question, value",
    [
        ("Năm 2024 trung tâm y tế Mai Trạch mổ bao nhiêu ca?", "812"),
        ("Mai Trạch năm 2024 còn thiếu mấy thầy cô giáo?", "37 giáo viên"),
        ("nam 2024 Mai Trach con thieu may thay co giao", "37 giáo viên"),
    ],
)
def test_a_record_is_found_whatever_an_office_calls_the_thing(
    tmp_path: Path, question: str, value: str
) -> None:
    with knowing(tmp_path, {"bao-cao.md": REPORT}) as assistant:
        answer = assistant.ask(question)
    assert answer.found
    assert value in answer.text


def test_the_words_of_the_question_before_are_put_otherwise_as_well(tmp_path: Path) -> None:
    with knowing(tmp_path, {"bao-cao.md": REPORT}) as assistant:
        before = "Năm 2024 trung tâm y tế Mai Trạch phẫu thuật được bao nhiêu ca?"
        assert not assistant.ask("còn năm 2023 mổ bao nhiêu?", [before]).found
        assert "812" in assistant.ask("thế năm 2024 mổ bao nhiêu ca?", [before]).text


@pytest.mark.parametrize(
    "question",
    [
        "Thu nhập phường Trạm Xá Đông là bao nhiêu?",  # a name, not a station
        "Thu tiền sử dụng đất được bao nhiêu?",  # never "tiền dùng đất"
        "mo bao nhieu ca",  # "mở", "mỏ", "mổ"
        "Dân số là bao nhiêu?",
    ],
)
def test_names_and_indicators_stay_as_they_are(question: str) -> None:
    assert list(in_other_words([question], VOCABULARY, SAID)) == []


def test_only_words_that_records_say_are_tried() -> None:
    asked = ["Mổ bao nhiêu ca?"]
    assert list(in_other_words(asked, VOCABULARY, frozenset())) == []
    assert list(in_other_words(asked, VOCABULARY, SAID)) == [["phẫu thuật bao nhiêu ca?"]]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3))
def test_any_text_is_put_otherwise_at_most_four_times(texts: list[str]) -> None:
    told = list(in_other_words(texts, VOCABULARY, SAID))
    assert len(told) <= 4
    assert all(len(one) == len(texts) and one != texts for one in told)


@pytest.mark.parametrize(
    "question",
    ["Năm 2024 Mai Trạch làm được mấy giấy đỏ?", "nam 2024 Mai Trach lam duoc may giay do"],
)
def test_what_people_say_is_asked_as_records_write_it(tmp_path: Path, question: str) -> None:
    with knowing(tmp_path, {"bao-cao.md": REPORT}) as assistant:
        assert "126" in assistant.ask(question).text


def test_as_written_leaves_names_alone() -> None:
    assert as_written(["Xã Giấy Đỏ có mấy hộ?"], VOCABULARY) == ["Xã Giấy Đỏ có mấy hộ?"]


@pytest.mark.parametrize(
    "question",
    [
        "NĂM 2024 TRUNG TÂM Y TẾ MAI TRẠCH PHẪU THUẬT BAO NHIÊU CA?",
        "Năm 2024 trung tâm y tế Mai Trạch phãu thuaạt bao nhiêu ca?",
        "Để làm báo cáo, tôi cần biết năm 2024 trung tâm y tế Mai Trạch phẫu thuật mấy ca.",
    ],
)
def test_capitals_slips_and_purposes_change_nothing(tmp_path: Path, question: str) -> None:
    with knowing(tmp_path, {"bao-cao.md": REPORT}) as assistant:
        assert "812" in assistant.ask(question).text
