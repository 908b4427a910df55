"""The encoder as an ONNX graph, built from the weights file.

A post-LN BERT encoder (Devlin et al. 2019, arXiv:1810.04805) over ONNX Runtime's fused
operators. Three arithmetics:

- "int8": weights requantised to int8 per output channel, activations to uint8 per call. The
  fastest where the processor adds byte products exactly (VNNI); older kernels may saturate.
- "uint8": the same with the weights shifted to unsigned bytes, whose older kernels are exact.
- "int4": the file's own 4-bit blocks, activations to int8 in blocks of 32. Exact everywhere.

Input: `embeddings` float32 (texts, tokens, hidden), words plus positions before normalisation;
`mask` int32 (texts, tokens), 1 where there is a token. Output: `vectors` float32
(texts, hidden), the masked sums over tokens; the caller makes them unit length. The word table
stays out of the graph (`index.embedding.words`): it is three quarters of the model, and a text
touches few of its rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Vectors
from index.embedding.weights import BLOCK, Weights

if TYPE_CHECKING:
    import onnx

Arithmetic = Literal["int8", "uint8", "int4"]

GRAPH_VERSION = 2  # raise it when the same weights give another graph

_OPSET = 17
_IR_VERSION = 8  # the format of that opset: readable by every ONNX Runtime since 1.13
_FUSED = "com.microsoft"  # ONNX Runtime's own operators
_INT8_ACTIVATIONS = 4  # MatMulNBits' accuracy_level for int8 activations
_GELU_DEPTH = 0.17  # GELU never falls below -0.16998: with it, a row's maximum bounds its size
_UNSIGNED = 128  # what int8 weights are shifted by to be unsigned


def build_graph(weights: Weights, arithmetic: Arithmetic) -> bytes:
    """The serialised graph; the same weights always give the same bytes."""
    graph: bytes = _Builder(weights, arithmetic).build().SerializeToString(deterministic=True)
    return graph


class _Builder:
    def __init__(self, weights: Weights, arithmetic: Arithmetic) -> None:
        self._weights = weights
        self._shape = weights.shape
        self._arithmetic = arithmetic
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def build(self) -> onnx.ModelProto:
        from onnx import TensorProto, helper

        hidden = self._shape.hidden
        state = self._node(
            "LayerNormalization",
            ["embeddings", self._vector("emb.ln.w"), self._vector("emb.ln.b")],
            epsilon=self._shape.epsilon,
        )
        for layer in range(self._shape.layers):
            state = self._layer(layer, state)
        self._pool(state)
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [
                helper.make_tensor_value_info(
                    "embeddings", TensorProto.FLOAT, ["texts", "tokens", hidden]
                ),
                helper.make_tensor_value_info("mask", TensorProto.INT32, ["texts", "tokens"]),
            ],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", hidden])],
            self._constants,
        )
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
            ir_version=_IR_VERSION,
        )

    def _layer(self, layer: int, state: str) -> str:
        shape, name = self._shape, f"l{layer}."
        hidden, wide = shape.hidden, shape.feed_forward
        projections = self._linear(state, [f"{name}{part}" for part in "qkv"], hidden, hidden)
        query, key, value = (f"{name}{part}" for part in ("query", "key", "value"))
        thirds = self._constant(f"{name}thirds", np.full(3, hidden, np.int64))
        self._node("Split", [projections, thirds], [query, key, value], axis=-1)
        attended = self._node(
            "MultiHeadAttention",
            [query, key, value, "", "mask"],
            domain=_FUSED,
            num_heads=shape.heads,
        )
        attended = self._linear(attended, [f"{name}ao"], hidden, hidden)
        state = self._add_and_normalise(attended, state, f"{name}aln")
        if self._arithmetic == "int4":
            raised = self._linear(state, [f"{name}fi"], wide, hidden)
        else:
            raised = self._widen_evened(layer, state)
        raised = self._node("Gelu", [raised], domain=_FUSED)
        lowered = self._linear(raised, [f"{name}fo"], hidden, wide, of_gelu=True)
        return self._add_and_normalise(lowered, state, f"{name}oln")

    def _widen_evened(self, layer: int, state: str) -> str:
        """The layer's widening, with its input's outlier channels evened out.

        One scale serves the whole activation, and a few channels are far larger than the rest.
        How large follows from the normalisation before, without data: c = |beta| + 4 |gamma|.
        Dividing the input by sqrt(c / mean c) and multiplying the weights by it moves half of
        the difference into the weights (SmoothQuant, arXiv:2211.10438).
        """
        name, shape = f"l{layer}.", self._shape
        spread = np.abs(self._weights.vector(f"{name}aln.b"))
        spread += 4 * np.abs(self._weights.vector(f"{name}aln.w"))
        scale = np.sqrt(spread / spread.mean()).astype(np.float32)
        even = self._node("Div", [state, self._constant(f"{name}even", scale)])
        matrix = self._weights.matrix(f"{name}fi.w", shape.feed_forward) * scale
        return self._int8(even, f"{name}fi", matrix, self._weights.vector(f"{name}fi.b"))

    def _linear(
        self, state: str, names: list[str], outputs: int, inputs: int, of_gelu: bool = False
    ) -> str:
        """One or several linear maps of the same input, side by side."""
        bias = np.concatenate([self._weights.vector(f"{name}.b") for name in names])
        if self._arithmetic == "int4":
            return self._int4(state, names, outputs, inputs, bias)
        matrix = np.concatenate([self._weights.matrix(f"{name}.w", outputs) for name in names])
        if of_gelu:
            return self._int8_by_row(state, names[0], matrix, bias)
        return self._int8(state, names[0], matrix, bias)

    def _int8_by_row(self, state: str, name: str, matrix: Vectors, bias: Vectors) -> str:
        """Brings every token's row to the same size before one scale serves them all."""
        size = self._node(
            "Max",
            [
                self._node("ReduceMax", [state], axes=[-1], keepdims=1),
                self._constant(f"{name}.floor", np.array([_GELU_DEPTH], np.float32)),
            ],
        )
        product = self._int8(self._node("Div", [state, size]), name, matrix)
        scaled = self._node("Mul", [product, size])
        return self._node("Add", [scaled, self._constant(f"{name}.b", bias)])

    def _int8(self, state: str, name: str, matrix: Vectors, bias: Vectors | None = None) -> str:
        scale = np.abs(matrix).max(axis=1) / 127
        scale = np.maximum(scale, np.finfo(np.float32).tiny).astype(np.float32)
        rounded = np.rint(matrix / scale[:, None]).T
        zero_point = ""  # 0
        if self._arithmetic == "uint8":
            rounded += _UNSIGNED
            zero_points = np.full(len(scale), _UNSIGNED, np.uint8)
            zero_point = self._constant(f"{name}.zero", zero_points)
        kind = np.uint8 if self._arithmetic == "uint8" else np.int8
        inputs = [
            state,
            self._constant(f"{name}.w", np.ascontiguousarray(rounded.astype(kind))),
            self._constant(f"{name}.scale", scale),
            zero_point,
        ]
        if bias is not None:
            inputs.append(self._constant(f"{name}.b", bias))
        return self._node("DynamicQuantizeMatMul", inputs, domain=_FUSED)

    def _int4(self, state: str, names: list[str], outputs: int, inputs: int, bias: Vectors) -> str:
        blocks = np.concatenate([self._weights.blocks(f"{name}.w", outputs) for name in names])
        scales = blocks["scale"].astype(np.float32)
        return self._node(
            "MatMulNBits",
            [
                state,
                self._constant(f"{names[0]}.w", interleave(blocks["nibbles"])),
                self._constant(f"{names[0]}.scale", scales.reshape(-1)),
                "",  # zero points: 8
                "",
                self._constant(f"{names[0]}.b", bias),
            ],
            domain=_FUSED,
            K=inputs,
            N=outputs * len(names),
            bits=4,
            block_size=BLOCK,
            accuracy_level=_INT8_ACTIVATIONS,
        )

    def _add_and_normalise(self, state: str, skipped: str, name: str) -> str:
        """The two added, every token's row normalised.

        MeanVarianceNormalization (its epsilon is fixed at 1e-9, beside a deviation near 1) and
        two plain operators: three times as fast as the fused SkipLayerNormalization, whose sums
        ONNX Runtime does number by number.
        """
        added = self._node("Add", [state, skipped])
        even = self._node("MeanVarianceNormalization", [added], axes=[-1])
        scaled = self._node("Mul", [even, self._vector(f"{name}.w")])
        return self._node("Add", [scaled, self._vector(f"{name}.b")])

    def _pool(self, state: str) -> None:
        """Sums the states of real tokens: a mean, once the caller has made it unit length."""
        from onnx import TensorProto

        middle = self._constant("middle", np.array([1], np.int64))
        weights = self._node("Cast", ["mask"], to=TensorProto.FLOAT)
        weights = self._node("Unsqueeze", [weights, middle])
        self._node("Squeeze", [self._node("MatMul", [weights, state]), middle], ["vectors"])

    def _vector(self, name: str) -> str:
        return self._constant(name, self._weights.vector(name))

    def _constant(self, name: str, values: NDArray[Any]) -> str:
        from onnx import numpy_helper

        self._constants.append(numpy_helper.from_array(values, name))
        return name

    def _node(
        self,
        operator: str,
        inputs: list[str],
        outputs: list[str] | None = None,
        domain: str = "",
        **attributes: Any,
    ) -> str:
        from onnx import helper

        outputs = outputs or [f"{operator}_{len(self._nodes)}"]
        self._nodes.append(helper.make_node(operator, inputs, outputs, domain=domain, **attributes))
        return outputs[0]


def interleave(nibbles: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """From the file's order in a block (j, j + 16) to ONNX Runtime's (2 j, 2 j + 1).

    Shape (..., 16) in and out; the first of each pair lies in the low half of the byte.
    """
    weights = np.concatenate((nibbles & 15, nibbles >> 4), axis=-1)
    paired: NDArray[np.uint8] = weights[..., 0::2] | (weights[..., 1::2] << 4)
    return paired
