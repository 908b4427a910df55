"""Ordinary questions about the papers of an office: minutes, a school, a clinic, a newspaper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

MINUTES = """\
# BIÊN BẢN Họp giao ban tháng 6 năm 2025 - UBND huyện Nậm Cò

Thời gian: 13 giờ 30 ngày 03 tháng 7 năm 2025

Địa điểm: Phòng họp số 1, trụ sở UBND huyện

Chủ trì: đồng chí Quàng Văn Dọn, Chủ tịch UBND huyện

1. Vốn đầu tư công giải ngân 61,4 tỷ đồng trên tổng kế hoạch 150 tỷ đồng, đạt 40,9%, thấp hơn bình \
quân chung của tỉnh 3,1 điểm phần trăm.

2. Dịch tả lợn châu Phi xảy ra tại 9 hộ thuộc 3 xã.

3. Ban Quản lý dự án đôn đốc nhà thầu; đến 30/9/2025 giải ngân đạt tối thiểu 60%, đến 31/12/2025 \
đạt 97% trở lên.

4. Giao Phòng Nội vụ chủ trì, phối hợp với Trung tâm Y tế rà soát biên chế trạm y tế.

Biên bản kết thúc lúc 16 giờ 10 cùng ngày.
"""

SCHOOL = """\
# BÁO CÁO Tổng kết năm học 2024-2025 của Trường THCS Lê Lợi

Lê Lợi, ngày 29 tháng 5 năm 2025

## I. Kết quả

Trường có 15 lớp với 602 học sinh. So với năm học trước tăng 1 lớp, 25 học sinh.

Trình độ giáo viên đạt chuẩn 95,5%; trên chuẩn 12,2%.

| Xếp loại học tập | Số học sinh | Tỷ lệ (%) | Năm học trước (%) |
|---|---|---|---|
| Tốt | 101 | 16,8 | 15,2 |
| Khá | 255 | 42,4 | 41,1 |

Xây mới 3 phòng học bộ môn, tổng kinh phí 2,75 tỷ đồng; sửa chữa nhà vệ sinh học sinh \
190 triệu đồng.

Học sinh giỏi cấp huyện 21 giải; cấp tỉnh 4 giải.

Điểm thi vào lớp 10 môn Tiếng Anh bình quân 5,15 điểm.

## II. Chỉ tiêu năm học 2025-2026

- Học sinh xếp loại học tập Tốt 18% trở lên, Chưa đạt dưới 2,5%.
"""

ARTICLE = """\
# Nhiều chỉ tiêu của huyện Đông Phú năm 2024 vượt kế hoạch

Ngày 13/01/2025, Huyện ủy Đông Phú tổ chức hội nghị lần thứ 27.

Tổng giá trị sản xuất năm 2024 đạt 6.420 tỷ đồng. Trong đó, nông - lâm - ngư nghiệp 3.105 tỷ đồng \
(tăng 5%), công nghiệp - xây dựng 1.764 tỷ đồng (tăng 11%), thương mại - dịch vụ 1.551 tỷ đồng.

Cà phê vẫn là cây trồng chủ lực với 9.850 ha, sản lượng đạt 26.300 tấn; giá cà phê có lúc chạm \
mốc 128.000 đồng/kg. Diện tích sầu riêng 1.940 ha.

Tỷ lệ hộ nghèo theo chuẩn đa chiều giảm 2,9 điểm phần trăm, còn 7,15%; riêng hộ nghèo đồng bào dân \
tộc thiểu số giảm 4,4%, còn 14,6%. Tỷ lệ bao phủ BHYT đạt 92,6%, chưa đạt chỉ tiêu 94%.

Toàn Đảng bộ có 4.816 đảng viên sinh hoạt tại 41 tổ chức cơ sở đảng. Xóa được 318 nhà tạm.

Vẫn còn 3 chỉ tiêu không đạt gồm tỷ lệ bao phủ BHYT, nước sạch đô thị và thu gom rác thải.
"""

CLINIC = """\
# TRUNG TÂM Y TẾ HUYỆN NẬM MÒN: BÁO CÁO CÔNG TÁC NĂM 2024

