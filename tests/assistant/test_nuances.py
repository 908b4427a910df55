"""What a question says beside the indicator: what was left undone, in which measure, of whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

REPORT = """\
# UBND xã Đồng Lau: Báo cáo kết quả năm 2024

Đồng Lau, ngày 12 tháng 12 năm 2024

- Giải phóng mặt bằng đường Nà Pa: 163/187 hộ đã bàn giao đất. Vận động 24 hộ chưa bàn giao đất \
đường Nà Pa.

- Bộ phận một cửa trả kết quả 6.593 hồ sơ.

- Năng suất lúa cả năm 52,3 tạ/ha; sản lượng thóc 1.802 tấn.

- Thuế thu nhập cá nhân 184 triệu đồng.

- Tỷ lệ bao phủ bảo hiểm y tế 96,1%, so với cuối năm 2023 (95,7%) tăng 0,4 điểm phần trăm.

| TT | Thôn | Số hộ | Trưởng thôn |
|---|---|---|---|
| 1 | Nà Pa | 112 | Mai Đình Sáu |
| 2 | Bản Cuốn | 96 | Lò Thị Ngân |
| 3 | Nà Lốc | 71 | Chưa bầu |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with knowing(tmp_path_factory.mktemp("nuances"), {"bao-cao.md": REPORT}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        ("Đường Nà Pa ở xã Đồng Lau năm 2024 còn bao nhiêu hộ chưa bàn giao đất?", "24"),
        ("Lúa của xã Đồng Lau năm 2024 đạt mấy tạ/ha?", "52,3"),
        ("Lúa xã Đồng Lau năm 2024 được bao nhiêu tạ một ha?", "52,3"),
        ("BHYT của xã Đồng Lau cuối năm 2023 là bao nhiêu phần trăm?", "95,7"),
        ("Trưởng thôn Bản Cuốn của xã Đồng Lau tên gì?", "Lò Thị Ngân, Trưởng thôn Bản Cuốn"),
        ("truong thon na pa xa dong lau la ai", "Mai Đình Sáu"),
    ],
)
def test_what_is_meant_answers(assistant: Assistant, question: str, says: str) -> None:
    assert says in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Xã Đồng Lau năm 2024 có bao nhiêu hồ sơ quá hạn?",  # how many there were is no answer
        "Thu nhập bình quân đầu người xã Đồng Lau năm 2024 là bao nhiêu?",  # a tax is no income
        "Trưởng thôn Nà Lốc của xã Đồng Lau là ai?",
    ],
)
def test_what_stands_nearby_does_not(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).found


TABLE = """\
UBND HUYỆN MAI TRẠCH

Mai Trạch, ngày 14 tháng 02 năm 2025

TỔNG HỢP CHỈ TIÊU HUYỆN MAI TRẠCH QUA CÁC NĂM

| TT | Chỉ tiêu | ĐVT | 2022 | 2023 | 2024 |
|---|---|---|---|---|---|
| 1 | Diện tích bơ ghép | ha | 640 | 815 | 1.230 |
| 2 | Số bể nước | bể | 12 | 15 | 19 |
"""


def test_a_table_of_years_tells_nothing_of_the_year_in_which_it_was_made(tmp_path: Path) -> None:
    with knowing(tmp_path, {"tong-hop.md": TABLE}) as assistant:
        assert "1.230" in assistant.ask("Diện tích bơ ghép huyện Mai Trạch năm 2024?").text
        assert not assistant.ask("Diện tích bơ ghép huyện Mai Trạch năm 2025?").found


POOR = """\
# UBND huyện Mai Trạch: Hộ nghèo các xã năm 2024

Mai Trạch, ngày 20 tháng 12 năm 2024

| TT | Xã | Số hộ nghèo | Tỷ lệ hộ nghèo (%) |
|---|---|---|---|
| 1 | Đồng Lau | 246 | 21,9 |
| 2 | Nà Pa | 217 | 22,1 |
"""


def test_more_households_are_asked_for_not_a_higher_share(tmp_path: Path) -> None:
    with knowing(tmp_path, {"ho-ngheo.md": POOR}) as assistant:
        more = assistant.ask("Năm 2024 xã Đồng Lau và xã Nà Pa, nơi nào nhiều hộ nghèo hơn?").text
        higher = assistant.ask("Năm 2024 tỷ lệ hộ nghèo xã Đồng Lau và xã Nà Pa, nơi nào cao?").text
    assert "246" in more
    assert "217" in more
    assert "22,1%" in higher


