"""A council's session beside its Party committee's meeting, units that were merged, replies to
delegates, votes asked in English. All records are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

COUNCIL = """\
# HĐND thị xã Sơn Ca họp chuyên đề, hạ hai chỉ tiêu của năm 2023

Sáng 10/8/2023, HĐND thị xã Sơn Ca tổ chức kỳ họp thứ mười (kỳ họp chuyên đề), do bà Mạc Thị Uyên, \
Chủ tịch HĐND thị xã làm chủ tọa.

HĐND thị xã giao năm 2024: thành lập mới 55 doanh nghiệp; lao động có việc làm mới 3.550 người.

Đại biểu Ngô Văn Khế phản ánh nước sạch yếu ở tổ dân phố Hoa Gạo. Trưởng phòng Võ Khắc Thản nêu \
nguyên nhân là đường ống đã dùng 19 năm, rò rỉ nhiều.
"""

COMMITTEE = """\
THỊ ỦY SƠN CA

Số 187-TB/TU

Sơn Ca, ngày 15 tháng 12 năm 2023

THÔNG BÁO KẾT LUẬN

Hội nghị Ban Chấp hành Đảng bộ thị xã lần thứ 17 (mở rộng), họp ngày 13/12/2023

Hội nghị do đồng chí Đoàn Văn Khởi, Bí thư Thị ủy, chủ trì; dự có 35/37 thị ủy viên. \
Hội nghị chúc mừng đồng chí Đoàn Văn Khởi, nguyên Phó Giám đốc Sở Nội vụ, được điều động về. \
Sau khi nghe báo cáo, Bí thư Thị ủy kết luận:

I. KẾT QUẢ NĂM 2023

Tạo việc làm cho 3.362 lao động; sản lượng thủy sản 8.100 tấn; 236.250 lượt khách.

Vốn đầu tư nước ngoài đăng ký năm 2023: 152 triệu USD.

II. NHIỆM VỤ NĂM 2024

Thêm 01 xã đạt chuẩn nông thôn mới (xã Khe Lau) và 02 xã nâng cao (Trám Trong, Gò Mận).
"""

WARD = """\
UBND PHƯỜNG GÒ MẬN

Ngày 04/10/2025

Phường được thành lập từ thị trấn Sơn Ca và hai xã Khe Lau, Trám Trong.
"""

CONGRESS = """\
# Nghị quyết Đại hội đại biểu Đảng bộ thị xã Sơn Ca, nhiệm kỳ 2020 - 2025

Thị ủy Sơn Ca, ngày 20 tháng 8 năm 2020

Mục tiêu đến năm 2025: diện tích xoài 2.600 ha.
"""

PLAN = """\
# Nghị quyết của Thị ủy Sơn Ca về nhiệm vụ năm 2025

Sơn Ca, ngày 17 tháng 12 năm 2024

Chỉ tiêu năm 2025: diện tích xoài 2.700 ha.
"""

SHAREHOLDERS = """\
CÔNG TY CỔ PHẦN CẢNG CÁ KHE LAU

BIÊN BẢN ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2025

Khe Lau, ngày 20 tháng 4 năm 2025

2. Biểu quyết

- Báo cáo của Hội đồng quản trị: 99,62% tán thành.

- Đầu tư kho lạnh số 3, tổng mức đầu tư 68 tỷ đồng: 81,45% tán thành, 12,30% không tán thành.

Nghị quyết được thông qua với tỷ lệ 98,9%.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    records = {"hdnd.md": COUNCIL, "thi-uy.txt": COMMITTEE, "phuong.txt": WARD}
    records["co-dong.txt"] = SHAREHOLDERS
    folder: Path = tmp_path_factory.mktemp("bodies")
    with knowing(folder, {**records, "dh.md": CONGRESS, "nq.md": PLAN}) as asked:
        yield asked


@pytest.mark.parametrize(
    "question, told",
    [
        ("HĐND thị xã Sơn Ca họp chuyên đề năm 2023 vào ngày nào?", "10/8"),
        ("Ban Chấp hành Đảng bộ thị xã Sơn Ca họp năm 2023 vào ngày nào?", "13/12/2023"),
        ("Có bao nhiêu thị ủy viên dự hội nghị lần thứ 17 của Thị ủy Sơn Ca?", "35/37"),
        ("HĐND thị xã Sơn Ca giao năm 2024 thành lập mới bao nhiêu doanh nghiệp?", "55"),
        ("Nước sạch ở tổ dân phố Hoa Gạo yếu là do đâu?", "rò rỉ"),
        ("Thị xã Sơn Ca năm 2023 đón bao nhiêu khách du lịch?", "236.250"),
        ("Thị xã Sơn Ca thu hút được bao nhiêu vốn FDI đăng ký trong năm 2023?", "152"),
        ("Hai xã nào của thị xã Sơn Ca lên nông thôn mới nâng cao trong năm 2024?", "Trám Trong"),
        ("Theo Đại hội, đến 2025 thị xã Sơn Ca phải có bao nhiêu ha xoài?", "2.600"),
        ("Chỉ tiêu diện tích xoài năm 2025 của thị xã Sơn Ca?", "2.700"),
        ("Phường Gò Mận được lập từ những đơn vị nào?", "Khe Lau, Trám Trong"),
        ("Thị xã Sơn Ca 2024 đặt chỉ tiêu mấy doanh nghiệp mới?", "55"),
        ("Trước khi làm Bí thư Thị ủy Sơn Ca, ông Đoàn Văn Khởi giữ chức gì?", "Phó Giám đốc"),
        ("How many workers were given jobs in Sơn Ca town in 2023?", "3.362"),
        ("What share of the shareholders approved cold storage no. 3?", "81,45%"),
    ],
)
def test_answers(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.found, answer.text
    assert told in answer.text


def test_a_third_question_that_names_the_unit_keeps_the_indicator(assistant: Assistant) -> None:
    history = ["Năm 2022 thị xã Sơn Ca tạo việc làm cho bao nhiêu người?", "thế năm 2023?"]
    answer = assistant.ask("Kế hoạch năm 2024 là bao nhiêu lao động?", history)
    assert "3.550" in answer.text and answer.found
