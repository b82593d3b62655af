"""What of a notice has to be done by a moment: its deadlines, with the clause each stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from hashlib import sha256

from bot.clock import ZONE
from knowledge.eligibility.once import once
from knowledge.model import Citation, Clause, Frozen, Notice, Row, Scope, Value
from knowledge.plain import squeeze
from retrieval.model import Option

KEY_LENGTH = 16
LAST = time(23, 59, 59)
"""A deadline without an hour includes its day."""


class Due(Frozen):
    """A deadline."""

    key: str
    """The same one when a correction moves it: notice, clause and its number in the clause."""
    notice: str
    what: str
    """What the notice calls it: 报名截止时间."""
    moment: datetime
    whole_day: bool
    citation: Citation
    scope: Scope

    def within(self, option: Option) -> bool:
        """Whether it concerns a competition, track and group."""
        tracks, groups = self.scope.tracks, self.scope.groups
        return (
            option.notice == self.notice
            and (not tracks or option.track is None or option.track in tracks)
            and (not groups or option.group is None or option.group in groups)
        )


@once
def dues(notice: Notice) -> tuple[Due, ...]:
    """The deadlines a notice gives a day for, the earliest first; one said twice is one."""
    found: dict[tuple[str, datetime], Due] = {}
    for due in _read(notice):
        found.setdefault((due.citation.path, due.moment), due)
    return tuple(sorted(found.values(), key=lambda due: (due.moment, due.citation.start)))


def _read(notice: Notice) -> Iterator[Due]:
    seen: Counter[str] = Counter()
    places = {c.path: c for c in notice.clauses} | {
        r.path: r for t in notice.tables for r in t.rows
    }
    for value in notice.values:
        if value.kind != "deadline" or _of_others(value.scope, notice):
            continue
        seen[value.path] += 1
        moment = _moment(value.value)
        if moment is None:
            continue
        yield Due(
            key=_key(notice.id, value.path, str(seen[value.path])),
            notice=notice.id,
            what=squeeze(value.label),
            moment=moment,
            whole_day="T" not in value.value,
            citation=_cited(notice, value, places.get(value.path)),
            scope=value.scope,
        )


def _of_others(scope: Scope, notice: Notice) -> bool:
    """Whether it binds organisers, in a notice for contestants."""
    return scope.role == "organiser" and notice.audience != "organiser"


def _moment(written: str) -> datetime | None:
    """The end of a deadline; None where only a month is given."""
    try:
        if "T" in written:
            return datetime.fromisoformat(written).replace(tzinfo=ZONE)
        return datetime.combine(date.fromisoformat(written), LAST, tzinfo=ZONE)
    except ValueError:
        return None


def _cited(notice: Notice, value: Value, place: Clause | Row | None) -> Citation:
    """The sentence the deadline stands in."""
    start, end = value.start, value.end
    if place is not None:
        text = notice.text
        start = max([place.start, *(text.rfind(c, place.start, start) + 1 for c in "。；\n\t")])
        ends = [at + 1 for c in "。；" if (at := text.find(c, end, place.end)) >= 0]
        end = min([*ends, place.end])
    start += len(notice.text[start:end]) - len(notice.text[start:end].lstrip())
    end = start + len(notice.text[start:end].rstrip())
    quote = squeeze(notice.text[start:end])
    return Citation(
        notice=notice.id, label=notice.label, path=value.path, quote=quote, start=start, end=end
    )


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]
