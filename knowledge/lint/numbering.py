"""Marks that are missing, doubled or out of order among the clauses of one level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from knowledge.lint.fault import Fault, Material
from knowledge.model import Clause
from knowledge.structure.lines import Line
from knowledge.structure.marks import Mark, Style, line_mark

_CHINESE = "零一二三四五六七八九"
_PAREN = r"[（(]\s*{}\s*[）)]"
_FORMS = {
    Style.CJK: r"{}\s?[、．.]",
    Style.CJK_PAREN: _PAREN,
    Style.NUMBER: r"(?<![\d.．]){}\s?[.．、](?!\d)",
    Style.NUMBER_PAREN: _PAREN,
    Style.HALF_PAREN: r"(?<!\d){}\s?[）)]",
}
_MOST = 5
"""A larger jump is no slip but another way of numbering."""


class _Marked(NamedTuple):
    clause: Clause
    mark: Mark


def numbering(material: Material) -> Iterator[Fault]:
    """Numbers left out (二、 then 四、), given twice, or going back."""
    every = _series(material.notice.clauses)
    for series in every:
        yield from _first_twice(every, series)
        first = series[0]
        if first.mark.number == 2 and len(series) > 1 and first.mark.style is Style.CJK:  # noqa: PLR2004 one before it
            yield from _missing(material.notice.text, None, first)
        for at, (before, here) in enumerate(pairwise(series)):
            if at == 0 and _is_first_twice(every, series):
                continue
            doubled = at > 0 and before.mark.number == series[at - 1].mark.number
            yield from _step(material.notice.text, before, here, doubled=doubled)


def _first_twice(every: list[list[_Marked]], series: list[_Marked]) -> Iterator[Fault]:
    if _is_first_twice(every, series):
        yield _fault("number_doubled", series[0], mark=series[0].clause.mark.strip())


def _is_first_twice(every: list[list[_Marked]], series: list[_Marked]) -> bool:
    """（一）（一）（三）: the second began no list of its own, as its （二） is lacking."""
    if [each.mark.number for each in series[:2]] != [1, 3]:
        return False
    key = _key(series[0])
    above = [other for other in every if _key(other[0]) == key and _start(other) < _start(series)]
    return bool(above) and len(max(above, key=_start)) == 1


def _start(series: list[_Marked]) -> int:
    return series[0].clause.start


def _key(marked: _Marked) -> tuple[object, ...]:
    clause, mark = marked
    return clause.scope.attachment, clause.parent, mark.rank


def _series(clauses: tuple[Clause, ...]) -> list[list[_Marked]]:
    """Clauses numbered together; one that begins again at 1 begins a series of its own."""
    found: dict[tuple[object, ...], list[_Marked]] = {}
    for clause in clauses:
        mark = _mark(clause)
        if mark is None or mark.style not in _FORMS:
            continue
        key = _key(_Marked(clause, mark))
        last = found.get(key)
        again = mark.number == 1 and not (mark.style is Style.CJK and last and _number(last) == 1)
        if last and again:
            found[*key, clause.path] = found.pop(key)
        found.setdefault(key, []).append(_Marked(clause, mark))
    return list(found.values())


def _number(series: list[_Marked]) -> int:
    return series[-1].mark.number


def _mark(clause: Clause) -> Mark | None:
    """The mark of a clause, read once more from its words."""
    if not clause.mark:
        return None
    line = Line(clause.start, clause.end, clause.text, clause.text)
    return next((mark for mark in line_mark(line, "free") if mark.printed == clause.mark), None)


def _step(text: str, before: _Marked, here: _Marked, *, doubled: bool) -> Iterator[Fault]:
    """`doubled`: the mark before should have been the next one (二、二、四、 lacks no 三、)."""
    step = here.mark.number - before.mark.number
    if step == 0:
        yield _fault("number_doubled", here, mark=here.clause.mark.strip())
    elif step < 0:
        yield _fault("number_order", here, mark=here.clause.mark.strip(), before=before.clause.mark)
    elif 1 + doubled < step <= _MOST:
        yield from _missing(text, before, here)


def _missing(text: str, before: _Marked | None, here: _Marked) -> Iterator[Fault]:
    first = before.mark.number + 1 if before else 1
    start = before.clause.start if before else 0
    gone = [
        number
        for number in range(first, here.mark.number)
        if not _stands(text[start : here.clause.start], here.mark.style, number)
    ]
    if gone:
        marks = "、".join(_like(here.clause.mark.strip(), here.mark, number) for number in gone)
        lead = f"{before.clause.mark.strip()}之后" if before else "开头"
        yield _fault("number_missing", here, mark=here.clause.mark.strip(), gone=marks, after=lead)


def _stands(text: str, style: Style, number: int) -> bool:
    """Whether the mark is printed there all the same, somewhere no clause begins."""
    digits = "[一-十]*" + _chinese(number) if style in {Style.CJK, Style.CJK_PAREN} else str(number)
    return bool(re.search(_FORMS[style].format(digits), text))


def _like(printed: str, mark: Mark, number: int) -> str:
    chinese = mark.style in {Style.CJK, Style.CJK_PAREN}
    name = _chinese(number) if chinese else str(number)
    return re.sub(r"[一二三四五六七八九十\d０-９]+", name, printed, count=1)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = "" if not tens else ("十" if tens == 1 else f"{_CHINESE[tens]}十")
    return lead + (_CHINESE[ones] if ones or not tens else "")


def _fault(rule: str, here: _Marked, **values: object) -> Fault:
    start = here.clause.start
    head = here.clause.text.split("\n", 1)[0][:30]
    return Fault(rule, here.clause.path, (start, start + len(head)), values)
