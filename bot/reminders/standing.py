"""How a notice stands on a day: its deadlines, what is left open; and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from bot.reminders.due import dues
from bot.reminders.later import left_open
from knowledge.catalogue.relations.family import Family
from knowledge.model import Citation, Frozen, Notice, Scope
from retrieval.answers import Answers
from retrieval.model import Option, Question

Kind = Literal["before", "moved", "cancelled", "arrived", "added", "gone"]
_PARTS = frozenset({"supplement", "correction"})


class Item(Frozen):
    """A deadline, or something left open, as people are told of it."""

    key: str
    what: str
    scope: Scope = Scope()
    moment: datetime | None = None
    """None for what is left open."""
    whole_day: bool = True
    told: str = ""
    """Of what was left open: the answer, once there is one."""
    citation: Citation | None = None


class Standing(Frozen):
    """A notice on a day, corrections laid over it."""

    name: str
    items: tuple[Item, ...] = ()
    parts: dict[str, str] = {}  # noqa: RUF012 pydantic copies it
    """Supplements and corrections: id and label."""
    gone: bool = False
    """Withdrawn."""


class Event(Frozen):
    """Something of which those who asked for it are told."""

    kind: Kind
    item: Item
    was: Item | None = None
    by: str = ""
    """Label of the notice that changed it."""


def within(item: Item, option: Option) -> bool:
    """Whether it concerns a track and group of its notice."""
    tracks, groups = item.scope.tracks, item.scope.groups
    return (not tracks or option.track is None or option.track in tracks) and (
        not groups or option.group is None or option.group in groups
    )


def standing(desk: Answers, notice: str, now: datetime) -> Standing | None:
    """How a notice of the desk stands now; None where there is no such notice."""
    notices = {one.id: one for one in desk.notices}
    found = notices.get(notice)
    if found is None:
        return None
    family = Family(notices)
    amended = family.amended(notice, now.date()).notice
    known = {one.id: one.label for one in family.of(notice, _PARTS, now.date())}
    return Standing(
        name=found.name or found.title,
        items=(*_deadlines(amended), *_open(amended, desk, now)),
        parts=known,
    )


def _deadlines(notice: Notice) -> Iterator[Item]:
    for due in dues(notice):
        yield Item(
            key=due.key,
            what=due.what,
            scope=due.scope,
            moment=due.moment,
            whole_day=due.whole_day,
            citation=due.citation,
        )


def _open(notice: Notice, desk: Answers, now: datetime) -> Iterator[Item]:
    """What is left open, with the answer where another notice has given it by now."""
    for one in left_open(notice):
        asked = Question(text=f"{one.subject}？", as_of=now, notice=notice.id)
        found = desk.answer(asked)
        told, citation = "", one.citation
        if found.status == "answered":
            new = next((c for c in found.citations if c.notice != notice.id), None)
            told, citation = (found.text, new) if new else ("", citation)
        yield Item(key=one.key, what=one.subject, told=told, citation=citation)


def changes(before: Standing, now: Standing | None) -> tuple[Event, ...]:
    """What people are told of when a notice stands otherwise than before."""
    if now is None:
        gone = Item(key="gone", what=before.name)
        return () if before.gone else (Event(kind="gone", item=gone),)
    return tuple(_changes(before, now))


def _changes(before: Standing, now: Standing) -> Iterator[Event]:
    new = [label for key, label in now.parts.items() if key not in before.parts]
    by = "、".join(new)
    old = {item.key: item for item in before.items}
    told = False
    for event in _of_items(old, now, by):
        told = True
        yield event
    for event in _missing(before, now, by):
        told = True
        yield event
    if new and not told:
        key = "+".join(sorted(set(now.parts) - set(before.parts)))
        yield Event(kind="added", item=Item(key=key, what=now.name), by=by)


def _of_items(old: dict[str, Item], now: Standing, by: str) -> Iterator[Event]:
    for item in now.items:
        was = old.get(item.key)
        if was is not None and item.moment != was.moment:
            yield Event(kind="moved", item=item, was=was, by=by)
        elif was is not None and item.told and not was.told:
            yield Event(kind="arrived", item=item, was=was, by=by)


def _missing(before: Standing, now: Standing, by: str) -> Iterator[Event]:
    """Deadlines that are no longer there."""
    kept = {item.key for item in now.items}
    for item in before.items:
        if item.key not in kept and item.moment is not None:
            yield Event(kind="cancelled", item=item, by=by)
