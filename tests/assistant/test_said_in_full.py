"""The sentence, the clause or the row that says all that is asked, and nothing that says less;
records of a district that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

REPORT = """\
# Báo cáo kinh tế - xã hội huyện Sơn Ca năm 2024

Sơn Ca, ngày 12 tháng 12 năm 2024

Huyện Sơn Ca có 21 thôn, làng; sáu làng ở xã Hoa Gạo được sắp xếp lại, bà con chọn tên mới.

Việc chọn làng Nà Sen xây dựng làng kiểu mẫu được 26/27 ủy viên đồng ý.

Nghị quyết về mức thu vệ sinh môi trường có 24/33 đại biểu tán thành, nghị quyết đặt tên 18 tuyến \
đường thị trấn Hoa Gạo có 31/33 đại biểu tán thành.

Năm 2024 huyện hoàn thành 17/24 chỉ tiêu.

| TT | Chỉ tiêu | ĐVT | TH 2023 | KH 2024 | TH 2024 | So với cùng kỳ (%) |
|---|---|---|---|---|---|---|
| 1 | Diện tích sầu riêng | ha | 2.860 | 3.000 | 3.310 | 115,7 |
| 2 | Dân số tham gia BHYT | % | 87,6 | 89,5 | 90,3 | 103,1 |
"""
BEFORE = """\
# Báo cáo kinh tế - xã hội huyện Sơn Ca năm 2023

Sơn Ca, ngày 12 tháng 12 năm 2023

Năm 2023 huyện hoàn thành 15/24 chỉ tiêu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    told = {"bc-2024.md": REPORT, "bc-2023.md": BEFORE}
    with knowing(tmp_path_factory.mktemp("full"), told) as knowing_all:
        yield knowing_all


def test_a_sentence_with_all_the_words_goes_before_one_that_is_alike(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Làng nào của huyện Sơn Ca được chọn xây dựng làng kiểu mẫu?")
    assert "Nà Sen" in answer.text


def test_of_two_votes_in_a_clause_the_one_asked_about(assistant: Assistant) -> None:
    answer = assistant.ask("HĐND huyện Sơn Ca biểu quyết đặt tên 18 tuyến đường ra sao?")
    assert "31/33" in answer.text and "24/33" not in answer.text


def test_a_rise_in_points_is_no_share_of_the_year_before(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Tỷ lệ dân số tham gia BHYT huyện Sơn Ca năm 2024 tăng bao nhiêu điểm phần trăm?"
    )
    assert "103,1" not in answer.text and "2,7" in answer.text


def test_an_output_is_not_told_by_an_area(assistant: Assistant) -> None:
    answer = assistant.ask("What was the durian output of Son Ca district in 2024, in tonnes?")
    assert not answer.found


def test_a_follow_up_on_how_many_targets_were_met(assistant: Assistant) -> None:
    history = ["Huyện Sơn Ca năm 2024 đạt bao nhiêu trên tổng số chỉ tiêu?"]
    assert "17/24" in assistant.ask(history[0]).text
    assert "15/24" in assistant.ask("năm 2023 thì sao?", history).text
