"""Conditions put together: ages on a stated day, windows over ages, alternatives, repeats."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_AGES = frozenset({"age_at_least", "age_at_most", "within_retirement", "when"})
_REFERENCES = frozenset({"reference", "reference_here", "reference_deadline"})
_SIZES = frozenset({"team_size", "team_size_range"})
_SPECIAL = frozenset(
    {"unit_quota", "team_size", "team_size_range", "deadline", "channel", "certificate_or_years"}
)
_HELD = "（由单位和主办方把握）。"
_NEAR = 3
_OR = re.compile(r"[,、)]?(?:或者?|以及或)[^,。;]{0,8}")
_WITHOUT = re.compile(r"(?:对|若|如)*(?:尚?未(?:取得|获得|持有)|没有|无)")
_EITHER = frozenset(
    {"certificate", "certificate_or_years", "experience", "other_fact", "title", "education",
     "months", "facts", "place", "area", "years_after_certificate"}
)  # fmt: skip


def dated(found: Sequence[Condition]) -> list[Condition]:
    """Ages reckoned by the day the notice names; birth windows in place of the ages beside them."""
    kept: list[Condition] = []
    for one in found:
        if one.made.check in _REFERENCES or _replaced(one, found):
            continue
        on = _day_for(one, found) if one.made.check in _AGES else None
        kept.append(replace(one, made=_on(one.made, on)) if on else one)
    return kept


def _replaced(one: Condition, found: Sequence[Condition]) -> bool:
    """Whether a birth window of the same sentence says the same as this age."""
    side = {"age_at_most": "first", "age_at_least": "last"}.get(one.made.check)
    return side is not None and any(
        other.made.check == "born_between"
        and side in other.made.params
        and other.statement.place.path == one.statement.place.path
        and set(other.groups) == set(one.groups)
        for other in found
    )


def _day_for(one: Condition, found: Sequence[Condition]) -> date | None:
    """The reference day of this statement, else of the nearest scope that holds it."""
    refs = [other for other in found if other.made.check in _REFERENCES]
    here = [
        ref for ref in refs
        if ref.made.check == "reference_here" and ref.statement.fold == one.statement.fold
    ]  # fmt: skip
    wide = [ref for ref in refs if ref.made.check != "reference_here" and _holds(ref, one)]
    narrow = sorted(wide, key=lambda ref: -len(ref.tracks) - len(ref.groups))
    for ref in (*here, *narrow):
        on = ref.made.params.get("day") or _deadline(one, found)
        if on is not None:
            day: date = on
            return day
    return None


def _holds(ref: Condition, one: Condition) -> bool:
    tracks = not ref.tracks or bool(one.tracks and set(one.tracks) <= set(ref.tracks))
    return tracks and (not ref.groups or bool(one.groups and set(one.groups) <= set(ref.groups)))


def _deadline(one: Condition, found: Sequence[Condition]) -> Any:
    """The day of the one deadline that holds for the condition."""
    days = {
        at.date() if hasattr(at, "date") else at
        for other in found
        if other.made.check == "deadline" and _holds(other, one)
        for at in [other.made.params["at"]]
    }
    return days.pop() if len(days) == 1 else None


def _on(made: Made, on: date) -> Made:
    if made.check == "within_retirement":
        return Made("retirement_on", {"day": on}, made.capacities)
    if made.check == "when":
        then = made.params["then"]
        inner = _on(Made(then["check"], then["params"]), on)
        return made._replace(
            params={**made.params, "then": {"check": inner.check, "params": dict(inner.params)}}
        )
    side = "min" if made.check == "age_at_least" else "max"
    return Made("age_on", {"day": on, side: made.params["years"]}, made.capacities)


def alternatives(found: Sequence[Condition]) -> list[Condition]:
    """Conditions joined by 或 in one sentence, or listed as 条件之一, as one rule each."""
    listed: dict[str, list[Condition]] = {}
    kept: list[Condition] = []
    for one in _or_statements(found):
        if one.statement.one_of and one.made.check != "note":
            listed.setdefault(one.statement.one_of, []).append(one)
        elif kept and _joined(kept[-1], one):
            kept[-1] = _either(kept[-1], one)
        else:
            kept.append(one)
    return [*kept, *(_one_of(path, items) for path, items in listed.items())]


def _or_statements(found: Sequence[Condition]) -> list[Condition]:
    """A statement that begins with 或 and the one before it as one rule: all of either."""
    kept: list[Condition] = []
    for one in found:
        if not re.match("或", one.statement.text) or one.made.check == "note":
            kept.append(one)
            continue
        own = [o for o in found if o.statement is one.statement and o.made.check != "note"]
        if one is not own[0]:
            continue  # taken together with the first of its statement
        before = [k for k in kept if _before(k.statement, one.statement) and k.made.check != "note"]
        if not before:
            kept += own
            continue
        either = [_together([item.made for item in part]) for part in (before, own)]
        kept = [k for k in kept if k not in before]
        kept.append(replace(before[0], made=Made("any_of", {"any": either}), end=before[-1].end))
    return kept


def _before(first: Statement, second: Statement) -> bool:
    """Whether `first` is the statement right before `second` in the same clause."""
    gap = second.fold.at[0] - first.fold.at[-1]
    return first.place is second.place and not first.cell and 0 < gap <= _NEAR


def _together(made: list[Made]) -> dict[str, Any]:
    items = list(map(_as_item, made))
    return items[0] if len(items) == 1 else {"check": "all_of", "params": {"all": items}}


def _joined(first: Condition, second: Condition) -> bool:
    same = first.statement is second.statement and first.end <= second.start
    either = {first.made.check, second.made.check} <= _EITHER | {"any_of"}
    between = first.statement.text[first.end : second.start] if same else ""
    return (same and either and bool(_OR.fullmatch(between))) or _else_years(first, second)


def _else_years(first: Condition, second: Condition) -> bool:
    """具有…证书；未取得证书的，应从事…满N年: two statements, one rule."""
    checks = (first.made.check, second.made.check) == ("certificate", "experience")
    near = first.statement.place is second.statement.place and first.groups == second.groups
    return checks and near and bool(_WITHOUT.match(second.statement.text))


def _as_item(made: Made) -> dict[str, Any]:
    return {"check": made.check, "params": dict(made.params)}


def _either(first: Condition, second: Condition) -> Condition:
    one, other = first.made, second.made
    level, years = one.params.get("level"), other.params.get("years")
    if one.check == "certificate" and other.check == "experience":
        made = Made("certificate_or_years", {"level": level, "years": years}, one.capacities)
    else:
        items = list(one.params["any"]) if one.check == "any_of" else [_as_item(one)]
        both = tuple(dict.fromkeys((*one.capacities, *other.capacities)))
        capacities = both if one.capacities and other.capacities else ()
        made = Made("any_of", {"any": [*items, _as_item(other)]}, capacities)
    return replace(first, made=made, end=second.end)


def _one_of(path: str, items: list[Condition]) -> Condition:
    """The children of a clause 条件之一: each child all its conditions, one child enough."""
    children: dict[str, list[Made]] = {}
    for one in items:
        children.setdefault(one.statement.place.path, []).append(one.made)
    options = [
        _as_item(made[0])
        if len(made) == 1
        else {"check": "all_of", "params": {"all": list(map(_as_item, made))}}
        for made in children.values()
    ]
    first = items[0]
    above = next(clause for clause in first.statement.notice.clauses if clause.path == path)
    statement = Statement(
        first.statement.notice, above, fold(above.text, above.start), above.scope, "who"
    )
    return Condition(
        statement, 0, len(statement.text), Made("any_of", {"any": options}), first.strength,
        above.scope.tracks or first.tracks, above.scope.groups or first.groups, "one-of",
    )  # fmt: skip


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


def special_first(found: Sequence[Condition]) -> Iterator[Condition]:
    """A track's own quota, size, deadline or address wins over the general one."""
    for one in found:
        if one.made.check not in _SPECIAL or one.tracks:
            yield one
            continue
        tracks = one.statement.notice.tracks
        own = {
            track
            for other in found
            if other.made.check == one.made.check and other.tracks
            for track in other.tracks
        }
        if not own:
            yield one
            continue
        yield from _other_groups(one, found)
        if left := tuple(track.id for track in tracks if track.id not in own):
            yield replace(one, tracks=left)


