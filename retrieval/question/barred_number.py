"""A number somebody tells of himself beside the one from which on he is barred: 12万粉, 超过10万.

Only what is counted under the same word is compared; what stands at the bound itself is left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from knowledge import lazy_re

_TIMES = {
    "": 1.0,
    "十": 10.0,
    "百": 100.0,
    "千": 1_000.0,
    "万": 10_000.0,
    "w": 10_000.0,
    "k": 1_000.0,
}
_NUMBER = r"(?P<n>\d+(?:\.\d+)?)(?P<times>[十百千万wk]?)"
_BOUND = lazy_re.compile(rf"(?:超过|多于|大于|高于){_NUMBER}")
_TOLD = lazy_re.compile(_NUMBER)
_DATED = lazy_re.compile(r"[年月日号点岁]")
_NEAR = 6
"""So many characters lie at most between a bound and what is counted."""
Side = Literal["above", "below"]


def side_of_bar(question: str, said: str, counted: Iterable[str]) -> Side | None:
    """On which side of the bound that bars people somebody is; None where nothing tells.

    Args:
        question: what somebody tells of himself, comparable.
        said: the words that bar, comparable.
        counted: words of the notice for what the question counts.

    >>> side_of_bar("我号上有12万粉,碍事不", "个人账号粉丝数超过10万人的", ["粉丝"])
    'above'
    >>> side_of_bar("我就800个粉", "个人账号粉丝数超过10万人的", ["粉丝"])
    'below'
    >>> side_of_bar("我有12万粉", "近两年获得奖金超过10万元的", ["粉丝"]) is None
    True
    """
    bound = next((b for b in _BOUND.finditer(said) if _counts(said[: b.start()], counted)), None)
    told = [m for m in _TOLD.finditer(question) if not _DATED.match(question, m.end())]
    if bound is None or len(told) != 1:
        return None
    own, bar = (float(m["n"]) * _TIMES[m["times"]] for m in (told[0], bound))
    return None if own == bar else "above" if own > bar else "below"


def _counts(before: str, counted: Iterable[str]) -> bool:
    """Whether what is bounded is one of these, said right before the bound."""
    return any(
        0 <= len(before) - before.rfind(word) - len(word) <= _NEAR
        for word in counted
        if word in before
    )
