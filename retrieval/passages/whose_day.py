"""Which of several days of a sentence is the asker's: 国内单位5月10日前，海外单位5月20日前."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Value
from knowledge.plain import comparable
from retrieval.question.moments import TIMED

_WHOSE = lazy_re.compile(
    r"(?:^|[,，;；。:：、])(?P<whose>[\u4e00-\u9fff()、]{2,14}?)(?:须|应|需)?[于在]?$"
)
_NOBODY = lazy_re.compile(r"时间|日期|截[止至]|报名|期限|完成|提交|前|后|起|至|到|^[于在自从由即]")
"""What stands before a day and names nobody."""
_LEAST = 2


def of_the_asker(values: Sequence[Value], plain: str, question: str) -> list[Value]:
    """The values without the days of others; no day at all where nobody is told to be meant.

    `plain` and `question` are comparable. Days that are nobody's own stay as they are.
    """
    days = [v for v in values if v.kind in TIMED]
    whose = {v.start: _whose(v, plain) for v in days}
    named = {who for who in whose.values() if who}
    if len(named) < _LEAST:
        return list(values)
    said = {who for who in named if _said(who, question)}
    return [v for v in values if v.kind not in TIMED or whose[v.start] in said]


def _whose(value: Value, plain: str) -> str:
    """Whom a day is set for by the words right before it; empty if for nobody in particular."""
    at = plain.find(comparable(value.raw))
    found = _WHOSE.search(plain[:at]) if at > 0 else None
    return "" if found is None or _NOBODY.search(found["whose"]) else found["whose"]


def _said(who: str, question: str) -> bool:
    """Whether a question names them, in whole or by the first half of their name.

    >>> _said("国内单位", "国内单位几号截止"), _said("海外事业部", "国内单位几号截止")
    (True, False)
    """
    return who in question or who[: max(_LEAST, len(who) // 2)] in question
