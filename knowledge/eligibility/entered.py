"""Which of a notice's groups a person would enter in: the one stated, or by who the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.capacity import ENTRANTS, NAMES
from knowledge.eligibility.data import table
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.eligibility.checks.base import Case


def in_group(case: Case, groups: Sequence[str]) -> bool | None:
    """Whether the person enters in one of `groups`; None if that is open. No groups mean all."""
    if not groups:
        return True
    possible = _possible(case)
    inside = possible & set(groups)
    if not inside:
        return False
    return True if inside == possible else None


def admitted(group: str, groups: Sequence[str]) -> tuple[str, ...]:
    """The capacities that enter in `group`, one of `groups`, as far as its name tells.

    Teachers enter with the workers where there is no group of their own.

    >>> admitted("职工组", ["职工组", "学生组"]), admitted("公开组", [])[0]
    (('worker', 'flexible', 'teacher'), 'student')
    """
    who = _named(group)
    if who is None:
        return tuple(name for name in NAMES if name != "organiser")
    if "worker" in who and not any("teacher" in (_named(other) or ()) for other in groups):
        return (*who, "teacher")
    return who


def _named(group: str) -> tuple[str, ...] | None:
    entries = table("group_words.yaml")
    return next(
        (tuple(each["who"]) for each in entries if any(word in group for word in each["words"])),
        None,
    )


def _possible(case: Case) -> set[str]:
    notice, track, person = case.notice, case.track, case.person
    offered = tuple(track.groups) if track and track.groups else notice.groups
    if person.group:
        return _stated(person.group, offered)
    if track and not track.groups and any(each.groups for each in notice.tracks):
        return set()
    if case.capacity is None or case.capacity not in ENTRANTS:
        return {group for group in offered if _open_to(case.capacity, group, offered)}
    fitting = [group for group in offered if case.capacity in admitted(group, offered)]
    named = [group for group in fitting if _named(group)]
    return set(_by_education(named, person.education) or fitting)


def _open_to(capacity: str | None, group: str, offered: Sequence[str]) -> bool:
    return capacity is None or capacity in admitted(group, offered)


def _stated(stated: str, offered: Sequence[str]) -> set[str]:
    """The groups a stated one can be: the same name, one inside the other, or the same people."""
    wanted = comparable(stated).removesuffix("组")
    names = {group: comparable(group).removesuffix("组") for group in offered}
    exact = {group for group, name in names.items() if name == wanted}
    alike = {group for group, name in names.items() if wanted in name or name in wanted}
    who = _named(stated)
    same = {group for group in offered if who and set(who) & set(_named(group) or ())}
    return exact or alike or same


def _by_education(groups: list[str], education: str | None) -> list[str]:
    """Of several groups of students the one whose name begins as the education does."""
    words = comparable(education or "")
    told = [group for group in groups if words and group.removesuffix("组")[:2] in words]
    return told or groups
