"""The whole desk over a store on disk: notices, rules, search by meaning."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.catalogue.relations import related
from retrieval.desk import Desk, MeaningOf
from retrieval.index.collection import Collection, Indexed
from retrieval.index.search import Search
from retrieval.official.beside import WithOfficial
from retrieval.official.shelf import Shelf
from retrieval.passages.rank import Meaning
from retrieval.passages.units import Unit
from retrieval.storage.held_rules import HeldRules
from retrieval.storage.store import Entry, Store
from retrieval.withdrawn import Guarded
from retrieval.wording_model.opening import wording_of

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from retrieval.reworded import Reworded


def open_desk(
    folder: Path,
    environ: Mapping[str, str] = os.environ,
    *,
    warm: bool = True,
    model: BaseChatModel | None = None,
) -> WithOfficial | Reworded | Guarded:
    """Open the desk of a store as it is; what has no vectors yet is answered by words.

    `warm` opens the vector index and starts the embedding model now instead of at the first
    question that needs them. `model` is a language model for friendlier words, instead of the one
    that the settings name; without either, and by default, there is none.

    Raises:
        StoreError: the store cannot be used.
        LanguageModelError: the language model that the settings name cannot be used.
    """
    from retrieval.index.build import open_search  # noqa: PLC0415 numpy and bm25s, only for a real desk

    wording = wording_of(environ, model)
    store = Store.open(folder)
    entries = store.entries()
    search = open_search(store, environ=environ)
    if warm:
        search.warm()
    bare = desk_over(entries, meaning_of(search), Indexed(search))
    desk: WithOfficial | Reworded = WithOfficial(bare, Shelf.of(folder).every, search.alike)
    if wording is not None:
        from retrieval.reworded import Reworded  # noqa: PLC0415 only where a model is configured

        desk = Reworded(desk, wording.writer, wording.seconds)
    withdrawn = store.withdrawn()
    return Guarded(desk, withdrawn) if withdrawn else desk


def desk_over(
    entries: tuple[Entry, ...],
    meaning: MeaningOf | None = None,
    collection: Collection | None = None,
) -> Desk:
    """A desk over these notices and their rules."""
    notices = related([entry.notice for entry in entries])
    return Desk(notices, meaning, rules=HeldRules(entries), collection=collection)


def meaning_of(search: Search) -> MeaningOf:
    """How near the sentences of a notice are to a question, from the vectors of their chunks."""

    def of(question: str, notice: str) -> Meaning | None:
        scored = search.meanings(question, notice)
        if not scored:
            return None
        mean = sum(cosine for _, cosine in scored) / len(scored)
        spans = [(chunk.start, chunk.end, cosine - mean) for chunk, cosine in scored]

        def near(unit: Unit) -> float:
            return max(
                (cosine for start, end, cosine in spans if start < unit.end and unit.start < end),
                default=0.0,
            )

        return near

    return of
