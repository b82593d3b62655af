"""Making the indexes from the store: vectors that are missing, then a build put in place whole.

Everything here can be killed at any moment and called again: what is done is not done twice, and
what is half done is begun anew beside the build in use. Words answer without any of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from retrieval.index.builds import Builds
from retrieval.index.chunks import Chunk
from retrieval.index.crew import crew
from retrieval.index.embed import Model, model_named
from retrieval.index.indexes import Indexes
from retrieval.index.pieces import Pieces
from retrieval.index.rerank import Reranker, reranker_named
from retrieval.index.search import Search
from retrieval.index.vectors import server
from retrieval.intake.sources import Sources, bundled_sources, sync_store
from retrieval.storage.store import Store

Progress = Callable[[int, int], None]
"""(chunks embedded, chunks to embed); called with (0, n) before the first."""
_AT_ONCE = 16


def ensure(
    folder: Path,
    sources: Sources = bundled_sources,
    progress: Progress | None = None,
    model: Model | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Store:
    """Bring a store and its indexes up to date and return it; quick if they are.

    Raises:
        StoreError: the store cannot be used.
        EmbeddingError: the model that the environment asks for cannot be used.
        IndexAddressError: the address of the vector database's server is none.
    """
    store = sync_store(folder, sources)
    model = model or model_named(environ)
    indexes = _indexes(store, model, environ)
    if _is_done(store, indexes, model):
        indexes.keep_pieces()
    else:
        with Builds(folder).alone():
            _renew(store, model, environ, progress)
    return store


def open_search(
    store: Store,
    model: Model | None = None,
    environ: Mapping[str, str] = os.environ,
    reranker: Reranker | None = None,
) -> Search:
    """Open the search over a store as it is; what is not indexed is found by words.

    The vector index is opened when it is first needed; a broken one is made anew from the store.

    Raises:
        EmbeddingError, RerankerError: a model that the environment asks for cannot be used.
        IndexAddressError: the address of the vector database's server is none.
    """
    model = model or model_named(environ)
    indexes = _indexes(store, model, environ)
    return Search(
        chunks=indexes.pieces,
        words=indexes.words,
        model=model,
        vectors=lambda hashes: store.vectors(model.name, hashes) if model else {},
        index=indexes.vectors,
        reranker=reranker or reranker_named(environ),
    )


def _indexes(
    store: Store, model: Model | None, environ: Mapping[str, str], *, anew: bool = False
) -> Indexes:
    pieces = Pieces(store, anew=anew)
    return Indexes(store, pieces, model.name if model else None, server(environ))


def _is_done(store: Store, indexes: Indexes, model: Model | None) -> bool:
    return indexes.fitting() is not None and not (model and _missing(store, model, indexes.pieces))


def _renew(
    store: Store, model: Model | None, environ: Mapping[str, str], progress: Progress | None
) -> None:
    """Build, unless another process has done it while this one waited."""
    indexes = _indexes(store, model, environ, anew=True)
    embedded = embed_missing(store, model, indexes.pieces, progress) if model else 0
    if embedded or indexes.fitting() is None:
        # also where nothing was embedded: a notice that is shorter now, or withdrawn, leaves none
        store.forget_vectors(model.name if model else None, [c.hash for c in indexes.pieces])
        indexes.write()


def embed_missing(
    store: Store, model: Model, pieces: Sequence[Chunk], progress: Progress | None = None
) -> int:
    """Embed the chunks whose vectors are not in the store, and return how many that were.

    They are kept every few, so a kill costs little. A chunk that the model cannot embed stays
    without a vector until the next time.
    """
    texts = {chunk.hash: chunk.full for chunk in pieces}
    missing, done = _missing(store, model, pieces), 0
    with crew(model) as embed:
        for at in range(0, len(missing), _AT_ONCE):
            if progress:
                progress(at, len(missing))
            some = missing[at : at + _AT_ONCE]
            tried = zip(some, embed([texts[key] for key in some]), strict=True)
            found = {key: vector for key, vector in tried if vector is not None}
            store.put_vectors(model.name, found)
            done += len(found)
    if progress and missing:
        progress(len(missing), len(missing))
    return done


def _missing(store: Store, model: Model, pieces: Sequence[Chunk]) -> list[str]:
    """The hashes of texts without a sound vector, in order."""
    hashes = list(dict.fromkeys(chunk.hash for chunk in pieces))
    stored = store.vectors(model.name, hashes)
    return [key for key in hashes if key not in stored]
