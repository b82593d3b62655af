"""What reminders say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.layout import Line
from bot.reminders.standing import Event, Item
from bot.wording import Remind
from knowledge.model import Citation, Frozen


class Message(Frozen):
    """A reminder as it waits to be sent: words of notices and of ours only."""

    text: str
    citation: Citation | None = None
    key: str = ""
    """Of the competition or track (`bot.competitions.key_of`), for the buttons; empty for none."""
    dated: bool = False
    """Whether there is a day to be put into a calendar."""

    def lines(self) -> tuple[Line, ...]:
        """The text, and the clause in a quotation."""
        shown = [Line(line) for line in self.text.split("\n")]
        if self.citation is not None:
            cited = self.citation
            shown.append(Line(cited.label, "bold", quoted=True))
            shown.append(Line(f"{cited.path}：“{cited.quote}”", quoted=True))
        return tuple(shown)


def when(item: Item, said: Remind) -> str:
    """The moment as people say it."""
    if item.moment is None:
        return ""
    return (said.day if item.whole_day else said.hour).format(at=item.moment)


def before(name: str, item: Item, said: Remind) -> Message:
    """Before a deadline; the date and no number of days, which would be wrong when sent late."""
    told = {"name": name, "what": item.what, "when": when(item, said)}
    return Message(text=said.before.format(**told), citation=item.citation)


def of_event(name: str, event: Event, said: Remind) -> Message:
    """Something has changed."""
    patterns = {
        "moved": said.moved,
        "cancelled": said.cancelled,
        "arrived": said.arrived,
        "added": said.added,
        "gone": said.gone,
    }
    by = said.by.format(label=event.by) if event.by and event.kind != "added" else event.by
    told = {
        "name": name,
        "what": event.item.what,
        "when": when(event.item, said),
        "was": when(event.was, said) if event.was else "",
        "told": event.item.told,
        "by": by,
    }
    return Message(text=patterns[event.kind].format(**told), citation=event.item.citation)


def listed(items: tuple[Item, ...], now: datetime, said: Remind) -> Iterator[str]:
    """What will be reminded of, a line each."""
    dated = [item for item in items if item.moment is not None]
    for item in dated:
        over = said.over if item.moment is not None and item.moment < now else ""
        yield said.due.format(what=item.what, when=when(item, said)) + over
    open_ones = [item for item in items if item.moment is None and not item.told]
    for item in open_ones:
        yield said.open.format(what=item.what)
    if not dated and not open_ones:
        yield said.nothing
