"""What a text around its figures says of them: their time, their plan and their place."""

from __future__ import annotations

import pytest

from corpus.figures import printed
from corpus.record import Figure, Period
from corpus.understanding import understand
from tests.corpus.documents import document_of

DATELINE = "Sơn Ca, ngày 20 tháng 12 năm 2024"


def figures(*parts: str, source: str = "ho-so.txt") -> dict[str, Figure]:
    """The figures of a text by their values as printed."""
    document = document_of(*parts)
    return {printed(document.text, f.value): f for f in understand(document, source).figures}


@pytest.mark.parametrize(
    "opening",
    [
        "I. Phó Bí thư thông qua báo cáo kết quả lãnh đạo năm, phương hướng năm tới (tóm tắt):",
        "Chủ tịch trình bày báo cáo năm 2024, nhiệm vụ năm 2025. Số liệu chính:",
    ],
)
def test_an_opening_that_looks_back_and_ahead_dates_nothing(opening: str) -> None:
    told = figures(
        "BIÊN BẢN", "Họp Đảng ủy xã Sơn Ca", DATELINE, opening, "- Hộ nghèo còn 211 hộ."
    )["211 hộ"]
    assert (told.kind, told.period) == ("result", Period(2024, 2024))


def test_a_headline_about_next_year_dates_no_result() -> None:
    told = figures(
        "## Sơn Ca chốt 24 chỉ tiêu cho năm tới", DATELINE,
        "**Những con số của năm**", "Toàn xã Sơn Ca có 1.098 hộ trồng chè.",
    )["1.098 hộ"]  # fmt: skip
    assert told.period == Period(2024, 2024)


def test_a_month_told_apart_leaves_the_months_so_far() -> None:
    told = figures(
        "THÔNG BÁO", "Kết luận giao ban tháng 5 năm 2026 của xã Sơn Ca",
        "Sơn Ca, ngày 02 tháng 6 năm 2026",
        "Giải ngân 12,58 tỷ đồng; riêng tháng 5 giải ngân 3,41 tỷ đồng.",
    )  # fmt: skip
    assert told["12,58 tỷ đồng"].period == Period(2026, 2026, "to5")
    assert told["3,41 tỷ đồng"].period == Period(2026, 2026, "m5")


@pytest.mark.parametrize(
    "clause, result, plan, share",
    [
        (
            "Lợi nhuận: 1,27 tỷ đồng / KH 1,40 tỷ đồng (= 90,7%)",
            "1,27 tỷ đồng",
            "1,40 tỷ đồng",
            "90,7%",
        ),
        (
            "Kết nạp mới 712 hội viên / chỉ tiêu 650 (109,5%)",
            "712 hội viên",
            "650 hội viên",
            "109,5%",
        ),
        ("trồng mới 268 ha/KH 1.300 ha (20,6%)", "268 ha", "1.300 ha", "20,6%"),
    ],
)
def test_a_share_in_brackets_behind_the_plan(
    clause: str, result: str, plan: str, share: str
) -> None:
    document = document_of("BÁO CÁO năm 2024 của xã Sơn Ca", DATELINE, f"{clause}.")
    told = {f.kind: printed(document.text, f.value) for f in understand(document, "a.txt").figures}
    assert told["result"] == result
    assert told["target"].split()[0] == plan.split()[0]
    assert told["plan_share"] == share


def test_a_vote_among_plans_is_a_result() -> None:
    told = figures(
        "NGHỊ QUYẾT", DATELINE, "## Mục tiêu năm 2025 của xã Sơn Ca",
        "Thu ngân sách 9 tỷ đồng. Hội nghị bầu bổ sung một ủy viên với 33/34 phiếu.",
    )  # fmt: skip
    assert told["9 tỷ đồng"].kind == "target"
    assert told["33/34 phiếu"].kind == "result"


def test_who_gives_a_plan_stands_before_its_value() -> None:
    told = figures(
        "NGHỊ QUYẾT", DATELINE, "## Mục tiêu năm 2025 của huyện Sơn Ca",
        "Thu ngân sách theo dự toán tỉnh giao 135 tỷ đồng, HĐND huyện giao 145 tỷ đồng.",
    )  # fmt: skip
    assert [told[v].giver for v in ("135 tỷ đồng", "145 tỷ đồng")] == [
        "tỉnh giao",
        "HĐND huyện giao",
    ]


@pytest.mark.parametrize(
    "clause, values",
    [
        ("Vốn 3 Chương trình MTQG giải ngân 29,9 tỷ đồng.", ["29,9 tỷ đồng"]),
        ("Cài định danh điện tử mức 2: 561 người.", ["561 người"]),
        ("Tiếp nhận 17 ý kiến của cử tri (kỳ trước: 22).", ["17 ý kiến"]),
        ("Tổng mức 3,2 tỷ đồng.", ["3,2 tỷ đồng"]),
    ],
)
def test_numbers_that_only_name_a_thing_are_no_values(clause: str, values: list[str]) -> None:
    assert list(figures("BÁO CÁO năm 2024 của xã Sơn Ca", DATELINE, clause)) == values


