"""Bare shares behind amounts, harvests told by verbs, labels that say how something stands."""

from __future__ import annotations

import pytest

from corpus.figures import printed
from corpus.record import Figure
from corpus.understanding import understand
from tests.corpus.documents import document_of

HEAD = ("UBND HUYỆN GIỒNG HẠ", "BÁO CÁO", "Kết quả năm 2021")


def figures(*parts: str) -> dict[str, Figure]:
    document = document_of(*HEAD, *parts)
    told = understand(document, "bao-cao.txt").figures
    return {printed(document.text, f.value): f for f in told}


@pytest.mark.parametrize(
    ("said", "share", "kind"),
    [
        ("cấp 1.205 giấy, bằng 80,3%", "80,3%", "plan_share"),
        ("kết nạp 45 đảng viên (đạt 112,5%)", "112,5%", "plan_share"),
        ("tiêm phòng 4.210 con, đạt 82%", "82%", "result"),  # of all there are, perhaps
        ("có 1.205 hộ, bằng 45% số hộ", "45%", "result"),
        ("thu ngân sách 70 tỷ đồng, bằng 103% so với cùng kỳ", "103%", "change"),
        ("đón 24.900 lượt khách, bằng 101,6% kế hoạch sau điều chỉnh", "101,6%", "plan_share"),
    ],
)
def test_what_a_bare_share_is_of(said: str, share: str, kind: str) -> None:
    assert figures(f"Toàn huyện {said}.")[share].kind == kind


def test_an_amended_plan_is_no_indicators_name() -> None:
    told = figures("Đảo đón 24.900 lượt khách, bằng 101,6% kế hoạch sau điều chỉnh.")
    assert told["101,6%"].indicator == told["24.900 lượt khách"].indicator


def test_what_was_handed_over_last_year_is_no_plan() -> None:
    told = figures("Thu hồi 124,7 ha, bằng 95,9% kế hoạch (năm 2020 bàn giao được 116,8 ha).")
    assert told["116,8 ha"].kind == "result"


@pytest.mark.parametrize(
    ("text", "value", "named"),
    [
        ("Cây lúa xuống giống 31.200 ha, cả năm gặt được 186.400 tấn.", "186.400 tấn", "lúa"),
        ("Diện tích muối 1.385 ha, thu hoạch 47.160 tấn.", "47.160 tấn", "muối"),
    ],
)
def test_tonnes_that_were_gathered_are_an_output(text: str, value: str, named: str) -> None:
    assert figures(text)[value].indicator == f"sản lượng {named}"


@pytest.mark.parametrize(
    ("text", "value", "named"),
    [
        ("Kết quả rà soát hộ nghèo: còn 153 hộ.", "153 hộ", "hộ nghèo"),
        ("Kết quả thu ngân sách: đạt 12,5 tỷ đồng.", "12,5 tỷ đồng", "thu ngân sách"),
        ("Tiến độ giải ngân vốn: đến nay đạt 71%.", "71%", "giải ngân vốn"),
    ],
)
def test_a_label_that_says_how_it_stands_names_it(text: str, value: str, named: str) -> None:
    assert figures(text)[value].indicator == named


@pytest.mark.parametrize("how_long", ["trong bốn tháng", "4 tháng", "bốn tháng"])
def test_how_long_a_cause_lasted_dates_no_result(how_long: str) -> None:
    text = f"Điều trị nội trú 14.865 lượt, đạt 97,8% kế hoạch vì hai khoa đóng cửa {how_long}."
    result, share = figures(text)["14.865 lượt"], figures(text)["97,8%"]
    assert result.kind == "result"
    assert result.period == share.period
    assert result.period is not None and result.period.part == ""


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        (
            "Cây lúa: diện tích gieo trồng 1.150 ha, năng suất 61 tạ/ha, sản lượng 7.015 tấn.",
            "7.015 tấn",
            "sản lượng lúa",
        ),
        (
            "Cây trồng: diện tích cà phê 940 ha, sản lượng nhân 2.730 tấn.",
            "2.730 tấn",
            "sản lượng cà phê nhân",
        ),
        ("Cây chè có 320 ha, sản lượng búp tươi 2.560 tấn.", "2.560 tấn", "sản lượng chè búp tươi"),
    ],
)
def test_a_crop_told_by_its_label_or_its_fields(text: str, value: str, indicator: str) -> None:
    assert figures(text)[value].indicator == indicator


def test_targets_that_fell_short_are_no_plan() -> None:
    told = figures("Hai chỉ tiêu hụt gồm: thu ngân sách 38,7 tỷ đồng, kế hoạch 40 tỷ đồng.")
    assert told["38,7 tỷ đồng"].kind == "result"
    assert told["40 tỷ đồng"].kind == "target"
