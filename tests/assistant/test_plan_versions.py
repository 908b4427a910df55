"""Which plan counts: the year's as a mid-year paper says it anew, or as it was given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

PLAN = """\
HỘI ĐỒNG NHÂN DÂN
XÃ HOA GẠO

Hoa Gạo, ngày 20 tháng 12 năm 2023

NGHỊ QUYẾT

Về nhiệm vụ phát triển kinh tế - xã hội năm 2024 của xã Hoa Gạo

Thu ngân sách trên địa bàn: 6,4 tỷ đồng.

Kết nạp 12 đảng viên.
"""

MID_YEAR = """\
ĐẢNG ỦY XÃ HOA GẠO

Hoa Gạo, ngày 4 tháng 7 năm 2024

BÁO CÁO

Sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024 của xã Hoa Gạo

I. KẾT QUẢ 6 THÁNG ĐẦU NĂM

Thu ngân sách 3,5 tỷ đồng, bằng 54,7% kế hoạch năm (KH 6,4 tỷ đồng).

II. NHIỆM VỤ 6 THÁNG CUỐI NĂM

Thu ngân sách cả năm đạt từ 7 tỷ đồng trở lên.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"nq-2024.txt": PLAN, "so-ket.txt": MID_YEAR}
    with knowing(tmp_path_factory.mktemp("hoa-gao"), texts) as assistant:
        yield assistant


def test_a_mid_year_meeting_is_asked_for_what_it_set(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Hội nghị sơ kết giữa năm 2024 của xã Hoa Gạo chốt thu ngân sách cả năm phải được mấy tỷ?"
    )
    assert answer.found
    assert "7 tỷ đồng" in answer.text
    assert "6,4 tỷ đồng" not in answer.text


def test_the_plan_of_the_year_is_the_councils(assistant: Assistant) -> None:
    answer = assistant.ask("HĐND xã Hoa Gạo giao chỉ tiêu thu ngân sách năm 2024 bao nhiêu?")
    assert answer.found
    assert "6,4 tỷ đồng" in answer.text