Nậm Mòn, ngày 10 tháng 01 năm 2025

13/14 trạm y tế có bác sĩ; 17 bác sĩ công tác tại trạm y tế. Công suất giường bệnh 91,4%.

Ghi nhận 37 ca sốt xuất huyết (năm 2023: 64 ca), 112 ca tay chân miệng, 2 ca sởi.
"""

COMMUNE = """\
# Báo cáo sơ kết 9 tháng đầu năm 2025 của xã Thượng Xuyên

| Nội dung | Dự toán 2025 (triệu đồng) | Thực hiện 9 tháng (triệu đồng) |
|---|---|---|
| Tổng thu ngân sách xã | 13.600 | 11.240 |

Nhân dân góp 1.870 ngày công. Tiếp nhận 3.120 hồ sơ, giải quyết đúng hạn 3.066 hồ sơ, đạt 98,3%.

Chi trả dịch vụ môi trường rừng 2,3 tỷ đồng cho 694 chủ rừng.

Có 3 sản phẩm OCOP đạt hạng 3 sao là gạo nếp, miến dong và mật ong.

Phấn đấu thu ngân sách cả năm 14,1 tỷ đồng.
"""

WARD = """\
# BÁO CÁO Tình hình kinh tế - xã hội năm 2025; nhiệm vụ năm 2026 của phường Vân Trì

Vân Trì, ngày 08 tháng 12 năm 2025

Tổng thu ngân sách trên địa bàn 96,4 tỷ đồng, đạt 112,5% dự toán thành phố giao.

Đầu tư công: 15 công trình; 8 công trình hoàn thành, 5 đang thi công.

Đảng bộ có 38 chi bộ, 1.905 đảng viên; kết nạp 33 đảng viên; cảnh cáo 2, khiển trách 5 đảng viên.

## Chỉ tiêu năm 2026

Giảm tỷ lệ hộ cận nghèo 0,3% trở lên.

| STT | Chỉ tiêu | ĐVT | Ước TH 2025 | KH 2026 | So sánh (%) |
|---|---|---|---|---|---|
| 1 | Thu ngân sách trên địa bàn | tỷ đồng | 96,4 | 104 | 107,9 |
| 2 | Hộ nghèo | hộ | 52 | 31 | |
"""

NOTICE = """\
# Thông báo kết luận hội nghị giao ban tháng 9/2025 huyện Mường Tạo

Mường Tạo, ngày 06 tháng 10 năm 2025

1. Toàn huyện trồng 136 ha rừng trong tháng, lũy kế 480 ha.

2. Nhiệm vụ tháng 10:

- UBND huyện: thu ngân sách tháng 10 ít nhất 9,2 tỷ đồng.
"""

POLICE = """\
# CÔNG AN HUYỆN VÂN LĨNH: BÁO CÁO công tác bảo đảm an ninh, trật tự năm 2024

Vân Lĩnh, ngày 05 tháng 12 năm 2024

Tai nạn giao thông xảy ra 22 vụ, làm 13 người chết, 17 người bị thương; so với cùng kỳ giảm 4 vụ, \
giảm 2 người chết, tăng 3 người bị thương.

Kích hoạt 9.215 tài khoản định danh điện tử, nâng tổng số tài khoản kích hoạt lên 38.640.

Năm 2024 tiếp nhận 268 tin báo, tố giác tội phạm; đã giải quyết 251 tin.

## Chỉ tiêu năm 2025

- 100% tin báo, tố giác tội phạm được tiếp nhận, giải quyết đạt trên 92%.

TRƯỞNG CÔNG AN HUYỆN

Thượng tá Đàm Quang Huy
"""

FARMERS = """\
# HỘI NÔNG DÂN XÃ TÂN HÒA

## BÁO CÁO kết quả công tác năm 2024

Tân Hòa, ngày 10 tháng 12 năm 2024

Hội Nông dân xã có 11 chi hội với 1.482 hội viên. Dư nợ ủy thác 31,7 tỷ đồng, 702 hộ vay, không \
có nợ quá hạn.

