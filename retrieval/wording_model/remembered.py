"""What the model answered before, by a hash of what it was asked; in memory, bounded."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from threading import Lock

KEPT = 1000


class Remembered:
    """The latest answers. Questions are kept as hashes only."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[bytes, str] = OrderedDict()
        self._lock = Lock()

    def get(self, *asked: str) -> str | None:
        """The answer to these words, None if there is none yet."""
        key = _key(asked)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, answer: str, *asked: str) -> None:
        """Remember an answer; the one longest unused makes room."""
        with self._lock:
            self._kept[_key(asked)] = answer
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def _key(asked: tuple[str, ...]) -> bytes:
    return sha256("\0".join(asked).encode("utf-8", "surrogatepass")).digest()
