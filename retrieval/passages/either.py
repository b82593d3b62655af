"""是24号还是25号: which of two days, where the notice only states a range that has both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge import lazy_re
from knowledge.model import Value
from retrieval.passages.units import Unit

_EITHER = lazy_re.compile(
    r"(?:(?P<month>\d{1,2})月)?(?P<one>\d{1,2})[号日]?(?:还是|或者?|/)(?:\d{1,2}月)?(?P<other>\d{1,2})[号日]"
)
_RANGE = lazy_re.compile(r"(\d{4})-(\d{2})-(\d{2}).*/(\d{4})-(\d{2})-(\d{2})")


def either_in_range(question: str, units: Iterable[Unit]) -> bool:
    """Whether the sentences leave open which of the two days a question (comparable) names it is.

    They do where a range covers both and no day of its own is one of them.
    """
    match = _EITHER.search(question)
    if match is None:
        return False
    days = {int(match["one"]), int(match["other"])}
    values = [v for u in units for v in u.values]
    told = {int(v.value[8:10]) for v in values if v.kind == "date" and v.value[8:10].isdigit()}
    return not told & days and any(_covers(v, days) for v in values)


def _covers(value: Value, days: set[int]) -> bool:
    """Whether a range has all of these days of the month."""
    match = _RANGE.match(value.value) if value.kind == "range" else None
    if match is None:
        return False
    first, last = date(*map(int, match.groups()[:3])), date(*map(int, match.groups()[3:]))
    within = {date.fromordinal(n).day for n in range(first.toordinal(), last.toordinal() + 1)}
    return days <= within
