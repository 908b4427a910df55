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
    assert "95%" in answer.text
    assert "92,3" in answer.text


def test_rows_judged_missed_are_listed_where_a_sentence_only_counts_them(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Năm 2025 xã Tà Lại trượt những chỉ tiêu nào?")
    assert "Sản lượng lương thực" in answer.text
    assert "Tổng đàn trâu" in answer.text
    assert "Trồng rừng" not in answer.text


MINUTES = """\
# UBND huyện Vàng Pé: Báo cáo kết quả năm 2024

Vàng Pé, ngày 12 tháng 12 năm 2024

Nông thôn mới: xã Mù Lai và xã Sín Thàng đăng ký về đích. Mù Lai mới 15/19, Sín Thàng 17/19.

Toàn huyện có 64 tàu cá, trong đó 21 tàu dài từ 12 m trở lên. Năm 2024 đón 30.500 lượt khách; \
dịp lễ 30/4 đón 4.100 lượt khách.

Tổng số thành viên của hội đồng 24, dự họp 22.

## Năm 2025 làm gì?

Huyện ủy thông qua 12 chỉ tiêu, giảm 1 so với năm nay. Cụ thể:

- Thu ngân sách 61 tỷ đồng;
- Đến năm 2027 xã Mù Lai đạt chuẩn đô thị loại V.

| TT | Nội dung | Chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Sửa cầu treo bản Pắc | Phòng Kinh tế và Hạ tầng | 15/3/2025 |
| 2 | BHXH huyện cấp thẻ cho 812 người | BHXH huyện | 20/4/2025 |
"""


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("district"), {"bao-cao.md": MINUTES}) as knowing_one:
        yield knowing_one


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Năm 2024 xã Sín Thàng đạt bao nhiêu tiêu chí nông thôn mới?", "17/19"),
        ("Huyện Vàng Pé có mấy chiếc tàu cá dài từ 12 m trở lên?", "21 tàu"),
        ("Chỉ tiêu thu ngân sách năm 2025 của huyện Vàng Pé là bao nhiêu?", "61 tỷ đồng"),
        ("Hội đồng có bn thành viên, dự họp mấy người?", "24, dự họp 22"),
        ("Sửa cầu treo bản Pắc giao cho ai, hạn ngày nào?", "15/3/2025"),
        ("Khi nào xã Mù Lai đạt chuẩn đô thị loại V?", "2027"),
    ],
)
def test_what_stands_beside_the_words_asked_for(district: Assistant, asked: str, told: str) -> None:
    answer = district.ask(asked)
    assert answer.found
    assert told in answer.text


def test_visitors_of_an_occasion_are_not_the_years(district: Assistant) -> None:
    answer = district.ask("Dịp lễ 30/4/2024 huyện Vàng Pé đón bao nhiêu lượt khách?")
    assert "30.500" not in answer.text or not answer.found
