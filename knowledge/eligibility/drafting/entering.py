"""Deadlines, addresses, the end of the event and the groups, from the typed values of a notice."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.deadlines import deadlines
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.drafting.statements import section_of
from knowledge.eligibility.entered import admitted
from knowledge.eligibility.members import members
from knowledge.fold import Fold, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.model import Clause, Notice, Row, Scope, Track, Value

_SENTENCE = lazy_re.compile(r"[。；;\n]")
_HELD = lazy_re.compile(r"(?:比赛|竞赛|大赛|决赛|活动|举办)(?:时间|日期)?|举行|开赛")
_MAIL = lazy_re.compile(r"报名|提交|发送|发至|报送|汇总|材料|邮箱")
_NOT_MAIL = lazy_re.compile(r"抄送|咨询|投诉|监督|技术支持")
_OR_THERE = lazy_re.compile(
    r"纸质|原件|(?:交至|送至|交到|送到|送交|寄至|邮寄|窗口|现场|柜台)[^。;]{0,80}或|或[^,。;]{0,12}(?:交至|送至|送交|寄至|邮寄|现场)"
)
"""Another way beside the address: 交至…窗口，或者发送至…."""
_BY_MAIL = ["邮箱", "邮件", "电子"]
_NOT_OR_THERE = lazy_re.compile(
    r"纸质|原件|(?:交至|送至|交到|送到|送交|寄至|邮寄|窗口|现场|柜台)[^。;]{0,80}或|或[^,。;]{0,12}(?:交至|送至|送交|寄至|邮寄|现场)"
)
"""Another way beside the address: 交至…窗口，或者发送至…."""
_NOT_BY_MAIL = ["邮寄", "快递", "电话", "微信", "QQ群", "纸质", "现场", "传真", "短信"]


class Places:
    """Clauses and rows of a notice by path, with their sections."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        self.clauses = {clause.path: clause for clause in notice.clauses}
        self.rows = {row.path: row for table in notice.tables for row in table.rows}

    def statement(self, value: Value) -> Statement | None:
        """The sentence (or row) a value stands in, as a statement."""
        place: Clause | Row | None = self.clauses.get(value.path) or self.rows.get(value.path)
        if place is None:
            return None
        section = "cell"
        start, end = place.start, place.end
        if value.path in self.clauses:
            section = section_of(self.clauses[value.path], self.clauses)
            start, end = _sentence(self.notice.text, place.start, place.end, value)
        folded = fold(self.notice.text[start:end], start)
        if not folded.text:
            return None
        cell = value.path in self.rows
        own = self.notice.text[value.start : value.end] if cell else ""
        return Statement(self.notice, place, folded, value.scope, section, cell=cell, quote=own)


def _sentence(text: str, start: int, end: int, value: Value) -> tuple[int, int]:
    before = [match.end() for match in _SENTENCE.finditer(text, start, value.start)]
    after = _SENTENCE.search(text, value.end, end)
    return (before[-1] if before else start), (after.start() if after else end)


def entering(notice: Notice) -> Iterator[Condition]:
    """Deadlines, addresses and, where there is no deadline, the end of the event."""
    places = Places(notice)
    cuts = list(deadlines(notice, places.statement, _condition))
    yield from cuts
    yield from _addresses(notice, places)
    if not cuts:
        yield from _over(notice, places)
    yield from _groups(notice)


def _condition(statement: Statement, scope: Scope, made: Made, name: str) -> Condition:
    groups = scope.groups
    tracks = [track for track in statement.notice.tracks if track.id in scope.tracks]
    if groups and tracks and all(set(track.groups) <= set(groups) for track in tracks):
        groups = ()
    if set(groups) == set(statement.notice.groups):
        groups = ()
    size = len(statement.text)
    return Condition(statement, 0, size, made, tracks=scope.tracks, groups=groups, name=name)


def _addresses(notice: Notice, places: Places) -> Iterator[Condition]:
    """The one address of a scope; where there are several nothing is judged."""
    found: dict[tuple[object, ...], list[tuple[Value, Statement]]] = {}
    for value in notice.values:
        statement = places.statement(value) if value.kind == "email" else None
        if statement is None or statement.section == "out":
            continue
        near = notice.text[max(0, value.start - 12) : value.start]
        if _NOT_MAIL.search(value.label + near) or not _MAIL.search(value.label + statement.text):
            continue
        found.setdefault((value.scope.tracks, value.scope.groups), []).append((value, statement))
    general = len({value.value for value, _ in found.get(((), ()), [])})
    for key, items in found.items():
        addresses = {value.value for value, _ in items}
        if len(addresses) == 1 and (key == ((), ()) or not general):
            value, statement = items[0]
            said = f"报名材料须发送至{value.value}"
            params: dict[str, Any] = {
                "said": said, "accepts": _BY_MAIL, "refuses": _NOT_BY_MAIL, "address": value.value,
            }  # fmt: skip
            if _OR_THERE.search(statement.text):
                params |= {"refuses": [], "closed": True}
            yield _condition(
                statement, _of_all(statement, value), Made("channel", params), "channel"
            )


