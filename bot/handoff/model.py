"""A question that was handed over, what its steps come to, and a message that is to be sent."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from bot.reply import Reply
from knowledge.model import Citation, Frozen
from retrieval.model import Option

State = Literal["new", "claimed", "answered"]


class Address(Frozen):
    """Where a message goes."""

    chat: int
    reply_to: int | None = None
    thread: int | None = None


class Found(Frozen):
    """What was asked, masked, and what the desk found."""

    question: str
    earlier: str = ""
    """The question before it, where it leans on one."""
    text: str = ""
    cited: tuple[Citation, ...] = ()
    """The clauses the desk cited."""
    stated: bool = False
    """Whether they answer it; else they are only the nearest."""
    language: str = "zh"


class Case(Frozen):
    """A question at the coordinators'."""

    number: int
    scope: Option
    found: Found
    state: State
    chat: int
    """The coordinators'."""
    post: int | None = None
    """The message there, once it has been sent."""
    asker: Address | None = None
    """None where nobody waits: a coordinator writes an answer unasked."""
    who: str = ""
    """Name of the coordinator who has claimed or answered it."""
    person: str = ""
    """The same, hashed."""
    reply: int | None = None
    """The coordinator's message."""
    answer: str = ""
    at: datetime
    changed_at: datetime
    official: int | None = None


class Told(NamedTuple):
    """What a coordinator's doing comes to."""

    reply: Reply
    case: Case | None = None
    """The question, whose message in the coordinators' chat is to be brought up to date."""


class Outgoing(NamedTuple):
    """A message to be written."""

    kind: str
    """`post`, `overdue`, `answer`, `unreached`, `closed`, one of each kind a question; corrections
    have a number behind `answer`."""
    to: Address
    text: str = ""
    """Empty for `post`: it shows how the question stands when it is sent."""


class Mail(Frozen):
    """A message that is being sent."""

    id: int
    to: Address
    text: str
    case: int
    kind: str
    tries: int
