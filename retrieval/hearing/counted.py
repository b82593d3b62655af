"""How often texts have the words of everyday Chinese, and other words.

The notices of one desk are most of the next one's, so each text is counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
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


KEPT = 64
"""Of more notices than a desk looks at closely few come again."""


@lru_cache(maxsize=KEPT)
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


def times(words: Collection[str], texts: Sequence[str]) -> Mapping[str, int]:
    """How often texts have each of some words, overlapping places too.

    >>> times({"天天"}, ["天天天", "今天"])
    {'天天': 2}
    """
    if len(texts) > KEPT:  # every word in every text would take hours
        wanted = frozenset(words)
        every = (run for text in texts for run in RUN.findall(text))
        return Counter(part for run in every for part in _stretches(run) if part in wanted)
    pairs = {word: frozenset(map(add, word, word[1:])) for word in words}
    having = [(text, counted(text).pairs) for text in texts]
    return {w: sum(_places(w, text) for text, own in having if own >= pairs[w]) for w in words}


def _places(word: str, text: str) -> int:
    found, at = 0, text.find(word)
    while at >= 0:
        found, at = found + 1, text.find(word, at + 1)
    return found
