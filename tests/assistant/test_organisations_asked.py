"""Organisations asked about as their people call them. All of them are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from corpus.places import Place
from tests.assistant.records import knowing

WATER = """\
# CÔNG TY CỔ PHẦN NƯỚC SẠCH VÀ MÔI TRƯỜNG HẠ VÂN (HAVACO)

Hạ Vân, ngày 18 tháng 4 năm 2025

BIÊN BẢN ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2025

Năm 2024 tổng doanh thu 61,4 tỷ đồng, đạt 97% kế hoạch; tỷ lệ thất thoát nước 17,2%.
"""

CARRIERS = """\
# HỢP TÁC XÃ VẬN TẢI SỐ 3

Ngày 8 tháng 3 năm 2025

NGHỊ QUYẾT Đại hội thành viên thường niên năm 2025

Năm 2024 doanh thu 24,8 tỷ đồng; tổng số 96 thành viên.
"""

TRADERS = """\
# CÔNG TY CỔ PHẦN THƯƠNG MẠI TỔNG HỢP TRÀ LAM

Trà Lam, ngày 20 tháng 4 năm 2025

BIÊN BẢN ĐẠI HỘI ĐỒNG CỔ ĐÔNG NĂM 2025

Năm 2024 doanh thu 133 tỷ đồng.
"""

TOWN = """\
# UBND thị xã Trà Lam: báo cáo năm 2024

Trà Lam, ngày 12 tháng 12 năm 2024

Năm 2024 doanh thu du lịch 88 tỷ đồng; hộ nghèo còn 210 hộ.
"""

GROUP = """\
PHƯỜNG TRÀ LAM

BAN ĐIỀU HÀNH KHU PHỐ 4

BÁO CÁO TỔNG KẾT NĂM 2024

Ngày 18/12/2024

Năm 2024 khu phố còn 3 hộ nghèo; vận động Quỹ Vì người nghèo 21,5 triệu đồng.
"""

SCHOOL = """\
# TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ THCS VÀ THPT NÀ LƠI

Nà Lơi, ngày 30 tháng 5 năm 2024

BÁO CÁO TỔNG KẾT NĂM HỌC 2023 - 2024

Tỷ lệ tốt nghiệp THPT đạt 97,8%; tốt nghiệp THCS 100%.
"""


FIRST, SECOND = (
    f"""\
# TRƯỜNG TIỂU HỌC NÀ MÂY {number}

Nà Mây, ngày {number} tháng 6 năm 2024

BÁO CÁO TỔNG KẾT NĂM HỌC 2023 - 2024

Trường có {pupils} học sinh.
"""
    for number, pupils in ((1, 512), (2, 388))
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {
        "nuoc.md": WATER, "van-tai.md": CARRIERS, "thuong-mai.md": TRADERS, "thi-xa.md": TOWN,
        "khu-pho.md": GROUP, "noi-tru.md": SCHOOL,
        "na-may-1.md": FIRST, "na-may-2.md": SECOND,
    }  # fmt: skip
    with knowing(tmp_path_factory.mktemp("to-chuc"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        ("Công ty CP Nước sạch và Môi trường Hạ Vân năm 2024 doanh thu bao nhiêu?", "61,4"),
        ("HAVACO năm 2024 đạt tổng doanh thu bao nhiêu?", "61,4"),
        ("ty le that thoat nuoc nam 2024 cua havaco", "17,2%"),
        ("HTX vận tải số 3 năm 2024 doanh thu bao nhiêu?", "24,8"),
        ("HTX số 3 có bao nhiêu thành viên?", "96"),
        # a company is no town of its name
        ("Thương mại Trà Lam năm 2024 doanh thu bao nhiêu?", "133"),
        ("Cty thương mại tổng hợp Trà Lam năm 2024 doanh thu bao nhiêu?", "133"),
        # a residents' group by its short level
        ("KP4 năm 2024 còn mấy hộ nghèo?", "3 hộ"),
        # two schools of one name
        ("Trường Tiểu học Nà Mây 1 có bao nhiêu học sinh?", "512"),
        ("trường Nà Mây 2 năm học 2023-2024 có bao nhiêu học sinh?", "388"),
        # the kind of a school is no part of what is asked
        ("Nội trú Nà Lơi năm học 2023-2024 đỗ tốt nghiệp THPT bao nhiêu %?", "97,8%"),
        (
            "Trường Phổ thông dân tộc nội trú THCS và THPT Nà Lơi năm học 2023-2024 đỗ tốt nghiệp "
            "THPT bao nhiêu %?",
            "97,8%",
        ),
    ],
)
def test_the_organisation_asked_about_answers(
    assistant: Assistant, question: str, says: str
) -> None:
    answer = assistant.ask(question)
    assert answer.found and says in answer.text, answer.text


def test_a_number_alone_is_no_place(assistant: Assistant) -> None:
    """ "Khu phố 4" is no "tổ dân phố 4"."""
    answer = assistant.ask("Tổ dân phố số 4 năm 2024 còn bao nhiêu hộ nghèo?")
    assert not answer.found and "3 hộ" not in answer.text.split(":")[0], answer.text


def test_the_number_in_a_name_stands_in_the_citation(assistant: Assistant) -> None:
    answer = assistant.ask("HTX vận tải số 3 năm 2024 doanh thu bao nhiêu?")
    assert any("SỐ 3" in citation.quote for citation in answer.citations), answer.citations


def test_an_unknown_name_in_one_organisations_head_is_that_organisation(tmp_path: Path) -> None:
    """What the head was read as is less than what stands in it."""
    paper = (
        "# Công ty Hai Sao\n\nthành viên của Lâm nghiệp Sông Lường\n\nNgày 29/3/2024\n\n"
        "Năm 2023 doanh thu đạt 65,7 tỷ đồng.\n"
    )
    commune = "# UBND xã Sông Lường: báo cáo năm 2023\n\nNgày 5/1/2024\n\nThu 2,1 tỷ đồng.\n"
    with knowing(tmp_path, {"cong-ty.md": paper, "xa.md": commune}) as one:
        filed_under = one.shelf.knowledge().filed_under
        assert str(filed_under(Place("công ty", "Lâm nghiệp Sông Lường"))) == "công ty Hai Sao"
        unknown = Place("công ty", "Cao su Đồi Sim")
        assert filed_under(unknown) == unknown
        assert filed_under(Place("tỉnh", "Lâm Sông")) == Place("tỉnh", "Lâm Sông")
