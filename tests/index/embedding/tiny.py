"""A weights file of the real layout with a tiny random network, and its arithmetic in float32.

`Tiny.vector` is written from the paper's formulas, not from the graph: it is what the graph is
judged by where the real weights are not installed.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

HIDDEN, LAYERS, HEADS, WIDE, POSITIONS = 64, 2, 2, 128, 24
PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁giảm",
    "▁ngh",
    "èo",
    "▁xã",
    "▁h",
    "ộ",
    "▁nghèo",
] + ["▁query", "▁passage", ":", "%", "a", "b", "c", "ab", "bc", "<mask>"]
SCORES = [0.0] * 4 + [-5.0, -4.0, -6.0, -6.0, -4.5, -6.0, -6.5, -4.0]
SCORES += [-3.0, -3.0, -2.0, -5.0, -7.0, -7.0, -7.0, -8.0, -9.0, 0.0]
CHARACTERS = {0x0A: " ", 0x09: " ", 0xFF05: "%", 0x200B: "", 0xBD: "1⁄2"}


@dataclass
class Tiny:
    """The network as float32 (4-bit matrices already rounded) and as the file's bytes."""

    tensors: dict[str, Floats] = field(default_factory=dict)
    content: bytes = b""

    def write(self, path: Path) -> Path:
        path.write_bytes(self.content)
        return path

    def vector(self, ids: list[int]) -> Floats:
        """Unit vector of one text's token ids."""
        w = self.tensors
        state = w["emb.word"][ids] + w["emb.pos"][: len(ids)] + w["emb.type"][0]
        state = _normalise(state, w["emb.ln.w"], w["emb.ln.b"])
        for layer in range(LAYERS):
            part = {
                name[len(f"l{layer}.") :]: w[name] for name in w if name[: 2 + 1] == f"l{layer}."
            }
            q, k, v = (state @ part[f"{n}.w"].T + part[f"{n}.b"] for n in "qkv")
            size = HIDDEN // HEADS
            heads = []
            for head in range(HEADS):
                place = slice(head * size, (head + 1) * size)
                scores = q[:, place] @ k[:, place].T / math.sqrt(size)
                weights = np.exp(scores - scores.max(axis=1, keepdims=True))
                heads.append(weights / weights.sum(axis=1, keepdims=True) @ v[:, place])
            attended = np.concatenate(heads, axis=1) @ part["ao.w"].T + part["ao.b"]
            state = _normalise(state + attended, part["aln.w"], part["aln.b"])
            raised = state @ part["fi.w"].T + part["fi.b"]
            raised = raised * 0.5 * (1 + np.vectorize(math.erf)(raised / math.sqrt(2)))
            lowered = raised @ part["fo.w"].T + part["fo.b"]
            state = _normalise(state + lowered, part["oln.w"], part["oln.b"])
        mean = state.mean(axis=0)
        return (mean / np.linalg.norm(mean)).astype(np.float32)


def make_tiny(seed: int = 0) -> Tiny:
    random = np.random.default_rng(seed)
    tiny = Tiny()
    packed: list[tuple[str, int, int, bytes]] = []

    def plain(name: str, values: Floats) -> None:
        tiny.tensors[name] = values
        packed.append((name, 0, values.size, values.astype("<f4").tobytes()))

    def quantised(name: str, rows: int, columns: int) -> None:
        values = random.normal(0, columns**-0.5, (rows, columns)).astype(np.float32)
        tiny.tensors[name], raw = _q4(values)
        packed.append((name, 1, values.size, raw))

    def normalisation(name: str) -> None:
        plain(f"{name}.w", random.uniform(0.5, 1.5, HIDDEN).astype(np.float32))
        plain(f"{name}.b", random.normal(0, 0.2, HIDDEN).astype(np.float32))

    quantised("emb.word", len(PIECES), HIDDEN)
    plain("emb.pos", random.normal(0, 0.1, (POSITIONS, HIDDEN)).astype(np.float32))
    plain("emb.type", random.normal(0, 0.1, (2, HIDDEN)).astype(np.float32))
    normalisation("emb.ln")
    for layer in range(LAYERS):
        for name, rows, columns in (
            *((n, HIDDEN, HIDDEN) for n in ("q", "k", "v", "ao")),
            ("fi", WIDE, HIDDEN),
            ("fo", HIDDEN, WIDE),
        ):
            quantised(f"l{layer}.{name}.w", rows, columns)
            plain(f"l{layer}.{name}.b", random.normal(0, 0.1, rows).astype(np.float32))
        normalisation(f"l{layer}.aln")
        normalisation(f"l{layer}.oln")
    tiny.content = _lay_out(packed)
    return tiny


def _normalise(state: Floats, weight: Floats, bias: Floats) -> Floats:
    centred = state - state.mean(axis=1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-12) * weight + bias


def _q4(values: Floats) -> tuple[Floats, bytes]:
    raw = b""
    rounded = []
    for block in values.reshape(-1, 32):
        scale = np.float16(np.abs(block).max() / 7)
        nibbles = np.clip(np.rint(block / np.float32(scale)) + 8, 0, 15).astype(np.uint8)
        rounded.append((nibbles.astype(np.float32) - 8) * np.float32(scale))
        raw += scale.tobytes() + (nibbles[:16] | nibbles[16:] << 4).tobytes()
    return np.concatenate(rounded).reshape(values.shape), raw


def _lay_out(tensors: list[tuple[str, int, int, bytes]]) -> bytes:
    head = b"E5S1" + struct.pack(
        "<I7ifi", 1, HIDDEN, LAYERS, HEADS, WIDE, len(PIECES), POSITIONS, 2, 1e-12, 32
    )
    encoded = [piece.encode() for piece in PIECES]
    bounds = np.cumsum([0, *map(len, encoded)]).astype("<u4").tobytes()
    blob = b"".join(encoded)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + bounds
    head += np.array(SCORES, "<f4").tobytes() + blob
    entries = b"".join(
        struct.pack(f"<IB{len(text)}I", code, len(text), *map(ord, text))
        for code, text in CHARACTERS.items()
    )
    head += struct.pack("<iI", len(CHARACTERS), len(entries)) + entries
    head += struct.pack("<i", len(tensors))
    offset = len(head) + sum(2 + len(name) + 21 for name, *_ in tensors)
    body = b""
    for name, kind, elements, raw in tensors:
        start = offset + len(body)
        head += struct.pack("<H", len(name)) + name.encode()
        head += struct.pack("<BIQQ", kind, elements, start, len(raw))
        body += raw
    return head + body
