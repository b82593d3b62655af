"""Whom a sentence frees of what it asks: …须持有驾驶证，院校组选手不作要求 bars no student."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words

_FREED = lazy_re.compile(
    r"(?P<who>[^，,。；;:：]{2,14}?)(?:的|可|均|则)*(?:不作[^，,。；;]{0,4}要求|不要求|无需|不需|无须|不必|不受(?:此限|限制)|免(?=[提交于]|$))"
)
_SEGMENT = lazy_re.compile(r"[，,；;。]")
_PEOPLE = {
    "student": lazy_re.compile(r"学生|院校|高校|学校|在校|校园"),
    "worker": lazy_re.compile(r"职工|企业|员工|在职|社会"),
    "teacher": lazy_re.compile(r"教师|教职工"),
    "flexible": lazy_re.compile(r"农民|村民|灵活就业|个体|自由职业|社会"),
}
_GROUP = lazy_re.compile(r"[\u4e00-\u9fff]{2,4}组")


class Waiver(NamedTuple):
    """What a sentence says without the part that frees somebody, and whether it frees the asker."""

    rest: str
    of_asker: bool | None
    """None: nobody tells who asks."""


def waiver(question: str, part: str) -> Waiver | None:
    """Whom the words free of what they ask of the others; None if nobody.

    >>> waiver("我是学生能报吗", "职工须有上岗证，学生不作要求").of_asker
    True
    >>> waiver("我是职工能报吗", "职工须有上岗证，学生不作要求")
    Waiver(rest='职工须有上岗证', of_asker=False)
    """
    segments = _SEGMENT.split(part)
    freed = [m for s in segments if (m := _FREED.match(s)) is not None]
    if not freed or len(segments) < 2:  # noqa: PLR2004  others are asked for it
        return None
    rest = "，".join(s for s in segments if s and not _FREED.match(s))
    return Waiver(rest, _frees(question, "".join(m["who"] for m in freed)))


def _frees(question: str, who: str) -> bool | None:
    groups = _GROUP.findall(question)
    if any(group in who or re.search(re.escape(group[:2]), who) for group in groups):
        return True
    identity = str(facts_from_words(question).person.get("identity") or "")
    own = _PEOPLE.get(identity)
    if own is None:
        return False if groups else None
    return bool(own.search(who))


def concerns(question: str, words: str) -> bool:
    """Whether words hold for the asker: of no group, or of one he says he is of.

    >>> concerns("我是学生", "职工组两名队员"), concerns("我是学生", "两名队员")
    (False, True)
    """
    group = _GROUP.search(words)
    return group is None or _frees(question, group[0]) is True
