"""Any sentence-transformers model as LangChain `Embeddings` (extra `models`).

Five seconds and 450 MB to import, so only when chosen. Nothing is ever downloaded: a model is a
folder, or a name that stands in the local cache.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from langchain_core.embeddings import Embeddings

from retrieval.clean import windows
from retrieval.errors import EmbeddingError
from retrieval.quiet import hush

_QUERY, _PASSAGE = ("query", "retrieval.query"), ("document", "passage", "retrieval.passage")
_FAMILIES = {
    "e5": ("query: ", "passage: "),
    "bge": ("为这个句子生成表示以用于检索相关文章：", ""),
}
"""What these families were trained with; used where the model's own files name no prompts."""
_BATCH = 16
_LARGE = 1_000_000


class SentenceModel(Embeddings):
    """A sentence-transformers model by name or folder, questions and passages told apart."""

    def __init__(self, place: str) -> None:
        self._model: Any = _load(place)
        self._query, self._passage = _prompts(place, getattr(self._model, "prompts", None) or {})
        prompts = sha256(repr((self._query, self._passage)).encode()).hexdigest()[:8]
        self.name = f"sentence-transformers/{_identity(place)}/{prompts}/1"
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


def _load(place: str) -> Any:
    hush()
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 heavy
    except ImportError as error:
        raise EmbeddingError(
            "没有装 sentence-transformers；请运行 pip install 'saiwen[models]'"
        ) from error
    try:
        return SentenceTransformer(
            str(Path(place).expanduser()), device=None, local_files_only=True
        )
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise EmbeddingError(f"打不开模型 {place}；请给出本机上模型所在的文件夹") from error


def _prompts(place: str, own: dict[str, str]) -> tuple[str, str]:
    query = next((own[key] for key in _QUERY if own.get(key)), "")
    passage = next((own[key] for key in _PASSAGE if own.get(key)), "")
    if query or passage:
        return query, passage
    name = Path(place).name.lower()
    return next((pair for family, pair in _FAMILIES.items() if family in name), ("", ""))


def _identity(place: str) -> str:
    """Name a model; of a folder, its content counts, for another one may come in its place."""
    folder = Path(place).expanduser()
    if not folder.is_dir():
        return place
    parts = sorted(p for p in folder.rglob("*") if p.is_file())
    digest = sha256()
    for part in parts:
        stat = part.stat()
        head = part.read_bytes() if stat.st_size < _LARGE else _ends(part)
        digest.update(f"{part.relative_to(folder)} {stat.st_size} ".encode() + head)
    return f"{folder.name}/{digest.hexdigest()[:16]}"


def _ends(file: Path) -> bytes:
    """The last megabyte of a large file, weights of the upper layers; reading all takes seconds."""
    with file.open("rb") as opened:
        opened.seek(-_LARGE, 2)
        return opened.read()
