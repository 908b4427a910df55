"""Search as a LangChain retriever, for use in anybody's chains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

if TYPE_CHECKING:
    from index.library import Library


class PassageRetriever(BaseRetriever):
    """The best passages for a question.

    Each document's content is the passage verbatim; its metadata holds `record`, `source`,
    `title`, `start`, `end` (character offsets into the record's text), `page` where the source
    has pages, `section`, `passage` (its id) and `score`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Any = Field(exclude=True)  # a Library; pydantic can't check a class that it can't see
    k: int = Field(default=8, ge=1)
    record_ids: frozenset[str] | None = None

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        library: Library = self.library
        found: list[Document] = []
        for hit in library.search(query, self.k, record_ids=self.record_ids):
            passage, record = hit.passage, library.record(hit.passage.record_id)
            if record is None:  # removed since
                continue
            metadata: Mapping[str, object] = {
                "record": record.id,
                "source": record.source,
                "title": record.title,
                "start": passage.start,
                "end": passage.end,
                "section": list(passage.section),
                "passage": passage.id,
                "score": hit.score,
                **({} if passage.page is None else {"page": passage.page}),
            }
            found.append(
                Document(
                    id=passage.id,
                    page_content=record.document.quote(passage.span),
                    metadata=dict(metadata),
                )
            )
        return found
