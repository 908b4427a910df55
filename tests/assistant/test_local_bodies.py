"""Questions over the papers of small bodies: a hospital, a hamlet, a union, a council. Places,
people and figures do not exist; expected words are read off the records by eye."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

DISTRICT = """\
# UBND huyện Pắc Lài: Báo cáo kết quả năm 2024, nhiệm vụ năm 2025

Pắc Lài, ngày 12 tháng 12 năm 2024

## I. Kết quả năm 2024

- Thu ngân sách trên địa bàn 84,5 tỷ đồng, bằng 104% dự toán; không tính tiền sử dụng đất thì \
đạt 61,2 tỷ đồng.

- Diện tích chè trồng mới 126 ha; lũy kế toàn huyện 1.541 ha; diện tích hồi 3.260 ha.

- Giải học sinh giỏi cấp huyện 214 giải; giải học sinh giỏi cấp tỉnh 37 giải.

- Hộ nghèo dân tộc thiểu số còn 21,9%; hộ nghèo toàn huyện 812 hộ, trong đó xã Nà Cại 24 hộ.

- Giải ngân vốn đầu tư công đạt 64,8%. Có 5 dự án giải ngân dưới 30%.

## II. Chỉ tiêu năm 2025

- Thu ngân sách trên địa bàn 92 tỷ đồng; hộ nghèo DTTS còn dưới 17%.

## III. Giao việc

1. Ban Quản lý dự án huyện (Giám đốc Đoàn Văn Phố): khởi công cầu treo trong tháng 2/2025; bàn \
giao trạm xử lý nước thải Nà Cại chậm nhất 20/12/2025; nộp hồ sơ quyết toán ba công trình còn lại.
"""

REVIEW = """\
# Huyện ủy Pắc Lài: Báo cáo sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội lần thứ XXI

Pắc Lài, ngày 26 tháng 6 năm 2023

Ban Chấp hành điều chỉnh chỉ tiêu thu ngân sách trên địa bàn năm 2025 từ 85 tỷ đồng lên 90 tỷ đồng.
"""

CONGRESS = """\
# NGHỊ QUYẾT ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN PẮC LÀI LẦN THỨ XXI, NHIỆM KỲ 2020 - 2025

Pắc Lài, ngày 14 tháng 8 năm 2020

Đại hội họp từ ngày 12 đến ngày 14/8/2020 tại Trung tâm Văn hóa huyện.

Đại hội bầu Ban Chấp hành Đảng bộ huyện khóa XXI gồm 39 đồng chí.
"""

HOSPITAL = """\
BỆNH VIỆN ĐA KHOA HUYỆN PẮC LÀI

KẾT QUẢ HOẠT ĐỘNG NĂM 2024

KẾT LUẬN CỦA GIÁM ĐỐC CHU VĂN TRẠC TẠI HỘI NGHỊ NGÀY 10/01/2025

| TT | Nội dung | Đơn vị | Chỉ tiêu năm 2024 | Thực hiện năm 2024 |
|---|---|---|---|---|
| 1 | Tổng lượt khám bệnh | lượt | 58.000 | 61.830 |
"""

HAMLET = """\
UBND XÃ NÀ CẠI

BẢN HUỔI LỎM

BIÊN BẢN HỌP DÂN

Hôm nay, ngày 14/01/2025, tại nhà văn hóa bản Huổi Lỏm.

I/ Trưởng bản nói lại việc năm qua

Hộ nghèo cuối năm còn 26 hộ.

II/ Việc năm nay

Đưa hộ nghèo xuống còn 20 hộ.

III/ Bầu tổ hoà giải: 5 người, tổ trưởng là bà Tòng Thị Chứ (77/79 phiếu).
"""

UNION = """\
# Biên bản Đại hội Công đoàn huyện Pắc Lài lần thứ XI

Đại hội khai mạc ngày 22 tháng 6 năm 2023. Đại biểu triệu tập 129, có mặt 127.

Chỉ tiêu riêng năm 2024: kết nạp 160 đoàn viên.
"""

COUNCIL = """\
# Biên bản kỳ họp HĐND xã Nà Cại cuối năm 2024

Ngày 20/12/2024.

Đại biểu Lò Thị Hặc: Công trình nước Huổi Lỏm hỏng máy bơm, bao giờ sửa xong?

Riêng đề xuất mở chợ đêm Nà Cại được 11/15 đại biểu nhất trí.

| Nội dung biểu quyết | Tán thành (%) | Không tán thành (%) |
|---|---|---|
| Xây nhà máy nước Cốc Sâu | 90,47 | 9,53 |

