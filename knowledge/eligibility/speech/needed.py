"""Characters without which a pattern cannot match, so that most patterns need not be tried.

>>> [sorted(one) for one in needed(re.compile("(?:我|本)?单位[已还]"))]
[['单'], ['位'], ['已', '还']]
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined] # the standard parser has no public name
from re import _parser as parser  # type: ignore[attr-defined] # the same
from typing import Any

Needs = tuple[frozenset[str], ...]
"""Of each set at least one character must stand in the text."""


def needed(regex: re.Pattern[str]) -> Needs:
    """What every match of `regex` holds; looking around needs nothing."""
    return tuple(dict.fromkeys(_sequence(parser.parse(regex.pattern))))


def _sequence(parsed: Any) -> list[frozenset[str]]:
    return [one for kind, value in parsed for one in _of(kind, value)]


def _of(kind: Any, value: Any) -> list[frozenset[str]]:
    if kind is op.LITERAL:
        return [frozenset(chr(value))]
    if kind is op.IN:
        return _class(value)
    if kind is op.SUBPATTERN:
        return _sequence(value[-1])
    if kind is op.ATOMIC_GROUP:
        return _sequence(value)
    if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
        return _sequence(value[2]) if value[0] else []
    return _branch(value[1]) if kind is op.BRANCH else []


def _class(items: Any) -> list[frozenset[str]]:
    if any(kind is not op.LITERAL for kind, _ in items):
        return []
    return [frozenset(chr(value) for _, value in items)]


def _branch(ways: Any) -> list[frozenset[str]]:
    """Of each way the narrowest need; a way without needs leaves none."""
    each = [min(_sequence(way), key=len, default=None) for way in ways]
    known = [one for one in each if one is not None]
    return [frozenset().union(*known)] if known and len(known) == len(each) else []
