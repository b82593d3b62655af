"""How many more are allowed where a clause sets a most: 5 at most, 4 taken, one left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import NUMERAL, arabic
from retrieval.computed.rates import Worked
from retrieval.wording import say

_UNIT = "(?:个(?!人)|[场名人队组项次家支件份])"
_HAD = lazy_re.compile(
    rf"(?:已经?|都|先|有了?|[报派接办承出选交]了)[^，,。？?\d]{{0,6}}(?P<n>{NUMERAL})个??(?P<unit>{_UNIT})"
)
_MORE = lazy_re.compile(
    rf"还(?:能|可以?|可)?再?[^，,。？?]{{0,6}}(?:几|多少|好多)个??(?P<unit>{_UNIT})"
    rf"|(?:能|可以?)再[^，,。？?]{{0,6}}(?:几|多少|好多)个??(?P<last>{_UNIT})"
)
"""Asked is how many more."""
_MOST = lazy_re.compile(
    rf"(?:不得?(?:超过|多于|高于)|最多(?:为|可[^\d，,。；;]{{0,4}})?|限[^\d，,。；;]{{0,4}}|以)(?P<n>{NUMERAL})(?P<unit>{_UNIT})(?:以内)?"
)
_SAME = {"名": "人"}
_THING = lazy_re.compile(r"[\u4e00-\u9fff]{2}")
"""What somebody has some of: 承办了3个赛项."""
_STOP = lazy_re.compile(r"[，,、；;。：:]")


def remaining(question: str, texts: Iterable[str]) -> Worked | None:
    """What a most leaves of what somebody has; None where two bounds could be meant.

    >>> remaining("已经报了2个人，还能再报几个人", ["每单位报名不超过5人"]).text
    '最多5人，已有2人：5-2=3人。'
    """
    had, more = _HAD.search(question), _MORE.search(question)
    if had is None or more is None:
        return None
    unit = _same(had["unit"])
    if _same(more["unit"] or more["last"]) not in (unit, "个"):
        return None
    found = [(m, text) for text in texts for m in _MOST.finditer(text) if _same(m["unit"]) == unit]
    thing = _THING.match(question, had.end())
    of_it = [(m, text) for m, text in found if thing and thing[0] in _before(m, text)]
    bounds = {(m["n"], m["unit"]) for m, _ in of_it or found}
    if len(bounds) != 1:
        return None
    most, written = next(iter(bounds))
    left = Decimal(arabic(most)) - Decimal(arabic(had["n"]))
    if left < 0:
        return None
    told = {"most": arabic(most), "had": arabic(had["n"]), "left": str(left), "unit": written}
    return Worked(say("worked.left", **told), (told["had"], told["left"], told["most"]))


def _before(bound: re.Match[str], text: str) -> str:
    """What a bound is set for: the words between the last stop and it."""
    return _STOP.split(text[: bound.start()])[-1]


def _same(unit: str) -> str:
    return _SAME.get(unit, unit)
