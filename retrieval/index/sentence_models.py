"""Any sentence-transformers model as LangChain `Embeddings` (extra `models`).

Five seconds and 450 MB to import, so only when chosen.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from langchain_core.embeddings import Embeddings

from retrieval.errors import EmbeddingError
from retrieval.index.clean import windows
from retrieval.index.model_folders import fingerprint, folder_of
from retrieval.index.quiet import hush

_QUERY, _PASSAGE = ("query", "retrieval.query"), ("document", "passage", "retrieval.passage")
_FAMILIES = {
    "e5": ("query: ", "passage: "),
    "bge": ("为这个句子生成表示以用于检索相关文章：", ""),
}
"""What these families were trained with; used where the model's own files name no prompts."""
_BATCH = 16


class SentenceModel(Embeddings):
    """A sentence-transformers model by name or folder, questions and passages told apart."""

    def __init__(self, place: str) -> None:
        self._model, folder = _load(place)
        self._query, self._passage = _prompts(place, getattr(self._model, "prompts", None) or {})
        prompts = sha256(repr((self._query, self._passage)).encode()).hexdigest()[:8]
        # of a folder its content counts: another model may come in its place
        content = f"{Path(place).name}/{fingerprint(folder)}"
        self.name = f"sentence-transformers/{content}/{prompts}/1"
        self._lock = Lock()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages."""
        return self._encode(texts, self._passage)

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""
        return self._encode([text], self._query)[0]

    def _encode(self, texts: list[str], prompt: str) -> list[list[float]]:
        clean = [prompt + windows(text)[0] for text in texts]
        with self._lock:
            rows = self._model.encode(
                clean,
                prompt="",
                batch_size=_BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        found: list[list[float]] = rows.tolist()
        return found


def _load(place: str) -> tuple[Any, Path]:
    hush()
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 heavy
    except ImportError as error:
        raise EmbeddingError(
            "没有装 sentence-transformers；请运行 pip install 'saiwen[models]'"
        ) from error
    folder = folder_of(place)
    if folder is None:
        raise EmbeddingError(f"本机上没有模型 {place}；请给出模型所在的文件夹")
    try:
        return SentenceTransformer(str(folder), device=None, local_files_only=True), folder
    except Exception as error:  # what the loaders raise has no common base
        raise EmbeddingError(f"打不开模型 {place}；请给出本机上模型所在的文件夹") from error


def _prompts(place: str, own: dict[str, str]) -> tuple[str, str]:
    query = next((own[key] for key in _QUERY if own.get(key)), "")
    passage = next((own[key] for key in _PASSAGE if own.get(key)), "")
    if query or passage:
        return query, passage
    name = Path(place).name.lower()
    return next((pair for family, pair in _FAMILIES.items() if family in name), ("", ""))
