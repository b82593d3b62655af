"""Search: chunks for a question, by words and by meaning, inside a scope.

Which notices can answer is decided before. Inside them the meaning is exact: one product over
their vectors (1.2 ms for 10,000, where a filter costs Chroma 8.7 ms). With an open scope Chroma
names the nearest; its candidates are scored by the same vectors, so the scores do not depend on
who found them. A reranker, if there is one, reads the best and puts them into its own order.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Frozen
from retrieval.errors import EmbedderDownError, IndexDownError
from retrieval.index.chunks import Chunk
from retrieval.index.embed import Model
from retrieval.index.fusion import POOL, Vector, best, fused, nearest
from retrieval.index.meanings import Meanings
from retrieval.index.rerank import RERANKED, Reranker
from retrieval.index.words import WordIndex

EXACT_ROWS = 20_000
"""Up to so many chunks an open scope is searched exactly as long as Chroma is not open."""
_QUESTIONS = 256
_REST = 30.0
"""Seconds before a vector index that is away is tried again."""


class Hit(Frozen):
    """A chunk that was found."""

    chunk: Chunk
    score: float
    """Fused, 0 to 1; comparable within one search only."""
    words: float
    """BM25."""
    meaning: float | None
    """Cosine, None where there is no vector or no model."""
    reranked: float | None = None
    """The reranker's score; None without one, and for what came too late to be read by it."""


class Nearest(Protocol):
    """A vector index."""

    def nearest(self, vector: Vector, limit: int) -> list[str]:
        """Return the ids of the nearest chunks; raises `IndexDownError`."""

    def close(self) -> None:
        """Close it."""


