"""Slow to import (torch): one small model made here serves every test."""

from pathlib import Path

import numpy as np
import pytest

from index.embedding import EmbeddingError, ModelUnavailable, identity, load_embedder
from index.embedding.e5 import E5Embedder
from index.embedding.sentence_transformer import (
    SentenceTransformerEmbedder,
    as_sentence_transformer,
    prefixes,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder as `SentenceTransformer.save` writes it: static vectors of a few words."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = ["<unk>", "giảm", "nghèo", "xã", "query", "passage", ":"]
    tokenizer = Tokenizer(WordLevel({word: n for n, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = Whitespace()
    vectors = np.random.default_rng(0).normal(size=(len(words), 16)).astype(np.float32)
    path = tmp_path_factory.mktemp("models") / "my-e5-words"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=vectors)]).save(
        str(path)
    )
    return path


@pytest.mark.parametrize(
    "name, prompts, expected",
    [
        ("intfloat/multilingual-e5-small", {}, ("query: ", "passage: ")),
        ("E5-large", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, ("", "")),
        ("BAAI/bge-m3", {}, ("", "")),
        ("some/type5-model", {}, ("", "")),
        ("some/e5-model", {"query": "hỏi: ", "passage": "đoạn: "}, ("hỏi: ", "đoạn: ")),
        ("some/model", {"query": "Q: ", "document": ""}, ("Q: ", "")),
    ],
)
def test_prefixes_are_declared_or_of_the_family(
    name: str, prompts: dict[str, str], expected: tuple[str, str]
) -> None:
    assert prefixes(name, prompts) == expected


def test_folder_is_loaded_with_its_identity(folder: Path, tmp_path: Path) -> None:
    embedder = load_embedder(str(folder), None, tmp_path)
    found = identity(embedder)
    assert (found.name, found.dimension) == ("my-e5-words", 16)
    assert (found.query_prefix, found.document_prefix) == ("query: ", "passage: ")
    assert found.revision.startswith("sha256-")
    vectors = embedder.embed_queries(["giảm nghèo", "xã"])
    assert vectors.shape == (2, 16)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert not np.allclose(vectors, embedder.embed_documents(["giảm nghèo", "xã"]))
    assert embedder.embed_documents([]).shape == (0, 16)


def test_other_weights_under_one_name_are_another_revision(folder: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    same = SentenceTransformerEmbedder(str(copy)).revision
    weights = copy / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    other = SentenceTransformerEmbedder(str(copy)).revision
    assert same == SentenceTransformerEmbedder(str(folder)).revision
    assert other != same


@pytest.mark.parametrize("name", ["../khong có", "/khong/co/thu-muc", "C:\\mo-hinh\\e5"])
def test_missing_folder_is_said_at_once(name: str) -> None:
    with pytest.raises(ModelUnavailable, match="BIENBAN_EMBEDDING"):
        SentenceTransformerEmbedder(name)


def test_hub_model_that_was_never_fetched_is_not_fetched_now() -> None:
    embedder = SentenceTransformerEmbedder("khong-co/mo-hinh-thu")
    with pytest.raises(ModelUnavailable, match="hf download khong-co/mo-hinh-thu"):
        embedder.embed_queries(["xã"])  # tests forbid the network: a call would fail the test


def test_cached_hub_model_is_known_by_its_commit(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from huggingface_hub import constants

    commit = "0123456789abcdef0123456789abcdef01234567"
    stored = tmp_path / "models--some--e5-words"
    shutil.copytree(folder, stored / "snapshots" / commit)
    (stored / "refs").mkdir()
    (stored / "refs" / "main").write_text(commit)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    embedder = SentenceTransformerEmbedder("some/e5-words")
    assert (embedder.name, embedder.revision) == ("some/e5-words", commit)
    assert embedder.embed_queries(["xã"]).shape == (1, 16)


def test_folder_that_is_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{")
    with pytest.raises(ModelUnavailable, match="không phải mô hình"):
        _ = SentenceTransformerEmbedder(str(tmp_path)).dimension


def test_embedded_model_is_a_sentence_transformer(tiny_file: Path, tmp_path: Path) -> None:
    embedder = E5Embedder(tiny_file, tmp_path, "int4")
    model = as_sentence_transformer(embedder)
    texts = ["giảm nghèo", "xã", "abc abc"]
    np.testing.assert_allclose(model.encode_query(texts), embedder.embed_queries(texts), atol=1e-4)
    np.testing.assert_allclose(
        model.encode_document(texts), embedder.embed_documents(texts), atol=1e-4
    )
    assert model.get_embedding_dimension() == embedder.dimension
    with pytest.raises(EmbeddingError):
        model.save(str(tmp_path / "copy"))
