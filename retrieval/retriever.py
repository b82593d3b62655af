"""The search as a LangChain retriever, for whoever builds on LangChain."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from retrieval.chunks import as_document
from retrieval.search import Search


class ClauseRetriever(BaseRetriever):
    """Clauses and table rows for a question, best first."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    notices: tuple[str, ...] | None = None
    """Only these notices; None for all."""
    limit: int = 5

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        del run_manager
        return [as_document(h.chunk) for h in self.search.find(query, self.notices, self.limit)]
