"""Characters and pairs of them without which a pattern cannot match, so that most are not tried.

The regular expression is read as far as that takes: literals, classes, groups and how often they
stand. What is not understood needs nothing, which only costs the time of trying.

>>> [[sorted(one) for one in way] for way in needed(re.compile("(?:我|本)?单位[已还]|厂"))]
[[['单位'], ['位已', '位还']], [['厂']]]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add
from typing import Generic, NamedTuple, TypeVar

from knowledge import lazy_re
from knowledge.kept import code, kept

_Item = TypeVar("_Item")
Needs = tuple[frozenset[str], ...]
"""Of each set at least one character or pair must stand in the text."""
Ways = tuple[Needs, ...]
"""What a pattern's alternatives need; a text must meet all needs of one of them."""

_MOST_PAIRS = 64
"""Larger classes side by side are no pairs."""
_OF_A_PAIR = 0.1
"""How often a pair stands in a text, where a character does once."""
_AT_ONCE = 2
"""So many needs of all alternatives are looked at together, as bits."""
_SPECIAL, _MARKS = frozenset("\\.^$()[]{}|?*+"), frozenset("?*+{")
_GROUP = lazy_re.compile(r"\((?P<aside>\?<?[=!])?(?:\?(?::|>|P<\w+>))?")
_AGAIN = lazy_re.compile(r"\(\?P=\w+\)")
"""What a group has found, once more."""
_CLASS = lazy_re.compile(r"\[(?P<chars>\^?\]?(?:\\.|[^\]\\])*)\]", re.DOTALL)
_OFTEN = lazy_re.compile(r"(?P<often>[?*+]|\{(?P<least>\d*)(?:,\d*)?\})?[?+]?")
_PLAIN = lazy_re.compile(r"\\(?P<mark>[^\w\s])|(?P<char>[^\\.^$])", re.DOTALL)
_ESCAPE = lazy_re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)


@lru_cache(maxsize=64)  # many sieves look at the same words
def signs(text: str) -> frozenset[str]:
    """What of a text needs are met by: its characters and their pairs.

    >>> sorted(signs("本单位"))
    ['位', '单', '单位', '本', '本单']
    """
    return frozenset((*text, *map(add, text, text[1:])))


class Sieve(Generic[_Item]):
    """Things that need characters; most of them are passed over without looking at each.

    >>> sieve = Sieve([("unit", needed(re.compile("单位"))), ("any", ((),))])
    >>> list(sieve.likely(signs("我单位"))), list(sieve.likely(signs("位")))
    (['unit', 'any'], ['any'])
    """

    def __init__(self, items: Iterable[tuple[_Item, Ways]]) -> None:
        every = [(item, needs) for item, ways in items for needs in ways]
        self._items = tuple(item for item, _ in every)
        """Of each alternative whose it is; those of one thing stand together."""
        own = [sorted(needs, key=_broad) for _, needs in every]
        self._many = len(every)
        lacking = (at for at, needs in enumerate(own) for at in self._places(at, len(needs)))
        self._free = _bits(lacking)
        """Those that need nothing, as bits; above them those that need one sign of one kind."""
        self._met: dict[str, int] = {}
        """Those whose rarest need a sign meets; above them those whose next one it does."""
        for at, needs in enumerate(own):
            for place, need in zip(self._places(at, 0), needs, strict=False):
                for sign in need:
                    self._met[sign] = self._met.get(sign, 0) | 1 << place
        self._known = frozenset(self._met)
        self._others = [tuple(needs[_AT_ONCE:]) for needs in own]

    def _places(self, at: int, met: int) -> Iterable[int]:
        """The bits of an alternative's rarest needs, but for so many."""
        return range(at + met * self._many, _AT_ONCE * self._many, self._many)

    def likely(self, signs: frozenset[str]) -> Iterator[_Item]:
        """Those whose needs the signs of a text meet, in their order."""
        left, met = self._free, self._met
        for sign in signs & self._known:
            left |= met[sign]
        left &= left >> self._many
        before: _Item | None = None
        while left:
            lowest = left & -left
            at = lowest.bit_length() - 1
            left ^= lowest
            item = self._items[at]
            if item is not before and not any(map(signs.isdisjoint, self._others[at])):
                before = item
                yield item


