"""Kept conversations: private to their owner, bounded, and never in the way of asking."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.answer import Answer
from assistant.filters import Filters
from index.library import Library
from pages.access import SCOPE_KEY
from pages.arranging import Arranging
from pages.ask import AskPage
from pages.conversation import Conversation, Turn, to_stored
from pages.conversation_list import list_html
from pages.conversations import FILE, Conversations, new_visitor, owner_of
from pages.text import texts
from service.users import User
from tests.pages.conftest import FixedAssistant, answer_about

T = texts("vi")
LAN, HANH = f"visitor:{new_visitor()}", f"visitor:{new_visitor()}"


def talk(*questions: str, **fields: object) -> Conversation:
    turns = tuple(Turn(q, Answer("Không tìm thấy.", found=False)) for q in questions)
    return Conversation(turns, **fields)  # type: ignore[arg-type]


def titles(kept: Conversations, owner: str) -> list[str]:
    return [entry.title for entry in kept.listed(owner)]


def change(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / FILE)) as db, db:
        db.execute(statement, values)


@pytest.fixture
def kept(tmp_path: Path) -> Conversations:
    ticking = count(1_700_000_000)
    return Conversations(tmp_path, clock=lambda: float(next(ticking)))


def test_conversation_outlives_the_program(
    kept: Conversations, tmp_path: Path, library: Library, report: str
) -> None:
    turn = Turn("Tỷ lệ hộ nghèo?", answer_about(library, report), rated="right")
    filters = Filters("huyện Tân Lũng", 2024, ("report", "minutes"), ("0123456789ab",))
    first = kept.keep(LAN, Conversation((turn,), filters=filters))
    assert first.id and Conversations(tmp_path).open(LAN, first.id) == first


def test_last_used_stands_first_under_its_first_question(kept: Conversations) -> None:
    first = kept.keep(LAN, talk("Một?"))
    kept.keep(LAN, talk("Hai?"))
    assert titles(kept, LAN) == ["Hai?", "Một?"]
    kept.keep(LAN, replace(talk("Một?", "Một nữa?"), id=first.id))
    assert titles(kept, LAN) == ["Một?", "Hai?"]
    assert [entry.turns for entry in kept.listed(LAN)] == [2, 1]


def test_long_question_is_shortened_for_the_list(kept: Conversations) -> None:
    kept.keep(LAN, talk("chỉ tiêu " * 40))
    (title,) = titles(kept, LAN)
    assert len(title) <= 80 and title.endswith("…")


def test_nobody_sees_what_another_owns(kept: Conversations) -> None:
    lan = kept.keep(LAN, talk("Của Lan?"))
    hanh = kept.keep(HANH, talk("Của Hạnh?"))
    assert (titles(kept, LAN), titles(kept, HANH)) == (["Của Lan?"], ["Của Hạnh?"])
    assert kept.open(HANH, lan.id) is None and kept.open("", lan.id) is None
    assert kept.delete(HANH, lan.id) == ""
    kept.keep(HANH, replace(talk("Chiếm lấy?"), id=lan.id))
    assert kept.open(LAN, lan.id) == lan and kept.open(HANH, hanh.id) == hanh


def test_file_holds_no_name_that_would_open_it(kept: Conversations, tmp_path: Path) -> None:
    kept.keep(LAN, talk("Câu?"))
    written = b"".join(file.read_bytes() for file in tmp_path.glob(f"{FILE}*"))
    assert LAN.removeprefix("visitor:").encode() not in written


def test_owner_is_who_signed_in_else_a_name_that_nobody_guesses() -> None:
    visitor = new_visitor()
    signed_in = SimpleNamespace(scope={SCOPE_KEY: User("lan", "reader", "scrypt$a$b")})
    assert owner_of(signed_in, visitor) == "user:lan"
    assert owner_of(SimpleNamespace(scope={}), visitor) == f"visitor:{visitor}"
    assert {owner_of(None, name) for name in (None, "", "lan", "user:lan", 7, ["x" * 40])} == {""}


def test_nothing_is_kept_for_nobody(kept: Conversations) -> None:
    assert kept.keep("", talk("Câu?")) == talk("Câu?")
    assert kept.listed("") == []


def test_deleted_is_taken_back_until_the_page_is_opened_again(kept: Conversations) -> None:
    first = kept.keep(LAN, talk("Một?"))
    assert kept.delete(LAN, first.id) == "Một?"
    assert titles(kept, LAN) == [] and kept.open(LAN, first.id) is None
    kept.take_back(LAN, first.id)
    assert titles(kept, LAN) == ["Một?"]
    kept.delete(LAN, first.id)
    kept.sweep(LAN)
    kept.take_back(LAN, first.id)
    assert titles(kept, LAN) == []


def test_oldest_make_room(kept: Conversations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.conversations.MOST", 3)
    kept.keep(HANH, talk("Của Hạnh?"))
    for number in range(5):
        kept.keep(LAN, talk(f"Câu {number}?"))
    assert titles(kept, LAN) == ["Câu 4?", "Câu 3?", "Câu 2?"]
    assert titles(kept, HANH) == ["Của Hạnh?"]


def test_only_the_last_turns_stay_and_the_title_with_them(kept: Conversations) -> None:
    long = kept.keep(LAN, talk(*(f"Câu {number}?" for number in range(40))))
    again = kept.open(LAN, long.id)
    assert again is not None and again.questions == [f"Câu {n}?" for n in range(10, 40)]
    kept.keep(LAN, again)
    assert titles(kept, LAN) == ["Câu 0?"]


def test_filters_chosen_before_the_first_question_are_no_entry(kept: Conversations) -> None:
    chosen = kept.keep(LAN, talk(filters=Filters(year=2024)))
    assert titles(kept, LAN) == []
    assert kept.open(LAN, chosen.id) == chosen
    kept.keep(LAN, talk("Một?"))
    assert kept.open(LAN, chosen.id) is None  # makes room: nothing was asked in it


@pytest.mark.parametrize("data", ["{", "[]", "null", '{"turns": {}}', '{"a": 1}'])
def test_entry_that_cannot_be_read_is_left_out(
    kept: Conversations, tmp_path: Path, data: str, caplog: pytest.LogCaptureFixture
) -> None:
    bad = kept.keep(LAN, talk("Hỏng?"))
    kept.keep(LAN, talk("Lành?"))
    change(tmp_path, "UPDATE conversations SET data = ? WHERE id = ?", data, bad.id)
    assert kept.open(LAN, bad.id) is None
    assert titles(kept, LAN) == ["Lành?"] and not caplog.records


def test_entry_of_turns_that_cannot_be_read_does_not_open(
    kept: Conversations, tmp_path: Path
) -> None:
    bad = kept.keep(LAN, talk("Hỏng?"))
    change(tmp_path, "UPDATE conversations SET data = ?", '{"turns": [{"question": 1}]}')
    assert kept.open(LAN, bad.id) is None


def test_damaged_file_is_set_aside_and_a_new_one_begun(
    kept: Conversations, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 99)
    assert kept.listed(LAN) == []
    kept.keep(LAN, talk("Một?"))
    assert titles(kept, LAN) == ["Một?"]
    assert list(tmp_path.glob("*.damaged")) and "Traceback" not in caplog.text


def test_file_of_a_newer_version_is_left_alone(kept: Conversations, tmp_path: Path) -> None:
    kept.keep(LAN, talk("Một?"))
    change(tmp_path, "PRAGMA user_version = 99")
    older = Conversations(tmp_path)
    assert older.listed(LAN) == []
    assert older.keep(LAN, talk("Hai?")).questions == ["Hai?"]
    change(tmp_path, "PRAGMA user_version = 1")
    assert titles(older, LAN) == ["Một?"]


def test_file_damaged_while_in_use_is_set_aside(kept: Conversations, tmp_path: Path) -> None:
    kept.keep(LAN, talk("Một?"))
    change(tmp_path, "PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / FILE).write_bytes(b"x" * 8192)
    for _ in range(2):  # the first notices
        kept.keep(LAN, talk("Hai?"))
    assert titles(kept, LAN)[0] == "Hai?"


def test_folder_that_cannot_be_written_keeps_nobody_from_asking(tmp_path: Path) -> None:
    kept = Conversations(tmp_path / "nowhere")
    assert kept.keep(LAN, talk("Một?")).questions == ["Một?"]
    assert kept.listed(LAN) == []


def test_half_a_character_is_kept_as_a_question_mark(kept: Conversations) -> None:
    kept.keep(LAN, talk("Câu \ud83d?"))
    assert titles(kept, LAN) == ["Câu ??"]


def test_list_shows_text_as_text_and_marks_the_open_one(kept: Conversations) -> None:
    one = kept.keep(LAN, talk("<script>alert(1)</script> {{value}}?"))
    shown = list_html(kept.listed(LAN), one.id, T, deleted=("x", "<b>"))
    assert "<script>" not in shown and "<b>" not in shown
    assert shown.count('aria-current="true"') == 1 and T.undo in shown


@pytest.fixture
def arranging(library: Library) -> Arranging:
    return Arranging(library, FixedAssistant(), T)  # type: ignore[arg-type]


def test_answer_and_verdict_are_kept_as_they_come(library: Library, report: str) -> None:
    page = AskPage(library, FixedAssistant(answer_about(library, report)), T)  # type: ignore[arg-type]
    *_, (_, _, _, after) = page.ask("Tỷ lệ hộ nghèo?", Conversation(), owner=LAN)
    rated = page.rate(after, 0, "right", "", LAN)
    assert page.arranging.conversations.open(LAN, after.id) == rated


def test_open_one_comes_back_and_is_nobody_elses(arranging: Arranging) -> None:
    one = arranging.conversations.keep(LAN, talk("Một?"))
    assert arranging.restored(LAN, one.id, False) == one
    assert arranging.restored(HANH, one.id, True) == Conversation()
    assert arranging.current(LAN, Conversation(), one.id) == one  # the server began anew
    assert arranging.current(LAN, Conversation(), "") == Conversation()


def test_conversation_of_an_earlier_version_moves_in_unless_people_sign_in(
    arranging: Arranging,
) -> None:
    former = to_stored(talk("Từ trước?"))
    assert arranging.restored("user:lan", former, True) == Conversation()
    moved = arranging.restored(LAN, former, False)
    assert moved.questions == ["Từ trước?"] and moved.id
    assert titles(arranging.conversations, LAN) == ["Từ trước?"]


def test_open_delete_and_undo(arranging: Arranging) -> None:
    one, two = (arranging.conversations.keep(LAN, talk(q)) for q in ("Một?", "Hai?"))
    opened = arranging.does("open-talk", {"id": one.id}, two, LAN)
    assert opened is not None and opened.talk == one and opened.drawer == ""
    gone = arranging.does("delete-talk", {"id": two.id}, two, LAN)
    assert gone is not None and gone.talk == Conversation()  # what was deleted is not shown
    assert gone.drawer is not None and "Đã xoá “Hai?”" in gone.drawer
    beside = arranging.does("delete-talk", {"id": one.id}, two, LAN)
    assert beside is not None and beside.talk is None
    arranging.does("undelete-talk", {"id": one.id}, two, LAN)
    assert titles(arranging.conversations, LAN) == ["Một?"]


def test_opening_anothers_gets_a_sentence(arranging: Arranging) -> None:
    one = arranging.conversations.keep(LAN, talk("Một?"))
    refused = arranging.does("open-talk", {"id": one.id}, Conversation(), HANH)
    assert refused is not None and refused.talk is None
    assert refused.drawer is not None and "Một?" not in refused.drawer
    assert "Không mở được" in refused.drawer
