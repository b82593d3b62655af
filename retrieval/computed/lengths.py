"""How long several parts last together: 15+12+10=37分钟, from 时限分别为15分钟、12分钟、10分钟."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import ADDED, Worked
from retrieval.wording import say

_TOGETHER = lazy_re.compile(rf"{ADDED}|拢共")
_HOW_LONG = lazy_re.compile(r"多久|多长时间|多长|时长|(几|多少)个?(分钟|小时|钟头)|时间")
_LENGTH = lazy_re.compile(r"(?P<n>\d+)个?(?P<unit>分钟|小时|学时|课时)")
_ROW = lazy_re.compile(
    rf"(?:{_LENGTH.pattern.replace('?P<n>', '').replace('?P<unit>', '')}[、,，和及]?){{2,}}"
)
_PARTS = lazy_re.compile(rf"(?P<n>\d+|{CHINESE})个?(?:模块|部分|环节|任务|阶段|科目|项目|单元)")
_LEAST = 2


def at_length(question: str, texts: Iterable[str]) -> Worked | None:
    """The lengths that one sentence states in a row, added up, if that is asked.

    The parts a question counts must be as many as the lengths.

    >>> at_length("三个模块一共多久", ["三个模块,时限分别为15分钟、12分钟、10分钟"]).text
    '合计：15+12+10=37分钟。'
    """
    if not (_TOGETHER.search(question) and _HOW_LONG.search(question)):
        return None
    rows = [match[0] for text in texts for match in _ROW.finditer(text)]
    found = list(_LENGTH.finditer(rows[0])) if len(rows) == 1 else []
    counted = _PARTS.search(question)
    if len(found) < _LEAST or len({m["unit"] for m in found}) > 1:
        return None
    if counted and int(float(arabic(counted["n"]))) != len(found):
        return None
    total = str(sum(int(m["n"]) for m in found))
    formula = "+".join(m["n"] for m in found) + f"={total}{found[0]['unit']}"
    return Worked(say("worked.together", formula=formula), (total,))
