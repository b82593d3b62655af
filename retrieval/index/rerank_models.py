"""Any sentence-transformers cross-encoder as a reranker (extra `models`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from retrieval.errors import RerankerError
from retrieval.index.clean import windows
from retrieval.index.model_folders import folder_of
from retrieval.index.quiet import hush

_BATCH = 16
_JUDGES = ("ForSequenceClassification", "ForCausalLM", "ForConditionalGeneration")
"""What the models are called that give a score; another one would get a head of random numbers."""


class CrossModel:
    """A cross-encoder by name or folder; found at once, loaded by the first question."""

    def __init__(self, place: str) -> None:
        if not _is_installed():
            raise RerankerError("没有装 sentence-transformers；请运行 pip install 'saiwen[models]'")
        folder = folder_of(place)
        if folder is None:
            raise RerankerError(f"本机上没有重排模型 {place}；请给出模型所在的文件夹")
        if not _is_judge(folder):
            raise RerankerError(f"{place} 不是重排模型（cross-encoder），不能用来重排")
        self._folder = folder
        self._model: Any = None
        self._lock = Lock()

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """Judge each passage; the first window of a long text counts."""
        asked = windows(question)[0]
        pairs = [(asked, windows(passage)[0]) for passage in passages]
        if not pairs:
            return []
        with self._lock:
            self._model = self._model or _load(self._folder)
            found = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False)
        scores = np.asarray(found, dtype=np.float64)
        if scores.shape != (len(pairs),) or not np.isfinite(scores).all():
            raise RerankerError(f"{self._folder} 不能用来重排：它不是每段给出一个分数")
        rows: list[float] = scores.tolist()
        return rows


def _is_installed() -> bool:
    try:
        return find_spec("sentence_transformers") is not None
    except ValueError:  # stands in sys.modules without a spec
        return False


def _is_judge(folder: Path) -> bool:
    """Whether a folder says that it holds a cross-encoder, and not a model for embedding."""
    own = _said(folder / "config_sentence_transformers.json").get("model_type")
    kinds = _said(folder / "config.json").get("architectures") or []
    return own == "CrossEncoder" or any(str(kind).endswith(_JUDGES) for kind in kinds)


def _said(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _load(folder: Path) -> Any:
    hush()
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 heavy

    try:
        return CrossEncoder(str(folder), device=None, local_files_only=True)
    except Exception as error:  # what the loaders raise has no common base
        raise RerankerError(
            f"打不开重排模型 {folder}；请给出 cross-encoder 所在的文件夹"
        ) from error
