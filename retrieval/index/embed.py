"""Which embedding model is used, by one setting.

`EMBEDDING`: absent or empty is the bundled model where it installs, and words alone elsewhere;
`sentence-transformers:NAME_OR_FOLDER` any other model that is on this machine (extra `models`);
`none` words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from retrieval.errors import EmbeddingError
from retrieval.index import engine

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

SETTING = "EMBEDDING"
SENTENCE_TRANSFORMERS = "sentence-transformers:"


@runtime_checkable
class Model(Protocol):
    """What LangChain asks of its `Embeddings`, with a name; vectors have length 1."""

    name: str
    """Changes with everything that decides about the vectors."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages."""

    def embed_query(self, text: str) -> list[float]:
        """Embed a question; raises `EmbedderDownError` while it cannot."""


def model_named(environ: Mapping[str, str]) -> Model | None:
    """Return the model that the environment asks for, None for words alone.

    The same setting gives the same model for the whole process: it is large.

    Raises:
        EmbeddingError: it cannot be used; the message says what to do.
    """
    return _model(environ.get(SETTING, "").strip())


@cache
def _model(setting: str) -> Model | None:
    if setting.startswith(SENTENCE_TRANSFORMERS):
        from retrieval.index.sentence_models import SentenceModel  # noqa: PLC0415 an extra

        return SentenceModel(setting.removeprefix(SENTENCE_TRANSFORMERS))
    if setting == "none" or (not setting and not engine.is_installed()):
        return None
    if setting not in {"", engine.PACKAGE}:
        raise EmbeddingError(
            f"不认识 {SETTING}={setting}；"
            f"可用 {SENTENCE_TRANSFORMERS}模型名或文件夹、none，或留空用自带模型"
        )
    from retrieval.index.worker import Worker  # noqa: PLC0415 numpy

    return Worker()


def as_embeddings(model: Model) -> Embeddings:
    """Return the model as LangChain knows it."""
    from retrieval.index.langchain_model import LangChainModel  # noqa: PLC0415 heavy

    return LangChainModel(model)
