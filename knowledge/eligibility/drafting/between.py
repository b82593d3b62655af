"""What clauses say of each other: 条件同职工组, and 不受第（一）（二）项限制."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.drafting.parts import Condition, Made, clauses_of
from knowledge.eligibility.drafting.some import subject
from knowledge.eligibility.members import kinds, same_as
from knowledge.eligibility.once import once
from knowledge.fold import folded
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.model import Clause, Notice

_FREE = lazy_re.compile(
    r"(?:(?P<who>[^,。;、的]{2,16}?)(?:选手|人员)?(?:的)?|,(?:且|也)?)(?:可以?)?(?:不受|不适用|免于|不执行)"
    r"(?:本[条款项]|上述|前述|前款|以上|上款|本通知)*(?P<under>[^,。;、第]{0,8}?(?:条件|要求|组|资格|规定))?(?:中的?)?"
    r"第?(?P<items>(?:第?\(?[一二三四五六七八九十\d]{1,3}\)?(?:(?:项|款|条|点)(?=[、和及至]))?[、和及至]?)+)(?:项|款|条|点)(?:的)?[^,。;]{0,6}?(?:规定|条件|要求)?(?:的)?(?:限制)?"
)
_NOT_HELD = lazy_re.compile("不受|不适用|免于|不执行")
_ITEM = lazy_re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")


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
    free = freed(notice) if notice else ()
    for one in found:
        made = one.made
        for who, paths in free:
            if one.statement.place.path not in paths or made.check == "note":
                continue
            if notice and who in notice.groups:
                groups = tuple(g for g in one.groups or notice.groups if g != who)
                one = replace(one, groups=groups)  # noqa: PLW2901 the same without the group
            elif (kind := kinds(who)) and "worker" not in kind:
                left = tuple(c for c in made.capacities or ENTRANTS if c not in kind)
                made = made._replace(capacities=left)
            else:
                item = {"check": made.check, "params": dict(made.params)}
                called = {"check": "called", "params": {"words": [who]}}
                made = Made("any_of", {"any": [item, called]}, made.capacities)
        yield replace(one, made=made)


@once
def freed(notice: Notice) -> tuple[tuple[str, frozenset[str]], ...]:
    """Who is freed, and the paths of the items beside the clause that says so."""
    return tuple(_freed(notice))


def _freed(notice: Notice) -> Iterator[tuple[str, frozenset[str]]]:
    for clause in notice.clauses:
        text = folded(clause).text
        for match in _FREE.finditer(text) if _NOT_HELD.search(text) else ():
            numbers = _ITEM.findall(match["items"])
            beside = _headed(notice, match["under"]) or clause
            paths = frozenset(_beside(notice, beside, numbers))
            who = match["who"] or _subject(text, match.start())
            if paths and who:
                yield who.strip(",:"), paths


def _subject(text: str, place: int) -> str:
    """Who the sentence lets in (院校教师可以参加…，不适用第3项), where that is not said again."""
    begin = max(text.rfind(sign, 0, place) for sign in "。;\n") + 1
    found = (
        subject(text[begin:].lstrip("()一二三四五六七八九十0123456789、."))
        if place > begin
        else None
    )
    return found["who"] if found else ""


def _headed(notice: Notice, name: str | None) -> Clause | None:
    """A clause below the one that is headed so: 共同条件第3项, 职工组第3项."""
    above = next((c for c in notice.clauses if name and bare(c.heading).startswith(name)), None)
    return next((c for c in notice.clauses if above and c.parent == above.path), None)


def _beside(notice: Notice, clause: Clause, numbers: Sequence[str]) -> Iterator[str]:
    """The clauses with these marks below the same parent, and what stands below them."""
    for other in notice.clauses:
        place: Clause | None = other
        while place is not None and place.parent != clause.parent:
            place = clauses_of(notice).get(place.parent or "")
        mark = normal(bare(place.mark)) if place else ""
        if place and place is not clause and mark.strip("().、") in numbers:
            yield other.path
