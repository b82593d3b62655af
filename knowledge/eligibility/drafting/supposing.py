"""What is only supposed: 除工龄满10年的外，均须…; 获得过前三名的，只可报名…: no demand on all.

A condition within such words says of whom the sentence goes on to speak; read as a demand it would
keep out everybody else. What is demanded behind it is demanded of some, never a no for the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.sense import doubted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition

_BUT = lazy_re.compile(
    r"除(?![^,。;]{0,30}(?:符合|满足|具备|达到|遵守|执行|上述|以上|条件|要求|规定|限制))[^,。;]{3,40}?(?:以外|之外|外)(?=[,的其均都须应]|$)"
)
_IF = lazy_re.compile(
    r"[^,。;]{0,8}?(?:的|者)(?:参赛)?(?:选手|人员|职工|学生|教师|员工)?,(?:还|也|均|都|则|一律|原则上)*"
    r"(?:只(?:能|可|准|得|允许)|仅(?:能|可|限)|统一(?:参加|报名|按)|(?:参加|报名)(?!者)|按|归入|编入)"
)
_PEOPLE = frozenset(
    {
        "age_at_least", "age_at_most", "age_on", "born_between", "education", "title", "experience",
        "certificate", "certificate_or_years", "facts", "other_fact", "any_fact", "won", "honour",
        "months", "any_of", "all_of", "area", "place",
    }
)  # fmt: skip


def supposed(read: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions without those only supposed; what their sentences go on to ask is doubtful."""
    spans = [(one, span) for one in read if (span := _span(one))]
    inside = {id(one) for one, _ in spans}
    for one in read:
        if id(one) in inside:
            continue
        behind = any(
            other.statement is one.statement and one.start >= end and not _ends(one, end)
            for other, end in spans
        )
        yield doubted(one) if behind and one.made.check in _PEOPLE else one


def _span(one: Condition) -> int:
    """Where the words end that suppose what was read; 0 where it is demanded."""
    if one.made.check not in _PEOPLE or one.statement.cell or one.statement.bars:
        return 0
    text = one.statement.text
    for but in _BUT.finditer(text):
        if but.start() <= one.start and one.end <= but.end():
            return but.end()
    asked = _IF.match(text, one.end - (text[one.end - 1] in "的者"))
    return asked.end() if asked else 0


def _ends(one: Condition, place: int) -> bool:
    """Whether another sentence begins between the place and the condition."""
    return bool(re.search("[。;]", one.statement.text[place : one.start]))
