"""What is told must be what was asked: the thing counted, its unit, its place, who did it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

REPORT = """\
# UBND xã Đồng Lau: Báo cáo kết quả năm 2024

Đồng Lau, ngày 12 tháng 12 năm 2024

## I. Kết quả năm 2024

Thành phần: triệu tập 60 đại biểu; có mặt 52 đại biểu.

Chương trình đỡ đầu chăm lo 17 trẻ mồ côi, mỗi cháu 500.000 đồng/tháng, tổng số tiền 102 triệu đồng.

Giá thép tăng 35%, một số bản thiếu nước sinh hoạt.

Có 10,5 bác sĩ và 32 giường bệnh trên một vạn dân.

Đạt 12/19 tiêu chí. Các tiêu chí còn nợ: giao thông, trường học, thu nhập.

Giải ngân vốn đầu tư công đạt 90,6%, kế hoạch 95%.

Quy hoạch khu dân cư chậm, có 6 hộ chưa di dời.

Thu ngân sách 9,2 tỷ đồng, trong đó tiền sử dụng đất 3,1 tỷ đồng.

Đề án xây chợ mới: 14/19 đại biểu tán thành.

Tháng 7/2024, đồng chí Lê Văn Tám, Chủ tịch UBND xã được điều động làm Trưởng phòng Nội vụ huyện.

Cùng dự: ông Lò Văn Páo, Trưởng phòng Kinh tế, Hạ tầng; bà Hà Thị Nụ, Trưởng phòng Văn hóa - Xã hội.

Vụ xuân cấy 200 ha lúa, năng suất 60 tạ/ha, cho 1.200 tấn thóc, nhiều hơn vụ xuân trước 48 tấn.

Có 2 chỉ tiêu không đạt là: thu hút đầu tư, nước sạch. Hai thôn chưa về đích là Cà, Nọi.

Chè: 80 ha, trong đó 26 ha đạt VietGAP. Năm 2025 thêm 15 ha chè VietGAP.

Phòng Kinh tế sửa cầu treo Nà Pa, xong trước 25/8/2025.

Chủ tịch UBND xã phê bình các thôn: thôn Cà, thôn Nọi vì nộp hồ sơ quá hạn.

Hai khâu đột phá là chuyển đổi số và du lịch. Hai công trình trọng điểm với tổng vốn 20 tỷ đồng gồm:

- Nâng cấp chợ Nà Pa: 12 tỷ đồng;

- Kè suối Nặm Lau: 8 tỷ đồng.

Trường đạt chuẩn quốc gia: Trường Tiểu học Nà Pa đạt mức độ 2.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("only")
    with knowing(folder, {"bao-cao.md": REPORT}) as one:
        yield one


@pytest.mark.parametrize(
    "question, value",
    [
        ("Có bao nhiêu đại biểu đến dự hội nghị của xã Đồng Lau?", "52 đại biểu"),
        ("Xã Đồng Lau còn thiếu những tiêu chí gì?", "giao thông, trường học, thu nhập"),
        ("Giải ngân đầu tư công năm 2024 của Đồng Lau có đạt kế hoạch 95% không?", "90,6%"),
        ("Tiền sử dụng đất năm 2024 đóng góp bao nhiêu vào ngân sách Đồng Lau?", "3,1 tỷ đồng"),
        ("Bao nhiêu đại biểu ủng hộ đề án xây chợ mới?", "14/19"),
        ("Năm 2024 xã Đồng Lau đỡ đầu mấy cháu mồ côi?", "17 trẻ mồ côi"),
        ("Số bác sĩ trên một vạn dân của Đồng Lau?", "10,5 bác sĩ"),
        ("kể giúp các chỉ tiêu năm 2024 xã Đồng Lau bị hụt", "thu hút đầu tư, nước sạch"),
        ("Sửa cầu treo Nà Pa giao cơ quan nào, hạn ra sao?", "trước 25/8/2025"),
        ("Chủ tịch UBND xã Đồng Lau phê bình mấy thôn nào?", "thôn Cà, thôn Nọi"),
        ("Hai công trình trọng điểm của xã Đồng Lau là gì?", "Kè suối Nặm Lau"),
        ("Ai là Trưởng phòng Văn hóa - Xã hội của xã Đồng Lau?", "Hà Thị Nụ"),
        ("Vụ xuân năm 2024 xã Đồng Lau thu được bao nhiêu tấn thóc?", "1.200 tấn"),
    ],
)
def test_the_very_thing_is_told(assistant: Assistant, question: str, value: str) -> None:
    answer = assistant.ask(question)
    assert answer.found
    assert value in answer.text


