"""What differs between two notices."""

from __future__ import annotations

from typing import Literal, get_args

from knowledge.model import Citation, Frozen

Kind = Literal["tightened", "loosened", "changed", "added", "removed"]
"""`changed`: other words, of which it is not clear whether they demand more or less."""
KINDS: tuple[Kind, ...] = get_args(Kind)


class Change(Frozen):
    """A statement that stands in one of two notices, or otherwise in both."""

    kind: Kind
    old: Citation | None = None
    new: Citation | None = None
    why: tuple[str, ...] = ()
    """What makes it stricter or easier: 21岁 → 20岁."""


class Comparison(Frozen):
    """All that differs, in the order of the newer notice; what was removed stands last."""

    old: str
    new: str
    """Ids of the notices."""
    changes: tuple[Change, ...] = ()
    same: int = 0
    """How many statements stand in both, word for word."""

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)
