"""Everything that touches sentence-transformers: other models, and ours in its interface.

Importing the library takes 6 to 15 seconds, so nothing here does before a model is asked for.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.embedding.base import EmbeddingError, ModelUnavailable, Vectors
from index.embedding.e5 import E5Embedder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])")
_HUB_NAME = re.compile(r"[\w.-]+(/[\w.-]+)?")
_MODEL_FILES = {".json", ".txt", ".model", ".safetensors", ".bin"}


@dataclass(frozen=True, slots=True)
class _Loaded:
    model: SentenceTransformer
    revision: str
    dimension: int
    query_prefix: str
    document_prefix: str


class SentenceTransformerEmbedder:
    """Any model that sentence-transformers loads, from a folder or by its hub name.

    The model is loaded with the first text or property that needs it. A hub name is looked up in
    the local hub cache only: nothing is fetched at run time.
    """

    def __init__(self, model: str) -> None:
        """Raises ModelUnavailable when `model` can be neither a folder nor a hub name."""
        self._folder = Path(model).expanduser() if _is_folder(model) else None
        if self._folder is None and not _is_hub_name(model):
            raise ModelUnavailable(_missing(model))
        self._model = model
        self._loaded: _Loaded | None = None
        self._lock = threading.RLock()  # the fast tokenizers refuse a second thread

    @property
    def name(self) -> str:
        return self._folder.resolve().name if self._folder else self._model

    @property
    def revision(self) -> str:
        return self._ready().revision

    @property
    def dimension(self) -> int:
        return self._ready().dimension

    @property
    def query_prefix(self) -> str:
        return self._ready().query_prefix

    @property
    def document_prefix(self) -> str:
        return self._ready().document_prefix

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, self.query_prefix)

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, self.document_prefix)

    def _embed(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        with self._lock:
            vectors = self._ready().model.encode(
                [prefix + text for text in texts],
                prompt="",  # ours is already there: no default prompt on top
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, dtype=np.float32)

    def _ready(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> _Loaded:
        try:
            import sentence_transformers  # noqa: F401
        except ImportError as error:
            raise ModelUnavailable(
                f"Để dùng mô hình {self._model} cần gói sentence-transformers: hãy cài bằng lệnh "
                "`pip install sentence-transformers`."
            ) from error
        folder = self._folder or _cached_snapshot(self._model)
        model = _open_folder(folder)
        query, document = prefixes(self.name, model.prompts)
        return _Loaded(
            model=model,
            revision=_folder_revision(folder) if self._folder else folder.name,  # the commit
            dimension=int(model.get_embedding_dimension() or 0),
            query_prefix=query,
            document_prefix=document,
        )


def prefixes(name: str, prompts: Mapping[str, str | None]) -> tuple[str, str]:
    """The question's and the passage's prefix: as the model declares, else by its family.

    Models of the E5 family rarely declare the prefixes that they were trained with; their
    "instruct" branch has others.
    """
    query = prompts.get("query") or ""
    document = prompts.get("document") or prompts.get("passage") or ""
    lowered = name.lower()
    if not (query or document) and _E5.search(lowered) and "instruct" not in lowered:
        return "query: ", "passage: "
    return query, document


def as_sentence_transformer(embedder: E5Embedder) -> SentenceTransformer:
    """The embedded model in the interface of sentence-transformers.

    `encode_query` and `encode_document` give the vectors of `embed_queries` and
    `embed_documents`. It runs on the processor and cannot be trained or saved.
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import InputModule

    class EmbeddedModel(InputModule):
        max_seq_length = embedder.max_tokens

        def preprocess(
            self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
        ) -> dict[str, Any]:
            vectors = embedder.embed([(prompt or "") + str(text) for text in inputs])
            return {"sentence_embedding": torch.from_numpy(vectors)}

        def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
            return features

        def get_embedding_dimension(self) -> int:
            return embedder.dimension

        def save(self, *_: Any, **__: Any) -> None:
            raise EmbeddingError(
                "Mô hình nhúng kèm sẵn không lưu được thành thư mục sentence-transformers: hãy "
                "chép tệp trọng số của nó."
            )

    return SentenceTransformer(
        modules=[EmbeddedModel()],  # type: ignore[no-untyped-call]
        device="cpu",
        prompts={"query": embedder.query_prefix, "document": embedder.document_prefix},
    )


def _is_folder(model: str) -> bool:
    return Path(model).expanduser().is_dir()


def _open_folder(folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except Exception as error:  # a damaged folder fails in any of three libraries
        raise ModelUnavailable(
            f"Thư mục {folder} không phải mô hình sentence-transformers dùng được: hãy kiểm tra "
            "lại BIENBAN_EMBEDDING hoặc chép lại thư mục."
        ) from error


def _cached_snapshot(name: str) -> Path:
    """The folder `.../snapshots/<commit>` of a model in the local hub cache.

    Looked up here and not by sentence-transformers, which calls the hub even when told to stay
    with local files.
    """
    from huggingface_hub import snapshot_download

    owners = ("",) if "/" in name else ("sentence-transformers/", "")
    for owner in owners:
        try:
            return Path(snapshot_download(owner + name, local_files_only=True))
        except (OSError, ValueError):  # both are bases of the hub's "not in the cache"
            continue
    raise ModelUnavailable(_missing(name))


def _missing(model: str) -> str:
    fetch = f" (tải về một lần bằng lệnh `hf download {model}`)" if _is_hub_name(model) else ""
    return (
        f"Máy này chưa có mô hình nhúng {model}{fetch}: hãy đặt BIENBAN_EMBEDDING là tên mô hình "
        "đã tải hoặc thư mục chứa mô hình, hoặc bỏ biến này để dùng mô hình kèm sẵn."
    )


def _is_hub_name(model: str) -> bool:
    return _HUB_NAME.fullmatch(model) is not None and not model.startswith(".")


def _folder_revision(folder: Path) -> str:
    """A digest of the model's files: another training of the same name is another revision."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _MODEL_FILES and path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return f"sha256-{digest.hexdigest()[:16]}"