def _of_all(statement: Statement, value: Value) -> Scope:
    """The scope of an address; said behind what several groups do, it is for all of them."""
    named = sum(group in statement.text for group in statement.notice.groups)
    return value.scope.model_copy(update={"groups": ()}) if named > 1 else value.scope


def _over(notice: Notice, places: Places) -> Iterator[Condition]:
    """The last day the notice names for the event as a whole."""
    last: tuple[date, Value, Statement] | None = None
    for value in notice.values:
        if value.kind not in {"range", "date"} or value.scope.tracks or value.scope.groups:
            continue
        statement = places.statement(value)
        if statement is None or not _HELD.search(value.label + statement.text):
            continue
        end = _end(value.value)
        if end and (last is None or end > last[0]):
            last = (end, value, statement)
    if last:
        called = f"通知写明的时间为{last[1].raw}"
        yield _condition(
            last[2],
            last[1].scope,
            Made("not_over", {"last": last[0], "called": called}),
            "not-over",
        )


def _end(written: str) -> date | None:
    from knowledge.eligibility.ages import births_of_date  # noqa: PLC0415 a date as far as given

    day = re.split(r"[/~]|--", written)[-1].partition("T")[0]
    found = births_of_date(day)
    return found.last if found else None


def _groups(notice: Notice) -> Iterator[Condition]:
    """Each set of groups that tracks offer, cited where the notice names them."""
    sets: dict[tuple[str, ...], list[Track]] = {}
    for track in notice.tracks:
        sets.setdefault(tuple(track.groups), []).append(track)
    if notice.groups and not any(sets):
        sets = {tuple(notice.groups): []}
    for groups, tracks in sets.items():
        place = _naming(notice, groups) if groups else None
        if place is None:
            yield from _by_row(notice, groups, tracks)
            continue
        every = {name: list(admitted(name, groups, members(notice))) for name in groups}
        folded = fold(notice.text[place.start : place.end], place.start)
        span = _span(folded, groups)
        statement = Statement(
            notice,
            place,
            Fold(folded.text[span[0] : span[1]], folded.at[span[0] : span[1]]),
            _whole(notice),
            "entry",
        )
        whole = len(tracks) == len(notice.tracks)
        ids = () if whole else tuple(track.id for track in tracks)
        yield Condition(
            statement,
            0,
            len(statement.text),
            Made("groups", {"groups": every}),
            tracks=ids,
            name="groups",
        )


def _by_row(notice: Notice, groups: Sequence[str], tracks: Sequence[Track]) -> Iterator[Condition]:
    """Groups that only a table gives: cited with the row of the track."""
    every = {name: list(admitted(name, groups, members(notice))) for name in groups}
    for track in tracks if groups else ():
        row = next((r for t in notice.tables for r in t.rows if track.name in r.cells), None)
        if row is not None:
            folded = fold(notice.text[row.start : row.end], row.start)
            statement = Statement(notice, row, folded, _whole(notice), "cell", cell=True)
            made = Made("groups", {"groups": every})
            yield Condition(statement, 0, len(folded.text), made, tracks=(track.id,), name="groups")


def _whole(notice: Notice) -> Scope:
    return notice.clauses[0].scope


def _naming(notice: Notice, groups: Sequence[str]) -> Clause | None:
    """The first clause that names all of them, else the first that names one."""
    texts = [(clause, fold(clause.text).text) for clause in notice.clauses]
    full = [clause for clause, text in texts if all(group in text for group in groups)]
    some = [clause for clause, text in texts if any(group in text for group in groups)]
    return next(iter(full or some), None)


def _span(folded: Fold, groups: Sequence[str]) -> tuple[int, int]:
    """From the first to the last group named, widened to the sentence."""
    text = folded.text
    places = [text.find(group) for group in groups if group in text]
    first, last = min(places), max(places)
    start = max(text.rfind(sign, 0, first) for sign in "。;\n") + 1
    ends = [at for sign in "。;\n" if (at := text.find(sign, last)) >= 0]
    return start, min(ends, default=len(text))
