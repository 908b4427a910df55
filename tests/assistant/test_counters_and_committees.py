"""Whose paper it is: the one-stop counter's sheet, the union's committee beside the Party's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

COUNTER = """\
UBND XÃ HOA GẠO

TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG

BẢNG THEO DÕI HỒ SƠ (01/7/2025 - 30/6/2026)

| Kỳ | Hồ sơ tiếp nhận | Trong đó trực tuyến | Quá hạn (hồ sơ) |
| --- | --- | --- | --- |
| Cộng quý III/2025 | 4.386 | 2.730 | 191 |
| Cộng quý IV/2025 | 4.830 | 3.741 | 155 |
| Cộng quý I/2026 | 4.051 | 3.389 | 88 |
| Tổng 12 tháng | 18.318 | 14.284 | 503 |
"""

CONGRESS = """\
# Đại hội Đảng bộ xã Hoa Gạo lần thứ nhất, nhiệm kỳ 2025 - 2030

Ngày 15/8/2025

Đại hội nghe quyết định chỉ định Ban Chấp hành Đảng bộ xã khóa I gồm 29 đồng chí.
"""

WOMEN = """\
HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM

BAN CHẤP HÀNH XÃ HOA GẠO

Hoa Gạo, ngày 12/3/2026

# ĐẠI HỘI ĐẠI BIỂU PHỤ NỮ XÃ HOA GẠO

Đại hội bầu Ban Chấp hành khóa I gồm 19 ủy viên.
"""

SESSION = """\
HỘI ĐỒNG NHÂN DÂN XÃ HOA GẠO

BIÊN BẢN Kỳ họp thứ tư, ngày 18/12/2025

Năm 2025 có 17/20 chỉ tiêu đạt và vượt.

Ba chỉ tiêu chưa đạt: sản lượng nuôi trồng; giải ngân vốn đầu tư công; nước sạch.

Nguyên nhân giải ngân không đạt: mặt bằng bàn giao muộn, cát xây dựng khan hiếm, giá tăng gần 30%.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"ho-so.md": COUNTER, "dh.md": CONGRESS, "pn.md": WOMEN, "hdnd.md": SESSION}
    with knowing(tmp_path_factory.mktemp("hoa-gao"), texts) as assistant:
        yield assistant


def test_the_counter_writes_its_own_paper(assistant: Assistant) -> None:
    infos = assistant.shelf.knowledge().newest_first()
    [sheet] = [info for info in infos if info.source == "ho-so.md"]
    assert sheet.body == "Trung tâm Phục vụ hành chính công xã Hoa Gạo"


def test_a_span_in_the_title_dates_the_paper_by_its_end(assistant: Assistant) -> None:
    infos = assistant.shelf.knowledge().newest_first()
    [day] = [info.day for info in infos if info.source == "ho-so.md"]
    assert (day.year, day.month) == (2026, 6)


def test_quarters_on_end_have_a_course(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Hồ sơ tiếp nhận ở trung tâm hành chính công xã Hoa Gạo diễn biến thế nào từ quý III/2025 "
        "đến quý I/2026?"
    )
    assert answer.found
    for value in ("4.386", "4.830", "4.051"):
        assert value in answer.text


def test_twelve_months_of_two_years_are_no_figure_of_one(assistant: Assistant) -> None:
    values = {f"{k.figure.value.numbers[0]:f}" for k in assistant.shelf.knowledge().figures}
    assert "4386" in values and "18318" not in values


def test_the_partys_committee_is_not_the_unions(assistant: Assistant) -> None:
    asked = "Ban Chấp hành Đảng bộ xã Hoa Gạo khóa 1 có bao nhiêu người?"
    assert "29 đồng chí" in assistant.ask(asked).text


def test_a_cause_lists_no_missed_targets(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2025 xã Hoa Gạo hụt những chỉ tiêu nào?")
    assert "nước sạch" in answer.text and "khan hiếm" not in answer.text
