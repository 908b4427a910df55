"""Questions whose year, name or kind records tell in their own way: half-years, rates, earnings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

HALF_YEAR = """\
# UBND xã Tà Lại: Báo cáo kết quả 6 tháng đầu năm 2024

Tà Lại, ngày 28 tháng 6 năm 2024

Dịch bệnh xảy ra tại 4 thôn, phải tiêu hủy 312 con lợn. Trồng mới chè 46 ha, nâng tổng diện tích \
lên 803 ha. Vốn đầu tư công giải ngân 12,4/31 tỷ đồng, đạt 40% kế hoạch.

| Chỉ tiêu | ĐVT | KH năm 2024 | Thực hiện 6 tháng | Với KH (%) | Với cùng kỳ (%) |
|---|---|---|---|---|---|
| Kết nạp đảng viên | người | 30 | 12 | 40,0 | 85,7 |
"""
YEAR = """\
# UBND xã Tà Lại: Báo cáo kết quả năm 2025

Tà Lại, ngày 20 tháng 12 năm 2025

Đón 9.300 lượt khách du lịch, doanh thu 4,7 tỷ đồng. Vốn đầu tư công giải ngân 28,5/30 tỷ đồng, \
đạt 95% kế hoạch. Sản lượng chè búp tươi đạt 4.100 tấn.

## Nhiệm vụ năm 2026

- Thu ngân sách nhà nước trên địa bàn: HĐND xã quyết nghị 18,6 tỷ đồng.
- Thu hút 01 nhà máy chế biến chè công suất 15 tấn búp tươi/ngày.

## Đánh giá chỉ tiêu năm 2025

Trong 4 chỉ tiêu, có 2 chỉ tiêu đạt; 2 chỉ tiêu không đạt.

| Chỉ tiêu | Kế hoạch 2025 | Thực hiện 2025 | Đánh giá |
|---|---|---|---|
| Sản lượng lương thực (tấn) | 6.200 | 5.980 | Không đạt |
| Giải quyết việc làm (người) | 150 | 162 | Đạt |
| Tổng đàn trâu (con) | 900 | 860 | Không đạt |
| Trồng rừng (ha) | 40 | 44 | Đạt |
"""
COLLECTED = """\
# Tổng hợp chỉ tiêu xã Tà Lại

| Chỉ tiêu | ĐVT | TH 2024 | TH 2025 |
|---|---|---|---|
| Tỷ lệ giải ngân vốn đầu tư công | % | 91 | 92,3 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    files = {"nua-nam.md": HALF_YEAR, "ca-nam.md": YEAR, "tong-hop.md": COLLECTED}
    with knowing(tmp_path_factory.mktemp("told"), files) as knowing_one:
        yield knowing_one


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # of the newest half-year that is told of, not of the newest record's year
        ("6 tháng đầu năm xã Tà Lại phải hủy mấy con lợn?", "312 con"),
        # two columns of per cent under heads that say with what
        ("6 tháng đầu năm 2024 kết nạp đảng viên được bao nhiêu % kế hoạch năm?", "40,0%"),
        ("Kết nạp đảng viên 6 tháng 2024 bằng bao nhiêu phần trăm cùng kỳ?", "85,7%"),
        # the whole of what was added to
        ("Đến giữa năm 2024 xã Tà Lại có tất cả bao nhiêu ha chè?", "803 ha"),
        ("Năm 2025 du lịch đem về cho xã Tà Lại bao nhiêu tiền?", "4,7 tỷ đồng"),
        ("Doanh thu (tổng thu) du lịch năm 2025 của xã Tà Lại là bao nhiêu?", "4,7 tỷ đồng"),
        # who set it is no name
        ("Chỉ tiêu thu ngân sách năm 2026 của xã Tà Lại là bao nhiêu?", "18,6 tỷ đồng"),
    ],
)
def test_answers_with_what_records_tell(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(asked)
    assert answer.found
    assert told in answer.text


def test_capacity_is_no_output(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Chỉ tiêu sản lượng chè búp tươi năm 2026 của xã Tà Lại là bao nhiêu tấn?"
    )
    assert not answer.found


def test_rate_and_share_of_plan_of_what_is_paid_out_contradict(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ giải ngân vốn đầu tư công năm 2025 của xã Tà Lại là bao nhiêu?")
    assert "khác nhau" in answer.text
    assert {"95%", "92,3"} <= {t for t in ("95%", "92,3") if t in answer.text}


def test_rows_judged_missed_are_listed_where_a_sentence_only_counts_them(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Năm 2025 xã Tà Lại trượt những chỉ tiêu nào?")
    assert "Sản lượng lương thực" in answer.text
    assert "Tổng đàn trâu" in answer.text
    assert "Trồng rừng" not in answer.text
