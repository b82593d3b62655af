"""What was used most recently: bounded, and safe to use from several threads at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """At most `most` values by key; the one kept longest ago goes first.

    >>> recent = Recent[str, int](2)
    >>> for at, key in enumerate("abac"):
    ...     recent.keep(key, at)
    >>> recent.items()
    [('a', 2), ('c', 3)]
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[_Key, _Value] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, key: _Key) -> bool:
        return key in self._values

    def get(self, key: _Key) -> _Value | None:
        """The value of a key; None if there is none (any more)."""
        return self._values.get(key)

    def keep(self, key: _Key, value: _Value) -> None:
        """Keep a value as the most recent one."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)

    def pop(self, key: _Key) -> _Value | None:
        """Take a value out; None if there is none."""
        with self._lock:
            return self._values.pop(key, None)

    def shed(self, old: Callable[[_Value], bool]) -> None:
        """Drop what is too old to be kept, from the one kept longest ago on."""
        with self._lock:
            while self._values and old(next(iter(self._values.values()))):
                self._values.popitem(last=False)

    def items(self) -> list[tuple[_Key, _Value]]:
        """What is kept now, the oldest first."""
        with self._lock:
            return list(self._values.items())