def with_doubts(found: Sequence[Condition]) -> Iterator[Condition]:
    """A group's narrower place beside a wider general one: only the organiser can settle it.

    具有本省户籍或在本省工作的可报名, and 职工组面向省内从业人员: who has the 户籍 alone is open.
    """
    wide = [one for one in found if one.made.check == "place" and not one.groups]
    for one in found:
        yield replace(one, made=_doubted(one, wide)) if one.groups else one


def _doubted(one: Condition, wide: Sequence[Condition]) -> Made:
    made = one.made
    if made.check not in {"place", "school"} or "doubt_if" in made.params:
        return made
    own = set(made.params.get("relations", ["study_place"]))
    for other in wide:
        extra = [key for key in other.made.params["relations"] if key not in own]
        open_ = [key for key in extra if key in {"hukou", "residence"}]
        if other.made.params["region"] == made.params["region"] and open_:
            params = {
                "region": made.params["region"],
                "relations": sorted(own),
                "doubt_if": open_[0],
            }
            return Made("place", params, made.capacities)
    return made


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


def _other_groups(one: Condition, found: Sequence[Condition]) -> Iterator[Condition]:
    """A general quota for those groups of a track for which it gives none of its own."""
    for track in one.statement.notice.tracks if one.made.check == "unit_quota" else ():
        own = [o for o in found if o.made.check == "unit_quota" and track.id in o.tracks]
        left = set(track.groups) - {group for other in own for group in other.groups}
        if own and left and all(other.groups for other in own):
            made = one.made._replace(params={**one.made.params, "per": "group"})
            groups = tuple(group for group in track.groups if group in left)
            yield replace(one, made=made, tracks=(track.id,), groups=groups)


def exceptions(found: Sequence[Condition]) -> Iterator[Condition]:
    """选手须年满18周岁，其中学生须年满16周岁: the first is not asked of students."""
    for one in found:
        if "其中" not in one.statement.text:
            yield one
            continue
        others = {
            who
            for other in found
            if other.statement is one.statement
            and other.made.check == one.made.check
            and other.made.params != one.made.params
            and "其中" in one.statement.text[one.end : other.start]
            for who in other.made.capacities
        }
        left = tuple(who for who in ENTRANTS if who not in others)
        free = not one.made.capacities and others
        yield replace(one, made=one.made._replace(capacities=left)) if free else one


def unequal_quotas(found: Sequence[Condition]) -> Iterator[Condition]:
    """Quotas that differ for the same people (单人赛 and 团体赛) cannot be told apart: remarks."""
    limits: dict[tuple[object, ...], set[int]] = {}
    for one in found:
        if one.made.check == "unit_quota":
            limits.setdefault(_whose(one), set()).add(one.made.params["limit"])
    for one in found:
        if one.made.check == "unit_quota" and len(limits[_whose(one)]) > 1:
            text = one.statement.text[one.start : one.end] + "。"
            yield replace(one, made=Made("note", {"text": text}, one.made.capacities))
        else:
            yield one


def _whose(one: Condition) -> tuple[object, ...]:
    return one.tracks, one.groups, one.made.capacities
