"""Groups by the people that enter in them: whoever says 学生 speaks of 院校组 where it is theirs.

A word for people says a group only where one group alone is called after such people; where 高职组
and 本科组 both are for students, 学生 says neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.plain import comparable_name

_ASIDE = lazy_re.compile(
    r"(?:指导|带队|辅导|带教)(?:老师|教师)|学生(?:证|会|处|科|卡|票)|职工(?:之家|证|代表大会)|农民工"
    r"|(?:老师|学生|同学)(?:您|你)?好"
)
"""What names a person beside the entrants, or a paper."""
_GROUP = lazy_re.compile(r"[\u4e00-\u9fff]{2,6}?组(?![成织长员])")


class _People(NamedTuple):
    """The words for some people, and what the groups they enter in are called after."""

    said: re.Pattern[str]
    called: re.Pattern[str]


_PEOPLE = (
    _People(
        lazy_re.compile(r"在校生|学生|同学"), lazy_re.compile(r"学生|院校|高校|学校|校园|在校")
    ),
    _People(
        lazy_re.compile(r"职工|员工|工人|上班的"),
        lazy_re.compile(r"职工|企业|员工|在职|从业|社会"),
    ),
    _People(lazy_re.compile(r"老师|教师"), lazy_re.compile(r"教师|教工|教职工|师资")),
    _People(lazy_re.compile(r"农民|村民|农户"), lazy_re.compile(r"农民|农户|农村|乡村|村民")),
    _People(lazy_re.compile(r"居民|市民"), lazy_re.compile(r"居民|市民|社会|社区")),
)


def groups_said(text: str, every: Collection[str]) -> tuple[str, ...]:
    """The groups of `every` that a text (comparable) names, or of whose people it speaks.

    >>> groups_said("老师和学生一样长吗", ("学生组", "教师组"))
    ('学生组', '教师组')
    >>> groups_said("学生的奖金", ("农民组", "院校组")), groups_said("学生", ("高校组", "学校组"))
    (('院校组',), ())
    >>> groups_said("指导老师几个", ("教师组",))
    ()
    """
    text = _ASIDE.sub("", text)
    named = groups_named(text, every)
    meant = {
        of[0]
        for people in _PEOPLE
        if people.said.search(text) and len(of := _of(people, every)) == 1
    }
    return tuple(group for group in every if group in meant or group in named)


def groups_named(text: str, every: Collection[str]) -> tuple[str, ...]:
    """The groups a text (comparable) names, with or without 组: 职工和学生."""
    return tuple(group for group in every if _stem(group) in text)


def of_other_people(text: str, told: str) -> bool:
    """Whether a question speaks of some people, and a sentence only of groups of others.

    >>> of_other_people("老师交多少", "学生组每人80元"), of_other_people("老师交多少", "每人80元")
    (True, False)
    """
    text = _ASIDE.sub("", text)
    asked = {i for i, p in enumerate(_PEOPLE) if p.said.search(text) or p.called.search(text)}
    groups = _GROUP.findall(told)
    of = {i for i, p in enumerate(_PEOPLE) if any(map(p.called.search, groups))}
    return bool(asked and of) and not asked & of


def without_group(text: str, group: str) -> str:
    """A text without what names a group or its people.

    >>> without_group("农民和学生哪个时间长", "院校组")
    '农民和哪个时间长'
    """
    text = text.replace(group, "").replace(group.removesuffix("组"), "")
    for people in _PEOPLE:
        if people.called.search(group):
            text = people.said.sub("", text)
    return text


def _stem(group: str) -> str:
    return comparable_name(group).removesuffix("组")


def _of(people: _People, every: Collection[str]) -> tuple[str, ...]:
    """The groups that are called after such people."""
    return tuple(group for group in every if people.called.search(_stem(group)))
