"""Ranks that follow each other (二级甲等 above 二级乙等), compared as `scales.yaml` orders them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.data import table
from knowledge.plain import comparable

_BELOW = lazy_re.compile(r"以下|及下|低于|不高于|不超过")
_BAD = lazy_re.compile(r"^(?:不|基本)")


class _Scale(NamedTuple):
    near: tuple[str, ...]
    names: dict[str, int]
    pattern: re.Pattern[str]


@cache
def _scales() -> tuple[_Scale, ...]:
    return tuple(_scale(each["of"], each["ranks"]) for each in table("scales.yaml"))


def _scale(near: list[str], ranks: list[str]) -> _Scale:
    names = {comparable(n): at for at, rank in enumerate(ranks) for n in str(rank).split("|")}
    longest = sorted(names, key=len, reverse=True)
    return _Scale(
        tuple(map(comparable, near)), names, lazy_re.compile("|".join(map(re.escape, longest)))
    )


def ranked(said: str, name: str, value: str) -> bool | None:
    """Whether a rank is as high (or as low) as the words ask; None where they cannot be compared.

    >>> ranked("普通话水平达到二级乙等以上", "普通话水平", "二级甲等")
    True
    """
    said, value = comparable(said), comparable(value)
    about = said + comparable(name)
    for scale in _scales():
        if scale.near and not any(word in about for word in scale.near):
            continue
        asked, held = scale.pattern.search(said), scale.pattern.search(value)
        if asked is None or held is None:
            continue
        least, own = scale.names[asked[0]], scale.names[held[0]]
        low = _BELOW.match(said[asked.end() :].lstrip("及)(含")) or _BAD.match(asked[0])
        return own >= least if low else own <= least
    return None
