"""Values shown as printed and compared as amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.amounts import amount, same_amount, same_unit, share, value_text, vietnamese
from corpus.document import DocumentBuilder, Span
from corpus.record import Figure, Quantity


def quantity(number: str, unit: str = "") -> Quantity:
    return Quantity(0, 1, (Decimal(number),), unit)


@pytest.mark.parametrize(
    "number, unit, scaled, kind",
    [
        ("1.2", "tỷ đồng", "1200000000", "dong"),
        ("1200", "triệu đồng", "1200000000", "dong"),
        ("47", "triệu đồng/người/năm", "47000000", "dong"),
        ("3", "nghìn tấn", "3000", "tan"),
        ("7.5", "%", "7.5", "%"),
        ("1.5", "điểm phần trăm", "1.5", "%"),
        ("2", "triệu USD", "2000000", "usd"),
        ("3412", "lao động", "3412", "nguoi"),
        ("5", "hợp đồng", "5", "hop"),
        ("12", "xã", "12", "xa"),
        ("12", "", "12", ""),
    ],
)
def test_amount_is_scaled_and_its_unit_classed(
    number: str, unit: str, scaled: str, kind: str
) -> None:
    assert amount(quantity(number, unit)) == ((Decimal(scaled),), kind)


@pytest.mark.parametrize(
    "one, other, same",
    [
        (("82", "%"), ("82.0", "%"), True),
        (("1.2", "tỷ đồng"), ("1200", "triệu đồng"), True),
        (("12", "xã"), ("12", ""), True),
        (("12", "xã"), ("12", "thôn"), False),
        (("9000", "tấn"), ("9112.5", "tấn"), False),
    ],
)
def test_same_amount(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert same_amount(quantity(*one), quantity(*other)) is same
    assert same_amount(quantity(*other), quantity(*one)) is same


def test_money_of_any_scale_is_one_unit_and_no_share() -> None:
    assert same_unit(quantity("1", "tỷ đồng"), quantity("1", "triệu đồng"))
    assert not same_unit(quantity("1", "tỷ đồng"), quantity("1", "%"))


@pytest.mark.parametrize(
    "number, shown",
    [("1234.5", "1.234,5"), ("999", "999"), ("1000000", "1.000.000"), ("0.50", "0,5"),
     ("-4500", "-4.500"), ("100", "100")],
)  # fmt: skip
def test_number_is_written_the_vietnamese_way(number: str, shown: str) -> None:
    assert vietnamese(Decimal(number)) == shown


@given(st.decimals(-(10**9), 10**9, places=3))
def test_written_number_reads_back(number: Decimal) -> None:
    assert Decimal(vietnamese(number).replace(".", "").replace(",", ".")) == number


def shown(text: str, printed: str, unit: str) -> str:
    builder = DocumentBuilder()
    builder.paragraph(text)
    start = text.index(printed)
    value = Quantity(start, start + len(printed), (Decimal(1),), unit)
    figure = Figure("", 0, "", "", "target", value, None, "", Span(0, len(text)))
    return value_text(builder.build(), figure)


@pytest.mark.parametrize(
    "text, printed, unit, wanted",
    [
        ("Kết nạp từ 45 đảng viên trở lên.", "45 đảng viên", "đảng viên",
         "từ 45 đảng viên trở lên"),
        ("Hộ nghèo không quá 6%.", "6%", "%", "không quá 6%"),
        ("Trồng trên 200 ha rừng.", "200 ha", "ha", "trên 200 ha"),
        ("Tăng từ 105 tỷ đồng lên 112 tỷ đồng.", "105 tỷ đồng", "tỷ đồng", "105 tỷ đồng"),
        ("Thu 96,5 tỷ đồng.", "96,5 tỷ đồng", "tỷ đồng", "96,5 tỷ đồng"),
    ],
)  # fmt: skip
def test_value_keeps_its_qualifier(text: str, printed: str, unit: str, wanted: str) -> None:
    assert shown(text, printed, unit) == wanted


@pytest.mark.parametrize(
    "part, whole, percent",
    [
        (("131", "doanh nghiệp"), ("120", "doanh nghiệp"), "109.2"),
        (("168", "người"), ("150", "người"), "112.0"),
        (("168", "người"), ("150", "hộ"), None),  # of unlike units none is a part
        (("94.6", "%"), ("95", "%"), None),  # a rate is no part of another
        (("168", "người"), ("0", "người"), None),
    ],
)
def test_share(part: tuple[str, str], whole: tuple[str, str], percent: str | None) -> None:
    found = share(quantity(*part), quantity(*whole))
    assert found == (Decimal(percent) if percent else None)


def test_people_are_counted_alike_under_whatever_name() -> None:
    assert same_unit(quantity("174", "đảng viên"), quantity("176", "người"))
    assert same_amount(quantity("174", "đảng viên"), quantity("174", "người"))
    assert not same_unit(quantity("174", "người"), quantity("176", "hộ"))
