"""Which arithmetic this machine's processor does exactly and fast."""

from __future__ import annotations

import os
from functools import cache

import numpy as np

from index.embedding.graph import Arithmetic

# What serves where byte products saturate. Measured on two cores with AVX2 only (the graph alone,
# best of four), passages of 600 characters a second and mean cosine to 4-bit weights with float
# activations: "int8" 22 and 0.9991, "uint8" 20 and 0.9993, "int4" 11 and 0.9999. Rerun
# benchmarks/embedding.py and benchmarks/xquad.py before changing it.
WITH_SATURATION: Arithmetic = "uint8"

# One MatMulInteger of a uint8 and an int8 matrix, serialised: asking ONNX Runtime itself is
# right on every system, where lists of processor flags are not. tests/index/embedding has the
# code that makes it.
_PROBE = (
    b'\x08\x08\x12\x00:b\n\x18\n\x01a\n\x01b\x12\x01c"\rMatMulInteger\x12\x01pZ\x15\n\x01a'
    b"\x12\x10\n\x0e\x08\x02\x12\n\n\x03\x12\x01m\n\x03\x12\x01kZ\x15\n\x01b\x12\x10\n\x0e\x08"
    b"\x03\x12\n\n\x03\x12\x01k\n\x03\x12\x01nb\x15\n\x01c\x12\x10\n\x0e\x08\x06\x12\n\n\x03"
    b"\x12\x01m\n\x03\x12\x01nB\x04\n\x00\x10\n"
)


def best_arithmetic() -> Arithmetic:
    """The fastest arithmetic that is exact here: "int8" on processors with VNNI."""
    return WITH_SATURATION if byte_products_saturate() else "int8"


@cache
def byte_products_saturate() -> bool:
    """Whether sums of uint8 x int8 products are cut off at 16 bits here (some 10 ms, once).

    Without VNNI, x86 adds neighbouring products in 16 bits: 2 x 255 x 127 does not fit.
    """
    import onnxruntime

    session = onnxruntime.InferenceSession(_PROBE, providers=["CPUExecutionProvider"])
    rows, inner, columns = 4, 64, 32  # as large as one tile of the kernels that serve the model
    largest = {
        "a": np.full((rows, inner), 255, np.uint8),
        "b": np.full((inner, columns), 127, np.int8),
    }
    return bool((session.run(None, largest)[0] != inner * 255 * 127).any())


def usable_cores() -> int:
    """Processor cores this process may use; containers often allow fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
