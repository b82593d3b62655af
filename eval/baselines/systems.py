"""The systems that are compared, over one store, with the same model of meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np

from eval.baselines import haystack
from eval.baselines.model import System, by_passages
from eval.baselines.parts import without_gate, without_scope
from knowledge.model import Notice
from retrieval.desk import Desk
from retrieval.index.chunks import Chunk
from retrieval.index.collection import Indexed
from retrieval.index.embed import Model
from retrieval.index.fusion import nearest
from retrieval.index.plain_chain import FOUND, OVERLAP, SIZE, PlainChain, windows
from retrieval.index.search import Search
from retrieval.open_desk import desk_over, meaning_of
from retrieval.storage.store import Entry

Open = Callable[[], Search]
"""Opens a search: one for each system, so that none finds vectors of questions kept already."""


def systems(
    entries: tuple[Entry, ...], opened: Open, model: Model | None, folder: Path
) -> Iterator[System]:
    """Yield saiwen first, then what it is compared with; without a model, only those by words.

    Raises:
        SplitterMissingError: langchain-text-splitters is not installed.
    """
    notices = {entry.notice.id: entry.notice for entry in entries}
    desk = desk_of(entries, opened())
    yield System(id="saiwen", name="赛问", answer=desk.answer)
    yield without_gate(desk_of(entries, opened()))
    searched = opened()
    yield without_scope(notices, desk.rules, meaning_of(searched), searched)
    yield from _passages(notices, opened(), dense=model is not None)
    yield from _windows(notices, model, folder)


def desk_of(entries: tuple[Entry, ...], search: Search) -> Desk:
    """The desk of the bot."""
    return desk_over(entries, meaning_of(search), Indexed(search))


def _passages(notices: Mapping[str, Notice], search: Search, *, dense: bool) -> Iterator[System]:
    def by_words(words: str, notice: str | None) -> list[Chunk]:
        found = search.find(words, [notice] if notice else None, FOUND, dense=False)
        return [hit.chunk for hit in found]

    def by_meaning(words: str, notice: str | None) -> list[Chunk]:
        pieces, _, meanings = search.scores(words, [notice] if notice else None)
        return [pieces[row] for row in nearest(np.asarray(meanings), FOUND)]

    yield by_passages(
        "bm25", "只用 BM25", by_words, notices, f"赛问的条款段，按字词取前 {FOUND} 段。"
    )
    if dense:
        words = f"赛问的条款段，按向量取前 {FOUND} 段。"
        yield by_passages("dense", "只用向量", by_meaning, notices, words)


def _windows(notices: Mapping[str, Notice], model: Model | None, folder: Path) -> Iterator[System]:
    pieces = tuple(windows(notices.values()))
    what = f"{SIZE} 字的窗口，重叠 {OVERLAP} 字，取前 {FOUND} 段"
    if model is not None:
        chain = PlainChain.of(pieces, model, folder)
        words = f"{what}，同一个向量模型，Chroma。"
        yield by_passages("langchain", "普通 LangChain", chain.find, notices, words)
    if haystack.is_installed():
        find = haystack.bm25(pieces)
        yield by_passages("haystack", "Haystack BM25", find, notices, f"{what}，按它自己的设置。")