Quỹ chi hội bình quân 215 nghìn đồng/hội viên, thấp hơn chỉ tiêu 250 nghìn đồng.

Trồng cây phân tán ở các xã: Nà Lơi (120 cây), Tả Lùng (75 cây).

TM. BAN THƯỜNG VỤ

CHỦ TỊCH

Phan Văn Sậu
"""

CELL = """\
# BIÊN BẢN sinh hoạt chi bộ thôn Đông, xã Phú Lâm, tháng 6 năm 2025

Thời gian: 19 giờ 30 phút, ngày 03 tháng 6 năm 2025

Thành phần: tổng số đảng viên của chi bộ 34 đồng chí; có mặt 29; vắng 5.

Chi hội Đồng Sậy và chi hội Bãi Cát sinh hoạt chưa đều; thu hội phí mới đạt 87%.

Kỳ họp sau: ngày 03/7/2025.

Biên bản lập xong lúc 21 giờ 15 phút cùng ngày.
"""

SEASON = """\
UBND HUYỆN SƠN CA

PHÒNG NÔNG NGHIỆP VÀ MÔI TRƯỜNG

Sơn Ca, ngày 20 tháng 5 năm 2025

# BÁO CÁO Sơ kết sản xuất vụ Đông Xuân 2024 - 2025, phương án sản xuất vụ Hè Thu năm 2025

## I. KẾT QUẢ SẢN XUẤT VỤ ĐÔNG XUÂN

Toàn huyện xuống giống 2.140 ha, hụt 60 ha so với phương án (2.200 ha). Sản lượng thóc 13.482 tấn,
bằng 98,6% phương án.

Năng suất lúa qua ba vụ Đông Xuân như sau: vụ 2022 - 2023 đạt 61,5 tạ/ha; vụ 2023 - 2024 tụt xuống
58,2 tạ/ha; vụ này lên 63 tạ/ha.

## II. PHƯƠNG ÁN VỤ HÈ THU

Diện tích lúa 1.870 ha; năng suất phấn đấu 54 tạ/ha.

Giám đốc Ban Quản lý dự án huyện Lý Văn Sính cam kết xong kênh Nà Lơi trước ngày 15/6/2025.
"""

BUDGET = """\
UBND HUYỆN SƠN CA

Sơn Ca, ngày 08 tháng 10 năm 2025

# BÁO CÁO Thu, chi ngân sách và đầu tư công 9 tháng năm 2025

## I. KẾT QUẢ

Thu ngân sách trên địa bàn 226,8 tỷ đồng. Thu khác ngân sách 13,2 tỷ đồng.

Tiền sử dụng đất 58,3 tỷ đồng; từ nguồn thu tiền sử dụng đất đã chi 41,6 tỷ đồng làm đường.

Nợ đọng xây dựng cơ bản 23,8 tỷ đồng, tập trung ở ba xã Kim Trĩ, Hà Ruộng và Xuân Ngải.

Trong 14 chủ đầu tư có 4 đơn vị giải ngân trên 80%, 6 đơn vị từ 50% đến 80%, 4 đơn vị dưới 50%.

## II. NHÂN SỰ

Hội nghị bầu các chức danh:

- Bí thư Đảng ủy cơ quan: đồng chí Lê Văn Sậu, 15/15 phiếu.

- Phó Bí thư Đảng ủy cơ quan: đồng chí Trần Thị Bưởi, 14/15 phiếu.

