"""The facts of an answer: which of the expected ones it states, and which values it adds.

Values are typed as the notices' are (dates, amounts, counts, e-mails, phones …). A value of the
answer is apt if it stands among the expected facts, in the clause that proves the answer, in the
question, or in the competition's name; any other may be true, but was not what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.fold import fold
from knowledge.plain import comparable
from knowledge.values.collect import FOLDED
from knowledge.values.found import Context, without_overlaps

_MARKUP = re.compile(r"[*`|_]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FROM_HERE = re.compile(r"\n(?:按：|可咨询：)")
"""Below these stand what was taken to be asked about, and whom to call."""


_WORKED_OUT = re.compile(
    r"（(?:已截止|尚未截止)[^）]*）|\((?:still open|closed)[^)]*\)|按\d+[^：\n]*计算：[^\n]*"
    r"|共\d+个[^·\n]{0,24}（逐条计数）|[哪同某]一[个天项]"
)
"""Days left, shown sums and counts are proven elsewhere; 哪一天 names no number."""


class Stated(NamedTuple):
    """A typed value in the text of an answer."""

    kind: str
    words: str


@lru_cache(maxsize=8192)  # what proves answers is held against one after the other
def plain(text: str) -> str:
    """Comparable, and without the marks of Markdown and tables."""
    return _MARKUP.sub("", comparable(text))


@lru_cache(maxsize=64)  # an answer's are counted, and then held against what proves it
def values_in(text: str) -> tuple[Stated, ...]:
    """The typed values of an answer's text, once each.

    >>> [each.kind for each in values_in("7月1日前发到 a@example.org")]
    ['deadline', 'email']
    """
    body = _WORKED_OUT.sub("", _FROM_HERE.split(text)[0])
    told = fold(body)
    found = without_overlaps(told.text, Context(year=2000), FOLDED)
    return tuple(dict.fromkeys(Stated(f.kind, told.text[f.start : f.end]) for f in found))


def inapt(text: str, proof: Sequence[str]) -> Iterator[Stated]:
    """The values of an answer that stand nowhere in `proof`: as words, or by all their numbers."""
    known = [plain(each) for each in proof]
    numbers = {number for each in known for number in _NUMBER.findall(each)}
    for value in values_in(text):
        words = plain(value.words)
        own = _NUMBER.findall(words)
        if not any(words in each for each in known) and not (own and numbers.issuperset(own)):
            yield value


def missing(said: str, facts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The facts that a text lacks, each by its first words; `said` is `plain`."""
    lacking = (f for f in facts if not any(plain(words) in said for words in f))
    return tuple(" / ".join(choices[:3]) for choices in lacking)
