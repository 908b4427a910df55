"""Questions as people put them: sessions by their number, places by their level, plans before they
were changed, harvests by what was gathered, who came after somebody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.records import knowing

MINUTES = """\
ĐẢNG BỘ HUYỆN TUY LÂM

BIÊN BẢN HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN LẦN THỨ SÁU

Thời gian: từ 7 giờ 30 phút ngày 19/12/2022.

Chủ trì: đồng chí Đinh Văn Rớt, Bí thư Huyện ủy; đồng chí Lò Thị Sen, Phó Bí thư Huyện ủy, \
Chủ tịch UBND huyện; đồng chí Vi Minh Đạt, Bí thư Huyện đoàn.

Thu ngân sách nhà nước trên địa bàn năm 2022 đạt 132,4 tỷ đồng. Lợi nhuận của Xí nghiệp nước chỉ \
bằng 95% kế hoạch vì giá điện tăng.

Cả năm thu hoạch lúa: diện tích lúa 3.120 ha, gặt được 18.640 tấn.

Cấp giấy chứng nhận lần đầu 1.205 giấy, bằng 80,3%.
"""

AMENDED = """\
# NGHỊ QUYẾT

Điều chỉnh một số chỉ tiêu năm 2023 của huyện Tuy Lâm

Tuy Lâm, ngày 12 tháng 7 năm 2023

Tính đến 30/6, thu ngân sách nhà nước trên địa bàn 51,2 tỷ đồng.

| TT | Chỉ tiêu | ĐVT | Nghị quyết 24/NQ-HĐND ngày 16/12/2022 giao | Nay điều chỉnh |
|---|---|---|---|---|
| 1 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | 130,0 | 115,0 |
| 2 | Sản lượng hồ tiêu | tấn | 5.900 | 5.650 |
"""

REPORT = """\
# UBND huyện Tuy Lâm: báo cáo năm 2022 và kế hoạch năm 2023

Tuy Lâm, ngày 5 tháng 12 năm 2022

| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2022 | Thực hiện năm 2022 |
|---|---|---|---|---|
| 1 | Giấy chứng nhận quyền sử dụng đất cấp lần đầu | giấy | 1.500 | 1.205 |

6 tháng đầu năm 2022, thu ngân sách nhà nước trên địa bàn 61,9 tỷ đồng.
"""

COMMUNES = """\
# UBND huyện Tuy Lâm: hộ nghèo các xã năm 2022

Tuy Lâm, ngày 20 tháng 12 năm 2022

| TT | Xã | Hộ nghèo (%) |
|---|---|---|
| 1 | Xã Lạc Dinh | 4,62 |
| 2 | Xã Hòa Lung | 3,18 |
| 3 | Xã An Tràm | 0,97 |
"""

SPEECH = """\
DIỄN VĂN

của đồng chí Hà Minh Thới, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Tuy Lâm tại Lễ công bố

Tuy Lâm, ngày 28 tháng 12 năm 2023

Huyện vui mừng đón 120 đại biểu.
"""

TOWN = """\
# Đảng ủy thị trấn Phước Sơn: nghị quyết năm 2023

Phước Sơn, ngày 26 tháng 12 năm 2022

Chỉ tiêu năm 2023: thu ngân sách 13,2 tỷ đồng.
"""

COMMUNE = """\
# Đảng ủy xã Phước Sơn: nghị quyết năm 2023

Phước Sơn, ngày 27 tháng 12 năm 2022

