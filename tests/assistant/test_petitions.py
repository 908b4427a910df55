"""A paper that answers voters, of a district that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

ANSWERS = """\
ỦY BAN NHÂN DÂN
HUYỆN SƠN CA

Sơn Ca, ngày 10 tháng 7 năm 2023

BÁO CÁO

Kết quả giải quyết kiến nghị của cử tri trước kỳ họp thứ tám HĐND huyện Sơn Ca

## I. TÌNH HÌNH CHUNG

Tổng số kiến nghị tiếp nhận: 47 ý kiến.

## II. NỘI DUNG TRẢ LỜI

### A. Thị trấn Lúa Vàng

1. Cử tri tổ dân phố 3, 5 hỏi: nước máy đục là do đâu?

Trả lời: Bể lắng quá tải. Hiện nhà máy cấp 1.080 m3/ngày đêm.

2. Cử tri tổ dân phố 1: đề nghị di dời điểm tập kết rác sau chợ trung tâm.

Trả lời: Thống nhất chuyển về khu Nà Tông, xong trong tháng 9/2023.

### B. Xã Nà Mây

1. Hỏi: các hộ bản Khao bao giờ được giao hết đất ở?

Trả lời: Đã giao 63/68 hộ.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("son-ca"), {"tra-loi-cu-tri.md": ANSWERS}) as assistant:
        yield assistant


def test_an_answer_is_found_by_what_was_asked(assistant: Assistant) -> None:
    answer = assistant.ask("Điểm tập kết rác sau chợ trung tâm được giải quyết thế nào?")
    assert answer.found and "khu Nà Tông" in answer.text, answer.text
    [citation] = answer.citations
    assert "điểm tập kết rác" in citation.quote and "khu Nà Tông" in citation.quote


def test_a_heading_of_a_place_says_where(assistant: Assistant) -> None:
    figures = assistant.shelf.knowledge().figures
    told = {f"{k.figure.value.numbers[0]:f}": k.figure.place for k in figures}
    assert told["1080"] == "thị trấn Lúa Vàng"
    assert told["63"] == "xã Nà Mây"
    assert told["47"] == "huyện Sơn Ca"


def test_the_numbers_of_residents_groups_are_no_figures(assistant: Assistant) -> None:
    values = {k.figure.value.numbers for k in assistant.shelf.knowledge().figures}
    assert not {n for n in values if n[0] in (3, 5, 1)}
