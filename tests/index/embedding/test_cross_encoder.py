from pathlib import Path

import numpy as np
import pytest

from index.embedding import Answering
from index.embedding.cross_encoder import MOST_TOGETHER, AdaptedWeights
from index.embedding.e5 import E5Embedder
from index.embedding.weights import Weights
from tests.index.embedding.tiny import HIDDEN


@pytest.fixture
def additions(tmp_path: Path, tiny_file: Path) -> Path:
    random = np.random.default_rng(1)
    path = tmp_path / "additions.npz"
    np.savez(
        path,
        **{
            "l1.q.a": random.normal(0, 1, (2, HIDDEN)).astype(np.float16),
            "l1.q.b": random.normal(0, 1, (HIDDEN, 2)).astype(np.float16),
            "head.w": np.ones(HIDDEN, np.float32),
            "head.b": np.array([-1.5], np.float32),
            "fitted_to": np.array(Weights(tiny_file).digest),
        },
    )
    return path


def test_only_matrices_with_an_addition_change(tiny_file: Path, additions: Path) -> None:
    plain, adapted = Weights(tiny_file), AdaptedWeights(tiny_file, additions)
    with np.load(additions) as archive:
        learned = archive["l1.q.b"].astype(np.float32) @ archive["l1.q.a"].astype(np.float32)
    np.testing.assert_allclose(
        adapted.matrix("l1.q.w", HIDDEN), plain.matrix("l1.q.w", HIDDEN) + learned, rtol=1e-5
    )
    np.testing.assert_array_equal(adapted.matrix("l0.q.w", HIDDEN), plain.matrix("l0.q.w", HIDDEN))
    assert adapted.head[1] == -1.5


def test_graph_is_kept_apart_from_the_embedded_model_s(tiny_file: Path, additions: Path) -> None:
    plain, adapted = Weights(tiny_file), AdaptedWeights(tiny_file, additions)
    assert adapted.digest != plain.digest
    assert adapted.fitted_to == plain.digest


def test_weights_it_was_not_fitted_to_give_no_odds(tiny_file: Path, tmp_path: Path) -> None:
    assert E5Embedder(tiny_file, tmp_path).answering("hộ nghèo", ["giảm nghèo"]).shape == (0,)


def test_odds_come_in_the_given_order_one_for_each_passage(
    real_weights: Path, graphs: Path
) -> None:
    embedder = E5Embedder(real_weights, graphs)
    assert isinstance(embedder, Answering)
    passages = [
        "Báo cáo năm 2031 huyện Sơn Ca 2031. Về y tế: Trạm y tế đã tiêm chủng cho 412 trẻ.",
        "Báo cáo năm 2031 huyện Sơn Ca 2031. Về xã hội: Hộ nghèo giảm còn 312 hộ.",
    ]
    asked = "Năm 2031 còn bao nhiêu hộ nghèo?"
    odds = embedder.answering(asked, passages)
    assert (odds.shape, odds.dtype) == ((2,), np.float32)
    assert odds[1] > odds[0]
    turned = embedder.answering(asked, passages[::-1])
    np.testing.assert_allclose(turned, odds[::-1], atol=0.2)  # one scale serves a whole call
    assert embedder.answering(asked, []).shape == (0,)


@pytest.mark.parametrize(
    ("asked", "told", "beside"),
    [
        (
            "Năm 2024 huyện Sơn Ca thu ngân sách được bao nhiêu?",
            "II. Về ngân sách: Thu ngân sách trên địa bàn đạt 214 tỷ đồng.",
            "II. Về ngân sách: Chi thường xuyên của ngân sách huyện 414 tỷ đồng.",
        ),
        (
            "Ai chịu trách nhiệm sửa đường liên thôn?",
            "III. Kết luận: Giao ông Lê Văn Bách sửa đường liên thôn, xong trước ngày 30/6/2024.",
            "II. Kết quả: Đã sửa 2,4 km đường liên thôn.",
        ),
        (
            "Bao nhiêu hộ thoát nghèo năm 2024?",
            "II. Kết quả: Có 24 hộ thoát nghèo.",
            "II. Kết quả: Có 24 hộ được vay vốn.",
        ),
    ],
)
def test_sentence_that_tells_what_is_asked_stands_above_its_neighbour(
    real_weights: Path, graphs: Path, asked: str, told: str, beside: str
) -> None:
    over = "UBND huyện Sơn Ca: Báo cáo kết quả năm huyện Sơn Ca 2024. "
    good, bad = E5Embedder(real_weights, graphs).answering(asked, [over + told, over + beside])
    assert good > bad + 0.5


def test_long_passage_is_cut_not_refused(real_weights: Path, graphs: Path) -> None:
    embedder = E5Embedder(real_weights, graphs)
    head = "giảm nghèo " * MOST_TOGETHER
    cut, longer = (embedder.answering("hộ nghèo?", [head + tail])[0] for tail in ("", "xã " * 400))
    assert cut == longer
