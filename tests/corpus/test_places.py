"""Places and organisations that a text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.places import find_places


@pytest.mark.parametrize(
    "text, places",
    [
        ("UBND huyện Sơn Ca họp", ["huyện Sơn Ca"]),
        ("Huyện ủy Sơn Ca sơ kết", ["huyện Sơn Ca"]),
        ("Thị uỷ Hải Giang", ["thị xã Hải Giang"]),
        ("BAN CHẤP HÀNH HUYỆN ĐOÀN SƠN CA", ["huyện Sơn Ca"]),
        ("Bí thư Huyện đoàn Sùng Thị Mai", []),
        ("BÍ THƯ HUYỆN ĐOÀN", []),
        ("TP. Hoa Lư và TX. Đông Quan", ["thành phố Hoa Lư", "thị xã Đông Quan"]),
        ("xã Ea Drông, xã Cư M'Lan", ["xã Ea Drông", "xã Cư M'Lan"]),
        ("thị trấn Phố Ràng Mới", ["thị trấn Phố Ràng Mới"]),
        ("ỦY BAN NHÂN DÂN HUYỆN SƠN CA", ["huyện Sơn Ca"]),
        ("ủy ban nhân dân huyện thảo luận", []),
        ("cộng hòa xã hội chủ nghĩa Việt Nam", []),
        ("Đảng ủy xã Hội Sơn họp", ["xã Hội Sơn"]),
        ("UBND XÃ HỘI SƠN", ["xã Hội Sơn"]),
        ("TÌNH HÌNH KINH TẾ - XÃ HỘI HUYỆN SƠN CA", ["huyện Sơn Ca"]),
        ("văn bản Số 12", []),
        ("xã đảo Hòn Mựng", ["xã Hòn Mựng"]),
        ("3 XÃ, PHƯỜNG THEO DÕI ĐIỂM", []),
        ("LIÊN MINH HTX TỈNH HẠ VÂN", ["tỉnh Hạ Vân"]),
        ("TRƯỜNG THPT KINH BA", ["trường Kinh Ba"]),
        ("TRƯỜNG TRUNG CẤP KINH TẾ - KỸ THUẬT ĐÔNG HÀ", ["trường Kinh Tế - Kỹ Thuật Đông Hà"]),
        ("CÔNG TY CỔ PHẦN MÔI TRƯỜNG ĐÔ THỊ TRÀ LAM", ["công ty Môi Trường Đô Thị Trà Lam"]),
        ("HTX Dịch vụ Bến Đò – thôn Bến Đò", ["hợp tác xã Bến Đò", "thôn Bến Đò"]),
        ("NGHỊ QUYẾT CỦA ĐẢNG BỘ HUYỆN LÂM KỲ KHÓA XXIII", ["huyện Lâm Kỳ"]),
        ("HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN THƯỜNG KỲ QUÝ I", []),
        ("Trung tâm của xã Đăk Sơ Mei", ["xã Đăk Sơ Mei"]),
        ("HUYỆN SƠN CA SƠ KẾT 6 THÁNG", ["huyện Sơn Ca"]),
        ("HUYỆN SƠN CA TỔNG KẾT NĂM 2024", ["huyện Sơn Ca"]),
        ("XÃ TÂN HỘI KỲ HỌP THỨ 5", ["xã Tân Hội"]),
        ("HUYỆN PHÚ QUÝ QUÝ I NĂM 2024", ["huyện Phú Quý"]),
        ("HĐND huyện Sơn Ca Hội Nông dân", ["huyện Sơn Ca"]),
        ("của huyện HỘI ĐỒNG NHÂN DÂN HUYỆN PHÚ LÂM", ["huyện Phú Lâm"]),
        ("Bí thư Đảng uỷ thị trấn Long Hiệp Châu Ngọc Lê nói", ["thị trấn Long Hiệp"]),
        ("Chủ tịch UBND huyện Phú Lương Hà Thị Nga", ["huyện Phú Lương"]),
        ("", []),
    ],
)
def test_level_and_name(text: str, places: list[str]) -> None:
    assert [str(p) for _, p in find_places(text)] == places


def test_an_organisation_is_named_without_its_trade() -> None:
    [(_, place)] = find_places("HTX nông nghiệp Đồng Tiến báo cáo")
    assert (place.level, place.name, place.is_organisation) == ("hợp tác xã", "Đồng Tiến", True)


def test_accents_and_case_make_no_other_place() -> None:
    [(_, one)] = find_places("xã Hoà Lạc")
    [(_, other)] = find_places("XÃ HÒA LẠC")
    assert one.key == other.key


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(["huyện ", "XÃ ", "Sơn ", "CA ", "HTX ", "tp. ", ", ",
         "và "])).map("".join),
    )
)  # fmt: skip
def test_spans_lie_in_the_text(text: str) -> None:
    for span, place in find_places(text):
        assert 0 <= span.start < span.end <= len(text)
        assert place.level and place.name


@pytest.mark.parametrize(
    "text, places",
    [
        # a year on the line above counts nothing
        ("Chi tieu 2021-2024\nHUYỆN SƠN CA - CHI CỤC THỐNG KÊ", ["huyện Sơn Ca"]),
        ("3 huyện Sơn Ca, Hải Giang", []),
        ("CÁC CHỈ TIÊU CỦA HUYỆN QUA CÁC NĂM", []),
        ("HỘ NGHÈO CÁC XÃ, THỊ TRẤN ĐẾN 31/12/2024", []),
        ("Công ty cổ phần Thủy điện Sơn Ca họp", ["công ty Thủy Điện Sơn Ca"]),
        ("HTX Thạch đen Sơn Ca", ["hợp tác xã Thạch Đen Sơn Ca"]),
        ("Công ty Hải Giang trao quà cho Trường Tân Hội", ["công ty Hải Giang"]),
        ("Bí thư Đảng ủy xã Sơn Ca Mai Văn Tý", ["xã Sơn Ca"]),
        ("Bí thư Đảng ủy phường Hải Giang Lê Thị Tú cho hay", ["phường Hải Giang"]),
        ("ĐẢNG BỘ XÃ TỔNG KẾT NĂM 2024", []),
        (
            "huyện Năm Căn năm 2024, thành phố Từ Sơn từ ngày 2/3",
            ["huyện Năm Căn", "thành phố Từ Sơn"],
        ),
        # a hospital of a district is called by the district's name
        ("BỆNH VIỆN ĐA KHOA HUYỆN SƠN CA", ["huyện Sơn Ca"]),
        ("Bệnh viện Đa khoa Sơn Ca", ["bệnh viện Sơn Ca"]),
        # a trade that a name begins with, in small letters as well
        ("Công ty cổ phần Cảng cá Cửa Sơn tổ chức", ["công ty Cảng Cá Cửa Sơn"]),
        ("CTCP Bến xe Sơn Ca", ["công ty Bến Xe Sơn Ca"]),
        (
            "CÔNG TY CỔ PHẦN CẢNG CÁ VÀ DỊCH VỤ THỦY SẢN CỬA SƠN",
            ["công ty Cảng Cá Và Dịch Vụ Thủy Sản Cửa Sơn"],
        ),
        ("TRƯỜNG PTDT NỘI TRÚ THCS VÀ THPT SƠN CA", ["trường Sơn Ca"]),
    ],
)
def test_a_name_ends_where_it_ends(text: str, places: list[str]) -> None:
    assert [str(p) for _, p in find_places(text)] == places


@pytest.mark.parametrize("text", ["hoạt động ngân hàng quý IV/2023", "các công ty năm 2023"])
def test_when_is_not_what_an_organisation_is_called(text: str) -> None:
    assert not find_places(text)


@pytest.mark.parametrize("line", ["BẢN TIN NỘI BỘ", "BẢN TỔNG HỢP KẾT QUẢ", "BẢN CAM KẾT THI ĐUA"])
def test_a_sheet_of_paper_is_no_hamlet(line: str) -> None:
    assert find_places(line) == []
    assert [str(p) for _, p in find_places("BẢN NÀ LỐC")] == ["bản Nà Lốc"]
