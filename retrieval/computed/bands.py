"""What holds on a day or for a number of marks, where parts of one clause tell it step by step.

3月31日前申请的，全额退还；4月1日至12日申请的，退还50%；4月13日以后不退: the second holds on 4月5日.
Likewise 80分以上的核发三级证书；70分以上不足80分的，核发四级证书 for whoever has 75分.
What ranks get in order is read first, a bar of marks where there are no steps.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.computed.in_order import in_order_reply
from retrieval.computed.mark_bars import mark_bar_reply
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.question.moments import said_day
from retrieval.reply import Piece, Reply, answered, cite_unit

_D = (
    r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:\d{1,2}:\d\d)?"
    r"(?:[(（]不?含[^()（）]{0,4}[)）])?"
)
_FROM_TO = lazy_re.compile(rf"{_D}(?:至|到|—|–|-|~)(?:(?P<to>\d{{1,2}})月)?(?P<last>\d{{1,2}})日")
_BEFORE = lazy_re.compile(rf"{_D}(?:之|以)?前")
_AFTER = lazy_re.compile(rf"{_D}(?:之后|以后|后|起)")
_NOW = lazy_re.compile(r"今天|今日|今儿|现在|这会儿|目前")
_N = r"(\d{1,4}(?:\.\d+)?)"
_MARKS = r"分(?![钟之别数])"
_SPAN = lazy_re.compile(
    rf"{_N}(?:{_MARKS})?(?:\(含\))?(?:及?以上)?(?:且|,|，)?(?:至|—|–|-|~|不足|不满|未满|低于){_N}{_MARKS}"
)
_LEAST = lazy_re.compile(rf"(?:满|不低于|不少于|达到?){_N}{_MARKS}|{_N}{_MARKS}(?:\(含\))?及?以上")
_UNDER = lazy_re.compile(rf"(?:不足|不满|未满|低于|少于){_N}{_MARKS}|{_N}{_MARKS}以下")
_SCORED = lazy_re.compile(rf"(?<![\d满]){_N}{_MARKS}")
_NONE = lazy_re.compile(r"不(?:再|予)?(?:核发|发放?|颁发|退还?|适用|享受|计入|参与)")
_STEPS = 2
_REFUND, _PAID = "refund", frozenset({"refund", "fee"})
"""What notices tell by the days: until when one is paid back, or pays less."""

Bound = tuple[float, float]
"""From the first number up to, and without, the second."""
_EVER = 10000.0


class _Kind(NamedTuple):
    """How bounds of a kind are read, and what the question states."""

    bound: Callable[[str], Bound | None]
    stated: float | None
    """None where it states nothing: then every step is told."""

    def holds(self, bound: Bound) -> bool:
        """Whether a step speaks of what is stated."""
        return self.stated is None or bound[0] <= self.stated < bound[1]


def band_reply(reading: Reading, sought: Sought, as_of: date) -> Reply | None:
    """The part that holds for what the question states; None if no clause tells it by steps."""
    told = in_order_reply(reading, sought)
    if told is not None:
        return told
    kind = _kind(sought.asked, as_of)
    steps = _steps(reading, sought, kind.bound) if kind is not None else []
    if kind is None or not steps:
        return mark_bar_reply(reading, sought)
    fitting = [u for u, bound in steps if kind.holds(bound)]
    if kind.stated is not None and len(fitting) != 1:
        return None
    if bars := _bars(reading, sought, steps):
        fitting = bars
    alone = kind.stated is not None  # what else looks like an answer holds for others
    pieces = (
        Piece(
            text=u.text,
            citations=(cite_unit(reading.notice, u),),
            computed=(u.text,) if alone else (),
        )
        for u in fitting
    )
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)


def _bars(reading: Reading, sought: Sought, steps: list[tuple[Unit, Bound]]) -> list[Unit]:
    """What says of the one track meant that none of the steps holds: 乙赛项不核发证书."""
    asked = frozenset(sought.asked.concepts) & {c for unit, _ in steps for c in unit.said}
    names = [comparable(t.name) for t in reading.notice.tracks if t.id in sought.tracks]
    return [
        unit
        for unit in reading.units
        if unit.said & asked
        and any(name in unit.plain for name in names)
        and _NONE.search(unit.plain)
    ]


def _steps(
    reading: Reading, sought: Sought, bound: Callable[[str], Bound | None]
) -> list[tuple[Unit, Bound]]:
    """The parts of the first clause that tells by steps what is asked."""
    found: dict[str, list[tuple[Unit, Bound]]] = {}
    for unit in reading.units:
        own = bound(unit.plain) if in_scope(unit, sought) else None
        if own is not None:
            found.setdefault(unit.path, []).append((unit, own))
    asked = frozenset(sought.asked.concepts)
    for steps in found.values():
        if sum(bool(unit.said & asked) for unit, _ in steps) >= _STEPS:
            return steps
    return []


def _kind(asked: Asked, as_of: date) -> _Kind | None:
    """By what the steps are told that a question can mean."""
    paid = _PAID & set(asked.concepts)
    found = (_of_day(asked.plain, as_of) if paid else None) or _of_marks(asked.plain)
    return found or (_Kind(_day_bound, None) if _REFUND in paid else None)


def _of_day(text: str, as_of: date) -> _Kind | None:
    day = said_day(text)
    if day is not None:
        return _Kind(_day_bound, _nth(*day))
    return _Kind(_day_bound, _nth(as_of.month, as_of.day)) if _NOW.search(text) else None


def _of_marks(text: str) -> _Kind | None:
    found = _SCORED.findall(text)
    return _Kind(_mark_bound, float(found[0])) if len(found) == 1 else None


def _nth(month: int | str, day: int | str) -> float:
    """Days in their order within a year."""
    return int(month) * 100.0 + int(day)


def _day_bound(plain: str) -> Bound | None:
    """The days a part speaks of.

    >>> _day_bound("4月1日至4月12日申请的,退还百分之五十")
    (401.0, 413.0)
    """
    if m := _FROM_TO.search(plain):
        return _nth(m["m"], m["d"]), _nth(m["to"] or m["m"], m["last"]) + 1
    if m := _BEFORE.search(plain):
        return 0.0, _nth(m["m"], m["d"]) + 1
    if m := _AFTER.search(plain):
        return _nth(m["m"], m["d"]), _EVER
    return None


def _mark_bound(plain: str) -> Bound | None:
    """The marks a part speaks of.

    >>> _mark_bound("70分以上不足80分的,核发四级证书"), _mark_bound("80分以上的")
    ((70.0, 80.0), (80.0, 10000.0))
    """
    if m := _SPAN.search(plain):
        return float(m[1]), float(m[2])
    if m := _LEAST.search(plain):
        return float(m[1] or m[2]), _EVER
    if m := _UNDER.search(plain):
        return 0.0, float(m[1] or m[2])
    return None
