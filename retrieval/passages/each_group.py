"""What each group has of one matter: 机构组：…发送至…；学生组：…；公开组：电话报名 are one answer.

Whoever names no group would take what holds for one of them for what holds for all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.rank import Scored, Sought
from retrieval.passages.units import Unit

_LABEL = lazy_re.compile(
    r"^[（(]?[\d一二三四五六七八九十]*[)）.、]?(?P<label>[^:：，,。；;]{2,30})[:：]"
)
_MOST, _MUCH = 5, 2


def of_each_group(
    chosen: Sequence[Scored], ranked: Sequence[Scored], sought: Sought, groups: Collection[str]
) -> list[Scored]:
    """The sentences beside a chosen one that are labelled by other groups and say the same of them.

    Nothing where the question names a group, or no chosen sentence is labelled by one.
    """
    first = next((s for s in chosen if labelled(s.unit, groups)), None)
    if first is None or sought.groups or any(comparable(g) in sought.asked.plain for g in groups):
        return []
    own, asked = labelled(first.unit, groups), frozenset(sought.asked.concepts)
    beside = [s for s in ranked if s.unit.clause.parent == first.unit.clause.parent]
    told = [s for s in beside if _alike(s.unit, first.unit, asked)]
    return list(_each_once(told, groups, own))[:_MOST]


def _alike(unit: Unit, first: Unit, asked: frozenset[str]) -> bool:
    """Whether a sentence says what is asked, or much of what the first one says."""
    return bool(asked & (unit.said | unit.titled)) or len(unit.said & first.said) >= _MUCH


def labelled(unit: Unit, groups: Iterable[str]) -> frozenset[str]:
    """The groups that the label before the colon of a sentence names."""
    match = _LABEL.match(unit.plain)
    return frozenset(g for g in groups if match and comparable(g) in match["label"])


def _each_once(
    told: Iterable[Scored], groups: Collection[str], own: frozenset[str]
) -> Iterable[Scored]:
    """One sentence for each group that has none yet, the better one first."""
    seen = set(own)
    for each in told:
        theirs = labelled(each.unit, groups)
        if not theirs <= seen:
            seen |= theirs
            yield each
