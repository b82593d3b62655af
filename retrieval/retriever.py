"""The search as a LangChain retriever, for whoever builds on LangChain."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor
from pydantic import ConfigDict, Field, ValidationError

from knowledge.model import Frozen, Notice
from retrieval.index.build import open_search
from retrieval.index.chunks import as_document, cited
from retrieval.index.search import Hit, Search
from retrieval.storage.store import Store


class _Filters(Frozen):
    """What holds for one question instead of what the retriever was made with."""

    notices: tuple[str, ...] | None = None
    limit: int | None = Field(default=None, ge=1)
    k: int | None = Field(default=None, ge=1)


class ClauseRetriever(BaseRetriever):
    """Clauses and table rows for a question, best first, each with its citation.

    `metadata` of a document: `notice`, `path`, `start`, `end` (offsets into the notice's canonical
    text), `kind` (`clause` or `row`), `score` (0 to 1, comparable within one question only) and
    `citation`, a `Citation` as a mapping: its `quote` is verbatim, `page_content` is not. With a
    reranker there is its score too, as `reranked`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    known: Mapping[str, Notice]
    """The notices that are searched, by id; the quotes are theirs."""
    notices: tuple[str, ...] | None = None
    """Only these notices; None for all."""
    limit: int = Field(default=5, ge=1)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **filters: Any
    ) -> list[Document]:
        """Search; `notices` and `limit`, or `k` as LangChain calls it, hold for this question.

        Raises:
            ValueError: a filter cannot be meant; the message says what is expected.
        """
        del run_manager
        return self._found(query, filters)

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun, **filters: Any
    ) -> list[Document]:
        """The same in a thread; LangChain's own hands no filters on."""
        del run_manager
        return await run_in_executor(None, self._found, query, filters)

    def _found(self, query: str, filters: Mapping[str, Any]) -> list[Document]:
        try:
            only = _Filters.model_validate(filters)
        except ValidationError as error:
            named = "、".join(str(fault["loc"][0]) for fault in error.errors())
            raise ValueError(f"{named} 有误：notices 是编号的列表，limit 或 k 不小于 1") from error
        notices = self.notices if only.notices is None else only.notices
        hits = self.search.find(query, notices, only.limit or only.k or self.limit)
        return [self._document(hit) for hit in hits]

    def _document(self, hit: Hit) -> Document:
        document = as_document(hit.chunk)
        document.metadata["score"] = hit.score
        if hit.reranked is not None:
            document.metadata["reranked"] = hit.reranked
        document.metadata["citation"] = cited(hit.chunk, self.known[hit.chunk.notice]).model_dump()
        return document


def open_retriever(
    folder: Path,
    environ: Mapping[str, str] = os.environ,
    *,
    notices: Sequence[str] | None = None,
    limit: int = 5,
) -> ClauseRetriever:
    """Open a store as it is as a retriever; one that was opened does not see later changes.

    Raises:
        StoreError: the store cannot be used.
        EmbeddingError, RerankerError, IndexAddressError: a setting in `environ` cannot be used.
    """
    store = Store.open(folder)
    return ClauseRetriever(
        search=open_search(store, environ=environ),
        known={notice.id: notice for notice in store.notices()},
        notices=None if notices is None else tuple(notices),
        limit=limit,
    )
