"""What holds for the people of an organiser: 承办单位的工作人员，不得参加本单位承办的赛项."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from knowledge import lazy_re
from knowledge.plain import comparable, comparable_name
from retrieval.entrants.barring import barring_heading
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.question.mentions import longest_common

BARS = lazy_re.compile(
    r"谢绝|不得(?!兼|超|以任何)|不能(?!超)|不可(?!抗)|不参[加赛]|不含|不包括|除外|不接受|不允许|不再|不在[^，。；]{0,8}(?:范围|之列|其列)|不列入|不纳入|不属于|限[^，。；]{2,12}参加"
)
_ROLE = lazy_re.compile(r"承办单位|协办单位|支持单位|主办单位|技术支持|赞助单位|出题单位")
_STAFF = lazy_re.compile(r"工作人员|员工|职工|人员|选手|单位的?(?:人|教师)")
_LONG = 4
_BODY = lazy_re.compile(
    r"(?P<name>[\u4e00-\u9fff()]{4,30}?)"
    r"(?P<does>主办|承办|协办|(?:负责|提供)[^,，。；;]{0,12}?技术支持)(?!单位|方)"
)
"""A body and what a sentence says it does: 某某科技有限公司提供竞赛平台和技术支持."""
_ROLE_OF = {
    "主办": "主办单位",
    "承办": "承办单位",
    "协办": "协办单位",
    "负责": "技术支持",
    "提供": "技术支持",
}


def whole(reading: Reading, unit: Unit) -> str:
    """A sentence with the one or the heading that introduces it: 以下人员不得参赛：（1）…"""
    above = reading.introduction(unit)
    return f"{above.plain if above else comparable_name(barring_heading(unit))}{unit.plain}"


def of_insiders(reading: Reading, asked: Asked) -> Iterator[Unit]:
    """What holds for the people of an organiser, where the question names it as a person's own."""
    roles = set(_roles(reading, asked))
    for unit in reading.units if roles else ():
        held = roles & set(_ROLE.findall(unit.plain))
        if held and BARS.search(whole(reading, unit)) and _STAFF.search(unit.plain):
            yield unit


def _roles(reading: Reading, asked: Asked) -> Iterator[str]:
    """承办单位 where the question names one: by a column of a table, or a field of the notice."""
    runs = [run for run in asked.content if len(run) >= _LONG]
    for table in reading.tables if runs else ():
        for column, head in enumerate(table.header):
            cells = [comparable_name(row.cells[column]) for row in table.rows]
            if any(_names(run, cell) for run in runs for cell in cells):
                yield from _ROLE.findall(comparable(head))
    for unit in reading.units:
        if runs and unit.kind == "field" and any(_names(run, unit.plain) for run in runs):
            yield from _ROLE.findall(comparable(unit.label))
        for name, does in _bodies(unit.plain):
            if longest_common(asked.plain, name)[0] >= _LONG:
                yield _ROLE_OF[does[:2]]


@lru_cache(maxsize=8192)  # sentences of notices come again with the next question
def _bodies(plain: str) -> tuple[tuple[str, str], ...]:
    """The bodies a sentence names, and what it says they do."""
    return tuple((found["name"], found["does"]) for found in _BODY.finditer(plain))


def _names(run: str, text: str) -> bool:
    """Whether the text has the run, or all of it but a character at either end."""
    cuts = (run, run[1:], run[:-1], run[1:-1])
    return any(len(cut) >= _LONG and cut in text for cut in cuts)