def test_a_day_named_tells_which_meeting_is_meant(tmp_path: Path) -> None:
    met = "# Biên bản họp UBND xã Đồng Lau ngày {}\n\nHọp ngày {} tại trụ sở.\n\n{}\n"
    first = met.format("15/12/2022", "15/12/2022", "- Phương án thu phí chợ: 9/14 đồng ý.")
    other = met.format("18/12/2020", "18/12/2020", "- Phương án thu phí chợ: 14/14 đồng ý.")
    with knowing(tmp_path, {"bb-2022.md": first, "bb-2020.md": other}) as assistant:
        asked = "Hôm họp 18/12/2020, phương án thu phí chợ ở Đồng Lau được bao nhiêu phiếu đồng ý?"
        assert "14/14" in assistant.ask(asked).text


def test_words_of_a_question_that_say_how_bar_no_indicator(tmp_path: Path) -> None:
    record = (
        "# UBND xã Đồng Lau: Kết quả năm 2024\n\nĐồng Lau, ngày 12 tháng 12 năm 2024\n\n"
        "- Doanh nghiệp thành lập mới: 46 doanh nghiệp, bằng 76,7% kế hoạch.\n\n"
        "- Thu ngân sách 12,4 tỷ đồng, so với dự toán bằng 112,6%; năm 2023 khoản này là 10,1 tỷ "
        "đồng.\n\n- Đến ngày 12/8/2024, HĐND xã bầu bà Lò Thị Ban giữ chức Chủ tịch UBND xã.\n"
    )
    with knowing(tmp_path, {"bao-cao.md": record}) as assistant:
        share = assistant.ask("Đồng Lau 2024 phát triển doanh nghiệp mới đạt mấy % kế hoạch?").text
        plan = assistant.ask("Thu ngân sách xã Đồng Lau năm 2024 bằng mấy phần trăm dự toán?").text
        before = assistant.ask("Thu ngân sách xã Đồng Lau năm 2023 là bao nhiêu?").text
        day = assistant.ask("HĐND xã Đồng Lau bầu bà Lò Thị Ban làm Chủ tịch UBND hôm nào?").text
    assert "76,7%" in share
    assert "112,6%" in plan
    assert "10,1" in before
    assert "12/8/2024" in day


LISTED = """\
# UBND huyện Mai Trạch: Báo cáo năm 2024, nhiệm vụ năm 2025

Mai Trạch, ngày 20 tháng 12 năm 2024

Thi hành kỷ luật 9 đảng viên. Tổng số đảng viên toàn Đảng bộ: 2.415 người.

Cả huyện có 8.126 học sinh. Nhà xe chứa được 420 xe, trong khi có khoảng 610 học sinh đi xe.

Trong năm, xã Nà Pa ghi thêm 3 tiêu chí là giao thông, trường học và thủy lợi.

Tiếp tục cơ cấu lại nông nghiệp, đẩy nhanh đầu tư hạ tầng thị trấn Mai Lĩnh. Các chỉ tiêu chính:

| TT | Chỉ tiêu | Đơn vị | Kế hoạch năm 2025 |
|---|---|---|---|
| 1 | Thu ngân sách nhà nước | tỷ đồng | 142 |

Năm tới, xã Nà Pa phấn đấu được thêm 2 tiêu chí, đủ 19/19 tiêu chí để được công nhận trong \
quý III. Các mốc:

- 65% hộ dùng nước sạch của xã Nà Pa.

## KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2024 CHIA THEO XÃ

| TT | Đơn vị | Tỷ lệ hộ nghèo (%) |
|---|---|---|
| 1 | Xã Đồng Lau | 21,9 |
| 2 | Xã Nà Pa | 22,1 |
| | Toàn huyện | 14,6 |
"""


@pytest.mark.parametrize(
    "question, says",
    [
        ("Tỷ lệ hộ nghèo năm 2024 còn bao nhiêu?", "14,6%"),  # not the first row's
        ("Có bao nhiêu đảng viên?", "2.415"),  # not those who were punished
        ("Huyện có bao nhiêu học sinh?", "8.126"),  # not those with a bicycle
        ("Xã Nà Pa năm 2024 được thêm 3 tiêu chí nào?", "trường học"),
        ("Huyện Mai Trạch năm 2025 phấn đấu thu ngân sách bao nhiêu?", "142"),
        ("Hộ dùng nước sạch xã Nà Pa năm 2025 phấn đấu đạt bao nhiêu?", "65%"),
    ],
)
def test_the_whole_is_meant_where_no_part_is_named(
    tmp_path: Path, question: str, says: str
) -> None:
    with knowing(tmp_path, {"bao-cao.md": LISTED}) as assistant:
        answer = assistant.ask(question)
    assert answer.found
    assert says in answer.text