Chỉ tiêu năm 2023: thu ngân sách 63,5 tỷ đồng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {
        "bien-ban.txt": MINUTES,
        "dieu-chinh.md": AMENDED,
        "bao-cao.md": REPORT,
        "cac-xa.md": COMMUNES,
        "dien-van.txt": SPEECH,
        "thi-tran.md": TOWN,
        "xa.md": COMMUNE,
    }
    with knowing(tmp_path_factory.mktemp("tuy-lam"), texts) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("hoi nghi ban chap hanh dang bo huyen tuy lam lan thu sau hop ngay nao", "19/12/2022"),
        (
            "Khi chưa điều chỉnh, huyện Tuy Lâm giao dự toán thu ngân sách năm 2023 bao nhiêu?",
            "130",
        ),
        ("Sản lượng hồ tiêu năm 2023 của Tuy Lâm được điều chỉnh còn mấy tấn?", "5.650"),
        ("Hồ tiêu 2023 của Tuy Lâm được HĐND huyện hạ xuống còn bao nhiêu tấn?", "5.650"),
        ("thị trấn phước sơn năm 2023 đặt chỉ tiêu thu ngân sách mấy tỷ?", "13,2"),
        ("xã Phước Sơn năm 2023 đặt chỉ tiêu thu ngân sách mấy tỷ?", "63,5"),
        ("Bí thư Huyện đoàn Tuy Lâm tên gì?", "Vi Minh Đạt"),
        ("Năm 2022 Tuy Lâm gặt được bao nhiêu tấn lúa?", "18.640"),
    ],
)
def test_the_one_meant_is_told(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found and says in answer.text, answer.text


def test_the_councils_chairman_is_not_the_committees(assistant: Assistant) -> None:
    answer = assistant.ask("Ai giữ chức Chủ tịch HĐND huyện Tuy Lâm năm 2022?")
    assert not answer.found, answer.text


def test_a_printed_share_goes_before_one_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Cấp giấy chứng nhận quyền sử dụng đất lần đầu năm 2022 của Tuy Lâm đạt bao nhiêu phần "
        "trăm kế hoạch?"
    )
    assert "80,3%" in answer.text
    assert "bien-ban.txt" in {c.source for c in answer.citations}
    assert "80,3" not in " ".join(answer.computed)


def test_highest_and_lowest_are_told_together(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Trong 3 xã của huyện Tuy Lâm, nơi nào có tỷ lệ hộ nghèo năm 2022 cao nhất, thấp nhất?"
    )
    assert "xã Lạc Dinh cao nhất, xã An Tràm thấp nhất" in answer.text


def test_of_places_inside_the_one_named_only_they_are_compared(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Tỷ lệ hộ nghèo năm 2022 ở huyện Tuy Lâm: xã Lạc Dinh và xã Hòa Lung, xã nào cao hơn?"
    )
    assert "4,62" in answer.text and "3,18" in answer.text and "0,97" not in answer.text


def test_a_cause_may_be_told_under_another_name(assistant: Assistant) -> None:
    answer = assistant.ask("sao Tuy Lâm năm 2022 xí nghiệp nước lãi không đạt kế hoạch?")
    assert answer.found and "giá điện" in answer.text, answer.text


@pytest.mark.parametrize(
    ("before", "question", "says"),
    [
        (
            "Thu ngân sách 6 tháng đầu năm 2022 của Tuy Lâm là bao nhiêu?",
            "còn cùng kỳ năm 2023 thì sao?",
            "51,2",
        ),
        ("Chủ tịch UBND huyện Tuy Lâm năm 2022 là ai?", "Người kế nhiệm là ai?", "Hà Minh Thới"),
    ],
)
def test_follow_ups_lead_on(assistant: Assistant, before: str, question: str, says: str) -> None:
    answer = assistant.ask(question, [before])
    assert answer.found and says in answer.text, answer.text


def test_a_post_ends_where_the_occasion_begins(assistant: Assistant) -> None:
    answer = assistant.ask("Chủ tịch UBND huyện Tuy Lâm năm 2023 là ai?")
    assert "Hà Minh Thới" in answer.text and "tại Lễ" not in answer.text


def test_a_word_behind_a_name_makes_no_place(assistant: Assistant) -> None:
    """ "Lạc định" is not "Lạc Dinh" where only the name is written with a capital."""
    read, _ = assistant.understood("Đội An Lạc định thu ngân sách năm 2022 bao nhiêu?")
    assert "xã Lạc Dinh" not in {str(place) for place in read.places}
