"""Sanctions somebody tells of: 去年背了个记过处分, 今年3月被警告过."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.checks.sanctions import GRADE, SANCTION, SINCE
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, amount, pattern, says

_LAST = {"今年": 0, "去年": 1, "前年": 2, "大前年": 3}
_WHEN = lazy_re.compile(
    rf"(?P<y>(?:19|20)\d{{2}}年|大?前年|去年|今年)(?:的)?(?:(?P<m>\d{{1,2}}|{N})月)?(?:份)?[^,。;]{{0,8}}$"
)


def _sanction(match: re.Match[str], day: Day) -> Found:
    """The grade, and since when as far as it is told."""
    other = {SANCTION: match["grade"] or "处分"}
    since = _since(match, day)
    return {"other": {**other, **({SINCE: since} if since else {})}}


def _since(match: re.Match[str], day: Day) -> str | None:
    when = _WHEN.search(match.string, 0, match.start("did"))
    if when is None or (day is None and when["y"] in _LAST):
        return None
    year = day.year - _LAST[when["y"]] if day and when["y"] in _LAST else int(when["y"][:4])
    return f"{year}-{int(amount(when['m'])):02d}" if when["m"] else f"{year}"


def sanctions() -> tuple[Pattern, ...]:
    """A sanction that was laid on somebody; whoever has none tells of none."""
    none = r"(?:没有?|从未|从来没有?|未曾?|不曾)(?:被|受|挨|背|吃)?过?(?:任何|什么|啥)?"
    did = (
        r"(?<![会要将能可])(?:被|受到?|挨|背|吃|给予?|有)(?:过|了|着)?(?:单位|公司|学校|厂里|集团)?"
        r"(?:给|处以|记)?(?:了|过)?(?:一?个|一次)?"
    )
    grade = rf"(?P<grade>{GRADE})(?:处分|了|过)*"
    return (
        pattern(rf"{none}(?:{GRADE}|处分)(?:过|处分)?", says()),
        pattern(rf"(?P<did>{did})(?:行政|政务|党内)?(?:{grade}|处分(?:了|过)?)(?!期满)", _sanction),
    )
