"""The sample records and questions that the program ships say what they should."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.reading import read_document
from evaluation.evidence import plain
from evaluation.floors import read_floors
from evaluation.judge import stands_in
from evaluation.questions import Question, read_questions
from samples import QUESTIONS, RECORDS
from scripts.make_samples import TARGET, make

SET = read_questions(QUESTIONS)


@cache
def document(name: str) -> Document:
    return read_document(RECORDS / name)


each_question = pytest.mark.parametrize("question", SET.questions, ids=lambda q: q.id)


@each_question
def test_wanted_words_stand_in_the_records_to_cite(question: Question) -> None:
    texts = [document(name).text for group in question.cite_groups for name in group]
    for choices in question.must_include:
        # a table's unit stands in a column of its own
        assert any(stands_in(choice.rstrip("%"), text) for choice in choices for text in texts), (
            choices
        )


@each_question
def test_every_record_of_a_group_proves_something_wanted(question: Question) -> None:
    for group in question.cite_groups:
        for name in group:
            text = document(name).text
            assert any(stands_in(c.rstrip("%"), text) for cs in question.must_include for c in cs)


@each_question
def test_evidence_stands_in_a_record_to_cite(question: Question) -> None:
    if question.evidence is None:
        assert question.type in ("unanswerable", "list")
        return
    texts = [plain(document(name).text) for group in question.cite_groups for name in group]
    assert any(plain(question.evidence) in text for text in texts)


@each_question
def test_unanswerable_question_wants_nothing(question: Question) -> None:
    wants = bool(question.must_include) and bool(question.cite_groups)
    assert wants is question.answerable


def test_questions_are_of_every_kind() -> None:
    types = Counter(question.type for question in SET.questions)
    assert types["unanswerable"] == 5 and types["followup"] == 3
    assert len(types) >= 14
    languages = Counter(question.language for question in SET.questions)
    assert languages["vi-noaccent"] == 2 and languages["en"] == 2
    assert all(bool(q.history) is (q.type == "followup") for q in SET.questions)
    assert len({q.id for q in SET.questions}) == len(SET.questions)


def test_unaccented_questions_have_no_accents() -> None:
    for question in SET.questions:
        assert question.text.isascii() is (question.language != "vi")


def test_questions_have_a_pinned_floor() -> None:
    assert SET.fingerprint in read_floors()


def test_file_names_are_plain() -> None:
    assert all(path.name.isascii() and " " not in path.name for path in RECORDS.iterdir())
    assert {path.suffix for path in RECORDS.iterdir()} == {".md", ".txt", ".docx"}


def test_word_file_is_what_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / TARGET.name
    make(made)
    assert read_document(made).text == document(TARGET.name).text


def test_questions_keep_the_form_of_the_file() -> None:
    for line in QUESTIONS.read_text("utf-8").splitlines():
        assert json.dumps(json.loads(line), ensure_ascii=False) == line
