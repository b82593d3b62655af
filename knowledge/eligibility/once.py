"""What is worked out once for each notice and forgotten together with it."""

from __future__ import annotations

import weakref
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.model import Notice

_Made = TypeVar("_Made")


def once(make: Callable[[Notice], _Made]) -> Callable[[Notice], _Made]:
    """`make`, asked once for each notice; by identity, as hashing a notice would cost more."""
    known: dict[int, tuple[weakref.ref[Notice], _Made]] = {}

    @wraps(make)
    def told(notice: Notice) -> _Made:
        key = id(notice)
        found = known.get(key)
        if found is None:
            kept = weakref.ref(notice, lambda _: known.pop(key, None))
            found = known[key] = (kept, make(notice))
        return found[1]

    return told
