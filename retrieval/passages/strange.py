"""Words of a question of which a notice knows nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from knowledge import lazy_re
from knowledge.numerals import CHINESE
from retrieval.passages.units import Reading, pairs
from retrieval.question.asked import Asked
from retrieval.question.everyday import common_words

_WORD = lazy_re.compile(r"[\u4e00-\u9fff]{2,}|[a-z]{2,}")
_PLACED = lazy_re.compile(rf"第(?:\d+|{CHINESE})名?能?|[一二三四五]级")
"""Ranks and levels are words of every notice."""
_MOMENT = lazy_re.compile(
    rf"[今明昨后前][天晚早日]|(?:[上下中]午|早上|晚上|凌晨|半夜)|(?:\d+|{CHINESE})[点号]半?钟?"
    r"|月[底初末]|[上中下]旬"
)
"""When somebody asks or acts stands in no notice: 今晚八点."""
_ORDINARY = 1e-4
"""A word that makes up so much of all text tells of nothing strange: 直接, 一点, 针对."""


def unknown(asked: Asked, reading: Reading, says: Callable[[tuple[str, ...]], int]) -> int:
    """The length of the question's longest word of which the notice knows nothing.

    `says` tells how many sentences have one of some words.
    """
    known = sorted((m.said for m in asked.meant if says(m.words)), key=len)
    covered = tuple(dict.fromkeys(reversed(known)))
    runs = (run for whole in asked.content for run in _uncovered(whole, covered))
    words = (word for run in runs for word in _WORD.findall(run))
    words = (part for word in words for part in _uncommon(word))
    strange = (w for w in words if not any(reading.knows(p) for p in pairs(w)))
    return max(map(len, strange), default=0)


def _uncommon(word: str) -> Iterator[str]:
    """What is left of a stretch without moments and the most ordinary words."""
    common = common_words()
    for run in filter(None, _MOMENT.split(word)):
        start = done = 0
        while done < len(run):
            pair = run[done : done + 2]
            if len(pair) == 2 and common.get(pair, 0.0) >= _ORDINARY:  # noqa: PLR2004  two characters
                yield run[start:done]
                start = done = done + 2
            else:
                done += 1
        yield run[start:]


def _uncovered(whole: str, covered: Sequence[str]) -> Iterator[str]:
    """What stands between ranks and the words covered, which come longest first."""
    done = 0
    while True:
        placed = _PLACED.search(whole, done)
        spans = [placed.span()] if placed else []
        spans += [(at, at + len(said)) for said in covered if (at := whole.find(said, done)) >= 0]
        start, end = min(spans, key=lambda span: span[0], default=(len(whole), len(whole)))
        yield whole[done:start]
        if not spans:
            return
        done = end
