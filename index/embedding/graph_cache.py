"""Keeps built graphs in a folder, so that only the first start builds one.

A file is the SHA-256 of the graph followed by the graph. It appears whole under its name or not
at all, and whatever does not match its checksum is built anew: processes that start together,
killed writers and damaged disks cost time, never a wrong vector.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.base import GraphUnavailable
from index.embedding.graph import GRAPH_VERSION, Arithmetic, build_graph
from index.embedding.weights import Weights

if TYPE_CHECKING:
    import onnxruntime

_CHECKSUM = 32  # bytes
_ABANDONED = 3600.0  # seconds after which an unfinished file's writer must be dead

_log = logging.getLogger(__name__)


def cached_graph(weights: Weights, arithmetic: Arithmetic, cache: Path) -> bytes:
    """The graph, from the folder where it is there and whole, else built and put there.

    A folder that cannot be written to is no error: the graph is then built at every start.
    Raises GraphUnavailable.
    """
    path = graph_path(weights, arithmetic, cache)
    graph = _read(path)
    if graph is None:
        graph = _build(weights, arithmetic)
        try:
            _write(path, graph)
        except OSError as error:
            _log.warning("Không lưu được đồ thị mô hình vào %s: %s", path, error)
    return graph


def opened(graph: bytes, threads: int) -> onnxruntime.InferenceSession:
    """Ready to run on that many threads. Raises GraphUnavailable."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's errors share no class below Exception
        raise GraphUnavailable(
            "ONNX Runtime không mở được mô hình nhúng trên máy này: hãy nâng cấp gói onnxruntime "
            "(từ 1.20 trở lên)."
        ) from error


def graph_path(weights: Weights, arithmetic: Arithmetic, cache: Path) -> Path:
    """Where a graph is kept: one file for each weights file, arithmetic and graph version."""
    return cache / f"e5-small-{weights.digest[:16]}-{arithmetic}-v{GRAPH_VERSION}.graph"


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    checksum, graph = content[:_CHECKSUM], content[_CHECKSUM:]
    return graph if graph and hashlib.sha256(graph).digest() == checksum else None


def _build(weights: Weights, arithmetic: Arithmetic) -> bytes:
    try:
        return build_graph(weights, arithmetic)
    except ImportError as error:
        raise GraphUnavailable(
            "Không dựng được mô hình nhúng vì thiếu gói onnx: hãy chạy lại lệnh cài đặt, hoặc "
            "cài bằng lệnh `pip install onnx`."
        ) from error


def _write(path: Path, graph: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(path.parent)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(graph).digest())
            file.write(graph)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # on Windows refused while another process reads: it has a whole one
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)


def _remove_abandoned(folder: Path) -> None:
    for part in folder.glob("*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > _ABANDONED:
                part.unlink()
