"""An amount answers only where it stands with what is asked for."""

from __future__ import annotations

import pytest

from assistant.amount_beside import has_its_amount
from assistant.question import read_question
from corpus.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "asked, sentence, told",
    [
        (
            "Thuế bảo vệ môi trường thu được bao nhiêu?",
            "Thu đạt thấp: tiền thuê đất 14,2 tỷ đồng, thuế bảo vệ môi trường.",
            False,
        ),
        (
            "Thuế bảo vệ môi trường thu được bao nhiêu?",
            "Thu đạt khá: tiền thuê đất 14,2 tỷ đồng, thuế bảo vệ môi trường 3,1 tỷ đồng.",
            True,
        ),
        (
            "Có bao nhiêu xã được công nhận nông thôn mới?",
            "Xã Nà Sen được công nhận nông thôn mới, nâng tổng số lên 4/12 xã.",
            True,
        ),
        (  # what sets the scene is told of in the next part
            "Cụm công nghiệp Hoa Gạo lấp đầy bao nhiêu phần trăm?",
            "Tại Cụm công nghiệp Hoa Gạo, tỷ lệ lấp đầy lên 58%, có 9 doanh nghiệp.",
            True,
        ),
        (
            "Sản lượng hồ tiêu là bao nhiêu tấn?",
            "Sản lượng cà phê 34.610 tấn; diện tích cà phê 12.870 ha; hồ tiêu 1.940 ha.",
            False,
        ),
        (
            "Tỷ lệ đô thị hóa đạt mấy phần trăm?",
            "Đường liên xã mới đạt 46% khối lượng; tốc độ đô thị hóa chậm; thu hút dự án thấp.",
            False,
        ),
        (
            "Doanh thu du lịch năm 2022 là bao nhiêu?",
            "10 | Lượng khách du lịch | Lượt | 21.500 | 64.200",
            False,
        ),
    ],
)
def test_the_amount_is_of_what_is_asked(asked: str, sentence: str, told: bool) -> None:
    question = read_question(asked, Vocabulary.load(), ())
    assert has_its_amount(question, sentence) == told
