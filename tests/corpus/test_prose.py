"""Which role each number of a clause has. Cases are one line each, in the order of the ways in
which records speak: bare values, plans, comparisons, targets, hedges, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.prose import read_clause
from corpus.roles import Reading


def _read(text: str) -> list[Reading]:
    return read_clause(text, Span(0, len(text)))


def _told(text: str) -> list[str]:
    """Each figure as "value role", a rise or fall marked by + or -."""
    told = []
    for reading in _read(text):
        quantity = reading.quantity
        sign = {0: "", 1: "+", -1: "-"}[reading.growth]
        told.append(f"{text[quantity.start : quantity.end]} {sign}{reading.kind or 'value'}")
    return told


CASES = [
    # bare values
    ("thu ngân sách đạt 212,4 tỷ đồng", ["212,4 tỷ đồng value"]),
    # beside the year before
    (
        "thu nhập 46,8 triệu đồng, so với năm 2022 thêm 4,1 triệu đồng",
        ["46,8 triệu đồng value", "4,1 triệu đồng +change"],
    ),
    (
        "thu 618,3 tỷ đồng, bằng 94,4% dự toán và thụt lùi 6,8% so với năm trước",
        ["618,3 tỷ đồng value", "94,4% plan_share", "6,8% -change"],
    ),
    # beside the plan, in its own measure
    (
        "thu nhập 65,4 triệu đồng, nhỉnh hơn kế hoạch 0,4 triệu đồng",
        ["65,4 triệu đồng value", "0,4 triệu đồng plan_excess"],
    ),
    (
        "tăng trưởng 11,9%, cao hơn mục tiêu đề ra 0,4 điểm phần trăm",
        ["11,9% +value", "0,4 điểm phần trăm plan_excess"],
    ),
    (
        "lương thực 5.318 tấn, dôi ra 68 tấn so với nghị quyết",
        ["5.318 tấn value", "68 tấn plan_excess"],
    ),
    (
        "vốn chuyển sang 3,5 tỷ đồng, bằng 116,7% mức giao (3,0 tỷ đồng)",
        ["3,5 tỷ đồng value", "116,7% plan_share", "3,0 tỷ đồng target"],
    ),
    (
        "gieo 4.826 ha, hụt 24 ha so với kế hoạch (4.850 ha)",
        ["4.826 ha value", "24 ha plan_shortfall", "4.850 ha target"],
    ),
    (
        "sản lượng 32.047 tấn, bằng 101,7% phương án",
        ["32.047 tấn value", "101,7% plan_share"],
    ),
    # what was given is planned, what was paid out of it reached
    (
        "chương trình giảm nghèo được giao 18,5 tỷ đồng, đã chi 6,1 tỷ đồng",
        ["18,5 tỷ đồng target", "6,1 tỷ đồng value"],
    ),
    # how many there are at a grade; the grade is none of their figures
    ("4 đơn vị giải ngân trên 80%, 6 đơn vị từ 50% đến 80%", ["4 value", "6 value"]),
    ("thu ngân sách ước đạt 212,4 tỷ đồng", ["212,4 tỷ đồng value"]),
    ("tỷ lệ đô thị hóa là 18,3%", ["18,3% value"]),
    ("tỷ lệ đô thị hóa: 18,3%", ["18,3% value"]),
    ("tỷ lệ đô thị hóa 18,3%", ["18,3% value"]),
    ("98% dân số tham gia BHYT", ["98% value"]),
    ("350 lao động được tạo việc làm", ["350 lao động value"]),
    ("thành lập mới 7 doanh nghiệp", ["7 doanh nghiệp value"]),
    ("kết nạp 88 đảng viên mới", ["88 đảng viên value"]),
    ("trồng mới 120 ha rừng", ["120 ha value"]),
    ("tổng kinh phí 3,7 tỷ đồng", ["3,7 tỷ đồng value"]),
    ("tỷ lệ hộ nghèo còn 4,2%", ["4,2% value"]),
    ("tỷ lệ hộ nghèo giảm còn 4,2%", ["4,2% value"]),
    ("tỷ lệ hộ nghèo giảm xuống còn 4,2%", ["4,2% value"]),
    ("nợ xấu kiểm soát ở mức 1,6%", ["1,6% value"]),
    ("độ che phủ rừng duy trì 61,5%", ["61,5% value"]),
    ("dịch vụ chiếm 31% cơ cấu kinh tế", ["31% value"]),
    ("6/17 xã đạt chuẩn nông thôn mới", ["6/17 xã value"]),
    ("xóa 132 nhà dột nát", ["132 nhà value"]),
    ("tốc độ tăng trưởng kinh tế đạt13,04%", ["13,04% +value"]),
    (
        "diện tích 98 km2, dân số 36.215 người, 14 ấp",
        ["98 km2 value", "36.215 người value", "14 ấp value"],
    ),
    ("6 xã đạt 19/19 tiêu chí, 2 xã đạt dưới 10 tiêu chí", ["6 xã value", "2 xã value"]),
    ("tỷ lệ hộ nghèo duy trì giảm ở mức dưới 2%", ["2% value"]),
    ("cứng hóa được 64 km so với 80 km đặt ra", ["64 km value", "80 km target"]),
    ("mới thu 21,4 tỷ đồng trên 34 tỷ đồng dự toán", ["21,4 tỷ đồng value", "34 tỷ đồng target"]),
    ("sản lượng lương thực đạt và vượt 10.012 tấn", ["10.012 tấn value"]),
    ("thu ngân sách đạt 145%", ["145% plan_share"]),
    ("tỷ lệ hộ sử dụng nước sạch đạt 95%", ["95% value"]),
    ("doanh thu 73,46 tỷ đồng, đạt 70,25%", ["73,46 tỷ đồng value", "70,25% plan_share"]),
    ("giải ngân 73,46 tỷ đồng, đạt 70,25%", ["73,46 tỷ đồng value", "70,25% value"]),
    ("tổng thu 8.254 triệu đồng bằng 113% kế hoạch", ["8.254 triệu đồng value", "113% plan_share"]),
    # the size of a rise or fall
    (
        "tỷ lệ hộ nghèo còn 7,86%, tương ứng mức giảm 2,05 điểm phần trăm",
        ["7,86% value", "2,05 điểm phần trăm -change"],
    ),
    ("tỷ lệ hộ nghèo giảm 4%", ["4% -value"]),
    ("mức giảm tỷ lệ hộ nghèo đạt 4,4%", ["4,4% -value"]),
    ("giá trị sản xuất tăng 10,2%", ["10,2% +value"]),
    ("tốc độ tăng giá trị sản xuất 8,9%", ["8,9% +value"]),
    # compared with the plan
    ("thu ngân sách 70 tỷ đồng, đạt 94% kế hoạch", ["70 tỷ đồng value", "94% plan_share"]),
    ("thu ngân sách 70 tỷ đồng, bằng 94% KH", ["70 tỷ đồng value", "94% plan_share"]),
    ("thu ngân sách 70 tỷ đồng, bằng 94% so với dự toán", ["70 tỷ đồng value", "94% plan_share"]),
    ("thu ngân sách 70 tỷ đồng (đạt 43% KH)", ["70 tỷ đồng value", "43% plan_share"]),
    ("thu ngân sách 70 tỷ đồng, vượt 12% dự toán", ["70 tỷ đồng value", "12% plan_excess"]),
    ("thu ngân sách 70 tỷ đồng, vượt kế hoạch 12%", ["70 tỷ đồng value", "12% plan_excess"]),
    (
        "sản lượng 900 tấn, vượt 150 tấn so với kế hoạch",
        ["900 tấn value", "150 tấn plan_excess"],
    ),
    (
        "kết nạp 112 đảng viên, thiếu 3 đảng viên so với mục tiêu",
        ["112 đảng viên value", "3 đảng viên plan_shortfall"],
    ),
    (
        "giá trị sản xuất tăng 10,7%, thấp hơn kịch bản 0,8 điểm phần trăm",
        ["10,7% +value", "0,8 điểm phần trăm plan_shortfall"],
    ),
    (
        "tỷ lệ thất thoát 15,2%, vẫn cao hơn mục tiêu 14%",
        ["15,2% value", "14% target"],
    ),
    (
        "thu 81 tỷ đồng, bằng 89% dự toán tỉnh giao và 77% dự toán huyện giao",
        ["81 tỷ đồng value", "89% plan_share", "77% plan_share"],
    ),
    (
        "thu 81 tỷ đồng: so với dự toán đã điều chỉnh thì bằng 102%, còn so với số giao hồi đầu "
        "năm chỉ bằng 84%",
        ["81 tỷ đồng value", "102% plan_share", "84% plan_share"],
    ),
    (
        "kết nạp đảng viên vượt 12% kế hoạch với 84 đảng viên mới",
        ["12% plan_excess", "84 đảng viên value"],
    ),
    ("mức giảm hộ nghèo đạt 4,4% (kế hoạch 4%)", ["4,4% -value", "4% target"]),
    ("thu đạt 64 tỷ đồng (KH: 60 tỷ đồng)", ["64 tỷ đồng value", "60 tỷ đồng target"]),
    ("có 21/25 chỉ tiêu đạt và vượt", ["21/25 chỉ tiêu fulfilled"]),
    ("24 trên 27 chỉ tiêu hoàn thành", ["24 trên 27 chỉ tiêu fulfilled"]),
    (
        "tốc độ tăng trưởng (thực hiện 7,6%, kế hoạch 8,5%)",
        ["7,6% +value", "8,5% target"],
    ),
    (
        "thu ngân sách 388,6/340 tỷ đồng (114,3%)",
        ["388,6/340 tỷ đồng value", "114,3% plan_share"],
    ),
    (
        "giải ngân 19,7 tỷ đồng/31,2 tỷ đồng, đạt 63,1%",
        ["19,7 tỷ đồng value", "31,2 tỷ đồng target", "63,1% plan_share"],
    ),
    ("giải ngân đạt 78,3% (yêu cầu 100%)", ["78,3% value", "100% target"]),
    ("kết nạp 3 đảng viên, chỉ tiêu năm là 7", ["3 đảng viên value", "7 target"]),
    (
        "trong 21 chỉ tiêu được giao, có 13 chỉ tiêu đạt và vượt",
        ["21 chỉ tiêu value", "13 chỉ tiêu fulfilled"],
    ),
    (
        "huyện có 27 chỉ tiêu thì 23 chỉ tiêu về đích",
        ["27 chỉ tiêu value", "23 chỉ tiêu fulfilled"],
    ),
    # compared with another period
    (
        "bán lẻ 1.126 tỷ đồng, +12,4% so với năm 2022",
        ["1.126 tỷ đồng value", "12,4% +change"],
    ),
    (
        "thu ngân sách 70 tỷ đồng, sụt 11,6% so cùng kỳ",
        ["70 tỷ đồng value", "11,6% -change"],
    ),
    (
        "sản lượng 21.000 tấn, tăng 2,3% so với năm trước",
        ["21.000 tấn value", "2,3% +change"],
    ),
    ("phạm pháp hình sự 37 vụ, giảm 4 vụ", ["37 vụ value", "4 vụ -change"]),
    ("đạt 320 tỷ đồng doanh thu (tăng 8%)", ["320 tỷ đồng value", "8% +change"]),
    (
        "thu nhập 32 triệu đồng, tăng 2,6 triệu đồng so với năm 2020",
        ["32 triệu đồng value", "2,6 triệu đồng +change"],
    ),
    (
        "thu ngân sách 70 tỷ đồng, bằng 103% so với cùng kỳ",
        ["70 tỷ đồng value", "103% change"],
    ),
    (
        "tốc độ tăng giá trị sản xuất 8,9%, cao hơn năm trước 1,3 điểm phần trăm",
        ["8,9% +value", "1,3 điểm phần trăm +change"],
    ),
    (
        "tốc độ tăng giá trị sản xuất 8,9%, cao hơn mức tăng của năm trước 1,3 điểm phần trăm",
        ["8,9% +value", "1,3 điểm phần trăm +change"],
    ),
    (
        "tỷ lệ thất thoát 14,8%, giảm 0,9 điểm phần trăm nhưng vẫn cao hơn mục tiêu 14,5%",
        ["14,8% value", "0,9 điểm phần trăm -change", "14,5% target"],
    ),
    (
        "hộ nghèo đa chiều giảm 5,3%, còn 26,15%",
        ["5,3% -value", "26,15% value"],
    ),
    # the rise of two names by position
    ("doanh thu và lợi nhuận tăng lần lượt 13% và 22%", ["13% +value", "22% +value"]),
    # an amended target
    (
        "điều chỉnh chỉ tiêu thu ngân sách từ 80 tỷ đồng xuống 75 tỷ đồng",
        ["80 tỷ đồng former_target", "75 tỷ đồng amended_target"],
    ),
    # levels that moved
    ("nâng tỷ lệ tưới chủ động từ 61% lên 68%", ["68% value"]),
    # again in another unit
    ("18/35 trường đạt chuẩn quốc gia, chiếm 51,4%", ["18/35 trường value", "51,4% value"]),
    ("tỷ lệ hộ nghèo 6,1% (412 hộ)", ["6,1% value", "412 hộ value"]),
    # ranges
    ("tăng trưởng từ 6 đến 8%", ["6 đến 8% +value"]),
    ("phấn đấu thu nhập 105-115 triệu đồng", ["105-115 triệu đồng value"]),
    # the most usual sentence for a target
    ("Chỉ tiêu thu ngân sách năm 2024 là 178 tỷ đồng", ["178 tỷ đồng target"]),
    ("Chỉ tiêu tỷ lệ hộ nghèo là 5%", ["5% target"]),
    # what a value is compared with
    (
        "Thu ngân sách 361 tỷ đồng, tăng 13,5% so với năm 2022 (318 tỷ đồng)",
        ["361 tỷ đồng value", "13,5% +change", "318 tỷ đồng result"],
    ),
    (
        "Khách du lịch 355.000 lượt, cao hơn con số 312.000 lượt của năm 2021",
        ["355.000 lượt value", "312.000 lượt result"],
    ),
    ("Học sinh bỏ học: 4 em (cùng kỳ 7 em)", ["4 em value", "7 em result"]),
    ("Thu ngân sách 96 tỷ đồng, chỉ bằng 85,8% kế hoạch", ["96 tỷ đồng value", "85,8% plan_share"]),
    # a plan and what it was moved to, in words
    (
        "Thu ngân sách 170 tỷ đồng (chỉ tiêu đầu năm là 178 tỷ đồng, HĐND hạ xuống còn 165 tỷ "
        "đồng)",
        ["170 tỷ đồng value", "178 tỷ đồng former_target", "165 tỷ đồng amended_target"],
    ),
    (
        "HĐND giao 21 chỉ tiêu: 19 chỉ tiêu đạt và vượt",
        ["21 chỉ tiêu value", "19 chỉ tiêu fulfilled"],
    ),
    # no figures at all
    ("sản lượng đạt thấp so với kế hoạch", []),
    ("hội nghị khai mạc ngày 12/3/2024", []),
    ("Nghị quyết số 15/NQ-HU ngày 4/5/2023", []),
]


@pytest.mark.parametrize("text, told", CASES, ids=[text for text, _ in CASES])
def test_each_number_has_its_role(text: str, told: list[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text, indicator",
    [
        (
            "thu ngân sách nhà nước trên địa bàn đạt 212,4 tỷ đồng",
            "thu ngân sách nhà nước trên địa bàn",
        ),
        ("98% dân số tham gia BHYT", "dân số tham gia BHYT"),
        ("phấn đấu tỷ lệ đô thị hóa đạt 18,3%", "tỷ lệ đô thị hóa"),
        ("đến nay, tỷ lệ che phủ rừng là 61%", "tỷ lệ che phủ rừng"),
        ("năm 2024, sản lượng cà phê ước đạt 900 tấn", "sản lượng cà phê"),
        ("tỷ lệ hộ nghèo giảm còn 4,2%", "tỷ lệ hộ nghèo"),
        ("kết nạp 88 đảng viên", "kết nạp đảng viên"),
        ("đưa tỷ lệ đường được cứng hóa lên 68%", "tỷ lệ đường được cứng hóa"),
        ("1. Thu gom rác thải đạt 84%", "Thu gom rác thải"),
        ("trồng mới 120 ha rừng", "trồng mới rừng"),
        ("thu nhập của Duy Thành đạt 41 triệu đồng", "thu nhập của Duy Thành"),
        ("Tổng đàn gia súc tiếp tục tăng 5,69%", "Tổng đàn gia súc"),
        ("hiện nay tỷ lệ hộ nghèo còn 0,4%", "tỷ lệ hộ nghèo"),
        ("bàn giao mặt bằng 110 ha", "bàn giao mặt bằng"),
        ("Cây vụ đông khép lại ở 338 ha", "Cây vụ đông"),
        ("công nghiệp 40% và nông nghiệp 18%", "công nghiệp"),
        ("Tổng diện tích gieo trồng đạt 54.098 héc-ta", "Tổng diện tích gieo trồng"),
        ("kết nạp 42 đảng viên mới nâng tổng số đảng viên lên 4.100", "kết nạp đảng viên mới"),
    ],
)
def test_name_is_bare_of_verbs_years_and_hedges(text: str, indicator: str) -> None:
    assert _read(text)[0].indicator == indicator


def test_a_total_so_far_is_of_what_it_counts_itself() -> None:
    text = "vốn đăng ký 36,3 tỷ đồng. Lũy kế đến nay, toàn huyện có 356 doanh nghiệp"
    [*_, enterprises] = _read(text)
    assert "doanh nghiệp" in enterprises.indicator and "vốn" not in enterprises.indicator


def test_a_share_of_all_is_no_change_and_a_comparison_names_nothing() -> None:
    assert _told("kết nạp 146 đảng viên, đạt 6,46 % so với tổng số đảng viên")[1] == "6,46 % value"
    told = _told("tỷ lệ lấp đầy 64,5% (giảm so với 71% năm trước)")
    assert told == ["64,5% value", "71% result"]  # of the year before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a mark that is passed, missed or far off
        ("trẻ đi mẫu giáo 91,4%, vượt mốc 90% mà đề án đặt cho năm 2026", "90% target"),
        ("tỷ lệ hộ dùng nước máy 52,5%, còn cách rất xa mục tiêu 70%", "70% target"),
        ("hồ sơ số hóa 71,2%, trong khi yêu cầu của thành phố đến cuối năm là 85%", "85% target"),
        # beside another time
        ("tiêm phòng đạt 78,5%, thấp hơn đợt 2 năm ngoái 3,5%", "3,5% -change"),
        ("thu tiền thuê đất 18 tỷ đồng, trong khi cùng kỳ chỉ 11 tỷ đồng", "11 tỷ đồng result"),
        ("đàn bò 4.150 con, gấp 1,3 lần năm 2019", "1,3 lần +change"),
        ("nguồn vốn 520 tỷ đồng, phình thêm 61 tỷ đồng", "61 tỷ đồng +change"),
        ("xi măng 310 nghìn tấn (-2,4%)", "2,4% -change"),
        ("năng suất 51,5 tạ/ha, hụt 3,5 tạ/ha so với vụ Mùa 2019", "3,5 tạ/ha -change"),
        ("năng suất 51,5 tạ/ha, cao hơn Hè Thu 2019 khoảng 2 tạ/ha", "2 tạ/ha +change"),
        ("trồng 420 ha rừng, cao hơn kết quả năm 2021 là 35 ha", "35 ha +change"),
        ("doanh thu 64 tỷ đồng, cùng kỳ năm trước 58 tỷ đồng", "58 tỷ đồng result"),
        # beside the plan
        ("cấp thẻ cho 1.250 người/1.400 người", "1.400 người target"),
        ("hòa giải thành 88,1%, vượt yêu cầu của huyện 3,1 điểm phần trăm",
         "3,1 điểm phần trăm plan_excess"),
        ("tỷ suất sinh 2,31%, vượt quá mức khống chế 0,21%", "0,21% plan_excess"),
        ("thu thuế 75 tỷ đồng, mới đi được 58,6% chặng đường", "58,6% plan_share"),
        ("hộ dùng nước máy 92,6%, chưa đạt chỉ tiêu 94%", "94% target"),
        # once more, as a share of all
        ("trả lại 312 hồ sơ, tương đương 4,2% tổng số hồ sơ", "4,2% value"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_value_is_of_its_indicator(text: str, told: str) -> None:
    first, second = _read(text)
    assert _told(text)[1] == told
    assert second.indicator == first.indicator


def test_a_limit_is_no_excess_and_an_aim_missed_is_a_shortfall() -> None:
    assert _told("thất thoát bình quân không vượt 16,5%") == ["16,5% value"]
    assert _told("cụm công nghiệp lấp đầy 41,5%, kém mục tiêu 3,5 điểm phần trăm")[1] == (
        "3,5 điểm phần trăm plan_shortfall"
    )


def test_quarters_stand_behind_the_values_they_date() -> None:
    first, second = _read("thanh toán trực tuyến từ 61,5% ở quý III lên 78,3% ở quý IV")
    assert first.period is not None and first.period.part == "q3"
    assert second.period is not None and second.period.part == "q4"


def test_what_follows_a_value_is_about_its_indicator() -> None:
    readings = _read("sản lượng lúa 900 tấn, bằng 102% kế hoạch, tăng 3% so với cùng kỳ")
    assert {r.indicator for r in readings} == {"sản lượng lúa"}


def test_a_level_behind_a_fall_is_of_the_same_indicator() -> None:
    fall, count, share = _read("Tỷ lệ hộ nghèo giảm 3,2%, còn 1.829 hộ (11,42%)")
    assert (fall.growth, count.growth, share.growth) == (-1, 0, 0)
    assert count.indicator == share.indicator == "Tỷ lệ hộ nghèo"


def test_what_stands_in_brackets_is_not_what_follows_them() -> None:
    *_, short = _read(
        "Học sinh giỏi tỉnh: 34 giải (3 Nhất, 12 Khuyến khích), thấp hơn chỉ tiêu 2 giải"
    )
    assert (short.kind, short.indicator) == ("plan_shortfall", "Học sinh giỏi tỉnh giải")


def test_a_plan_that_a_body_amends_is_the_one_spoken_of_before() -> None:
    text = "tại kỳ họp giữa năm, HĐND huyện điều chỉnh lên 410 tỷ đồng"
    [amended] = read_clause(text, Span(0, len(text)), "thu ngân sách")
    assert (amended.indicator, amended.kind) == ("thu ngân sách", "amended_target")


def test_plan_giver_stays_with_its_share() -> None:
    _, share = _read("thu đạt 81 tỷ đồng, bằng 89% dự toán tỉnh giao")
    assert share.giver == "tỉnh giao"


def test_base_of_comparison_is_kept() -> None:
    _, change = _read("sản lượng lúa 900 tấn, tăng 3% so với năm 2022")
    assert "2022" in change.base


def test_a_change_counts_on_the_value_of_its_unit() -> None:
    *_, change = _read("tai nạn giao thông 9 vụ, 3 người bị thương, giảm 2 vụ so với cùng kỳ")
    assert change.indicator.startswith("tai nạn giao thông")


def test_value_elsewhere_goes_by_the_name_before_it() -> None:
    _, other = _read("tỷ lệ rác được thu gom ở thị trấn đạt 92%, ở các xã bình quân 58%")
    assert other.indicator.startswith("tỷ lệ rác được thu gom ở các xã")


def test_clause_without_a_name_speaks_of_the_subject_before() -> None:
    text = "Tính chung cả năm bằng 105% dự toán"
    [share] = read_clause(text, Span(0, len(text)), "thu ngân sách")
    assert (share.indicator, share.kind) == ("thu ngân sách", "plan_share")


def test_average_is_marked() -> None:
    [reading] = _read("bình quân mỗi năm kết nạp 190 đảng viên")
    assert reading.average


def test_names_and_values_pair_by_position() -> None:
    first, second = _read("doanh thu và lợi nhuận tăng lần lượt 13% và 22%")
    assert (first.indicator, second.indicator) == ("doanh thu", "lợi nhuận")


_PIECES = st.sampled_from(
    ["thu ngân sách ", "đạt ", "12 tỷ đồng", "98%", ", ", " kế hoạch", "(", ")", "tăng ",
     "giảm còn ", "từ ", " lên ",
     "lần lượt ", " và ", "so với cùng kỳ", "5/8 ", "tiêu chí", "vượt ", "hộ nghèo ", "3-4",
     ": ", "2024"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join)))
def test_reading_never_fails_and_stays_in_the_clause(text: str) -> None:
    ends = [0]
    for reading in _read(text):
        assert ends[-1] <= reading.quantity.start < reading.quantity.end <= len(text)
        assert reading.indicator
        assert reading.growth in (-1, 0, 1)
        ends.append(reading.quantity.end)


@given(st.text(max_size=30), st.text(max_size=30))
def test_offsets_count_from_the_text_not_from_the_clause(before: str, after: str) -> None:
    clause = "thu ngân sách đạt 12,5 tỷ đồng"
    text = f"{before}\n{clause}\n{after}"
    start = len(before) + 1
    [reading] = read_clause(text, Span(start, start + len(clause)))
    assert text[reading.quantity.start : reading.quantity.end] == "12,5 tỷ đồng"


def test_a_list_of_amended_targets_amends_by_from_and_to() -> None:
    text = "Sản lượng thủy sản: từ 200 tấn xuống 180 tấn"
    plain = [r.kind for r in read_clause(text, Span(0, len(text)))]
    amended = [r.kind for r in read_clause(text, Span(0, len(text)), amending=True)]
    assert plain == [None]  # the level reached; what came before is no figure of its own
    assert amended == ["former_target", "amended_target"]


def test_met_targets_carry_the_number_of_all() -> None:
    met = _read("trong 21 chỉ tiêu được giao, có 13 chỉ tiêu đạt")[-1]
    assert [int(n) for n in met.quantity.numbers] == [13, 21]


@pytest.mark.parametrize(
    "text, indicator",
    [
        ("góp phần đưa tỷ lệ hộ nghèo xuống còn 3%", "tỷ lệ hộ nghèo"),
        ("tình trạng bỏ học tuy giảm song vẫn còn 7 em", "tình trạng bỏ học em"),
        ("Về tôm: 250 tấn", "tôm"),
    ],
)
def test_name_without_what_leads_to_it(text: str, indicator: str) -> None:
    assert [r.indicator for r in _read(text)] == [indicator]


def test_an_amended_name_is_without_how_it_was_moved() -> None:
    text = "Diện tích chè đến năm 2025: nâng từ 700 ha lên 950 ha"
    amended = read_clause(text, Span(0, len(text)), amending=True)
    assert [r.indicator for r in amended] == ["Diện tích chè"] * 2


def test_a_share_that_goes_on_with_the_plan_of_the_share_before_it() -> None:
    assert _told("doanh thu vượt 10% kế hoạch, lợi nhuận chỉ đạt 94,1%") == [
        "10% plan_excess",
        "94,1% plan_share",
    ]
    # a rate is its own value, whatever stands before it
    assert _told("doanh thu vượt 10% kế hoạch, tỷ lệ bao phủ BHYT đạt 94,1%")[-1] == "94,1% value"


def test_parts_listed_without_a_unit_have_the_wholes() -> None:
    parts = _read("thiếu 96 giáo viên, gồm mầm non 41, tiểu học 33, trung học cơ sở 22")[1:]
    assert [(r.quantity.unit, r.part) for r in parts] == [("giáo viên", True)] * 3
    assert parts[0].quantity.qualifier == ""  # "mầm non 41" is not nearly 41


@pytest.mark.parametrize(
    "text, names",
    [
        ("Khép lại năm 2025, xã thu ngân sách 59,8 tỷ đồng", ["thu ngân sách"]),
        ("các tổ chức cơ sở đảng đã kết nạp được 75 đảng viên", ["kết nạp đảng viên"]),
        ("Vì vậy, thu ngân sách được gần 6 tỷ đồng", ["thu ngân sách"]),
        ("Số hộ khá tăng, số hộ nghèo dưới 0,68%", ["số hộ nghèo"]),
        ("thống nhất các nhiệm vụ, phấn đấu tổng sản lượng lương thực đạt 3.000 tấn",
         ["tổng sản lượng lương thực"]),
        ("25 chỉ tiêu trên các lĩnh vực, trong đó phấn đấu tốc độ tăng dân số 1%",
         ["chỉ tiêu trên các lĩnh vực", "tốc độ tăng dân số"]),
        ("các công trình hạ tầng được đầu tư đáp ứng yêu cầu phát triển ở địa phương, thu nhập "
         "bình "
         "quân đầu người đạt 65 triệu đồng", ["thu nhập bình quân đầu người"]),
        ("Diện tích đất nông nghiệp được tích tụ để sản xuất quy mô lớn, ứng dụng công nghệ cao "
         "đạt "
         "1.900 ha",
         ["Diện tích đất nông nghiệp được tích tụ để sản xuất quy mô lớn, ứng dụng công nghệ cao"]),
        ("tỷ lệ hộ nghèo so với đầu năm giảm 4,58%", ["tỷ lệ hộ nghèo"]),
        ("Kinh tế tiếp tục duy trì tốc độ tăng trưởng cao và ổn định đạt 17,17%",
         ["tốc độ tăng trưởng"]),
        ("7 chi hội với 504 hội viên", ["chi hội", "hội viên"]),
        ("13/14 tổ dân phố đạt tổ dân phố văn hóa", ["tổ dân phố đạt tổ dân phố văn hóa"]),
        ("6 xã đạt 19/19 tiêu chí về nông thôn mới", ["xã đạt 19/19 tiêu chí về nông thôn mới"]),
        ("Huyện phấn đấu giảm tỷ lệ hộ nghèo còn 8,92%", ["tỷ lệ hộ nghèo"]),
        ("Nhiều lĩnh vực tăng trưởng khá, như sản lượng chè đạt 1.318 tấn", ["sản lượng chè"]),
        ("qua đó phát hiện sai phạm và kỷ luật 46 đảng viên",
         ["phát hiện sai phạm và kỷ luật đảng viên"]),
        ("Rà soát theo chuẩn đa chiều mới, cuối năm còn 4.318 hộ nghèo", ["hộ nghèo"]),
        ("Điểm sáng nhất của địa phương là thu ngân sách 91,4 tỷ đồng", ["thu ngân sách"]),
        ("Đến 30/11 toàn huyện kết nạp 45 đảng viên", ["kết nạp đảng viên"]),
        ("Tăng trưởng Quỹ Hỗ trợ nông dân, đưa tổng số quỹ đạt 7 tỷ đồng", ["tổng số quỹ"]),
        ("Thu nhập 46,2 triệu đồng, nhích thêm 3,9 triệu đồng so với năm trước", ["Thu nhập"] * 2),
        ("chia cổ tức 9%", ["chia cổ tức"]),
        ("Diện tích chè trồng mới 126 ha; lũy kế toàn huyện 1.541 ha",
         ["Diện tích chè trồng mới", "tổng số Diện tích chè"]),
        ("Thu ngân sách hụt chủ yếu ở khoản tiền sử dụng đất, mới thu 21,4 tỷ đồng",
         ["tiền sử dụng đất"]),
        ("5 dự án giải ngân dưới 30%", ["dự án giải ngân dưới 30%"]),
        ("Chỉ tiêu trồng rừng được HĐND huyện điều chỉnh tại Nghị quyết số 41/NQ-HĐND ngày "
         "18/7/2024 từ 120 ha xuống 95 ha", ["Chỉ tiêu trồng rừng"] * 2),
        ("năng suất 72,6 tạ/ha, cao hơn vụ trước 1,1 tạ/ha", ["năng suất"] * 2),
        ("Thu ngân sách 109,3 tỷ đồng (kỳ họp tháng 7/2024 đã giảm dự toán từ 118 tỷ đồng xuống "
         "còn 105 tỷ đồng)", ["Thu ngân sách"] * 3),
        # a part told before its whole
        ("thu hồi 265 ha trong 1.320 ha đất rừng bị lấn chiếm",
         ["thu hồi đất rừng bị lấn chiếm", "tổng số đất rừng bị lấn chiếm"]),
    ],
)  # fmt: skip
def test_a_name_is_the_indicators_alone(text: str, names: list[str]) -> None:
    assert [r.indicator for r in _read(text)] == names


def test_the_value_at_the_years_start_is_of_the_year_before() -> None:
    *_, start = _read("Hộ nghèo còn 70 hộ, chiếm 4,71% (đầu năm: 6,12%)")
    assert (start.indicator, start.back) == ("Hộ nghèo", True)


@pytest.mark.parametrize(
    "text, told",
    [
        # names before the mark, behind it, and among other values
        ("tổng đàn trâu và đàn bò lần lượt là 812 con và 1.340 con",
         [("tổng đàn trâu", "812 con"), ("đàn bò", "1.340 con")]),
        ("lần lượt vốn tỉnh, vốn huyện và vốn xã giải ngân 97%, 92% và 88%",
         [("vốn tỉnh giải ngân", "97%"), ("vốn huyện giải ngân", "92%"),
          ("vốn xã giải ngân", "88%")]),
        ("lương thực đạt 2.310 tấn, trong đó lúa và ngô lần lượt là 1.900 tấn, 410 tấn",
         [("lương thực", "2.310 tấn"), ("lúa", "1.900 tấn"), ("ngô", "410 tấn")]),
        # a measure said once, before the first name or behind the last one
        ("doanh thu lưu trú, ăn uống lần lượt 41 tỷ đồng và 55 tỷ đồng, cộng lại 96 tỷ đồng",
         [("doanh thu lưu trú", "41 tỷ đồng"), ("doanh thu ăn uống", "55 tỷ đồng"),
          ("cộng", "96 tỷ đồng")]),
        ("Hội Phụ nữ, Hội Nông dân dư nợ lần lượt là 8.420 và 6.150 triệu đồng",
         [("Hội Phụ nữ dư nợ", "8.420"), ("Hội Nông dân dư nợ", "6.150 triệu đồng")]),
    ],
)  # fmt: skip
def test_names_and_values_told_by_position(text: str, told: list[tuple[str, str]]) -> None:
    read = [(r.indicator, text[r.quantity.start : r.quantity.end]) for r in _read(text)]
    assert read == told


def test_met_and_of_how_many_in_any_order() -> None:
    text = "trong 27 chỉ tiêu được giao, huyện đạt và vượt 23 chỉ tiêu, gồm 16 chỉ tiêu vượt"
    [met] = [r for r in _read(text) if r.kind == "fulfilled"]
    assert list(map(int, met.quantity.numbers)) == [23, 27]


def test_a_share_is_of_all_that_is_counted_before_it() -> None:
    told = _read("tuyển mới 1.145 học sinh, sinh viên, đạt 95,4% kế hoạch")
    assert [(r.kind, r.indicator) for r in told] == [
        (None, "tuyển mới học sinh"),
        ("plan_share", "tuyển mới học sinh"),
    ]


def test_what_moved_from_one_level_to_another_is_named_without_the_move() -> None:
    told = _read("giảm số cặp tảo hôn từ 43 cặp (2022) xuống 31 cặp (2023)")
    assert [r.indicator for r in told] == ["số cặp tảo hôn", "số cặp tảo hôn"]
