"""Names that come again get a number: 五, 五[2]."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Namer:
    """Gives each name once as it is, then with a number."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def unique(self, name: str) -> str:
        """The name, or the name with how often it has come.

        >>> namer = Namer()
        >>> namer.unique("五"), namer.unique("五")
        ('五', '五[2]')
        """
        self._seen[name] += 1
        count = self._seen[name]
        return name if count == 1 else f"{name}[{count}]"


def numbered(names: Iterable[str]) -> list[str]:
    """All names, each unique."""
    namer = Namer()
    return [namer.unique(name) for name in names]
