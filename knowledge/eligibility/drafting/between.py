"""What clauses say of each other: 条件同职工组, and 不受第（一）（二）项限制."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.parts import Condition, Made, clauses_of
from knowledge.eligibility.members import same_as
from knowledge.fold import folded
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.model import Clause, Notice

_FREE = re.compile(
    r"(?P<who>[^,。;、的]{2,16}?)(?:选手|人员)?(?:的)?(?:可以?)?(?:不受|不适用|免于|不执行)(?:本[条款项]|上述|前述|前款|以上|上款)*"
    r"第?(?P<items>(?:\(?[一二三四五六七八九十\d]{1,3}\)?[、和及至]?)+)(?:项|款|条|点)?(?:规定|条件|要求)?(?:的)?(?:限制)?"
)
_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")


def same_conditions(found: Sequence[Condition]) -> Iterator[Condition]:
    """青年组：条件同职工组，且…: what holds for the one holds for the other, but for its own."""
    notice = found[0].statement.notice if found else None
    same = {g: other for g in notice.groups if (other := same_as(notice, g))} if notice else {}
    for one in found:
        more = tuple(
            group
            for group, other in same.items()
            if one.groups == (other,) and not _restated(one, group, found)
        )
        yield replace(one, groups=(*one.groups, *more)) if more and _of_who(one) else one


def _of_who(one: Condition) -> bool:
    return one.statement.section == "who"


def _restated(one: Condition, group: str, found: Sequence[Condition]) -> bool:
    return any(o.made.check == one.made.check and o.groups == (group,) for o in found)


def exempted(found: Sequence[Condition]) -> Iterator[Condition]:
    """兼职教师不受本条第（一）（二）项限制: these items are not asked of people called so."""
    notice = found[0].statement.notice if found else None
    free = list(_freed(notice)) if notice else []
    for one in found:
        made = one.made
        for who, paths in free:
            if one.statement.place.path in paths and made.check != "note":
                item = {"check": made.check, "params": dict(made.params)}
                called = {"check": "called", "params": {"words": [who]}}
                made = Made("any_of", {"any": [item, called]}, made.capacities)
        yield replace(one, made=made)


def _freed(notice: Notice) -> Iterator[tuple[str, frozenset[str]]]:
    """Who is freed, and the paths of the items beside the clause that says so."""
    for clause in notice.clauses:
        for match in _FREE.finditer(folded(clause).text):
            numbers = _ITEM.findall(match["items"])
            paths = frozenset(_beside(notice, clause, numbers))
            if paths:
                yield match["who"], paths


def _beside(notice: Notice, clause: Clause, numbers: Sequence[str]) -> Iterator[str]:
    """The clauses with these marks below the same parent, and what stands below them."""
    for other in notice.clauses:
        place: Clause | None = other
        while place is not None and place.parent != clause.parent:
            place = clauses_of(notice).get(place.parent or "")
        mark = normal(bare(place.mark)) if place else ""
        if place and place is not clause and mark.strip("().、") in numbers:
            yield other.path
