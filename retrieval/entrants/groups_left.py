"""Groups an age leaves open: 57 is too old for 院校组, so 农民组 alone is meant, and its ages hold.

The age rule of a group somebody cannot enter in says nothing to him; where no group is left, all
of them say no together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from knowledge import lazy_re
from knowledge.eligibility.judge import judged_items
from knowledge.eligibility.model import Rules
from knowledge.eligibility.person import read_person
from knowledge.eligibility.ties import Sheet
from knowledge.eligibility.verdict import Judged
from knowledge.model import Notice

_AGES = frozenset({"age", "birth_date"})
_WHO = frozenset({"identity", "group", "enrolled", "employed"})
"""Facts by which the checker itself finds the group."""
_SCHOOL = lazy_re.compile("学生|院校|高校|学校|中职|高职|本科|中学|小学|青少年|少年")
_ROLE = lazy_re.compile(
    "学生|院校|高校|学校|中职|高职|本科|中学|小学|少年|教师|教工|职工|员工|企业|农民|社会"
)
_GROWN = 36
"""At this age hardly anybody learns in a school full-time."""
_OF_AGES = frozenset({"age_at_least", "age_at_most", "age_on", "born_between"})


def group_left(
    notice: Notice,
    rules: Rules,
    cases: Sequence[Sheet],
    ways: Sequence[Mapping[str, Any]],
    as_of: datetime,
) -> str | None:
    """The one group whose ages every way of reading the facts leaves open; else None.

    All cases must have that group: who is too old for one track may enter another as a student.
    """
    if not all(_told(facts) for facts in ways):
        return None
    every = [(case, _offered(notice, case)) for case in cases]
    left = {
        group
        for case, offered in every
        for facts in ways
        for group in offered
        if not (too_old(notice, rules, case, facts, as_of, group) or _past_school(facts, group))
    }
    several = any(len(offered) > 1 for _, offered in every)
    everywhere = all(left <= set(offered) for _, offered in every)
    return left.pop() if several and everywhere and len(left) == 1 else None


def barred_in_all(
    notice: Notice, rules: Rules, case: Sheet, facts: Mapping[str, Any], as_of: datetime
) -> tuple[Judged, ...]:
    """The age rules that bar somebody, one of every group; none if some group is open to him."""
    offered = _offered(notice, case) if _told(facts) else ()
    if set(notice.groups) <= set(offered):  # else another track may have a group for him
        offered = tuple(group for group in offered if not _past_school(facts, group)) or offered
    found = [too_old(notice, rules, case, facts, as_of, group) for group in offered]
    every = {item.rule.id: item for items in found for item in items}
    several = len(_offered(notice, case)) > 1
    return tuple(every.values()) if several and all(found) else ()


def too_old(  # noqa: PLR0913, PLR0917 the case, and one group of it
    notice: Notice,
    rules: Rules,
    case: Sheet,
    facts: Mapping[str, Any],
    as_of: datetime,
    group: str,
) -> list[Judged]:
    """The age rules of a group that the facts do not meet."""
    person = read_person({**facts, "group": group})[0]
    items = judged_items(notice, rules, case, person, as_of)
    ages = (item for item in items if item.rule.check in _OF_AGES and item.citation)
    return [item for item in ages if item.result.outcome == "not_met"]


def of_a_role(group: str) -> bool:
    """Whether a group is for people of one role, which an age does not tell: 学生组.

    >>> of_a_role("学生组"), of_a_role("青年组")
    (True, False)
    """
    return _ROLE.search(group) is not None


def _past_school(facts: Mapping[str, Any], group: str) -> bool:
    """Whether somebody of this age is no pupil of a group, as long as he does not say so."""
    age = facts.get("age")
    return isinstance(age, int) and age >= _GROWN and _SCHOOL.search(group) is not None


def _told(facts: Mapping[str, Any]) -> bool:
    return bool(_AGES & set(facts)) and not _WHO & set(facts)


def _offered(notice: Notice, case: Sheet) -> tuple[str, ...]:
    """The groups of a track; of one without any, where others have them, none."""
    own = case.track.groups if case.track else ()
    return own or (() if any(t.groups for t in notice.tracks) and case.track else notice.groups)
