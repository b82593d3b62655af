"""Which reranker is used, by one setting.

A reranker reads a question and a passage together and is slower and better than comparing their
vectors, so it only puts the best of what was found into its own order. `RERANKER`: absent, empty
or `none` is none; `sentence-transformers:NAME_OR_FOLDER` a cross-encoder that is on this machine
(extra `models`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from retrieval.errors import RerankerError
from retrieval.index.embed import SENTENCE_TRANSFORMERS

SETTING = "RERANKER"
RERANKED = 32
"""So many of the best are put into order by the reranker; the rest follow as they were."""


class Reranker(Protocol):
    """Judges passages by reading them."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """Return how well each passage answers, higher is better.

        Raises:
            RerankerError: the model cannot be used.
        """


def reranker_named(environ: Mapping[str, str]) -> Reranker | None:
    """Return the reranker that the environment asks for, None for none.

    That it is on this machine is seen at once; it is loaded by the first question.

    Raises:
        RerankerError: it cannot be used; the message says what to do.
    """
    return _reranker(environ.get(SETTING, "").strip())


@cache
def _reranker(setting: str) -> Reranker | None:
    if setting in {"", "none"}:
        return None
    if not setting.startswith(SENTENCE_TRANSFORMERS):
        raise RerankerError(
            f"不认识 {SETTING}={setting}；可用 {SENTENCE_TRANSFORMERS}模型名或文件夹，或留空不用"
        )
    from retrieval.index.rerank_models import CrossModel  # noqa: PLC0415 an extra

    return CrossModel(setting.removeprefix(SENTENCE_TRANSFORMERS))
