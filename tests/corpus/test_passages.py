"""What is searched and cited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.outline import outline
from corpus.passages import LIMIT, cut_passages
from corpus.record import Passage
from tests.corpus.documents import document_of


def _passages(document: Document) -> tuple[Passage, ...]:
    return cut_passages(document, outline(document))


def test_sentences_of_some_length_are_passages_of_their_own() -> None:
    one = "Thu ngân sách nhà nước trên địa bàn huyện đạt 61 tỷ đồng, bằng 104% dự toán cả năm."
    other = "Toàn huyện kết nạp 70 đảng viên mới, trong đó có 31 nữ và 12 người dân tộc thiểu số."
    document = document_of(f"{one} {other}")
    assert [document.quote(p.span) for p in _passages(document)] == [one, other]


def test_a_long_enumeration_is_cut_at_its_semicolons() -> None:
    items = [f"chỉ tiêu thứ {name} của huyện đạt {name * 12}" for name in "abcdefgh"]
    document = document_of("Kết quả: " + "; ".join(items) + ".")
    passages = _passages(document)
    assert len(passages) > 1
    for passage in passages:
        assert passage.end - passage.start <= LIMIT
        assert not document.quote(passage.span).startswith(";")


def test_a_passage_knows_its_section_and_page() -> None:
    document = document_of("# Báo cáo", "## I. Kinh tế", "Diện tích lúa 310 ha.")
    last = _passages(document)[-1]
    assert last.section == ("Báo cáo", "I. Kinh tế")


def test_a_table_row_has_its_heads_as_context() -> None:
    document = document_of("|Chỉ tiêu|Kế hoạch|Thực hiện\nTrồng rừng|40|45\nThu ngân sách|60|61")
    last = _passages(document)[-1]
    assert document.quote(last.span) == "Thu ngân sách | 60 | 61"
    assert {"Kế hoạch", "Thực hiện"} <= {document.quote(c) for c in last.context}


_PARTS = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(["# Báo cáo", "## II. Mục tiêu", "Một; hai; ba.", "Gồm:", "- mục",
         "|a|b\nc|1"]),
    ),
    max_size=8,
)  # fmt: skip


@given(_PARTS)
def test_passages_lie_in_one_block_in_order_and_keep_clear_of_their_context(
    parts: list[str],
) -> None:
    document = document_of(*parts)
    position = 0
    for number, passage in enumerate(_passages(document)):
        assert passage.ordinal == number
        assert position <= passage.start < passage.end
        assert any(b.start <= passage.start and passage.end <= b.end for b in document.blocks)
        assert all(c.end <= passage.start or passage.end <= c.start for c in passage.context)
        position = passage.end


@given(_PARTS)
def test_every_word_can_be_cited(parts: list[str]) -> None:
    document = document_of(*parts)
    kept = {i for p in _passages(document) for i in range(p.start, p.end)}
    lost = "".join(c for i, c in enumerate(document.text) if i not in kept)
    assert not lost.replace(";", "").strip()
