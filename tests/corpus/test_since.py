"""Changes told one by one behind what they are compared with, and aims told behind a count."""

from __future__ import annotations

from corpus.figures import printed
from corpus.understanding import understand
from tests.corpus.documents import document_of

HEAD = ("BÁO CÁO", "kinh tế - xã hội 10 tháng năm 2024 của huyện Sơn Ca", "## Kết quả 10 tháng")


def _told(text: str) -> list[tuple[str, str, str, int, str]]:
    """Each figure: indicator, value, kind, its way up or down, year and part."""
    document = document_of(*HEAD, text)
    return [
        (
            figure.indicator,
            printed(document.text, figure.value),
            figure.kind,
            figure.growth,
            f"{figure.period.first}{figure.period.part}" if figure.period else "",
        )
        for figure in understand(document, "bao-cao.txt").figures
    ]


def test_a_sentence_that_opens_with_the_year_before_tells_changes() -> None:
    told = _told("So với cùng kỳ năm trước: đàn dê tăng 4,2%; đàn ngựa 9,1%; đàn ong giảm 1,7%.")
    assert [t[:4] for t in told] == [
        ("đàn dê", "4,2%", "change", 1),
        ("đàn ngựa", "9,1%", "change", 1),
        ("đàn ong", "1,7%", "change", -1),
    ]


def test_a_level_beside_them_is_none() -> None:
    told = _told("So với cùng kỳ năm trước, tỷ lệ hộ nghèo giảm còn 8,4%; tỷ lệ che phủ đạt 61%.")
    assert [(value, kind) for _, value, kind, *_ in told] == [("8,4%", "result"), ("61%", "result")]


def test_the_years_estimate_behind_the_months() -> None:
    told = _told("Thu ngân sách 10 tháng là 21,3 tỷ đồng, ước cả năm 26,8 tỷ đồng.")
    assert [(value, kind, when) for _, value, kind, _, when in told] == [
        ("21,3 tỷ đồng", "result", "2024to10"),
        ("26,8 tỷ đồng", "estimate", "2024"),
    ]


def test_shares_told_in_the_order_of_the_values() -> None:
    told = _told("Sản lượng cam và quýt lần lượt đạt 640 tấn và 215 tấn, bằng 97% và 104% kế hoạch")
    assert [t[:3] for t in told] == [
        ("Sản lượng cam", "640 tấn", "result"),
        ("Sản lượng quýt", "215 tấn", "result"),
        ("Sản lượng cam", "97%", "plan_share"),
        ("Sản lượng quýt", "104%", "plan_share"),
    ]


def test_what_is_to_reach_a_grade_later_is_aimed_at() -> None:
    told = _told("Toàn huyện có 6 xã đạt chuẩn nông thôn mới, còn 5 xã phấn đấu đạt vào năm 2026.")
    assert [(value, kind, when) for _, value, kind, _, when in told] == [
        ("6 xã", "result", "2024to10"),
        ("5 xã", "target", "2026"),
    ]


def test_by_how_much_it_grew_is_no_name() -> None:
    [(name, *_)] = _told("Số khách du lịch gấp đôi cùng kỳ, đạt 62.000 lượt.")
    assert name == "Số khách du lịch"


def test_a_rise_of_income_is_one_and_a_bonus_is_none() -> None:
    told = _told(
        "Thu nhập tăng 8%. Thu nhập tăng thêm 4 triệu đồng. "
        "Thu nhập tăng thêm bình quân 3,85 triệu đồng/người/tháng."
    )
    assert [(value, growth) for _, value, _, growth, _ in told] == [
        ("8%", 1),
        ("4 triệu đồng", 1),
        ("3,85 triệu đồng/người/tháng", 0),
    ]
