"""The lexical index: BM25 over single characters and character pairs.

Characters and their pairs beat dictionary words on notices (recall@1 .625 against .583 for jieba)
and need no dictionary. The scoring is bm25s: pure numpy, 13 MB more than numpy alone, 0.1 ms a
question over five notices and 0.4 ms over 20,000 chunks. Traditional characters are simplified
first, in questions and notices alike; questions lose 19 points otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.plain import comparable
from knowledge.simplified import simplified

if TYPE_CHECKING:
    import bm25s

Scores = NDArray[np.float32]


def tokens(text: str) -> list[str]:
    """Return the characters and the pairs of neighbours, without white space, in lower case.

    >>> tokens("報名費")
    ['报', '名', '费', '报名', '名费']
    """
    plain = comparable(simplified(text))
    return [*plain, *map("".join, pairwise(plain))]


class WordIndex:
    """BM25 scores of a question against every text, in the order of the texts."""

    def __init__(self, index: bm25s.BM25, size: int) -> None:
        self._index = index
        self.size = size

    @classmethod
    def of(cls, texts: Iterable[str]) -> WordIndex:
        """Index texts."""
        import bm25s  # noqa: PLC0415 brings SciPy, a quarter of a second

        vocabulary: dict[str, int] = {}
        rows = [
            [vocabulary.setdefault(token, len(vocabulary)) for token in tokens(text)]
            for text in texts
        ]
        index = bm25s.BM25()
        if vocabulary:
            index.index((rows, vocabulary), show_progress=False)
        return cls(index, len(rows))

    def scores(self, question: str) -> Scores:
        """Score every text; zero where no character is shared.

        Scores do not depend on where somebody looks later: restrict by taking some of them.
        """
        vocabulary = getattr(self._index, "vocab_dict", {})
        known = [token for token in dict.fromkeys(tokens(question)) if token in vocabulary]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)

    def knows(self, token: str) -> bool:
        """Whether a character or pair stands in any text."""
        return token in getattr(self._index, "vocab_dict", {})

    def save(self, folder: Path) -> dict[str, str]:
        """Write the index and return the hash of each file."""
        folder.mkdir(parents=True)
        if self.size:
            self._index.save(folder, show_progress=False)
        return _hashes(folder)

    @classmethod
    def load(cls, folder: Path, hashes: dict[str, str], size: int) -> WordIndex | None:
        """Read a saved index; None if it is not what was written."""
        if not hashes or _hashes(folder) != hashes:
            return None
        import bm25s  # noqa: PLC0415 as above

        return cls(bm25s.BM25.load(folder, mmap=True), size)


def _hashes(folder: Path) -> dict[str, str]:
    files: Sequence[Path] = sorted(folder.iterdir()) if folder.is_dir() else []
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}
