"""Regular expressions that are compiled when they are first used.

There are thousands of them, an answer needs a few hundred, and compiling all takes longer than
everything else at the start of a command.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from knowledge.patterns import compiled

_USED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Stands for a pattern until one of its methods is wanted, and then hands over to it."""

    def __init__(self, pattern: str | bytes, flags: int | re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called only for what is not set yet: afterwards the methods are attributes."""
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(self.pattern, int(self._flags))
        vars(self).update({used: getattr(made, used) for used in _USED})
        return getattr(made, name)

    def __reduce__(self) -> tuple[Any, tuple[str | bytes, int]]:
        return _Pattern, (self.pattern, int(self._flags))


def compile(pattern: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:  # noqa: A001  named as what it stands for
    """As `re.compile`, but a fault in the pattern shows at its first use.

    Its compiled form may be kept: no pattern of what people type is made so.

    >>> year = compile("([0-9]{4})年")
    >>> year.search("2026年")[1], year.pattern
    ('2026', '([0-9]{4})年')
    """
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, flags))