@pytest.mark.parametrize(
    "question, never",
    [
        ("Đồng Lau hiện có bao nhiêu ha chè VietGAP?", "15 ha"),
        ("Có bao nhiêu bản ở Đồng Lau thiếu nước?", "35%"),
        ("Quy hoạch khu dân cư Đồng Lau chậm mấy tháng?", "6 hộ"),
        ("Chủ tịch UBND xã Đồng Lau sinh năm bao nhiêu?", "2024:"),
    ],
)
def test_nothing_else_that_stands_nearby(assistant: Assistant, question: str, never: str) -> None:
    answer = assistant.ask(question)
    assert not answer.found or never not in answer.text


def test_where_somebody_went_is_not_who_came_after(assistant: Assistant) -> None:
    answer = assistant.ask("ai lên thay ông ấy?", ["Chủ tịch UBND xã Đồng Lau năm 2024 là ai?"])
    assert not answer.found


def test_wards_are_listed_where_wards_are_asked_for(tmp_path: Path) -> None:
    table = """\
# UBND thị xã Lạch: Tình hình xây dựng đô thị văn minh, nông thôn mới năm 2024

| TT | Đơn vị | Danh hiệu đã được công nhận | Năm |
|---|---|---|---|
| 1 | Xã Vĩnh Cồn | Nông thôn mới | 2022 |
| 2 | Phường Bến Gành | Đô thị văn minh | 2023 |
| 3 | Phường Hải Tràm | Chưa | |
| 4 | Phường Thanh Sa | Đô thị văn minh | 2021 |
"""
    with knowing(tmp_path, {"bieu.md": table}) as one:
        told = one.ask("Những phường nào của thị xã Lạch được công nhận đô thị văn minh?").text
    assert "Bến Gành" in told and "Thanh Sa" in told
    assert "Vĩnh Cồn" not in told and "Hải Tràm" not in told


def test_a_record_answers_for_the_place_that_only_its_page_names(tmp_path: Path) -> None:
    page = """\
<html><head><title>Kết luận giao ban tháng 3/2025 - Trang thông tin điện tử huyện Sơn Ca</title>
</head><body><h1>Kết luận giao ban tháng 3/2025</h1>
<p>Sáng 28/3/2025, Chủ tịch UBND huyện chủ trì hội nghị giao ban tháng 3 và kết luận như sau.</p>
<p>Giao Chi nhánh Văn phòng Đăng ký đất đai giải quyết dứt điểm 118 hồ sơ đất đai trễ hạn, hoàn
thành trước ngày 10/5/2025. Hai đơn vị chưa giải ngân đồng nào là UBND xã Nà Pa và Trạm Thú y.</p>
<p>Hội nghị giao ban tháng 4 tổ chức ngày 29/4/2025.</p></body></html>
"""
    with knowing(tmp_path, {"giao-ban.html": page}) as one:
        task = one.ask(
            "118 hồ sơ đất đai trễ hạn ở huyện Sơn Ca giao ai xử lý, chậm nhất ngày nào?"
        )
        units = one.ask("Đơn vị nào của huyện Sơn Ca chưa giải ngân đồng nào?")
        day = one.ask("Giao ban tháng 4 của huyện Sơn Ca dự kiến ngày nào?")
    assert "10/5/2025" in task.text
    assert "Nà Pa" in units.text and "Trạm Thú y" in units.text
    assert "29/4/2025" in day.text


def test_disbursement_is_compared_by_its_share_of_the_plan(tmp_path: Path) -> None:
    head = "# UBND xã {0}: Báo cáo kết quả năm 2024\n\n{0}, ngày 12 tháng 12 năm 2024\n\n"
    told = {
        "a.md": head.format("Đồng Lau") + "Giải ngân vốn đầu tư công 90/150 tỷ đồng, đạt 60%.",
        "b.md": head.format("Nà Pa") + "Giải ngân vốn đầu tư công 40/50 tỷ đồng, đạt 80%.",
    }
    with knowing(tmp_path, told) as assistant:
        text = assistant.ask(
            "Giải ngân đầu tư công năm 2024 xã Đồng Lau và xã Nà Pa, nơi nào khá hơn?"
        ).text
    assert "xã Nà Pa cao hơn" in text
    assert "60%" in text and "80%" in text


def test_another_school_year_and_another_word_spelt_alike_are_no_answer(tmp_path: Path) -> None:
    report = """\
# Phòng Giáo dục và Đào tạo huyện Sơn Ca: Báo cáo tổng kết năm học 2023 - 2024

Sơn Ca, ngày 12 tháng 7 năm 2024

Tại kỳ thi học sinh giỏi lớp 9, đoàn huyện mang về 78 giải, năm học 2022 - 2023 là 66 giải.

Công an mở 2.416 ca tuần tra, cao hơn năm 2023 là 17,2%.
"""
    with knowing(tmp_path, {"tong-ket.md": report}) as assistant:
        prizes = assistant.ask("Năm học 2021-2022 huyện Sơn Ca được bao nhiêu giải học sinh giỏi?")
        surgery = assistant.ask("Ca mổ năm 2024 ở huyện Sơn Ca nhiều hơn 2023 bao nhiêu ca?")
    assert not prizes.found
    assert not surgery.found
