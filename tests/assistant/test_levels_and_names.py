"""Whose figure is asked for by a level, a trade or a part of a name. The records are of a town, a
ward of it and a company that do not exist; the town is called "Mây", as "how many" sounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.conversation import on_its_own, resolve
from assistant.levels import compared_level, only_of_level, place_by_level
from assistant.question import read_question
from corpus.places import Place
from corpus.record import Period
from corpus.vocabulary import Vocabulary
from tests.assistant.records import knowing

TOWN = """\
# UBND thị xã Lạch Mây: báo cáo năm 2024

Lạch Mây, ngày 12 tháng 12 năm 2024

- Tỷ lệ hộ nghèo còn 0,68%.

- Khách quốc tế đạt 61,2 nghìn lượt.

- Công suất phòng bình quân 58,9%.

- Thu ngân sách giai đoạn 2020 - 2024 đạt 1.240 tỷ đồng.
"""

WARD = """\
# Đảng ủy phường Tân Kè: tổng kết năm 2024

Tân Kè, ngày 27 tháng 12 năm 2024

- Tỷ lệ hộ nghèo còn 0,41%.
"""

COMPANY = """\
# CÔNG TY CỔ PHẦN DỊCH VỤ NGHỀ CÁ LẠCH MÂY

NGHỊ QUYẾT ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2024

Đại hội họp ngày 25 tháng 4 năm 2024.

Điều 1. Thông qua báo cáo kết quả sản xuất kinh doanh năm 2023 do Giám đốc Công ty trình bày:

- Doanh thu thuần 186,4 tỷ đồng, trong đó bán dầu cho tàu cá 121,9 tỷ đồng.

