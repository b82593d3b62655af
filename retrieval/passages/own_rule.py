"""What holds for one track in place of what holds for all: 总成绩相同的，射线检测等级高者在前.

A notice tells a case once for all tracks, and anew in the part of one: there the general words of
the same case do not hold, nor the steps that go on from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from knowledge import lazy_re
from retrieval.passages.units import Reading, Unit

_CASE = lazy_re.compile(
    r"^(?:若|如果?|凡|对)?(?P<case>[^,;。:，；]{3,24}?)(?:的话|的|时|者|后)[,，]"
)
_SMALL = lazy_re.compile(r"[\d.仍再均都也又]|参赛|选手|队伍?(?!员)|以上|以下")
_GOES_ON = ("；", ";")


class OwnRules:
    """The cases of one notice that it tells anew for some of its tracks."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[str, ...], frozenset[tuple[str, int]]] = {}

    def holds(self, unit: Unit, tracks: tuple[str, ...]) -> bool:
        """Whether a sentence holds for the tracks: they have no rule of their own for its case."""
        if not tracks or unit.scope.tracks:
            return True
        if tracks not in self._known:
            self._known[tracks] = frozenset(self._replaced(set(tracks)))
        return (unit.path, unit.start) not in self._known[tracks]

    def _replaced(self, tracks: AbstractSet[str]) -> Iterator[tuple[str, int]]:
        own = [_case(u) for u in self._reading.units if tracks & set(u.scope.tracks)]
        cases, last = {case for case in own if case}, None
        for unit in self._reading.units if cases else ():
            on = last is not None and last.path == unit.path and last.text.endswith(_GOES_ON)
            again = not unit.scope.tracks and _case(unit) in cases
            last = unit if again or on else None
            if last is not None:
                yield unit.path, unit.start


def _case(unit: Unit) -> str:
    """The case a sentence begins with, in words alike for all: 总成绩相同; else empty."""
    match = _CASE.match(unit.plain)
    return _written(match["case"]) if match else ""


def _written(case: str) -> str:
    """A case without numbers and small words.

    >>> _written("参赛选手迟到15分钟"), _written("总分仍相同")
    ('迟到分钟', '总成绩相同')
    """
    return _SMALL.sub("", case.replace("总分", "总成绩"))
