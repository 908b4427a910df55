"""Organisations by the names that their papers print, and by their short ones."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.metadata import read_metadata
from corpus.places import find_places, find_short_names
from tests.corpus.documents import document_of


@pytest.mark.parametrize(
    "text, name",
    [
        # phrases of a trade, each with one capital, before the name's own two
        ("Công ty CP Nước sạch và Môi trường Hạ Vân họp",
         "công ty Nước Sạch Và Môi Trường Hạ Vân"),
        ("CTCP Đầu tư Phát triển nhà Sơn Ca (SCH)", "công ty Đầu Tư Phát Triển Nhà Sơn Ca"),
        ("CTY CP THƯƠNG MẠI TỔNG HỢP TÂN LÃNG", "công ty Tân Lãng"),
        ("Công ty TNHH MTV Khai thác công trình thủy lợi Hạ Vân tổ chức",
         "công ty Khai Thác Công Trình Thủy Lợi Hạ Vân"),
        # told apart by a number
        ("Hợp tác xã Vận tải số 3 họp", "hợp tác xã Vận Tải Số 3"),
        ("CÔNG TY CỔ PHẦN XÂY DỰNG SỐ 8 TÂN DINH", "công ty Số 8 Tân Dinh"),
        ("TRƯỜNG TIỂU HỌC SƠN CA 2", "trường Sơn Ca 2"),
        ("TRƯỜNG TH & THCS SƠN CA", "trường Sơn Ca"),
        # a fund is called after its commune
        ("QUỸ TÍN DỤNG NHÂN DÂN THỊ TRẤN SƠN CA", "quỹ tín dụng nhân dân Sơn Ca"),
        ("Quỹ tín dụng nhân dân liên xã Mỹ Sơn", "quỹ tín dụng nhân dân Mỹ Sơn"),
        ("Tổ hợp tác sản xuất rau an toàn xóm Giếng", "tổ hợp tác Rau An Toàn Xóm Giếng"),
        ("BAN QUẢN LÝ CHỢ ĐẦU MỐI NÔNG SẢN GÒ MÂY", "chợ Gò Mây"),
        ("BAN QUẢN TRỊ NHÀ CHUNG CƯ AN MÂY", "chung cư An Mây"),
    ],
)  # fmt: skip
def test_an_organisation_by_its_whole_name(text: str, name: str) -> None:
    assert [str(p) for _, p in find_places(text) if p.is_organisation] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty CP Nước sạch và Môi trường họp cổ đông",  # a trade without a name
        "HTX vay Quỹ Hỗ trợ nông dân 2 tỷ đồng",
        "phát triển hợp tác xã và sản phẩm OCOP",
        "trụ sở Công ty, số 5 phố Chợ",
    ],
)
def test_no_organisation_is_named(text: str) -> None:
    assert not [p for _, p in find_places(text) if p.is_organisation]


def test_a_name_ends_where_the_sentence_goes_on() -> None:
    text = "Hội đồng quản trị HTX Dịch vụ nông nghiệp Sơn Ca tổ chức Đại hội thành viên"
    [span] = [s for s, p in find_places(text) if p.is_organisation]
    assert text[span.start : span.end] == "HTX Dịch vụ nông nghiệp Sơn Ca"


@pytest.mark.parametrize(
    "text, short",
    [
        ("Công ty CP Cấp nước Sơn Ca (SCWACO) họp Đại hội", "SCWACO"),
        ("HỢP TÁC XÃ VẬN TẢI SỐ 3\n\nTHÀNH PHỐ HẠ LAM\n\n(gọi tắt: VT3)", "VT3"),
        ("Trường Cao đẳng Cơ điện Hạ Vân (viết tắt: CĐ HV)", "CĐ HV"),
    ],
)
def test_the_short_name_that_an_organisation_gives_itself(text: str, short: str) -> None:
    assert [name for name, _ in find_short_names(text)] == [short]


@pytest.mark.parametrize(
    "lines, place, body",
    [
        # who meets, not where
        (["BIÊN BẢN", "Hôm nay, ngày 22/3/2025, tại nhà văn hóa thôn Đông, xã Sơn Ca,"
          " Hội đồng quản trị HTX Dịch vụ nông nghiệp Sơn Ca tổ chức Đại hội thành viên."],
         "hợp tác xã Sơn Ca", "hợp tác xã Sơn Ca"),
        (["TỔ HỢP TÁC NUÔI CÁ LỒNG", "BẢN NÀ LƠI", "BIÊN BẢN HỌP TỔ"],
         "tổ hợp tác Nuôi Cá Lồng Bản Nà Lơi", "tổ hợp tác Nuôi Cá Lồng Bản Nà Lơi"),
        (["PHƯỜNG SƠN CA", "BAN ĐIỀU HÀNH KHU PHỐ 4", "BÁO CÁO NĂM 2024"], "khu phố 4", ""),
        # the lower one of a letterhead writes
        (["HỘI NÔNG DÂN HUYỆN HẠ LAM", "BAN CHẤP HÀNH HỘI NÔNG DÂN", "XÃ SƠN CA", "BÁO CÁO"],
         "xã Sơn Ca", "Hội Nông dân xã Sơn Ca"),
        (["CÔNG AN HUYỆN HẠ LAM", "CÔNG AN XÃ SƠN CA", "BÁO CÁO"],
         "xã Sơn Ca", "Công an xã Sơn Ca"),
    ],
)  # fmt: skip
def test_whose_paper_it_is(lines: list[str], place: str, body: str) -> None:
    metadata = read_metadata(document_of(*lines), "tep.txt")
    assert (str(metadata.place), metadata.body) == (place, body)


def test_a_residents_group_by_its_number_before_a_comma() -> None:
    document = document_of(
        "BIÊN BẢN HỌP TỔ DÂN PHỐ SỐ 9, PHƯỜNG SƠN CA", "Bắt đầu 19h30 ngày 10/01/2026."
    )
    metadata = read_metadata(document, "hop.txt")
    assert (str(metadata.place), metadata.date) == ("tổ dân phố 9", date(2026, 1, 10))


def test_a_residents_group_by_its_name_and_number() -> None:
    document = document_of(
        "Phường Sơn Ca", "TỔ DÂN PHỐ ĐỒNG MÂY 2", "BIÊN BẢN HỌP NHÂN DÂN",
        "Bắt đầu: 19h30' tối Chủ nhật 12/4/2026, tại nhà văn hóa tổ. Dọn vệ sinh sáng 26/4.",
    )  # fmt: skip
    metadata = read_metadata(document, "hop.txt")
    assert (str(metadata.place), metadata.date) == ("tổ dân phố Đồng Mây 2", date(2026, 4, 12))