- Lợi nhuận sau thuế 11,7 tỷ đồng, vượt 6,4% kế hoạch.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"thi-xa.md": TOWN, "phuong.md": WARD, "cong-ty.md": COMPANY}
    with knowing(tmp_path_factory.mktemp("lach-may"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question, says",
    [
        ("Khách nước ngoài đến Lạch Mây năm 2024 được bao nhiêu nghìn lượt?", "61,2"),
        ("Công suất phòng ở Lạch Mây giai đoạn này là bao nhiêu phần trăm?", "58,9%"),
        ("Dịch vụ nghề cá Lạch Mây năm 2023 bán dầu cho tàu cá được bao nhiêu tiền?", "121,9"),
        ("cty dịch vụ nghề cá lãi sau thuế 2023 đc nhiêu v ạ", "11,7"),
        ("Công ty nghề cá Lạch Mây lãi sau thuế 2023 vượt kế hoạch bao nhiêu %?", "6,4%"),
        ("UBND thị xã báo cáo tỷ lệ hộ nghèo năm 2024 còn bao nhiêu?", "0,68%"),
        ("Hộ nghèo phường Tân Kè so với mức chung toàn thị xã cao hay thấp hơn?", "0,68%"),
    ],
)
def test_the_one_meant_answers(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.found and says in answer.text, answer.text


def test_the_sum_of_a_term_is_no_years(assistant: Assistant) -> None:
    answer = assistant.ask("Thu ngân sách cả năm 2024 của thị xã Lạch Mây đạt bao nhiêu?")
    assert not answer.found


def test_another_years_revenue_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Công ty nghề cá Lạch Mây thực tế đạt doanh thu bao nhiêu năm 2024?")
    assert not answer.found


TOWNS = (Place("thị xã", "Lạch Mây"), Place("phường", "Tân Kè"))


def test_a_body_names_its_level_unless_a_name_follows() -> None:
    assert place_by_level("ubnd thi xa quyet tam thu may ty", TOWNS) == TOWNS[0]
    assert place_by_level("chu tich ubnd phuong lam khe la ai", TOWNS) is None
    assert place_by_level("hdnd thi xa giao phuong may ty", TOWNS) is None


def test_the_common_rate_is_of_the_level_above() -> None:
    level = compared_level("so voi mat bang chung toan thi xa")
    assert only_of_level(level, TOWNS) == TOWNS[0]
    assert compared_level("so voi nam truoc cua thi xa") == ""


VOCABULARY = Vocabulary.load()


def asked(*texts: str) -> Period:
    questions = [read_question(t, VOCABULARY, TOWNS, 2024) for t in texts]
    [period] = resolve(questions).question.periods
    return period


@pytest.mark.parametrize("before", ["Trước đó một năm thì sao?", "lùi lại 1 năm?"])
def test_a_year_back_is_counted_from_the_one_asked(before: str) -> None:
    assert asked("Khách quốc tế Lạch Mây năm 2023?", before) == Period(2022, 2022)


def test_a_follow_up_may_name_its_own_subject() -> None:
    first, then = (
        read_question(t, VOCABULARY, TOWNS, 2024)
        for t in ("Công suất giường bệnh Lạch Mây năm 2024?", "thế lượt khám bệnh thì sao")
    )
    alone = on_its_own(then, resolve([first, then]))
    assert "2024" in alone and "Lạch Mây" in alone and "giường" not in alone


def test_without_a_record_of_the_level_above_its_own_value_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Hộ nghèo thị xã Lạch Mây năm 2024 so với mức chung toàn tỉnh thế nào?")
    assert answer.found and "0,68%" in answer.text and "0,41%" not in answer.text


def test_of_many_places_the_one_named_as_highest_is_listed(tmp_path: Path) -> None:
    names = ("Ba", "Bốn", "Chín", "Dâu", "Ếch", "Gạo", "Hạ", "Kè", "Lau", "Mía")
    rows = [f"| Sơn {name} | {n},5 |" for n, name in enumerate(names, 1)]
    sheet = ["# UBND huyện Lau: hộ nghèo các xã năm 2024", "", "| Xã | Tỷ lệ hộ nghèo (%) |"]
    with knowing(tmp_path, {"xa.md": "\n".join([*sheet, "|---|---|", *rows])}) as assistant:
        answer = assistant.ask("So sánh tỷ lệ hộ nghèo năm 2024 giữa các xã của huyện Lau?")
    listed, _, verdict = answer.text.partition(" — ")
    assert "xã Sơn Mía" in verdict and "xã Sơn Mía 10,5%" in listed, answer.text


HOSPITAL = """\
# Bệnh viện Lạc Khê: báo cáo năm 2023, phương hướng năm 2024

Lạc Khê, ngày 12 tháng 1 năm 2024

Nhân lực 212 người, trong đó bác sĩ 47. Còn thiếu 9 bác sĩ.

## Chỉ tiêu năm 2024

- Hài lòng nội trú từ 93% trở lên, ngoại trú từ 90%.

## Hội nghị

Tổng số viên chức 212; có mặt 198 người.
"""


def test_out_patients_are_not_left_out() -> None:
    read = read_question("Bệnh nhân ngoại trú hài lòng bao nhiêu %?", VOCABULARY, (), 2024)
    assert {"ngoai", "tru"} <= set(read.terms)
    left = read_question("Thu bao nhiêu, ngoại trừ tiền sử dụng đất?", VOCABULARY, (), 2024)
    assert "dung" not in left.terms


def test_those_at_hand_are_not_those_lacking(tmp_path: Path) -> None:
    with knowing(tmp_path, {"benh-vien.md": HOSPITAL}) as assistant:
        assert "47" in assistant.ask("Bệnh viện Lạc Khê có mấy bác sĩ?").text
        assert "9 bác sĩ" in assistant.ask("Bệnh viện Lạc Khê còn thiếu mấy bác sĩ?").text


def test_who_leads_what_was_just_elected_stands_beside_it(tmp_path: Path) -> None:
    minutes = """\
# Biên bản họp ấp Kinh Mới

Ấp Kinh Mới, ngày 12 tháng 5 năm 2024

Bầu Ban giám sát đầu tư cộng đồng 5 người, trưởng ban: ông Phạm Văn Chiến (176 phiếu).

Tổ trưởng tổ 4 Lâm Văn Giàu vận động 7 hộ dời hàng rào.
"""
    before = "Ấp Kinh Mới bầu Ban giám sát đầu tư cộng đồng mấy người?"
    with knowing(tmp_path, {"bien-ban.md": minutes}) as assistant:
        assert "Phạm Văn Chiến" in assistant.ask("Ai làm trưởng ban đó?", [before]).text


@pytest.mark.parametrize(
    "question, day",
    [
        ("Nghị quyết 46 của HĐND huyện Nà Khao được thông qua hôm nào?", "20 tháng 12"),
        ("Nghị quyết 46 của HĐND huyện Nà Khao được ký ngày nào?", "21 tháng 12"),
    ],
)
def test_a_resolution_is_adopted_before_it_is_signed(
    tmp_path: Path, question: str, day: str
) -> None:
    resolution = """\
HỘI ĐỒNG NHÂN DÂN HUYỆN NÀ KHAO

Số: 46/NQ-HĐND

Nà Khao, ngày 21 tháng 12 năm 2022

NGHỊ QUYẾT về kế hoạch phát triển kinh tế - xã hội năm 2023

Điều 1. Thu ngân sách 58 tỷ đồng.

Nghị quyết được HĐND huyện khóa XXI, kỳ họp thứ sáu thông qua ngày 20 tháng 12 năm 2022.
"""
    with knowing(tmp_path, {"nq-46.txt": resolution}) as assistant:
        assert day in assistant.ask(question).text
