"""Two notices, held against each other."""

from __future__ import annotations

from knowledge.compare.aligned import aligned
from knowledge.compare.model import Change, Comparison, Kind
from knowledge.compare.statements import Statement, statements
from knowledge.compare.strictness import signs
from knowledge.model import Notice


def compared(old: Notice, new: Notice) -> Comparison:
    """What differs from `old` to `new`, statement by statement."""
    same_year = old.year == new.year
    found: list[tuple[int, int, Change]] = []
    same = 0
    for before, after in aligned(statements(old), statements(new)):
        if before is not None and after is not None and before.plain == after.plain:
            same += 1
            continue
        kind, why = _judged(before, after, same_year=same_year)
        change = Change(
            kind=kind,
            old=before.cited(old) if before is not None else None,
            new=after.cited(new) if after is not None else None,
            why=why,
        )
        place = after.start if after is not None else before.start if before is not None else 0
        found.append((after is None, place, change))
    found.sort(key=lambda each: each[:2])
    changes = tuple(change for _, _, change in found)
    return Comparison(old=old.id, new=new.id, changes=changes, same=same)


def _judged(
    before: Statement | None, after: Statement | None, *, same_year: bool
) -> tuple[Kind, tuple[str, ...]]:
    if before is None:
        return "added", ()
    if after is None:
        return "removed", ()
    told = signs(before.text, after.text, same_year=same_year)
    why = tuple(sign.why for sign in told)
    if told and all(sign.stricter for sign in told):
        return "tightened", why
    if told and not any(sign.stricter for sign in told):
        return "loosened", why
    return "changed", why
