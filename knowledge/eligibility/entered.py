"""Which of a notice's groups a person would enter in: the one stated, or by who the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.capacity import ENTRANTS, NAMES
from knowledge.eligibility.members import members, named
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from knowledge.eligibility.checks.base import Case

    Members = Mapping[str, tuple[str, ...] | None]


def in_group(case: Case, groups: Sequence[str]) -> bool | None:
    """Whether the person enters in one of `groups`; None if that is open. No groups mean all."""
    if not groups:
        return True
    inside = case.groups & set(groups)
    if not inside:
        return False
    return True if inside == case.groups else None


def admitted(group: str, groups: Sequence[str], who: Members | None = None) -> tuple[str, ...]:
    """The capacities that enter in `group`, one of `groups`, as far as is known.

    `who` is what the notice says of its groups (`members`); without it the names decide. Teachers
    enter with the workers where there is no group of their own.

    >>> admitted("职工组", ["职工组", "学生组"]), admitted("公开组", [])[0]
    (('worker', 'flexible', 'teacher'), 'student')
    """
    known = who or {}
    own = known.get(group) or named(group)
    if own is None:
        return tuple(name for name in NAMES if name != "organiser")
    others = (known.get(other) or named(other) or () for other in groups if other != group)
    if "worker" in own and not any("teacher" in other for other in (own, *others)):
        return (*own, "teacher")
    return own


def possible(case: Case) -> frozenset[str]:
    """The groups somebody can enter in, as far as is known of him."""
    notice, track, person = case.notice, case.track, case.person
    offered = tuple(track.groups) if track and track.groups else notice.groups
    if person.group:
        stated = _stated(person.group, offered)
        return frozenset(_by_education([g for g in offered if g in stated], person.education))
    if track and not track.groups and any(each.groups for each in notice.tracks):
        return frozenset()
    if case.capacity is None or case.capacity not in ENTRANTS:
        return frozenset(group for group in offered if _open_to(case, group, offered))
    fitting = [group for group in offered if _open_to(case, group, offered)]
    telling = [group for group in fitting if members(notice).get(group) or named(group)]
    return frozenset(_by_education(telling, person.education) or fitting)


def _open_to(case: Case, group: str, offered: Sequence[str]) -> bool:
    return case.capacity is None or case.capacity in admitted(group, offered, members(case.notice))


def _stated(stated: str, offered: Sequence[str]) -> set[str]:
    """The groups a stated one can be: the same name, one inside the other, or the same people."""
    wanted = comparable(stated).removesuffix("组")
    names = {group: comparable(group).removesuffix("组") for group in offered}
    exact = {group for group, name in names.items() if name == wanted}
    alike = {group for group, name in names.items() if wanted in name or name in wanted}
    who = named(stated)
    same = {group for group in offered if who and set(who) & set(named(group) or ())}
    return exact or alike or same


def _by_education(groups: list[str], education: str | None) -> list[str]:
    """Of several groups of students the one whose name begins as the education does."""
    words = comparable(education or "")
    told = [group for group in groups if words and group.removesuffix("组")[:2] in words]
    return told or groups