Bầu bổ sung ông Kiều Văn Chẩn với 95,62% số phiếu tán thành.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    files = {
        "ubnd-2024.md": DISTRICT,
        "so-ket-2023.md": REVIEW,
        "dai-hoi-2020.md": CONGRESS,
        "benh-vien.md": HOSPITAL,
        "ban-huoi-lom.txt": HAMLET,
        "cong-doan.md": UNION,
        "hdnd-na-cai.md": COUNCIL,
    }
    with knowing(tmp_path_factory.mktemp("local-bodies"), files) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        # whose: a hospital by its district's name, a hamlet below its commune
        ("Năm 2024 bệnh viện đa khoa huyện Pắc Lài khám bao nhiêu lượt?", "61.830"),
        ("giam doc benh vien da khoa huyen pac lai ten gi", "Chu Văn Trạc"),
        ("Bản Huổi Lỏm năm 2025 định giảm hộ nghèo còn mấy hộ?", "20 hộ"),
        ("Ai làm tổ trưởng tổ hoà giải bản Huổi Lỏm?", "Tòng Thị Chứ"),
        # a union admits members of its own
        ("Năm 2024 công đoàn huyện Pắc Lài đề ra kết nạp bao nhiêu đoàn viên?", "160"),
        ("Có bao nhiêu đại biểu dự đại hội công đoàn huyện Pắc Lài?", "127"),
        ("BCH Đảng bộ huyện Pắc Lài khóa XXI có mấy người?", "39"),
        # the congress itself, not the meeting that looks back on it
        ("Đại hội Đảng bộ huyện Pắc Lài lần thứ XXI diễn ra ngày nào?", "14/8/2020"),
        # how much there is in all, not what was added
        ("Pắc Lài có tất cả bao nhiêu ha chè tính đến cuối 2024?", "1.541 ha"),
        # without a part only where it is asked so
        ("Thu ngân sách 2024 của Pắc Lài không kể tiền sử dụng đất?", "61,2"),
        ("Năm 2024 Pắc Lài thu được bao nhiêu ngân sách?", "84,5"),
        # the level that is counted
        ("Năm 2024 Pắc Lài có mấy giải học sinh giỏi cấp tỉnh?", "37"),
        # the year's own plan, set after the term's was amended
        ("Chỉ tiêu thu ngân sách năm 2025 của Pắc Lài?", "92 tỷ"),
        # a short form in the record, its words in the question
        ("Chỉ tiêu hộ nghèo dân tộc thiểu số năm 2025 của Pắc Lài?", "17%"),
        # a part of the district's is all of the commune's
        ("Xã Nà Cại năm 2024 còn bao nhiêu hộ nghèo?", "24 hộ"),
        # "dưới 30%" is of some works
        ("Giải ngân vốn đầu tư công năm 2024 của Pắc Lài đạt mấy phần trăm?", "64,8%"),
        # the office that the task stands under; the office before a bracket
        ("Đơn vị nào phải bàn giao trạm xử lý nước thải Nà Cại, hạn khi nào?", "Ban Quản lý"),
        ("Ông Đoàn Văn Phố giữ chức gì?", "Ban Quản lý dự án huyện"),
        # votes: in words, and in a row above a sentence on another vote
        ("Mở chợ đêm Nà Cại được mấy đại biểu nhất trí?", "11/15"),
        ("Bao nhiêu phần trăm tán thành xây nhà máy nước Cốc Sâu?", "90,47"),
    ],
)
def test_the_body_asked_about_answers(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found, answer.text
    assert says in answer.text


@pytest.mark.parametrize(
    "question, never",
    [
        # of anise, not of tea
        ("Diện tích quế của huyện Pắc Lài?", "3.260"),
        # a question that was put is no answer to it
        ("Công trình nước Huổi Lỏm bao giờ sửa xong?", "Công trình nước Huổi Lỏm hỏng [1]"),
        ("Công đoàn huyện Pắc Lài năm 2024 kết nạp bao nhiêu đảng viên?", "160"),
    ],
)
def test_what_only_looks_alike_does_not_answer(
    assistant: Assistant, question: str, never: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.found, answer.text
    assert never not in answer.text.split(". ")[0]


def test_two_unlike_questions_in_one_are_both_answered(assistant: Assistant) -> None:
    question = "Thu ngân sách 2024 của Pắc Lài bao nhiêu, ai làm giám đốc bệnh viện huyện Pắc Lài?"
    answer = assistant.ask(question)
    assert "84,5" in answer.text and "Chu Văn Trạc" in answer.text
