"""Rules that cannot all be meant: what nobody could keep, or would keep out all a group is for.

Where two rules of one track and group contradict each other one of them was misread, or holds for
others than it seems; neither may then be a no.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.drafting.parts import Condition, Made
from knowledge.fold import fold
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLACES = frozenset({"place", "area"})
_YEAR = 2026
"""Near enough: only gaps of years matter."""


def sensible(found: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions, those that contradict each other as doubts."""
    doubtful = {id(one) for one in found if _excludes_all(one, found) or _of_no_track(one)}
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if _contradict(one.made, other.made) and meet(one, other):
                doubtful |= {id(one), id(other)}
    for one in found:
        yield from [doubted(one)] if id(one) in doubtful else _apart(one, found)


_SEVERAL = lazy_re.compile(
    r"设(?:置|立|有)?(?:[2-9]|1\d|[二两三四五六七八九十]{1,2})个[^,。;:]{0,6}(?:赛项|项目|工种|赛道|职业)"
)


def _of_no_track(one: Condition) -> bool:
    """Whether one track's form is read where several are set up and none of them was found."""
    notice = one.statement.notice
    if one.made.check not in _FORMS or notice.tracks:
        return False
    return bool(_SEVERAL.search(fold(squeeze(notice.text)).text))


_FORMS = frozenset({"team_size", "team_size_range", "team_within_unit"})


def _apart(one: Condition, found: Sequence[Condition]) -> Iterator[Condition]:
    """A place asked of all: a doubt for the tracks that have a place of their own."""
    own = {
        track
        for other in found
        if other.made.check in _PLACES and not other.groups and other is not one
        for track in other.tracks
    }
    if one.made.check not in _PLACES or one.tracks or one.groups or not own:
        yield one
        return
    every = [track.id for track in one.statement.notice.tracks]
    if left := tuple(track for track in every if track not in own):
        yield replace(one, tracks=left)
    yield doubted(replace(one, tracks=tuple(track for track in every if track in own)))


def doubted(one: Condition) -> Condition:
    """The condition as one that is never a no."""
    if one.made.check == "unless_excepted":
        return one
    inner = {"check": one.made.check, "params": dict(one.made.params)}
    return replace(one, made=one.made._replace(check="unless_excepted", params={"then": inner}))


def meet(one: Condition, other: Condition) -> bool:
    """Whether two conditions concern some of the same tracks, groups and people."""
    pairs = (
        (one.tracks, other.tracks),
        (one.groups, other.groups),
        (one.made.capacities, other.made.capacities),
    )
    return all(not a or not b or bool({*a} & {*b}) for a, b in pairs)


def _contradict(one: Made, other: Made) -> bool:
    """Whether nobody keeps both: ages that do not overlap, a level asked for and barred."""
    low, high = _ages(one), _ages(other)
    if low and high and (max(low[0], high[0]) > min(low[1], high[1])):
        return True
    for asked, barred in ((one, other), (other, one)):
        if asked.check == "certificate" and barred.check == "barred_certificate":
            return int(asked.params["level"]) <= int(barred.params["level"])
    return False


def _ages(made: Made) -> tuple[float, float] | None:
    """The youngest and oldest age a rule admits, in years."""
    params = made.params
    if made.check == "age_at_least":
        return float(params["years"]), 200
    if made.check == "age_at_most":
        return 0, float(params["years"])
    if made.check == "age_on":
        return float(params.get("min", 0)), float(params.get("max", 200))
    if made.check == "born_between":
        first, last = params.get("first"), params.get("last")
        return (_YEAR - last.year - 1 if last else 0), (_YEAR - first.year + 1 if first else 200)
    return None


def _excludes_all(one: Condition, found: Sequence[Condition]) -> bool:
    """Whether a bar would keep out everybody an admission of the same scope lets in."""
    if one.made.check == "not_identity":
        out = set(one.made.params["one_of"])
    elif one.made.check == "barred_student":
        out = {"student"}
    else:
        return False
    if one.made.capacities and set(one.made.capacities) <= out:
        return True
    admitted = [o for o in found if o.made.check == "identity" and meet(one, o)]
    return any(set(o.made.params["one_of"]) & set(ENTRANTS) <= out for o in admitted)
