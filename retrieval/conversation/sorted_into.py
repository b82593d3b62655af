"""The group an answer puts a person in: 她算哪一组 → 机构组, of which 最晚哪天报 is asked then."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from retrieval.entrants.personal import OF_ENTRY, tells
from retrieval.model import Answer
from retrieval.question.people_groups import groups_said

_ASKS = lazy_re.compile(r"(?:哪|什么|啥|别的|其[他它])一?个?组|(?:能|可以|还能)[去报参来]")
_NAMED = lazy_re.compile(r"(?:可以?|应当?|请)(?:改)?(?:报名?|参加|选择)(?=[\u4e00-\u9fff]{1,6}组)")
_QUOTED = lazy_re.compile("“[^”]*”")
_NO = lazy_re.compile("不可以|不能|不符合")
_ROLES = {"student": "学生", "worker": "职工", "teacher": "教师"}
_YES = lazy_re.compile(r"^可以，")


def sorts(text: str) -> bool:
    """Whether a turn may be answered by the group somebody is in: it tells of a person.

    >>> sorts("我32，在养老院上班，能报哪一组"), sorts("我想报名养老护理大赛")
    (True, False)
    """
    asks = bool(_ASKS.search(text)) or tells(text)
    return asks and bool(set(facts_from_words(text).person) - OF_ENTRY)


def sorted_by_role(text: str, answer: Answer, groups: Sequence[str]) -> str | None:
    """The one group that is for such people, where somebody asks of himself as one of them.

    None where the answer bars him, for then no group is his: 我15 of a group for those of 16.
    """
    role = _ROLES.get(facts_from_words(text).person.get("identity", ""))
    if role is None or answer.status != "answered" or _NO.search(answer.text):
        return None
    found = groups_said(role, groups)
    return found[0] if len(found) == 1 else None


def sorted_into(answer: Answer, groups: Sequence[str]) -> str | None:
    """The one group of a notice that an answer puts a person in; None if it does not.

    Either the only one it says he may enter, or the only one named where it says yes.
    """
    if answer.status != "answered" or len(answer.notices) > 1:
        return None
    text = "\n".join(line for line in answer.text.split("\n") if not line.startswith("按："))
    own = _QUOTED.sub("", text)  # a clause lets in others too
    named = {g for m in _NAMED.finditer(own) for g in groups if own.startswith(g, m.end())}
    if not named and _YES.match(text):
        named = {g for g in groups if g in text}
    return named.pop() if len(named) == 1 else None