- Ban Thường vụ 3 đồng chí: Lê Văn Sậu, Trần Thị Bưởi, Phạm Đình Ổi.
"""

ANSWERED = [
    (BUDGET, "Thu khác ngân sách 9 tháng năm 2025 là bao nhiêu?", "13,2 tỷ đồng"),
    (BUDGET, "Thu ngân sách 9 tháng năm 2025 là bao nhiêu?", "226,8 tỷ đồng"),
    (BUDGET, "Tiền sử dụng đất 9 tháng năm 2025 thu được bao nhiêu?", "58,3 tỷ đồng"),
    (BUDGET, "Ai được bầu làm Bí thư Đảng ủy cơ quan?", "Lê Văn Sậu"),
    (BUDGET, "Ban Thường vụ gồm những ai?", "Phạm Đình Ổi"),
    (SEASON, "Năng suất lúa Đông Xuân 2023-2024 của huyện Sơn Ca là bao nhiêu?", "58,2 tạ/ha"),
    (SEASON, "năng suất lúa Đông Xuân 2024-2025 đạt bao nhiêu?", "63 tạ/ha"),
    (SEASON, "diện tích lúa vụ Hè Thu bao nhiêu?", "1.870 ha"),
    (SEASON, "Giám đốc Ban Quản lý dự án huyện là ai?", "Lý Văn Sính"),
    (POLICE, "Bao nhiêu người bị thương do tai nạn giao thông?", "17 người"),
    (POLICE, "Tiếp nhận bao nhiêu tin báo tố giác tội phạm?", "268"),
    (POLICE, "Trưởng công an huyện là ai?", "Đàm Quang Huy"),
    (POLICE, "Tổng số tài khoản định danh đã kích hoạt?", "38.640"),
    (FARMERS, "Có mấy chi hội?", "11 chi hội"),
    (FARMERS, "Quỹ chi hội bình quân mỗi hội viên bao nhiêu?", "215 nghìn đồng/hội viên"),
    (FARMERS, "Chủ tịch Hội Nông dân xã là ai?", "Phan Văn Sậu"),
    (FARMERS, "Xã Tả Lùng trồng bao nhiêu cây phân tán?", "75 cây"),
    (CELL, "Buổi sinh hoạt có mấy đảng viên dự?", "mặt 29"),
    (CELL, "Chi hội nào sinh hoạt chưa đều?", "Bãi Cát"),
    (CELL, "Kỳ họp sau ngày nào?", "03/7/2025"),
    (CELL, "Buổi sinh hoạt kết thúc lúc mấy giờ?", "21 giờ 15"),
    # the month alone, and the months up to it; what is to be done in the next one
    (NOTICE, "trồng rừng tháng 9 được bao nhiêu ha", "136 ha"),
    (NOTICE, "trồng rừng từ đầu năm được bao nhiêu", "480 ha"),
    (NOTICE, "chỉ tiêu thu ngân sách tháng 10", "9,2 tỷ đồng"),
    # a column that compares next year's plan with this year tells no share of the plan
    (WARD, "thu ngân sách đạt bao nhiêu phần trăm dự toán", "112,5%"),
    (WARD, "mấy công trình hoàn thành", "8 công trình"),
    (WARD, "tổng số đảng viên", "1.905"),
    (WARD, "cảnh cáo mấy đảng viên", "Cảnh cáo 2"),
    (WARD, "hộ nghèo 2026 còn bao nhiêu hộ", "31"),
    (WARD, "budget revenue target 2026", "104"),
    # a line of the minutes' opening, whatever the meeting is called
    (MINUTES, "ai chủ trì cuộc họp", "Quàng Văn Dọn"),
    (MINUTES, "who chaired the meeting", "Quàng Văn Dọn"),
    (MINUTES, "họp xong lúc mấy giờ", "16 giờ 10"),
    # an office that is given a task is who does it
    (MINUTES, "ai rà soát biên chế trạm y tế", "Phòng Nội vụ"),
    # what was reached, no aim for a later day; the plan beside it
    (MINUTES, "tỷ lệ giải ngân đầu tư công", "40,9%"),
    (MINUTES, "public investment disbursement rate", "40,9%"),
    (MINUTES, "kế hoạch vốn đầu tư công là bao nhiêu", "150 tỷ đồng"),
    (MINUTES, "giải ngân thấp hơn tỉnh bao nhiêu", "3,1 điểm phần trăm"),
    (SCHOOL, "học sinh tăng bao nhiêu so với năm học trước", "25"),
    (SCHOOL, "tỷ lệ học sinh xếp loại tốt", "16,8%"),
    (SCHOOL, "học sinh khá bao nhiêu em", "255"),
    (SCHOOL, "xây phòng học bộ môn hết bao nhiêu tiền", "2,75 tỷ đồng"),
    (SCHOOL, "chỉ tiêu xếp loại tốt năm học 2025-2026", "18%"),
    # parts of a whole stay its parts to the sentence's end
    (ARTICLE, "giá trị sản xuất công nghiệp xây dựng", "1.764 tỷ đồng"),
    (ARTICLE, "tỷ lệ hộ nghèo năm 2024", "7,15%"),
    (ARTICLE, "tỷ lệ hộ nghèo dân tộc thiểu số", "14,6%"),
    (ARTICLE, "chỉ tiêu bhyt 2024", "94%"),
    (ARTICLE, "diện tích cà phê", "9.850 ha"),
    (ARTICLE, "sản lượng cà phê", "26.300 tấn"),
    (ARTICLE, "giá cà phê", "128.000 đồng/kg"),
    (ARTICLE, "tổng số đảng viên", "4.816"),
    (ARTICLE, "mấy chỉ tiêu không đạt", "3 chỉ tiêu"),
    (CLINIC, "mấy trạm y tế có bác sĩ", "13/14"),
    (CLINIC, "mấy ca sởi năm 2024", "2"),
    (CLINIC, "sốt xuất huyết năm 2023 bao nhiêu ca", "64"),
    # an undated paper is of the year it tells of
    (COMMUNE, "tổng thu ngân sách 9 tháng", "11.240"),
    (COMMUNE, "dự toán thu ngân sách 2025", "13.600"),
    (COMMUNE, "bao nhiêu ngày công", "1.870"),
    (COMMUNE, "tiền dịch vụ môi trường rừng chi cho chủ rừng là bao nhiêu", "2,3 tỷ đồng"),
    (COMMUNE, "tỷ lệ đúng hạn", "98,3%"),
    (COMMUNE, "sản phẩm OCOP của xã là gì", "miến dong"),
]

UNANSWERED = [
    (BUDGET, "Xã Hà Ruộng nợ đọng xây dựng cơ bản bao nhiêu tỷ đồng?"),
    (BUDGET, "Những chủ đầu tư nào giải ngân dưới 50%?"),
    (SEASON, "Năng suất lúa Đông Xuân 2020-2021 của huyện Sơn Ca là bao nhiêu?"),
    (FARMERS, "Hội có bao nhiêu hội viên nữ?"),
    (WARD, "tỷ lệ hộ cận nghèo năm 2026 còn bao nhiêu"),
    (MINUTES, "xã nào có dịch tả lợn"),
    (SCHOOL, "điểm toán thi vào lớp 10"),
    (SCHOOL, "học sinh giỏi cấp quốc gia mấy giải"),
    (ARTICLE, "sản lượng sầu riêng"),
    (ARTICLE, "số hộ nghèo"),
    (ARTICLE, "còn bao nhiêu nhà tạm"),
    (CLINIC, "bao nhiêu giường bệnh"),
]


PAPERS = (
    MINUTES,
    SCHOOL,
    ARTICLE,
    CLINIC,
    COMMUNE,
    WARD,
    NOTICE,
    POLICE,
    FARMERS,
    CELL,
    SEASON,
    BUDGET,
)


@pytest.fixture(scope="module")
def assistants(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Assistant]]:
    """One assistant a paper, that knows nothing else."""
    with ExitStack() as opened:
        yield {
            paper: opened.enter_context(knowing(_home(tmp_path_factory), {"giay-to.md": paper}))
            for paper in PAPERS
        }


def _home(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("home")


@pytest.mark.parametrize(("paper", "question", "told"), ANSWERED, ids=[q for _, q, _ in ANSWERED])
def test_the_paper_answers(
    assistants: dict[str, Assistant], paper: str, question: str, told: str
) -> None:
    answer = assistants[paper].ask(question)
    assert answer.found
    assert told in answer.text


@pytest.mark.parametrize(("paper", "question"), UNANSWERED, ids=[q for _, q in UNANSWERED])
def test_the_paper_does_not_say(
    assistants: dict[str, Assistant], paper: str, question: str
) -> None:
    assert not assistants[paper].ask(question).found
