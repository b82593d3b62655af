"""Haystack's BM25 over the same windows as plain LangChain, where Haystack is installed.

It is no dependency of saiwen: it is found by its name when it is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from eval.baselines.model import Find
from retrieval.index.chunks import Chunk
from retrieval.index.plain_chain import FOUND


def is_installed() -> bool:
    """Whether Haystack can be imported."""
    return find_spec("haystack") is not None


def bm25(pieces: Sequence[Chunk]) -> Find:
    """Haystack's search by words as it comes: every Chinese character is one."""
    document = import_module("haystack").Document
    memory = import_module("haystack.document_stores.in_memory")
    store = memory.InMemoryDocumentStore()
    found = {piece.id: piece for piece in pieces}
    store.write_documents(
        [document(id=p.id, content=p.text, meta={"notice": p.notice}) for p in pieces]
    )

    def find(words: str, notice: str | None) -> list[Chunk]:
        only = {"field": "meta.notice", "operator": "==", "value": notice} if notice else None
        # words alone: what has none of them is not found
        hits = store.bm25_retrieval(words, filters=only, top_k=FOUND)
        return [found[hit.id] for hit in hits]

    return find
