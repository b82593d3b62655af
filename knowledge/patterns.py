"""Patterns whose compiled form is kept between runs: reading it takes 3 % of making it.

Python compiles a pattern to numbers, from which it makes the pattern itself in no time. Where its
inside is not as it was when this was written, patterns are compiled as everywhere.
"""

from __future__ import annotations

import json
import re
from array import array
from importlib import import_module
from typing import Any

from knowledge.kept import keeps, kept


def compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """As `re.compile`.

    >>> compiled("([0-9]+)年", 0).search("第3年")[1]
    '3'
    """
    if isinstance(pattern, bytes) or not keeps():
        return re.compile(pattern, flags)
    try:
        parts = kept("pattern", f"{flags}/{pattern}", lambda: _apart(pattern, flags))
        return _together(pattern, parts)
    except (AttributeError, ImportError, RuntimeError, TypeError, ValueError):
        return re.compile(pattern, flags)


def _apart(pattern: str, flags: int) -> bytes:
    """What a pattern is made of, but for its source: a line of JSON, then numbers of 32 bits.

    Raises:
        re.error: the pattern is none.
    """
    compiler: Any = import_module("re._compiler")
    parsed = import_module("re._parser").parse(pattern, flags)
    code = compiler._code(parsed, flags)  # noqa: SLF001 what re.compile does, before its last step
    state = parsed.state
    said = json.dumps([flags | state.flags, state.groups - 1, state.groupdict])
    return said.encode() + b"\n" + array("I", code).tobytes()


def _together(pattern: str, parts: bytes) -> re.Pattern[Any]:
    """The pattern that these are parts of; Python checks that the numbers are sound."""
    said, _, code = parts.partition(b"\n")
    flags, groups, names = json.loads(said)
    named = {number: name for name, number in names.items()}
    by_number = tuple(named.get(number) for number in range(groups + 1))
    made: re.Pattern[Any] = import_module("_sre").compile(
        pattern, flags, array("I", code).tolist(), groups, names, by_number
    )
    return made
