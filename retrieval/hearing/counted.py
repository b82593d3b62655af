"""How often texts have the words of everyday Chinese, and other words.

The notices of one desk are most of the next one's, so each text is counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add
from typing import NamedTuple

from knowledge import lazy_re
from retrieval.question.everyday import common_words

RUN = lazy_re.compile("[\u4e00-\u9fff]+")
SHORT, LONG = 2, 6
"""Words of so many characters are counted."""


class Counted(NamedTuple):
    """What one text has."""

    words: Mapping[str, int]
    """Everyday words, overlapping ones too."""
    pairs: frozenset[str]
    characters: int


@lru_cache(maxsize=64)  # of more notices than a desk looks at closely few come again
def counted(text: str) -> Counted:
    """The everyday words of a text.

    >>> counted("由学院承办").words["学院"], counted("由学院，承办").characters
    (1, 5)
    """
    runs = RUN.findall(text)
    common = common_words()
    words = Counter(word for run in runs for word in _stretches(run) if word in common)
    pairs = frozenset(pair for run in runs for pair in map(add, run, run[1:]))
    return Counted(dict(words), pairs, sum(map(len, runs)))


def _stretches(run: str) -> Iterator[str]:
    for length in range(SHORT, LONG + 1):
        yield from (run[at : at + length] for at in range(len(run) - length + 1))


def times(word: str, texts: Sequence[str]) -> int:
    """How often texts have a word, overlapping places too.

    >>> times("天天", ["天天天", "今天"])
    2
    """
    pairs = frozenset(map(add, word, word[1:]))
    return sum(_places(word, text) for text in texts if counted(text).pairs >= pairs)


def _places(word: str, text: str) -> int:
    found, at = 0, text.find(word)
    while at >= 0:
        found, at = found + 1, text.find(word, at + 1)
    return found
