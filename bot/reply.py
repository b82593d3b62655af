"""What the conversation gives back: words, an answer, buttons; and whose conversation it is."""

from __future__ import annotations

from typing import NamedTuple

from bot.evidence import Around
from bot.layout import Line
from bot.links import Link
from knowledge.model import Frozen
from retrieval.model import Answer, Option, Question


class Who(NamedTuple):
    """Whose conversation it is: what is chosen counts for the chat, what is said for the person."""

    chat: int
    person: int

    @property
    def in_group(self) -> bool:
        """Whether others read along; Telegram gives groups negative numbers."""
        return self.chat < 0


class Button(Frozen):
    """Something to press; `data` holds keys and numbers, never anything of a person."""

    label: str
    data: str = ""
    control: bool = False
    """It steers the interview instead of answering."""
    link: Link | None = None
    """Instead of `data`: it opens the private chat with the bot."""


class File(Frozen):
    """A file to be sent."""

    name: str
    data: bytes


class Reply(Frozen):
    """What to show: an answer, or a text, or lines laid out; with the options there are."""

    text: str = ""
    answer: Answer | None = None
    asked: Question | None = None
    context: tuple[Around, ...] = ()
    """What stands around each citation of the answer."""
    options: tuple[Option, ...] = ()
    final: Option | None = None
    """When choosing: the scope to stay with instead of going on to `options`."""
    lines: tuple[Line, ...] = ()
    """Instead of `text`, where something is quoted or bold."""
    buttons: tuple[Button, ...] = ()
    file: File | None = None
    """Sent with `text` as its caption."""
    then: Reply | None = None
    """What to show after it, as a message of its own."""
    note: str = ""
    """Of a press: what only the person who pressed is told; nothing else is shown with it."""
    closes: str = ""
    """Of a press: what the message with the button becomes."""
