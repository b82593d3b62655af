"""What is said twice, once; remarks of one statement together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.parts import Condition, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIZES = frozenset({"team_size", "team_size_range"})
_HELD = "（由单位和主办方把握）。"


def without_repeats(found: Sequence[Condition]) -> Iterator[Condition]:
    """The first of conditions that say the same of the same people; no two sizes of a team."""
    seen: set[str] = set()
    for one in found:
        if _either_size(one, found):
            continue
        said = repr(
            (
                one.made.check,
                sorted(one.made.params.items(), key=str),
                one.made.capacities,
                one.tracks,
                one.groups,
            )
        )
        if said not in seen:
            seen.add(said)
            yield one


def _either_size(one: Condition, found: Sequence[Condition]) -> bool:
    """Whether the same people can enter alone or in a team: then one does not bar the other."""
    return one.made.check in _SIZES and any(
        other is not one
        and other.made.check in _SIZES
        and other.made.params != one.made.params
        and (other.tracks, other.groups) == (one.tracks, one.groups)
        for other in found
    )


def remarks_together(found: Sequence[Condition]) -> Iterator[Condition]:
    """Remarks of one statement as one note."""
    said: dict[tuple[str, int, tuple[str, ...]], list[str]] = {}
    for one in found:
        if one.name == "conduct":
            said.setdefault(_spot(one), []).append(str(one.made.params["text"]))
    for one in found:
        if one.name != "conduct":
            yield one
        elif texts := said.pop(_spot(one), None):
            text = "、".join(text.removesuffix(_HELD) for text in texts) + _HELD
            yield replace(one, made=Made("note", {"text": text}, one.made.capacities))


def _spot(one: Condition) -> tuple[str, int, tuple[str, ...]]:
    return one.statement.place.path, one.statement.fold.at[0], one.groups