class Guarded:
    """A long pattern, tried only on texts that have what it needs.

    >>> [bool(Guarded(re.compile("单位(?:已|还)")).search(text)) for text in ("我单位还", "单位")]
    [True, False]
    """

    def __init__(self, regex: re.Pattern[str]) -> None:
        self._sieve = Sieve([(regex, needed(regex))])

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern itself finds it."""
        return next((one.search(text) for one in self._sieve.likely(signs(text))), None)


def _bits(places: Iterable[int]) -> int:
    """The bits at some places."""
    return sum(1 << at for at in places)


def _broad(need: frozenset[str]) -> float:
    """How easily a need is met: a pair is rarer by far than a character.

    >>> _broad(frozenset({"年月", "月日"})) < _broad(frozenset("号"))
    True
    """
    return sum(1.0 if len(sign) == 1 else _OF_A_PAIR for sign in need)


class _Read(NamedTuple):
    needs: list[frozenset[str]]
    end: int
    lone: frozenset[str] = frozenset()
    """The characters of which exactly one stands there."""


def needed(regex: re.Pattern[str]) -> Ways:
    """What every match of `regex` holds, by its alternatives; looking around needs nothing."""
    read = f"{code(__file__)}/{regex.pattern}"
    ways = kept("needed", read, lambda: json.dumps(_needed(regex.pattern)).encode())
    return tuple(tuple(map(frozenset, way)) for way in json.loads(ways))


def _needed(pattern: str) -> list[list[list[str]]]:
    """The needs of each alternative, as JSON has them."""
    ways = (dict.fromkeys(way.needs) for way in _alternatives(pattern, 0))
    return [[sorted(need) for need in way] for way in ways]


def _alternatives(text: str, at: int) -> list[_Read]:
    """Alternatives up to the end of their group."""
    ways = [_sequence(text, at)]
    while text[ways[-1].end : ways[-1].end + 1] == "|":
        ways.append(_sequence(text, ways[-1].end + 1))
    return ways


def _group(text: str, at: int) -> _Read:
    """What a group needs: of each of several alternatives the narrowest need."""
    ways = _alternatives(text, at)
    end = ways[-1].end
    if len(ways) == 1:
        return _Read(ways[0].needs, end)
    each = [min(way.needs, key=_broad, default=None) for way in ways]
    known = [one for one in each if one is not None]
    return _Read([frozenset().union(*known)] if len(known) == len(each) else [], end)


def _sequence(text: str, at: int) -> _Read:
    """What follows each other, up to | or the end of the group."""
    needs: list[frozenset[str]] = []
    last: frozenset[str] = frozenset()
    while at < len(text) and text[at] not in "|)":
        one = _one(text, at)
        may_lack, at = _repeated(text, one.end)
        if may_lack:
            last = frozenset()
            continue
        if 0 < len(last) * len(one.lone) <= _MOST_PAIRS:
            if needs[-1] is last:
                needs.pop()  # the pair needs it as well
            needs.append(frozenset(a + b for a in last for b in one.lone))
        else:
            needs += one.needs
        last = one.lone
    return _Read(needs, at)


def _repeated(text: str, at: int) -> tuple[bool, int]:
    """Whether what stands before may be lacking, and where what follows begins."""
    if text[at : at + 1] not in _MARKS:
        return False, at
    often = _OFTEN.match(text, at)
    if often is None:
        return False, at
    least = often["least"]
    lacks = often["often"] in {"?", "*"} or (least is not None and not int(least or 0))
    return lacks, often.end()


def _one(text: str, at: int) -> _Read:
    """A group, a class or a character."""
    if text[at] not in _SPECIAL:
        lone = frozenset(text[at])
        return _Read([lone], at + 1, lone)
    if again := _AGAIN.match(text, at):
        return _Read([], again.end())
    if group := _GROUP.match(text, at):
        inside = _group(text, group.end())
        return _Read([] if group["aside"] else inside.needs, inside.end + 1)
    if found := _CLASS.match(text, at):
        needs = _class(found["chars"])
        return _Read(needs, found.end(), *needs)
    if plain := _PLAIN.match(text, at):
        lone = frozenset(plain["mark"] or plain["char"])
        return _Read([lone], plain.end(), lone)
    escape = _ESCAPE.match(text, at)
    return _Read([], escape.end() if escape else at + 1)


def _class(chars: str) -> list[frozenset[str]]:
    """The characters of a class without ranges and escapes."""
    if chars.startswith("^") or "\\" in chars or "-" in chars[1:-1]:
        return []
    return [frozenset(chars)]
