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
_SPELT = lazy_re.compile(rf"{CHINESE}(?=个?(?:分钟|小时|学时|课时))")
_SEGMENT, _WHOLE = lazy_re.compile(r"[、,，;；。:：和及]"), lazy_re.compile(r"总|其中|共|超")
"""A length that is all of it, or beyond it, is none of the parts."""
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
    texts = [_SPELT.sub(lambda m: arabic(m[0]), text) for text in texts]
    named = _named(question, texts)
    if named is not None:
        return named
    rows = [match[0] for text in texts for match in _ROW.finditer(text)]
    found = list(_LENGTH.finditer(rows[0])) if len(rows) == 1 else []
    counted = _PARTS.search(question)
    if len(found) < _LEAST or len({m["unit"] for m in found}) > 1:
        return None
    if counted and int(float(arabic(counted["n"]))) != len(found):
        return None
    return _added([m["n"] for m in found], found[0]["unit"])


def _named(question: str, texts: Iterable[str]) -> Worked | None:
    """The lengths of the parts that a question names, where one sentence tells those of several.

    >>> told = "处置二十五分钟,作业二十分钟,交底十分钟"
    >>> at_length("处置加交底总共多长时间", [told]).text
    '合计：25+10=35分钟。'
    """
    for text in texts:
        found: list[tuple[str, str]] = []
        for segment in _SEGMENT.split(text):
            match = _LENGTH.search(segment)
            if match is None or _WHOLE.search(segment):
                continue
            name = segment[: match.start()]
            if any(name[i : i + 2] in question for i in range(len(name) - 1)):
                found.append((match["n"], match["unit"]))
        if len(found) >= _LEAST and len({unit for _, unit in found}) == 1:
            return _added([n for n, _ in found], found[0][1])
    return None


def _added(numbers: list[str], unit: str) -> Worked:
    total = str(sum(map(int, numbers)))
    formula = f"{'+'.join(numbers)}={total}{unit}"
    return Worked(say("worked.together", formula=formula), (*numbers, total))
