"""A model as LangChain's vector stores and chains take it."""

from __future__ import annotations

from langchain_core.embeddings import Embeddings

from retrieval.index.embed import Model


class LangChainModel(Embeddings):
    """LangChain `Embeddings` over one of our models."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages."""
        return self._model.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Embed a question; raises `EmbedderDownError` while it cannot."""
        return self._model.embed_query(text)
