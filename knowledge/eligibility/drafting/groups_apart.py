"""Groups and tracks apart: what is said of some takes the place of what is said of all.

满3年，青年组为满1年; 青年组取得中级工即可; 快递员赛项不受本项限制.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.fold import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition
    from knowledge.model import Notice

_BOUNDS = frozenset(
    {"experience", "age_at_least", "age_at_most", "age_on", "months", "certificate",
     "years_after_certificate", "certificate_or_years", "education", "title"}
)  # fmt: skip
_LEARNED = frozenset(
    {"any_of", "certificate", "certificate_or_years", "years_after_certificate", "experience",
     "title", "education"}
)  # fmt: skip
_ENOUGH = lazy_re.compile(r"即可|就可以?|便可|(?:只需|只须|只要)")
_FREE = lazy_re.compile(
    r"不受(?:本|上述|前述|前款|该|此|以上|上款)+(?:项|条|款|点)?(?:规定|条件|要求)?(?:的)?(?:限制|约束|限)"
    r"|不(?:适用|执行)(?:本|上述|前述|前款|该|此|以上)+(?:项|条|款|点)?(?:规定|条件|要求)?"
)


def groups_apart(found: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions, each without the groups and tracks that another takes out of it."""
    notice = found[0].statement.notice if found else None
    free = _freed(notice) if notice else {}
    special = [one for one in found if one.groups]
    for one in found:
        groups = {g for other in special if _instead(other, one) for g in other.groups}
        tracks: set[str] = set()
        if one.made.check != "note":
            freed_tracks, freed_groups = free.get(one.statement.place.path, ((), ()))
            tracks |= set(freed_tracks)
            groups |= set(freed_groups)
        yield from _without(one, tracks, groups - set(one.groups) if one.groups else groups)


def _instead(other: Condition, one: Condition) -> bool:
    """Whether `other`, said of some groups, stands for what `one` says of all."""
    if not other.groups or other is one or set(one.groups) & set(other.groups):
        return False
    if one.groups:
        return False
    if other.statement is one.statement:
        same = other.made.check == one.made.check and other.made.check in _BOUNDS
        alike = set(other.made.params) == set(one.made.params)
        return same and alike and other.made.params != one.made.params and one.end <= other.start
    near = _list_of(one) in {other.statement.place.path, _list_of(other)}
    enough = bool(_ENOUGH.search(other.statement.text, other.start))
    return near and enough and {one.made.check, other.made.check} <= _LEARNED


def _list_of(one: Condition) -> str:
    """The path of the clause whose alternatives a rule joins, else of the one above it."""
    place = one.statement.place
    return place.path if one.made.check == "any_of" else getattr(place, "parent", None) or ""


def _freed(notice: Notice) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Tracks and groups that a clause frees from what it says, by its path."""
    free: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for clause in notice.clauses:
        text = folded(clause).text
        for match in _FREE.finditer(text):
            begin = max(text.rfind(sign, 0, match.start()) for sign in ",。;:\n") + 1
            named = mentions(text[begin : match.start()], Entrants(notice.tracks, notice.groups))
            tracks = tuple(name for one in named.tracks for name in one.names)
            groups = tuple(name for one in named.groups for name in one.names)
            if tracks or groups:
                free[clause.path] = (tracks, groups)
    return free


def _without(one: Condition, tracks: set[str], groups: set[str]) -> Iterator[Condition]:
    """`one` for all tracks and groups but these."""
    notice = one.statement.notice
    if not tracks and not groups:
        yield one
        return
    own = [track for track in notice.tracks if not one.tracks or track.id in one.tracks]
    if tracks:
        if left := tuple(track.id for track in own if track.id not in tracks):
            yield replace(one, tracks=left)
        return
    others = tuple(group for group in one.groups or notice.groups if group not in groups)
    divided = tuple(track.id for track in own if set(track.groups) & groups)
    if len(divided) == len(own):
        if others:
            yield replace(one, groups=others)
        return
    yield replace(one, tracks=tuple(track.id for track in own if track.id not in divided))
    if others and divided:
        yield replace(one, tracks=divided, groups=others)
