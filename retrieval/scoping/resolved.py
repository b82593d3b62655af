"""Scopes that work out the same text once an answer; nothing of it is kept beyond the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from retrieval.scoping.scope import Scopes, Target

_Known = dict[tuple[str, int], Target]


class ResolvedScopes(Scopes):
    """As `Scopes`; within `once` each text is resolved once."""

    _known: ContextVar[_Known | None] = ContextVar("resolved", default=None)

    @contextmanager
    def once(self) -> Iterator[None]:
        """For the time of one answer, in this thread: what people say is forgotten after it."""
        before = self._known.set({})
        try:
            yield
        finally:
            self._known.reset(before)

    def resolve(self, text: str, year: int) -> Target:
        """What `text` itself says about the competition; see `Scopes.resolve`."""
        known = self._known.get()
        if known is None:
            return super().resolve(text, year)
        found = known.get((text, year))
        if found is None:
            found = known[text, year] = super().resolve(text, year)
        return found