class Search:
    """Search over fixed chunks; thread-safe and deterministic."""

    def __init__(  # noqa: PLR0913 its parts, each replaceable
        self,
        chunks: Sequence[Chunk],
        words: Callable[[], WordIndex],
        model: Model | None,
        vectors: Callable[[Sequence[str]], Mapping[str, Vector]],
        index: Callable[[], Nearest | None] = lambda: None,
        *,
        reranker: Reranker | None = None,
    ) -> None:
        """`words` and `index` open the indexes; `vectors` gives stored vectors by text hash."""
        self.chunks = tuple(chunks)
        self._rows = {chunk.id: row for row, chunk in enumerate(self.chunks)}
        self._of_notice = _by_notice(self.chunks)
        self._open_words = words
        self._model = model
        self._meanings = Meanings(self.chunks, self._of_notice, vectors)
        self._open_index = index
        self._reranker = reranker
        self._index: Nearest | None = None
        self._rest_until = 0.0
        self._questions: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()

    @cached_property
    def _words(self) -> WordIndex:
        return self._open_words()

    def find(
        self,
        query: str,
        notices: Sequence[str] | None = None,
        limit: int = 20,
        *,
        dense: bool = True,
    ) -> list[Hit]:
        """Return the best chunks, best first, of these notices or, with None, of all.

        `dense` asks for meaning too, and for the reranker; words alone answer when it is False,
        or when there is no model or it is down.

        Raises:
            RerankerError: there is a reranker, but it cannot be used.
        """
        scores = self._words.scores(query)
        vector = self._vector(query) if dense else None
        pool = max(POOL, 3 * limit)
        rows = self._in(notices)
        found = set(rows[best(scores[rows], pool, above=0.0)].tolist())
        if vector is not None:
            found.update(self._nearest(vector, rows, pool, whole=notices is None))
        candidates = np.array(sorted(found), dtype=np.int64)
        meanings = self._meanings.of(vector, candidates)
        hits = self._hits(candidates, scores[candidates], meanings)
        return (self._reranked(query, hits) if dense else hits)[:limit]

    def meanings(self, query: str, notice: str) -> list[tuple[Chunk, float]] | None:
        """Return the cosine of every chunk of a notice that has a vector; None without a model."""
        vector = self._vector(query)
        if vector is None:
            return None
        rows = self._in([notice])
        pairs = zip(rows, self._meanings.of(vector, rows), strict=True)
        return [(self.chunks[row], float(cosine)) for row, cosine in pairs if cosine == cosine]  # noqa: PLR0124 not NaN

    def scores(
        self, query: str, notices: Sequence[str] | None = None
    ) -> tuple[list[Chunk], Vector, Vector]:
        """Return every chunk of these notices with its BM25 score and its cosine, or NaN."""
        rows = self._in(notices)
        meanings = self._meanings.of(self._vector(query), rows)
        return [self.chunks[row] for row in rows], self._words.scores(query)[rows], meanings

    def alike(self, one: str, other: str) -> float | None:
        """Return the cosine of two questions; None without a model, or while it is down."""
        first, second = self._vector(one), self._vector(other)
        if first is None or second is None:
            return None
        return float(np.einsum("i,i->", first, second))

    def knows(self, token: str) -> bool:
        """Whether a character or pair of them stands in any chunk."""
        return self._words.knows(token)

    def warm(self) -> None:
        """Open the indexes and start the model, so that the first question is as fast."""
        self._words  # noqa: B018  opened by looking at it
        self._index = self._index or self._open_index()
        self._vector("赛项")

    def close(self) -> None:
        """Close the vector index."""
        index, self._index = self._index, None
        if index:
            index.close()

    def _in(self, notices: Iterable[str] | None) -> NDArray[np.int64]:
        if notices is None:
            return np.arange(len(self.chunks))
        ranges = [self._of_notice.get(n, range(0)) for n in dict.fromkeys(notices)]
        return np.array([row for some in ranges for row in some], dtype=np.int64)

    def _vector(self, query: str) -> Vector | None:
        if self._model is None:
            return None
        with self._lock:
            if query in self._questions:
                self._questions.move_to_end(query)
                return self._questions[query]
        try:
            vector = np.asarray(self._model.embed_query(query), dtype=np.float32)
        except EmbedderDownError:
            return None
        with self._lock:
            self._questions[query] = vector
            if len(self._questions) > _QUESTIONS:
                self._questions.popitem(last=False)
        return vector

    def _nearest(
        self, vector: Vector, rows: NDArray[np.int64], pool: int, *, whole: bool
    ) -> list[int]:
        if whole and (self._index is not None or len(rows) > EXACT_ROWS):
            by_index = self._asked(vector, pool)
            if by_index is not None:
                return by_index
        if len(rows) > EXACT_ROWS:
            return []
        found: list[int] = rows[nearest(self._meanings.of(vector, rows), pool)].tolist()
        return found

    def _asked(self, vector: Vector, pool: int) -> list[int] | None:
        """What the vector index finds; None if it does not answer."""
        try:
            if self._index is None and time.monotonic() >= self._rest_until:
                self._index, self._rest_until = self._open_index(), time.monotonic() + _REST
            if self._index is None:
                return None
            ids = self._index.nearest(vector, min(pool, len(self.chunks)))
        except IndexDownError:
            self._index, self._rest_until = None, time.monotonic() + _REST
            return None
        return [self._rows[i] for i in ids if i in self._rows]

    def _hits(self, rows: NDArray[np.int64], words: Vector, meanings: Vector) -> list[Hit]:
        hits = [
            Hit(
                chunk=self.chunks[row],
                score=round(float(score), 6),
                words=round(float(word), 6),
                meaning=None if np.isnan(meaning) else round(float(meaning), 6),
            )
            for row, score, word, meaning in zip(
                rows, fused(words, meanings), words, meanings, strict=True
            )
        ]
        return sorted(hits, key=lambda hit: -hit.score)

    def _reranked(self, query: str, hits: list[Hit]) -> list[Hit]:
        """The best in the reranker's order, then the rest as they were."""
        if self._reranker is None or not hits:
            return hits
        some = hits[:RERANKED]
        scores = self._reranker.scores(query, [hit.chunk.full for hit in some])
        judged = [
            hit.model_copy(update={"reranked": round(score, 6)})
            for hit, score in zip(some, scores, strict=True)
        ]
        judged.sort(key=lambda hit: -(hit.reranked or 0.0))
        return [*judged, *hits[RERANKED:]]


def _by_notice(chunks: Sequence[Chunk]) -> dict[str, range]:
    """Where each notice's chunks stand, one behind the other."""
    found: dict[str, range] = {}
    for row, chunk in enumerate(chunks):
        start = found[chunk.notice].start if chunk.notice in found else row
        found[chunk.notice] = range(start, row + 1)
    return found
