"""The pipeline most chat bots over documents begin with, on LangChain's own parts, to compare with.

Windows of 500 characters that overlap by 50, each embedded, kept in Chroma, the four nearest found.
Nothing of saiwen answers with it; `eval.baselines` measures what it finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.model import Notice
from retrieval.errors import SplitterMissingError
from retrieval.index.chunks import Chunk
from retrieval.index.embed import Model, as_embeddings
from retrieval.index.vectors import VectorIndex

if TYPE_CHECKING:
    from langchain_core.vectorstores import VectorStore

SIZE, OVERLAP, FOUND = 500, 50, 4
"""Characters of a window, characters shared with the next one, windows found for a question."""


def windows(notices: Iterable[Notice]) -> Iterator[Chunk]:
    """Cut notices as LangChain's splitter for plain text does by default.

    Raises:
        SplitterMissingError: langchain-text-splitters is not installed.
    """
    try:
        from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415 an extra
    except ImportError as error:
        raise SplitterMissingError(
            "没有 langchain-text-splitters；请安装 pip install -c constraints.txt -e '.[baselines]'"
        ) from error
    cut = RecursiveCharacterTextSplitter(
        chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True
    )
    for notice in notices:
        for piece in cut.create_documents([notice.text]):
            yield _window(notice.id, piece.metadata["start_index"], piece.page_content)


def _window(notice: str, start: int, text: str) -> Chunk:
    return Chunk(
        id=sha256(f"{notice} {start} {text}".encode("utf-8", "replace")).hexdigest(),
        notice=notice,
        path="",
        start=start,
        end=start + len(text),
        text=text,
        prefix="",
        kind="clause",
    )


class PlainChain:
    """Windows in Chroma, found by the meaning of the question alone."""

    def __init__(self, pieces: Sequence[Chunk], index: VectorIndex, store: VectorStore) -> None:
        """`pieces` are what `index` holds; `store` is the same collection as LangChain knows it."""
        self._pieces = {(piece.notice, piece.start): piece for piece in pieces}
        self._index = index
        self._store = store

    @classmethod
    def of(cls, pieces: Sequence[Chunk], model: Model, folder: Path) -> PlainChain:
        """Embed the windows and write them into a fresh folder."""
        matrix = np.array(model.embed_documents([p.text for p in pieces]), dtype=np.float32)
        VectorIndex.write(folder, None, "", pieces, matrix)
        index = VectorIndex.open(folder, None, "")
        return cls(pieces, index, index.as_langchain(as_embeddings(model)))

    def find(self, question: str, notice: str | None = None, limit: int = FOUND) -> list[Chunk]:
        """The windows nearest to a question, the nearest first; of one notice, or of all."""
        only = {"notice": notice} if notice else None
        found = self._store.similarity_search(question, k=limit, filter=only)
        places = ((each.metadata["notice"], each.metadata["start"]) for each in found)
        return [self._pieces[place] for place in places]

    def close(self) -> None:
        """Close the collection."""
        self._index.close()
