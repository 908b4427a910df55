"""People and their posts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.people import find_people, held_before, holds, signed_by


@pytest.mark.parametrize(
    "text, people",
    [
        (
            "đồng chí Lê Văn Tám, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện",
            [("Lê Văn Tám", ("Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"))],
        ),
        (
            "Chủ tịch UBND huyện Trần Thị Bưởi chủ trì",
            [("Trần Thị Bưởi", ("Chủ tịch UBND huyện",))],
        ),
        (
            "các đồng chí: Lê Văn Tám, Bí thư Huyện ủy; Trần Thị Bưởi, Trưởng Ban Tổ chức",
            [("Lê Văn Tám", ("Bí thư Huyện ủy",)), ("Trần Thị Bưởi", ("Trưởng Ban Tổ chức",))],
        ),
        ("ông Phạm Đình Ổi phát biểu", [("Phạm Đình Ổi", ())]),
        # who was chosen holds the new post; a deputy of it no longer
        (
            "đồng chí Lê Văn Tám, Bí thư Huyện ủy đã được 100% đại biểu tín nhiệm bầu giữ chức "
            "Chủ tịch HĐND huyện",
            [("Lê Văn Tám", ("Chủ tịch HĐND huyện", "Bí thư Huyện ủy"))],
        ),
        (
            "ông Phạm Đình Ổi, Phó Chủ tịch UBND huyện đã được bầu giữ chức Chủ tịch UBND huyện "
            "với 29/29 phiếu",
            [("Phạm Đình Ổi", ("Chủ tịch UBND huyện",))],
        ),
        (
            "bà Trần Thị Bưởi tái đắc cử chức danh Bí thư Đảng ủy xã",
            [("Trần Thị Bưởi", ("Bí thư Đảng ủy xã",))],
        ),
        ("tốc độ tăng trưởng kinh tế của Duy Sơn đạt 10%", []),
        ("Giám đốc: BS CKII Lê Văn Tám", [("Lê Văn Tám", ("Giám đốc",))]),
        (
            "Theo Giám đốc Ban Quản lý dự án huyện Lê Văn Tám, còn 5 hộ chưa nhận tiền",
            [("Lê Văn Tám", ("Giám đốc Ban Quản lý dự án huyện",))],
        ),
        # the place in a post is nobody
        (
            "Thượng tá Lê Văn Tám, Đồn trưởng Đồn Biên phòng cửa khẩu Nà Lơi",
            [("Lê Văn Tám", ("Đồn trưởng Đồn Biên phòng cửa khẩu Nà Lơi",))],
        ),
        ("Lê Văn Tám, Đồn trưởng - chủ trì", [("Lê Văn Tám", ("Đồn trưởng",))]),
        # elected: the new post first
        (
            "Bầu bà Trần Thị Bưởi, Trưởng phòng Tư pháp, giữ chức Phó Chủ tịch UBND huyện",
            [("Trần Thị Bưởi", ("Phó Chủ tịch UBND huyện", "Trưởng phòng Tư pháp"))],
        ),
        (
            "đồng chí Lê Văn Tám được Tỉnh ủy điều động, giữ chức Bí thư Huyện ủy "
            "thay đồng chí Phạm Đình Ổi nghỉ hưu",
            [("Lê Văn Tám", ("Bí thư Huyện ủy",)), ("Phạm Đình Ổi", ())],
        ),
        # relieved of a post: holds it no more
        (
            "miễn nhiệm chức vụ Phó Chủ tịch UBND huyện đối với ông Phạm Đình Ổi",
            [("Phạm Đình Ổi", ())],
        ),
        (
            "Đ/c Trần Thị Bưởi - HUV, Chủ tịch HND huyện chủ trì",
            [("Trần Thị Bưởi", ("HUV", "Chủ tịch HND huyện"))],
        ),
        (
            "ông Phạm Đình Ổi, Chủ tịch UBND thị xã nhìn nhận mùa hè quá tải",
            [("Phạm Đình Ổi", ("Chủ tịch UBND thị xã",))],
        ),
        (
            "Các đồng chí: Nông Quốc Mận, Bí thư Huyện ủy; Trần Thị Bưởi, Phó Bí thư",
            [("Nông Quốc Mận", ("Bí thư Huyện ủy",)), ("Trần Thị Bưởi", ("Phó Bí thư",))],
        ),
        ("Chủ tịch Hội Nông dân huyện dự", []),
        ("KẾT LUẬN CỦA GIÁM ĐỐC TRẦN THỊ BƯỞI TẠI HỘI NGHỊ", [("Trần Thị Bưởi", ("giám đốc",))]),
        # a cell of a table ends a post
        ("BS. Lê Văn Tám, Phó Giám đốc | 20/4/2025", [("Lê Văn Tám", ("Phó Giám đốc",))]),
        ("Hội nghị Ban Chấp hành Đảng bộ huyện", []),
        ("", []),
    ],
)
def test_names_with_their_posts(text: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(p.name, p.posts) for p in find_people(text)] == people


def test_a_post_is_held_under_its_short_name() -> None:
    [person] = find_people("Đ/c Trần Thị Bưởi - HUV, Chủ tịch HND huyện chủ trì")
    assert holds(person, "chu tich hoi nong dan huyen")
    assert not holds(person, "chu tich hoi phu nu huyen")


def test_the_head_of_the_front_is_of_its_committee() -> None:
    [head] = find_people("Bà Trần Thị Bưởi, Chủ tịch Ủy ban MTTQ xã, khai mạc")
    assert holds(head, "chu tich mttq xa")


def test_a_deputy_does_not_hold_the_post() -> None:
    [deputy] = find_people("đồng chí Lê Văn Tám, Phó Bí thư Huyện ủy")
    [head] = find_people("đồng chí Trần Thị Bưởi, Bí thư Huyện ủy")
    assert holds(head, "bi thu huyen uy")
    assert not holds(deputy, "bi thu huyen uy")
    assert holds(deputy, "pho bi thu huyen uy")


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(["đồng chí ", "Lê Văn Tám", ", ", "Bí thư Huyện ủy", "; ",
             " Chủ tịch ", "xã Hoa Gạo", "ông "])
        ).map("".join),
    )
)  # fmt: skip
def test_people_stand_in_the_text_verbatim(text: str) -> None:
    for person in find_people(text):
        assert 0 <= person.span.start < person.span.end <= len(text)
        assert person.name in text
        assert all(post in text for post in person.posts)


@pytest.mark.parametrize(
    "lines, signed",
    [
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(đã ký)", "Lê Văn Tám"],
         ("Lê Văn Tám", "Chủ tịch ủy ban nhân dân")),
        (["TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (đã ký) Lê Văn Tám"],
         ("Lê Văn Tám", "Chủ tịch ủy ban nhân dân")),
        (["GIÁM ĐỐC: BSCKII. Lê Văn Tám"], ("Lê Văn Tám", "Giám đốc")),
        (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Bưởi"], ("Trần Thị Bưởi", "Phó chủ tịch")),
        (["Nơi nhận:", "- Lưu: VT."], None),
    ],
)  # fmt: skip
def test_who_signed_a_paper(lines: list[str], signed: tuple[str, str] | None) -> None:
    spans, at = [], 0
    for line in lines:
        spans.append((line, Span(at, at + len(line))))
        at += len(line) + 1
    person = signed_by(spans)
    assert (person and (person.name, person.posts[0])) == signed


def test_posts_before_a_colon_are_the_persons_behind_it() -> None:
    [person] = find_people("Bí thư Đảng ủy, Chủ tịch HĐND xã: ông Lê Văn Tám")
    assert (person.name, person.posts) == ("Lê Văn Tám", ("Bí thư Đảng ủy", "Chủ tịch HĐND xã"))


def test_a_person_holds_every_post_behind_the_verb() -> None:
    text = (
        "đồng chí Hoàng Trấn Phiên, nguyên Phó Bí thư Quận ủy Hà Liễu giữ chức Bí thư Đảng ủy; "
        "đồng chí Tạ Quang Nhượng làm Phó Bí thư, Chủ tịch UBND phường"
    )
    people = {p.name: p.posts for p in find_people(text)}
    assert people["Tạ Quang Nhượng"] == ("Phó Bí thư", "Chủ tịch UBND phường")
    assert "Hà Liễu" not in people


def test_who_takes_a_post_holds_none_of_those_he_held_once() -> None:
    text = (
        "Đồng chí Phí Đức Hòa, nguyên Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Sơn Ca giữ chức"
        " Bí thư Đảng ủy; đồng chí Ngọ Văn Thức, nguyên Bí thư Đảng ủy xã Hoa Gạo giữ chức"
        " Phó Bí thư, Chủ tịch UBND xã."
    )
    hoa, thuc = find_people(text)
    assert not holds(hoa, "chu tich ubnd huyen") and not held_before(hoa, "bi thu dang uy", text)
    assert holds(thuc, "chu tich ubnd xa") and not held_before(thuc, "chu tich ubnd xa", text)
    assert held_before(thuc, "bi thu dang uy xa hoa gao", text)