def test_criteria_of_the_national_set_meet_under_one_name() -> None:
    told = figures(
        "BÁO CÁO năm 2024 của huyện Sơn Ca", DATELINE,
        "Xã Nà Sen đạt 17/19 tiêu chí nông thôn mới. Xã Bản Lau đăng ký ra mắt đạt 15/19 tiêu chí.",
    )  # fmt: skip
    keys = [told[v].key.partition("|")[0] for v in ("17/19 tiêu chí", "15/19 tiêu chí")]
    assert keys == ["=rural_criteria", "=rural_criteria"]


def test_a_commune_on_its_way_is_told_as_it_stands() -> None:
    told = figures(
        "BÁO CÁO quý I năm 2024 của huyện Sơn Ca", "Sơn Ca, ngày 22 tháng 3 năm 2024",
        "NTM: 02 xã đăng ký về đích năm 2024 là xã Nà Sen (16/19 tiêu chí), xã Bản Lau.",
    )  # fmt: skip
    assert told["16/19 tiêu chí"].kind == "result"


def test_a_residents_group_by_its_number() -> None:
    told = figures(
        "PHƯỜNG SƠN CA - TỈNH ĐÔNG HÀ", "TỔ DÂN PHỐ SỐ 7 NÀ SEN",
        "BIÊN BẢN HỌP NHÂN DÂN TỔ DÂN PHỐ ĐẦU NĂM 2026", "Hôm nay ngày 11/01/2026.",
        "Hộ nghèo còn 2 hộ.", source="bien ban hop.txt",
    )  # fmt: skip
    assert told["2 hộ"].place == "tổ dân phố 7"


def test_the_holder_of_a_post_is_no_place() -> None:
    told = figures(
        "UBND HUYỆN SƠN CA", "THÔNG BÁO",
        "Kết luận của Chủ tịch UBND huyện Tòng Văn Ướng tại phiên họp tháng 3 năm 2025",
        "Sơn Ca, ngày 07 tháng 4 năm 2025", "Thu ngân sách 22,8 tỷ đồng.",
    )  # fmt: skip
    assert told["22,8 tỷ đồng"].place == "huyện Sơn Ca"


def test_hamlets_told_apart_by_a_number() -> None:
    told = figures(
        "HỘ NGHÈO XÃ SƠN CA NĂM 2024", DATELINE,
        "|Thôn|Hộ nghèo\nThôn Nà Sen 1|13\nThôn Nà Sen 2|15\nThôn Bản Lau|9",
    )  # fmt: skip
    assert [f.place for f in told.values()] == ["thôn Nà Sen 1", "thôn Nà Sen 2", "thôn Bản Lau"]


def test_a_year_right_before_a_bracket_is_the_brackets() -> None:
    told = figures(
        "THÔNG BÁO", "kết luận hội nghị tổng kết năm 2024 của huyện Sơn Ca", DATELINE,
        "Giải ngân đạt 95,1%, khắc phục tình trạng của năm 2023 (chỉ 84,6%).",
    )  # fmt: skip
    assert told["95,1%"].period == Period(2024, 2024)


def test_what_a_session_gives_below_its_heading_is_the_plan() -> None:
    told = figures(
        "# HĐND huyện Sơn Ca họp", DATELINE, "## Chỉ tiêu 2025",
        "Kỳ họp giao: thu ngân sách 235 tỷ đồng; hộ nghèo dưới 2,0%.",
    )  # fmt: skip
    assert told["235 tỷ đồng"].kind == "target"
    assert told["235 tỷ đồng"].period == Period(2025, 2025)


def test_the_first_months_of_a_new_commune_are_no_half_of_the_year() -> None:
    told = figures(
        "BIÊN BẢN", "Hội nghị Đảng ủy xã Sơn Ca tổng kết năm 2024", DATELINE,
        "Sáu tháng đầu tiên vừa làm vừa sắp xếp, nhưng 16/18 chỉ tiêu đã hoàn thành.",
    )  # fmt: skip
    assert told["16/18 chỉ tiêu"].period == Period(2024, 2024)


def test_who_enters_upon_a_work_told_what_was_then() -> None:
    told = figures(
        "DIỄN VĂN", "lễ đón nhận danh hiệu của xã Sơn Ca", DATELINE,
        "Nhớ lại năm 2011, khi bước vào xây dựng nông thôn mới, thu nhập chỉ 15,2 triệu đồng.",
    )  # fmt: skip
    assert told["15,2 triệu đồng"].kind == "result"


def test_sections_on_places_of_the_records_own_level() -> None:
    told = figures(
        "# Kết luận tại buổi làm việc với xã Sơn Ca và xã Hoa Gạo", DATELINE,
        "## I. XÃ SƠN CA", "Thu ngân sách 18,6 tỷ đồng.",
        "## II. XÃ HOA GẠO", "Thu ngân sách 11,7 tỷ đồng.",
    )  # fmt: skip
    assert told["18,6 tỷ đồng"].place == "xã Sơn Ca"
    assert told["11,7 tỷ đồng"].place == "xã Hoa Gạo"
