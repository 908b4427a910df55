import hashlib
import logging
import threading
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from index.embedding.graph import Arithmetic, build_graph, interleave
from index.embedding.graph_cache import cached_graph, graph_path
from index.embedding.processor import _PROBE, WITH_SATURATION, best_arithmetic
from index.embedding.weights import Weights

ARITHMETICS: tuple[Arithmetic, ...] = get_args(Arithmetic)


def test_nibbles_keep_their_weights_in_the_new_order() -> None:
    weights = np.random.default_rng(0).integers(0, 16, 32).astype(np.uint8)
    packed = interleave(weights[:16] | weights[16:] << 4)
    unpacked = np.stack((packed & 15, packed >> 4), axis=1).reshape(-1)
    np.testing.assert_array_equal(unpacked, weights)


@pytest.mark.parametrize("arithmetic", ARITHMETICS)
def test_building_twice_gives_the_same_bytes(tiny_file: Path, arithmetic: Arithmetic) -> None:
    assert build_graph(Weights(tiny_file), arithmetic) == build_graph(
        Weights(tiny_file), arithmetic
    )


def test_graph_is_kept_with_its_checksum(tiny_file: Path, tmp_path: Path) -> None:
    weights, cache = Weights(tiny_file), tmp_path / "new" / "cache"
    graph = cached_graph(weights, "int4", cache)
    content = graph_path(weights, "int4", cache).read_bytes()
    assert content == hashlib.sha256(graph).digest() + graph
    assert [path.suffix for path in cache.iterdir()] == [".graph"]


@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "text"])
def test_damaged_graph_is_built_anew(tiny_file: Path, tmp_path: Path, damage: str) -> None:
    weights = Weights(tiny_file)
    graph = cached_graph(weights, "int4", tmp_path)
    path = graph_path(weights, "int4", tmp_path)
    whole = path.read_bytes()
    flipped = whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:]
    path.write_bytes({"cut": whole[:-5], "bit": flipped, "empty": b"", "text": b"x" * 99}[damage])
    assert cached_graph(weights, "int4", tmp_path) == graph
    assert path.read_bytes() == whole


def test_kept_graph_is_used_and_not_built_again(tiny_file: Path, tmp_path: Path) -> None:
    weights = Weights(tiny_file)
    path = graph_path(weights, "int4", tmp_path)
    path.write_bytes(hashlib.sha256(b"kept").digest() + b"kept")
    assert cached_graph(weights, "int4", tmp_path) == b"kept"


def test_cache_that_cannot_be_written_costs_time_only(
    tiny_file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("here")
    weights = Weights(tiny_file)
    with caplog.at_level(logging.WARNING):
        graph = cached_graph(weights, "int4", in_the_way)
    assert graph == build_graph(weights, "int4")
    assert "Không lưu được" in caplog.text


def test_builders_at_once_leave_one_whole_graph(tiny_file: Path, tmp_path: Path) -> None:
    weights = Weights(tiny_file)
    made: list[bytes] = []
    builders = [
        threading.Thread(target=lambda: made.append(cached_graph(weights, "int8", tmp_path)))
        for _ in range(6)
    ]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert len(made) == 6
    assert len(set(made)) == 1
    assert list(tmp_path.glob("*.part")) == []
    assert graph_path(weights, "int8", tmp_path).read_bytes()[32:] == made[0]


def test_each_arithmetic_has_its_own_file(tiny_file: Path, tmp_path: Path) -> None:
    paths = {graph_path(Weights(tiny_file), kind, tmp_path) for kind in ARITHMETICS}
    assert len(paths) == len(ARITHMETICS)


def test_probe_is_what_onnx_makes_of_one_matrix_product() -> None:
    from onnx import TensorProto, helper

    def value(name: str, kind: int, *shape: str) -> object:
        return helper.make_tensor_value_info(name, kind, list(shape))

    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b"], ["c"])],
        "p",
        [value("a", TensorProto.UINT8, "m", "k"), value("b", TensorProto.INT8, "k", "n")],
        [value("c", TensorProto.INT32, "m", "n")],
    )
    opset = [helper.make_opsetid("", 10)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8, producer_name="")
    from onnx import load_from_string

    assert load_from_string(_PROBE) == model


def test_machine_chooses_an_arithmetic_that_is_exact_on_it() -> None:
    flags = Path("/proc/cpuinfo")
    words = set(flags.read_text().split()) if flags.exists() else set()
    if "avx2" not in words:
        pytest.skip("processor flags are read on Linux x86 only")
    exact = not words.isdisjoint({"avx512_vnni", "avx_vnni"})
    assert best_arithmetic() == ("int8" if exact else WITH_SATURATION)
