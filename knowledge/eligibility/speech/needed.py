"""Characters without which a pattern cannot match, so that most patterns need not be tried.

The regular expression is read as far as that takes: literals, classes, groups and how often they
stand. What is not understood needs nothing, which only costs the time of trying.

>>> [sorted(one) for one in needed(re.compile("(?:我|本)?单位[已还]"))]
[['单'], ['位'], ['已', '还']]
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from knowledge import lazy_re
from knowledge.kept import code, kept

_Item = TypeVar("_Item")
Needs = tuple[frozenset[str], ...]
"""Of each set at least one character must stand in the text."""

_GROUP = lazy_re.compile(r"\((?P<aside>\?<?[=!])?(?:\?(?::|>|P<\w+>))?")
_AGAIN = lazy_re.compile(r"\(\?P=\w+\)")
"""What a group has found, once more."""
_CLASS = lazy_re.compile(r"\[(?P<chars>\^?\]?(?:\\.|[^\]\\])*)\]", re.DOTALL)
_OFTEN = lazy_re.compile(r"(?P<often>[?*+]|\{(?P<least>\d*)(?:,\d*)?\})?[?+]?")
_PLAIN = lazy_re.compile(r"\\(?P<mark>[^\w\s])|(?P<char>[^\\.^$])", re.DOTALL)
_ESCAPE = lazy_re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)


class _Layer:
    """One need of each of many things, as bits: which of them a character meets."""

    def __init__(self, needs: Iterable[Sequence[frozenset[str]]]) -> None:
        """`needs` holds for each thing its need, or nothing where it has none left."""
        self._free = 0
        self._by_character: defaultdict[str, int] = defaultdict(int)
        for at, own in enumerate(needs):
            self._free |= 0 if own else 1 << at
            for character in (c for need in own for c in need):
                self._by_character[character] |= 1 << at

    def met(self, characters: frozenset[str]) -> int:
        """The things whose need one of the characters meets."""
        found, known = self._free, self._by_character
        for character in characters & known.keys():
            found |= known[character]
        return found


class Sieve(Generic[_Item]):
    """Things that need characters; most of them are passed over without looking at each.

    >>> sieve = Sieve([("unit", needed(re.compile("单位"))), ("any", ())])
    >>> list(sieve.likely(frozenset("我单位"))), list(sieve.likely(frozenset("位")))
    (['unit', 'any'], ['any'])
    """

    def __init__(self, items: Iterable[tuple[_Item, Needs]]) -> None:
        kept = tuple(items)
        self._items = tuple(item for item, _ in kept)
        own = [sorted(needs, key=len) for _, needs in kept]
        most = max(map(len, own), default=0)
        self._layers = tuple(_Layer(needs[nth : nth + 1] for needs in own) for nth in range(most))

    def likely(self, characters: frozenset[str]) -> Iterator[_Item]:
        """Those whose needs the characters of a text meet, in their order."""
        left = (1 << len(self._items)) - 1
        for layer in self._layers:
            left &= layer.met(characters)
        while left:
            lowest = left & -left
            yield self._items[lowest.bit_length() - 1]
            left ^= lowest


class _Read(NamedTuple):
    needs: list[frozenset[str]]
    end: int


def needed(regex: re.Pattern[str]) -> Needs:
    """What every match of `regex` holds; looking around needs nothing."""
    read = f"{code(__file__)}/{regex.pattern}"
    sets = kept("needed", read, lambda: json.dumps(_needed(regex.pattern)).encode())
    return tuple(map(frozenset, json.loads(sets)))


def _needed(pattern: str) -> list[str]:
    """The characters of each set, in one string."""
    needs = dict.fromkeys(_ways(pattern, 0).needs)
    return ["".join(sorted(each)) for each in needs]


def _ways(text: str, at: int) -> _Read:
    """Alternatives up to the end of their group: of each the narrowest need."""
    ways = [_sequence(text, at)]
    while text[ways[-1].end : ways[-1].end + 1] == "|":
        ways.append(_sequence(text, ways[-1].end + 1))
    end = ways[-1].end
    if len(ways) == 1:
        return ways[0]
    each = [min(way.needs, key=len, default=None) for way in ways]
    known = [one for one in each if one is not None]
    return _Read([frozenset().union(*known)] if len(known) == len(each) else [], end)


def _sequence(text: str, at: int) -> _Read:
    """What follows each other, up to | or the end of the group."""
    needs: list[frozenset[str]] = []
    while at < len(text) and text[at] not in "|)":
        found, at = _one(text, at)
        often = _OFTEN.match(text, at)
        if often is None:
            continue
        at = often.end()
        may_lack = often["often"] in {"?", "*"} or (
            often["least"] is not None and not int(often["least"] or 0)
        )
        needs += [] if may_lack else found
    return _Read(needs, at)


def _one(text: str, at: int) -> _Read:
    """A group, a class or a character."""
    if again := _AGAIN.match(text, at):
        return _Read([], again.end())
    if group := _GROUP.match(text, at):
        inside = _ways(text, group.end())
        return _Read([] if group["aside"] else inside.needs, inside.end + 1)
    if found := _CLASS.match(text, at):
        return _Read(_class(found["chars"]), found.end())
    if plain := _PLAIN.match(text, at):
        return _Read([frozenset(plain["mark"] or plain["char"])], plain.end())
    escape = _ESCAPE.match(text, at)
    return _Read([], escape.end() if escape else at + 1)


def _class(chars: str) -> list[frozenset[str]]:
    """The characters of a class without ranges and escapes."""
    if chars.startswith("^") or "\\" in chars or "-" in chars[1:-1]:
        return []
    return [frozenset(chars)]
