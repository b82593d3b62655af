"""What goes into the desk and what comes out; the JSON of the command line is these models."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from knowledge.model import Citation, Frozen

Status = Literal["answered", "partial", "clarify", "not_stated", "out_of_scope"]
Reason = Literal["not_in_notice", "in_missing_attachment", "to_be_announced", "no_such_notice"]


class Option(Frozen):
    """One of the scopes a question could mean; choosing it = asking again with these three."""

    label: str
    notice: str
    track: str | None = None
    group: str | None = None


class Held(Frozen):
    """What holds in a chat after some words, as a desk has read them.

    See `retrieval.conversation.standing`.
    """

    desk: str
    """Which desk has read them: its notices and the year; another one reads them again."""
    notices: tuple[str, ...] = ()
    absent: bool = False
    tracks: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    groups: tuple[str, ...] = ()
    sorted: tuple[str, ...] = ()
    asked: str = ""
    before: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


class Turn(Frozen):
    """An earlier turn of the same chat."""

    question: str
    chose: Option | None = None
    held: Held | None = None
    """What held after the words, before anything was chosen; None where nobody has kept it."""


class Question(Frozen):
    """A question as typed, with what is known of the chat it comes from."""

    text: str
    as_of: datetime
    """Aware, Asia/Shanghai: the moment the answer is made for."""
    id: str | None = None
    notice: str | None = None
    track: str | None = None
    """Id, name or alias."""
    group: str | None = None
    context: str | None = None
    """The competition the user has chosen, in free words."""
    history: tuple[Turn, ...] = ()
    """Earlier turns, oldest first."""
    goes_on: bool = False
    """Whether the answer shall tell what holds after the question, for the next turn."""


class Answer(Frozen):
    """What a person reads, and what proves it. Field order is the contract's key order."""

    id: str | None = None
    status: Status
    reason: Reason | None = None
    text: str
    notices: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    seconds: float = Field(default=0.0, ge=0)
    held: Held | None = Field(default=None, exclude=True, repr=False)
    """What holds after the question, if it goes on; no part of what is read."""
