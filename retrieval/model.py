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


class Turn(Frozen):
    """An earlier turn of the same chat."""

    question: str
    chose: Option | None = None


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
