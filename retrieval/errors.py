"""What can go wrong with the store and the models, for callers who can act on it."""

from __future__ import annotations


class RetrievalError(Exception):
    """Base of the errors of this room; the message names the place and the mend."""


class StoreError(RetrievalError):
    """The store cannot be used: torn, foreign, or written by a newer version."""


class EmbeddingError(RetrievalError):
    """The embedding model that was asked for cannot be used."""


class EmbedderDownError(RetrievalError):
    """The embedding engine does not answer at the moment; words alone have to do."""


class RerankerError(RetrievalError):
    """The reranker that was asked for cannot be used."""


class LanguageModelError(RetrievalError):
    """The language model that was asked for cannot be used."""


class IndexDownError(RetrievalError):
    """The vector index does not answer at the moment."""


class IndexAddressError(RetrievalError):
    """The address of the vector database's server is none."""


class SplitterMissingError(RetrievalError):
    """LangChain's splitters are not installed; only comparisons need them."""
