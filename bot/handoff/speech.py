"""How a question looks to coordinators, and what they are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.handoff.model import Case
from bot.layout import Line
from bot.reply import Button, Reply
from bot.wording.office import Office

CLAIM, RELEASE, OFFICIAL, WITHDRAW, BIND = "hc", "hr", "hs", "hw", "hb"
"""Callback data: the letters and a number that is looked up; to bind also which clause."""
_CITED = 3
"""Clauses shown."""
_FOUND = 700
"""Characters shown of what was found."""


def post(case: Case, name: str, said: Office) -> Reply:
    """The message in the coordinators' chat, as the question stands now."""
    return Reply(lines=tuple(_lines(case, name, said)), buttons=buttons(case, said))


def buttons(case: Case, said: Office) -> tuple[Button, ...]:
    """What can be done with it."""
    if case.state == "new" and case.asker is not None:
        return (Button(label=said.buttons.claim, data=f"{CLAIM}:{case.number}"),)
    if case.state == "claimed":
        return (Button(label=said.buttons.release, data=f"{RELEASE}:{case.number}"),)
    return ()


def state(case: Case, said: Office) -> str:
    """待答, 张老师正在处理."""
    return said.states[case.state].format(who=case.who)


def _lines(case: Case, name: str, said: Office) -> Iterator[Line]:
    told, found = said.post, case.found
    title = told.title if case.asker is not None else told.written
    yield Line(title.format(number=case.number, state=state(case, said)), "bold")
    yield Line(told.scope.format(name=name))
    if found.earlier:
        yield Line(told.earlier.format(text=found.earlier))
    yield Line(told.question.format(text=found.question))
    if case.asker is not None or found.text:
        yield Line(told.found if found.text else told.found + told.nothing)
    if found.text:
        text = found.text if len(found.text) <= _FOUND else f"{found.text[:_FOUND]}……"
        yield from (Line(line, quoted=True) for line in text.split("\n"))
    for cited in found.cited[:_CITED]:
        yield Line(f"{cited.label} {cited.path}：“{cited.quote}”", quoted=True)
    if case.state == "answered":
        yield Line(told.answer.format(who=case.who, text=case.answer))
    else:
        yield Line(told.how if case.asker is not None else told.how_written, "italic")


def hours(case: Case, now: datetime) -> int:
    """How long a question has waited."""
    return int((now - case.at).total_seconds() // 3600)


def listed(case: Case, name: str, now: datetime, said: Office, *, late: bool) -> str:
    """A line of the list of what waits."""
    told = said.queue.line.format(
        number=case.number,
        state=state(case, said),
        hours=hours(case, now),
        name=name,
        question=case.found.question,
    )
    return f"{said.queue.late} {told}" if late else told
